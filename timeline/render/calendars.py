"""How a language writes dates: the names of months and weekdays, and the order of the parts.

English is written here, so that it needs nothing; every other language comes from the Unicode CLDR
through Babel, which is imported only then.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from timeline.dates.calendar import MONTH_NAMES
from timeline.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from babel import Locale

Sizes: TypeAlias = "Sequence[tuple[int, str, str]]"

# CLDR skeletons (Unicode Technical Standard 35, part 4): G era, y year, M month (three letters:
# abbreviated, four: in full), d day.
SKELETONS = ("GyMMMd", "GyMMM", "Gy", "yMMMd", "yMMM", "yMMMM", "y", "MMMd", "MMM", "d")
_DIGITS_OF_A_ROUND_NUMBER = 4


class CalendarWords(NamedTuple):
    """The Gregorian calendar in one language.

    Attributes:
        months, short_months: names of January to December, in full and abbreviated, as they stand
            beside a day.
        weekdays: names of Monday to Sunday.
        eras: what stands for before and after Christ.
        patterns: skeleton -> template with {G} {y} {MMMM} {MMM} {M} {MM} {d} {dd}.
        number: writes a number with its thousands grouped.
        sizes: how to say a round number: from which on, one of them, several of them ({n}
            millions).
    """

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    weekdays: tuple[str, ...]
    eras: tuple[str, str]
    patterns: Mapping[str, str]
    number: Callable[[float], str]
    sizes: Sizes

    @property
    def day_month_year(self) -> bool:
        """Whether the day comes first and the year last, so that a series can share them: `4 or 11
        Nov 2024`.
        """
        return self.patterns["yMMMd"].startswith("{d}") and self.patterns["yMMMd"].endswith("{y}")

    def write(self, skeleton: str, *, year: int = 1, month: int = 1, day: str = "1") -> str:
        """Write the parts of a date that a skeleton asks for.

        Args:
            skeleton: one of SKELETONS without its era, which is added to the years that need it.
            year: astronomical; 0 is 1 BC.
            day: as it is to be written.
        """
        if "y" in skeleton and not 100 <= year <= 9999:
            skeleton = "G" + skeleton.replace("MMMM", "MMM")
        return self.patterns[skeleton].format(
            G=self.eras[year > 0],
            y=self._year(year),
            MMMM=self.months[month - 1],
            MMM=self.short_months[month - 1],
            M=month,
            MM=f"{month:02d}",
            d=day,
            dd=day.rjust(2, "0"),
        )

    def _year(self, year: int) -> str:
        """Without its era.

        Of millions of years the offset of one between the two ways to count says nothing.
        """
        if is_round(year):
            for size, one, several in self.sizes:
                if abs(year) >= size:
                    count = abs(year) / size if year % size else abs(year) // size
                    return (one if count < 2 else several).format(n=self.number(count))
        number = year if year > 0 else 1 - year
        return self.number(number) if number > 9999 else str(number)


def is_round(year: int) -> bool:
    """Whether a year is in the millions or billions and has four significant digits at most."""
    return abs(year) >= 10**6 and len(str(abs(year)).rstrip("0")) <= _DIGITS_OF_A_ROUND_NUMBER


def calendar_of(language: str, sizes: Sizes = ()) -> CalendarWords:
    """The calendar of a language.

    Args:
        language: a code such as `en`, `fr`, `pt-BR` or `zh_Hant`.
        sizes: how it says round numbers; where it has no words for them, all digits are written.

    Raises:
        UsageError: CLDR knows no such language.
    """
    if language in _OWN:
        return _OWN[language]._replace(sizes=sizes)
    return _from_cldr(locale_of(language), sizes)


def locale_of(language: str) -> Locale:
    """What Babel knows of a language.

    Raises:
        UsageError: it knows no such language.
    """
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        raise UsageError("no-such-language", given=language) from None


def _english_number(number: float) -> str:
    return f"{number:,}"


def _from_cldr(locale: Locale, sizes: Sizes) -> CalendarWords:
    from babel.numbers import format_decimal

    # Names "stand-alone" are left aside: Babel 2.18 mixes those of the languages that were asked
    # for before.
    months, days, eras = locale.months["format"], locale.days["format"], locale.eras["abbreviated"]
    return CalendarWords(
        months=tuple(months["wide"][number] for number in range(1, 13)),
        short_months=tuple(months["abbreviated"][number] for number in range(1, 13)),
        weekdays=tuple(days["wide"][number] for number in range(7)),
        eras=(eras[0], eras[1]),
        patterns={
            skeleton: _template(locale.datetime_skeletons[skeleton].pattern)
            for skeleton in SKELETONS
        },
        number=partial(format_decimal, locale=locale),
        sizes=sizes,
    )


def _template(pattern: str) -> str:
    """A CLDR pattern (`d 'de' MMM y`) as a template."""
    from babel.dates import tokenize_pattern

    parts = []
    for _, value in tokenize_pattern(pattern):
        if isinstance(value, str):
            parts.append(value.replace("{", "{{").replace("}", "}}"))
        else:
            letter = value[0].replace("L", "M").replace("Y", "y")
            parts.append("{" + letter * (value[1] if letter in "Md" else 1) + "}")
    return "".join(parts)


ENGLISH = CalendarWords(
    months=MONTH_NAMES,
    short_months=tuple(name[:3] for name in MONTH_NAMES),
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    eras=("BC", "AD"),
    patterns={
        "GyMMMd": "{d} {MMM} {y} {G}",
        "GyMMM": "{MMM} {y} {G}",
        "Gy": "{y} {G}",
        "yMMMd": "{d} {MMM} {y}",
        "yMMM": "{MMM} {y}",
        "yMMMM": "{MMMM} {y}",
        "y": "{y}",
        "MMMd": "{d} {MMM}",
        "MMM": "{MMM}",
        "d": "{d}",
    },
    number=_english_number,
    sizes=(),
)

_OWN = {"en": ENGLISH}
