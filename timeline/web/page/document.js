// A document: what is known of it, and its text with every claim marked where it was read.

import { to } from "./address.js";
import { get, inPath } from "./api.js";
import { claimItem, spokenIn } from "./claim.js";
import { element, foreign, joined } from "./elements.js";
import { language, learn, say, words } from "./speech.js";

/** @typedef {import("./rows.js").ClaimRow} ClaimRow */

/**
 * Show a document.
 * @type {import("./main.js").Show}
 */
export async function show(into, key, tools) {
  /** @type {[import("./rows.js").SourceDetail, import("./rows.js").HeldText]} */
  const [{ source, claims }, held] = await Promise.all([
    get(`sources/${inPath(key)}`, [["language", language]], tools.signal),
    get(`texts/${inPath(key)}`, [], tools.signal)]);
  const [dates, terms] = spokenIn(claims);
  await learn([source.published, ...dates], terms);
  const by = [source.publisher, source.author, source.published && words(source.published)];
  into.replaceChildren(
    element("h2", null, "", foreign(source.title ?? source.key)),
    element("p", null, "aside", ...joined(by.map((one) => one && foreign(one)))),
    element("div", null, "text", ...marked(held.text ?? "", claims)),
    element("h3", say("claims")),
    element("ol", null, "claims", ...claims.map((one) => claimItem(one, one.title ?? one.event))));
}

/**
 * Mark the quotes of claims in a text; offsets count characters, of which JavaScript's texts may
 * have two units.
 * @param {string} text
 * @param {ClaimRow[]} claims
 * @returns {(Node | string)[]}
 */
function marked(text, claims) {
  const characters = Array.from(text);
  const found = [];
  let done = 0;
  for (const claim of claims.toSorted((a, b) => (a.quote_start ?? 0) - (b.quote_start ?? 0))) {
    const { quote_start: start, quote_end: end } = claim;
    if (start === null || end === null || start < done) continue;
    const mark = element("mark", characters.slice(start, end).join(""));
    const read = element("a", null, "", mark);
    read.href = to("event", claim.event);
    read.title = claim.title ?? claim.event;
    found.push(characters.slice(done, start).join(""), read);
    done = end;
  }
  return [...found, characters.slice(done).join("")];
}
