// One frame of the picture: the axis, and under it the lanes with their hills or events.

import { drawnOf, mostOf } from "./hills.js";
import { ROW } from "./layout.js";
import { thin } from "./palette.js";
import { xOf } from "./scale.js";
import { shape } from "./shapes.js";
import { language } from "./speech.js";
import { headings, ticks, unitOf } from "./ticks.js";

/** @typedef {import("./scale.js").Scale} Scale */
/** @typedef {import("./layout.js").Band} Band */
/** @typedef {import("./layout.js").Placed} Placed */
/** @typedef {import("./palette.js").Palette} Palette */
/** @typedef {CanvasRenderingContext2D} Pen */
/**
 * @typedef {object} Frame what is drawn
 * @property {Pen} pen
 * @property {Scale} scale
 * @property {number} width of the canvas
 * @property {number} height
 * @property {number} scrolled pixels of the lanes that are above what is seen
 * @property {Band[]} bands
 * @property {Palette} colours
 * @property {import("./tracks.js").Tracks} tracks
 * @property {boolean} single whether single events are shown
 * @property {Set<string>} lit keys of the events that stand out
 * @property {(lane: import("./tracks.js").Lane) => string} nameOf
 */

/** What the axis takes at the top. */
export const AXIS = 38;
/** Every letter of the picture is of this font. */
export const FONT = "12.5px system-ui, sans-serif";

/** @param {Frame} frame */
export function draw(frame) {
  const { pen, width, height, colours } = frame;
  pen.fillStyle = colours.raised;
  pen.fillRect(0, 0, width, height);
  pen.textBaseline = "middle";
  axis(frame);
  pen.save();
  pen.beginPath();
  pen.rect(0, AXIS, width, height - AXIS);
  pen.clip();
  pen.translate(0, AXIS - frame.scrolled);
  for (const band of frame.bands) {
    const seen = band.top + band.height > frame.scrolled && band.top < frame.scrolled + height;
    if (seen) lane(frame, band);
  }
  pen.restore();
}

/** @param {Frame} frame */
function axis({ pen, scale, height, width, colours }) {
  const unit = unitOf(scale);
  const marks = ticks(scale, unit, language);
  const above = headings(scale, unit, language);
  const low = above.length ? AXIS - 10 : AXIS / 2;
  pen.font = FONT;
  pen.save();
  pen.beginPath();
  pen.rect(scale.left, 0, scale.width, height);
  pen.clip();
  pen.fillStyle = colours.line;
  for (const { at } of marks) pen.fillRect(Math.round(xOf(scale, at)), AXIS, 1, height - AXIS);
  pen.fillStyle = colours.faint;
  for (const { at, text } of marks) {
    const x = Math.round(xOf(scale, at)) + 4;
    if (x > scale.left) pen.fillText(text, x, low);
  }
  pen.fillStyle = colours.faint;
  for (const { at } of marks) pen.fillRect(Math.round(xOf(scale, at)), AXIS - 5, 1, 5);
  heads(pen, scale, above, colours);
  pen.restore();
  pen.fillStyle = colours.faint;
  pen.fillRect(0, AXIS - 0.5, width, 1);
}

/**
 * Headings stay in sight while what they head is seen.
 * @type {(pen: Pen, scale: Scale, above: {at: number, text: string}[], colours: Palette) => void}
 */
function heads(pen, scale, above, colours) {
  pen.font = `600 ${FONT}`;
  above.forEach(({ at, text }, n) => {
    const x = Math.round(xOf(scale, at));
    const next = above[n + 1] ? xOf(scale, above[n + 1].at) : Infinity;
    const width = pen.measureText(text).width;
    pen.fillStyle = colours.faint;
    pen.fillRect(x, 3, 1, AXIS - 3);
    pen.fillStyle = colours.ink;
    const place = Math.min(Math.max(x, scale.left) + 4, next - width - 6);
    if (place + width < scale.left + scale.width) pen.fillText(text, place, 10);
  });
  pen.font = FONT;
}

/**
 * @param {Frame} frame
 * @param {Band} band
 */
