"""Claims: only added or revoked, each known by what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from msgspec.structs import astuple
from sqlalchemy import and_, column, select, values

from timeline import records as r
from timeline.errors import DateError, Message
from timeline.load.batches import parts
from timeline.load.dating import Basis, bases, date_columns, dated
from timeline.load.homes import homes_of
from timeline.load.places import stated_places
from timeline.load.quotes import QuoteError, with_quote
from timeline.load.references import settle_references
from timeline.load.work import NewPart
from timeline.store import dialect
from timeline.store.claim_columns import OF_CLAIM, PLAIN, QUANTITY
from timeline.store.tables import Id, Key
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from timeline.load.run import Run


class Ready(NamedTuple):
    """A claim whose references, date and quote are settled: its key, and the ids it refers to."""

    key: str
    event: int
    source: int
    collection: int
    place: int | None
    withdraws: int | None
    record: r.Claim


def put_claims(run: Run, located: Sequence[r.Located]) -> list[r.Located]:
    """Write claims that are not there yet; give back those that refer to something unknown."""
    ready, waiting = settle_references(run, located)
    about = bases(
        run.session, {item.record.source for item in ready if isinstance(item.record, r.Claim)}
    )
    settled: dict[tuple[int, str, int], Ready] = {}
    for item in ready:
        claim = _settle(run, item, about)
        if claim is None:
            continue
        place = (claim.event, claim.key, claim.collection)
        if place in settled:
            run.count["unchanged"] += 1
        settled.setdefault(place, claim)
    homes = homes_of(run.session, {event for event, _, _ in settled})
    held = _held(run, homes, settled)
    once_only = run.ids.of(t.collection, run.once_only)
    new, again = [], []
    for claim in settled.values():
        known = held.get(claim.key, {})
        if claim.collection in known:
            again.append(known[claim.collection])
        if claim.collection in known or (known and claim.collection == once_only):
            run.count["unchanged"] += 1
        else:
            new.append(claim)
    run.see("claim", again)
    _insert(run, new, homes)
    run.count["new"] += len(new)
    run.work.touch(claim.event for claim in new)
    run.anew.decided.update(claim.source for claim in new)
    return waiting


def _settle(run: Run, item: r.Located, about: Mapping[str, Basis]) -> Ready | None:
    claim = item.record
    assert isinstance(claim, r.Claim)
    basis = about[claim.source]
    try:
        claim = dated(claim, basis)
    except DateError as error:
        run.problem(item.where.within("date"), error.message)
        return None
    hops = [_hop(run, item, n, hop) for n, hop in enumerate(claim.via, 1)]
    found = _quoted(run, item, claim, basis)
    if found is None or None in hops:
        return None
    claim = msgspec.structs.replace(found, via=tuple(hop for hop in hops if hop))
    return Ready(
        key=r.content_key(claim),
        event=run.ids.known(t.event, claim.event),
        source=run.ids.known(t.source, claim.source),
        collection=run.ids.of_collection(claim.collection),
        place=run.ids.of(t.place, claim.place),
        withdraws=run.ids.of(t.source, claim.withdraws),
        record=claim,
    )


def _hop(run: Run, item: r.Located, number: int, hop: r.Hop) -> r.Hop | None:
    """Say of a bare key whether it is a source's or an actor's."""
    named = [name for name in (hop.key, hop.source, hop.actor) if name]
    if len(named) > 1 or not (named or hop.words):
        code = "hop-of-several" if named else "hop-of-nobody"
        run.problem(item.where, Message(code, number=number))
        return None
    if hop.key is None:
        return hop
    source, actor = run.ids.of(t.source, hop.key), run.ids.of(t.actor, hop.key)
    if source and actor:
        run.problem(item.where, Message("hop-ambiguous", key=hop.key))
        return None
    found = {"source": hop.key} if source else {"actor": hop.key}
    return r.Hop(**found, verb=hop.verb, words=hop.words)


def _quoted(run: Run, item: r.Located, claim: r.Claim, basis: Basis) -> r.Claim | None:
    """Find the quote in the text that is held, and quote it as it stands there."""
    try:
        return with_quote(claim, basis.text)
    except QuoteError as error:
        run.problem(item.where.within(error.field), error.message)
        return None


def _held(
    run: Run, homes: Mapping[int, int], claims: Collection[tuple[int, str, int]]
) -> dict[str, dict[int, int]]:
    """Give key -> collection id -> claim id of those of these claims that are live already.

    Args:
        run: the changeset.
        homes: event id -> the event that stands for it.
        claims: event id, key and collection id of each.
    """
    c = t.claim
    found: dict[str, dict[int, int]] = {}
    places = {(homes[event], key) for event, key, _ in claims if not run.work.is_bare(event)}
    for part in parts(places):
        # As a table: of two lists SQLite would try each event with each key.
        wanted = values(column("home", Id), column("key", Key)).data(part).cte("wanted")
        here = and_(c.c.home_id == wanted.c.home, c.c.key == wanted.c.key, c.c.revoked_in.is_(None))
        query = select(c.c.key, c.c.collection_id, c.c.id).select_from(wanted).join(c, here)
        for key, collection, number in run.session.execute(query).all():
            found.setdefault(key, {})[collection] = number
    return found


# Rows ---------------------------------------------------------------------------------------------


def _insert(run: Run, claims: Sequence[Ready], homes: Mapping[int, int]) -> None:
    rows: list[tuple[Any, ...]] = []
    hops: list[tuple[Any, ...]] = []
    quantities: list[tuple[Any, ...]] = []
    stated = stated_places(run.session, homes)
    for claim in claims:
        number, record = run.ids.new(t.claim), claim.record
        at = (homes[claim.event], claim.event, number)
        default = stated.get((claim.event, claim.collection))
        rows.append((*at, run.changeset, *_row(claim, default)))
        hops += [(*at, n, *_hop_row(run, hop)) for n, hop in enumerate(record.via)]
        quantities += [(*at, n, *astuple(one)) for n, one in enumerate(record.quantities)]
        run.work.add_parts(claim.event, _parts(run, number, record))
    columns = ("home_id", "event_id", "id", "made_in", *_OWN, *PLAIN.values())
    dialect.insert(run.session, t.claim, columns, rows)
    hop_columns = ("hop", "source_id", "actor_id", "verb", "words")
    dialect.insert(run.session, t.attribution, (*OF_CLAIM, *hop_columns), hops)
    dialect.insert(run.session, t.quantity, (*OF_CLAIM, "n", *QUANTITY), quantities)


_REFERRING = (*("key", "source_id", "collection_id", "place_id", "place_stated", "withdraws_id"),)
_OWN = (*_REFERRING, "date", "earliest", "latest")


def _row(claim: Ready, default: int | None) -> tuple[Any, ...]:
    """Give what the columns of `_OWN` and `PLAIN` hold.

    Args:
        claim: what it is.
        default: the place of a claim that names none.
    """
    place = default if claim.place is None else claim.place
    stated = claim.place is not None
    own = (claim.key, claim.source, claim.collection, place, stated, claim.withdraws)
    plain = (getattr(claim.record, field) for field in PLAIN)
    return (*own, *date_columns(claim.record.date), *plain)


def _hop_row(run: Run, hop: r.Hop) -> tuple[Any, ...]:
    return run.ids.of(t.source, hop.source), run.ids.of(t.actor, hop.actor), hop.verb, hop.words


def _parts(run: Run, claim: int, record: r.Claim) -> list[NewPart]:
    return [
        NewPart(claim, n, run.ids.known(t.actor, part.actor), part.role, part.capacity)
        for n, part in enumerate(record.who)
    ]
