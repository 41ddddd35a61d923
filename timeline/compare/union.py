"""What several databases say together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from timeline import records as r
from timeline.combine import combine, rank
from timeline.compare.differences import same
from timeline.compare.sides import by_name

if TYPE_CHECKING:
    from collections.abc import Sequence


class TwoVersions(NamedTuple):
    """Two versions of one collection's record of a thing, of which one goes first."""

    kept: r.AnyRecord
    lost: r.AnyRecord


class Union(NamedTuple):
    """The records that several groups hold together, and what was left out of them."""

    records: list[r.AnyRecord]
    lost: list[TwoVersions]


def union(records: Sequence[r.AnyRecord]) -> Union:
    """Put together records that speak of one thing; each one that several hold is one.

    Of versions of one collection's record the same goes first, wherever it comes from: a source
    that is held before one that is cited, then as `combine` orders what collections say, then by
    the order of their words.
    """
    kept: list[r.AnyRecord] = []
    lost: list[TwoVersions] = []
    for versions in by_name(records).values():
        first = min(versions, key=_rank) if len(versions) > 1 else versions[0]
        kept.append(first)
        if isinstance(first, r.Source | r.Actor | r.Place | r.Event):
            others = (one for one in versions if not same(one, first))
            lost += [TwoVersions(first, one) for one in others]
    return Union(kept, lost)


def _rank(record: r.AnyRecord) -> tuple[Any, ...]:
    # Wherever it was read: a default that is only equal to the default would be written.
    settled = r.canonical(record)
    words = msgspec.json.encode(settled, enc_hook=r.encode_hook, order="deterministic")
    match record:
        case r.Source():
            return record.text is None, *rank(record), words
        case r.Actor() | r.Place() | r.Event():
            return *rank(record), words
        case r.Claim():
            return record.trigger_start is None, record.quote_start is None, words
        case r.Judgement():
            # The same person said so twice: the later word is the one to be held against others.
            at = None if record.at is None else record.at.earliest
            return record.extractor is not None, -(at or 0), words
    return getattr(record, "extractor", None) is not None, words


def identifiers(said: Sequence[r.AnyRecord]) -> dict[str, str]:
    """Give the identifiers that an actor has after all that is said of it; none of other things."""
    actors = [one for one in said if isinstance(one, r.Actor)]
    shown = combine(actors).record if actors else None
    return shown.identifiers if isinstance(shown, r.Actor) else {}
