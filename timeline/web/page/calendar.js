// The proleptic Gregorian calendar for any year, which JavaScript's Date has not: moments are
// seconds since 1970-01-01T00:00:00Z, year 0 is 1 BC (ISO 8601).

export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 86400;
/** The mean length of a year and a month, in seconds. */
export const YEAR = 365.2425 * DAY;
export const MONTH = YEAR / 12;

/**
 * Give the number of the day, from 1970-01-01, on which a month's day falls.
 * @param {number} year
 * @param {number} month from 1; months beyond 12 are of later years
 * @param {number} [day]
 */
export function dayNumber(year, month, day = 1) {
  // Years begin in March here, so that a leap day is the last of its year.
  const months = year * 12 + month - 3;
  const [years, rest] = [Math.floor(months / 12), months - Math.floor(months / 12) * 12];
  const cycle = Math.floor(years / 400);
  const within = years - cycle * 400;
  const past = within * 365 + Math.floor(within / 4) - Math.floor(within / 100);
  return cycle * 146097 + past + Math.floor((153 * rest + 2) / 5) + day - 719469;
}

/**
 * Give the year, month and day of a number of a day.
 * @param {number} number
 * @returns {[number, number, number]}
 */
export function civil(number) {
  const days = number + 719468;
  const cycle = Math.floor(days / 146097);
  const rest = days - cycle * 146097;
  const within = Math.floor((rest - Math.floor(rest / 1460) + Math.floor(rest / 36524)
    - Math.floor(rest / 146096)) / 365);
  const day = rest - (within * 365 + Math.floor(within / 4) - Math.floor(within / 100));
  const month = Math.floor((5 * day + 2) / 153);
  const year = cycle * 400 + within + (month > 9 ? 1 : 0);
  return [year, month > 9 ? month - 9 : month + 3, day - Math.floor((153 * month + 2) / 5) + 1];
}

/** @param {number} number @param {number} [width] */
const padded = (number, width = 2) => String(number).padStart(width, "0");

/**
 * Write a year in ISO 8601, and in EDTF where it has more than four digits.
 * @param {number} year
 */
function yearText(year) {
  if (Math.abs(year) > 9999) return `Y${year}`;
  return `${year < 0 ? "-" : ""}${padded(Math.abs(year), 4)}`;
}

/**
 * Write a moment as exactly as is wanted.
 * @param {number} moment
 * @param {number} unit seconds that may be lost
 */
export function momentText(moment, unit) {
  const [year, month, day] = civil(Math.floor(moment / DAY));
  if (unit >= YEAR || Math.abs(year) > 9999) return yearText(year);
  const date = `${yearText(year)}-${padded(month)}-${padded(day)}`;
  if (unit >= DAY) return date;
  const second = Math.floor(moment - Math.floor(moment / DAY) * DAY);
  const clock = `${padded(Math.floor(second / HOUR))}:${padded(Math.floor(second / MINUTE) % 60)}`;
  return unit >= MINUTE ? `${date}T${clock}` : `${date}T${clock}:${padded(second % 60)}`;
}

/**
 * Read what `momentText` wrote, and ISO 8601 in UTC.
 * @param {string} text
 * @returns {number} NaN of anything else
 */
export function readMoment(text) {
  const far = /^Y(-?\d{1,11})$/.exec(text);
  if (far) return dayNumber(Number(far[1]), 1) * DAY;
  const found = /^([+-]?\d{4,12})(?:-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?)?Z?$/.exec(text);
  if (!found) return Number.NaN;
  const [year, month, day, hour, minute, second] = found.slice(1).map((part) => Number(part ?? 0));
  return dayNumber(year, month || 1, day || 1) * DAY + hour * HOUR + minute * MINUTE + second;
}
