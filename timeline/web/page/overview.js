// The whole time at a glance: how many events begin in each stretch of it, one standing above the
// other, and the window that is seen, which can be moved and stretched.

import { get } from "./api.js";
import { readMoment } from "./calendar.js";
import { hatch } from "./palette.js";
import { kept, momentAt, xOf } from "./scale.js";

/** @typedef {import("./scale.js").Span} Span */
/** @typedef {import("./scale.js").Scale} Scale */
/** @typedef {import("./palette.js").Palette} Palette */
/** @typedef {{start: string | null, end: string | null, lanes: {key: string | null, counts: number[]}[]}} Density */

const STANDINGS = ["asserted", "reported", "planned", "disputed", "denied", "retracted"];
const HATCHED = ["disputed", "denied", "retracted"];
const BUCKETS = 240;
const GRIP = 7; // pixels beside an edge of the window

/** The overview of one canvas. */
export class Overview {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {(window: Span, rests: boolean) => void} chosen
   */
  constructor(canvas, chosen) {
    this.canvas = canvas;
    this.chosen = chosen;
    /** @type {Density | null} */
    this.density = null;
    /** @type {Span} */
    this.window = { from: 0, to: 1 };
    /** @type {Span} */
    this.whole = { from: 0, to: 1 };
    this.#listen();
  }

  /**
   * Ask for the counts of a question.
   * @param {[string, string][]} filters
   * @param {AbortSignal} signal
   * @returns {Promise<Density>}
   */
  async load(filters, signal) {
    const asked = /** @type {[string, string][]} */ ([...filters, ["lane", "standing"], ["buckets", String(BUCKETS)]]);
    /** @type {Density} */
    const found = await get("density", asked, signal);
    this.density = found;
    return found;
  }

  /** @returns {Scale} */
  get scale() {
    return { ...this.whole, left: 0, width: this.canvas.clientWidth };
  }

  /**
   * Draw it.
   * @param {Span} window that is seen
   * @param {Span} whole
   * @param {Palette} colours
   */
  draw(window, whole, colours) {
    [this.window, this.whole] = [window, whole];
    const pen = sized(this.canvas);
    const { clientWidth: width, clientHeight: height } = this.canvas;
    pen.fillStyle = colours.raised;
    pen.fillRect(0, 0, width, height);
    if (this.density?.start) this.#columns(pen, height, colours);
    const [from, to] = [xOf(this.scale, window.from), xOf(this.scale, window.to)];
    pen.globalAlpha = 0.62;
    pen.fillStyle = colours.ground;
    pen.fillRect(0, 0, from, height);
    pen.fillRect(to, 0, width - to, height);
    pen.globalAlpha = 1;
    pen.strokeStyle = colours.link;
    pen.lineWidth = 1.5;
    pen.strokeRect(Math.max(0.75, from), 0.75, Math.max(3, Math.min(to, width - 1.5) - Math.max(0.75, from)), height - 1.5);
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {number} height
   * @param {Palette} colours
   */
  #columns(pen, height, colours) {
    const { start, end, lanes } = /** @type {{start: string, end: string, lanes: Density["lanes"]}} */ (this.density);
    const [first, last] = [xOf(this.scale, readMoment(start)), xOf(this.scale, readMoment(end))];
    const step = (last - first) / BUCKETS;
    const totals = Array.from({ length: BUCKETS }, (_, at) => lanes.reduce((sum, lane) => sum + lane.counts[at], 0));
    const most = Math.max(1, ...totals);
    const known = STANDINGS.map((key) => lanes.find((lane) => lane.key === key));
    totals.forEach((total, at) => {
      let below = 0;
      for (const lane of known) {
        if (!lane?.counts[at]) continue;
        // A single event beside thousands is seen as well: heights grow with the square root.
        const tall = (Math.sqrt(total / most) * (height - 6) * lane.counts[at]) / total;
        const key = String(lane.key);
        pen.fillStyle = (HATCHED.includes(key) && hatch(pen, colours[key])) || colours[key];
        pen.fillRect(first + at * step, height - below - tall, Math.max(step - 0.5, 2), tall);
        below += tall;
      }
    });
  }

  #listen() {
    /** @type {((x: number) => Span) | null} */
    let dragging = null;
    this.canvas.addEventListener("pointerdown", (event) => {
      this.canvas.setPointerCapture(event.pointerId);
      dragging = this.#drag(event.offsetX);
    });
    this.canvas.addEventListener("pointermove", (event) => {
      this.canvas.style.cursor = this.#edge(event.offsetX) ? "ew-resize" : "grab";
      if (dragging) this.chosen(dragging(event.offsetX), false);
    });
    this.canvas.addEventListener("pointerup", (event) => {
      if (dragging) this.chosen(dragging(event.offsetX), true);
      dragging = null;
    });
    this.canvas.addEventListener("dblclick", () => this.chosen(this.whole, true));
  }

  /** @param {number} x */
  #edge(x) {
    const near = (/** @type {number} */ at) => Math.abs(xOf(this.scale, at) - x) < GRIP;
    return near(this.window.from) ? "from" : near(this.window.to) ? "to" : null;
  }

  /**
   * Give what a drag that begins here does: at an edge it stretches, within it moves, outside it
   * brings the window there first.
   * @param {number} x
   * @returns {(x: number) => Span}
   */
  #drag(x) {
    const edge = this.#edge(x);
    const { from, to } = this.window;
    if (edge === "from") return (now) => kept({ from: Math.min(momentAt(this.scale, now), to - 1), to });
    if (edge === "to") return (now) => kept({ from, to: Math.max(momentAt(this.scale, now), from + 1) });
    const began = momentAt(this.scale, x);
    const by = began >= from && began <= to ? 0 : began - (from + to) / 2;
    return (now) => {
      const moved = by + momentAt(this.scale, now) - began;
      return kept({ from: from + moved, to: to + moved });
    };
  }
}

/**
 * Give the pen of a canvas, as fine as the screen is.
 * @param {HTMLCanvasElement} canvas
 */
export function sized(canvas) {
  const [width, height] = [canvas.clientWidth, canvas.clientHeight].map((side) => Math.round(side * devicePixelRatio));
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  return pen;
}
