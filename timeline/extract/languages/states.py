"""The states of the world as a language names them; those without rows as CLDR names them.

Looked up is the form as it stands in the text, without an article in front. A typographic
apostrophe counts as the plain one; all capitals, and capitals without their accents
("Etats-Unis"), count as the name. Otherwise case tells: "US" is a state and "us" is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from timeline.extract.languages.lands import lands
from timeline.extract.languages.rows import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Named = TypeVar("Named")

_PLAIN = str.maketrans("ÀÂÄÅÇÉÈÊËÎÏÔÖÙÛÜ", "AAAACEEEEIIOOUUU")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ", "'"))


class State(NamedTuple):
    """A state, present or past.

    name: the usual one, without article.
    code: the alpha-2 code of ISO 3166-1; "" if it has none.
    """

    name: str
    code: str = ""


class States(NamedTuple):
    """Form -> state, for each way of speaking of one: its names, its people, its government."""

    names: Mapping[str, State]
    people: Mapping[str, State]
    seats: Mapping[str, State]

    def named(self, name: str) -> State | None:
        """Find the state of a name as it stands in the text: "Iran", "Etats-Unis", "U.S."."""
        return self.names.get(plain(name))

    def coded(self, code: str) -> State | None:
        """Find the state that has a code of ISO 3166-1."""
        return next((state for state in self.names.values() if state.code == code), None)

    def seated(self, name: str) -> State | None:
        """Find the state whose government is called by a place: "Téhéran", "Washington"."""
        return self.seats.get(plain(name))


def plain(name: str) -> str:
    """Return a name with plain apostrophes, as it is looked up."""
    return name if name.isascii() else name.translate(_APOSTROPHES)


def read_states(language: str, package: str, inflected: Callable[[str], Iterable[str]]) -> States:
    """Read the states from the rows of a language.

    Args:
        language: its code.
        package: its package.
        inflected: from a word for a people to its forms: "iranien" -> "iranienne", ...
    """
    own = [(word, *columns.split("\t")) for word, columns in rows(package, "states.tsv")]
    known = {word: State(word, *code) for word, what, *code in own if what == "state"}
    coded = {state.code for state in known.values()}
    known |= {
        plain(name): State(plain(name), code)
        for code, name in lands(language).items()
        if code not in coded
    }
    names = dict(known)
    people: dict[str, State] = {}
    seats: dict[str, State] = {}
    for word, what, *value in own:
        if what == "people":
            forms = [*inflected(word)]
            # A capital may stand without its accent: "un Egyptien".
            bare = (form[:1].upper().translate(_PLAIN).lower() + form[1:] for form in forms)
            people.update(dict.fromkeys((*bare, *forms), known[value[0]]))
        elif what != "state":
            {"name": names, "seat": seats}[what][word] = known[value[0]]
    return States(with_variants(names), people, with_variants(seats))


def with_variants(names: Mapping[str, Named]) -> dict[str, Named]:
    """Add what follows from names: all capitals, and capitals without accents.

    A form that is a name goes before one that only follows from a name.
    """
    found = dict(names)
    for name, named in names.items():
        capitals = name.upper()
        found.setdefault(capitals, named)
        if not name.isascii():
            found.setdefault(name.translate(_PLAIN), named)
            found.setdefault(capitals.translate(_PLAIN), named)
    return found
