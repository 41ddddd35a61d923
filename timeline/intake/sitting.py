"""One person's review of what machines read: what is asked next, and what they decide.

    import timeline

    sitting = timeline.Sitting("my.db", by="Nina")
    while item := sitting.next():
        if isinstance(item, timeline.GroupRow):
            sitting.unite()                      # or sitting.part()
        elif item.claim.confidence > 0.9:
            sitting.accept()                     # or sitting.reject(), sitting.mend({...}), ...
    sitting.leave()

Whatever is decided is committed at once; who comes back goes on with what is left. A claim is
leased while it is looked at, so that a second reviewer gets others.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any, TypeAlias

from timeline import load
from timeline import records as r
from timeline.errors import UsageError
from timeline.intake import reviewing
from timeline.load.leases import lease, release
from timeline.load.reviewing import free_key, put_right, split, undo_own
from timeline.queries.question import ANYTHING
from timeline.queries.review import (
    GroupRow,
    group_members,
    review_count,
    review_groups,
    review_queue,
    still_open,
)
from timeline.queries.under_review import UnderReview, under_review
from timeline.store import open_store
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from timeline.load.undo import Undone
    from timeline.queries.proposals import Person
    from timeline.queries.question import Question
    from timeline.queries.review import MemberRow, ReviewCount

Item: TypeAlias = GroupRow | UnderReview

# So many claims are tried at once, where others look at the first.
_TRIED = 50


class Sitting:
    """One person's review.

    Args:
        db: the database.
        by: who reviews.
        question, event: as for `review_queue`.
        language: of titles.

    Attributes:
        item: what is asked now; None at the end.
        done: the keys of the claims that were decided in this sitting.
    """

    def __init__(
        self,
        db: str,
        *,
        by: str,
        question: Question = ANYTHING,
        event: str | None = None,
        language: str = "en",
    ) -> None:
        self.db, self.by, self.language = db, by, language
        self.item: Item | None = None
        self.done: set[str] = set()
        self._asked = (question, event)
        self._groups: list[GroupRow] | None = None
        self._queue: list[str] = []
        self._path: list[str] = []
        self._at = -1
        self._passed: set[str] = set()
        self._began = monotonic()

    # Going about ----------------------------------------------------------------------------------

    def next(self) -> Item | None:
        """Go on: to the next group of actors, then to the next claim.

        What is passed without a decision is not asked again in this sitting.
        """
        if isinstance(self.item, GroupRow) and self._groups:
            self._groups.pop(0)
        if self._at + 1 < len(self._path):
            return self._go_to(self._at + 1)
        if self._groups is None:
            self._groups = self._all_groups()
        if self._groups:
            self.item = self._groups[0]
            return self.item
        key = self._lease()
        if key is None:
            self.item = None
            return None
        self._path.append(key)
        self._passed.add(key)
        return self._go_to(len(self._path) - 1)

    def _all_groups(self) -> list[GroupRow]:
        """Give the groups of actors; where a part is asked for, none."""
        with open_store(self.db) as session:
            return [*review_groups(session)] if self._asked == (ANYTHING, None) else []

    def _lease(self) -> str | None:
        """Lease the next claim that nobody has decided about or looks at."""
        question, event = self._asked
        with open_store(self.db, write=True) as session:
            while True:
                if not self._queue:
                    found = review_queue(session, question, event=event, but=self._passed)
                    self._queue = list(found)
                tried = still_open(session, self._queue[:_TRIED])
                key = lease(session, tried, by=self.by)
                rest = self._queue[_TRIED:]
                if key is not None:
                    self._queue = [*tried[tried.index(key) + 1 :], *rest]
                    return key
                self._queue = rest
                if not rest:
                    return None

    def back(self) -> Item | None:
        """Go back to the claim before."""
        return self._go_to(max(0, self._at - 1)) if self._path else self.item

    def show(self, key: str) -> Item | None:
        """Go to a claim, decided or not.

        Raises:
            NotFoundError: it is revoked, or there never was one.
        """
        if key not in self._path:
            with open_store(self.db) as session:
                under_review(session, key)
            self._path.insert(self._at + 1, key)
            self._passed.add(key)
        return self._go_to(self._path.index(key))

    def _go_to(self, place: int) -> Item:
        self._at = place
        return self.look()

    def look(self) -> UnderReview:
        """Read the claim that is shown anew."""
        with open_store(self.db) as session:
            self.item = under_review(session, self._path[self._at], language=self.language)
        return self.item

    def leave(self) -> None:
        """Give back the claim that is shown, for others."""
        with open_store(self.db, write=True) as session:
            release(session, by=self.by)

    # What is decided ------------------------------------------------------------------------------

    def accept(self, why: str | None = None) -> None:
        """Stand by the claim."""
        key = self._claim().key
        self._act(lambda s: reviewing.accept(s, key, by=self.by, why=why))
        self.done.add(key)

    def reject(self, why: str | None = None) -> None:
        """Let the claim count for nothing."""
        key = self._claim().key
        self._act(lambda s: load.judge_claims(s, "rejected", [key], by=self.by, why=why))
        self.done.add(key)

    def mend(
        self, changes: Mapping[str, Any], *, new: Sequence[r.Actor | r.Place | r.Event] = ()
    ) -> None:
        """Put something else in the place of what was read: field of a `Claim` -> value.

        Where nothing is different from what was read any more, that is accepted.

        Args:
            changes: field of a `Claim` -> what it is to be.
            new: actors and places that are not there yet.
        """
        key = self._claim().key
        self._act(lambda s: put_right(s, key, changes, by=self.by, new=new))
        self.done.add(key)

    def take(
        self, person: Person, *, role: r.Role | None = None, kind: r.ActorKind = "person"
    ) -> None:
        """Let somebody take part, in another role if they do already.

        Args:
            person: one of those proposed, or a new one: without a key.
            role: None means the usual one: who is named before the trigger acts or speaks, who is
                named behind it is one to whom that is done or said.
            kind: of a new one.
        """
        item = self._claim()
        self._act(lambda s: reviewing.take(s, item, person, by=self.by, role=role, kind=kind))
        self.done.add(item.key)

    def swap(self) -> None:
        """Let those who do something and those to whom it is done change places."""
        item = self._claim()
        self._act(lambda s: reviewing.swap(s, item, by=self.by))
        self.done.add(item.key)

    def drop(self, person: Person) -> None:
        """Let somebody take part no more."""
        item, actor = self._claim(), str(person.key)
        self._act(lambda s: reviewing.leave_out(s, item, actor, by=self.by))
        self.done.add(item.key)

    def retype(self, kind: r.EventType) -> None:
        """State the type of the event."""
        item = self._claim()
        self._act(lambda s: reviewing.retype(s, item, kind, by=self.by))

    def same_event(self, other: str) -> None:
        """Judge the claim's event to be another one, which stands for both."""
        event = self._claim().event.key
        self._act(lambda s: load.merge(s, "event", other, event, by=self.by))

    def same_actor(self, actor: str, other: str) -> None:
        """Judge an actor to be another one, who stands for both."""
        self._act(lambda s: load.merge(s, "actor", other, actor, by=self.by))

    def split(self) -> None:
        """Give the claim an event of its own."""
        key = self._claim().key
        self._act(lambda s: split(s, key, by=self.by))
        self.done.add(key)

    def note(self, words: str) -> None:
        """Write a note on the claim."""
        key = self._claim().key
        self._act(lambda s: load.note(s, "claim", key, words, by=self.by))

    def unite(self) -> None:
        """Judge the actors of the group to be one."""
        group = self._group()
        self._write(lambda s: load.unite(s, *group.keys, by=self.by))

    def part(self) -> None:
        """Judge the two actors of the group to be different; a larger one is asked pair by pair."""
        group = self._group()
        first, *others = group.keys
        if len(others) > 1 and self._groups:
            pairs = [group._replace(keys=(first, other)) for other in others]
            self._groups[1:1] = pairs
        else:
            self._write(lambda s: load.decline(s, "actor", first, others[0], by=self.by))

    def members(self) -> tuple[MemberRow, ...]:
        """Give the actors of the group, each with the passage that names it first."""
        group = self._group()
        with open_store(self.db) as session:
            return group_members(session, group)

    def undo(self) -> Undone:
        """Take back what one decided last, here or before, and go to it.

        Raises:
            NotFoundError: nothing is left.
            UsageError: others built on it since.
        """
        with open_store(self.db, write=True) as session:
            undone = undo_own(session, by=self.by)
        self._groups = None if undone.kind == "merge" else self._groups
        for key in (undone.given or "").split():
            if key in self._path:
                self._at = self._path.index(key)
        if self._path:
            claim = self.look()
            if claim.decision is None:
                self.done.discard(claim.key)
        return undone

    def free_key(self, of: str, name: str) -> str:
        """Make the key of a new actor or place from its name."""
        with open_store(self.db) as session:
            return free_key(session, t.actor if of == "actor" else t.place, name)

    # How far one is -------------------------------------------------------------------------------

    def count(self) -> ReviewCount:
        """Count what is decided, by whomever, and what is left."""
        with open_store(self.db) as session:
            return review_count(session)

    def rate(self) -> float:
        """Give how many claims were decided in a minute of this sitting."""
        return 60 * len(self.done) / max(monotonic() - self._began, 1.0)

    # Helpers --------------------------------------------------------------------------------------

    def _claim(self) -> UnderReview:
        if not isinstance(self.item, UnderReview):
            raise UsageError("no-claim-shown")
        return self.item

    def _group(self) -> GroupRow:
        if not isinstance(self.item, GroupRow):
            raise UsageError("no-group-shown")
        return self.item

    def _write(self, act: Callable[..., object]) -> None:
        with open_store(self.db, write=True) as session:
            act(session)

    def _act(self, act: Callable[..., object]) -> None:
        """Do something about the claim that is shown, and read it anew.

        Raises:
            UsageError: somebody else looks at it now, or has decided meanwhile.
        """
        claim = self._claim()
        with open_store(self.db, write=True) as session:
            reviewing.refuse_taken(session, claim.key, by=self.by, seen=claim.decision)
            act(session)
        self.look()
