"""The screen of `timeline review`: its keys, and what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual.app import App
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from timeline.cli.reviewing import asked, shown
from timeline.cli.reviewing.choose import Choose
from timeline.cli.talk import talk, told
from timeline.errors import StoreError, TimelineError
from timeline.queries.proposals import PROPOSED
from timeline.queries.review import GroupRow
from timeline.queries.under_review import UnderReview
from timeline.render.escape import printable
from timeline.render.lists import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType
    from textual import events
    from textual.app import ComposeResult

    from timeline.cli.reviewing.asked import Asked
    from timeline.cli.reviewing.choose import Choice
    from timeline.intake.sitting import Sitting
    from timeline.queries.proposals import Person

# Key -> the codes of the words for what it does, short and long. The first do something about the
# whole claim, the others mend it or go elsewhere.
KEYS = {
    "y": ("review-key-accept", "review-does-accept"),
    "r": ("review-key-reject", "review-does-reject"),
    "n": ("review-key-next", "review-does-next"),
    "b": ("review-key-back", "review-does-back"),
    "u": ("review-key-undo", "review-does-undo"),
    "d": ("review-key-date", "review-does-date"),
    "w": ("review-key-who", "review-does-who"),
    "x": ("review-key-swap", "review-does-swap"),
    "t": ("review-key-type", "review-does-type"),
    "p": ("review-key-place", "review-does-place"),
    "m": ("review-key-modality", "review-does-modality"),
    "a": ("review-key-chain", "review-does-chain"),
    "e": ("review-key-event", "review-does-event"),
    "i": ("review-key-actor", "review-does-actor"),
    "s": ("review-key-split", "review-does-split"),
    "o": ("review-key-note", "review-does-note"),
    "/": ("review-key-search", "review-does-search"),
    "?": ("review-key-help", "review-does-help"),
    "q": ("review-key-quit", "review-does-quit"),
}
# Those that a group of actors takes, and those that are left at the end.
_OF_GROUPS = ("y", "r", "n", "u", "?", "q")
_AT_END = ("b", "u", "/", "?", "q")
# What Textual calls them.
_CALLED = {"/": "slash", "?": "question_mark"}


class HelpPage(ModalScreen[None]):
    """What there is to know; any key leaves it.

    Args:
        text: of the page.
    """

    def __init__(self, text: RenderableType) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        with VerticalScroll(id="help"):
            yield Static(self._text, id="help-text")

    def on_key(self, event: events.Key) -> None:
        """Leave."""
        event.stop()
        self.dismiss()


class ReviewApp(App["TimelineError | None"]):
    """Go through what machines read, a claim at a time.

    It ends with the error that made it end, if one did.

    Args:
        sitting: what is asked, and what becomes of the answers.
    """

    CSS = """
    #top { height: 1; background: $panel; padding: 0 1; }
    #status { width: auto; }
    #source { width: 1fr; text-align: right; padding-left: 2; }
    #said { height: auto; min-height: 1; padding: 0 1; color: $warning; }
    #keys { height: auto; padding: 0 0; background: $panel; }
    #text { height: auto; max-height: 50%; padding: 1 2; }
    #claim { height: auto; padding: 0 2; }
    #known { height: auto; padding: 1 2; }
    #body { height: 1fr; }
    .-wide #left { width: 3fr; }
    .-wide #right { width: 2fr; border-left: solid $panel; }
    .-narrow #body { layout: vertical; }
    .-narrow #left { height: 3fr; }
    .-narrow #right { height: 1fr; border-top: solid $panel; }
    .-narrow #known { padding: 0 2; }
    Choose { align: center bottom; background: transparent; }
    HelpPage { align: center middle; }
    #help { height: auto; max-height: 100%; max-width: 90; background: $surface;
            border: round $primary; padding: 0 1; }
    #choices { text-wrap: nowrap; text-overflow: ellipsis; }
    Choose Input { border: none; height: 1; padding: 0; background: $boost; }
    #choose { height: auto; max-height: 80%; background: $surface; border: round $primary;
              padding: 0 1; width: 100%; max-width: 100; }
    """
    BINDINGS: ClassVar = [
        *((_CALLED.get(key, key), f"do({key!r})") for key in KEYS),
        *((str(digit), f"let({digit})") for digit in range(1, PROPOSED + 1)),
    ]
    ENABLE_COMMAND_PALETTE = False
    TITLE = "timeline review"

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
        self._view = View(sitting.language)
        self._does = {
            "y": self._accept, "r": self._reject, "n": self._next, "b": self._back, "u": self._undo,
            "d": self._date, "w": self._who, "x": self._swap, "t": self._type, "p": self._place,
            "m": self._modality, "a": self._chain, "e": self._event, "i": self._actor,
            "s": self._split, "o": self._note, "/": self._search, "?": self._help, "q": self._quit,
        }  # fmt: skip

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        with Horizontal(id="top"):
            yield Static(id="status")
            yield Static(id="source")
        with Horizontal(id="body"):
            with VerticalScroll(id="left"):
                yield Static(id="text")
                yield Static(id="claim")
            with VerticalScroll(id="right"):
                yield Static(id="known")
        yield Static(id="said")
        yield Static(id="keys")

    def on_mount(self) -> None:
        """Begin."""
        self._try(self.sitting.next)

    def on_resize(self) -> None:
        """Fill the lines anew."""
        if self.query("#keys"):
            self._show()

    # Showing --------------------------------------------------------------------------------------

    def _show(self, said: str = "") -> None:
        item = self.sitting.item
        parts: dict[str, RenderableType] = dict.fromkeys(("source", "claim", "known"), "")
        if isinstance(item, UnderReview):
            parts["source"] = shown.source(item, self._view)
            parts["text"] = shown.paragraph(item.passage)
            parts["claim"] = shown.claim(item, self._view)
            parts["known"] = shown.known(item, self._view)
        elif isinstance(item, GroupRow):
            parts["text"] = shown.group(item, self.sitting.members(), self._view)
        else:
            parts["text"] = Text(talk("review-end"), "bold")
        parts["status"] = shown.status(self.sitting, self.sitting.count())
        parts["said"] = Text(printable(said))
        short = [(key, talk(KEYS[key][0])) for key in self._keys()]
        parts["keys"] = shown.keys(short, self.size.width)
        for name, text in parts.items():
            self.query_one(f"#{name}", Static).update(text)

    def _try(self, act: Callable[[], object], said: str = "") -> None:
        """Do something, and show what it led to; what could not be done is told in one line."""
        try:
            act()
            self._show(said)
        except StoreError as error:
            self.exit(error)
        except TimelineError as error:
            self._show(told(error.message))

    # Keys -----------------------------------------------------------------------------------------

    def action_do(self, key: str) -> None:
        """Do what a key stands for."""
        if key in self._keys():
            self._does[key]()

    def action_let(self, digit: int) -> None:
        """Let one of the proposed people in or out."""
        item = self.sitting.item
        if isinstance(item, UnderReview) and digit <= len(item.people):
            self._let(item.people[digit - 1])

    def _keys(self) -> tuple[str, ...]:
        item = self.sitting.item
        if item is None:
            return _AT_END
        return _OF_GROUPS if isinstance(item, GroupRow) else tuple(KEYS)

    def _accept(self) -> None:
        item = self.sitting.item
        self._decide(self.sitting.unite if isinstance(item, GroupRow) else self.sitting.accept)

    def _reject(self) -> None:
        item = self.sitting.item
        self._decide(self.sitting.part if isinstance(item, GroupRow) else self.sitting.reject)

    def _decide(self, act: Callable[[], object]) -> None:
        def do() -> None:
            act()
            self.sitting.next()

        self._try(do)

    def _next(self) -> None:
        self._try(self.sitting.next)

    def _back(self) -> None:
        self._try(self.sitting.back)

    def _undo(self) -> None:
        self._try(self.sitting.undo, talk("review-undone"))

    def _help(self) -> None:
        does = [(key, talk(KEYS[key][1])) for key in self._keys()]
        self.push_screen(HelpPage(shown.help_page(does)))

    def _quit(self) -> None:
        self._try(self.sitting.leave)
        self.exit()

    # Mending --------------------------------------------------------------------------------------

    def _ask(self, question: Asked, then: Callable[[Any], object], said: str = "") -> None:
        """Ask something, and do something with the answer."""

        def answered(choice: Choice | None) -> None:
            if choice is not None:
                self._try(lambda: then(choice.value), said)

        hint = talk("review-choose" if question.offered else "review-type")
        self.push_screen(Choose(question.title, hint, question.offered, question.find), answered)

    def _item(self) -> UnderReview:
        assert isinstance(self.sitting.item, UnderReview)
        return self.sitting.item

    def _date(self) -> None:
        def mend(date: Any) -> None:
            if date is not None:
                self.sitting.mend({"date": date})

        self._ask(asked.dates(self._item(), self._view), mend)

    def _modality(self) -> None:
        self._ask(asked.modalities(self._view), self.sitting.mend)

    def _type(self) -> None:
        self._ask(asked.kinds(self._item(), self._view), self.sitting.retype)

    def _chain(self) -> None:
        question = asked.chains(self._item(), self.sitting)
        self._ask(question, self.sitting.mend)

    def _place(self) -> None:
        def mend(place: Any) -> None:
            new = []
            if not isinstance(place, str):
                key = self.sitting.free_key("place", place.name)
                new, place = [type(place)(key=key, name=place.name)], key
            self.sitting.mend({"place": place}, new=new)

        self._ask(asked.places(self._item(), self.sitting), mend)

    def _who(self) -> None:
        self._ask(asked.people(self._item(), self.sitting, self._view), self._cast)

    def _cast(self, person: Person) -> None:
        """Ask for the role of somebody who takes part; let others in."""
        if person.role is None:
            self._let(person)
            return

        def recast(role: Any) -> None:
            if role is None:
                self.sitting.drop(person)
            else:
                self.sitting.take(person, role=role)

        self._ask(asked.roles(self._view), recast)

    def _let(self, person: Person) -> None:
        """Let somebody in who takes no part, and out who does."""
        if person.role is not None:
            self._try(lambda: self.sitting.drop(person))
        elif person.key is not None:
            self._try(lambda: self.sitting.take(person))
        else:
            kinds = asked.actor_kinds(self._view)
            self._ask(kinds, lambda kind: self.sitting.take(person, kind=kind))

    def _event(self) -> None:
        self._ask(asked.events(self._item(), self.sitting, self._view), self.sitting.same_event)

    def _actor(self) -> None:
        taking = [one for one in self._item().people if one.role]
        if len(taking) == 1:
            self._same(taking[0])
        elif taking:
            self._ask(asked.parties(self._item(), self._view), self._same)

    def _same(self, person: Person) -> None:
        key = str(person.key)
        question = asked.namesakes(key, person.name, self.sitting)
        self._ask(question, lambda other: self.sitting.same_actor(key, other))

    def _swap(self) -> None:
        self._try(self.sitting.swap)

    def _split(self) -> None:
        self._try(self.sitting.split)

    def _note(self) -> None:
        self._ask(asked.words(), self.sitting.note)

    def _search(self) -> None:
        self._ask(asked.claims(self.sitting), self.sitting.show)
