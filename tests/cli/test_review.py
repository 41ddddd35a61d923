"""`timeline review`: the screen, its keys, and what it says where there is none."""

from __future__ import annotations

import asyncio
import fcntl
import os
import select
import struct
import subprocess
import sys
import termios
import time
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

import pytest
from builders import export, put, rows_of
from draft import GAZETTE, draft
from msgspec.structs import replace
from rich.console import Console
from textual.widgets import Static

from timeline import records as r
from timeline.cli.reviewing.app import KEYS, HelpPage, ReviewApp
from timeline.cli.reviewing.choose import Choose
from timeline.dates import parse
from timeline.intake.sitting import Sitting
from timeline.load import judge_claims
from timeline.queries.question import Question
from timeline.queries.review import review_queue
from timeline.queries.under_review import UnderReview
from timeline.render.escape import display_width
from timeline.store import open_store

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from cli.conftest import Timeline
    from textual.pilot import Pilot

    from timeline.errors import TimelineError

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")

SIZES = {"wide": (120, 40), "narrow": (80, 24)}


@pytest.fixture
def drafted(alone: Timeline, tmp_path: Path) -> str:
    """A database with what a machine read, where the command looks for it.

    What is done to a database is tested on both engines below the screen.
    """
    put(str(tmp_path / "timeline.db"), *draft())
    return str(tmp_path / "timeline.db")


class Seen(NamedTuple):
    """A screen at work."""

    app: ReviewApp
    pilot: Pilot[TimelineError | None]

    async def press(self, keys: str) -> None:
        """Press keys, those of more than one letter by their names, with spaces between them."""
        await self.pilot.press(*keys.split(" "))

    @property
    def claim(self) -> UnderReview:
        item = self.app.sitting.item
        assert isinstance(item, UnderReview)
        return item

    @property
    def word(self) -> str:
        passage = self.claim.passage
        at = next(mark for mark in passage.marks if mark.kind == "trigger")
        return passage.text[at.start : at.end]

    def line(self, name: str) -> str:
        """What a part of the screen shows."""
        width, _ = self.app.size
        shown = Console(file=StringIO(), width=width, color_system=None)
        shown.print(self.app.screen.query_one(f"#{name}", Static).content)
        assert isinstance(shown.file, StringIO)
        return shown.file.getvalue()


def on_screen(
    db: str, look: Callable[[Seen], Awaitable[None]], *, size: str = "wide", **asked: str
) -> None:
    """Open the screen over a database, and do something there."""

    async def run() -> None:
        question = Question(sources=asked["source"]) if "source" in asked else Question()
        app = ReviewApp(Sitting(db, by="Nina", question=question, event=asked.get("event")))
        async with app.run_test(size=SIZES[size]) as pilot:
            await look(Seen(app, pilot))

    asyncio.run(run())


@pytest.mark.parametrize("size", SIZES)
def test_a_key_a_claim(drafted: str, size: str) -> None:
    """The group first; right, wrong, next, back and undo."""

    async def look(seen: Seen) -> None:
        await seen.press("y y r")
        assert seen.word == "spoke"
        await seen.press("n b")
        assert seen.word == "spoke"
        await seen.press("u")
        assert (seen.word, seen.claim.decision) == ("met", None)
        await seen.press("r n y y q")

    on_screen(drafted, look, size=size)
    said = "SELECT says, trigger FROM verdict WHERE revoked_in IS NULL ORDER BY id"
    assert rows_of(drafted, said) == [
        ("accepted", "denied"), ("rejected", "met"), ("accepted", "left"), ("accepted", "asked"),
    ]  # fmt: skip


