"""Claims, and what else is only added or revoked: positions and links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from msgspec.structs import astuple
from sqlalchemy import select

from timeline import records as r
from timeline.dates import Date, parse
from timeline.errors import DataError, DateError
from timeline.load.places import stated_places
from timeline.load.quotes import Quoted, QuoteError, quoted, requoted
from timeline.load.run import Run, parts, said_by, update_many
from timeline.names import did_you_mean
from timeline.store import dialect
from timeline.store.tables import tables as t
from timeline.temporal.reader import read_said
from timeline.temporal.relative import parse_rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection, Row, Table


class Basis(NamedTuple):
    """What a claim needs to know of its source."""

    key: str
    language: str | None
    published: Date | None
    text: str | None


class Ready(NamedTuple):
    """A claim whose references, date and quote are settled: its key and the rows it makes."""

    key: str
    event: int
    source: int
    collection: int
    record: r.Claim
    hops: tuple[tuple[int | None, int | None, str | None, str | None], ...]
    parts: tuple[tuple[int, str, str | None], ...]


# References ---------------------------------------------------------------------------------------


def references(record: r.AnyRecord) -> list[tuple[Table, str]]:
    """List what a record refers to. The bare key of a hop is left out: it may be of two kinds."""
    match record:
        case r.Claim():
            hops = [(t.source, hop.source) for hop in record.via] + [
                (t.actor, hop.actor) for hop in record.via
            ]
            who = [(t.actor, part.actor) for part in record.who]
            found: list[tuple[Table, str | None]] = [
                (t.event, record.event),
                (t.source, record.source),
                (t.place, record.place),
                *hops,
                *who,
            ]
        case r.Position():
            found = [
                (t.actor, record.actor),
                (t.actor, record.organisation),
                (t.source, record.source),
            ]
        case r.Link():
            found = [(t.event, record.event), (t.event, record.other), (t.source, record.source)]
        case r.Judgement():
            table = t.actor if record.of == "actor" else t.event
            found = [(table, record.left), (table, record.right)]
        case r.Event():
            found = [(t.place, record.place)]
        case r.Place():
            found = [(t.place, record.part_of)]
        case r.Source():
            found = [(t.source, record.replaces)]
        case _:
            found = []
    return [(table, key) for table, key in found if key is not None]


def settle_references(
    run: Run, located: Sequence[r.Located]
) -> tuple[list[r.Located], list[r.Located]]:
    """Part the records that refer only to what exists from those that don't (yet)."""
    wanted: dict[str, tuple[Table, set[str]]] = {}
    for item in located:
        for table, key in references(item.record):
            wanted.setdefault(table.name, (table, set()))[1].add(key)
        if isinstance(item.record, r.Claim):
            bare = {hop.key for hop in item.record.via if hop.key}
            for table in (t.source, t.actor):
                wanted.setdefault(table.name, (table, set()))[1].update(bare)
    for table, keys in wanted.values():
        run.look_up(table, keys)
    ready: list[r.Located] = []
    waiting: list[r.Located] = []
    for item in located:
        (waiting if missing(run, item.record) else ready).append(item)
    return ready, waiting


def missing(run: Run, record: r.AnyRecord) -> list[tuple[Table, str]]:
    """List what a record refers to and nobody has."""
    found = [(table, key) for table, key in references(record) if run.id_of(table, key) is None]
    if isinstance(record, r.Claim):
        bare = [hop.key for hop in record.via if hop.key]
        found += [
            (t.source, key)
            for key in bare
            if not run.id_of(t.source, key) and not run.id_of(t.actor, key)
        ]
    return found


# Claims -------------------------------------------------------------------------------------------


def put_claims(run: Run, located: Sequence[r.Located]) -> list[r.Located]:
    """Write claims that are not there yet; give back those that refer to something unknown."""
    ready, waiting = settle_references(run, located)
    bases = _bases(run, {item.record.source for item in ready if isinstance(item.record, r.Claim)})
    settled: dict[tuple[int, str, int], Ready] = {}
    for item in ready:
        claim = _settle(run, item, bases)
        if claim is None:
            continue
        place = (claim.event, claim.key, claim.collection)
        if place in settled:
            run.count["unchanged"] += 1
        settled.setdefault(place, claim)
    held = _held(run, settled.values())
    new, again = [], []
    for place, claim in settled.items():
        known = held.get(place[:2], {})
        if claim.collection in known:
            again.append(known[claim.collection])
        if claim.collection in known or (run.once_only and known):
            run.count["unchanged"] += 1
        else:
            new.append(claim)
    run.see("claim", again)
    _insert(run, new)
    run.count["new"] += len(new)
    run.touched.update(claim.event for claim in new)
    return waiting


