"""Who is known from the start: the states of the world and the large organisations.

The key of such an actor is one of its identifiers ("iso3166/IR"), so it is one in all articles and
databases. It is in a database once something speaks of it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from timeline import records as r
from timeline.extract.gazetteer import names_of_bodies
from timeline.extract.languages import LANGUAGES, prose_language
from timeline.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.extract.gazetteer import Body
    from timeline.extract.languages.states import State


@lru_cache(maxsize=512)
def known_state(state: State) -> r.Actor | None:
    """Give the actor that a state is; None if it has no code.

    Its further names are those in the other languages of articles; what all languages call it
    `languages.lands` knows.

    Args:
        state: as a language names it.
    """
    if not state.code:
        return None
    named = {code: prose_language(code).states.coded(state.code) for code in LANGUAGES}
    others = [r.Name(other.name, language=code) for code, other in named.items() if other]
    return _actor("iso3166", state.code, state.name, "state", others)


@lru_cache(maxsize=512)
def known_body(body: Body, language: str) -> r.Actor | None:
    """Give the actor that a large organisation is; None if it is none.

    Args:
        body: as the gazetteer has it.
        language: the code of that in which it is to be named.
    """
    if not body.wikidata:
        return None
    further = names_of_bodies()[body.name]
    usual = {of: name for name, of in further.items() if of}
    others = [r.Name(body.name)]
    others += [r.Name(name, kind="acronym" if name.isupper() else "alias") for name in further]
    return _actor("wikidata", body.wikidata, usual.get(language, body.name), body.kind, others)


def _actor(
    scheme: str, value: str, name: str, kind: r.ActorKind, others: Iterable[r.Name]
) -> r.Actor:
    further = {fold(other.text): other for other in reversed([*others]) if other.text != name}
    further.pop(fold(name), None)
    return r.Actor(
        key=f"{scheme}/{value}",
        name=name,
        kind=kind,
        names=tuple(further[folded] for folded in sorted(further)),
        identifiers={scheme: value},
        mention=True,
    )
