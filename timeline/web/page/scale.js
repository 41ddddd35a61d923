// From time to pixels: a scale is the window of time that is seen, and where on the canvas.

import { momentText, readMoment } from "./calendar.js";

/**
 * @typedef {object} Scale
 * @property {number} from the first second that is seen
 * @property {number} to the second after the last
 * @property {number} left pixels before it
 * @property {number} width pixels that it takes
 */

/** @typedef {{from: number, to: number}} Span a stretch of time, in seconds */

const LEAST = 60;
const FIRST = -4.6e17; // before the beginning of the universe
const LAST = 4.6e17;
// A double has 53 bits: a window that is smaller beside its distance from 1970 has no pixels.
const FINEST = 2 ** -40;

/**
 * Give the pixel of a moment.
 * @param {Scale} scale
 * @param {number} moment
 */
export function xOf(scale, moment) {
  return scale.left + ((moment - scale.from) / (scale.to - scale.from)) * scale.width;
}

/**
 * Give the moment of a pixel.
 * @param {Scale} scale
 * @param {number} x
 */
export function momentAt(scale, x) {
  return scale.from + ((x - scale.left) / scale.width) * (scale.to - scale.from);
}

/**
 * Keep a window within time, and as small and large as can be drawn.
 * @param {Span} span
 * @returns {Span}
 */
export function kept({ from, to }) {
  const middle = Math.min(LAST, Math.max(FIRST, (from + to) / 2));
  const least = Math.max(LEAST, Math.abs(middle) * FINEST);
  const half = Math.min(LAST - FIRST, Math.max(least, to - from)) / 2;
  const low = Math.min(Math.max(FIRST, middle - half), LAST - 2 * half);
  return { from: low, to: low + 2 * half };
}

/**
 * Zoom, so that the moment at a pixel stays there.
 * @param {Scale} scale
 * @param {number} factor below 1 shows less time
 * @param {number} x
 */
export function zoomed(scale, factor, x) {
  const fixed = momentAt(scale, x);
  return kept({ from: fixed + (scale.from - fixed) * factor, to: fixed + (scale.to - fixed) * factor });
}

/**
 * Move by pixels.
 * @param {Scale} scale
 * @param {number} pixels to the right, in time
 */
export function moved(scale, pixels) {
  const by = (pixels / scale.width) * (scale.to - scale.from);
  return kept({ from: scale.from + by, to: scale.to + by });
}

/**
 * Give a window around a stretch of time, with some room at both ends.
 * @param {Span} span
 */
export function around({ from, to }) {
  const room = Math.max((to - from) * 0.04, 3600);
  return kept({ from: from - room, to: to + room });
}

/**
 * Write a window for the address: a thousandth of it may be lost.
 * @param {Span} span
 */
export function windowText({ from, to }) {
  const unit = (to - from) / 1000;
  return `${momentText(from, unit)}/${momentText(to, unit)}`;
}

/**
 * Read a window from the address.
 * @param {string | null} text
 * @returns {Span | null} null of what is none
 */
export function readWindow(text) {
  const [from, to] = (text ?? "").split("/").map(readMoment);
  return to > from ? kept({ from, to }) : null;
}
