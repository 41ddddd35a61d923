"""The lexicon: its tables hold what the records allow, each word once, and give what a reader
expects.
"""

from __future__ import annotations

from itertools import chain
from typing import get_args

import pytest

from timeline.extract.lexicon import english, french, gazetteer
from timeline.extract.lexicon.events import Sense, idioms, noun_sense, parsed, verb_sense
from timeline.records import EventType, Role

TABLES = [(module, name) for module in (french, english) for name in ("VERBS", "NOUNS", "IDIOMS")]
SIZES = {"fr": (700, 450), "en": (500, 350)}


@pytest.mark.parametrize(("module", "name"), TABLES)
def test_every_type_and_role_is_one_of_the_records(module: object, name: str) -> None:
    """The tables are plain text: nothing but this checks that their words are those of the
    records.
    """
    for word, sense in parsed(getattr(module, name)).items():
        assert sense.type in get_args(EventType), word
        roles = (sense.subject, sense.object, *(role for _, role in sense.complements))
        assert set(roles) <= {None, *get_args(Role)}, word
        assert len(dict(sense.complements)) == len(sense.complements), word


@pytest.mark.parametrize("module", [french, english])
def test_every_type_has_words(module: object) -> None:
    senses = chain.from_iterable(
        parsed(getattr(module, name)).values() for name in ("VERBS", "NOUNS")
    )
    assert {sense.type for sense in senses} == set(get_args(EventType))


@pytest.mark.parametrize(("language", "module"), [("fr", french), ("en", english)])
def test_the_tables_are_large_enough_for_news(language: str, module: object) -> None:
    verbs, nouns = SIZES[language]
    assert len(parsed(getattr(module, "VERBS"))) >= verbs  # noqa: B009 - the two modules have no type in common
    assert len(parsed(getattr(module, "NOUNS"))) >= nouns  # noqa: B009


@pytest.mark.parametrize("language", ["fr", "en"])
def test_idioms_are_pairs(language: str) -> None:
    assert all(verb and noun and "+" not in noun for verb, noun in idioms(language))


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
        ("en", "elect", "ELECTION", "agent", "recipient"),
    ],
)
def test_verbs(language: str, verb: str, kind: str, subject: str, target: str | None) -> None:
    sense = verb_sense(verb, language)
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
    sense = noun_sense(noun, language)
    assert sense is not None
    assert sense.type == kind
    assert sense.complement(preposition) == role


def test_support_verbs_that_mean_something_with_their_noun() -> None:
    assert idioms("fr")["trouver", "mort"].type == "DEATH"
    assert idioms("fr")["prendre", "otage"].type == "COERCE"
    assert idioms("fr")["porter", "plainte"].type == "TRIAL"
    assert idioms("en")["take", "office"].type == "APPOINTMENT"


def test_a_reflexive_verb_means_what_the_verb_means_unless_it_is_listed() -> None:
    assert verb_sense("se rendre", "fr") != verb_sense("rendre", "fr")
    assert verb_sense("se assassiner", "fr") == verb_sense("assassiner", "fr")
    assert verb_sense("se meet", "en") is None


def test_what_names_no_event() -> None:
    assert verb_sense("appartenir", "fr") is None
    assert noun_sense("table", "fr") is None
    assert verb_sense("meet", "de") is None
    assert not idioms("de")


def test_weak_words_are_marked() -> None:
    table = parsed(
        "?OTHER agent -: ouvrir # a remark\n    se_ouvrir\n\nDEATH victim - de=victim: mourir"
    )
    assert table["ouvrir"] == table["se ouvrir"] == Sense("OTHER", "agent", None, (), weak=True)
    assert table["mourir"] == Sense("DEATH", "victim", None, (("de", "victim"),))


@pytest.mark.parametrize("text", ["DEATH victim -: mourir mourir", "mourir périr"])
def test_a_table_that_is_wrong_says_where(text: str) -> None:
    with pytest.raises(ValueError, match="mourir"):
        parsed(text)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_name_belongs_to_two_states(language: str) -> None:
    names = [name for state in gazetteer.states() for name in state.names[language]]
    assert len(names) == len(set(names))
    codes = [state.code for state in gazetteer.states() if state.code]
    assert len(codes) == len(set(codes))


def test_every_state_is_found_by_each_of_its_names() -> None:
    assert len(gazetteer.states()) > 190
    for state in gazetteer.states():
        for language in ("fr", "en"):
            assert state.names[language], state
            assert all(gazetteer.state(name, language) is state for name in state.names[language])


@pytest.mark.parametrize(
    ("form", "language", "code"),
    [
        ("États-Unis", "fr", "US"),
        ("Etats-Unis", "fr", "US"),
        ("Côte d’Ivoire", "fr", "CI"),
        ("UK", "en", "GB"),
    ],
)
def test_states_by_name(form: str, language: str, code: str) -> None:
    found = gazetteer.state(form, language)
    assert found is not None
    assert found.code == code


def test_states_by_capital_and_by_people() -> None:
    iran = gazetteer.state("Iran", "fr")
    assert iran is not None
    assert gazetteer.by_capital("Téhéran", "fr") is gazetteer.by_demonym("iraniennes", "fr") is iran
    assert gazetteer.by_capital("Tehran", "en") is gazetteer.by_demonym("iranian", "en") is iran
    assert gazetteer.state("us", "en") is None


def test_bodies_and_given_names() -> None:
    press = gazetteer.organisation("Agence France-Presse")
    assert press is not None
    assert press.is_media
    assert gazetteer.organisation("AFP") is press
    group = gazetteer.organisation("Boko Haram")
    assert group is not None
    assert group.kind == "armed_group"
    assert gazetteer.is_given_name("Jean-Luc")
    assert not gazetteer.is_given_name("Paris")
