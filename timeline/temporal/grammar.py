"""The language-neutral part of a grammar: how its rules are written and found in a text.

In a pattern `{weekday}`, `{month}`, `{count}` and so on stand for any such word of the language and
are passed on under that name; `{weekday_}` is the same, but not passed on. A slot that is itself a
pattern may have slots. A space stands for one or two spaces or line breaks. Patterns run on folded
text and must be bounded: no `*` and no `+`, so that the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from timeline.temporal.folded import Folded
from timeline.temporal.language import Language, Pattern
from timeline.temporal.languages import language
from timeline.temporal.patterns import DIGITS, First, first_words, one_of

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_SLOT = re.compile(r"\{([a-z]+)(_?)\}")
_GAP = re.compile(r"(\[[^]]*\])| (\??)")
_REACH = 48  # characters before an expression that may tell against it
_DEEPEST = 3  # slots within slots
_MANY = 40  # rules of one first word, of which the second one chooses
_SECOND = re.compile(r"[ \n]{1,2}(\d+|[^\W\d_]+)")


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
        return _filled(pattern, self._inside, named=named)


def _filled(pattern: str, inside: Mapping[str, str], *, named: bool) -> str:
    """A pattern with its slots filled, as groups of their names if they are passed on."""

    def fill(match: re.Match[str]) -> str:
        slot, quiet = match[1], match[2]
        name = f"P<{slot}>" if named and not quiet else ":"
        return f"(?{name}{inside[slot]})"

    return _SLOT.sub(fill, pattern)


def _gap(match: re.Match[str]) -> str:
    """One or two spaces or line breaks for a space in a pattern, which may be optional; a class is
    left as it is.
    """
    return match[1] or ("(?:[ \n]{1,2})?" if match[2] else "[ \n]{1,2}")


class Grammar(NamedTuple):
    """The rules of a language by the words that they may begin with, digits under '0'.

    pairs: those of the words with very many rules, also by the second word; '' for any other.
    """

    language: Language
    rules: Mapping[str, tuple[Compiled, ...]]
    pairs: Mapping[str, Mapping[str, tuple[Compiled, ...]]]
    tables: Mapping[str, Mapping[str, str]]


@lru_cache
def grammar(code: str, *, alone: bool = False) -> Grammar:
    """The compiled grammar of a language.

    Args:
        code: a key of LANGUAGES.
        alone: for a date that stands alone, rather than in a text.

    Raises:
        UsageError: there is no such language.
    """
    return compiled(language(code), alone=alone)


def compiled(known: Language, *, alone: bool = False) -> Grammar:
    """The grammar of a language, for a text or for a date that stands alone."""
    slots = _slots(known)
    inside = _slot_patterns(slots, {**known.raw, **known.wide} if alone else known.raw)
    first = {slot: first_words(pattern, {}) for slot, pattern in inside.items()}
    rules: dict[str, list[Compiled]] = {}
    for rule in (*known.alone, *known.patterns) if alone else known.patterns:
        one = Compiled(rule, inside)
        for word in frozenset().union(*first_words(rule.pattern, first)):
            rules.setdefault(word, []).append(one)
    tables = {
        slot: {_plain(word): name for word, name in words.items()} for slot, words in slots.items()
    }
    return Grammar(
        known, {word: tuple(found) for word, found in rules.items()}, _pairs(rules, first), tables
    )


def _pairs(
    rules: Mapping[str, Sequence[Compiled]], first: Mapping[str, First]
) -> dict[str, dict[str, tuple[Compiled, ...]]]:
    """The rules of the words that have very many, by the word that may stand second."""
    many = frozenset(word for word in rules if len(rules[word]) > _MANY) - {DIGITS}
    return {word: _by_second(word, rules[word], first) for word in many}


def _by_second(
    word: str, rules: Sequence[Compiled], first: Mapping[str, First]
) -> dict[str, tuple[Compiled, ...]]:
    seconds = [_seconds(word, one.rule.pattern, first) for one in rules]
    return {
        second: tuple(
            one
            for one, known in zip(rules, seconds, strict=True)
            if known is None or second in known
        )
        for second in {""}.union(*(known for known in seconds if known is not None))
    }


def _seconds(word: str, pattern: str, first: Mapping[str, First]) -> frozenset[str] | None:
    """The words that may stand second in a pattern that begins with a word; None if any may."""
    begun = frozenset().union(*first_words(pattern, first, frozenset({word})))
    if word in begun or f"{word} " in begun:
        return None
    return frozenset(one.removeprefix(f"{word} ") for one in begun if one.startswith(f"{word} "))


def _slots(known: Language) -> dict[str, Mapping[str, str]]:
    names: dict[str, str] = {}
    for word, name in known.months.items():
        names[name] = max(names.get(name, ""), word, key=len)
    return {
        "weekday": known.weekdays,
        "month": known.months,
        "fullmonth": {word: name for name, word in names.items()},
        "season": known.seasons,
        "unit": known.units,
        **known.slots,
    }


def _slot_patterns(
    slots: Mapping[str, Mapping[str, str]], raw: Mapping[str, str]
) -> dict[str, str]:
    inside = {slot: _inside(slots.get(slot, ()), raw.get(slot, "")) for slot in {*slots, *raw}}
    for _ in range(_DEEPEST):
        inside = {slot: _filled(pattern, inside, named=True) for slot, pattern in inside.items()}
    return inside


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
    rules = candidates(word, token, known)
    found = [
        one
        for rule in rules
        if (match := rule.run.match(text, start)) and (one := _fits(rule, match, known))
    ]
    return sorted(found, key=lambda one: -one.match.end())


def candidates(word: str, token: re.Match[str], known: Grammar) -> tuple[Compiled, ...]:
    """The rules that may fit at a word or number, which is a token of a text."""
    pairs = known.pairs.get(word)
    if pairs is None:
        return known.rules[DIGITS if word[0].isdecimal() else word]
    second = _SECOND.match(token.string, token.end())
    if second is None:
        return pairs[""]
    return pairs.get(DIGITS if second[1][0].isdecimal() else second[1], pairs[""])


def whole(text: str, start: int, end: int, known: Grammar) -> Iterator[Found]:
    """The rules that fit from one place to another, wherever a text allows them to stand.

    Args:
        text: folded; what stands after the end may still give a month or a year to a day.
        start, end: the places.
        known: the grammar.
    """
    token = _TOKEN.match(text, start)
    if token is None:
        return
    for rule in known.rules.get(DIGITS if token[0][0].isdecimal() else token[0], ()):
        match = rule.run.match(text, start)
        if match is not None and match.end() == end:
            yield _found(rule.rule, match, known)


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


def _fits(rule: Compiled, match: re.Match[str], known: Grammar) -> Found | None:
    text, start = match.string, match.start()
    if "\n\n" in match[0] or not rule.stands_after(text[max(0, start - _REACH) : start]):
        return None
    return _found(rule.rule, match, known)


def _found(rule: Pattern, match: re.Match[str], known: Grammar) -> Found:
    slots = dict(rule.given)
    for slot, word in match.groupdict().items():
        if word is not None:
            table = known.tables.get(slot)
            slots[slot] = word if table is None else table.get(_plain(word), word)
    return Found(rule, match, slots)


def _plain(word: str) -> str:
    """A word of a table without its hyphens and line breaks."""
    return " ".join(word.replace("-", " ").split())
