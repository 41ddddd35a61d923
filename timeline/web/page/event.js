// An event's card: what it shows and why, and every account of it with its words.

import { filtered, to } from "./address.js";
import { get, inPath } from "./api.js";
import { claimItem, claimLink, counts, partyLink, spokenIn } from "./claim.js";
import { aboutWords, conflictItem, sideWords, sides, spokenInConflicts } from "./conflicts.js";
import { element, facts, foreign, joined, link, section } from "./elements.js";
import { notes } from "./notes.js";
import { dayOf, language, learn, say, standing, words } from "./speech.js";

/** @typedef {import("./rows.js").Dossier} Dossier */
/** @typedef {import("./claim.js").QuotedRow} QuotedRow */

/**
 * Show an event.
 * @type {import("./main.js").Show}
 */
export async function show(into, key, tools) {
  /** @type {[Dossier, {rows: QuotedRow[]}]} */
  const [found, passages] = await Promise.all([
    get(`events/${inPath(key)}`, [["language", language]], tools.signal),
    get(`quoted/${inPath(key)}`, [], tools.signal)]);
  await learnAll(found, tools.signal);
  const { event, claims } = found;
  const quoted = new Map(passages.rows.map((one) => [one.claim, one]));
  const heading = element("h2", null, "", foreign(event.title ?? event.key));
  heading.id = "open-title";
  into.replaceChildren(
    element("p", null, "kicker", ...joined([standing(event.standing), words(event.type)])),
    heading,
    found.summary ? element("p", null, "lead", foreign(found.summary)) : "",
    facts([
      [say("date"), reasoned(event.date ? joined([words(event.date), element("code", event.date)]) : [say("undated")], found.date_reason)],
      [say("standing"), reasoned([standing(event.standing)], found.standing_reason)],
      ...values(found, tools),
      [say("actor"), event.actors.length ? element("ul", null, "", ...event.actors.map((one) =>
        element("li", null, "", partyLink(one)))) : null],
      [say("tags"), found.tags.join(", ")],
      [say("told-by"), say("told", { claims: event.claims, origins: event.origins })],
    ]),
    section(say("claims"), claims.length ? element("ol", null, "claims",
      ...claims.toSorted((a, b) => Number(counts(b)) - Number(counts(a)))
        .map((one) => claimItem(one, null, quoted.get(one.key)))) : null),
    section(say("disagreements"), disagreements(found)),
    section(say("lost"), lost(found)),
    section(say("links"), links(found)),
    section(say("revoked"), revoked(found)),
    section(say("notes"), notes(found.notes)));
}

/**
 * @param {Dossier} found
 * @param {AbortSignal} signal
 */
async function learnAll({ event, claims, notes: noted, lost: gone, values: told, statements, links: tied, revoked: taken }, signal) {
  const [dates, terms] = spokenIn(claims);
  const [moreDates, moreTerms] = spokenInConflicts(statements);
  await learn(
    [event.date, ...dates, ...moreDates, ...gone.map((one) => one.date), ...taken.map((one) => one.date),
      ...noted.map((one) => dayOf(one.at))],
    [event.standing, event.type, ...terms, ...moreTerms, ...tied.map((one) => one.kind),
      ...told.flatMap((one) => one.about.split(".")), ...taken.map((one) => one.polarity),
      ...event.actors.flatMap((one) => [one.role, one.stance])], signal);
}

/**
 * A value, and below it why it is that.
 * @param {(Node | string)[]} shown
 * @param {string} reason
 */
function reasoned(shown, reason) {
  return element("span", null, "", ...shown, element("span", null, "why", foreign(reason)));
}

/**
 * Place, numbers, and who fills a role of which only one can.
 * @param {Dossier} found
 * @param {import("./main.js").Tools} tools
 * @returns {[string, Node | string | null][]}
 */
function values({ event, values: told }, { state }) {
  const place = told.some((one) => one.about === "place") ? [] : [event.place].filter((one) => one !== null);
  return [
    ...place.map((name) => /** @type {[string, Node]} */ ([say("place"), placeLink(name, state)])),
    ...told.map((one) => {
      const shown = (one.says === null ? one.sides.map((side) => side.says) : [one.says])
        .map((says) => sideWords(one.about, says)).join(" / ");
      const value = one.about === "place" && one.says ? placeLink(one.says, state) : foreign(shown);
      return /** @type {[string, Node]} */ ([aboutWords(one.about.replace(/^numbers\./, "")), reasoned([value], one.reason)]);
    })];
}

/**
 * @param {string} name
 * @param {import("./address.js").State} state
 */
function placeLink(name, state) {
  return link(to("", "", filtered(state.filters, "place", [name])), name);
}

/**
 * What can't all be right: side by side.
 * @param {Dossier} found
 */
function disagreements({ values: told, statements }) {
  const split = told.filter((one) => one.sides.length > 1);
  if (!split.length && !statements.length) return null;
  return element("div", null, "", ...split.map((one) => element("div", null, "conflict",
    element("h4", aboutWords(one.about)), sides(one.about, one.sides))),
  element("ol", null, "conflicts", ...statements.map(conflictItem)));
}

/**
 * Dates that are not the one shown, and why.
 * @param {Dossier} found
 */
function lost({ lost: gone }) {
  return gone.length ? element("ul", null, "", ...gone.map((one) => element("li", null, "",
    ...joined([words(one.date), claimLink(one.source, one.claim), element("span", one.why, "aside")])))) : null;
}

/** @param {Dossier} found */
function links({ event, links: tied }) {
  return tied.length ? element("ul", null, "", ...tied.map((one) => {
    const ours = one.event === event.key;
    const other = ours ? link(to("event", one.other), one.other_title ?? one.other)
      : link(to("event", one.event), one.title ?? one.event);
    const parts = ours ? [`${words(one.kind)} `, other] : [other, ` ${words(one.kind)} ${say("this")}`];
    return element("li", null, "", ...parts);
  })) : null;
}

/** @param {Dossier} found */
function revoked({ revoked: taken }) {
  return taken.length ? element("ul", null, "", ...taken.map((one) => element("li", null, "gone",
    ...joined([claimLink(one.source, null), words(one.polarity), one.date && words(one.date), one.quote && foreign(one.quote)])))) : null;
}
