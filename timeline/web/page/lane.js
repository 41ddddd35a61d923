// The offices of an actor and the events in which they take part, one above the other in time.

import { to } from "./address.js";
import { element, foreign } from "./elements.js";
import { bounds, say, words } from "./speech.js";

/** @typedef {import("./rows.js").PositionRow} PositionRow */
/** @typedef {import("./rows.js").AppearanceRow} AppearanceRow */

/**
 * Draw offices as bars and events as marks; what has no date stands with its words alone.
 * @param {PositionRow[]} positions
 * @param {AppearanceRow[]} appearances
 */
export function lane(positions, appearances) {
  // Who takes part in several roles is there once.
  const dated = [...new Map(appearances.map((one) => [one.event, one])).values()]
    .filter((one) => one.date !== null);
  if (!positions.length) return null;
  const known = [...positions.map((one) => one.held ?? one.called), ...dated.map((one) => one.date)]
    .flatMap((text) => bounds(text)).filter((one) => one !== null);
  const [first, last] = [Math.min(...known), Math.max(...known)];
  /** @param {number | null} moment @param {number} open */
  const share = (moment, open) => (moment === null || last === first ? open
    : Math.min(1, Math.max(0, (moment - first) / (last - first))));
  const rows = positions.map((one) => {
    const [begin, end] = bounds(one.held ?? one.called);
    const bar = element("div", null, "office");
    bar.ariaHidden = "true";
    bar.style.marginLeft = `${100 * share(begin, 0)}%`;
    bar.style.width = `${100 * Math.max(0.004, share(end, 1) - share(begin, 0))}%`;
    // Of who is only called so nobody knows since when, nor until when.
    if (one.called || (one.held && begin === null)) bar.classList.add("early");
    if (one.called || (one.held && end === null)) bar.classList.add("late");
    const title = one.organisation ? `${one.title}, ${one.organisation}` : one.title;
    return element("li", null, "", foreign(title), element("span", time(one), "aside"), bar);
  });
  return element("div", null, "lane", element("ul", null, "", ...rows), marks(dated, share));
}

/** @param {PositionRow} position */
function time(position) {
  if (position.called) return `${say("so-called")}, ${words(position.called)}`;
  return position.held ? words(position.held) : say("undated");
}

/**
 * @param {AppearanceRow[]} dated
 * @param {(moment: number | null, open: number) => number} share
 */
function marks(dated, share) {
  const line = element("div", null, "marks");
  line.ariaHidden = "true";
  /** @type {Map<number, number>} how many marks stand at a place already */
  const stacked = new Map();
  for (const one of dated) {
    const [begin, end] = bounds(one.date);
    const left = share(begin ?? end, 0);
    const below = stacked.get(Math.round(50 * left)) ?? 0;
    stacked.set(Math.round(50 * left), below + 1);
    const mark = element("a", null, `standing ${one.standing}`);
    mark.href = to("event", one.event);
    mark.tabIndex = -1;
    mark.title = `${words(one.date)}: ${one.title ?? one.event}`;
    mark.style.left = `${100 * left}%`;
    mark.style.bottom = `${0.85 * below}rem`;
    line.append(mark);
  }
  line.style.height = `${0.85 * Math.max(1, ...stacked.values()) + 0.6}rem`;
  return line;
}
