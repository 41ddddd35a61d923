"""What a page that stands alone holds: the answers to all that it may ask, by the same functions as
the API, in one language.

What depends on filters, the page works out by itself (page/held.js) from events, marks and words;
what is asked of one thing is answered here.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.errors import Message
from timeline.names import tokens
from timeline.queries.actors import profile
from timeline.queries.chronology import found_events
from timeline.queries.conflicts import conflicts
from timeline.queries.dossier import dossiers
from timeline.queries.find import find_event
from timeline.queries.options import options
from timeline.queries.places import places
from timeline.queries.quoted import QuotedRow, quoted
from timeline.queries.rows import ClaimRow
from timeline.queries.said_of import said_of
from timeline.queries.sources import held_text, source
from timeline.queries.types import types
from timeline.queries.versions import compared
from timeline.render.languages import sentence
from timeline.render.machine import plain
from timeline.web.cleared import cleared, people_of
from timeline.web.drawn import drawn, known_then, threads
from timeline.web.wording import words_in

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from timeline.queries.question import Question
    from timeline.queries.rows import Dossier, EventRow, Party, Profile, SourceDetail

# What is held only where it is asked for.
MORE = ("texts", "notes", "reviewers")
# So many events are read at once.
_AT_ONCE = 200
# Where a sentence ends, with the signs that close it.
_SENTENCE_END = re.compile(r"[.!?…][\"”»’)\]]*(?=\s|$)")


class Holding(NamedTuple):
    """What a file is to hold.

    Attributes:
        question: which events.
        language: of titles, dates and words.
        more: which of MORE besides.
    """

    question: Question
    language: str
    more: Collection[str] = ()

    def keeps(self, claim: ClaimRow) -> bool:
        """Whether a claim is held: where only what people stand by is asked for, no machine's that
        nobody accepted.
        """
        if self.question.reviewed is not True or claim.extractor is None:
            return True
        return claim.decision is not None and claim.decision.says == "accepted"


def held(
    session: Any,
    rows: Sequence[EventRow],
    holding: Holding,
    advance: Callable[[int], None] = lambda _: None,
) -> dict[str, Any]:
    """Gather all that a page answers from, as JSON has it.

    Args:
        session: an open store.
        rows: the events that its question finds.
        holding: what it is to hold.
        advance: called with each number of events that were read.
    """
    language, question = holding.language, holding.question
    kept = {row.key for row in rows}
    dossiers = {}
    for row, found in zip(rows, _dossiers(session, rows, language), strict=True):
        dossiers[row.key] = _dossier(found, row, kept, holding)
        advance(1)
    claims = [claim for one in dossiers.values() for claim in one.claims]
    answers = dict(_answers(session, rows, dossiers, claims, holding))
    now = drawn(session, rows, question, language)
    data = {
        "events": rows,
        "conflicts": _conflicts(session, kept, holding),
        **now._asdict(),
        "then": [*known_then(session, rows, question, language, now)],
        "links": threads(session, rows, language),
        "texts": [_words_of(row, dossiers[row.key]) for row in rows],
        "names": _names(rows, claims, answers),
        "places": _places(session, kept, question),
        "answers": answers,
    }
    people = () if "reviewers" in holding.more else people_of(session)
    shown = cleared(data, holding.more, people)
    says = {
        "missing": sentence(Message("not-in-file"), language),
        "filter": sentence(Message("filter-not-in-file", name="{name}"), language),
        "date": sentence(Message("date-not-in-file", given="{given}"), language),
    }
    return {
        "language": language,
        "says": says,
        **_told_once(plain(shown, language)),
        "words": words_in(shown, language),
    }


def _told_once(data: dict[str, Any]) -> dict[str, Any]:
    """Let what is told in several answers stand once: claims by their keys, and in an event's
    answer its own row, which `events` has.
    """
    claims: dict[str, Any] = {}

    def named(rows: Iterable[dict[str, Any]]) -> list[str]:
        return [claims.setdefault(row["key"], row)["key"] for row in rows]

    for path, answer in data["answers"].items():
        about = path.partition("/")[0]
        if about in ("events", "sources") and "claims" in answer:
            answer["claims"] = named(answer["claims"])
        if about == "events":
            answer["event"] = answer["event"]["key"]
        if about == "said":
            answer["rows"] = named(answer["rows"])
    return {**data, "claims": claims}


# One thing at a time ------------------------------------------------------------------------------


def _answers(
    session: Any,
    rows: Sequence[EventRow],
    dossiers: Mapping[str, Dossier],
    claims: Sequence[ClaimRow],
    holding: Holding,
) -> Iterator[tuple[str, Any]]:
    """Give the path that asks for each thing, and the answer."""
    yield "types", _page(types(language=holding.language))
    yield "places", _page(places(session).rows)
    yield from _of_events(session, dossiers, holding)
    actors = dict.fromkeys(party.key for party in _parties(rows, claims))
    yield from _of_actors(session, actors, rows, holding)
    cited = {key for row in rows for key in row.sources} | {claim.source for claim in claims}
    yield from _of_sources(session, sorted(cited), dossiers.keys(), holding)


def _of_events(
    session: Any, dossiers: Mapping[str, Dossier], holding: Holding
) -> Iterator[tuple[str, Any]]:
    for key, found in dossiers.items():
        yield f"events/{key}", found
        own = {claim.key for claim in found.claims}
        quotes = (one for one in quoted(session, key) if one.claim in own)
        yield f"quoted/{key}", _page(quotes if "texts" in holding.more else map(_sentence, quotes))


def _of_actors(
    session: Any, keys: Iterable[str], rows: Sequence[EventRow], holding: Holding
) -> Iterator[tuple[str, Any]]:
    listed, kept = [], {row.key for row in rows}
    for key in keys:
        found = _profile(profile(session, key, language=holding.language), rows)
        listed.append(found.actor._replace(description=None))  # as in any list of actors
        yield f"actors/{key}", found
        said = said_of(session, key, language=holding.language)
        yield f"said/{key}", _page(_claims(said, kept, holding))
    yield "actors", _page(sorted(listed, key=lambda one: one.name))


def _of_sources(
    session: Any, keys: Iterable[str], kept: AbstractSet[str], holding: Holding
) -> Iterator[tuple[str, Any]]:
    listed, whole = [], "texts" in holding.more
    for key in keys:
        found = _source(source(session, key, language=holding.language), kept, holding)
        listed.append(found.source)
        yield f"sources/{key}", found
        text = held_text(session, key)
        yield f"texts/{key}", text if whole else text._replace(text=None)
        yield f"compared/{key}", _page(compared(session, key) if whole else ())
    yield "sources", _page(listed)


def _page(rows: Iterable[Any]) -> dict[str, Any]:
    return {"rows": tuple(rows), "after": None, "next": None}


def _parties(rows: Sequence[EventRow], claims: Sequence[ClaimRow]) -> Iterator[Party]:
    for row in rows:
        yield from row.actors
    for claim in claims:
        yield from claim.who


def _claims(
    claims: Iterable[ClaimRow], kept: AbstractSet[str], holding: Holding
) -> tuple[ClaimRow, ...]:
    return tuple(claim for claim in claims if claim.event in kept and holding.keeps(claim))


def _dossiers(session: Any, rows: Sequence[EventRow], language: str) -> Iterator[Dossier]:
    """Open the dossiers of events, many at a time, in their order."""
    for first in range(0, len(rows), _AT_ONCE):
        events = [find_event(session, row.key) for row in rows[first : first + _AT_ONCE]]
        found = dossiers(session, events, language)
        yield from (found[event] for event in events)


def _dossier(found: Dossier, row: EventRow, kept: AbstractSet[str], holding: Holding) -> Dossier:
    """Keep of an event what speaks of nothing that is not held; the event as it was asked for."""
    claims = tuple(filter(holding.keeps, found.claims))
    own = {claim.key for claim in claims}
    found = found._replace(
        event=row,
        claims=claims,
        lost=tuple(one for one in found.lost if one.claim in own),
        links=tuple(one for one in found.links if {one.event, one.other} <= kept),
        revoked=(),
    )
    # What sides there are is told with the words of all claims.
    return found._replace(statements=(), values=()) if holding.question.reviewed else found


def _profile(found: Profile, rows: Sequence[EventRow]) -> Profile:
    """Keep of an actor what they do in the events that are held."""
    own = {row.key for row in rows}
    appearances = tuple(one for one in found.appearances if one.event in own)
    mine = {one.event for one in appearances}
    together = [row for row in rows if row.key in mine]
    met = Counter(key for row in together for key in {party.key for party in row.actors})
    roles = Counter(one.role for one in appearances)
    company = (one._replace(events=met[one.key]) for one in found.company if met[one.key])
    dated = [one.date for one in appearances if one.date]
    actor = found.actor._replace(
        events=len(mine),
        first=dated[0] if dated else None,
        last=dated[-1] if dated else None,
        event=None,
        source=None,
    )
    return found._replace(
        actor=actor,
        appearances=appearances,
        roles=tuple((role, roles[role]) for role, _ in found.roles if roles[role]),
        company=tuple(sorted(company, key=lambda one: (-one.events, one.key))),
        hidden=0,
    )


def _source(found: SourceDetail, kept: AbstractSet[str], holding: Holding) -> SourceDetail:
    """Keep of a source what it says of the events that are held."""
    claims = _claims(found.claims, kept, holding)
    events = len({claim.event for claim in claims})
    return found._replace(
        claims=claims, source=found.source._replace(claims=len(claims), events=events)
    )


def _sentence(row: QuotedRow) -> QuotedRow:
    """Cut a paragraph to the sentence of its quote."""
    starts = [found.end() for found in _SENTENCE_END.finditer(row.before)]
    before = row.before[starts[-1] :] if starts else row.before
    if _SENTENCE_END.search(row.quote[-3:]):
        return row._replace(before=before.lstrip(), after="")
    found = _SENTENCE_END.search(row.after)
    after = row.after[: found.end()] if found else row.after
    return row._replace(before=before.lstrip(), after=after)


# All of them --------------------------------------------------------------------------------------


def _conflicts(session: Any, kept: AbstractSet[str], holding: Holding) -> list[Any]:
    """Give where sources disagree of the events that are held; what people decided differently is
    theirs to tell.
    """
    if holding.question.reviewed:
        return []
    found = conflicts(session, language=holding.language).rows
    hidden = () if "reviewers" in holding.more else ("verdict",)
    return [
        row for row in found if row.of == "event" and row.key in kept and row.about not in hidden
    ]


def _words_of(row: EventRow, found: Dossier) -> str:
    """Give the words by which an event is found, folded."""
    names = [party.name for party in row.actors]
    quotes = [claim.quote or "" for claim in found.claims]
    return " ".join(tokens(" ".join([row.title or "", found.summary or "", *names, *quotes])))


def _names(
    rows: Sequence[EventRow], claims: Sequence[ClaimRow], answers: Mapping[str, Any]
) -> dict[str, dict[str, str]]:
    """Give what the values of filters are called."""
    sources = [answer.source for path, answer in answers.items() if path.startswith("sources/")]
    return {
        "actor": {party.key: party.name for party in _parties(rows, claims)},
        "source": {one.key: one.title or one.key for one in sources},
        "place": {one.key: one.name for one in answers["places"]["rows"]},
    }


def _places(session: Any, kept: AbstractSet[str], question: Question) -> dict[str, list[str]]:
    """Give the events at each place, or in it."""
    found = {}
    for one in options(session, question, of="place"):
        there = found_events(session, replace(question, places=(one.value,)))
        if keys := [event.key for event, _ in there if event.key in kept]:
            found[one.value] = keys
    return found
