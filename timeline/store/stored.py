"""Records read back from the tables: for the export, for what a load compares with, for what undo
restores.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from sqlalchemy import and_, func, select, true, union

from timeline import records as r
from timeline.combine import Combined, Thing, combine
from timeline.errors import StoreError
from timeline.store.claim_columns import QUANTITY, plain_fields
from timeline.store.decisions import notes, verdicts
from timeline.store.said import NOBODY
from timeline.store.tables import tables as t
from timeline.store.things import BUILDERS, date_of, said_by

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select, Table

# The things that have a key of their own and one row each, and the table of each.
THINGS: dict[type[Thing], Table] = {
    r.Source: t.source,
    r.Actor: t.actor,
    r.Place: t.place,
    r.Event: t.event,
}
KIND_NAMES: dict[type[Thing], str] = {
    r.Source: "source",
    r.Actor: "actor",
    r.Place: "place",
    r.Event: "event",
}

# The collection of what people decide on the command line; what each states of things is in one of
# their own.
BY_HAND = "by-hand"


def by_hand_of(person: str) -> str:
    """Name the collection of what one person states of things by command."""
    return f"{BY_HAND}/{person}"


def is_by_hand(collection: str) -> bool:
    """Whether it is a collection of what people say by command, which no load replaces."""
    return collection.partition("/")[0] == BY_HAND


_PAGE = 2000
# What has no beginning comes after all that has one.
_LAST = 2**63 - 1
_RECORD: msgspec.json.Decoder[r.AnyRecord] = msgspec.json.Decoder(
    r.AnyRecord, dec_hook=r.decode_hook
)
_RECORDS = msgspec.json.Decoder(list[r.AnyRecord], dec_hook=r.decode_hook)
_T = TypeVar("_T")


def encode(value: Any) -> str:
    """Write a record, records, or plain values as one JSON text, the names within a field in order;
    `decode` reads a list of records.
    """
    return msgspec.json.encode(value, enc_hook=r.encode_hook, order="deterministic").decode()


def read_record(text: str) -> r.AnyRecord:
    """Read one record that `encode` wrote."""
    return decode_as(_RECORD, text)


def decode(text: str) -> list[Any]:
    """Read what `encode` wrote."""
    return decode_as(_RECORDS, text)


def decode_as(decoder: msgspec.json.Decoder[_T], text: str) -> _T:
    """Read a value of one kind that `encode` wrote.

    Raises:
        StoreError: it is none any more: what is stored is damaged.
    """
    try:
        return decoder.decode(text)
    except msgspec.DecodeError as error:
        raise StoreError("record-damaged", why=str(error)) from error


def every_record(session: Connection) -> Iterator[r.AnyRecord]:
    """Give every live record, in an order that loads: what is named comes before what names it.

    Within a kind they are ordered by key, then collection; positions by actor, claims and links by
    event, then by what they say; verdicts by the claim's place. Nothing hangs on when anything was
    loaded.
    """
    yield from _collections(session)
    yield from _things(session, r.Source)
    yield from _things(session, r.Actor)
    yield from _things(session, r.Place)
    yield from _positions(session)
    yield from _things(session, r.Event)
    yield from _claims(session)
    yield from _links(session)
    yield from (judgement for _, judgement in judgements(session))
    yield from (verdict for _, verdict in verdicts(session, collection=BY_HAND))
    yield from notes(session, collection=BY_HAND)


def _collections(session: Connection) -> Iterator[r.Collection]:
    """Give the collections that anything live belongs to, but for what people decided on the
    command line: no input holds the whole of that.
    """
    holders = (*THINGS.values(), t.statement, t.position, t.claim, t.link, t.judgement)
    used = union(
        *(
            select(table.c.collection_id).where(
                table.c.revoked_in.is_(None) if "revoked_in" in table.c else true()
            )
            for table in holders
        )
    )
    k = t.collection
    named = (k.c.id.in_(used), k.c.key != NOBODY)
    query = select(k.c.key).where(*named).order_by(k.c.key)
    for key in session.scalars(query).all():
        if not is_by_hand(key):
            yield r.Collection(key=key)


def statements(
    session: Connection, kind: type[Thing], keys: Iterable[str]
) -> dict[str, list[Thing]]:
    """Give what each collection says of some things: key -> one record per collection, in the order
    of their keys.
    """
    found: dict[str, list[Thing]] = defaultdict(list)
    wanted = sorted(set(keys))
    for start in range(0, len(wanted), _PAGE):
        for record in _things(session, kind, THINGS[kind].c.key.in_(wanted[start : start + _PAGE])):
            found[record.key].append(record)
    return found


def lost_statements(
    session: Connection, kind: type[Thing], keys: Iterable[str] | None = None, *, after: str = ""
) -> Iterator[Combined]:
    """Give the things of which collections say what is not shown, as another goes first.

    Args:
        session: an open store.
        kind: of the things.
        keys: of the things; None means all.
        after: of all, only those whose keys come after this one.

    Yields:
        each thing of which something lost, in the order of their keys.
    """
    s, name = t.statement, KIND_NAMES[kind]
    mine = select(s.c.key).where(s.c.kind == name, s.c.key > after).distinct().order_by(s.c.key)
    wanted = session.scalars(mine).all() if keys is None else sorted(set(keys))
    for start in range(0, len(wanted), _PAGE):
        for said in _several(session, name, wanted[start : start + _PAGE]).values():
            combined = combine(said)
            if combined.lost:
                yield combined


def _things(session: Connection, kind: type[Thing], *where: ColumnElement[bool]) -> Iterator[Thing]:
    table = THINGS[kind]
    query = select(table, t.collection.c.key.label("collection")).join(
        t.collection, t.collection.c.id == table.c.collection_id
    )
    query = query.where(t.collection.c.key != NOBODY)
    last = ""
    while rows := session.execute(
        query.where(table.c.key > last, *where).order_by(table.c.key).limit(_PAGE)
    ).all():
        several = _several(session, KIND_NAMES[kind], [row.key for row in rows])
        for record in BUILDERS[kind](session, rows):
            yield from several.get(record.key, [record])
        last = rows[-1].key


def _several(session: Connection, kind: str, keys: Sequence[str]) -> dict[str, list[Any]]:
    s = t.statement
    query = (
        select(s.c.key, s.c.record)
        .join(t.collection, t.collection.c.id == s.c.collection_id)
        .where(s.c.kind == kind, s.c.key.in_(keys))
        .order_by(s.c.key, t.collection.c.key)
    )
    found: dict[str, list[Any]] = defaultdict(list)
    for key, record in session.execute(query):
        found[key].append(read_record(record))
    return found


def _positions(session: Connection) -> Iterator[r.Position]:
    p, holder, organisation = t.position, t.actor.alias(), t.actor.alias()
    query = (
        select(p, holder.c.key.label("actor"), organisation.c.key.label("organisation"))
        .add_columns(t.source.c.key.label("source"), t.collection.c.key.label("collection"))
        .join(holder, holder.c.id == p.c.actor_id)
        .join(t.collection, t.collection.c.id == p.c.collection_id)
        .outerjoin(organisation, organisation.c.id == p.c.organisation_id)
        .outerjoin(t.source, t.source.c.id == p.c.source_id)
        .where(p.c.revoked_in.is_(None))
        .order_by(holder.c.key, func.coalesce(p.c.held_earliest, _LAST), p.c.key)
        .order_by(t.collection.c.key)
    )
    for row in session.execute(query):
        yield r.Position(
            collection=row.collection,
            actor=row.actor,
            title=row.title,
            organisation=row.organisation,
            held=date_of(row.held),
            source=row.source,
            **said_by(row),
        )


def claims_called(
    session: Connection, keys: Iterable[str], *where: ColumnElement[bool]
) -> dict[str, r.Claim]:
    """Give the live claims with some keys: key -> claim, that of the first of its collections.

    Args:
        session: an open store.
        keys: of the claims.
        where: what else is known of them, to find them by.
    """
    c = t.claim
    wanted, found = set(keys), dict[str, r.Claim]()
    homes = select(c.c.event_id).where(c.c.key.in_(wanted), c.c.revoked_in.is_(None), *where)
    for key, claim in _claims_of(session, list(session.scalars(homes.distinct()))):
        if key in wanted:
            found.setdefault(key, claim)
    return found


def claims_of_sources(session: Connection, keys: Iterable[str]) -> list[r.Claim]:
    """Give the live claims of some sources."""
    c, wanted = t.claim, set(keys)
    events = select(c.c.event_id).join(t.source, t.source.c.id == c.c.source_id)
    events = events.where(t.source.c.key.in_(wanted), c.c.revoked_in.is_(None)).distinct()
    found = _claims_of(session, list(session.scalars(events)))
    return [claim for _, claim in found if claim.source in wanted]


def _claims(session: Connection) -> Iterator[r.Claim]:
    for events in _pages_of_events(session):
        yield from (claim for _, claim in _claims_of(session, events))


def _claims_of(session: Connection, events: Sequence[int]) -> Iterator[tuple[str, r.Claim]]:
    """Give the live claims of events, each with its key."""
    c, withdrawn = t.claim, t.source.alias()
    query = (
        select(c, t.event.c.key.label("event"), t.source.c.key.label("source"))
        .add_columns(t.collection.c.key.label("collection"), t.place.c.key.label("place"))
        .add_columns(withdrawn.c.key.label("withdraws"))
        .join(t.event, t.event.c.id == c.c.event_id)
        .join(t.source, t.source.c.id == c.c.source_id)
        .join(t.collection, t.collection.c.id == c.c.collection_id)
        .outerjoin(withdrawn, withdrawn.c.id == c.c.withdraws_id)
        .outerjoin(t.place, (t.place.c.id == c.c.place_id) & c.c.place_stated)
        .where(c.c.revoked_in.is_(None))
    )
    in_text = func.coalesce(c.c.quote_start, -1)
    query = query.order_by(t.event.c.key, t.source.c.key, in_text, c.c.key, t.collection.c.key)
    within = c.c.event_id.in_(events)
    hops, parts = _hops(session, within), _parts(session, within)
    quantities = _quantities(session, within)
    for row in session.execute(query.where(within)).all():
        yield (
            row.key,
            _claim(
                row,
                via=tuple(hops[row.id]),
                who=tuple(parts[row.id]),
                quantities=tuple(quantities[row.id]),
            ),
        )


def _claim(row: Row[Any], **children: Any) -> r.Claim:
    return r.Claim(
        collection=row.collection,
        event=row.event,
        source=row.source,
        date=date_of(row.date),
        place=row.place,
        withdraws=row.withdraws,
        **plain_fields(row),
        **children,
    )


def _pages_of_events(session: Connection) -> Iterator[Sequence[int]]:
    """Page through the ids of all events, in order of their keys."""
    e, last = t.event, ""
    query = select(e.c.id, e.c.key).order_by(e.c.key).limit(_PAGE)
    while rows := session.execute(query.where(e.c.key > last)).all():
        yield [row.id for row in rows]
        last = rows[-1].key


def _live(within: ColumnElement[bool], child: Table) -> ColumnElement[bool]:
    c = t.claim
    joined = and_(c.c.home_id == child.c.home_id, c.c.id == child.c.claim_id)
    return and_(joined, c.c.revoked_in.is_(None), within)


def _by_claim(
    session: Connection, query: Select[Any], make: Callable[..., _T]
) -> dict[int, list[_T]]:
    """Give the id of each claim -> what is made of its rows, whose first column it is."""
    found: dict[int, list[_T]] = defaultdict(list)
    for claim, *values in session.execute(query):
        found[claim].append(make(*values))
    return found


def _hops(session: Connection, within: ColumnElement[bool]) -> dict[int, list[r.Hop]]:
    a = t.attribution
    query = (
        select(a.c.claim_id, t.source.c.key, t.actor.c.key, a.c.verb, a.c.words)
        .join(t.claim, _live(within, a))
        .outerjoin(t.source, t.source.c.id == a.c.source_id)
        .outerjoin(t.actor, t.actor.c.id == a.c.actor_id)
        .order_by(a.c.claim_id, a.c.hop)
    )
    return _by_claim(session, query, _hop)


def _hop(source: str | None, actor: str | None, verb: str | None, words: str | None) -> r.Hop:
    return r.Hop(source=source, actor=actor, verb=verb, words=words)


def _parts(session: Connection, within: ColumnElement[bool]) -> dict[int, list[r.Part]]:
    p = t.participation
    query = (
        select(p.c.claim_id, t.actor.c.key, p.c.role, p.c.capacity)
        .join(t.claim, _live(within, p))
        .join(t.actor, t.actor.c.id == p.c.said_actor_id)
        .order_by(p.c.claim_id, p.c.n)
    )
    return _by_claim(session, query, r.Part)


def _quantities(session: Connection, within: ColumnElement[bool]) -> dict[int, list[r.Quantity]]:
    q = t.quantity
    query = (
        select(q.c.claim_id, *(q.c[name] for name in QUANTITY))
        .join(t.claim, _live(within, q))
        .order_by(q.c.claim_id, q.c.n)
    )
    return _by_claim(session, query, r.Quantity)


def _links(session: Connection) -> Iterator[r.Link]:
    other = t.event.alias()
    query = (
        select(t.link, t.event.c.key.label("event"), other.c.key.label("other"))
        .add_columns(t.source.c.key.label("source"), t.collection.c.key.label("collection"))
        .join(t.event, t.event.c.id == t.link.c.event_id)
        .join(other, other.c.id == t.link.c.other_id)
        .join(t.collection, t.collection.c.id == t.link.c.collection_id)
        .outerjoin(t.source, t.source.c.id == t.link.c.source_id)
        .where(t.link.c.revoked_in.is_(None))
        .order_by(t.event.c.key, t.link.c.kind, other.c.key, t.link.c.key, t.collection.c.key)
    )
    for row in session.execute(query):
        yield r.Link(
            collection=row.collection,
            event=row.event,
            kind=row.kind,
            other=row.other,
            source=row.source,
            **said_by(row),
        )


def judgements(session: Connection) -> Iterator[tuple[int, r.Judgement]]:
    """Give the live judgements of people with their ids, ordered by what they are on."""
    j = t.judgement
    for of, table in (("actor", t.actor), ("event", t.event)):
        left, right = table.alias(), table.alias()
        query = (
            select(j, left.c.key.label("left"), right.c.key.label("right"))
            .add_columns(t.collection.c.key.label("collection"))
            .join(left, left.c.id == j.c.left_id)
            .join(right, right.c.id == j.c.right_id)
            .join(t.collection, t.collection.c.id == j.c.collection_id)
            .where(j.c.of == of, j.c.revoked_in.is_(None))
            .order_by(left.c.key, right.c.key, j.c.says, t.collection.c.key)
        )
        for row in session.execute(query):
            yield (
                row.id,
                r.Judgement(
                    collection=row.collection,
                    of=row.of,
                    left=row.left,
                    right=row.right,
                    says=row.says,
                    **said_by(row),
                ),
            )
