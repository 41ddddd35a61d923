// The filters, as the command line has them; where there are few things to choose from, with how
// many events each would leave.

import { filtered } from "./address.js";
import { get } from "./api.js";
import { byId, element, foreign } from "./elements.js";
import { learn, number, say, words } from "./speech.js";

/** @typedef {{value: string, name: string, events: number}} OptionRow */
/** @typedef {import("./main.js").Tools} Tools */

const FACETS = ["type", "standing", "actor", "source", "place"];
// Of these the options are words of the model.
const SPOKEN = ["type", "standing"];
const MOST = 500;
const LONG = 12; // a list of more options can be narrowed

/** What values are called: "actor elon-musk" -> "Elon Musk". @type {Map<string, string>} */
const names = new Map();

/**
 * Show what is filtered by.
 * @type {import("./main.js").Show}
 */
export async function show(into, _, tools) {
  const form = /** @type {HTMLFormElement} */ (into);
  current = tools;
  if (!form.dataset.ready) prepare(form);
  fill(form, tools.state.filters);
  chips(tools);
  const wanted = FACETS.filter((name) => facet(name).open || chosen(name).length);
  await Promise.all(wanted.map(load));
  chips(tools);
}

/** @type {Tools} */
let current;

/** @param {HTMLFormElement} form */
function prepare(form) {
  form.dataset.ready = "yes";
  byId("facets").append(...FACETS.map(makeFacet));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    current.go({ filters: given(form) });
  });
  form.addEventListener("reset", () => current.go({ filters: [] }));
  form.addEventListener("change", (event) => {
    const field = event.target;
    if (field instanceof HTMLSelectElement || (field instanceof HTMLInputElement && field.type === "checkbox")) {
      current.go({ filters: given(form) });
    }
  });
  for (const one of form.querySelectorAll("details")) closing(one);
}

/**
 * A panel closes when one goes on elsewhere.
 * @param {HTMLDetailsElement} panel
 */
function closing(panel) {
  panel.addEventListener("focusout", (event) => {
    const to = event.relatedTarget;
    if (to instanceof Node && !panel.contains(to)) panel.open = false;
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !panel.open) return;
    event.preventDefault();
    panel.open = false;
    panel.querySelector("summary")?.focus();
  });
  addEventListener("pointerdown", (event) => {
    if (event.target instanceof Node && !panel.contains(event.target)) panel.open = false;
  });
}

/** @param {string} name */
function facet(name) {
  return /** @type {HTMLDetailsElement} */ (byId(`facet-${name}`));
}

/** @param {string} name */
function chosen(name) {
  return current.state.filters.flatMap(([other, value]) => (other === name ? [value] : []));
}

/** @param {string} name */
function makeFacet(name) {
  const narrow = element("input");
  Object.assign(narrow, { type: "search", ariaLabel: say("narrow"), placeholder: say("narrow"), hidden: true });
  const list = element("ul");
  list.ariaLabel = say(`filter-${name}`);
  narrow.addEventListener("input", () => {
    for (const one of list.children) {
      const found = one.textContent?.toLowerCase().includes(narrow.value.toLowerCase());
      /** @type {HTMLElement} */ (one).hidden = !found;
    }
  });
  const node = element("details", null, "facet", element("summary", say(`filter-${name}`)),
    element("div", null, "panel", narrow, list));
  node.id = `facet-${name}`;
  node.addEventListener("toggle", () => {
    if (node.open) load(name).catch((error) => current.signal.aborted || current.tell(String(error), true));
  });
  return node;
}

/**
 * Ask what there is to choose.
 * @param {string} name
 */
async function load(name) {
  const asked = filtered(filtered(current.state.filters, "of", [name]), "limit", [String(MOST)]);
  /** @type {{rows: OptionRow[]}} */
  const { rows } = await get("options", asked, current.signal);
  if (SPOKEN.includes(name)) await learn([], rows.map((one) => one.value), current.signal);
  for (const one of rows) names.set(`${name} ${one.value}`, SPOKEN.includes(name) ? words(one.value) : one.name);
  offer(name, rows);
}

/**
 * Offer options; what is chosen stays one of them.
 * @param {string} name
 * @param {OptionRow[]} rows
 */
function offer(name, rows) {
  const set = chosen(name);
  const others = set.filter((value) => !rows.some((one) => one.value === value));
  const list = /** @type {HTMLElement} */ (facet(name).querySelector("ul"));
  const focused = document.activeElement instanceof HTMLInputElement && list.contains(document.activeElement)
    ? document.activeElement.value : null;
  list.replaceChildren(
    ...others.map((value) => option(name, value, true, null)),
    ...rows.map((one) => option(name, one.value, set.includes(one.value), one.events)));
  /** @type {HTMLElement} */ (facet(name).querySelector("input[type=search]")).hidden = rows.length < LONG;
  for (const box of list.querySelectorAll("input")) if (box.value === focused) box.focus();
}

/**
 * @param {string} name
 * @param {string} value
 * @param {boolean} checked
 * @param {number | null} events
 */
function option(name, value, checked, events) {
  const box = element("input");
  Object.assign(box, { type: "checkbox", name, value, checked });
  const count = events === null ? "" : element("span", number(events), "count");
  return element("li", null, "", element("label", null, "", box, foreign(called(name, value)), count));
}

/**
 * @param {string} name
 * @param {string} value
 */
function called(name, value) {
  return names.get(`${name} ${value}`) ?? value;
}

/**
 * @param {HTMLFormElement} form
 * @returns {[string, string][]}
 */
function given(form) {
  return [...new FormData(form)].flatMap(([name, value]) =>
    (typeof value === "string" && (value || isSwitch(form, name)) ? [[name, value]] : []));
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function isSwitch(form, name) {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement && field.type === "checkbox" && field.value === "";
}

/**
 * @param {HTMLFormElement} form
 * @param {[string, string][]} filters
 */
function fill(form, filters) {
  const set = new Map(filters);
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement) || !field.name) continue;
    if (field instanceof HTMLInputElement && field.type === "checkbox") {
      field.checked = filters.some(([name, value]) => name === field.name && value === field.value);
    } else if (field !== document.activeElement) field.value = set.get(field.name) ?? "";
  }
  for (const name of FACETS) {
    const list = facet(name).querySelector("ul");
    for (const value of chosen(name)) {
      const there = [...list?.querySelectorAll("input") ?? []].some((one) => one.value === value);
      if (!there) list?.prepend(option(name, value, true, null));
    }
  }
}

/**
 * Show each filter that is set, with a button that takes it away.
 * @param {Tools} tools
 */
function chips({ state, go }) {
  byId("chips").replaceChildren(...state.filters.map(([name, value]) => {
    const label = say(`filter-${name}`);
    const text = SPOKEN.includes(name) ? words(value) : called(name, value);
    const node = element("button", null, "", text ? `${label}: ` : label, foreign(text), element("span", " ✕", "aside"));
    node.type = "button";
    node.title = say("take-away");
    node.addEventListener("click", () => go({ filters: state.filters.filter((one) => one[0] !== name || one[1] !== value) }));
    return element("li", null, "", node);
  }));
  byId("chips").hidden = !state.filters.length;
}
