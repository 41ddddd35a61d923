// Events without a date: the picture has them in a strip of their own.

import { to } from "./address.js";
import { get } from "./api.js";
import { element, link } from "./elements.js";
import { language, say } from "./speech.js";

const MOST = 50;

/** Make the strip. */
export function undatedStrip() {
  const list = element("ul");
  const heading = element("span");
  const node = element("div", null, "undated", heading, list);
  node.hidden = true;
  return {
    node,
    /**
     * Show those that a question finds.
     * @param {[string, string][]} filters
     * @param {number} count how many there are
     * @param {AbortSignal} signal
     */
    async show(filters, count, signal) {
      node.hidden = count === 0;
      if (!count) return;
      const asked = /** @type {[string, string][]} */ (
        [...filters, ["undated", "yes"], ["limit", String(MOST)], ["language", language]]);
      const { rows, after } = await get("picture", asked, signal);
      heading.textContent = say("undated-events", count);
      list.replaceChildren(...rows.map((/** @type {{key: string, title: string | null}} */ row) =>
        element("li", null, "", link(to("event", row.key), row.title ?? row.key))));
      if (after !== null) list.append(element("li", "…"));
    },
  };
}
