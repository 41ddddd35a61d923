"""Kinds of dates in words, which articles, records and people all say."""

from __future__ import annotations

from importlib import import_module

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import days

from timeline.dates import Date, parse
from timeline.errors import DateError
from timeline.temporal import tag
from timeline.temporal.bounds import BOUNDS, bounded
from timeline.temporal.human import read
from timeline.temporal.languages import LANGUAGES, language
from timeline.temporal.reader import read_said

TODAY = parse("2024-11-14")
IN_ENGLISH = {
    "the 16th century": "15XX", "Q1 2020": "2020-33", "the 1990s": "199X", "circa 1890": "1890~",
    "in or about March 1891": "1891-03~", "early November 2024": "2024-11", "44 BC": "-0043",
    "AD 520": "0520", "first half of 2024": "2024-40", "15 March 44 BC": "-0043-03-15",
    "the first half of the 19th century": "[1801..1850]", "spring 2024": "2024-21",
    "18 Brumaire, year VIII": "1799-11-09", "9 Thermidor II": "1794-07-27",
    "25 Aban 1403": "2024-11-15", "10 Tishri 5784": "2023-09-25", "1 Ramadan 1445": "2024-03-11~",
    "14 Adar 5784": "2024-03-24", "14 Adar 5783": "2023-03-07", "14 Adar I 5784": "2024-02-23",
    "25 October 1917 (O.S.)": "1917-11-07", "Khordad 1342": "[1963-05-22..1963-06-21]",
    "Ramadan 1445": "[2024-03-11~..2024-04-09~]", "the second millennium BC": "-1XXX",
}  # fmt: skip
IN_FRENCH = {
    "le XVIe siècle": "15XX", "T1 2020": "2020-33", "les années 1990": "199X", "vers 1890": "1890~",
    "aux environs de mars 1891": "1891-03~", "début novembre 2024": "2024-11",
    "44 av. J.-C.": "-0043", "520 apr. J.-C.": "0520", "le premier semestre 2024": "2024-40",
    "le 15 mars 44 av. J.-C.": "-0043-03-15", "le printemps 2024": "2024-21",
    "la première moitié du XIXe siècle": "[1801..1850]", "18 brumaire an VIII": "1799-11-09",
    "9 thermidor an II": "1794-07-27", "25 aban 1403": "2024-11-15", "10 tichri 5784": "2023-09-25",
    "1er ramadan 1445": "2024-03-11~", "25 octobre 1917 (ancien style)": "1917-11-07",
    "25 octobre 1917 (calendrier julien)": "1917-11-07", "IIe millénaire av. J.-C.": "-1XXX",
}  # fmt: skip
ALL = [("en", *row) for row in IN_ENGLISH.items()] + [("fr", *row) for row in IN_FRENCH.items()]


@pytest.mark.parametrize(("code", "text", "edtf"), ALL)
def test_one_reader(code: str, text: str, edtf: str) -> None:
    """A person types it, a record says it and an article has it: it is one date."""
    assert read(text, today=TODAY) == parse(edtf)
    assert read_said(text, code) == parse(edtf)
    frames = {"en": "The pact, of {}, was broken.", "fr": "Le pacte, {}, fut rompu."}
    found = tag(frames[code].format(text), language=code, published=TODAY)
    assert [one.edtf for one in found] == [parse(edtf)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("1453 or 1454", "[1453,1454]"),
        ("1453 ou 1454", "[1453,1454]"),
        ("between 1480 and 1490", "[1480..1490]"),
        ("entre 1480 et 1490", "[1480..1490]"),
        ("entre 1899 et 1905", "[1899..1905]"),
        ("de 1873 à 1878", "1873/1878"),
        ("1873-1878", "1873/1878"),
        ("from 8 May to 5 November 2018", "2018-05-08/2018-11-05"),
        ("les années 90", "199X"),
        ("XIXe siècle", "18XX"),
        ("19th century", "18XX"),
        ("le 18 avril 2018 à 10 h", "2018-04-18T10:00"),
        ("11:30 p.m. EST on 11 November 2024", "2024-11-11T23:30-05:00"),
        ("11 novembre 2024, 23:30 GMT", "2024-11-11T23:30Z"),
        ("11 November 2024 at 8 pm (GMT +8)", "2024-11-11T20:00+08:00"),
        ("yesterday at noon", "2024-11-13T12:00"),
        ("before 2012", "[..2011]"),
        ("avant 2012", "[..2011]"),
        ("before the 1990s", "[..1989]"),
        ("before the 19th century", "[..1799]"),
        ("before spring 2024", "[..2024-02]"),
        ("avant novembre 2024", "[..2024-10]"),
        ("prior to 1 January 2024", "[..2023-12-31]"),
        ("before 8 May 2018, 10:00", "[..2018-05-08T09:59]"),
        ("before 8 May 2018, 00:00 UTC+02:00", "[..2018-05-07T23:59+02:00]"),
        ("before circa 1890", "[..1889~]"),
        ("before 13.8 billion BC", "[..Y-13800000001]"),
        ("by 2012", "[..2012]"),
        ("in or before 1850", "[..1850]"),
        ("1850 or earlier", "[..1850]"),
        ("d'ici 2012", "[..2012]"),
        ("en 1850 au plus tard", "[..1850]"),
        ("after 2012", "[2013..]"),
        ("après le 31 décembre 2012", "[2013-01-01..]"),
        ("2012 or later", "[2012..]"),
        ("2012 ou plus tard", "[2012..]"),
        ("since 2015", "2015/"),
        ("à partir de 2015", "2015/"),
        ("jusqu'en mars 2025", "/2025-03"),
        ("perhaps 1890", "1890?"),
        ("about 1890 (uncertain)", "1890%"),
        ("last weekend", "[2024-11-09..2024-11-10]"),
        ("this quarter", "2024-36"),
        ("between last monday and yesterday", "[2024-11-11..2024-11-13]"),
        ("a Monday of November 2024", "[2024-11-04,2024-11-11,2024-11-18,2024-11-25]"),
        ("4, 11 ou 18 novembre 2024", "[2024-11-04,2024-11-11,2024-11-18]"),
        ("hier", "2024-11-13"),
    ],
)
def test_typed(text: str, edtf: str) -> None:
    """What only stands alone, or is put together."""
    assert read(text, today=TODAY) == parse(edtf)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("31 brumaire an VIII", "no such day"),
        ("31 Tishri 5784", "no such day"),
        ("29 February 1900 or 1 March 1900", "February 1900 has 28 days"),
        ("avant le 30 février 2024", "February 2024 has 29 days"),
        ("between 03/04/2024 and 5 May 2024", "ambiguous: write 2024-04-03 or 2024-03-04"),
        ("Tuesday 11 November 2024 at 10:00", "is a Monday"),
        ("between 11 and 12 November", "which year"),
        ("since november", "which year"),
        ("11 novembre 24", "four digits"),
    ],
)
def test_why_it_is_no_date(text: str, words: str) -> None:
    """Wherever it stands in what is typed, it is said."""
    with pytest.raises(DateError, match=words):
        read(text, today=TODAY)


