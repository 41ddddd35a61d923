// What a hand does: wheel, drag, pinch, click and keys, told as what is meant by it.

/**
 * @typedef {object} Meant
 * @property {(pixels: number, rows: number) => void} move in time, and over the lanes
 * @property {(factor: number, x: number | null) => void} zoom around a pixel, or the middle
 * @property {(x: number, y: number) => void} choose
 * @property {(x: number, y: number) => void} hover
 * @property {() => void} leave
 * @property {() => void} rest nothing moves any more
 * @property {() => number} gutter pixels at the left, where wheels move over the lanes
 * @property {(event: KeyboardEvent) => boolean} key whether it meant something
 */

const STILL = 4; // pixels; less is a click
const LINE = 18; // pixels, of wheels that count lines

/**
 * Listen to an element.
 * @param {HTMLElement} node
 * @param {Meant} meant
 */
export function listen(node, meant) {
  wheel(node, meant);
  pointers(node, meant);
  node.addEventListener("keydown", (event) => {
    if (meant.key(event)) event.preventDefault();
  });
}

/**
 * @param {HTMLElement} node
 * @param {Meant} meant
 */
function wheel(node, meant) {
  let resting = 0;
  node.addEventListener("wheel", (event) => {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? LINE : 1;
    const [across, along] = [event.deltaX * unit, event.deltaY * unit];
    if (event.shiftKey) meant.move(across || along, 0);
    else if (event.altKey || event.offsetX < meant.gutter()) meant.move(0, along);
    else if (Math.abs(across) > Math.abs(along)) meant.move(across, 0);
    else meant.zoom(Math.exp(Math.max(-60, Math.min(60, along)) * (event.ctrlKey ? 0.01 : 0.004)), event.offsetX);
    clearTimeout(resting);
    resting = setTimeout(meant.rest, 250);
  }, { passive: false });
}

/**
 * @param {HTMLElement} node
 * @param {Meant} meant
 */
function pointers(node, meant) {
  /** @type {Map<number, {x: number, y: number}>} */
  const down = new Map();
  let travelled = 0;
  const here = (/** @type {PointerEvent} */ event) => ({ x: event.offsetX, y: event.offsetY });
  node.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    node.setPointerCapture(event.pointerId);
    down.set(event.pointerId, here(event));
    if (down.size === 1) travelled = 0;
  });
  node.addEventListener("pointermove", (event) => {
    const before = down.get(event.pointerId);
    if (!before) return meant.hover(event.offsetX, event.offsetY);
    const now = here(event);
    travelled += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    down.set(event.pointerId, now);
    if (other) pinch(before, now, other, meant);
    else if (travelled > STILL) meant.move(before.x - now.x, before.y - now.y);
    return undefined;
  });
  const up = (/** @type {PointerEvent} */ event) => {
    if (!down.delete(event.pointerId) || down.size) return;
    if (travelled > STILL) meant.rest();
    else if (event.type === "pointerup") meant.choose(event.offsetX, event.offsetY);
  };
  node.addEventListener("pointerup", up);
  node.addEventListener("pointercancel", up);
  node.addEventListener("pointerleave", () => meant.leave());
  node.addEventListener("dblclick", (event) => {
    meant.zoom(0.25, event.offsetX);
    meant.rest();
  });
}

/** @typedef {{x: number, y: number}} Point */
/**
 * @param {Point} before
 * @param {Point} now
 * @param {Point} other the finger that rests
 * @param {Meant} meant
 */
function pinch(before, now, other, meant) {
  const [was, is] = [Math.abs(before.x - other.x), Math.abs(now.x - other.x)];
  if (was > 8 && is > 8) meant.zoom(was / is, (now.x + other.x) / 2);
  meant.move((before.x - now.x) / 2, 0);
}
