"""Date: what an EDTF text means, as a frozen value.

A date is a set of possibilities, and the methods keep to one reading of it:

* A point (`2024-11`, `156X-12-25`) is something at *some* moment within. A date with unspecified
  digits is any of the dates that fit, not all that lies between the first and the last.
* An interval `a/b` lasts from some moment of a to some moment of b. An open end `..` goes on
  without end; an unknown end (`2004/`) may be any moment that is not before the start.
* `[a,b]` is one of its members, `{a,b}` all of them; `a..b` in a set stands for every date between.
* `?`, `~` and `%` anywhere in it leave the bounds as they are, and make nothing certain.

The *moments* of a date are all the seconds in which it may lie, over all its possibilities;
membership and intersection are about them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from heapq import merge
from itertools import islice
from typing import Literal, NamedTuple

from timeline.dates.calendar import next_unit
from timeline.dates.point import (
    PRECISIONS,
    Point,
    digits_of,
    merged_digits,
    point_spans,
    read_point,
)
from timeline.dates.spans import (
    AFTER_ALL,
    BEFORE_ALL,
    Span,
    common,
    covers,
    joined,
    lower,
    span_text,
    upper,
)
from timeline.errors import DateError

Kind = Literal["point", "interval", "one_of", "all_of", "range"]
MAX_MEMBERS = 1000
MAX_LENGTH = 20_000
_UNQUALIFIED = str.maketrans("", "", "?~%")


class Compound(NamedTuple):
    """An interval, a set, or a range within a set; `parts` has None for an end that is open or
    unknown.
    """

    kind: Kind
    parts: tuple[Date | None, ...]


class Date:
    """One date in EDTF. Made by `timeline.dates.parse`; equal and hashed by its text.

    `text` is the EDTF exactly as written. `earliest` and `latest` are its half-open bounds in whole
    seconds since 1970-01-01T00:00:00Z (proleptic Gregorian, signed 64 bit); None where that side is
    open or unknown.
    """

    __slots__ = ("_earliest", "_form", "_latest", "_text")

    def __init__(
        self, text: str, earliest: int | None, latest: int | None, form: Point | Compound | None
    ) -> None:
        """For the rooms of `timeline.dates`; `form` is left out (None) for a point that is read
        again if asked for.
        """
        self._text = text
        self._earliest = earliest
        self._latest = latest
        self._form = form

    @property
    def text(self) -> str:
        """The EDTF as written."""
        return self._text

    @property
    def earliest(self) -> int | None:
        """First second in which it may lie."""
        return self._earliest

    @property
    def latest(self) -> int | None:
        """The second after the last in which it may lie."""
        return self._latest

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"Date({self._text!r})"

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, Date) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)

    # -- structure, for rendering in words
    # ---------------------------------------------------------------------------

    @property
    def _shape(self) -> Point | Compound:
        return self._form if self._form is not None else _point_of(self._text)

    @property
    def _point(self) -> Point | None:
        shape = self._shape
        return shape if isinstance(shape, Point) else None

    @property
    def kind(self) -> Kind:
        """`point`, `interval`, `one_of`, `all_of`; a member of a set may also be a `range`."""
        shape = self._shape
        return shape.kind if isinstance(shape, Compound) else "point"

    @property
    def parts(self) -> tuple[Date | None, ...]:
        """Start and end of an interval or range (None: open or unknown), or the members of a set;
        () of a point.
        """
        shape = self._shape
        return shape.parts if isinstance(shape, Compound) else ()

    @property
    def components(self) -> tuple[str, ...]:
        """Year, month or season, and day of a point as written, without qualifiers: ('156X', '12',
        '25').
        """
        return found.components if (found := self._point) else ()

    @property
    def qualifiers(self) -> tuple[str, ...]:
        """The qualifier of each of `components`: '', '?', '~' or '%'."""
        return found.qualifiers if (found := self._point) else ()

    @property
    def year(self) -> int | None:
        """The year of a point (of `1950S2` the estimate), None if it has an unspecified digit."""
        return found.number(0) if (found := self._point) else None

    @property
    def month(self) -> int | None:
        """The month of a point, None if there is none or it has an unspecified digit."""
        found = self._point
        return found.number(1) if found and found.season is None else None

    @property
    def day(self) -> int | None:
        """The day of a point, None if there is none or it has an unspecified digit."""
        return found.number(2) if (found := self._point) else None

    @property
    def season(self) -> int | None:
        """The code 21 to 41 of a season, quarter, third or half of a year."""
        return found.season if (found := self._point) else None

    @property
    def clock(self) -> str:
        """The time of day as written, '23:20:30' or '14:30'; '' without one."""
        return found.clock if (found := self._point) else ""

    @property
    def zone(self) -> str:
        """The zone as written, 'Z' or '+04:30'; '' without one (then UTC)."""
        return found.zone if (found := self._point) else ""

    @property
    def precision(self) -> str:
        """One of PRECISIONS; of an interval or set that of its coarsest part, and 'years' if it has
        none.
        """
        shape = self._shape
        if isinstance(shape, Point):
            return shape.precision
        return max(
            (part.precision for part in shape.parts if part), key=PRECISIONS.index, default="years"
        )

    @property
    def uncertain(self) -> bool:
        """Whether `?` or `%` stands anywhere in it."""
        return "?" in self._text or "%" in self._text

    @property
    def approximate(self) -> bool:
        """Whether `~` or `%` stands anywhere in it."""
        return "~" in self._text or "%" in self._text

    @property
    def open_start(self) -> bool:
        """Whether it begins with `..`: it has gone on for ever, or is any date up to an end."""
        return self._text.lstrip("[{").startswith("..")

    @property
    def open_end(self) -> bool:
        """Whether it ends with `..`."""
        return self._text.rstrip("]}").endswith("..")

    @property
    def unknown_start(self) -> bool:
        """Whether it is an interval whose start is unknown (`/2006`)."""
        return self._text.startswith("/")

    @property
    def unknown_end(self) -> bool:
        """Whether it is an interval whose end is unknown (`2004/`)."""
        return self._text.endswith("/")

    # -- order and membership
    # ----------------------------------------------------------------------------------------

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """Key of a total order that agrees with ==: by earliest (by latest where the start is open
        or unknown), then latest (a side that is open or unknown after all others), then text.
        `../..` comes before all others."""
        start = self._latest if self._earliest is None else self._earliest
        return lower(start), upper(self._latest), self._text

    def spans(self, start: int | None = None, end: int | None = None) -> Iterator[Span]:
        """The moments that may touch the window from start to end, in seconds, as joined spans in
        ascending order.

        Unbounded sides are `spans.BEFORE_ALL` and `spans.AFTER_ALL`.
        """
        return joined(self._raw_spans(lower(start), upper(end)))

    def _raw_spans(self, start: int, end: int) -> Iterator[Span]:
        shape = self._shape
        if isinstance(shape, Point):
            return point_spans(shape, start, end)
        if shape.kind in ("interval", "range"):
            return iter([(lower(self._earliest), upper(self._latest))])
        return merge(
            *(
                part._raw_spans(start, end)
                for part in shape.parts
                if part and part._near(start, end)
            )
        )

    def _near(self, start: int, end: int) -> bool:
        """Whether the hull meets the window."""
        return lower(self._earliest) < end and upper(self._latest) > start

    def contains(self, other: Date) -> bool:
        """Whether every moment of the other date is a moment of this one.

        `2024-11` contains `2024-11-11`; `[2024-11-04,2024-11-11]` does not contain `2024-11-12`. An
        unknown end counts as every moment that it may be.
        """
        start, end = lower(other._earliest), upper(other._latest)
        if start < lower(self._earliest) or end > upper(self._latest):
            return False
        mine, its = self._point, other._point
        if mine and its and merged_digits(mine, its) == digits_of(its):
            return True
        return covers(self.spans(other._earliest, other._latest), other.spans())

    def __contains__(self, other: Date) -> bool:
        return self.contains(other)

    # -- windows
    # --------------------------------------------------------------------------------------

    def may_meet(self, start: int | None, end: int | None) -> bool:
        """Whether in at least one possibility it overlaps the half-open window, in seconds; None is
        unbounded.
        """
        low, high = lower(start), upper(end)
        if not self._near(low, high):
            return False
        return any(a < high and b > low for a, b in self._raw_spans(low, high))

    def must_meet(self, start: int | None, end: int | None) -> bool:
        """Whether in every possibility it overlaps the half-open window, in seconds; None is
        unbounded.

        Never true of a date with `?`, `~` or `%`. It may say no where the start of an interval lies
        in its end and has unspecified digits (`15XX-12-XX/1550`); it never says yes wrongly.
        """
        if self.uncertain or self.approximate:
            return False
        return self._must(lower(start), upper(end))

    def _must(self, start: int, end: int) -> bool:
        shape = self._shape
        if isinstance(shape, Point) or shape.kind in ("one_of", "range"):
            return start <= lower(self._earliest) and upper(self._latest) <= end
        if shape.kind == "interval":
            last_start, first_end = self._inner_bounds()
            return last_start < end and first_end >= start
        return any(_all_must(part, start, end) for part in shape.parts if part)

    def _inner_bounds(self) -> tuple[int, int]:
        """Of an interval the last moment at which it may start, and the first at which it may
        end.
        """
        begin, finish = self.parts
        first, last = lower(self._earliest), upper(self._latest) - 1
        last_start = BEFORE_ALL if self.open_start else last
        first_end = AFTER_ALL if self.open_end else first
        if begin is not None:
            last_start = min(upper(begin._latest) - 1, last)
        if finish is not None:
            first_end = max(lower(finish._earliest), first)
        return last_start, first_end

    # -- intersection
    # ---------------------------------------------------------------------------------

    def __and__(self, other: Date) -> Date | None:
        """The part that two datings of the same event have in common, or None.

        1. If every moment of one is a moment of the other, the narrower one, with its own
           qualifiers: `2024` and `2024-11-11` give `2024-11-11`. Of two with the same moments, the
           unqualified.
        2. Two intervals give the interval that both cover. Each end is the common part of the two
           ends, else the later start and the earlier end.
        3. All else gives the common moments: `{..}` if both last or happen several times (an
           interval, a `{..}`), else a point or a `[..]`, since a point says only that it was at
           some moment within. The result is as qualified as the one with the narrower bounds.

        None also stands for a common part that EDTF has no words for: more than 1,000 members, days
        in years of more than four digits, a time of day with a qualifier.
        """
        if not self._near(lower(other._earliest), upper(other._latest)):
            return None
        inside, around = self.contains(other), other.contains(self)
        if inside or around:
            if inside and around:
                return min(self, other, key=_plainness)
            return other if inside else self
        if self.kind == other.kind == "interval":
            return _common_interval(self, other)
        return _common_moments(self, other)


@lru_cache(maxsize=4096)
def _point_of(text: str) -> Point | Compound:
    return point(text)._shape


def _plainness(date: Date) -> tuple[bool, int, str]:
    return date.uncertain or date.approximate, len(date._text), date._text


def point(text: str) -> Date:
    """A date from the EDTF of a single point; for the rooms of `timeline.dates`.

    Raises:
        DateError: it is none.
    """
    form = read_point(text)
    if form is None:
        raise DateError(f"{text!r} is not a date in EDTF; write 2024-11-11, 2024-11 or 2024")
    return Date(text, form.earliest, form.latest, form)


def interval(text: str, start: Date | None, end: Date | None) -> Date:
    """An interval; `text` says whether a missing end is open or unknown.

    Raises:
        DateError: the end lies before the start.
    """
    earliest = start._earliest if start else None
    latest = end._latest if end else None
    if lower(earliest) >= upper(latest):
        raise DateError(f"{text}: an interval must not end before it starts; write {end}/{start}")
    return Date(text, earliest, latest, Compound("interval", (start, end)))


def span(text: str, first: Date | None, last: Date | None) -> Date:
    """A range `a..b`, `..b` or `a..`, which stands in sets only.

    Raises:
        DateError: it ends before it starts.
    """
    earliest = first._earliest if first else None
    latest = last._latest if last else None
    if lower(earliest) >= upper(latest):
        raise DateError(f"{text}: a range must not end before it starts; write {last}..{first}")
    return Date(text, earliest, latest, Compound("range", (first, last)))


def members(text: str, kind: Literal["one_of", "all_of"], parts: tuple[Date, ...]) -> Date:
    """A set with at least one member."""
    low = min(lower(part._earliest) for part in parts)
    high = max(upper(part._latest) for part in parts)
    return Date(
        text,
        None if low == BEFORE_ALL else low,
        None if high == AFTER_ALL else high,
        Compound(kind, parts),
    )


def member(text: str) -> Date:
    """A member of a set: a point or a range.

    Raises:
        DateError: it is neither.
    """
    first, dots, last = text.partition("..")
    if not dots:
        return point(text)
    return span(text, point(first) if first else None, point(last) if last else None)


def _all_must(part: Date, start: int, end: int) -> bool:
    """Whether a member of an all-of set surely meets the window: of a range, whether a whole unit
    lies inside.
    """
    if part.kind != "range":
        return part._must(start, end)
    low, high = max(start, lower(part._earliest)), min(end, upper(part._latest))
    if low >= high:
        return False
    if BEFORE_ALL in (low, high) or AFTER_ALL in (low, high):
        return True
    return next_unit(low, part.precision) <= high


def _common_interval(one: Date, two: Date) -> Date | None:
    starts = [part for part in (one.parts[0], two.parts[0]) if part]
    ends = [part for part in (one.parts[1], two.parts[1]) if part]
    start = _common_edge(starts) or max(
        starts, key=lambda date: lower(date._earliest), default=None
    )
    end = _common_edge(ends) or min(ends, key=lambda date: upper(date._latest), default=None)
    if lower(start._earliest if start else None) >= upper(end._latest if end else None):
        return None
    if start is not None and start == end:
        return start
    left = start.text if start else ".." if one.open_start and two.open_start else ""
    right = end.text if end else ".." if one.open_end and two.open_end else ""
    return interval(f"{left}/{right}", start, end)


def _common_edge(edges: list[Date]) -> Date | None:
    both = edges[0] & edges[1] if len(edges) == 2 else None
    return both if both is not None and both.kind == "point" else None


def _common_moments(one: Date, two: Date) -> Date | None:
    narrow = min(
        one, two, key=lambda date: (upper(date._latest) - lower(date._earliest), _plainness(date))
    )
    mark = mark_of(narrow)
    left, right = one._point, two._point
    if left and right and (digits := merged_digits(left, right)) is not None:
        return _from_digits(digits, mark)
    start = max(lower(one._earliest), lower(two._earliest))
    end = min(upper(one._latest), upper(two._latest))
    lasting = all(date.kind in ("interval", "all_of") for date in (one, two))
    return from_spans(
        common(one.spans(start, end), two.spans(start, end)), mark=mark, lasting=lasting
    )


def mark_of(date: Date) -> str:
    """The qualifier that says of a whole date what its qualifiers say: '', '?', '~' or '%'."""
    if date.uncertain:
        return "%" if date.approximate else "?"
    return "~" * date.approximate


def from_spans(spans: Iterator[Span], *, mark: str = "", lasting: bool = False) -> Date | None:
    """The date that is one of (`lasting`: all of) these joined spans of moments, a point if it can
    be one.

    Args:
        spans: in seconds; BEFORE_ALL and AFTER_ALL for no bound.
        mark: a qualifier for each member; a time of day can't have one.

    Returns:
        None if there are none, more than 1,000 or than 20,000 characters, or some that EDTF has no
        words for.
    """
    found = list(islice(spans, MAX_MEMBERS + 1))
    texts = [text for one in found if (text := span_text(one)) is not None]
    if not texts or len(texts) != len(found) or len(found) > MAX_MEMBERS:
        return None
    if mark:
        texts = [
            "..".join(date + mark if date else "" for date in text.split("..")) for text in texts
        ]
        if "T" in "".join(texts):
            return None
    if len(texts) == 1 and ".." not in texts[0]:
        return point(texts[0])
    left, right = "{}" if lasting else "[]"
    text = left + ",".join(texts) + right
    if len(text) > MAX_LENGTH:
        return None
    return members(text, "all_of" if lasting else "one_of", tuple(member(part) for part in texts))


def _from_digits(digits: tuple[str, ...], mark: str) -> Date | None:
    year, month, day = digits
    text = (
        year
        if (month, day) == ("XX", "XX")
        else f"{year}-{month}"
        if day == "XX"
        else f"{year}-{month}-{day}"
    )
    try:
        return point(text + mark)
    except DateError:  # such digits, but no such day: XXX1-02-29
        return None
