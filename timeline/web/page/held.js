// What a page that stands alone answers from: the data that it holds, in the place of the API.

import { DAY, dayNumber, momentText } from "./calendar.js";

/** @typedef {import("./rows.js").EventRow} EventRow */
/** @typedef {[string, string][]} Asked names and values of parameters */
/**
 * An event in the picture, as /api/picture gives it.
 * @typedef {object} MarkRow
 * @property {string} key
 * @property {string | null} date
 * @property {string} date_status
 * @property {{earliest: number | null, latest: number | null}[]} segments
 * @property {number | null} earliest
 * @property {number | null} latest
 * @property {(string | null)[]} lanes
 */
/**
 * What was known by a day, by keys of events; an event of which nothing was known is null.
 * @typedef {object} Then
 * @property {string} day
 * @property {number} sources
 * @property {Record<string, EventRow | null>} events
 * @property {Record<string, MarkRow>} marks
 * @property {Record<string, Record<string, (string | null)[]>>} lanes
 * @property {string[] | null} order of those that were known, where it is not that of today
 */
/**
 * What is shown: events, marks and lanes as they stand, or as they were known by a day.
 * @typedef {object} Shown
 * @property {(EventRow | null)[]} events
 * @property {MarkRow[]} marks
 * @property {Record<string, (string | null)[][]>} lanes
 * @property {number[]} order
 */
/**
 * All that a file holds; events, marks, lanes and texts are in one order.
 * @typedef {object} Held
 * @property {string} language
 * @property {Record<string, string>} says what can't be answered
 * @property {Record<string, any>} answers by the path that asks for them; claims stand in them by
 *   their keys, an event by its own
 * @property {Record<string, any>} claims by their keys
 * @property {Record<string, {text: string, says: string}>} words
 * @property {EventRow[]} events
 * @property {MarkRow[]} marks
 * @property {Record<string, (string | null)[][]>} lanes by what there are lanes: those of each event
 * @property {Record<string, {kind: string, from_here: boolean, other: string}[]>} links
 * @property {Then[]} then what was known by some days, where that is not what is known now
 * @property {string[]} texts the words by which each event is found, folded
 * @property {Record<string, Record<string, string>>} names of a filter's values
 * @property {Record<string, string[]>} places the events at each place, or in it
 * @property {{key: string}[]} conflicts
 */

const node = document.getElementById("held");

/** What this file holds; null where the page is served. @type {Held | null} */
export const held = node && JSON.parse(node.textContent ?? "");

const file = /** @type {Held} */ (held);
const places = new Map(file?.events.map((event, at) => [event.key, at]));
const OWN = ["known-by", "lane", "buckets", "lanes", "only", "start", "end", "width", "undated", "language",
  "limit", "after", "of", "q", "about"];
// Of these filters one value is enough, of the others all are needed.
const ALTERNATIVES = ["type", "standing", "source", "place"];

/**
 * Answer what a page asks.
 * @param {string} path
 * @param {Asked} asked
 * @returns {any}
 */
export function answerHeld(path, asked) {
  const known = file.answers[decodeURIComponent(path)];
  if (known) return whole(path, known);
  const linked = /^picture\/(.*)/.exec(path);
  if (linked) return threads(decodeURIComponent(linked[1]), own(asked, "lane", "none"));
  if (!Object.hasOwn(MADE, path)) throw new Error(file.says.missing);
  return MADE[path](asked);
}

/**
 * An answer with its claims, and an event with its row.
 * @param {string} path
 * @param {any} known
 */
function whole(path, known) {
  /** @param {string[]} keys */
  const claims = (keys) => keys.map((key) => file.claims[key]);
  if (path.startsWith("said/")) return { ...known, rows: claims(known.rows) };
  if (path.startsWith("sources/")) return { ...known, claims: claims(known.claims) };
  if (!path.startsWith("events/")) return known;
  const event = file.events[/** @type {number} */ (places.get(known.event))];
  return { ...known, event, claims: claims(known.claims) };
}

