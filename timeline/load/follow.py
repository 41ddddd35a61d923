"""What follows from judgements, names and claims once a run has written them: who stands for whom,
and what events show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from timeline.errors import Message, Where
from timeline.load.batches import parts, update_many
from timeline.load.circles import cut_circles, tell_circles
from timeline.load.decided import decide
from timeline.load.homes import move_actors, move_events
from timeline.load.identity import relink
from timeline.load.judged import TABLES, circle, known_of, leaves
from timeline.load.match import rematch
from timeline.load.work_out import events_of, events_told_of, work_out

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.load.anew import Of
    from timeline.load.groups import Contradiction
    from timeline.load.run import Run


def follow(run: Run) -> None:
    """Set anew who stands for whom, as far as the run touched that, and work out what follows."""
    cut_circles(run)
    decide(run)
    relink(run)
    set_stand_ins(run, "actor")
    work_out(run)
    rematch(run)
    set_stand_ins(run, "event")
    work_out(run)
    tell_circles(run)


def set_stand_ins(run: Run, of: Of) -> None:
    """Set anew who stands for whom in the groups that the run touched, and note the events that
    this touches.
    """
    table, session = TABLES[of], run.session
    touched = set(run.anew.groups[of])
    run.anew.groups[of].clear()
    after = leaves(session, touched) if of == "actor" else {}
    start: set[int] = set()
    for part in parts(touched - after.keys()):
        groups = select(table.c.canonical_id).where(table.c.id.in_(part))
        start.update(session.scalars(select(table.c.id).where(table.c.canonical_id.in_(groups))))
    found = circle(session, of, start, machine=True)
    after |= found.stand_ins()
    before: dict[int, int] = {}
    for part in parts(after):
        query = select(table.c.id, table.c.canonical_id).where(table.c.id.in_(part))
        before.update(session.execute(query).tuples().all())
    _move(run, of, before, {n: by for n, by in after.items() if before[n] != by})
    for one in found.settled.contradictions:
        _tell(run, one)


def _move(run: Run, of: Of, before: Mapping[int, int], after: Mapping[int, int]) -> None:
    """Let others stand for some actors or events, and note the events that show something else now.

    Args:
        run: the changeset.
        of: which of the two.
        before: id -> id of who stood for it.
        after: the same for those for whom another one stands now.
    """
    rows = [{"by_id": n, "canonical_id": by} for n, by in sorted(after.items())]
    update_many(run.session, TABLES[of], ("id",), rows)
    move = move_actors if of == "actor" else move_events
    move(run.session, {n: before[n] for n in after})
    if of == "event":
        run.work.move(number for n, by in after.items() for number in (n, by, before[n]))
    else:
        run.work.move(events_told_of(run, after))
        # An event is found by all names of whoever takes part, mentions of others apart.
        known = known_of(run.session, after)
        changed = {number for n in known for number in (after[n], before[n])}
        run.work.move(events_of(run, changed))


# Which of two sides that contradict each other counts -> what to say.
_COUNTS = {"apart": "apart-counts", "ties": "ties-count"}


def _tell(run: Run, one: Contradiction) -> None:
    """Note a contradiction that the input has a part in."""
    if not run.anew.heard.isdisjoint((said.left, said.right) for said in (one.apart, *one.ties)):
        ties = ", ".join(f"{tie.left} = {tie.right} ({tie.origin})" for tie in one.ties)
        values = {"left": one.apart.left, "right": one.apart.right, "origin": one.apart.origin}
        message = Message(_COUNTS[one.counts], **values, ties=ties)
        run.notice(Where(one.apart.origin), message)
