"""One actor as a text that a person reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.render.dossier import notes
from timeline.render.lists import grid_of
from timeline.render.paper import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.queries.rows import NameRow, PositionRow, Profile
    from timeline.render.lists import View


def profile(found: Profile, view: View) -> Iterator[Entry]:
    """One actor: names, positions, roles, the events with the positions at the time, and who else
    was there.
    """
    actor = found.actor
    yield Entry("title", actor.name)
    words = (actor.key, view.term(actor.kind), *([view.term("mention")] if actor.mention else []))
    yield Entry("line", " · ".join(words))
    yield Entry("gap")
    if found.description:
        yield Entry("line", found.description)
        yield Entry("gap")
    yield from _facts(found, view)
    sections = (
        ("names", [Entry("item", _name(name, view), mark="-") for name in found.names]),
        (
            "positions",
            [Entry("item", _position(position, view), mark="-") for position in found.positions],
        ),
        (
            "events",
            [Entry("grid", grid=grid_of(found.appearances, view))] if found.appearances else [],
        ),
        ("company", [Entry("grid", grid=grid_of(found.company, view))] if found.company else []),
    )
    for name, blocks in sections:
        if blocks:
            yield Entry("gap")
            yield Entry("heading", view.heading(name))
            yield from blocks
    yield from notes(found.notes, view)


def _facts(found: Profile, view: View) -> Iterator[Entry]:
    """One labelled line each."""
    actor = found.actor
    dates = [view.words(date) for date in dict.fromkeys((actor.first, actor.last)) if date]
    count = f"{actor.events} ({' … '.join(dates)})" if dates else str(actor.events)
    facts = {
        "events": count,
        "roles": ", ".join(f"{view.term(role)} {number}" for role, number in found.roles),
        "identifiers": ", ".join(f"{scheme} {value}" for scheme, value in found.identifiers),
        "merged": ", ".join(found.merged),
        "merged_by_machine": ", ".join(found.merged_by_machine),
    }
    for name, text in facts.items():
        if text:
            yield Entry("item", text, label=view.label(name))


def _name(name: NameRow, view: View) -> str:
    return f"{name.text} ({', '.join(filter(None, (name.language, view.term(name.kind))))})"


def _position(position: PositionRow, view: View) -> str:
    """`ambassador to the UN, Iran: since Sep 2022 (un-list)`; of one that sources only call them
    by, on which days: `mayor of Lyon: so called, 11 Nov 2024 (report-fr)`.
    """
    text = ", ".join(filter(None, (position.title, position.organisation)))
    when = view.words(position.held) if position.held else ""
    if position.called:
        when = f"{view.term('so_called')}, {view.words(position.called)}"
    held = f"{view.before_colon(text)} {when}" if when else text
    return f"{held} ({position.source})" if position.source else held
