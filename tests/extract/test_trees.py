"""Trees that were mended wrongly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.extract.trees import Token, cut_circles, is_below


@given(st.lists(st.integers(0, 9), min_size=1, max_size=10))
def test_no_word_depends_on_itself_once_circles_are_cut(heads: list[int]) -> None:
    tokens = [Token(i, "x", "x", "X", "dep", {}, "") for i in range(len(heads))]
    for token, head in zip(tokens, heads, strict=True):
        token.head = tokens[head] if head < len(tokens) and head != token.i else None
    before = [token.head for token in tokens]
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
