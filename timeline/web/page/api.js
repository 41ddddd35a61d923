// Asking the API: what it answers, as values; what is wrong, as an error with its sentence.

import { answerHeld, held } from "./held.js";

/** What a request has to bear, from the address's fragment; a page of this session keeps it. */
const token = new URLSearchParams(location.hash.slice(1)).get("token")
  ?? sessionStorage.getItem("token");
if (token) {
  sessionStorage.setItem("token", token);
  history.replaceState(null, "", location.pathname + location.search);
}

/**
 * Ask for a path.
 * @param {string} path
 * @param {Iterable<[string, string]>} [asked] names and values of parameters
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
export async function get(path, asked = [], signal = undefined) {
  if (held) return answerHeld(path, [...asked]);
  const query = new URLSearchParams([...asked]).toString();
  /** @type {HeadersInit} */
  const headers = token ? { Authorization: `Bearer ${token}` } : {};
  const answer = await fetch(`api/${path}${query ? `?${query}` : ""}`, { headers, signal });
  if (answer.ok) return answer.json();
  const told = await answer.json().catch(() => null);
  throw new Error(told?.error?.message ?? `${answer.status} ${answer.statusText}`);
}

/** The server can't be reached, or can't write just now: the same may be asked again. */
export class Unreachable extends Error {}

/**
 * Have something done.
 * @param {string} does what, as `/api/review/...` calls it
 * @param {object} body
 * @param {string} [name] of the request, by which it is done once however often it is sent
 * @returns {Promise<any>}
 */
export async function post(does, body, name = "") {
  /** @type {Record<string, string>} */
  const headers = { "Content-Type": "application/json", Authorization: `Bearer ${token}` };
  if (name) headers["Idempotency-Key"] = name;
  const sent = { method: "POST", headers, body: JSON.stringify(body), keepalive: true };
  const answer = await fetch(`api/review/${does}`, sent).catch((error) => {
    throw new Unreachable(String(error));
  });
  const told = await answer.json().catch(() => null);
  if (answer.ok && told) return told;
  if (!told || answer.status >= 500) throw new Unreachable(`${answer.status}`);
  throw new Error(told.error.message);
}

/**
 * Write a key as a part of a path; its slashes stay.
 * @param {string} key
 */
export function inPath(key) {
  return key.split("/").map(encodeURIComponent).join("/");
}

/** @type {Set<() => void>} what hears of changes of the database */
const listeners = new Set();
const AGAIN = 3000; // milliseconds until a stream that broke is asked for again

/**
 * Hear of changes of the database.
 * @param {() => void} changed
 * @param {AbortSignal} [signal] that they are not to be heard of any more
 */
export function onChange(changed, signal = undefined) {
  if (held) return;
  if (!listeners.size) hear();
  listeners.add(changed);
  signal?.addEventListener("abort", () => listeners.delete(changed));
}

/** Listen to the server, as long as there is a page. */
function hear() {
  const tell = () => listeners.forEach((changed) => changed());
  if (token) follow(tell);
  else new EventSource("api/notices").addEventListener("changed", tell);
}

/**
 * Do what an EventSource does; that one can't bear a token.
 * @param {() => void} tell
 */
async function follow(tell) {
  const headers = { Authorization: `Bearer ${token}` };
  for (;;) {
    try {
      const answer = await fetch("api/notices", { headers });
      if (answer.status === 401) return; // the server knows this token no more
      const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
      let rest = "";
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
        const lines = (rest + part.value).split("\n");
        rest = lines.pop() ?? "";
        if (lines.includes("event: changed")) tell();
      }
    } catch {
      // The network broke: it is tried again.
    }
    await new Promise((done) => { setTimeout(done, AGAIN); });
  }
}
