// The whole time at a glance: how many events begin in each stretch of it, one above the other by
// standing; a stretch is chosen by dragging.

import { words } from "./speech.js";

const STANDINGS = ["asserted", "reported", "planned", "disputed", "denied"];
const NEAREST = 4; // pixels; less is a click, not a stretch

/**
 * Draw counts.
 * @param {HTMLCanvasElement} canvas
 * @param {{start: string | null, end: string | null, lanes: {key: string, counts: number[]}[]}} density
 */
export function draw(canvas, density) {
  const scale = devicePixelRatio;
  const [width, height] = [canvas.clientWidth * scale, canvas.clientHeight * scale];
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext("2d");
  if (!pen || density.start === null) return;
  const colours = coloursOf(canvas);
  const buckets = density.lanes[0]?.counts.length ?? 0;
  const totals = Array.from({ length: buckets }, (_, at) =>
    density.lanes.reduce((sum, lane) => sum + lane.counts[at], 0));
  const most = Math.max(1, ...totals);
  const step = width / buckets;
  // A single event beside thousands is seen as well: heights grow with the square root.
  const tall = (count) => Math.sqrt(count / most) * (height - 4 * scale);
  for (let at = 0; at < buckets; at += 1) {
    let below = 0;
    for (const standing of STANDINGS) {
      const lane = density.lanes.find((one) => one.key === standing);
      const count = lane?.counts[at] ?? 0;
      if (!count) continue;
      const share = (tall(totals[at]) * count) / totals[at];
      pen.fillStyle = colours[standing];
      pen.fillRect(at * step, height - below - share, Math.max(step - scale, scale), share);
      below += share;
    }
  }
}

/**
 * Give the colours of standings as the style has them, in light and in dark.
 * @param {HTMLCanvasElement} canvas
 */
function coloursOf(canvas) {
  const probe = canvas.appendChild(document.createElement("i"));
  const colours = {};
  for (const standing of STANDINGS) {
    probe.className = standing;
    colours[standing] = getComputedStyle(probe).color;
  }
  probe.remove();
  return colours;
}

/**
 * Let a stretch be chosen.
 * @param {HTMLCanvasElement} canvas
 * @param {(from: number, to: number) => void} chosen gets shares of the whole, from 0 to 1
 * @param {() => void} everything
 */
export function choosing(canvas, chosen, everything) {
  let began = 0;
  const share = (event) => {
    const box = canvas.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    began = share(event);
  });
  canvas.addEventListener("pointerup", (event) => {
    const [from, to] = [began, share(event)].sort((a, b) => a - b);
    if ((to - from) * canvas.clientWidth > NEAREST) chosen(from, to);
  });
  canvas.addEventListener("dblclick", everything);
}

/**
 * Give the day at a share of a time.
 * @param {{start: string, width: number, lanes: {counts: number[]}[]}} density
 * @param {number} share
 */
export function dayAt(density, share) {
  const [, year, month, day] = /^([+-]?\d+)-(\d\d)-(\d\d)/.exec(density.start) ?? [];
  const seconds = share * density.width * (density.lanes[0]?.counts.length ?? 0);
  const date = new Date(Date.UTC(2000, Number(month) - 1, Number(day)));
  date.setUTCFullYear(Number(year));
  date.setTime(date.getTime() + seconds * 1000);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().replace(/T.*/, "");
}

/**
 * Say from when to when.
 * @param {HTMLElement} caption
 * @param {string[]} days
 */
export function caption(caption, days) {
  caption.replaceChildren(...days.map((day) => {
    const node = document.createElement("span");
    node.textContent = words(day);
    return node;
  }));
}
