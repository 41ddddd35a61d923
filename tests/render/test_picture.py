"""Pictures: what is drawn of given rows, as files in pictures/, and what holds for all of them.

After a change that is meant, write the files anew, and look at them before you commit:

    TIMELINE_REGENERATE=1 pytest tests/render/test_picture.py
"""

from __future__ import annotations

import os
import re
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import edtf_texts, near_texts

from timeline.dates import iso_text, parse
from timeline.dates.calendar import seconds_of
from timeline.queries.question import ANYTHING, Question
from timeline.queries.rows import EventRow, Party, SourceRow
from timeline.render.lists import View
from timeline.render.picture import LANES, LEAST_WIDTH, THEMES, Wish, picture, sheet
from timeline.render.picture.asked import ASKED, asked
from timeline.render.picture.frame import boxes_of
from timeline.render.picture.glyphs import Look, extent, glyph
from timeline.render.picture.layout import STANDINGS
from timeline.render.picture.metrics import ELLIPSIS, width, wrapped
from timeline.render.picture.png import lacking, png
from timeline.render.picture.scale import Scale
from timeline.render.picture.shapes import Area, Cluster, Outline, Shape, Writing
from timeline.render.picture.stretches import times_of
from timeline.render.picture.ticks import ticks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.render.picture.svg import Sheet

CASES = Path(__file__).parent / "pictures"
OPEN = (None, None)
MUSK, IRAN = Party("elon-musk", "Elon Musk", "participant"), Party("iran", "Iran", "recipient")
NYT = SourceRow(
    *("nyt", "article", None, "The New York Times", None, None, "en", "2024-11-14", "cited", 1, 1)
)


def event(key: str, date: str | None, standing: str = "reported", **more: Any) -> EventRow:
    """An event that needs no more than a date."""
    read = parse(date) if date else None
    bounds = [
        None if bound is None else iso_text(bound)
        for bound in ((read.earliest, read.latest) if read else OPEN)
    ]
    row = EventRow(
        key=key,
        date=date,
        earliest=bounds[0],
        latest=bounds[1],
        date_status="agreed" if date else "none",
        certain=None,
        type="CONSULT",
        title=None,
        place=None,
        actors=(MUSK,),
        standing=standing,
        sources=("nyt", "irna"),
        claims=1,
        origins=1,
        reviewed=True,
        machine=False,
        confidence=None,
        hidden=False,
    )
    return row._replace(**more)


