"""What the API answers: a path, what it takes, and the function that answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from timeline.queries.actors import actors, profile
from timeline.queries.changes import changes
from timeline.queries.chronology import chronology, unlisted
from timeline.queries.conflicts import conflicts
from timeline.queries.density import MOST_BUCKETS, Buckets, Density, density
from timeline.queries.dossier import dossier
from timeline.queries.lanes import Lane
from timeline.queries.options import Optioned, OptionRow, options
from timeline.queries.parameters import PARAMETERS
from timeline.queries.picture import (
    LinkedRow,
    MarkRow,
    PublishedRow,
    linked,
    picture,
    published,
)
from timeline.queries.places import places
from timeline.queries.quoted import QuotedRow, quoted
from timeline.queries.rows import (
    ActorRow,
    ChangesetRow,
    ClaimRow,
    ConflictRow,
    Dossier,
    EventRow,
    Page,
    PlaceRow,
    Profile,
    SourceDetail,
    SourceRow,
    TypeRow,
    Unlisted,
)
from timeline.queries.said_of import said_of
from timeline.queries.search import SearchResult, search
from timeline.queries.sources import HeldText, held_text, source, sources
from timeline.queries.types import types
from timeline.queries.versions import PieceRow, compared
from timeline.web.route import LANGUAGE, MOST_LINES, PAGE, ApiRequest, ApiRoute, Own
from timeline.web.saying import WordRow, said

if TYPE_CHECKING:
    pass

_PAGED = {**PAGE, **LANGUAGE}
ALL_FILTERS = tuple(PARAMETERS)
# What would hide a conflict from who asks for them is none of these.
_OF_CONFLICTS = tuple(
    field for field in ALL_FILTERS if field not in ("certainly", "known_by", "open", "hidden")
)
_REVIEWING = ("reviewed", "machine", "confidence", "decided_by")


# The seconds that a bound may be; the least and the most of them stand for no bound.
_SECONDS = (-(2**62), 2**62)
_LANE = {"lane": Own("By what they are laid out.", default="none", known=get_args(Lane))}


def _density(session: Any, asked: ApiRequest) -> Density:
    own = asked.own
    grid = Buckets(own["start"], own["width"], own["buckets"]) if own["width"] else None
    wanted = {name: own[name] for name in ("lane", "buckets", "lanes", "only")}
    return density(session, asked.question, grid=grid, **wanted)


def _picture(session: Any, asked: ApiRequest) -> Page[MarkRow]:
    start, end = (
        None if asked.own[name] in _SECONDS else asked.own[name] for name in ("start", "end")
    )
    return picture(
        session,
        asked.question,
        start=start,
        end=end,
        undated=asked.own["undated"] == "yes",
        lane=asked.own["lane"],
        language=asked.language,
        **asked.page,
    )


class Session(NamedTuple):
    """Whether this page may review, and under whose name unless the reader gives another."""

    review: bool
    by: str | None


ROUTES = (
    ApiRoute(
        "/api/session",
        "What this page may do.",
        lambda _s, a: Session(a.reviewer is not None, a.reviewer),
        Session,
        many=False,
        filters=(),
        own={},
    ),
    ApiRoute(
        "/api/events",
        "The chronology: events in order of time.",
        lambda s, a: chronology(s, a.question, language=a.language, **a.page),
        EventRow,
        many=True,
        filters=ALL_FILTERS,
        own=_PAGED,
    ),
    ApiRoute(
        "/api/events/{key}",
        "One event: every claim with its quote and chain, and the reasons for date and standing.",
        lambda s, a: dossier(s, a.key, language=a.language),
        Dossier,
        many=False,
        filters=(),
        own=LANGUAGE,
    ),
    ApiRoute(
        "/api/quoted/{key}",
        "The words around each quote of an event's claims, where the text is held.",
        lambda s, a: quoted(s, a.key),
        QuotedRow,
        many=True,
        filters=(),
        own={},
    ),
    ApiRoute(
        "/api/unlisted",
        "How many events the chronology does not list unless it is asked to.",
        lambda s, a: unlisted(s, a.question),
        Unlisted,
        many=False,
        filters=ALL_FILTERS,
        own={},
    ),
    ApiRoute(
        "/api/options",
        "What a filter may be set to, and how many events each of that leaves.",
        lambda s, a: options(s, a.question, of=a.own["of"], limit=a.own["limit"]),
        OptionRow,
        many=True,
        filters=ALL_FILTERS,
        own={
            "of": Own("Which filter.", known=get_args(Optioned)),
            "limit": Own("At most so many.", int, default=50, least=1, most=MOST_LINES),
        },
    ),
    ApiRoute(
        "/api/density",
        "How many events begin in each stretch of a time.",
        _density,
        Density,
        many=False,
        filters=ALL_FILTERS,
        own={
            **_LANE,
            "buckets": Own("In how many stretches.", int, default=200, least=1, most=MOST_BUCKETS),
            "lanes": Own("At most so many lanes.", int, default=20, least=1, most=200),
            "only": Own(
                "Key of a lane; repeated: these lanes, and one more.", default=(), many=True
            ),
            "start": Own("Where the first stretch begins, in seconds UTC.", int, 0, *_SECONDS),
            "width": Own("Of a stretch in seconds; 0 divides all.", int, 0, 0, _SECONDS[1]),
        },
    ),
    ApiRoute(
        "/api/picture",
        "Events as a picture shows them: bounds in seconds, lanes, and how sure each is.",
        _picture,
        MarkRow,
        many=True,
        filters=ALL_FILTERS,
        own={
            **_PAGED,
            **_LANE,
            "limit": Own("At most so many rows.", int, default=2000, least=1, most=5000),
            "start": Own(
                "Only what may be after this, in seconds UTC.", int, _SECONDS[0], *_SECONDS
            ),
            "end": Own(
                "Only what may be before this, in seconds UTC.", int, _SECONDS[1], *_SECONDS
            ),
            "undated": Own("Only what has no date.", default="no", known=("yes", "no")),
        },
    ),
    ApiRoute(
        "/api/picture/{key}",
        "The events that one is linked with, as a picture shows them.",
        lambda s, a: linked(s, a.key, lane=a.own["lane"], language=a.language),
        LinkedRow,
        many=True,
        filters=(),
        own={**_LANE, **LANGUAGE},
    ),
    ApiRoute(
        "/api/published",
        "The days on which documents came out, of which a picture of the past may be asked.",
        lambda s, a: published(s, limit=a.own["limit"]),
        PublishedRow,
        many=True,
        filters=(),
        own={"limit": Own("At most so many, evenly chosen.", int, default=200, least=2, most=1000)},
    ),
    ApiRoute(
        "/api/actors",
        "Who takes part.",
        lambda s, a: actors(s, question=a.question, language=a.language, **a.page),
        ActorRow,
        many=True,
        filters=("hidden", *_REVIEWING),
        own=_PAGED,
    ),
    ApiRoute(
        "/api/actors/{key}",
        "One actor: names, positions, events, who with, in which roles.",
        lambda s, a: profile(s, a.key, language=a.language, hidden=a.question.hidden),
        Profile,
        many=False,
        filters=("hidden",),
        own=LANGUAGE,
    ),
    ApiRoute(
        "/api/said/{key}",
        "What others say of an actor: claims in which they take part that are not their own.",
        lambda s, a: said_of(s, a.key, language=a.language, limit=a.own["limit"]),
        ClaimRow,
        many=True,
        filters=(),
        own={"limit": PAGE["limit"], **LANGUAGE},
    ),
    ApiRoute(
        "/api/sources",
        "The documents.",
        lambda s, a: sources(s, question=a.question, **a.page),
        SourceRow,
        many=True,
        filters=_REVIEWING,
        own=PAGE,
    ),
    ApiRoute(
        "/api/sources/{key}",
        "One document, with its claims.",
        lambda s, a: source(s, a.key, language=a.language),
        SourceDetail,
        many=False,
        filters=(),
        own=LANGUAGE,
    ),
    ApiRoute(
        "/api/texts/{key}",
        "The text of a document that is held; offsets of claims count its characters.",
        lambda s, a: held_text(s, a.key),
        HeldText,
        many=False,
        filters=(),
        own={},
    ),
    ApiRoute(
        "/api/compared/{key}",
        "What a document says otherwise than the version before it; nothing where there is none.",
        lambda s, a: compared(s, a.key),
        PieceRow,
        many=True,
        filters=(),
        own={},
    ),
    ApiRoute(
        "/api/places",
        "Where things happen.",
        lambda s, a: places(s, **a.page),
        PlaceRow,
        many=True,
        filters=(),
        own=PAGE,
    ),
    ApiRoute(
        "/api/types",
        "The types of events that there are.",
        lambda _s, a: types(language=a.language),
        TypeRow,
        many=True,
        filters=(),
        own=LANGUAGE,
    ),
    ApiRoute(
        "/api/words",
        "How dates and words of the model are said.",
        lambda _s, a: said(a.own["date"], a.own["term"], a.language),
        WordRow,
        many=True,
        filters=(),
        own={
            "date": Own("A date, in EDTF; repeated: all.", default=(), many=True),
            "term": Own("A standing, a role, a stance; repeated: all.", default=(), many=True),
            "language": Own("In which language.", default="en"),
        },
    ),
    ApiRoute(
        "/api/search",
        "What words may mean: a date, actors, places, documents, events.",
        lambda s, a: search(s, a.own["q"], language=a.language, limit=a.own["limit"]),
        SearchResult,
        many=False,
        filters=(),
        own={
            "q": Own("The words."),
            "limit": Own("At most so many of each kind.", int, default=10, least=1, most=50),
            **LANGUAGE,
        },
    ),
    ApiRoute(
        "/api/conflicts",
        "Where sources disagree, every side quoted.",
        lambda s, a: conflicts(
            s, a.question, about=a.own["about"] or None, language=a.language, **a.page
        ),
        ConflictRow,
        many=True,
        filters=_OF_CONFLICTS,
        own={**_PAGED, "about": Own("Only what is about this: date, place, who, ...", default="")},
    ),
    ApiRoute(
        "/api/changes",
        "What was done to the database, newest first.",
        lambda s, a: changes(s, limit=a.own["limit"], each=a.own["each"] == "yes"),
        ChangesetRow,
        many=True,
        filters=(),
        own={
            "limit": PAGE["limit"],
            "each": Own("A row for each change of a sitting.", default="no", known=("yes", "no")),
        },
    ),
)
