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

// Control characters, and those that reorder what is shown: who reads has to see them.
const DANGEROUS = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Make an element for a text from outside, whichever way it is written: what turns the direction in
 * it turns nothing around it, and is seen.
 * @param {string} text
 * @param {string} [kind]
 */
export function foreign(text, kind = "") {
  return element("bdi", visible(text), kind);
}

/**
 * Show what would be obeyed or not be seen, as `\u202e`.
 * @param {string} text
 */
export function visible(text) {
  return text.replace(DANGEROUS, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`);
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
 * List facts by their names.
 * @param {[string, Node | string | null | undefined][]} pairs those without a value are left out
 */
export function facts(pairs) {
  const held = pairs.filter(([, value]) => value);
  const list = element("dl", null, "facts", ...held.flatMap(([name, value]) =>
    [element("dt", name), element("dd", null, "", value ?? "")]));
  list.hidden = !held.length;
  return list;
}

/**
 * Put what is found under a heading; nothing at all if there is nothing.
 * @param {string} heading
 * @param {Node | null} found
 * @param {...Node} more
 */
export function section(heading, found, ...more) {
  return found ? element("section", null, "", element("h3", heading), found, ...more) : "";
}

/**
 * Find an element of the page.
 * @param {string} id
 */
export function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
