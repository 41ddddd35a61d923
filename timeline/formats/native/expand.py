"""From a block as people write it to the record that it stands for.

Pure; what no record can have becomes a flaw.
"""

from __future__ import annotations

from typing import Any

from msgspec.structs import asdict

from timeline.dates import parse
from timeline.errors import DataError, DateError, Message
from timeline.formats.native.quantities import parse_quantity
from timeline.formats.tree import Flaw
from timeline.records import (
    Actor,
    Claim,
    Event,
    Hop,
    Judgement,
    Name,
    Part,
    Place,
    PlaceName,
    Quantity,
    RefusedError,
)
from timeline.temporal.relative import parse_rule


def plain(block: Any, *left_out: str) -> dict[str, Any]:
    """Give the fields of a block that its record has as well."""
    return {name: value for name, value in asdict(block).items() if name not in left_out}


def actor_of(block: Any, collection: str) -> Actor:
    """Expand an actor's names: a bare text is an alias."""
    names = tuple(
        Name(text=name) if isinstance(name, str) else name for name in _listed(block.names)
    )
    return Actor(collection=collection, names=names, **plain(block, "names", "positions"))


def place_of(block: Any, collection: str) -> Place:
    """Expand a place's names: a bare text has no language and time."""
    names = tuple(
        PlaceName(text=name) if isinstance(name, str) else name for name in _listed(block.names)
    )
    return Place(collection=collection, names=names, **plain(block, "names"))


def judgement_of(block: Any, collection: str) -> tuple[Judgement, list[Flaw]]:
    """Expand a judgement, whose field may have its former name."""
    flaws: list[Flaw] = []
    says: Any = _either(flaws, says=block.says, verdict=block.verdict) or "same"
    return Judgement(collection=collection, says=says, **plain(block, "says", "verdict")), flaws


def event_of(block: Any, collection: str, language: str) -> Event:
    """Expand an event's texts: a bare title or summary is in the given language."""
    rest = plain(block, "title", "summary", "tags", "part_of", "claims")
    return Event(
        collection=collection,
        title=_texts(block.title, language),
        summary=_texts(block.summary, language),
        tags=tuple(_listed(block.tags)),
        **rest,
    )


def is_bare(block: Any) -> bool:
    """Whether an event's block makes no record of the event, and may only add claims."""
    return block.type is None and block.by is None


def flaws_untyped(block: Any, *, empty: bool) -> list[Flaw]:
    """Say what is wrong with an event's block that has no type, and so may only add claims.

    Args:
        block: the event as written.
        empty: whether it has neither claims nor an event that it is a part of.
    """
    fields = [name for name in ("title", "summary", "tags") if getattr(block, name) is not None]
    if empty and not fields:
        return [Flaw((), Message("event-empty"))]
    return [Flaw((name,), Message("event-untyped", name=name)) for name in fields]


def claim_of(
    block: Any, collection: str, event: Any, source: str | None
) -> tuple[Claim | None, list[Flaw]]:
    """Expand a claim.

    Args:
        block: the claim as written.
        collection: what it belongs to.
        event: the block of the event that it stands in. If that makes no record of the event, which
            would hold its place, it is the claim that has the place.
        source: the key of the document's source, for a claim that names none.

    Returns:
        The claim, None if it has no source or can't be one; and what is wrong: a missing source,
        what is no date or no rule, a hop that names nobody or two.
    """
    flaws: list[Flaw] = []
    by = block.source or source
    if by is None:
        flaws.append(Flaw((), Message("source-missing")))
    fields = _dated(block.date, flaws)
    fields["via"] = tuple(_hop(hop, i, flaws) for i, hop in enumerate(_listed(block.via)))
    fields["who"] = _parts(block.who)
    fields["quantities"] = _quantities(block.numbers or {}, flaws)
    fields["locator"] = _either(flaws, locator=block.locator, page=_page(block.page))
    fields["remark"] = _either(flaws, remark=block.remark, note=block.note)
    fields["place"] = block.place or (event.place if is_bare(event) else None)
    if by is None:
        return None, flaws
    rest = plain(block, *fields, "source", "date", "numbers", "page", "note")
    try:
        return Claim(collection=collection, event=event.key, source=by, **fields, **rest), flaws
    except RefusedError as error:
        return None, [*flaws, Flaw((), error.message)]


def _either(flaws: list[Flaw], **given: Any) -> Any:
    """Give the value of a field that has several names."""
    named = [name for name, value in given.items() if value is not None]
    if len(named) > 1:
        first, other = named
        flaws.append(Flaw((other,), Message("two-names", name=first, other=other)))
    return given[named[0]] if named else None


def _page(given: str | None) -> str | None:
    """A page as citations have it; what is no mere number is left as it is ("f. 12v")."""
    return f"p. {given}" if given and given[0].isdecimal() else given


def _listed(value: Any) -> list[Any]:
    """A single item may stand without a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _texts(value: Any, language: str) -> dict[str, str]:
    return {language: value} if isinstance(value, str) else value or {}


def _dated(given: Any, flaws: list[Flaw]) -> dict[str, Any]:
    if given is None:
        return {}
    bare = isinstance(given, str)
    try:
        if bare:
            return {"date": parse(given)}
        if given.rule is not None:
            parse_rule(given.rule)
    except DateError as error:
        flaws.append(Flaw(("date",) if bare else ("date", "rule"), error.message))
        return {}
    if given.said is given.rule is given.edtf:
        flaws.append(Flaw(("date",), Message("date-empty")))
    return {"said": given.said, "rule": given.rule, "date": given.edtf}


def _quantities(given: dict[str, Any], flaws: list[Flaw]) -> tuple[Quantity, ...]:
    found = []
    for name, quantity in given.items():
        try:
            if isinstance(quantity, str):
                found.append(parse_quantity(name, quantity))
            else:
                found.append(Quantity(name, **asdict(quantity)))
        except DataError as error:
            flaws.append(Flaw(("numbers", name), error.message))
    return tuple(found)


def _hop(given: Any, i: int, flaws: list[Flaw]) -> Hop:
    hop = Hop(key=given) if isinstance(given, str) else given
    named = [name for name in ("key", "source", "actor") if getattr(hop, name) is not None]
    if len(named) > 1:
        flaws.append(Flaw(("via", i), Message("hop-names-several", named=named)))
    elif not named and hop.words is None:
        flaws.append(Flaw(("via", i), Message("hop-names-nobody")))
    return hop


def _parts(given: Any) -> tuple[Part, ...]:
    if isinstance(given, dict):
        return tuple(_part(item, role) for role, items in given.items() for item in _listed(items))
    return tuple(_part(item, item.role) for item in given or ())


def _part(item: Any, role: Any) -> Part:
    return Part(item, role) if isinstance(item, str) else Part(item.actor, role, item.capacity)
