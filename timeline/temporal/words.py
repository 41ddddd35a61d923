"""The words of each language: the names in its calendar, and how its sources speak of time.

One table per language; a further language is one more table and one line in LANGUAGES. Every text
is compared folded (see `fold`): lower case, no accents, plain spaces and apostrophes. So are the
patterns here.

A phrase is a pattern and the rule it stands for, in the notation of `relative`. In a pattern,
{weekday}, {month}, {season}, {unit}, {count} and {day} stand for any such word or number, and
{rest} for a further phrase or date that the bound applies to; in the rule the same words stand for
what was found, {name} for whichever of weekday, month, season and unit it was, and {mm} for the
number of the month. The first pattern that fits the whole text wins.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november",
    "december",
)  # fmt: skip
SEASONS = ("spring", "summer", "autumn", "winter")
_SPACES = re.compile(r"\s+")
_SAME = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‑": "-", "‐": "-"})


class Words(NamedTuple):
    """What `read_said` and `read` know of a language: its words, folded, with the name or number
    they stand for.
    """

    weekdays: dict[str, str]
    months: dict[str, str]
    seasons: dict[str, str]
    units: dict[str, str]
    counts: dict[str, str]
    phrases: tuple[tuple[str, str], ...]
    circa: str  # pattern: about
    before_christ: str  # pattern: after a year
    examples: str


def fold(text: str) -> str:
    """Lower case, without accents, with plain apostrophes, hyphens and single spaces."""
    bare = "".join(
        c
        for c in unicodedata.normalize("NFKD", text.translate(_SAME))
        if not unicodedata.combining(c)
    )
    return _SPACES.sub(" ", bare.casefold()).strip()


def _names(names: tuple[str, ...], words: str) -> dict[str, str]:
    """Words to names: one group of synonyms per name, groups separated by white space, synonyms by
    a bar.
    """
    groups = words.split()
    return {
        word: name for name, group in zip(names, groups, strict=True) for word in group.split("|")
    }


_UNITS = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
_COUNTS = tuple(str(number) for number in range(1, 13))

ENGLISH = Words(
    weekdays=_names(WEEKDAYS, "monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thurs "
    "friday|fri saturday|sat "
                              "sunday|sun"),
    months=_names(MONTHS, "january|jan february|feb march|mar april|apr may june|jun july|jul "
    "august|aug "
                          "september|sept|sep october|oct november|nov december|dec"),
    seasons=_names(SEASONS, "spring summer autumn|fall winter"),
    units=_names(_UNITS, "second|seconds minute|minutes hour|hours day|days week|weeks "
    "month|months year|years "
                         "decade|decades century|centuries"),
    counts=_names(_COUNTS, "a|an|one two three four five six seven eight nine ten eleven twelve"),
    phrases=(
        (r"today|tonight|this (?:morning|afternoon|evening|day)", "+0 day"),
        (r"yesterday(?: (?:morning|afternoon|evening))?|last night|the day before", "-1 day"),
        (r"the day before yesterday", "-2 day"),
        (r"tomorrow(?: (?:morning|afternoon|evening|night))?|the next day|the day after", "+1 day"),
        (r"the day after tomorrow", "+2 day"),
        (r"before (?:the )?(?:publication|article|report)", "before"),
        (r"after (?:the )?(?:publication|article|report)", "after"),
        (r"since (?:the )?(?:publication|article|report)", "since"),
        (r"(?:before|prior to|by) {rest}", "before"),
        (r"after {rest}", "after"),
        (r"since {rest}", "since"),
        (r"(?:until|till) {rest}", "until"),
        (r"{count} {unit} (?:ago|earlier|before)", "-{count} {unit}"),
        (r"in {count} {unit}|{count} {unit} (?:later|from now)", "+{count} {unit}"),
        (r"(?:on |this )?(?:past )?{weekday}(?: (?:morning|afternoon|evening|night))?",
        "this {weekday}"),
        (r"(?:on )?last {weekday}(?: (?:morning|afternoon|evening|night))?|the previous {weekday}",
        "last {weekday}"),
        (r"(?:on )?next {weekday}(?: (?:morning|afternoon|evening|night))?", "next {weekday}"),
        (r"(?:on )?{weekday},? (?:the )?{day}(?:st|nd|rd|th)?(?: of)? {month}",
        "nearest {weekday} --{mm}-{day}"),
        (r"(?:on )?{weekday},? {month} (?:the )?{day}(?:st|nd|rd|th)?", ("nearest {weekday} "
        "--{mm}-{day}")),
        ((r"(?:on )?(?:the )?{day}(?:st|nd|rd|th)?(?: of)? {month}|(?:on )?{month} (?:the "
        r")?{day}(?:st|nd|rd|th)?"),
         "nearest --{mm}-{day}"),
        (r"(?:in |during )?(?:the )?(?P<direction>this|last|next) (?:{month}|{season}|{unit})",
        "{direction} {name}"),
        (r"(?:in |during )?(?:the )?(?:previous|past) {unit}", "last {unit}"),
        (r"(?:in |during )?(?:the )?(?:following|coming) {unit}", "next {unit}"),
        (r"(?:(?:in|during) )?(?:early |late |mid-)?{month}", "nearest {month}"),
        (r"(?:(?:in|during) )?(?:the )?{season}", "nearest {season}"),
    ),
    circa=r"(?:c\.|ca\.?|circa|about|around)",
    before_christ=r"(?:bce?|b\.c\.(?:e\.)?)",
    examples="this Monday, last Friday, yesterday, 3 days ago, in 2 weeks, last month, in "
    "November, on 11 November, "
             "before publication, 11 November 2024",
)  # fmt: skip

FRENCH = Words(
    weekdays=_names(WEEKDAYS, "lundi mardi mercredi jeudi vendredi samedi dimanche"),
    months=_names(MONTHS, "janvier|janv fevrier|fevr|fev mars avril|avr mai juin juillet|juil "
    "aout septembre|sept "
                          "octobre|oct novembre|nov decembre|dec"),
    seasons=_names(SEASONS, "printemps ete automne hiver"),
    units=_names(_UNITS, "seconde|secondes minute|minutes heure|heures jour|jours "
    "semaine|semaines mois "
                         "an|ans|annee|annees decennie|decennies siecle|siecles"),
    counts=_names(_COUNTS, "un|une deux trois quatre cinq six sept huit neuf dix onze douze"),
    phrases=(
        (r"aujourd'hui|ce jour|ce matin|ce midi|ce soir|cet(?:te)? apres-midi|cette nuit",
        "+0 day"),
        (r"hier(?: (?:matin|midi|soir|apres-midi))?|la veille(?: au soir)?", "-1 day"),
        (r"avant-hier(?: (?:matin|midi|soir))?|l'avant-veille", "-2 day"),
        (r"demain(?: (?:matin|midi|soir|apres-midi))?|le lendemain", "+1 day"),
        (r"apres-demain|le surlendemain", "+2 day"),
        (r"avant (?:la |cette )?publication|avant (?:l'|cet )article", "before"),
        (r"apres (?:la |cette )?publication|apres (?:l'|cet )article", "after"),
        (r"depuis (?:la |cette )?publication", "since"),
        (r"avant {rest}", "before"),
        (r"apres {rest}", "after"),
        (r"depuis {rest}", "since"),
        (r"jusqu'(?:a |au |en )?{rest}", "until"),
        (r"il y a {count} {unit}|voici {count} {unit}|{count} {unit} (?:plus tot|auparavant)",
        "-{count} {unit}"),
        (r"(?:dans|d'ici) {count} {unit}|{count} {unit} plus tard", "+{count} {unit}"),
        (r"(?:ce |le )?{weekday}(?: (?:matin|midi|soir|apres-midi))?", "this {weekday}"),
        (r"(?:le )?{weekday} (?:dernier|passe|precedent)", "last {weekday}"),
        (r"(?:le )?{weekday} (?:prochain|suivant)", "next {weekday}"),
        (r"(?:le |ce )?{weekday} {day}(?:er)? {month}", "nearest {weekday} --{mm}-{day}"),
        (r"(?:le |ce )?{day}(?:er)? {month} (?:dernier|passe)", "last --{mm}-{day}"),
        (r"(?:le |ce )?{day}(?:er)? {month} prochain", "next --{mm}-{day}"),
        (r"(?:le |ce )?{day}(?:er)? {month}", "nearest --{mm}-{day}"),
        (r"(?:en |l'|le |la )?(?:{month}|{season}|{unit}) (?:derniere?|passee?|precedente?)",
        "last {name}"),
        (r"(?:en |l'|le |la )?(?:{month}|{season}|{unit}) (?:prochaine?|suivante?)", "next {name}"),
        (r"ce(?:t|tte)? (?:{season}|{unit})(?:-ci)?", "this {name}"),
        (r"(?:en |au mois de |au mois d'|(?:debut|mi-|fin)[ -]?)?{month}", "nearest {month}"),
        (r"(?:en |au |l'|le |cet |pendant l')?{season}", "nearest {season}"),
    ),
    circa=r"(?:vers|environ|circa|ca\.?)",
    before_christ=r"(?:av\.? ?j\.?-?c\.?|avant (?:j\.?-?c\.?|jesus-christ|notre ere))",
    examples="ce lundi, lundi dernier, hier, il y a 3 jours, dans 2 semaines, le mois dernier, en "
    "novembre, "
             "le 11 novembre, avant la publication, 11 novembre 2024",
)  # fmt: skip

LANGUAGES = {"en": ENGLISH, "fr": FRENCH}


def one_of(words: dict[str, str]) -> str:
    """A pattern for any of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@lru_cache(maxsize=len(LANGUAGES))
def compiled(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The phrases of a language as patterns whose groups carry the name of the slot and the number
    of the use.
    """
    words = LANGUAGES[language]
    slots = {
        "weekday": one_of(words.weekdays),
        "month": one_of(words.months) + r")\.?(?:",
        "season": one_of(words.seasons),
        "unit": one_of(words.units),
        "count": r"\d{1,6}|" + one_of(words.counts),
        "day": r"[12]\d|3[01]|0?[1-9]",
        "rest": r".+",
    }
    return tuple((_with_slots(pattern, slots), rule) for pattern, rule in words.phrases)


def _with_slots(pattern: str, slots: dict[str, str]) -> re.Pattern[str]:
    parts = re.split(r"\{(weekday|month|season|unit|count|day|rest)\}", pattern)
    for index in range(1, len(parts), 2):
        parts[index] = f"(?P<{parts[index]}_{index}>{slots[parts[index]]})"
    return re.compile("".join(parts))
