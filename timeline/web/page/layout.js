// Where everything stands: lanes one under the other, in each the events in rows, so that neither
// they nor their labels overlap. An event keeps its row while one zooms, if it can.

import { xOf } from "./scale.js";

/** @typedef {import("./scale.js").Scale} Scale */
/** @typedef {import("./marks.js").Mark} Mark */
/** @typedef {import("./tracks.js").Lane} Lane */
/**
 * @typedef {object} Placed an event in a lane
 * @property {Mark} mark
 * @property {number} left pixels, of what is drawn of it without its label
 * @property {number} right
 * @property {number} y the middle, from the top of its lane
 * @property {string} label "" where there is no room
 * @property {number} labelAt where the label begins
 * @property {number} width of the label
 */
/**
 * @typedef {object} Band a lane as it is laid out
 * @property {Lane} lane
 * @property {number} top
 * @property {number} height
 * @property {Placed[]} placed
 * @property {Placed[]} crowd those for which there is no row
 * @property {number} more how many others last through all that is seen
 */

export const ROW = 22;
/** What is narrower is a point, and drawn as a sign. */
export const NARROW = 9;
const SIGN = 11;
const GAP = 8;
const PAD = 6;
const FADE = 36;
const FEWEST_ROWS = 4;
const HILL = 38;
const CROWD = 8;
const THROUGH = 3; // one row of so many is for what lasts through all that is seen
const LABELS = [120, 180, 260, 360, 520]; // pixels, that a label may have

/**
 * Give where an event begins and ends on the canvas.
 * @param {Mark} mark
 * @param {Scale} scale
 * @returns {[number, number]}
 */
export function extent(mark, scale) {
  const first = mark.segments[0];
  const last = mark.segments[mark.segments.length - 1];
  const [edge, end] = [scale.left - 60, scale.left + scale.width + 60];
  const begins = xOf(scale, first.earliest);
  const ends = xOf(scale, last.latest);
  const lasts = mark.kind === "interval";
  let left = Number.isFinite(begins) ? begins : lasts ? edge : ends - FADE;
  let right = Number.isFinite(ends) ? ends : lasts ? end : begins + FADE;
  if (mark.date_status === "by_report") left -= FADE;
  if (mark.date_status === "conflict") [left, right] = [Math.min(left, xOf(scale, mark.earliest)), Math.max(right, xOf(scale, mark.latest))];
  if (right - left < NARROW) {
    const middle = (left + right) / 2;
    [left, right] = [middle - SIGN / 2, middle + SIGN / 2];
  }
  return right < edge || left > end ? [left, right] : [Math.max(left, edge), Math.min(right, end)];
}

/** Labels as they fit, measured once. */
export class Labels {
  /** @param {CanvasRenderingContext2D} pen */
  constructor(pen) {
    this.pen = pen;
    /** @type {Map<string, {text: string, width: number}>} */
    this.known = new Map();
  }

  /**
   * Cut a title so that it takes at most so many pixels.
   * @param {string} title
   * @param {number} most
   */
  cut(title, most) {
    const key = `${most} ${title}`;
    const known = this.known.get(key);
    if (known) return known;
    const letters = Array.from(title);
    let [text, width] = [title, this.pen.measureText(title).width];
    for (let size = letters.length; width > most && size > 1;) {
      size = Math.min(size - 1, Math.floor((size * most) / width));
      text = `${letters.slice(0, size).join("").trimEnd()}…`;
      width = this.pen.measureText(text).width;
    }
    if (this.known.size > 20000) this.known.clear();
    this.known.set(key, { text, width });
    return { text, width };
  }
}

/** Rows of a lane, each with the pixel up to which it is taken. */
class Rows {
  /**
   * @param {number} most
   * @param {number} full that are taken
   */
  constructor(most, full) {
    this.most = most;
    /** @type {number[]} */
    this.taken = Array(full).fill(Infinity);
  }

  /**
   * Take the first row that is free between two pixels, or the one that was had before.
   * @param {number} left
   * @param {number} right
   * @param {number} before
   * @returns {number} -1 where none is free
   */
  take(left, right, before) {
    const free = (/** @type {number} */ row) => (this.taken[row] ?? -Infinity) <= left;
    let row = before >= 0 && before < this.most && free(before) ? before : this.taken.findIndex((_, at) => free(at));
    if (row < 0 && this.taken.length < this.most) row = this.taken.length;
    if (row < 0) return -1;
    while (this.taken.length < row) this.taken.push(-Infinity);
    this.taken[row] = right + GAP;
    return row;
  }
}

/**
 * Lay out the events of one lane: what lasts through all that is seen first, in few rows, since it
 * would take all of them.
 * @param {Mark[]} marks in order of time
 * @param {Scale} scale
 * @param {Labels} labels
 * @param {Map<string, number>} rows of events when they were laid out last; kept up to date
 * @param {number} most rows
 */
