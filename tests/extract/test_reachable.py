"""No row of words is dead: each can be met by the look-up that its list is for.

What is looked up is a token as the model's tokenizer parts a text, as its form in lower case or as
its lemma; of a verb also with its reflexive pronoun or its particle.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pytest
from spacy.tokens import Doc

from timeline.extract.languages import LANGUAGES, prose_language
from timeline.extract.languages.lexicon import Lexicon
from timeline.extract.languages.rows import rows
from timeline.extract.parse import model

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

VERBS = ("VERB", "AUX")
NOUNS = ("NOUN", "PROPN", "ADJ")
# List -> the parts of speech whose lemmas are looked up in it; () where forms are.
BY_LEMMA = {
    "verbs": VERBS,
    "nouns": ("NOUN",),
    "stative": VERBS,
    "aspect": VERBS,
    "occurrence": VERBS,
    "support": VERBS,
    "using": VERBS,
    "causing": VERBS,
    "minding": VERBS,
    "showing": VERBS,
    "singular": ("NOUN",),
    "feeling": VERBS,
    "deciding": VERBS,
    "lawmaking": NOUNS,
    "traded": NOUNS,
    "protesting": NOUNS,
    "learning": VERBS,
    "compelling": VERBS,
    "enabled": ("ADJ",),
    "needed": ("ADJ",),
    "performed": VERBS,
    "undergoing": VERBS,
    "saying": VERBS,
    "declining": VERBS,
    "charging": VERBS,
    "failing": VERBS,
    "preventing": VERBS,
    "of_people": VERBS,
    "modal": VERBS,
    "ending": ("VERB", "NOUN"),
    "locality": NOUNS,
    "counted": ("VERB", "NOUN", "ADJ"),
    "scale": ("NOUN", "NUM"),
    "cancelling": VERBS,
    "with_be": VERBS,
    "holding": ("NOUN",),
    "noun_mood": ("NOUN",),
    "planned": ("ADJ", "VERB"),
    "comment": ("NOUN", "VERB"),
    "document": (*NOUNS, "PRON"),
    "title": NOUNS,
    "epithet": NOUNS,
    "rank": ("ADJ", "NOUN"),
    "office": NOUNS,
    "of_deeds": NOUNS,
    "heard": VERBS,
    "continuing": VERBS,
    "answering": VERBS,
    "replying": VERBS,
    "hearing": NOUNS,
    "superseded": ("ADJ", "ADV"),
    "sexed": NOUNS,
    "group": NOUNS,
    "government": NOUNS,
    "pair": NOUNS,
    "predicate": ("ADJ",),
    "seen": VERBS,
    "with_content": VERBS,
    "naming": VERBS,
    "remains": ("NOUN",),
    "bidding": VERBS,
    "campaigning": (*VERBS, "NOUN"),
    "mishap": ("NOUN",),
    "body": NOUNS,
    "further": ("ADV", "ADJ", "DET"),
    "sentencing": VERBS,
    "by_people": VERBS,
    "calling": VERBS,
    "depicting": VERBS,
    "weapon": ("NOUN",),
    "fault": ("NOUN",),
    "standing": ("NOUN",),
    "aiming": VERBS,
    "bearing": ("NOUN",),
    "citing": VERBS,
    "false": ("ADJ",),
    "guilty": ("ADJ",),
    "innocent": ("ADJ",),
    "true": ("ADJ",),
    "kin": ("NOUN",),
    "quantity": ("NOUN",),
    "occasion": ("NOUN",),
    "unspared": ("NOUN",),
    "perceiving": VERBS,
    "ceasing": VERBS,
    "client": NOUNS,
    "disputing": VERBS,
    "offending": VERBS,
    "striving": VERBS,
    "engaging": VERBS,
    "granting": VERBS,
    "spell": ("NOUN",),
    "limb": ("NOUN",),
}
BY_FORM = {
    *(
        "possibly",
        "contrasting",
        "label",
        "soon",
        "earlier",
        "research",
        "alleged",
        "hearsay",
        "said",
        "says",
        "first_person",
        "honorific",
        "clipped",
        "order_in_pair",
        "two",
    ),
    *(
        "one_of",
        "born",
        "slow",
        "not_held",
        "share",
        "enforcing",
        "outcome",
        "capitalised",
        "claiming",
        "reason",
        "uncertain",
        "aside",
        "even",
        "till",
        "stoppage",
        "labour",
        "vehicle",
        "barring",
        "controlling",
        "pleading",
        "other_people",
        "pronoun",
        "almost",
        "reader",
        "currency",
        "anyone",
        "habitual",
        "voting",
        "playing",
        "platform",
        "unspecific",
        "another",
    ),
}
# Lists of words in several tokens, which are joined or looked for in the text.
PHRASES = ("according", "at_least", "at_most", "instead", "pending", "topic", "viewing", "wrongly")
# Verbs that are looked up with what makes them another verb: "se tenir", "break out".
WHOLE = {
    *("verbs", "stative", "aspect", "occurrence", "support", "saying", "declining", "charging"),
    *("failing", "preventing", "ending", "seen", "with_content", "campaigning", "feeling"),
}
# What follows from the rows of another list.
DERIVED = {"idiomatic", "nothing"}
# Lists of which the second is asked wherever the first is.
ASKED_TOO = (("epithet", "title"), ("undergoing", "support"))
ENDINGS = ("", "s", "x", "d", "ed", "ing")


def entries(code: str, name: str) -> Iterator[str]:
    """The words of a list, each as often as it stands in the rows."""
    package = prose_language(code).package
    if name in ("verbs", "nouns", "idioms"):
        yield from (word for word, _ in rows(package, f"{name}.tsv"))
    else:
        found = (*rows(package, "words.tsv"), *rows(package, "people.tsv"))
        yield from (word for word, columns in found if columns.partition("\t")[0] == name)


@lru_cache
def tokens(code: str, text: str) -> list[str]:
    return [token.text for token in model(prose_language(code)).tokenizer(text)]


def is_form(code: str, word: str) -> bool:
    """Whether a text can hold a word as one token; an elided one stands before another."""
    return tokens(code, f"{word}est" if word.endswith("'") else word)[0] == word


@lru_cache
def lemma(code: str, form: str, pos: str) -> str:
    pipeline: Any = model(prose_language(code))
    doc = Doc(pipeline.vocab, words=[form])
    doc[0].pos_ = pos
    return str(pipeline.get_pipe("lemmatizer").lemmatize(doc[0])[0])


def is_lemma(code: str, word: str, kinds: Iterable[str]) -> bool:
    """Whether a token of such a kind can have a lemma; what a hyphen parts is joined again."""
    if "-" in word and not is_form(code, word):
        return all(is_form(code, part) for part in word.split("-"))
    return is_form(code, word) and any(
        lemma(code, word + ending, kind) == word for kind in kinds for ending in ENDINGS
    )


def bare(code: str, word: str) -> str:
    """A verb without its reflexive pronoun or its particle."""
    reflexive = prose_language(code).reflexive
    if reflexive:
        return word.removeprefix(f"{reflexive} ")
    return word.partition(" ")[0] if word.count(" ") == 1 else word


def is_met(code: str, name: str, word: str) -> bool:
    if name in BY_FORM:
        return is_form(code, word)
    if name in PHRASES:  # prepositions of several words are joined
        return all(is_form(code, part) for part in re.findall(r"[^ ']+'?", word))
    if name == "nouns":  # what stands beside a noun may make another of it: "hunger strike"
        beside, _, word = word.rpartition(" ")
        if beside and not is_form(code, beside):
            return False
    return is_lemma(code, bare(code, word) if name in WHOLE else word, BY_LEMMA[name])


def test_every_list_says_here_how_it_is_looked_up() -> None:
    assert {*BY_LEMMA, *BY_FORM, *PHRASES, "idioms", *DERIVED} == set(Lexicon._fields)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", sorted({*BY_LEMMA, *BY_FORM, *PHRASES}))
def test_every_word_is_met_by_its_look_up(code: str, name: str) -> None:
    assert [word for word in entries(code, name) if not is_met(code, name, word)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_idiom_is_met_as_a_word_and_what_stands_beside_it(code: str) -> None:
    pairs = [key.split("+") for key in entries(code, "idioms")]
    assert [
        (verb, beside)
        for verb, beside in pairs
        if not (
            is_lemma(code, bare(code, verb), (*VERBS, "NOUN", "ADJ"))
            and all(is_form(code, part) for part in beside.split())
        )
    ] == []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", sorted({*BY_LEMMA, *BY_FORM, *PHRASES, "idioms"}))
def test_no_word_stands_twice_in_its_list(code: str, name: str) -> None:
    words = list(entries(code, name))
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_list_hides_a_word_of_another(code: str) -> None:
    lexicon = prose_language(code).lexicon
    for first, second in ASKED_TOO:
        assert sorted(set(getattr(lexicon, first)) & set(getattr(lexicon, second))) == []