/**
 * @param {Asked} asked
 * @param {string} name
 * @param {string} otherwise
 */
function own(asked, name, otherwise) {
  return asked.find(([given]) => given === name)?.[1] ?? otherwise;
}

/** @param {any[]} rows */
const page = (rows) => ({ rows, after: null, next: null });

/** @type {Record<string, (asked: Asked) => any>} */
const MADE = {
  events: (asked) => {
    const view = shownBy(asked);
    const found = matching(asked, view).map((at) => view.events[at]);
    const [after, limit] = [Number(own(asked, "after", "0")), Number(own(asked, "limit", "100"))];
    const rest = after + limit;
    return { rows: found.slice(after, rest), after: rest < found.length ? String(rest) : null, next: null };
  },
  unlisted: () => ({ hidden: 0, open: 0 }),
  published: () => page(file.then.map(({ day, sources }) => ({ day, sources }))),
  words: (asked) => page(asked.filter(([name]) => name !== "language")
    .map(([, text]) => file.words[text] ?? { text, says: text, earliest: null, latest: null })),
  options,
  density,
  picture: (asked) => {
    const undated = own(asked, "undated", "no") === "yes";
    const [low, high] = [Number(own(asked, "start", "-Infinity")), Number(own(asked, "end", "Infinity"))];
    const view = shownBy(asked);
    const found = matching(asked, view).filter((at) => (view.marks[at].date === null) === undated
      && (undated || meets(view.marks[at], low, high)));
    return page(found.map((at) => mark(view, at, own(asked, "lane", "none"))));
  },
  conflicts: (asked) => {
    const kept = new Set(matching(asked, shownBy(asked)).map((at) => file.events[at].key));
    return page(file.conflicts.filter((row) => kept.has(row.key)));
  },
  search,
};

// What was known when -----------------------------------------------------------------------------

/**
 * Give what is shown: all that the file holds, or what was known by the last of its days that is
 * not behind the one that is asked for.
 * @param {Asked} asked
 * @returns {Shown}
 */
function shownBy(asked) {
  const day = own(asked, "known-by", "");
  const now = { events: file.events, marks: file.marks, lanes: file.lanes, order: [...file.events.keys()] };
  if (!day) return now;
  const then = file.then.findLast((one) => bounds(one.day)[0] <= bounds(day)[1] - DAY);
  if (!then) return { ...now, events: file.events.map(() => null) };
  /** @type {(at: number) => string} */
  const key = (at) => file.events[at].key;
  return {
    events: file.events.map((event) => (event.key in then.events ? then.events[event.key] : event)),
    marks: file.marks.map((row) => then.marks[row.key] ?? row),
    lanes: Object.fromEntries(Object.entries(file.lanes).map(([lane, each]) =>
      [lane, each.map((own_, at) => then.lanes[lane]?.[key(at)] ?? own_)])),
    order: then.order ? then.order.map((one) => places.get(one) ?? 0) : now.order,
  };
}

// Filters -----------------------------------------------------------------------------------------

/**
 * Whether an event, its place in the order and its mark meet one value of a filter.
 * @type {Record<string, (event: EventRow, value: string, at: number, row: MarkRow) => boolean>}
 */
const MEETS = {
  type: (event, value) => event.type === value.toUpperCase(),
  standing: (event, value) => event.standing === value,
  source: (event, value) => event.sources.includes(value),
  place: (event, value) => (file.places[value] ?? []).includes(event.key),
  actor: (event, value) => event.actors.some(({ key, name, role }) => {
    const [who, as] = value.split(":");
    return (key === who || fold(name) === fold(who)) && (!as || as === role);
  }),
  text: (_, value, at) => fold(value).split(" ").every((word) => ` ${file.texts[at]}`.includes(` ${word}`)),
  from: (_, value, _at, row) => meets(row, bounds(value)[0], Infinity),
  to: (_, value, _at, row) => meets(row, -Infinity, bounds(value)[1]),
  on: (_, value, _at, row) => meets(row, ...bounds(value)),
  reviewed: (event, value) => event.reviewed === (value === "yes"),
  machine: (event) => event.machine,
  all: () => true,
};

