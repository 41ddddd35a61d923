// An event's card: what it shows and why, and every account of it with its words.

import { get, inPath } from "./api.js";
import { element } from "./elements.js";
import { claimItem } from "./claim.js";
import { language, learn, say } from "./speech.js";

/** @typedef {import("./rows.js").Dossier} Dossier */

/**
 * Show an event.
 * @type {import("./main.js").Show}
 */
export async function show(into, key, tools) {
  /** @type {Dossier} */
  const found = await get(`events/${inPath(key)}`, [["language", language]], tools.signal);
  await learnAll(found);
  into.replaceChildren(
    element("h2", found.event.title ?? found.event.key),
    element("h3", say("claims")),
    element("ol", null, "claims", ...found.claims.map((one) => claimItem(one, null))),
  );
}

/** @param {Dossier} found */
async function learnAll({ event, claims }) {
  const roles = [...event.actors, ...claims.flatMap((one) => one.who)];
  await learn(
    [event.date, ...claims.flatMap((one) => [one.date, one.published])],
    [event.standing, event.type, ...claims.flatMap((one) => [one.polarity, one.modality]),
      ...roles.flatMap((one) => [one.role, one.stance])]);
}
