"""The tokens of YAML, every scalar as text: `0732`, `12:30` and `no` stay what they are.

Anchors, aliases and tags are refused: the format has no use for them, and aliases can blow a small
file up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from timeline.encoding import Text, UnreadableError
from timeline.errors import Message
from timeline.formats.tree import SyntaxToken, shown, too_deep

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAGS = "tag:yaml.org,2002:"
# What libyaml and PyYAML say (a part of it), and what it mostly comes from.
_CURES = (
    ("mapping values are not allowed", Message("yaml-quote-colon")),
    ("cannot start any token", Message("yaml-indent-quote")),
    ("found a tab character", Message("yaml-indent")),
    ("could not find expected ':'", Message("yaml-space-after-colon")),
    ("expected key", Message("yaml-check-indentation")),
    ("<block end>", Message("yaml-check-indentation")),
    ("expected '-' indicator", Message("yaml-hyphens")),
    ("expected ',' or", Message("yaml-close-bracket")),
    ("block sequence entries are not allowed", Message("yaml-list-below")),
    ("expected the node content", Message("yaml-quote-comma")),
    ("unknown escape character", Message("yaml-backslash")),
    ("hexadecimal", Message("yaml-backslash")),
    ("escape character code", Message("yaml-no-escape")),
    ("unexpected end of stream", Message("yaml-close-quote")),
    ("document indicator", Message("yaml-close-quote")),
    ("document start", Message("yaml-three-hyphens")),
    ("directive", Message("yaml-no-directive")),
)


def tokens(text: Text) -> Iterator[SyntaxToken]:
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


def _token(event: yaml.Event) -> SyntaxToken | None:
    line = event.start_mark.line + 1 if event.start_mark else 0
    if isinstance(event, yaml.ScalarEvent):
        _refuse(event, event.tag, line)
        nothing = not event.value and event.implicit[0]
        return SyntaxToken("text", None if nothing else event.value, line)
    if isinstance(event, yaml.CollectionStartEvent):
        _refuse(event, event.tag, line)
        return SyntaxToken("{" if isinstance(event, yaml.MappingStartEvent) else "[", None, line)
    if isinstance(event, yaml.CollectionEndEvent):
        return SyntaxToken("}" if isinstance(event, yaml.MappingEndEvent) else "]", None, line)
    if isinstance(event, yaml.AliasEvent):
        _refuse(event, None, line)
    return None


def _refuse(event: yaml.NodeEvent, tag: str | None, line: int) -> None:
    """Let nothing pass but plain nodes."""
    if event.anchor is not None:
        raise UnreadableError("yaml-alias", line)
    if tag:
        raise UnreadableError("yaml-tag", line, tag=shown(tag.replace(_TAGS, "!!")))


def _unreadable(error: yaml.YAMLError) -> UnreadableError:
    problem = str(
        getattr(error, "problem", None) or getattr(error, "reason", None) or type(error).__name__
    )
    mark = getattr(error, "problem_mark", None)
    if "end of stream" in problem or "document indicator" in problem:
        mark = getattr(error, "context_mark", None) or mark
    line = mark.line + 1 if mark else 0
    if "maximum nesting depth" in problem:
        return too_deep(line)
    cure = next((cure for part, cure in _CURES if part in problem), None)
    return UnreadableError("yaml-broken", line, problem=problem, cure=cure)
