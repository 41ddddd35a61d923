// From an event that is chosen, threads to the events that it is linked with.

import { get, inPath } from "./api.js";
import { AXIS, FONT } from "./draw.js";
import { markOf, placeOf } from "./marks.js";
import { thin } from "./palette.js";
import { xOf } from "./scale.js";
import { language, learn, words } from "./speech.js";

/** @typedef {import("./marks.js").Mark} Mark */
/** @typedef {{kind: string, here: boolean, mark: Mark}} Thread */
/** @typedef {{x: number, y: number}} Point */

// Pixels.
const BESIDE = 80;
const LINE = 19;
const FAR = 60; // from its thread nothing is told
/** Where what is told of a thread may stand beside its middle, the nearest first. */
const STEPS = sides(FAR, 4).flatMap((down) => sides(FAR, 10).map((right) => [right, down]))
  .sort(([a, b], [c, d]) => a * a + b * b - c * c - d * d);

/**
 * Give the numbers from nought to both sides.
 * @param {number} far
 * @param {number} step
 */
function sides(far, step) {
  return Array.from({ length: 2 * Math.floor(far / step) + 1 }, (_, n) => step * (n - Math.floor(far / step)));
}

/**
 * Ask for what an event is linked with.
 * @param {string} key
 * @param {string} by what the lanes are of
 * @returns {Promise<Thread[]>}
 */
export async function threadsOf(key, by) {
  const { rows } = await get(`picture/${inPath(key)}`, [["lane", by], ["language", language]]);
  await learn([], rows.map((/** @type {{kind: string}} */ row) => row.kind));
  return rows.map((/** @type {any} */ row) => ({ kind: row.kind, here: row.from_here, mark: markOf(row.mark) }));
}

/**
 * What lies far outside has its thread come from near the edge.
 * @param {import("./scale.js").Scale} scale
 * @param {number} x
 */
function seen(scale, x) {
  return Math.max(scale.left - BESIDE, Math.min(scale.left + scale.width + BESIDE, x));
}

/**
 * Find where an event is on the canvas.
 * @param {import("./draw.js").Frame} frame
 * @param {Mark} mark
 * @returns {Point}
 */
function placeIn({ bands, scale, scrolled }, mark) {
  for (const { placed, top } of bands) {
    const one = placed.find((other) => other.mark.key === mark.key);
    if (one) return { x: seen(scale, (one.left + one.right) / 2), y: AXIS + top + one.y - scrolled };
  }
  const band = bands.find(({ lane }) => mark.lanes.includes(lane.key)) ?? bands[bands.length - 1];
  const place = placeOf(mark);
  const x = Number.isFinite(place) ? seen(scale, xOf(scale, place)) : scale.left;
  return { x, y: AXIS + (band ? band.top + band.height / 2 - scrolled : 0) };
}

/**
 * Draw threads, under or over the events, where there is room.
 * @param {import("./draw.js").Frame} frame
 * @param {Mark | undefined} chosen
 * @param {Thread[]} threads
 */
export function drawThreads(frame, chosen, threads) {
  if (!chosen) return;
  const { pen, colours, scale, height } = frame;
  const from = placeIn(frame, chosen);
  pen.save();
  pen.beginPath();
  pen.rect(scale.left, AXIS, scale.width, height - AXIS);
  pen.clip();
  pen.font = `italic ${FONT}`;
  /** @type {Said[]} */
  const says = [];
  for (const { kind, here, mark } of threads) {
    const to = placeIn(frame, mark);
    const way = from.y + to.y < height + AXIS ? 1 : -1;
    const bend = Math.max(30, Math.min(110, Math.abs(to.x - from.x) / 5));
    const through = kept((way > 0 ? Math.max(from.y, to.y) : Math.min(from.y, to.y)) + way * bend, from, to, height);
    thread(pen, from, to, through, colours.link);
    head(pen, here ? to : from, way, colours.link);
    says.push(middle(pen, words(kind), { from, to, through }, scale));
  }
  for (const one of apart(says, [...taken(frame)], frame)) tell(pen, one, colours);
  pen.restore();
}

/**
 * Keep the middle of a thread within the picture.
 * @type {(through: number, from: Point, to: Point, height: number) => number}
 */
