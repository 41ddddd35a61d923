"""How fast the page's picture is, beside vis-timeline and TimelineJS in the same run of Chromium.

    python -m bench.page
    python -m bench.page --events 50 5000 100000 --keep FOLDER
    python -m bench.page --alone        without the two others, which npm installs

The events are those of `bench.questions`, loaded into a database per size (`--keep` leaves these in
a folder for the next time) and served as `timeline serve` does. The two others get the same events
as a file, and are installed by npm into a temporary folder.

"first" is the first contentful paint as the browser tells it, "events" the time on the clock from
asking for the page until events or counts are seen; "frame" the time between two frames, median and
95 %, while the wheel zooms in, pans and zooms out again; "heap" that of JavaScript after that;
"sent" all that came over the wire. What takes longer than LIMIT is given up: it is told as "-".
A line below says how long `timeline serve` took until it was there, and what a first page of
`/api/events` costs over HTTP beside the same question asked in Python, in the same run. Times on
the clock are as steady as the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Error, sync_playwright

from bench.load import say
from bench.questions import uneven
from timeline.load import load
from timeline.queries import Question, chronology
from timeline.queries.picture import picture
from timeline.records import Located, Where
from timeline.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser, Page

LIMIT = 60_000  # milliseconds
PAGE, TURNS = 50, 40  # events of an answer, answers
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
PACKAGES = ("vis-timeline@7.7.3", "@knight-lab/timelinejs@3.9.6")


class Shown(NamedTuple):
    """A page that shows events: its address, what can be seen when it does, and where hands are."""

    name: str
    address: str
    seen: str
    hands: str


class Measured(NamedTuple):
    """What a page took, in milliseconds and bytes; None where it was given up."""

    first: float | None = None
    events: float | None = None
    frames: Sequence[float] = ()
    memory: float | None = None
    sent: float | None = None


# What is seen -------------------------------------------------------------------------------------

# The picture has been painted when something stands on its canvas beside the axis: a frame in
# which an image, a curve or a rounded bar was drawn.
OURS = """
window.painted = false;
for (const act of ["arc", "drawImage", "fill"]) {
  const draw = CanvasRenderingContext2D.prototype[act];
  CanvasRenderingContext2D.prototype[act] = function (...given) {
    if (this.canvas.className === "axis") window.painted = true;
    return draw.apply(this, given);
  };
}
"""
FIRST = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
HANDS = """
async (selector) => {
  const node = document.querySelector(selector);
  const { left, top, width, height } = node.getBoundingClientRect();
  const turn = (deltaX, deltaY) => node.dispatchEvent(new WheelEvent("wheel", {
    deltaX, deltaY, bubbles: true, cancelable: true,
    clientX: left + width / 2, clientY: top + height / 2 }));
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const found = [];
  let before = await frame();
  const end = before + LIMIT;
  for (const [x, y] of [[0, -60], [60, 0], [-60, 0], [0, 60]]) {
    for (let step = 0; step < 45 && before < end; step += 1) {
      turn(x, y);
      const now = await frame();
      found.push(now - before);
      before = now;
    }
  }
  return found;
}
"""


def measured(browser: Browser, shown: Shown) -> Measured:
    """Open a page, wait until it shows events, and use it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(LIMIT)
    page.add_init_script(OURS)
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    sizes: list[float] = []
    network.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    try:
        begun = time.perf_counter()
        page.goto(shown.address, wait_until="commit")
        page.wait_for_function(shown.seen, polling="raf")
        events = (time.perf_counter() - begun) * 1000
        page.wait_for_timeout(500)
        first = page.evaluate(FIRST)
        frames = page.evaluate(HANDS.replace("LIMIT", str(LIMIT)), shown.hands)
        return Measured(first, events, frames, _heap(page), sum(sizes))
    except Error:
        return Measured()
    finally:
        context.close()


def _heap(page: Page) -> float:
    found: float = page.evaluate("performance.memory.usedJSHeapSize")
    return found


# The pages ----------------------------------------------------------------------------------------


def database(folder: Path, number: int) -> Path:
    """Give the database of so many events, made if it is not there."""
    path = folder / f"{number}.db"
    if not path.exists():
        places = (Located(one, Where("bench", at)) for at, one in enumerate(uneven(number), 1))
        with open_store(f"sqlite:///{path}", write=True) as session:
            load(session, places, given="bench", match=False)
    return path


