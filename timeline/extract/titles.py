"""Titles for events: who does what to whom, in the words of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.grammar import subjects
from timeline.extract.languages import prose_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.extract.actors import Cast
    from timeline.extract.article import Article
    from timeline.extract.trees import Token

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

    def of(self, token: Token) -> str:
        """Return the title of the event that a word names."""
        shown = self._of_verb(token) if token.pos == "VERB" else self._of_noun(token)
        if len(shown) > _LONGEST:
            shown = shown[:_LONGEST].rpartition(" ")[0] + " …"
        return shown[:1].upper() + shown[1:]

    def _of_noun(self, token: Token) -> str:
        """The noun and what stands behind it, and behind the one it depends on; of a preposition
        that names a source, the source.
        """
        inside = token.dep in ("nmod", "case") and token.head is not None
        held = (token, token.head) if inside and token.head is not None else (token,)
        below = _said(inner for one in held for inner in one.subtree() if inner.i > token.i)
        return self._between(token, *below)

    def _of_verb(self, token: Token) -> str:
        """The subject, the forms of the verb, and the first two of its complements."""
        forms = (kid for kid in token.kids if kid.dep in _VERBAL and 0 < token.i - kid.i <= _REACH)
        pieces = (
            self._subject(token),
            self._between(token, *forms),
            *map(self._phrase, self._complements(token)[:2]),
        )
        return " ".join(filter(None, pieces))

    def _complements(self, verb: Token) -> list[Token]:
        """What stands behind a verb, without what stands for its subject."""
        doers = {who for one in subjects(verb, self._language) for who in self._cast.who(one)}
        return [
            kid
            for kid in verb.kids
            if kid.i > verb.i
            and kid.dep in _COMPLEMENTS
            and not doers.intersection(self._cast.who(kid))
        ]

    def _subject(self, verb: Token) -> str:
        doers = [who for one in subjects(verb, self._language) for who in self._cast.who(one)]
        if doers:
            return ", ".join(dict.fromkeys(referent.name for referent in doers))
        subject = verb.kid("nsubj", "nsubj:pass")
        return self._phrase(subject) if subject is not None else ""

    def _phrase(self, token: Token) -> str:
        """A noun phrase, with the name of the one it stands for."""
        referents = self._cast.who(token)
        if not referents or not referents[0].named:
            return self._between(*(list(_said(token.subtree())) or [token]))
        case = token.kid("case")
        at = token.case in self._language.prepositions.places
        if at and self._language.states.seated(token.text):
            return self._between(*_said(token.subtree()))  # "met in Paris": not in France
        names = ", ".join(referent.name for referent in referents)
        return f"{case.text} {names}" if case is not None else names

    def _between(self, *tokens: Token) -> str:
        """The text from the first of some words to the last."""
        start, end = min(token.start for token in tokens), max(token.end for token in tokens)
        return " ".join(self._text[start:end].replace("\u00ad", "").split())


def _said(tokens: Iterable[Token]) -> Iterator[Token]:
    """Leave out punctuation."""
    return (token for token in tokens if token.pos != "PUNCT")
