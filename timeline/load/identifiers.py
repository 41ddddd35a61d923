"""Identifiers of actors: but for mentions, one stands for one actor."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from timeline import records as r
from timeline.combine import combine
from timeline.errors import Message
from timeline.load.batches import parts
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.combine import Thing
    from timeline.load.run import Run


def tell_shared_identifiers(
    run: Run,
    actors: Mapping[str, Sequence[Thing]],
    first: Mapping[tuple[str | None, str], r.Where],
) -> None:
    """Report identifiers that two actors would have; a mention may have what another has.

    Args:
        run: the changeset.
        actors: key -> what the collections say now of the actors that are written.
        first: collection and key -> where the input says so.
    """
    wanted: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, said in actors.items():
        actor = combine(said).record
        if isinstance(actor, r.Actor) and actor.mention is not True:
            for item in actor.identifiers.items():
                wanted[item].append(key)
    held = _holders(run, wanted)
    for (scheme, value), keys in wanted.items():
        # Who is described anew here may have given it up.
        others = held[scheme, value] - actors.keys()
        holders = [*sorted(others), *keys]
        for key in keys[0 if others else 1 :]:
            where = next(at for (_, known), at in first.items() if known == key)
            values = {"scheme": scheme, "value": value, "actor": holders[0]}
            run.problem(where, Message("shared-identifier", **values))


def _holders(
    run: Run, identifiers: Iterable[tuple[str, str]]
) -> defaultdict[tuple[str, str], set[str]]:
    """Give (scheme, value) -> keys of the actors, mentions apart, who have that identifier."""
    i, a = t.actor_identifier, t.actor
    query = select(i.c.scheme, i.c.value, a.c.key).join(a, a.c.id == i.c.actor_id)
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for part in parts(identifiers):
        # Two lists find some pairs too many, but by the index; of a list of pairs SQLite makes a
        # scan of the table.
        wanted = (
            i.c.scheme.in_({scheme for scheme, _ in part}),
            i.c.value.in_({value for _, value in part}),
        )
        for scheme, value, key in run.session.execute(query.where(~a.c.mention, *wanted)):
            found[scheme, value].add(key)
    return found
