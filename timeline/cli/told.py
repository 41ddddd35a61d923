"""What a load did, told to a person while it is done and at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.cli.hints import placed
from timeline.cli.output import say, write_line
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
        say("dry run: nothing was changed")
    elif len(numbers) > 1:
        first, last = numbers[0], numbers[-1]
        say(f"they are changesets {first} to {last}; timeline undo takes back one at a time")
    write_line(
        f"{report.new} new, {report.changed} changed, {report.unchanged} unchanged, "
        f"{report.revoked} revoked"
    )
    for event, number in report.revoked_of.items():
        say(f"revoked: {number} {'claim' if number == 1 else 'claims'} of {event}")
    for name in report.replaced:
        say(f"note: nothing is left of what collection {name} held before")
        say("if this is another one: timeline undo, then load it with --collection NAME")


def _articles(loaded: Loaded) -> Iterator[str]:
    yield f"{loaded.read} {'article' if loaded.read == 1 else 'articles'} read"
    if loaded.held:
        yield f"{loaded.held} held already (--again reads them once more)"
    if loaded.problems:
        yield f"{loaded.unread} not read"
