"""Words that name no event but say how one is told: states, modals, verbs of saying, who people are, and the like.

Lemmas are those of the models: infinitives, singulars, in lower case. One table for each question and language.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.records import ActorKind, Modality

# say: brings a content as told; deny: as not so; ask, plan, promise, think: as asked for, planned, promised, thought.
Saying: TypeAlias = Literal["say", "deny", "ask", "plan", "promise", "think"]


def infinitive(form: str, lemma: str, language: str) -> str:
    """Give the infinitive of a regular verb where the model's lemma is no known verb: "din" -> "dine".

    Args:
        form: the form in the text, in lower case.
        lemma: what the model says.
        language: "fr" or "en".
    """
    if _is_verb(lemma, language):
        return lemma
    for ending, infinitives in _ENDINGS[language]:
        if form.endswith(ending):
            stem = form.removesuffix(ending)
            found = next(
                (stem + one for one in infinitives if _is_verb(stem + one, language)), None
            )
            if found is not None:
                return found
    return lemma


# Endings of verbs, the longest first, and how the infinitives end that they may be of.
_FRENCH_ENDINGS = (
    *(
        "eraient",
        "issaient",
        "issent",
        "erait",
        "eront",
        "aient",
        "issait",
        "èrent",
        "irent",
        "ées",
        "ies",
    ),
    *("era", "ant", "ent", "ait", "ée", "és", "ie", "is", "es", "it", "é", "i", "e", "a"),
)
_ENDINGS = {
    "fr": tuple((ending, ("er", "ir")) for ending in _FRENCH_ENDINGS),
    "en": tuple((ending, ("e", "")) for ending in ("ing", "ed", "es", "s")),
}


@lru_cache(maxsize=8192)
def _is_verb(lemma: str, language: str) -> bool:
    from timeline.extract.lexicon.events import verb_sense

    return (
        verb_sense(lemma, language) is not None
        or (language == "fr" and verb_sense(f"se {lemma}", "fr") is not None)
        or reporting(lemma, language) is not None
        or any(
            lemma in _set(language, name)
            for name in ("STATIVE", "ASPECT", "OCCURRENCE", "SUPPORT", "UNDERGOING")
        )
    )


def is_stative(lemma: str, language: str) -> bool:
    """Whether a verb tells of a state, an opinion or a property, not of something that happens."""
    return lemma in _set(language, "STATIVE")


def is_aspect(lemma: str, language: str) -> bool:
    """Whether a verb says of the infinitive behind it that it begins, goes on, is tried, ends."""
    return lemma in _set(language, "ASPECT")


def is_occurrence(lemma: str, language: str) -> bool:
    """Whether a verb says of its subject that it takes place: "se tenir", "break out"."""
    return lemma in _set(language, "OCCURRENCE")


def is_support(lemma: str, language: str) -> bool:
    """Whether a verb says of its object that it is done or undergone: "mener une frappe", "suffer losses"."""
    return lemma in _set(language, "SUPPORT") or lemma in _set(language, "UNDERGOING")


def is_undergoing(lemma: str, language: str) -> bool:
    """Whether a verb makes its subject the one that undergoes its object: "subir", "suffer"."""
    return lemma in _set(language, "UNDERGOING")


def is_holding(lemma: str, language: str) -> bool:
    """Whether a noun says of another that it takes place: "la tenue d'élections"."""
    return lemma in _set(language, "HOLDING")


def reporting(lemma: str, language: str) -> Saying | None:
    """Give what a verb makes of its content; None if it brings none."""
    return cast("Saying | None", _table(language, "SAYING").get(lemma))


def modal(lemma: str, language: str) -> Modality | None:
    """Give what a modal verb makes of its infinitive."""
    return cast("Modality | None", _table(language, "MODAL").get(lemma))


def noun_mood(lemma: str, language: str) -> Modality | None:
    """Give what a noun makes of the event noun that depends on it: "appel à la grève", "risque de guerre"."""
    return cast("Modality | None", _table(language, "NOUN_MOOD").get(lemma))


def is_planned(lemma: str, language: str) -> bool:
    """Whether an adjective or verb says of an event that it is to come: "prévu", "scheduled"."""
    return lemma in _set(language, "PLANNED")


def is_cancelling(lemma: str, language: str) -> bool:
    """Whether a verb says of what was planned that it will not be: "annuler", "scrap"."""
    return lemma in _set(language, "CANCELLING")


def is_possibly(word: str, language: str) -> bool:
    """Whether an adverb says that something may be: "peut-être", "reportedly" is none."""
    return word in _set(language, "POSSIBLY")


def is_hearsay(word: str, language: str) -> bool:
    """Whether an adverb says that something is only told: "reportedly"."""
    return word in _set(language, "HEARSAY")


def is_according(preposition: str, language: str) -> bool:
    """Whether a preposition names the source: "selon", "d'après", "according to"."""
    return preposition in _set(language, "ACCORDING")


def is_comment(lemma: str, language: str) -> bool:
    """Whether a verb or noun is what people decline: "commenter", "réagir", "comment"."""
    return lemma in _set(language, "COMMENT")


def is_declining(lemma: str, language: str) -> bool:
    """Whether a verb declines what follows it: "se refuser à", "decline"."""
    return lemma in _set(language, "DECLINING")


def is_inserted(form: str, *, perfect: bool) -> bool:
    """Whether a French form is one of a verb of saying that may stand behind its content.

    Args:
        form: in lower case.
        perfect: whether it stands behind "a" or "ont", and so must be a participle.
    """
    return form in _set("fr", "SAID" if perfect else "SAYS")


def is_first_person(form: str, language: str) -> bool:
    """Whether a pronoun stands for the one who speaks."""
    return form in _set(language, "FIRST_PERSON")


def is_document(lemma: str, language: str) -> bool:
    """Whether a noun is something that tells: "rapport", "study", "sources"."""
    return lemma in _set(language, "DOCUMENT")


def is_honorific(word: str, language: str) -> bool:
    """Whether a word before a name is no part of it: "Mme", "Dr"."""
    return word.rstrip(".") in _set(language, "HONORIFIC")


def is_title(lemma: str, language: str) -> bool:
    """Whether a noun says what a person is: an office, a profession, a person in general."""
    return lemma in _set(language, "TITLE") or lemma in _set(language, "EPITHET")


def is_epithet(lemma: str, language: str) -> bool:
    """Whether a noun describes a person without an office, so that it stands for the only one spoken of."""
    return lemma in _set(language, "EPITHET")


def group_kind(lemma: str, language: str) -> ActorKind | None:
    """Give what kind of actor a noun for several people or a body is; None if it is no such noun."""
    return cast("ActorKind | None", _table(language, "GROUP").get(lemma))


def is_government(lemma: str, language: str) -> bool:
    """Whether a noun means the state itself beside its name: "gouvernement", "régime"."""
    return lemma in _set(language, "GOVERNMENT")


def pair_of(lemma: str, language: str) -> Literal["person", "state", "side"] | None:
    """Give of what two are meant by "les deux hommes", "both countries", "les deux parties"."""
    return cast('Literal["person", "state", "side"] | None', _table(language, "PAIR").get(lemma))


def place_in_pair(word: str, language: str) -> Literal["first", "last"] | None:
    """Give which of two is meant by "le premier", "ce dernier", "the latter"."""
    return cast('Literal["first", "last"] | None', _table(language, "PLACE_IN_PAIR").get(word))


def is_other(word: str, language: str) -> bool:
    """Whether a word beside a numeral stands for people who were named: "neuf autres", "nine others"."""
    return word in _set(language, "OTHERS")


def predicate(lemma: str, language: str) -> str | None:
    """Give the verb that tells what an adjective says to have happened: "mort" -> "mourir"."""
    return _table(language, "PREDICATE").get(lemma)


def is_two(word: str, language: str) -> bool:
    """Whether a numeral or determiner says that there are two."""
    return word in _set(language, "TWO")


def takes_etre(lemma: str) -> bool:
    """Whether a French verb has its perfect with "être", so that "est venu" is no passive."""
    return lemma in _set("fr", "WITH_ETRE")


def pronoun(form: str, language: str) -> tuple[str, bool, bool] | None:
    """Give gender (Masc, Fem or ''), whether plural, and whether a person is meant, of a personal pronoun."""
    found = _table(language, "PRONOUN").get(form)
    if found is None:
        return None
    gender, number, animate = found.split("+")
    return {"m": "Masc", "f": "Fem", "-": ""}[gender], number == "plural", animate == "person"


@lru_cache
def _set(language: str, name: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in _text(language, name).split())


@lru_cache
def _table(language: str, name: str) -> Mapping[str, str]:
    """Read lines of `what: word word ...`."""
    found: dict[str, str] = {}
    for line in _text(language, name).splitlines():
        what, _, words = line.partition(":")
        found.update((word.replace("_", " "), what.strip()) for word in words.split())
    return found


def _text(language: str, name: str) -> str:
    if language == "fr":
        from timeline.extract.lexicon import french_words as module
    else:
        from timeline.extract.lexicon import english_words as module  # type: ignore[no-redef]
    return cast("str", getattr(module, name))
