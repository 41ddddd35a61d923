"""Where a name of a place is but where something happens, and nobody who takes part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.grammar import lemma_of

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.languages.senses import Sense
    from timeline.extract.referents import Referent
    from timeline.extract.trees import Token
    from timeline.records import Role


def is_scene(kid: Token, sense: Sense, language: ProseLanguage) -> bool:
    """Whether a capital is but where something is done or said: "à Belgrade, l'opposition a
    estimé", "a cédé 3 % à Paris", "a annoncé à Alger", but not "a répondu à Paris"; or a country,
    where no clause tells what it is told: "a annoncé au Mali le retrait".
    """
    verb, states = kid.head, language.states
    if verb is None or kid.case not in language.prepositions.at:
        return False
    said = sense.type == "STATEMENT" and lemma_of(verb, language) not in language.lexicon.replying
    if states.seated(kid.text) is None:
        return said and states.named(kid.text) is not None and verb.kid("ccomp") is None
    fronted = kid.i < verb.i and kid.dep == "obl"
    return fronted or said or sense.type == "BUSINESS"


def is_seat(token: Token, language: ProseLanguage) -> bool:
    """Whether a word is the name of a capital, which beside a meeting or an accord is but where
    that was: "the Oslo accords", "l'accord de Ouagadougou".
    """
    states = language.states
    beside = token.dep == "compound" or token.case == language.prepositions.of
    return beside and states.named(token.text) is None and states.seated(token.text) is not None


def is_unknown_place(token: Token, referent: Referent, role: Role, language: ProseLanguage) -> bool:
    """Whether a name of one word says where people meet, whatever the model takes it for: "lors
    d'une réunion à Kingakati".
    """
    alone = referent.kind == "person" and " " not in referent.name
    return alone and role == "participant" and token.case in language.prepositions.at


def is_place(token: Token, role: Role, language: ProseLanguage) -> bool:
    """Whether a country or capital is but where something happens: one that is visited, "à
    Rome".
    """
    return role == "host" or (
        role in ("participant", "agent", "victim") and token.case in language.prepositions.at
    )
