"""What a run touched that is judged anew when it ends: who is one with whom, and what is above
what.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from timeline.combine import Thing

Of: TypeAlias = Literal["actor", "event"]
Identifier: TypeAlias = tuple[str, str]


def _groups() -> dict[Of, set[int]]:
    return {"actor": set(), "event": set()}


def _above() -> defaultdict[type[Thing], set[str]]:
    return defaultdict(set)


@dataclass
class Anew:
    """What is to be judged anew.

    Attributes:
        groups: ids of the actors and events whose groups are to be set.
        mentions: ids of the mentions that are to be linked.
        names, identifiers: what known actors were or are called: mentions that are called so are to
            be linked as well.
        loose: identifiers that mentions had or have: where nobody known has them, so are those.
        events: ids of the events that may agree with others now.
        heard: the pairs of keys that the input judges.
        above: kind -> keys of things that lay or lie in another, or replaced or replace it.
        wholes: ids of the events that the input says are a part of another, or one with another.
        decided: ids of the sources on whose claims the verdicts are to fall anew.
    """

    groups: dict[Of, set[int]] = field(default_factory=_groups)
    mentions: set[int] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    identifiers: set[Identifier] = field(default_factory=set)
    loose: set[Identifier] = field(default_factory=set)
    events: set[int] = field(default_factory=set)
    heard: set[tuple[str, str]] = field(default_factory=set)
    above: defaultdict[type[Thing], set[str]] = field(default_factory=_above)
    wholes: set[int] = field(default_factory=set)
    decided: set[int] = field(default_factory=set)

    def take_decided(self) -> set[int]:
        """Give the sources whose claims are to be decided anew."""
        taken, self.decided = self.decided, set()
        return taken

    def refuse_leftovers(self) -> None:
        """See to it that all was done: what is left now would never be."""
        left = [*self.groups.values(), self.mentions, *self.above.values(), self.decided]
        assert not any(left), left
