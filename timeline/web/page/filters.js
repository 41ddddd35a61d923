// The filters, as the command line has them.

import { get } from "./api.js";
import { element } from "./elements.js";
import { language, learn, words } from "./speech.js";

const STANDINGS = ["asserted", "reported", "disputed", "denied", "planned", "retracted"];

/**
 * Show what is filtered by.
 * @type {import("./main.js").Show}
 */
export async function show(into, _, tools) {
  const form = /** @type {HTMLFormElement} */ (into);
  if (!form.dataset.ready) {
    form.dataset.ready = "yes";
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      tools.go({ filters: given(form) });
    });
    form.addEventListener("reset", () => tools.go({ filters: [] }));
    await offer(form);
  }
  fill(form, new Map(tools.state.filters));
}

/**
 * @param {HTMLFormElement} form
 * @returns {[string, string][]}
 */
function given(form) {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === "string" && (value || name === "all") ? [[name, value]] : []);
}

/**
 * @param {HTMLFormElement} form
 * @param {Map<string, string>} filters
 */
function fill(form, filters) {
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue;
    if (field instanceof HTMLInputElement && field.type === "checkbox") {
      field.checked = filters.has(field.name);
    } else field.value = filters.get(field.name) ?? "";
  }
}

/** @param {HTMLFormElement} form */
async function offer(form) {
  const types = await get("types", [["language", language]]);
  /** @type {string[]} */
  const names = types.rows.map((/** @type {{type: string}} */ one) => one.type);
  await learn([], [...STANDINGS, ...names]);
  for (const [field, all] of /** @type {[string, string[]][]} */ (
    [["type", names], ["standing", STANDINGS]])) {
    form.elements.namedItem(field);
    const select = /** @type {HTMLSelectElement} */ (form.elements.namedItem(field));
    select.append(...all.map((one) => Object.assign(element("option", words(one)), { value: one })));
  }
}
