"""How many keys a perfect reviewer presses to set right what was read from articles.

    python -m bench.review FOLDER [--only DOC,DOC] [--language fr]

FOLDER has the articles (`text/DOC.txt`), the days on which they were published (`published.tsv`),
and what a person read in them: `gold_events.jsonl`, one event a line (`trigger` and `alt_triggers`
as offsets, `type` and `type_ok`, `who`, `edtf` and `edtf_ok`, `modality` and `modality_ok`,
`polarity`, `attribution`) and `gold_actors.jsonl` (all the words by which an actor is called).

The articles are loaded, and the reviewer goes through the screen of `timeline review`, pressing its
keys until a claim says what the person read: it rejects what nobody read, and joins what was read
twice. A key is any key pressed, letters that are typed included. Events that were missed are not
counted.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.cli.reviewing.app import ReviewApp
from timeline.cli.reviewing.choose import Choose
from timeline.dates import parse
from timeline.intake.loading import load_files
from timeline.intake.sitting import Sitting
from timeline.names import fold
from timeline.queries.review import GroupRow
from timeline.queries.under_review import UnderReview

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from textual.pilot import Pilot

    from timeline.queries.proposals import Person

# What a person calls a type -> what it is called here.
_TYPES = {
    "REQUEST": ("DEMAND", "APPEAL"),
    "YIELD": ("CONCEDE", "RETREAT"),
    "AGREE": ("AGREE", "COOPERATE"),
    "JUSTICE": ("TRIAL", "COERCE"),
    "APPOINTMENT": ("APPOINTMENT", "RESIGNATION"),
    "DISASTER": ("ACCIDENT", "DISASTER"),
    "OTHER": (
        *("OTHER", "VISIT", "LEGISLATION", "BIRTH", "BUSINESS", "PUBLICATION", "CEREMONY"),
        *("CULTURE", "SPORT", "SCIENCE"),
    ),
    "LAUNCH": ("OTHER", "BUSINESS", "SCIENCE"),
}
# Roles that say the same to whoever wrote the events down.
_ROLES = {
    **dict.fromkeys(("agent", "speaker"), "agent"),
    **dict.fromkeys(("recipient", "addressee", "victim", "beneficiary", "host"), "recipient"),
    **dict.fromkeys(("participant", "mediator", "witness"), "participant"),
}
# The words of a name that say nothing.
_SMALL = frozenset({
    "le", "la", "les", "l", "un", "une", "des", "de", "du", "d", "et", "en", "au", "aux", "a",
    "ce", "cette", "son", "sa", "ses", "leur", "leurs", "the", "of", "an",
})  # fmt: skip
_POLARITIES = {1: ("affirms",), -1: ("denies", "declines")}


class Who(NamedTuple):
    """Somebody who takes part as a person read it: role, all names, and whether the text leaves it
    to the reader.
    """

    role: str
    names: tuple[str, ...]
    implicit: bool

    def is_called(self, name: str) -> bool:
        """Whether a name may be one of these."""
        return any(_alike(name, own) for own in self.names)


class Told(NamedTuple):
    """An event as a person read it; what is right, the best first."""

    triggers: tuple[tuple[int, int], ...]
    types: tuple[str, ...]
    dates: tuple[str, ...]
    modalities: tuple[str, ...]
    polarities: tuple[str, ...]
    sources: tuple[str, ...]
    who: tuple[Who, ...]


def _words(name: str) -> set[str]:
    words = set(fold(name).split())
    return words - _SMALL or words


def _alike(name: str, other: str) -> bool:
    mine, theirs = _words(name), _words(other)
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _edtf(text: str) -> str:
    """Write `[..X]` and `[X..]` as the events have it."""
    if found := re.fullmatch(r"\[\.\.([^,\[\]]+)\]", text):
        return f"../{found[1]}"
    found = re.fullmatch(r"\[([^,\[\].]+)\.\.\]", text)
    return f"{found[1]}/.." if found else text


def told_in(folder: Path) -> dict[str, list[Told]]:
    """Read what a person read: document -> events."""
    called: dict[tuple[str, str], list[str]] = defaultdict(list)
    for line in (folder / "gold_actors.jsonl").read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        called[one["doc"], one["name"]] = [*one["texts"], *one["optional_texts"]]
    found: dict[str, list[Told]] = defaultdict(list)
    for line in (folder / "gold_events.jsonl").read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        found[one["doc"]].append(_told(one, called))
    return found


def _told(one: dict[str, Any], called: dict[tuple[str, str], list[str]]) -> Told:
    kinds = (one["type"], *one["type_ok"])
    types = [own for kind in kinds for own in _TYPES.get(kind, (kind,))]
    return Told(
        triggers=tuple((start, end) for start, end in (one["trigger"], *one["alt_triggers"])),
        types=tuple(dict.fromkeys(types)),
        dates=(one["edtf"], *one["edtf_ok"]),
        modalities=(one["modality"], *one["modality_ok"]),
        polarities=_POLARITIES[one["polarity"]],
        sources=tuple(one["attribution"]),
        who=tuple(_who(who, called[one["doc"], who["name"]]) for who in one["who"]),
    )


def _who(one: dict[str, Any], called: Iterable[str]) -> Who:
    names = {one["name"], one.get("text") or one["name"], *called}
    return Who(_ROLES[one["role"]], tuple(sorted(names)), bool(one.get("implicit")))


class Reviewer:
    """The perfect reviewer.

    Args:
        pilot: presses the keys.
        told: document -> events.
    """

    def __init__(self, pilot: Pilot[Any], told: dict[str, list[Told]]) -> None:
        self._pilot = pilot
        self._told = told
        self._known: dict[int, tuple[str, str]] = {}
        self.keys: Counter[str] = Counter()
        self.of: Counter[str] = Counter()
        self.claims: Counter[str] = Counter()

    @property
    def _app(self) -> Any:
        return self._pilot.app

    async def press(self, why: str, *keys: str) -> None:
        """Press keys, and count them for what they are for."""
        item = self._app.sitting.item
        document = item.claim.source if isinstance(item, UnderReview) else ""
        for key in keys:
            await self._pilot.press(key)
            self.keys[why] += 1
            self.of[document] += 1

    async def review(self) -> None:
        """Go through everything."""
        while (item := self._app.sitting.item) is not None:
            if isinstance(item, GroupRow):
                await self.press("groups", "y")
                continue
            self.claims[item.claim.source] += 1
            event = self._event(item)
            if event is None:
                await self.press("reject", "r")
                continue
            await self._join(item, event)
            await self._mend(event)
            await self.press("accept", "y")

    def _event(self, item: UnderReview) -> Told | None:
        """Find the event that a claim is about: its own trigger goes before another mention."""
        start, end = item.claim.trigger_start or 0, item.claim.trigger_end or 0
        found = [
            (place > 0, event)
            for event in self._told[item.claim.source]
            for place, (first, last) in enumerate(event.triggers)
            if first < end and start < last
        ]
        return min(found, key=lambda one: one[0])[1] if found else None

    async def _join(self, item: UnderReview, event: Told) -> None:
        """Join what is the same event as one before."""
        now = (item.event.key, item.event.title or "")
        known, title = self._known.setdefault(id(event), now)
        if known != item.event.key:
            await self._choose("join", "e", lambda choice: choice.value == known, title)

    async def _mend(self, event: Told) -> None:
        item = self._app.sitting.item
        if item.event.type not in event.types:
            kind = event.types[0]
            await self._choose("type", "t", lambda one: one.value in event.types, kind)
        if not self._is_sourced(item, event):
            await self._source(event)
        for field, right in (("modality", event.modalities), ("polarity", event.polarities)):
            if getattr(self._app.sitting.item.claim, field) not in right:
                await self._say(field, right[0])
        if not self._is_dated(item, event):
            await self._date(event)
        await self._cast(event)

    async def _say(self, field: str, word: str) -> None:
        await self._choose(field, "m", lambda one: one.value == {field: word}, word)

    # Dates and sources ----------------------------------------------------------------------------

    def _is_dated(self, item: UnderReview, event: Told) -> bool:
        date = _edtf(item.claim.date.text) if item.claim.date else ""
        return bool({date, date or f"../{item.published}"} & set(event.dates))

    async def _date(self, event: Told) -> None:
        wanted = [date for date in event.dates if date]
        typed = wanted[0] if wanted else ""
        if typed:
            await self._choose(
                "date", "d", lambda one: one.value and _edtf(one.value.text) in wanted, typed
            )

    def _is_sourced(self, item: UnderReview, event: Told) -> bool:
        via = [item.names.get(hop.actor or "", hop.words or "") for hop in item.claim.via]
        if event.sources:
            return any(_alike(name, source) for name in via for source in event.sources)
        own = [who for who in event.who if who.role == "agent"]
        return all(any(who.is_called(name) for who in own) for name in via)

    async def _source(self, event: Told) -> None:
        def fits(one: Any) -> bool:
            alike = any(_alike(one.name, source) for source in event.sources)
            return alike if event.sources else not one.value["via"]

        await self._choose("attribution", "a", fits, event.sources[0] if event.sources else "")

    # Who takes part -------------------------------------------------------------------------------

    async def _cast(self, event: Told) -> None:
        await self._let_out(event)
        for who in event.who:
            if not who.implicit and self._taking(who) is None:
                await self._let_in(who)
        wrong = self._miscast(event)
        if wrong and len(wrong) == len(self._app.sitting.item.claim.who):
            await self.press("swap", "x")
        for one, who in self._miscast(event):
            await self._recast(one, who)

    def _miscast(self, event: Told) -> list[tuple[Person, Who]]:
        """Give those who take part in another role than here."""
        taking = [(self._taking(who), who) for who in event.who]
        return [(one, who) for one, who in taking if one and not self._fits(one, who)]

    async def _recast(self, person: Person, who: Who) -> None:
        await self._choose("role", "w", lambda one: one.value == person, "")
        await self._pick("role", lambda one: _ROLES.get(one.value) == who.role, who.role)

    def _taking(self, who: Who) -> Person | None:
        people = self._app.sitting.item.people
        return next((one for one in people if one.role and who.is_called(one.name)), None)

    @staticmethod
    def _fits(one: Person, who: Who) -> bool:
        roles = {_ROLES[str(one.role)], who.role}
        return len(roles) == 1 or "participant" in roles

    async def _let_out(self, event: Told) -> None:
        """Let out who takes no part."""
        while True:
            people = self._app.sitting.item.people
            wrong = [
                n
                for n, one in enumerate(people, 1)
                if one.role and not any(who.is_called(one.name) for who in event.who)
            ]
            if not wrong:
                return
            await self.press("who out", str(wrong[0]))

    async def _let_in(self, who: Who) -> None:
        people = self._app.sitting.item.people
        for digit, one in enumerate(people, 1):
            if one.role is None and who.is_called(one.name):
                await self.press("who in", str(digit))
                break
        else:
            name = min(who.names, key=lambda name: (_head(name) == "", len(name)))
            await self._choose("who typed", "w", lambda one: who.is_called(one.name), _head(name))
        if isinstance(self._app.screen, Choose):
            await self.press("who new", "1")

    # Choosing -------------------------------------------------------------------------------------

    async def _choose(self, why: str, key: str, fits: Callable[[Any], object], typed: str) -> None:
        await self.press(why, key)
        await self._pick(why, fits, typed)

    async def _pick(self, why: str, fits: Callable[[Any], object], typed: str) -> None:
        """Take what fits: by its digit, or typed until it is among the first."""
        screen = self._app.screen
        for digit, choice in enumerate(screen.choices[:9], 1):
            if fits(choice):
                await self.press(why, str(digit))
                return
        letters = (" " if typed[:1].isdigit() else "") + typed
        for n, letter in enumerate(letters, 1):
            await self.press(why, letter)
            place = next((n for n, one in enumerate(screen.choices) if fits(one)), None)
            if place is not None and (place < 3 or n == len(letters)):
                await self.press(why, *["down"] * place, "enter")
                return
        await self.press(why, "escape")


def _head(name: str) -> str:
    """Give a name without the small words before it."""
    words = name.split()
    while words and set(fold(words[0]).split()) <= _SMALL:
        words.pop(0)
    return " ".join(words)


async def play(folder: Path, only: set[str], language: str) -> Iterator[str]:
    """Load the articles, review them, and give the lines that say what it took."""
    told = told_in(folder)
    with tempfile.TemporaryDirectory() as scratch:
        db = str(Path(scratch) / "review.db")
        for line in (folder / "published.tsv").read_text(encoding="utf-8").splitlines():
            document, published = line.split("\t")
            if not only or document in only:
                text = folder / "text" / f"{document}.txt"
                load_files(db, text, published=parse(published), language=language, jobs=1)
        app = ReviewApp(Sitting(db, by="perfect reviewer", language=language))
        async with app.run_test(size=(120, 40)) as pilot:
            reviewer = Reviewer(pilot, told)
            await reviewer.review()
    return report(reviewer)


def report(reviewer: Reviewer) -> Iterator[str]:
    """Say how many keys it took, for what, and in which article."""
    claims, keys = reviewer.claims.total(), reviewer.keys.total()
    yield f"{len(reviewer.claims)} articles, {claims} claims, {keys} keys"
    yield f"{keys / claims:.2f} keys a claim, {keys / len(reviewer.claims):.1f} an article"
    yield from (f"  {n:5} {why}" for why, n in reviewer.keys.most_common())
    for document in sorted(reviewer.claims):
        of, read = reviewer.of[document], reviewer.claims[document]
        yield f"  {document}: {read} claims, {of} keys, {of / read:.2f} a claim"


def main() -> None:
    """Read the command line and play."""
    parser = argparse.ArgumentParser(description="Keys that a perfect reviewer presses.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="documents, with commas between them")
    parser.add_argument("--language", default="fr", help="of the articles")
    given = parser.parse_args()
    only = set(filter(None, given.only.split(",")))
    for line in asyncio.run(play(given.folder, only, given.language)):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
