"""Trees of mappings, lists and texts that know their lines, built from the tokens of YAML or JSON.

Nothing here calls itself, so that no input, however deep, can exhaust the stack.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from timeline.encoding import UnreadableError
from timeline.errors import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_DEPTH = 40
MAX_FLAWS = 1000  # in one block, and in one file: who has more has one mistake that comes back
_SHOWN = 40
SyntaxKind: TypeAlias = Literal["text", "{", "}", "[", "]"]
Path: TypeAlias = tuple[str | int, ...]


class SyntaxToken(NamedTuple):
    """A piece of a document: a text (None where there is nothing), or the beginning or end of a
    mapping or list.
    """

    kind: SyntaxKind
    value: str | None
    line: int


class Mapping(dict[str, Any]):
    """A mapping; `lines` has the line of each of its names."""

    __slots__ = ("lines",)

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, int] = {}


class Sequence(list[Any]):
    """A list; `lines` has the line of each of its items."""

    __slots__ = ("lines",)

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[int] = []


class Flaw(NamedTuple):
    """What is wrong at a path in a document; `line` is 0 where only the path is known."""

    path: Path
    message: Message
    line: int = 0


def is_told(flaws: Iterable[Flaw], path: Path) -> bool:
    """Whether a flaw at this path may follow from one that is known there or below."""
    return any(flaw.path[: len(path)] == path for flaw in flaws)


class Tree(NamedTuple):
    """One document: a Mapping, a Sequence, a text or None; the line it begins on; the names that
    stand in it twice.
    """

    value: Any
    line: int
    flaws: list[Flaw]


class _Open:
    """A mapping or list that is being filled, and the name that waits for its value."""

    __slots__ = ("line", "name", "node")

    def __init__(self, node: Mapping | Sequence) -> None:
        self.node = node
        self.name: str | None = None
        self.line = 0


def documents(tokens: Iterable[SyntaxToken]) -> Iterator[Tree]:
    """Build the documents that tokens describe.

    Raises:
        UnreadableError: more than 40 levels, a name that is no text, or a text that no database can
            keep.
    """
    opened: list[_Open] = []
    flaws: list[Flaw] = []
    begin = 0
    for token in tokens:
        kind = token.kind
        if not opened:
            begin = token.line
        if kind == "text":
            value: Any = token.value
            if value is not None:
                _check_text(value, opened, token.line)
        elif kind in ("{", "["):
            _open(kind, opened, token.line)
            continue
        else:
            value = opened.pop().node
        if not opened:
            yield Tree(value, begin, flaws)
            flaws = []
        else:
            _put(value, opened, token.line, flaws)


def too_deep(line: int) -> UnreadableError:
    """Say that there are too many levels; some versions of libyaml and PyYAML have a limit of their
    own.
    """
    return UnreadableError("too-deep", line, most=MAX_DEPTH)


def _open(kind: str, opened: list[_Open], line: int) -> None:
    """Begin a mapping or list, and note its line in the one around it."""
    if len(opened) >= MAX_DEPTH:
        raise too_deep(line)
    if opened:
        around = opened[-1]
        if isinstance(around.node, Sequence):
            around.line = line
        elif around.name is None:
            raise UnreadableError("name-no-text", line, path_text(_path(opened)))
    opened.append(_Open(Mapping() if kind == "{" else Sequence()))


def _put(value: Any, opened: list[_Open], line: int, flaws: list[Flaw]) -> None:
    """Add a finished value to the list or mapping around it; in a mapping every other text is a
    name.
    """
    around = opened[-1]
    node = around.node
    if isinstance(node, Sequence):
        node.lines.append(line if value is None or isinstance(value, str) else around.line)
        node.append(value)
    elif around.name is None:
        around.name, around.line = value or "", line
        if around.name in node:
            first = node.lines[around.name]
            twice = Message("name-twice", name=shown(around.name), first=first)
            flaws.append(Flaw(_path(opened), twice, line))
            if len(flaws) > MAX_FLAWS:
                raise UnreadableError("names-twice", line, most=MAX_FLAWS, last=twice)
    else:
        node.lines.setdefault(around.name, around.line)
        node[around.name] = value
        around.name = None


def _check_text(text: str, opened: list[_Open], line: int) -> None:
    if "\0" in text:
        raise UnreadableError("holds-nul", line, path_text(_path(opened)))
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            raise UnreadableError("half-surrogate", line, path_text(_path(opened))) from None


def _path(opened: list[_Open]) -> Path:
    """Where the next value would go."""
    steps = (len(o.node) if isinstance(o.node, Sequence) else o.name for o in opened)
    return tuple(step for step in steps if step is not None)


def line_of(node: Any, path: Path) -> int:
    """Give the line of what stands at a path below a node, or of the nearest thing around it; 0 if
    none is known.
    """
    line = 0
    for step in path:
        if isinstance(node, Mapping) and step in node:
            line = node.lines[str(step)]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
            line = node.lines[step]
        else:
            break
        node = node[step]
    return line


def path_text(path: Path) -> str:
    """Write a path as people read it: `events[0].claims[1].date`."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        elif len(step) <= _SHOWN and step.replace("-", "_").isidentifier():
            text += f".{step}" if text else step
        else:
            text += f"[{step[:_SHOWN]!r}]"
    return text


def shown(value: str) -> str:
    """Write what stands in the input so that a message can name it: short, and with what is not
    printable escaped.
    """
    return repr(value[:_SHOWN])[1:-1] + ("..." if len(value) > _SHOWN else "")
