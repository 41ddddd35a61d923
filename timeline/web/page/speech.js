// What the page says, in the reader's language; dates and the model's words come from the server.

import { get } from "./api.js";

const SAYS = {
  en: {
    actor: "Who", all: "hidden ones too", chronology: "Chronology", claims: "Claims", clear: "Clear",
    close: "Close", from: "From", "known-by": "Known by", more: "More", nothing: "No event is found.",
    place: "Place", show: "Show", skip: "To the events", source: "Source", standing: "Standing",
    text: "Words", to: "To", type: "Type", undated: "undated", date: "Date", machine: "machine-made",
    hidden: "{n} more are hidden: machines alone say so, unsure and unreviewed.",
    found: "{n} events shown", foundMore: "the first {n} events", read: "read the text",
    overview: "Events over time, by standing; drag to choose a time, double-click for all of it",
  },
  fr: {
    actor: "Qui", all: "les masqués aussi", chronology: "Chronologie", claims: "Déclarations",
    clear: "Effacer", close: "Fermer", from: "De", "known-by": "Connu le", more: "Suite",
    nothing: "Aucun événement.", place: "Lieu", show: "Montrer", skip: "Aux événements",
    source: "Source", standing: "Statut", text: "Mots", to: "À", type: "Type", undated: "sans date",
    date: "Date", machine: "lu par machine",
    hidden: "{n} autres sont masqués : seules des machines le disent, peu sûres et non relues.",
    found: "{n} événements", foundMore: "les {n} premiers événements", read: "lire le texte",
    overview: "Les événements dans le temps ; glisser choisit une période, un double clic montre tout",
  },
};

/** The language of the page. */
export const language = navigator.language.toLowerCase().startsWith("fr") ? "fr" : "en";

/**
 * Say something.
 * @param {string} code
 * @param {number} [n]
 */
export function say(code, n = 0) {
  return SAYS[language][code].replace("{n}", n.toLocaleString(language));
}

/** @type {Map<string, string>} */
const known = new Map();

/**
 * Learn how dates (EDTF) and words of the model are said.
 * @param {Iterable<string | null>} dates
 * @param {Iterable<string | null>} terms
 */
export async function learn(dates, terms) {
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
}
