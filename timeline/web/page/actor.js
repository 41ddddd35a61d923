// Who takes part: all of them, or one with names, offices, events, company and what others say.

import { filtered, to } from "./address.js";
import { get, inPath } from "./api.js";
import { claimItem, spokenIn } from "./claim.js";
import { conflictItem, spokenInConflicts } from "./conflicts.js";
import { element, facts, foreign, joined, link, section } from "./elements.js";
import { lane } from "./lane.js";
import { notes } from "./notes.js";
import { paged } from "./pages.js";
import { dayOf, language, learn, say, standing, words } from "./speech.js";

/** @typedef {import("./rows.js").Profile} Profile */
/** @typedef {import("./rows.js").AppearanceRow} AppearanceRow */

/**
 * Show an actor, or all of them.
 * @type {import("./main.js").Show}
 */
export async function show(into, key, tools) {
  await (key ? showOne(into, key, tools) : showAll(into, tools));
}

/**
 * @param {HTMLElement} into
 * @param {string} key
 * @param {import("./main.js").Tools} tools
 */
async function showOne(into, key, tools) {
  const whose = inPath(key);
  /** @type {[Profile, {rows: import("./rows.js").ClaimRow[]}, {rows: import("./rows.js").ConflictRow[]}]} */
  const [found, said, disputed] = await Promise.all([
    get(`actors/${whose}`, [["language", language]], tools.signal),
    get(`said/${whose}`, [["language", language]], tools.signal),
    get("conflicts", [["actor", key], ["language", language]], tools.signal)]);
  const [dates, terms] = spokenIn(said.rows);
  const [moreDates, moreTerms] = spokenInConflicts(disputed.rows);
  const { actor, positions, appearances } = found;
  await learn(
    [...dates, ...moreDates, ...positions.map((one) => one.held ?? one.called), ...appearances.map((one) => one.date),
      ...found.notes.map((one) => dayOf(one.at))],
    [...terms, ...moreTerms, actor.kind, ...found.roles.map(([role]) => role),
      ...found.names.map((one) => one.kind), ...appearances.map((one) => one.standing)], tools.signal);
  into.replaceChildren(
    element("p", words(actor.kind), "kicker"),
    element("h2", null, "", foreign(actor.name)),
    found.description ? element("p", null, "lead", foreign(found.description)) : "",
    facts([
      [say("names"), nameList(found)],
      [say("identifiers"), found.identifiers.map(([scheme, value]) => `${scheme} ${value}`).join(", ")],
      [say("roles"), found.roles.map(([role, times]) => `${words(role)} (${times})`).join(", ")],
      [say("merged"), found.merged.join(", ")],
      [say("merged-by-machine"), found.merged_by_machine.join(", ")],
    ]),
    section(say("career"), lane(positions, appearances)),
    section(say("events"), appearanceList(appearances), eventsLink(actor.key, tools)),
    section(say("company"), companyList(found)),
    section(say("said-of"), said.rows.length
      ? element("ol", null, "claims", ...said.rows.map((one) => claimItem(one, one.title ?? one.event)))
      : null),
    section(say("conflicts"), disputed.rows.length
      ? element("ol", null, "conflicts", ...disputed.rows.map(conflictItem)) : null),
    section(say("notes"), notes(found.notes)),
    found.hidden ? element("p", say("hidden", found.hidden), "aside") : "");
}

/** @param {Profile} found */
function nameList(found) {
  const others = found.names.filter((one) => one.text !== found.actor.name);
  return others.length ? element("span", null, "", ...joined(others.map((one) => {
    const name = foreign(one.text);
    if (one.language) name.lang = one.language;
    name.title = words(one.kind);
    return name;
  }), ", ")) : null;
}

/** @param {AppearanceRow[]} appearances */
function appearanceList(appearances) {
  return appearances.length ? element("ol", null, "lines", ...appearances.map((one) =>
    element("li", null, "",
      element("span", words(one.date), "date"),
      element("span", null, "", link(to("event", one.event), one.title ?? one.event),
        element("div", null, "aside", ...joined([standing(one.standing), words(one.role),
          one.capacity && foreign(one.capacity),
          one.positions.length ? foreign(one.positions.join("; ")) : null])))))) : null;
}

/**
 * @param {string} key
 * @param {import("./main.js").Tools} tools
 */
function eventsLink(key, { state }) {
  const node = element("a", say("in-chronology"), "aside");
  node.href = to("", "", filtered(state.filters, "actor", [key]));
  return node;
}

/** @param {Profile} found */
function companyList({ company }) {
  return company.length ? element("ul", null, "tags", ...company.map((one) =>
    element("li", null, "", link(to("actor", one.key), one.name), ` ${one.events}`))) : null;
}

/**
 * @param {HTMLElement} into
 * @param {import("./main.js").Tools} tools
 */
async function showAll(into, tools) {
  /** @param {import("./rows.js").ActorRow} one */
  const line = (one) => element("li", null, "",
    element("span", null, "", link(to("actor", one.key), one.name),
      element("div", null, "aside", ...joined([words(one.kind), one.description && foreign(one.description)]))),
    element("span", null, "aside", ...joined([say("events-count", one.events),
      one.first && (one.first === one.last ? words(one.first) : `${words(one.first)} – ${words(one.last)}`)])));
  await paged(into, say("view-actor"), "actors", [["language", language]], line, tools,
    (rows) => [rows.flatMap((one) => [one.first, one.last]), rows.map((one) => one.kind)]);
}
