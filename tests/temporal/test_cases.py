"""Each rule on sentences of its own: cases/LANGUAGE.tsv.

The expressions stand in [brackets]; for several in one sentence the other columns have several
values, parted by " ; ". A `-` is nothing: no date of publication, no expression, no EDTF.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from timeline.dates import parse
from timeline.temporal import tag
from timeline.temporal.folded import fold
from timeline.temporal.grammar import candidates, grammar, tokens
from timeline.temporal.languages import LANGUAGES
from timeline.temporal.patterns import DIGITS

CASES = Path(__file__).parent / "cases"


class Case(NamedTuple):
    """A sentence with what the tagger should find in it."""

    language: str
    published: str
    sentence: str
    type: str
    value: str
    edtf: str
    rule: str

    @property
    def text(self) -> str:
        """The sentence without its brackets."""
        return re.sub(r"[][]", "", self.sentence)


def read_cases() -> list[Case]:
    cases = []
    for path in sorted(CASES.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            cases += [Case(path.stem, **row) for row in rows]
    return cases


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: f"{case.language}: {case.sentence}")
def test_case(case: Case) -> None:
    """What is found, its value and its date, and the rule that found it."""
    published = None if case.published == "-" else parse(case.published)
    found = tag(case.text, language=case.language, published=published)

    marked, done = "", 0
    for one in found:
        marked += f"{case.text[done : one.start]}[{one.text}]"
        done = one.end
    assert marked + case.text[done:] == case.sentence
    for column in ("type", "value", "edtf", "rule"):
        shown = [str(getattr(one, column) or "-") for one in found] or ["-"]
        assert " ; ".join(shown) == getattr(case, column), column


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_a_case(language: str) -> None:
    """A rule that is added to a language needs a line in its table."""
    rules = [
        rule
        for case in read_cases()
        if case.language == language
        for rule in case.rule.split(" ; ")
    ]
    untested = {
        pattern.name
        for pattern in grammar(language).language.patterns
        if not any(re.match(re.escape(pattern.name) + "(, | @|$)", rule) for rule in rules)
    }
    assert not untested


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_second_word_leaves_out_no_rule_that_fits(language: str) -> None:
    """What is tried at a word is all that would fit there."""
    known = grammar(language)
    for case in read_cases():
        for token in tokens(fold(case.text), known):
            word = DIGITS if token[0][0].isdecimal() else token[0]
            tried = candidates(word, token, known)
            assert all(
                one in tried
                for one in known.rules[word]
                if one.run.match(token.string, token.start())
            )


def test_every_language_has_cases() -> None:
    """A language is one more file."""
    assert {path.stem for path in CASES.glob("*.tsv")} == set(LANGUAGES)
