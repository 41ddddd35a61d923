"""What there is to choose from when a reviewer mends something: what is offered, and what is found
for words that they type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, get_args

from timeline import records as r
from timeline.cli.reviewing.choose import Choice
from timeline.cli.talk import talk, told
from timeline.dates import parse
from timeline.errors import DateError
from timeline.intake.reviewing import attributed
from timeline.names import fold
from timeline.queries.chronology import chronology
from timeline.queries.meant import (
    actors_alike,
    actors_called,
    claims_with,
    people_meant,
    places_meant,
)
from timeline.queries.passages import begins
from timeline.queries.proposals import PROPOSED, Person
from timeline.queries.question import Question
from timeline.queries.types import types
from timeline.store import open_store
from timeline.temporal.human import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from timeline.intake.sitting import Sitting
    from timeline.queries.meant import Meant
    from timeline.queries.rows import EventRow
    from timeline.queries.under_review import UnderReview
    from timeline.render.lists import View


class Asked(NamedTuple):
    """A question: its words, what is offered, and what is found for words that are typed."""

    title: str
    offered: Sequence[Choice]
    find: Callable[[str], Sequence[Choice]]


def dates(item: UnderReview, view: View) -> Asked:
    """Ask for a date: those of the paragraph, or one in words, as seen from the publication."""
    today = parse(item.published) if item.published else None

    def find(typed: str) -> list[Choice]:
        try:
            date = read(typed, today=today)
        except DateError as error:
            return [Choice(told(error.message), None)]
        return [Choice(view.words(date.text), date, date.text)]

    offered = [
        Choice(view.words(one.date), parse(one.date), view.quoted(one.said) if one.said else "")
        for one in item.dates
    ]
    return Asked(talk("review-ask-date"), offered, find)


def modalities(view: View) -> Asked:
    """Ask how sure it is said to be, and whether it is affirmed."""
    offered = [
        Choice(view.term(word), {field: word})
        for field, known in (("modality", r.Modality), ("polarity", r.Polarity))
        for word in get_args(known)
        if word != "withdraws"  # whose account it takes back is not asked here
    ]
    return Asked(talk("review-ask-modality"), offered, lambda typed: _beginning(offered, typed))


def kinds(item: UnderReview, view: View) -> Asked:
    """Ask for the type of the event: those of its neighbours first."""
    words = {row.type: row.words for row in types(language=view.language)}
    near = dict.fromkeys(one.type for one in item.events)
    offered = [
        Choice(view.term(kind), kind, ", ".join(words[kind]))
        for kind in (*near, *(kind for kind in words if kind not in near))
        if kind != item.event.type
    ]

    def find(typed: str) -> list[Choice]:
        called = _beginning(offered, typed)
        said = [one for one in offered if begins(one.apart, typed) and one not in called]
        return [*called, *said][:PROPOSED]

    return Asked(talk("review-ask-type"), offered[:PROPOSED], find)


def people(item: UnderReview, sitting: Sitting, view: View) -> Asked:
    """Ask for somebody who takes part: by name, known or new."""
    offered = [_person(one, view) for one in item.people]

    taking = {one.key: choice for one, choice in zip(item.people, offered, strict=True)}

    def find(typed: str) -> list[Choice]:
        return [
            taking.get(one.key) or Choice(one.name, Person(one.key, one.name), one.apart)
            if one.key
            else Choice(one.name, Person(None, one.name), talk("review-new"))
            for one in _meant(sitting, people_meant, item, typed)
        ]

    return Asked(talk("review-ask-who"), offered, find)


def roles(view: View) -> Asked:
    """Ask in which role somebody takes part."""
    offered = [Choice(view.term(role), role) for role in get_args(r.Role)]
    none = Choice(talk("review-no-part"), None)
    return Asked(
        talk("review-ask-role"),
        [*offered[: PROPOSED - 1], none],
        lambda typed: _beginning([*offered, none], typed),
    )


def actor_kinds(view: View) -> Asked:
    """Ask what a new actor is."""
    offered = [Choice(view.term(kind), kind) for kind in get_args(r.ActorKind)]
    return Asked(talk("review-ask-kind"), offered, lambda typed: _beginning(offered, typed))


def places(item: UnderReview, sitting: Sitting) -> Asked:
    """Ask for a place: by name, known or new."""

    def find(typed: str) -> list[Choice]:
        return [
            Choice(one.name, one.key, one.apart)
            if one.key
            else Choice(one.name, r.Place(key="-", name=one.name), talk("review-new"))
            for one in _meant(sitting, places_meant, item, typed)
        ]

    return Asked(talk("review-ask-place"), [], find)


def chains(item: UnderReview, sitting: Sitting) -> Asked:
    """Ask who the source says it has it from."""

    def told_by(name: str, apart: str, *via: r.Hop) -> Choice:
        return Choice(name, attributed(item, via), apart)

    itself = told_by(talk("review-itself"), "")
    offered = [
        itself,
        *(told_by(one.name, "", r.Hop(actor=one.key)) for one in item.people if one.key),
    ]

    def find(typed: str) -> list[Choice]:
        meant = [
            told_by(one.name, one.apart, r.Hop(actor=one.key))
            if one.key
            else told_by(one.name, talk("review-in-words"), r.Hop(words=one.name))
            for one in _meant(sitting, people_meant, item, typed)
        ]
        return [*_beginning([itself], typed), *meant][:PROPOSED]

    return Asked(talk("review-ask-chain"), offered[:PROPOSED], find)


def events(item: UnderReview, sitting: Sitting, view: View) -> Asked:
    """Ask which other event it is."""
    offered = [
        Choice(one.title or one.key, one.key, f"{view.term(one.type)}, {view.words(one.date)}")
        for one in item.events
    ]

    def find(typed: str) -> list[Choice]:
        if not fold(typed):
            return []
        with open_store(sitting.db) as session:
            asked = Question(text=typed, hidden=True)
            page = chronology(session, asked, language=sitting.language, limit=PROPOSED + 1)
        return [_event(one, view) for one in page.rows if one.key != item.event.key][:PROPOSED]

    return Asked(talk("review-ask-event"), offered, find)


def parties(item: UnderReview, view: View) -> Asked:
    """Ask which of those who take part is meant."""
    offered = [_person(one, view) for one in item.people if one.role]
    return Asked(talk("review-ask-party"), offered, lambda typed: _beginning(offered, typed))


def namesakes(key: str, name: str, sitting: Sitting) -> Asked:
    """Ask which other actor somebody is."""
    with open_store(sitting.db) as session:
        alike = actors_alike(session, key, limit=PROPOSED)
    offered = [Choice(one.name, one.key, f"{one.apart}, {one.key}") for one in alike]

    def find(typed: str) -> list[Choice]:
        with open_store(sitting.db) as session:
            found = actors_called(session, typed, limit=PROPOSED)
        return [Choice(one.name, one.key, one.apart) for one in found if one.key != key]

    return Asked(talk("review-ask-actor", name=name), offered, find)


def claims(sitting: Sitting) -> Asked:
    """Ask for a claim: by words of its event."""

    def find(typed: str) -> list[Choice]:
        with open_store(sitting.db) as session:
            found = claims_with(session, typed, language=sitting.language, limit=PROPOSED)
        return [Choice(one.name, one.key, one.apart) for one in found]

    return Asked(talk("review-ask-claim"), [], find)


def words() -> Asked:
    """Ask for a note."""
    return Asked(talk("review-ask-note"), [], lambda typed: [Choice(typed, typed)])


def _meant(
    sitting: Sitting, find: Callable[..., Sequence[Meant]], item: UnderReview, typed: str
) -> Sequence[Meant]:
    with open_store(sitting.db) as session:
        return find(session, item, typed, limit=PROPOSED)


def _person(one: Person, view: View) -> Choice:
    return Choice(one.name, one, view.term(one.role) if one.role else "")


def _event(one: EventRow, view: View) -> Choice:
    return Choice(one.title or one.key, one.key, f"{view.term(one.type)}, {view.words(one.date)}")


def _beginning(offered: Iterable[Choice], typed: str) -> list[Choice]:
    return [one for one in offered if begins(one.name, typed)]
