"""Sources, actors, places and events: what has a key and may be described by several
collections.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import delete, select

from timeline import records as r
from timeline.load.run import Run, parts, update_many
from timeline.names import fold, skeleton
from timeline.resolve import ANY_WIDTH, UNDATED
from timeline.store import dialect
from timeline.store.stored import KIND_NAMES, THINGS, Thing, statements
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

# What an event shows before its claims have been looked at.
_UNKNOWN = {
    "sort": UNDATED,
    "span_class": ANY_WIDTH,
    "date_status": "none",
    "claims": 0,
    "sources": 0,
    "origins": 0,
}
# A change in one of these moves dates or quotes of the claims that rest on the source.
_BEARING = ("text", "language", "published")


def put_things(run: Run, kind: type[Thing], located: Sequence[r.Located]) -> list[r.Located]:
    """Write things of one kind.

    Each collection has its say about a thing: the newest of a collection takes the place of what
    that collection said before, and what is shown is put together from all of them.

    Args:
        run: the changeset.
        kind: the class of all the records.
        located: the records, with their places.

    Returns:
        those that refer to a place which is not there yet.
    """
    ready, waiting = _split(run, kind, located)
    before = statements(run.session, kind, (item.record.key for item in ready))
    fresh = _made_by(run, kind, before)
    after: dict[str, list[Thing]] = {}
    first: dict[tuple[str | None, str], r.Where] = {}
    for item in ready:
        record: Thing = item.record
        if not _is_first(run, kind, item, first):
            continue
        said = after.get(record.key) or before.get(record.key, [])
        if record in said:
            run.count["unchanged"] += 1
            continue
        made_here = record.key in fresh or record.key not in before
        if record.key in fresh and any(other.collection == record.collection for other in said):
            _twice(run, kind, item, known=None)
            continue
        # What this run itself has made is new once, however many collections add to it.
        run.count["new" if made_here else "changed"] += 1
        after[record.key] = _with(run, said, record)
    _write(run, kind, before, after, first)
    return waiting


def _split(
    run: Run, kind: type[Thing], located: Sequence[r.Located]
) -> tuple[list[Any], list[r.Located]]:
    """Part those whose place is known, or comes in the same batch, from those that must wait for
    it.
    """
    if kind not in (r.Place, r.Event):
        return list(located), []

    def parent(record: Any) -> str | None:
        return record.part_of if isinstance(record, r.Place) else record.place

    run.look_up(t.place, [parent(item.record) for item in located])
    coming = {item.record.key for item in located if isinstance(item.record, r.Place)}
    ready: list[Any] = []
    waiting: list[r.Located] = []
    for item in located:
        wanted = parent(item.record)
        known = wanted is None or wanted in coming or run.id_of(t.place, wanted) is not None
        (ready if known else waiting).append(item)
    return ready, waiting


def _made_by(run: Run, kind: type[Thing], keys: Collection[str]) -> set[str]:
    """Give those of the keys whose things this very run has made."""
    table = THINGS[kind]
    made = table.c.made_in == run.changeset
    return (
        set(run.session.scalars(select(table.c.key).where(made, table.c.key.in_(keys))))
        if keys
        else set()
    )


def _is_first(
    run: Run, kind: type[Thing], item: Any, first: dict[tuple[str | None, str], r.Where]
) -> bool:
    known = first.setdefault((item.record.collection, item.record.key), item.where)
    if known is not item.where:
        _twice(run, kind, item, known)
    return known is item.where


def _twice(run: Run, kind: type[Thing], item: Any, known: r.Where | None) -> None:
    at = f" (first on line {known.line})" if known and known.line else ""
    what = f"{KIND_NAMES[kind]} {item.record.key!r}"
    run.problem(
        item.where, f"{what} stands twice in collection {item.record.collection}{at}; keep one"
    )


def _with(run: Run, said: Sequence[Thing], record: Thing) -> list[Thing]:
    """Put a record in the place of what its collection said before; in the order in which they are
    read back.
    """
    kept = [other for other in said if other.collection != record.collection]
    return sorted([*kept, record], key=lambda one: run.collection_id(str(one.collection)))


def together(said: Sequence[Thing]) -> Thing:
    """Put together what several collections say of one thing.

    Of single values that of the newest collection counts; of names, titles, identifiers and tags
    all do. The thing belongs to the oldest collection. An actor is a mention as long as nobody says
    otherwise: whoever describes him as an ordinary one confirms him.

    Args:
        said: one record per collection, the oldest collection first.
    """
    if len(said) == 1:
        return said[0]
    values: dict[str, Any] = {}
    for record in said:
        for name, default in _defaults(type(record)):
            given = getattr(record, name)
            if given == default or given in ((), {}):
                continue
            old = values.get(name)
            if isinstance(given, tuple) and old:
                given = (*old, *(item for item in given if item not in old))
            elif isinstance(given, dict) and old:
                given = {**old, **given}
            values[name] = given
    if "mention" in values:
        values["mention"] = all(isinstance(record, r.Actor) and record.mention for record in said)
    return type(said[0])(**{**values, "collection": said[0].collection})


@lru_cache
def _defaults(kind: type[Thing]) -> tuple[tuple[str, Any], ...]:
    """Give the fields of a record with their defaults; msgspec reads the annotations anew each time
    it is asked.
    """
    return tuple((field.name, field.default) for field in msgspec.structs.fields(kind))


def _write(
    run: Run,
    kind: type[Thing],
    before: dict[str, list[Thing]],
    after: dict[str, list[Thing]],
    first: dict[tuple[str | None, str], r.Where],
) -> None:
    table = THINGS[kind]
    if kind is r.Actor:
        _claim_identifiers(run, before, after, first)
    new = {key: said for key, said in after.items() if key not in before}
    old = {key: said for key, said in after.items() if key in before}
    run.look_up(t.collection, (record.collection for said in after.values() for record in said))
    run.look_up(table, old)
    for key in new:
        run.remember(table, key, run.new_id(table))
    if kind is r.Actor:
        release_identifiers(run, ((key, said, before[key]) for key, said in old.items()))
    if new:
        _insert(run, kind, [together(said) for said in new.values()])
    for key, said in old.items():
        run.journal(KIND_NAMES[kind], key, before[key])
        replace(run, kind, key, said, before[key])
    _write_statements(
        run, kind, {key: said for key, said in new.items() if not _row_says_all(said)}
    )


def replace(
    run: Run, kind: type[Thing], key: str, said: Sequence[Thing], before: Sequence[Thing]
) -> None:
    """Put in the place of a thing what the collections say of it now.

    Args:
        run: the changeset.
        kind, key: which thing.
        said: one record per collection.
        before: what they said until now.
    """
    table = THINGS[kind]
    number = run.id_of(table, key)
    assert number is not None
    record, was = together(said), together(before)
    _write_statements(run, kind, {key: said})
    if record == was:
        return
    run.session.execute(table.update().where(table.c.id == number).values(**_columns(run, record)))
    for child, column in CHILDREN.get(kind, ()):
        run.session.execute(delete(child).where(child.c[column] == number))
    _insert_children(run, [(number, record)])
    if isinstance(record, r.Event):
        run.touched.add(number)
    if isinstance(record, r.Actor):
        run.touched.update(events_of(run, [number]))
    if isinstance(record, r.Source) and any(
        getattr(record, name) != getattr(was, name) for name in _BEARING
    ):
        run.redated.add(number)


def events_of(run: Run, actors: Iterable[int]) -> set[int]:
    """Give the ids of the events of which the accounts name some actors, or whoever they are the
    same as.
    """
    found: set[int] = set()
    a = t.actor
    for part in parts(actors):
        group = select(a.c.id).where(
            a.c.canonical_id.in_(select(a.c.canonical_id).where(a.c.id.in_(part)))
        )
        for table in (t.participation, t.attribution):
            found.update(
                run.session.scalars(
                    select(table.c.event_id).where(table.c.actor_id.in_(group)).distinct()
                )
            )
    return found


def release_identifiers(
    run: Run, changes: Iterable[tuple[str, Sequence[Thing], Sequence[Thing]]]
) -> None:
    """Take the identifiers from all actors that get others, before any gets one that another had.

    Args:
        run: the changeset.
        changes: key of an actor, what the collections say of him now, and what they said until now.
    """
    for key, said, before in changes:
        now, was = together(said), together(before)
        if (
            isinstance(now, r.Actor)
            and isinstance(was, r.Actor)
            and now.identifiers != was.identifiers
        ):
            i = t.actor_identifier
            run.session.execute(delete(i).where(i.c.actor_id == run.id_of(t.actor, key)))


def _write_statements(
    run: Run, kind: type[Thing], things: dict[str, Sequence[Thing]] | dict[str, list[Thing]]
) -> None:
    """Keep each collection's own words where several speak; one alone has the thing's row."""
    s = t.statement
    name = KIND_NAMES[kind]
    for key, said in things.items():
        run.session.execute(delete(s).where(s.c.kind == name, s.c.key == key))
        if _row_says_all(said):
            continue
        rows = [
            (
                name,
                key,
                run.collection_id(str(record.collection)),
                msgspec.json.encode(record, enc_hook=r.encode_hook),
            )
            for record in said
        ]
        dialect.insert(
            run.session,
            s,
            ("kind", "key", "collection_id", "record"),
            [(*row[:3], row[3].decode()) for row in rows],
        )


def _row_says_all(said: Sequence[Thing]) -> bool:
    """Whether the thing's own row is all there is to know: one collection speaks, and a row has no
    word for it.
    """
    return len(said) == 1 and getattr(said[0], "mention", None) is not False


# Rows ---------------------------------------------------------------------------------------------


def _insert(run: Run, kind: type[Thing], records: Sequence[Thing]) -> None:
    table = THINGS[kind]
    rows = [(run.id_of(table, record.key), record) for record in records]
    values = [
        {"id": number, "made_in": run.changeset} | _columns(run, record) for number, record in rows
    ]
    if kind in (r.Actor, r.Event):
        values = [row | {"canonical_id": row["id"]} for row in values]
    if kind is r.Event:
        values = [row | _UNKNOWN for row in values]
        run.made.update(row["id"] for row in values)
    if kind is r.Place:
        # A place may lie in one that comes later in the same batch.
        values = [row | {"part_of_id": None} for row in values]
    columns = tuple(values[0])
    dialect.insert(run.session, table, columns, [tuple(row.values()) for row in values])
    if kind is r.Place:
        parents = [
            {"by_id": n, "part_of_id": run.id_of(table, p.part_of)}
            for n, p in rows
            if isinstance(p, r.Place)
        ]
        update_many(run.session, table, ("id",), parents)
    _insert_children(run, rows)


def _columns(run: Run, record: Thing) -> dict[str, Any]:
    common = {"key": record.key, "collection_id": run.collection_id(str(record.collection))}
    if isinstance(record, r.Source):
        return common | _source(record)
    if isinstance(record, r.Actor):
        own = {"kind": record.kind, "name": record.name, "description": record.description}
        return common | own | {"mention": record.mention is True}
    if isinstance(record, r.Place):
        plain = ("name", "country", "latitude", "longitude")
        place = {name: getattr(record, name) for name in plain}
        return (
            common
            | place
            | {"folded": fold(record.name), "part_of_id": run.id_of(t.place, record.part_of)}
        )
    return common | {"type": record.type, "place_id": run.id_of(t.place, record.place)}


def _source(record: r.Source) -> dict[str, Any]:
    plain = (
        "kind",
        "title",
        "publisher",
        "author",
        "url",
        "language",
        "retrieved_at",
        "access",
        "text",
    )
    published = record.published
    return {name: getattr(record, name) for name in plain} | {
        "published": published.text if published else None,
        "published_earliest": published.earliest if published else None,
        "published_latest": published.latest if published else None,
        "text_sha256": None
        if record.text is None
        else hashlib.sha256(record.text.encode()).hexdigest(),
    }


# What belongs to one thing alone, and by which column.
CHILDREN: dict[type[Thing], tuple[tuple[Any, str], ...]] = {
    r.Actor: ((t.actor_name, "actor_id"), (t.actor_identifier, "actor_id")),
    r.Event: ((t.event_text, "event_id"), (t.tag, "event_id")),
}


def _insert_children(run: Run, rows: Sequence[tuple[int | None, Thing]]) -> None:
    names, identifiers, texts, tags = [], [], [], []
    for number, record in rows:
        if isinstance(record, r.Actor):
            names += _names(number, record)
            identifiers += [(scheme, value, number) for scheme, value in record.identifiers.items()]
        elif isinstance(record, r.Event):
            languages = list(dict.fromkeys([*record.title, *record.summary]))
            texts += [
                (number, lang, n, record.title.get(lang), record.summary.get(lang))
                for n, lang in enumerate(languages)
            ]
            tags += [(number, tag, n) for n, tag in enumerate(dict.fromkeys(record.tags))]
    name_columns = ("actor_id", "n", "text", "language", "kind", "folded", "skeleton")
    dialect.insert(run.session, t.actor_name, name_columns, names)
    dialect.insert(run.session, t.actor_identifier, ("scheme", "value", "actor_id"), identifiers)
    dialect.insert(
        run.session, t.event_text, ("event_id", "language", "n", "title", "summary"), texts
    )
    dialect.insert(run.session, t.tag, ("event_id", "tag", "n"), tags)


def _names(number: int | None, record: r.Actor) -> list[tuple[Any, ...]]:
    shown = r.Name(record.name, kind="primary")
    return [
        (number, n, name.text, name.language, name.kind, fold(name.text), skeleton(name.text))
        for n, name in enumerate((shown, *record.names))
    ]


def _claim_identifiers(
    run: Run,
    before: dict[str, list[Any]],
    actors: dict[str, list[Any]],
    first: dict[tuple[str | None, str], r.Where],
) -> None:
    """See to it that no identifier stands for two actors; a second one loses it and is reported.

    A mention that is stored gives its identifier up to an actor that people describe.
    """
    wanted: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, said in actors.items():
        actor: Any = together(said)
        for item in actor.identifiers.items():
            wanted[item].append(key)
    held = _holders(run, wanted)
    for (scheme, value), keys in wanted.items():
        holder = held.get((scheme, value))
        if holder and holder not in actors and not any(_is_mention(actors[key]) for key in keys):
            stored: Any = statements(run.session, r.Actor, [holder])[holder]
            if _is_mention(stored):
                before[holder] = stored
                actors[holder] = [_without_identifier(record, scheme) for record in stored]
                run.count["changed"] += 1
                holder = None
        # Who is described anew here may have given it up.
        holders = [holder] if holder and (holder not in actors or holder in keys) else []
        holders = list(dict.fromkeys([*holders, *keys]))
        for key in holders[1:]:
            where = next(at for (_, known), at in first.items() if known == key)
            message = (
                f"{scheme} {value} is the identifier of actor {holders[0]!r} already; give "
                f"it to one of the two"
            )
            run.problem(where, f"{message}, or merge them")
            actors[key] = [
                msgspec.structs.replace(record, identifiers={}) for record in actors[key]
            ]


def _is_mention(said: Sequence[Any]) -> bool:
    actor: Any = together(said)
    return actor.mention is True


def _without_identifier(record: r.Actor, scheme: str) -> r.Actor:
    rest = {name: value for name, value in record.identifiers.items() if name != scheme}
    return msgspec.structs.replace(record, identifiers=rest)


def _holders(run: Run, identifiers: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Give (scheme, value) -> key of the actor who has that identifier."""
    i = t.actor_identifier
    found: dict[tuple[str, str], str] = {}
    for part in parts(identifiers):
        query = select(i.c.scheme, i.c.value, t.actor.c.key).join(
            t.actor, t.actor.c.id == i.c.actor_id
        )
        # Two lists find some pairs too many, but by the index; of a list of pairs SQLite makes a
        # scan of the table.
        wanted = (
            i.c.scheme.in_({scheme for scheme, _ in part}),
            i.c.value.in_({value for _, value in part}),
        )
        for scheme, value, key in run.session.execute(query.where(*wanted)):
            found[scheme, value] = key
    return found