function lane(frame, band) {
  const { pen, scale, width, colours } = frame;
  pen.fillStyle = colours.line;
  pen.fillRect(0, band.top + band.height - 1, width, 1);
  pen.save();
  pen.beginPath();
  pen.rect(scale.left, band.top, scale.width, band.height);
  pen.clip();
  if (frame.single) events(frame, band);
  else hills(frame, band);
  pen.restore();
  name(frame, band);
}

/**
 * @param {Frame} frame
 * @param {Band} band
 */
function hills({ pen, scale, tracks, colours }, { lane: of, top, height }) {
  const parts = tracks.hills.best(scale, tracks.level);
  const most = Math.max(1, ...parts.map(({ tile }) => mostOf(tile, of.key)));
  for (const { tile, from, to } of parts) {
    const image = drawnOf(tile, of.key, colours.hill);
    if (!image) continue;
    const share = (to - from) / (tile.to - tile.from);
    const at = ((from - tile.from) / (tile.to - tile.from)) * image.width;
    const tall = (height - 6) * Math.sqrt(mostOf(tile, of.key) / most);
    const [x, end] = [xOf(scale, from), xOf(scale, to)];
    pen.drawImage(image, at, 0, image.width * share, image.height, x, top + height - 1 - tall, end - x, tall);
  }
}

/**
 * @param {Frame} frame
 * @param {Band} band
 */
function events(frame, { top, height, placed, crowd, more }) {
  const { pen, scale, colours } = frame;
  pen.fillStyle = thin(colours.hill, 0.8);
  for (const { left, right } of crowd) pen.fillRect((left + right) / 2 - 1, top + height - 8, 2, 6);
  if (more) beyond(pen, `+${more.toLocaleString(language)} ⟷`, scale.left + scale.width - 8, top + height - 8, colours);
  const [low, high] = [scale.left - 320, scale.left + scale.width + 320];
  const seen = placed.filter((one) => one.right > low && one.left < high);
  for (const one of seen) shape(pen, one, top + one.y, scale, colours);
  pen.font = FONT;
  for (const one of seen) if (one.label) label(frame, one, top + one.y);
}

/**
 * How many more last through all that is seen.
 * @type {(pen: Pen, text: string, x: number, y: number, colours: Palette) => void}
 */
function beyond(pen, text, x, y, colours) {
  pen.font = `11px system-ui, sans-serif`;
  pen.fillStyle = colours.faint;
  pen.fillText(text, x - pen.measureText(text).width, y);
}

/**
 * @param {Frame} frame
 * @param {Placed} placed
 * @param {number} y
 */
function label({ pen, colours, lit }, { mark, label: text, labelAt, width, left, right }, y) {
  const stands = lit.has(mark.key);
  if (stands) {
    pen.strokeStyle = colours.link;
    pen.lineWidth = 2;
    const from = Math.min(left, labelAt);
    pen.strokeRect(from - 3, y - ROW / 2 + 1, Math.max(right, labelAt + width) - from + 6, ROW - 2);
  }
  const gone = mark.standing === "retracted" || mark.standing === "denied";
  pen.fillStyle = gone ? colours.faint : colours.ink;
  pen.fillText(text, labelAt, y + 0.5);
  if (mark.standing === "retracted") pen.fillRect(labelAt, y, width, 1);
}

/**
 * @param {Frame} frame
 * @param {Band} band
 */
function name({ pen, scale, colours, nameOf }, { lane: of, top, height }) {
  pen.font = `600 ${FONT}`;
  const text = nameOf(of);
  if (!text) return;
  pen.fillStyle = colours.ink;
  const gutter = scale.left > 20;
  pen.save();
  if (gutter) {
    pen.beginPath();
    pen.rect(0, top, scale.left - 6, height);
    pen.clip();
  } else {
    pen.fillStyle = thin(colours.raised, 0.8);
    pen.fillRect(0, top + 1, pen.measureText(text).width + 14, 18);
    pen.fillStyle = colours.ink;
  }
  pen.fillText(text, 8, top + (gutter ? Math.min(height / 2, 6 + ROW / 2) : 10));
  pen.restore();
}