def _bases(run: Run, sources: set[str]) -> dict[str, Basis]:
    s = t.source
    found = {}
    for part in parts(sources):
        query = (
            select(s.c.key, s.c.language, s.c.published, t.source_text.c.text)
            .outerjoin(t.source_text, t.source_text.c.source_id == s.c.id)
            .where(s.c.key.in_(part))
        )
        for key, language, published, text in run.session.execute(query):
            found[key] = Basis(key, language, parse(published) if published else None, text)
    return found


def _settle(run: Run, item: r.Located, bases: dict[str, Basis]) -> Ready | None:
    claim = item.record
    assert isinstance(claim, r.Claim)
    basis = bases[claim.source]
    try:
        claim = dated(claim, basis)
    except DateError as error:
        run.problem(item.where.within("date"), str(error))
        return None
    hops = [_hop(run, item, n, hop) for n, hop in enumerate(claim.via)]
    found = _quoted(run, item, claim, basis)
    if found is None or None in hops:
        return None
    claim = msgspec.structs.replace(found, via=tuple(hop for hop in hops if hop))
    return Ready(
        key=r.content_key(claim),
        event=run.known_id(t.event, claim.event),
        source=run.known_id(t.source, claim.source),
        collection=run.collection_id(str(claim.collection)),
        record=claim,
        hops=tuple(
            (run.id_of(t.source, h.source), run.id_of(t.actor, h.actor), h.verb, h.words)
            for h in claim.via
        ),
        parts=tuple(
            (run.known_id(t.actor, part.actor), part.role, part.capacity) for part in claim.who
        ),
    )


def dated(claim: r.Claim, basis: Basis) -> r.Claim:
    """Work out a claim's rule and date from what its source says and when it was published.

    A rule without a publication date to hold it against stays a rule, and the claim has no date.

    Raises:
        DateError: what the source says is not understood, or leads nowhere.
    """
    if claim.said and claim.rule is None and claim.date is None:
        meant = read_said(claim.said, basis.language)
        if isinstance(meant, Date):
            return msgspec.structs.replace(claim, date=meant)
        claim = msgspec.structs.replace(claim, rule=str(meant))
    if claim.rule is None:
        return claim
    rule = parse_rule(claim.rule)
    if rule.anchor != "published":
        return msgspec.structs.replace(claim, rule=str(rule))
    date = rule.resolve(basis.published) if basis.published else None
    return msgspec.structs.replace(claim, rule=str(rule), date=date)


def _hop(run: Run, item: r.Located, number: int, hop: r.Hop) -> r.Hop | None:
    """Say of a bare key whether it is a source's or an actor's."""
    named = [name for name in (hop.key, hop.source, hop.actor) if name]
    if len(named) > 1 or not (named or hop.words):
        fault = "names more than one" if named else "is empty"
        run.problem(
            item.where, f"hop {number + 1} of the attribution {fault}; give it one key, or words"
        )
        return None
    if hop.key is None:
        return hop
    source, actor = run.id_of(t.source, hop.key), run.id_of(t.actor, hop.key)
    if source and actor:
        cure = f"write {{source: {hop.key}}} or {{actor: {hop.key}}}"
        run.problem(item.where, f"{hop.key!r} is both a source and an actor; {cure}")
        return None
    found = {"source": hop.key} if source else {"actor": hop.key}
    return r.Hop(**found, verb=hop.verb, words=hop.words)


def _quoted(run: Run, item: r.Located, claim: r.Claim, basis: Basis) -> r.Claim | None:
    """Find the quote in the text that is held, and quote it as it stands there."""
    try:
        found = quoted(Quoted._make(getattr(claim, name) for name in QUOTED), basis.text)
    except QuoteError as error:
        about = (
            f"the quote does not stand in the text of source {basis.key!r}: "
            if error.field == "quote"
            else ""
        )
        run.problem(item.where.within(error.field), f"{about}{error}")
        return None
    return msgspec.structs.replace(claim, **found._asdict())


