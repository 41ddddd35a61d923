"""What the French model gets wrong, put right, and the moods of French verbs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token
    from timeline.records import Modality

_IRREGULAR = (
    "aur|ser|ir|fer|pourr|devr|voudr|viendr|tiendr|verr|enverr|saur|vaudr|faudr|cevr|courr|mourr"
    "|querr|pleuvr|deviendr"
)
_CONDITIONAL = re.compile(rf"^(?:s'|n'|d'|l')?(?:\w*(?:{_IRREGULAR}))(?:ais|ait|ions|iez|aient)$")
_ENDING = re.compile(r"(?:ais|ait|ions|iez|aient)$")
# What a participle has for features that was taken for an adjective.
_PARTICIPLE = {"VerbForm": "Part", "Tense": "Past"}
# Subjects behind their verb: "a-t-elle".
_INVERTED = ("-il", "-elle", "-ils", "-elles", "-on", "-t-il", "-t-elle", "-t-ils", "-t-elles")
_FORMS = ("aux", "aux:pass", "cop")
# Verbs that are in the conditional to be polite, and tell nothing of hearsay.
_POLITE = ("vouloir", "souhaiter", "aimer", "pouvoir", "devoir")


def mended(tokens: list[Token], language: ProseLanguage) -> None:
    """Join prepositions of several words, find inverted subjects, and read "avoir" as an auxiliary.

    "Avoir" is no copula: what follows is a participle that the model does not know.
    """
    for token in tokens:
        if token.pos == "AUX":
            token.lemma = language.infinitive(token.lower, token.lemma)
    _read_infinitives(tokens, language)
    _read_inversions(tokens, language)
    _read_reflexives(tokens, language)
    _read_causatives(tokens)
    for token in tokens:
        head = token.head
        if head is not None and token.dep == "fixed" and head.dep == "case":
            before = head.lower if head.lemma in (head.lower, "de", "à") else head.lemma
            head.lemma = f"{before} {token.lower}".replace("' ", "'")  # "d'après"
        if (
            head is not None
            and token.lemma == "faire"
            and head.lemma == "savoir"
            and head.i > token.i
        ):
            head.lemma, token.dep = "faire savoir", "aux"
        if token.dep == "dep" and token.lower in _INVERTED:
            token.dep = "nsubj"
        helping = token.dep in ("cop", "aux") and token.lemma == "avoir"
        if head is not None and helping and head.pos in ("ADJ", "NOUN", "ADV"):
            token.dep, head.pos = "aux", "VERB"
            head.lemma = language.infinitive(head.lower, head.lemma)
            head.morph = _PARTICIPLE


def _read_infinitives(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as infinitives what the model takes for nouns: "accusé de licencier les employés"."""
    for before, token, behind in zip(tokens, tokens[1:], tokens[2:], strict=False):
        noun = token.pos in ("NOUN", "ADJ") and token.lower.endswith(("er", "ir", "re"))
        if (
            noun
            and before.head is token
            and before.lower in ("de", "d'", "à", "pour")
            and behind.pos in ("DET", "PRON")
            and token.lower not in language.lexicon.nouns
            and language.verb(token.lower) is not None
            and token.head is not None
        ):
            head = token.head
            token.pos, token.lemma, token.morph = "VERB", token.lower, {"VerbForm": "Inf"}
            token.dep, before.dep = "xcomp", "mark"
            for other in tokens[token.i + 1 :]:
                if other.head is head and other.dep == "obj":
                    other.head = token


def _read_inversions(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as a verb what the model takes for a noun behind a quotation: "« ... », juge X"."""
    for mark, comma, token, behind in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
        if (
            token.pos in ("NOUN", "ADJ", "PROPN")
            and token.lower in language.lexicon.says
            and (mark.text, comma.text) == ("»", ",")
            and behind.pos in ("DET", "PROPN")
        ):
            token.pos, token.morph = "VERB", {"VerbForm": "Fin"}
            token.lemma = language.infinitive(token.lower, "")
            subject = next((other for other in tokens[token.i :] if other.head is token), None)
            if subject is not None:
                subject.dep = "nsubj"


def _read_causatives(tokens: list[Token]) -> None:
    """Hang "savoir" below "faire", where the model takes the first for the main verb."""
    for token in tokens:
        known = token.head
        if known is None or (token.lemma, known.lemma, token.dep) != ("faire", "savoir", "dep"):
            continue
        token.head, token.dep = known.head, known.dep
        for other in tokens:
            if other.head is known:
                other.head = token
        known.head, known.dep = token, "xcomp"


def _read_reflexives(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the subject what the model takes for the object of a reflexive verb of saying that
    stands behind its content: "« ... », s'est réjoui X".
    """
    for verb in tokens:
        saying = f"{language.reflexive} {verb.lemma}" in language.lexicon.saying
        if verb.pos != "VERB" or not saying:
            continue
        kids = [other for other in tokens if other.head is verb]
        reflexive = any(kid.lower in language.reflexives for kid in kids)
        if reflexive and not any(kid.dep.startswith("nsubj") for kid in kids):
            for kid in kids:
                if kid.dep == "obj" and kid.i > verb.i and kid.pos in ("NOUN", "PROPN"):
                    kid.dep = "nsubj"


def is_conditional(verb: Token) -> bool:
    """Whether a verb is in the conditional: the parser's mood united with the endings, which it
    often misses.
    """
    return any(
        form.morph.get("Mood") == "Cnd" or _ends_so(form)
        for form in (verb, *verb.all_kids(*_FORMS))
    )


def _ends_so(form: Token) -> bool:
    ending = _ENDING.search(form.lower)
    if ending is None:
        return False
    stem = form.lower[: ending.start()]
    regular = stem.endswith("r") and stem in (form.lemma, form.lemma.removesuffix("e"))
    return regular or _CONDITIONAL.match(form.lower) is not None


def moods(verb: Token) -> set[Modality]:
    """What the future, the imperative and the conditional say of a verb."""
    forms = (verb, *verb.all_kids(*_FORMS))
    if any(form.morph.get("Tense") == "Fut" for form in forms):
        return {"planned"}
    if verb.morph.get("Mood") == "Imp" or (
        verb.morph.get("Person") == "2" and not verb.kid("nsubj")
    ):
        return {"requested"}
    if not is_conditional(verb):
        return set()
    return {"reported"} if verb.lemma not in _POLITE or verb.kid(*_FORMS) else set()
