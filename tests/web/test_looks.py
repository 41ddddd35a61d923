"""How the page looks: screenshots beside those that somebody has looked at (looks/*.png).

`TIMELINE_REGENERATE=1 pytest tests/web/test_looks.py` takes them anew; then look at each. They are
compared by blocks of pixels, so that the edge of a letter makes no difference, and only in the
browser, by its major version, that took them: another one draws letters in its own way.
"""

from __future__ import annotations

import os
import re
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from builders import SEEDS, put, put_files
from draft import draft
from playwright.sync_api import expect
from web.browser import opened
from web.conftest import TOKEN, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page
    from web.conftest import Site

pytestmark = pytest.mark.slow

LOOKS = Path(__file__).parent / "looks"
MADE_WITH = LOOKS / "browser.txt"
# So many pixels of each side are one block; a colour differs from so many levels of 255 on.
BLOCK, LEVELS = 4, 40
# So many blocks of a thousand may differ.
MOST = 5
PHONE = {"width": 380, "height": 720}
# Half as large as they are seen: what stands where is to be compared, not letters.
WINDOW: dict[str, Any] = {
    "viewport": {"width": 1000, "height": 720},
    "device_scale_factor": 0.5,
    "reduced_motion": "reduce",
}
VIEWS: dict[str, tuple[str, dict[str, Any]]] = {
    "chronology": ("", {}),
    "dark": ("", {"color_scheme": "dark"}),
    "french": ("", {"locale": "fr-FR"}),
    "phone": ("", {"viewport": PHONE}),
    "lanes": ("?by=actor", {}),
    "event": ("?view=event&key=meeting", {}),
    "document": ("?view=document&key=report-fr", {}),
    "map": ("?view=map", {}),
}
COMPARE = """
async ({ one, other, block, levels }) => {
  const small = async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const [width, height] = [image.width / block, image.height / block].map(Math.ceil);
    const pen = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
    pen.imageSmoothingQuality = "high";
    pen.drawImage(image, 0, 0, width, height);
    const { data } = pen.getImageData(0, 0, width, height);
    return { size: `${image.width}x${image.height}`, data };
  };
  const [a, b] = [await small(one), await small(other)];
  if (a.size !== b.size) return 1000;
  let blocks = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    const apart = [0, 1, 2].map((colour) => Math.abs(a.data[at + colour] - b.data[at + colour]));
    blocks += Math.max(...apart) >= levels ? 1 : 0;
  }
  return 1000 * blocks / (a.data.length / 4);
}
"""


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The seeds, served."""
    db = f"sqlite:///{tmp_path_factory.mktemp('looks') / 'seeds.db'}"
    put_files(db, SEEDS)
    with served(db) as found:
        yield found


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    """A page of nothing, in which pictures are compared."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def at_rest(page: Page) -> bytes:
    """Take a screenshot once nothing moves any more."""
    before = b""
    for _ in range(20):
        page.wait_for_timeout(200)
        now = page.screenshot()
        if now == before:
            break
        before = now
    return before


def difference(blank: Page, one: bytes, other: bytes) -> float:
    """Give of how many blocks in a thousand two pictures differ."""
    pictures = {"one": b64encode(one).decode(), "other": b64encode(other).decode()}
    found: float = blank.evaluate(COMPARE, pictures | {"block": BLOCK, "levels": LEVELS})
    return found


def check(name: str, seen: bytes, browser: Browser, blank: Page, tmp_path: Path) -> None:
    """Compare a screenshot with the one that somebody has looked at."""
    kept, version = LOOKS / f"{name}.png", browser.version.partition(".")[0]
    if os.environ.get("TIMELINE_REGENERATE"):
        kept.write_bytes(seen)
        MADE_WITH.write_text(f"{version}\n")
        return
    made_with = MADE_WITH.read_text().strip()
    if version != made_with:
        pytest.skip(f"the looks were taken by Chromium {made_with}, this one is {version}")
    apart = difference(blank, kept.read_bytes(), seen)
    if apart > MOST:
        (tmp_path / kept.name).write_bytes(seen)
    assert apart <= MOST, f"{apart:.1f} blocks in 1000 differ from {kept}: see {tmp_path}"


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_looks_as_it_did(
    name: str, seeds: Site, browser: Browser, blank: Page, tmp_path: Path
) -> None:
    query, wanted = VIEWS[name]
    with opened(browser, seeds.address + query, **WINDOW | wanted) as tab:
        tab.page.wait_for_load_state("networkidle")
        check(name, at_rest(tab.page), browser, blank, tmp_path)


def test_the_desk_looks_as_it_did(browser: Browser, blank: Page, tmp_path: Path) -> None:
    db = f"sqlite:///{tmp_path / 'desk.db'}"
    put(db, *draft())
    with served(db, token=TOKEN, reviewer="Nina") as site:
        address = f"{site.address}?view=review#token={TOKEN}"
        with opened(browser, address, **WINDOW) as tab:
            expect(tab.page.get_by_text("Elon Musk").first).to_be_visible()
            tab.page.keyboard.press("y")  # two mentions are one
            expect(tab.page.locator("mark").first).to_be_visible()
            seen = at_rest(tab.page)
    check("review", seen, browser, blank, tmp_path)


def test_what_differs_is_seen(seeds: Site, browser: Browser, blank: Page) -> None:
    """A line more, or another colour, is; the same twice is not."""
    with opened(browser, seeds.address, **WINDOW | {"viewport": PHONE}) as tab:
        tab.page.wait_for_load_state("networkidle")
        one = at_rest(tab.page)
        tab.page.get_by_role("textbox", name=re.compile("From")).fill("2020")
        tab.page.keyboard.press("Enter")
        other = at_rest(tab.page)
    assert difference(blank, one, one) == 0
    assert difference(blank, one, other) > MOST