def _held(run: Run, claims: Iterable[Ready]) -> dict[tuple[int, str], dict[int, int]]:
    """Give (event id, key) -> collection id -> claim id of the live claims of the events of these
    claims.

    Asked for their keys as well, SQLite would try each event with each key.
    """
    c = t.claim
    found: dict[tuple[int, str], dict[int, int]] = {}
    for part in parts({claim.event for claim in claims}):
        query = select(c.c.event_id, c.c.key, c.c.collection_id, c.c.id)
        live = query.where(c.c.event_id.in_(part), c.c.revoked_in.is_(None))
        for event, key, collection, number in run.session.execute(live).all():
            found.setdefault((event, key), {})[collection] = number
    return found


def _insert(run: Run, claims: Sequence[Ready]) -> None:
    rows, hops, quantities = [], [], []
    homes = run.homes(claim.event for claim in claims)
    stated = stated_places(run.session, homes)
    for claim in claims:
        number = run.new_id(t.claim)
        at = (homes[claim.event], claim.event, number)
        place = run.id_of(t.place, claim.record.place)
        where = (place or stated.get((claim.event, claim.collection)), place is not None)
        rows.append((at[0], *where, *_row(run, number, claim)))
        hops += [(*at, n, *hop) for n, hop in enumerate(claim.hops)]
        quantities += [
            (*at, n, *astuple(quantity)) for n, quantity in enumerate(claim.record.quantities)
        ]
        run.parts[claim.event] += [(number, n, *part) for n, part in enumerate(claim.parts)]
    dialect.insert(run.session, t.claim, ("home_id", "place_id", "place_stated", *_COLUMNS), rows)
    of_claim = ("home_id", "event_id", "claim_id")
    hop_columns = (*of_claim, "hop", "source_id", "actor_id", "verb", "words")
    dialect.insert(run.session, t.attribution, hop_columns, hops)
    quantity_columns = (*of_claim, "n", "name", "value", "low", "high", "unit")
    dialect.insert(run.session, t.quantity, quantity_columns, quantities)


_COLUMNS = (
    *(
        "id",
        "key",
        "event_id",
        "source_id",
        "collection_id",
        "made_in",
        "date_rule",
        "date",
        "earliest",
        "latest",
    ),
    *(
        "polarity",
        "modality",
        "said",
        "quote",
        "quote_start",
        "quote_end",
        "trigger_start",
        "trigger_end",
    ),
    *("locator", "extractor", "confidence", "pinned", "remark"),
)
_SAME = _COLUMNS[10:]


def _row(run: Run, number: int, claim: Ready) -> tuple[Any, ...]:
    record = claim.record
    date = record.date
    bounds = (date.text, date.earliest, date.latest) if date else (None, None, None)
    named = (
        number,
        claim.key,
        claim.event,
        claim.source,
        claim.collection,
        run.changeset,
        record.rule,
    )
    return (*named, *bounds, *(getattr(record, name) for name in _SAME))


def rederive(run: Run, *, journal: bool = True) -> set[int]:
    """Work out anew the dates and quotes of claims whose source has another text, language or
    publication date.

    Args:
        run: the changeset.
        journal: keep where the quotes stood, for undo.

    Returns:
        the changesets of the claims for which that is not possible; each is a problem.
    """
    stuck: set[int] = set()
    c, s = t.claim, t.source
    for number in sorted(run.redated):
        key = str(run.session.scalar(select(s.c.key).where(s.c.id == number)))
        basis = _bases(run, {key})[key]
        changed = []
        live = (
            select(c)
            .where(c.c.source_id == number, c.c.revoked_in.is_(None))
            .order_by(c.c.event_id, c.c.id)
        )
        for row in run.session.execute(live).all():
            try:
                new = _rederived(row, basis)
            except DataError as error:
                run.problem(r.Where(f"source {key}"), str(error))
                stuck.add(row.made_in)
                continue
            if any(row._mapping[name] != value for name, value in new.items()):
                changed.append({"by_event_id": row.event_id, "by_id": row.id} | new)
                if journal and any(row._mapping[name] != new[name] for name in QUOTED):
                    before = {name: row._mapping[name] for name in QUOTED}
                    run.journal("quote", f"{row.event_id} {row.id}", before)
            # When its source was published counts, though its own date may rest on something else.
            run.touched.add(row.home_id)
        update_many(run.session, c, ("event_id", "id"), changed)
    return stuck


