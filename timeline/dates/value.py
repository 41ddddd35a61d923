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
from typing import Literal, NamedTuple

from timeline.dates.point import (
    PRECISIONS,
    Point,
    digits_of,
    fitting_digits,
    point_spans,
    read_point,
)
from timeline.dates.spans import (
    AFTER_ALL,
    BEFORE_ALL,
    Span,
    covers,
    joined,
    lower,
    upper,
)
from timeline.errors import DateError, Message

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

    # -- structure, for rendering in words ----------------------------------------------------

    @property
    def shape(self) -> Point | Compound:
        """What it is made of; for the rooms of `timeline.dates`."""
        return self._form if self._form is not None else _point_of(self._text)

    @property
    def _point(self) -> Point | None:
        shape = self.shape
        return shape if isinstance(shape, Point) else None

    @property
    def kind(self) -> Kind:
        """`point`, `interval`, `one_of`, `all_of`; a member of a set may also be a `range`."""
        shape = self.shape
        return shape.kind if isinstance(shape, Compound) else "point"

    @property
    def parts(self) -> tuple[Date | None, ...]:
        """Start and end of an interval or range (None: open or unknown), or the members of a set;
        () of a point.
        """
        shape = self.shape
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
    def digits(self) -> tuple[str, ...]:
        """Year, month and day of a point as written, padded with XX; () where it has more than
        digits: a season, a clock, a year with Y or S.
        """
        return digits_of(found) if (found := self._point) else ()

    @property
    def has_offset(self) -> bool:
        """Whether a time of day with a zone stands anywhere in it."""
        if "T" not in self._text:
            return False
        shape = self.shape
        if isinstance(shape, Point):
            return bool(shape.zone)
        return any(part is not None and part.has_offset for part in shape.parts)

    @property
    def is_instant(self) -> bool:
        """Whether it is a time of day with a zone, or a set of such."""
        if not self.has_offset:
            return False
        shape = self.shape
        if isinstance(shape, Point):
            return True
        return shape.kind in ("one_of", "all_of") and all(
            part is not None and part.is_instant for part in shape.parts
        )

    @property
    def precision(self) -> str:
        """One of PRECISIONS; of an interval or set that of its coarsest part, and 'years' if it has
        none.
        """
        shape = self.shape
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

    # -- order and membership -----------------------------------------------------------------

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
        shape = self.shape
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
        unknown end counts as every moment that it may be. A date without an offset contains an
        instant with one if it contains the time of day that is written.
        """
        if other.is_instant and not self.has_offset:
            return covers(self.spans(), joined(sorted(other._local_spans())))
        if not (lower(self._earliest) <= lower(other._earliest)):
            return False
        if upper(other._latest) > upper(self._latest):
            return False
        if other.digits and fitting_digits(self.digits, other.digits) == other.digits:
            return True
        return covers(self.spans(other._earliest, other._latest), other.spans())

    def __contains__(self, other: Date) -> bool:
        return self.contains(other)

    @property
    def local(self) -> Span:
        """The bounds of an instant in the time of day that is written, whatever its zone."""
        spans = sorted(self._local_spans())
        return spans[0][0], max(end for _, end in spans)

    def _local_spans(self) -> Iterator[Span]:
        """The spans of an instant in the time of day that is written."""
        shape = self.shape
        if isinstance(shape, Point):
            yield shape.local
        else:
            for part in filter(None, shape.parts):
                yield from part._local_spans()


@lru_cache(maxsize=4096)
def _point_of(text: str) -> Point | Compound:
    return point(text).shape


def point(text: str) -> Date:
    """A date from the EDTF of a single point; for the rooms of `timeline.dates`.

    Raises:
        DateError: it is none.
    """
    form = read_point(text)
    if form is None:
        raise DateError("not-edtf", text=text, cure=Message("edtf-examples"))
    return Date(text, form.earliest, form.latest, form)


def interval(text: str, start: Date | None, end: Date | None) -> Date:
    """An interval; `text` says whether a missing end is open or unknown.

    Raises:
        DateError: the end lies before the start.
    """
    earliest = start._earliest if start else None
    latest = end._latest if end else None
    if lower(earliest) >= upper(latest):
        raise DateError("interval-backwards", text=text, start=start, end=end)
    return Date(text, earliest, latest, Compound("interval", (start, end)))


def span(text: str, first: Date | None, last: Date | None) -> Date:
    """A range `a..b`, `..b` or `a..`, which stands in sets only.

    Raises:
        DateError: it ends before it starts.
    """
    earliest = first._earliest if first else None
    latest = last._latest if last else None
    if lower(earliest) >= upper(latest):
        raise DateError("range-backwards", text=text, first=first, last=last)
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


def mark_of(date: Date) -> str:
    """The qualifier that says of a whole date what its qualifiers say: '', '?', '~' or '%'."""
    if date.uncertain:
        return "%" if date.approximate else "?"
    return "~" * date.approximate
