"""Two texts under one key of a source: each gets a key of its own, made from its text.

Whichever sides are put together first, the keys are the same in the end: a source that is parted on
one side is parted on the other.
"""

from __future__ import annotations

import hashlib
import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from timeline import records as r
from timeline.combine import combine
from timeline.compare.renaming import Renaming

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Key of a source -> SHA-256 of its text in hexadecimal; None where it is only cited.
Texts: TypeAlias = dict[str, str | None]

_PARTED = re.compile(r"(.+)~([0-9a-f]{6})", re.DOTALL)


class Split(NamedTuple):
    """The new keys of both sides.

    Attributes:
        mine, theirs: the renaming of each.
        unclear: keys of sources that one side only cites, and the other has parted, with the keys
            that it has them under: nobody can say which is meant.
    """

    mine: Renaming
    theirs: Renaming
    unclear: dict[str, list[str]]


def texts(records: Iterable[r.AnyRecord]) -> Texts:
    """Give the texts of the sources among records."""
    sources = (record for record in records if isinstance(record, r.Source))
    found: Texts = {}
    for key, said in groupby(sources, lambda source: source.key):
        shown = combine(said).record
        text = shown.text if isinstance(shown, r.Source) else None
        found[key] = None if text is None else hashlib.sha256(text.encode()).hexdigest()
    return found


def split(mine: Texts, theirs: Texts) -> Split:
    """Tell which sources are to be parted.

    A source that both sides hold is parted where the texts differ, and where the other side has it
    parted already.
    """
    unclear = _unclear(mine, theirs) | _unclear(theirs, mine)
    return Split(_renaming(mine, theirs), _renaming(theirs, mine), unclear)


def _renaming(side: Texts, other: Texts) -> Renaming:
    parted = _parted(other)
    new = {
        key: f"{key}~{text[:6]}"
        for key, text in side.items()
        if text is not None and _differs(text, other.get(key), parted=key in parted)
    }
    return Renaming({"source": new} if new else {}, frozenset(_split_keys(side)))


def _differs(text: str, other: str | None, *, parted: bool) -> bool:
    return parted if other is None else text != other


def _unclear(side: Texts, other: Texts) -> dict[str, list[str]]:
    cited = {key for key, text in side.items() if text is None} - _parted(side)
    parted = _split_keys(other).items()
    return {key: sorted(new for new, old in parted if old == key) for key in cited & _parted(other)}


def _parted(side: Texts) -> set[str]:
    """Give the keys of the sources that a side has parted."""
    return set(_split_keys(side).values())


def _split_keys(side: Mapping[str, str | None]) -> dict[str, str]:
    """Give key of a source that was parted -> the key that it had."""
    return {
        key: found[1]
        for key, text in side.items()
        if text is not None
        and "~" in key
        and (found := _PARTED.fullmatch(key))
        and text.startswith(found[2])
    }