export function pack(marks, scale, labels, rows, most) {
  const all = marks.map((mark) => {
    const [left, right] = extent(mark, scale);
    return { mark, left, right, y: 0, label: "", labelAt: left, width: 0 };
  });
  const end = scale.left + scale.width;
  const through = all.filter(({ left, right }) => left <= scale.left && right >= end);
  const others = all.filter(({ left, right }) => left > scale.left || right < end);
  const above = through.slice(-Math.max(1, Math.floor(most / THROUGH)));
  const seen = others.filter(({ left, right }) => right > scale.left && left < end);
  const longest = room(scale, seen.length, most - above.length);
  const free = new Rows(most, above.length);
  above.forEach((one, row) => settle(one, row, labels.cut(one.mark.title, longest), scale));
  const crowd = others.filter((one) => {
    const text = labels.cut(one.mark.title, longest);
    const before = rows.get(one.mark.key) ?? -1;
    const at = besides(one, text.width, scale);
    const row = free.take(Math.min(one.left, at), Math.max(one.right, at + text.width), before);
    if (row >= 0) settle(one, row, text, scale);
    const bare = row < 0 ? free.take(one.left, one.right, before) : row;
    if (row < 0 && bare >= 0) settle(one, bare, { text: "", width: 0 }, scale);
    if (bare >= 0) rows.set(one.mark.key, bare);
    return bare < 0;
  });
  const left = new Set([...crowd, ...through.slice(0, through.length - above.length)]);
  return { placed: all.filter((one) => !left.has(one)), crowd, more: left.size - crowd.length,
    rows: free.taken.length };
}

/**
 * @param {Placed} one
 * @param {number} row
 * @param {{text: string, width: number}} label
 * @param {Scale} scale
 */
function settle(one, row, { text, width }, scale) {
  Object.assign(one, { y: PAD + (row + 0.5) * ROW, label: text, width, labelAt: besides(one, width, scale) });
}

/**
 * Give how long labels may be: long ones where events are few.
 * @param {Scale} scale
 * @param {number} count of events that are seen
 * @param {number} rows
 */
function room(scale, count, rows) {
  const share = (scale.width * rows) / Math.max(1, count);
  const steps = LABELS.filter((width) => width <= Math.min(share, scale.width * 0.8));
  return steps[steps.length - 1] ?? LABELS[0];
}

/**
 * Give where a label stands: within its bar if that is long and in one segment, else after it, or
 * before it where the picture ends.
 * @param {Placed} placed
 * @param {number} width
 * @param {Scale} scale
 */
function besides({ left, right, mark }, width, scale) {
  const [edge, end] = [scale.left, scale.left + scale.width];
  const seen = Math.max(left, edge);
  const whole = mark.segments.length === 1 && !["by_report", "conflict"].includes(mark.date_status);
  if (whole && Math.min(right, end) - seen >= width + 2 * PAD) return seen + PAD;
  const after = right + 4;
  return after + width > end && left - 4 - width >= edge && right > edge ? left - 4 - width : after;
}

/**
 * Lay out all lanes.
 * @param {import("./tracks.js").Tracks} tracks
 * @param {Scale} scale
 * @param {number} height that there is
 * @param {boolean} single whether single events are shown
 * @param {Labels} labels
 * @param {Map<string, Map<string, number>>} rows of each lane, see `pack`
 * @returns {Band[]}
 */
export function layOut(tracks, scale, height, single, labels, rows) {
  const { lanes } = tracks;
  const most = Math.max(FEWEST_ROWS, Math.floor((height / lanes.length - 2 * PAD - CROWD) / ROW));
  const hill = Math.max(HILL, Math.min(160, height / lanes.length));
  const inLanes = single ? sorted(tracks, scale) : new Map();
  let top = 0;
  return lanes.map((lane) => {
    const id = String(lane.key);
    if (!rows.has(id)) rows.set(id, new Map());
    const own = /** @type {Map<string, number>} */ (rows.get(id));
    const marks = inLanes.get(lane.key) ?? [];
    const found = single ? pack(marks, scale, labels, own, most) : { placed: [], crowd: [], more: 0, rows: 0 };
    const tall = Math.max(1, found.rows) * ROW + 2 * PAD + (found.crowd.length + found.more ? CROWD : 0);
    const band = { ...found, lane, top, height: single ? tall : hill };
    top += band.height;
    return band;
  });
}

/**
 * Give the events of each lane that are near what is seen, in order of time.
 * @param {import("./tracks.js").Tracks} tracks
 * @param {Scale} scale
 */
function sorted({ lanes, marks }, scale) {
  const beside = scale.to - scale.from;
  const named = new Set(lanes.map((lane) => lane.key));
  /** @type {Map<string | null, Mark[]>} */
  const found = new Map(lanes.map((lane) => [lane.key, []]));
  for (const mark of marks.inOrder()) {
    if (mark.latest < scale.from - beside || mark.earliest > scale.to + beside) continue;
    for (const key of new Set(mark.lanes.map((one) => (named.has(one) ? one : null)))) {
      found.get(key)?.push(mark);
    }
  }
  return found;
}
