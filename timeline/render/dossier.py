"""One event with its claims, one source with its claims, and conflicts, as texts that a person
reads.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.errors import Message
from timeline.queries.rows import Voice, VoiceRow
from timeline.render.languages import phrases_of
from timeline.render.lists import date_in_words, in_conflict, place_in_words, standing_in_words
from timeline.render.machine import cell_text
from timeline.render.paper import Entry
from timeline.resolve import BY_REPORT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from timeline.queries.rows import (
        ChangeRow,
        ClaimRow,
        ConflictRow,
        DecisionRow,
        Dossier,
        GoneRow,
        LinkRow,
        NoteRow,
        QuantityRow,
        RevokedRow,
        Side,
        SourceDetail,
        ValueRow,
    )
    from timeline.render.lists import View

ARROW = " ← "
# So many characters of a moment are its day.
_DAY = len("2026-11-27")


def dossier(found: Dossier, view: View, *, why: bool) -> Iterator[Entry]:
    """One event: what it shows and its claims; with the reasons and all that each claim says if
    `why`.
    """
    event = found.event
    yield Entry("title", event.title or event.key)
    about = (event.key, view.term(event.type), place_in_words(event, view))
    yield Entry("line", " · ".join(filter(None, about)))
    yield Entry("gap")
    date = date_in_words(event, view)
    yield Entry(
        "item", f"{date} = {event.date}" if why and event.date else date, label=view.label("date")
    )
    if why:
        yield Entry("line", view.sentence(found.date_reason), depth=1)
    yield Entry("item", standing_in_words(event, view), label=view.label("standing"))
    if why:
        yield Entry("line", view.sentence(found.standing_reason), depth=1)
    yield from _values(found, view, why=why)
    if event.actors and not why:
        yield Entry(
            "item", view._replace(capacities=True).parties(event.actors), label=view.label("actors")
        )
    if found.tags:
        yield Entry("item", ", ".join(found.tags), label=view.label("tags"))
    if found.summary:
        yield Entry("gap")
        yield Entry("line", found.summary)
    yield from notes(found.notes, view)
    if why:
        yield from _lost(found, view)
    # What counts no more is history, unless there is nothing else.
    upheld = [claim for claim in found.claims if claim.gone is None]
    told = upheld if upheld and not why else found.claims
    yield from _section("claims", _claims(told, view, why=why, titles=False), view)
    yield from _section("revoked claims", [_revoked(row, view) for row in found.revoked], view)
    if why:
        yield from _section("statements", _statements(found, view), view)
    yield from _section("links", [_link(link, event.key, view) for link in found.links], view)


def source_detail(found: SourceDetail, view: View) -> Iterator[Entry]:
    """One source: what is known of it, and all that it says."""
    source = found.source
    access = "held in part" if source.partial and source.access == "held" else source.access
    known = (source.key, view.term(source.kind), view.term(access))
    yield Entry("title", source.title or source.key)
    yield Entry("line", " · ".join(filter(None, known)))
    yield Entry("gap")
    for name in ("publisher", "author", "published", "language", "url"):
        if value := getattr(source, name):
            yield Entry(
                "item", view.words(value) if name == "published" else value, label=view.label(name)
            )
    if source.replaces:
        kind = f" ({view.term(source.version)})" if source.version else ""
        yield Entry("item", f"{source.replaces}{kind}", label=view.label("replaces"))
    if source.evidence:
        yield Entry("item", view.term(source.evidence), label=view.label("evidence"))
    if source.replaced_by:
        yield Entry("item", source.replaced_by, label=view.label("replaced_by"))
    yield from notes(found.notes, view)
    yield from _section("claims", _claims(found.claims, view, why=True, titles=True), view)


def notes(found: Iterable[NoteRow], view: View) -> Iterator[Entry]:
    """What people noted, as a section."""
    yield from _section("notes", [_note(row, view) for row in found], view)


def _note(row: NoteRow, view: View, depth: int = 0) -> Entry:
    """`- Nina, 27 Nov 2026: call the mission`."""
    by = view.before_colon(f"{row.by}, {view.words(row.at[:_DAY])}")
    return Entry("item", row.text, depth, by, "-")


def conflicts(rows: Iterable[ConflictRow], view: View) -> Iterator[Entry]:
    """Conflicts, each with its sides and who takes them, quoted."""
    for number, row in enumerate(rows):
        if number:
            yield Entry("gap")
        name = f"{row.title} ({row.key})" if row.title else row.key
        yield Entry(
            "line",
            f"{view.term('conflict')}, {_about(row.about, view)}",
            label=view.before_colon(name),
        )
        yield from _sides(row, view)


def _sides(row: ConflictRow, view: View) -> Iterator[Entry]:
    """The sides of a conflict, each with its voices, and why it is not what is shown."""
    for side in row.sides:
        yield Entry("item", _says(row.about, side.says, view), depth=1, mark="-")
        yield from (_voice(voice, view) for voice in side.voices if voice.source)
        if said_by := [voice.collection for voice in side.voices if voice.collection]:
            yield Entry("item", ", ".join(said_by), depth=2, label=view.label("collection"))
        if side.why:
            yield Entry("item", view.sentence(side.why), depth=2, label=view.label("not shown"))


def voices(rows: Iterable[ConflictRow]) -> Iterator[VoiceRow]:
    """Give the sides of conflicts as a flat list: who says what about which."""
    for row in rows:
        for side in row.sides:
            yield from (VoiceRow(*row[:4], side.says, *voice, side.why) for voice in side.voices)


def _about(about: str, view: View) -> str:
    """What a conflict is about: `standing`, `title (fr)`, `who (recipient)`."""
    field, _, part = about.partition(".")
    if field == "who":
        part = view.term(part)
    return f"{view.term(field)} ({part})" if part else view.term(field)


def _says(about: str, says: str, view: View) -> str:
    """What one side says: a polarity or modality, a date, a number, who held a position, a title
    and so on.
    """
    if about.startswith("numbers."):
        return _number(says, view)
    if about in ("date", "published"):
        return f"{view.words(says)} = {says}"
    return view.term(says) if about in ("standing", "type", "kind", "verdict") else says


def _voice(voice: Voice, view: View) -> Entry:
    source = str(voice.source)
    if voice.origin:
        source += f"{ARROW}{voice.origin}"
    if voice.quote is None:
        return Entry("item", source, depth=2)
    return Entry("item", view.quoted(voice.quote), depth=2, label=view.before_colon(source))


def _number(says: str, view: View) -> str:
    """A number, or a range of it: `12,000`, `[12..15]`."""

    def grouped(digits: re.Match[str]) -> str:
        return view.number(int(digits[0]) if digits[0].isdecimal() else float(digits[0]))

    return re.sub(r"[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?", grouped, says)


def _values(found: Dossier, view: View, *, why: bool) -> Iterator[Entry]:
    """Numbers, and who fills a role of which sources name several; with the reasons, the place too,
    each with why it is shown.
    """
    for value in found.values:
        if why or value.about not in ("type", "place"):
            name = value.about.removeprefix("numbers.").removeprefix("who.")
            said = [one.says for one in value.sides] if value.says is None else [value.says]
            text = " / ".join(_says(value.about, one, view) for one in said)
            says = in_conflict(text, value.status, view)
            yield Entry("item", says, label=view.label(name))
        if why:
            yield Entry("line", view.sentence(value.reason), depth=1)
        if why and value.says is None:
            yield from _voices(value, value.sides, view, 1)


def _section(name: str, blocks: Iterable[Entry], view: View) -> Iterator[Entry]:
    """A section with its heading; nothing at all if it is empty."""
    for number, block in enumerate(blocks):
        if not number:
            yield Entry("gap")
            yield Entry("heading", view.heading(name))
        yield block


def _statements(found: Dossier, view: View) -> Iterator[Entry]:
    for row in found.statements:
        yield Entry("item", _about(row.about, view), mark="-")
        yield from _sides(row, view)


def _lost(found: Dossier, view: View) -> Iterator[Entry]:
    blocks = []
    for row in found.lost:
        date = view.before_colon(f"{view.words(row.date)} = {row.date}")
        blocks.append(
            Entry("item", _claimed(Voice(row.source, row.claim), row.why, view), 0, date, "-")
        )
    for value in found.values:
        if value.says is not None:
            blocks += _voices(value, value.sides[1:], view, 0, f"{_about(value.about, view)}, ")
    yield from _section("lost", blocks, view)


def _voices(
    value: ValueRow, sides: Iterable[Side], view: View, depth: int, about: str = ""
) -> Iterator[Entry]:
    """Who says what of a value: `- place, Lyon: daily, claim 12ab; it contradicts ...`."""
    for side in sides:
        says = view.before_colon(about + _says(value.about, side.says, view))
        for voice in side.voices:
            text = _claimed(voice, side.why, view)
            yield Entry("item", text, depth, says, "-")


def _claimed(voice: Voice, why: Message | None, view: View) -> str:
    """`daily, claim 12ab; it contradicts a better date`; what a person states is in no claim."""
    text = voice.collection or f"{voice.source}, {view.term('claim')} {voice.claim}"
    between = phrases_of(view.language).semicolon
    return f"{text}{between}{view.sentence(why)}" if why else text


def _claims(claims: Iterable[ClaimRow], view: View, *, why: bool, titles: bool) -> Iterator[Entry]:
    for number, claim in enumerate(claims, 1):
        if why and number > 1:
            yield Entry("gap")
        said = (
            _claim(claim, view, f"{number}.", titles=titles)
            if why
            else [_claim_line(claim, view, f"{number}.")]
        )
        first, *rest = (entry._replace(struck=not claim.counts) for entry in said)
        yield first
        if claim.gone:
            yield Entry("item", _gone(claim.gone, view), 1, view.label("taken back"))
        if why and not claim.evidence:
            beside = Message("claim-without-evidence", source=claim.source)
            yield Entry("item", view.sentence(beside), 1, view.label("evidence"))
        if claim.decision:
            yield from _decision(claim, claim.decision, view)
        yield from rest
        yield from (_note(note, view, 1) for note in claim.notes)


def _gone(gone: GoneRow, view: View) -> str:
    """`daily-2, a correction (13 Nov 2024), replaces its source`."""
    at = {} if gone.published is None else {"at": view.words(gone.published)}
    if gone.how == "withdrawal":
        said = view.sentence(Message("claim-withdrawn", by=gone.by, **at))
        return f"{view.before_colon(said)} {view.quoted(gone.quote)}" if gone.quote else said
    return view.sentence(Message(_REPLACED[gone.how], by=gone.by, **at))


# What a version is to the one that it replaces -> code of the sentence about that.
_REPLACED: dict[str | None, str] = {
    None: "claim-replaced",
    "update": "claim-updated",
    "correction": "claim-source-corrected",
    "retraction": "claim-source-retracted",
}
# What was decided -> code of the sentence about it.
_DECIDED = {
    "accepted": "claim-accepted",
    "rejected": "claim-rejected",
    "corrected": "claim-corrected",
    "superseded": "claim-superseded",
}


def _decision(claim: ClaimRow, decision: DecisionRow, view: View) -> Iterator[Entry]:
    """Who decided what about a claim, when and why; of a corrected one what is different."""
    values: dict[str, str] = {"by": decision.by, "at": view.words(decision.at[:_DAY])}
    values |= {"why": decision.why} if decision.why else {}
    values |= {"extractor": claim.extractor} if claim.extractor else {}
    code = _DECIDED[decision.says]
    if decision.says == "corrected" and not claim.extractor:
        code = "claim-corrected-of-person"
    yield Entry("item", view.sentence(Message(code, **values)), 1, view.label("decision"))
    if decision.changes:
        changes = phrases_of(view.language).semicolon.join(
            _change(change, view) for change in decision.changes
        )
        yield Entry("item", changes, 1, view.label("corrections"))


def _change(change: ChangeRow, view: View) -> str:
    """`date: 11 Nov 2024 → 12 Nov 2024`."""
    read, now = (_value(change.field, one, view) or "–" for one in (change.read, change.now))
    return f"{view.before_colon(view.term(change.field))} {read} → {now}"


def _value(field: str, value: Any, view: View) -> str:
    """A field of a claim in words."""
    if field == "date":
        return view.words(value)
    if field == "who":
        return view._replace(capacities=True).parties(value)
    if field == "quantities":
        return ", ".join(_quantity(one, view) for one in value)
    if field in ("polarity", "modality"):
        return view.term(value)
    return cell_text(value)


def _revoked(claim: RevokedRow, view: View) -> Entry:
    """`report-fr: affirms, reported, 11 Nov 2024; revoked 2024-11-20T10:00:00Z`."""
    said = [_stance(claim, view), *([view.words(claim.date)] if claim.date else [])]
    text = f"{', '.join(said)}; {view.term('revoked at')} {claim.revoked_at}"
    return Entry("item", text, label=view.before_colon(claim.source), mark="-")


def chain_of(claim: ClaimRow) -> str:
    """`report-fr ← The New York Times ← Iranian officials`."""
    hops = claim.chain[1:] if claim.chain[:1] == (claim.source,) else claim.chain
    return ARROW.join((claim.source, *hops))


def _stance(claim: ClaimRow | RevokedRow, view: View) -> str:
    """`affirms, reported`; of a claim that does not affirm, modality is beside the point; of one
    that withdraws, whose account.
    """
    polarity = view.term(claim.polarity)
    if withdrawn := getattr(claim, "withdraws", None):
        return f"{view.before_colon(polarity)} {withdrawn}"
    return f"{polarity}, {view.term(claim.modality)}" if claim.polarity == "affirms" else polarity


def _claim_line(claim: ClaimRow, view: View, mark: str) -> Entry:
    made = _maker(claim, view)
    said = [
        _stance(claim, view),
        *([view.words(claim.date)] if claim.date else []),
        *([made] if made else []),
    ]
    return Entry("item", ", ".join(said), label=view.before_colon(chain_of(claim)), mark=mark)


def _claim(claim: ClaimRow, view: View, mark: str, *, titles: bool) -> Iterator[Entry]:
    """A claim with all that it says."""
    known = ", ".join((view.words(claim.published), view.term(claim.access)))
    about = (
        f"{claim.title or claim.event} ({claim.event})" if titles else f"{claim.source} ({known})"
    )
    yield Entry("item", _stance(claim, view), label=view.before_colon(about), mark=mark)
    if claim.chain:
        yield Entry("item", chain_of(claim), 1, view.label("chain"))
    if claim.date or claim.said or claim.bound:
        yield Entry("item", _dating(claim, view), 1, view.label("date"))
    if claim.who:
        yield Entry("item", view._replace(capacities=True).parties(claim.who), 1, view.label("who"))
    if claim.place:
        yield Entry("item", claim.place, 1, view.label("place"))
    if claim.quantities:
        numbers = ", ".join(_quantity(one, view) for one in claim.quantities)
        yield Entry("item", numbers, 1, view.label("quantities"))
    place = f"{claim.source}, {claim.locator}" if claim.locator else ""
    if claim.quote:
        yield Entry("quote", view.quoted(claim.quote) + (f" ({place})" if place else ""), 1)
    elif place:
        yield Entry("item", place, 1, view.label("locator"))
    if claim.remark:
        yield Entry("item", claim.remark, 1, view.label("remark"))
    yield Entry("item", _made(claim, view), 1, view.label("claim"))


def _quantity(found: QuantityRow, view: View) -> str:
    """`dead 12`, `injured 30 – 40`, `cost 2,000,000,000 (≥ 1,000,000,000) EUR`."""
    low, high = (None if one is None else view.number(one) for one in (found.low, found.high))
    if low and high:
        bounds = f"{low} – {high}"
    else:
        bounds = f"≥ {low}" if low else f"≤ {high}" if high else ""
    value = "" if found.value is None else view.number(found.value)
    said = f"{value} ({bounds})" if value and bounds else value or bounds
    return " ".join(filter(None, (view.term(found.name), said, found.unit)))


def _dating(claim: ClaimRow, view: View) -> str:
    """`a Monday of November 2024 = [2024-11-04,...]; said “ce lundi”: this monday @ published`."""
    date = f"{view.words(claim.date)} = {claim.date}" if claim.date else view.words(None)
    if claim.bound:
        reported = f"{view.words(claim.bound, by_report=True)} = {claim.bound}"
        date = f"{date}; {view.before_colon(reported)} {BY_REPORT}"
    if not claim.said:
        return f"{date}; {claim.rule}" if claim.rule else date
    said = f"{date}; {view.term('said')} {view.quoted(claim.said)}"
    return f"{view.before_colon(said)} {claim.rule}" if claim.rule else said


def _made(claim: ClaimRow, view: View) -> str:
    """Its key, and what else is known of the claim itself."""
    parts = [claim.key]
    if claim.pinned:
        parts.append(view.term("pinned"))
    if claim.quote_start is not None and claim.quote_end is not None:
        parts.append(view.term("offsets").format(start=claim.quote_start, end=claim.quote_end))
    if made := _maker(claim, view):
        parts.append(made)
    return ", ".join(parts)


def _maker(claim: ClaimRow, view: View) -> str:
    """`machine-made by gdelt (confidence 0.8)`; nothing of a person's claim."""
    by = f"{view.term('extractor')} {claim.extractor}" if claim.extractor else ""
    if claim.confidence is None:
        return by
    sure = f"{view.term('confidence')} {claim.confidence:g}"
    return f"{by} ({sure})" if by else sure


def _link(link: LinkRow, here: str, view: View) -> Entry:
    """How the event stands to another, or another to it."""
    sides = [
        view.term("this event") if key == here else f"{title} ({key})" if title else key
        for key, title in ((link.event, link.title), (link.other, link.other_title))
    ]
    text = f"{sides[0]} – {view.term(link.kind)} – {sides[1]}"
    return Entry("item", f"{text} ({link.source})" if link.source else text, mark="-")
