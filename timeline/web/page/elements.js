// Making elements. Text is always text: nothing from outside becomes markup.

/**
 * Make an element.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string | null} [text]
 * @param {string} [kind] its class
 * @param {...(Node | string)} inner
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, text = null, kind = "", ...inner) {
  const node = document.createElement(tag);
  if (text !== null) node.textContent = text;
  if (kind) node.className = kind;
  node.append(...inner);
  return node;
}

/**
 * Make an element for a text from outside, whichever way it is written: what turns the direction in
 * it turns nothing around it.
 * @param {string} text
 * @param {string} [kind]
 */
export function foreign(text, kind = "") {
  return element("bdi", text, kind);
}

/**
 * Make a link to another state of the page.
 * @param {string} address
 * @param {string} text from outside
 * @param {string} [kind]
 */
export function link(address, text, kind = "") {
  const node = element("a", null, kind, foreign(text));
  node.href = address;
  return node;
}

/**
 * Join with a sign between.
 * @param {(Node | string | null | undefined)[]} parts what is empty is left out
 * @param {string} [between]
 * @returns {(Node | string)[]}
 */
export function joined(parts, between = " · ") {
  return parts.filter((part) => part !== null && part !== undefined && part !== "")
    .flatMap((part, at) => (at ? [between, part] : [part]))
    .map((part) => part ?? "");
}

/**
 * Find an element of the page.
 * @param {string} id
 */
export function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
