"""What kind of saying, asking or thinking a verb tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.control import bidden
from timeline.extract.grammar import is_put_in, lemma_of

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.languages.lexicon import Saying
    from timeline.extract.trees import Token


def saying(verb: Token, language: ProseLanguage) -> Saying | None:
    """What kind of saying, asking or thinking a verb is; "croire savoir" is to say."""
    for (outer, inner), kind in language.compounds.items():
        if verb.lemma == outer and verb.has("xcomp", inner):
            return kind
        if _is_under(verb, inner, outer):
            return None
    if bidden(verb, language) is not None:
        return "ask"
    if heard_by(verb, language) is not None:
        return "say"
    meant = language.lexicon.saying.get(lemma_of(verb, language))
    if meant == "plan" and verb.lemma in language.lexicon.perceiving and not verb.kid("xcomp"):
        return None  # "entend des coups de feu"; but "entend partir"
    asks = meant in ("ask", "promise", "think")
    return "say" if asks and _only_says(verb, language) else meant


def heard_by(verb: Token, language: ProseLanguage) -> Token | None:
    """Before whom something is said that a verb brings: "the court heard that", "the jury was
    told".
    """
    if verb.lemma not in language.lexicon.heard or verb.kid("ccomp") is None:
        return None
    told = verb.lemma in language.lexicon.saying
    subject = verb.kid("nsubj:pass") if told else verb.kid("nsubj")
    known = subject is not None and subject.lemma in language.lexicon.hearing
    return subject if known else None


def _only_says(verb: Token, language: ProseLanguage) -> bool:
    """Whether a verb that may ask for something or promise it says that it was so: "suggested that
    X had left", "jure n'avoir rien vu", "« ... », jure X", "revendiquer un attentat".
    """
    clause, thing = verb.kid("ccomp", "xcomp"), verb.kid("obj", "nsubj:pass")
    thing = verb.head if thing is None and verb.dep == "acl" else thing  # "l'attentat revendiqué"
    inverted = language.inversion is not None and is_put_in(verb, language)
    thinks = language.lexicon.saying.get(verb.lemma) == "think"
    if not thinks and verb.lemma not in language.lexicon.claiming:
        return False
    if clause is None and thing is None and inverted:
        return True
    if thinks:
        return False
    forms = (clause, *clause.all_kids("aux", "aux:pass")) if clause is not None else ()
    so = any(form.morph.get("Tense") == "Past" or _is_indicative(form) for form in forms)
    sense = language.noun(thing) if thing is not None else None
    return so or (sense is not None and sense.type in ("ASSAULT", "COERCE"))


def _is_indicative(form: Token) -> bool:
    """Whether a form of the present is none by which something is asked: "suggested that it is"."""
    told = form.morph
    third = (told.get("Person"), told.get("Number")) == ("3", "Sing")
    return third and told.get("Tense") == "Pres" and told.get("Mood", "Ind") == "Ind"


def _is_under(verb: Token, inner: str, outer: str) -> bool:
    """Whether a verb is the second of a compound."""
    head = verb.head
    return verb.lemma == inner and verb.dep == "xcomp" and head is not None and head.lemma == outer


def is_mind(token: Token, language: ProseLanguage) -> bool:
    """Whether somebody who speaks only says what they think or wish, or what others think: "we
    believe that", “They thought we would give in”.
    """
    lexicon, lemma = language.lexicon, lemma_of(token, language)
    subject = token.kid("nsubj")
    if subject is None or not token.quoted:
        return False
    own = subject.morph.get("Person") == "1" or subject.lower in lexicon.first_person
    them = subject.pos == "PRON" and token.kid("ccomp") is not None
    others = them and lexicon.saying.get(lemma) == "think"
    return others or (own and lemma in lexicon.minding)
