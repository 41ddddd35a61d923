// What is to be written, kept until the server has said what became of it: when the network breaks
// it is sent again under the same name, and the server does it once.

import { post, Unreachable } from "./api.js";

const KEPT = "outbox";
const PATIENCE = [1, 2, 5, 10, 30]; // seconds between two attempts

/** @typedef {{name: string, does: string, body: object}} Letter */

/** @returns {Letter[]} */
function letters() {
  return JSON.parse(localStorage.getItem(KEPT) ?? "[]");
}

/** @param {Letter[]} kept */
function keep(kept) {
  localStorage.setItem(KEPT, JSON.stringify(kept));
}

/** Make a name that no other request has; `crypto.randomUUID` is not there without TLS. */
function newName() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Wait until the network is back, or for some seconds.
 * @param {number} seconds
 */
function pause(seconds) {
  return new Promise((go) => {
    setTimeout(go, seconds * 1000);
    addEventListener("online", go, { once: true });
  });
}

/**
 * Send a letter until it is answered.
 * @param {Letter} letter
 * @param {(waiting: boolean) => void} onWait told when the network is gone, and when it is back
 * @returns {Promise<any>}
 */
async function send(letter, onWait) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const answer = await post(letter.does, letter.body, letter.name);
      if (attempt) onWait(false);
      return answer;
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      onWait(true);
      await pause(PATIENCE[Math.min(attempt, PATIENCE.length - 1)]);
    }
  }
}

/**
 * Have something written, once, whatever becomes of the network or of this page.
 * @param {string} does
 * @param {object} body
 * @param {(waiting: boolean) => void} onWait
 * @returns {Promise<{changeset: number | null, before: boolean, claim: string | null}>}
 */
export async function write(does, body, onWait) {
  const letter = { name: newName(), does, body };
  keep([...letters(), letter]);
  try {
    return await send(letter, onWait);
  } finally {
    keep(letters().filter((one) => one.name !== letter.name));
  }
}

/**
 * Send what an earlier page could not.
 * @param {(waiting: boolean) => void} onWait
 * @returns {Promise<number>} how many letters there were
 */
export async function sendKept(onWait) {
  const kept = letters();
  for (const letter of kept) {
    // What is refused now is known to the person, who sees the claim as it is.
    await send(letter, onWait).catch(() => null);
    keep(letters().filter((one) => one.name !== letter.name));
  }
  return kept.length;
}
