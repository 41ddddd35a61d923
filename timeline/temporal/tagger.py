"""The pass over a text."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from timeline.errors import DateError
from timeline.temporal.context import Context
from timeline.temporal.folded import fold
from timeline.temporal.frames import marked, openings
from timeline.temporal.grammar import Found, Grammar, fitting, grammar, tokens
from timeline.temporal.meanings import MEANINGS
from timeline.temporal.people import PersonNames
from timeline.temporal.tense import Tenses
from timeline.temporal.timex import Meaning, Timex

if TYPE_CHECKING:
    from timeline.dates import Date

_HEAD, _LINES = 2_000, 5  # characters and lines at the beginning in which a text may be dated
_DATE_LINE_END = re.compile(r"[ .,]{0,3}(?:$|[-;] )")  # a dash is folded to one of these
_NEAR = 12  # characters between a day and a time of it: "mardi, vers 8 h"
_ABOUT = 24  # characters of an "about"


def tag(text: str, *, language: str, published: Date | None) -> list[Timex]:
    """Find the expressions of time in a text.

    Args:
        text: any text, as it is.
        language: a key of `languages.LANGUAGES`.
        published: the date of its source, on which "yesterday" and the like depend; of any
            precision. None if it is not known: then a date that stands alone on one of the first
            lines counts as the date of the source, and without one, what depends on it has an
            unspecified value (`XXXX-WXX-1`).

    Returns:
        The expressions in order, without overlap. Offsets are in characters of the text.
    """
    return tagged(text, grammar(language), published)


def tagged(text: str, known: Grammar, published: Date | None) -> list[Timex]:
    """The same as `tag`, with a grammar."""
    folded = fold(text)
    tenses = Tenses(folded.lower, folded.cased, known.language.clues)
    context = Context(folded, known, published, tenses)
    people = PersonNames(folded, known.language.names)
    found: list[Timex] = []
    done = 0
    for token in tokens(folded, known):
        if token.start() < done:
            continue
        fits = fitting(token, done, known)
        if not fits:
            continue
        context.headings.advance(token.start())
        if fits[0].rule.kind == "clock":
            _find_day(fits[0].match, context)
        taken = _first_meaning(fits, context)
        if taken is None or people.has(taken[0]):
            continue
        one, meaning = taken
        start, end = one.match.span()
        start, meaning = _approximate(start, done, meaning, context)
        if meaning.type == "DURATION" or "count" in one.slots:
            start = _hedged(start, done, context)
        done = end
        found.append(_timex(text, folded.place(start), folded.place(done), one, meaning))
        context.note(meaning)
        if meaning.edtf is not None:
            context.headings.note(start, done, meaning.edtf)
        if meaning.day is not None:
            context.named_at = done
        if context.published is None and _is_date_line(folded.bare, start, done, meaning):
            context.published = meaning.day
    return found


def _approximate(start: int, done: int, meaning: Meaning, context: Context) -> tuple[int, Meaning]:
    """Where an expression begins with its "about", and its meaning as it is then."""
    date = meaning.edtf
    if meaning.type != "DATE" or meaning.relative or date is None or date.kind != "point":
        return start, meaning
    before = openings(context.known.language.frames, "about")
    about = before.search(context.folded.bare, max(done, start - _ABOUT), start)
    if about is None:
        return start, meaning
    return about.start(), meaning._replace(edtf=marked(date, "~"))


def _hedged(start: int, done: int, context: Context) -> int:
    """Where a length of time begins with its "more than"."""
    hedge = _hedges(context.known.language.hedges)
    found = hedge.search(context.folded.bare, max(done, start - _ABOUT), start)
    return found.start() if found else start


@lru_cache
def _hedges(hedges: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{hedges})$")


def _find_day(time: re.Match[str], context: Context) -> None:
    """Learn the day of a time: of the heading of its entry, or one that stands after it."""
    if context.headings.opens_entry(*time.span()):
        context.open_entry()
    elif time.start() - context.named_at > _NEAR:
        _look_ahead(time.end(), context)


def _look_ahead(end: int, context: Context) -> None:
    """Learn the day that stands after a time of day: "0 h 40, jeudi", "6 p.m. on Monday"."""
    gap = re.compile(context.known.language.to_day).match(context.folded.bare, end)
    if gap is None:
        return
    token = next(tokens(context.folded, context.known, gap.end()), None)
    if token is None or token.start() != gap.end():
        return
    taken = _first_meaning(fitting(token, end, context.known), context)
    if taken and taken[1].day is not None:
        context.remember(taken[1].day)


def _first_meaning(fits: list[Found], context: Context) -> tuple[Found, Meaning] | None:
    """The first rule that has a meaning; that there is no such day is none."""
    for one in fits:
        with suppress(DateError):
            meaning = MEANINGS[one.rule.kind](one, context)
            if meaning is not None:
                return one, meaning
    return None


def _timex(text: str, start: int, end: int, one: Found, meaning: Meaning) -> Timex:
    rule = ", ".join(part for part in (one.rule.name, meaning.how) if part)
    if meaning.anchor:
        rule += f" @ {meaning.anchor}"
    return Timex(
        start,
        end,
        text[start:end],
        meaning.type,
        meaning.value,
        meaning.edtf,
        rule,
        meaning.relative,
    )


def _is_date_line(text: str, start: int, end: int, meaning: Meaning) -> bool:
    """Whether a full date stands alone on one of the first lines, or opens it: "3 May 2019. -"."""
    if meaning.day is None or start > _HEAD or text.count("\n", 0, start) > _LINES:
        return False
    before = text[text.rfind("\n", 0, start) + 1 : start]
    after = text[end : end + _HEAD].partition("\n")[0]
    return not before.strip(" .,") and bool(_DATE_LINE_END.match(after))
