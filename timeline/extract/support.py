"""Which noun names the event where a verb only says that it takes place or is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.grammar import lemma_of

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Word


def leans_on(word: Word, language: ProseLanguage) -> Word | None:
    """The noun that names the event where a verb only says that it takes place or is done: "mener
    une frappe".
    """
    lemma = lemma_of(word, language)
    if lemma in language.lexicon.occurrence:
        deps: tuple[str, ...] = ("nsubj", "nsubj:pass")
    elif language.is_support(lemma):
        deps = ("nsubj:pass", "obj", "obl")
    else:
        return None
    for kid in word.kids:
        if kid.dep in deps and (kid.dep != "obl" or kid.case in language.prepositions.held):
            if kid.pos == "NOUN" and language.lexicon.nouns.get(kid.lemma):
                return kid
            inner = held(kid, language)
            if inner is not None:
                return inner
    return antecedent(word, language) if "nsubj" in deps else None


def antecedent(word: Word, language: ProseLanguage) -> Word | None:
    """The event noun that a relative clause with "qui" speaks of, whichever noun of its phrase the
    parser takes.
    """
    if (
        word.dep != "acl:relcl"
        or word.head is None
        or not any(kid.dep.startswith("nsubj") for kid in word.kids)
    ):
        return None
    subject = word.kid("nsubj", "nsubj:pass")
    if subject is None or subject.pos != "PRON":
        return None
    for above in (word.head, *word.head.ancestors()):
        if above.pos == "NOUN" and language.lexicon.nouns.get(above.lemma):
            return above
        if above.pos not in ("NOUN", "PROPN") or above.dep not in ("nmod", "appos", "flat"):
            return None
    return None


def held(word: Word, language: ProseLanguage) -> Word | None:
    """The event in "la tenue d'une frappe", "the holding of talks"."""
    if word.lemma not in language.lexicon.holding:
        return None
    return next(
        (kid for kid in word.kids if kid.dep == "nmod" and language.lexicon.nouns.get(kid.lemma)),
        None,
    )
