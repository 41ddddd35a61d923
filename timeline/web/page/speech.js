// What the page says, in the reader's language; dates and the model's words come from the server.

import { get } from "./api.js";
import { ENGLISH } from "./english.js";
import { FRENCH } from "./french.js";

const LANGUAGES = new Map([["en", ENGLISH], ["fr", FRENCH]]);

/** The language of the page: the first of the reader's that it has. */
export const language = navigator.languages.map((one) => one.slice(0, 2).toLowerCase())
  .find((one) => LANGUAGES.has(one)) ?? "en";

/**
 * Say something.
 * @param {string} code
 * @param {number} [n]
 */
export function say(code, n = 0) {
  return (LANGUAGES.get(language)?.[code] ?? code).replace("{n}", n.toLocaleString(language));
}

/** @type {Map<string, string>} */
const known = new Map();

/**
 * Learn how dates (EDTF) and words of the model are said.
 * @param {Iterable<string | null>} dates
 * @param {Iterable<string | null>} terms
 */
export async function learn(dates, terms) {
  /** @type {[string, string][]} */
  const asked = [["language", language]];
  for (const date of new Set(dates)) if (date && !known.has(date)) asked.push(["date", date]);
  for (const term of new Set(terms)) if (term && !known.has(term)) asked.push(["term", term]);
  // So many fit into one address.
  for (let at = 1; at < asked.length; at += 100) {
    const found = await get("words", [asked[0], ...asked.slice(at, at + 100)]);
    for (const { text, says } of found.rows) known.set(text, says);
  }
}

/**
 * Say a date or a word of the model that was learnt.
 * @param {string | null} text
 */
export function words(text) {
  return text === null ? say("undated") : known.get(text) ?? text;
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
}
