"""Before, by, after, from, since and until a date.

`before` and `after` leave the date itself out: "before 1850" is `[..1849]`. `by` and `from` have it
in: "by 1850", "1850 or earlier" is `[..1850]` (ISO 8601-2). `since` and `until` are of what lasts:
`2015/`, `/2015`, whose other end is not known.
"""

from __future__ import annotations

from timeline.dates import Date, parse
from timeline.dates.calendar import DAY, civil, day_text, iso_text, year_text
from timeline.dates.common import from_spans
from timeline.dates.spans import AFTER_ALL, BEFORE_ALL, lower, upper
from timeline.dates.value import mark_of
from timeline.errors import DateError

BOUNDS = ("before", "by", "after", "from", "since", "until")
_OPEN = {"by": "[..{}]", "from": "[{}..]", "since": "{}/", "until": "/{}"}
_IN_MONTHS = frozenset({"month", "season", "quarter", "quadrimester", "semester"})
_STEPS = {"second": 1, "minute": 60, "hour": 3600}
_CUT = {"second": 0, "minute": 3, "hour": 6}  # characters of a time to the second


def bounded(bound: str, date: Date) -> Date:
    """What is before, by, after, from, since or until a date; '' leaves it as it is.

    Args:
        bound: one of BOUNDS.
        date: any date; of a set, the last member counts for "before" and "by", the first for the
            others.

    Raises:
        DateError: nothing is left out, or it lies out of EDTF's reach.
    """
    if not bound:
        return date
    if bound in ("since", "until"):
        return parse(_OPEN[bound].format(date if date.kind == "point" else enclosing(date)))
    if bound in ("before", "after"):
        return beside(bound, _edge(bound, date), date.precision, mark_of(date), date.zone)
    if date.kind == "point":
        return parse(_OPEN[bound].format(date))
    span = (BEFORE_ALL, upper(date.latest)) if bound == "by" else (lower(date.earliest), AFTER_ALL)
    if span == (BEFORE_ALL, AFTER_ALL):
        raise DateError("bound-of-nothing", bound=bound, date=date)
    found = from_spans(iter([span]), mark=mark_of(date))
    if found is None:
        raise DateError("bound-out-of-reach", bound=bound, date=date)
    return found


def _edge(bound: str, date: Date) -> int | None:
    """The second with which the last possible date begins, or after which the first one ends."""
    parts = [part for part in date.parts if part]
    if not parts:
        return date.earliest if bound == "before" else date.latest
    return _edge(bound, parts[-1] if bound == "before" else parts[0])


def beside(bound: str, edge: int | None, precision: str, mark: str = "", zone: str = "") -> Date:
    """All that is before, or from, a second that is the edge of a period.

    Args:
        bound: `before` or `after`.
        edge: the second; None if there is none.
        precision: of the period, one of `timeline.dates.PRECISIONS`: it says how exactly the date
            is written.
        mark: its qualifier.
        zone: of a time of day, as EDTF writes it.

    Raises:
        DateError: there is no edge.
    """
    if edge is None:
        raise DateError("bound-without-edge", bound=bound)
    second = edge - _STEPS.get(precision, DAY) if bound == "before" else edge
    text = _time(second, precision, zone) if precision in _STEPS else _day(second, precision) + mark
    return parse(f"[..{text}]" if bound == "before" else f"[{text}..]")


def _time(second: int, precision: str, zone: str) -> str:
    midnight = parse(f"1970-01-01T00{zone}").earliest or 0
    return iso_text(second - midnight).removesuffix("Z")[: -_CUT[precision] or None] + zone


def _day(second: int, precision: str) -> str:
    year, month, _ = civil(second // DAY)
    if precision == "day":
        return day_text(second // DAY)
    if precision in _IN_MONTHS:
        return f"{year_text(year)}-{month:02d}"
    return year_text(year) if -9999 <= year <= 9999 else f"Y{year}"


def enclosing(date: Date) -> Date:
    """The finest point, of month, year, decade, century and so on, that holds all of a date.

    Raises:
        DateError: it has no start or no end, or lies beyond the years of four digits.
    """
    if date.earliest is None or date.latest is None:
        raise DateError("since-needs-edges", date=date)
    year, month, _ = civil(date.earliest // DAY)
    end_year, end_month, _ = civil((date.latest - 1) // DAY)
    if year < 0 or end_year > 9999:
        raise DateError("since-out-of-reach", date=date)
    if (year, month) == (end_year, end_month):
        return parse(f"{year:04d}-{month:02d}{mark_of(date)}")
    first, last = f"{year:04d}", f"{end_year:04d}"
    same = next((n for n in range(4, 0, -1) if first[:n] == last[:n]), 0)
    return parse(first[:same] + "X" * (4 - same) + mark_of(date))
