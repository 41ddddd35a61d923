"""What stands between quotation marks, over sentences and paragraphs, and beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.extract.trees import Paragraph, Token

_PAIRS = {"«": "»", "“": "”", '"': '"'}
_ALIKE = '"'  # the mark that is the same at both ends, with which some close what “ opened
_ENDS = (".", "!", "?", "…")


def mark_quotations(paragraphs: Iterable[Paragraph]) -> None:
    """Give each word within quotation marks the number of its quotation, from 1.

    A mark that is alike at both ends opens where a space stands before it alone: behind a full stop
    within a quotation that goes on, elsewhere another one.
    """
    number, mark = 0, ""
    for paragraph in paragraphs:
        goes_on = [token.text for token in paragraph.tokens[:1]] == [mark]
        if mark and not goes_on and not _ends_within(paragraph, mark):
            mark = ""  # such a mark is repeated before each further paragraph
        for token in paragraph.tokens:
            if not mark and token.text in _PAIRS:
                number, mark = number + 1, token.text
                token.quoted = number
            elif mark:
                if token.text in (mark, _ALIKE) and _opens(token, paragraph.tokens):
                    number += paragraph.tokens[token.i - 1].text not in _ENDS
                    mark = token.text
                elif _closes(token.text, mark) and not (goes_on and token.i == 0):
                    mark = ""
                token.quoted = number


def _closes(mark: str, opened: str) -> bool:
    return mark == _PAIRS[opened] or (mark, opened) == (_ALIKE, "“")


def _opens(mark: Token, tokens: Sequence[Token]) -> bool:
    """Whether a space stands before a mark, and a word, or a date that was taken out, behind it."""
    if not 0 < mark.i < len(tokens) - 1:
        return False
    before, behind = tokens[mark.i - 1], tokens[mark.i + 1]
    gap = behind.start - mark.end
    return before.end < mark.start and (gap > 2 or (gap == 0 and behind.text[0].isalnum()))


def _ends_within(paragraph: Paragraph, mark: str) -> bool:
    """Whether a quotation that was open before a paragraph ends in it, before another begins."""
    last = _PAIRS[mark]
    first = next((token.text for token in paragraph.tokens if token.text in (mark, last)), "")
    return first == last != mark


def quoted_spans(sentence: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where in a sentence quotations stand, each with its marks."""
    start: Token | None = None
    last: Token | None = None
    for token in sentence:
        if last is not None and start is not None and token.quoted != start.quoted:
            yield start.start, last.end
            start = None
        if token.quoted and start is None:
            start = token
        last = token
    if start is not None and last is not None:
        yield start.start, last.end


def goes_on(sentence: Sequence[Token], following: Sequence[Sequence[Token]]) -> bool:
    """Whether a quotation goes on from a sentence to the one that follows, if one does."""
    last = sentence[-1].quoted
    return last > 0 and any(one[0].quoted == last for one in following)


def begins_quoted(before: Sequence[Token], sentence: Sequence[Token]) -> bool:
    """Whether a sentence begins with another quotation, in the paragraph of the one before."""
    if not sentence or before[-1].paragraph != sentence[0].paragraph:
        return False
    return sentence[0].quoted > before[-1].quoted


def quotes_clause(before: Sequence[Token], sentence: Sequence[Token]) -> bool:
    """Whether a sentence quotes a clause in its own words, behind a quotation in its paragraph:
    "The attack was violent, « only the guard could end it »". Words alone may be meant in irony.
    """
    if not sentence or before[-1].paragraph != sentence[0].paragraph:
        return False
    finite = (one.quoted for one in sentence if one.morph.get("VerbForm") == "Fin")
    return any(one.quoted for one in before) and any(finite)


def goes_on_apart(before: Sequence[Token], sentence: Sequence[Token]) -> bool:
    """Whether a paragraph begins with a sentence that is all quotation, behind one with a quotation
    in the paragraph before: the same one goes on speaking.
    """
    if not sentence or before[-1].paragraph + 1 != sentence[0].paragraph:
        return False
    whole = sentence[0].quoted > 0 and all(one.quoted for one in sentence if one.pos != "PUNCT")
    return whole and any(one.quoted for one in before)


def is_inserted(before: Sequence[Token], sentence: Sequence[Token]) -> bool:
    """Whether a sentence is a clause of saying that was parted from the content before it; see
    `parse`.
    """
    last, first = before[-1], sentence[0]
    closed = last.quoted > 0 and last.text in _PAIRS.values() and first.text[0].islower()
    parted = first.pos in ("VERB", "AUX") and last.paragraph == first.paragraph
    return parted and (last.text == "," or closed)
