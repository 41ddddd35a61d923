// The page: what is asked stands in the address, so that back, forward and a link lead to it.

import { get, onChange } from "./api.js";
import { element, showEvent, showSource } from "./card.js";
import { caption, choosing, dayAt, draw } from "./overview.js";
import { language, learn, say, translate, words } from "./speech.js";

const PAGE = 200;
const STANDINGS = ["asserted", "reported", "disputed", "denied", "planned", "retracted"];
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const [form, list, card, more, canvas] = ["filters", "events", "card", "more", "overview"].map(byId);
let asking = new AbortController();
let density = null;
let next = null;

/** What the address asks: the filters, and what is open beside them. */
function asked() {
  const all = new URLSearchParams(location.search);
  const open = { event: all.get("event"), document: all.get("document") };
  all.delete("event");
  all.delete("document");
  return { filters: [...all], open };
}

/**
 * Go to an address with other parameters.
 * @param {Record<string, string | null>} changes null takes one away
 */
function go(changes) {
  const all = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    all.delete(name);
    if (value !== null) all.set(name, value);
  }
  history.pushState(null, "", all.size ? `?${all}` : location.pathname);
  return render();
}

function tell(text, wrong = false) {
  byId("said").textContent = text;
  byId("said").className = wrong ? "wrong" : "";
}

function line(event) {
  const standing = element("span", words(event.standing), `standing ${event.standing}`);
  // Who denies or declines takes no part.
  const actors = event.actors.filter((one) => one.stance === "affirms").map((one) => one.name);
  const about = [event.place, [...new Set(actors)].join(", ")].filter(Boolean).join(" · ");
  const button = element("button", null, event.machine ? "machine" : "",
    element("span", words(event.date), "date"),
    element("span", event.title ?? event.key, "title"),
    element("span", null, "more", standing, `  ${event.type}${about ? ` · ${about}` : ""}`));
  button.type = "button";
  button.dataset.key = event.key;
  button.addEventListener("click", () => go({ event: event.key, document: null }));
  return element("li", null, "", button);
}

async function append(rows) {
  await learn(rows.map((row) => row.date), rows.map((row) => row.standing));
  list.append(...rows.map(line));
}

async function showList(filters, signal) {
  const wanted = [...filters, ["limit", String(PAGE)], ["language", language]];
  const [page, unlisted, counts] = await Promise.all([
    get("events", wanted, signal),
    get("unlisted", filters, signal),
    get("density", [...filters, ["lane", "standing"], ["buckets", "240"]], signal),
  ]);
  list.replaceChildren();
  await append(page.rows);
  next = page.after;
  more.hidden = next === null;
  density = counts;
  draw(canvas, density);
  const days = density.start ? [density.start, density.end].map((one) => one.replace(/T.*/, "")) : [];
  await learn(days, []);
  caption(byId("span"), days);
  const found = page.rows.length ? say(next ? "foundMore" : "found", page.rows.length) : say("nothing");
  tell(unlisted.hidden ? `${found} · ${say("hidden", unlisted.hidden)}` : found);
}

async function showOpen(open) {
  card.hidden = !open.event && !open.document;
  for (const button of list.querySelectorAll("button")) {
    button.setAttribute("aria-current", String(button.dataset.key === open.event));
  }
  if (open.event) await showEvent(card, open.event, (source) => go({ document: source, event: null }));
  else if (open.document) {
    await showSource(card, open.document, "", (event) => go({ event, document: null }));
  }
  if (card.hidden) return;
  const close = element("button", say("close"), "close");
  close.addEventListener("click", () => go({ event: null, document: null }));
  card.prepend(close);
}

let shown = null;

/** Show what the address asks; the list only if other events are asked for. */
async function render() {
  const { filters, open } = asked();
  const wanted = JSON.stringify(filters);
  try {
    if (wanted !== shown) {
      asking.abort();
      asking = new AbortController();
      fill(filters);
      await showList(filters, asking.signal);
      shown = wanted;
    }
    await showOpen(open);
  } catch (error) {
    if (error.name !== "AbortError") tell(error.message, true);
  }
}

function fill(filters) {
  const given = new Map(filters);
  for (const field of form.elements) {
    if (field.type === "checkbox") field.checked = given.has(field.name);
    else if (field.name) field.value = given.get(field.name) ?? "";
  }
}

async function offer() {
  const [types, actors, sources] = await Promise.all([
    get("types", [["language", language]]), get("actors", [["limit", "1000"]]),
    get("sources", [["limit", "1000"]])]);
  await learn([], STANDINGS);
  const option = (value, text) => Object.assign(element("option", text), { value });
  form.elements.type.append(...types.rows.map((one) => option(one.type, one.type)));
  form.elements.standing.append(...STANDINGS.map((one) => option(one, words(one))));
  byId("actors").append(...actors.rows.map((one) => option(one.name, one.key)));
  byId("sources").append(...sources.rows.map((one) => option(one.key, one.title ?? "")));
  fill(asked().filters);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const given = [...new FormData(form)].filter(([name, value]) => value !== "" || name === "all");
  const names = [...form.elements].map((field) => field.name).filter(Boolean);
  go({ ...Object.fromEntries(names.map((name) => [name, null])), ...Object.fromEntries(given) });
});
form.addEventListener("reset", () => {
  history.pushState(null, "", location.pathname);
  render();
});
more.addEventListener("click", async () => {
  const wanted = [...asked().filters, ["limit", String(PAGE)], ["language", language], ["after", next]];
  const page = await get("events", wanted);
  await append(page.rows);
  next = page.after;
  more.hidden = next === null;
});
choosing(canvas,
  (from, to) => go({ from: dayAt(density, from), to: dayAt(density, to) }),
  () => go({ from: null, to: null }));
addEventListener("resize", () => density && draw(canvas, density));
addEventListener("popstate", render);
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !card.hidden) go({ event: null, document: null });
});
translate();
canvas.setAttribute("role", "img");
canvas.setAttribute("aria-label", say("overview"));
canvas.title = say("overview");
onChange(() => {
  shown = null;
  render();
});
await render();
offer().catch((error) => tell(error.message, true));
