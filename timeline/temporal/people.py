"""Names of people that are words of time: Jean Toussaint, Noël Mamère, Mr Easter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.temporal.folded import Folded
    from timeline.temporal.grammar import Found
    from timeline.temporal.language import Names

_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_]{1,30}|[^\W\d_]\.)[ -]$")
_AFTER = re.compile(r" ([^\W\d_]{2,30})")
_REACH = 32  # characters before a word that are looked at


class PersonNames:
    """Which words of a text are names of people in it.

    Args:
        folded: the text.
        names: what tells names in its language.
    """

    def __init__(self, folded: Folded, names: Names) -> None:
        self._folded = folded
        self._openers = names.openers
        self._titles = re.compile(rf"(?:{names.titles})$")
        self._timely = re.compile(rf"(?:{names.timely})$")
        self._known: set[str] = set()

    def has(self, found: Found) -> bool:
        """Whether an expression is a name: one word with a capital, and a title before it; or a
        feast with a first name before or a surname after it, or that was a name before.
        """
        start, end = found.match.span()
        word = self._folded.cased[start:end]
        if not (word.isalpha() and word[0].isupper()):
            return False
        before = max(0, start - _REACH)
        titled = self._titles.search(self._folded.bare, before, start)
        if not titled and not (_is_feast(found) and self._is_person(found.match)):
            return False
        self._known.add(found.match[0])
        return True

    def _is_person(self, match: re.Match[str]) -> bool:
        start, end = match.span()
        cased, bare = self._folded.cased, self._folded.bare
        previous = _BEFORE.search(cased, max(0, start - _REACH), start)
        opened = previous is not None and bare[slice(*previous.span(1))] in self._openers
        if previous is not None and previous[1][0].isupper() and not opened:
            return True
        if match[0] in self._known and not opened:
            return True
        following = _AFTER.match(cased, end)
        if following is None or not following[1].istitle():
            return False
        return not self._timely.search(bare, max(0, start - _REACH), start)


def _is_feast(found: Found) -> bool:
    return found.rule.kind == "feast" or "day" in found.rule.given
