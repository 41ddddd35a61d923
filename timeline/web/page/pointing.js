// Which event is meant: by the hand, which gets a note beside it, or by keys, which is told to those
// who do not see the picture.

import { element, foreign } from "./elements.js";
import { placeOf } from "./marks.js";
import { learn, say, words } from "./speech.js";

/** @typedef {import("./marks.js").Mark} Mark */

/** The note beside the pointer, and what is told of an event. */
export class Pointing {
  /** @param {import("./stage.js").Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.note = element("div", null, "note");
    this.note.hidden = true;
    this.told = element("div", null, "unseen");
    this.told.ariaLive = "polite";
    this.key = "";
  }

  /**
   * Point at an event with the hand.
   * @param {number} x
   * @param {number} y
   */
  async hover(x, y) {
    const mark = this.stage.at(x, y);
    this.stage.canvas.style.cursor = mark ? "pointer" : "grab";
    this.note.hidden = !mark;
    if (!mark) return;
    const { clientWidth } = this.stage.canvas;
    this.note.style.top = `${y + 18}px`;
    this.note.style.left = `${Math.max(4, Math.min(x + 12, clientWidth - 292))}px`;
    await learn([mark.date], [mark.standing, mark.type]);
    this.note.replaceChildren(foreign(mark.title), element("div", saying(mark)));
  }

  /** Point at nothing. */
  leave() {
    this.note.hidden = true;
  }

  /**
   * Point at an event by keys, and bring it into sight.
   * @param {Mark} mark
   */
  async focus(mark) {
    this.key = mark.key;
    const { window } = this.stage;
    const at = placeOf(mark);
    if (at < window.from || at > window.to) {
      const half = (window.to - window.from) / 2;
      this.stage.glide({ from: at - half, to: at + half });
    }
    await learn([mark.date], [mark.standing, mark.type]);
    this.told.textContent = `${mark.title}. ${saying(mark)}`;
  }

  /**
   * Go to another event: the next one in time, or the nearest in the next lane.
   * @param {number} along in time
   * @param {number} across the lanes
   * @returns {boolean} whether there is one
   */
  step(along, across) {
    const next = along ? this.#next(along) : this.#beside(across);
    if (next) this.focus(next);
    return next !== undefined;
  }

  /** @param {number} by */
  #next(by) {
    const order = this.stage.tracks?.marks.inOrder() ?? [];
    const at = order.findIndex((mark) => mark.key === this.key);
    if (at >= 0) return order[at + by];
    const { from, to } = this.stage.window;
    return order.find((mark) => placeOf(mark) >= from && placeOf(mark) < to);
  }

  /** @param {number} by */
  #beside(by) {
    const { bands, scale } = this.stage;
    const at = bands.findIndex(({ placed }) => placed.some(({ mark }) => mark.key === this.key));
    const here = bands[at]?.placed.find(({ mark }) => mark.key === this.key);
    const x = here ? here.left : scale.left + scale.width / 2;
    for (let next = at + by; next >= 0 && next < bands.length; next += by) {
      const near = [...bands[next].placed].sort((a, b) => Math.abs(a.left - x) - Math.abs(b.left - x));
      if (near.length) return near[0].mark;
    }
    return undefined;
  }
}

/** @param {Mark} mark */
function saying(mark) {
  const said = [words(mark.date), words(mark.standing), words(mark.type), mark.machine ? say("machine") : ""];
  return said.filter(Boolean).join(" · ");
}

