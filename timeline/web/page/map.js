// Where things happen: the places of what is filtered, on the outlines of the world.

import { filtered, to } from "./address.js";
import { get } from "./api.js";
import { element, foreign, joined, link } from "./elements.js";
import { say } from "./speech.js";
import { BORDERS, LAND } from "./world.js";

/** @typedef {{value: string, name: string, events: number}} OptionRow */
/**
 * @typedef {object} PlaceRow
 * @property {string} key
 * @property {string} name
 * @property {string[]} names
 * @property {string | null} country
 * @property {string | null} part_of
 * @property {number | null} latitude
 * @property {number | null} longitude
 */
/** @typedef {PlaceRow & {events: number, at: [number, number] | null}} Shown */
/** @typedef {[x: number, y: number, width: number, height: number]} Box */

const SVG = "http://www.w3.org/2000/svg";
// The world as Equal Earth shows it (Šavrič, Patterson, Jenny 2018), in units of 1/1000 of its width.
const WORLD = /** @type {Box} */ ([0, 0, 1000, 487]);
const NEAREST = 24; // units; no map is narrower
const LEAST = 13; // pixels; no name is smaller

/**
 * Show the map.
 * @type {import("./main.js").Show}
 */
export async function show(into, _, tools) {
  const { filters } = tools.state;
  const [counted, places] = await Promise.all([
    get("options", [...filters, ["of", "place"], ["limit", "1000"]], tools.signal), allPlaces(tools.signal)]);
  const events = new Map(counted.rows.map((/** @type {OptionRow} */ one) => [one.value, one.events]));
  const shown = places.filter((one) => events.has(one.key)).map((one) => ({
    ...one, events: events.get(one.key) ?? 0,
    at: one.latitude === null || one.longitude === null ? null : project(one.longitude, one.latitude) }))
    .sort((a, b) => b.events - a.events || a.name.localeCompare(b.name));
  into.replaceChildren(element("h2", say("view-map")),
    shown.length ? "" : element("p", say("no-places"), "aside"),
    element("div", null, "atlas", mapOf(shown, tools), list(shown, tools)),
    element("p", say("outlines"), "aside"));
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<PlaceRow[]>}
 */
async function allPlaces(signal) {
  /** @type {PlaceRow[]} */
  const found = [];
  let after = "";
  do {
    /** @type {[string, string][]} */
    const asked = [["limit", "1000"]];
    const page = await get("places", after ? [...asked, ["after", after]] : asked, signal);
    found.push(...page.rows);
    after = page.after ?? "";
  } while (after);
  return found;
}

/**
 * @param {Shown} place
 * @param {import("./main.js").Tools} tools
 */
function address(place, { state }) {
  return to("", "", filtered(state.filters, "place", [place.key]));
}

/**
 * @param {Shown[]} places
 * @param {import("./main.js").Tools} tools
 */
function list(places, tools) {
  const names = new Map(places.map((one) => [one.key, one.name]));
  return element("ol", null, "lines wide", ...places.map((one) => element("li", null, "",
    element("span", null, "", link(address(one, tools), one.name), element("div", null, "aside",
      ...joined([one.part_of && foreign(names.get(one.part_of) ?? one.part_of), one.at ? null : say("no-coordinates")]))),
    element("span", say("events-count", one.events), "aside"))));
}

// The picture --------------------------------------------------------------------------------------

/**
 * Project a point of the globe.
 * @param {number} longitude degrees
 * @param {number} latitude degrees
 * @returns {[number, number]} units of the world's box
 */
export function project(longitude, latitude) {
  const [a1, a2, a3, a4, m] = [1.340264, -0.081106, 0.000893, 0.003796, Math.sqrt(3) / 2];
  const t = Math.asin(m * Math.sin(latitude * Math.PI / 180));
  const t2 = t * t;
  const t6 = t2 * t2 * t2;
  const x = longitude * Math.PI / 180 * Math.cos(t)
    / (m * (a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)));
  const y = t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2));
  const scale = WORLD[2] / (2 * 2.7066299836);
  return [WORLD[2] / 2 + x * scale, WORLD[3] / 2 - y * scale];
}

/**
 * Write lines as a path; where one leaves the map on one side, it comes again on the other.
 * @param {readonly (readonly number[])[]} lines in tenths of a degree, as `world.js` has them
 */
function path(lines) {
  return lines.map((steps) => {
    let [x, y] = steps;
    let text = `M${point(x, y)}`;
    for (let at = 2; at < steps.length; at += 2) {
      x += steps[at];
      y += steps[at + 1];
      text += `${Math.abs(steps[at]) > 1800 ? "M" : "L"}${point(x, y)}`;
    }
    return text;
  }).join("");
}

/**
 * @param {number} x
 * @param {number} y
 */
function point(x, y) {
  return project(x / 10, y / 10).map((one) => one.toFixed(1)).join(" ");
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} has
 * @param {...Node} inner
 */
function drawn(tag, has, ...inner) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(has)) node.setAttribute(name, String(value));
  node.append(...inner);
  return node;
}

/**
 * @param {Shown[]} places
 * @param {import("./main.js").Tools} tools
 */
