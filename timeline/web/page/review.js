// The review: a document on one side, what a machine read in it on the other, and a key or a click
// for each thing that may be done about it. Whatever is decided is written at once.

import { get, onChange, post } from "./api.js";
import { claimCard, groupCard, knownOf, learnClaim } from "./asked.js";
import { choose } from "./choose.js";
import { element } from "./elements.js";
import { showLog } from "./log.js";
import { findClaim, letPerson, MENDS, mendWho, prepare, tell } from "./mending.js";
import { showAlike } from "./merging.js";
import { sendKept, write } from "./outbox.js";
import { selectedIn, showPaper } from "./paper.js";
import { isClaim, isGroup, Sitting } from "./sitting.js";
import { say } from "./speech.js";

/** @typedef {import("./mending.js").Deed} Deed */

// Each key, by what it does; those of a group of actors, and those that are left at the end.
const KEYS = {
  y: "accept", r: "reject", n: "next", b: "back", u: "undo", d: "date", w: "who", x: "swap",
  t: "type", p: "place", m: "modality", a: "chain", e: "event", i: "actor", s: "split", o: "note",
  c: "claim", g: "word", "/": "search", l: "log", "?": "help",
};
const OF_GROUPS = "yrnu?l";
const AT_END = "bu/?l";
// What is written about the claim that is shown, as it was seen.
const OF_CLAIM = new Set(["accept", "reject", "correct", "take", "leave-out", "swap", "retype",
  "reread", "split"]);
// What has its button beside what it mends, under the text, or above all.
const ELSEWHERE = "dwtpmacgl";
const NAME = "reviewer";

/** @type {Sitting | null} */
let sitting = null;

/**
 * Show the review.
 * @type {import("./main.js").Show}
 */
export async function show(into, key, tools) {
  const filters = tools.state.filters;
  const session = await get("session", [], tools.signal);
  if (!session.review) throw new Error(say("review-not-here"));
  const by = localStorage.getItem(NAME) ?? session.by;
  if (!sitting || JSON.stringify(sitting.filters) !== JSON.stringify(filters)) {
    sitting = new Sitting(by, filters);
  }
  const desk = new Desk(into, sitting, tools);
  await desk.begin(key);
}

/** The desk at which somebody reviews: what is on it, and what its keys do. */
class Desk {
  /**
   * @param {HTMLElement} into
   * @param {Sitting} who
   * @param {import("./main.js").Tools} tools
   */
  constructor(into, who, tools) {
    this.into = into;
    this.sitting = who;
    this.tools = tools;
    this.busy = false;
    this.status = element("p", null, "aside");
    this.paper = element("div", null, "text paper");
    this.card = element("div", null, "asked");
    this.known = element("aside", null, "known");
    this.keys = element("div", null, "keys");
    this.marked = element("div", null, "keys selected");
    Object.assign(this.paper, { tabIndex: 0, role: "region", ariaLabel: say("review-paper") });
    Object.assign(this.card, { ariaLive: "polite", tabIndex: -1 });
    Object.assign(this.keys, { role: "toolbar", ariaLabel: say("review-keys") });
    this.marked.hidden = true;
  }

  /** @param {string} key of a claim to begin with */
  async begin(key) {
    this.into.replaceChildren(this.head(), element("div", null, "desk",
      element("div", null, "side", this.paper, this.marked),
      element("div", null, "side", this.keys, this.card, this.known)));
    const { signal } = this.tools;
    addEventListener("keydown", (event) => this.onKey(event), { signal });
    document.addEventListener("selectionchange", () => this.onSelect(), { signal });
    onChange(() => this.renew().catch(() => null), signal);
    addEventListener("pagehide", () => post("leave", { by: this.sitting.by }).catch(() => null),
      { signal });
    this.marked.append(...["c", "g", "w"].map((one) => this.button(one)));
    if (await sendKept((waiting) => this.wait(waiting))) this.tools.tell(say("review-sent"));
    await this.run(async () => {
      await prepare();
      if (key) await this.sitting.show(key);
      else if (this.sitting.item === null) await this.sitting.next();
    });
  }

