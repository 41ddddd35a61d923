// Counts of events in tiles of a grid, for where there are too many to show each: every level of the
// grid is twice as fine as the next. Each lane of a tile is drawn once, off-screen, when it comes.

import { get } from "./api.js";

/** @typedef {import("./scale.js").Span} Span */
/**
 * @typedef {object} Tile
 * @property {number} level its buckets are 2 ** level seconds wide
 * @property {number} from where it begins
 * @property {number} to
 * @property {Map<string | null, number[]> | null} counts of each lane; null until they come
 * @property {number} most the largest of the lanes that have a name
 * @property {Map<string | null, HTMLCanvasElement>} drawn
 * @property {AbortController} asking
 */

const BUCKETS = 256;
const BUCKET = 2; // pixels at least
const MOST_TILES = 300;
const HEIGHT = 64; // pixels of what is drawn off-screen

/** The counts of one question. */
export class Hills {
  /**
   * @param {[string, string][]} asked what every request has
   * @param {(error?: Error) => void} came called when counts have come, or have not
   */
  constructor(asked, came) {
    this.asked = asked;
    this.came = came;
    /** @type {Map<string, Tile>} in the order of their last use */
    this.tiles = new Map();
  }

  /**
   * Give the level whose buckets are as fine as can be seen.
   * @param {Span} window
   * @param {number} pixels
   */
  levelOf({ from, to }, pixels) {
    return Math.max(0, Math.ceil(Math.log2(((to - from) / pixels) * BUCKET)));
  }

  /**
   * Ask for the tiles of a stretch that are not there.
   * @param {Span} span
   * @param {number} level
   * @returns {boolean} whether all are there
   */
  want(span, level) {
    let there = true;
    for (const from of this.#starts(span, level)) {
      const tile = this.tiles.get(`${level}:${from}`) ?? this.#ask(level, from);
      there &&= tile.counts !== null;
    }
    return there;
  }

  /**
   * Give up what has not come of all but some stretch and levels.
   * @param {Span} span
   * @param {number} level and the one above
   */
  giveUp(span, level) {
    for (const [key, tile] of this.tiles) {
      const wanted = tile.to > span.from && tile.from < span.to
        && (tile.level === level || tile.level === level + 1);
      if (tile.counts === null && !wanted) {
        tile.asking.abort();
        this.tiles.delete(key);
      }
    }
  }

  /** Give up everything. */
  close() {
    this.giveUp({ from: 0, to: 0 }, -2);
  }

  /**
   * Give the tiles to show for a stretch: those of a level, and where they have not come yet those
   * of the nearest level that have.
   * @param {Span} span
   * @param {number} level
   * @returns {{tile: Tile, from: number, to: number}[]}
   */
  best(span, level) {
    return this.#starts(span, level).flatMap((from) => {
      const to = from + BUCKETS * 2 ** level;
      for (let above = level; above < 64; above += 1) {
        const wide = BUCKETS * 2 ** above;
        const tile = this.tiles.get(`${above}:${Math.floor(from / wide) * wide}`);
        if (tile?.counts) return [{ tile, from, to }];
      }
      return [];
    });
  }

  /**
   * Count what begins in a stretch, in all lanes together.
   * @param {Span} span
   * @param {number} level whose tiles are there
   */
  count(span, level) {
    let found = 0;
    const width = 2 ** level;
    for (const { tile } of this.best(span, level)) {
      const first = Math.max(0, Math.floor((span.from - tile.from) / width));
      const last = Math.min(BUCKETS, Math.ceil((span.to - tile.from) / width));
      for (const counts of tile.counts?.values() ?? []) {
        for (let at = first; at < last; at += 1) found += counts[at];
      }
    }
    return found;
  }

  /** Forget what is drawn: the colours are others now. */
  fade() {
    for (const tile of this.tiles.values()) tile.drawn.clear();
  }

  /**
   * @param {Span} span
   * @param {number} level
   * @returns {number[]}
   */
  #starts({ from, to }, level) {
    const width = BUCKETS * 2 ** level;
    const first = Math.floor(from / width);
    return Array.from({ length: Math.ceil(to / width) - first }, (_, n) => (first + n) * width);
  }

  /**
   * @param {number} level
   * @param {number} from
   * @returns {Tile}
   */
  #ask(level, from) {
    /** @type {Tile} */
    const tile = { level, from, to: from + BUCKETS * 2 ** level, counts: null, most: 0,
      drawn: new Map(), asking: new AbortController() };
    this.tiles.set(`${level}:${from}`, tile);
    this.#fill(tile).then(() => this.came(), (error) => {
      if (!tile.asking.signal.aborted) this.came(error);
    });
    if (this.tiles.size > MOST_TILES) this.#forget();
    return tile;
  }

  /** @param {Tile} tile */
  async #fill(tile) {
    const grid = { start: tile.from, width: 2 ** tile.level, buckets: BUCKETS };
    const asked = Object.entries(grid).map(([name, number]) => [name, BigInt(number).toString()]);
    const all = /** @type {[string, string][]} */ ([...this.asked, ...asked]);
    const found = await get("density", all, tile.asking.signal);
    tile.counts = new Map(found.lanes.map((/** @type {any} */ lane) => [lane.key, lane.counts]));
    tile.most = Math.max(0, ...[...tile.counts].flatMap(([key, counts]) => (key === null ? [] : counts)));
  }

  #forget() {
    for (const [key, tile] of [...this.tiles].slice(0, MOST_TILES / 3)) {
      tile.asking.abort();
      this.tiles.delete(key);
    }
  }
}

/**
 * Give the count that is as high as a lane: all others together have a measure of their own, beside
 * which those that have a name would be flat.
 * @param {Tile} tile
 * @param {string | null} lane
 */
export function mostOf(tile, lane) {
  return lane === null ? Math.max(0, ...(tile.counts?.get(null) ?? [])) : tile.most;
}

/**
 * Give a lane of a tile as it is drawn: from nothing to the tile's most, by the square root, so that
 * one event is seen beside thousands.
 * @param {Tile} tile
 * @param {string | null} lane
 * @param {string} colour
 * @returns {HTMLCanvasElement | null} null where there is nothing
 */
export function drawnOf(tile, lane, colour) {
  const counts = tile.counts?.get(lane);
  if (!counts) return null;
  const known = tile.drawn.get(lane);
  if (known) return known;
  const made = document.createElement("canvas");
  [made.width, made.height] = [BUCKETS, HEIGHT];
  const pen = /** @type {CanvasRenderingContext2D} */ (made.getContext("2d"));
  pen.fillStyle = colour;
  const most = mostOf(tile, lane);
  counts.forEach((count, at) => {
    const tall = Math.sqrt(count / most) * HEIGHT;
    if (count) pen.fillRect(at, HEIGHT - tall, 1, tall);
  });
  tile.drawn.set(lane, made);
  return made;
}
