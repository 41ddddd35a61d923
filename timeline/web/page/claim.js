// One source's account of an event: who says so, through whom, in which words.

import { to } from "./address.js";
import { element, foreign, joined, link } from "./elements.js";
import { say, words } from "./speech.js";

/** @typedef {import("./rows.js").ClaimRow} ClaimRow */

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
 * Name the words whose saying a claim needs.
 * @param {ClaimRow[]} claims
 * @returns {[(string | null)[], string[]]} dates, words of the model
 */
export function spokenIn(claims) {
  const terms = claims.flatMap((one) => [one.polarity, one.modality, one.access,
    ...one.who.flatMap((party) => [party.role, party.stance])]);
  return [claims.flatMap((one) => [one.date, one.published]), terms];
}

/** Whether people, later versions and those who withdraw let a claim count.
 * @param {ClaimRow} claim
 */
export function counts(claim) {
  return claim.gone === null && (claim.decision === null || claim.decision.says === "accepted");
}

/**
 * Show a claim.
 * @param {ClaimRow} claim
 * @param {string | null} about the title of its event, where that is not said around it
 */
export function claimItem(claim, about) {
  const stance = claim.polarity === "affirms" ? words(claim.modality) : words(claim.polarity);
  const node = element("li", null, counts(claim) ? "claim" : "claim gone",
    element("div", null, "", ...joined([
      about && link(to("event", claim.event), about),
      link(to("document", claim.source), claim.source),
      claim.published && words(claim.published), stance, claim.date && words(claim.date)])));
  if (claim.chain.length) {
    node.append(element("ol", null, "chain", ...claim.chain.map((hop) =>
      element("li", null, "", foreign(hop)))));
  }
  if (claim.who.length) node.append(element("div", null, "", ...joined(claim.who.map(partyLink), "; ")));
  if (claim.quote) node.append(element("blockquote", null, "", foreign(claim.quote)));
  if (claim.extractor) node.append(element("div", `${say("machine")} (${claim.extractor})`, "aside"));
  return node;
}
