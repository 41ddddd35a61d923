"""What claims give a value of, such as a date, a place or a number: which of the values is shown,
and why the others are not.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Generic, Literal, NamedTuple, TypeAlias, TypeVar

from timeline.errors import Message
from timeline.resolve.account import STRENGTH, of_people

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Sequence

    from timeline.resolve.account import Account

V = TypeVar("V")
# What several values have in common: of most kinds a value as well.
C = TypeVar("C")
ValueStatus: TypeAlias = Literal["pinned", "agreed", "conflict"]


class Kind(NamedTuple, Generic[V, C]):
    """How the values of one kind are compared, joined and written.

    Attributes:
        of: the value that a claim gives; only claims are asked that give one.
        common: what several values have in common; None where they can't all be right.
        order: what orders them, the narrowest first.
        text: what is written.
        lost: code of why one is not shown that can't be right if the one that is shown is.
    """

    of: Callable[[Account], V]
    common: Callable[[Collection[V]], C | None]
    order: Callable[[V], Any]
    text: Callable[[V], str]
    lost: str = "lost-to-better-value"


class LostClaim(NamedTuple):
    """A claim whose value is at odds with the one shown: its key, the value, and why it lost."""

    key: str
    says: str
    why: Message


class SettledValue(NamedTuple, Generic[C]):
    """What follows from claims that give a value.

    Attributes:
        status: how it was reached.
        best: the claim whose value is shown; where all agree, the one with the narrowest.
        origins: how many give the same value, independent of each other.
        common: what all have in common; None unless they agree.
        lost: the claims whose values are at odds with that, the best first.
    """

    status: ValueStatus
    best: Account
    origins: int
    common: C | None
    lost: tuple[LostClaim, ...] = ()


def settle(given: Sequence[Account], kind: Kind[V, C]) -> SettledValue[C]:
    """Find the value of an event by claims that give one, at least one; those of people go first.

    A pinned claim wins; else what all have in common, if there is any; else the best.
    """
    by_people = of_people(given)
    found = _of_equals(by_people, kind)
    read = [account for account in given if account.unreviewed]
    if len(by_people) == len(given):
        return found
    if found.common is not None:
        agreed = [kind.of(account) for account in by_people]
        otherwise = [one for one in read if kind.common([*agreed, kind.of(one)]) is None]
    else:
        otherwise = _at_odds(read, found.best, kind)
    lost = _lost(otherwise, kind, Message("lost-to-person"))
    return found._replace(lost=(*found.lost, *lost))


def _of_equals(given: Sequence[Account], kind: Kind[V, C]) -> SettledValue[C]:
    """Find the value by claims of which none goes before the others for who made it."""
    if pinned := [account for account in given if account.pinned]:
        return _won(given, pinned, kind, "pinned")
    if (common := kind.common({kind.of(account) for account in given})) is not None:
        rank = ValueOrder(given, kind)
        best = min(given, key=lambda one: (kind.order(kind.of(one)), one.key))
        return SettledValue("agreed", best, rank.origins(best), common)
    return _won(given, given, kind, "conflict")


def _won(
    given: Sequence[Account],
    candidates: Sequence[Account],
    kind: Kind[V, C],
    status: ValueStatus,
) -> SettledValue[C]:
    """Let the best of some claims win; the others lose where they are at odds with it."""
    rank = ValueOrder(candidates, kind)
    best = min(candidates, key=rank)
    behind = _at_odds(given, best, kind)
    if status == "pinned":
        return SettledValue(
            status, best, rank.origins(best), None, _lost(behind, kind, Message("lost-to-pinned"))
        )
    equal = [one for one in behind if rank(one)[:-1] == rank(best)[:-1]]
    worse = [one for one in behind if rank(one)[:-1] != rank(best)[:-1]]
    lost = (
        *_lost(equal, kind, Message("lost-to-equal")),
        *_lost(worse, kind, Message(kind.lost)),
    )
    return SettledValue(status, best, rank.origins(best), None, lost)


def _at_odds(given: Iterable[Account], best: Account, kind: Kind[V, C]) -> list[Account]:
    return [one for one in given if kind.common({kind.of(best), kind.of(one)}) is None]


def _lost(given: Sequence[Account], kind: Kind[V, C], why: Message) -> tuple[LostClaim, ...]:
    ordered = sorted(given, key=ValueOrder(given, kind))
    return tuple(LostClaim(one.key, kind.text(kind.of(one)), why) for one in ordered)


class ValueOrder(Generic[V]):
    """The order of rival values, the best first: as a key for sorting claims."""

    def __init__(self, given: Iterable[Account], kind: Kind[V, Any]) -> None:
        self._kind = kind
        self._origins: dict[Hashable, set[str]] = defaultdict(set)
        for account in given:
            self._origins[kind.of(account)].add(account.origin)

    def origins(self, account: Account) -> int:
        """Give the number of origins that give the same value."""
        return len(self._origins[self._kind.of(account)])

    def __call__(self, account: Account) -> tuple[int, int, Any, str]:
        order = self._kind.order(self._kind.of(account))
        return STRENGTH[account.modality], -self.origins(account), order, account.key
