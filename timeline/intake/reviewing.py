"""What a reviewer does about one claim, each as one changeset of an open transaction: the screen in
the terminal and the page in the browser both come here.

What is given as `item` is the claim as `under_review` shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from timeline import load
from timeline import records as r
from timeline.errors import NotFoundError, UsageError, Where
from timeline.load.leases import leased
from timeline.load.reviewing import free_key, put_right
from timeline.queries.passages import found_in, sentence_at
from timeline.queries.review import decision_on
from timeline.queries.sources import held_text
from timeline.store.stored import by_hand_of
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.load import Report
    from timeline.queries.proposals import Person
    from timeline.queries.under_review import UnderReview

# Who speaks or acts comes first, then to whom it is said or done.
_SPEAKING: tuple[r.Role, r.Role] = ("speaker", "addressee")
_ACTING: tuple[r.Role, r.Role] = ("agent", "recipient")
# Who does something, and to whom it is done, change places.
_SWAPPED: dict[str, r.Role] = {
    "agent": "recipient",
    "recipient": "agent",
    "victim": "agent",
    "beneficiary": "agent",
    "speaker": "addressee",
    "addressee": "speaker",
}


def refuse_taken(session: Any, key: str, *, by: str, seen: str | None) -> None:
    """See to it that nobody else looks at a claim, or has decided about it meanwhile.

    Args:
        session: an open store.
        key: of the claim.
        by: who wants to do something about it.
        seen: what was decided about it when they looked.

    Raises:
        NotFoundError: it is revoked.
        UsageError: somebody does, or has.
    """
    other = leased(session, key)
    if other not in (None, by):
        raise UsageError("claim-with-another", claim=key, by=other)
    decision, decider = decision_on(session, key)
    if decision != seen and decider != by:
        raise UsageError("decided-meanwhile", by=decider, says=decision)


def accept(session: Any, key: str, *, by: str, why: str | None = None) -> Report | None:
    """Stand by a claim; None where it was corrected, and the correction is what stands."""
    if decision_on(session, key)[0] == "corrected":
        return None
    return load.judge_claims(session, "accepted", [key], by=by, why=why)


def take(
    session: Any,
    item: UnderReview,
    person: Person,
    *,
    by: str,
    role: r.Role | None = None,
    kind: r.ActorKind = "person",
) -> Report:
    """Let somebody take part, in another role if they do already.

    Args:
        session: a store opened to write.
        item: the claim.
        person: one of those proposed, or a new one: without a key.
        by: who says so.
        role: None means the usual one: who is named before the trigger acts or speaks, who is named
            behind it is one to whom that is done or said.
        kind: of a new one.
    """
    key, new = person.key, []
    if key is None:
        key = free_key(session, t.actor, person.name)
        new = [r.Actor(key=key, name=person.name, kind=kind)]
    part = r.Part(key, role or _usual_role(item, person), person.capacity)
    who = [one for one in item.claim.who if one.actor != key]
    place = next((n for n, one in enumerate(item.claim.who) if one.actor == key), len(who))
    return put_right(session, item.key, {"who": (*who[:place], part, *who[place:])}, by=by, new=new)


def _usual_role(item: UnderReview, person: Person) -> r.Role:
    first, second = _SPEAKING if item.event.type == "STATEMENT" else _ACTING
    trigger = next((mark for mark in item.passage.marks if mark.kind == "trigger"), None)
    places = [start for start, _ in found_in(item.passage.text, [person.name])]
    if trigger is None or not places:
        return second if any(one.role == first for one in item.claim.who) else first
    nearest = min(places, key=lambda start: abs(start - trigger.start))
    return first if nearest < trigger.start else second


def leave_out(session: Any, item: UnderReview, actor: str, *, by: str) -> Report:
    """Let somebody take part no more; `actor`: their key."""
    who = tuple(one for one in item.claim.who if one.actor != actor)
    return put_right(session, item.key, {"who": who}, by=by)


def attributed(item: UnderReview, via: Sequence[r.Hop]) -> dict[str, Any]:
    """Give what else is to be in a claim: from whom its source has it. What it says itself it
    asserts; what it has from others it reports.

    Args:
        item: the claim.
        via: the hops; none where the source says it itself.
    """
    modality = item.claim.modality
    if via and modality == "asserted":
        modality = "reported"
    elif not via and item.claim.via and modality == "reported":
        modality = "asserted"
    return {"via": tuple(via), "modality": modality}


def swap(session: Any, item: UnderReview, *, by: str) -> Report:
    """Let those who do something and those to whom it is done change places."""
    who = tuple(replace(one, role=_SWAPPED.get(one.role, one.role)) for one in item.claim.who)
    return put_right(session, item.key, {"who": who}, by=by)


def retype(session: Any, item: UnderReview, kind: r.EventType, *, by: str) -> Report:
    """State the type of a claim's event."""
    return load.state(session, r.Event, item.event.key, {"type": kind}, by=by)


# Words of the text --------------------------------------------------------------------------------


def reread(session: Any, item: UnderReview, start: int, end: int, *, by: str) -> Report:
    """Say which word of the text names a claim's event; its quote is then the sentence of that.

    Args:
        session: a store opened to write.
        item: the claim.
        start, end: offsets of the word in the source's text, in characters.
        by: who says so.

    Raises:
        UsageError: the text has no such words.
    """
    return put_right(session, item.key, _at(session, item.claim.source, start, end), by=by)


def tell(
    session: Any,
    source: str,
    words: tuple[int, int],
    *,
    by: str,
    event: str | r.Event,
) -> Report:
    """Make a claim of words of a text.

    Args:
        session: a store opened to write.
        source: key of the document.
        words: offsets of those that name the event, in characters.
        by: who reads it so.
        event: the key of one that is known, or a new one.

    Raises:
        NotFoundError: there is no such document.
        UsageError: its text has no such words.
        LoadError: what it names is not there, or can't be.
    """
    mine = {"collection": by_hand_of(by), "by": by, "at": load.run.now()}
    records: list[r.AnyRecord] = []
    if isinstance(event, r.Event):
        event = replace(event, key=free_key(session, t.event, event.key), **mine)
        records.append(event)
    claim = r.Claim(
        collection=by_hand_of(by),
        event=event if isinstance(event, str) else event.key,
        source=source,
        **_at(session, source, *words),
    )
    found = (r.Located(record, Where("add")) for record in (*records, claim))
    return load.load(session, found, kind="add", by=by)


def _at(session: Any, source: str, start: int, end: int) -> dict[str, Any]:
    """Give the fields of a claim that say where it stands."""
    held = held_text(session, source)
    if held.text is None:
        raise NotFoundError("no-text-held", source=source)
    if not 0 <= start < end <= len(held.text):
        raise UsageError("no-such-words", source=source, start=start, end=end)
    first, last = sentence_at(held.text, start, end)
    return {
        "quote": held.text[first:last],
        "quote_start": first,
        "quote_end": last,
        "trigger_start": start,
        "trigger_end": end,
    }
