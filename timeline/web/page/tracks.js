// What the picture has of one question: its lanes, single events where all of a window are known,
// counts elsewhere. What is seen is asked for first, what lies beside it ahead of time, and what
// nobody looks at any more is given up (as in Perfetto's page).

import { get } from "./api.js";
import { readMoment } from "./calendar.js";
import { Hills } from "./hills.js";
import { Marks, MOST_SHOWN } from "./marks.js";

/** @typedef {import("./scale.js").Span} Span */
/** @typedef {{key: string | null, name: string | null, total: number}} Lane */

const MOST_LANES = 20;

/** The data of one question, laid out in lanes of one kind. */
export class Tracks {
  /**
   * @param {[string, string][]} filters
   * @param {string} by what a lane is of
   * @param {(error?: Error) => void} came called when data have come, or have not
   */
  constructor(filters, by, came) {
    /** @type {[string, string][]} */
    this.asked = [...filters, ["lane", by]];
    this.by = by;
    this.came = came;
    this.asking = new AbortController();
    this.marks = new Marks(this.asked, came);
    this.hills = new Hills(this.asked, came);
    /** @type {Lane[]} */
    this.lanes = [];
    this.undated = 0;
    /** @type {Span | null} from the first event to the last */
    this.whole = null;
    this.level = 0;
    this.overlap = 1;
  }

  /**
   * Ask for the lanes and ends, and for all events if they are few.
   * @param {Promise<any>} counted by standing: enough to know where there are no other lanes
   */
  async open(counted) {
    const found = await (this.by === "none" ? counted : this.#counted());
    this.lanes = this.by === "none" ? [{ key: null, name: null, total: found.events }] : found.lanes;
    this.undated = found.undated;
    if (found.start === null) return;
    this.whole = { from: readMoment(found.start), to: readMoment(found.end) };
    const total = this.lanes.reduce((sum, lane) => sum + lane.total, 0);
    this.overlap = Math.max(1, total / found.events);
    // A lane of all others is told which these are.
    const keys = this.lanes.map((lane) => lane.key).filter((key) => key !== null);
    if (keys.length === MOST_LANES) {
      this.hills.asked = [...this.asked, ...keys.map((key) => /** @type {[string, string]} */ (["only", key]))];
    }
    if (found.events <= MOST_SHOWN) await this.#everything();
  }

  /** Ask how many events each lane has. */
  #counted() {
    const asked = /** @type {[string, string][]} */ ([
      ...this.asked, ["buckets", "1"], ["lanes", String(MOST_LANES)],
    ]);
    return get("density", asked, this.asking.signal);
  }

  async #everything() {
    const all = { from: -Infinity, to: Infinity };
    await this.marks.want(all, all);
    for (const { earliest, latest } of this.marks.byKey.values()) {
      if (this.whole && Number.isFinite(earliest)) this.whole.from = Math.min(this.whole.from, earliest);
      if (this.whole && Number.isFinite(latest)) this.whole.to = Math.max(this.whole.to, latest);
    }
  }

  /** Give up all that was asked for. */
  close() {
    this.asking.abort();
    this.marks.close();
    this.hills.close();
  }

  /**
   * See to it that what a window needs comes.
   * @param {Span} window
   * @param {number} pixels how wide it is
   */
  want(window, pixels) {
    const third = (window.to - window.from) / 3;
    const wide = { from: window.from - third, to: window.to + third };
    this.level = this.hills.levelOf(window, pixels);
    this.hills.giveUp(wide, this.level);
    if (this.marks.knows(wide)) return;
    // What comes next is about as dense as what is seen.
    if (this.marks.knows(window)) this.marks.want(window, wide);
    const counted = this.hills.want(window, this.level);
    if (!counted) return;
    if (this.hills.count(window, this.level) / this.overlap <= MOST_SHOWN) this.marks.want(window, wide);
    this.hills.want(wide, this.level);
    this.hills.want(window, this.level + 1);
  }

  /**
   * Whether all has come that is shown of a window: its events, or that they are too many.
   * @param {Span} window
   */
  knows(window) {
    return this.marks.knows(window) || this.marks.exceeds(window)
      || this.hills.count(window, this.level) / this.overlap > MOST_SHOWN;
  }

  /**
   * Whether single events are shown in a window: where all are known, or no counts have come yet.
   * @param {Span} window
   */
  shows(window) {
    if (this.marks.knows(window)) return true;
    return this.marks.byKey.size > 0 && this.hills.best(window, this.level).length === 0;
  }
}
