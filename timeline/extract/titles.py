"""Titles for events: who does what to whom, in the words of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.extract.control import subjects
from timeline.extract.grammar import is_infinitive, lemma_of, with_coordinates
from timeline.extract.languages import prose_language
from timeline.extract.support import leans_on
from timeline.names import fold

if TYPE_CHECKING:
    from timeline.extract.actors import Cast
    from timeline.extract.article import Article
    from timeline.extract.trees import Token

_LONGEST = 100  # characters
_LONG_SUBJECT = 60  # one that is longer is told without what is said aside
_REACH = 5  # words before a verb in which what belongs to its form may stand
_SUBJECT = ("nsubj", "nsubj:pass")
_VERBAL = ("aux", "aux:pass", "advmod", "expl:comp", "expl:pass", "expl:subj", "cop")
_COMPLEMENTS = ("obj", "iobj", "obl", "obl:agent", "xcomp", "ccomp", "advcl")
# What is told of a noun beside its name.
_ASIDE = ("acl", "acl:relcl", "appos", "parataxis")
_BEFORE_NOUNS = ("amod", "nummod")
# No title ends with such a word: what it leads to is a date, which was taken out of the tree.
_LEADING = ("ADP", "DET", "SCONJ", "CCONJ", "PUNCT")
_LEADING_DEPS = ("case", "mark", "cc", "fixed")
# A quotation of at most so many characters, and what parts it from the verb behind it.
_FAR = 500
_QUOTED = re.compile(r"([«“][^«»“”]+[»”])\s*,?\s*\Z")
_PAIRS = (("(", ")"), ("«", "»"), ("“", "”"))


class Titles:
    """Makes titles of the clauses of one article, with names in the place of pronouns and of the
    descriptions that are subjects.
    """

    def __init__(self, article: Article, cast: Cast) -> None:
        self._text = article.text
        self._language = prose_language(article.language)
        self._cast = cast

    def of(self, token: Token) -> str:
        """Return the title of the event that a word names."""
        shown = self._title(token)
        if len(shown) > _LONGEST:
            shown = shown[:_LONGEST].rpartition(" ")[0].rstrip(" ,;:(«“") + " …"
        for left, right in _PAIRS:
            if shown.count(left) > shown.count(right):
                shown += f" {right}" if left == "«" else right
        return shown[:1].upper() + shown[1:]

    def _title(self, token: Token) -> str:
        if token.pos in ("VERB", "AUX") or token.kid("cop"):
            return self._of_verb(token)
        bearer = token.head
        if bearer is not None and leans_on(bearer, self._language) is token:
            borne = self._of_verb(bearer)  # "mener une frappe", "une explosion a eu lieu"
            if token.text in borne[:_LONGEST]:
                return borne
        return self._of_noun(token)

    def _of_noun(self, token: Token) -> str:
        """The noun with what stands around it, and behind the one it depends on; of a preposition
        that names a source, the source and what it says.
        """
        head = token.head
        if token.dep == "case" and head is not None:
            source = self._between(token, *head.subtree())
            said = [one for one in head.ancestors() if one.pos == "VERB"][:1]
            return " – ".join((source, *(self._of_verb(verb) for verb in said)))
        held = (token, head) if token.dep == "nmod" and head is not None else (token,)
        before = (kid for kid in token.kids if kid.i < token.i and kid.dep in _BEFORE_NOUNS)
        behind = (inner for one in held for inner in one.subtree() if inner.i > token.i)
        return self._between(token, *before, *behind)

    def _of_verb(self, verb: Token) -> str:
        """The subject, the forms of the verb, and the first two of its complements; of what is said
        in front of it, that.
        """
        subject, complements = self._subject(verb), self._complements(verb)[:2]
        told = self._predicate(verb, complements)
        said = None if complements else self._said_before(verb)
        if said:
            told += f" – {said}"
        finite = any(one.morph.get("VerbForm") == "Fin" for one in verb.all_kids("aux"))
        apart = subject and is_infinitive(verb) and not finite
        return f"{subject} – {told}" if apart else f"{subject} {told}".strip()

    def _predicate(self, verb: Token, complements: list[Token]) -> str:
        """The forms of a verb and its complements, as they stand in the text; piece by piece where
        the subject stands among them.
        """
        subject = verb.kid(*_SUBJECT)
        front = -1 if subject is None or subject.i > verb.i else subject.i
        forms = [
            kid
            for kid in verb.kids
            if kid.dep in _VERBAL and kid.i > front and abs(verb.i - kid.i) <= _REACH
        ]
        inverted = subject is not None and subject.i > verb.i
        whole = [verb, *forms, *(one for kid in complements for one in kid.subtree())]
        if not inverted:
            return " ".join(filter(None, (self._between(*whole), self._object_before(verb))))
        pieces = (self._between(verb, *(one for one in forms if one.i < verb.i)),)
        return " ".join((*pieces, *(self._between(*kid.subtree()) for kid in complements)))

    def _object_before(self, verb: Token) -> str:
        """Who a pronoun before a verb stands for: "l'a rencontré"."""
        pronoun = next((kid for kid in verb.kids if kid.dep == "obj" and kid.i < verb.i), None)
        if pronoun is None or pronoun.pos != "PRON":
            return ""
        return ", ".join(one.name for one in self._cast.who(pronoun) if one.named)

    def _complements(self, verb: Token) -> list[Token]:
        """What stands behind a verb, without what stands for its subject."""
        doers = {who for one in subjects(verb, self._language) for who in self._cast.who(one)}
        return [
            kid
            for kid in verb.kids
            if kid.i > verb.i
            and (kid.dep in _COMPLEMENTS or (kid.dep == "advmod" and kid.kid("obl")))  # "lors de"
            and not doers.intersection(self._cast.who(kid))
        ]

    def _said_before(self, verb: Token) -> str:
        """The quotation in front of a verb of saying: "« ... », a dit X"."""
        if lemma_of(verb, self._language) not in self._language.lexicon.saying:
            return ""
        own = (one for one in verb.subtree() if not one.quoted and one.pos != "PUNCT")
        front = min((one.start for one in own), default=verb.start)
        found = _QUOTED.search(self._text, max(0, front - _FAR), front)
        return " ".join(found[1].split()) if found else ""

    def _subject(self, verb: Token) -> str:
        """The names of those whom a pronoun or a description that is the subject stands for, or
        those that another verb lends; else its own words.
        """
        doers = [who for one in subjects(verb, self._language) for who in self._cast.who(one)]
        names = ", ".join(dict.fromkeys(who.name for who in doers))
        own = verb.kid(*_SUBJECT)
        if own is None or own.pos == "PRON":
            return names or ("" if own is None or _is_relative(own) else own.text.lstrip("-'’"))
        words = self._between(*own.subtree())
        if len(words) > _LONG_SUBJECT:
            aside = {inner for kid in own.kids if kid.dep in _ASIDE for inner in kid.subtree()}
            words = self._between(*(one for one in own.subtree() if one not in aside))
        described = all(who.named and fold(who.name) not in fold(words) for who in doers)
        if described and len(doers) >= len(with_coordinates(own)):
            return names
        return words.partition(",")[0] if len(words) > _LONG_SUBJECT else words

    def _between(self, *tokens: Token) -> str:
        """The text from the first of some words to the last."""
        shown = sorted(tokens, key=lambda token: token.i)
        while len(shown) > 1 and shown[0].pos == "PUNCT":
            shown.pop(0)
        while len(shown) > 1 and _leads_on(shown[-1]):
            shown.pop()
        start, end = shown[0].start, shown[-1].end
        for left, right in _PAIRS:
            piece = self._text[start:end]
            if piece.count(left) > piece.count(right) and self._text[end : end + 1] == right:
                end += 1
        return " ".join(self._text[start:end].replace("\u00ad", "").rstrip("-").split())


def _is_relative(pronoun: Token) -> bool:
    return pronoun.morph.get("PronType") == "Rel"


def _leads_on(token: Token) -> bool:
    return token.pos in _LEADING or token.dep in _LEADING_DEPS
