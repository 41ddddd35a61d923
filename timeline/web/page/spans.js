// Stretches of time: what of them is known already, and what is still missing.

/** @typedef {import("./scale.js").Span} Span */

/**
 * Whether one of several stretches holds another.
 * @param {Span[]} spans
 * @param {Span} inner
 */
export function holds(spans, inner) {
  return spans.some((one) => one.from <= inner.from && inner.to <= one.to);
}

/**
 * Add a stretch to others that are apart, in order.
 * @param {Span[]} spans
 * @param {Span} added
 * @returns {Span[]}
 */
export function joined(spans, added) {
  const apart = spans.filter((one) => one.to < added.from || one.from > added.to);
  const touching = spans.filter((one) => one.to >= added.from && one.from <= added.to);
  const from = Math.min(added.from, ...touching.map((one) => one.from));
  const to = Math.max(added.to, ...touching.map((one) => one.to));
  return [...apart, { from, to }].sort((a, b) => a.from - b.from);
}

/**
 * Give what of a stretch is not in others: from the first second that is missing to the last.
 * @param {Span[]} spans
 * @param {Span} wanted
 * @returns {Span}
 */
export function missing(spans, { from, to }) {
  for (const one of spans) {
    if (one.from <= from && one.to > from) from = one.to;
  }
  for (const one of [...spans].reverse()) {
    if (one.to >= to && one.from < to) to = one.from;
  }
  return { from, to };
}
