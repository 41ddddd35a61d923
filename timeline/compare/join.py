"""From two sides to what changes the one into what both say.

What is joined hangs on the records of both sides alone, on neither being the first, and on no
order: joining is commutative, associative, and of one side with itself nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from timeline.compare.differences import changes
from timeline.compare.sides import aligned
from timeline.compare.split import split, texts
from timeline.compare.union import TwoVersions, identifiers, union

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline import records as r
    from timeline.compare.renaming import Renaming
    from timeline.compare.sides import Reread


class TwoIdentifiers(NamedTuple):
    """An actor that both sides know, by different identifiers of one scheme: they are two."""

    key: str
    scheme: str
    mine: str
    theirs: str


class Unclear(NamedTuple):
    """A source that one side only cites, and the other has parted; the keys of its parts."""

    key: str
    parted: list[str]


class Parted(NamedTuple):
    """A source of which the sides hold different texts, and its new keys."""

    key: str
    mine: str | None
    theirs: str | None


JoinFinding: TypeAlias = "TwoIdentifiers | Unclear | Parted | TwoVersions | r.AnyRecord"


def join(mine: Reread, theirs: Reread) -> Iterator[JoinFinding]:
    """Give what changes one side into what both say, as `differences` does, and what a person
    should know.

    Args:
        mine, theirs: give the records of each side, in the order of an export, each time anew.
    """
    parting = split(texts(mine()), texts(theirs()))
    yield from (Unclear(key, keys) for key, keys in sorted(parting.unclear.items()))
    yield from _parted(parting.mine, parting.theirs)
    here, there = (
        renaming.renamed(side) if renaming.things else side()
        for side, renaming in ((mine, parting.mine), (theirs, parting.theirs))
    )
    for before, one, other in aligned(mine(), here, there):
        yield from _apart(one, other)
        both = union([*one, *other])
        yield from both.lost
        yield from changes(before, both.records)


def _parted(mine: Renaming, theirs: Renaming) -> Iterator[Parted]:
    here, there = (side.things.get("source", {}) for side in (mine, theirs))
    for key in sorted(here.keys() | there.keys()):
        yield Parted(key, here.get(key), there.get(key))


def _apart(mine: Sequence[r.AnyRecord], theirs: Sequence[r.AnyRecord]) -> Iterator[TwoIdentifiers]:
    here, there = identifiers(mine), identifiers(theirs)
    for scheme in sorted(here.keys() & there.keys()):
        if here[scheme] != there[scheme]:
            key = next(one.key for one in mine if hasattr(one, "key"))
            yield TwoIdentifiers(key, scheme, here[scheme], there[scheme])
