"""Who is spoken of in an article: names, descriptions and pronouns to one cast.

A name in two lengths is one person where only one has that surname; a description ("le milliardaire
américain") and a pronoun stand for somebody where the text leaves one candidate; what is left over
keeps the words of the text.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from timeline.extract.apposition import is_anothers, is_bracketed, names_ahead, title_behind
from timeline.extract.descriptions import (
    ARGUMENTS,
    gender_by_article,
    is_apposed,
    is_body,
    is_nobody,
    is_people,
    is_speaker,
    listed_behind,
    may_name,
)
from timeline.extract.exclusions import is_lost
from timeline.extract.grammar import identified, with_coordinates
from timeline.extract.naming import NamedEntities
from timeline.extract.nominals import (
    complements,
    gender_of,
    group_of,
    is_definite,
    is_further_title,
    is_nominal,
    is_office,
    is_perceived,
    is_possessed,
    is_predicate,
    is_pronoun,
    is_subject,
    leads_name,
    names_of,
    phrase,
    title_key,
    titles_of,
)
from timeline.extract.partitives import called, one_of, some_of
from timeline.extract.predicates import means_nobody
from timeline.extract.pronouns import (
    Doubt,
    doer_behind,
    doubt,
    fits,
    is_idle,
    is_planned,
    is_too_unsure,
    meant_by,
)
from timeline.extract.quotations import is_inserted
from timeline.extract.reference import Seen, meant, named, ordinal, pair_of, state_meant
from timeline.extract.referents import Referent
from timeline.extract.relatives import antecedent, is_relative
from timeline.extract.spans import shown
from timeline.extract.topics import befallen
from timeline.extract.turns import clause_around, goes_on, is_put_behind, last_of, may_go_on, tells
from timeline.names import fold, typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.languages.lexicon import Pronoun, WordSet
    from timeline.extract.trees import Paragraph, Token
    from timeline.records import ActorKind


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
        self._who: dict[Token, tuple[Referent, ...]] = {}
        self.capacities: dict[Token, str] = {}
        self.offices: dict[Referent, dict[str, str]] = {}
        self.doubts: dict[Token, Doubt] = {}
        self._words = {token.lower for paragraph in paragraphs for token in paragraph.tokens}
        self.befallen = befallen(paragraphs, language)
        self._number = 0
        self._spoke: Seen | None = None
        self._lost: tuple[int, Token] | None = None
        self._sentence: Sequence[Token] = ()
        for paragraph in paragraphs:
            for sentence in paragraph.sentences:
                # What the parser parts from its sentence is none of its own: a mark, "a dit X".
                joined = bool(self._sentence) and is_inserted(self._sentence, sentence)
                whole = any(token.pos != "PUNCT" for token in sentence) and not joined
                self._number += whole
                self._sentence = sentence
                for token in sentence:
                    self._read(token)

    def who(self, token: Token) -> tuple[Referent, ...]:
        """Whom a word stands for, without those coordinated with it; () for a thing, somebody
        unknown, or where somebody writes: "sur Telegram".
        """
        if token.lower in self._language.lexicon.platform and token.case:
            return ()
        return self._who.get(token, ())

    def named(self, name: str) -> Referent:
        """Give whom a full name names that stands outside the prose."""
        return self._names.called(name)

    def is_about(self, words: WordSet, *, several: bool = False) -> bool:
        """Whether the article has one of some words, or several different ones."""
        return len(self._words.intersection(words)) > several

    def is_name(self, token: Token) -> bool:
        """Whether a word is part of a name."""
        return token in self._inside

    def phrase(self, token: Token) -> str:
        """The noun phrase around a word, as it stands in the text."""
        return phrase(self._text, token, self._language)

    def _read(self, token: Token) -> None:
        """Note whom a word stands for."""
        lexicon, referent = self._language.lexicon, self._spans.get(token)
        if referent is not None:
            if referent.kind == "organisation" and not referent.gender:
                referent.gender = gender_by_article(token)  # "Le FLN ... Il"
            self._note(token, (referent,))
            self._note_titles(token, referent)
        elif token in self._inside:
            return
        elif (several := one_of(token, self._language)) is not None:
            self._note(token, self._one_of(token, several))
        elif (several := some_of(token, self._language)) is not None:
            name = self._called(token.kid("det") or token, several)
            self._note(token, (Referent(name, "group", named=False, plural=True),))
        elif is_pronoun(token) and token.lower not in lexicon.other_people:
            self._read_pronoun(token)
        elif token.pos in ("NOUN", "ADJ", "PROPN", "PRON"):
            self._note(token, self._noun(token))

    def _read_pronoun(self, token: Token) -> None:
        """Note whom a pronoun stands for. If that is nobody known, one like it behind it may be of
        the same: "Celui-ci a refusé. Il est parti", "If she fails, Y may call X, whom she".
        """
        kind = self._language.lexicon.pronoun.get(token.lower)
        lost = is_lost(token, self._lost, self._number, self._language)
        found = () if lost else self._pronoun(token)
        self._note(token, found)
        if kind and not found and token.dep in ARGUMENTS:
            self._lost = self._number, token

    def _note(self, token: Token, referents: Iterable[Referent]) -> None:
        found = tuple(dict.fromkeys(referents))
        if not found:
            return
        self._who[token] = found
        apart = is_perceived(named(token))
        subject = is_subject(token) and not apart
        self._seen += [Seen(referent, self._number, token, subject) for referent in found]
        if len(found) == 1 and tells(named(token), self._language) and not apart:
            self._spoke = self._seen[-1]

    def _note_titles(self, token: Token, referent: Referent) -> None:
        """Learn from "l'ambassadeur X" and "X, ambassadeur à l'ONU" how somebody is called."""
        behind = title_behind(token, self._sentence, self._inside)
        for title in dict.fromkeys((*titles_of(token, self._language), *behind)):
            several = len(self.who(title)) > 1  # "les ministres X et Y"
            if several or title in self._inside or title.pos not in ("NOUN", "PROPN"):
                continue
            if is_anothers(title, referent, self._spans, self._language):
                continue
            if referent.kind == "person" and self._language.is_title(title.lemma):
                self._call(referent, title)
                self._who[title] = (referent,)
                capacity = self._capacity(title, token)
                self.capacities.setdefault(token, capacity)
                self.capacities.setdefault(title, capacity)
                if is_office(title, capacity, self._language):
                    self.offices.setdefault(referent, {}).setdefault(fold(capacity), capacity)
            elif referent.kind != "person" and is_body(title, self._language):
                self._call(referent, title)
                self._who[title] = (referent,)

    def _call(self, referent: Referent, title: Token) -> None:
        """Learn that somebody is called by a title, of what it is there, and of what gender."""
        language = self._language
        referent.gender = referent.gender or gender_of(title, language)
        key = title_key(title, language)
        referent.titles[key].add(complements(title, language))
        if owners := self._owners(title):
            referent.owners.setdefault(key, owners)

    def _owners(self, noun: Token) -> frozenset[Referent]:
        """Whose a noun says that somebody is: "her husband"."""
        return frozenset(one for kid in noun.all_kids("nmod:poss", "det") for one in self.who(kid))

    def _ahead(self, token: Token) -> Iterator[Token]:
        """The words on which the name behind a description hangs."""
        return names_ahead(token, self._sentence, self._names, self._language)

    def _capacity(self, title: Token, name: Token) -> str:
        """How a title stands in the text, without the name."""
        beside = {self._spans[one] for one in title.subtree() if one in self._spans}
        if any(one.kind == "person" for one in beside.difference(self.who(name))):
            return title.text  # "X and Halden Chairman Y"
        at = name.i - self._sentence[0].i
        before = takewhile(lambda one: one in self._inside, reversed(self._sentence[:at]))
        behind = takewhile(lambda one: one in self._inside, self._sentence[at + 1 :])
        own = [*reversed([*before]), name, *behind]
        rest = self.phrase(title).replace(shown(self._text, own), "").strip(" ,")
        return rest or title.text

    def _pronoun(self, token: Token) -> tuple[Referent, ...]:
        language = self._language
        if means_nobody(token, language):
            return ()
        form = token.lower.removeprefix("-t").removeprefix("-")  # "a-t-elle"
        if is_relative(token, language):
            return antecedent(token, self._who, language)
        if language.lexicon.order_in_pair.get(form):
            return ordinal(token, self._seen, self._number, language)
        kind = language.lexicon.pronoun.get(form)
        if kind is not None and token.pos == "PRON":  # "avec lui"
            kind = kind._replace(gender=kind.gender or token.morph.get("Gender", ""))
        return () if kind is None else self._personal(token, kind)

    def _personal(self, token: Token, kind: Pronoun) -> tuple[Referent, ...]:
        """Whom a personal pronoun stands for, or a possessive one."""
        language = self._language
        idle = is_idle if kind.of == "body" else is_planned
        if not kind.plural and idle(token, language):
            return ()
        if (doer := doer_behind(token)) is not None:
            own = self._spans.get(doer)
            known = own is not None and own.kind == "person" and fits(kind, own, language)
            return (own,) if own is not None and known else ()
        behind = is_put_behind(token, self._sentence, language)
        last = self._spoke
        if last is not None and behind:
            last = last_of(token, last, self._seen, kind, language)
        if last is not None and not may_go_on(token, last, kind, self._number, language):
            last = None
        near = last is not None and self._number - last.sentence == 1
        if last is not None and (behind or (near and goes_on(token, language))):
            return self._goes_on(token, last)
        found = meant_by(token, kind, self._seen, self._number, language)
        around = clause_around(token, language)
        if found is not None and (around is None or found not in self.who(around)):
            unsure = doubt(token, found, kind, self._seen, self._number, language)
            if not is_too_unsure(token, found, kind, unsure, self._seen, language):
                self.doubts[token] = unsure
                return (found,)
        return self._goes_on(token, last) if last is not None and near else ()

    def _goes_on(self, token: Token, last: Seen) -> tuple[Referent, ...]:
        """Whoever spoke last. Who is spoken of in between has not said it."""
        self.doubts[token] = Doubt(0, 0, self._number - last.sentence)
        return (last.referent,)

    def _one_of(self, token: Token, several: Token) -> tuple[Referent, ...]:
        """The one of several who is named behind them, or else is called so."""
        named = (*names_of(token), *names_of(several), *self._ahead(several))
        found = (self._spans.get(one) for one in named)
        person = next((one for one in found if one and one.kind == "person"), None)
        if person is None:
            person = Referent(self._called(token, several), "person", named=False)
        self._call(person, several)
        return (person,)

    def _called(self, token: Token, several: Token) -> str:
        """How one or some of several are called."""
        whom = self._pronoun(several) if several.pos == "PRON" else ()
        return called(self._text, token, several, whom, self._language)

    def _noun(self, token: Token) -> tuple[Referent, ...]:
        language = self._language
        if token in self._who:
            return self._who[token]
        if is_nominal(token) and (ranked := self._ranked(token)) is not None:
            return ranked
        others = token.lower in language.lexicon.other_people and token.kid("nummod")
        if others and token.dep in ARGUMENTS:
            return self._described_as(token, "group")
        if token.pos not in ("NOUN", "PROPN") or is_nobody(token, language):
            return ()
        if token.lemma.lower() in language.lexicon.quantity:
            many = [one for kid in token.all_kids("nmod")[:1] for one in with_coordinates(kid)]
            if many or not is_subject(token) or token.morph.get("Number") != "Plur":
                return tuple(who for one in many for who in self._noun(one))
            return self._described_as(token, "group")  # "hundreds marched"
        return self._description(token)

    def _description(self, token: Token) -> tuple[Referent, ...]:
        """Whom a noun means by what it says of them."""
        language = self._language
        title, group = language.is_title(token.lemma.lower()), group_of(token, language)
        title = title or (group is None and is_speaker(token, language))
        if (title or group == "group") and (those := listed_behind(token, self._spans, language)):
            return those
        people = not title and group is None and is_people(token, self._names, language)
        told = title or people or is_apposed(token, self._sentence, self._spans, language)
        linked = self._linked(token, title=told, group=group is not None)
        pair = pair_of(token, self._seen, self._number, language)
        if linked is not None or pair:
            return pair if linked is None else (linked,)
        if people and not leads_name(token, self._sentence):
            group = "group"
        if title and token.head and is_further_title(token):
            same = self.who(token.head)
            if same or token.dep == "appos":
                return same
        if not (title or group) or is_predicate(token):
            return ()
        if token.lemma in language.lexicon.government and (state := self._state_of(token)):
            return (state,)
        armed = group == "armed_group" and token.morph.get("Number") == "Plur"
        return self._described_as(token, "person" if title and not armed else group or "group")

    def _ranked(self, token: Token) -> tuple[Referent, ...] | None:
        """Whom "le premier", "the latter" stand for, or who is named behind what only counts, "le
        second, X, a été arrêté"; None if a word does not count.
        """
        named = (self._spans.get(kid) for kid in token.all_kids("appos"))
        person = next((one for one in named if one is not None and one.kind == "person"), None)
        if token.pos == "ADJ" and person is not None:
            return (person,)
        known = self._language.lexicon.order_in_pair.get(token.lower)
        return ordinal(token, self._seen, self._number, self._language) if known else None

    def _linked(self, token: Token, *, title: bool, group: bool) -> Referent | None:
        """The one whose name stands beside a description: "le maire de X, Y", "President Y"."""
        honorific = self._language.is_honorific(token.lower)
        ranked = token.lemma.lower() in self._language.lexicon.standing  # "le géant Apple"
        if not (title or group or honorific or ranked):
            return None
        named = (*names_of(token), *self._ahead(token), *identified(token, self._language))
        one = title and token.morph.get("Number") != "Plur"
        for name in named:
            linked = self._spans.get(name)
            party = title and is_bracketed(name, self._sentence)
            if linked is None or party or not may_name(name, token, linked, self._language):
                continue
            if honorific:
                return linked
            if one if linked.kind == "person" else ranked or (group and not one):
                self._call(linked, token)
                return linked
        return None

    def _state_of(self, token: Token) -> Referent | None:
        """The state whose government a word means: "le gouvernement iranien", "le régime"."""
        people = self._language.states.people
        beside = (kid for kid in token.kids if kid.dep in ("amod", "compound"))
        if told := next((people[kid.lower] for kid in beside if kid.lower in people), None):
            return self.of_state(told)
        return state_meant(token, self._spans, self._seen, self._number)

    def _described_as(self, token: Token, kind: ActorKind) -> tuple[Referent, ...]:
        """Somebody without a name: one who was described so before, the only one who can be meant,
        or a new one.
        """
        language, plural = self._language, token.morph.get("Number") == "Plur"
        gender = gender_of(token, language)
        whose = self._owners(token) if is_possessed(token) else frozenset()
        known = meant(token, kind, self._seen, self._number, whose, language, plural=plural)
        if is_definite(token) and known:
            return (known,)
        shown = self.phrase(token)
        known = self._described.get(fold(shown))
        if known is None or not (is_definite(token) or plural):
            kind = "group" if kind == "person" and plural else kind
            known = Referent(shown, kind, named=False, gender=gender, plural=plural)
            self._call(known, token)
            self._described[fold(shown)] = known
        return (known,)
