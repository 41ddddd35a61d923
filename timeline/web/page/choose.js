// A list to choose from, in a dialog: a digit takes one as long as nothing is typed, words that are
// typed find others.

import { element, foreign } from "./elements.js";
import { say } from "./speech.js";

/** @typedef {{name: string, value: any, apart?: string}} Choice */
/**
 * @typedef {object} Asked
 * @property {string} title
 * @property {Choice[]} offered before anything is typed
 * @property {(typed: string) => Promise<Choice[]> | Choice[]} find
 * @property {string} [typed] what stands there at first
 * @property {boolean} [digits] whether a digit takes one; not where what is typed begins with one
 */

const DIGITS = 9;

/**
 * Ask for one of several things.
 * @param {Asked} asked
 * @returns {Promise<any>} the value that was chosen; undefined: none
 */
export function choose(asked) {
  const { digits = true } = asked;
  const input = element("input");
  const list = element("ul", null, "choices");
  const dialog = element("dialog", null, "choose", element("label", asked.title, "", input), list,
    element("p", say(asked.offered.length && digits ? "review-choose" : "review-type"), "aside"));
  Object.assign(list, { id: "choices", role: "listbox", ariaLabel: asked.title });
  Object.assign(input, { role: "combobox", ariaExpanded: "true", autocomplete: "off",
    value: asked.typed ?? "" });
  input.setAttribute("aria-controls", "choices");
  /** @type {Choice[]} */
  let choices = [];
  let at = 0;
  let searching = Promise.resolve();

  /** @param {number} place */
  function mark(place) {
    at = Math.max(0, Math.min(place, choices.length - 1));
    [...list.children].forEach((line, n) => { line.ariaSelected = String(n === at); });
    input.setAttribute("aria-activedescendant", choices.length ? `choice-${at}` : "");
    list.children[at]?.scrollIntoView({ block: "nearest" });
  }

  /** @param {Choice[]} found */
  function fill(found) {
    choices = found;
    list.replaceChildren(...found.map((one, n) => {
      const digit = digits && !input.value && n < DIGITS ? `${n + 1}` : "";
      const line = element("li", null, "", element("kbd", digit), foreign(one.name, "name"), " ",
        foreign(one.apart ?? "", "aside"));
      Object.assign(line, { role: "option", id: `choice-${n}` });
      line.addEventListener("click", () => take(n));
      return line;
    }));
    mark(0);
  }

  async function search() {
    const typed = input.value;
    const found = typed.trim() ? await asked.find(typed.trim()) : asked.offered;
    if (typed === input.value) fill(found);
  }

  /** @param {number} place */
  function take(place) {
    if (place >= choices.length) return;
    chosen = choices[place].value;
    dialog.close();
  }

  /** @type {any} */
  let chosen;
  input.addEventListener("input", () => {
    searching = search().catch(() => fill([]));
  });
  dialog.addEventListener("keydown", async (event) => {
    const digit = "123456789".indexOf(event.key);
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) mark(at + move);
    else if (event.key === "Enter") {
      event.preventDefault();
      await searching;
      take(at);
      return;
    } else if (event.key.length === 1 && digit >= 0 && digits && !input.value) take(digit);
    else return;
    event.preventDefault();
  });
  document.body.append(dialog);
  searching = search().catch(() => fill([]));
  dialog.showModal();
  return new Promise((done) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      done(chosen);
    });
  });
}
