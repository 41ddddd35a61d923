"""Lists of rows as tables for people: which columns, and what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from timeline.render.calendars import calendar_of
from timeline.render.grid import Column, Grid, Section
from timeline.render.languages import DEFAULT_LANGUAGE, heading, phrases_of, sentence, term
from timeline.render.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any, Protocol

    from timeline.errors import Message
    from timeline.queries.rows import EventRow, Party

    class AnyRow(Protocol):
        """Any of the rows that queries give."""

        @property
        def _fields(self) -> tuple[str, ...]: ...

        def _asdict(self) -> dict[str, Any]: ...

    class DatedRow(Protocol):
        """A row that shows the date of an event, and how it was reached."""

        @property
        def date(self) -> str | None: ...

        @property
        def date_status(self) -> str: ...


_STYLES = {
    "asserted": "green",
    "reported": "",
    "planned": "cyan",
    "disputed": "yellow",
    "denied": "red",
    "retracted": "red",
}
_DATES = {"date", "was", "published", "first", "last", "held"}
_WORDS = {
    "change",
    "kind",
    "standing",
    "polarity",
    "modality",
    "version",
    "access",
    "role",
    "about",
    "date_status",
    "type",
}

# So many of the others of a group have their keys in a table.
_SHOWN = 3

# Where a narrow terminal shows what of an event, below its date, standing, type and key.
_LINES = {"event": 1, "place": 1, "actors": 2, "sources": 2}

# What a table leaves out of a kind of rows, by its name; JSON and CSV have everything.
LEFT_OUT: Mapping[str, frozenset[str]] = {
    "ActorRow": frozenset({"names", "mention"}),
    "AppearanceRow": frozenset({"date_status"}),
    "PlaceRow": frozenset({"latitude", "longitude"}),
    "SourceRow": frozenset({"author", "url", "language", "partial"}),
}
# What it shows only where a row has it.
_IF_ANY: Mapping[str, frozenset[str]] = {
    "ActorRow": frozenset({"description", "event", "source"}),
    "ChangesetRow": frozenset({"begun", "acts"}),
    "SourceRow": frozenset({"replaces", "version", "evidence", "replaced_by"}),
}


class View(NamedTuple):
    """How rows are shown to people.

    Attributes:
        language: a code such as `en` or `fr`.
        capacities: whether participants come with the capacity in which they took part.
    """

    language: str = DEFAULT_LANGUAGE
    capacities: bool = False

    def heading(self, name: str) -> str:
        """A word of the model as a heading."""
        return heading(name, self.language)

    def term(self, name: str) -> str:
        """A word of the model."""
        return term(name, self.language)

    def label(self, name: str) -> str:
        """A word of the model as a label, with its colon."""
        return self.before_colon(heading(name, self.language))

    def before_colon(self, text: str) -> str:
        """A text with the colon of the language after it."""
        return text + phrases_of(self.language).colon

    def sentence(self, message: Message) -> str:
        """What a message says."""
        return sentence(message, self.language)

    def words(self, edtf: str | None, *, by_report: bool = False) -> str:
        """A date in words; `by_report`: it is the bound of a report."""
        return words(edtf, self.language, by_report=by_report)

    @property
    def semicolon(self) -> str:
        """What stands between the things of a list that have commas in them."""
        return phrases_of(self.language).semicolon

    def number(self, number: float) -> str:
        """A number with its thousands grouped."""
        return calendar_of(self.language).number(number)

    def quoted(self, text: str) -> str:
        """A passage in quotation marks."""
        return phrases_of(self.language).quote.format(text)

    def parties(self, parties: Iterable[Party]) -> str:
        """Participants on one line, each once: `Amir Saeid Iravani (participant, ambassador to the
        UN; speaker)`.

        Who speaks in an account that denies is said to deny; of anybody else in it, what they are
        said to have done is denied: they may have said nothing.
        """
        parts: dict[tuple[str, str], list[str]] = {}
        for party in parties:
            parts.setdefault((party.key, party.name), []).extend(self._part(party))
        return ", ".join(
            f"{name} ({self.semicolon.join(dict.fromkeys(found))})"
            for (_, name), found in parts.items()
        )

    def _part(self, party: Party) -> Iterator[str]:
        """What one account says of somebody: a role, and whether it is denied."""
        speaks = party.role == "speaker" and party.stance != "affirms"
        told = self.term(party.stance if speaks else party.role)
        yield f"{told}, {party.capacity}" if self.capacities and party.capacity else told
        if party.stance != "affirms" and not speaks:
            yield self.term("denied" if party.stance == "denies" else "not commented on")


def grid_of(rows: Sequence[AnyRow], view: View) -> Grid:
    """Rows of one kind, at least one, as a table: a column per field but for those left out."""
    kind = type(rows[0]).__name__
    left_out = LEFT_OUT.get(kind, frozenset()) | {
        name for name in _IF_ANY.get(kind, ()) if all(getattr(row, name) is None for row in rows)
    }
    names = [name for name in rows[0]._fields if name not in left_out]
    columns = tuple(_column(name, [getattr(row, name) for row in rows], view) for name in names)
    lines = [[_text(row, name, view) for name in names] for row in rows]
    return Grid(columns, (Section("", lines),))


def _column(name: str, values: Iterable[object], view: View, line: int = 0) -> Column:
    right = all(isinstance(value, int) or value is None for value in values)
    tints = standing_tints(view) if name == "standing" else ()
    style = "bold" if name in ("key", "event") else ""
    whole = name in ("key", "type")
    return Column(view.heading(name), right, style, tints, whole, line)


def standing_tints(view: View) -> tuple[tuple[str, str], ...]:
    """The colours of the standings, by their words."""
    return tuple((view.term(standing), style) for standing, style in _STYLES.items())


def _text(row: AnyRow, name: str, view: View) -> str:
    value = getattr(row, name)
    if name == "date" and value is not None and "date_status" in row._fields:
        return date_in_words(cast("DatedRow", row), view)
    return _cell(name, value, view)


def _cell(name: str, value: object, view: View) -> str:
    if name in _DATES and (value is None or isinstance(value, str)):
        return view.words(value) if value else ""
    if name in _WORDS and isinstance(value, str):
        return view.term(value)
    if name == "acts" and isinstance(value, tuple):
        return ", ".join(f"{view.term(act.kind)} {view.number(act.times)}" for act in value)
    if isinstance(value, tuple):
        shown = value[:_SHOWN] if name == "others" else value
        return "; ".join((*map(str, shown), *(("…",) if len(shown) < len(value) else ())))
    return "" if value is None else str(value)


def chronology(rows: Iterable[EventRow], view: View) -> Grid:
    """Events in order of time, those without a date last under their own heading.

    The certainty has a column if a window was asked for, the place if any event has one.
    """
    events = list(rows)
    shown = {
        "date": [date_in_words(event, view) if event.date else "" for event in events],
        "certainty": [_certainty(event, view) for event in events],
        "standing": [standing_in_words(event, view) for event in events],
        "type": [view.term(event.type) for event in events],
        "event": [event.title or event.key for event in events],
        "place": [place_in_words(event, view) for event in events],
        "actors": [view.parties(event.actors) for event in events],
        "sources": [", ".join(event.sources) for event in events],
        "key": [event.key for event in events],
    }
    names = [
        name for name, cells in shown.items() if any(cells) or name not in ("certainty", "place")
    ]
    lines = list(zip(*(shown[name] for name in names), strict=True))
    dated = [line for line, event in zip(lines, events, strict=True) if event.date]
    undated = [line for line, event in zip(lines, events, strict=True) if not event.date]
    columns = tuple(_column(name, shown[name], view, _LINES.get(name, 0)) for name in names)
    return Grid(
        columns,
        (Section("", dated), *([Section(view.heading("undated"), undated)] if undated else [])),
    )


def _certainty(event: EventRow, view: View) -> str:
    return "" if event.certain is None else view.term("certain" if event.certain else "possible")


def date_in_words(event: DatedRow, view: View) -> str:
    """The date of an event, and whether its sources disagree about it, or only report it."""
    text = view.words(event.date, by_report=event.date_status == "by_report")
    return in_conflict(text, event.date_status, view)


def place_in_words(event: EventRow, view: View) -> str:
    """The place of an event, and whether its sources disagree about it."""
    return in_conflict(event.place, event.place_status, view) if event.place else ""


def in_conflict(text: str, status: str, view: View) -> str:
    """What is shown, and whether sources disagree about it."""
    return f"{text} ({view.term('sources disagree')})" if status == "conflict" else text


def standing_in_words(event: EventRow, view: View) -> str:
    """The standing of an event, and whether machines alone speak of it, unreviewed, or nobody any
    more.
    """
    if event.standing is None:
        return view.term("nobody speaks of it any more")
    text = view.term(event.standing)
    unreviewed = event.machine and not event.reviewed
    return f"{text} ({view.term('machine')})" if unreviewed else text
