"""From the live claims of one event to its date, place and standing, and the reasons.

Pure: no store, no input, no output.

account    what a claim says                 classes    how wide a date is, for searching
ladder     which of several values is shown  dating     the date, and what lost
values     place, numbers, who fills a role  standing   whether it was, and why one thinks so
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from timeline.resolve.account import (
    BY_REPORT,
    NOTES,
    STRENGTH,
    TOLD,
    Account,
    Filler,
    LostAccount,
    Number,
    StatedPlace,
    heard,
    origins_of,
)
from timeline.resolve.classes import (
    SPAN_CLASSES,
    UNDATED,
    UNDATED_CLASS,
    SpanClass,
    class_of,
    reported,
)
from timeline.resolve.dating import DateStatus, by_report, dated_by
from timeline.resolve.ladder import LostClaim
from timeline.resolve.standing import Standing, standing_of, standing_of_gone
from timeline.resolve.values import Rival, Value, rival_roles, type_of, values_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.dates import Date
    from timeline.errors import Message

__all__ = [
    "BY_REPORT",
    "DOUBTFUL",
    "NOTES",
    "SPAN_CLASSES",
    "STRENGTH",
    "TOLD",
    "UNDATED",
    "UNDATED_CLASS",
    "Account",
    "DateStatus",
    "Filler",
    "LostAccount",
    "LostClaim",
    "Number",
    "Outcome",
    "Rival",
    "SpanClass",
    "Standing",
    "StatedPlace",
    "Value",
    "heard",
    "reported",
    "resolve",
]

PlaceStatus: TypeAlias = Literal["pinned", "agreed", "conflict", "none"]
# A machine that is less sure than this is not shown unasked before a person has looked at it.
# (bench/calibrate.py: of those on new articles 80 in 100 are wholly true above it.)
DOUBTFUL = 0.68


class Outcome(NamedTuple):
    """What follows from the claims of one event.

    Attributes:
        date: the date to show; None means undated.
        earliest, latest: bounds to search by, seconds UTC, half-open; the hull of all dates in a
            conflict.
        status: how the date was reached.
        standing: None means that no live claim speaks of the event.
        claims, sources, origins: how many there are; origins that affirm, independent of each
            other.
        date_reason, standing_reason: why, as one sentence each.
        lost: the claims whose dates lost.
        zoned: whether an instant with an offset stands in a date that it may be found by.
        values: what claims say beside date and standing.
        places: keys of all places that claims that affirm it name.
        reviewed: whether a person made or accepted one of the claims.
        machine: whether machines made all of them.
        confidence: of the machine that is surest.
        hidden: whether all are a machine's, undecided and unsure.
        contested: whether claims may be at odds in other ways than standing and status tell: about
            a value, or a machine reads date or standing otherwise than people say.
    """

    date: Date | None
    earliest: int | None
    latest: int | None
    status: DateStatus
    standing: Standing | None
    claims: int
    sources: int
    origins: int
    date_reason: Message
    standing_reason: Message
    lost: tuple[LostClaim, ...] = ()
    zoned: bool = False
    values: tuple[Value, ...] = ()
    places: tuple[str, ...] = ()
    reviewed: bool = False
    machine: bool = False
    confidence: float | None = None
    hidden: bool = False
    contested: bool = False

    @property
    def place(self) -> str | None:
        """Key of the place to show; None means that no claim gives one."""
        return next((one.says for one in self.values if one.about == "place"), None)

    @property
    def place_status(self) -> PlaceStatus:
        """How the place was reached."""
        return next((one.status for one in self.values if one.about == "place"), "none")

    @property
    def sort(self) -> int:
        """Where the event stands in order of time: its first second, or its last where only that is
        known.
        """
        if self.earliest is not None:
            return self.earliest
        return UNDATED if self.latest is None else self.latest - 1

    @property
    def span_class(self) -> int:
        """Its class among SPAN_CLASSES."""
        if self.date is None:
            return UNDATED_CLASS
        by_report = self.status == "by_report"
        width = _width(reported(self.date)) if by_report else _width(self)
        begins = self.earliest is not None
        return class_of(width, zoned=self.zoned, begins=begins, reported=by_report)


def _width(of: Date | Outcome) -> int | None:
    return None if of.earliest is None or of.latest is None else of.latest - of.earliest


def resolve(
    accounts: Sequence[Account],
    gone: Sequence[LostAccount] = (),
    stated: Sequence[StatedPlace] = (),
    kind: str | None = None,
) -> Outcome:
    """Work out what an event shows from its live claims: date, standing, place and so on.

    Where people made or accepted claims, those alone give each of that; what a machine reads
    otherwise is told. A pinned claim wins; else the common part of all dates, if there is one; else
    the best of them is shown and the hull of all is searched; so it is with other values. Only
    claims that affirm date and place an event; where none does, those that deny or decline say
    which event they mean. An event that nobody dates was over by the first report of it. Of one
    that nobody upholds any more the claims that were taken back last say what it was. What is no
    evidence is only looked at where nothing else was ever said.

    Args:
        accounts: the live claims, in any order. The same claim held by two collections counts once.
        gone: what was said last by sources that do not uphold it any more; it is looked at where
            nothing else is said.
        stated: where people say that it was, in no claim: that goes before all claims, the first
            before the others.
        kind: the type of the event that stands for all.
    """
    unique = _once(accounts)
    counted = heard(unique, gone)
    upheld = [account for account in counted if account.polarity != "withdraws"]
    said = upheld or _once([one.account for one in gone])
    affirming = [account for account in said if account.polarity == "affirms"]
    dated = [account for account in affirming or said if account.date is not None]
    found = dated_by(dated) if dated else by_report(affirming)
    standing, standing_reason = (
        standing_of(upheld, unique) if upheld else standing_of_gone(counted, gone)
    )
    values = (*type_of(said, kind), *values_of(said, stated))
    made = upheld or [*said, *counted]  # who takes something back makes it retracted
    confidences = [one.confidence for one in said if one.confidence is not None]
    return Outcome(
        date=found.date,
        earliest=found.earliest,
        latest=found.latest,
        status=found.status,
        standing=standing,
        claims=len(unique),
        sources=len({account.source for account in unique}),
        origins=origins_of(counted),
        date_reason=found.reason,
        standing_reason=standing_reason,
        lost=found.lost,
        zoned=found.zoned,
        values=values,
        places=tuple(
            sorted({one.places[0] for one in unique if one.polarity == "affirms" and one.places})
        ),
        reviewed=any(not account.unreviewed for account in made),
        machine=bool(made) and all(account.machine for account in made),
        confidence=max(confidences, default=None),
        hidden=bool(made) and all(map(_is_doubtful, made)),
        contested=bool(upheld)
        and (
            standing_reason.code == "standing-unreviewed"
            or any(one.why.code == "lost-to-person" for one in found.lost)
            or any(one.rivals for one in values)
            or bool(rival_roles(counted))
        ),
    )


def _once(accounts: Iterable[Account]) -> list[Account]:
    return sorted(
        {account.key: account for account in accounts}.values(), key=lambda account: account.key
    )


def _is_doubtful(account: Account) -> bool:
    return account.unreviewed and account.confidence is not None and account.confidence < DOUBTFUL
