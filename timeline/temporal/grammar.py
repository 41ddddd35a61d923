"""The language-neutral part of a grammar: how a language writes its rules, and how they are found
in a text.

A language is a table of words and a tuple of patterns. In a pattern `{weekday}`, `{month}`,
`{count}` and so on stand for any such word and are passed on under that name; `{weekday_}` is the
same, but not passed on. A space stands for one or two spaces or line breaks. Patterns run on folded
text and must be bounded: no `*` and no `+`, so that the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple

from timeline.temporal.folded import Folded
from timeline.temporal.patterns import DIGITS, first_words, one_of
from timeline.temporal.tense import Clues
from timeline.temporal.words import Words

_NOTHING: Mapping[str, str] = MappingProxyType({})
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_SLOT = re.compile(r"\{([a-z]+)(_?)\}")
_GAP = re.compile(r"(\[[^]]*\])| (\??)")
_REACH = 48  # characters before an expression that may tell against it


class Pattern(NamedTuple):
    """One rule of a language.

    name: what people call it, in `Timex.rule`.
    kind: the key of the function that gives it a meaning, in `meanings.MEANINGS`.
    pattern: see above.
    given: slots with a fixed value.
    unless, needs: patterns of what must not, or must, stand directly before it.
    """

    name: str
    kind: str
    pattern: str
    given: Mapping[str, str] = _NOTHING
    unless: str = ""
    needs: str = ""


class Language(NamedTuple):
    """All that the tagger knows of a language.

    words: the names in its calendar.
    slots: further slots: folded words, with what they stand for.
    raw: slots that are patterns.
    patterns: its rules; of two that find expressions of one length at one place, the first counts.
    clues: what tells past from future.
    day_first: whether 03/04/2024 is 3 April.
    capitals: months that are other words without a capital.
    lower: months and seasons that are part of a name with a capital.
    """

    words: Words
    slots: Mapping[str, Mapping[str, str]]
    raw: Mapping[str, str]
    patterns: tuple[Pattern, ...]
    clues: Clues
    day_first: bool
    capitals: frozenset[str] = frozenset()
    lower: frozenset[str] = frozenset()


class Compiled:
    """A rule, ready to run; its patterns are compiled when they are first needed.

    Args:
        rule: the rule.
        inside: the patterns of the slots of its language.
    """

    def __init__(self, rule: Pattern, inside: Mapping[str, str]) -> None:
        self.rule = rule
        self._inside = inside

    @cached_property
    def run(self) -> re.Pattern[str]:
        """What finds it."""
        pattern = _GAP.sub(_gap, self._filled(self.rule.pattern, named=True))
        return re.compile(rf"{pattern}(?!\w)")

    @cached_property
    def unless(self) -> re.Pattern[str]:
        """What must not stand before it."""
        return re.compile(f"(?:{self._filled(self.rule.unless, named=False)})$")

    @cached_property
    def needs(self) -> re.Pattern[str]:
        """What must stand before it."""
        return re.compile(f"(?:{self._filled(self.rule.needs, named=False)})$")

    def stands_after(self, before: str) -> bool:
        """Whether the text before it allows it."""
        return not (
            (self.rule.unless and self.unless.search(before))
            or (self.rule.needs and not self.needs.search(before))
        )

    def _filled(self, pattern: str, *, named: bool) -> str:
        def fill(match: re.Match[str]) -> str:
            slot, quiet = match[1], match[2]
            return (
                f"(?P<{slot}>{self._inside[slot]})"
                if named and not quiet
                else f"(?:{self._inside[slot]})"
            )

        return _SLOT.sub(fill, pattern)


def _gap(match: re.Match[str]) -> str:
    """One or two spaces or line breaks for a space in a pattern, which may be optional; a class is
    left as it is.
    """
    return match[1] or ("(?:[ \n]{1,2})?" if match[2] else "[ \n]{1,2}")


class Grammar(NamedTuple):
    """The rules of a language by the words that they may begin with, digits under '0'."""

    language: Language
    rules: Mapping[str, tuple[Compiled, ...]]
    tables: Mapping[str, Mapping[str, str]]
    clues: re.Pattern[str]


LANGUAGES: Mapping[str, str] = MappingProxyType({"en": "english:ENGLISH", "fr": "french:FRENCH"})


@lru_cache(maxsize=len(LANGUAGES))
def grammar(code: str) -> Grammar:
    """The compiled grammar of a language, a key of LANGUAGES."""
    module, _, name = LANGUAGES[code].partition(":")
    language: Language = getattr(import_module(f"timeline.temporal.{module}"), name)
    slots = _slots(language)
    inside = {
        slot: _inside(slots.get(slot, ()), language.raw.get(slot, ""))
        for slot in {*slots, *language.raw}
    }
    first = {slot: first_words(pattern, {}) for slot, pattern in inside.items()}
    rules: dict[str, list[Compiled]] = {}
    for rule in language.patterns:
        compiled = Compiled(rule, inside)
        for word in frozenset().union(*first_words(rule.pattern, first)):
            rules.setdefault(word, []).append(compiled)
    clues = re.compile(language.clues.pattern())
    tables = {
        slot: {_plain(word): name for word, name in known.items()} for slot, known in slots.items()
    }
    return Grammar(language, {word: tuple(found) for word, found in rules.items()}, tables, clues)


def _slots(language: Language) -> dict[str, Mapping[str, str]]:
    words = language.words
    names: dict[str, str] = {}
    for word, name in words.months.items():
        names[name] = max(names.get(name, ""), word, key=len)
    return {
        "weekday": words.weekdays,
        "month": words.months,
        "fullmonth": {word: name for name, word in names.items()},
        "season": words.seasons,
        "unit": words.units,
        **language.slots,
    }


def _inside(words: Iterable[str], raw: str) -> str:
    """What a slot stands for: its words, each hyphen of which may be a space, and its pattern."""
    return "|".join(part for part in (one_of(words).replace("-", "[- \n]"), raw) if part)


class Found(NamedTuple):
    """A rule that fits a place in a folded text."""

    rule: Pattern
    match: re.Match[str]
    slots: dict[str, str]


def tokens(folded: Folded, known: Grammar, start: int = 0) -> Iterator[re.Match[str]]:
    """The words and numbers of a folded text, from an offset on, with which an expression may
    begin.
    """
    rules = known.rules
    for token in _TOKEN.finditer(folded.bare, start):
        word = token[0]
        if word in rules or word[0].isdecimal():
            yield token


def fitting(token: re.Match[str], done: int, known: Grammar) -> list[Found]:
    """The rules that fit at a word, the longest first.

    Args:
        token: the word or number.
        done: the end of the last expression, 0 if there is none.
        known: the grammar.
    """
    word, start, text = token[0], token.start(), token.string
    if not _may_begin(text, start, done):
        return []
    rules = known.rules[DIGITS if word[0].isdecimal() else word]
    found = [one for rule in rules if (one := _fits(rule, text, start, known))]
    return sorted(found, key=lambda one: -one.match.end())


def _may_begin(text: str, start: int, done: int) -> bool:
    """Whether no letter or digit, and no sign that makes a longer word or number, stands before."""
    before = text[start - 1] if start else " "
    if before.isalnum() or before in "_$£€#@&":
        return False
    if before in "-/":
        return start - 1 == done > 0
    return not (
        before in ".,:" and text[start].isdecimal() and text[start - 2 : start - 1].isdecimal()
    )


def _fits(rule: Compiled, text: str, start: int, known: Grammar) -> Found | None:
    match = rule.run.match(text, start)
    if match is None or "\n\n" in match[0]:
        return None
    if not rule.stands_after(text[max(0, start - _REACH) : start]):
        return None
    slots = dict(rule.rule.given)
    for slot, word in match.groupdict().items():
        if word is not None:
            table = known.tables.get(slot)
            slots[slot] = word if table is None else table.get(_plain(word), word)
    return Found(rule.rule, match, slots)


def _plain(word: str) -> str:
    """A word of a table without its hyphens and line breaks."""
    return " ".join(word.replace("-", " ").split())
