"""Which words of a sentence are a name: the gazetteer's, the model's, or a run of proper nouns."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from timeline.extract import gazetteer
from timeline.extract.gazetteer.places import spots
from timeline.extract.trees import MONEY, PERSON, PLACE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token

_SHORTEST_ACRONYM = 3  # letters
_LONGEST_NAME = 7  # words
# What a company's name may end with, without being another's.
LEGAL_FORMS = frozenset(
    [
        *("Inc.", "Inc", "Corp.", "Corp", "Ltd.", "Ltd", "Co.", "plc", "PLC", "LLC", "AG", "SA"),
        *("SE", "NV", "N.V.", "S.A.", "GmbH", "SpA"),
    ]
)
_JOINED = 3  # words: of a paper or a seat, and of a name
_STOPS = frozenset(",;:!?«»“”()")


class NameSpans:
    """Finds the names in the sentences of an article.

    Args:
        text: the article, as it is typed.     language: `fr` or `en`.
    """

    def __init__(self, text: str, language: ProseLanguage) -> None:
        self._text = text
        self._language = language

    def of(self, sentence: Sequence[Token]) -> Iterator[tuple[Sequence[Token], str]]:
        """Yield the names in a sentence, each with its label: that of the model, GAZ, or none."""
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
        joined = token.pos == "ADJ" and "-" in token.text and not token.text[-1].isupper()
        if token.ent == MONEY or joined:
            return (), label  # "Swiss francs", "a U.N.-led deal"
        counted = at > 0 and sentence[at - 1].text[-1].isdigit()
        if counted and token.text in self._language.lexicon.currency:
            return (), label  # "50 000 DA"
        span, label = self._whole(sentence, at)
        if span:
            return span, label
        if gazetteer.begins(token.text, self._language):
            label = "GAZ"
            if span := self._in_gazetteer(sentence, at):
                longer = self._longer(sentence, at + len(span))
                named = all(token.text in LEGAL_FORMS for token in longer)
                return [*span, *longer], label if named else "ORG"
        if (behind := self._joined_place(sentence, at)) is not None:
            return [token, behind], ""  # "Valeska Paris" is no place
        if token.ent and token.opens:
            label = token.ent
            one_name = label in PERSON  # two people's names don't stand side by side
            inside = takewhile(
                lambda one: one.ent == label and (one_name or not one.opens), sentence[at + 1 :]
            )
            if span := self._trimmed([token, *inside, *self._surnames(sentence, at, label)]):
                return span, "ORG" if _acts(span, label) else label
        if token.pos == "PROPN" and token.text[0].isupper() and not token.ent:
            run = [*takewhile(lambda one: one.pos == "PROPN" and not one.ent, sentence[at:])]
            return self._trimmed(run), label
        return (), label

    def _whole(self, sentence: Sequence[Token], at: int) -> tuple[Sequence[Token], str]:
        """A name of which the model takes a part for something else, with its label."""
        if span := self._spelled_out(sentence, at):
            return span, "ORG"
        if span := self._apposed(sentence, at):
            return span, PERSON[0]
        given = self._given_before(sentence, at)
        return given, given[-1].ent if given else ""

    def _apposed(self, sentence: Sequence[Token], at: int) -> Sequence[Token]:
        """A person's name that stands between commas behind what they are, whatever the model takes
        it for: "the next president, Moses Kalonga, urged".
        """
        span = [*takewhile(lambda one: one.pos == "PROPN", sentence[at : at + _LONGEST_NAME])]
        behind = sentence[at + len(span) : at + len(span) + 1]
        if not 1 < len(span) < _LONGEST_NAME or at == 0 or sentence[at - 1].text != ",":
            return ()
        top = next((one for one in span if one.head not in span), span[-1])
        title = top.head if top.dep == "appos" else None
        while title is not None and title.dep == "nmod" and title.head is not None:
            title = title.head  # "the prefect of X district, Y, said"
        if title is None or title.pos != "NOUN" or title.morph.get("Number") == "Plur":
            return ()
        if any(one.ent in PERSON for one in span) or [one.text for one in behind] != [","]:
            return ()
        known = gazetteer.begins(span[0].text, self._language) and self._in_gazetteer(sentence, at)
        place = any(spots(one.text) or one.kid("case", "det") for one in span)
        body = any(one.text in LEGAL_FORMS or one.text.isupper() for one in span)
        if known or place or body or title.lemma in self._language.lexicon.group:
            return ()
        return self._trimmed(span) if self._language.is_title(title.lemma) else ()

    def _given_before(self, sentence: Sequence[Token], at: int) -> Sequence[Token]:
        """A person's whole name, of which the model takes the given name for a place or a verb."""
        token, surname = sentence[at], sentence[at + 1] if at + 1 < len(sentence) else None
        if surname is None or surname.ent not in PERSON or not surname.opens:
            return ()
        joined = surname.head is token and surname.dep == "flat" and token.ent not in PERSON
        if not joined or not token.text[0].isupper() or not gazetteer.gender_of(token.text):
            return ()
        inside = takewhile(lambda one: one.ent == surname.ent and not one.opens, sentence[at + 2 :])
        return self._trimmed([token, surname, *inside])

    def _spelled_out(self, sentence: Sequence[Token], at: int) -> Sequence[Token]:
        """A name of two parts that the letters behind it spell: "the Ethics and Anti-Corruption
        Commission (EACC)".
        """
        joint = next((one for one in sentence[at + 1 : at + 4] if one.dep == "cc"), None)
        if joint is None or not sentence[at].text[0].isupper():
            return ()
        opening = next((one for one in sentence[at : at + _LONGEST_NAME] if one.text == "("), None)
        if opening is None or opening.i < joint.i:
            return ()
        span = sentence[at : opening.i - sentence[0].i]
        words = re.findall(r"\w+", shown(self._text, span))
        initials = "".join(word[0] for word in words if word[0].isupper())
        letters = sentence[len(span) + at + 1 : len(span) + at + 2]
        return span if len(initials) > 2 and [one.text for one in letters] == [initials] else ()

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
            if _is_joined(sentence[end - 1 : end + 2]):
                continue  # "La Croix-Rouge" is no newspaper
            if alone and given and end < len(sentence) and sentence[end].pos == "PROPN":
                return ()  # "Jordan Peterson" is no country
            behind = sentence[end].lower if end < len(sentence) else ""
            if alone and at == 0 and behind in self._language.dates.of:
                return ()  # "Libération de trois otages" is no newspaper
            name = shown(self._text, sentence[at:end])
            if self._language.states.named(name) or gazetteer.organisation(name):
                return sentence[at:end]
            if alone and self._language.states.seated(name):
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
        if token.pos != "PROPN" or word in LEGAL_FORMS:
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

    def _is_title(self, span: Sequence[Token]) -> bool:
        """Whether a name begins with a title, or that of several: "Les Présidents X et Y"."""
        word = span[0].lower
        behind = span[1].text if len(span) > 1 else ""
        several = word.endswith("s") and gazetteer.is_given_name(behind)
        return self._language.is_title(word) or (several and self._language.is_title(word[:-1]))

    def _is_surname(self, span: Sequence[Token]) -> bool:
        """Whether a title that stands alone is somebody's surname: "Boucher a nié", "Mr Baker"."""
        token, lexicon = span[0], self._language.lexicon
        alone = len(span) == 1 and not token.kid("det")
        called = token.lower in lexicon.kin or token.lower in lexicon.office
        return alone and token.ent in PERSON and not called

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
            or tokens[0].pos in ("DET", "ADP", "ADV")
            or (tokens[0].pos == "NUM" and tokens[0].text.isalpha())
            or (self._is_title(tokens) and not self._is_surname(tokens))
            or tokens[0].lower in self._language.lexicon.rank
            or self._language.is_honorific(tokens[0].lower)
        ):
            tokens.pop(0)
        if _is_outlet_before(tokens):
            tokens.pop(0)
        while tokens and (
            tokens[-1].pos in ("PUNCT", "PART", "DET", "ADP", "CCONJ")
            or not tokens[-1].text[0].isalnum()
        ):
            tokens.pop()
        return tokens


