"""YAML for people: mappings, lists and texts as text that every YAML reader takes for the same
texts.

A text stands plain where no version of YAML could take it for a number, a boolean or markup; as a
literal block where it has lines and that is exact; otherwise in double quotes. Short mappings and
lists stand on one line, and no line is wrapped. A date stands plain where it is a day or a month.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from timeline.dates import Date

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH = 110
MAX_PLAIN_NAME = (
    1000  # a name before a colon has at most 1,024 characters (YAML 1.2.2, section 7.4.2)
)
# What begins with a letter, has no markup in it, and does not end with a space.
_IN_FLOW = re.compile(r"[^\W\d_](?:[\w.()/+%&@’'\"!;=…–—«»“”-]|[ ](?=[^ #]))*")
_IN_BLOCK = re.compile(r"[^\W\d_](?:[\w.()/+%&@’'\"!?;=…–—«»“”,-]|:(?=[^ ])|[ ](?=[^ #]))*")
_WORDS = frozenset(
    ["y", "n", "yes", "no", "true", "false", "on", "off", "null", "none", "nan", "inf", "infinity"]
)
_DAY_OR_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
# Not printable in YAML, or invisible: bidirectional controls, soft hyphens, breaks that are no
# newline. The joiners that Persian needs (U+200C, U+200D) stay as they are.
_HIDDEN = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]"
)
_NO_LITERAL = re.compile(
    rf"\A[ \t\n]|^[ \t]+$|[\x00-\x08\x0b-\x1f]|{_HIDDEN.pattern}", re.MULTILINE
)


def mapping_lines(mapping: dict[str, Any], long: frozenset[str], indent: int = 0) -> Iterator[str]:
    """Write a mapping in block style.

    Args:
        mapping: of dicts, lists, texts, dates, numbers and booleans.
        long: the names whose values are always written in block style, one blank line between their
            items at the top.
        indent: number of spaces before each line.

    Yields:
        Lines without their newlines.
    """
    for name, value in mapping.items():
        key = _scalar(name, _IN_FLOW)
        head = f"{key}:" if len(key) < MAX_PLAIN_NAME else f"? {key}\n{' ' * indent}:"
        yield from _entry(" " * indent + head, value, long, indent, block=name in long)


def _entry(
    head: str, value: Any, long: frozenset[str], indent: int, *, block: bool
) -> Iterator[str]:
    """Write a value behind what introduces it, on the same line or below."""
    if isinstance(value, str) and "\n" in value and not _NO_LITERAL.search(value):
        yield from _literal(head, value, indent + 2)
        return
    if not isinstance(value, dict | list):
        yield f"{head} {_scalar(value, _IN_BLOCK)}"
        return
    flow = None if block and value else _flow(value)
    if flow is not None and len(head) + 1 + len(flow) <= WIDTH:
        yield f"{head} {flow}"
    elif isinstance(value, dict):
        yield head
        yield from mapping_lines(value, long, indent + 2)
    else:
        yield head
        line = ""
        for item in value:
            if block and not indent and line:
                # but not below a literal block that ends with empty lines, whose part it would
                # become
                yield ""
            for line in _item(item, long, indent + 2, block=block):
                yield line


def _item(item: Any, long: frozenset[str], indent: int, *, block: bool) -> Iterator[str]:
    """Write an item of a list; the first field of a mapping stands behind its hyphen."""
    head = " " * indent + "-"
    flow = None if block else _flow(item)
    if (
        not isinstance(item, dict)
        or not item
        or (flow is not None and len(head) + 1 + len(flow) <= WIDTH)
    ):
        yield from _entry(head, item, long, indent, block=False)
        return
    lines = mapping_lines(item, long, indent + 2)
    yield f"{head} {next(lines)[indent + 2 :]}"
    yield from lines


def _literal(head: str, text: str, indent: int) -> Iterator[str]:
    """Write lines as they are; the sign behind the bar says how many newlines end the text."""
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    yield f"{head} |{'-' if not ends else '' if ends == 1 else '+'}"
    for line in body.split("\n"):
        yield " " * indent + line if line else ""
    yield from [""] * (ends - 1)


def _flow(value: Any) -> str | None:
    """Write a value on one line; None if that would be too long."""
    if isinstance(value, dict):
        parts = [f"{_scalar(name, _IN_FLOW)}: {_flow(item)}" for name, item in value.items()]
        text = "{" + ", ".join(parts) + "}"
    elif isinstance(value, list):
        text = "[" + ", ".join(str(_flow(item)) for item in value) + "]"
    else:
        text = _scalar(value, _IN_FLOW)
    return text


def _scalar(value: Any, plain: re.Pattern[str]) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Date) and _DAY_OR_MONTH.fullmatch(value.text):
        return value.text
    if isinstance(value, int | float):
        return re.sub(
            r"^(-?[0-9]+)e", r"\1.0e", repr(value)
        )  # YAML 1.1 knows 1.0e-05 as a number, and not 1e-05
    text = str(value)
    if plain.fullmatch(text) and text.lower() not in _WORDS:
        return text
    return _HIDDEN.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
