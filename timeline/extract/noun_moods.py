"""How sure what a noun tells is, by what stands around it: "appel à la grève", "inquiry into"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.grammar import is_charged_order, is_passive
from timeline.extract.modality import GOVERNED, IN_FORCE
from timeline.extract.saying import saying
from timeline.extract.support import is_bidden, leans_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token
    from timeline.records import Modality


def is_called_off(token: Token, language: ProseLanguage) -> bool:
    """Whether a verb takes back what a noun tells: "la visite a été annulée"; not what was so until
    then: "la condamnation a été annulée".
    """
    verb, sense = token.head, language.noun(token)
    return (
        verb is not None
        and token.dep in ("obj", "nsubj:pass")
        and verb.lemma in language.lexicon.cancelling
        and (sense is None or sense.type not in IN_FORCE)
    )


def mood_of_noun(token: Token, bearer: Token | None, language: ProseLanguage) -> Modality | None:
    """What stands around an event noun: "appel à la grève", "projet de réunion", "une réunion est
    prévue".
    """
    if token.pos != "NOUN":
        return None
    if any(kid.lemma in language.lexicon.uncertain for kid in token.all_kids("amod", "acl")):
        return "possible"
    mood = _mood_beside(token, language) or next(_moods_above(token, language), None)
    if mood is not None:
        return mood
    if _is_inquired_into(token, language):
        return "possible"
    if bearer is not None and token.head is bearer:
        kind = saying(bearer, language)
        if kind is not None:
            return GOVERNED.get(kind)
        if _is_ordered(token, bearer, language) or is_bidden(token, bearer, language):
            return "requested"
    return "planned" if _is_to_come(token, bearer, language) else None


def _mood_beside(token: Token, language: ProseLanguage) -> Modality | None:
    """What a participle beside a noun makes of it: "les sanctions demandées par X", "the talks
    promised by X".
    """
    for kid in token.all_kids("acl", "amod"):
        kind = saying(kid, language) if kid.pos == "VERB" and kid.i > token.i else None
        if kind in ("ask", "plan", "promise") and is_passive(kid, language):
            return GOVERNED.get(kind)
    return None


def _is_inquired_into(token: Token, language: ProseLanguage) -> bool:
    """Whether a noun tells what an inquiry or a trial is for, "une enquête pour meurtre", not what
    it is about: "le procès de l'attentat".
    """
    inquiry = token.head if token.dep == "nmod" else None
    sense = language.noun(inquiry) if inquiry is not None and inquiry.pos == "NOUN" else None
    charged = token.case in language.prepositions.aim and token.kid("det") is None
    return charged and sense is not None and sense.type in ("ACCUSE", "TRIAL")


def _is_ordered(token: Token, verb: Token, language: ProseLanguage) -> bool:
    """Whether harm is but what somebody is charged with having ordered: whether it came to that
    nobody says: "accusé d'avoir ordonné l'exécution de X".
    """
    sense = language.noun(token)
    harm = sense is not None and sense.type in ("ASSAULT", "DEATH")
    return harm and token.dep == "obj" and is_charged_order(verb, language)


def _moods_above(token: Token, language: ProseLanguage) -> Iterator[Modality]:
    """What the nouns directly above an event noun make of it."""
    for above in token.ancestors():
        if above.pos != "NOUN":
            return
        if (above.case, above.lemma) in language.lexicon.nothing:
            return  # "à l'occasion d'une visite"
        if above.lemma in language.lexicon.noun_mood:
            yield language.lexicon.noun_mood[above.lemma]


def _is_to_come(token: Token, bearer: Token | None, language: ProseLanguage) -> bool:
    """Whether an adjective or a verb says of an event noun that it is to come, or was to."""
    planned = language.lexicon.planned
    if any(kid.lemma in planned for kid in token.all_kids("amod", "acl")):
        return True
    if is_called_off(token, language):
        return True
    head = token.head
    waits = head is not None and head.lemma in planned and head.lemma in language.lexicon.stative
    if token.dep == "obj" and waits:
        return True  # "awaits his trial"
    if bearer is None or bearer.lemma not in planned or not token.dep.startswith("nsubj"):
        return False
    return leans_on(bearer, language) is None
