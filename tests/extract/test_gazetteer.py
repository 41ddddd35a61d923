"""The gazetteer against the list of the United Nations, the names of CLDR, and its own laws."""

from __future__ import annotations

import pytest
from babel import Locale

from timeline.extract.lexicon import gazetteer
from timeline.extract.lexicon.bodies import ARMED_GROUPS, MEDIA, ORGANISATIONS
from timeline.extract.lexicon.given_names import GIVEN_NAMES
from timeline.extract.lexicon.states import STATES

LANGUAGES = ("fr", "en")

# The 193 members of the United Nations and its two observers, by their codes of ISO 3166-1.
MEMBERS = """
AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH
CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN
GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC
LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP
NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV
SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW PS
"""

# Where CLDR prints what no text writes, or what is a given name as well.
NOT_AS_IN_CLDR = {"fr": {"DM", "MM", "MU", "HK", "MO"}, "en": {"CG", "MM", "VC", "HK", "MO"}}


def code(found: gazetteer.State | None) -> str | None:
    return None if found is None else found.code


def bodies() -> list[list[str]]:
    table = f"{ORGANISATIONS}{MEDIA}{ARMED_GROUPS}".replace("\n ", " ").replace(" ; ", "\n")
    return [row.split(" | ") for row in table.splitlines() if row]


# States -------------------------------------------------------------------------------------------


def test_every_member_of_the_united_nations_is_known() -> None:
    members = MEMBERS.split()
    assert len(set(members)) == 195
    codes = [known.code for known in gazetteer.states() if known.code]
    assert set(members) <= set(codes)
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_finds_its_state_and_no_other(language: str) -> None:
    for known in gazetteer.states():
        for name in known.names[language]:
            assert gazetteer.state(name, language) is known
            assert code(gazetteer.state(name.upper(), language)) == known.code, name
            assert gazetteer.state(name.replace("'", "’"), language) is known


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_names_of_cldr_are_known(language: str) -> None:
    territories = Locale(language).territories
    for known in gazetteer.states():
        if known.code and known.code not in NOT_AS_IN_CLDR[language]:
            name = territories[known.code].replace(" & ", " and ").replace("Congo - ", "Congo-")
            assert gazetteer.state(name, language) is known, name


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("États-Unis", "fr", "US"),
        ("Etats-Unis", "fr", "US"),
        ("ÉTATS-UNIS", "fr", "US"),
        ("ETATS-UNIS", "fr", "US"),
        ("Côte d’Ivoire", "fr", "CI"),
        ("Egypte", "fr", "EG"),
        ("île Maurice", "fr", "MU"),
        ("république d'Irlande", "fr", "IE"),
        ("Congo", "fr", "CG"),
        ("Congo", "en", "CD"),
        ("U.S.", "en", "US"),
        ("UK", "en", "GB"),
        ("Ivory Coast", "en", "CI"),
        ("Kosovo", "fr", ""),
        ("URSS", "fr", ""),
        ("Germany", "fr", None),
        ("us", "en", None),
        ("iran", "fr", None),
        ("Maurice", "fr", None),
        ("Dominique", "fr", None),
        ("Hollande", "fr", None),
        ("Bordeaux", "fr", None),
    ],
)
def test_a_name_in_a_text(name: str, language: str, expected: str | None) -> None:
    assert code(gazetteer.state(name, language)) == expected


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("Téhéran", "fr", "IR"),
        ("Tehran", "en", "IR"),
        ("Washington", "fr", "US"),
        ("Mexico", "fr", "MX"),
        ("Mexico", "en", None),
        ("N’Djamena", "fr", "TD"),
        ("PÉKIN", "fr", "CN"),
        ("Bruxelles", "fr", None),
        ("Brussels", "en", None),
        ("Tehran", "fr", None),
        ("Lyon", "fr", None),
    ],
)
def test_a_capital_stands_for_its_government(
    name: str, language: str, expected: str | None
) -> None:
    assert code(gazetteer.by_capital(name, language)) == expected


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("iranien iranienne iraniens iraniennes", "fr", "IR"),
        ("américain américaine américains américaines", "fr", "US"),
        ("français française françaises", "fr", "FR"),
        ("grec grecque grecs grecques", "fr", "GR"),
        ("turc turque turcs turques", "fr", "TR"),
        ("belge belges", "fr", "BE"),
        ("coréen kurde européen grand", "fr", None),
        ("iranian iranians", "en", "IR"),
        ("french frenchmen", "en", "FR"),
        ("chinese", "en", "CN"),
        ("american americans u.s. us", "en", "US"),
        ("british britons uk", "en", "GB"),
        ("chineses frenchs europeans pole iranien", "en", None),
    ],
)
def test_the_words_for_a_people(words: str, language: str, expected: str | None) -> None:
    for word in words.split():
        assert code(gazetteer.by_demonym(word, language)) == expected, word


