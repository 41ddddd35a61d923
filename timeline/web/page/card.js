// One event with its claims, or one document with what was read in it.

import { get, inPath } from "./api.js";
import { language, learn, say, words } from "./speech.js";

/**
 * Make an element. Text is always text: nothing from outside becomes markup.
 * @param {string} tag
 * @param {string | null} [text]
 * @param {string} [kind] its class
 * @param {...Node} inner
 */
export function element(tag, text = null, kind = "", ...inner) {
  const node = document.createElement(tag);
  if (text !== null) node.textContent = text;
  if (kind) node.className = kind;
  node.append(...inner);
  return node;
}

/** @param {{name: string, role: string, capacity: string | null, stance: string}} party */
function party(party) {
  const said = [words(party.role), party.capacity, party.stance === "affirms" ? null : words(party.stance)];
  return `${party.name} (${said.filter(Boolean).join(", ")})`;
}

/**
 * @param {[string, string | null][]} pairs
 */
function facts(pairs) {
  const list = element("dl");
  for (const [name, value] of pairs) {
    if (value) list.append(element("dt", name), element("dd", value, name ? "" : "why"));
  }
  return list;
}

function claim(one, titles, openSource) {
  const stance = one.polarity === "affirms" ? words(one.modality) : words(one.polarity);
  const from = element("a", titles.get(one.source) ?? one.source);
  from.href = `?document=${encodeURIComponent(one.source)}`;
  from.addEventListener("click", (event) => {
    event.preventDefault();
    openSource(one.source, one.key);
  });
  const by = [one.published && words(one.published), stance, one.date && words(one.date)];
  const node = element("li", null, one.gone || one.decision?.says === "rejected" ? "claim gone" : "claim");
  node.append(from, ` · ${by.filter(Boolean).join(" · ")}`);
  if (one.chain.length) node.append(element("div", `← ${one.chain.join(" ← ")}`, "chain"));
  if (one.who.length) node.append(element("div", one.who.map(party).join("; ")));
  if (one.quote) node.append(element("blockquote", one.quote));
  if (one.extractor) node.append(element("div", `${say("machine")} (${one.extractor})`, "chain"));
  return node;
}

/**
 * Show one event.
 * @param {HTMLElement} card
 * @param {string} key
 * @param {(source: string, claim: string) => void} openSource
 */
export async function showEvent(card, key, openSource) {
  const found = await get(`events/${inPath(key)}`, [["language", language]]);
  const { event, claims } = found;
  const roles = [...event.actors, ...claims.flatMap((one) => one.who)];
  await learn(
    [event.date, ...claims.flatMap((one) => [one.date, one.published])],
    [event.standing, ...claims.flatMap((one) => [one.polarity, one.modality]),
      ...roles.flatMap((one) => [one.role, one.stance])],
  );
  const titles = new Map();
  card.replaceChildren(
    element("h2", event.title ?? event.key),
    element("div", found.summary),
    facts([
      [say("date"), `${words(event.date)}${event.date ? ` · ${event.date}` : ""}`],
      ["", found.date_reason],
      [say("place"), event.place],
      [say("standing"), words(event.standing)],
      ["", found.standing_reason],
      [say("type"), event.type],
      [say("actor"), event.actors.map(party).join("; ")],
    ]),
    element("h3", say("claims")),
    element("ol", null, "", ...claims.map((one) => claim(one, titles, openSource))),
  );
}

/**
 * Show one document, with the quotes of its claims marked; offsets count characters, of which
 * JavaScript's texts may have two units.
 * @param {HTMLElement} card
 * @param {string} key
 * @param {string} [chosen] a claim to go to
 * @param {(event: string) => void} [openEvent]
 */
export async function showSource(card, key, chosen = "", openEvent = () => {}) {
  const [{ source, claims }, held] = await Promise.all([
    get(`sources/${inPath(key)}`, [["language", language]]),
    get(`texts/${inPath(key)}`),
  ]);
  await learn([source.published], []);
  const text = element("div", null, "text");
  const characters = Array.from(held.text ?? "");
  const marks = claims.filter((one) => one.quote_start !== null)
    .sort((a, b) => a.quote_start - b.quote_start || a.quote_end - b.quote_end);
  let done = 0;
  for (const one of marks) {
    if (one.quote_start < done) continue;
    text.append(characters.slice(done, one.quote_start).join(""));
    const mark = element("mark", characters.slice(one.quote_start, one.quote_end).join(""));
    mark.title = one.title ?? one.event;
    mark.tabIndex = 0;
    mark.id = `claim-${one.key}`;
    mark.addEventListener("click", () => openEvent(one.event));
    mark.addEventListener("keydown", (event) => event.key === "Enter" && openEvent(one.event));
    text.append(mark);
    done = one.quote_end;
  }
  text.append(characters.slice(done).join(""));
  const by = [source.publisher, source.author, source.published && words(source.published)];
  card.replaceChildren(
    element("h2", source.title ?? source.key),
    element("p", by.filter(Boolean).join(" · "), "chain"),
    text,
  );
  document.getElementById(`claim-${chosen}`)?.scrollIntoView({ block: "center" });
}