  /** Make the line of who reviews, how far they are, and what else there is to review. */
  head() {
    const by = element("input");
    Object.assign(by, { value: this.sitting.by, maxLength: 200, autocomplete: "name" });
    by.addEventListener("change", () => {
      const name = by.value.trim();
      if (!name) by.value = this.sitting.by;
      else this.run(() => this.rename(name));
    });
    return element("div", null, "head",
      element("label", `${say("review-by")} `, "", by), this.status,
      this.plain(say("review-actors"), () => this.lay(showAlike("actor", this))),
      this.plain(say("review-events"), () => this.lay(showAlike("event", this))),
      this.button("l"));
  }

  /**
   * @param {string} text
   * @param {() => void} does
   */
  plain(text, does) {
    const node = element("button", text);
    node.type = "button";
    node.addEventListener("click", does);
    return node;
  }

  /** @param {string} key */
  button(key) {
    const name = KEYS[/** @type {keyof typeof KEYS} */ (key)];
    const node = this.plain("", () => this.press(key));
    node.append(element("kbd", key), say(`review-key-${name}`));
    node.title = say(`review-does-${name}`);
    node.className = `does-${name}`;
    // A click must not take the selection away before it is read.
    node.addEventListener("mousedown", (event) => event.preventDefault());
    return node;
  }

  /** Give the keys that do something now. */
  open() {
    const { item } = this.sitting;
    if (item === null) return AT_END;
    return isGroup(item) ? OF_GROUPS : Object.keys(KEYS).join("");
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const aside = event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
    const at = event.target instanceof Element ? event.target : null;
    if (aside || at?.closest("input, textarea, select, dialog") || this.into.hidden) return;
    if (/^[1-9]$/.test(event.key)) this.letIn(Number(event.key) - 1);
    else if (event.key.length === 1 && event.key in KEYS) this.press(event.key);
    else return;
    event.preventDefault();
  }

  onSelect() {
    this.marked.hidden = !selectedIn(this.paper) || !isClaim(this.sitting.item);
  }

  /** @param {string} key */
  press(key) {
    if (!this.open().includes(key)) return;
    this.run(async () => {
      const { item } = this.sitting;
      if (key === "y") await (isGroup(item) ? this.unite(item) : this.decide("accept"));
      else if (key === "r") await (isGroup(item) ? this.part(item) : this.decide("reject"));
      else if (key === "n") await this.sitting.next();
      else if (key === "b") await this.sitting.back();
      else if (key === "u") await this.undo();
      else if (key === "l") this.lay(showLog());
      else if (key === "?") await this.help();
      else if (key === "/") await this.search();
      else if (isClaim(item)) await this.mend(key, item);
    });
  }

  /**
   * Do something, then show what it led to; what could not be done is told in a line.
   * @param {() => Promise<void>} act
   */
  async run(act) {
    if (this.busy) return;
    this.hold(true);
    this.tools.tell("");
    try {
      await act();
    } catch (error) {
      this.tools.tell(error instanceof Error ? error.message : String(error), true);
      await this.sitting.look().catch(() => null);
    }
    await this.show();
    // From here on what is decided is what is seen: until now no key did anything.
    this.hold(false);
    this.showStatus().catch(() => null);
  }

  /** Show what others did to the claim that is shown; nothing is taken from under a hand. */
  async renew() {
    const { item } = this.sitting;
    await this.showStatus();
    if (!isClaim(item)) return;
    const now = await this.sitting.read(item.key);
    if (JSON.stringify(now) === JSON.stringify(item)) return;
    const asking = document.querySelector("dialog[open]") || !this.marked.hidden;
    if (this.busy || asking || this.sitting.item !== item) return;
    await this.run(async () => { this.sitting.set(now); });
  }

  /** @param {boolean} busy whether what is shown is about to change */
  hold(busy) {
    this.busy = busy;
    this.into.ariaBusy = String(busy);
  }

  /** @param {boolean} waiting */
  wait(waiting) {
    this.tools.tell(say(waiting ? "review-waiting" : "review-sent"), waiting);
  }

  /**
   * Have something written.
   * @param {Deed} deed
   */
  async write({ does, body }) {
    const { item, by } = this.sitting;
    const of = isClaim(item) && OF_CLAIM.has(does) ? { claim: item.key, seen: item.decision } : {};
    const done = await write(does, { by, ...of, ...body }, (waiting) => this.wait(waiting));
    if (isClaim(item) && OF_CLAIM.has(does) && does !== "retype") this.sitting.done.add(item.key);
    return done;
  }

  /** @param {string} does */
  async decide(does) {
    await this.write({ does, body: {} });
    await this.sitting.next();
  }

