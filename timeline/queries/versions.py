"""What a version of a document says otherwise than the one that it replaces."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from timeline.queries.sources import held_text, source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

# Into what texts are divided: first into lines, then those that differ into words.
_LINE, _WORD = r".*\n|.+", r"\S+\s*|\s+"
# What differs in more than so many words is another text: the time grows with their square.
_MOST_WORDS = 3000


class PieceRow(NamedTuple):
    """A piece of a text: in both versions, only in the old one, or only in the new one."""

    change: Literal["same", "old", "new"]
    text: str


def compared(session: Connection, key: str) -> tuple[PieceRow, ...]:
    """Compare the text of a source with that of the one which it replaces.

    Args:
        session: an open store.
        key: the source's key.

    Returns:
        the pieces in order; none where it replaces none, or one of the two texts is not held.

    Raises:
        NotFoundError: there is no such source.
    """
    replaces = source(session, key).source.replaces
    if replaces is None:
        return ()
    old, new = (held_text(session, one).text for one in (replaces, key))
    return () if old is None or new is None else tuple(pieces(old, new))


def pieces(old: str, new: str) -> Iterator[PieceRow]:
    """Divide two texts into what they have in common and what only one of them has.

    The pieces of one text, put together, are that text.
    """
    found = _pieces(re.findall(_LINE, old), re.findall(_LINE, new))
    for change, run in groupby(found, key=lambda piece: piece.change):
        yield PieceRow(change, "".join(piece.text for piece in run))


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[PieceRow]:
    for change, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[a:b]), "".join(new[c:d])
        if change == "equal":
            yield PieceRow("same", gone)
        elif change == "replace":
            yield from _reworded(gone, come)
        else:
            yield PieceRow("old", gone) if gone else PieceRow("new", come)


def _reworded(old: str, new: str) -> Iterator[PieceRow]:
    before, after = re.findall(_WORD, old), re.findall(_WORD, new)
    if len(before) + len(after) > _MOST_WORDS:
        yield PieceRow("old", old)
        yield PieceRow("new", new)
        return
    for change, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if change == "equal":
            yield PieceRow("same", "".join(before[a:b]))
            continue
        if a < b:
            yield PieceRow("old", "".join(before[a:b]))
        if c < d:
            yield PieceRow("new", "".join(after[c:d]))
