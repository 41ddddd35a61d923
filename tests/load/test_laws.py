"""Laws of loading, merging and undoing: whatever the records, and whatever was done before."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
from builders import check_derived, export_in, put_in, snapshot_in, whole
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from load.drawing import Action, Decide, Judge, Load, Undo, actions, collections, said
from sqlalchemy import select

import timeline.load
import timeline.store.stored
from timeline import records as r
from timeline.errors import DataError, NotFoundError, TimelineError, UsageError
from timeline.load import (
    Report,
    confirm,
    correct,
    decline,
    drop,
    judge_claims,
    merge,
    note,
    state,
    undo,
    unmerge,
)
from timeline.store.stored import every_record
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from sqlalchemy import Connection

# One database serves all examples of a law: each works in a savepoint.
law = settings(
    max_examples=10,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@law
@given(collections())
def test_what_is_stored_is_what_was_loaded(session: Connection, records: list[r.AnyRecord]) -> None:
    """Law: stored(load(x)) == x, offsets slice to the quote, and what is stored loads as itself."""
    with session.begin_nested() as point:
        report = put_in(session, *records)
        stored = [
            record for record in every_record(session) if not isinstance(record, r.Collection)
        ]
        assert said(stored) == said(records)
        assert report.new == len(stored)
        texts = {record.key: record.text for record in records if isinstance(record, r.Source)}
        for record in stored:
            if isinstance(record, r.Claim) and record.quote and (text := texts[record.source]):
                assert text[record.quote_start : record.quote_end] == record.quote
                assert (record.trigger_start is None) == (record.remark is None)
                if record.trigger_start is not None:
                    assert (
                        text[record.trigger_start : record.trigger_end] == record.quote.split()[0]
                    )
        exported = export_in(session)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(timeline.store.stored, "_PAGE", 2)
            assert export_in(session) == exported
        point.rollback()
    with session.begin_nested() as point:
        put_in(session, *whole(stored))
        assert export_in(session) == exported
        check_derived(session)
        point.rollback()


@law
@given(st.tuples(collections("one"), collections("two")), st.booleans())
def test_twice_is_once(
    session: Connection, pair: tuple[list[r.AnyRecord], ...], each: bool
) -> None:
    """Law: a second load of the same changes nothing and leaves no trace."""
    loads = [whole(records) for records in pair] if each else [whole([*pair[0], *pair[1]])]
    with session.begin_nested() as point:
        for records in loads:
            try:
                put_in(session, *records)
            except DataError:
                point.rollback()
                reject()
        before = snapshot_in(session)
        for records in loads:
            again = put_in(session, *records)
            assert again._replace(notices=()) == Report(
                None, 0, 0, len(records) - 1 if each else len(records) - 2, 0, {}, ()
            )
        assert snapshot_in(session) == before
        point.rollback()


@law
@given(collections(), st.integers(1, 4), st.randoms(use_true_random=False))
def test_order_and_batches_do_not_matter(
    session: Connection, records: list[r.AnyRecord], size: int, rng: random.Random
) -> None:
    """Law: what refers may come before what it refers to, in another batch, and the same is
    stored.
    """
    mixed = list(records)
    rng.shuffle(mixed)
    found = []
    for given_now, batch in ((records, 5000), (mixed, size)):
        with session.begin_nested() as point, pytest.MonkeyPatch.context() as patch:
            patch.setattr(timeline.load, "_BATCH", batch)
            report = put_in(session, *given_now)
            check_derived(session)
            found.append((set(map(str, every_record(session))), report))
            point.rollback()
    assert found[0] == found[1]


class Past:
    """What was done so far, and what the export was before each of it (None: no longer
    comparable).
    """

    def __init__(self, session: Connection) -> None:
        self.session = session
        self.before: dict[int, str | None] = {}

    def act(self, action: Action) -> None:
        """Do it, or find it refused and everything as it was."""
        exported, held = export_in(self.session), snapshot_in(self.session)
        try:
            with self.session.begin_nested():
                number = self._do(action)
        except (DataError, UsageError, NotFoundError):
            assert snapshot_in(self.session) == held
            return
        check_derived(self.session)
        if number is not None:
            self.before[number] = exported

    def _do(self, action: Action) -> int | None:
        match action:
            case Load(records, all_of_it, match):
                return put_in(
                    self.session, *(whole(records) if all_of_it else records), match=match
                ).changeset
            case Judge("merge", of, left, right, by):
                return merge(self.session, of, left, right, by=by).changeset
            case Judge("unmerge", of, left, right, by):
                return unmerge(self.session, of, left, right, by=by).changeset
            case Judge("decline", of, left, right, by):
                return decline(self.session, of, left, right, by=by).changeset
            case Judge("confirm", _, left, _, by):
                return confirm(self.session, left, by=by).changeset
            case Decide():
                return self._decide(action)
            case Undo(number):
                self.take_back(number)
        return None

    def _decide(self, action: Decide) -> int | None:
        c = t.claim
        query = select(c.c.key, c.c.home_id, t.event.c.key).join(
            t.event, t.event.c.id == c.c.home_id
        )
        live = query.where(c.c.revoked_in.is_(None)).order_by(c.c.key)
        claims = self.session.execute(live).tuples().all()
        if not claims:
            return None
        claim, event, key = claims[action.claim % len(claims)]
        match action.act:
            case "accepted" | "rejected" as says:
                return judge_claims(self.session, says, [claim], by=action.by).changeset
            case "corrected":
                return correct(
                    self.session, claim, {"modality": "possible"}, by=action.by
                ).changeset
            case "drop":
                return drop(self.session, event, by=action.by).changeset
            case "state":
                changes = {"title": {"en": f"By {action.by}"}, "tags": (action.by,)}
                return state(self.session, r.Event, key, changes, by=action.by).changeset
        return note(self.session, "event", key, "Look again.", by=action.by).changeset

    def take_back(self, number: int | None) -> None:
        """Undo. The newest is never refused; an older one is refused only for newer ones."""
        newest = max(self.before, default=None)
        try:
            done = undo(self.session, number)
        except UsageError as error:
            assert number != newest
            assert number is not None
            if "undo first: " in str(error):
                listed = [int(n) for n in str(error).split("undo first: ")[1].split(", ")]
                assert listed
                assert set(listed) <= {n for n in self.before if n > number}
            raise
        expected = self.before.pop(done.number)
        if done.number == newest:
            if expected is not None:
                assert export_in(self.session) == expected
        else:
            self.before.update({n: None for n in self.before if n > done.number})


@settings(law, max_examples=8)
@given(actions())
def test_undo_goes_back_step_by_step(session: Connection, todo: list[Action]) -> None:
    """Law: after anything, what events show follows from their claims; and each undo restores the
    export.
    """
    with session.begin_nested() as point:
        past = Past(session)
        for action in todo:
            past.act(action)
        while past.before:
            past.take_back(None)
            check_derived(session)
        assert export_in(session) == ""
        point.rollback()


@law
@given(collections(), st.sampled_from(("actor", "event")), st.data())
def test_merge_then_unmerge_changes_nothing(
    session: Connection, records: list[r.AnyRecord], of: Any, data: st.DataObject
) -> None:
    """Law: but for the two changesets and the judgement that was taken back, every row is as
    before.
    """
    keys = [
        record.key
        for record in records
        if type(record).__name__.lower() == of and hasattr(record, "key")
    ]
    with session.begin_nested() as point:
        put_in(session, *records)
        before = snapshot_in(session)
        left, right = data.draw(st.sampled_from(keys)), data.draw(st.sampled_from(keys))
        try:
            merge(session, of, left, right)
        except TimelineError:
            assert left == right or any(isinstance(one, r.Judgement | r.Link) for one in records)
        else:
            check_derived(session)
            unmerge(session, of, right, left)
            after = snapshot_in(session)
            kept = before.keys() - {"changeset", "judgement", "collection"}
            assert {name: after[name] for name in kept} == {name: before[name] for name in kept}
        point.rollback()


@law
@given(st.lists(collections("one"), min_size=2, max_size=3), st.integers(0, 7))
def test_accept_then_undo_changes_nothing(
    session: Connection, readings: list[list[r.AnyRecord]], number: int
) -> None:
    """Law: whatever was read in between, what is live is what it would be without."""
    found = []
    for accepting in (False, True):
        with session.begin_nested() as point:
            try:
                accepted = None
                for records in readings:
                    put_in(session, *whole(records))
                    if accepting and accepted is None:
                        past = Past(session)
                        past.act(Decide("accepted", number, "Nina"))
                        accepted = max(past.before, default=0)
            except DataError:
                point.rollback()
                reject()
            if accepted:
                undo(session, accepted)
                check_derived(session)
            found.append(export_in(session))
            point.rollback()
    assert found[0] == found[1]


@settings(law, max_examples=5)
@given(actions(), st.integers(0, 6))
def test_any_change_is_undone_with_all_that_rests_on_it(
    session: Connection, todo: list[Action], number: int
) -> None:
    """Law: no change is refused then, and what is left can be taken back to nothing."""
    with session.begin_nested() as point:
        past = Past(session)
        for action in todo:
            past.act(action)
        standing = sorted(past.before)
        if standing:
            chosen = standing[number % len(standing)]
            undone = undo(session, chosen, with_later=True)
            assert all(later > chosen for later in undone.later)
            check_derived(session)
            for left in sorted({*standing} - {chosen, *undone.later}, reverse=True):
                undo(session, left)
                check_derived(session)
        assert export_in(session) == ""
        point.rollback()