MENDED: dict[str, tuple[str, Callable[[UnderReview], object], object]] = {
    "d 1": ("spoke", lambda item: item.claim.date, parse("2024-11-11")),
    "d y e s t e r d a y enter": ("spoke", lambda item: item.claim.date, parse("2024-11-12")),
    "d space 3 space n o v space 2 0 1 9 enter": (
        "met",
        lambda item: item.claim.date,
        parse("2019-11-03"),
    ),
    "d space 3 space n o v enter": ("met", lambda item: item.decision, None),
    "m 5": ("met", lambda item: item.claim.modality, "requested"),
    "m d e n enter": ("met", lambda item: item.claim.polarity, "denies"),
    "t p r o t enter": ("met", lambda item: item.event.type, "PROTEST"),
    "p n e w enter": ("met", lambda item: item.names[item.claim.place or ""], "New"),
    "p n e w space k e y enter": (
        "met",
        lambda item: item.names[item.claim.place or ""],
        "new key",
    ),
    "1": ("met", lambda item: [part.actor for part in item.claim.who], ["gazette/iravani"]),
    "w 1 1": ("met", lambda item: item.claim.who[0], r.Part("gazette/musk", "agent")),
    "w 2 9": ("met", lambda item: [part.actor for part in item.claim.who], ["gazette/musk"]),
    "w l e e enter": ("met", lambda item: item.claim.who[-1].actor, "gazette/lee"),
    "w o f f i enter 5": ("spoke", lambda item: item.people[0][1:3], ("officials", "recipient")),
    "x": ("asked", lambda item: item.claim.who, (r.Part("gazette/lee", "recipient"),)),
    "a 1": ("spoke", lambda item: (item.claim.via, item.claim.modality), ((), "asserted")),
    "a 2": ("spoke", lambda item: item.claim.via[0].actor, "gazette/iravani"),
    "a 3": ("met", lambda item: item.claim.modality, "reported"),
    "a s p o k e s enter": ("met", lambda item: item.claim.via, (r.Hop(words="spokes"),)),
    "e 1": ("spoke", lambda item: item.event.key, "gazette/meet"),
    "e a s k s enter": ("spoke", lambda item: item.event.key, "gazette/ask"),
    "e s a n c t i o n s enter": ("asked", lambda item: item.event.key, "gazette/speak"),
    "i 1 1": ("met", lambda item: item.people[0].name, "Elon Musk"),
    "s": ("denied", lambda item: item.event.key, "gazette/meet-2"),
    "o c a l l enter": ("met", lambda item: item.notes[0].text, "call"),
    "/ a n s w e r enter": ("met", lambda item: item.event.key, "gazette/ask"),
    "d escape": ("met", lambda item: item.decision, None),
    "d n o n s e n s e enter": ("met", lambda item: item.decision, None),
    "9 i": ("spoke", lambda item: item.decision, None),
}


@pytest.mark.parametrize("keys", MENDED)
def test_a_claim_is_mended_in_place(drafted: str, keys: str) -> None:
    word, found, expected = MENDED[keys]

    async def look(seen: Seen) -> None:
        while seen.word != word:
            await seen.press("n")
        await seen.press(keys)
        assert not isinstance(seen.app.screen, Choose)
        assert found(seen.claim) == expected

    on_screen(drafted, look, source="gazette")


def test_every_key_is_kept_at_once(drafted: str) -> None:
    """Whoever pulls the plug loses nothing."""

    async def look(seen: Seen) -> None:
        before = export(drafted)
        for keys in ("1", "m 2", "t 1", "s"):
            await seen.press(keys)
            assert export(drafted) != before
            before = export(drafted)

    on_screen(drafted, look, source="gazette")


def test_a_group_is_asked_with_the_passages_that_name_its_members(drafted: str) -> None:
    async def look(seen: Seen) -> None:
        shown = " ".join(seen.line("text").split())
        for part in ("Elon Musk: 2 mentions", "herald/musk", "Elon Musk met Iran's ambassador"):
            assert part in shown

    on_screen(drafted, look)


@pytest.mark.parametrize("size", SIZES)
def test_all_that_a_reviewer_needs_is_shown(drafted: str, size: str) -> None:
    async def look(seen: Seen) -> None:
        assert "Elon Musk met Iran's ambassador" in " ".join(seen.line("text").split())
        claim = seen.line("claim")
        for part in ("Musk meets Iravani", "11 Nov 2024", "“Monday”", "Elon Musk (participant)",
                     "another source denies it"):  # fmt: skip
            assert part in claim
        assert "the ministry denied" in seen.line("known")
        assert seen.line("status").split()[:3] == ["Nina:", "0", "done,"]
        lines = seen.line("keys").splitlines()
        assert max(map(display_width, lines)) <= SIZES[size][0]
        assert all(f" {key} " in " ".join(lines) for key in KEYS)
        await seen.press("?")
        assert isinstance(seen.app.screen, HelpPage)
        assert "take back what you decided last" in seen.line("help-text")
        await seen.press("y")
        assert seen.line("status").split()[:3] == ["Nina:", "0", "done,"]

    on_screen(drafted, look, size=size, source="gazette")


def test_the_end_can_be_left_and_gone_back_from(drafted: str) -> None:
    async def look(seen: Seen) -> None:
        await seen.press("y 1")
        assert "All is decided" in seen.line("text")
        await seen.press("b")
        assert seen.word == "asked"

    on_screen(drafted, look, event="gazette/ask")