@given(days(1000), st.sampled_from(BOUNDS))
def test_bounds(day: str, bound: str) -> None:
    """Before and after leave the date out, all others have it in; together they are all."""
    assume("1000-01-02" < day < "9999-12-30")
    date = parse(day)
    assert (date in bounded(bound, date)) == (bound not in ("before", "after"))
    before, after = bounded("before", date), bounded("after", date)
    assert (before.latest, after.earliest) == (date.earliest, date.latest)


@given(days(1583, 9000), st.sampled_from(sorted(LANGUAGES)))
def test_old_style(day: str, code: str) -> None:
    """A day of the Julian calendar is the day that `convertdate` gives."""
    julian = import_module("convertdate.julian")
    year, month, number = map(int, day.split("-"))
    name = next(word for word in language(code).months if len(word) > 2 and _is(word, month, code))
    style = {"en": "(Old Style)", "fr": "(ancien style)", "es": "(calendario juliano)"}[code]
    expected = "-".join(f"{part:02d}" for part in julian.to_gregorian(year, month, number))
    assert read(f"{number} {name} {year} {style}") == parse(expected)


def _is(word: str, month: int, code: str) -> bool:
    from timeline.temporal.words import MONTHS

    return language(code).months[word] == MONTHS[month - 1]


@pytest.mark.parametrize("first", ["Jean", "Marie", "J.", "M.", "Mme", "Le ministre Jean"])
@pytest.mark.parametrize("surname", ["Toussaint", "Noël", "Pâques", "Halloween"])
def test_a_surname_is_no_feast(first: str, surname: str) -> None:
    """Names are names, also where only the surname is said later."""
    text = f"{first} {surname} a démissionné hier. {surname} n'a rien dit."
    found = tag(text, language="fr", published=TODAY)
    assert [one.text for one in found] == ["hier"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Noël Mamère a refusé."),
        ("fr", "Selon Noël Forgeard, c'est faux."),
        ("en", "Mr Easter, Mrs Christmas and Judge Friday resigned."),
        ("en", "Noel Christmas resigned, said Christmas."),
        ("en", "Ms June spoke."),
    ],
)
def test_a_first_name_or_a_titled_name_is_no_date(code: str, text: str) -> None:
    """A surname behind it or a title before it tells it."""
    assert tag(text, language=code, published=TODAY) == []


@pytest.mark.parametrize(
    ("code", "text", "edtf"),
    [
        ("fr", "Il viendra à Noël.", "2024-12-25"),
        ("fr", "Noël approche.", "2024-12-25"),
        ("fr", "Depuis Pâques, il se tait.", "2024-03-31"),
        ("fr", "La Toussaint sera chômée.", "2025-11-01"),
        ("fr", "Il est mort à la Toussaint.", "2024-11-01"),
        ("en", "Over Christmas Trump rested.", "2023-12-25"),
        ("en", "At Easter Paul fell ill.", "2024-03-31"),
        ("en", "Last June Mr Jones resigned.", "2024-06"),
        ("en", "On Friday Biden resigned.", "2024-11-08"),
    ],
)
def test_a_feast_is_a_date(code: str, text: str, edtf: str) -> None:
    """Words before it that are no names leave it a date."""
    found = tag(text, language=code, published=TODAY)
    assert [one.edtf for one in found] == [parse(edtf)]


