"""The reader of one date in words: what a record's `said:` says, what a person types.

The words, the rules and the ways to put dates together are those of the languages, the same with
which articles are read. A date that a rule of the language does not give is put together by its
frames: `between 1480 and 1490`, `before Monday`, `le 18 avril 2018 à 10 h`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from timeline.dates import Date, parse
from timeline.dates.common import common_part
from timeline.errors import DateError
from timeline.temporal.clocks import on_day
from timeline.temporal.context import Context
from timeline.temporal.days import day_name
from timeline.temporal.folded import fold
from timeline.temporal.frames import FRAMES, DateOrRule
from timeline.temporal.grammar import Found, grammar, whole
from timeline.temporal.languages import LANGUAGES, code_of, language
from timeline.temporal.meanings import MEANINGS
from timeline.temporal.numeric import read_numeric
from timeline.temporal.relative import Rule

if TYPE_CHECKING:
    from timeline.temporal.language import Frame

Stretch: TypeAlias = tuple[int, int]
Understood: TypeAlias = DateOrRule | DateError | None
"""What words say; why they can't be a date; or nothing, since they are none."""

_LONGEST = 300  # characters of one date in words
_MOST_CHECKED = 120  # characters of words that are read though their EDTF stands behind them
_MOST_CUTS = 24  # places at which a list of dates may be parted
_LEADS = 3  # words before a date that say nothing
_DIRECTIONS = {-1: "last", 0: "this", 1: "next"}
_TODAY = Rule(number=0, unit="day")
_IN_FRAMES = ("clock", "numeric")  # a time is no date; of figures people are asked which they mean
_LISTS = ("one of", "all of")


def read_said(text: str, code: str | None = None) -> DateOrRule:
    """Read what a source says of time, as a person writes it down: `ce lundi`, `3 days ago`, `11
    novembre 2024`.

    Args:
        text: one expression or any EDTF, in any case, with either apostrophe and any kind of space.
        code: the language of the source, `en`, `fr` or longer (`fr-FR`); of one that is not known,
            and for None, the words of every language are tried.

    Returns:
        A rule if the date depends on the source's own date, else the date.

    Raises:
        DateError: it is not understood (the message has examples), is ambiguous, or there is no
            such date.
    """
    found = understood(text, code)
    if found is None:
        examples = "; ".join(language(known).examples for known in _codes(code))
        raise DateError("not-a-date-said", text=text, examples=examples)
    return found


def understood(text: str, code: str | None = None, today: Date | None = None) -> DateOrRule | None:
    """The same as `read_said`, but None for what is not understood.

    Args:
        text: as above.
        code: as above.
        today: what "today" means, if a date is wanted rather than a rule.

    Raises:
        DateError: it is ambiguous, or there is no such date.
    """
    with suppress(DateError):
        return parse(text.strip())
    text = " ".join(text.split())
    if (bracketed := _bracketed(text, code, today)) is not None:
        return bracketed
    wrong: DateError | None = None
    for known in _codes(code):
        reading = DateReading(text, known, today)
        found = reading.read(0, len(reading.bare))
        if isinstance(found, DateError):
            wrong = wrong or found
        elif found is not None:
            return _TODAY if found == Rule() else found
    if wrong is not None:
        raise wrong
    return None


def _codes(code: str | None) -> tuple[str, ...]:
    known = code_of(code)
    return (known,) if known else tuple(LANGUAGES)


def _bracketed(text: str, code: str | None, today: Date | None) -> Date | None:
    """A date in words with its EDTF in brackets behind them: the EDTF, if the words allow it.

    Raises:
        DateError: the words say another date.
    """
    found = next(filter(None, (_edtf_from(text, place) for place in _openings(text))), None)
    if found is None:
        return None
    words, exact = found
    if len(words) > _MOST_CHECKED:
        return exact
    try:
        said = understood(words, code, today)
    except DateError:
        said = None
    if isinstance(said, Date) and common_part([said, exact]) is None:
        raise DateError("words-and-brackets", words=words, said=said, edtf=exact)
    return exact


def _openings(text: str) -> Iterator[int]:
    """Where brackets open that the end of a text closes."""
    closed = dict(zip("])}", "[({", strict=True)).get(text[-1:])
    return (place for place, letter in enumerate(text) if place and letter == closed)


