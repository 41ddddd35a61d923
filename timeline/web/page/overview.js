// The whole time at a glance: how many events begin in each stretch of it, one above the other by
// standing; a stretch is chosen by dragging.

import { stateOf } from "./address.js";
import { get } from "./api.js";
import { learn, say, words } from "./speech.js";

const STANDINGS = ["asserted", "reported", "planned", "disputed", "denied"];
const NEAREST = 4; // pixels; less is a click, not a stretch

/**
 * Draw counts.
 * @param {HTMLCanvasElement} canvas
 * @param {{start: string | null, end: string | null, lanes: {key: string | null, counts: number[]}[]}} density
 */
function draw(canvas, density) {
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
  /** @param {number} count */
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
  /** @type {Record<string, string>} */
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
function choosing(canvas, chosen, everything) {
  let began = 0;
  /** @param {PointerEvent} event */
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
 * @param {{start: string | null, width: number, lanes: {counts: number[]}[]}} density
 * @param {number} share
 */
function dayAt(density, share) {
  const [, year, month, day] = /^([+-]?\d+)-(\d\d)-(\d\d)/.exec(density.start ?? "") ?? [];
  const seconds = share * density.width * (density.lanes[0]?.counts.length ?? 0);
  const date = new Date(Date.UTC(2000, Number(month) - 1, Number(day)));
  date.setUTCFullYear(Number(year));
  date.setTime(date.getTime() + seconds * 1000);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().replace(/T.*/, "");
}

/**
 * Say from when to when.
 * @param {HTMLElement} into
 * @param {string[]} days
 */
function caption(into, days) {
  into.replaceChildren(...days.map((day) => {
    const node = document.createElement("span");
    node.textContent = words(day);
    return node;
  }));
}

/**
 * Make the picture.
 * @param {HTMLElement} figure
 * @param {import("./main.js").Tools["go"]} go
 */
export function makePicture(figure, go) {
  const canvas = figure.appendChild(document.createElement("canvas"));
  const span = figure.appendChild(document.createElement("figcaption"));
  canvas.id = "overview";
  canvas.role = "img";
  canvas.ariaLabel = canvas.title = say("overview");
  /** @type {import("./rows.js").Density | null} */
  let density = null;
  let wanted = "";
  const between = (/** @type {[string, string][]} */ ...ends) => {
    const kept = stateOf(location.search).filters.filter(([name]) => name !== "from" && name !== "to");
    go({ filters: [...kept, ...ends] });
  };
  const day = (/** @type {number} */ at) => (density && dayAt(density, at)) ?? "";
  choosing(canvas, (a, b) => between(["from", day(a)], ["to", day(b)]), () => between());
  addEventListener("resize", () => density && draw(canvas, density));
  /** @param {URLSearchParams} search */
  async function show(search) {
    const { filters } = stateOf(String(search));
    if (wanted === JSON.stringify(filters)) return;
    wanted = JSON.stringify(filters);
    density = await get("density", [...filters, ["lane", "standing"], ["buckets", "240"]]);
    if (density === null) return;
    draw(canvas, density);
    const days = [density.start, density.end].map((one) => (one ?? "").replace(/T.*/, "")).filter(Boolean);
    await learn(days, []);
    caption(span, days);
  }
  return { show, renew: () => { wanted = ""; } };
}