def shown(text: str, span: Sequence[Token]) -> str:
    """Some words that follow each other, as a text has them."""
    return " ".join(text[span[0].start : span[-1].end].replace("\u00ad", "").split())


def _is_joined(words: Sequence[Token]) -> bool:
    """Whether a hyphen joins a word to the next one."""
    texts = [one.text for one in words]
    apart = any(one.end != other.start for one, other in pairwise(words))
    return len(texts) > 2 and texts[1] == "-" and texts[2].isalpha() and not apart


def _is_outlet_before(span: Sequence[Token]) -> bool:
    """Whether the model takes for a part of a person's name the newspaper or the seat before it:
    "confie au Soir Paul Moreau", "Danish Envoy to Oslo Lars Holm".
    """
    if len(span) != _JOINED or not any(one.kid("case") for one in span):
        return False
    words = all(one.pos == "PROPN" and one.text.istitle() for one in span)
    first, given, _ = span
    known = gazetteer.is_given_name(first.text)
    return words and not known and bool(gazetteer.gender_of(given.text))


def _acts(span: Sequence[Token], label: str) -> bool:
    """Whether a name that the model takes for a place is that of a body: an acronym that does
    something.
    """
    (first, *more) = span
    acronym = not more and len(first.text) >= _SHORTEST_ACRONYM and first.text.isupper()
    doing = first.dep == "nsubj" and first.head is not None and first.head.pos == "VERB"
    return label in ("LOC", "GPE") and acronym and doing
