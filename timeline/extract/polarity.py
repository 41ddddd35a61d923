"""Whether an event is affirmed, denied or not commented on, and what its verbs say of how sure it
is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.grammar import first_of_list, is_almost, is_negated, is_too_much, lemma_of
from timeline.extract.modality import from_above, moods_of
from timeline.extract.nominals import is_definite, is_possessed
from timeline.extract.noun_moods import is_called_off, mood_of_noun
from timeline.extract.predicates import is_instead
from timeline.extract.support import leans_on
from timeline.extract.verbals import declined, is_medium, withholds

if TYPE_CHECKING:
    from timeline.extract.events import Trigger
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token
    from timeline.records import Modality, Polarity


def moods_and_denial(trigger: Trigger, language: ProseLanguage) -> tuple[set[Modality], bool]:
    """What its own verb, those above it and the words around a noun make of an event."""
    token, bearer = trigger.token, trigger.bearer
    if _is_passed_over(token, language):
        return ({"reported"} if token.dep == "obj" else set()), False
    if _is_circumstance(trigger, language) or _is_known(trigger, language):
        return set(), False
    if is_medium(token, language):
        return set(), False
    if is_too_much(token, language):
        return set(), True
    moods, denied = from_above(token, bearer, language)
    moods |= {"reported"} if _is_labelled(token, language) else set()
    if bearer is not None:
        denied ^= _is_denied(token, bearer, language)
        own = moods_of(bearer, language)
        if bearer is not token and bearer.kid("xcomp") and bearer.lemma in language.lexicon.modal:
            own |= {language.lexicon.modal[bearer.lemma]}  # "le procès devrait s'ouvrir"
        thought = "possible" in moods and "planned" in language.moods(bearer)
        moods |= own - {"planned"} if thought else own  # "fear that they will be jailed"
    none = language.negation.determiners
    denied |= any(kid.lower in none for kid in token.all_kids("det"))
    cases = {one.case for one in (token, first_of_list(token)) if one is not None}
    neither = token.dep == "conj" and token.has("cc", *language.negation.neither)  # "sans A ni B"
    lacking = neither or bool(cases.intersection(language.negation.without))
    lacking = lacking and "hypothetical" not in moods
    denied |= token.pos == "NOUN" and (is_called_off(token, language) or lacking)
    if token.pos == "NOUN" and token.case.partition(" ")[0] in language.dates.during:
        return moods - {"requested"}, False  # "during a meeting, X asked"
    noun = mood_of_noun(token, bearer, language)
    return moods | ({noun} if noun is not None else set()), denied


def _is_labelled(token: Token, language: ProseLanguage) -> bool:
    """Whether a word before a colon says of all that stands behind it that people tell it: "Rumour:
    X was arrested".
    """
    *_, root = (token, *token.ancestors())
    labels = (one for one in (root, *root.kids) if one.lower in language.lexicon.label)
    return any(
        kid.text == ":" and kid.i == label.i + 1
        for label in labels
        for kid in (*label.kids, *root.kids)
    )


def _is_circumstance(trigger: Trigger, language: ProseLanguage) -> bool:
    """Whether harm is but named as that in or after which something else happens: that may be
    planned or denied, the harm is known ("was to rebuild the town after an earthquake").
    """
    token = trigger.token
    brought = token.pos == "NOUN" and token.dep in ("obl", "nmod")
    first = token.case.partition(" ")[0]
    amid = first in (*language.dates.during, *language.prepositions.at_harm)
    return brought and amid and trigger.sense.type in (*_HARM, "PROTEST")


def _is_looked_into(token: Token, head: Token, language: ProseLanguage, *, shown: bool) -> bool:
    """Whether harm is known since others have to do with it: "les circonstances de l'accident", "to
    shed light on these deaths"; not "to prevent this attack", "le risque d'un accident".
    """
    lexicon = language.lexicon
    if head.pos == "NOUN":
        known = head.lemma not in lexicon.noun_mood and language.noun(head) is None
        return known and token.case == language.prepositions.of and is_definite(token)
    lemma = lemma_of(head, language)
    undone = lemma in lexicon.preventing or lemma in lexicon.failing
    shown = shown or (lemma in lexicon.ending and is_definite(token))
    return shown and token.dep in ("obj", "obl") and not undone and not is_negated(head, language)


def _is_known(trigger: Trigger, language: ProseLanguage) -> bool:
    """Whether a deed is taken for known by the sentence that it is named in, whatever is planned,
    asked or denied there: "manifester contre le rejet de sa liste", "this veto will not stop us".
    """
    token, lexicon = trigger.token, language.lexicon
    head = token.head
    shown = any(kid.morph.get("PronType") == "Dem" for kid in token.all_kids("det"))
    pointed = is_possessed(token) or shown
    if token.pos != "NOUN" or head is None:
        return False
    if trigger.sense.type in _HARM and _is_looked_into(token, head, language, shown=shown):
        return True
    if trigger.sense.type in _ARRANGED and not (pointed and trigger.sense.type == "TRIAL"):
        return False
    if not (is_definite(token) or is_possessed(token)) or head.lemma in lexicon.noun_mood:
        return False
    if token.dep == "obl":
        own = pointed and token.case == language.prepositions.of
        return own or token.case in language.prepositions.known
    if token.dep == "nmod":
        beside = (language.prepositions.to, language.prepositions.of)
        named = head.pos == "NOUN" and token.case in beside
        deed = token.case == beside[0] or language.noun(head) is not None
        return token.case in language.prepositions.known or (named and deed)
    light = (*lexicon.occurrence, *lexicon.aspect, *lexicon.planned, *lexicon.cancelling)
    light = (*light, *lexicon.modal, *lexicon.stative, language.copula, *language.auxiliaries)
    if token.dep == "nsubj:pass":  # "denied that the murder had been ignored"
        happens = (*lexicon.occurrence, *lexicon.planned, *lexicon.cancelling)
        told = head.dep == "ccomp" and head.lemma not in happens
        return told and trigger.sense.type in _HARM
    acts = token.dep == "nsubj" and head.pos == "VERB" and leans_on(head, language) is not token
    return acts and (head.kid("obj") is not None or lemma_of(head, language) not in light)


_HARM = ("DEATH", "ACCIDENT", "DISASTER", "ASSAULT")

# What may be arranged beforehand, so that what is planned for it is planned as well.
_ARRANGED = (
    "ELECTION",
    "CONSULT",
    "TRIAL",
    "CEREMONY",
    "SPORT",
    "VISIT",
    "LEGISLATION",
    "BUSINESS",
)


def _is_denied(token: Token, bearer: Token, language: ProseLanguage) -> bool:
    """Whether the verb that shows the mood of an event denies it. What another verb does not do
    leaves that itself alone: "l'accident n'a fait aucune victime", "n'a pas assisté au sommet"; but
    "n'a pas assisté à un sommet", "le sommet n'a pas eu lieu".
    """
    if token is not bearer and leans_on(bearer, language) is not token:
        within = token.head if token.dep == "nmod" else None
        if within is not None and within.lemma not in language.lexicon.holding:
            return False  # "not satisfied with the outcome of meetings"
        happens = (*language.lexicon.occurrence, *language.auxiliaries, language.copula)
        certain = is_definite(token) and lemma_of(bearer, language) not in happens
        if token.dep == "nsubj" or certain:
            return False
    above = token.head if token.dep == "xcomp" else None
    modal = above is not None and above.lemma in language.lexicon.modal
    instead = token is bearer and is_instead(token, language)
    instead |= modal and above is not None and is_instead(above, language)
    nothing = token is bearer and _does_nothing(token, language)
    return is_negated(bearer, language) or is_almost(bearer, language) or instead or nothing


def _does_nothing(verb: Token, language: ProseLanguage) -> bool:
    """Whether a verb has nothing for its object, so that nothing is done: "made no threat"; but
    "left no doubt".
    """
    none = (*language.negation.determiners, *language.negation.nobody)
    for thing in verb.all_kids("obj"):
        counts = thing.lemma not in language.lexicon.unspared
        if counts and (thing.lower in none or thing.has("det", *none)):
            return True
    return False


def _is_passed_over(token: Token, language: ProseLanguage) -> bool:
    """Whether somebody declines to say anything of what a noun tells: "n'a pas souhaité commenter
    l'arrestation"; what a preposition brings in is taken for known: "to comment on the arrest".
    """
    verb = token.head
    if verb is None or token.pos != "NOUN" or token.dep not in ("obj", "obl"):
        return False
    remark = verb.lemma in language.lexicon.comment and verb.pos == "VERB"
    return remark and _says_neither(verb, language)


def is_assumed(token: Token, language: ProseLanguage) -> bool:
    """Whether a noun is taken for known by who says nothing of it: "declined to comment on the
    arrest".
    """
    return token.dep == "obl" and _is_passed_over(token, language)


def polarity(token: Token, language: ProseLanguage, *, denied: bool) -> Polarity:
    if _is_passed_over(token, language):
        return "declines" if token.dep == "obj" else "affirms"
    for above in token.ancestors():
        content = above.kid("ccomp") or (token.dep == "obj" and token.head is above)
        if content and _says_neither(above, language):
            return "declines"
    return "denies" if denied else "affirms"


def _says_neither(verb: Token, language: ProseLanguage) -> bool:
    """Whether who is asked says neither that something is so nor that it isn't: "declined to say
    whether", "will neither confirm nor deny that".
    """
    head = verb.head
    refused = head is not None and verb.dep == "xcomp" and declined(head, language) is verb
    return refused or withholds(verb, language) or declined(verb, language) is not None