def _edtf_from(text: str, place: int) -> tuple[str, Date] | None:
    """The words before a bracket, and the EDTF in it: what stands inside, else with the brackets a
    set.
    """
    for edtf in (text[place + 1 : -1], text[place:]):
        with suppress(DateError):
            return text[:place].rstrip(), parse(edtf)
    return None


class DateReading:
    """The reading of one date in one language.

    Args:
        text: the words, parted by single spaces.
        code: the language.
        today: what "today" means; None leaves rules as they are.

    Attributes:
        bare: the words as the rules see them.
    """

    def __init__(self, text: str, code: str, today: Date | None) -> None:
        self._folded = fold(text)
        self.bare = self._folded.bare
        self._known = grammar(code, alone=True)
        self._today = today
        self._context = Context(self._folded, self._known, None)
        self._done: dict[Stretch, Understood] = {}

    def read(self, start: int, end: int) -> Understood:
        """What stands between two places."""
        if end <= start or len(self.bare) > _LONGEST:
            return None
        if (start, end) not in self._done:
            self._done[start, end] = self._read(start, end)
        return self._done[start, end]

    def _read(self, start: int, end: int) -> Understood:
        steps = (self._in_figures, self._surrounded, self._by_rule, self._joined)
        return _first(partial(step, start, end) for step in steps)

    # -- one date

    def _in_figures(self, start: int, end: int) -> Understood:
        text = self._folded.cased[start:end]
        with suppress(DateError):
            return parse(text)
        return read_numeric(text)

    def _by_rule(self, start: int, end: int) -> Understood:
        """A date by a rule of the language, behind words that say nothing."""
        return _first(
            partial(self._meant, found)
            for place in self._starts(start, end)
            for found in whole(self.bare, place, end, self._known)
        )

    def _starts(self, start: int, end: int) -> Iterator[int]:
        yield start
        lead = re.compile(self._known.language.lead)
        for _ in range(_LEADS):
            match = lead.match(self.bare, start, end)
            if match is None or match.end() == start:
                return
            start = match.end()
            yield start

    def _meant(self, found: Found) -> Understood:
        if found.rule.kind in _IN_FRAMES:
            return None
        meaning = MEANINGS[found.rule.kind](found, self._context)
        if meaning is None or meaning.type == "SET":
            return None
        if meaning.relative is not None and not self._is_weekend_today(found):
            return self._ruled(meaning.relative, found)
        date = meaning.edtf
        if self._today is not None and (date is None or meaning.anchor):
            date = self._seen_today(found)
        if date is None or date.text.startswith("XXXX"):
            return None
        _check_weekday(found, date)
        return date

    def _is_weekend_today(self, found: Found) -> bool:
        """Whether it is a weekend, for which rules only have the week, though the day is known."""
        return self._today is not None and found.slots.get("unit") == "weekend"

    def _seen_today(self, found: Found) -> Date | None:
        context = Context(self._folded, self._known, self._today)
        meaning = MEANINGS[found.rule.kind](found, context)
        return meaning.edtf if meaning else None

    def _ruled(self, rule: Rule, found: Found) -> DateOrRule:
        """A rule on the date of the source, named where it has a name; or what it gives today.

        Raises:
            DateError: it gives a day or a month of no certain year.
        """
        rule = rule._replace(anchor="published")
        if found.rule.kind == "unit" and rule.number in _DIRECTIONS:
            rule = Rule(direction=_DIRECTIONS[rule.number], name=rule.unit)
        if self._today is None:
            return rule
        if rule.direction == "nearest":
            raise DateError("which-year", text=found.match[0])
        return rule.resolve(self._today)

    # -- several dates

    def _surrounded(self, start: int, end: int) -> Understood:
        """A date with words around it: "before ...", "... or later"."""
        return _first(
            partial(self._within, frame, start, end)
            for frame in self._known.language.frames
            if not frame.joint
        )

    def _within(self, frame: Frame, start: int, end: int) -> Understood:
        inner = _inner(frame, self.bare, start, end)
        return _put(frame, [self.read(*inner)]) if inner else None

    def _joined(self, start: int, end: int) -> Understood:
        """Two dates or more: "from ... to ...", "..., ... or ..."."""
        return _first(
            partial(self._between, frame, *inner)
            for frame in self._known.language.frames
            if frame.joint and (inner := _inner(frame, self.bare, start, end))
        )

    def _between(self, frame: Frame, start: int, end: int) -> Understood:
        if frame.kind in _LISTS and (parts := self._listed(frame, start, end)):
            return _put(frame, parts)
        pair = {"clock": self._timed, "clock first": self._time_first}.get(frame.kind, self._pair)
        return _first(
            partial(pair, frame, (start, joint.start()), (joint.end(), end))
            for joint in re.compile(frame.joint).finditer(self.bare, start, end)
        )

    def _pair(self, frame: Frame, left: Stretch, right: Stretch) -> Understood:
        first, last = self.read(*left), self.read(*right)
        if last is not None or not isinstance(first, Date) or not first.clock:
            return _put(frame, [first, last])
        last = self._clock(parse("-".join(first.components)), right)
        if isinstance(last, Date) and not first.zone:
            first = parse(f"{first}{last.zone}")  # "10:00 to 12:30 UTC"
        return _put(frame, [first, last])

    def _timed(self, _frame: Frame, left: Stretch, right: Stretch) -> Understood:
        return self._clock(self.read(*left), right)

    def _time_first(self, frame: Frame, left: Stretch, right: Stretch) -> Understood:
        return self._timed(frame, right, left)

    def _clock(self, day: Understood, place: Stretch) -> Understood:
        """A time by the clock on a day; of a day that is a rule, which has no time, the rule."""
        for found in whole(self.bare, *place, self._known):
            if found.rule.kind == "clock":
                return on_day(found, day) if isinstance(day, Date) else day
        return None

    def _listed(self, frame: Frame, start: int, end: int) -> list[Understood]:
        """The dates of a list, the last of which stands behind a joint, others behind commas;
        nothing if it is no list.
        """
        joints = re.compile(rf"(?P<joint>{frame.joint})|, ")
        cuts = list(islice(joints.finditer(self.bare, start, end), _MOST_CUTS))
        tails: list[list[Understood]] = [[]] * (len(cuts) + 1)
        for index in range(len(cuts), -1, -1):
            place = cuts[index - 1].end() if index else start
            for later in range(index, len(cuts)):
                rest, one = tails[later + 1], self.read(place, cuts[later].start())
                if rest and one is not None:
                    tails[index] = [one, *rest]
                    break
            else:
                last = self.read(place, end) if index and cuts[index - 1]["joint"] else None
                tails[index] = [] if last is None else [last]
        return tails[0]


