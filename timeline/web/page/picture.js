// The picture: events along an axis of time. This module holds it together with the address; what it
// asks for, how it is laid out and drawn, and what hands mean stand in modules of their own.

import { filtered, stateOf } from "./address.js";
import { buttons, knownBy, laneChoice, LANES, legend } from "./controls.js";
import { element } from "./elements.js";
import { listen } from "./gestures.js";
import { Overview } from "./overview.js";
import { Pointing } from "./pointing.js";
import { around, readWindow, windowText } from "./scale.js";
import { learn, say, words } from "./speech.js";
import { Stage } from "./stage.js";
import { threadsOf } from "./threads.js";
import { Tracks } from "./tracks.js";
import { undatedStrip } from "./undated.js";

/** @typedef {import("./scale.js").Span} Span */
/** @typedef {import("./main.js").Tools["go"]} Go */
/** @typedef {import("./address.js").State} State */

const SAID = ["type", "side", "standing"]; // lanes whose names are words of the model
const STEP = 0.25; // of the window, that a key moves

/** The picture within one element. */
class Picture {
  /**
   * @param {HTMLElement} figure
   * @param {Go} go
   */
  constructor(figure, go) {
    this.go = go;
    /** @type {Span} */
    this.whole = { from: 0, to: 1 };
    /** @type {State} */
    this.state = { filters: [], view: "", key: "", window: "", by: "" };
    this.question = "";
    this.chosen = "";
    this.choice = laneChoice((by) => go({ by }));
    this.known = knownBy((day, rests) => this.#asKnown(day, rests));
    this.legend = legend();
    this.strip = undatedStrip();
    this.overview = new Overview(element("canvas", null, "overview"), (window, rests) => {
      this.stage.see(window);
      if (rests) this.#rest();
    });
    const canvas = element("canvas", null, "axis");
    const frame = element("div", null, "stage", canvas);
    const bar = element("div", null, "bar", this.choice.node, this.#buttons(), ...this.known.nodes);
    figure.replaceChildren(bar, frame, this.strip.node, this.overview.canvas, this.legend.node);
    this.stage = new Stage(canvas, (lane) => this.#nameOf(lane), (window) =>
      this.overview.draw(window, around(this.whole), this.stage.colours));
    this.pointing = new Pointing(this.stage);
    frame.append(this.pointing.note, this.pointing.told);
    this.#hear(canvas);
  }

  /**
   * Show what an address asks.
   * @param {URLSearchParams} search
   */
  async show(search) {
    const before = this.state;
    this.state = stateOf(search.toString());
    const { filters, by, window } = this.state;
    this.choice.select.value = by || LANES[0];
    const question = JSON.stringify([filters, by]);
    const others = question !== this.question;
    this.question = question;
    if (others && !await this.#ask()) return;
    this.#open();
    const first = this.stage.window.to === 1;
    const wanted = readWindow(window) ?? around(this.whole);
    if (first) this.stage.see(wanted);
    else if (window ? window !== windowText(this.stage.window) : !others || rest(before) !== rest(this.state)) {
      this.stage.glide(wanted);
    }
  }

  /** Ask for everything anew: the database has changed. */
  renew() {
    this.question = "";
  }

  /**
   * Ask for the data of a question.
   * @returns {Promise<boolean>} whether it is still the one that is asked
   */
  async #ask() {
    const { filters, by } = this.state;
    const { question } = this;
    const tracks = new Tracks(filters, by || LANES[0], (error) => this.#came(error));
    this.known.show(new Map(filters).get("known-by") ?? "");
    const { signal } = tracks.asking;
    const counted = this.overview.load(filters, signal);
    counted.then(() => this.stage.later(), () => {});
    try {
      await tracks.open(counted);
      if (SAID.includes(by)) await learn([], tracks.lanes.map((lane) => lane.name));
    } catch (error) {
      this.#came(/** @type {Error} */ (error));
    }
    if (question !== this.question) {
      tracks.close();
      return false;
    }
    this.stage.take(tracks);
    if (tracks.whole) this.whole = tracks.whole;
    this.strip.show(filters, tracks.undated, signal).catch(() => {});
    return true;
  }

  /** Let the event that is open stand out, with its threads. */
  async #open() {
    const { view, key, by } = this.state;
    const chosen = view === "" || view === "event" ? key : "";
    this.stage.chosen = this.stage.tracks?.marks.byKey.get(chosen);
    this.#light();
    if (chosen === this.chosen) return;
    this.chosen = chosen;
    this.stage.threads = [];
    if (!chosen) return;
    const threads = await threadsOf(chosen, by || LANES[0]).catch(() => []);
    if (chosen !== this.chosen) return;
    this.stage.threads = threads;
    this.stage.later();
  }

  #light() {
    this.stage.lit = new Set([this.state.key, this.pointing.key].filter(Boolean));
    this.stage.later();
  }

  /** @param {Error} [error] */
  #came(error) {
    if (error) {
      this.pointing.told.textContent = error.message;
      return;
    }
    this.#open();
    this.stage.renew();
  }