@contextmanager
def served(path: Path) -> Iterator[tuple[str, float]]:
    """Serve a database, and give the address, and how many milliseconds it took to be there."""
    begun = time.perf_counter()
    command = (sys.executable, "-m", "timeline", "serve", "--db", str(path), "--port", "0")
    with subprocess.Popen(  # noqa: S603 - this program
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        try:
            address = process.stdout.readline().strip()
            yield address, (time.perf_counter() - begun) * 1000
        finally:
            process.terminate()


def answering(path: Path, address: str) -> tuple[float, float]:
    """Give what a first page of events costs over HTTP and in Python, in milliseconds: medians of
    questions that take turns.
    """
    there = urlsplit(address)
    connection = HTTPConnection(str(there.hostname), there.port)
    served, asked = [], []
    with open_store(f"sqlite:///{path}") as session:
        for _ in range(TURNS):
            begun = time.perf_counter()
            connection.request("GET", f"/api/events?limit={PAGE}")
            connection.getresponse().read()
            served.append(time.perf_counter() - begun)
            begun = time.perf_counter()
            chronology(session, Question(), limit=PAGE)
            asked.append(time.perf_counter() - begun)
    connection.close()
    return median(served) * 1000, median(asked) * 1000


@contextmanager
def folder_served(folder: Path) -> Iterator[str]:
    """Serve the files of a folder, and give the address."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


VIS = """<!doctype html><link rel=stylesheet
href=node_modules/vis-timeline/styles/vis-timeline-graph2d.min.css><div id=picture></div>
<script src=node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js></script>
<script>fetch("NUMBER.json").then((found) => found.json()).then((rows) => {
  const items = rows.map((one, id) => ({ id, content: one.title, start: new Date(one.start) }));
  new vis.Timeline(document.getElementById("picture"), items, { height: "600px" });
});</script>"""
KNIGHT = """<!doctype html><link rel=stylesheet
href=node_modules/@knight-lab/timelinejs/dist/css/timeline.css>
<div id=picture style="width:1240px;height:600px"></div>
<script src=node_modules/@knight-lab/timelinejs/dist/js/timeline.js></script>
<script>fetch("NUMBER.json").then((found) => found.json()).then((rows) => {
  const events = rows.map((one) => { const day = new Date(one.start); return {
    start_date: { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() },
    text: { headline: one.title } }; });
  new TL.Timeline("picture", { events });
});</script>"""


def others(folder: Path, address: str, path: Path, number: int) -> Iterator[Shown]:
    """Write the pages of the two others, with the events of a database."""
    with open_store(f"sqlite:///{path}") as session:
        marks = picture(session).rows
    dated = [(mark.title or mark.key, mark.segments[0].earliest) for mark in marks]
    rows = [{"title": title, "start": start * 1000} for title, start in dated if start is not None]
    (folder / f"{number}.json").write_text(json.dumps(rows))
    for name, html, seen in (
        ("vis-timeline", VIS, ".vis-item"),
        ("TimelineJS", KNIGHT, ".tl-timemarker"),
    ):
        (folder / f"{name}-{number}.html").write_text(html.replace("NUMBER", str(number)))
        there = f"() => document.querySelector('{seen}')"
        hands = ".vis-panel.vis-center" if name == "vis-timeline" else ".tl-timenav"
        yield Shown(name, f"{address}{name}-{number}.html", there, hands)


# The report ---------------------------------------------------------------------------------------


def _line(number: int, name: str, found: Measured) -> str:
    frames = sorted(found.frames)
    late = frames[int(len(frames) * 0.95)] if frames else None
    middle = median(frames) if frames else None
    cells = (found.first, found.events, middle, late, found.memory and found.memory / 1e6)
    told = [f"{'-' if cell is None else f'{cell:.0f}':>12}" for cell in cells]
    sent = "-" if found.sent is None else f"{found.sent / 1e3:,.0f}"
    return f"{number:>9,} {name:14}{''.join(told)}{sent:>12}"


def report(folder: Path, sizes: Sequence[int], *, alone: bool) -> None:
    """Measure each size, and print a line of each page."""
    heads = ("first ms", "events ms", "median ms", "95 % ms", "heap MB", "sent kB")
    say(f"{'events':>9} {'':14}{''.join(f'{head:>12}' for head in heads)}")
    with tempfile.TemporaryDirectory() as name, folder_served(Path(name)) as address:
        if not alone:
            command = ("npm", "install", "--silent", "--no-save", *PACKAGES)
            subprocess.run(command, cwd=name, check=True)  # noqa: S603 - the two others
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS])
            for number in sizes:
                path = database(folder, number)
                with served(path) as (own, up):
                    ours = Shown("timeline", own, "() => window.painted", "canvas.axis")
                    rest = () if alone else others(Path(name), address, path, number)
                    for shown in (ours, *rest):
                        found = measured(browser, shown)
                        say(_line(number, shown.name, found))
                    http, python = answering(path, own)
                    say(
                        f"{number:>9,} up in {up:.0f} ms; /api/events {http:.1f} ms, the question "
                        f"{python:.1f} ms: {http / python:.2f}"
                    )
            browser.close()


def main() -> None:
    """Read the arguments, and report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--events", type=int, nargs="+", default=[50, 5_000, 100_000])
    parser.add_argument("--keep", type=Path, help="the folder of the databases")
    parser.add_argument("--alone", action="store_true", help="without the two others")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report(given.keep or Path(folder), given.events, alone=given.alone)


if __name__ == "__main__":
    main()
