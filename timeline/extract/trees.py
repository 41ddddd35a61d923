"""The tokens of a sentence and how they depend on each other, in the same terms for each language.

Relations are those of Universal Dependencies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

# How models call persons, places, sums, and numbers that give a rank.
PERSON = ("PER", "PERSON")
PLACE = ("LOC", "GPE", "FAC")
MONEY = "MONEY"
ORDINAL = "ORDINAL"

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from timeline.temporal import Timex


class Token:
    """One word or sign of a sentence.

    i: its number in the paragraph.     start, end: offsets in the article.
    lemma, pos, ent: as spaCy gives them.     opens: whether a named entity begins with it.
    dep, head, kids: its relation to its head (None of the root), and its dependants.
    morph: its features: {"Mood": "Cnd"}.
    sentence, paragraph: the number of its sentence in the paragraph, and of its paragraph.
    quoted: the number of the quotation that it stands in; 0 outside.
    whole: its lemma with what belongs to it, once that was asked for: "se rendre".
    vector: what the model knows of the meaning of its form; empty if nothing, and of words that are
        neither verb, noun nor adjective.
    """

    __slots__ = (
        *("i", "text", "lower", "lemma", "pos", "dep", "head", "kids", "morph", "ent", "opens"),
        *("start", "end", "sentence", "paragraph", "quoted", "vector", "whole"),
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
        self.head: Token | None = None
        self.kids: list[Token] = []
        self.opens = False
        self.start = self.end = self.sentence = self.paragraph = self.quoted = 0
        self.vector: Sequence[float] = ()
        self.whole = ""

    def __repr__(self) -> str:
        return f"Token({self.i}, {self.text!r}, {self.pos}, {self.dep})"

    def kid(self, *deps: str) -> Token | None:
        """The first dependant in one of these relations."""
        for kid in self.kids:  # a loop: a generator costs thrice as much, and all ask this
            if kid.dep in deps:
                return kid
        return None

    def all_kids(self, *deps: str) -> list[Token]:
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
        found = self.kid("case")
        return found.lemma if found else ""

    def ancestors(self) -> Iterator[Token]:
        """Its head, the head of that, and so on; where mending made a circle, each once."""
        met: set[Token] = set()
        token = self.head
        while token is not None and token not in met:
            yield token
            met.add(token)
            token = token.head

    def subtree(self) -> list[Token]:
        """Itself and all that depends on it, each behind its head."""
        found = [self]
        for token in found:
            found += token.kids
        return found


def kids_of(token: Token, tokens: Iterable[Token]) -> Iterator[Token]:
    """The dependants of a word among some words, before they are hung below it."""
    return (other for other in tokens if other.head is token)


def has_subject(verb: Token, tokens: Iterable[Token]) -> bool:
    """Whether a verb has a subject of its own among some words, before they are hung below it."""
    return any(kid.dep in SUBJECTS for kid in kids_of(verb, tokens))


def meant(word: Token, verb: Token) -> Token:
    """The noun that a word beside a verb stands for: of a relative pronoun that of its clause, else
    the word itself.
    """
    relative = verb.dep == "acl:relcl" and word.morph.get("PronType") == "Rel"
    return verb.head if relative and verb.head is not None else word


def is_gerund(verb: Token) -> bool:
    """Whether a verb is a participle of the present, or a gerund."""
    return (verb.morph.get("VerbForm"), verb.morph.get("Tense")) == ("Part", "Pres")


def is_pointing(token: Token) -> bool:
    """Whether a word points to something that was spoken of: "celui qui a frappé la ville"."""
    return token.pos == "PRON" and token.morph.get("PronType") == "Dem"


def is_below(token: Token, above: Token) -> bool:
    """Whether a word depends on another, or is it: then that can't be hung below it."""
    return token is above or any(one is above for one in token.ancestors())


def cut_circles(tokens: Iterable[Token]) -> None:
    """Make a root of a word that depends on itself, by way of others: whoever mends trees must not
    be able to hang the reader.
    """
    safe: set[Token] = set()
    for token in tokens:
        path: list[Token] = []
        above: Token | None = token
        while above is not None and above not in safe:
            if above in path:
                above.head = None
                break
            path.append(above)
            above = above.head
        safe.update(path)


# Relations of a subject, in the active and the passive voice.
SUBJECTS = ("nsubj", "nsubj:pass")

# Beside a date.
Neighbour: TypeAlias = Literal["", "left", "right"]


class Dated(NamedTuple):
    """A date that was taken out of a paragraph.

    at: the number of the first token after it.
    noun: the side on which the noun stands of which it says which one, if it does: the left in "la
        réunion du 12 mai", the right in "next week's motion".
    bound: "before" or "after" if the words before it say so ("avant lundi"), else "".
    """

    timex: Timex
    at: int
    noun: Neighbour
    bound: str


class Paragraph(NamedTuple):
    """A paragraph that was parsed: its span in the article, its tokens by sentences, and the
    dates in it.
    """

    start: int
    end: int
    tokens: list[Token]
    sentences: list[list[Token]]
    dates: list[Dated]

    def release(self) -> None:
        """Take its tree apart, so that its memory is free at once: tokens refer to each other in
        circles.
        """
        for token in self.tokens:
            token.head = None
            token.kids.clear()