/**
 * Find the events that meet all filters.
 * @param {Asked} asked
 * @param {Shown} view
 * @param {string} [without] a filter that is put aside
 * @returns {number[]} their places in the order
 */
function matching(asked, view, without = "") {
  /** @type {Map<string, string[]>} */
  const filters = new Map();
  for (const [name, value] of asked) {
    if (OWN.includes(name) || name === without) continue;
    if (!Object.hasOwn(MEETS, name)) throw new Error(file.says.filter.replace("{name}", name));
    filters.set(name, [...filters.get(name) ?? [], value]);
  }
  return view.order.filter((at) => {
    const event = view.events[at];
    if (!event) return false;
    /** @type {(name: string) => (value: string) => boolean} */
    const met = (name) => (value) => MEETS[name](event, value, at, view.marks[at]);
    return [...filters].every(([name, values]) =>
      (ALTERNATIVES.includes(name) ? values.some(met(name)) : values.every(met(name))));
  });
}

/**
 * Reduce a text to what is compared: no marks, no capitals, no signs.
 * @param {string} text
 */
function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/**
 * Give the seconds within which a date lies: a year, a month or a day.
 * @param {string} text
 * @returns {[number, number]}
 */
function bounds(text) {
  const found = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text.trim());
  if (!found) throw new Error(file.says.date.replace("{given}", text));
  const [year, month, day] = found.slice(1).map((part) => (part === undefined ? 0 : Number(part)));
  const next = day ? dayNumber(year, month, day + 1) : month ? dayNumber(year, month + 1) : dayNumber(year + 1, 1);
  return [dayNumber(year, month || 1, day || 1) * DAY, next * DAY];
}

/**
 * Whether an event may be within some seconds.
 * @param {MarkRow} row
 * @param {number} low
 * @param {number} high
 */
function meets(row, low, high) {
  if (row.date === null) return low === -Infinity && high === Infinity;
  const parts = row.date_status === "conflict" ? [row] : row.segments;
  return parts.some(({ earliest, latest }) => (earliest ?? -Infinity) < high && (latest ?? Infinity) > low);
}

// The picture -------------------------------------------------------------------------------------

/**
 * @param {Pick<Shown, "marks" | "lanes">} view
 * @param {number} at
 * @param {string} lane
 * @returns {MarkRow}
 */
function mark(view, at, lane) {
  return { ...view.marks[at], lanes: view.lanes[lane][at] };
}

/**
 * @param {string} key
 * @param {string} lane
 */
function threads(key, lane) {
  return page((file.links[key] ?? []).map(({ kind, from_here, other }) =>
    ({ kind, from_here, mark: mark(file, places.get(other) ?? 0, lane) })));
}

/** @param {Asked} asked */
function density(asked) {
  const [lane, most] = [own(asked, "lane", "none"), Number(own(asked, "lanes", "20"))];
  const view = shownBy(asked);
  const found = matching(asked, view);
  const dated = found.filter((at) => view.marks[at].date !== null);
  const begins = new Map(dated.map((at) => [at, view.marks[at].earliest ?? view.marks[at].latest ?? 0]));
  const grid = gridOf(asked, [...begins.values()]);
  if (!grid) return { start: null, end: null, width: 0, events: 0, undated: found.length, lanes: [] };
  /** @type {Map<string | null, number[]>} */
  const counts = new Map();
  let events = 0;
  for (const [at, begin] of begins) {
    const bucket = Math.floor((begin - grid.start) / grid.width);
    if (bucket < 0 || bucket >= grid.buckets) continue;
    events += 1;
    for (const key of view.lanes[lane][at]) {
      const row = counts.get(key) ?? Array(grid.buckets).fill(0);
      row[bucket] += 1;
      counts.set(key, row);
    }
  }
  const end = grid.start + grid.width * grid.buckets;
  return { start: momentText(grid.start, 1), end: momentText(end, 1), width: grid.width, events,
    undated: found.length - dated.length, lanes: laneRows(counts, lane, most, asked) };
}

