"""The gazetteer against the list of the United Nations, the names of CLDR, and its own laws."""

from __future__ import annotations

import pytest
from babel import Locale

from timeline.extract import gazetteer
from timeline.extract.gazetteer import organisation
from timeline.extract.gazetteer.known import known_body, known_state
from timeline.extract.languages import LANGUAGES, prose_language
from timeline.extract.languages.lands import lands, lands_called
from timeline.extract.languages.rows import rows
from timeline.extract.languages.states import State, States
from timeline.names import fold

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
NOT_AS_IN_CLDR = {
    "fr": {"DM", "HK", "MF", "MM", "MO", "MS", "MU"},
    "en": {"CG", "HK", "JE", "MF", "MM", "MO", "MS", "SH", "VC"},
}


def code(found: State | None) -> str | None:
    return None if found is None else found.code


def states(language: str) -> States:
    return prose_language(language).states


def state_rows(language: str) -> list[list[str]]:
    found = rows(prose_language(language).package, "states.tsv")
    return [[word, *columns.split("\t")] for word, columns in found]


# States -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_of_the_united_nations_is_known(language: str) -> None:
    members = MEMBERS.split()
    assert len(set(members)) == 195
    codes = [row[2] for row in state_rows(language) if row[1] == "state" and len(row) > 2]
    assert set(members) <= set(codes)
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_finds_its_state_and_no_other(language: str) -> None:
    known = states(language)
    for name, what, *value in state_rows(language):
        if what in ("state", "name"):
            found = known.named(name)
            assert found is not None
            assert found.name == (name if what == "state" else value[0])
            assert known.named(name.upper()) == known.named(name.replace("'", "’")) == found, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_names_of_cldr_are_known(language: str) -> None:
    territories = Locale(language).territories
    known = states(language)
    for found in set(known.names.values()):
        if found.code and found.code not in NOT_AS_IN_CLDR[language]:
            name = territories[found.code].replace(" & ", " and ").replace("Congo - ", "Congo-")
            assert known.named(name) is found, name


def test_every_land_of_iso_3166_is_known_in_all_languages() -> None:
    """The standard has 249 codes; what any language of CLDR calls a land leads to it. Reading all
    leaves the languages as they are to whoever reads one later.
    """
    called = lands_called()
    assert Locale("nn").decimal_formats
    assert Locale("fr", "CA").datetime_skeletons["y"]
    for language in ("en", "fr", "ru", "ar", "ja"):
        found = lands(language)
        assert len(found) == 249
        assert set(MEMBERS.split()) <= set(found)
        for land, name in found.items():
            assert land in called[fold(name)], name
    for language in LANGUAGES:
        assert {state.code for state in states(language).names.values()} - {""} == {*lands("en")}


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("Guyane", "fr", "GF"),
        ("Guyana", "fr", "GY"),
        ("Malouines", "fr", "FK"),
        ("Falklands", "en", "FK"),
        ("Saint-Martin", "fr", None),
        ("Montserrat", "en", None),
        ("Réunion", "fr", None),
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
    assert code(states(language).named(name)) == expected


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
    assert code(states(language).seated(name)) == expected


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
        assert code(states(language).people.get(word)) == expected, word


@pytest.mark.parametrize("language", LANGUAGES)
def test_seats_and_words_for_peoples_belong_to_one_state(language: str) -> None:
    for kind in ("seat", "people"):
        words = [word for word, what, *_ in state_rows(language) if what == kind]
        assert sorted(words) == sorted(set(words))


# Bodies -------------------------------------------------------------------------------------------


def body_rows() -> list[list[str]]:
    return [
        [name, *columns.split("\t")] for name, columns in rows(gazetteer.__name__, "bodies.tsv")
    ]


def test_every_name_of_a_body_finds_that_body_and_no_state() -> None:
    for name, kind, *body in body_rows():
        found = gazetteer.organisation(name)
        assert found is not None
        assert found.name == (body[0] if kind == "name" else name)
        assert not any(states(language).named(name) for language in LANGUAGES), name


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


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("talibans Talibans Iran L' Moscou ONU", "fr", True),
        ("Moscow al-Qaeda", "en", True),
        ("syndicat monde", "fr", False),
        ("Téhéran", "en", False),
    ],
)
def test_how_a_name_begins(words: str, language: str, expected: bool) -> None:
    for word in words.split():
        assert gazetteer.begins(word, prose_language(language)) is expected, word


# Who is known from the start ----------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_state_is_one_actor_in_all_languages(language: str) -> None:
    """The actors of one key differ in what they are called first, and know each other's names."""
    for state in set(states(language).names.values()):
        found = known_state(state)
        if found is None:
            assert state.code == ""
            continue
        assert (found.key, found.identifiers) == (f"iso3166/{state.code}", {"iso3166": state.code})
        assert (found.kind, found.mention, found.name) == ("state", True, state.name)
        called = {fold(name) for name in (found.name or "", *(name.text for name in found.names))}
        for other in LANGUAGES:
            named = states(other).coded(state.code)
            assert named is not None
            assert fold(named.name) in called


def test_large_organisations_are_one_actor_each() -> None:
    large = {body for name, *_ in body_rows() if (body := organisation(name)) and body.wikidata}
    assert len({body.wikidata for body in large}) == len(large) > 20
    for body in large:
        french, english = known_body(body, "fr"), known_body(body, "en")
        assert french is not None
        assert english is not None
        assert french.key == english.key == f"wikidata/{body.wikidata}"
        names = [
            {fold(n) for n in (a.name or "", *(x.text for x in a.names))} for a in (french, english)
        ]
        assert names[0] == names[1]
        assert {fold(name) for name, kind, *of in body_rows() if of[:1] == [body.name]} <= names[0]


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("UN", "en", "United Nations"),
        ("Nations unies", "fr", "ONU"),
        ("Otan", "fr", "OTAN"),
        ("NATO", "en", "NATO"),
        ("FMI", "fr", "Fonds monétaire international"),
        ("Interpol", "en", "Interpol"),
        ("Hamas", "en", None),
        ("Le Monde", "fr", None),
    ],
)
def test_what_a_large_organisation_is_called(
    name: str, language: str, expected: str | None
) -> None:
    body = organisation(name)
    assert body is not None
    found = known_body(body, language)
    assert (found and found.name) == expected


# Given names --------------------------------------------------------------------------------------


def test_given_names() -> None:
    for name in ("Elon", "Amir", "Ségolène", "Vladimir", "Jean-Luc", "Élise"):
        assert gazetteer.is_given_name(name), name
    for name in ("Musk", "elon", "Saint-Denis", "Iran", "Rose", "", "-", "Jean-"):
        assert not gazetteer.is_given_name(name), name
    names = [name for name, _ in rows(gazetteer.__name__, "given_names.tsv")]
    assert sorted(names) == sorted(set(names))
    assert all(name[0].isupper() for name in names)
