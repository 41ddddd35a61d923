"""The words of a sentence and how they depend on each other, in the same terms for each language.

Relations are those of Universal Dependencies; what the English parser says in its own terms is
translated, and what both parsers are known to get wrong is put right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.extract.lexicon import words as lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline.temporal import Timex


class Word:
    """One word of a sentence.

    i: its number in the paragraph.     start, end: offsets in the article.
    lemma, pos, ent: as spaCy gives them.     opens: whether a named entity begins with it.
    dep, head, kids: its relation to its head (None of the root), and its dependants.
    morph: its features: {"Mood": "Cnd"}.
    sentence, paragraph: the number of its sentence in the paragraph, and of its paragraph.
    """

    __slots__ = (
        *("i", "text", "lower", "lemma", "pos", "dep", "head", "kids", "morph", "ent", "opens"),
        *("start", "end", "sentence", "paragraph"),
    )

    def __init__(
        self, i: int, text: str, lemma: str, pos: str, dep: str, morph: Mapping[str, str], ent: str
    ) -> None:
        self.i = i
        self.text = text
        self.lower = text.lower()
        self.lemma = lemma
        self.pos = pos
        self.dep = dep
        self.morph = morph
        self.ent = ent
        self.head: Word | None = None
        self.kids: list[Word] = []
        self.opens = False
        self.start = self.end = self.sentence = self.paragraph = 0

    def __repr__(self) -> str:
        return f"Word({self.i}, {self.text!r}, {self.pos}, {self.dep})"

    def kid(self, *deps: str) -> Word | None:
        """The first dependant in one of these relations."""
        return next((kid for kid in self.kids if kid.dep in deps), None)

    def all_kids(self, *deps: str) -> list[Word]:
        """All dependants in one of these relations."""
        return [kid for kid in self.kids if kid.dep in deps]

    def has(self, dep: str, *lemmas: str) -> bool:
        """Whether a dependant in this relation has one of these lemmas or forms."""
        return any(
            kid.dep == dep and (kid.lemma in lemmas or kid.lower in lemmas) for kid in self.kids
        )

    @property
    def case(self) -> str:
        """The preposition it stands with, as a lemma; '' if there is none."""
        found = next((kid for kid in self.kids if kid.dep == "case"), None)
        return found.lemma if found else ""

    def ancestors(self) -> Iterator[Word]:
        """Its head, the head of that, and so on."""
        word = self.head
        while word is not None:
            yield word
            word = word.head

    def subtree(self) -> Iterator[Word]:
        """Itself and all that depends on it, in no order."""
        yield self
        for kid in self.kids:
            yield from kid.subtree()


class Dated(NamedTuple):
    """A date that was taken out of a paragraph.

    at: the number of the first word after it.
    attributive: whether it says of the noun before it which one: "la réunion du 12 mai".
    bound: "before" or "after" if the words before it say so ("avant lundi"), else "".
    """

    timex: Timex
    at: int
    attributive: bool
    bound: str


class Paragraph(NamedTuple):
    """A paragraph that was parsed: its span in the article, its words by sentences, and the dates
    in it.
    """

    start: int
    end: int
    words: list[Word]
    sentences: list[list[Word]]
    dates: list[Dated]

    def release(self) -> None:
        """Take its tree apart, so that its memory is free at once: words refer to each other in
        circles.
        """
        for word in self.words:
            word.head = None
            word.kids.clear()


_FRENCH = {
    "obl:mod": "obl",
    "obl:arg": "obl",
    "aux:tense": "aux",
    "flat:name": "flat",
    "flat:foreign": "flat",
}

# Prepositions that the French model lemmatises as verbs or nouns.
_PREPOSITIONS = {
    "entrer": "entre",
    "luire": "lui",
    "ver": "vers",
    "au": "à",
    "aux": "à",
    "du": "de",
    "des": "de",
}

# What a participle has for features that was taken for an adjective.
_PARTICIPLE = {"VerbForm": "Part", "Tense": "Past"}

# From the labels of the English model (CLEAR style) to Universal Dependencies.
_ENGLISH = {
    "dobj": "obj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "relcl": "acl:relcl",
    "dative": "iobj",
    "poss": "nmod:poss",
    "npadvmod": "obl:npmod",
    "pcomp": "advcl",
    "neg": "advmod",
    "ROOT": "root",
}


def _french(words: list[Word]) -> None:
    for word in words:
        word.dep = _FRENCH.get(word.dep, word.dep)
        if word.pos in ("ADP", "PRON"):
            word.lemma = _PREPOSITIONS.get(word.lemma, word.lemma)
        elif word.pos in ("VERB", "AUX"):
            word.lemma = lexicon.infinitive(word.lower, word.lemma, "fr")
    for word in words:
        head = word.head
        if head is not None and word.dep == "fixed" and head.dep == "case":
            before = head.lower if head.lemma in (head.lower, "de", "à") else head.lemma
            head.lemma = f"{before} {word.lower}".replace("' ", "'")  # "d'après"
        helping = word.dep in ("cop", "aux") and word.lemma == "avoir"
        if head is not None and helping and head.pos in ("ADJ", "NOUN", "ADV"):
            # "Avoir" is no copula: what follows is a participle that the model does not know.
            word.dep, head.pos = "aux", "VERB"
            head.lemma = lexicon.infinitive(head.lower, head.lemma, "fr")
            head.morph = _PARTICIPLE
    _put_right(words)


def _put_right(words: list[Word]) -> None:
    """Mend what both parsers get wrong.

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


def _english(words: list[Word]) -> None:
    for word in words:
        word.dep = _ENGLISH.get(word.dep, word.dep)
        if word.pos == "VERB":
            word.lemma = lexicon.infinitive(word.lower, word.lemma, "en")
    objects = {
        word.head: word for word in words if word.dep in ("pobj", "advcl") and word.head is not None
    }
    nested = {
        word.head: word
        for word in words
        if word.dep == "prep" and word.head is not None and word.head.dep == "prep"
    }
    for word in words:
        if word.dep not in ("prep", "agent") or (word.head is not None and word.head.dep == "prep"):
            continue
        lemma, inner = word.lower, word
        while inner not in objects and inner in nested:
            inner = nested[inner]
            lemma += f" {inner.lower}"
        found = objects.get(inner)
        if found is None:
            continue
        if found.dep == "pobj":
            verbal = word.head is None or word.head.pos in ("VERB", "AUX", "ADJ", "ADV")
            found.dep = "obl:agent" if word.dep == "agent" else "obl" if verbal else "nmod"
            word.lemma = lemma
            word.dep = "case"
        else:
            word.dep = "mark"
        found.head = word.head
        word.head = found
        if inner is not word:
            inner.dep = "fixed"
            inner.head = word
    _put_right(words)


TRANSLATIONS = {"fr": _french, "en": _english}
