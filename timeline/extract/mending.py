"""From what the parsers give to Universal Dependencies, their known mistakes mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Word


def put_right(words: list[Word], language: ProseLanguage) -> None:
    """Bring the words of a paragraph into the terms of Universal Dependencies, and mend what the
    parsers are known to get wrong.
    """
    for word in words:
        word.dep = language.relations.get(word.dep, word.dep)
        if word.pos in ("ADP", "PRON"):
            word.lemma = language.lemmas.get(word.lemma, word.lemma)
        elif word.pos == "VERB":
            word.lemma = language.infinitive(word.lower, word.lemma)
    language.mended(words, language)
    _mend(words)


def _mend(words: list[Word]) -> None:
    """Mend what all parsers get wrong.

    That is what depends on an auxiliary, an object taken for a second subject, and the first of two
    coordinated subjects when it is left alone: "Washington et Moscou ont signé".
    """
    subjects: dict[Word, Word] = {}
    for word in words:
        while (
            word.head is not None
            and word.head.dep in ("aux", "aux:pass")
            and word.head.head is not None
        ):
            word.head = word.head.head
        head = word.head
        if head is None or word.dep != "nsubj" or head.pos != "VERB":
            continue
        if head in subjects and word.i > head.i > subjects[head].i:
            word.dep = "obj"
        subjects.setdefault(head, word)
        if word.i > 1 and words[word.i - 1].dep == "cc":
            first = words[word.i - 2]
            alone = first.pos == "PROPN" and (first.head is None or first.dep == "dep")
            if alone and not any(above is first for above in word.ancestors()):
                first.head, first.dep = word, "conj"
