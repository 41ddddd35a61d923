"""Who is spoken of in an article: names, descriptions and pronouns to one cast.

A name in two lengths is one person where only one has that surname; a description ("le milliardaire
américain") and a pronoun stand for somebody where the text leaves one candidate; what is left over
keeps the words of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.extract.naming import NamedEntities, Referent
from timeline.extract.nominals import (
    article,
    close,
    is_definite,
    is_predicate,
    is_restricted,
    is_subject,
    names_of,
    same_clause,
    titles_of,
)
from timeline.names import fold, typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Paragraph, Word
    from timeline.records import ActorKind

_FAR = 3  # sentences after which nobody is meant by a pronoun or a bare description any more
_ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent")


class Seen(NamedTuple):
    """One mention: whose, in which sentence of the article, and whether as a subject."""

    referent: Referent
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

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], language: ProseLanguage) -> None:
        self._text = typed(text)
        self._language = language
        self._names = NamedEntities(self._text, paragraphs, language)
        self._spans, self._inside = self._names.spans, self._names.inside
        self.of_state = self._names.of_state
        self._described: dict[str, Referent] = {}
        self._seen: list[Seen] = []
        self._who: dict[Word, tuple[Referent, ...]] = {}
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

    def who(self, word: Word) -> tuple[Referent, ...]:
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
        inside = [word, *close(word, self._language)]
        start, end = min(one.start for one in inside), max(one.end for one in inside)
        shown = self._text[start:end].replace("\u00ad", "")
        return " ".join(article(self._language).sub("", shown).split())

    # One word after the other ---------------------------------------------------------------------

    def _read(self, word: Word) -> None:
        """Note whom a word stands for."""
        referent = self._spans.get(word)
        if referent is not None:
            self._note(word, (referent,))
            self._note_titles(word, referent)
        elif word in self._inside:
            return
        elif word.pos == "PRON" and word.lower not in self._language.lexicon.other_people:
            self._note(word, self._pronoun(word))
        elif word.pos in ("NOUN", "ADJ", "PROPN", "PRON"):
            self._note(word, self._noun(word))

    def _note(self, word: Word, referents: Iterable[Referent]) -> None:
        found = tuple(dict.fromkeys(referents))
        if not found:
            return
        self._who[word] = found
        subject = is_subject(word)
        self._seen += [Seen(referent, self._number, word, subject) for referent in found]

    def _note_titles(self, word: Word, referent: Referent) -> None:
        """Learn from "l'ambassadeur X" and "X, ambassadeur à l'ONU" how somebody is called."""
        for title in dict.fromkeys((*titles_of(word, self._language), *self._behind(word))):
            if title in self._inside or title.pos not in ("NOUN", "PROPN"):
                continue
            if referent.kind == "person" and self._language.is_title(title.lemma):
                referent.titles.add(title.lemma)
                self._who[title] = (referent,)
                gender = title.morph.get("Gender", "")
                referent.gender = referent.gender or gender
                self.capacities.setdefault(word, self._capacity(title, word))
            elif referent.kind != "person" and self._language.lexicon.group.get(title.lemma):
                referent.titles.add(title.lemma)
                self._who[title] = (referent,)

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
        at = max(inner.i for inner in (word, *close(word, self._language))) - first + 1
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

    def _pronoun(self, word: Word) -> tuple[Referent, ...]:
        language = self._language
        if word.dep.startswith("expl") or word.morph.get("Reflex") == "Yes":
            return ()
        form = word.lower
        if word.morph.get("PronType") == "Rel" or form in language.relatives:
            return self._antecedent(word)
        kind = language.lexicon.pronoun.get(form)
        if kind is None:
            return ()
        gender, plural, animate = kind
        # An object is somebody else than the subject of its clause, which a gerund shares with its
        # main verb.
        others = set[Referent]()
        if not is_subject(word):
            for above in word.ancestors():
                for kid in above.all_kids("nsubj", "nsubj:pass"):
                    others.update(self._who.get(kid, ()))
        return self._recent(
            gender=gender, plural=plural, animate=animate, before=word, others=others
        )

    def _antecedent(self, word: Word) -> tuple[Referent, ...]:
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
        self, *, gender: str, plural: bool, animate: bool, before: Word, others: set[Referent]
    ) -> tuple[Referent, ...]:
        """The one that a pronoun can stand for: the last subject that fits, else the last that
        fits.
        """
        near = [
            seen
            for seen in self._seen
            if self._number - seen.sentence < _FAR
            and (
                seen.referent.kind == "person"
                or not animate
                or not seen.referent.named
                or seen.subject
            )
            and seen.referent.fits(gender, plural=plural)
            and not same_clause(seen.word, before)
            and seen.referent not in others
        ]
        subjects = [seen for seen in near if seen.subject and seen.sentence >= self._number - 1]
        chosen = subjects or near
        if plural and not chosen:
            return self._pair("person")
        return (chosen[-1].referent,) if chosen else ()

    def _pair(self, kind: str) -> tuple[Referent, ...]:
        """The last two of a kind that were spoken of, in their order."""
        found: list[Referent] = []
        for seen in reversed(self._seen):
            if self._number - seen.sentence >= 2 * _FAR or len(found) == 2:
                break
            if (
                seen.referent.kind == kind
                and seen.referent not in found
                and not seen.referent.plural
            ):
                found.append(seen.referent)
        return tuple(reversed(found)) if len(found) == 2 else ()

    def _noun(self, word: Word) -> tuple[Referent, ...]:
        language = self._language
        if word in self._who:
            return self._who[word]
        if language.lexicon.order_in_pair.get(word.lower) and self._is_nominal(word):
            return self._ordinal(word)
        if (
            word.lower in language.lexicon.other_people
            and word.kid("nummod")
            and word.dep in _ARGUMENTS
        ):
            return self._described_as(word, "group")
        if word.pos not in ("NOUN", "PROPN"):
            return ()
        lemma = word.lemma.lower()
        title, group = language.is_title(lemma), language.lexicon.group.get(lemma)
        linked = self._linked(word, title=title, group=group is not None)
        pair = self._pair_of(word)
        if linked is not None or pair:
            return (linked,) if linked is not None else pair
        if not title and group is None and self._is_people(word):
            group = "group"
        if not (title or group) or word.dep in ("compound", "amod") or is_predicate(word):
            return ()
        state = self._state_of(word) if word.lemma in language.lexicon.government else None
        return (
            (state,)
            if state is not None
            else self._described_as(word, "person" if title else (group or "group"))
        )

    def _linked(self, word: Word, *, title: bool, group: bool) -> Referent | None:
        """The one whose name stands beside a description: "le maire de X, Y", "President Y"."""
        if not (title or group or self._language.is_honorific(word.lower)):
            return None
        named = (*names_of(word), *self._ahead(word))
        linked = next((self._spans[kid] for kid in named if kid in self._spans), None)
        if linked is None or self._language.is_honorific(word.lower):
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
            and self._language.states.people.get(word.lower) is not None
        )

    def _is_nominal(self, word: Word) -> bool:
        """Whether an adjective stands for a noun: "le premier", "ce dernier"."""
        return word.dep in (*_ARGUMENTS, "nmod") and not (
            word.kid("nmod", "compound") or (word.head and word.dep == "amod")
        )

    def _ordinal(self, word: Word) -> tuple[Referent, ...]:
        """Whom "le premier", "ce dernier", "the latter" stand for."""
        pair = self._pair("person") or self._pair("state")
        if self._language.lexicon.order_in_pair.get(word.lower) == "first":
            return pair[:1]
        if not word.has("det", *self._language.demonstratives):
            return pair[1:]
        near = [s.referent for s in self._seen if self._number - s.sentence < _FAR]
        return tuple(referent for referent in near if referent.kind in ("person", "organisation"))[
            -1:
        ]

    def _pair_of(self, word: Word) -> tuple[Referent, ...]:
        """Whom "les deux hommes", "both countries" stand for."""
        two = any(
            kid.dep in ("nummod", "det") and kid.lower in self._language.lexicon.two
            for kid in word.kids
        )
        if not two or not (is_definite(word) or word.has("det", *self._language.both)):
            return ()
        kind = self._language.lexicon.pair.get(word.lemma)
        if kind == "side":
            return self._pair("state") or self._pair("organisation") or self._pair("person")
        if kind is not None or self._language.is_title(word.lemma):
            return self._pair(kind or "person")
        return ()

    def _state_of(self, word: Word) -> Referent | None:
        """The state whose government a word means: "le gouvernement iranien", "le régime"."""
        for kid in word.kids:
            if kid.dep in ("amod", "compound") and (
                found := self._language.states.people.get(kid.lower)
            ):
                return self.of_state(found)
            if (
                kid.dep in ("nmod", "nmod:poss")
                and (named := self._spans.get(kid))
                and named.kind == "state"
            ):
                return named
        if any(kid.dep in ("nmod", "amod") for kid in word.kids) or not is_definite(word):
            return None
        states = [
            s.referent
            for s in self._seen
            if s.referent.kind == "state" and self._number - s.sentence < 2 * _FAR
        ]
        return states[-1] if states else None

    def _described_as(self, word: Word, kind: ActorKind) -> tuple[Referent, ...]:
        """Somebody without a name: one who was described so before, the only one who can be meant,
        or a new one.
        """
        plural = word.morph.get("Number") == "Plur"
        gender = word.morph.get("Gender", "")
        if is_definite(word):
            titled = {
                seen.referent
                for seen in self._seen
                if word.lemma in seen.referent.titles and seen.referent.plural == plural
            }
            if len(titled) == 1 and (not is_restricted(word) or next(iter(titled)).named):
                return tuple(titled)
            if kind == "person" and not plural and word.lemma in self._language.lexicon.epithet:
                only = self._only_person()
                if only is not None and only.fits(gender, plural=False):
                    return (only,)
        shown = self.phrase(word)
        known = self._described.get(fold(shown))
        if known is None or not (is_definite(word) or plural):
            kind = "group" if kind == "person" and plural else kind
            known = Referent(shown, kind, named=False, gender=gender, plural=plural)
            known.titles.add(word.lemma)
            self._described[fold(shown)] = known
        return (known,)

    def _only_person(self) -> Referent | None:
        """The only person with a name who was spoken of, if there is but one."""
        spoken_of = (seen.referent for seen in self._seen)
        persons = {one for one in spoken_of if one.kind == "person" and one.named}
        return persons.pop() if len(persons) == 1 else None
