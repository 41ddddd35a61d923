// The events as a list: what the picture shows, for reading, for keys and for those who listen.

import { to } from "./address.js";
import { get } from "./api.js";
import { element, foreign, joined } from "./elements.js";
import { language, learn, say, words } from "./speech.js";

/** @typedef {import("./rows.js").EventRow} EventRow */
/** @typedef {{rows: EventRow[], after: string | null}} EventPage */

const PAGE = 200;
const STEPS = /** @type {Record<string, number>} */ (
  { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity });

/** What of the list is shown. */
const shown = { filters: "", after: /** @type {string | null} */ (null) };

/**
 * Show the list.
 * @type {import("./main.js").Show}
 */
export async function show(into, key, tools) {
  const { filters } = tools.state;
  const list = /** @type {HTMLElement} */ (into.querySelector("ol"));
  if (shown.filters !== JSON.stringify(filters) || !list.dataset.ours) {
    const [page, unlisted] = await Promise.all([
      ask(filters, "", tools.signal), get("unlisted", filters, tools.signal)]);
    prepare(into, list, tools);
    const read = list.contains(document.activeElement) ? document.activeElement : null;
    list.replaceChildren(...page.rows.map(line));
    if (read instanceof HTMLElement) linkTo(list, read.dataset.key ?? "")?.focus();
    shown.filters = JSON.stringify(filters);
    told(page, unlisted.hidden, tools);
    more(into, page.after);
  }
  choose(list, key);
}

/**
 * Ask for a page of events, and how their dates and standings are said.
 * @param {[string, string][]} filters
 * @param {string} after
 * @param {AbortSignal} [signal]
 * @returns {Promise<EventPage>}
 */
async function ask(filters, after, signal) {
  /** @type {[string, string][]} */
  const asked = [...filters, ["limit", String(PAGE)], ["language", language]];
  if (after) asked.push(["after", after]);
  /** @type {EventPage} */
  const page = await get("events", asked, signal);
  await learn(page.rows.map((row) => row.date), page.rows.flatMap((row) => [row.standing, row.type]), signal);
  return page;
}

/**
 * @param {HTMLElement} into
 * @param {HTMLElement} list
 * @param {import("./main.js").Tools} tools
 */
function prepare(into, list, tools) {
  if (list.dataset.ours) return;
  list.dataset.ours = "yes";
  list.addEventListener("keydown", walk);
  into.querySelector("#more")?.addEventListener("click", async () => {
    const page = await ask(JSON.parse(shown.filters), shown.after ?? "");
    list.append(...page.rows.map(line));
    choose(list, tools.state.key);
    more(into, page.after);
  });
}

/**
 * @param {HTMLElement} into
 * @param {string | null} after
 */
function more(into, after) {
  shown.after = after;
  /** @type {HTMLElement} */ (into.querySelector("#more")).hidden = after === null;
}

/**
 * @param {EventPage} page
 * @param {number} hidden
 * @param {import("./main.js").Tools} tools
 */
function told(page, hidden, tools) {
  const found = page.rows.length ? say(page.after ? "foundMore" : "found", page.rows.length) : say("nothing");
  tools.tell(hidden ? `${found} ${say("hidden", hidden)}` : found);
}

/**
 * Say what is odd about the date of an event.
 * @param {EventRow} event
 */
function doubt({ date_status: status }) {
  if (status === "conflict") return [element("span", say("date-split"), "doubt")];
  return status === "by_report" ? [element("span", say("date-reported"), "doubt")] : [];
}

/**
 * Make the line of an event.
 * @param {EventRow} event
 */
function line(event) {
  // Who denies or declines takes no part.
  const actors = event.actors.filter((one) => one.stance === "affirms").map((one) => one.name);
  const link = element("a", null, event.machine && !event.reviewed ? "machine" : "",
    element("span", words(event.date), "date", ...doubt(event)),
    foreign(event.title ?? event.key, "title"),
    element("span", null, "about", ...joined([
      element("span", words(event.standing), `standing ${event.standing}`),
      words(event.type), event.place && foreign(event.place),
      actors.length ? foreign([...new Set(actors)].join(", ")) : null])));
  link.href = to("event", event.key);
  link.dataset.key = event.key;
  return element("li", null, "", link);
}

/**
 * @param {HTMLElement} list
 * @param {string} key
 */
function linkTo(list, key) {
  return [...list.querySelectorAll("a")].find((one) => one.dataset.key === key);
}

/**
 * Mark the event that is open; it, or the first, is what the tab key leads to.
 * @param {HTMLElement} list
 * @param {string} key
 */
function choose(list, key) {
  const links = [...list.querySelectorAll("a")];
  const open = linkTo(list, key);
  for (const one of links) {
    one.ariaCurrent = String(one === open);
    one.tabIndex = -1;
    one.href = to("event", one.dataset.key ?? "");
  }
  const first = open ?? links[0];
  if (first) first.tabIndex = 0;
}

/**
 * Go through the list by keys; Enter follows the link.
 * @param {KeyboardEvent} event
 */
function walk(event) {
  const links = [...event.currentTarget instanceof Element ? event.currentTarget.querySelectorAll("a") : []];
  const at = links.findIndex((one) => one === document.activeElement);
  const step = STEPS[event.key];
  if (step === undefined || at < 0) return;
  event.preventDefault();
  const next = links[Math.max(0, Math.min(links.length - 1, at + step))];
  links[at].tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
