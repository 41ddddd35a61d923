"""The names in an article: which words are one, whom it names, and which are of one referent."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import takewhile
from typing import TYPE_CHECKING

from timeline.extract import gazetteer
from timeline.extract.gazetteer.known import known_body, known_state
from timeline.extract.gazetteer.places import spots
from timeline.extract.nominals import titles_of
from timeline.extract.trees import PERSON, PLACE
from timeline.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.languages.states import State
    from timeline.extract.trees import Paragraph, Token
    from timeline.records import Actor, ActorKind

_SHORTEST_ACRONYM = 3  # letters
_LONGEST_NAME = 7  # words
_PEOPLE = ("NORP",)
# The kinds of entity that may be an organisation; dates, sums, laws and the like are not.
_BODY = ("ORG", "MISC", "NORP", "")
# What a company's name may end with, without being another's.
_LEGAL_FORMS = frozenset(
    [
        *("Inc.", "Inc", "Corp.", "Corp", "Ltd.", "Ltd", "Co.", "plc", "PLC", "LLC", "AG", "SA"),
        *("SE", "NV", "N.V.", "S.A.", "GmbH", "SpA"),
    ]
)
_STOPS = frozenset(",;:!?«»“”()")
_ACRONYM = re.compile(
    r"\((?P<short>[A-Z][A-Za-z.]{1,9})\)|\b(?P<before>[A-Z]{2,8}) \((?P<long>[^()]{6,90})\)"
)


class Referent:
    """Somebody who is spoken of: a person, an organisation, a state or a group.

    name: the fullest name, or the words of the text where there is none.     names: all names.
    named: whether the text gives a name.
    titles: lemmas by which it is described, each with what stands beside it there: of which country
        or body, of which rank.
    gender, plural: of grammar, as far as the text shows it.
    known: the actor that it is, if that is known from the start.
    """

    def __init__(
        self, name: str, kind: ActorKind, *, named: bool, gender: str = "", plural: bool = False
    ) -> None:
        self.name = name
        self.kind = kind
        self.named = named
        self.gender = gender
        self.plural = plural
        self.names: dict[str, None] = {name: None}
        self.titles: dict[str, set[frozenset[str]]] = defaultdict(set)
        self.media = False
        self.known: Actor | None = None

    def fits(self, gender: str, *, plural: bool) -> bool:
        """Whether a pronoun or a noun of that gender and number can stand for it."""
        if self.plural != plural and not (
            plural and self.kind in ("organisation", "group", "armed_group")
        ):
            return False
        return gender in ("", self.gender) or not self.gender

    def is_called(self, title: str, complements: frozenset[str]) -> bool:
        """Whether a title is known to be theirs, and what stands beside it is not another's."""
        return any(
            not complements or complements <= one or (one and one <= complements)
            for one in self.titles.get(title, ())
        )

    def __repr__(self) -> str:
        return f"Referent({self.name!r}, {self.kind})"


