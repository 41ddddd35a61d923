"""Acronyms that a text explains: "the Ethics Commission (EC)", "l'UEO (Union de ...)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extract.trees import Paragraph

_ACRONYM = re.compile(
    r"\((?P<short>[A-Z][A-Za-z.]{1,9})\)|\b(?P<before>[A-Z]{2,8}) \((?P<long>[^()]{6,90})\)"
)


def acronyms(text: str, paragraphs: Sequence[Paragraph]) -> dict[str, str]:
    """Return acronym -> long form, where a text puts one in brackets behind the other."""
    found: dict[str, str] = {}
    for paragraph in paragraphs:
        for match in _ACRONYM.finditer(text, paragraph.start, paragraph.end):
            if match["short"]:
                before = text[max(paragraph.start, match.start() - 90) : match.start()]
                if long := _long_form(before, match["short"]):
                    found[match["short"]] = long
            elif _long_form(match["long"], match["before"]):
                found[match["before"]] = match["long"]
    return found


def _long_form(before: str, short: str) -> str:
    """The words at the end of a text whose initials are an acronym; '' if there are none."""
    letters = fold(short).replace(" ", "")
    tokens = before.split()
    for count in range(min(len(tokens), 2 * len(letters) + 3), 1, -1):
        tail = tokens[-count:]
        if not tail[0][:1].isupper():
            continue
        initials = "".join(
            fold(part)[:1]
            for token in tail
            for part in re.split(r"['-]", token)
            if len(part) > 3 or part[:1].isupper()
        )
        if initials == letters or (
            initials[:1] == letters[:1] and sorted(initials) == sorted(letters)
        ):
            return " ".join(tail).strip(' ,«"')
    return ""
