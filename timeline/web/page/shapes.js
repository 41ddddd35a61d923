// How an event looks: a sign where its date is a point, a bar where it lasts or where it is not sure
// when it was. What colours say, shapes and patterns say as well.

import { DAY } from "./calendar.js";
import { NARROW } from "./layout.js";
import { hatch, thin } from "./palette.js";
import { xOf } from "./scale.js";

/** @typedef {import("./layout.js").Placed} Placed */
/** @typedef {import("./scale.js").Scale} Scale */
/** @typedef {import("./palette.js").Palette} Palette */
/** @typedef {import("./marks.js").Segment} Segment */
/** @typedef {CanvasRenderingContext2D} Pen */

const TALL = 14; // pixels, of a bar
const RADIUS = 5.5;
const FADE = 36;
const DASHES = [2.5, 2];

/**
 * Draw a sign.
 * @param {Pen} pen
 * @param {string} standing
 * @param {number} x
 * @param {number} y
 * @param {Palette} colours
 * @param {boolean} machine
 */
export function sign(pen, standing, x, y, colours, machine) {
  const colour = colours[standing];
  pen.lineWidth = 1.5;
  pen.strokeStyle = colour;
  pen.setLineDash(machine ? DASHES : []);
  pen.fillStyle = machine ? thin(colour, 0.25) : colour;
  pen.beginPath();
  (SIGNS[standing] ?? disc)(pen, x, y);
  if (!HOLLOW.includes(standing)) pen.fill();
  pen.stroke();
  if (HALF.includes(standing)) halved(pen, standing, x, y, colours);
  pen.setLineDash([]);
}

const HOLLOW = ["denied", "planned", "retracted"];
const HALF = ["reported", "disputed"];

/** @type {Record<string, (pen: Pen, x: number, y: number) => void>} */
const SIGNS = {
  disputed: (pen, x, y) => corners(pen, [[x - 6, y], [x, y - 6], [x + 6, y], [x, y + 6]]),
  planned: (pen, x, y) => corners(pen, [[x - 4, y - 5], [x + 5, y], [x - 4, y + 5]]),
  denied: (pen, x, y) => {
    for (const by of [-1, 1]) {
      pen.moveTo(x - 4, y - 4 * by);
      pen.lineTo(x + 4, y + 4 * by);
    }
  },
};

/** @type {(pen: Pen, x: number, y: number) => void} */
function disc(pen, x, y) {
  pen.arc(x, y, RADIUS - 0.75, 0, 2 * Math.PI);
}

/** @type {(pen: Pen, points: [number, number][]) => void} */
function corners(pen, points) {
  points.forEach(([x, y], at) => (at ? pen.lineTo(x, y) : pen.moveTo(x, y)));
  pen.closePath();
}

/**
 * Empty one half of a sign: the right one of what is only reported, the lower one of what some deny.
 * @type {(pen: Pen, standing: string, x: number, y: number, colours: Palette) => void}
 */
function halved(pen, standing, x, y, colours) {
  pen.beginPath();
  if (standing === "disputed") corners(pen, [[x - 6, y], [x + 6, y], [x, y + 6]]);
  else pen.arc(x, y, RADIUS - 0.75, -Math.PI / 2, Math.PI / 2);
  pen.fillStyle = colours.raised;
  pen.fill();
  pen.stroke();
}

/**
 * Draw an event without its label.
 * @param {Pen} pen
 * @param {Placed} placed
 * @param {number} y
 * @param {Scale} scale
 * @param {Palette} colours
 */
export function shape(pen, { mark, left, right }, y, scale, colours) {
  const { segments, standing, machine } = mark;
  const colour = colours[standing];
  if (mark.date_status === "conflict") whisker(pen, xOf(scale, mark.earliest), xOf(scale, mark.latest), y, scale, colour);
  if (segments.length > 1) line(pen, left, right, y, colour, mark.kind === "all_of" ? [] : [1.5, 3]);
  for (const segment of segments) {
    const [from, to] = [xOf(scale, segment.earliest), xOf(scale, segment.latest)];
    if (to < scale.left - 60 || from > scale.left + scale.width + 60) continue;
    if (mark.date_status === "by_report") tail(pen, Math.min(to, (from + to) / 2), y, colour);
    if (to - from < NARROW) sign(pen, standing, (from + to) / 2, y, colours, machine);
    else bar(pen, segment, mark, y, scale, colours);
  }
  if (mark.kind === "interval") arrows(pen, mark, y, scale, colour);
}

/**
 * A line between what belongs together.
 * @type {(pen: Pen, from: number, to: number, y: number, colour: string, dashes: number[]) => void}
 */
function line(pen, from, to, y, colour, dashes) {
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.setLineDash(dashes);
  pen.beginPath();
  pen.moveTo(from, y);
  pen.lineTo(to, y);
  pen.stroke();
  pen.setLineDash([]);
}

/**
 * What all dates that are said of an event cover, where these can't all be right.
 * @type {(pen: Pen, from: number, to: number, y: number, scale: Scale, colour: string) => void}
 */
function whisker(pen, from, to, y, scale, colour) {
  const [low, high] = [Math.max(from, scale.left - 60), Math.min(to, scale.left + scale.width + 60)];
  line(pen, low, high, y, colour, []);
  for (const x of [low, high]) {
    pen.beginPath();
    pen.moveTo(x, y - 4);
    pen.lineTo(x, y + 4);
    pen.stroke();
  }
}

/**
 * It was by then: a tail that fades into the past.
 * @type {(pen: Pen, x: number, y: number, colour: string) => void}
 */
