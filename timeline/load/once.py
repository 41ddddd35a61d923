"""A change that is asked for more than once, because the answer got lost, is made once.

Whoever asks gives the request a name that no other has; the changeset keeps it. Whoever writes
holds the writer's lock, so that of two who ask the same at a time the second finds the first's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select, update

from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection


class Done(NamedTuple):
    """What became of a request.

    Attributes:
        changeset: number of the changeset that it made; None means that nothing had to change.
        before: whether it was carried out before, when it was first asked.
        claim: key of the claim that a person made by it, where they made one.
    """

    changeset: int | None
    before: bool
    claim: str | None


def once(session: Connection, request: str, act: Callable[[], int | None]) -> Done:
    """Carry a request out, unless it was before.

    What changes nothing leaves no trace, and may be carried out again: it changes nothing then.

    Args:
        session: a store opened to write.
        request: its name.
        act: carries it out, and gives the number of the changeset.
    """
    c = t.changeset.c
    made = session.scalar(select(c.id).where(c.request == request))
    if made is not None:
        return Done(made, before=True, claim=_claim(session, made))
    changeset = act()
    session.execute(update(t.changeset).where(c.id == changeset).values(request=request))
    return Done(changeset, before=False, claim=_claim(session, changeset))


def _claim(session: Connection, changeset: int | None) -> str | None:
    c = t.claim.c
    own = select(c.key).where(c.made_in == changeset, c.extractor.is_(None)).limit(1)
    found: str | None = session.scalar(own)
    return found