# Where a claim's quote stands, and how: what depends on the text that its source has.
QUOTED = Quoted._fields


def _rederived(row: Row[Any], basis: Basis) -> dict[str, Any]:
    claim = r.Claim(
        event="", source=basis.key, rule=row.date_rule, date=parse(row.date) if row.date else None
    )
    date = dated(claim, basis).date
    bounds = (date.text, date.earliest, date.latest) if date else (None, None, None)
    try:
        found = requoted(Quoted._make(row._mapping[name] for name in QUOTED), basis.text)
    except QuoteError as error:
        raise DataError(
            f"the new text no longer holds the quote of claim {row.key}: {error}"
        ) from error
    return dict(zip((*QUOTED, "date", "earliest", "latest"), (*found, *bounds), strict=True))


# Positions and links ------------------------------------------------------------------------------


def put_positions(run: Run, located: Sequence[r.Located]) -> list[r.Located]:
    """Write positions that are not there yet; give back those that refer to something unknown."""
    ready, waiting = settle_references(run, located)
    _put(run, t.position, ready, "actor_id", _position)
    return waiting


def put_links(run: Run, located: Sequence[r.Located]) -> list[r.Located]:
    """Write links that are not there yet; give back those that refer to something unknown."""
    ready, waiting = settle_references(run, located)
    _put(run, t.link, ready, "event_id", _link)
    return waiting


def _position(run: Run, record: Any) -> dict[str, Any]:
    held = record.held
    return {
        "actor_id": run.id_of(t.actor, record.actor),
        "title": record.title,
        "organisation_id": run.id_of(t.actor, record.organisation),
        "held": held.text if held else None,
        "held_earliest": held.earliest if held else None,
        "held_latest": held.latest if held else None,
        "source_id": run.id_of(t.source, record.source),
        **said_by(record),
    }


def _link(run: Run, record: Any) -> dict[str, Any]:
    return {
        "event_id": run.id_of(t.event, record.event),
        "kind": record.kind,
        "other_id": run.id_of(t.event, record.other),
        "source_id": run.id_of(t.source, record.source),
        **said_by(record),
    }


def _put(run: Run, table: Table, located: Sequence[r.Located], owner: str, columns: Any) -> None:
    rows: dict[tuple[int, str], dict[str, Any]] = {}
    for item in located:
        record: Any = item.record
        key, collection = r.content_key(record), run.collection_id(record.collection)
        rows.setdefault(
            (collection, key), {"key": key, "collection_id": collection} | columns(run, record)
        )
    held = _held_rows(run.session, table, owner, {row[owner] for row in rows.values()})
    run.see(table.name, (held[place] for place in rows if place in held))
    new = [row for place, row in rows.items() if place not in held]
    for row in new:
        row.update(id=run.new_id(table), made_in=run.changeset)
    if table is t.link:
        homes = run.homes(row[name] for row in new for name in ("event_id", "other_id"))
        for row in new:
            row.update(home_id=homes[row["event_id"]], other_home_id=homes[row["other_id"]])
    if new:
        dialect.insert(run.session, table, tuple(new[0]), [tuple(row.values()) for row in new])
    run.count["new"] += len(new)
    run.count["unchanged"] += len(located) - len(new)


def _held_rows(
    session: Connection, table: Table, owner: str, owners: set[int]
) -> dict[tuple[int, str], int]:
    columns = select(table.c.collection_id, table.c.key, table.c.id).where(
        table.c.revoked_in.is_(None)
    )
    found = {}
    for part in parts(owners):
        query = columns.where(table.c[owner].in_(part))
        found.update(
            {(collection, key): number for collection, key, number in session.execute(query)}
        )
    return found


def report_missing(run: Run, item: r.Located) -> None:
    """Note as problems what a record refers to and nobody has."""
    for table, key in missing(run, item.record):
        hop = isinstance(item.record, r.Claim) and any(h.key == key for h in item.record.via)
        if hop:
            near = did_you_mean(key, [*run.some_keys(t.source), *run.some_keys(t.actor)])
            run.problem(
                item.where,
                f"there is no source or actor "
                f"{key!r}{near or '; define it, or write {words: ...}'}",
            )
        else:
            run.unknown(item.where, table, key)
