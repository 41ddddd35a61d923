"""How a noun phrase is built: whether it is definite, which names and titles stand beside it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Word


@lru_cache
def article(language: ProseLanguage) -> re.Pattern[str]:
    """Find an article at the beginning of a phrase, the longest that fits."""
    apart = "|".join(sorted(language.articles, key=len, reverse=True))
    patterns = (rf"^(?:{apart})\s+", *(f"^{word}" for word in language.elided))
    return re.compile("|".join(patterns), re.IGNORECASE)


def close(word: Word, language: ProseLanguage, *, inner: bool = False) -> Iterator[Word]:
    """What belongs to the noun phrase of a word and stands without a gap."""
    for kid in word.kids:
        if _describes(kid, word, language):
            if all(between.dep != "punct" for between in kid.subtree()):
                yield kid
                yield from close(kid, language, inner=True)
        elif kid.dep == "obl" and word.pos == "ADJ" and kid.i == word.i + 2:
            yield kid  # "proche du dossier"
            yield from close(kid, language, inner=True)
        elif (inner and kid.dep in ("case", "det", "fixed")) or (
            kid.dep == "det" and not is_article(kid)
        ):
            yield kid


def _describes(kid: Word, word: Word, language: ProseLanguage) -> bool:
    """Whether a dependant of a noun says more exactly what that is."""
    if kid.dep == "nmod":
        return kid.i > word.i and kid.case in language.prepositions.describing
    return kid.dep in ("nummod", "amod", "compound", "flat", "nmod:poss")


def is_article(word: Word) -> bool:
    """Whether a determiner is an article, a demonstrative or a possessive: it is no part of how
    somebody is called.
    """
    morph = word.morph
    return (
        "Definite" in morph or morph.get("PronType") in ("Art", "Dem") or morph.get("Poss") == "Yes"
    )


def names_of(word: Word) -> Iterator[Word]:
    """The words that may be the name of what a noun says, also behind "Mme"."""
    for kid in word.kids:
        if kid.dep in ("appos", "flat") or (kid.dep == "nmod" and not kid.case):
            yield kid
            yield from kid.all_kids("flat", "appos")
    if word.head is not None and (
        word.dep in ("appos", "compound", "flat") or (word.dep == "nmod" and not word.case)
    ):
        yield word.head


def titles_of(word: Word, language: ProseLanguage) -> Iterator[Word]:
    """The nouns that say what a named one is: before the name, behind it, or as a predicate."""
    head = word.head
    if head is not None and (
        word.dep in ("appos", "flat") or (word.dep == "nmod" and not word.case)
    ):
        yield head
    yield from (
        kid
        for kid in word.kids
        if kid.dep in ("appos", "compound", "flat") or (kid.dep == "nmod" and not kid.case)
    )
    if word.dep == "nsubj" and head is not None and head.pos == "NOUN" and head.kid("cop"):
        yield head
    for kid in word.kids:
        if kid.dep == "acl:relcl":
            yield from (
                inner for inner in kid.subtree() if inner.dep in ("nmod", "attr") and not inner.case
            )
            if kid.kid("cop"):
                yield kid
    if head is not None and head.lemma == language.copula and word.dep == "nsubj":
        yield from head.all_kids("attr")


def is_subject(word: Word) -> bool:
    while word.dep == "conj" and word.head is not None:
        word = word.head
    return word.dep in ("nsubj", "nsubj:pass", "obl:agent")


def is_definite(word: Word) -> bool:
    return any(
        kid.dep in ("det", "nmod:poss")
        and (
            kid.morph.get("Definite") == "Def"
            or kid.morph.get("PronType") == "Dem"
            or kid.morph.get("Poss") == "Yes"
        )
        for kid in word.kids
    )


def is_restricted(word: Word) -> bool:
    return any(kid.dep in ("nmod", "acl:relcl", "acl") for kid in word.kids)


def is_predicate(word: Word) -> bool:
    return word.kid("cop") is not None or word.dep == "attr"


def same_clause(word: Word, other: Word) -> bool:
    """Whether two words depend on one verb, so that the one can't stand for the other."""
    return (
        word.paragraph == other.paragraph
        and word.head is other.head
        and word.sentence == other.sentence
    )
