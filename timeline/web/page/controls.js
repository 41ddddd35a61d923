// What stands above the picture: what the lanes are of, zooming by buttons, what the signs mean, and
// the slider that replays what was known when.

import { get } from "./api.js";
import { element } from "./elements.js";
import { sized } from "./overview.js";
import { sign } from "./shapes.js";
import { learn, say, words } from "./speech.js";

/** @typedef {import("./palette.js").Palette} Palette */

/** What lanes may be of, the first where nothing is chosen. */
export const LANES = ["none", "actor", "type", "source", "place", "standing", "side"];
const STANDINGS = ["asserted", "reported", "disputed", "denied", "planned", "retracted"];
const SIGNS = 18; // pixels
const REPLAY = 900; // milliseconds a day of publication is shown

/**
 * Make the choice of lanes.
 * @param {(by: string) => void} chosen
 */
export function laneChoice(chosen) {
  const select = element("select", null, "", ...LANES.map((by) =>
    Object.assign(element("option", say(`lanes-${by}`)), { value: by })));
  select.name = "by";
  select.addEventListener("change", () => chosen(select.value === LANES[0] ? "" : select.value));
  return { select, node: element("label", null, "", element("span", say("lanes")), select) };
}

/**
 * Make the buttons.
 * @param {Record<string, () => void>} does by the name of the button
 */
export function buttons(does) {
  const faces = /** @type {Record<string, string>} */ ({ in: "+", out: "−", whole: "⟷" });
  return element("span", null, "buttons", ...Object.entries(does).map(([name, act]) => {
    const button = element("button", faces[name]);
    button.type = "button";
    button.ariaLabel = button.title = say(`zoom-${name}`);
    button.addEventListener("click", act);
    return button;
  }));
}

/** Make the list of what the signs mean. */
export function legend() {
  const node = element("figcaption", null, "legend");
  const canvases = STANDINGS.map((standing) => {
    const canvas = element("canvas");
    canvas.ariaHidden = "true";
    return { standing, canvas };
  });
  return {
    node,
    /** @param {Palette} colours */
    async draw(colours) {
      await learn([], STANDINGS);
      node.replaceChildren(...canvases.map(({ standing, canvas }) =>
        element("span", null, "", canvas, words(standing))));
      for (const { standing, canvas } of canvases) {
        const pen = sized(canvas);
        pen.clearRect(0, 0, SIGNS, SIGNS);
        sign(pen, standing, SIGNS / 2, SIGNS / 2, colours, false);
      }
    },
  };
}

/**
 * Make the slider of what was known when: its steps are the days on which documents came out, the
 * last is today.
 * @param {(day: string, rests: boolean) => void} chosen gets an empty text for today
 */
export function knownBy(chosen) {
  const range = element("input");
  Object.assign(range, { type: "range", min: "0", max: "0", value: "0", disabled: true });
  const output = element("span", null, "then");
  output.ariaHidden = "true";
  const play = element("button", "▶");
  play.type = "button";
  play.ariaLabel = play.title = say("replay");
  const node = element("label", null, "known", element("span", say("known-then")), range, output);
  /** @type {string[]} */
  let days = [];
  let timer = 0;
  const told = () => {
    const day = days[Number(range.value)] ?? "";
    output.textContent = day ? words(day) : say("known-now");
    range.ariaValueText = output.textContent;
    return day;
  };
  const halt = () => {
    clearInterval(timer);
    timer = 0;
    play.textContent = "▶";
  };
  const step = () => {
    range.value = String(Number(range.value) + 1);
    const last = Number(range.value) >= days.length;
    if (last) halt();
    chosen(told(), last);
  };
  range.addEventListener("input", () => {
    halt();
    told();
  });
  range.addEventListener("change", () => chosen(told(), true));
  play.addEventListener("click", () => {
    if (timer) return halt();
    if (Number(range.value) >= days.length) range.value = "-1";
    play.textContent = "⏸";
    timer = setInterval(step, REPLAY);
    return step();
  });
  return {
    nodes: [play, node],
    /** Ask for the days. */
    async load() {
      const { rows } = await get("published");
      days = rows.map((/** @type {{day: string}} */ row) => row.day);
      await learn(days, []);
      Object.assign(range, { max: String(days.length), disabled: !days.length });
    },
    /** @param {string} day that is shown; empty is today */
    show(day) {
      const at = days.findLastIndex((one) => one <= day);
      range.value = String(day ? Math.max(0, at) : days.length);
      told();
    },
  };
}
