"""Rows: one line of an answer each, named for what it shows.

Dates are EDTF text, bounds ISO 8601 text.
"""

from typing import Any, Generic, NamedTuple, TypeVar

from timeline.errors import Message

# The annotations here are no texts (`from __future__ import annotations`): NamedTuple would compile
# each of them, which is a third of what this module takes to import.
Row = TypeVar("Row")


class Page(NamedTuple, Generic[Row]):
    """A part of a long answer.

    Attributes:
        rows: the lines.
        after: what `--after` takes to go on; None at the end.
    """

    rows: tuple[Row, ...]
    after: str | None = None


class Party(NamedTuple):
    """An actor in a role, in one event; stance: whether the account affirms, denies or declines to
    comment on it.
    """

    key: str
    name: str
    role: str
    capacity: str | None = None
    stance: str = "affirms"


class EventRow(NamedTuple):
    """An event in the chronology.

    Attributes:
        key: what a person calls it by.
        date: EDTF; None means undated.
        earliest, latest: bounds, half-open, ISO 8601; None means open or unknown.
        date_status: pinned, agreed, conflict, by_report (the date is `[..D]`: the first report is
            of D, and nobody says when it was) or none.
        certain: whether it surely lies in the window, and at the place, that was asked for; None
            without either.
        type: PLOVER category or one of ours.
        title: in the language asked for, else in the first there is.
        place: name.
        actors: who took part, in the order of the claims.
        standing: asserted, reported, disputed, denied, retracted or planned; None = nobody speaks
            of it any more, which only its dossier shows.
        sources: keys.
        claims, origins: how many.
        reviewed: whether a person made or accepted one of its claims.
        machine: whether machines alone made its claims.
        confidence: of the surest machine, 0 to 1.
        hidden: whether machines alone say so, undecided and unsure.
        place_status: pinned, agreed, conflict or none (no claim says where it was).
    """

    key: str
    date: str | None
    earliest: str | None
    latest: str | None
    date_status: str
    certain: bool | None
    type: str
    title: str | None
    place: str | None
    actors: tuple[Party, ...]
    standing: str | None
    sources: tuple[str, ...]
    claims: int
    origins: int
    reviewed: bool
    machine: bool
    confidence: float | None
    hidden: bool
    place_status: str = "none"


class Unlisted(NamedTuple):
    """How many events a question finds that are not listed.

    Attributes:
        hidden: what machines alone say, undecided and unsure.
        open: what is known by a report alone that is later than the window.
    """

    hidden: int = 0
    open: int = 0


class QuantityRow(NamedTuple):
    """A number that a claim gives: an estimate, its bounds, or both, and its unit."""

    name: str
    value: float | None
    low: float | None
    high: float | None
    unit: str | None


class NoteRow(NamedTuple):
    """A person's words on something; at: EDTF."""

    text: str
    by: str
    at: str


class ChangeRow(NamedTuple):
    """What a person put right in a claim: a field of `ClaimRow`, as it was read and as it is."""

    field: str
    read: Any
    now: Any


class DecisionRow(NamedTuple):
    """What a person decided about a claim, when (EDTF) and why.

    Attributes:
        says: accepted, rejected, corrected or superseded (another reading of what was decided).
        changes: of a corrected one, where the person's claim differs.
    """

    says: str
    by: str
    at: str
    why: str | None
    changes: tuple[ChangeRow, ...] = ()


class GoneRow(NamedTuple):
    """Why a claim counts no more.

    Attributes:
        by: key of the source that replaces its own, or that took it back.
        how: update, correction or retraction, if that source says what it is; `withdrawal`.
        published: when that was, EDTF; quote: what the one that took it back says.
    """

    by: str
    how: str | None
    published: str | None
    quote: str | None = None


class ClaimRow(NamedTuple):
    """One source's account of one event.

    Attributes:
        key: the claim's key.
        event, title: what it speaks of.
        source: key; published: EDTF; access: held or cited.
        polarity: affirms, denies, declines or withdraws.
        modality: asserted, reported, possible, planned, requested or hypothetical.
        said: the date in the source's words; rule: what they mean; date: EDTF.
        bound: `[..D]` of one that tells of a fact without a date, where D is the day of its report.
        place: name of where it happened, by this account; quantities: the numbers that it gives.
        who: the participants in this account.
        chain: the hops from the source towards the origin, as a person reads them.
        quote: the passage; quote_start, quote_end: offsets in the source's text, in characters.
        locator: where in the source it stands ("p. 14", "00:12:31"); remark: its editor's words.
        withdraws: key of the source whose account of the event it takes back.
        decision: what a person decided about it; notes: what people noted on it.
        gone: why it counts no more, if a version of its source or another claim says so.
        evidence: whether its source is evidence.
    """

    key: str
    event: str
    title: str | None
    source: str
    published: str | None
    access: str
    polarity: str
    modality: str
    said: str | None
    rule: str | None
    date: str | None
    bound: str | None
    place: str | None
    quantities: tuple[QuantityRow, ...]
    who: tuple[Party, ...]
    chain: tuple[str, ...]
    quote: str | None
    quote_start: int | None
    quote_end: int | None
    locator: str | None
    remark: str | None
    extractor: str | None
    confidence: float | None
    pinned: bool
    withdraws: str | None = None
    decision: DecisionRow | None = None
    notes: tuple[NoteRow, ...] = ()
    gone: GoneRow | None = None
    evidence: bool = True

    @property
    def counts(self) -> bool:
        """Whether people, later versions and those who withdraw let it count."""
        decided = self.decision is not None and self.decision.says != "accepted"
        return self.gone is None and not decided


