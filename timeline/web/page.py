"""The page as a reader without JavaScript gets it: what is asked for stands in it."""

from __future__ import annotations

import hashlib
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from timeline.errors import TimelineError
from timeline.queries.chronology import chronology
from timeline.queries.dossier import dossier
from timeline.queries.parameters import PARAMETERS, question_of
from timeline.render import printable, render_detail, term, words
from timeline.render.languages import sentence
from timeline.web.bundle import MODULES, PAGE, page_script

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.queries.question import Question
    from timeline.queries.rows import EventRow

# What an address says of the page itself; all else in it is a filter (`address.js`).
OWN = ("view", "key", "window", "by")
_SWITCHES = {one.name for one in PARAMETERS.values() if one.takes == "switch"}
# So many events are written into it.
MOST_WRITTEN = 200


@cache
def bare_page() -> str:
    """Give the page without anything in it."""
    html = (PAGE / "index.html").read_text(encoding="utf-8")
    assert MODULES in html
    return html.replace(MODULES, f'<script type="module" src="{script_address()}"></script>')


@cache
def script_address() -> str:
    """Give the address of the page's script, which is another one when the script is."""
    return f"page.js?{hashlib.sha256(page_script().encode()).hexdigest()[:12]}"


def page_with(session: Any, pairs: Iterable[tuple[str, str]], language: str) -> str:
    """Write the page with the first events of those that an address asks for, and the one that is
    open beside them.

    Args:
        session: an open store.
        pairs: names and values, as they stand in the address.
        language: of dates, words and titles.
    """
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        if value or name in _SWITCHES:  # a form sends the fields that are left empty, too
            given.setdefault(name, []).append(value)
    own = {name: given.pop(name, [""])[0] for name in OWN}
    html = bare_page().replace('<html lang="en">', f'<html lang="{language}">')
    try:
        html = _filled(html, "events", _events(session, question_of(given), language))
        if own["view"] in ("", "event") and own["key"]:
            html = html.replace(' hidden>\n      <button id="close"', '>\n      <button id="close"')
            html = _filled(html, "open", _card(session, own["key"], language))
    except TimelineError as error:
        html = _filled(html, "said", escape(printable(sentence(error.message, language))))
    return html


def _filled(html: str, name: str, written: str) -> str:
    """Put something into an empty element, by its id."""
    before, found, after = html.partition(f' id="{name}"')
    opening, end, rest = after.partition(">")
    return f"{before}{found}{opening}{end}{written}{rest}"


def _events(session: Any, question: Question, language: str) -> str:
    found = chronology(session, question, language=language, limit=MOST_WRITTEN)
    return "".join(event_lines(found.rows, language))


def event_lines(rows: Iterable[EventRow], language: str) -> Iterator[str]:
    """Write events as the page has them in its list, with all that comes from outside escaped."""
    for row in rows:
        standing = row.standing or "retracted"
        actors = {party.name: None for party in row.actors if party.stance == "affirms"}
        about = [
            f'<span class="standing {escape(standing)}">{escape(term(standing, language))}</span>',
            escape(term(row.type, language)),
            *(_foreign(one) for one in (row.place, ", ".join(actors)) if one),
        ]
        address = escape(f"?{urlencode({'view': 'event', 'key': row.key})}")
        yield (
            f'<li><a href="{address}"><span class="date">{escape(words(row.date, language))}</span>'
            f"{_foreign(row.title or row.key, 'title')}"
            f'<span class="about">{" · ".join(about)}</span></a></li>\n'
        )


def _card(session: Any, key: str, language: str) -> str:
    found = dossier(session, key, language=language)
    title = _foreign(found.event.title or found.event.key)
    text = "".join(render_detail(found, format="table", language=language, why=True))
    return f'<h2 id="open-title">{title}</h2><pre>{escape(text)}</pre>'


def _foreign(text: str, kind: str = "") -> str:
    """Write a text from outside: what turns the direction in it turns nothing around it."""
    shown = f' class="{kind}"' if kind else ""
    return f"<bdi{shown}>{escape(printable(text))}</bdi>"