function kept(through, from, to, height) {
  const [low, high] = [AXIS + 12, height - 12].map((edge) => (edge - (from.y + to.y) / 8) / 0.75);
  return Math.max(low, Math.min(high, through));
}

/** @typedef {Point & {width: number}} Box around its middle, as high as a line */
/** @typedef {Box & {text: string}} Said */

/** @type {(pen: CanvasRenderingContext2D, from: Point, to: Point, through: number, colour: string) => void} */
function thread(pen, from, to, through, colour) {
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.bezierCurveTo(from.x, through, to.x, through, to.x, to.y);
  pen.stroke();
}

/**
 * Find where on a thread its kind is told: in the middle of what is seen of it.
 * @param {CanvasRenderingContext2D} pen
 * @param {string} text
 * @param {{from: Point, to: Point, through: number}} along
 * @param {import("./scale.js").Scale} scale
 * @returns {Said}
 */
function middle(pen, text, { from, to, through }, scale) {
  const width = pen.measureText(text).width + 8;
  const [low, high] = [scale.left, scale.left + scale.width].map((edge) => (edge - from.x) / (to.x - from.x || 1))
    .sort((a, b) => a - b);
  const t = to.x === from.x ? 0.5 : (Math.max(0, low) + Math.min(1, high)) / 2;
  const rest = 1 - t;
  const y = rest ** 3 * from.y + 3 * rest * t * through + t ** 3 * to.y;
  const x = rest ** 2 * (rest + 3 * t) * from.x + t ** 2 * (t + 3 * rest) * to.x;
  const [first, last] = [scale.left + width / 2, scale.left + scale.width - width / 2];
  return { text, width, x: Math.max(first, Math.min(last, x)), y };
}

/**
 * Give where the signs and the names of events stand.
 * @param {import("./draw.js").Frame} frame
 * @returns {Iterable<Box>}
 */
function* taken({ bands, scrolled }) {
  for (const { placed, top } of bands) {
    for (const { left, right, label, labelAt, width, y } of placed) {
      const at = AXIS + top + y - scrolled;
      if (label) yield { x: labelAt + width / 2, y: at, width };
      if (right - left < FAR) yield { x: (left + right) / 2, y: at, width: right - left };
    }
  }
}

/**
 * Move what is told to the nearest place where it covers nothing; where there is none, it is left to
 * the card, which tells the kind of each link.
 * @param {Said[]} says
 * @param {Box[]} done what is there
 * @param {import("./draw.js").Frame} frame
 * @returns {Said[]}
 */
function apart(says, done, { scale, height }) {
  /** @type {Said[]} */
  const found = [];
  for (const one of [...says].sort((a, b) => a.y - b.y)) {
    const place = STEPS.map(([right, down]) => ({ ...one, x: one.x + right, y: one.y + down })).find((other) =>
      other.y > AXIS + LINE / 2 && other.y < height - LINE / 2
      && other.x - other.width / 2 > scale.left && other.x + other.width / 2 < scale.left + scale.width
      && !done.some((box) => meet(box, other)));
    if (!place) continue;
    found.push(place);
    done.push(place);
  }
  return found;
}

/** @type {(one: Box, other: Box) => boolean} */
function meet(one, other) {
  return Math.abs(other.y - one.y) < LINE && Math.abs(other.x - one.x) < (other.width + one.width) / 2;
}

/**
 * An arrow's head where a thread ends.
 * @type {(pen: CanvasRenderingContext2D, at: Point, way: number, colour: string) => void}
 */
function head(pen, at, way, colour) {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.moveTo(at.x, at.y + 6 * way);
  pen.lineTo(at.x - 4, at.y + 14 * way);
  pen.lineTo(at.x + 4, at.y + 14 * way);
  pen.fill();
}

/** @type {(pen: CanvasRenderingContext2D, said: Said, colours: import("./palette.js").Palette) => void} */
function tell(pen, { text, width, x, y }, colours) {
  pen.fillStyle = thin(colours.raised, 0.92);
  pen.fillRect(x - width / 2, y - 9, width, 18);
  pen.fillStyle = colours.link;
  pen.fillText(text, x - width / 2 + 4, y);
}