# Each way in which a date may be known, and each standing.
KINDS = (
    event("a day", "2024-11-11", "asserted"),
    event("a month", "2024-08"),
    event("about a month", "2024-09~"),
    event("one of several days", "[2024-11-04,2024-11-11,2024-11-18,2024-11-25]", "disputed"),
    event("all of several days", "{2024-10-01,2024-10-15}"),
    event("from a day to a day", "2024-10-05/2024-11-05", "planned"),
    event("from a month to a month", "2024-05/2024-10", "denied"),
    event("since a day", "2024-12-01/..", "disputed"),
    event("from a day, end unknown", "2024-07-20/"),
    event("in or before a day", "[..2024-06-30]"),
    event("known by its report", "[..2024-11-20]", date_status="by_report"),
    event("sources disagree", "2024-12-10", date_status="conflict", latest="2025-01-20T00:00:00Z"),
    event("a machine says so", "2024-12-24", machine=True, reviewed=False),
    event("taken back", "2024-06-12", "retracted"),
    event("<script>alert('\u202e&')</script>", "2024-07-14", "denied", actors=(MUSK, IRAN)),
    event("undated", None, "asserted"),
)  # fmt: skip
MANY = tuple(
    event(f"event {n}", f"2024-11-{n % 24 % 17 + 1:02d}", STANDINGS[n % 5]) for n in range(2400)
)
ANCIENT = (
    event("the Big Bang", "Y-13800000000S3", "asserted"),
    event("the Earth forms", "Y-4540000000S3", "asserted"),
    event("Caesar is killed", "-0043-03-15", "asserted"),
)
PICTURES = {
    "kinds": (KINDS, ANYTHING, Wish()),
    "kinds-fr": (KINDS, Question(actors="Musk", start="2018"), Wish("fr", "dark", "actor", 700)),
    "side": (KINDS, Question(reviewed=False), Wish(lanes="side", title="Who says so")),
    "bars": (MANY[:420], ANYTHING, Wish()),
    "density": (MANY, ANYTHING, Wish(width=500)),
    "ancient": (ANCIENT, ANYTHING, Wish(width=600)),
    "one": (KINDS[:1], Question(on="2024-11-11"), Wish()),
    "undated": (KINDS[-1:], ANYTHING, Wish(width=LEAST_WIDTH)),
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures(name: str) -> None:
    rows, question, wish = PICTURES[name]
    drawn, path = picture(rows, [NYT], question, OPEN, wish), CASES / f"{name}.svg"
    if os.environ.get("TIMELINE_REGENERATE"):
        path.write_text(drawn, encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8")


def test_every_picture_is_tested() -> None:
    assert {path.stem for path in CASES.iterdir()} == set(PICTURES)


# What holds for all of them -----------------------------------------------------------------------


@st.composite
def rows(draw: st.DrawFn, dates: st.SearchStrategy[str]) -> EventRow:
    """An event, of any date that may be known in any way."""
    date = draw(st.one_of(dates, st.none()))
    title = draw(st.text(st.characters(codec="utf-8"), min_size=1, max_size=120))
    statuses = ["agreed", "conflict", "pinned"]
    unreviewed = draw(st.booleans())
    return event(
        title,
        date,
        draw(st.sampled_from(["asserted", "reported", "planned", "disputed", "denied"])),
        date_status=draw(st.sampled_from(statuses)) if date else "none",
        actors=draw(
            st.sampled_from([(), (MUSK,), (MUSK, IRAN), (IRAN._replace(stance="denies"),)])
        ),
        place=draw(st.sampled_from(["New York", None])),
        machine=unreviewed,
        reviewed=not unreviewed,
    )


def sheets() -> st.SearchStrategy[Sheet]:
    """Pictures of any size, language and lanes; of times near each other, and of any times."""
    wishes = st.builds(
        Wish,
        language=st.sampled_from(["en", "fr"]),
        lanes=st.sampled_from(sorted(LANES)),
        width=st.integers(LEAST_WIDTH, 2000),
    )
    found = [
        st.lists(rows(dates), min_size=1, max_size=25) for dates in (near_texts(), edtf_texts())
    ]
    return st.builds(
        lambda events, wish: sheet(events, [NYT], ANYTHING, OPEN, wish), st.one_of(found), wishes
    )


@given(sheets())
def test_no_words_lie_on_others_or_leave_the_picture(drawn: Sheet) -> None:
    boxes = list(boxes_of(drawn.shapes))
    assert boxes
    for one, two in combinations(boxes, 2):
        assert not one.meets(two)
    for box in boxes:
        assert box.left >= 0
        assert box.right <= drawn.width
        assert 0 <= box.top < box.bottom <= drawn.height


@given(sheets())
def test_nothing_drawn_leaves_the_picture(drawn: Sheet) -> None:
    for x in xs(drawn.shapes):
        assert -0.1 <= x <= drawn.width + 0.1


def xs(shapes: Iterable[Shape]) -> Iterator[float]:
    """Where shapes begin and end."""
    for shape in shapes:
        match shape:
            case Cluster():
                yield from xs(shape.shapes)
            case Area():
                assert shape.width >= 0
                yield from (shape.x, shape.x + shape.width)
            case Outline():
                yield from map(float, re.findall(r"[MLH] (-?[\d.]+)", shape.path))
            case Writing():
                yield shape.x


@given(st.lists(rows(near_texts()), min_size=1, max_size=5), st.sampled_from(sorted(THEMES)))
def test_a_picture_is_a_document_that_holds_no_script_and_asks_for_nothing(
    events: list[EventRow], theme: str
) -> None:
    drawn = picture(events, [], ANYTHING, OPEN, Wish(theme=theme))
    names = {element.tag.partition("}")[2] for element in ET.fromstring(drawn).iter()}
    assert names <= {"svg", "title", "desc", "defs", "linearGradient", "stop", "rect", "g", "text",
                     "path"}  # fmt: skip
    assert not re.search(r"\b(href|src|on\w+|style)=", re.sub(r">[^<]*<", "><", drawn))


@pytest.mark.parametrize("lanes", LANES)
def test_every_event_is_told_in_words(lanes: str) -> None:
    tree = ET.fromstring(picture(KINDS, [NYT], ANYTHING, OPEN, Wish(lanes=lanes)))
    names = tree.attrib["aria-labelledby"].split()
    told = {one.get("id"): one.text or "" for one in tree.iter()}
    said = " ".join(told[name] for name in names)
    for row in KINDS[:-2]:
        assert row.key in said


def test_two_pictures_in_one_page_have_names_of_their_own() -> None:
    drawn = [picture(KINDS, [NYT], ANYTHING, OPEN, Wish(theme=theme)) for theme in THEMES]
    one, two = (set(re.findall(r' id="([^"]+)"', text)) for text in drawn)
    assert one
    assert not one & two


# The axis -----------------------------------------------------------------------------------------

MINUTE, YEAR = 60, 31_556_952


@given(
    start=st.one_of(st.integers(-4 * 10**17, 4 * 10**17), st.integers(-(10**11), 10**11)),
    span=st.one_of(st.integers(5, 100), st.integers(1, 10**9), st.integers(1, 10**10)),
    unit=st.sampled_from([MINUTE, 86_400, YEAR]),
    wide=st.integers(250, 2000),
    language=st.sampled_from(["en", "fr"]),
)
def test_an_axis_has_room_for_its_labels(
    start: int, span: int, unit: int, wide: int, language: str
) -> None:
    scale = Scale(start, start + span * unit, 0, wide)
    found = ticks(scale, language, 11)
    assert len(found) <= wide / 24
    for one, two in pairwise(found):
        assert one.x + width(one.label, 11) / 2 < two.x - width(two.label, 11) / 2
    said = [tick for tick in found if tick.context]
    for one, two in pairwise(said):
        assert one.x + width(one.context, 11) / 2 < two.x - width(two.context, 11) / 2
    if span * unit > 5 * MINUTE:
        assert found


@pytest.mark.parametrize(
    ("start", "end", "language", "labels"),
    [
        ("2024-11-11T14:00:00Z", "2024-11-11T14:20:00Z", "en",
         "14:00/11 Nov 2024 14:05 14:10 14:15 14:20"),
        ("2024-12-31T00:00:00Z", "2025-01-01T12:00:00Z", "fr",
         "00:00/31 déc. 2024 06:00 12:00 18:00 00:00/1er janv. 2025 06:00 12:00"),
        ("2024-11-01T00:00:00Z", "2024-12-01T00:00:00Z", "en",
         "1 Nov/2024 6 Nov 11 Nov 16 Nov 21 Nov 26 Nov 1 Dec"),
        ("2023-05-01T00:00:00Z", "2024-05-01T00:00:00Z", "fr",
         "mai/2023 juil. sept. nov. janv./2024 mars mai"),
        ("-0149-01-01T00:00:00Z", "0150-01-01T00:00:00Z", "en",
         "150 BC 100 BC 50 BC 1 AD 50 AD 100 150"),
        ("-13800000000-01-01T00:00:00Z", "2000-01-01T00:00:00Z", "en",
         "10 billion BC 5 billion BC 1 AD"),
    ],
)  # fmt: skip
def test_an_axis(start: str, end: str, language: str, labels: str) -> None:
    scale = Scale(seconds_of(start), seconds_of(end), 0, 400)
    said = (f"{tick.label}/{tick.context}".rstrip("/") for tick in ticks(scale, language, 11))
    assert " ".join(said) == labels


# Words --------------------------------------------------------------------------------------------


@given(
    st.text(st.characters(codec="utf-8"), max_size=200),
    st.integers(30, 400),
    st.sampled_from([1, 2, 3, None]),
)
def test_lines_have_room(text: str, room: int, lines: int | None) -> None:
    found = wrapped(text, room, 13, lines=lines)
    assert all(width(line, 13) <= room for line in found)
    assert lines is None or len(found) <= lines
    whole = "".join(text.split())
    joined = "".join("".join(found).split())
    if joined != whole:
        assert joined.endswith(ELLIPSIS)
        assert whole.startswith(joined.removesuffix(ELLIPSIS))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_all_that_may_be_asked_is_said(language: str) -> None:
    words = ("actors", "types", "sources", "places", "tags", "standings", "decided_by")
    given: dict[str, Any] = {
        **dict.fromkeys(words, ("x",)),
        **dict.fromkeys(("certainly", "open", "hidden", "reviewed", "machine"), True),
        **dict.fromkeys(("start", "end", "on", "known_by"), "2024"),
        "role": "agent",
        "text": "x",
        "confidence": (0.5, None),
    }
    question = Question(**given)
    assert len(asked(question, View(language)).split(" · ")) == len(ASKED)
    assert asked(ANYTHING, View(language)) == ""
    assert set(ASKED) == set(vars(ANYTHING))


# Dates --------------------------------------------------------------------------------------------


@given(edtf_texts(), st.sampled_from(["agreed", "conflict"]))
def test_every_date_is_drawn_within_its_bounds(text: str, status: str) -> None:
    date = parse(text)
    times = times_of(text, status, (date.earliest, date.latest))
    assert times.stretches
    for moment in times.moments:
        assert date.earliest is None or moment >= date.earliest
        assert date.latest is None or moment <= date.latest
    scale = Scale(0, 4 * 10**9, 100, 900)
    start, end = extent(times, scale, 10)
    assert 80 <= start <= end <= 920
    assert glyph(times, Look("reported"), scale, 50, 10)


# Images -------------------------------------------------------------------------------------------


def test_an_image_is_twice_as_large() -> None:
    drawn = png(picture(KINDS, [], ANYTHING, OPEN, Wish(width=400)))
    assert drawn[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(drawn[16:20]) == 800


def test_what_the_fonts_lack_is_found() -> None:
    """No font has the last character of Unicode's private use; every font has these letters."""
    found = lacking("Iravani, réunion \U0010fffd\n")
    assert found.lacking in ((), ("\U0010fffd",))
    assert not found.none
    assert lacking("a \u0378").lacking == ("\u0378",)
