"""Well-known names: organisations, media and armed groups, and which words are given names.

They are of all languages. Looked up is the form as it stands in the text, without an article in
front; see `languages.states`, which has the names of states.

known   which actors the states and large organisations are
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

from timeline.extract.languages.rows import rows
from timeline.extract.languages.states import plain, with_variants

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.records import ActorKind


class Body(NamedTuple):
    """An organisation, a medium or an armed group.

    name: the usual one.
    kind: what kind of actor it is.
    is_media: whether it is one that reports: a newspaper, a broadcaster, a news agency.
    wikidata: the identifier of one that is known from the start; "" for all others.
    """

    name: str
    kind: ActorKind
    is_media: bool
    wikidata: str = ""


def organisation(name: str) -> Body | None:
    """Find a well-known body by a name or an acronym; None if it is not known."""
    return _bodies().get(plain(name))


def begins(word: str, language: ProseLanguage) -> bool:
    """Whether a name of a state, a capital or a body begins with a word.

    That is a quick look before the long ones.
    """
    return plain(word) in _beginnings(language)


def is_given_name(name: str) -> bool:
    """Whether a word with its capital is a given name; of a compound ("Jean-Luc") every part."""
    known = _given_names()
    return all(part in known for part in name.split("-"))


def gender_of(name: str) -> str:
    """Return the gender of a given name: `Masc`, `Fem`, or "" where it is not known; of a compound
    that of its first part.
    """
    first = name.partition("-")[0]
    known = _given_names().get(first)
    return _genders().get(first, "") if known is None else known


@lru_cache
def _beginnings(language: ProseLanguage) -> frozenset[str]:
    states = language.states
    firsts = {name.split(" ")[0] for name in (*_bodies(), *states.names, *states.seats)}
    firsts |= {first.partition("'")[0] + "'" for first in firsts if "'" in first}
    return frozenset(firsts | {first.partition("-")[0] for first in firsts})


@lru_cache(maxsize=1)
def _given_names() -> dict[str, str]:
    return dict(rows(__name__, "given_names.tsv"))


@lru_cache(maxsize=1)
def _genders() -> dict[str, str]:
    return dict(rows(__name__, "genders.tsv"))


@lru_cache(maxsize=1)
def names_of_bodies() -> dict[str, dict[str, str]]:
    """Give body -> its further names, each with the language in which it is usual, if any."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for name, columns in rows(__name__, "bodies.tsv"):
        kind, *more = columns.split("\t")
        if kind == "name":
            found[more[0]][name] = "".join(more[1:])
    return found


@lru_cache(maxsize=1)
def _bodies() -> dict[str, Body]:
    found: dict[str, Body] = {}
    for name, columns in rows(__name__, "bodies.tsv"):
        kind, *more = columns.split("\t")
        if kind == "name":
            found[name] = found[more[0]]
        elif kind == "media":
            found[name] = Body(name, "organisation", is_media=True)
        else:
            found[name] = Body(
                name, cast("ActorKind", kind), is_media=False, wikidata="".join(more)
            )
    return with_variants(found)
