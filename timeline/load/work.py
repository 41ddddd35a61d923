"""What a run still has to do before it ends."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class NewPart(NamedTuple):
    """A participation of a new claim: it is written once its event has a place in order of time."""

    claim: int
    n: int
    actor: int
    role: str
    capacity: str | None


class Work:
    """Events to be worked out, participations to be written, sources whose claims rest on something
    else now.
    """

    def __init__(self) -> None:
        self._touched: set[int] = set()
        self._large: set[int] = set()
        self._bare: set[int] = set()
        self._parts: dict[int, list[NewPart]] = defaultdict(list)
        self._redated: set[int] = set()

    # Events ---------------------------------------------------------------------------------------

    def touch(self, events: Iterable[int]) -> None:
        """Note events whose claims, texts or names changed."""
        self._touched.update(events)

    def add_events(self, events: Iterable[int]) -> None:
        """Note new events: as long as no claim comes, nothing has to be looked for."""
        self._bare.update(events)

    def move(self, events: Iterable[int]) -> None:
        """Note events that something was moved to or from."""
        moved = set(events)
        self._touched |= moved
        self._bare -= moved

    def forget(self, events: Iterable[int]) -> None:
        """Leave out events that are there no more."""
        self._touched.difference_update(events)

    def postpone(self, events: Iterable[int]) -> None:
        """Leave events to the end: they are large, and each batch may touch them again."""
        self._large.update(events)

    def is_bare(self, event: int) -> bool:
        """Whether an event is new and has no participations yet."""
        return event in self._bare

    def take_touched(self) -> list[int]:
        """Give the events that are to be worked out now, but for those that were postponed."""
        taken = sorted(self._touched)
        self._touched.clear()
        return taken

    def take_all(self) -> list[int]:
        """Give all events that are to be worked out, the new ones without a claim as well."""
        self._touched |= self._large | self._bare
        self._large.clear()
        return self.take_touched()

    def settle(self, events: Iterable[int]) -> None:
        """Note that events were worked out."""
        self._bare.difference_update(events)

    # What belongs to them -------------------------------------------------------------------------

    def add_parts(self, event: int, new: Iterable[NewPart]) -> None:
        """Note participations in an event."""
        self._parts[event] += new

    def take_parts(self, event: int) -> list[NewPart]:
        """Give the participations in an event that are to be written."""
        return self._parts.pop(event, [])

    def redate(self, source: int) -> None:
        """Note a source whose text, language or publication date changed."""
        self._redated.add(source)

    def take_redated(self) -> list[int]:
        """Give the sources whose claims are to be looked at anew."""
        taken = sorted(self._redated)
        self._redated.clear()
        return taken

    def refuse_leftovers(self) -> None:
        """See to it that all was done: what is left now would never be."""
        left = {
            "events": self._touched | self._large | self._bare,
            "participations": {event for event, parts in self._parts.items() if parts},
            "sources": self._redated,
        }
        assert not any(left.values()), {name: len(found) for name, found in left.items()}
