// Long lists, a page at a time.

import { get } from "./api.js";
import { element } from "./elements.js";
import { learn, say } from "./speech.js";

/**
 * Show a list of the API, and a button for what comes after it.
 * @template Row
 * @param {HTMLElement} into
 * @param {string} heading
 * @param {string} path
 * @param {[string, string][]} asked
 * @param {(row: Row) => HTMLElement} line
 * @param {import("./main.js").Tools} tools
 * @param {(rows: Row[]) => [Iterable<string | null>, Iterable<string | null>]} spoken dates and words of
 *   the model in rows
 * @param {string} [kind] class of the list
 */
export async function paged(into, heading, path, asked, line, tools, spoken, kind = "lines wide") {
  const list = element("ol", null, kind);
  const more = element("button", say("more"));
  more.type = "button";
  let after = "";
  const read = async () => {
    /** @type {{rows: Row[], after: string | null}} */
    const page = await get(path, after ? [...asked, ["after", after]] : asked, tools.signal);
    await learn(...spoken(page.rows), tools.signal);
    list.append(...page.rows.map(line));
    after = page.after ?? "";
    more.hidden = page.after === null;
  };
  await read();
  more.addEventListener("click", () => read().catch((error) => tools.tell(String(error), true)));
  const nothing = list.children.length ? "" : element("p", say("none"), "aside");
  into.replaceChildren(element("h2", heading), list, nothing, more);
}
