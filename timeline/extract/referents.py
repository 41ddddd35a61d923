"""Whom the words of an article stand for."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from timeline.records import Actor, ActorKind


class Referent:
    """Somebody who is spoken of: a person, an organisation, a state or a group.

    name: the fullest name, or the words of the text where there is none.     names: all names.
    named: whether the text gives a name.
    titles: lemmas by which it is described, each with what stands beside it there: of which country
        or body, of which rank.
    owners: lemmas by which it is said to be others', and whose: "her husband, X".
    gender, plural: of grammar, as far as the text shows it.
    known: the actor that it is, if that is known from the start.
    """

    def __init__(
        self, name: str, kind: ActorKind, *, named: bool, gender: str = "", plural: bool = False
    ) -> None:
        self.name = name
        self.kind = kind
        self.named = named
        self.gender = gender
        self.plural = plural
        self.names: dict[str, None] = {name: None}
        self.titles: dict[str, set[frozenset[str]]] = defaultdict(set)
        self.owners: dict[str, frozenset[Referent]] = {}
        self.media = False
        self.known: Actor | None = None

    def fits(self, gender: str, *, plural: bool) -> bool:
        """Whether a pronoun or a noun of that gender and number can stand for it."""
        if self.plural != plural and not (
            plural and self.kind in ("organisation", "group", "armed_group")
        ):
            return False
        return gender in ("", self.gender) or not self.gender

    def is_called(self, title: str, complements: frozenset[str]) -> bool:
        """Whether a title is known to be theirs, and what stands beside it is not another's."""
        return any(
            not complements or complements <= one or (one and one <= complements)
            for one in self.titles.get(title, ())
        )

    def was_called(self, title: str, not_held: Container[str]) -> bool:
        """Whether a title is only said to have been theirs, by folded words: "l'évêque de
        l'époque".
        """
        known = self.titles.get(title, set())
        return bool(known) and all(any(word in not_held for word in one) for one in known)

    def __repr__(self) -> str:
        return f"Referent({self.name!r}, {self.kind})"
