"""What the names of states and well-known bodies stand for, and which words are given names.

Looked up is the form as it stands in the text, without an article in front. A typographic apostrophe counts as the
plain one; all capitals, and capitals without their accents ("Etats-Unis"), count as the name. Otherwise case tells:
"US" is a state and "us" is none. The tables are read at the first question.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from timeline.extract.lexicon.bodies import ARMED_GROUPS, MEDIA, ORGANISATIONS
from timeline.extract.lexicon.given_names import GIVEN_NAMES
from timeline.extract.lexicon.states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeVar

    from timeline.records import ActorKind

    T = TypeVar("T")

# The first words, in lower case, of names that a text may begin in lower case: "les talibans", "l'île Maurice".
# Whether a hyphen parts words depends on the model, so "al" stands beside "al-qaïda".
# fmt: off
LOWER_CASE = frozenset({
    "talibans", "taliban", "houthis", "houthistes", "shebab", "shebabs", "chabab", "peshmergas", "peshmerga",
    "pasdarans", "pasdaran", "al", "al-qaïda", "al-qaida", "al-qaeda", "al-nosra", "al-shabaab", "al-shabab",
    "al-jazeera", "al-jazira", "anti-balaka", "moudjahidines", "gardiens", "île", "îles", "république",
})
# fmt: on

_LANGUAGES = ("fr", "en")
_PLAIN = str.maketrans("ÀÂÄÅÇÉÈÊËÎÏÔÖÙÛÜ", "AAAACEEEEIIOOUUU")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ", "'"))
# English words for peoples that make no plural by adding an s.
_NO_PLURAL = ("ese", "ish", "ch", "ss", "is", "man", "men", "us", ".")


class State(NamedTuple):
    """A state, present or past.

    Attributes:
        code: the alpha-2 code of ISO 3166-1; "" if it has none.
        names: language -> names without article, the usual one first.
    """

    code: str
    names: dict[str, tuple[str, ...]]


class Body(NamedTuple):
    """An organisation, a medium or an armed group.

    Attributes:
        name: the usual full name.
        kind: what kind of actor it is.
        is_media: whether it is one that reports: a newspaper, a broadcaster, a news agency.
    """

    name: str
    kind: ActorKind
    is_media: bool


class _Tables(NamedTuple):
    """Language -> form -> state, for each way of speaking of one."""

    states: tuple[State, ...]
    names: dict[str, dict[str, State]]
    capitals: dict[str, dict[str, State]]
    demonyms: dict[str, dict[str, State]]


def states() -> tuple[State, ...]:
    """Give all states that are known, in the order of the table."""
    return _tables().states


def state(name: str, language: str) -> State | None:
    """Find the state of a name; None if it names none.

    Args:
        name: as it stands in the text, without article: "Iran", "Etats-Unis", "U.S.".
        language: "fr" or "en".
    """
    return _tables().names[language].get(name.translate(_APOSTROPHES))


def by_capital(name: str, language: str) -> State | None:
    """Find the state whose government is called by the name of a capital: "Téhéran", "Washington".

    Args:
        name: as it stands in the text.
        language: "fr" or "en".
    """
    return _tables().capitals[language].get(name.translate(_APOSTROPHES))


def by_demonym(word: str, language: str) -> State | None:
    """Find the state of an adjective or of a noun for its people; None too if it may be any of several.

    Args:
        word: in lower case, in any gender and number: "iraniennes", "american".
        language: "fr" or "en".
    """
    return _tables().demonyms[language].get(word)


def organisation(name: str) -> Body | None:
    """Find a well-known body by a name or an acronym, French or English; None if it is not known."""
    return _bodies().get(name.translate(_APOSTROPHES))


def begins(word: str) -> bool:
    """Whether a name of a state, a capital or a body begins with a word: a quick look before the long ones."""
    return word.translate(_APOSTROPHES) in _beginnings()


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    tables = _tables()
    states = [
        name
        for table in (tables.names, tables.capitals)
        for names in table.values()
        for name in names
    ]
    firsts = {name.split(" ")[0] for name in (*_bodies(), *states)}
    return frozenset(firsts | {first.partition("'")[0] + "'" for first in firsts if "'" in first})


def is_given_name(name: str) -> bool:
    """Whether a word with its capital is a given name; of a compound ("Jean-Luc") every part has to be one."""
    known = _given_names()
    return all(part in known for part in name.split("-"))


# The tables ---------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    return frozenset(GIVEN_NAMES.split())


@lru_cache(maxsize=1)
def _bodies() -> dict[str, Body]:
    found: list[tuple[str, Body]] = []
    kinds: tuple[tuple[str, ActorKind, bool], ...] = (
        (ORGANISATIONS, "organisation", False),
        (MEDIA, "organisation", True),
        (ARMED_GROUPS, "armed_group", False),
    )
    for table, kind, is_media in kinds:
        for names in _rows(table.replace(" ; ", "\n")):
            body = Body(names[0], kind, is_media)
            found += [(name, body) for name in names]
    return _index(found)


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    known: list[State] = []
    names: dict[str, list[tuple[str, State]]] = {language: [] for language in _LANGUAGES}
    capitals: dict[str, list[tuple[str, State]]] = {language: [] for language in _LANGUAGES}
    demonyms: dict[str, dict[str, State]] = {language: {} for language in _LANGUAGES}
    for (
        code,
        french,
        english,
        french_words,
        english_words,
        french_capitals,
        english_capitals,
    ) in _rows(STATES):
        found = State("" if code == "-" else code, {"fr": _listed(french), "en": _listed(english)})
        known.append(found)
        for language, cities in (("fr", french_capitals), ("en", english_capitals)):
            names[language] += [(name, found) for name in found.names[language]]
            capitals[language] += [(city, found) for city in _listed(cities)]
        demonyms["fr"].update(dict.fromkeys(_inflected_french(french_words.split()), found))
        demonyms["en"].update(dict.fromkeys(_inflected_english(english_words.split()), found))
    return _Tables(
        tuple(known),
        {language: _index(pairs) for language, pairs in names.items()},
        {language: _index(pairs) for language, pairs in capitals.items()},
        demonyms,
    )


def _rows(table: str) -> Iterator[list[str]]:
    """The fields of each row; a line that begins with a space goes on with the row above."""
    for row in table.strip().replace("\n ", " ").splitlines():
        yield [field.strip() for field in row.split("|")]


def _listed(field: str) -> tuple[str, ...]:
    return tuple(field.split(", ")) if field else ()


def _index(pairs: Iterable[tuple[str, T]]) -> dict[str, T]:
    """Form -> what it names. A form that is a name goes before one that only follows from a name."""
    found = dict(pairs)
    for name, named in list(found.items()):
        capitals = name.upper()
        found.setdefault(capitals, named)
        if not name.isascii():
            found.setdefault(name.translate(_PLAIN), named)
            found.setdefault(capitals.translate(_PLAIN), named)
        first = name.split(" ", 1)[0].lower()
        if first in LOWER_CASE or first.split("-")[0] in LOWER_CASE:
            found.setdefault(name[0].lower() + name[1:], named)
    return found


def _inflected_french(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield word
        feminine = _feminine(word)
        yield feminine
        yield feminine + "s"
        if not word.endswith("s"):
            yield word + "s"


def _feminine(word: str) -> str:
    if word.endswith("en"):
        return word + "ne"
    # Feminines of words in c and k ("grec") are listed, and those in e and è have none of their own.
    return word if word.endswith(("e", "è", "é", "c", "k")) else word + "e"


def _inflected_english(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        form = word.replace("_", " ")
        yield form
        yield form.replace(" ", "-")
        if not form.endswith(_NO_PLURAL):
            yield form + "s"
