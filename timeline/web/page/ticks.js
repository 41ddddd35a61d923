// Where the axis has ticks, and what stands at them: from seconds to thousands of millions of years.

import { civil, DAY, dayNumber, HOUR, MINUTE, MONTH, YEAR } from "./calendar.js";
import { momentAt } from "./scale.js";

/** @typedef {import("./scale.js").Scale} Scale */
/**
 * @typedef {object} Unit
 * @property {"second" | "day" | "month" | "year"} of what it is made of
 * @property {number} step how many
 * @property {number} seconds about how long it is
 * @property {"minute" | "day" | "month" | "year" | null} above what stands over it
 */
/** @typedef {{at: number, text: string}} Tick */

const NEAREST = 64; // pixels between two ticks, in which the longest label has room
const FAR = 1e6; // years, of which all digits need twice as much

/** @type {Unit[]} */
const UNITS = [
  ...[1, 5, 15, 30].map((step) => unit("second", step, 1, "minute")),
  ...[1, 5, 15, 30].map((step) => unit("second", step * MINUTE, 1, "day")),
  ...[1, 3, 6, 12].map((step) => unit("second", step * HOUR, 1, "day")),
  ...[1, 2, 5, 10].map((step) => unit("day", step, DAY, "month")),
  ...[1, 3, 6].map((step) => unit("month", step, MONTH, "year")),
  ...Array.from({ length: 31 }, (_, n) => [1, 2, 5][n % 3] * 10 ** Math.floor(n / 3))
    .map((step) => unit("year", step, YEAR, null)),
];

/**
 * @param {Unit["of"]} of
 * @param {number} step
 * @param {number} each
 * @param {Unit["above"]} above
 * @returns {Unit}
 */
function unit(of, step, each, above) {
  return { of, step, seconds: step * each, above };
}

/**
 * Give the finest unit whose ticks have room.
 * @param {Scale} scale
 */
export function unitOf(scale) {
  const far = Math.max(Math.abs(scale.from), Math.abs(scale.to)) > FAR * YEAR;
  const least = ((far ? 2 * NEAREST : NEAREST) / scale.width) * (scale.to - scale.from);
  return UNITS.find((one) => one.seconds >= least) ?? UNITS[UNITS.length - 1];
}

/**
 * Give the ticks that are seen, and the one before them.
 * @param {Scale} scale
 * @param {Unit} one
 * @param {string} language
 * @returns {Tick[]}
 */
export function ticks(scale, one, language) {
  const found = [];
  const [first, last] = [momentAt(scale, 0), scale.to];
  for (let at = begin(first, one); at < last && found.length < 500; at = after(at, one)) {
    found.push({ at, text: label(at, one, language) });
  }
  return found;
}

/**
 * Give what stands above the ticks: days over hours, months over days, years over months.
 * @param {Scale} scale
 * @param {Unit} one
 * @param {string} language
 * @returns {Tick[]}
 */
export function headings(scale, one, language) {
  if (one.above === null) return [];
  const of = one.above === "minute" ? unit("second", MINUTE, 1, null) : unit(one.above, 1, 1, null);
  return ticks(scale, of, language).map(({ at }) => ({ at, text: heading(at, one.above, language) }));
}

/** @param {number} moment */
function dateOf(moment) {
  return civil(Math.floor(moment / DAY));
}

/**
 * Give the last tick at or before a moment.
 * @param {number} moment
 * @param {Unit} one
 */
function begin(moment, { of, step }) {
  if (of === "second") return Math.floor(moment / step) * step;
  const [year, month, day] = dateOf(moment);
  if (of === "day") return dayNumber(year, month, step === 1 ? day : firstOf(day, step)) * DAY;
  if (of === "month") return dayNumber(year, firstOf(month, step)) * DAY;
  return dayNumber(firstYear(year, step), 1) * DAY;
}

