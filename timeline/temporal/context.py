"""What a text has said so far, and what a relative expression means there."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from timeline.dates import Date, parse
from timeline.dates.calendar import DAY, civil, first_day, weekday
from timeline.errors import DateError
from timeline.temporal.headings import Headings
from timeline.temporal.relative import Rule
from timeline.temporal.timex import Meaning
from timeline.temporal.words import MONTHS, SEASONS, WEEKDAYS

if TYPE_CHECKING:
    from timeline.temporal.folded import Folded
    from timeline.temporal.grammar import Grammar
    from timeline.temporal.tense import Tenses

SEASON_VALUES = ("SP", "SU", "FA", "WI")
_LONG = frozenset({"month", "year", "decade", "century", *MONTHS, *SEASONS})


class Context:
    """The state of one pass over a text.

    Args:
        folded: the text.
        known: its language.
        published: the date of its source.
        tenses: of its sentences; None for a date that stands alone.
    """

    def __init__(
        self,
        folded: Folded,
        known: Grammar,
        published: Date | None,
        tenses: Tenses | None = None,
    ) -> None:
        self.folded = folded
        self.known = known
        self.headings = Headings(folded.bare)
        self.published = published
        self.last: Date | None = None
        self.dated: Date | None = None
        self.quarter: Date | None = None
        self.named: dict[int, Date] = {}
        self.named_at = -1_000
        self.rule: Rule | None = None
        self._tenses = tenses

    def note(self, meaning: Meaning) -> None:
        """Keep the date of an expression, for "two years later", its quarter, for "the quarter",
        and its day, for "the day before".
        """
        if meaning.type == "DATE" and meaning.edtf is not None and meaning.edtf.kind == "point":
            self.dated = meaning.edtf
            if meaning.edtf.precision == "quarter":
                self.quarter = meaning.edtf
        if meaning.day is not None:
            self.remember(meaning.day)
            self.rule = meaning.relative

    def open_entry(self) -> None:
        """Begin an entry of a live page: the days that others named are no anchors of it."""
        self.last = self.dated = self.headings.day
        self.rule = None

    def remember(self, day: Date) -> None:
        """Keep a day that was named, as the last one and as the last of its day of the week."""
        self.last = self.dated = day
        if day.earliest is not None:
            self.named[weekday(day.earliest // DAY)] = day

    def tense(self, start: int, end: int) -> str:
        """Say which way an expression looks: 'past', 'future' or ''."""
        return self._tenses.at(start, end) if self._tenses else ""

    @property
    def alone(self) -> bool:
        """Whether a date stands alone, rather than in a text."""
        return self._tenses is None

    def anchor(self, name: str, unit: str = "day") -> Date | None:
        """The date that an anchor stands for.

        "narrated" is the last date named, for weeks the last day or month, for less the last day,
        and otherwise that of the source. The unit may be the name of a period: a month, a season, a
        day of the week.
        """
        if name != "narrated":
            return self.published
        weeks = unit == "week" and self.dated is not None and self.dated.precision == "month"
        return (self.dated if unit in _LONG or weeks else self.last) or self.published

    def toward(self, name: str, direction: str, anchor: str = "published") -> Rule:
        """The rule for a name such as 'monday', 'november' or '--11-11' that lies in the past, the
        future or near.
        """
        this = Rule(direction="this", name=name, anchor=anchor)
        date = self.anchor(anchor, name)
        if date is None:
            return this if name in WEEKDAYS else this._replace(direction="nearest")
        found = _resolve(this, date)
        if found is None or date.contains(found) or found.contains(date):
            return this
        other = {"past": "last", "future": "next"}.get(direction, "nearest")
        return this._replace(direction=other)

    def resolved(self, rule: Rule, how: str = "") -> Meaning:
        """The meaning of a rule, on the anchor that it names."""
        date = self.anchor(rule.anchor, rule.unit or rule.name)
        found = _resolve(rule, date) if date is not None else None
        if found is None:
            return Meaning(
                "DATE", _shape(rule).format(y="XXXX"), _unanchored(rule), how, rule.anchor, rule
            )
        return _dated(rule, found, how)


@lru_cache(maxsize=4096)
def _resolve(rule: Rule, date: Date) -> Date | None:
    """The date of a rule, None if its anchor has no bounds or it lies out of reach."""
    try:
        return rule.resolve(date)
    except DateError:
        return None


def _dated(rule: Rule, found: Date, how: str) -> Meaning:
    assert found.earliest is not None
    assert found.latest is not None
    name = rule.unit or rule.name
    days = (found.latest - found.earliest) // DAY
    first = found.earliest // DAY
    if name == "week" and days == 7:
        return Meaning("DATE", week_value(first), found, how, rule.anchor, rule)
    if name in SEASONS and days <= 92:
        year = _year_text(civil(first)[0])
        number = SEASONS.index(name)
        return Meaning(
            "DATE",
            f"{year}-{SEASON_VALUES[number]}",
            parse(f"{year}-{21 + number}"),
            how,
            rule.anchor,
            rule,
        )
    if found.kind == "point" and not found.clock:
        value = "-".join(found.components).rstrip("X")
        day = found if found.precision == "day" else None
        return Meaning("DATE", value, found, how, rule.anchor, rule, day)
    low, high = civil(first), civil((found.latest - 1) // DAY)
    year = _year_text(low[0]) if low[0] == high[0] else "XXXX"
    value = _shape(rule).format(y=year)
    if value.endswith("-XX-XX") and low[:2] == high[:2]:
        value = f"{year}-{low[1]:02d}-XX"
    day = found if name == "day" or name in WEEKDAYS or "--" in name else None
    return Meaning("DATE", value, found, how, rule.anchor, rule, day)


def _year_text(year: int) -> str:
    return f"{year:05d}" if year < 0 else f"{year:04d}"


def week_value(first: int) -> str:
    """The ISO week of a day number: `2024-W46`."""
    year = civil(first + 4 - weekday(first))[0]
    return f"{year:04d}-W{(first + 4 - weekday(first) - first_day(year)) // 7 + 1:02d}"


def _shape(rule: Rule) -> str:
    """The value of a rule whose date is not exact: what is known, and X for the rest."""
    name = rule.unit or rule.name
    if name in WEEKDAYS:
        return f"{{y}}-WXX-{WEEKDAYS.index(name) + 1}"
    if name in MONTHS:
        return f"{{y}}-{MONTHS.index(name) + 1:02d}"
    if name in SEASONS:
        return f"{{y}}-{SEASON_VALUES[SEASONS.index(name)]}"
    if "--" in name:
        return "{y}" + name.rpartition(" ")[2][1:]
    return {
        "week": "{y}-WXX",
        "month": "{y}-XX",
        "year": "{y}",
        "decade": "XXX",
        "century": "XX",
    }.get(name, "{y}-XX-XX")


def _unanchored(rule: Rule) -> Date | None:
    """What is known of a date without its anchor: a day of the year, a month."""
    if rule.name in MONTHS or "--" in rule.name:
        return parse(_shape(rule).format(y="XXXX"))
    return None
