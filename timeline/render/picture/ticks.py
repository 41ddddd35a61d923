"""The axis: moments that begin a minute, a day, a year or a million of years, and what is written
below them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.dates.calendar import DAY, civil, first_day, month_start, weekday
from timeline.render.picture.metrics import width
from timeline.render.speech import Day, speech_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from timeline.render.picture.scale import Scale
    from timeline.render.speech import Speech

# Below this many pixels apart no tick has room for its label.
_LEAST = 24
_GAP = 14
_YEAR = 31_556_952  # seconds, on average
# From so many years on, one of them more or less is not told: 1 million BC is -1000000.
_ROUND = 10**6


class Tick(NamedTuple):
    """A line of the axis.

    Attributes:
        x: where it stands, in pixels.
        label: what begins there.
        context: of which larger unit that is part (the day of an hour, the year of a day); empty
            where the tick before it says so already.
    """

    x: float
    label: str
    context: str


class _Grain(NamedTuple):
    """A distance between ticks.

    Attributes:
        seconds: about how many it has.
        moments: gives where ticks stand, from a second to another.
        label, context: what is said of a tick.
    """

    seconds: int
    moments: Callable[[int, int], Iterator[int]]
    label: Callable[[int, Speech], str]
    context: Callable[[int, Speech], str]


def ticks(scale: Scale, language: str, size: float) -> list[Tick]:
    """Give the ticks of an axis: as many as have room for their labels.

    Args:
        scale: what the axis shows.
        language: of the labels.
        size: of their font, in pixels.
    """
    speech = speech_of(language)
    found: list[Tick] = []
    for step in _STEPS:
        if step.seconds / scale.per_pixel < _LEAST:
            continue
        # A long step may have no tick at all where a shorter one has no room for its labels.
        found = _ticks(scale, step, speech) or found[:1]
        if _fit(found, size):
            break
    return _with_room_for_contexts(found, size)


def _ticks(scale: Scale, step: _Grain, speech: Speech) -> list[Tick]:
    found, before = [], ""
    for moment in step.moments(scale.start, scale.end):
        context = step.context(moment, speech)
        said = "" if context == before else context
        found.append(Tick(scale.x(moment), step.label(moment, speech), said))
        before = context
    return found


def _fit(found: Sequence[Tick], size: float) -> bool:
    widths = [width(tick.label, size) for tick in found]
    return all(
        b.x - a.x >= (one + two) / 2 + _GAP
        for a, b, one, two in zip(found, found[1:], widths, widths[1:], strict=False)
    )


def _with_room_for_contexts(found: Sequence[Tick], size: float) -> list[Tick]:
    """Keep of contexts that are too near each other the later one: it holds for more of them."""
    kept: list[Tick] = []
    edge = float("inf")
    for tick in reversed(found):
        half = width(tick.context, size) / 2
        fits = tick.x + half + _GAP <= edge
        kept.append(tick if fits else tick._replace(context=""))
        if tick.context and fits:
            edge = tick.x - half
    return kept[::-1]


# Steps --------------------------------------------------------------------------------------------


def _clock(moment: int, _: Speech) -> str:
    return f"{moment % DAY // 3600:02d}:{moment // 60 % 60:02d}"


def _day(moment: int, speech: Speech) -> str:
    return speech.numbers(Day(*civil(moment // DAY))).text


def _day_of_year(moment: int, speech: Speech) -> str:
    return speech.numbers(Day(*civil(moment // DAY)), without="y").text


def _month_of_year(moment: int, speech: Speech) -> str:
    return speech.calendar.write("MMM", month=civil(moment // DAY)[1])


def _year(moment: int, speech: Speech) -> str:
    return speech.calendar.write("y", year=civil(moment // DAY)[0])


def _nothing(_moment: int, _speech: Speech) -> str:
    return ""


def _within_day(seconds: int) -> _Grain:
    def moments(start: int, end: int) -> Iterator[int]:
        return iter(range(-(-start // seconds) * seconds, end + 1, seconds))

    return _Grain(seconds, moments, _clock, _day)


def _days(count: int) -> _Grain:
    def moments(start: int, end: int) -> Iterator[int]:
        weeks = count // 7
        for day in range(-(-start // DAY), end // DAY + 1):
            # Weeks begin on Mondays, shorter steps with the month.
            if _of_week(day, weeks) if weeks else _of_month(day, count):
                yield day * DAY

    return _Grain(count * DAY, moments, _day_of_year, _year)


def _of_week(day: int, weeks: int) -> bool:
    return weekday(day) == 1 and (day + 3) // 7 % weeks == 0


def _of_month(day: int, count: int) -> bool:
    number = civil(day)[2]
    return (number - 1) % count == 0 and number <= 31 - count


def _months(count: int) -> _Grain:
    def moments(start: int, end: int) -> Iterator[int]:
        year, month, _ = civil(start // DAY)
        number = -(-(year * 12 + month - 1) // count) * count
        while (moment := month_start(number // 12, number % 12 + 1) * DAY) <= end:
            if moment >= start:
                yield moment
            number += count

    return _Grain(count * _YEAR // 12, moments, _month_of_year, _year)


def _years(count: int) -> _Grain:
    def moments(start: int, end: int) -> Iterator[int]:
        first, last = civil(start // DAY)[0], civil(end // DAY)[0]
        for number in range(first // count, last // count + 2):
            moment = first_day(_numbered(number * count)) * DAY
            if start <= moment <= end:
                yield moment

    return _Grain(count * _YEAR, moments, _year, _nothing)


def _numbered(year: int) -> int:
    """Give the year that people call by a number: 100 BC is -99 of the calendar, and before 1 AD
    there is no year 0.
    """
    if year == 0:
        return 1
    return year + 1 if -_ROUND < year < 0 else year


_STEPS = (
    *(_within_day(60 * minutes) for minutes in (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720)),
    *map(_days, (1, 2, 5, 7, 14)),
    *map(_months, (1, 2, 3, 6)),
    *(_years(digit * 10**power) for power in range(11) for digit in (1, 2, 5)),
)