/**
 * Days and months are counted from 1: of steps of 5 they are 1, 6, 11.
 * @param {number} number
 * @param {number} step
 */
function firstOf(number, step) {
  return number - ((number - 1) % step);
}

/**
 * Years after 1 stand at multiples of the step, years before it at what people call them: 500 BC is
 * the year -499.
 * @param {number} year
 * @param {number} step
 */
function firstYear(year, step) {
  if (year >= step) return Math.floor(year / step) * step;
  return year >= 1 ? 1 : 1 - Math.ceil((1 - year) / step) * step;
}

/**
 * Give the tick after one.
 * @param {number} at
 * @param {Unit} one
 */
function after(at, { of, step }) {
  if (of === "second") return at + step;
  const [year, month, day] = dateOf(at);
  if (of === "month") return dayNumber(year, month + step) * DAY;
  if (of === "year") return dayNumber(nextYear(year, step), 1) * DAY;
  const next = dayNumber(year, month, day + step);
  // The rest of a month that is less than half a step has no tick of its own.
  const month1 = dayNumber(year, month + 1);
  return (month1 - next < step / 2 ? month1 : next) * DAY;
}

/**
 * @param {number} year
 * @param {number} step
 */
function nextYear(year, step) {
  if (year >= step) return year + step;
  if (year >= 1) return step === 1 ? year + 1 : step;
  return Math.min(year + step, 1);
}

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * Name a day or a month; the years that JavaScript knows do not matter for that.
 * @param {string} language
 * @param {number} month
 * @param {number} day
 * @param {Intl.DateTimeFormatOptions} options
 */
function named(language, month, day, options) {
  const key = language + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) formats.set(key, format = new Intl.DateTimeFormat(locale(language), { ...options, timeZone: "UTC" }));
  return format.format(Date.UTC(2000, month - 1, day));
}

/**
 * @param {number} moment
 * @param {boolean} exact with seconds
 */
function clock(moment, exact) {
  const second = moment - Math.floor(moment / DAY) * DAY;
  const parts = [Math.floor(second / HOUR), Math.floor(second / MINUTE) % 60, second % 60];
  return parts.slice(0, exact ? 3 : 2).map((part) => String(part).padStart(2, "0")).join(":");
}

/**
 * Say a year; before 1 as people count.
 * @param {number} year
 * @param {string} language
 * @param {number} [step] that matters: a year that is very long ago is short where steps are long
 */
export function yearName(year, language, step = 1) {
  const before = year < 1;
  const count = before ? 1 - year : year;
  const short = count >= FAR && step * 100 >= count;
  const text = count < 10000 ? String(count) : count.toLocaleString(locale(language),
    short ? { notation: "compact", maximumFractionDigits: 2 } : {});
  if (year === 1) return language === "fr" ? "an 1" : "AD 1";
  if (!before) return text;
  return language === "fr" ? `${text} av. J.-C.` : `${text} BC`;
}

/**
 * English is written here as in the rest of the page: the day before the month.
 * @param {string} language
 */
function locale(language) {
  return language === "en" ? "en-GB" : language;
}

/**
 * @param {number} at
 * @param {Unit} one
 * @param {string} language
 */
function label(at, { of, step }, language) {
  const [year, month, day] = dateOf(at);
  if (of === "second") return clock(at, step < MINUTE);
  if (of === "day") return String(day);
  return of === "month" ? named(language, month, 1, { month: "short" }) : yearName(year, language, step);
}

/**
 * @param {number} at
 * @param {Unit["above"]} of
 * @param {string} language
 */
function heading(at, of, language) {
  const [year, month, day] = dateOf(at);
  const said = yearName(year, language);
  if (of === "year") return said;
  if (of === "month") return `${named(language, month, 1, { month: "long" })} ${said}`;
  const date = `${named(language, month, day, { day: "numeric", month: "short" })} ${said}`;
  return of === "day" ? date : `${date}, ${clock(at, false)}`;
}
