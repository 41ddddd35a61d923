"""A list to choose from: a digit takes one, words that are typed find others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from rich.text import Text
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from timeline.render.escape import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult

# So many have a digit.
_DIGITS = 9


class Choice(NamedTuple):
    """One thing to choose: what it is called, what tells it apart, and what it stands for."""

    name: str
    value: Any
    apart: str = ""


class Typed(Input):
    """A line to type in that leaves digits to the list as long as nothing is typed.

    A space before a digit makes it a word.
    """

    def __init__(self, take: Callable[[int], bool]) -> None:
        super().__init__()
        self._take = take

    def on_key(self, event: events.Key) -> None:
        """Hand a digit on."""
        if not self.value and event.character in tuple("123456789"):
            event.prevent_default()
            event.stop()
            self._take(int(event.character) - 1)


class Choose(ModalScreen["Choice | None"]):
    """Ask for one of several things.

    Args:
        title: what is asked.
        hint: how it is answered.
        offered: what is offered before anything is typed.
        find: gives what there is for words that were typed.
    """

    BINDINGS: ClassVar = [("escape", "leave"), ("up", "move(-1)"), ("down", "move(1)")]

    def __init__(
        self,
        title: str,
        hint: str,
        offered: Sequence[Choice],
        find: Callable[[str], Sequence[Choice]],
    ) -> None:
        super().__init__()
        self._title, self._hint = title, hint
        self._offered, self._find = offered, find
        self.choices = list(offered)
        self._at = 0

    def compose(self) -> ComposeResult:
        """Put the line to type in between what is asked and the list."""
        with Vertical(id="choose"):
            yield Static(Text(printable(self._title), "bold"))
            yield Typed(self._take)
            yield Static(id="choices")
            yield Static(Text(printable(self._hint), "dim"), id="hint")

    def on_mount(self) -> None:
        """Begin."""
        self.query_one(Input).focus()
        self._show()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find what is meant so far."""
        typed = event.value.strip()
        self.choices = list(self._find(typed)) if typed else list(self._offered)
        self._at = 0
        self._show()

    def on_input_submitted(self) -> None:
        """Take the one that is marked."""
        self._take(self._at)

    def action_move(self, by: int) -> None:
        """Mark the one above or below."""
        self._at = max(0, min(self._at + by, len(self.choices) - 1))
        self._show()

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    def _take(self, place: int) -> bool:
        if place < len(self.choices):
            self.dismiss(self.choices[place])
        return True

    def _show(self) -> None:
        lines = [self._line(place, one) for place, one in enumerate(self.choices)]
        self.query_one("#choices", Static).update(Text("\n").join(lines))

    def _line(self, place: int, one: Choice) -> Text:
        digit = f"{place + 1} " if place < _DIGITS and not self.query_one(Input).value else "  "
        line = Text(digit, "bold cyan").append(printable(one.name), "reverse" * (place == self._at))
        return line.append(f"  {printable(one.apart)}" * bool(one.apart), "dim")