class LostRow(NamedTuple):
    """A claim whose date is not the one shown."""

    claim: str
    source: str
    date: str
    why: Message


class RevokedRow(NamedTuple):
    """A claim that counts no more: who made it, what it said, and when it was revoked."""

    claim: str
    source: str
    polarity: str
    modality: str
    date: str | None
    quote: str | None
    revoked_at: str


class LinkRow(NamedTuple):
    """How one event stands to another: `event` is `kind` of `other`."""

    event: str
    title: str | None
    kind: str
    other: str
    other_title: str | None
    source: str | None


class Dossier(NamedTuple):
    """One event with all that is known of it, and why it shows what it shows.

    `revoked`: who spoke of it, where nobody does any more; `statements`: where collections say
    different things of the event itself; `values`: its place, numbers and so on, by its claims.
    """

    event: EventRow
    summary: str | None
    tags: tuple[str, ...]
    date_reason: Message
    standing_reason: Message
    lost: tuple[LostRow, ...]
    claims: tuple[ClaimRow, ...]
    links: tuple[LinkRow, ...]
    revoked: tuple[RevokedRow, ...] = ()
    statements: tuple["ConflictRow", ...] = ()
    notes: tuple[NoteRow, ...] = ()
    values: tuple["ValueRow", ...] = ()


class ActorRow(NamedTuple):
    """An actor in the list.

    Attributes:
        names: further names.
        first, last: the dates (EDTF) of the first and last dated event.
        events: how many.
        mention: whether a machine alone found him, and nobody has confirmed him.
        description, event, source: in a list, where several have one name, what tells them apart:
            the title or key of the first event, and the key of the source that tells first of it.
    """

    key: str
    name: str
    kind: str
    names: tuple[str, ...]
    first: str | None
    last: str | None
    events: int
    mention: bool = False
    description: str | None = None
    event: str | None = None
    source: str | None = None


class MentionRow(NamedTuple):
    """An actor that a machine found and nobody has confirmed; sources: keys of those that speak of
    him.
    """

    key: str
    name: str
    kind: str
    events: int
    sources: tuple[str, ...]


class PlaceRow(NamedTuple):
    """A place in the list; names: further ones; part_of: key of the place in which it lies;
    latitude, longitude: in degrees (WGS 84).
    """

    key: str
    name: str
    names: tuple[str, ...]
    country: str | None
    part_of: str | None
    latitude: float | None = None
    longitude: float | None = None


class TypeRow(NamedTuple):
    """A type of events, and what people call such events in a language."""

    type: str
    words: tuple[str, ...]


class SuggestionRow(NamedTuple):
    """Actors or events that may all be one.

    Attributes:
        key, name: who would stand for all of them.
        others: the keys of the others.
        other_names: what these are called, each name once.
        size: how many there are, with the first.
        reason: why.
    """

    key: str
    name: str | None
    others: tuple[str, ...]
    other_names: tuple[str, ...]
    size: int
    reason: Message


class FindingRow(NamedTuple):
    """What deserves a look: which kind of flaw, in which claim (key) of which event, and what is
    odd about it. Where nothing stands any more of which a person decided, there may be no event.
    """

    kind: str
    event: str | None
    claim: str
    says: str


class NameRow(NamedTuple):
    """One name of an actor."""

    text: str
    language: str | None
    kind: str


class PositionRow(NamedTuple):
    """A title that an actor holds or held.

    held: from when to when, as an EDTF interval; None if nobody says.
    source: who says so; of several that only call them so, the last.
    called: where `held` is None, the first and the last day on which a source called them so, as an
        EDTF set.
    """

    title: str
    organisation: str | None
    held: str | None
    source: str | None
    called: str | None = None


class AppearanceRow(NamedTuple):
    """An actor in one event: role and capacity in the claims, and the positions held at the
    time.
    """

    event: str
    date: str | None
    date_status: str
    title: str | None
    role: str
    capacity: str | None
    standing: str
    positions: tuple[str, ...]


class CompanyRow(NamedTuple):
    """Another actor who appears in the same events."""

    key: str
    name: str
    events: int


