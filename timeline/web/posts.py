"""What may be written with `--review`: a path, what a request has to say, and the function of the
house that does it, the same as a command or the terminal's review calls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import UNSET

from timeline import load
from timeline import records as r
from timeline.dates import parse
from timeline.errors import UsageError
from timeline.intake import reviewing
from timeline.load.leases import lease, release
from timeline.load.reviewing import free_key, put_right, split, undo_own
from timeline.names import slug
from timeline.queries.claimed import find_thing
from timeline.queries.proposals import Person
from timeline.queries.review import still_open
from timeline.queries.under_review import under_review
from timeline.store.tables import tables as t
from timeline.web import bodies as b

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.load import Report


class Leased(NamedTuple):
    """The claim that somebody may look at for ten minutes; null: others look at all of them."""

    claim: str | None


class ApiPost(NamedTuple):
    """One thing that may be written.

    Attributes:
        path: below the root.
        says: what is done, in a line.
        takes: the class of the body.
        act: does it, in an open store.
        once: whether it makes a changeset, and is done once for each name of a request.
    """

    path: str
    says: str
    takes: type[b.Order]
    act: Callable[[Any, Any], Any]
    once: bool = True


def _look(session: Any, body: b.LookOrder) -> Leased:
    return Leased(lease(session, still_open(session, body.claims), by=body.by))


def _leave(session: Any, body: b.LeaveOrder) -> Leased:
    release(session, by=body.by)
    return Leased(None)


def _correct(session: Any, body: b.CorrectionOrder) -> Report:
    given, new = body.changes, []
    changes = {
        name: value
        for name in given.__struct_fields__
        if (value := getattr(given, name)) is not UNSET
    }
    if isinstance(given.date, str):
        changes["date"] = parse(given.date)
    if isinstance(given.place, b.NewPlace):
        changes["place"] = free_key(session, t.place, given.place.name)
        new = [r.Place(key=changes["place"], name=given.place.name)]
    if given.via is not UNSET:
        changes["via"] = tuple(_hop(one) for one in given.via)
    return put_right(session, body.claim, changes, by=body.by, new=new)


def _hop(via: b.GivenHop) -> r.Hop:
    if (via.actor is None) == (via.words is None):
        raise UsageError("via-of-what")
    return r.Hop(actor=via.actor, words=via.words)


def _take(session: Any, body: b.TakeOrder) -> Report:
    given = body.who
    person = Person(given.key, given.name, given.role, given.capacity)
    item = under_review(session, body.claim)
    return reviewing.take(session, item, person, by=body.by, role=given.role, kind=given.kind)


def _leave_out(session: Any, body: b.LeaveOutOrder) -> Report:
    item = under_review(session, body.claim)
    return reviewing.leave_out(session, item, body.actor, by=body.by)


def _tell(session: Any, body: b.TellOrder) -> Report:
    event: str | r.Event
    if isinstance(body.event, b.NewEvent):
        title = {body.language: body.event.title}
        event = r.Event(key=slug(body.event.title), type=body.event.type, title=title)
    else:
        event = body.event
    words = (body.start, body.end)
    return reviewing.tell(session, body.source, words, by=body.by, event=event)


def _note(session: Any, body: b.NoteOrder) -> Report:
    _, about = find_thing(session, body.about, (body.of,))
    return load.note(session, body.of, about, body.text, by=body.by)


_AT = "/api/review/"

POSTS = (
    ApiPost(
        f"{_AT}look",
        "Take the first of some claims that nobody has decided about or looks at, for ten minutes.",
        b.LookOrder,
        _look,
        once=False,
    ),
    ApiPost(f"{_AT}leave", "Give back what one looks at.", b.LeaveOrder, _leave, once=False),
    ApiPost(
        f"{_AT}accept",
        "Stand by a claim.",
        b.VerdictOrder,
        lambda s, o: reviewing.accept(s, o.claim, by=o.by, why=o.why),
    ),
    ApiPost(
        f"{_AT}reject",
        "Let a claim count for nothing.",
        b.VerdictOrder,
        lambda s, o: load.judge_claims(s, "rejected", [o.claim], by=o.by, why=o.why),
    ),
    ApiPost(f"{_AT}correct", "Put a date, place and so on right.", b.CorrectionOrder, _correct),
    ApiPost(f"{_AT}take", "Let somebody take part, or in another role.", b.TakeOrder, _take),
    ApiPost(f"{_AT}leave-out", "Let somebody take part no more.", b.LeaveOutOrder, _leave_out),
    ApiPost(
        f"{_AT}swap",
        "Let those who do something and those to whom it is done change places.",
        b.ClaimOrder,
        lambda s, o: reviewing.swap(s, under_review(s, o.claim), by=o.by),
    ),
    ApiPost(
        f"{_AT}retype",
        "State the type of a claim's event.",
        b.TypeOrder,
        lambda s, o: reviewing.retype(s, under_review(s, o.claim), o.type, by=o.by),
    ),
    ApiPost(
        f"{_AT}reread",
        "Say which word of the text names a claim's event.",
        b.WordOrder,
        lambda s, o: reviewing.reread(s, under_review(s, o.claim), o.start, o.end, by=o.by),
    ),
    ApiPost(
        f"{_AT}split",
        "Give a claim an event of its own.",
        b.ClaimOrder,
        lambda s, o: split(s, o.claim, by=o.by),
    ),
    ApiPost(f"{_AT}tell", "Make a claim of words of a text.", b.TellOrder, _tell),
    ApiPost(
        f"{_AT}same",
        "Judge two actors or events to be one.",
        b.SameOrder,
        lambda s, o: load.merge(s, o.of, o.first, o.other, by=o.by),
    ),
    ApiPost(
        f"{_AT}different",
        "Judge two actors or events to be different.",
        b.SameOrder,
        lambda s, o: load.decline(s, o.of, o.first, o.other, by=o.by),
    ),
    ApiPost(
        f"{_AT}unite",
        "Judge several actors to be one.",
        b.UniteOrder,
        lambda s, o: load.unite(s, *o.actors, by=o.by),
    ),
    ApiPost(
        f"{_AT}note",
        "Write a note.",
        b.NoteOrder,
        _note,
    ),
    ApiPost(
        f"{_AT}undo",
        "Take back what one decided last.",
        b.UndoOrder,
        lambda s, o: undo_own(s, by=o.by).report,
    ),
)
