"""What words say happens: from the rows of verbs, nouns and idioms to the types of events and the
roles of who stands around them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.records import EventType, Role


_Word = TypeVar("_Word", str, tuple[str, str])


class Sense(NamedTuple):
    """What a word says happens, and who is who in it.

    Attributes:
        type: the type of the event.
        subject: the role of the verb's subject in the active voice; of a noun, the role of who does
            it (the subject of its support verb: "the army launched an attack").
        object: the role of the verb's direct object; of a noun, the role of who undergoes it ("the
            army suffered an attack"). None if no actor stands there.
        complements: preposition -> role, for what else an actor may be brought in by.
        weak: whether the word names an event only where something else says so too: a date, a
            support verb, an actor beside it. "Agreement" and "law" are also mere things, "to open"
            a state.
    """

    type: EventType
    subject: Role | None
    object: Role | None
    complements: tuple[tuple[str, Role], ...] = ()
    weak: bool = False

    def complement(self, preposition: str) -> Role | None:
        """Return the role of the actor that a preposition brings in, or None.

        Args:
            preposition: in its full form: "de", "avec", "by", "with".
        """
        return dict(self.complements).get(preposition)


def senses(rows: Iterable[tuple[_Word, str]]) -> dict[_Word, Sense]:
    """Return word, or pair of words, -> sense, from rows of it and its `TYPE SUBJECT OBJECT
    OTHERS`; in a preposition `_` is a space ("face_à").

    Raises:
        ValueError: a word stands in them twice.
    """
    found: dict[_Word, Sense] = {}
    for word, frame in rows:
        if word in found:
            raise ValueError(f"{word!r} stands twice; leave it where it is met most often")
        found[word] = _sense(frame)
    return found


@lru_cache
def _sense(frame: str) -> Sense:
    kind, subject, target, *others = frame.split("\t")
    complements = []
    for other in " ".join(others).split():
        prepositions, _, role = other.replace("_", " ").partition("=")
        complements += [(word, cast("Role", role)) for word in prepositions.split("|")]
    return Sense(
        cast("EventType", kind.removeprefix("?")),
        _role(subject),
        _role(target),
        tuple(complements),
        kind.startswith("?"),
    )


def _role(word: str) -> Role | None:
    return None if word == "-" else cast("Role", word)
