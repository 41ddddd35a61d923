// Single events: what is known of them, stretch by stretch of time.

import { get } from "./api.js";
import { holds, joined, missing } from "./spans.js";
import { language } from "./speech.js";

/** @typedef {import("./scale.js").Span} Span */
/** @typedef {{earliest: number, begun: number, ended: number, latest: number}} Segment */
/**
 * @typedef {object} Mark an event in the picture: see MarkRow
 * @property {string} key
 * @property {string} title
 * @property {string} type
 * @property {string} standing
 * @property {string | null} date
 * @property {string} date_status
 * @property {string} kind
 * @property {boolean} vague
 * @property {string} open
 * @property {Segment[]} segments infinite where open or unknown
 * @property {number} earliest
 * @property {number} latest
 * @property {(string | null)[]} lanes
 * @property {boolean} machine
 */

/** More events than this are counted instead of shown. */
export const MOST_SHOWN = 2000;
const MOST_KEPT = 20000;
// What would turn the order of the letters beside it, and what has no width.
const UNSEEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Read a row of the API.
 * @param {any} row
 * @returns {Mark}
 */
export function markOf(row) {
  return {
    ...row,
    title: (row.title ?? row.key).replace(UNSEEN, ""),
    earliest: row.earliest ?? -Infinity,
    latest: row.latest ?? Infinity,
    segments: row.segments.map((/** @type {any} */ segment) => segmentOf(segment, row)),
  };
}

/**
 * Read a segment of a date. Of an interval an open end is never reached, and one that is unknown may
 * be anywhere; of what lies somewhere between two ends neither is sure.
 * @param {Record<keyof Segment, number | null>} segment
 * @param {{kind: string, open: string}} mark
 * @returns {Segment}
 */
function segmentOf(segment, { kind, open }) {
  const earliest = segment.earliest ?? -Infinity;
  const latest = segment.latest ?? Infinity;
  if (kind !== "interval") {
    return { earliest, latest, begun: segment.begun ?? Infinity, ended: segment.ended ?? -Infinity };
  }
  const [starts, ends] = ["start", "end"].map((end) => open === end || open === "both");
  return {
    earliest,
    begun: segment.begun ?? (starts ? -Infinity : segment.ended ?? latest),
    ended: segment.ended ?? (ends ? Infinity : segment.begun ?? earliest),
    latest,
  };
}

/**
 * Give where an event stands in order of time.
 * @param {Mark} mark
 */
export function placeOf({ segments }) {
  const { earliest, latest } = segments[0];
  return Number.isFinite(earliest) ? earliest : latest;
}

/** The single events of one question. */
export class Marks {
  /**
   * @param {[string, string][]} asked what every request has
   * @param {(error?: Error) => void} came called when events have come, or have not
   */
  constructor(asked, came) {
    this.asked = asked;
    this.came = came;
    /** @type {Map<string, Mark>} */
    this.byKey = new Map();
    /** @type {Span[]} stretches of which all is known */
    this.known = [];
    /** @type {Span[]} stretches of which there is too much */
    this.dense = [];
    /** @type {{span: Span, asking: AbortController} | null} */
    this.pending = null;
    /** @type {Mark[] | null} */
    this.order = null;
  }

  /** Give the events in order of time, by where they begin, or by where they end if only that is known. */
  inOrder() {
    this.order ??= [...this.byKey.values()].sort((a, b) => placeOf(a) - placeOf(b) || (a.key < b.key ? -1 : 1));
    return this.order;
  }

  /**
   * Whether all events of a stretch are known.
   * @param {Span} span
   */
  knows(span) {
    return holds(this.known, span);
  }

  /**
   * Whether a stretch has too many events to be shown.
   * @param {Span} span
   */
  exceeds(span) {
    return this.dense.some((one) => holds([span], one));
  }

  /**
   * Whether what is missing of a stretch is on its way.
   * @param {Span} span
   */
  awaits(span) {
    return this.pending !== null && holds([...this.known, this.pending.span], missing(this.known, span));
  }

  /**
   * Ask for a stretch, if it is not known and not known to be too much.
   * @param {Span} span what is seen
   * @param {Span} wide what may be seen next
   */
  async want(span, wide) {
    const lacks = missing(this.known, this.exceeds(wide) ? span : wide);
    if (lacks.from >= lacks.to || this.awaits(span)) return;
    if (this.exceeds(lacks)) return;
    this.close();
    const pending = this.pending = { span: lacks, asking: new AbortController() };
    try {
      const query = this.#query(lacks);
      let found = await get("picture", query, pending.asking.signal);
      // Where too many last through a stretch, those are shown that begin in it, as they are counted.
      if (found.after !== null && Number.isFinite(lacks.from)) {
        const begun = /** @type {[string, string]} */ (["after", `${BigInt(Math.floor(lacks.from)) - 1n}:~`]);
        found = await get("picture", [...query, begun], pending.asking.signal);
      }
      this.#take(lacks, found);
      this.came();
    } catch (error) {
      if (!pending.asking.signal.aborted) this.came(/** @type {Error} */ (error));
    } finally {
      if (this.pending === pending) this.pending = null;
    }
  }

  /** Give up what was asked for. */
  close() {
    this.pending?.asking.abort();
    this.pending = null;
  }

  /**
   * @param {Span} span
   * @returns {[string, string][]}
   */
  #query({ from, to }) {
    const bounds = Object.entries({ start: Math.floor(from), end: Math.ceil(to) })
      .filter(([, bound]) => Number.isFinite(bound));
    const whole = bounds.map(([name, bound]) => [name, BigInt(bound).toString()]);
    return /** @type {[string, string][]} */ ([
      ...this.asked, ["language", language], ["limit", String(MOST_SHOWN)], ...whole,
    ]);
  }

  /**
   * @param {Span} span
   * @param {{rows: any[], after: string | null}} found
   */
  #take(span, { rows, after }) {
    if (after !== null) {
      this.dense.push(span);
      return;
    }
    if (this.byKey.size > MOST_KEPT) {
      this.byKey.clear();
      this.known = [];
    }
    for (const row of rows) this.byKey.set(row.key, markOf(row));
    this.known = joined(this.known, span);
    this.order = null;
  }
}
