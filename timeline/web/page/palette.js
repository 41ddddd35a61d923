// The colours of the style, in light and in dark, and the patterns that say the same without them.

const NAMES = ["ink", "faint", "ground", "raised", "line", "link", "hill",
  "asserted", "reported", "disputed", "denied", "planned", "retracted"];

/** @typedef {Record<string, string>} Palette name of a colour -> what a canvas takes */

/**
 * Give the colours as they are now.
 * @param {Element} within
 * @returns {Palette}
 */
export function paletteOf(within) {
  const probe = within.appendChild(document.createElement("i"));
  const style = getComputedStyle(probe);
  /** @type {Palette} */
  const found = {};
  for (const name of NAMES) {
    probe.style.color = `var(--${name})`;
    found[name] = style.color;
  }
  probe.remove();
  return found;
}

/**
 * Thin a colour.
 * @param {string} colour as `paletteOf` gives it
 * @param {number} share 0 is nothing, 1 all of it
 */
export function thin(colour, share) {
  const [red, green, blue] = colour.match(/[\d.]+/g) ?? [0, 0, 0];
  return `rgba(${red}, ${green}, ${blue}, ${share})`;
}

/** @type {Map<string, CanvasPattern | null>} */
const hatches = new Map();

/**
 * Give slanted lines of a colour.
 * @param {CanvasRenderingContext2D} pen
 * @param {string} colour
 */
export function hatch(pen, colour) {
  const known = hatches.get(colour);
  if (known !== undefined) return known;
  const tile = document.createElement("canvas");
  [tile.width, tile.height] = [6, 6];
  const lines = /** @type {CanvasRenderingContext2D} */ (tile.getContext("2d"));
  lines.strokeStyle = colour;
  lines.lineWidth = 1.6;
  for (const by of [-6, 0, 6]) {
    lines.moveTo(by - 1, 7);
    lines.lineTo(by + 7, -1);
  }
  lines.stroke();
  const made = pen.createPattern(tile, "repeat");
  hatches.set(colour, made);
  return made;
}