/**
 * @param {Asked} asked
 * @param {number[]} begins
 */
function gridOf(asked, begins) {
  const buckets = Number(own(asked, "buckets", "200"));
  const width = Number(own(asked, "width", "0"));
  if (width) return { start: Number(own(asked, "start", "0")), width, buckets };
  if (!begins.length) return null;
  const [start, last] = [begins.reduce((a, b) => Math.min(a, b)), begins.reduce((a, b) => Math.max(a, b))];
  return { start, width: Math.max(1, Math.ceil((last + 1 - start) / buckets)), buckets };
}

/**
 * @param {Map<string | null, number[]>} counts
 * @param {string} lane
 * @param {number} most
 * @param {Asked} asked
 */
function laneRows(counts, lane, most, asked) {
  const only = asked.flatMap(([name, value]) => (name === "only" ? [value] : []));
  const rows = [...counts].map(([key, each]) => ({ key, name: called(lane, key), counts: each,
    total: each.reduce((a, b) => a + b, 0) }));
  rows.sort((a, b) => b.total - a.total || ((a.key ?? "") < (b.key ?? "") ? -1 : 1));
  const shown = only.length ? rows.filter((row) => row.key !== null && only.includes(row.key)) : rows.slice(0, most);
  const others = rows.filter((row) => !shown.includes(row));
  if (!others.length) return shown;
  const rest = others[0].counts.map((_, at) => others.reduce((sum, row) => sum + row.counts[at], 0));
  return [...shown, { key: null, name: null, counts: rest, total: rest.reduce((a, b) => a + b, 0) }];
}

/**
 * @param {string} of
 * @param {string | null} key
 */
function called(of, key) {
  return key === null ? null : file.names[of]?.[key] ?? key;
}

// What may be chosen, and what words may mean -------------------------------------------------------

/** @type {Record<string, (event: EventRow) => string[]>} */
const VALUES = {
  type: (event) => [event.type],
  standing: (event) => [event.standing ?? ""],
  source: (event) => event.sources,
  actor: (event) => event.actors.map(({ key }) => key),
  place: (event) => Object.keys(file.places).filter((key) => file.places[key].includes(event.key)),
};

/** @param {Asked} asked */
function options(asked) {
  const of = own(asked, "of", "type");
  /** @type {Map<string, number>} */
  const counts = new Map();
  const view = shownBy(asked);
  for (const at of matching(asked, view, ALTERNATIVES.includes(of) ? of : "")) {
    for (const value of new Set(VALUES[of](view.events[at] ?? file.events[at]))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const rows = [...counts].map(([value, events]) => ({ value, name: called(of, value) ?? value, events }));
  rows.sort((a, b) => b.events - a.events || (a.name < b.name ? -1 : 1));
  return page(rows.slice(0, Number(own(asked, "limit", "50"))));
}

/** @param {Asked} asked */
function search(asked) {
  const typed = own(asked, "q", "");
  const limit = Number(own(asked, "limit", "10"));
  const meant = (/** @type {string} */ of) => Object.entries(file.names[of] ?? {})
    .filter(([, name]) => fold(typed).split(" ").every((word) => ` ${fold(name)}`.includes(` ${word}`)))
    .slice(0, limit).map(([key, name]) => ({ key, name, apart: "" }));
  const events = fold(typed) ? matching([["text", typed]], shownBy([])).slice(0, limit).map((at) => file.events[at]) : [];
  const date = /^-?\d{4}(-\d\d){0,2}$/.test(typed) ? typed : null;
  return { date, actors: meant("actor"), places: meant("place"), sources: meant("source"), events };
}