class Profile(NamedTuple):
    """One actor.

    Attributes:
        merged, merged_by_machine: keys of those that are the same, as people judged, and of the
            mentions that a machine takes for it.
        hidden: how many events are not shown, since machines alone speak of them, undecided and
            unsure; notes: what people noted on it.
    """

    actor: ActorRow
    description: str | None
    names: tuple[NameRow, ...]
    identifiers: tuple[tuple[str, str], ...]
    merged: tuple[str, ...]
    merged_by_machine: tuple[str, ...]
    positions: tuple[PositionRow, ...]
    roles: tuple[tuple[str, int], ...]
    appearances: tuple[AppearanceRow, ...]
    company: tuple[CompanyRow, ...]
    hidden: int
    notes: tuple[NoteRow, ...] = ()


class SourceRow(NamedTuple):
    """A source in the list; replaces, replaced_by: keys of the versions before and after it;
    version: what it is to the one before; evidence: whether it is, if it says so;
    partial: whether the text that is held is only a part of it.
    """

    key: str
    kind: str
    title: str | None
    publisher: str | None
    author: str | None
    url: str | None
    language: str | None
    published: str | None
    access: str
    claims: int
    events: int
    replaces: str | None = None
    version: str | None = None
    evidence: str | None = None
    partial: bool = False
    replaced_by: str | None = None


class SourceDetail(NamedTuple):
    """One source with its claims."""

    source: SourceRow
    claims: tuple[ClaimRow, ...]
    notes: tuple[NoteRow, ...] = ()


class Voice(NamedTuple):
    """Who takes a side: a source (key; of an office it may be nobody), by which claim (key), in
    which words, and from whom it has that, if it passes it on; of what is said of a thing itself, a
    collection (key).
    """

    source: str | None = None
    claim: str | None = None
    quote: str | None = None
    collection: str | None = None
    origin: str | None = None


class Side(NamedTuple):
    """What some say where others say something else; why it is not what is shown, where a rule
    tells that.
    """

    says: str
    voices: tuple[Voice, ...]
    why: Message | None = None


class ValueRow(NamedTuple):
    """What claims say of an event beside date and standing.

    Attributes:
        about: `place`, `numbers.NAME`, or `who.ROLE`, of a role that only one can fill where
            several are named; `type`, where events of several types were made one.
        says: what is shown: a name or a number; in a conflict of a number the range of all that is
            said, of actors nobody.
        status: pinned, agreed or conflict.
        reason: why.
        sides: where claims are at odds, what is shown first, if anything is.
    """

    about: str
    says: str | None
    status: str
    reason: Message
    sides: tuple[Side, ...] = ()


class ConflictRow(NamedTuple):
    """What can't all be right.

    Attributes:
        about: `standing` (some deny it), `date`, `place`, `numbers.NAME`, `who.ROLE` (a role that
            only one can fill), `verdict` (people decided differently about a claim), or `position`
            (several hold it at once); of what collections say of a thing itself the field, with its
            language or scheme (`title.fr`).
        of: what it is about: an `event`, an `actor` (of an office: whose it is), a `place` or a
            `source`.
        key, title: of the thing; of an office the title is in it.
        sides: the one that is shown first, else in order of time.
    """

    about: str
    of: str
    key: str
    title: str | None
    sides: tuple[Side, ...]


class VoiceRow(NamedTuple):
    """One voice in a conflict, for who wants no lists in a line: the fields of `ConflictRow`,
    `Side` and `Voice`.
    """

    about: str
    of: str
    key: str
    title: str | None
    says: str
    source: str | None
    claim: str | None
    quote: str | None
    collection: str | None
    origin: str | None
    why: Message | None


class ActRow(NamedTuple):
    """How often somebody did one kind of thing in a sitting."""

    kind: str
    times: int


class ChangesetRow(NamedTuple):
    """One run that changed the database, or all that a person decided in one sitting.

    Attributes:
        number: of the changeset; of several the last one.
        made_at: when that was.
        kind: what was done; "sitting" of several.
        by: who ran it.
        begun: when the first of several was made.
        acts: what the several are.
    """

    number: int
    made_at: str
    kind: str
    input: str | None
    new: int
    changed: int
    unchanged: int
    revoked: int
    undone_by: int | None
    tool_version: str
    by: str | None = None
    begun: str | None = None
    acts: tuple[ActRow, ...] | None = None


class DifferenceRow(NamedTuple):
    """What differs between two databases, or two states of one.

    Attributes:
        change: new, revoked, changed; what a person decided of a claim (accepted, rejected,
            corrected); redated or disputed, of an event.
        kind: of the record.
        key: its own; of a claim, link or verdict that of the event or claim that it is about.
        name: a title, a name, or the words of a quote or note.
        date: that of the claim or event, now; EDTF.
        was: the date of the event before.
        standing: of an event that is disputed now.
        source: which says so; of a verdict or note whose it is.
    """

    change: str
    kind: str
    key: str
    name: str | None = None
    date: str | None = None
    was: str | None = None
    standing: str | None = None
    source: str | None = None
