// What mends a claim: for each key what is asked, what is offered, and what is written then.

import { get } from "./api.js";
import { choose } from "./choose.js";
import { language, learn, say, words } from "./speech.js";

/** @typedef {import("./rows.js").AskedClaim} AskedClaim */
/** @typedef {import("./rows.js").WordRow} WordRow */
/** @typedef {import("./choose.js").Choice} Choice */
/** @typedef {{does: string, body: object}} Deed what is written, but for who and when */

/** @type {Promise<import("./rows.js").Vocabulary> | null} */
let vocabulary = null;
/** @type {Promise<{rows: {type: string, words: string[]}[]}> | null} */
let types = null;

/** @type {[string, string]} */
const SPOKEN = ["language", language];

function known() {
  vocabulary ??= get("review/vocabulary", [SPOKEN]);
  return vocabulary;
}

/** Give the types of events, and learn how they are said. */
function typesKnown() {
  types ??= get("types", [SPOKEN]).then(async (found) => {
    await learn([], found.rows.map((/** @type {{type: string}} */ one) => one.type));
    return found;
  });
  return types;
}

/** Have ready what is asked for often, so that nothing that is typed comes too early. */
export async function prepare() {
  await Promise.all([known(), typesKnown()]);
}

/**
 * Whether a word in a name begins as somebody has typed it.
 * @param {string} name
 * @param {string} typed
 */
function begins(name, typed) {
  const plain = (/** @type {string} */ text) => (
    ` ${text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase()}`);
  return plain(name).includes(plain(typed));
}

/**
 * @param {string} title
 * @param {Choice[]} offered
 */
function oneOf(title, offered) {
  const find = (/** @type {string} */ typed) => offered.filter((one) => begins(one.name, typed));
  return choose({ title, offered, find });
}

/**
 * @param {WordRow[]} rows
 * @param {(word: string) => any} value
 */
function wordChoices(rows, value) {
  return rows.map((one) => ({ name: one.says, value: value(one.text) }));
}

/**
 * @param {string} path
 * @param {[string, string][]} asked
 * @returns {Promise<import("./rows.js").Meant[]>}
 */
async function meant(path, asked) {
  return (await get(`review/${path}`, asked)).rows;
}

/** @param {import("./rows.js").Meant} one */
function apart(one) {
  return one.key === null ? say("review-new") : one.apart;
}

/**
 * Correct something.
 * @param {object | undefined} changes
 * @returns {Deed | null}
 */
function correct(changes) {
  return changes ? { does: "correct", body: { changes } } : null;
}

/** @param {AskedClaim} claim */
async function mendDate(claim) {
  const offered = claim.dates.map((one) => (
    { name: words(one.date), value: { date: one.date }, apart: one.said ?? "" }));
  const published = claim.published ?? "";
  return correct(await choose({
    title: say("review-ask-date"),
    offered,
    digits: false,
    find: async (typed) => {
      const found = await get("review/date", [["typed", typed], ["published", published], SPOKEN]);
      const value = found.date === null ? undefined : { date: found.date };
      return [{ name: found.says, value, apart: found.date ?? "" }];
    },
  }));
}

async function mendModality() {
  const { modalities, polarities } = await known();
  return correct(await oneOf(say("review-ask-modality"), [
    ...wordChoices(modalities, (modality) => ({ modality })),
    ...wordChoices(polarities, (polarity) => ({ polarity }))]));
}

/**
 * Ask for a type of event: those of its neighbours first.
 * @param {AskedClaim} claim
 * @returns {Promise<string | undefined>}
 */
export async function askType(claim) {
  const { rows } = await typesKnown();
  const near = new Set(claim.events.map((one) => one.type));
  const offered = rows.map((one) => (
    { name: words(one.type), value: one.type, apart: one.words.join(", ") }))
    .sort((a, b) => Number(near.has(b.value)) - Number(near.has(a.value)));
  return choose({
    title: say("review-ask-type"),
    offered,
    find: (typed) => [...offered.filter((one) => begins(one.name, typed)),
      ...offered.filter((one) => !begins(one.name, typed) && begins(one.apart, typed))],
  });
}

/** @param {AskedClaim} claim */
async function mendType(claim) {
  const type = await askType(claim);
  return type ? { does: "retype", body: { type } } : null;
}

/** @param {AskedClaim} claim */
async function mendPlace(claim) {
  return correct(await choose({
    title: say("review-ask-place"),
    offered: [],
    find: async (typed) => (await meant("places", [["claim", claim.key], ["typed", typed]])).map(
      (one) => ({ name: one.name, apart: apart(one),
        value: { place: one.key ?? { name: one.name } } })),
  }));
}

/**
 * Say how sure a claim is once it is known whether its source has it from others: what it says itself
 * it asserts, what it has from others it reports.
 * @param {AskedClaim} claim
 * @param {boolean} passedOn
 */
function modalityOf({ modality, chain }, passedOn) {
  if (passedOn && modality === "asserted") return "reported";
  return !passedOn && chain.length && modality === "reported" ? "asserted" : modality;
}

/** @param {AskedClaim} claim */
async function mendChain(claim) {
  /** @param {object[]} via */
  const toldBy = (...via) => ({ via, modality: modalityOf(claim, via.length > 0) });
  /** @type {Choice[]} */
  const offered = [{ name: say("review-itself"), value: toldBy() },
    ...claim.people.filter((one) => one.key)
      .map((one) => ({ name: one.name, value: toldBy({ actor: one.key }) }))];
  return correct(await choose({
    title: say("review-ask-chain"),
    offered,
    find: async (typed) => (await meant("people", [["claim", claim.key], ["typed", typed]])).map(
      (one) => ({ name: one.name,
        value: toldBy(one.key === null ? { words: one.name } : { actor: one.key }),
        apart: one.key === null ? say("review-in-words") : one.apart })),
  }));
}

