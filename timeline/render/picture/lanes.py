"""The lanes of a picture: by who takes part, what it is, who says so, where, or which side."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.errors import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from timeline.queries.rows import EventRow
    from timeline.render.lists import View
    from timeline.render.picture.subjects import Pictured

# Key of a lane, and its name.
Keyed = tuple[str, str]
# So many lanes have room; what the others hold stands in one.
MOST_LANES = 12


class Strip(NamedTuple):
    """One lane: what it is called, and its events in order of time."""

    name: str
    subjects: tuple[Pictured, ...]


def strips(
    subjects: Sequence[Pictured], by: str, view: View, sources: Mapping[str, str]
) -> list[Strip]:
    """Divide events into lanes; one of two actors stands in the lane of each.

    Args:
        subjects: the events, in order of time.
        by: one of LANES.
        view: in which language lanes are named.
        sources: key of a source -> its name.

    Returns:
        the lanes: that of most events first, then that of all the others, then that of those that
        have nothing of the kind.
    """
    if by == "none":
        return [Strip("", tuple(subjects))] if subjects else []
    names: dict[str, str] = {}
    found: dict[str, list[Pictured]] = {}
    nowhere = []
    for one in subjects:
        keyed = dict(LANES[by](one.row, view, sources))
        names |= keyed
        for key in keyed:
            found.setdefault(key, []).append(one)
        if not keyed:
            nowhere.append(one)
    order = sorted(found, key=lambda key: (-len(found[key]), key))
    kept = order if len(order) <= MOST_LANES else order[: MOST_LANES - 1]
    strips = [Strip(names[key], tuple(found[key])) for key in kept]
    if others := {key for key in order if key not in kept}:
        held = tuple(one for one in subjects if any(one in found[key] for key in others))
        strips.append(Strip(view.sentence(Message("picture-others", count=len(others))), held))
    if nowhere:
        strips.append(Strip(view.sentence(Message("picture-nowhere")), tuple(nowhere)))
    return strips


# Who denies that something happened, or says nothing of it, takes no part in it.
def _actors(row: EventRow, _view: View, _sources: Mapping[str, str]) -> Iterator[Keyed]:
    return ((party.key, party.name) for party in row.actors if party.stance == "affirms")


def _types(row: EventRow, view: View, _sources: Mapping[str, str]) -> Iterable[Keyed]:
    return [(row.type, view.heading(row.type))]


def _sources(row: EventRow, _view: View, sources: Mapping[str, str]) -> Iterator[Keyed]:
    return ((key, sources.get(key, key)) for key in row.sources)


def _places(row: EventRow, _view: View, _sources: Mapping[str, str]) -> Iterable[Keyed]:
    return [(row.place, row.place)] if row.place else []


# What is disputed has both sides.
_SIDES = {"disputed": ("affirms", "denies"), "denied": ("denies",), "retracted": ()}


def _sides(row: EventRow, view: View, _sources: Mapping[str, str]) -> Iterator[Keyed]:
    sides = _SIDES.get(row.standing or "retracted", ("affirms",))
    return ((side, view.heading(side)) for side in sides)


LANES: Mapping[str, Callable[[EventRow, View, Mapping[str, str]], Iterable[Keyed]]] = {
    "none": lambda _row, _view, _sources: (),
    "actor": _actors,
    "type": _types,
    "source": _sources,
    "place": _places,
    "side": _sides,
}
