"""What a passage counts: "12 killed", "une trentaine de blessés", "2 billion dollars"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from timeline import records as r
from timeline.extract.grammar import is_passive, lemma_of
from timeline.temporal.languages import language as words_of_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline.extract.events import Trigger
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token

_SUM = "sum"
_BEARING = ("victim", "recipient")
# Clauses of their own, whose numbers belong to what they tell.
_ALONE = ("obj", "nsubj", "nsubj:pass")
_CLAUSES = ("ccomp", "acl:relcl", "advcl", "parataxis", "xcomp")
_GROUPED = re.compile(r"\d{1,3}(?:[.,\s]\d{3})+")
_REACH = 24  # characters before a number in which "at least" may stand


class _Number(NamedTuple):
    """A number, with the word that it counts, the first word of it, and its currency if it is a
    sum.
    """

    value: float
    counted: Token
    first: Token
    currency: str


def quantities(trigger: Trigger, text: str, language: ProseLanguage) -> Iterator[r.Quantity]:
    """Yield the numbers that a passage gives of what an event word tells: how many bore it, by the
    name of what they are, and sums of money.

    Args:
        trigger: the event word.
        text: the article.
        language: its language.
    """
    names: set[str] = set()
    for head in dict.fromkeys((trigger.token, trigger.bearer or trigger.token)):
        for word in _within(head):
            number = _number(word, language)
            if number is None:
                continue
            name, unit = _name(number, trigger, language)
            if name and name not in names:
                names.add(name)
                yield _quantity(name, unit, number, text, language)


def _within(head: Token) -> Iterator[Token]:
    """The words of a clause, from its verb or noun on; "12 died and 30 injured" is one."""
    yield head
    for kid in head.kids:
        subject = kid.kid("nsubj")
        other = kid.dep == "conj" and subject is not None and subject.pos != "NUM"
        if not (other or (kid.dep in _CLAUSES and kid.pos in ("VERB", "AUX"))):
            yield from _within(kid)


def _name(
    number: _Number, trigger: Trigger, language: ProseLanguage
) -> tuple[str | None, str | None]:
    """What a number is of, and its unit: money, those whose lot a word tells, or those who bear
    what a verb tells.
    """
    lexicon, counted = language.lexicon, number.counted
    if number.currency:
        return _SUM, number.currency
    own = lexicon.counted.get(counted.lemma)
    if own:
        return own, None
    held = counted.head if counted.dep in ("nmod", "conj") else counted
    verb = held.head if held is not None else None
    if verb is None or held is None or verb.pos not in ("VERB", "AUX"):
        return None, None
    name = lexicon.counted.get(lemma_of(verb, language))
    return (name if _is_borne(held, verb, trigger, language) else None), None


def _is_borne(noun: Token, verb: Token, trigger: Trigger, language: ProseLanguage) -> bool:
    """Whether a verb tells the lot of a noun: its object, or the subject of a passive, of a bare
    participle ("30 injured") and of "die".
    """
    if noun.dep in ("obj", "nsubj:pass"):
        return True
    bare = verb is not trigger.token and not verb.kid("aux")
    bears = verb is trigger.token and trigger.sense.subject in _BEARING
    return noun.dep == "nsubj" and (bears or bare) and not is_passive(verb, language)


# Numbers ------------------------------------------------------------------------------------------


def _number(word: Token, language: ProseLanguage) -> _Number | None:
    """The number beside a word, or the one that a word such as "trentaine" says itself."""
    currency = language.lexicon.currency
    scale = language.lexicon.scale.get(word.lemma)
    if scale and word.pos == "NOUN":
        counted = next((kid for kid in word.kids if kid.dep in ("nmod", "obl")), None)
        times = _numeral(word, language)
        if counted is None or times is None:
            return None
        unit = currency.get(counted.lemma, "")
        return _Number(times[0] * float(scale), counted, times[1], unit)
    alone = word if word.pos == "NUM" and word.dep in _ALONE else None
    numeral = word.kid("nummod") or alone
    value = _value(numeral, language) if numeral is not None else None
    if numeral is None or value is None:
        return None
    signs = (currency.get(kid.text) for kid in (*numeral.kids, *word.kids))
    unit = currency.get(word.lemma) or next(filter(None, signs), "")
    return _Number(value, word, _first(numeral, language), unit)


def _numeral(scale: Token, language: ProseLanguage) -> tuple[float, Token] | None:
    """How many times a scale is meant: of "2 millions" two, of "une trentaine" one; None of "des
    millions", which is no number.
    """
    numeral = scale.kid("nummod")
    if numeral is not None:
        value = _value(numeral, language)
        return None if value is None else (value, _first(numeral, language))
    article = scale.kid("det")
    return (1.0, article) if article is not None and scale.morph.get("Number") != "Plur" else None


def _value(numeral: Token, language: ProseLanguage) -> float | None:
    """What a numeral of one or more words says: "2.5 million", "twelve", "1 200"."""
    parts = sorted((numeral, *_parts(numeral, language)), key=lambda one: one.i)
    total, times = 1.0, 0
    for part in parts:
        scale = language.lexicon.scale.get(part.lemma)
        one = float(scale) if scale else _plain(part.text, language)
        if one is None:
            return None
        total, times = total * one, times + 1
    return total if times else None


def _parts(numeral: Token, language: ProseLanguage) -> list[Token]:
    scale = language.lexicon.scale
    beside = numeral.all_kids("compound", "nummod", "flat", "quantmod")
    return [kid for kid in beside if kid.pos == "NUM" or kid.lemma in scale]


def _first(numeral: Token, language: ProseLanguage) -> Token:
    return min((numeral, *_parts(numeral, language)), key=lambda one: one.i)


def _plain(text: str, language: ProseLanguage) -> float | None:
    """A number in figures, or in words up to a hundred or so."""
    if text[0].isdecimal():
        grouped = re.sub(r"[.,\s]", "", text) if _GROUPED.fullmatch(text) else text
        try:
            return float(grouped.replace(",", "."))
        except ValueError:
            return None
    words: Mapping[str, str] = words_of_time(language.code).slots["count"]
    found = words.get(text.lower(), "")
    return float(found) if found.isdecimal() else None


def _quantity(
    name: str, unit: str | None, number: _Number, text: str, language: ProseLanguage
) -> r.Quantity:
    """A number as the words before it bound it: "at least 12", "up to 30"."""
    value = int(number.value) if number.value == int(number.value) else number.value
    start = number.first.start
    before = " " + " ".join(text[max(0, start - _REACH) : start].lower().split())
    if any(before.endswith(f" {phrase}") for phrase in language.lexicon.at_least):
        return r.Quantity(name=name, low=value, unit=unit)
    if any(before.endswith(f" {phrase}") for phrase in language.lexicon.at_most):
        return r.Quantity(name=name, high=value, unit=unit)
    return r.Quantity(name=name, value=value, unit=unit)