function tail(pen, x, y, colour) {
  const fading = pen.createLinearGradient(x - FADE, 0, x, 0);
  fading.addColorStop(0, thin(colour, 0));
  fading.addColorStop(1, thin(colour, 0.7));
  pen.fillStyle = fading;
  pen.beginPath();
  pen.moveTo(x - FADE, y);
  pen.lineTo(x, y - 4);
  pen.lineTo(x, y + 4);
  pen.fill();
}

/**
 * Give how sure a segment is along its length: moments and shares, from nothing to all of it.
 * @param {Segment} segment
 * @param {boolean} vague
 * @param {number} fade seconds of what has no end
 * @returns {[number, number][]}
 */
export function profile({ earliest, begun, ended, latest }, vague, fade) {
  const sure = vague ? 0.6 : 1;
  if (begun < ended || (begun === ended && latest - earliest > fade)) {
    const low = Number.isFinite(earliest) || begun === -Infinity ? earliest : begun - fade;
    const high = Number.isFinite(latest) || ended === Infinity ? latest : ended + fade;
    return [[low, 0.1], [Math.max(low, begun), sure], [Math.min(high, ended), sure], [high, 0.1]];
  }
  if (!Number.isFinite(earliest)) return [[latest - fade, 0.05], [latest, sure]];
  if (!Number.isFinite(latest)) return [[earliest, sure], [earliest + fade, 0.05]];
  if (latest - earliest <= DAY && !vague) return [[earliest, 1], [latest, 1]];
  return [[earliest, 0.08], [(earliest + latest) / 2, sure], [latest, 0.08]];
}

/**
 * Make the gradient of a profile between two pixels.
 * @param {Pen} pen
 * @param {[number, number][]} points pixels and shares, in order
 * @param {string} colour
 * @param {number} most
 */
function gradient(pen, points, colour, most) {
  const [low, high] = [points[0][0], points[points.length - 1][0]];
  const found = pen.createLinearGradient(low, 0, high, 0);
  for (const [x, share] of points) {
    found.addColorStop(Math.min(1, Math.max(0, (x - low) / (high - low || 1))), thin(colour, share * most));
  }
  return found;
}

/**
 * Cut points to what is seen.
 * @param {[number, number][]} points
 * @param {number} low
 * @param {number} high
 * @returns {[number, number][]}
 */
function cut(points, low, high) {
  const share = (/** @type {number} */ x) => {
    const next = Math.max(1, points.findIndex(([at]) => at >= x));
    const [[a, one], [b, two]] = [points[next - 1], points[next]];
    return one + ((two - one) * (x - a)) / (b - a || 1);
  };
  const [first, last] = [Math.max(low, points[0][0]), Math.min(high, points[points.length - 1][0])];
  return [[first, share(first)], ...points.filter(([x]) => x > first && x < last), [last, share(last)]];
}

/**
 * @param {Pen} pen
 * @param {Segment} segment
 * @param {import("./marks.js").Mark} mark
 * @param {number} y
 * @param {Scale} scale
 * @param {Palette} colours
 */
function bar(pen, segment, mark, y, scale, colours) {
  const { standing, machine } = mark;
  const fade = (FADE / scale.width) * (scale.to - scale.from);
  const sure = profile(segment, mark.vague, fade);
  const all = /** @type {[number, number][]} */ (sure.map(([at, share]) => [clamped(xOf(scale, at)), share]));
  const points = cut(all, scale.left - 60, scale.left + scale.width + 60);
  const [from, to] = [points[0][0], points[points.length - 1][0]];
  const [top, wide] = [y - TALL / 2, Math.max(2, to - from)];
  const colour = colours[standing];
  const outline = new Path2D();
  outline.roundRect(from, top, wide, TALL, 2.5);
  pen.fillStyle = standing === "retracted" ? colours.raised : gradient(pen, points, colour, FILLS[standing] ?? 0.3);
  pen.fill(outline);
  if (standing === "disputed") covered(pen, from, y, wide, TALL / 2, colours.denied);
  if (standing === "denied") covered(pen, from, top, wide, TALL, colour);
  pen.strokeStyle = gradient(pen, points, colour, 1);
  pen.lineWidth = 1.25;
  pen.setLineDash(machine ? DASHES : standing === "planned" ? [7, 3] : []);
  pen.stroke(outline);
  pen.setLineDash([]);
}

const FILLS = /** @type {Record<string, number>} */ ({ asserted: 0.55, reported: 0.3, disputed: 0.3, denied: 0.08, planned: 0.12 });

/** A double as a pixel that a canvas can take. @param {number} x */
function clamped(x) {
  return Math.max(-1e6, Math.min(1e6, x));
}

/** @type {(pen: Pen, x: number, y: number, width: number, height: number, colour: string) => void} */
function covered(pen, x, y, width, height, colour) {
  pen.save();
  pen.globalAlpha = 0.45;
  pen.fillStyle = hatch(pen, colour) ?? colour;
  pen.fillRect(x, y, width, height);
  pen.restore();
}

/**
 * It goes on without end.
 * @type {(pen: Pen, mark: import("./marks.js").Mark, y: number, scale: Scale, colour: string) => void}
 */
function arrows(pen, mark, y, scale, colour) {
  pen.fillStyle = colour;
  const heads = /** @type {[string, number, number][]} */ ([
    ["start", scale.left + 1, 1], ["end", scale.left + scale.width - 1, -1]]);
  for (const [end, x, way] of heads) {
    if (mark.open !== end && mark.open !== "both") continue;
    const reaches = end === "end" ? xOf(scale, mark.segments[0].earliest) < x : xOf(scale, mark.segments[0].latest) > x;
    if (!reaches) continue;
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x + 9 * way, y - TALL / 2);
    pen.lineTo(x + 9 * way, y + TALL / 2);
    pen.fill();
  }
}
