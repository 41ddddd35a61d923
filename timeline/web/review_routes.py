"""What a page that reviews asks besides: what is to be reviewed, and what may be chosen from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from timeline import records as r
from timeline.dates import parse
from timeline.errors import DateError, Message
from timeline.queries.meant import (
    Meant,
    actors_alike,
    claims_with,
    events_meant,
    people_meant,
    places_meant,
)
from timeline.queries.passages import MarkedPassage
from timeline.queries.proposals import PROPOSED, DateProposal, EventProposal, Person
from timeline.queries.review import (
    GroupRow,
    MemberRow,
    ReviewCount,
    group_members,
    review_count,
    review_groups,
    review_queue,
)
from timeline.queries.rows import ClaimRow, EventRow, NoteRow, SuggestionRow
from timeline.queries.same_events import suggest_events
from timeline.queries.suggest import suggest_actors
from timeline.queries.under_review import under_review
from timeline.render.languages import sentence, term
from timeline.render.words import words
from timeline.temporal.human import read
from timeline.web.route import LANGUAGE, PAGE, ApiRoute, Own
from timeline.web.routes import ALL_FILTERS
from timeline.web.saying import WordRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.web.route import ApiRequest

AT = "/api/review/"
_CLAIM = {"claim": Own("The claim that is reviewed.", default="")}
_TYPED = {"typed": Own("What is typed.", default="")}


class QueuedRow(NamedTuple):
    """A claim that is to be reviewed, by key."""

    claim: str


class AskedGroup(NamedTuple):
    """A group of actors who may be one, and the passage that names each first."""

    group: GroupRow
    members: tuple[MemberRow, ...]


class AskedClaim(NamedTuple):
    """A claim as a reviewer sees it.

    Attributes:
        key: of the claim as it was read.
        source, source_title: where it stands.
        published: EDTF; language: of the text.
        event: what the database shows of the event.
        date: EDTF; said: in the words of the text.
        place, place_name: where it was.
        chain: the hops from the source towards the origin, as a person reads them.
        decision, by: what was decided about it, and by whom; null: nothing, nobody.
        passage: the paragraph with its marks; the offsets of these count from its beginning.
        doubts: why it is doubtful.
        others: what other claims say of that event.
        people: who takes part, then, without a role, who may.
        dates: those that the text gives, and that of publication.
        events: other events that may be the same one, the best first.
    """

    key: str
    source: str
    source_title: str
    published: str | None
    language: str | None
    event: EventRow
    date: str | None
    said: str | None
    place: str | None
    place_name: str | None
    polarity: str
    modality: str
    chain: tuple[str, ...]
    decision: str | None
    by: str | None
    passage: MarkedPassage
    doubts: tuple[Message, ...]
    others: tuple[ClaimRow, ...]
    people: tuple[Person, ...]
    dates: tuple[DateProposal, ...]
    events: tuple[EventProposal, ...]
    notes: tuple[NoteRow, ...]


class ReadDate(NamedTuple):
    """A date that was typed: EDTF, and in words; null: it is none, and the words say why."""

    date: str | None
    says: str


class Vocabulary(NamedTuple):
    """The words of the model that a reviewer chooses from."""

    roles: tuple[WordRow, ...]
    kinds: tuple[WordRow, ...]
    modalities: tuple[WordRow, ...]
    polarities: tuple[WordRow, ...]


def _claim(session: Any, asked: ApiRequest) -> AskedClaim:
    item = under_review(session, asked.key, language=asked.language)
    claim = item.claim
    hops = (one.actor or one.source or one.key for one in claim.via)
    return AskedClaim(
        key=item.key,
        source=claim.source,
        source_title=item.names.get(claim.source, claim.source),
        published=item.published,
        language=item.language,
        event=item.event,
        date=claim.date.text if claim.date else None,
        said=claim.said,
        place=claim.place,
        place_name=item.names.get(claim.place or "", claim.place),
        polarity=claim.polarity,
        modality=claim.modality,
        chain=tuple(
            item.names.get(key, key) if key else one.words or ""
            for key, one in zip(hops, claim.via, strict=True)
        ),
        decision=item.decision,
        by=item.by,
        passage=item.passage,
        doubts=item.doubts,
        others=item.others,
        people=item.people,
        dates=item.dates,
        events=item.events,
        notes=tuple(NoteRow(one.text, one.by, one.at.text) for one in item.notes),
    )


def _groups(session: Any, asked: ApiRequest) -> list[AskedGroup]:
    found = review_groups(session)[: asked.own["limit"]]
    return [AskedGroup(group, group_members(session, group)) for group in found]


def _queue(session: Any, asked: ApiRequest) -> list[QueuedRow]:
    event, limit = asked.own["event"] or None, asked.own["limit"]
    return [
        QueuedRow(key) for key in review_queue(session, asked.question, event=event, limit=limit)
    ]


def _date(_session: Any, asked: ApiRequest) -> ReadDate:
    published = asked.own["published"]
    try:
        found = read(asked.own["typed"], today=parse(published) if published else None)
    except DateError as error:
        return ReadDate(None, sentence(error.message, asked.language))
    return ReadDate(found.text, words(found.text, asked.language))


def _people(session: Any, asked: ApiRequest) -> tuple[Meant, ...]:
    item = under_review(session, asked.own["claim"])
    return people_meant(session, item, asked.own["typed"], limit=PROPOSED)


def _places(session: Any, asked: ApiRequest) -> tuple[Meant, ...]:
    item = under_review(session, asked.own["claim"])
    return places_meant(session, item, asked.own["typed"], limit=PROPOSED)


def _vocabulary(_session: Any, asked: ApiRequest) -> Vocabulary:
    def said(known: Any) -> tuple[WordRow, ...]:
        return tuple(WordRow(one, term(one, asked.language)) for one in get_args(known))

    polarities = Literal["affirms", "denies", "declines"]
    return Vocabulary(said(r.Role), said(r.ActorKind), said(r.Modality), said(polarities))


def _choices(path: str, says: str, find: Callable[..., Any], **own: Own) -> ApiRoute:
    return ApiRoute(f"{AT}{path}", says, find, Meant, many=True, filters=(), own=own)


REVIEW_ROUTES = (
    ApiRoute(
        f"{AT}groups",
        "Groups of actors of one full name who may be one.",
        _groups,
        AskedGroup,
        many=True,
        filters=(),
        own={"limit": PAGE["limit"]},
    ),
    ApiRoute(
        f"{AT}queue",
        "Claims that machines made and nobody has decided about, those first that settle most.",
        _queue,
        QueuedRow,
        many=True,
        filters=ALL_FILTERS,
        own={"limit": PAGE["limit"], "event": Own("The claims of one event.", default="")},
    ),
    ApiRoute(
        f"{AT}claims/{{key}}",
        "One claim, with all that is needed to decide about it.",
        _claim,
        AskedClaim,
        many=False,
        filters=(),
        own=LANGUAGE,
    ),
    ApiRoute(
        f"{AT}count",
        "How many claims of machines are decided, and how many are left.",
        lambda s, _: review_count(s),
        ReviewCount,
        many=False,
        filters=(),
        own={},
    ),
    ApiRoute(
        f"{AT}date",
        "What a date in words means, as seen from the publication.",
        _date,
        ReadDate,
        many=False,
        filters=(),
        own={**_TYPED, "published": Own("EDTF.", default=""), **LANGUAGE},
    ),
    ApiRoute(
        f"{AT}vocabulary",
        "The roles, kinds of actors, modalities and stances that there are.",
        _vocabulary,
        Vocabulary,
        many=False,
        filters=(),
        own=LANGUAGE,
    ),
    _choices("people", "Who may be meant: known, or new.", _people, **_CLAIM, **_TYPED),
    _choices("places", "Which place may be meant: known, or new.", _places, **_CLAIM, **_TYPED),
    _choices(
        "events",
        "Which event may be meant.",
        lambda s, a: events_meant(s, a.own["typed"], language=a.language, limit=PROPOSED),
        **_TYPED,
        **LANGUAGE,
    ),
    _choices(
        "claims",
        "Claims of machines on events with some words.",
        lambda s, a: claims_with(s, a.own["typed"], language=a.language, limit=PROPOSED),
        **_TYPED,
        **LANGUAGE,
    ),
    _choices(
        "namesakes",
        "Who may be the same as an actor.",
        lambda s, a: actors_alike(s, a.own["actor"], limit=PROPOSED),
        actor=Own("Their key."),
    ),
    ApiRoute(
        f"{AT}suggestions",
        "Actors or events that may be one, and why.",
        lambda s, a: (
            suggest_events(s, limit=a.own["limit"], language=a.language)
            if a.own["of"] == "event"
            else suggest_actors(s, limit=a.own["limit"])
        ),
        SuggestionRow,
        many=True,
        filters=(),
        own={
            "of": Own("Of which.", default="actor", known=("actor", "event")),
            "limit": PAGE["limit"],
            **LANGUAGE,
        },
    ),
)
