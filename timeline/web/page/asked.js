// A claim and a group of actors as a reviewer sees them: what was read, in words, each part with
// the key that mends it, and what is known beside it.

import { to } from "./address.js";
import { element, foreign, joined, link } from "./elements.js";
import { learn, say, words } from "./speech.js";

/** @typedef {import("./rows.js").AskedClaim} AskedClaim */
/** @typedef {import("./rows.js").AskedGroup} AskedGroup */
/** @typedef {(key: string) => void} Press what a key does, also by mouse */

const ALIKE = 3; // so many other events are shown beside a claim

/**
 * Learn how what a claim says is said.
 * @param {AskedClaim} claim
 */
export async function learnClaim(claim) {
  const others = claim.others.flatMap((one) => [one.polarity, one.modality]);
  await learn(
    [claim.date, claim.published, claim.event.date, ...claim.dates.map((one) => one.date),
      ...claim.events.map((one) => one.date), ...claim.others.map((one) => one.date)],
    [claim.event.type, claim.event.standing, claim.modality, claim.polarity, claim.decision,
      ...claim.people.map((one) => one.role), ...claim.events.map((one) => one.type), ...others]);
}

/**
 * Show a claim.
 * @param {AskedClaim} claim
 * @param {Press} press
 * @param {(n: number) => void} let_ lets one of the people in or out
 */
export function claimCard(claim, press, let_) {
  const { event } = claim;
  const said = claim.said ? [" ", element("q", claim.said)] : [];
  const taking = claim.people.map((one, n) => ({ ...one, n }));
  const named = taking.filter((one) => !one.role);
  const nobody = taking.length === named.length;
  return [
    ...decided(claim),
    element("h2", null, "", foreign(event.title ?? event.key)),
    element("dl", null, "fields",
      ...field("t", "type", press, words(event.type)),
      ...field("d", "date", press, words(claim.date), ...said),
      ...field("w", "actor", press, ...(nobody ? ["–"] : taking.filter((one) => one.role)
        .map((one) => personButton(one, let_)))),
      ...(named.length ? [element("dt", say("review-named"), "faint"),
        element("dd", null, "", ...named.map((one) => personButton(one, let_)))] : []),
      ...field("p", "place", press, foreign(claim.place_name ?? event.place ?? "–")),
      ...field("m", "review-key-modality", press, stance(claim)),
      ...field("a", "review-key-chain", press,
        ...joined([claim.source_title, ...claim.chain].map((one) => foreign(one)), " ← "))),
    ...claim.doubts.map((one) => element("p", one, "doubt")),
    ...claim.notes.map((one) => element("p", null, "note", foreign(one.by), ": ",
      foreign(one.text))),
  ];
}

/** @param {AskedClaim} claim */
function decided(claim) {
  if (claim.decision === null) return [];
  const by = claim.by === null ? null : foreign(claim.by);
  return [element("p", null, `decided ${claim.decision}`, ...joined([words(claim.decision), by]))];
}

/**
 * @param {string} key
 * @param {string} name
 * @param {Press} press
 * @param {...(Node | string)} value
 */
function field(key, name, press, ...value) {
  const mend = element("button", null, "mend", element("kbd", key), say(name));
  mend.type = "button";
  mend.title = say(`review-does-${DOES[key]}`);
  mend.addEventListener("click", () => press(key));
  return [element("dt", null, "", mend), element("dd", null, "", ...value)];
}

/** @type {Record<string, string>} */
const DOES = { t: "type", d: "date", w: "who", p: "place", m: "modality", a: "chain" };

/**
 * @param {{name: string, role: string | null, n: number}} one
 * @param {(n: number) => void} let_
 */
function personButton(one, let_) {
  const node = element("button", null, "person", element("kbd", String(one.n + 1)),
    foreign(one.name), one.role ? ` (${words(one.role)})` : "");
  node.type = "button";
  node.ariaPressed = String(one.role !== null);
  node.addEventListener("click", () => let_(one.n));
  return node;
}

/** @param {{polarity: string, modality: string}} one */
function stance(one) {
  const sure = words(one.modality);
  return one.polarity === "affirms" ? sure : `${sure}, ${words(one.polarity)}`;
}

/**
 * Show what the database says of a claim's event already, and which may be the same.
 * @param {AskedClaim} claim
 */
export function knownOf(claim) {
  const { event } = claim;
  const others = claim.others.map((one) => element("li", null, "claim", ...joined([
    link(to("document", one.source), one.source), stance(one), words(one.date)]),
  ...(one.quote ? [element("blockquote", null, "", foreign(one.quote))] : [])));
  const alike = claim.events.slice(0, ALIKE).map((one) => element("li", null, "claim", ...joined([
    words(one.type), link(to("event", one.key), one.title ?? one.key), words(one.date)])));
  return [
    element("h3", say("review-known")),
    element("p", null, "aside", ...joined([words(event.date),
      event.standing && element("span", words(event.standing), `standing ${event.standing}`)])),
    others.length ? element("ul", null, "", ...others) : element("p", say("review-alone"), "aside"),
    ...(alike.length
      ? [element("h3", say("review-alike")), element("ul", null, "", ...alike)] : []),
  ];
}

/**
 * Show the question whether the actors of a group are one.
 * @param {AskedGroup} asked
 */
export function groupCard({ group, members }) {
  return [
    element("h2", null, "", foreign(group.name)),
    element("p", `${say("review-one", group.keys.length)} ${say("review-sources", group.sources)}`),
    element("ul", null, "", ...members.map((one) => element("li", null, "claim",
      element("div", null, "aside",
        ...joined([foreign(one.key), one.source && foreign(one.source)])),
      ...(one.quote ? [element("blockquote", null, "", foreign(one.quote))] : [])))),
  ];
}
