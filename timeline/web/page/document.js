// A document: what is known of it, and its text with every claim marked where it was read.

import { to } from "./address.js";
import { get, inPath } from "./api.js";
import { claimItem, counts, spokenIn } from "./claim.js";
import { element, facts, foreign, joined, link, section } from "./elements.js";
import { notes } from "./notes.js";
import { paged } from "./pages.js";
import { dayOf, language, learn, say, standing, words } from "./speech.js";

/** @typedef {import("./rows.js").ClaimRow} ClaimRow */
/** @typedef {import("./rows.js").SourceRow} SourceRow */
/** @typedef {import("./rows.js").EventRow} EventRow */
/** @typedef {{change: "same" | "old" | "new", text: string}} PieceRow */

/**
 * Show a document, or all of them.
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
  const path = inPath(key);
  /** @type {[import("./rows.js").SourceDetail, import("./rows.js").HeldText, {rows: PieceRow[]}, {rows: EventRow[]}]} */
  const [{ source, claims, notes: noted }, held, compared, told] = await Promise.all([
    get(`sources/${path}`, [["language", language]], tools.signal),
    get(`texts/${path}`, [], tools.signal),
    get(`compared/${path}`, [], tools.signal),
    get("events", [["source", key], ["all", ""], ["limit", "1000"], ["language", language]], tools.signal)]);
  const standings = new Map(told.rows.map((one) => [one.key, one.standing]));
  const [dates, terms] = spokenIn(claims);
  await learn([source.published, ...dates, ...noted.map((one) => dayOf(one.at))],
    [source.kind, accessOf(source), source.version, ...terms, ...standings.values()], tools.signal);
  const body = held.text === null
    ? element("p", say("cited-only"), "aside")
    : textOf(held.text, source.language, claims, standings);
  into.replaceChildren(
    element("p", null, "kicker", ...joined([words(source.kind), words(accessOf(source))])),
    element("h2", null, "", foreign(source.title ?? source.key)),
    about(source),
    element("div", null, "reading", body, element("div", null, "",
      section(say("claims"), claims.length ? element("ol", null, "claims",
        ...claims.map((one) => withStanding(one, standings))) : null),
      section(say("notes"), notes(noted)))),
    section(say("compared"), compared.rows.length ? pieces(compared.rows) : null));
  document.getElementById(location.hash.slice(1))?.scrollIntoView({ block: "center" });
}

/** @param {SourceRow} source */
function about(source) {
  /** @param {string | null} other */
  const version = (other) => other && link(to("document", other), other);
  const web = source.url && /^https?:/.test(source.url)
    ? Object.assign(element("a", source.url), { href: source.url, rel: "noopener noreferrer", target: "_blank" })
    : source.url;
  return facts([
    [say("publisher"), source.publisher && foreign(source.publisher)],
    [say("author"), source.author && foreign(source.author)],
    [say("published"), source.published && words(source.published)],
    [say("url"), web],
    [source.version ? words(source.version) : say("replaces"), version(source.replaces)],
    [say("replaced-by"), version(source.replaced_by)],
  ]);
}

/**
 * @param {ClaimRow} claim
 * @param {Map<string, string | null>} standings
 */
function withStanding(claim, standings) {
  const node = claimItem(claim, claim.title ?? claim.event);
  node.firstElementChild?.append(" ", standing(standings.get(claim.event) ?? null));
  return node;
}

/**
 * A text with what claims quote marked, coloured by the standing of their events; offsets count
 * characters, of which JavaScript's texts may have two units.
 * @param {string} text
 * @param {string | null} written its language
 * @param {ClaimRow[]} claims
 * @param {Map<string, string | null>} standings
 */
function textOf(text, written, claims, standings) {
  const characters = Array.from(text);
  const node = element("div", null, "text");
  node.dir = "auto";
  if (written) node.lang = written;
  let done = 0;
  for (const [start, end, here] of stretches(claims)) {
    node.append(characters.slice(done, start).join(""), mark(characters.slice(start, end).join(""), here, standings));
    done = end;
  }
  node.append(characters.slice(done).join(""));
  return node;
}

/**
 * Divide what claims quote into stretches, each with all claims that quote it.
 * @param {ClaimRow[]} claims
 * @returns {[number, number, ClaimRow[]][]}
 */
function stretches(claims) {
  const quoting = claims.filter((one) => one.quote_start !== null && one.quote_end !== null);
  const edges = [...new Set(quoting.flatMap((one) => [one.quote_start ?? 0, one.quote_end ?? 0]))].sort((a, b) => a - b);
  return edges.slice(1).map((end, at) => /** @type {[number, number, ClaimRow[]]} */ (
    [edges[at], end, quoting.filter((one) => (one.quote_start ?? 0) <= edges[at] && (one.quote_end ?? 0) >= end)]))
    .filter(([, , here]) => here.length);
}

/**
 * @param {string} text
 * @param {ClaimRow[]} here
 * @param {Map<string, string | null>} standings
 */
function mark(text, here, standings) {
  const [first] = here.toSorted((a, b) => Number(counts(b)) - Number(counts(a)));
  const shown = standings.get(first.event) ?? "retracted";
  const node = element("a", null, `marked ${counts(first) ? shown : "retracted"}`, element("mark", text));
  node.href = to("event", first.event);
  node.id = `claim-${first.key}`;
  node.title = here.map((one) => `${one.title ?? one.event} (${words(standings.get(one.event) ?? "retracted")})`).join("\n");
  return node;
}

/**
 * What changed from one version to the next, in one text.
 * @param {PieceRow[]} rows
 */
function pieces(rows) {
  const tags = /** @type {const} */ ({ same: "span", old: "del", new: "ins" });
  return element("div", null, "text compared", ...rows.map(({ change, text }) => element(tags[change], text)));
}

/**
 * @param {HTMLElement} into
 * @param {import("./main.js").Tools} tools
 */
async function showAll(into, tools) {
  /** @param {SourceRow} one */
  const line = (one) => element("li", null, "",
    element("span", null, "", link(to("document", one.key), one.title ?? one.key),
      element("div", null, "aside", ...joined([words(one.kind), words(accessOf(one)),
        one.publisher && foreign(one.publisher), one.author && foreign(one.author)]))),
    element("span", null, "aside", ...joined([one.published && words(one.published),
      say("claims-count", one.claims)])));
  await paged(into, say("view-document"), "sources", [], line, tools,
    (rows) => [rows.map((one) => one.published), rows.flatMap((one) => [one.kind, accessOf(one)])]);
}

/**
 * Say how a document is known.
 * @param {import("./rows.js").SourceRow} source
 */
function accessOf(source) {
  return source.partial && source.access === "held" ? "held in part" : source.access;
}
