"""Titles for events: who does what to whom, in the words of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.grammar import subjects
from timeline.extract.languages import prose_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.extract.actors import Cast
    from timeline.extract.article import Article
    from timeline.extract.trees import Word

_LONGEST = 100  # characters
_REACH = 5  # words before a verb in which what belongs to its form may stand
_VERBAL = ("aux", "aux:pass", "advmod", "expl:comp", "expl:pass", "expl:subj", "cop")
_COMPLEMENTS = ("obj", "iobj", "obl", "obl:agent", "xcomp")


class Titles:
    """Makes titles of the clauses of one article, with names in the place of descriptions and
    pronouns.
    """

    def __init__(self, article: Article, cast: Cast) -> None:
        self._text = article.text
        self._language = prose_language(article.language)
        self._cast = cast

    def of(self, word: Word) -> str:
        """Return the title of the event that a word names."""
        shown = self._of_verb(word) if word.pos == "VERB" else self._of_noun(word)
        if len(shown) > _LONGEST:
            shown = shown[:_LONGEST].rpartition(" ")[0] + " …"
        return shown[:1].upper() + shown[1:]

    def _of_noun(self, word: Word) -> str:
        """The noun and what stands behind it, and behind the one it depends on."""
        held = (word, word.head) if word.dep == "nmod" and word.head is not None else (word,)
        below = _said(inner for one in held for inner in one.subtree() if inner.i > word.i)
        return self._between(word, *below)

    def _of_verb(self, word: Word) -> str:
        """The subject, the forms of the verb, and the first two of its complements."""
        forms = (kid for kid in word.kids if kid.dep in _VERBAL and 0 < word.i - kid.i <= _REACH)
        pieces = (
            self._subject(word),
            self._between(word, *forms),
            *map(self._phrase, self._complements(word)[:2]),
        )
        return " ".join(filter(None, pieces))

    def _complements(self, verb: Word) -> list[Word]:
        """What stands behind a verb, without what stands for its subject."""
        doers = {who for one in subjects(verb, self._language) for who in self._cast.who(one)}
        return [
            kid
            for kid in verb.kids
            if kid.i > verb.i
            and kid.dep in _COMPLEMENTS
            and not doers.intersection(self._cast.who(kid))
        ]

    def _subject(self, verb: Word) -> str:
        doers = [who for one in subjects(verb, self._language) for who in self._cast.who(one)]
        if doers:
            return ", ".join(dict.fromkeys(referent.name for referent in doers))
        subject = verb.kid("nsubj", "nsubj:pass")
        return self._phrase(subject) if subject is not None else ""

    def _phrase(self, word: Word) -> str:
        """A noun phrase, with the name of the one it stands for."""
        referents = self._cast.who(word)
        if not referents or not referents[0].named:
            return self._between(*(list(_said(word.subtree())) or [word]))
        case = word.kid("case")
        names = ", ".join(referent.name for referent in referents)
        return f"{case.text} {names}" if case is not None else names

    def _between(self, *words: Word) -> str:
        """The text from the first of some words to the last."""
        start, end = min(word.start for word in words), max(word.end for word in words)
        return " ".join(self._text[start:end].replace("\u00ad", "").split())


def _said(words: Iterable[Word]) -> Iterator[Word]:
    """Leave out punctuation."""
    return (word for word in words if word.pos != "PUNCT")