function mapOf(places, tools) {
  const held = places.filter((one) => one.at);
  const land = drawn("path", { d: path(LAND), class: "land" });
  const borders = drawn("path", { d: path(BORDERS), class: "borders" });
  const dots = held.map((one) => dot(one, held[0].events, tools));
  const svg = /** @type {SVGSVGElement} */ (drawn("svg", { class: "map", role: "group" }, land, borders, ...dots.map((one) => one.node)));
  svg.ariaLabel = say("map-label");
  const home = around(held);
  let box = home;
  /** @param {Box} wanted */
  const look = (wanted) => {
    box = within(wanted);
    svg.setAttribute("viewBox", box.map((one) => one.toFixed(2)).join(" "));
    /** @type {Box[]} */
    const taken = [];
    const least = LEAST / Math.max(svg.clientWidth, LEAST);
    for (const one of dots) one.resize(box, least, taken);
  };
  moving(svg, () => box, look);
  new ResizeObserver(() => look(box)).observe(svg);
  const button = (/** @type {string} */ text, /** @type {string} */ label, /** @type {() => void} */ pressed) => {
    const node = element("button", text);
    Object.assign(node, { type: "button", ariaLabel: label, title: label });
    node.addEventListener("click", pressed);
    return node;
  };
  return element("div", null, "globe", svg, element("div", null, "zoom",
    button("+", say("nearer"), () => look(zoomed(box, 0.6))),
    button("−", say("farther"), () => look(zoomed(box, 1 / 0.6))),
    button("⤢", say("whole-world"), () => look(WORLD))));
}

/**
 * @param {Shown} place
 * @param {number} most events that there are at a place
 * @param {import("./main.js").Tools} tools
 */
function dot(place, most, tools) {
  const [cx, cy] = place.at ?? [0, 0];
  const circle = drawn("circle", { cx, cy });
  const name = drawn("text", { y: cy });
  name.textContent = place.name;
  const title = drawn("title", {});
  title.textContent = `${place.name}: ${say("events-count", place.events)}`;
  const node = drawn("a", { href: address(place, tools) }, title, circle, name);
  /**
   * Keep its size on the screen; its name is shown where it hides no other one.
   * @param {Box} seen
   * @param {number} least height of its name, as a share of the map's width
   * @param {Box[]} taken by other names
   */
  const resize = ([left, top, width, height], least, taken) => {
    const size = Math.max(0.017, least) * width;
    const own = /** @type {Box} */ ([cx, cy - size, 0.6 * size * (place.name.length + 2), 1.6 * size]);
    const inside = cx >= left && cx <= left + width && cy >= top && cy <= top + height;
    const free = inside && !taken.some((other) => overlap(own, other));
    if (free) taken.push(own);
    name.setAttribute("visibility", free ? "visible" : "hidden");
    const radius = (0.004 + 0.014 * Math.sqrt(place.events / most)) * width;
    circle.setAttribute("r", radius.toFixed(3));
    name.setAttribute("x", (cx + 1.4 * radius).toFixed(3));
    name.setAttribute("font-size", size.toFixed(3));
    name.setAttribute("dy", (0.35 * size).toFixed(3));
  };
  return { node, resize };
}

/**
 * @param {Box} a
 * @param {Box} b
 */
function overlap([ax, ay, aw, ah], [bx, by, bw, bh]) {
  return ax < bx + bw && bx < ax + aw && ay < by + bh && by < ay + ah;
}

/**
 * Give the box that holds places, with some room about them.
 * @param {Shown[]} places
 * @returns {Box}
 */
function around(places) {
  const points = places.flatMap((one) => (one.at ? [one.at] : []));
  if (!points.length) return WORLD;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const width = Math.max(120, 1.6 * (Math.max(...xs) - Math.min(...xs)), 2.8 * (Math.max(...ys) - Math.min(...ys)));
  const middle = [(Math.max(...xs) + Math.min(...xs)) / 2, (Math.max(...ys) + Math.min(...ys)) / 2];
  const height = width * WORLD[3] / WORLD[2];
  return [middle[0] - width / 2, middle[1] - height / 2, width, height];
}

/**
 * @param {Box} box
 * @param {number} by
 * @param {number} [x] share of the box that stays where it is
 * @param {number} [y]
 * @returns {Box}
 */
function zoomed(box, by, x = 0.5, y = 0.5) {
  const width = Math.min(WORLD[2], Math.max(NEAREST, box[2] * by));
  const height = width * WORLD[3] / WORLD[2];
  return [box[0] + x * (box[2] - width), box[1] + y * (box[3] - height), width, height];
}

/**
 * Keep a box on the map.
 * @param {Box} box
 * @returns {Box}
 */
function within([x, y, width, height]) {
  const wide = Math.min(WORLD[2], width);
  const high = Math.min(WORLD[3], height);
  return [Math.max(0, Math.min(WORLD[2] - wide, x)), Math.max(0, Math.min(WORLD[3] - high, y)), wide, high];
}

/**
 * Let it be moved by wheel, drag and keys.
 * @param {SVGSVGElement} svg
 * @param {() => Box} seen
 * @param {(box: Box) => void} look
 */
function moving(svg, seen, look) {
  svg.tabIndex = 0;
  svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    const { left, top, width, height } = svg.getBoundingClientRect();
    look(zoomed(seen(), Math.exp(event.deltaY / 500), (event.clientX - left) / width, (event.clientY - top) / height));
  }, { passive: false });
  svg.addEventListener("pointermove", (event) => {
    if (!event.buttons) return;
    const [x, y, width, height] = seen();
    const scale = width / svg.clientWidth;
    look([x - event.movementX * scale, y - event.movementY * scale, width, height]);
  });
  const steps = /** @type {Record<string, [number, number]>} */ (
    { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] });
  svg.addEventListener("keydown", (event) => {
    const [x, y, width, height] = seen();
    if (event.key in steps) {
      const [right, down] = steps[event.key];
      look([x + right * width / 8, y + down * height / 8, width, height]);
    } else if (event.key === "+" || event.key === "-") {
      look(zoomed([x, y, width, height], event.key === "+" ? 0.6 : 1 / 0.6));
    } else return;
    event.preventDefault();
  });
}
