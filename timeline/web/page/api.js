// Asking the API: what it answers, as values; what is wrong, as an error with its sentence.

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
  const query = new URLSearchParams([...asked]).toString();
  /** @type {HeadersInit} */
  const headers = token ? { Authorization: `Bearer ${token}` } : {};
  const answer = await fetch(`api/${path}${query ? `?${query}` : ""}`, { headers, signal });
  if (answer.ok) return answer.json();
  const told = await answer.json().catch(() => null);
  throw new Error(told?.error?.message ?? `${answer.status} ${answer.statusText}`);
}

/**
 * Write a key as a part of a path; its slashes stay.
 * @param {string} key
 */
export function inPath(key) {
  return key.split("/").map(encodeURIComponent).join("/");
}

/**
 * Hear of changes of the database.
 * @param {() => void} changed
 */
export function onChange(changed) {
  if (!token) new EventSource("api/notices").addEventListener("changed", changed);
}
