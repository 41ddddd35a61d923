// One person's review: what is asked next, and where they were. What others look at is not asked.

import { get, inPath, post } from "./api.js";
import { language } from "./speech.js";

/** @typedef {import("./rows.js").AskedClaim} AskedClaim */
/** @typedef {import("./rows.js").AskedGroup} AskedGroup */
/** @typedef {AskedClaim | AskedGroup | null} Item */

const TRIED = 50; // so many claims are tried at once, where others look at the first

export class Sitting {
  /**
   * @param {string} by who reviews
   * @param {[string, string][]} filters of the claims that are asked
   */
  constructor(by, filters) {
    this.by = by;
    this.filters = filters;
    /** @type {Item} */
    this.item = null;
    /** @type {Set<string>} the claims that were decided here */
    this.done = new Set();
    /** @type {AskedGroup[] | null} */
    this.groups = filters.length ? [] : null;
    /** @type {string[]} */
    this.queue = [];
    /** @type {string[]} */
    this.path = [];
    this.at = -1;
  }

  /** Go on: to the next group of actors, then to the next claim. */
  async next() {
    if (isGroup(this.item)) this.groups?.shift();
    if (this.at + 1 < this.path.length) return this.show(this.path[this.at + 1]);
    this.groups ??= (await get("review/groups", [["limit", "200"]])).rows;
    if (this.groups?.length) return this.set(this.groups[0]);
    const key = await this.#lease();
    if (key === null) return this.set(null);
    this.path.push(key);
    return this.show(key);
  }

  /** Lease the next claim that nobody has decided about or looks at. */
  async #lease() {
    for (let renewed = false; ; ) {
      if (!this.queue.length && !renewed) {
        const { rows } = await get("review/queue", [...this.filters, ["limit", "1000"]]);
        /** @type {string[]} */
        const found = rows.map((/** @type {{claim: string}} */ row) => row.claim);
        this.queue = found.filter((key) => !this.path.includes(key));
        renewed = true;
      }
      const tried = this.queue.slice(0, TRIED);
      if (!tried.length) return null;
      const { claim } = await post("look", { by: this.by, claims: tried });
      this.queue = this.queue.slice(claim === null ? TRIED : tried.indexOf(claim) + 1);
      if (claim !== null) return claim;
    }
  }

  /** Go back to the claim before. */
  async back() {
    return this.path.length ? this.show(this.path[Math.max(0, this.at - 1)]) : this.item;
  }

  /**
   * Go to a claim, decided or not.
   * @param {string} key
   */
  async show(key) {
    const found = await this.read(key);
    if (!this.path.includes(key)) this.path.splice(this.at + 1, 0, key);
    this.at = this.path.indexOf(key);
    return this.set(found);
  }

  /**
   * Read what is asked of a claim, as it is now.
   * @param {string} key
   * @returns {Promise<AskedClaim>}
   */
  async read(key) {
    return get(`review/claims/${inPath(key)}`, [["language", language]]);
  }

  /** Read what is shown anew. */
  async look() {
    return isClaim(this.item) ? this.show(this.item.key) : this.item;
  }

  /** Ask for the groups of actors again: one of them came back. */
  async regroup() {
    this.groups = null;
    this.item = null;
    this.at = this.path.length - 1;
    return this.next();
  }

  /**
   * Go on under another name; a claim that is leased under the earlier one is left to it.
   * @param {string} by
   */
  async rename(by) {
    this.by = by;
    if (!isClaim(this.item)) return this.item;
    const { claim } = await post("look", { by, claims: [this.item.key] });
    if (claim !== null) return this.item;
    this.path.splice(this.at, 1);
    this.at = this.path.length - 1;
    return this.next();
  }

  /** Put a group's place in the hands of its pairs. */
  pairs() {
    if (!isGroup(this.item)) return;
    const { group, members } = this.item;
    const [first, ...others] = group.keys;
    const one = (/** @type {string} */ key) => members.filter((member) => member.key === key);
    this.groups?.splice(1, 0, ...others.map((other) => (
      { group: { ...group, keys: [first, other] }, members: [...one(first), ...one(other)] })));
  }

  /** @param {Item} item */
  set(item) {
    this.item = item;
    return item;
  }
}

/**
 * @param {Item} item
 * @returns {item is AskedGroup}
 */
export function isGroup(item) {
  return item !== null && "group" in item;
}

/**
 * @param {Item} item
 * @returns {item is AskedClaim}
 */
export function isClaim(item) {
  return item !== null && "passage" in item;
}