/**
 * Mend who takes part: somebody new, or the role of somebody who does.
 * @param {AskedClaim} claim
 * @param {string} [typed] a name that stands there at first
 */
export async function mendWho(claim, typed = "") {
  const offered = claim.people.map((one) => (
    { name: one.name, value: one, apart: one.role ? words(one.role) : "" }));
  const person = await choose({
    title: say("review-ask-who"),
    offered,
    typed,
    find: async (begun) => (await meant("people", [["claim", claim.key], ["typed", begun]])).map(
      (one) => ({ name: one.name, apart: apart(one),
        value: claim.people.find((other) => one.key !== null && other.key === one.key) ?? one })),
  });
  if (!person) return null;
  return person.role ? recast(person) : letIn(person);
}

/** @param {import("./rows.js").Person} person */
async function recast(person) {
  const { roles } = await known();
  const chosen = await oneOf(say("review-ask-role"), [
    ...wordChoices(roles, (role) => ({ role })).slice(0, 8),
    { name: say("review-no-part"), value: {} },
    ...wordChoices(roles, (role) => ({ role })).slice(8)]);
  if (!chosen) return null;
  if (!chosen.role) return { does: "leave-out", body: { actor: person.key } };
  const { name, key, capacity } = person;
  return { does: "take", body: { who: { name, key, capacity, role: chosen.role } } };
}

/** @param {{key: string | null, name: string}} person */
async function letIn({ key, name }) {
  if (key !== null) return { does: "take", body: { who: { key, name } } };
  const { kinds } = await known();
  const kind = await oneOf(say("review-ask-kind"), wordChoices(kinds, (word) => word));
  return kind ? { does: "take", body: { who: { name, kind } } } : null;
}

/**
 * Let one of the proposed people in, or out.
 * @param {import("./rows.js").Person} person
 * @returns {Promise<Deed | null>}
 */
export async function letPerson(person) {
  return person.role ? { does: "leave-out", body: { actor: person.key } } : letIn(person);
}

/** @param {AskedClaim} claim */
async function sameEvent(claim) {
  const offered = claim.events.map((one) => ({ name: one.title ?? one.key, value: one.key,
    apart: `${words(one.type)}, ${words(one.date)}` }));
  const first = await choose({
    title: say("review-ask-event"),
    offered,
    find: async (typed) => (await meant("events", [["typed", typed], SPOKEN]))
      .filter((one) => one.key !== claim.event.key)
      .map((one) => ({ name: one.name, value: one.key, apart: one.apart })),
  });
  return first ? { does: "same", body: { of: "event", first, other: claim.event.key } } : null;
}

/** @param {AskedClaim} claim */
async function sameActor(claim) {
  const taking = claim.people.filter((one) => one.role && one.key);
  const offered = taking.map((one) => ({ name: one.name, value: one }));
  const person = taking.length > 1 ? await oneOf(say("review-ask-party"), offered) : taking[0];
  if (!person) return null;
  const alike = await meant("namesakes", [["actor", person.key]]);
  const first = await choose({
    title: `${say("review-ask-actor")} ${person.name}`,
    offered: alike.map((one) => (
      { name: one.name, value: one.key, apart: `${one.apart}, ${one.key}` })),
    find: async (typed) => (await meant("people", [["claim", claim.key], ["typed", typed]]))
      .filter((one) => one.key !== null && one.key !== person.key)
      .map((one) => ({ name: one.name, value: one.key, apart: one.apart })),
  });
  return first ? { does: "same", body: { of: "actor", first, other: person.key } } : null;
}

/** @param {AskedClaim} claim */
async function writeNote(claim) {
  const text = await choose({ title: say("review-ask-note"), offered: [],
    find: (typed) => [{ name: typed, value: typed }] });
  return text ? { does: "note", body: { of: "claim", about: claim.key, text } } : null;
}

/**
 * Ask for a claim by words of its event.
 * @returns {Promise<string | undefined>}
 */
export function findClaim() {
  return choose({
    title: say("review-ask-claim"),
    offered: [],
    find: async (typed) => (await meant("claims", [["typed", typed], SPOKEN])).map(
      (one) => ({ name: one.name, value: one.key, apart: one.apart })),
  });
}

/**
 * Make a claim of selected words.
 * @param {AskedClaim} claim that is shown
 * @param {import("./paper.js").Selected} words_
 */
export async function tell(claim, words_) {
  const type = await askType(claim);
  if (!type) return null;
  const title = await choose({ title: say("review-ask-title"), offered: [], typed: words_.text,
    find: (typed) => [{ name: typed, value: typed }] });
  if (!title) return null;
  const { start, end } = words_;
  const event = { type, title };
  return { does: "tell", body: { source: claim.source, start, end, event, language } };
}

/**
 * Key -> what is asked, and what is then written; null: nothing.
 * @type {Record<string, (claim: AskedClaim) => Promise<Deed | null>>}
 */
export const MENDS = {
  d: mendDate,
  w: mendWho,
  t: mendType,
  p: mendPlace,
  m: mendModality,
  a: mendChain,
  e: sameEvent,
  i: sameActor,
  o: writeNote,
  x: async () => ({ does: "swap", body: {} }),
  s: async () => ({ does: "split", body: {} }),
};