def _first(ways: Iterable[Callable[[], Understood]]) -> Understood:
    """What the first of some ways to read gives, else why the first of them gave no date."""
    wrong: DateError | None = None
    for way in ways:
        try:
            found = way()
        except DateError as error:
            found = error
        if isinstance(found, DateError):
            wrong = wrong or found
        elif found is not None:
            return found
    return wrong


def _put(frame: Frame, parts: Sequence[Understood]) -> Understood:
    """The date of some dates in a frame; nothing if one of them is none."""
    if not parts or None in parts:
        return None
    said = [part for part in parts if isinstance(part, Date | Rule)]
    wrong = next((part for part in parts if isinstance(part, DateError)), None)
    return wrong or FRAMES[frame.kind](said)


def _inner(frame: Frame, text: str, start: int, end: int) -> Stretch | None:
    """Where the dates of a frame stand between its opening and its closing."""
    opening = re.compile(frame.opening).match(text, start, end)
    closing = re.compile(rf"(?:{frame.closing})$").search(text, start, end)
    if opening is None or closing is None or opening.end() >= closing.start():
        return None
    return opening.end(), closing.start()


def _check_weekday(found: Found, date: Date) -> None:
    """Raise DateError if a day does not fall on the day of the week that is written with it."""
    name = found.slots.get("weekday")
    if name is None or date.precision != "day" or date.kind != "point":
        return
    actual = day_name(date)
    if name != actual:
        raise DateError("wrong-weekday", text=found.match[0], date=date, actual=actual.title())