def test_what_can_not_be_done_is_told_in_one_line(drafted: str) -> None:
    async def look(seen: Seen) -> None:
        await seen.press("s")
        assert "all that is said of its event" in seen.line("said")
        with open_store(drafted, write=True) as session:
            judge_claims(session, "rejected", [seen.claim.key], by="Omar")
        await seen.press("y")
        assert seen.line("said").split() == [
            "Omar",
            "decided",
            "about",
            "it",
            "meanwhile:",
            "rejected",
        ]

    on_screen(drafted, look, event="gazette/ask")


def test_hostile_text_never_reaches_the_screen(tmp_path: Path) -> None:
    """Neither of an article nor of a name."""
    evil, db = "\x1b[31mElon\u202e", str(tmp_path / "timeline.db")
    records = [
        replace(one, text=GAZETTE.replace("Tehran", "Teh\x1bran"))
        if isinstance(one, r.Source) and one.key == "gazette"
        else replace(one, name=evil)
        if isinstance(one, r.Actor)
        else replace(one, title={"en": evil})
        if isinstance(one, r.Event)
        else replace(one, quote=None, quote_start=None, quote_end=None)
        if isinstance(one, r.Claim) and one.quote and "Tehran" in one.quote
        else one
        for one in draft()
    ]
    put(db, *records)

    async def look(seen: Seen) -> None:
        while seen.app.sitting.item is not None:
            for part in ("text", "claim", "known", "source"):
                shown = "".join(seen.line(part).split("\n"))
                assert not set(shown) & set("\x1b\u202e")
            await seen.press("w escape n")

    on_screen(db, look)


# Where there is no screen ------------------------------------------------------------------------


def test_without_a_terminal_one_line_says_so(alone: Timeline, drafted: str) -> None:
    done = alone("review")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "reviewing needs a terminal; timeline accept and timeline reject do without\n"
    )


def test_without_textual_one_line_says_what_to_install(
    alone: Timeline, drafted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "textual", None)
    done = alone("review")
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith("pip install 'timeline-db[review]'\n")
    assert done.err.count("\n") == 1


def test_other_readings_are_listed_without_a_screen(alone: Timeline, drafted: str) -> None:
    assert alone("review", "--changed").err.count("\n") == 1
    with open_store(drafted, write=True) as session:
        key = review_queue(session, event="gazette/ask")[0]
        judge_claims(session, "rejected", [key], by="Nina")
    again = [
        replace(one, extractor="timeline-extract 3") if isinstance(one, r.Claim) else one
        for one in draft()
    ]
    put(drafted, *again)
    done = alone("review", "--changed", "--format", "jsonl")
    assert (done.code, done.out.count("\n")) == (0, 1)
    assert key in done.out


def at_terminal(timeline: Timeline, keys: str, *arguments: str) -> tuple[str, int]:
    """Run the command at a real pseudo-terminal, press keys, and give what it wrote and its exit
    code.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "timeline", "review", *arguments],
        stdin=theirs, stdout=theirs, stderr=theirs,
        env=os.environ | timeline.environment({"TERM": "xterm-256color", "TIMELINE_BY": "Nina"}),
    )  # fmt: skip
    os.close(theirs)
    written, waiting, end = b"", list(keys), time.monotonic() + 60
    try:
        while time.monotonic() < end:
            ready, _, _ = select.select([ours], [], [], 2 if written else 30)
            if ready:
                part = os.read(ours, 65_536)
                if not part:
                    break
                written += part
            elif waiting:  # it has shown all there is to show
                os.write(ours, waiting.pop(0).encode())
            else:
                break
    except OSError:  # Linux says so when the other end is closed
        pass
    finally:
        os.close(ours)
    return written.decode(errors="replace"), process.wait(timeout=30)


def test_at_a_real_terminal(alone: Timeline, drafted: str) -> None:
    written, code = at_terminal(alone, "yq", "--source", "herald")
    assert code == 0
    assert "Paris" in written
    assert rows_of(drafted, "SELECT says, trigger, by FROM verdict") == [
        ("accepted", "left", "Nina")
    ]
    assert rows_of(drafted, "SELECT count(*) FROM lease") == [(0,)]


def test_a_database_that_is_not_there_is_one_clear_line(alone: Timeline) -> None:
    written, code = at_terminal(alone, "q", "--db", "nothing/timeline.db")
    assert code == 3
    assert written.strip().count("\n") == 0
