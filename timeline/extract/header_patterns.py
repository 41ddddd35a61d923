"""The patterns of what stands above an article, for the words of all languages at once: a header is
read before the language is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from timeline.extract.languages import LANGUAGES, prose_language

if TYPE_CHECKING:
    from timeline.extract.languages.language import Header

# What pages and the programs that make them call the fields, whatever their language.
_TECHNICAL: Mapping[str, tuple[str, ...]] = {
    "published": ("pubdate", "datepublished"),
    "publisher": ("sitename",),
    "url": ("url", "canonical", "canonical url", "permalink"),
    "language": ("lang",),
    "": ("tags", "copyright"),
}
_WORD = r"[^\W\d_]{3,10}\.?"
# Particles of names of persons, and what stands between two names.
_PARTICLES = ("van", "von", "der", "den", "di", "da", "al", "el", "bin", "ben", "&")
_AGENCIES = (
    r"(?:AFP|AP|AP Photo|Reuters|EPA|Getty|Getty Images|Belga|Sipa|SIPA|Keystone|ANSA|dpa|DPA"
    r"|Depositphotos|Shutterstock)"
)
_DASH = r"\s*(?:—|[-–]{1,2}(?=\s))\s*"
_CAPS = r"[A-ZÀ-ÖØ-ÞŒ][A-ZÀ-ÖØ-ÞŒ.-]+"
_CAPITALISED = r"[A-ZÀ-ÖØ-ÞŒ][\w.'’-]*"
_AGENCY = r"\(\s?(?P<agency>[A-Z][\w .&/-]{1,30})\)"
_UPPER = rf"{_CAPS}(?:(?:,\s|[\s/])(?:{_CAPS}|[A-Z][a-z]+\.?)){{0,4}}"


class HeaderPatterns(NamedTuple):
    """What finds the pieces of a header.

    fields: what a field is called, folded -> the field of the metadata; '' for one left out.
    date: a date that is written out, with its year.
    dated, updated: what stands before a date of publication, and of a change.
    clock: a time of day.
    author: an author and what stands before; the name is the first group.
    byline: what stands before an author.
    no_author: how what is no name begins.
    credit: a line that says who made a picture, or sends to another article.
    datelines: what stands before the first sentence, with groups `date` and `agency`.
    earlier: what tells of an earlier text of the article.
    corrects, retracts: a paragraph that says that the article was corrected, or is taken back.
    paywall: how a line begins that says that the rest is for those who pay.
    wrote: the line above a quoted letter, with groups `date` and `author`.
    """

    fields: Mapping[str, str]
    date: re.Pattern[str]
    dated: re.Pattern[str]
    updated: re.Pattern[str]
    clock: re.Pattern[str]
    author: re.Pattern[str]
    byline: re.Pattern[str]
    no_author: re.Pattern[str]
    credit: re.Pattern[str]
    datelines: tuple[re.Pattern[str], ...]
    earlier: re.Pattern[str]
    corrects: re.Pattern[str]
    retracts: re.Pattern[str]
    paywall: re.Pattern[str]
    wrote: re.Pattern[str]


@lru_cache(maxsize=1)
def header_patterns() -> HeaderPatterns:
    """Return the patterns, compiled when they are first asked for."""
    headers = [prose_language(code).header for code in LANGUAGES]
    date = _date(headers)
    on = _any(header.on for header in headers)
    no_author = _any(header.no_author for header in headers)
    earlier = _any([header.earlier] for header in headers)
    return HeaderPatterns(
        fields={
            name: field
            for keys in (_TECHNICAL, *(header.keys for header in headers))
            for field, names in keys.items()
            for name in names
        },
        date=re.compile(date),
        dated=_ignoring_case(rf"{_any(h.dated for h in headers)}(?:\s{on})?\s*:?\s*"),
        updated=_ignoring_case(rf"{_any([h.updated] for h in headers)}(?:\s{on})?\s*:?\s*"),
        clock=_clock(headers),
        author=_author(headers, no_author),
        byline=_ignoring_case(rf"^{_any(h.by for h in headers)}\s+"),
        no_author=re.compile(no_author),
        credit=_credit(headers),
        datelines=tuple(map(re.compile, _datelines(headers, date, on))),
        earlier=_ignoring_case(earlier),
        corrects=_ignoring_case(rf"{_any(h.corrects for h in headers)}|.{{0,200}}{earlier}"),
        retracts=_ignoring_case(_any(h.retracts for h in headers)),
        paywall=_ignoring_case(_any(h.paywalls for h in headers)),
        wrote=_wrote(headers, date, on),
    )


def _any(words: Iterable[Iterable[str]]) -> str:
    """A pattern for any of the words of the languages."""
    return f"(?:{'|'.join(dict.fromkeys(word for known in words for word in known))})"


def _ignoring_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _date(headers: list[Header]) -> str:
    ordinal, of = _any(h.ordinals for h in headers), _any(h.of for h in headers)
    return (
        r"(?:\d{4}-\d\d(?:-\d\d)?|\d{4}/\d\d?/\d\d?|\d\d?[/.-]\d\d?[/.-]\d{4}"
        rf"|(?:{_WORD},?\s+)?\d\d?{ordinal}?\s+(?:{of}\s+)?{_WORD},?\s+\d{{4}}"
        rf"|(?:{_WORD},?\s+)?{_WORD}\s+\d\d?{ordinal}?,?\s+\d{{4}}|{_WORD},?\s+\d{{4}})"
        r"(?=T\d|\W|$)(?!-\d)"
    )


def _clock(headers: list[Header]) -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:{_any(h.at for h in headers)}|@|T)\s*)?\d\d?(?:\s?[hH](?:\s?\d\d)?"
        r"|:\d\d(?::\d\d(?:[.,]\d+)?)?|(?=\s?[ap]\.?m))(?:\s?[ap]\.?m\.?)?"
        r"(?:\s?(?:Z|[A-Z]{2,4}|[+-]\d\d:?\d\d))*(?!\w)"
    )


def _author(headers: list[Header], no_author: str) -> re.Pattern[str]:
    particle = _any([_PARTICLES, *(h.particles for h in headers)])
    capital = rf"(?!{no_author})(?:[dlDL]['’])?[^\W\d_a-zß-öø-ÿ][\w'’.-]*"
    name = rf"{capital}(?:,?\s+(?:{particle}\s+){{0,2}}{capital}){{0,11}}"
    return re.compile(
        rf"(?i:{_any(h.by for h in headers)})\s*:?\s+({name})"
        rf"(?=\W*(?:$|[|•·(–—,-]|\d|Photo|[A-Z][a-z]+\.?,? \d"
        rf"|{_any(h.behind_author for h in headers)}))"
    )


def _wrote(headers: list[Header], date: str, on: str) -> re.Pattern[str]:
    address = r"[<\[(]?[^\s<>]{1,60}@[^\s<>]{1,60}[>\])]?"
    return re.compile(  # a clock's zone is in capitals: "18:00 Paul" has none
        rf"(?i:{on})\s(?P<date>{date})(?:,?\s{_clock(headers).pattern})?,?\s"
        rf"(?P<author>[^\W\d][^<>\[\]:@]{{1,80}}?)(?:\s{address})?"
        rf"\s(?i:{_any(h.wrote for h in headers)})\s?:"
    )


def _credit(headers: list[Header]) -> re.Pattern[str]:
    picture = _any(h.pictures for h in headers)
    illustrating = _any([h.illustrating] for h in headers)
    return _ignoring_case(
        r"[(\[]?(?:"
        rf"{_any([h.credits] for h in headers)}(?:\s?-?{picture})?\s?:.*"
        rf"|{picture}(?:\s{illustrating})?\.?\s?[:©].*"
        rf"|{picture}\b[^.!?]*\b(?:{_any(h.makers for h in headers)}|via|©)\s?"
        r"(?-i:[A-Z©]).*(?<![.!?…])"
        r"|(?:©|\(c\)).*"
        r"|.*©.*"
        rf"|[^.!?]*/\s?(?-i:{_AGENCIES})"
        rf"|{_any([h.further] for h in headers)}\b\s?:?.*)[)\]]?"
    )


def _datelines(headers: list[Header], date: str, on: str) -> tuple[str, ...]:
    """The patterns of datelines; the first that fits counts."""
    particle, ordinal = _any(h.place_particles for h in headers), _any(h.ordinals for h in headers)
    place = rf"{_CAPITALISED}(?:(?:,\s|[\s/])(?:{particle}\s)?{_CAPITALISED}){{0,4}}"
    day = rf"(?:(?:{on}\s+)?\d\d?{ordinal}?\s+{_WORD}|{_WORD}\s+\d\d?)"  # without its year
    agency = rf"(?:\s*{_AGENCY}[.,:]?)?"
    return (
        rf"(?P<date>{date})[.,:]?{agency}{_DASH}(?:{place}(?:\s*\([^()]{{2,30}}\))?{_DASH})?",
        rf"{place},?\s+\(?(?:{on}\s+)?(?P<date>{date})\)?[.,:]?{agency}{_DASH}",
        rf"{_UPPER}(?:,\s+{day})?[.,:]?{agency}{_DASH}(?!\s*[a-zß-öø-ÿ])",
        rf"(?:{place}(?:,\s+{day})?[.,:]?\s*)?{_AGENCY}{_DASH}",
    )
