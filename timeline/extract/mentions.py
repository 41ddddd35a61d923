"""The passages of an article that mention events, and the events that they mention."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from timeline import records as r
    from timeline.extract.chain import Stance
    from timeline.extract.dating import When
    from timeline.extract.events import Trigger
    from timeline.extract.gazetteer.places import Spot
    from timeline.extract.referents import Referent


class EventMention(NamedTuple):
    """One passage that mentions an event.

    trigger: the words for it.     stance: how the article stands to it there.
    when: its date, as that passage gives it.
    sentence: the number of the sentence in the article; start, end: its offsets.
    place: where it happens.     quantities: the numbers that it gives.
    """

    trigger: Trigger
    stance: Stance
    when: When | None
    sentence: int
    start: int
    end: int
    place: Spot | None = None
    quantities: tuple[r.Quantity, ...] = ()


class Happening:
    """An event, with all mentions of it in one article, in the order of the text."""

    def __init__(self, mention: EventMention) -> None:
        self.mentions = [mention]
        self.type = mention.trigger.sense.type

    @property
    def referents(self) -> dict[Referent, r.Role]:
        """Who takes part, with the first role."""
        found: dict[Referent, r.Role] = {}
        for mention in self.mentions:
            for argument in mention.trigger.arguments:
                found.setdefault(argument.referent, argument.role)
        return found

    @property
    def last(self) -> int:
        """The sentence that spoke of it last."""
        return self.mentions[-1].sentence

    @property
    def place(self) -> Spot | None:
        """The place that one of its mentions gives."""
        return next((mention.place for mention in self.mentions if mention.place is not None), None)

    @property
    def date(self) -> When | None:
        """The date that one of its mentions gives."""
        return next((mention.when for mention in self.mentions if mention.when is not None), None)
