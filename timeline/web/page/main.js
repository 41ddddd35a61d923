// The page: shows what its address asks for, each part of it by a module of its own.

import { changed, stateOf } from "./address.js";
import { show as showActors } from "./actor.js";
import { get, onChange } from "./api.js";
import { show as showConflicts } from "./conflicts.js";
import { show as showDocument } from "./document.js";
import { byId, element } from "./elements.js";
import { show as showEvent } from "./event.js";
import { show as showFilters } from "./filters.js";
import { show as showList } from "./list.js";
import { show as showMap } from "./map.js";
import { makePicture } from "./picture.js";
import { show as showReview } from "./review.js";
import { prepareSearch } from "./search.js";
import { say, translate } from "./speech.js";

/**
 * What a part of the page gets to show itself with.
 * @typedef {object} Tools
 * @property {import("./address.js").State} state what the address asks
 * @property {(changes: import("./address.js").Changes, replace?: boolean) => void} go to another
 *   state; `replace` leaves no step to go back to
 * @property {(text: string, wrong?: boolean) => void} tell something, in a line above all
 * @property {AbortSignal} signal that what is asked is not wanted any more
 */
/** @typedef {(into: HTMLElement, key: string, tools: Tools) => Promise<void> | void} Show */

/**
 * What can be shown, by its name in the address: `beside` the chronology, else in its place;
 * `listed` without a key as well, in the line of views; `whole` whatever the filters are; one that
 * `renews` hears of changes itself.
 * @type {Record<string, {show: Show, beside?: boolean, listed?: boolean, whole?: boolean,
 *   renews?: boolean}>}
 */
const VIEWS = {
  event: { show: showEvent, beside: true, listed: true },
  actor: { show: showActors, listed: true, whole: true },
  document: { show: showDocument, listed: true, whole: true },
  map: { show: showMap, listed: true },
  conflicts: { show: showConflicts, listed: true },
  review: { show: showReview, listed: true, renews: true },
};

/** @type {Map<string, {wanted: string, stop: AbortController}>} */
const parts = new Map();

/**
 * Show a part of the page, if it is not what is shown already.
 * @param {string} id of its element
 * @param {Show} show
 * @param {import("./address.js").State} state
 * @param {unknown} wanted what it depends on
 */
async function update(id, show, state, wanted) {
  const asked = JSON.stringify(wanted);
  const before = parts.get(id);
  if (before?.wanted === asked) return;
  before?.stop.abort();
  const part = { wanted: asked, stop: new AbortController() };
  parts.set(id, part);
  try {
    await show(byId(id), state.key, { state, go, tell, signal: part.stop.signal });
  } catch (error) {
    if (part.stop.signal.aborted) return;
    parts.delete(id);
    tell(error instanceof Error ? error.message : String(error), true);
  }
}

/** Show what the address asks for. */
async function render() {
  const state = stateOf(location.search);
  const { filters, view, key } = state;
  const found = VIEWS[view] ?? VIEWS.event;
  const whole = !found.beside;
  byId("chronology").hidden = whole;
  byId("page").hidden = !whole;
  byId("filters").hidden = Boolean(found.whole);
  byId("card").hidden = whole || !key;
  for (const one of byId("views").querySelectorAll("a")) {
    one.href = changed({ view: one.dataset.view === "event" ? "" : one.dataset.view, key: "" });
    one.ariaCurrent = VIEWS[one.dataset.view ?? ""] === found ? "page" : "false";
  }
  const shown = [update("filters", showFilters, state, [filters])];
  if (whole) shown.push(update("page", found.show, state, [view, key, filters]));
  else {
    picture.show(new URLSearchParams(location.search));
    shown.push(update("list", showList, state, [filters, key]));
    if (key) shown.push(update("open", found.show, state, [view, key]));
    else parts.delete("open");
  }
  await Promise.all(shown);
}

/** @type {Tools["go"]} */
function go(changes, replace = false) {
  const address = changed(changes);
  history[replace ? "replaceState" : "pushState"](null, "", address);
  render();
}

/** @type {Tools["tell"]} */
function tell(text, wrong = false) {
  byId("said").textContent = text;
  byId("said").className = wrong ? "wrong" : "";
}

/** Close what is open beside the chronology, and go back to where it was opened. */
function close() {
  const { key } = stateOf(location.search);
  go({ view: "", key: "" });
  const opener = document.querySelector(`#list a[data-key="${CSS.escape(key)}"]`);
  if (opener instanceof HTMLElement) opener.focus();
}

/**
 * Follow a link within the page without loading it again.
 * @param {MouseEvent} event
 */
async function follow(event) {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const aside = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || aside || link.target || link.origin !== location.origin) return;
  if (link.pathname !== location.pathname) return;
  // A place in what is shown already.
  if (link.hash && link.search === location.search) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  await render();
  const opened = byId("page").hidden ? byId("card") : byId("page");
  if (!opened.hidden) opened.focus();
}

function begin() {
  translate();
  byId("views").append(...Object.keys(VIEWS).filter((name) => VIEWS[name].listed).map((name) => {
    const link = element("a", say(`view-${name}`));
    link.dataset.view = name;
    link.hidden = name === "review";
    return link;
  }));
  get("session").then((session) => {
    for (const one of byId("views").querySelectorAll("a")) one.hidden &&= !session.review;
  }, () => null);
  byId("close").addEventListener("click", close);
  prepareSearch(tell);
  addEventListener("click", follow);
  addEventListener("popstate", render);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !byId("card").hidden) close();
  });
  onChange(() => {
    const own = VIEWS[stateOf(location.search).view]?.renews ? parts.get("page") : undefined;
    for (const part of parts.values()) if (part !== own) part.stop.abort();
    parts.clear();
    if (own) parts.set("page", own);
    picture.renew();
    render();
  });
}

const picture = makePicture(byId("picture"), go);
begin();
render();
