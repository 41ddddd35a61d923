"""Letters in a letter: what somebody else wrote, and when, which a reply holds below itself.

A mail programme marks each line with `>` (RFC 3676, section 4.5) below a line that says who wrote
on which day; another one repeats the head of the letter and leaves its lines as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.extract.header import Metadata, read_block, read_letter_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.dates import Date
    from timeline.extract.paragraphs import Block

_LINES = 3  # over which a programme breaks the line that says who wrote


class Letter(NamedTuple):
    """A letter that stands in another text, or in a further letter.

    start, end: where.
    author: who wrote it.
    sent: when; None if it does not say.
    """

    start: int
    end: int
    author: str
    sent: Date | None


class _Unended(NamedTuple):
    """A letter whose end is not found yet: its blocks have at least a depth of quotation."""

    depth: int
    start: int
    head: Metadata


def letters_in(
    text: str, blocks: Iterable[Block], language: str | None
) -> tuple[list[Block], list[Letter]]:
    """Find the letters in a text.

    Args:
        text: the text.
        blocks: its blocks.
        language: in which dates are read; None for any.

    Returns:
        The blocks without the heads of letters, and the letters, the outer ones first.
    """
    kept: list[Block] = []
    found: list[Letter] = []
    inside: list[_Unended] = []
    head: Metadata | None = None
    for block, deeper in _with_depths(blocks):
        while inside and block.depth < inside[-1].depth:
            found += _ended(inside.pop(), kept)
        if head is not None:
            inside.append(_Unended(block.depth, block.lines[0][0], head))
        rest, head = _without_head(text, block, language, quotes=deeper, first=not kept)
        if rest.lines:
            kept.append(rest)
    for letter in inside:
        found += _ended(letter, kept)
    return kept, sorted(found, key=lambda one: (one.start, -one.end))


def _with_depths(blocks: Iterable[Block]) -> Iterator[tuple[Block, bool]]:
    """The blocks, and whether a deeper one follows."""
    known = list(blocks)
    for number, block in enumerate(known):
        yield block, any(one.depth > block.depth for one in known[number + 1 : number + 2])


def _ended(letter: _Unended, kept: Sequence[Block]) -> Iterator[Letter]:
    """The letter that ends with the last block, if it has any words."""
    end = kept[-1].lines[-1][1] if kept else 0
    if end > letter.start:
        yield Letter(letter.start, end, letter.head.author or "", letter.head.published)


def _without_head(
    text: str, block: Block, language: str | None, *, quotes: bool, first: bool
) -> tuple[Block, Metadata | None]:
    """A block without the head of a letter at its end, and that head if there is one.

    `first`: it begins the text, so that its head is the text's own; `quotes`: what follows is
    marked as quoted, and only then a line says who wrote it.
    """
    words = [text[start:end] for start, end in block.lines]
    whole = None if first else read_block(words, language)
    if whole is not None and whole.author and whole.published:
        return block._replace(lines=[]), whole
    for count in range(1, 1 + min(_LINES, len(words)) if quotes else 0):
        if head := read_letter_line(" ".join(words[-count:]), language):
            return block._replace(lines=block.lines[:-count]), head
    return block, None