MONTHS_OF_OTHERS = [
    (code, word, name.partition(" ")[0])
    for code in LANGUAGES
    for word, name in language(code).slots.get("foreign", {}).items()
]
EVERYDAY = [row for row in MONTHS_OF_OTHERS if row[1] in language(row[0]).everyday]
# A year of each calendar, and how its name is written behind it.
YEARS = {"republican": 8, "hebrew": 5784, "islamic": 1445, "persian": 1403}
TOLD = {
    "en": {
        "republican": "year 8",
        "hebrew": "57 AM",
        "islamic": "57 AH",
        "persian": "57 (in the Persian calendar)",
    },
    "fr": {
        "republican": "an 8",
        "hebrew": "57 du calendrier hébraïque",
        "islamic": "57 de l'Hégire",
        "persian": "57 (calendrier persan)",
    },
}


def of_other_calendars(text: str, code: str) -> list[str]:
    """Give the dates of other calendars that a text is read to have."""
    found = tag(text, language=code, published=TODAY)
    return [one.text for one in found if "another calendar" in one.rule]


@given(st.sampled_from(MONTHS_OF_OTHERS), st.integers(1, 999))
def test_a_month_with_a_short_number_is_no_date(month: tuple[str, str, str], number: int) -> None:
    """Neither "pas de tir 40" nor "Rajab 11 people" says that it is a year."""
    code, word, _ = month
    assert of_other_calendars(f"X {word} {number} m, {word.title()} {number}.", code) == []


@given(st.sampled_from(EVERYDAY), st.integers(1, 9999))
def test_an_everyday_word_is_no_month(month: tuple[str, str, str], number: int) -> None:
    """Whatever number stands behind it, it is one only with a day or its calendar."""
    code, word, _ = month
    assert of_other_calendars(f"X {word} {number}.", code) == []


@pytest.mark.parametrize(("code", "word", "calendar"), MONTHS_OF_OTHERS)
def test_a_month_with_a_day_or_its_calendar_is_a_date(code: str, word: str, calendar: str) -> None:
    """Every word for every month of the other calendars, everyday words too."""
    for date in (f"3 {word} {YEARS[calendar]}", f"{word} {TOLD[code][calendar]}"):
        assert of_other_calendars(f"X, {date}, Y.", code) == [date]


@pytest.mark.parametrize("code", LANGUAGES)
def test_everyday_words_are_months(code: str) -> None:
    """None is listed in vain."""
    assert language(code).everyday <= language(code).slots.get("foreign", {}).keys()


@pytest.mark.parametrize("text", ["22 Bahman 57", "29 Tammuz, 7 AD", "5 Nissan 350"])
def test_a_year_that_its_calendar_does_not_write_is_no_date(text: str) -> None:
    """A short form of 1357, and years before anybody counted so."""
    assert of_other_calendars(f"X, {text}, Y.", "en") == []
    with pytest.raises(DateError):
        read_said(text)


def test_calendars_are_imported_when_they_are_met() -> None:
    """`convertdate` costs nothing where no date of another calendar stands."""
    import subprocess
    import sys

    code = (
        "import sys\n"
        "from timeline.temporal.human import read\n"
        "read('11 novembre 2024'), read('between 1480 and 1490')\n"
        "assert 'convertdate' not in sys.modules\n"
        "read('18 brumaire an VIII')\n"
        "assert 'convertdate' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_day_without_daylight_saving_keeps_its_zone() -> None:
    """Times of two zones are put in order: five minutes lie between them."""
    text = (
        "At 11:30 p.m. EST on Monday, rebels attacked the depot. "
        "At 04:35 GMT on Tuesday, the army attacked the rebels."
    )
    times = [
        one.edtf
        for one in tag(text, language="en", published=TODAY)
        if one.type == "TIME" and isinstance(one.edtf, Date)
    ]
    assert [str(time) for time in times] == ["2024-11-11T23:30-05:00", "2024-11-12T04:35Z"]
    first, second = times
    assert (second.earliest or 0) - (first.earliest or 0) == 300


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("15 September next year", "2025-09-15"),
        ("May of last year", "2023-05"),
        ("spring of last year", "2023-21"),
        ("second quarter of next year", "2025-34"),
        ("le 6 mars de l'an prochain", "2025-03-06"),
        ("mars de l'année dernière", "2023-03"),
    ],
)
def test_of_another_year(text: str, edtf: str) -> None:
    """It needs the day on which it is said; no rule has it, and none is guessed."""
    assert read(text, today=TODAY) == parse(edtf)
    with pytest.raises(DateError):
        read_said(text)
