"""How sure something is told: the conditional of hearsay, the future, modals, plans, requests,
conditions, denials.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.grammar import is_negated, is_passive, lemma_of
from timeline.extract.support import leans_on

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Word
    from timeline.records import Modality

# What a verb makes of what depends on it.
_GOVERNED: dict[str, Modality] = {
    "ask": "requested",
    "plan": "planned",
    "promise": "planned",
    "think": "possible",
    "possible": "possible",
}

# Relations through which what a verb says of its content reaches a word.
_PASSING = ("ccomp", "xcomp", "obj", "conj", "nmod", "obl", "nsubj", "nsubj:pass", "advcl")


def saying(verb: Word, language: ProseLanguage) -> str | None:
    """What kind of saying, asking or thinking a verb is; "croire savoir" is to say."""
    for (outer, inner), kind in language.compounds.items():
        if verb.lemma == outer and verb.has("xcomp", inner):
            return kind
        if _is_under(verb, inner, outer):
            return None
    return language.lexicon.saying.get(lemma_of(verb, language))


def _is_under(verb: Word, inner: str, outer: str) -> bool:
    """Whether a verb is the second of a compound."""
    head = verb.head
    return verb.lemma == inner and verb.dep == "xcomp" and head is not None and head.lemma == outer


def is_pluperfect(verb: Word, language: ProseLanguage) -> bool:
    """Whether a verb speaks of what was past already: "avait accentué", "had imposed"; of a gerund,
    its main verb.
    """
    for _ in range(4):
        auxiliary = verb.kid("aux")
        if (
            auxiliary is not None
            and auxiliary.morph.get("Tense") in ("Imp", "Past")
            and auxiliary.lemma in language.auxiliaries
        ):
            return verb.morph.get("VerbForm") in language.pluperfect
        if (
            verb.dep in ("advcl", "conj", "xcomp")
            and verb.head is not None
            and not verb.kid("aux", "nsubj")
        ):
            verb = verb.head
        else:
            return False
    return False


def moods_of(verb: Word, language: ProseLanguage) -> set[Modality]:
    """What tense, mood and modal verbs say of a verb: its own, and those that it has from the verb
    above it.
    """
    moods = language.moods(verb)
    clauses = (verb, *verb.all_kids("advcl"))
    if any(
        kid.dep == "mark" and kid.lower in language.conditions
        for clause in clauses
        for kid in clause.kids
    ):
        moods.add("hypothetical")
    adverbs = [kid.lower for kid in verb.kids if kid.dep == "advmod"]
    if any(adverb in language.lexicon.possibly for adverb in adverbs):
        moods.add("possible")
    if any(adverb in language.lexicon.hearsay for adverb in adverbs):
        moods.add("reported")
    return moods | _lent_moods(verb, language)


def _lent_moods(verb: Word, language: ProseLanguage) -> set[Modality]:
    governor = verb.head
    if governor is None or governor.pos not in ("VERB", "AUX"):
        return set()
    if verb.dep in ("xcomp", "ccomp"):
        kind = language.lexicon.modal.get(governor.lemma)
        if kind is not None:
            return {kind}
        passing = (
            governor.lemma in language.lexicon.aspect or governor.lemma in language.lexicon.stative
        )
        return moods_of(governor, language) if passing else set()
    if verb.dep == "advcl" and verb.morph.get("VerbForm") == "Part" and not verb.kid("nsubj"):
        return moods_of(governor, language) - {"hypothetical"}
    if verb.dep == "conj" and not verb.kid("aux", "nsubj", "mark"):
        return moods_of(governor, language)
    return set()


def from_above(
    word: Word, bearer: Word | None, language: ProseLanguage
) -> tuple[set[Modality], bool]:
    """What the verbs above a word make of it, and whether one of them denies it."""
    moods: set[Modality] = set()
    denied = False
    below = word
    for above in word.ancestors():
        infinitive = (
            below.dep == "advcl"
            and below.morph.get("VerbForm") == "Inf"
            and below.has("mark", *language.infinitives)
        )
        if (
            infinitive
            or below.dep in ("ccomp", "xcomp")
            or (below is word and below.dep in ("obj", "nsubj:pass"))
        ):
            kind = saying(above, language) if above.pos in ("VERB", "AUX") else None
            if kind in _GOVERNED:
                moods.add(_GOVERNED[kind])
            if kind == "say" and is_passive(above, language):
                moods.add("reported")  # "he is said to have", "il a été annoncé que"
            refused = (
                below.dep == "xcomp" and lemma_of(above, language) in language.lexicon.declining
            )
            denied ^= kind == "deny" or refused
            if below.dep != "obj" or above is bearer:
                moods |= moods_of(above, language) & {"reported", "hypothetical"}
            if below.dep == "xcomp" and above is not bearer and kind is None:
                denied |= is_negated(above, language)
        if below.dep not in _PASSING:
            break
        below = above
    return moods, denied


def is_called_off(word: Word, language: ProseLanguage) -> bool:
    """Whether a verb takes back what a noun tells: "la visite a été annulée"."""
    verb = word.head
    return (
        verb is not None
        and word.dep in ("obj", "nsubj:pass")
        and verb.lemma in language.lexicon.cancelling
    )


def mood_of_noun(word: Word, bearer: Word | None, language: ProseLanguage) -> Modality | None:
    """What stands around an event noun: "appel à la grève", "projet de réunion", "une réunion est
    prévue".
    """
    if word.pos != "NOUN":
        return None
    for above in word.ancestors():
        if above.pos != "NOUN":
            break
        mood = language.lexicon.noun_mood.get(above.lemma)
        if mood is not None:
            return mood
    if (
        bearer is not None
        and (kind := language.lexicon.saying.get(lemma_of(bearer, language)))
        and word.head is bearer
    ):
        return _GOVERNED.get(kind)
    adjectives = {kid.lemma for kid in word.kids if kid.dep in ("amod", "acl")}
    if any(lemma in language.lexicon.planned for lemma in adjectives) or is_called_off(
        word, language
    ):
        return "planned"
    if (
        bearer is not None
        and leans_on(bearer, language) is None
        and bearer.lemma in language.lexicon.planned
        and word.dep.startswith("nsubj")
    ):
        return "planned"
    return None
