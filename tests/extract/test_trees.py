"""Trees that were mended wrongly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.extract.languages import LANGUAGES, prose_language
from timeline.extract.mending import put_right
from timeline.extract.trees import Token, cut_circles, is_below

# Words by which those who mend know a place, with what the parsers may make of them.
_WORDS = {
    "en": "X said that but by , : police allege charged with no attack killed the minister lawyer",
    "fr": "X dit que mais par , : police lui autre son audition des maire chargé attaque « tué le",
}
_RELATIONS = (
    *("nsubj", "nsubj:pass", "nsubjpass", "obj", "dobj", "obl", "obl:agent", "agent", "pobj"),
    *("nmod", "appos", "flat", "compound", "conj", "cc", "mark", "case", "prep", "det", "punct"),
    *("acl", "acl:relcl", "relcl", "advcl", "ccomp", "xcomp", "parataxis", "aux", "cop", "dep"),
)
_WORD = st.tuples(
    st.integers(0, 99),
    st.sampled_from(("NOUN", "VERB", "PROPN", "ADJ", "PRON", "ADP", "AUX", "SCONJ", "DET")),
    st.sampled_from(_RELATIONS),
    st.sampled_from(({}, {"VerbForm": "Inf"}, {"VerbForm": "Fin", "Tense": "Past"})),
    st.integers(0, 99),
)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=10))
def test_no_word_depends_on_itself_once_circles_are_cut(heads: list[int]) -> None:
    tokens = [Token(i, "x", "x", "X", "dep", {}, "") for i in range(len(heads))]
    for token, head in zip(tokens, heads, strict=True):
        token.head = tokens[head] if head < len(tokens) and head != token.i else None
    before = [token.head for token in tokens]
    assert all(len([*token.ancestors()]) <= len(tokens) for token in tokens)
    cut_circles(tokens)
    for token in tokens:
        assert token not in token.ancestors()
        assert token.head is None or is_below(token, token.head)
    for token, was in zip(tokens, before, strict=True):
        assert token.head in (was, None)  # what is cut is a root, and nothing else is moved
    after = [token.head for token in tokens]
    cut_circles(tokens)
    assert [token.head for token in tokens] == after


def test_a_tree_stays_as_it_is() -> None:
    tokens = [Token(i, "x", "x", "X", "dep", {}, "") for i in range(4)]
    for token, head in zip(tokens, (1, None, 1, 2), strict=True):
        token.head = None if head is None else tokens[head]
    cut_circles(tokens)
    assert [token.head for token in tokens] == [tokens[1], None, tokens[1], tokens[2]]


@pytest.mark.parametrize("code", LANGUAGES)
@given(st.lists(_WORD, min_size=1, max_size=12))
def test_whatever_a_parser_gives_can_be_mended(
    code: str, drawn: list[tuple[int, str, str, dict[str, str], int]]
) -> None:
    """That ends, loses no word, and hangs none below a word that is not there."""
    words = _WORDS[code].split()
    tokens = [
        Token(i, words[at % len(words)], words[at % len(words)].lower(), pos, dep, {**morph}, "")
        for i, (at, pos, dep, morph, _) in enumerate(drawn)
    ]
    for token, (_, _, _, _, above) in zip(tokens, drawn, strict=True):
        head = tokens[above % len(tokens)]
        token.head = None if head is token else head
    cut_circles(tokens)
    put_right(tokens, prose_language(code))
    cut_circles(tokens)
    assert [token.i for token in tokens] == [*range(len(drawn))]
    assert all(token.head is None or token.head in tokens for token in tokens)
