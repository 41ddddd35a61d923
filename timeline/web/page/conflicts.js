// Where sources disagree: the sides next to each other, each with who takes it, quoted.

import { to } from "./address.js";
import { claimLink } from "./claim.js";
import { element, foreign, joined, link } from "./elements.js";
import { paged } from "./pages.js";
import { language, say, words } from "./speech.js";

/** @typedef {import("./rows.js").ConflictRow} ConflictRow */

/** Of what a conflict may be -> the view that shows it. */
const SHOWN = /** @type {Record<string, string>} */ (
  { event: "event", actor: "actor", source: "document" });

/**
 * Show all conflicts of what is filtered.
 * @type {import("./main.js").Show}
 */
export async function show(into, _, tools) {
  const hidden = ["certainly", "known-by", "open", "all"];
  const asked = tools.state.filters.filter(([name]) => !hidden.includes(name));
  await paged(into, say("view-conflicts"), "conflicts", [...asked, ["language", language]],
    conflictItem, tools, spokenInConflicts, "conflicts");
}

/**
 * Name the words whose saying conflicts need.
 * @param {ConflictRow[]} rows
 * @returns {[string[], string[]]} dates, words of the model
 */
export function spokenInConflicts(rows) {
  const terms = rows.flatMap((one) => one.about.split(".").concat("conflict"));
  const said = rows.flatMap((one) => one.sides.map((side) => ({ about: one.about, says: side.says })));
  return [
    said.filter((one) => isDate(one.about)).map((one) => one.says),
    [...terms, ...said.filter((one) => isWord(one.about)).map((one) => one.says)]];
}

/** @param {string} about */
function isDate(about) {
  return about === "date" || about === "published";
}

/** @param {string} about */
function isWord(about) {
  return ["standing", "type", "kind", "verdict"].includes(about);
}

/**
 * Say what a conflict is about: "place", "who (recipient)".
 * @param {string} about
 */
export function aboutWords(about) {
  const [field, part] = about.split(".");
  return part ? `${words(field)} (${words(part)})` : words(field);
}

/**
 * Say what one side says.
 * @param {string} about
 * @param {string} says
 */
export function sideWords(about, says) {
  if (isDate(about) || isWord(about)) return words(says);
  return about.startsWith("numbers.") ? says.replace(/^\[(.*)\.\.(.*)\]$/, "$1–$2") : says;
}

/**
 * Show a conflict.
 * @param {ConflictRow} row
 */
export function conflictItem(row) {
  const name = row.title ?? row.key;
  return element("li", null, "conflict",
    element("h3", null, "", row.of in SHOWN ? link(to(SHOWN[row.of], row.key), name) : foreign(name)),
    element("p", say("disagree", { about: aboutWords(row.about) }), "aside"),
    sides(row.about, row.sides));
}

/**
 * Show sides next to each other.
 * @param {string} about
 * @param {import("./rows.js").Side[]} found
 */
export function sides(about, found) {
  return element("ul", null, "sides", ...found.map((side) => element("li", null, "side",
    element("strong", null, "", foreign(sideWords(about, side.says))),
    ...side.voices.map((voice) => element("div", null, "voice",
      element("span", null, "aside", ...joined([
        voice.source && claimLink(voice.source, voice.claim),
        voice.collection && foreign(voice.collection)]),
      voice.origin ? element("span", null, "", " ← ", foreign(voice.origin)) : ""),
      voice.quote ? element("blockquote", null, "", foreign(voice.quote)) : "")),
    side.why ? element("p", `${say("not-shown")} ${side.why}`, "why") : "")));
}
