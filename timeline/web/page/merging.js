// Actors or events that may be one: a list with the evidence, each to be taken or parted.

import { to } from "./address.js";
import { get } from "./api.js";
import { element, foreign, joined, link } from "./elements.js";
import { language, say } from "./speech.js";

/** @typedef {import("./rows.js").SuggestionRow} SuggestionRow */
/**
 * @typedef {object} Clerk writes, and tells what went wrong
 * @property {(deed: import("./mending.js").Deed) => Promise<unknown>} write
 * @property {(act: () => Promise<void>) => Promise<void>} run
 * @property {(made: Promise<Node[]>) => Promise<void>} lay
 */

const LINES = "50";

/**
 * Show what may be one.
 * @param {"actor" | "event"} of
 * @param {Clerk} clerk
 */
export async function showAlike(of, clerk) {
  const asked = /** @type {[string, string][]} */ (
    [["of", of], ["limit", LINES], ["language", language]]);
  /** @type {SuggestionRow[]} */
  const rows = (await get("review/suggestions", asked)).rows;
  const title = element("h2", say(of === "actor" ? "review-actors" : "review-events"));
  if (!rows.length) return [title, element("p", say("review-none-alike"), "aside")];
  return [title, element("ol", null, "", ...rows.flatMap((row) => (
    row.others.map((other, n) => pair(of, row, other, row.other_names[n] ?? row.name, clerk)))))];
}

/**
 * @param {"actor" | "event"} of
 * @param {SuggestionRow} row
 * @param {string} other its key
 * @param {string | null} name of the other
 * @param {Clerk} clerk
 */
function pair(of, row, other, name, clerk) {
  const judge = (/** @type {string} */ does, /** @type {string} */ text) => {
    const node = element("button", text);
    node.type = "button";
    node.addEventListener("click", async () => {
      await clerk.run(async () => {
        await clerk.write({ does, body: { of, first: row.key, other } });
      });
      await clerk.lay(showAlike(of, clerk));
    });
    return node;
  };
  return element("li", null, "claim",
    element("div", null, "", ...joined([link(to(of, row.key), row.name ?? row.key),
      link(to(of, other), name ?? other)], " = ")),
    element("p", null, "aside", ...joined([foreign(row.key), foreign(other), foreign(row.reason)])),
    judge("same", say("review-same")), " ", judge("different", say("review-different")));
}