  /** @param {import("./rows.js").AskedGroup} asked */
  async unite({ group }) {
    await this.write({ does: "unite", body: { actors: group.keys } });
    await this.sitting.next();
  }

  /** @param {import("./rows.js").AskedGroup} asked */
  async part({ group }) {
    const [first, other] = group.keys;
    if (group.keys.length > 2) this.sitting.pairs();
    else await this.write({ does: "different", body: { of: "actor", first, other } });
    await this.sitting.next();
  }

  async undo() {
    await this.write({ does: "undo", body: {} });
    this.tools.tell(say("review-undone"));
    if (isClaim(this.sitting.item)) await this.goToUndone();
    else await this.sitting.regroup();
  }

  /** Go to the claim whose verdict was taken back, if it was decided here. */
  async goToUndone() {
    const { rows } = await get("changes", [["limit", "200"], ["each", "yes"]]);
    const undo = rows[0];
    const taken = rows.find((/** @type {any} */ row) => row.undone_by === undo.number);
    const key = (taken?.input ?? "").split(" ")
      .find((/** @type {string} */ one) => this.sitting.path.includes(one));
    const shown = key ? await this.sitting.show(key) : await this.sitting.look();
    if (isClaim(shown) && shown.decision === null) this.sitting.done.delete(shown.key);
  }

  /** @param {string} name */
  async rename(name) {
    localStorage.setItem(NAME, name);
    await this.sitting.rename(name);
  }

  async search() {
    const key = await findClaim();
    if (key) await this.sitting.show(key);
  }

  /**
   * @param {string} key
   * @param {import("./rows.js").AskedClaim} claim
   */
  async mend(key, claim) {
    const selected = selectedIn(this.paper);
    if ((key === "c" || key === "g") && !selected) throw new Error(say("review-select"));
    let deed;
    if (selected && key === "c") deed = await tell(claim, selected);
    else if (selected && key === "g") {
      deed = { does: "reread", body: { start: selected.start, end: selected.end } };
    } else if (key === "w") deed = await mendWho(claim, selected?.text ?? "");
    else deed = await MENDS[key](claim);
    if (!deed) return;
    const done = await this.write(deed);
    await this.sitting.show(deed.does === "tell" && done.claim ? done.claim : claim.key);
    if (deed.does === "tell") this.tools.tell(say("review-told"));
  }

  /** @param {number} n of the people who are proposed */
  letIn(n) {
    const { item } = this.sitting;
    if (!isClaim(item) || n >= item.people.length) return;
    this.run(async () => {
      const deed = await letPerson(item.people[n]);
      if (!deed) return;
      await this.write(deed);
      await this.sitting.look();
    });
  }

  async help() {
    const offered = [...this.open()].map((key) => {
      const name = KEYS[/** @type {keyof typeof KEYS} */ (key)];
      return { name: `${key}  ${say(`review-key-${name}`)}`, value: key,
        apart: say(`review-does-${name}`) };
    });
    const key = await choose({ title: say("review-help"), offered,
      find: (typed) => offered.filter((one) => `${one.name} ${one.apart}`.includes(typed)) });
    if (key) setTimeout(() => this.press(key));
  }

  /**
   * Lay something else on the desk's right side.
   * @param {Promise<Node[]>} made
   */
  async lay(made) {
    this.card.replaceChildren(...await made);
    this.known.replaceChildren();
    this.card.focus();
  }

  async showStatus() {
    const count = await get("review/count");
    this.status.textContent = `${say("review-done", this.sitting.done.size)} · ${
      say("review-left", count.left)}`;
  }

  /** Show what is asked now. */
  async show() {
    const { item } = this.sitting;
    const press = this.press.bind(this);
    this.keys.replaceChildren(...[...this.open()].filter((key) => !ELSEWHERE.includes(key))
      .map((key) => this.button(key)));
    this.paper.hidden = !isClaim(item);
    if (isClaim(item)) {
      await learnClaim(item);
      this.card.replaceChildren(...claimCard(item, press, (n) => this.letIn(n)));
      this.known.replaceChildren(...knownOf(item));
      await showPaper(this.paper, item);
    } else {
      this.known.replaceChildren();
      this.card.replaceChildren(
        ...(isGroup(item) ? groupCard(item) : [element("h2", say("review-end"))]));
    }
    this.onSelect();
  }
}
