"""Sources, actors, places and events: what has a key and may be described by several
collections.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, get_args

from sqlalchemy import delete, select

from timeline import records as r
from timeline.combine import combine
from timeline.errors import Message
from timeline.load.decided import later_versions
from timeline.load.identifiers import tell_shared_identifiers
from timeline.load.identity import reconsider
from timeline.load.places import events_at, move_stated_places
from timeline.load.repeated import insert_statements, put_repeated
from timeline.load.rows import (
    PARENTS,
    insert_rows,
    refers_to,
    replace_row,
    touch_replaced,
    touch_told,
)
from timeline.load.work_out import events_of, events_told_of
from timeline.store.said import NOBODY
from timeline.store.stored import KIND_NAMES, THINGS, statements
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from timeline.combine import Thing
    from timeline.load.run import Run

# A change in one of these moves dates or quotes of the claims that rest on the source.
_BEARING = ("text", "language", "published")
# By these it is evidence, or not.
_ATTESTING = ("kind", "evidence")
# By these a verdict finds it again.
_KNOWN_BY = ("text", "url", "replaces")


def put_things(run: Run, kind: type[Thing], located: Sequence[r.Located]) -> list[r.Located]:
    """Write things of one kind.

    Each collection has its say about a thing: the newest of a collection takes the place of what
    that collection said before, and what is shown is combined from all of them.

    Args:
        run: the changeset.
        kind: the class of all the records.
        located: the records, with their places.

    Returns:
        those that refer to a place which is not there yet.
    """
    _refuse_versions(run, located)
    ready, waiting = _split(run, kind, located)
    ready = put_repeated(run, kind, ready)
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
        kept = [other for other in said if other.collection != record.collection]
        after[record.key] = [*kept, record]
    _write(run, kind, before, after, first)
    return waiting


def _refuse_versions(run: Run, located: Sequence[r.Located]) -> None:
    """Report what is said to be a version, and not of what; a person may add that by a command."""
    for item in located:
        if not isinstance(item.record, r.Source) or item.record.by is not None:
            continue
        if item.record.kind in get_args(r.VersionKind):
            run.problem(item.where, Message("version-as-kind", kind=item.record.kind))
        elif item.record.version is not None and item.record.replaces is None:
            run.problem(item.where, Message("version-of-nothing", version=item.record.version))


def _split(
    run: Run, kind: type[Thing], located: Sequence[r.Located]
) -> tuple[list[Any], list[r.Located]]:
    """Part those of which the place or earlier version is known, or comes in the same batch, from
    those that must wait for it.
    """
    table = t.place if kind is r.Event else THINGS[kind]
    wanted = [refers_to(item.record) for item in located if isinstance(item.record, kind)]
    run.ids.look_up(table, wanted)
    ready: list[Any] = []
    waiting: list[r.Located] = []
    things: list[Any] = list(located)
    coming = set() if kind is r.Event else {item.record.key for item in things}
    for item, key in zip(things, wanted, strict=True):
        known = key is None or key in coming or run.ids.of(table, key) is not None
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
    record, line = item.record, known.line or None if known else None
    message = Message(
        "stands-twice",
        kind=KIND_NAMES[kind],
        key=record.key,
        collection=record.collection,
        line=line,
    )
    run.problem(item.where, message)


def _write(
    run: Run,
    kind: type[Thing],
    before: dict[str, list[Thing]],
    after: dict[str, list[Thing]],
    first: dict[tuple[str | None, str], r.Where],
) -> None:
    table = THINGS[kind]
    if kind is r.Actor:
        tell_shared_identifiers(run, after, first)
    run.ids.look_up(t.collection, (record.collection for said in after.values() for record in said))
    known = run.ids.look_up(table, after)
    # A thing of which nobody spoke any more keeps its row.
    new = {key: said for key, said in after.items() if key not in known}
    old = {key: said for key, said in after.items() if key not in new}
    numbers = [run.ids.new_for(table, key) for key in new]
    if new:
        insert_rows(run, kind, [combine(said).record for said in new.values()])
    if kind is r.Actor:
        run.anew.groups["actor"].update(numbers)
    if kind in PARENTS:
        run.anew.above[kind].update(new)
    for key, said in old.items():
        was = before.get(key, [])
        run.journal.keep(KIND_NAMES[kind], key, was)
        replace(run, kind, key, said, was)
    write_statements(run, kind, {key: said for key, said in new.items() if not _row_says_all(said)})


def replace(
    run: Run, kind: type[Thing], key: str, said: Sequence[Thing], before: Sequence[Thing]
) -> None:
    """Put in the place of a thing what the collections say of it now.

    Args:
        run: the changeset.
        kind, key: which thing.
        said: one record per collection; none means that nobody speaks of it any more.
        before: what they said until now.
    """
    number = run.ids.known(THINGS[kind], key)
    record, was = _shown(kind, key, said), _shown(kind, key, before)
    kept = record == was and _is_cut(run, kind, number, record)
    write_statements(run, kind, {key: said}, all_of_it=kept)
    if kind is r.Event and move_stated_places(run.session, number, said, before):
        run.work.touch([number])
    if record == was:
        return
    if kind in PARENTS:
        run.anew.above[kind].update(filter(None, (key, refers_to(was))))
    if kind is r.Actor:
        reconsider(run, "actor", [number])
    replace_row(run, kind, number, record)
    if isinstance(record, r.Event):
        run.work.touch([number])
        if (record.extractor is None) != (was.extractor is None):
            reconsider(run, "event", [number])  # a person's goes before a machine's
    if isinstance(record, r.Place) and isinstance(was, r.Place) and record.part_of != was.part_of:
        run.work.touch(events_at(run.session, number))
    if isinstance(record, r.Actor) and isinstance(was, r.Actor):
        found_by_name = events_told_of if record.mention and was.mention else events_of
        run.work.touch(found_by_name(run, [number]))
    if isinstance(record, r.Source) and isinstance(was, r.Source):
        _note_source(run, number, record, was)


def _shown(kind: type[Thing], key: str, said: Sequence[Thing]) -> Thing:
    """Give the record that is shown of a thing; a bare one where nobody speaks of it."""
    return combine(said).record if said else _BARE[kind](key=key, collection=NOBODY)


_BARE: dict[type[Thing], Callable[..., Thing]] = {
    r.Source: r.Source,
    r.Actor: partial(r.Actor, name=""),
    r.Place: partial(r.Place, name=""),
    r.Event: partial(r.Event, type="OTHER"),
}


def _note_source(run: Run, number: int, record: r.Source, was: r.Source) -> None:
    """Note what rests on a source that has changed."""
    touch_replaced(run, record, was)
    versions = later_versions(run.session, {number})
    if record.replaces or was.replaces or len(versions) > 1:
        touch_told(run, versions)
    changed = {
        name
        for name in _BEARING + _ATTESTING + _KNOWN_BY
        if getattr(record, name) != getattr(was, name)
    }
    if changed.intersection(_ATTESTING):
        touch_told(run, [number])
    if changed.intersection(_BEARING):
        run.work.redate(number)
    if changed.intersection(_KNOWN_BY):
        run.anew.decided |= versions


def _is_cut(run: Run, kind: type[Thing], number: int, record: Thing) -> bool:
    """Whether a row leaves out what the thing lies in or replaces, since that is a circle."""
    if kind not in PARENTS or refers_to(record) is None:
        return False
    table = THINGS[kind]
    query = select(table.c[PARENTS[kind]]).where(table.c.id == number)
    return run.session.scalar(query) is None


def write_statements(
    run: Run, kind: type[Thing], things: Mapping[str, Sequence[Thing]], *, all_of_it: bool = False
) -> None:
    """Keep each collection's own words where several speak; one alone has the thing's row.

    Args:
        run: the changeset.
        kind: of the things.
        things: key -> one record per collection.
        all_of_it: keep them whatever the row says: it does not say all.
    """
    s, name = t.statement, KIND_NAMES[kind]
    for key, said in things.items():
        run.session.execute(delete(s).where(s.c.kind == name, s.c.key == key))
        if _row_says_all(said) and not all_of_it:
            continue
        insert_statements(run, kind, said)


def _row_says_all(said: Sequence[Thing]) -> bool:
    """Whether the thing's own row is all there is to know: one collection speaks, and says nothing
    that a row has no word for.
    """
    if len(said) != 1 or getattr(said[0], "mention", None) is False:
        return False
    return all(getattr(said[0], name) is not None for name in said[0].needed)
