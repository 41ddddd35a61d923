// The document beside a claim: its text with sentence, trigger, people and dates marked, and the
// words that are selected in it. Offsets count characters, of which JavaScript's texts may have two
// units.

import { get, inPath } from "./api.js";
import { element } from "./elements.js";
import { language } from "./speech.js";

/** @typedef {import("./rows.js").AskedClaim} AskedClaim */
/** @typedef {{start: number, end: number, text: string}} Selected */

/** @type {Map<string, string | null>} */
const texts = new Map();

/**
 * Show the document of a claim.
 * @param {HTMLElement} into
 * @param {AskedClaim} claim
 */
export async function showPaper(into, claim) {
  const { source, passage } = claim;
  if (!texts.has(source)) texts.set(source, (await get(`texts/${inPath(source)}`)).text);
  const whole = texts.get(source) ?? passage.text;
  const shift = texts.get(source) ? passage.start : 0;
  const marks = passage.marks.map((one) => (
    { ...one, start: one.start + shift, end: one.end + shift }));
  into.lang = claim.language ?? language;
  into.replaceChildren(...pieces(Array.from(whole), marks));
  const trigger = /** @type {HTMLElement | null} */ (into.querySelector(".trigger"));
  // The paper alone is scrolled, not the page around it.
  if (trigger) into.scrollTop = trigger.offsetTop - into.clientHeight / 2;
}

/**
 * Cut a text at the edges of its marks.
 * @param {string[]} characters
 * @param {{start: number, end: number, kind: string}[]} marks
 */
function pieces(characters, marks) {
  const edges = new Set([0, characters.length, ...marks.flatMap((one) => [one.start, one.end])]);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(1).map((end, n) => {
    const start = sorted[n];
    const kinds = marks.filter((one) => one.start <= start && end <= one.end);
    const text = characters.slice(start, end).join("");
    const kind = kinds.map((one) => one.kind).join(" ");
    return kinds.length ? element("mark", text, kind) : element("span", text);
  });
}

/**
 * Give the words that are selected in a text; none if nothing is, or elsewhere.
 * @param {HTMLElement} paper
 * @returns {Selected | null}
 */
export function selectedIn(paper) {
  const selection = getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!paper.contains(range.startContainer) || !paper.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.setStart(paper, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const raw = range.toString();
  const text = raw.trim();
  if (!text) return null;
  const lead = raw.slice(0, raw.length - raw.trimStart().length);
  const start = Array.from(before.toString() + lead).length;
  return { start, end: start + Array.from(text).length, text };
}
