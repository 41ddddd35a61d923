// The canvas of the picture: which window it shows, and how it gets from one to another. It draws at
// most once a frame, and only if something has changed.

import { AXIS, draw, FONT } from "./draw.js";
import { Labels, layOut, ROW } from "./layout.js";
import { sized } from "./overview.js";
import { paletteOf } from "./palette.js";
import { kept, moved, zoomed } from "./scale.js";
import { drawThreads } from "./threads.js";

/** @typedef {import("./scale.js").Span} Span */
/** @typedef {import("./scale.js").Scale} Scale */
/** @typedef {import("./marks.js").Mark} Mark */
/** @typedef {import("./layout.js").Band} Band */

const GUTTER = 148; // pixels, for the names of lanes
const NARROW = 640; // pixels; less has no room for a gutter
const EASE = 0.25; // of the way to where it goes, each frame
const TALLEST = 0.56; // of the height of the screen
const LEAST = 120; // pixels
const PAD = 12;
const MOST_FRAMES = 100; // until all is in its place
const still = matchMedia("(prefers-reduced-motion: reduce)");

/** What is drawn, and where in time. */
export class Stage {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {(lane: import("./tracks.js").Lane) => string} nameOf a lane
   * @param {(window: Span) => void} drawn called after each frame
   */
  constructor(canvas, nameOf, drawn) {
    this.canvas = canvas;
    this.nameOf = nameOf;
    this.drawn = drawn;
    this.colours = paletteOf(document.body);
    const pen = sized(canvas);
    pen.font = FONT;
    this.labels = new Labels(pen);
    this.names = new Labels(pen);
    /** @type {import("./tracks.js").Tracks | null} */
    this.tracks = null;
    /** @type {Span} */
    this.window = { from: 0, to: 1 };
    /** @type {Span | null} where it goes */
    this.goal = null;
    /** @type {Band[]} */
    this.bands = [];
    /** @type {Map<string, Map<string, number>>} rows of the events of each lane */
    this.rows = new Map();
    /** @type {Map<string, number>} heights of lanes, as they are shown */
    this.heights = new Map();
    this.scrolled = 0;
    this.tall = 0;
    this.single = false;
    /** @type {Set<string>} keys of events that stand out */
    this.lit = new Set();
    /** @type {Mark | undefined} */
    this.chosen = undefined;
    /** @type {import("./threads.js").Thread[]} */
    this.threads = [];
    this.waiting = 0;
    this.stale = true;
  }

  /** @returns {Scale} */
  get scale() {
    const wide = this.canvas.clientWidth;
    const lanes = this.tracks?.lanes ?? [];
    const named = lanes.length > 1 || lanes[0]?.key !== null;
    const left = named && wide >= NARROW ? GUTTER : 0;
    return { ...this.window, left, width: Math.max(1, wide - left) };
  }

  /**
   * Show the data of another question.
   * @param {import("./tracks.js").Tracks} tracks
   */
  take(tracks) {
    this.tracks?.close();
    this.tracks = tracks;
    this.rows.clear();
    this.heights.clear();
    [this.scrolled, this.tall] = [0, 0];
    this.renew();
  }

