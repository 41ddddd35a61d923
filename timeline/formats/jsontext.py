"""The tokens of JSON (RFC 8259), with their lines; numbers, true and false as the text that stands
there.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from timeline.encoding import UnreadableError
from timeline.errors import Message
from timeline.formats.tree import SyntaxToken, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEXEME = re.compile(
    r"[ \t\r\n]*+(?:(?P<mark>[{}\[\],:])"
    r'|(?P<string>"[^"\\\x00-\x1f]*+(?:\\.[^"\\\x00-\x1f]*+)*+")'
    r"|(?P<word>(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![A-Za-z0-9_.+-]))"
    r"|(?P<other>\"|[^ \t\r\n{}\[\],:\"]+)|\Z)"
)


class _State(NamedTuple):
    """What may come next, and how to say so."""

    allowed: tuple[str, ...]
    wanted: Message
    cure: Message | None = None


_QUOTES = Message("json-escape-quotes")
_COMMA = Message("json-no-comma")
_VALUE = _State(("{", "[", "string", "word"), Message("json-value"), _COMMA)
_ITEM = _State((*_VALUE.allowed, "]"), Message("json-value-or-end"))
_FIRST_NAME = _State(("string", "}"), Message("json-name-or-end"))
_NAME = _State(("string",), Message("json-name"), _COMMA)
_COLON = _State((":",), Message("json-colon"))
_IN_MAPPING = _State((",", "}"), Message("json-comma-or-brace"), _QUOTES)
_IN_LIST = _State((",", "]"), Message("json-comma-or-bracket"), _QUOTES)
_END = _State((), Message("json-end"))
_NO_NUMBERS = ("NaN", "Infinity", "-Infinity")
_BEGINS = {"{": _FIRST_NAME, "[": _ITEM}
_CLOSERS = {"{": _IN_MAPPING, "[": _IN_LIST}


class _Lexeme(NamedTuple):
    kind: str
    text: str
    line: int


def tokens(text: str, first_line: int = 1) -> Iterator[SyntaxToken]:
    """Give the tokens of one JSON text.

    Args:
        text: the JSON.
        first_line: the line it begins on.

    Raises:
        UnreadableError: it is no JSON; with the line and what should stand there.
    """
    state, around, line = _VALUE, list[_State](), first_line
    for kind, written, line in _lexemes(text, first_line):
        if kind not in state.allowed:
            raise _broken(written, state, line)
        if kind == ",":
            state = _NAME if state is _IN_MAPPING else _VALUE
        elif kind == ":":
            state = _VALUE
        elif kind in ("{", "["):
            yield SyntaxToken("{" if kind == "{" else "[", None, line)
            around.append(_CLOSERS[kind])
            state = _BEGINS[kind]
        elif kind in ("}", "]"):
            yield SyntaxToken("}" if kind == "}" else "]", None, line)
            around.pop()
            state = around[-1] if around else _END
        else:
            yield SyntaxToken("text", _value(kind, written, line), line)
            state = _COLON if state in (_NAME, _FIRST_NAME) else around[-1] if around else _END
    if state is not _END and (around or text.strip()):
        raise UnreadableError("json-ends", line, wanted=state.wanted)


def _broken(written: str, state: _State, line: int) -> UnreadableError:
    if written == '"':
        return UnreadableError("json-open-text", line)
    if written in _NO_NUMBERS:
        return UnreadableError("json-no-number", line, given=written)
    wanted, cure = state.wanted, state.cure
    return UnreadableError("json-misplaced", line, given=shown(written), wanted=wanted, cure=cure)


def _lexemes(text: str, line: int) -> Iterator[_Lexeme]:
    done = 0
    for match in _LEXEME.finditer(text):
        kind = match.lastgroup
        if kind is None:
            return
        start = match.start(kind)
        line += text.count("\n", done, start)
        done = start
        written = match[kind]
        yield _Lexeme(written if kind == "mark" else kind, written, line)


def _value(kind: str, written: str, line: int) -> str | None:
    if kind == "word":
        return None if written == "null" else written
    if "\\" not in written:
        return written[1:-1]
    try:
        value: str = json.loads(written)
    except ValueError:
        raise UnreadableError("json-unknown-escape", line, given=shown(written)) from None
    return value
