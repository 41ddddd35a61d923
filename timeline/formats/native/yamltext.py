"""The tokens of YAML, every scalar as text: `0732`, `12:30` and `no` stay what they are.

Anchors, aliases and tags are refused: the format has no use for them, and aliases can blow a small
file up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from timeline.encoding import Text, UnreadableError
from timeline.formats.tree import Token, shown, too_deep

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAGS = "tag:yaml.org,2002:"
# What libyaml and PyYAML say (a part of it), and what it mostly comes from.
_CURES = (
    (
        "mapping values are not allowed",
        "put a text that has a colon and a space in it in quotes, and check the indentation",
    ),
    (
        "cannot start any token",
        "indent with spaces, not tabs, and put a text that begins with @, ` or % in quotes",
    ),
    ("found a tab character", "indent with spaces, not tabs"),
    ("could not find expected ':'", "write `name: value`, with a space after the colon"),
    (
        "expected key",
        (
            "check the indentation of this line, and put texts with quotation marks or colons in "
            "quotes"
        ),
    ),
    (
        "<block end>",
        (
            "check the indentation of this line, and put texts with quotation marks or colons in "
            "quotes"
        ),
    ),
    ("expected '-' indicator", "begin every item of a list with a hyphen, all in the same column"),
    ("expected ',' or", "close the bracket that is open here, or put a comma between its items"),
    ("block sequence entries are not allowed", "begin a list on a line of its own, below its name"),
    (
        "expected the node content",
        "put a text that begins with a comma or a closing bracket in quotes",
    ),
    (
        "unknown escape character",
        "write \\\\ for a backslash in double quotes, or use single quotes",
    ),
    ("hexadecimal", "write \\\\ for a backslash in double quotes, or use single quotes"),
    ("escape character code", "write the character itself, not its number"),
    ("unexpected end of stream", "close the quotation mark that is opened here"),
    ("document indicator", "close the quotation mark that is opened here"),
    ("document start", "write `---` on a line of its own between documents"),
    ("directive", "take out the line that begins with %"),
)


def tokens(text: Text) -> Iterator[Token]:
    """Give the tokens of YAML.

    Raises:
        UnreadableError: broken YAML, an anchor, an alias or a tag; with the line and the cure.
    """
    loader = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
    try:
        for event in yaml.parse(text, loader):
            token = _token(event)
            if token is not None:
                yield token
    except yaml.YAMLError as error:
        raise _unreadable(error) from None


def _token(event: yaml.Event) -> Token | None:
    line = event.start_mark.line + 1 if event.start_mark else 0
    if isinstance(event, yaml.ScalarEvent):
        _refuse(event, event.tag, line)
        nothing = not event.value and event.implicit[0]
        return Token("text", None if nothing else event.value, line)
    if isinstance(event, yaml.CollectionStartEvent):
        _refuse(event, event.tag, line)
        return Token("{" if isinstance(event, yaml.MappingStartEvent) else "[", None, line)
    if isinstance(event, yaml.CollectionEndEvent):
        return Token("}" if isinstance(event, yaml.MappingEndEvent) else "]", None, line)
    if isinstance(event, yaml.AliasEvent):
        _refuse(event, None, line)
    return None


def _refuse(event: yaml.NodeEvent, tag: str | None, line: int) -> None:
    """Let nothing pass but plain nodes."""
    if event.anchor is not None:
        cure = "write the text in quotes, or the block once more"
        raise UnreadableError(f"anchors (&) and aliases (*) are not read; {cure}", line)
    if tag:
        raise UnreadableError(
            f"tags like {shown(tag.replace(_TAGS, '!!'))} are not read, every value is a text; "
            f"take it out",
            line,
        )


def _unreadable(error: yaml.YAMLError) -> UnreadableError:
    problem = (
        getattr(error, "problem", None) or getattr(error, "reason", None) or "it can't be read"
    )
    mark = getattr(error, "problem_mark", None)
    if "end of stream" in problem or "document indicator" in problem:
        mark = getattr(error, "context_mark", None) or mark
    line = mark.line + 1 if mark else 0
    if "maximum nesting depth" in problem:
        return too_deep(line)
    cure = next((cure for part, cure in _CURES if part in problem), "")
    return UnreadableError(f"broken YAML: {problem}" + (f"; {cure}" if cure else ""), line)
