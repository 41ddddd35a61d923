"""What the screen shows, as styled text: everything that comes from outside is escaped."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from timeline.cli.talk import talk
from timeline.render.dossier import chain_of
from timeline.render.escape import display_width, printable
from timeline.render.lists import View, date_in_words, standing_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from timeline import records as r
    from timeline.intake.sitting import Sitting
    from timeline.queries.passages import MarkedPassage
    from timeline.queries.proposals import Person
    from timeline.queries.review import GroupRow, MemberRow, ReviewCount
    from timeline.queries.rows import ClaimRow
    from timeline.queries.under_review import UnderReview

# What is marked in a paragraph -> how.
_MARKS = {
    "sentence": "not dim",
    "trigger": "bold reverse",
    "who": "bold cyan",
    "date": "bold green",
}
_DECISIONS = {"accepted": "green", "rejected": "red", "corrected": "yellow", "superseded": "yellow"}
_KEY, _FAINT, _KIND, _HEADING = "bold cyan", "dim", "magenta", "bold underline"
# So many other events are shown beside a claim.
_ALIKE = 3


def _line(*pieces: tuple[str, str] | str) -> Text:
    """Put pieces of text, each perhaps with its style, on one line."""
    safe = [(printable(one), "") if isinstance(one, str) else one for one in pieces]
    return Text.assemble(*((printable(text), style) for text, style in safe))


def status(sitting: Sitting, count: ReviewCount) -> Text:
    """The line of who reviews, what is done and left, and how fast."""
    rate = f"{sitting.rate():.1f}"
    said = talk("review-status", by=sitting.by, done=len(sitting.done), left=count.left, rate=rate)
    return _line((said, "bold"))


def source(item: UnderReview, view: View) -> Text:
    """The source of a claim, and when it was published."""
    title = item.names.get(item.claim.source, item.claim.source)
    published = f" · {view.words(item.published)}" if item.published else ""
    return _line((title, "italic"), (published, _FAINT))


def paragraph(passage: MarkedPassage) -> Text:
    """The paragraph, with sentence, trigger, people and date marked.

    Where something has to be escaped the marks move with it.
    """
    found = Text()
    edges = sorted({0, len(passage.text), *(edge for m in passage.marks for edge in m[:2])})
    for start, end in pairwise(edges):
        within = [m.kind for m in passage.marks if m.start <= start and end <= m.end]
        style = " ".join(("dim", *dict.fromkeys(_MARKS[kind] for kind in within)))
        found.append(printable(passage.text[start:end]), style)
    return found


def claim(item: UnderReview, view: View) -> RenderableType:
    """The claim as it was read, in words: what, when, who, where, how sure, according to whom."""
    title = item.event.title or item.event.key
    kind = _line((f"{view.term(item.event.type)}  ", f"bold {_KIND}"), (title, "bold"))
    fields = Table.grid(padding=(0, 1))
    fields.add_column(style=_KEY)
    fields.add_column(style=_FAINT, no_wrap=True)
    fields.add_column(ratio=1)
    for key, name, said in _fields(item, view):
        fields.add_row(key, name, said)
    return Group(*_decided(item, view), kind, fields, *_remarks(item, view))


def _decided(item: UnderReview, view: View) -> Iterator[Text]:
    if item.decision is not None:
        said = talk("review-decided", says=view.term(item.decision), by=item.by)
        yield _line((said, f"bold {_DECISIONS[item.decision]}"))


def _fields(item: UnderReview, view: View) -> Iterator[tuple[str, str, Text]]:
    """Give the fields of a claim: the key that mends it, its name, and what the claim says."""
    found = item.claim
    said = f" {view.quoted(found.said)}" if found.said else ""
    date = view.words(found.date.text if found.date else None)
    yield "d", view.heading("date"), _line(date, (said, _FAINT))
    taking = [one for one in enumerate(item.people, 1) if one[1].role]
    others = [one for one in enumerate(item.people, 1) if not one[1].role]
    yield "w", view.heading("who"), _people(taking, view) if taking else _line("–")
    if others:
        yield "", talk("review-named"), _people(others, view)
    place = item.names.get(found.place or "", found.place) or item.event.place
    yield "p", view.heading("place"), _line(place or "–")
    yield "m", view.heading("modality"), _line(_stance(found.polarity, found.modality, view))
    chain = (item.names.get(found.source, found.source), *(_hop(one, item) for one in found.via))
    yield "a", view.heading("chain"), _line(" ← ".join(chain))


def _people(people: Iterable[tuple[int, Person]], view: View) -> Text:
    """People, each with the digit that lets them in or out."""
    found = Text()
    for digit, one in people:
        role = f" ({view.term(one.role)})" if one.role else ""
        name = f"{one.name}{role}"
        found.append_text(_line((f"{digit} ", _KEY), (name, "bold" if role else _FAINT)))
        found.append("  ")
    return found


def _stance(polarity: str, modality: str, view: View) -> str:
    said = view.term(polarity)
    return f"{view.term(modality)}, {said}" if polarity == "affirms" else said


def _hop(hop: r.Hop, item: UnderReview) -> str:
    key = hop.actor or hop.source or hop.key
    return item.names.get(key, key) if key else hop.words or ""


def _remarks(item: UnderReview, view: View) -> Iterator[Text]:
    """Say why a claim is doubtful, and what people noted."""
    if item.doubts:
        yield Text()
    for doubt in item.doubts:
        yield _line((f"⚠ {view.sentence(doubt)}", "yellow"))
    for note in item.notes:
        yield _line((f"✎ {note.by}: ", _FAINT), note.text)


def known(item: UnderReview, view: View) -> RenderableType:
    """What the database says of the event already, and which events may be the same."""
    event = item.event
    lines = [_line((talk("review-known"), _HEADING))]
    if event.standing is not None:
        lines.append(_line(date_in_words(event, view), " · ", standing_in_words(event, view)))
    lines += [_other(one, view) for one in item.others] or [_line((talk("review-alone"), _FAINT))]
    if item.events:
        lines += [Text(), _line((talk("review-alike"), _HEADING))]
        lines += [
            _line(
                (f"{view.term(one.type)} ", _KIND),
                one.title or one.key,
                (f" · {view.words(one.date)}", _FAINT),
            )
            for one in item.events[:_ALIKE]
        ]
    return Group(*lines)


def _other(one: ClaimRow, view: View) -> Text:
    said = f"{_stance(one.polarity, one.modality, view)}, {view.words(one.date)}"
    line = _line((f"{view.before_colon(chain_of(one))} ", "bold"), said)
    if one.quote:
        line.append("\n").append_text(_line((view.quoted(one.quote), _FAINT)))
    return line


def group(row: GroupRow, members: Iterable[MemberRow], view: View) -> Text:
    """The question whether the actors of a group are one, and what names each of them first."""
    numbers = {"count": len(row.keys), "sources": row.sources}
    asked = talk("review-group", name=row.name, kind=view.term(row.kind), **numbers)
    lines = [_line((asked, "bold"))]
    for one in members:
        lines += [Text(), _line((f"{one.key} ", _KEY), (one.source or "", "italic"))]
        if one.quote:
            lines.append(_line(view.quoted(one.quote)))
    return Text("\n").join(lines)


def help_page(pairs: Iterable[tuple[str, str]]) -> RenderableType:
    """What review is, and every key with what it does."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold reverse", justify="center")
    grid.add_column(ratio=1)
    for key, does in pairs:
        grid.add_row(f" {key} ", _line(does))
    return Group(_line((talk("review-help"), "bold")), Text(), grid)


def keys(pairs: Iterable[tuple[str, str]], columns: int) -> Text:
    """The lines of keys and what they do; none is broken."""
    found, used = Text(), 0
    for key, does in pairs:
        width = display_width(does) + 6
        if used and used + width > columns:
            found.append("\n")
            used = 0
        found.append(f" {key} ", "bold reverse").append(f" {does}  ", _FAINT)
        used += width
    return found