def test_capitals_and_words_for_peoples_belong_to_one_state() -> None:
    rows = [row.split("|") for row in STATES.strip().replace("\n ", " ").splitlines()]
    assert {len(row) for row in rows} == {7}
    for column, separator in ((3, None), (4, None), (5, ", "), (6, ", ")):
        words = [
            word
            for row in rows
            if row[column].strip()
            for word in row[column].strip().split(separator)
        ]
        assert sorted(words) == sorted(set(words))


# Bodies -------------------------------------------------------------------------------------------


def test_every_name_of_a_body_finds_that_body_and_no_state() -> None:
    for names in bodies():
        for name in names:
            found = gazetteer.organisation(name)
            assert found is not None
            assert found.name == names[0], name
            assert not any(gazetteer.state(name, language) for language in LANGUAGES), name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ONU", ("Organisation des Nations unies", "organisation", False)),
        ("UN", ("Organisation des Nations unies", "organisation", False)),
        (
            "Organisation du traité de l’Atlantique nord",
            ("Organisation du traité de l'Atlantique nord",),
        ),
        ("NATO", ("Organisation du traité de l'Atlantique nord",)),
        ("European Union", ("Union européenne",)),
        ("Elysée", ("Élysée", "organisation", False)),
        ("White House", ("Maison-Blanche",)),
        ("Le Monde", ("Le Monde", "organisation", True)),
        ("The New York Times", ("New York Times", "organisation", True)),
        ("Reuters", ("Reuters", "organisation", True)),
        ("talibans", ("Talibans", "armed_group", False)),
        ("al-Qaeda", ("Al-Qaïda", "armed_group", False)),
        ("Etat islamique", ("État islamique", "armed_group", False)),
        ("Daech", ("État islamique", "armed_group", False)),
        ("SpaceX", ("SpaceX", "organisation", False)),
    ],
)
def test_a_body_in_a_text(name: str, expected: tuple[object, ...]) -> None:
    found = gazetteer.organisation(name)
    assert found is not None
    assert found[: len(expected)] == expected


@pytest.mark.parametrize(
    "name", ["Monde", "Time", "le Monde", "apple", "who", "Syndicat des boulangers", ""]
)
def test_no_body(name: str) -> None:
    assert gazetteer.organisation(name) is None


def test_what_begins_in_lower_case_is_the_beginning_of_a_name() -> None:
    known = [name.lower() for names in bodies() for name in names]
    known += [
        name.lower()
        for found in gazetteer.states()
        for names in found.names.values()
        for name in names
    ]
    for word in gazetteer.LOWER_CASE:
        assert any(name.startswith(word) for name in known), word


# Given names --------------------------------------------------------------------------------------


def test_given_names() -> None:
    for name in ("Elon", "Amir", "Ségolène", "Vladimir", "Jean-Luc", "Élise"):
        assert gazetteer.is_given_name(name), name
    for name in ("Musk", "elon", "Saint-Denis", "Iran", "Rose", "", "-", "Jean-"):
        assert not gazetteer.is_given_name(name), name
    names = GIVEN_NAMES.split()
    assert sorted(names) == sorted(set(names))
    assert all(name[0].isupper() for name in names)