  /** The window that is seen goes into the address; all of it needs no words. */
  #rest() {
    const { window, goal } = this.stage;
    const text = windowText(goal ?? window);
    const all = windowText(around(this.whole));
    if (text !== this.state.window) this.go({ window: text === all ? "" : text });
  }

  /**
   * @param {string} day
   * @param {boolean} rests
   */
  #asKnown(day, rests) {
    this.go({ filters: filtered(this.state.filters, "known-by", day ? [day] : []) }, !rests);
  }

  /** @param {import("./tracks.js").Lane} lane */
  #nameOf({ key, name }) {
    const { by } = this.state;
    if (!by || by === LANES[0]) return "";
    if (key === null) return say("lanes-other");
    return SAID.includes(by) ? words(name) : name ?? key;
  }

  #buttons() {
    const then = (/** @type {() => void} */ act) => () => {
      act();
      this.#rest();
    };
    return buttons({
      in: then(() => this.stage.zoom(0.5, null, true)),
      out: then(() => this.stage.zoom(2, null, true)),
      whole: then(() => this.stage.glide(around(this.whole))),
    });
  }

  /** @param {HTMLCanvasElement} canvas */
  #hear(canvas) {
    canvas.tabIndex = 0;
    canvas.setAttribute("role", "application");
    canvas.ariaLabel = say("picture");
    this.overview.canvas.setAttribute("role", "img");
    this.overview.canvas.ariaLabel = say("overview");
    listen(canvas, {
      move: (across, along) => this.stage.move(across, along),
      zoom: (factor, x) => this.stage.zoom(factor, x),
      choose: (x, y) => this.#choose(this.stage.at(x, y)?.key),
      hover: (x, y) => this.pointing.hover(x, y),
      leave: () => this.pointing.leave(),
      rest: () => this.#rest(),
      gutter: () => this.stage.scale.left,
      key: (event) => this.#key(event),
    });
    new ResizeObserver(() => this.stage.renew()).observe(canvas);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#recolour());
    // Paper is white, of another width, and waits for no later frame.
    matchMedia("print").addEventListener("change", () => {
      this.#recolour();
      this.stage.now();
    });
    this.#recolour();
    this.known.load().then(() => this.known.show(new Map(this.state.filters).get("known-by") ?? ""), () => {});
  }

  #recolour() {
    this.stage.recolour();
    this.legend.draw(this.stage.colours).catch(() => {});
  }

  /** @param {string | undefined} key */
  #choose(key) {
    if (key) this.go({ view: "event", key });
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} whether it means something here
   */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const act = KEYS[event.key];
    if (!act) return false;
    act(this, event.shiftKey || !this.stage.single);
    this.#light();
    if (!event.key.startsWith("Arrow") || this.stage.goal) this.#rest();
    return true;
  }

  /** Open the event that keys point at. */
  enter() {
    this.#choose(this.pointing.key);
  }
}

/** @type {Record<string, (picture: Picture, moves: boolean) => void>} what keys do */
const KEYS = {
  ArrowLeft: ({ stage, pointing }, moves) => (moves ? stage.pan(-STEP) : pointing.step(-1, 0)),
  ArrowRight: ({ stage, pointing }, moves) => (moves ? stage.pan(STEP) : pointing.step(1, 0)),
  ArrowUp: ({ stage, pointing }, moves) => (moves ? stage.move(0, -40) : pointing.step(0, -1)),
  ArrowDown: ({ stage, pointing }, moves) => (moves ? stage.move(0, 40) : pointing.step(0, 1)),
  PageUp: ({ stage }) => stage.pan(-0.8),
  PageDown: ({ stage }) => stage.pan(0.8),
  "+": ({ stage }) => stage.zoom(0.5, null, true),
  "=": ({ stage }) => stage.zoom(0.5, null, true),
  "-": ({ stage }) => stage.zoom(2, null, true),
  Home: ({ stage, whole }) => stage.glide(around(whole)),
  Enter: (picture) => picture.enter(),
};

/**
 * What a state asks but for what was known when: by that alone the picture does not move.
 * @param {State} state
 */
function rest({ filters, by }) {
  return JSON.stringify([filters.filter(([name]) => name !== "known-by"), by]);
}

/**
 * Make the picture.
 * @param {HTMLElement} figure
 * @param {Go} go
 */
export function makePicture(figure, go) {
  return new Picture(figure, go);
}
