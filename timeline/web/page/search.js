// One box over everything: what typed words may mean, as links.

import { changed, filtered, stateOf, to } from "./address.js";
import { get } from "./api.js";
import { byId, element, foreign } from "./elements.js";
import { language, learn, say, words } from "./speech.js";

/** @typedef {{key: string, name: string, apart: string}} Meant */
/**
 * @typedef {object} SearchResult
 * @property {string | null} date
 * @property {Meant[]} actors
 * @property {Meant[]} places
 * @property {Meant[]} sources
 * @property {import("./rows.js").EventRow[]} events
 */

const PAUSE = 150; // milliseconds after a key

/**
 * Make the box work.
 * @param {(text: string, wrong?: boolean) => void} tell
 */
export function prepareSearch(tell) {
  const [box, found] = [/** @type {HTMLInputElement} */ (byId("box")), byId("found")];
  let asking = new AbortController();
  let waiting = 0;
  const ask = async () => {
    const typed = box.value.trim();
    asking.abort();
    asking = new AbortController();
    if (!typed) return close();
    try {
      const result = await get("search", [["q", typed], ["limit", "6"], ["language", language]], asking.signal);
      await learn([result.date, ...result.events.map((/** @type {{date: string | null}} */ one) => one.date)], [], asking.signal);
      found.replaceChildren(...groups(result, typed));
      open(true);
    } catch (error) {
      if (error instanceof Error && error.name !== "AbortError") tell(error.message, true);
    }
    return undefined;
  };
  const open = (/** @type {boolean} */ wanted) => {
    found.hidden = !wanted;
    box.ariaExpanded = String(wanted);
  };
  const close = () => open(false);
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
  byId("search").addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    await ask();
    found.querySelector("a")?.click();
  });
  byId("search").addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !found.hidden) {
      event.preventDefault();
      box.focus();
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") step(event, box, found);
  });
  byId("search").addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node && byId("search").contains(event.relatedTarget))) close();
  });
  found.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a")) close();
  });
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement} box
 * @param {HTMLElement} found
 */
function step(event, box, found) {
  const all = [box, ...found.querySelectorAll("a")];
  const at = all.findIndex((one) => one === document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
  all[Math.max(0, Math.min(all.length - 1, at))].focus();
  event.preventDefault();
}

/**
 * @param {SearchResult} result
 * @param {string} typed
 */
function* groups(result, typed) {
  const { filters } = stateOf(location.search);
  const dated = filters.filter(([name]) => !["from", "to", "on"].includes(name));
  yield* group(say("date"), result.date ? [{ key: result.date, name: words(result.date), apart: say("that-time") }] : [],
    (date) => changed({ view: "", key: "", filters: filtered(dated, "on", [date]) }));
  yield* group(say("view-actor"), result.actors, (key) => to("actor", key));
  yield* group(say("events"), result.events.map((one) => ({ key: one.key, name: one.title ?? one.key, apart: words(one.date) })),
    (key) => to("event", key));
  yield* group(say("place"), result.places, (key) => changed({ view: "", key: "", filters: filtered(filters, "place", [key]) }));
  yield* group(say("view-document"), result.sources, (key) => to("document", key));
  yield* group(say("text"), [{ key: typed, name: say("with-words", { words: typed }), apart: "" }],
    (text) => changed({ view: "", key: "", filters: filtered(filters, "text", [text]) }));
}

/**
 * @param {string} name
 * @param {Meant[]} found
 * @param {(key: string) => string} address
 */
function* group(name, found, address) {
  if (!found.length) return;
  const heading = element("h2", name);
  yield heading;
  const list = element("ul", null, "", ...found.map((one) => {
    const node = element("a", null, "", foreign(one.name), foreign(one.apart, "aside"));
    node.href = address(one.key);
    return element("li", null, "", node);
  }));
  list.ariaLabel = name;
  yield list;
}
