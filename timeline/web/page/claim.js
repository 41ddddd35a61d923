// One source's account of an event: who says so, through whom, in which words, and what became of
// it.

import { changed, to } from "./address.js";
import { element, facts, foreign, joined, link } from "./elements.js";
import { notes } from "./notes.js";
import { dayOf, number, say, words } from "./speech.js";

/** @typedef {import("./rows.js").ClaimRow} ClaimRow */
/** @typedef {{claim: string, before: string, quote: string, after: string}} QuotedRow */

/**
 * Link to where a claim stands in its document.
 * @param {string} source
 * @param {string | null} claim
 * @param {string} [text]
 */
export function claimLink(source, claim, text = source) {
  const address = to("document", source);
  return link(claim ? `${address}#claim-${claim}` : address, text);
}

/**
 * Say who takes part and how: "Elon Musk (participant)".
 * @param {import("./rows.js").Party} party
 */
export function partyLink(party) {
  const said = [words(party.role), party.capacity, party.stance === "affirms" ? null : words(party.stance)];
  return element("span", null, "party", link(to("actor", party.key), party.name), " (",
    foreign(said.filter(Boolean).join(", ")), ")");
}

/**
 * Name the words whose saying claims need.
 * @param {ClaimRow[]} claims
 * @returns {[(string | null)[], string[]]} dates, words of the model
 */
export function spokenIn(claims) {
  const terms = claims.flatMap((one) => [one.polarity, one.modality, one.access,
    one.decision?.says ?? "", ...(one.decision?.changes ?? []).map((change) => change.field),
    ...one.quantities.map(({ name }) => name),
    ...one.who.flatMap((party) => [party.role, party.stance])]);
  const dates = claims.flatMap((one) => [one.date, one.bound, one.published, one.gone?.published ?? null,
    ...[one.decision ?? [], one.notes].flat().map(({ at }) => dayOf(at))]);
  return [dates, terms.filter(Boolean)];
}

/**
 * Whether people, later versions and those who withdraw let a claim count.
 * @param {ClaimRow} claim
 */
export function counts(claim) {
  return claim.gone === null && (claim.decision === null || claim.decision.says === "accepted");
}

/**
 * What a claim says of its event, as a word with a shape: that it is so, or not.
 * @param {ClaimRow} claim
 */
function stance(claim) {
  const [word, kind] = claim.polarity === "affirms" ? [claim.modality, claim.modality]
    : [claim.polarity, claim.polarity === "denies" ? "denied" : "retracted"];
  return element("span", words(word), `standing ${kind}`);
}

/**
 * Show a claim.
 * @param {ClaimRow} claim
 * @param {string | null} about the title of its event, where that is not said around it
 * @param {QuotedRow} [quoted] its quote in its paragraph
 */
export function claimItem(claim, about, quoted = undefined) {
  const node = element("li", null, counts(claim) ? "claim" : "claim gone");
  if (about) node.append(element("div", null, "", link(to("event", claim.event), about)));
  node.append(
    element("div", null, "head", ...joined([stance(claim), claim.published && words(claim.published),
      claim.locator && foreign(claim.locator)])),
    chain(claim));
  if (!claim.evidence) node.append(element("p", say("no-evidence"), "verdict"));
  if (claim.gone) node.append(gone(claim.gone));
  if (claim.decision) node.append(decision(claim.decision));
  if (claim.quote) node.append(quote(claim, claim.quote, quoted));
  node.append(facts([
    [say("date"), dateOf(claim)],
    [say("place"), claim.place && foreign(claim.place)],
    ...claim.quantities.map(quantity),
    [say("actor"), claim.who.length ? element("span", null, "", ...joined(claim.who.map(partyLink), "; ")) : null],
    [say("remark"), claim.remark && foreign(claim.remark)],
    [say("read-by-machine"), claim.extractor && machine(claim.extractor, claim.confidence)],
  ]));
  const noted = notes(claim.notes);
  if (noted) node.append(noted);
  return node;
}

/**
 * Draw how it reached us: from the document to the origin.
 * @param {ClaimRow} claim
 */
function chain(claim) {
  const hops = claim.chain.map((hop) => element("li", null, "", foreign(hop)));
  const held = element("li", null, "", claimLink(claim.source, claim.key));
  const all = [held, ...hops];
  all[all.length - 1].classList.add("origin");
  all[all.length - 1].title = say("origin");
  const node = element("ol", null, "chain", ...all);
  node.ariaLabel = say("chain");
  return node;
}

/**
 * @param {ClaimRow} claim
 * @param {string} alone the words that it quotes
 * @param {QuotedRow} [quoted]
 */
function quote(claim, alone, quoted) {
  if (!quoted) return element("blockquote", null, "", foreign(alone));
  const text = element("bdi", null, "", quoted.before, element("mark", quoted.quote), quoted.after);
  return element("blockquote", null, "", text, " ",
    claimLink(claim.source, claim.key, say("in-document")));
}

/** @param {ClaimRow} claim */
function dateOf(claim) {
  const said = claim.said && element("span", null, "", "“", foreign(claim.said), "”");
  const meant = claim.date ? words(claim.date) : claim.bound && words(claim.bound);
  const pinned = claim.pinned ? say("pinned") : null;
  const parts = joined([said, meant, claim.date && element("code", claim.date), pinned]);
  return parts.length ? element("span", null, "", ...parts) : null;
}

/**
 * @param {import("./rows.js").QuantityRow} one
 * @returns {[string, string]}
 */
function quantity(one) {
  const range = one.low !== null || one.high !== null
    ? `${one.low === null ? "…" : number(one.low)}–${one.high === null ? "…" : number(one.high)}` : "";
  const value = one.value === null ? "" : number(one.value);
  return [words(one.name), [value && range ? `${value} (${range})` : value || range, one.unit].filter(Boolean).join(" ")];
}

/**
 * @param {string} extractor
 * @param {number | null} confidence
 */
function machine(extractor, confidence) {
  return confidence === null ? extractor : `${extractor}, ${say("sure", Math.round(100 * confidence))}`;
}

/**
 * Say why it counts no more.
 * @param {import("./rows.js").GoneRow} one
 */
function gone(one) {
  const how = say(`gone-${one.how ?? "replaced"}`);
  return element("p", null, "verdict", `${how} `, link(to("document", one.by), one.by),
    one.published ? ` (${words(one.published)})` : "",
    one.quote ? element("blockquote", null, "", foreign(one.quote)) : "");
}

/**
 * Say who decided what about it, and when.
 * @param {import("./rows.js").DecisionRow} one
 */
function decision(one) {
  const by = element("a", one.by);
  by.href = changed({ filters: [["decided-by", one.by]], view: "", key: "" });
  const node = element("p", null, "verdict", `${words(one.says)} · `, by, ` · ${words(dayOf(one.at))}`,
    one.why ? element("span", null, "", " · ", foreign(one.why)) : "");
  if (one.changes.length) {
    node.append(element("ul", null, "", ...one.changes.map((change) => element("li", null, "",
      `${words(change.field)}: `, element("del", plain(change.read)), " → ", element("ins", plain(change.now))))));
  }
  return node;
}

/**
 * Write a value of a claim, whatever it is.
 * @param {unknown} value
 * @returns {string}
 */
function plain(value) {
  if (value === null || value === undefined) return "–";
  if (Array.isArray(value)) return value.map(plain).join(", ") || "–";
  if (typeof value === "object") {
    return Object.values(value).filter((one) => one !== null && one !== "affirms").map(plain).join(" ");
  }
  return words(String(value));
}
