"""Which noun names the event where a verb only says that it takes place or is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.grammar import lemma_of
from timeline.extract.trees import PERSON

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token


def leans_on(token: Token, language: ProseLanguage) -> Token | None:
    """The noun that names the event where a verb only says that it takes place or is done: "mener
    une frappe".
    """
    lemma = lemma_of(token, language)
    deps: tuple[str, ...] = ()
    if lemma in language.lexicon.occurrence:
        deps += ("nsubj", "nsubj:pass")
    if language.is_support(lemma):
        deps += ("nsubj:pass", "obj", "obl")
    for kid in token.kids:
        # what has another object only stands beside: "faire référence à un sommet"
        other = token.kid("obj")
        alone = other is None or other.lemma in language.lexicon.bearing
        held_by = alone and kid.case in language.prepositions.held
        if kid.dep in deps and (kid.dep != "obl" or held_by):
            if kid.pos == "NOUN" and _names_event(kid, language):
                return kid
            inner = held(kid, language)
            if inner is not None:
                return inner
    return antecedent(token, language) if "nsubj" in deps else None


def _names_event(noun: Token, language: ProseLanguage) -> bool:
    """Whether a noun names an event, by itself or with another: "grève", "coup de couteau"."""
    lexicon = language.lexicon
    parts = noun.all_kids("nmod")
    two = any((noun.lemma, part.lemma) in lexicon.idioms for part in parts)
    return two or noun.lemma in lexicon.nouns


def antecedent(token: Token, language: ProseLanguage) -> Token | None:
    """The event noun that a relative clause with "qui" speaks of, whichever noun of its phrase the
    parser takes.
    """
    if (
        token.dep != "acl:relcl"
        or token.head is None
        or not any(kid.dep.startswith("nsubj") for kid in token.kids)
    ):
        return None
    subject = token.kid("nsubj", "nsubj:pass")
    if subject is None or subject.pos != "PRON":
        return None
    for above in (token.head, *token.head.ancestors()):
        if above.pos == "NOUN" and language.lexicon.nouns.get(above.lemma):
            return above
        if above.pos not in ("NOUN", "PROPN") or above.dep not in ("nmod", "appos", "flat"):
            return None
    return None


def held(token: Token, language: ProseLanguage) -> Token | None:
    """The event in "la tenue d'une frappe", "the holding of talks"."""
    if token.lemma not in language.lexicon.holding:
        return None
    kids = (kid for kid in token.all_kids("nmod") if kid.case == language.prepositions.of)
    return next((kid for kid in kids if language.lexicon.nouns.get(kid.lemma)), None)


def is_bidden(noun: Token, verb: Token, language: ProseLanguage) -> bool:
    """Whether a verb only orders or plans what somebody else does, by its noun: "ordonne le retour
    de l'ambassadrice".
    """
    sense, lexicon = language.noun(noun), language.lexicon
    told = verb.lemma in lexicon.bidding or lexicon.saying.get(verb.lemma) in ("ask", "plan")
    if not told or sense is None or sense.subject is None:
        return False
    return any(
        sense.complement(kid.case) == sense.subject
        and (kid.ent in PERSON or language.is_title(kid.lemma) or kid.lemma in lexicon.group)
        for kid in noun.all_kids("nmod")
    )
