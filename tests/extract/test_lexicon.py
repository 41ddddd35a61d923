"""The lexicon: its tables hold what the records allow, each word once, and give what a reader
expects.
"""

from __future__ import annotations

from itertools import chain
from typing import Any, get_args

import pytest

from timeline.extract.languages import LANGUAGES, prose_language
from timeline.extract.languages.lexicon import Lexicon, Saying
from timeline.extract.languages.senses import Sense, senses
from timeline.records import ActorKind, EventType, Modality, Role

SIZES = {"fr": (700, 450), "en": (500, 350)}
# What the value of a word may be, for each list whose words have one.
VALUES: dict[str, Any] = {
    "saying": get_args(Saying),
    "charging": get_args(Modality),
    "epithet": ("", "part"),
    "honorific": ("", "Masc", "Fem"),
    "sexed": ("Masc", "Fem"),
    "modal": get_args(Modality),
    "noun_mood": get_args(Modality),
    "group": get_args(ActorKind),
    "pair": ("person", "state", "side"),
    "order_in_pair": ("first", "last"),
}


def lexicon(language: str) -> Lexicon:
    return prose_language(language).lexicon


def events(language: str) -> chain[tuple[Any, Sense]]:
    known = lexicon(language)
    return chain(known.verbs.items(), known.nouns.items(), known.idioms.items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_and_role_is_one_of_the_records(language: str) -> None:
    """The rows are plain text: nothing but this checks that their words are those of the
    records.
    """
    for word, sense in events(language):
        assert sense.type in get_args(EventType), word
        roles = (sense.subject, sense.object, *(role for _, role in sense.complements))
        assert set(roles) <= {None, *get_args(Role)}, word
        assert len(dict(sense.complements)) == len(sense.complements), word


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_of_a_word_is_one_that_its_list_knows(language: str) -> None:
    known = lexicon(language)
    for name, values in VALUES.items():
        assert set(getattr(known, name).values()) <= set(values), name
    for form, pronoun in known.pronoun.items():
        assert pronoun.gender in ("", "Masc", "Fem"), form
        assert pronoun.of in ("person", "body", "any"), form


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_has_words(language: str) -> None:
    assert {sense.type for _, sense in events(language)} == set(get_args(EventType))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tables_are_large_enough_for_news(language: str) -> None:
    verbs, nouns = SIZES[language]
    assert len(lexicon(language).verbs) >= verbs
    assert len(lexicon(language).nouns) >= nouns


@pytest.mark.parametrize("language", LANGUAGES)
def test_idioms_are_pairs(language: str) -> None:
    assert all(verb and noun and "+" not in noun for verb, noun in lexicon(language).idioms)


@pytest.mark.parametrize(
    ("language", "verb", "kind", "subject", "target"),
    [
        ("fr", "rencontrer", "CONSULT", "participant", "participant"),
        ("fr", "se entretenir", "CONSULT", "participant", "participant"),
        ("fr", "tuer", "ASSAULT", "agent", "victim"),
        ("fr", "mourir", "DEATH", "victim", None),
        ("fr", "expulser", "COERCE", "agent", "recipient"),
        ("fr", "condamner", "ACCUSE", "agent", "recipient"),
        ("fr", "nommer", "APPOINTMENT", "agent", "recipient"),
        ("fr", "se rendre", "VISIT", "agent", "host"),
        ("fr", "démissionner", "RESIGNATION", "agent", None),
        ("en", "meet", "CONSULT", "participant", "participant"),
        ("en", "arrest", "COERCE", "agent", "recipient"),
        ("en", "accuse", "ACCUSE", "agent", "recipient"),
        ("en", "step down", "RESIGNATION", "agent", None),
        ("en", "elect", "ELECTION", "participant", "agent"),
    ],
)
def test_verbs(language: str, verb: str, kind: str, subject: str, target: str | None) -> None:
    sense = prose_language(language).verb(verb)
    assert sense is not None
    assert (sense.type, sense.subject, sense.object) == (kind, subject, target)


@pytest.mark.parametrize(
    ("language", "noun", "kind", "preposition", "role"),
    [
        ("fr", "arrestation", "COERCE", "de", "recipient"),
        ("fr", "rencontre", "CONSULT", "avec", "participant"),
        ("fr", "visite", "VISIT", "de", "agent"),
        ("fr", "assassinat", "ASSAULT", "de", "victim"),
        ("fr", "assassinat", "ASSAULT", "par", "agent"),
        ("fr", "pourparler", "CONSULT", "entre", "participant"),
        ("en", "meeting", "CONSULT", "with", "participant"),
        ("en", "murder", "ASSAULT", "of", "victim"),
        ("en", "resignation", "RESIGNATION", "of", "agent"),
        ("en", "resignation", "RESIGNATION", "near", None),
    ],
)
def test_nouns(language: str, noun: str, kind: str, preposition: str, role: str | None) -> None:
    sense = lexicon(language).nouns.get(noun)
    assert sense is not None
    assert sense.type == kind
    assert sense.complement(preposition) == role


def test_support_verbs_that_mean_something_with_their_noun() -> None:
    assert lexicon("fr").idioms["trouver", "mort"].type == "DEATH"
    assert lexicon("fr").idioms["prendre", "otage"].type == "COERCE"
    assert lexicon("fr").idioms["porter", "plainte"].type == "TRIAL"
    assert lexicon("en").idioms["take", "office"].type == "APPOINTMENT"


def test_a_reflexive_verb_means_what_the_verb_means_unless_it_is_listed() -> None:
    assert prose_language("fr").verb("se rendre") != prose_language("fr").verb("rendre")
    assert prose_language("fr").verb("se assassiner") == prose_language("fr").verb("assassiner")
    assert prose_language("en").verb("se meet") is None


def test_what_names_no_event() -> None:
    assert prose_language("fr").verb("appartenir") is None
    assert lexicon("fr").nouns.get("table") is None


def test_weak_words_are_marked() -> None:
    weak, strong = "?OTHER\tagent\t-", "DEATH\tvictim\t-\tde|par=victim"
    found = senses([("ouvrir", weak), ("mourir", strong)])
    assert found["ouvrir"] == Sense("OTHER", "agent", None, (), weak=True)
    assert found["mourir"][:3] == ("DEATH", "victim", None)
    assert [found["mourir"].complement(word) for word in ("de", "par", "à")] == [
        *("victim", "victim", None)
    ]


def test_a_word_that_stands_twice_is_named() -> None:
    with pytest.raises(ValueError, match="mourir"):
        senses([("mourir", "DEATH\tvictim\t-")] * 2)
