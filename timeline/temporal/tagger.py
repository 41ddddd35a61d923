"""The pass over a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.temporal.context import Context
from timeline.temporal.folded import fold
from timeline.temporal.grammar import Found, fitting, grammar, tokens
from timeline.temporal.meanings import MEANINGS
from timeline.temporal.timex import Meaning, Timex

if TYPE_CHECKING:
    from timeline.dates import Date

_HEAD, _LINES = 2_000, 5  # characters and lines at the beginning in which a text may be dated
_NEAR = 12  # characters between a day and a time of it: "mardi, vers 8 h"
_TO_DAY = re.compile(r",? (?:le |on )?")


def tag(text: str, *, language: str, published: Date | None) -> list[Timex]:
    """Find the expressions of time in a text.

    Args:
        text: any text, as it is.
        language: a key of `grammar.LANGUAGES`: `fr` or `en`.
        published: the date of its source, on which "yesterday" and the like depend; of any
            precision. None if it is not known: then a date that stands alone on one of the first
            lines counts as the date of the source, and without one, what depends on it has an
            unspecified value (`XXXX-WXX-1`).

    Returns:
        The expressions in order, without overlap. Offsets are in characters of the text.
    """
    folded = fold(text)
    known = grammar(language)
    context = Context(folded, known, published)
    found: list[Timex] = []
    done = 0
    for token in tokens(folded, known):
        if token.start() < done:
            continue
        fits = fitting(token, done, known)
        if fits and fits[0].rule.kind == "clock" and token.start() - context.named_at > _NEAR:
            _look_ahead(fits[0].match.end(), context)
        taken = _first_meaning(fits, context)
        if taken is None:
            continue
        one, meaning = taken
        start, done = one.match.span()
        found.append(_timex(text, folded.place(start), folded.place(done), one, meaning))
        context.note(meaning)
        if meaning.day is not None:
            context.named_at = done
        if context.published is None and _is_date_line(folded.bare, start, done, meaning):
            context.published = meaning.day
    return found


def _look_ahead(end: int, context: Context) -> None:
    """Learn the day that stands after a time of day: "0 h 40, jeudi", "6 p.m. on Monday"."""
    gap = _TO_DAY.match(context.folded.bare, end)
    if gap is None:
        return
    token = next(tokens(context.folded, context.known, gap.end()), None)
    if token is None or token.start() != gap.end():
        return
    taken = _first_meaning(fitting(token, end, context.known), context)
    if taken and taken[1].day is not None:
        context.remember(taken[1].day)


def _first_meaning(fits: list[Found], context: Context) -> tuple[Found, Meaning] | None:
    for one in fits:
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
    """Whether a full date stands alone on one of the first lines."""
    if meaning.day is None or start > _HEAD or text.count("\n", 0, start) > _LINES:
        return False
    before = text[text.rfind("\n", 0, start) + 1 : start]
    after = text[end : end + _HEAD].partition("\n")[0]
    return not (before + after).strip(" .,")
