"""Identifiers of actors: one stands for one actor."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import delete, select

from timeline import records as r
from timeline.combine import combine
from timeline.errors import Message
from timeline.load.batches import parts
from timeline.load.run import Run
from timeline.store.stored import statements
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.combine import Thing


def release_identifiers(
    run: Run, changes: Iterable[tuple[str, Sequence[Thing], Sequence[Thing]]]
) -> None:
    """Take the identifiers from all actors that get others, before any gets one that another had.

    Args:
        run: the changeset.
        changes: key of an actor, what the collections say of him now, and what they said until now.
    """
    for key, said, before in changes:
        now, was = combine(said).record, combine(before).record
        if (
            isinstance(now, r.Actor)
            and isinstance(was, r.Actor)
            and now.identifiers != was.identifiers
        ):
            i = t.actor_identifier
            run.session.execute(delete(i).where(i.c.actor_id == run.ids.of(t.actor, key)))


def share_identifiers(
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
        actor: Any = combine(said).record
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
            values = {"scheme": scheme, "value": value, "actor": holders[0]}
            run.problem(where, Message("shared-identifier", **values))
            actors[key] = [
                msgspec.structs.replace(record, identifiers={}) for record in actors[key]
            ]


def _is_mention(said: Sequence[Any]) -> bool:
    actor: Any = combine(said).record
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
