"""The passages of an article that speak of events, and the events that they speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from timeline import records as r
    from timeline.extract.attribution import Stance
    from timeline.extract.dating import When
    from timeline.extract.events import Trigger
    from timeline.extract.naming import Referent


class Passage(NamedTuple):
    """One passage that speaks of an event."""

    trigger: Trigger
    stance: Stance
    when: When | None
    sentence: int
    start: int
    end: int


class Happening:
    """An event, with all passages of it in one article; the first that has most to say is
    `main`.
    """

    def __init__(self, passage: Passage) -> None:
        self.passages = [passage]
        self.type = passage.trigger.sense.type

    @property
    def referents(self) -> dict[Referent, r.Role]:
        """Who takes part, with the first role."""
        found: dict[Referent, r.Role] = {}
        for passage in self.passages:
            for argument in passage.trigger.arguments:
                found.setdefault(argument.referent, argument.role)
        return found

    @property
    def last(self) -> int:
        """The sentence that spoke of it last."""
        return self.passages[-1].sentence

    @property
    def date(self) -> When | None:
        """The date that one of its passages gives."""
        return next((passage.when for passage in self.passages if passage.when is not None), None)
