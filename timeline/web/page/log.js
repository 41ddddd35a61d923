// Who decided what, when: the latest changes, a line each.

import { to } from "./address.js";
import { get } from "./api.js";
import { element, foreign, joined, link } from "./elements.js";
import { language, learn, say, words } from "./speech.js";

const LINES = "50";

/** Show what was done last. */
export async function showLog() {
  const { rows } = await get("changes", [["limit", LINES], ["each", "yes"]]);
  await learn([], rows.map((/** @type {any} */ row) => row.kind));
  const lines = rows.map((/** @type {any} */ row) => {
    const at = new Date(row.made_at).toLocaleString(language);
    return element("li", null, row.undone_by === null ? "claim" : "claim gone", ...joined([
      at, row.by && foreign(row.by), words(row.kind), about(row)]));
  });
  return [element("h2", say("review-log")), element("ol", null, "", ...lines)];
}

/** @param {{kind: string, input: string | null}} row */
function about({ kind, input }) {
  const claims = ["accept", "reject", "correct"].includes(kind) && input && !input.includes(" ");
  return claims ? link(to("review", input), input) : input && foreign(input);
}
