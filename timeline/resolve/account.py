"""What the live claims of an event say, as far as its date, place and standing go."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from timeline.errors import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.dates import Date
    from timeline.records import Modality, Polarity

# What a claim's modality is worth, best first: it orders rival dates and gives the standing.
STRENGTH: dict[Modality, int] = {
    "asserted": 0,
    "reported": 1,
    "possible": 2,
    "planned": 3,
    "requested": 4,
    "hypothetical": 5,
}
# What is told as a fact was so by the day of its report, whose rule that is.
TOLD: tuple[Modality, ...] = ("asserted", "reported", "possible")
BY_REPORT = "by @ published"
# The kind of a source that holds an editor's own words.
NOTES = "notes"
# So many dates, or sources, a reason names; of more it tells the number.
_NAMED = 10


class Number(NamedTuple):
    """A number that a claim gives: what is counted, from how many to how many, and in what."""

    name: str
    low: float | None
    high: float | None
    unit: str | None = None


class Filler(NamedTuple):
    """Who fills a role that only one can fill.

    Attributes:
        role: which one.
        actor: key of the actor.
        capacity: in which they fill it.
        others: keys of those who surely are somebody else, among those whom claims name in it.
    """

    role: str
    actor: str
    capacity: str | None = None
    others: frozenset[str] = frozenset()


class Account(NamedTuple):
    """What one live claim says, as far as what an event shows follows from it.

    Attributes:
        key: the claim's key.
        source: key of the source.
        origin: who is last in the attribution (the source itself where there is none).
        places: keys of its place and of all that this lies in, from the inside out.
        machine: whether a machine made it; accepted: whether a person stands by it all the same.
        confidence: of the machine, 0 to 1.
        bound: `[..D]`, of a claim that tells of a fact without a date, in a source of D.
        numbers: that it gives.
        fillers: whom it names in roles that only one can fill.
        evident: whether its source is evidence.
        type: of the event of which it was said, before merges.
    """

    key: str
    source: str
    origin: str
    polarity: Polarity
    modality: Modality
    date: Date | None
    pinned: bool = False
    places: tuple[str, ...] = ()
    machine: bool = False
    accepted: bool = False
    confidence: float | None = None
    bound: Date | None = None
    numbers: tuple[Number, ...] = ()
    fillers: tuple[Filler, ...] = ()
    evident: bool = True
    type: str | None = None

    @property
    def unreviewed(self) -> bool:
        """Whether a machine alone says so."""
        return self.machine and not self.accepted


class StatedPlace(NamedTuple):
    """Where a person says that an event was, in no claim.

    Attributes:
        by: key of the collection in which they say so.
        places: keys of the place and of all that this lies in, from the inside out.
        why: code of why whoever is first goes before them.
    """

    by: str
    places: tuple[str, ...]
    why: str = "statement-order"


class LostAccount(NamedTuple):
    """An account that counts no more.

    Attributes:
        account: what it said.
        by: key of the source that replaces its own, or took it back.
        how: update, correction, retraction or withdrawal, if that source says what it is.
    """

    account: Account
    by: str
    how: str | None


class Attested(Protocol):
    """What a claim says, and whether its source is evidence."""

    @property
    def polarity(self) -> str: ...
    @property
    def evident(self) -> bool: ...


A = TypeVar("A", bound=Attested)


def heard(accounts: Sequence[A], gone: Sequence[LostAccount] = ()) -> Sequence[A]:
    """Give the accounts that are evidence; all where no evidence speaks of the event, or did.

    Args:
        accounts: the live claims of an event.
        gone: what was said last by sources that do not uphold it any more.
    """
    evident = [account for account in accounts if account.evident]
    spoke = any(one.polarity != "withdraws" for one in evident)
    return evident if spoke or any(one.account.evident for one in gone) else accounts


def of_people(accounts: Sequence[Account]) -> Sequence[Account]:
    """Give those that a person made or accepted; all where there is none."""
    return [account for account in accounts if not account.unreviewed] or accounts


def origins_of(accounts: Sequence[Account]) -> int:
    """Give how many affirm, independent of each other; what is no evidence has no origin."""
    affirming = [one for one in accounts if one.polarity == "affirms" and one.evident]
    return len({account.origin for account in affirming})


def sources_named(accounts: Sequence[Account]) -> Message:
    return listed(sorted({account.source for account in accounts}))


def listed(names: Sequence[str]) -> Message:
    """List names, of very many the first."""
    if len(names) <= _NAMED + 1:
        return Message("names", names=tuple(names))
    return Message("names-and-more", names=tuple(names[:_NAMED]), more=len(names) - _NAMED)
