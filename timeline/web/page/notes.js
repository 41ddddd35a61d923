// What people noted.

import { element, foreign } from "./elements.js";
import { dayOf, words } from "./speech.js";

/**
 * Show notes, if there are any.
 * @param {import("./rows.js").NoteRow[]} found
 */
export function notes(found) {
  return found.length ? element("ul", null, "notes", ...found.map((one) =>
    element("li", null, "", foreign(one.text), element("div", null, "aside", foreign(one.by), ` · ${words(dayOf(one.at))}`))))
    : null;
}
