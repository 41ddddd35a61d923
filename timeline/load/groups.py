"""From what was judged to who is one with whom, and who stands for them.

Judgements have ranks: what people decided by command goes before what files say, and a machine
comes last. What contradicts a higher rank does not count; within one rank it is what would make two
one that does not, where they are judged to be different. What follows hangs on what was judged
alone, not on its order.

Pure: no store, no input, no output.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

Rank: TypeAlias = Literal["command", "file", "machine"]
RANKS: tuple[Rank, ...] = ("command", "file", "machine")


class Judged(NamedTuple):
    """A judgement on two keys.

    Attributes:
        left, right: keys; of two that are the same the left one is to stand for both.
        same: whether they are the same, or different.
        rank: whose judgement it is.
        origin: the collection that says so.
        by: the person who said so by a command; empty if there is none.
        at: when they did, in seconds since 1970.
    """

    left: str
    right: str
    same: bool
    rank: Rank
    origin: str = ""
    by: str = ""
    at: int = 0


class Contradiction(NamedTuple):
    """A judgement that two are different, and those by which they would be one.

    Attributes:
        counts: which side counts: that they are different, unless a higher rank makes them one.
    """

    apart: Judged
    ties: tuple[Judged, ...]
    counts: Literal["apart", "ties"]


class Settled(NamedTuple):
    """The judgements that count: that two are the same (ties), that they are different (apart); and
    people's contradictions.
    """

    ties: tuple[Judged, ...]
    apart: tuple[Judged, ...]
    contradictions: tuple[Contradiction, ...]


def settle(judged: Iterable[Judged]) -> Settled:
    """Tell which judgements count.

    Those of a higher rank go first. Within one, that two are different goes before what would make
    them one, unless the same person said so of these two later.

    Args:
        judged: all judgements on the members of some groups, in any order.
    """
    by_rank: dict[Rank, list[Judged]] = defaultdict(list)
    for one in sorted(_last_words(judged)):
        if one.left != one.right:
            by_rank[one.rank].append(one)
    ties: list[Judged] = []
    apart: list[Judged] = []
    contradictions: list[Contradiction] = []
    for rank in RANKS:
        found = _contradicting(by_rank[rank], joined(ties), apart)
        refused = {tie for one in found for tie in one.ties if one.counts != "ties"}
        refused |= {one.apart for one in found if one.counts != "apart"}
        ties += [one for one in by_rank[rank] if one.same and one not in refused]
        apart += [one for one in by_rank[rank] if not one.same and one not in refused]
        contradictions += found if rank != "machine" else ()
    return Settled(tuple(ties), tuple(apart), tuple(contradictions))


def _last_words(judged: Iterable[Judged]) -> set[Judged]:
    """Leave out what the same person judged otherwise of the same two later."""
    given = set(judged)
    latest: dict[tuple[Rank, str, frozenset[str]], int] = {}
    for one in given:
        place = _said_of(one)
        latest[place] = max(latest.get(place, one.at), one.at)
    return {one for one in given if not one.by or one.at == latest[_said_of(one)]}


def _said_of(one: Judged) -> tuple[Rank, str, frozenset[str]]:
    return one.rank, one.by, frozenset((one.left, one.right))


def _contradicting(
    judged: Sequence[Judged], group: Mapping[str, str], apart: Sequence[Judged]
) -> list[Contradiction]:
    """Find what contradicts in the judgements of one rank, and between them and higher ones.

    Args:
        judged: those of the rank.
        group: key -> the group that it is in by higher ranks.
        apart: those of higher ranks that two are different.
    """
    ties = [one for one in judged if one.same]
    found = []
    for one in (*apart, *(one for one in judged if not one.same)):
        left, right = group.get(one.left, one.left), group.get(one.right, one.right)
        if left == right:
            found.append(Contradiction(one, (), "ties"))
        elif tied := between(ties, group, left, right):
            found.append(Contradiction(one, tuple(tied), "apart"))
    return found


def between(ties: Iterable[Judged], group: Mapping[str, str], one: str, other: str) -> list[Judged]:
    """Give the judgements that tie two groups together, without those that lead elsewhere.

    Args:
        ties: judgements that two are the same.
        group: key -> the group that it is in already.
        one, other: the groups.
    """
    edges = [
        (tie, ends)
        for tie in ties
        if len(ends := {group.get(tie.left, tie.left), group.get(tie.right, tie.right)}) == 2
    ]
    reached = joined_pairs(ends for _, ends in edges)
    if reached.get(one, one) != reached.get(other, other):
        return []
    edges = [(tie, ends) for tie, ends in edges if reached[min(ends)] == reached[one]]
    while True:
        times = Counter(end for _, ends in edges for end in ends)
        kept = [
            (tie, ends)
            for tie, ends in edges
            if all(times[end] > 1 or end in (one, other) for end in ends)
        ]
        if len(kept) == len(edges):
            return [tie for tie, _ in edges]
        edges = kept


def joined(ties: Iterable[Judged]) -> dict[str, str]:
    """Give key -> the smallest key of its group; whoever is alone is left out."""
    return joined_pairs((tie.left, tie.right) for tie in ties)


def joined_pairs(pairs: Iterable[Collection[str]]) -> dict[str, str]:
    """Give key -> the smallest key of those with whom it is joined by pairs."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        above = parent.setdefault(key, key)
        while above != key:
            parent[key] = parent[above]
            key, above = above, parent[above]
        return key

    for pair in pairs:
        first, last = sorted(map(root, pair))
        parent[last] = first
    return {key: root(key) for key in list(parent)}


def stand_ins(ties: Collection[Judged], mentions: Collection[str]) -> dict[str, str]:
    """Give key -> who stands for it, itself perhaps; whoever is alone is left out.

    Among those whom people joined it is who is left in a judgement, then who is known before what
    only a machine found, then who is never right, then the smallest key. Where a machine joins such
    groups it is who stands for the one with somebody known in it, then for one that people joined,
    then the smallest key.

    Args:
        ties: the judgements that count.
        mentions: those of the keys that only a machine has found.
    """
    by_people = [tie for tie in ties if tie.rank != "machine"]
    lefts, rights = {tie.left for tie in by_people}, {tie.right for tie in by_people}

    def among_people(key: str) -> tuple[bool, bool, bool, str]:
        return key not in lefts, key in mentions, key in rights, key

    chosen = _chosen(joined(by_people), among_people)
    known = {by for key, by in chosen.items() if key not in mentions}

    def among_groups(key: str) -> tuple[bool, bool, str]:
        return key in mentions and key not in known, key not in lefts, key

    pairs = (
        (chosen.get(tie.left, tie.left), chosen.get(tie.right, tie.right))
        for tie in ties
        if tie.rank == "machine"
    )
    over = _chosen(joined_pairs(pairs), among_groups)
    return over | {key: over.get(by, by) for key, by in chosen.items()}


def _chosen(
    group: Mapping[str, str], rank: Callable[[str], tuple[bool | str, ...]]
) -> dict[str, str]:
    members: dict[str, list[str]] = defaultdict(list)
    for key, root in group.items():
        members[root].append(key)
    best = {root: min(found, key=rank) for root, found in members.items()}
    return {key: best[root] for key, root in group.items()}
