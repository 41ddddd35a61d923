"""Accepted claims that the newest reading no longer has: they stay as long as they are accepted.

If the acceptance is taken back, such a claim goes, as if there had never been one. So the journal
of a load says which accepted claims it no longer had, and which it had again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, select, update

from timeline.load.batches import parts
from timeline.store.tables import seen
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from timeline.load.run import Run

_KIND = "accepted"
# What the journal says of a claim: that the load was without it, or had it again.
_WITHOUT, _AGAIN = "without", "again"


def note_kept(run: Run, *missing: ColumnElement[bool]) -> None:
    """Note which accepted claims the input no longer has, and which it has again.

    Args:
        run: the changeset.
        missing: conditions that hold for the accepted claims that the input does not have.
    """
    c, session = t.claim.c, run.session
    lapsed = _lapsed(run)
    gone = set(session.scalars(select(c.id).where(*missing))) - lapsed.keys()
    back = set[int]()
    for part in parts(lapsed):
        here = select(seen.c.id).where(seen.c.kind == "claim", seen.c.id.in_(part))
        back.update(session.scalars(here))
    for number in sorted(gone | back):
        run.journal.keep(_KIND, str(number), _WITHOUT if number in gone else _AGAIN)
        run.count["changed"] += 1


def revoke_lapsed(run: Run) -> None:
    """Revoke the claims that the newest reading does not have and that nobody accepts any more: in
    the load that was the first without them, which would have done so.
    """
    c, v, lapsed = t.claim.c, t.verdict.c, _lapsed(run)
    # An acceptance that its person replaced may still come back.
    accepted = exists().where(v.claim == c.key, v.says == "accepted")
    for part in parts(lapsed):
        live = (c.id.in_(part), c.revoked_in.is_(None), ~accepted)
        found = run.session.execute(select(c.id, c.event_id, c.source_id).where(*live)).all()
        for number, event, source in found:
            gone = update(t.claim).where(c.id == number).values(revoked_in=lapsed[number])
            run.session.execute(gone)
            run.work.touch([event])
            run.anew.decided.add(source)
            run.count["revoked"] += 1


def _lapsed(run: Run) -> dict[int, int]:
    """Give the id of each claim that the newest reading does not have -> the load that was the
    first without it.
    """
    v, found = t.revision.c, dict[int, int]()
    query = select(v.key, v.changeset_id, v.before).where(v.kind == _KIND)
    for key, changeset, before in run.session.execute(query.order_by(v.changeset_id)):
        if _WITHOUT in before:
            found[int(key)] = changeset
        else:
            found.pop(int(key), None)
    return found
