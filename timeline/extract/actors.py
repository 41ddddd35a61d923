"""Who is spoken of in an article: names, descriptions and pronouns to one cast.

A name in two lengths is one person where only one has that surname; a description ("le milliardaire
américain") and a pronoun stand for somebody where the text leaves one candidate; what is left over
keeps the words of the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from timeline.extract.lexicon import gazetteer
from timeline.extract.lexicon import words as lexicon
from timeline.extract.naming import Names, Party, titles_of
from timeline.names import fold, typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.extract.trees import Paragraph, Word
    from timeline.records import ActorKind

_FAR = 3  # sentences after which nobody is meant by a pronoun or a bare description any more
_ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent")
_OF = ("de", "of", "à", "to", "for", "pour")


class Seen(NamedTuple):
    """One mention: whose, in which sentence of the article, and whether as a subject."""

    party: Party
    sentence: int
    word: Word
    subject: bool


class Cast:
    """The cast of one article.

    Args:
        text: the article.
        paragraphs: its paragraphs, parsed.
        language: its language.
    """

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], language: str) -> None:
        self._text = typed(text)
        self._language = language
        self._names = Names(self._text, paragraphs, language)
        self._spans, self._inside = self._names.spans, self._names.inside
        self.of_state = self._names.of_state
        self._described: dict[str, Party] = {}
        self._seen: list[Seen] = []
        self._who: dict[Word, tuple[Party, ...]] = {}
        self.capacities: dict[Word, str] = {}
        self._number = 0
        self._sentence: Sequence[Word] = ()
        for paragraph in paragraphs:
            for sentence in paragraph.sentences:
                self._number += 1
                self._sentence = sentence
                for word in sentence:
                    self._read(word)

    # What is asked of it --------------------------------------------------------------------------

    def who(self, word: Word) -> tuple[Party, ...]:
        """Whom a word stands for, without those coordinated with it; () for a thing or somebody
        unknown.
        """
        return self._who.get(word, ())

    def is_name(self, word: Word) -> bool:
        """Whether a word is part of a name."""
        return word in self._inside

    def phrase(self, word: Word) -> str:
        """The noun phrase around a word, as it stands in the text, without article, relative clause
        and apposition.
        """
        inside = [word, *self._close(word)]
        first, last = min(inside, key=_place), max(inside, key=_place)
        shown = self._text[first.start : last.end].replace("\u00ad", "")
        return " ".join(_ARTICLE[self._language].sub("", shown).split())

    def _close(self, word: Word, *, inner: bool = False) -> Iterator[Word]:
        """What belongs to the noun phrase of a word and stands without a gap."""
        for kid in word.kids:
            if kid.dep in ("nummod", "amod", "compound", "flat", "nmod:poss") or (
                kid.dep == "nmod" and kid.i > word.i and kid.case in _OF
            ):
                if all(between.dep != "punct" for between in kid.subtree()):
                    yield kid
                    yield from self._close(kid, inner=True)
            elif kid.dep == "obl" and word.pos == "ADJ" and kid.i == word.i + 2:
                yield kid  # "proche du dossier"
                yield from self._close(kid, inner=True)
            elif (inner and kid.dep in ("case", "det", "fixed")) or (
                kid.dep == "det" and not _is_article(kid)
            ):
                yield kid

    # One word after the other ---------------------------------------------------------------------

    def _read(self, word: Word) -> None:
        """Note whom a word stands for."""
        party = self._spans.get(word)
        if party is not None:
            self._note(word, (party,))
            self._note_titles(word, party)
        elif word in self._inside:
            return
        elif word.pos == "PRON" and not lexicon.is_other(word.lower, self._language):
            self._note(word, self._pronoun(word))
        elif word.pos in ("NOUN", "ADJ", "PROPN", "PRON"):
            self._note(word, self._noun(word))

    def _note(self, word: Word, parties: Iterable[Party]) -> None:
        found = tuple(dict.fromkeys(parties))
        if not found:
            return
        self._who[word] = found
        subject = _is_subject(word)
        self._seen += [Seen(party, self._number, word, subject) for party in found]

    def _note_titles(self, word: Word, party: Party) -> None:
        """Learn from "l'ambassadeur X" and "X, ambassadeur à l'ONU" how somebody is called."""
        for title in dict.fromkeys((*titles_of(word), *self._behind(word))):
            if title in self._inside or title.pos not in ("NOUN", "PROPN"):
                continue
            if party.kind == "person" and lexicon.is_title(title.lemma, self._language):
                party.titles.add(title.lemma)
                self._who[title] = (party,)
                gender = title.morph.get("Gender", "")
                party.gender = party.gender or gender
                self.capacities.setdefault(word, self._capacity(title, word))
            elif party.kind != "person" and lexicon.group_kind(title.lemma, self._language):
                party.titles.add(title.lemma)
                self._who[title] = (party,)

    def _behind(self, word: Word) -> Iterator[Word]:
        """A title that stands behind a name and a comma, whatever the parser makes of it."""
        at = word.i - self._sentence[0].i
        while at < len(self._sentence) and self._sentence[at] in self._inside:
            at += 1
        following = self._sentence[at : at + 2]
        if len(following) == 2 and following[0].text == "," and not following[1].kid("det", "case"):
            yield following[1]

    def _ahead(self, word: Word) -> Iterator[Word]:
        """The name behind a description, whatever the parser makes of it: "le maire de X, Y, a",
        "la chaîne Y".
        """
        first = self._sentence[0].i
        at = max(inner.i for inner in (word, *self._close(word))) - first + 1
        comma = [inner.text for inner in self._sentence[at : at + 1]] == [","]
        reach = self._sentence[at + 1 : at + 3] if comma else self._sentence[at : at + 1]
        following = next((inner for inner in reach if inner in self._inside), None)
        if following is not None:
            yield from (
                inner for inner in (following, *following.ancestors()) if inner in self._spans
            )

    def _capacity(self, title: Word, name: Word) -> str:
        """How a title stands in the text, without the name."""
        shown = self.phrase(title)
        own = self._names.shown([word for word in name.subtree() if word in self._inside] or [name])
        return shown.replace(own, "").strip(" ,") or title.text

    # Pronouns

    def _pronoun(self, word: Word) -> tuple[Party, ...]:
        language = self._language
        if word.dep.startswith("expl") or word.morph.get("Reflex") == "Yes":
            return ()
        form = word.lower
        if word.morph.get("PronType") == "Rel" or form in ("who", "which", "whom", "that"):
            return self._antecedent(word)
        kind = lexicon.pronoun(form, language)
        if kind is None:
            return ()
        gender, plural, animate = kind
        # An object is somebody else than the subject of its clause, which a gerund shares with its
        # main verb.
        others = set[Party]()
        if not _is_subject(word):
            for above in word.ancestors():
                for kid in above.all_kids("nsubj", "nsubj:pass"):
                    others.update(self._who.get(kid, ()))
        return self._recent(
            gender=gender, plural=plural, animate=animate, before=word, others=others
        )

    def _antecedent(self, word: Word) -> tuple[Party, ...]:
        """Whom a relative pronoun stands for: the noun that its clause belongs to."""
        for above in word.ancestors():
            if above.dep == "acl:relcl" and above.head is not None:
                found = self._who.get(above.head, ())
                first = above.head.head
                plural = any(
                    form.morph.get("Number") == "Plur" for form in (above, *above.all_kids("aux"))
                )
                if above.head.dep == "conj" and first is not None and plural:
                    return (*self._who.get(first, ()), *found)  # "X et Y, qui ont"
                return found
        return ()

    def _recent(
        self, *, gender: str, plural: bool, animate: bool, before: Word, others: set[Party]
    ) -> tuple[Party, ...]:
        """The one that a pronoun can stand for: the last subject that fits, else the last that
        fits.
        """
        near = [
            seen
            for seen in self._seen
            if self._number - seen.sentence < _FAR
            and (seen.party.kind == "person" or not animate or not seen.party.named or seen.subject)
            and _fits(seen.party, gender, plural=plural)
            and not _same_clause(seen.word, before)
            and seen.party not in others
        ]
        subjects = [seen for seen in near if seen.subject and seen.sentence >= self._number - 1]
        chosen = subjects or near
        if plural and not chosen:
            return self._pair("person")
        return (chosen[-1].party,) if chosen else ()

    def _pair(self, kind: str) -> tuple[Party, ...]:
        """The last two of a kind that were spoken of, in their order."""
        found: list[Party] = []
        for seen in reversed(self._seen):
            if self._number - seen.sentence >= 2 * _FAR or len(found) == 2:
                break
            if seen.party.kind == kind and seen.party not in found and not seen.party.plural:
                found.append(seen.party)
        return tuple(reversed(found)) if len(found) == 2 else ()

    # Nouns

    def _noun(self, word: Word) -> tuple[Party, ...]:
        language = self._language
        if word in self._who:
            return self._who[word]
        if lexicon.place_in_pair(word.lower, language) and self._is_nominal(word):
            return self._ordinal(word)
        if lexicon.is_other(word.lower, language) and word.kid("nummod") and word.dep in _ARGUMENTS:
            return self._described_as(word, "group")
        if word.pos not in ("NOUN", "PROPN"):
            return ()
        lemma = word.lemma.lower()
        title, group = lexicon.is_title(lemma, language), lexicon.group_kind(lemma, language)
        linked = self._linked(word, title=title, group=group is not None)
        pair = self._pair_of(word)
        if linked is not None or pair:
            return (linked,) if linked is not None else pair
        if not title and group is None and self._is_people(word):
            group = "group"
        if not (title or group) or word.dep in ("compound", "amod") or _is_predicate(word):
            return ()
        state = self._state_of(word) if lexicon.is_government(word.lemma, language) else None
        return (
            (state,)
            if state is not None
            else self._described_as(word, "person" if title else (group or "group"))
        )

    def _linked(self, word: Word, *, title: bool, group: bool) -> Party | None:
        """The one whose name stands beside a description: "le maire de X, Y", "President Y"."""
        if not (title or group or lexicon.is_honorific(word.lower, self._language)):
            return None
        named = (*_names_of(word), *self._ahead(word))
        linked = next((self._spans[kid] for kid in named if kid in self._spans), None)
        if linked is None or lexicon.is_honorific(word.lower, self._language):
            return linked
        plural = word.morph.get("Number") == "Plur"
        if not ((title or group) and not plural if linked.kind == "person" else group):
            return None
        linked.titles.add(word.lemma)
        return linked

    def _is_people(self, word: Word) -> bool:
        """Whether a noun means people by where they come from: "deux Britanniques", "the
        Americans".
        """
        return (
            word.pos == "NOUN"
            and word.text[0].isupper()
            and word.dep in _ARGUMENTS
            and word.kid("det", "nummod") is not None
            and gazetteer.by_demonym(word.lower, self._language) is not None
        )

    def _is_nominal(self, word: Word) -> bool:
        """Whether an adjective stands for a noun: "le premier", "ce dernier"."""
        return word.dep in (*_ARGUMENTS, "nmod") and not (
            word.kid("nmod", "compound") or (word.head and word.dep == "amod")
        )

    def _ordinal(self, word: Word) -> tuple[Party, ...]:
        """Whom "le premier", "ce dernier", "the latter" stand for."""
        pair = self._pair("person") or self._pair("state")
        if lexicon.place_in_pair(word.lower, self._language) == "first":
            return pair[:1]
        if not word.has("det", "ce", "cet", "cette"):
            return pair[1:]
        near = [s.party for s in self._seen if self._number - s.sentence < _FAR]
        return tuple(party for party in near if party.kind in ("person", "organisation"))[-1:]

    def _pair_of(self, word: Word) -> tuple[Party, ...]:
        """Whom "les deux hommes", "both countries" stand for."""
        two = any(
            kid.dep in ("nummod", "det") and lexicon.is_two(kid.lower, self._language)
            for kid in word.kids
        )
        if not two or not (_is_definite(word) or word.has("det", "both")):
            return ()
        kind = lexicon.pair_of(word.lemma, self._language)
        if kind == "side":
            return self._pair("state") or self._pair("organisation") or self._pair("person")
        if kind is not None or lexicon.is_title(word.lemma, self._language):
            return self._pair(kind or "person")
        return ()

    def _state_of(self, word: Word) -> Party | None:
        """The state whose government a word means: "le gouvernement iranien", "le régime"."""
        for kid in word.kids:
            if kid.dep in ("amod", "compound") and (
                found := gazetteer.by_demonym(kid.lower, self._language)
            ):
                return self.of_state(found)
            if (
                kid.dep in ("nmod", "nmod:poss")
                and (named := self._spans.get(kid))
                and named.kind == "state"
            ):
                return named
        if any(kid.dep in ("nmod", "amod") for kid in word.kids) or not _is_definite(word):
            return None
        states = [
            s.party
            for s in self._seen
            if s.party.kind == "state" and self._number - s.sentence < 2 * _FAR
        ]
        return states[-1] if states else None

    def _described_as(self, word: Word, kind: ActorKind) -> tuple[Party, ...]:
        """Somebody without a name: one who was described so before, the only one who can be meant,
        or a new one.
        """
        plural = word.morph.get("Number") == "Plur"
        gender = word.morph.get("Gender", "")
        shown = self.phrase(word)
        if _is_definite(word):
            titled = [
                s.party
                for s in self._seen
                if word.lemma in s.party.titles and s.party.plural == plural
            ]
            if len(set(titled)) == 1 and (titled[0].named or not _is_restricted(word)):
                return (titled[0],)
            if kind == "person" and not plural and lexicon.is_epithet(word.lemma, self._language):
                persons = list(
                    dict.fromkeys(
                        s.party for s in self._seen if s.party.kind == "person" and s.party.named
                    )
                )
                if len(persons) == 1 and _fits(persons[0], gender, plural=False):
                    return (persons[0],)
        folded = fold(shown)
        known = self._described.get(folded)
        if known is None or not (_is_definite(word) or plural):
            if kind == "person" and plural:
                kind = "group"
            known = self._described[folded] = Party(
                shown, kind, named=False, gender=gender, plural=plural
            )
            known.titles.add(word.lemma)
        return (known,)


_ARTICLE = {
    "fr": re.compile(
        r"^(?:(?:les?|la|ce|cet|cette|ces|des|du|de la|une?|de|d'|l')(?<!')\s+|[ld]')",
        re.IGNORECASE,
    ),
    "en": re.compile(r"^(?:the|an?|this|that|these|those)\s+", re.IGNORECASE),
}


def _is_article(word: Word) -> bool:
    """Whether a determiner is an article, a demonstrative or a possessive: it is no part of how
    somebody is called.
    """
    morph = word.morph
    return (
        "Definite" in morph or morph.get("PronType") in ("Art", "Dem") or morph.get("Poss") == "Yes"
    )


def _place(word: Word) -> int:
    return word.i


def _names_of(word: Word) -> Iterator[Word]:
    """The words that may be the name of what a noun says, also behind "Mme"."""
    for kid in word.kids:
        if kid.dep in ("appos", "flat") or (kid.dep == "nmod" and not kid.case):
            yield kid
            yield from kid.all_kids("flat", "appos")
    if word.head is not None and (
        word.dep in ("appos", "compound", "flat") or (word.dep == "nmod" and not word.case)
    ):
        yield word.head


def _is_subject(word: Word) -> bool:
    while word.dep == "conj" and word.head is not None:
        word = word.head
    return word.dep in ("nsubj", "nsubj:pass", "obl:agent")


def _is_definite(word: Word) -> bool:
    return any(
        kid.dep in ("det", "nmod:poss")
        and (
            kid.morph.get("Definite") == "Def"
            or kid.morph.get("PronType") == "Dem"
            or kid.morph.get("Poss") == "Yes"
        )
        for kid in word.kids
    )


def _is_restricted(word: Word) -> bool:
    return any(kid.dep in ("nmod", "acl:relcl", "acl") for kid in word.kids)


def _is_predicate(word: Word) -> bool:
    return word.kid("cop") is not None or word.dep == "attr"


def _fits(party: Party, gender: str, *, plural: bool) -> bool:
    if party.plural != plural and not (
        plural and party.kind in ("organisation", "group", "armed_group")
    ):
        return False
    return not gender or not party.gender or party.gender == gender or party.kind == "organisation"


def _same_clause(word: Word, other: Word) -> bool:
    """Whether two words depend on one verb, so that the one can't stand for the other."""
    return (
        word.paragraph == other.paragraph
        and word.head is other.head
        and word.sentence == other.sentence
    )
