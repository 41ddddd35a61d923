"""The models' grammar, and the trees that it learned from."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest

from bench.gold import DATA
from bench.grammar import Passage, passages, stock, strangers
from timeline.extract.languages import LANGUAGES, prose_language
from timeline.extract.parse import model

_TREEBANK = sorted((Path(__file__).parents[2] / "bench" / "treebank").glob("*.conllu"))
_LEARNED = [code for code in LANGUAGES if prose_language(code).grammar]


def _root(passage: Passage, at: int) -> int:
    """The root of the tree that a word stands in; a circle would be found by the counter."""
    for _ in passage.words:
        if passage.heads[at] == at:
            return at
        at = passage.heads[at]
    pytest.fail(f"a circle: {' '.join(passage.words)}")


def _check(passage: Passage) -> None:
    assert len({len(column) for column in passage}) == 1
    assert all(0 <= head < len(passage.words) for head in passage.heads)
    for at, (head, relation) in enumerate(zip(passage.heads, passage.relations, strict=True)):
        assert (relation == "ROOT") == (head == at)
    roots = [root for root, _ in groupby(_root(passage, at) for at in range(len(passage.words)))]
    assert len(roots) == len(set(roots))  # a tree covers neighbouring words


@pytest.mark.parametrize("path", _TREEBANK, ids=lambda path: path.stem)
def test_each_passage_of_the_treebank_is_a_row_of_trees(path: Path) -> None:
    known = set(stock(prose_language(path.stem[:2])).get_pipe("parser").labels)
    for passage in passages(path):
        _check(passage)
        assert known.issuperset(passage.relations)


@pytest.mark.parametrize("code", _LEARNED)
def test_the_trees_of_strangers_articles_fit_their_words(code: str) -> None:
    if not DATA.is_dir():
        pytest.skip(f"{DATA} is missing: the annotated articles are not part of the project")
    found = list(strangers(prose_language(code), model(prose_language(code))))
    assert found
    for passage in found:
        _check(passage)


# Who does what where the models as they come take the subject for something else.
_SUBJECTS = [
    ("fr", "La ville où vivent ces familles est encerclée.", "familles", "vivent"),
    ("fr", "Le projet que dénonce le maire de Brel sera voté.", "maire", "dénonce"),
    ("fr", "« Rien n'est joué », a assuré Mme Lund.", "Mme", "assuré"),
]


@pytest.mark.parametrize(("code", "text", "subject", "verb"), _SUBJECTS)
def test_a_model_finds_the_subject_behind_its_verb(
    code: str, text: str, subject: str, verb: str
) -> None:
    (word,) = (token for token in model(prose_language(code))(text) if token.text == subject)
    assert (word.head.text, word.dep_) == (verb, "nsubj")
