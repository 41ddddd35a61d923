"""Whose weapons an attack is told of: "Russian missiles hit", "les avions de l'OTAN ont frappé"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token


def wielders(weapon: Token, language: ProseLanguage) -> Iterator[Token]:
    """Yield the words beside a weapon that tell whose it is; none beside any other noun."""
    if weapon.lemma not in language.lexicon.weapon:
        return
    if any(kid.lemma in language.lexicon.group for kid in weapon.all_kids("compound")):
        return  # "a Serbian army jet": the army's, not Serbia's
    for kid in weapon.kids:
        of = kid.dep == "nmod" and kid.case == language.prepositions.of
        if of or kid.dep == "compound" or kid.lower in language.states.people:
            yield kid