def _acts(span: Sequence[Token], label: str) -> bool:
    """Whether a name that the model takes for a place is that of a body: an acronym that does
    something.
    """
    (first, *more) = span
    acronym = not more and len(first.text) >= _SHORTEST_ACRONYM and first.text.isupper()
    doing = first.dep == "nsubj" and first.head is not None and first.head.pos == "VERB"
    return label in ("LOC", "GPE") and acronym and doing


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
        self._paragraphs = paragraphs
        self._by_name: dict[str, Referent] = {}
        self._by_surname: dict[str, list[Referent]] = defaultdict(list)
        self.spans: dict[Token, Referent] = {}
        self.inside: set[Token] = set()
        self._long_forms = self._acronyms(paragraphs)
        self._learn_names(paragraphs)

    def _acronyms(self, paragraphs: Sequence[Paragraph]) -> dict[str, str]:
        """Acronym -> long form, where the text puts one in brackets behind the other."""
        found: dict[str, str] = {}
        for paragraph in paragraphs:
            for match in _ACRONYM.finditer(self._text, paragraph.start, paragraph.end):
                if match["short"]:
                    long = _long_form(
                        self._text[max(paragraph.start, match.start() - 90) : match.start()],
                        match["short"],
                    )
                    if long:
                        found[match["short"]] = long
                elif _long_form(match["long"], match["before"]):
                    found[match["before"]] = match["long"]
        return found

    def _learn_names(self, paragraphs: Sequence[Paragraph]) -> None:
        """Find all names first, so that a surname finds the full name even if that comes later."""
        found = [
            (span, label)
            for paragraph in paragraphs
            for sentence in paragraph.sentences
            for span, label in self._name_spans(sentence)
        ]
        for span, label in sorted(found, key=lambda item: -len(item[0])):
            referent = self._named(span, label)
            if referent is not None:
                self.spans[_top(span)] = referent
                self.inside.update(span)

    def _name_spans(self, sentence: Sequence[Token]) -> Iterator[tuple[Sequence[Token], str]]:
        at = 0
        while at < len(sentence):
            span, label = self._span_at(sentence, at)
            if span:
                yield span, label
                at = span[-1].i - sentence[0].i + 1
            else:
                at += 1

    def _span_at(self, sentence: Sequence[Token], at: int) -> tuple[Sequence[Token], str]:
        """A name that begins at a word, with its label: of the gazetteer, of the model, or a run of
        proper nouns that the model has no label for.
        """
        token, label = sentence[at], ""
        counted = at > 0 and sentence[at - 1].text[-1].isdigit()
        if counted and token.text in self._language.lexicon.currency:
            return (), label  # "50 000 DA"
        if gazetteer.begins(token.text, self._language):
            label = "GAZ"
            if span := self._in_gazetteer(sentence, at):
                longer = self._longer(sentence, at + len(span))
                named = all(token.text in _LEGAL_FORMS for token in longer)
                return [*span, *longer], label if named else "ORG"
        if (behind := self._joined_place(sentence, at)) is not None:
            return [token, behind], ""  # "Valeska Paris" is no place
        if token.ent and token.opens:
            label = token.ent
            inside = takewhile(lambda one: one.ent == label and not one.opens, sentence[at + 1 :])
            if span := self._trimmed([token, *inside, *self._surnames(sentence, at, label)]):
                return span, "ORG" if _acts(span, label) else label
        if token.pos == "PROPN" and token.text[0].isupper() and not token.ent:
            return [
                *takewhile(lambda one: one.pos == "PROPN" and not one.ent, sentence[at:])
            ], label
        return (), label

    def _joined_place(self, sentence: Sequence[Token], at: int) -> Token | None:
        """The word behind another that the model takes for two places, though nothing stands
        between them: together they are a name.
        """
        token, behind = sentence[at], sentence[at + 1] if at + 1 < len(sentence) else None
        if behind is None or token.head is not behind or token.dep != "compound":
            return None
        places = token.ent in PLACE and behind.ent in PLACE and behind.opens
        known = spots(token.text) or self._language.states.named(token.text)
        return behind if places and not known else None

    def _surnames(self, sentence: Sequence[Token], at: int, label: str) -> Sequence[Token]:
        """What the model leaves out of a name that it takes for no person's: the words behind a
        given name that hang below it.
        """
        first = sentence[at]
        if label not in ("MISC", *PERSON) or not gazetteer.is_given_name(first.text):
            return ()
        return [
            *takewhile(
                lambda one: one.head is first and one.dep == "flat" and not one.ent,
                sentence[at + 1 :],
            )
        ]

    def _in_gazetteer(self, sentence: Sequence[Token], at: int) -> Sequence[Token]:
        given = gazetteer.is_given_name(sentence[at].text)
        for end in range(min(len(sentence), at + _LONGEST_NAME), at, -1):
            alone = end == at + 1
            if alone and given and end < len(sentence) and sentence[end].pos == "PROPN":
                return ()  # "Jordan Peterson" is no country
            behind = sentence[end].lower if end < len(sentence) else ""
            if alone and at == 0 and behind in self._language.dates.of:
                return ()  # "Libération de trois otages" is no newspaper
            shown = self.shown(sentence[at:end])
            if self._language.states.named(shown) or gazetteer.organisation(shown):
                return sentence[at:end]
            if alone and self._language.states.seated(shown):
                following = sentence[end] if end < len(sentence) else None
                if following is None or following.pos != "PROPN":
                    return sentence[at:end]
        return ()

    def _longer(self, sentence: Sequence[Token], at: int) -> Sequence[Token]:
        """The rest of a name that only begins with one of the gazetteer: "Singapore Ferries"."""
        end = at
        while end < min(len(sentence), at + _LONGEST_NAME) and self._goes_on(sentence, end):
            end += 1
        return sentence[at:end]

    def _goes_on(self, sentence: Sequence[Token], at: int) -> bool:
        token = sentence[at]
        word = token.text
        if token.pos != "PROPN" or word in _LEGAL_FORMS:
            return token.pos == "PROPN"
        return (
            word.isalpha()
            and word[0].isupper()
            and not (
                self._language.is_title(token.lower) or token.lower in self._language.lexicon.rank
            )
            and not self._language.is_honorific(token.lower)
            and not gazetteer.is_given_name(word)
            and not self._in_gazetteer(sentence, at)
        )

    def _trimmed(self, span: Sequence[Token]) -> Sequence[Token]:
        """A span up to a gap or a stop in it, without articles, titles and other words in lower
        case at its ends.
        """
        tokens = list(span[:1])
        for token in span[1:]:
            if (
                token.text in _STOPS or token.start - tokens[-1].end > 2
            ):  # a date that was taken out leaves a gap
                break
            tokens.append(token)
        while tokens and (
            not tokens[0].text[0].isupper()
            or tokens[0].pos in ("DET", "ADP")
            or (tokens[0].pos == "NUM" and tokens[0].text.isalpha())
            or self._language.is_title(tokens[0].lower)
            or self._language.is_honorific(tokens[0].lower)
        ):
            tokens.pop(0)
        while tokens and (
            tokens[-1].pos in ("PUNCT", "PART", "DET", "ADP", "CCONJ")
            or not tokens[-1].text[0].isalnum()
        ):
            tokens.pop()
        return tokens

    def shown(self, span: Sequence[Token]) -> str:
        """Some words that follow each other, as the text has them."""
        return " ".join(self._text[span[0].start : span[-1].end].replace("\u00ad", "").split())

    def _named(self, span: Sequence[Token], label: str) -> Referent | None:
        name = self.shown(span)
        short = name
        name = self._long_forms.get(name, name)
        if self._is_another(span):
            name = short = f"{self._honorific(span)} {name}"  # "Lady Garner" beside Sir Paul Garner
        folded = fold(name)
        if not folded or len(name) > 120 or self._is_office(span, label):
            return None
        known = self._by_name.get(folded) or self._by_surname_alone(span)
        if known is None:
            known = self._from_gazetteer(name, short) or self._by_rule(span, name, label)
            if known is None:
                return None
            self._by_name.setdefault(folded, known)
            self._by_name.setdefault(fold(known.name), known)
        known.names.setdefault(short)
        return known

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
        return label in ("MISC", "") and common and self._language.is_title(_top(span).lemma)

    def called(self, name: str) -> Referent:
        """Whom a person's full name that stands outside the prose names."""
        return self._by_name.setdefault(fold(name), Referent(name, "person", named=True))

    def _from_gazetteer(self, name: str, short: str) -> Referent | None:
        bare = " ".join(word for word in short.split() if word not in _LEGAL_FORMS)
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
        titled = label != "ORG" and any(
            self._language.is_title(other.lemma) for other in titles_of(_top(span), self._language)
        )
        given = gazetteer.is_given_name(span[0].text.split("-")[0])
        # A name that the model overlooks, and that does something, is most often a surname.
        acting = (
            label == ""
            and len(span) == 1
            and not name.isupper()
            and span[0].dep in ("nsubj", "obl:agent")
        )
        if label in PERSON or titled or (given and len(span) > 1) or acting or self._speaks(span):
            return self._person(span, name)
        if label not in _BODY or (label in ("MISC", "") and len(span) == 1 and not name.isupper()):
            return None
        return Referent(name, "organisation", named=True)

    def _speaks(self, span: Sequence[Token]) -> bool:
        """Whether a name of one word stands behind a verb of saying as its subject, as that of a
        place does not: "« ... », ajoute Hassan".
        """
        token, verb = span[0], span[0].head
        if len(span) > 1 or verb is None or token.dep != "nsubj" or token.i != verb.i + 1:
            return False
        behind = self._language.inversion is not None and not token.kid("det")
        return behind and self._language.lexicon.saying.get(verb.lemma) == "say"

    def is_place(self, token: Token) -> bool:
        """Whether a word alone is the name of a known place."""
        return bool(spots(self.shown([token])))

    def _is_place(self, span: Sequence[Token], label: str) -> bool:
        """Whether what the model takes for somebody is a place by where it stands: "in Lyon", "the
        mayor of Lyon".
        """
        top = _top(span)
        at = top.case in self._language.prepositions.places
        local = top.head is not None and top.head.lemma in self._language.lexicon.locality
        beside = local or (label in PERSON and len(span) == 1)
        of = beside and top.case == self._language.prepositions.of
        return (at or of) and bool(spots(self.shown(span))) and not self._honorific(span)

    def _person(self, span: Sequence[Token], name: str) -> Referent | None:
        surname = fold(span[-1].text)
        given = gazetteer.gender_of(span[0].text) if len(span) > 1 else ""
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
        before = self._paragraphs[first.paragraph].tokens[first.i - 1 : first.i]
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


def _is_attribute(token: Token) -> bool:
    """Whether a word only says of the noun behind it which one that is."""
    beside = token.dep in ("amod", "compound", "nmod") and not token.case
    return beside and token.head is not None and token.head.i > token.i


def _long_form(before: str, short: str) -> str:
    """The words at the end of a text whose initials are an acronym; '' if there are none."""
    letters = fold(short).replace(" ", "")
    tokens = before.split()
    for count in range(min(len(tokens), 2 * len(letters) + 3), 1, -1):
        tail = tokens[-count:]
        if not tail[0][:1].isupper():
            continue
        initials = "".join(
            fold(part)[:1]
            for token in tail
            for part in re.split(r"['-]", token)
            if len(part) > 3 or part[:1].isupper()
        )
        if initials == letters or (
            initials[:1] == letters[:1] and sorted(initials) == sorted(letters)
        ):
            return " ".join(tail).strip(' ,«"')
    return ""
