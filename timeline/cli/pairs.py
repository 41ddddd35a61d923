"""Actors or events that a person names, for `merge`, `unmerge` and `decline`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.load import Report


def judge(
    act: Callable[..., Report],
    *called: str,
    events: bool,
    by: str | None,
    db: str,
    done: str,
) -> None:
    """Find out which are meant, act on them, and say so.

    Args:
        act: `merge`, `unmerge` or `decline`.
        called: what the person calls them, two or more.
        events: whether they are events, whatever else has that name.
        by: who does it, as the person says.
        db: the database.
        done: code of what to print, if there is nothing to be said against it.
    """
    from timeline.cli.output import say, write_line
    from timeline.cli.person import person
    from timeline.cli.talk import talk, told
    from timeline.queries.find import key_of
    from timeline.store import open_store

    with open_store(db, write=True) as session:
        of, *keys = key_of(session, *called, of="event" if events else None)
        report = act(session, of, *keys, by=person(by))
    if report.new and report.revoked:
        say(talk("own-word-replaced"))
    for notice in report.notices:
        say(told(notice.message))
    if not report.notices:
        write_line(talk(done, left=keys[0], right=keys[1:], of=of))
