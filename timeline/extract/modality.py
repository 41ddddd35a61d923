"""How sure something is told: the conditional of hearsay, the future, modals, plans, requests,
conditions, denials.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.extract.events import leans_on
from timeline.extract.grammar import is_negated, is_passive, lemma_of
from timeline.extract.lexicon import words as lexicon

if TYPE_CHECKING:
    from timeline.extract.trees import Word
    from timeline.records import Modality

_IRREGULAR = (
    "aur|ser|ir|fer|pourr|devr|voudr|viendr|tiendr|verr|enverr|saur|vaudr|faudr|cevr|courr|mourr"
    "|querr|pleuvr|deviendr"
)

_CONDITIONAL = re.compile(rf"^(?:s'|n'|d'|l')?(?:\w*(?:{_IRREGULAR}))(?:ais|ait|ions|iez|aient)$")

_ENDING = re.compile(r"(?:ais|ait|ions|iez|aient)$")

_IF = {"fr": ("si", "s'"), "en": ("if", "unless")}

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


def saying(verb: Word, language: str) -> str | None:
    """What kind of saying, asking or thinking a verb is: see `lexicon.words.reporting`.

    "Croire savoir" is to say.
    """
    if verb.lemma == "croire" and verb.has("xcomp", "savoir"):
        return "say"
    if (
        verb.lemma == "savoir"
        and verb.dep == "xcomp"
        and verb.head is not None
        and verb.head.lemma == "croire"
    ):
        return None
    return lexicon.reporting(lemma_of(verb, language), language)


def is_conditional(verb: Word) -> bool:
    """Whether a French verb is in the conditional: the parser's mood united with the endings, which
    it often misses.
    """
    for form in (verb, *verb.all_kids("aux", "aux:pass", "cop")):
        if form.morph.get("Mood") == "Cnd":
            return True
        ending = _ENDING.search(form.lower)
        if ending is None:
            continue
        stem = form.lower[: ending.start()]
        if _CONDITIONAL.match(form.lower) or (
            stem.endswith("r") and stem in (form.lemma, form.lemma.removesuffix("e"))
        ):
            return True
    return False


def is_pluperfect(verb: Word, language: str) -> bool:
    """Whether a verb speaks of what was past already: "avait accentué", "had imposed"; of a gerund,
    its main verb.
    """
    for _ in range(4):
        auxiliary = verb.kid("aux")
        if (
            auxiliary is not None
            and auxiliary.morph.get("Tense") in ("Imp", "Past")
            and auxiliary.lemma in ("avoir", "être", "have")
        ):
            return verb.morph.get("VerbForm") in ("Part", "Inf") or language == "en"
        if (
            verb.dep in ("advcl", "conj", "xcomp")
            and verb.head is not None
            and not verb.kid("aux", "nsubj")
        ):
            verb = verb.head
        else:
            return False
    return False


def moods_of(verb: Word, language: str) -> set[Modality]:
    """What tense, mood and modal verbs say of a verb: its own, and those that it has from the verb
    above it.
    """
    moods = _french_moods(verb) if language == "fr" else _english_moods(verb)
    clauses = (verb, *verb.all_kids("advcl"))
    if any(
        kid.dep == "mark" and kid.lower in _IF[language]
        for clause in clauses
        for kid in clause.kids
    ):
        moods.add("hypothetical")
    adverbs = [kid.lower for kid in verb.kids if kid.dep == "advmod"]
    if any(lexicon.is_possibly(adverb, language) for adverb in adverbs):
        moods.add("possible")
    if any(lexicon.is_hearsay(adverb, language) for adverb in adverbs):
        moods.add("reported")
    return moods | _lent_moods(verb, language)


def _lent_moods(verb: Word, language: str) -> set[Modality]:
    governor = verb.head
    if governor is None or governor.pos not in ("VERB", "AUX"):
        return set()
    if verb.dep in ("xcomp", "ccomp"):
        kind = lexicon.modal(governor.lemma, language)
        if kind is not None:
            return {kind}
        passing = lexicon.is_aspect(governor.lemma, language) or lexicon.is_stative(
            governor.lemma, language
        )
        return moods_of(governor, language) if passing else set()
    if verb.dep == "advcl" and verb.morph.get("VerbForm") == "Part" and not verb.kid("nsubj"):
        return moods_of(governor, language) - {"hypothetical"}
    if verb.dep == "conj" and not verb.kid("aux", "nsubj", "mark"):
        return moods_of(governor, language)
    return set()


def _french_moods(verb: Word) -> set[Modality]:
    forms = (verb, *verb.all_kids("aux", "aux:pass", "cop"))
    if any(form.morph.get("Tense") == "Fut" for form in forms):
        return {"planned"}
    if verb.morph.get("Mood") == "Imp" or (
        verb.morph.get("Person") == "2" and not verb.kid("nsubj")
    ):
        return {"requested"}
    if not is_conditional(verb):
        return set()
    auxiliary = verb.kid("aux")
    if (
        (auxiliary is not None and auxiliary.lemma == "avoir")
        or verb.lemma == "être"
        or verb.kid("aux", "aux:pass", "cop")
    ):
        return {"reported"}
    return (
        {"reported"}
        if verb.lemma not in ("vouloir", "souhaiter", "aimer", "pouvoir", "devoir")
        else set()
    )


def _english_moods(verb: Word) -> set[Modality]:
    lowers = {kid.lower for kid in verb.kids if kid.dep == "aux"}
    if lowers & {"will", "'ll", "shall", "wo"}:
        return {"planned"}
    if lowers & {"may", "might", "could"}:
        return {"possible"}
    if "would" in lowers:
        return {"planned"}
    if "should" in lowers or "must" in lowers:
        return {"possible"}
    return set()


def from_above(word: Word, bearer: Word | None, language: str) -> tuple[set[Modality], bool]:
    """What the verbs above a word make of it, and whether one of them denies it."""
    moods: set[Modality] = set()
    denied = False
    below = word
    for above in word.ancestors():
        infinitive = (
            below.dep == "advcl"
            and below.morph.get("VerbForm") == "Inf"
            and below.has("mark", "à", "de", "to")
        )
        if (
            infinitive
            or below.dep in ("ccomp", "xcomp")
            or (below is word and below.dep in ("obj", "nsubj:pass"))
        ):
            kind = saying(above, language) if above.pos in ("VERB", "AUX") else None
            if kind in _GOVERNED:
                moods.add(_GOVERNED[kind])
            if kind == "say" and is_passive(above):
                moods.add("reported")  # "he is said to have", "il a été annoncé que"
            refused = below.dep == "xcomp" and lexicon.is_declining(
                lemma_of(above, language), language
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


def is_called_off(word: Word, language: str) -> bool:
    """Whether a verb takes back what a noun tells: "la visite a été annulée"."""
    verb = word.head
    return (
        verb is not None
        and word.dep in ("obj", "nsubj:pass")
        and lexicon.is_cancelling(verb.lemma, language)
    )


def mood_of_noun(word: Word, bearer: Word | None, language: str) -> Modality | None:
    """What stands around an event noun: "appel à la grève", "projet de réunion", "une réunion est
    prévue".
    """
    if word.pos != "NOUN":
        return None
    for above in word.ancestors():
        if above.pos != "NOUN":
            break
        mood = lexicon.noun_mood(above.lemma, language)
        if mood is not None:
            return mood
    if (
        bearer is not None
        and (kind := lexicon.reporting(lemma_of(bearer, language), language))
        and word.head is bearer
    ):
        return _GOVERNED.get(kind)
    adjectives = {kid.lemma for kid in word.kids if kid.dep in ("amod", "acl")}
    if any(lexicon.is_planned(lemma, language) for lemma in adjectives) or is_called_off(
        word, language
    ):
        return "planned"
    if (
        bearer is not None
        and leans_on(bearer, language) is None
        and lexicon.is_planned(bearer.lemma, language)
        and word.dep.startswith("nsubj")
    ):
        return "planned"
    return None
