"""The names in an article: which words are one, whom it names, and which are of one referent."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from timeline.extract import gazetteer
from timeline.extract.acronyms import acronyms
from timeline.extract.gazetteer.known import known_body, known_state
from timeline.extract.gazetteer.places import spots
from timeline.extract.nominals import titles_of
from timeline.extract.referents import Referent
from timeline.extract.relatives import tells_of_one
from timeline.extract.spans import LEGAL_FORMS, NameSpans, shown
from timeline.extract.trees import PERSON, PLACE
from timeline.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.languages.states import State
    from timeline.extract.trees import Paragraph, Token

_PEOPLE = ("NORP",)
# The kinds of entity that may be an organisation; dates, sums, laws and the like are not.
_BODY = ("ORG", "MISC", "NORP", "")
# Where a surname alone means somebody.
_PARTIES = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "conj")
_SHORTEST = 3  # letters of such a surname
_FULL = (2, 3)  # words of a full name
_AGE = re.compile(r"[1-9]\d")
_AGED = ("ans",)


class NamedEntities:
    """The names in an article, all found before anything else is read: a surname finds the full
    name that comes later.

    Args:
        text: the article, as it is typed.     paragraphs: it, parsed.     language: `fr` or `en`.

    Attributes:
        spans: the top word of each name -> whom it names.
        inside: all words of names.
    """

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], language: ProseLanguage) -> None:
        self._text = text
        self._language = language
        self._found = NameSpans(text, language)
        self._paragraphs = paragraphs
        self._by_name: dict[str, Referent] = {}
        self._by_surname: dict[str, list[Referent]] = defaultdict(list)
        self.spans: dict[Token, Referent] = {}
        self.inside: set[Token] = set()
        self._long_forms = acronyms(text, paragraphs)
        self._learn_names(paragraphs)

    def _learn_names(self, paragraphs: Sequence[Paragraph]) -> None:
        """Find all names first, so that a surname finds the full name even if that comes later."""
        found = [
            (span, label)
            for paragraph in paragraphs
            for sentence in paragraph.sentences
            for span, label in self._found.of(sentence)
        ]
        for span, label in sorted(found, key=lambda item: -len(item[0])):
            referent = self._named(span, label)
            if referent is not None:
                self.spans[_top(span)] = referent
                self.inside.update(span)
        for paragraph in paragraphs:
            for token in paragraph.tokens:
                bearer = self._bearer(token) if token not in self.inside else None
                if bearer is not None:
                    self.spans[token] = bearer
                    self.inside.add(token)

    def _bearer(self, token: Token) -> Referent | None:
        """Who of the article bears a surname that the model takes for no name, alone in a sentence
        where somebody is meant: "Draghi first tendered his resignation".
        """
        word = token.text
        written = token.pos in ("PROPN", "NOUN", "X") and word[0].isupper() and word.isalpha()
        titled = token.pos != "PROPN" and self._language.is_title(token.lower)
        if not written or token.dep not in _PARTIES or titled:
            return None
        bearers = self._by_surname.get(fold(word), [])
        states = self._language.states
        if states.named(word) or states.seated(word) or len(word) < _SHORTEST or token.kid("det"):
            return None
        sex = self._sex(self._honorific([token]))
        return bearers[0] if len(bearers) == 1 and bearers[0].fits(sex, plural=False) else None

    def _named(self, span: Sequence[Token], label: str) -> Referent | None:
        name = shown(self._text, span)
        short = name
        name = self._long_forms.get(name, name)
        if self._is_another(span):
            name = short = f"{self._honorific(span)} {name}"  # "Lady Garner" beside Sir Paul Garner
        folded = fold(name)
        if not folded or len(name) > 120 or self._is_office(span, label):
            return None
        shared = self._with_surname(span, label) or self._by_birth(span)
        if shared is not None:
            return shared
        known = self._by_name.get(folded) or self._by_surname_alone(span)
        sex = self._sex(self._honorific(span)) if len(span) == 1 else ""
        if known is not None and known.kind == "person" and not known.fits(sex, plural=False):
            known = self._person(span, name)  # "Mrs Garner" where "Garner" alone is her husband
        if known is None:
            known = self._from_gazetteer(name, short) or self._by_rule(span, name, label)
            if known is None:
                return None
            self._by_name.setdefault(folded, known)
            self._by_name.setdefault(fold(known.name), known)
        known.names.setdefault(short)
        return known

    def _with_surname(self, span: Sequence[Token], label: str) -> Referent | None:
        """Who is named by a given name before somebody whose surname they share: "Ronald and Iris
        Penhallow".
        """
        first = span[0]
        joined = first.kid("conj")
        other = self.spans.get(joined) if joined is not None else None
        if other is None or other.kind != "person" or label not in PERSON or len(span) > 1:
            return None
        if " " not in other.name or not gazetteer.is_given_name(first.text):
            return None
        surname = other.name.split()[-1]
        name, gender = f"{first.text} {surname}", gazetteer.gender_of(first.text)
        referent = Referent(name, "person", named=True, gender=gender)
        self._by_surname[fold(surname)].append(referent)
        return self._by_name.setdefault(fold(name), referent)

    def _by_birth(self, span: Sequence[Token]) -> Referent | None:
        """Who of the article bore a surname at birth: "Anne Weber, née Durand"."""
        before = self._paragraphs[span[0].paragraph].tokens[: span[0].i][-3:]
        if len(span) > 1 or not before or before[-1].lower not in self._language.lexicon.born:
            return None
        last = next((one for one in before[-2::-1] if one.text != ","), None)
        name = last.head if last is not None and last.dep in ("flat", "compound") else last
        bearer = self.spans.get(name) if name is not None else None
        return bearer if bearer is not None and bearer.kind == "person" else None

    def _by_surname_alone(self, span: Sequence[Token]) -> Referent | None:
        """Who of the article is called by a surname that is a land's or a capital's name too; not
        where that only tells where something is.
        """
        token, states = span[0], self._language.states
        land = states.named(token.text) or states.seated(token.text)
        bearers = self._by_surname[fold(token.text)] if land and len(span) == 1 else []
        local = token.case in (*self._language.prepositions.places, self._language.prepositions.of)
        return bearers[0] if len(bearers) == 1 and not local else None

    def _is_office(self, span: Sequence[Token], label: str) -> bool:
        """Whether what the model takes for a name says what somebody is: "Premier ministre"."""
        common = not any(token.pos == "PROPN" for token in span)
        return (
            label in ("MISC", "", *PERSON) and common and self._language.is_title(_top(span).lemma)
        )

    def called(self, name: str) -> Referent:
        """Whom a person's full name that stands outside the prose names."""
        return self._by_name.setdefault(fold(name), Referent(name, "person", named=True))

    def _from_gazetteer(self, name: str, short: str) -> Referent | None:
        bare = " ".join(word for word in short.split() if word not in LEGAL_FORMS)
        for form in dict.fromkeys((short, name, bare)):
            state = self._language.states.named(form) or self._language.states.seated(form)
            if state is not None:
                return self.of_state(state)
            body = gazetteer.organisation(form)
            if body is not None:
                found = self._by_name.get(fold(body.name))
                if found is None:
                    found = Referent(
                        name if len(name) > len(short) else form, body.kind, named=True
                    )
                    found.media = body.is_media
                    found.known = known_body(body, self._language.code)
                    self._by_name[fold(body.name)] = found
                return found
        return None

    def of_state(self, state: State) -> Referent:
        """The referent that a state of the gazetteer is in this article."""
        name = state.name
        found = self._by_name.get(fold(name))
        if found is None:
            found = self._by_name[fold(name)] = Referent(name, "state", named=True)
            found.known = known_state(state)
        return found

    def _by_rule(self, span: Sequence[Token], name: str, label: str) -> Referent | None:
        """A name that no list knows: a person by label, title or given name, else an
        organisation.
        """
        if label in PLACE and not (gazetteer.is_given_name(span[0].text) or self._speaks(span)):
            return None
        if label in (*PERSON, "ORG") and self._is_place(span, label):
            return None
        if label in _PEOPLE and _is_attribute(_top(span)):
            return None  # "Tamil refugees" are called so, but by no name
        titles = [
            other
            for other in titles_of(_top(span), self._language)
            if self._language.is_title(other.lemma)
        ]
        titled = any(label != "ORG" or _is_before(title, span) for title in titles)
        given = gazetteer.is_given_name(span[0].text.split("-")[0])
        # A name that the model overlooks, and that does something, is most often a surname.
        acting = (
            label == ""
            and len(span) == 1
            and not name.isupper()
            and span[0].dep in ("nsubj", "obl:agent")
        )
        bearer = self._only_bearer(span, label)
        if bearer is not None:
            return bearer
        told = label in PERSON or titled or self._speaks(span) or self._is_who(span)
        told = told or self._is_aged(span) or bool(self._sex(self._honorific(span)))
        if told or (given and len(span) > 1) or acting:
            return self._person(span, name)
        if label not in _BODY or (label in ("MISC", "") and len(span) == 1 and not name.isupper()):
            return None
        return Referent(name, "organisation", named=True)

    def _only_bearer(self, span: Sequence[Token], label: str) -> Referent | None:
        """The one person named before with a surname that the model takes for a body's name."""
        word = span[0].text
        if len(span) > 1 or label in PERSON or word.isupper() or span[0].kid("det"):
            return None
        bearers = self._by_surname[fold(word)]
        before = (who for top, who in self.spans.items() if top.start < span[0].start)
        known = len(bearers) == 1 and " " in bearers[0].name and bearers[0] in before
        sex = self._sex(self._honorific(span))
        return bearers[0] if known and bearers[0].fits(sex, plural=False) else None

    def _is_aged(self, span: Sequence[Token]) -> bool:
        """Whether an age stands behind a name of two or three words: "Devraj Pillane, 36, said"."""
        last = max(token.i for token in span)
        behind = self._paragraphs[span[0].paragraph].tokens[last + 1 : last + 4]
        if len(span) not in _FULL or len(behind) < len(("comma", "age", "comma")):
            return False
        comma, age, end = behind
        closed = end.text in _AGED or end.pos == "PUNCT"
        return comma.text == "," and _AGE.fullmatch(age.text) is not None and closed

    def _speaks(self, span: Sequence[Token]) -> bool:
        """Whether a name of one word stands behind a verb of saying as its subject, as that of a
        place does not: "« ... », ajoute Hassan".
        """
        token, verb = span[0], span[0].head
        if len(span) > 1 or verb is None or token.dep != "nsubj" or token.i != verb.i + 1:
            return False
        behind = self._language.inversion is not None and not token.kid("det")
        return behind and self._language.lexicon.saying.get(verb.lemma) == "say"

    def _is_who(self, span: Sequence[Token]) -> bool:
        """Whether a relative clause tells that a name of two words is one person's, whatever the
        model takes it for: "Lachlan Young, who is accused".
        """
        clause = _top(span).kid("acl:relcl")
        subject = clause.kid("nsubj", "nsubj:pass") if clause is not None else None
        if clause is None or subject is None or subject.lower not in self._language.of_people:
            return False
        return len(span) == 2 and tells_of_one(clause) and _is_plain(span)

    def is_place(self, token: Token) -> bool:
        """Whether a word alone is the name of a known place."""
        return bool(spots(shown(self._text, [token])))

    def _is_place(self, span: Sequence[Token], label: str) -> bool:
        """Whether what the model takes for somebody is a place by where it stands: "in Lyon", "the
        mayor of Lyon".
        """
        top = _top(span)
        at = top.case in self._language.prepositions.places
        local = top.head is not None and top.head.lemma in self._language.lexicon.locality
        beside = local or (label in PERSON and len(span) == 1)
        of = beside and top.case == self._language.prepositions.of
        return (at or of) and bool(spots(shown(self._text, span))) and not self._honorific(span)

    def _person(self, span: Sequence[Token], name: str) -> Referent | None:
        surname = fold(span[-1].text)
        first = span[0].text
        given = (
            gazetteer.gender_of(first) if len(span) > 1 or gazetteer.is_given_name(first) else ""
        )
        gender = self._sex(self._honorific(span)) or given
        if len(span) == 1:
            bearers = self._by_surname[surname]
            if not bearers and any(
                self._by_surname[part] for part in surname.split("-") if part != surname
            ):
                return None  # "Chirac-Jospin" beside one of them
            fitting = [one for one in bearers if one.fits(gender, plural=False)]
            if len(fitting) == 1:
                return fitting[0]
            if bearers:
                return Referent(name, "person", named=True, gender=gender)
            if len(name) < 3:
                return None
        referent = Referent(name, "person", named=True, gender=gender)
        if not self._is_relative(span):
            self._by_surname[surname].append(referent)
        return referent

    def _is_relative(self, span: Sequence[Token]) -> bool:
        """Whether a name is brought in as that of somebody's relative, who is mostly another than
        the one whom the surname alone means.
        """
        first = span[0]
        before = self._paragraphs[first.paragraph].tokens[max(first.i - 1, 0) : first.i]
        titles = (*before, *titles_of(_top(span), self._language))
        return any(title.lemma in self._language.lexicon.kin for title in titles)

    def _is_another(self, span: Sequence[Token]) -> bool:
        """Whether a surname is that of somebody in the article, but of the other gender."""
        sex = self._sex(self._honorific(span)) if len(span) == 1 else ""
        bearers = self._by_surname[fold(span[0].text)] if sex else []
        return bool(bearers) and not any(one.fits(sex, plural=False) for one in bearers)

    def _honorific(self, span: Sequence[Token]) -> str:
        """The word of courtesy before a name; '' if there is none."""
        first = span[0]
        before = self._paragraphs[first.paragraph].tokens[max(first.i - 2, 0) : first.i]
        if len(before) > 1 and not self._language.is_title(before[-1].lower):
            before = before[1:]  # but "Lady Justice X"
        return next((one.text for one in before if self._language.is_honorific(one.lower)), "")

    def _sex(self, honorific: str) -> str:
        """The gender that a word of courtesy tells; '' if it tells none."""
        return self._language.lexicon.honorific.get(honorific.lower().rstrip("."), "")


def _top(span: Sequence[Token]) -> Token:
    """The word of a span that the others depend on."""
    inside = set(span)
    return next(
        (token for token in span if token.head is None or token.head not in inside), span[0]
    )


def _is_before(title: Token, span: Sequence[Token]) -> bool:
    """Whether a title stands right before a given name and a surname, so that the model is wrong to
    take them for a body: "spokesman Glyn Davies".
    """
    return len(span) == 2 and _is_plain(span) and title.i == span[0].i - 1 and title.pos == "NOUN"


def _is_plain(span: Sequence[Token]) -> bool:
    return all(one.text.isalpha() and one.text.istitle() for one in span)


def _is_attribute(token: Token) -> bool:
    """Whether a word only says of the noun behind it which one that is."""
    beside = token.dep in ("amod", "compound", "nmod") and not token.case
    return beside and token.head is not None and token.head.i > token.i