  /**
   * Be as high as the lanes, within what the screen has; while one question is shown it only grows.
   * @param {number} lanes pixels
   */
  #fit(lanes) {
    const wanted = Math.ceil(Math.min(this.most, Math.max(LEAST, AXIS + lanes + PAD)));
    if (wanted > this.tall) this.canvas.style.height = `${this.tall = wanted}px`;
  }

  /** What the screen has for it, in pixels. */
  get most() {
    return Math.max(LEAST, innerHeight * TALLEST);
  }

  /** Data have come, or the size or colours have changed. */
  renew() {
    this.stale = true;
    this.later();
  }

  /** The colours are others now. */
  recolour() {
    this.colours = paletteOf(document.body);
    this.tracks?.hills.fade();
    this.later();
  }

  /**
   * Show a window, at once.
   * @param {Span} window
   */
  see(window) {
    this.window = kept(window);
    this.goal = null;
    this.renew();
  }

  /**
   * Go to a window.
   * @param {Span} window
   */
  glide(window) {
    if (still.matches) return this.see(window);
    this.goal = kept(window);
    return this.later();
  }

  /**
   * Zoom around a pixel, or the middle; `slowly` glides there.
   * @param {number} factor
   * @param {number | null} x
   * @param {boolean} [slowly]
   */
  zoom(factor, x, slowly = false) {
    const scale = { ...this.scale, ...(slowly && this.goal) };
    const window = zoomed(scale, factor, Math.max(scale.left, x ?? scale.left + scale.width / 2));
    if (slowly) this.glide(window);
    else this.see(window);
  }

  /**
   * Move in time by a share of the window, slowly.
   * @param {number} share
   */
  pan(share) {
    const scale = { ...this.scale, ...this.goal };
    this.glide(moved(scale, share * scale.width));
  }

  /**
   * Move by pixels in time, and over the lanes.
   * @param {number} across
   * @param {number} along
   */
  move(across, along) {
    if (across) this.see(moved(this.scale, across));
    this.scrolled += along;
    this.later();
  }

  /**
   * Find what is at a point.
   * @param {number} x
   * @param {number} y
   * @returns {Mark | undefined}
   */
  at(x, y) {
    const within = y - AXIS + this.scrolled;
    const band = this.bands.find(({ top, height }) => within >= top && within < top + height);
    if (!band || y < AXIS) return undefined;
    const found = band.placed.find(({ left, right, y: middle, label, labelAt, width }) =>
      Math.abs(band.top + middle - within) <= ROW / 2
      && x >= (label ? Math.min(left, labelAt) : left) - 2
      && x <= (label ? Math.max(right, labelAt + width) : right) + 2);
    return (found ?? band.crowd.find(({ left, right }) => Math.abs((left + right) / 2 - x) < 3))?.mark;
  }

  /** Draw before the screen is shown next. */
  later() {
    this.waiting ||= requestAnimationFrame(() => {
      this.waiting = 0;
      this.#frame();
    });
  }

  /** Draw at once, as it will be when all is in its place. */
  now() {
    for (let n = 0; n < MOST_FRAMES && !this.#frame(); n += 1);
    this.later();
  }

  /** @returns {boolean} whether all is in its place */
  #frame() {
    if (!this.tracks) return true;
    if (this.goal) this.#approach(this.goal);
    if (this.stale) this.tracks.want(this.window, this.scale.width);
    this.stale = false;
    this.single = this.tracks.shows(this.window);
    this.canvas.ariaBusy = String(!this.tracks.knows(this.window));
    const settled = this.#layOut(this.tracks);
    const pen = sized(this.canvas);
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const frame = {
      pen, width, height, scale: this.scale, scrolled: this.scrolled, bands: this.bands,
      colours: this.colours, tracks: this.tracks, single: this.single, lit: this.lit,
      nameOf: (/** @type {import("./tracks.js").Lane} */ lane) => this.names.cut(this.nameOf(lane), GUTTER - 18).text,
    };
    draw(frame);
    drawThreads(frame, this.chosen, this.threads);
    this.drawn(this.window);
    const done = !this.goal && settled;
    if (!done) this.later();
    return done;
  }

  /** @param {Span} goal */
  #approach(goal) {
    const by = (/** @type {number} */ now, /** @type {number} */ then) => now + (then - now) * EASE;
    const next = { from: by(this.window.from, goal.from), to: by(this.window.to, goal.to) };
    const near = Math.abs(goal.from - next.from) + Math.abs(goal.to - next.to) < (goal.to - goal.from) / 500;
    this.window = near ? goal : next;
    if (near) this.goal = null;
    this.stale = true;
  }

  /**
   * Lay out the lanes; their heights change slowly.
   * @param {import("./tracks.js").Tracks} tracks
   * @returns {boolean} whether they have their heights
   */
  #layOut(tracks) {
    this.bands = layOut(tracks, this.scale, this.most - AXIS, this.single, this.labels, this.rows);
    let [top, settled] = [0, true];
    for (const band of this.bands) {
      const id = String(band.lane.key);
      const shown = this.heights.get(id) ?? band.height;
      const next = still.matches ? band.height : shown + (band.height - shown) * EASE;
      if (Math.abs(band.height - next) >= 0.5) [band.height, settled] = [next, false];
      this.heights.set(id, band.height);
      band.top = top;
      top += band.height;
    }
    this.#fit(top);
    this.scrolled = Math.max(0, Math.min(this.scrolled, top + AXIS - this.tall));
    return settled;
  }
}
