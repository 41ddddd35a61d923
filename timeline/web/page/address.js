// What the page shows stands in its address, so that back, forward and a link lead to it.

/**
 * All that the page shows.
 * @typedef {object} State
 * @property {[string, string][]} filters as the API takes them
 * @property {string} view a name in VIEWS
 * @property {string} key of the thing that a view shows; empty where it shows all
 * @property {string} window the stretch of time that the picture shows; empty means all of it
 * @property {string} by what the picture has its lanes
 */

/** @typedef {Partial<Omit<State, "filters">> & {filters?: [string, string][]}} Changes */

// Filters that are there or not; of others an empty value is none: a form sends all its fields.
const SWITCHES = ["all", "certainly", "machine", "open"];
// All else in an address is a filter.
export const OWN = /** @type {const} */ (["view", "key", "window", "by"]);

/**
 * Read an address.
 * @param {string} search its query
 * @returns {State}
 */
export function stateOf(search) {
  const all = new URLSearchParams(search);
  const [view, key, window, by] = OWN.map((name) => all.get(name) ?? "");
  for (const name of OWN) all.delete(name);
  const filters = [...all].filter(([name, value]) => value || SWITCHES.includes(name));
  return { filters, view, key, window, by };
}

/**
 * Write an address.
 * @param {State} state
 */
export function addressOf(state) {
  const all = new URLSearchParams(state.filters);
  for (const name of OWN) if (state[name]) all.set(name, state[name]);
  return all.size ? `?${all}` : location.pathname;
}

/**
 * Write the address of what is shown, with changes.
 * @param {Changes} changes
 */
export function changed(changes) {
  return addressOf({ ...stateOf(location.search), ...changes });
}

/**
 * Write the address of one thing, or of a view.
 * @param {string} view
 * @param {string} key
 * @param {[string, string][]} [filters] others than those that are set
 */
export function to(view, key, filters = undefined) {
  return changed(filters ? { view, key, filters } : { view, key });
}

/**
 * Filter by other values.
 * @param {[string, string][]} filters
 * @param {string} name
 * @param {string[]} values none takes the filter away
 * @returns {[string, string][]}
 */
export function filtered(filters, name, values) {
  const kept = filters.filter(([other]) => other !== name);
  return [...kept, ...values.map((value) => /** @type {[string, string]} */ ([name, value]))];
}
