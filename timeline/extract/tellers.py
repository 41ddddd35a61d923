"""Who is the source of what a sentence tells: by a verb of saying, by a preposition, or whom they
cite in their turn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.chain import Step
from timeline.extract.control import subjects
from timeline.extract.grammar import is_anyone, is_passive
from timeline.extract.saying import heard_by
from timeline.extract.verbals import cited

if TYPE_CHECKING:
    from timeline.extract.actors import Cast
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token


def further(token: Token, cast: Cast, language: ProseLanguage) -> tuple[Step, ...]:
    """Whom a source cites in its turn: "rapporte Le Monde, citant la police", "Reuters, citing
    officials, said".
    """
    behind = (kid for subject in token.all_kids("nsubj") for kid in subject.all_kids("acl"))
    for kid in (*token.all_kids("advcl", "acl", "acl:relcl", "xcomp"), *behind):
        whom = cited(kid, cast, language)
        if whom is not None:
            referent = next(iter(cast.who(whom)), None)
            return (Step(referent, cast.phrase(whom), kid.lemma),)
    return ()


def origin(token: Token, cast: Cast, language: ProseLanguage) -> Step:
    """Who is meant: the referent itself, or the body whose document or information it is; of a
    person's it may be others who speak ("selon les services de X").
    """
    clause = next((above for above in token.ancestors() if above.dep == "acl:relcl"), None)
    if token.pos == "PRON" and clause is not None and clause.head is not None:
        token = clause.head  # "un responsable selon lequel"
    written = token.lemma in language.lexicon.document
    for inner in (token, *(kid for kid in token.kids if kid.dep in ("nmod", "nmod:poss"))):
        referents = cast.who(inner)
        if referents and (inner is token or written or referents[0].kind != "person"):
            return Step(referents[0], cast.phrase(inner), None)
    for teller in (one for kid in token.all_kids("acl") for one in kid.all_kids("obl:agent")):
        if referents := cast.who(teller):  # "les résultats proclamés par la commission"
            return Step(referents[0], cast.phrase(teller), None)
    told = [kid for kid in token.subtree() if kid.dep == "acl:relcl"]
    aside = {inner for clause in told for inner in clause.subtree()}
    for inner in (one for one in token.subtree() if one not in aside):
        referents = cast.who(inner)
        named = inner.dep in ("flat", "appos", "compound")
        if referents and (named or (inner.dep == "nmod" and referents[0].kind != "person")):
            return Step(referents[0], cast.phrase(inner), None)
    return Step(None, cast.phrase(token), None)


def speaker(verb: Token, cast: Cast, language: ProseLanguage) -> Step | None:
    """Who says what a verb of saying brings; of a passive only the one it names with "par" or
    "by".
    """
    teller = _teller(verb, cast, language)
    if teller is not None:
        referent = next(iter(cast.who(teller)), None)
        return Step(referent, cast.phrase(teller), verb.lemma)
    agent = verb.kid("obl:agent") if is_passive(verb, language) else None
    if agent is not None and (referents := cast.who(agent)):
        return Step(referents[0], cast.phrase(agent), verb.lemma)
    hearer = heard_by(verb, language)
    if hearer is not None:
        referent = next(iter(cast.who(hearer)), None)
        person = referent is not None and referent.kind == "person"  # "the judge was told"
        return None if person else Step(referent, cast.phrase(hearer), verb.lemma)
    return None if is_passive(verb, language) else _saying(verb, cast, language)


def _saying(verb: Token, cast: Cast, language: ProseLanguage) -> Step | None:
    """Who says something, as the subject of a verb in the active voice."""
    hears = verb.lemma in language.lexicon.learning
    for subject in subjects(verb, language):
        referents = cast.who(subject)
        if hears and not any(one.media for one in referents):
            continue
        if referents:
            tokens = referents[0].name if subject.pos == "PRON" else cast.phrase(subject)
            return Step(referents[0], tokens, verb.lemma)
        if is_anyone(subject, language):
            return Step(None, subject.lemma, verb.lemma)
        known = subject.pos == "PROPN" or subject.lemma in language.lexicon.document
        if known or _may_speak(subject, verb, language):
            return Step(None, cast.phrase(subject), verb.lemma)
    return None


def _may_speak(subject: Token, verb: Token, language: ProseLanguage) -> bool:
    """Whether a noun that is nobody known speaks all the same: "a medic said that", "la mission a
    déclaré avoir vu"; not what names an event, nor by a verb that tells of things too ("montrer").
    """
    sense = language.verb(verb.lemma)
    says = sense is not None and sense.subject == "speaker" and not sense.weak
    own = subject.head is verb and subject.dep == "nsubj"
    noun = subject.pos == "NOUN" and language.noun(subject) is None
    return own and noun and says and language.lexicon.saying.get(verb.lemma) == "say"


def _teller(verb: Token, cast: Cast, language: ProseLanguage) -> Token | None:
    """Who tells what somebody hears: "a appris l'AFP de sources concordantes"."""
    by = language.lexicon.learning.get(verb.lemma, "").split()
    document = language.lexicon.document
    beside = (kid for kid in verb.all_kids("obl") if kid.case in by)
    return next((kid for kid in beside if cast.who(kid) or kid.lemma in document), None)
