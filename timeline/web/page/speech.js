// What the page says, in the reader's language; dates and the model's words come from the server.

import { get } from "./api.js";
import { element } from "./elements.js";
import { held } from "./held.js";
import { ENGLISH } from "./english.js";
import { FRENCH } from "./french.js";

const LANGUAGES = new Map([["en", ENGLISH], ["fr", FRENCH]]);

/** The language of the page: that of what it holds, else the first of the reader's that it has. */
export const language = held?.language ?? navigator.languages
  .map((one) => one.slice(0, 2).toLowerCase()).find((one) => LANGUAGES.has(one)) ?? "en";

/**
 * Say something.
 * @param {string} code
 * @param {number | Record<string, string | number>} [values] what it names; a number alone is `n`
 */
export function say(code, values = {}) {
  const given = typeof values === "number" ? { n: values } : values;
  return (LANGUAGES.get(language)?.[code] ?? code).replace(/\{(\w+)(?::(.*?)\|(.*?))?\}/g,
    (whole, name, one, several) => filling(given[name] ?? whole, one, several));
}

/**
 * Write a value; of a number of things with their word, of which there are two.
 * @param {string | number} value
 * @param {string | undefined} one
 * @param {string | undefined} several
 */
function filling(value, one, several) {
  if (typeof value !== "number") return value;
  const word = new Intl.PluralRules(language).select(value) === "one" ? one : several;
  return word === undefined ? number(value) : `${number(value)} ${word}`;
}

/**
 * Write a number.
 * @param {number} value
 */
export function number(value) {
  return value.toLocaleString(language);
}

/**
 * Give the day of a moment.
 * @param {string} at EDTF
 */
export function dayOf(at) {
  return at.replace(/T.*/, "");
}

/**
 * What was learnt of a date or a word of the model.
 * @typedef {{says: string, earliest: string | null, latest: string | null}} Learnt
 */
/** @type {Map<string, Learnt>} */
const known = new Map();

/**
 * Learn how dates (EDTF) and words of the model are said.
 * @param {Iterable<string | null>} dates
 * @param {Iterable<string | null>} terms
 * @param {AbortSignal} [signal] that what they are needed for is not wanted any more: what is shown
 *   meanwhile stays
 */
export async function learn(dates, terms, signal = undefined) {
  /** @type {[string, string][]} */
  const asked = [["language", language]];
  for (const date of new Set(dates)) if (date && !known.has(date)) asked.push(["date", date]);
  for (const term of new Set(terms)) if (term && !known.has(term)) asked.push(["term", term]);
  // So many fit into one address.
  for (let at = 1; at < asked.length; at += 100) {
    const found = await get("words", [asked[0], ...asked.slice(at, at + 100)], signal);
    for (const row of found.rows) known.set(row.text, row);
  }
  signal?.throwIfAborted();
}

/**
 * Say a date or a word of the model that was learnt.
 * @param {string | null} text
 */
export function words(text) {
  return text === null ? say("undated") : known.get(text)?.says ?? text;
}

/**
 * Give the bounds of a date that was learnt, in milliseconds since 1970; null where they are open.
 * @param {string | null} date
 * @returns {[number | null, number | null]}
 */
export function bounds(date) {
  const found = known.get(date ?? "");
  return [moment(found?.earliest), moment(found?.latest)];
}

/** @param {string | null | undefined} text ISO 8601, with as many digits as the year has */
function moment(text) {
  const [, year, month, date] = /^([+-]?\d+)-(\d\d)-(\d\d)/.exec(text ?? "") ?? [];
  if (!year) return null;
  // Days of the proleptic Gregorian calendar, beyond the years that Date knows.
  const cycles = Math.floor(Number(year) / 400);
  const within = new Date(0).setUTCFullYear(Number(year) - 400 * cycles, Number(month) - 1, Number(date));
  return within + cycles * 146_097 * 86_400_000;
}

/**
 * Show a standing, as a word with a shape.
 * @param {string | null} word
 */
export function standing(word) {
  const shown = word ?? "retracted";
  return element("span", words(shown), `standing ${shown}`);
}

/** Put the page's own words into the language. */
export function translate() {
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll("[data-says]")) {
    node.textContent = say(/** @type {HTMLElement} */ (node).dataset.says ?? "");
  }
  for (const node of document.querySelectorAll("[data-label]")) {
    node.ariaLabel = say(/** @type {HTMLElement} */ (node).dataset.label ?? "");
  }
  for (const node of document.querySelectorAll("[data-hint]")) {
    const field = /** @type {HTMLInputElement} */ (node);
    field.placeholder = say(field.dataset.hint ?? "");
  }
}
