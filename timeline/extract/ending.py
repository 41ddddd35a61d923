"""What is given up: who lifts a ban concedes, who suspends aid punishes, who halts an attack
retreats.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from timeline.extract.grammar import lemma_of
from timeline.extract.languages.senses import Sense

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token
    from timeline.records import EventType

# What is given up -> what that is (PLOVER's manual: CONCEDE, SANCTION, RETREAT).
_ENDED: Mapping[EventType, EventType] = MappingProxyType(
    {
        **dict.fromkeys(("SANCTION", "COERCE"), "CONCEDE"),
        **dict.fromkeys(("AID", "SUPPORT", "COOPERATE"), "SANCTION"),
        **dict.fromkeys(("ASSAULT", "MOBILIZE", "PROTEST"), "RETREAT"),
    }
)


def given_up(token: Token, language: ProseLanguage) -> Sense | None:
    """Return what a verb or noun of ending says happens, by what it ends; None if it is none.

    Args:
        token: such a word: "lift" in "lifted its ban", "suspension" in "the suspension of aid".
        language: its language.
    """
    if lemma_of(token, language) not in language.lexicon.ending:
        return None
    for thing in _ended(token, language):
        sense = language.lexicon.nouns.get(thing.lemma)
        if sense is not None and sense.type in _ENDED:
            others = tuple((of, role) for of, role in sense.complements if role == "recipient")
            return Sense(_ENDED[sense.type], "agent", None, others)
    return None


def is_given_up(token: Token, language: ProseLanguage) -> bool:
    """Whether a noun tells but of what another word says to be given up."""
    head = token.head
    return (
        head is not None
        and given_up(head, language) is not None
        and token in _ended(head, language)
    )


def _ended(token: Token, language: ProseLanguage) -> Iterator[Token]:
    """What is ended, and what says of that which one: "aid deliveries", "part of a programme"."""
    of, to = language.prepositions.of, language.prepositions.to
    for kid in token.kids:
        beside = token.pos == "NOUN" and kid.dep == "nmod" and kid.case in (of, to)
        if beside or kid.dep in ("obj", "nsubj:pass"):
            of_whom = language.is_title(kid.lemma) or kid.lemma in language.lexicon.epithet
            inside = [] if of_whom else kid.all_kids("nmod")  # not "l'auteur de l'attaque"
            for thing in (kid, *(inner for inner in inside if inner.case == of)):
                yield from (thing, *thing.all_kids("compound"))
