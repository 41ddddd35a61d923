"""What a load did, told to a person while it is done and at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.cli.output import say, write_line
from timeline.cli.talk import placed, talk
from timeline.errors import Problem
from timeline.intake.outcome import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeVar

    from timeline.intake.outcome import Loaded

    T = TypeVar("T")


def telling(items: Iterable[T]) -> Iterator[T]:
    """Say aside what is wrong with files, and what one should know of them, as it comes."""
    for item in items:
        if isinstance(item, Problem | Notice):
            say(placed(item))
        yield item


def tell(loaded: Loaded, *, dry_run: bool) -> None:
    """Print what was done, and say aside what a person may not have meant."""
    report, numbers = loaded.report, loaded.changesets
    if loaded.read or loaded.held or loaded.problems:
        say(", ".join(_articles(loaded)))
    if dry_run:
        say(talk("dry-run"))
    elif len(numbers) > 1:
        say(talk("several-changesets", first=numbers[0], last=numbers[-1]))
    counts = {name: getattr(report, name) for name in ("new", "changed", "unchanged", "revoked")}
    write_line(talk("counts", **counts))
    for notice in report.notices:
        say(placed(notice))
    for event, number in report.revoked_of.items():
        say(talk("revoked-of", count=number, event=event))
    for name in report.replaced:
        say(talk("nothing-left", name=name))
        say(talk("another-collection"))


def _articles(loaded: Loaded) -> Iterator[str]:
    yield talk("articles-read", count=loaded.read)
    if loaded.held:
        yield talk("articles-held", count=loaded.held)
    if loaded.problems:
        yield talk("articles-left", count=loaded.unread)
