"""Problems as they are found: the same mistake, though it stands on many lines, is kept once."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.errors import LoadError, Message, Problem

# So many different problems are kept word for word; of the others the number is.
KEPT = 1000
_PLACES = 4  # so many lines of one mistake are told


class _Mistake(NamedTuple):
    """A problem, and the lines of all that say the same in the same part of the same file."""

    first: Problem
    lines: list[int]


class Problems:
    """What is wrong with an input; falsy as long as nothing is."""

    def __init__(self) -> None:
        self._mistakes: dict[tuple[str, str, str], _Mistake] = {}
        self._more = 0

    def __bool__(self) -> bool:
        return bool(self._mistakes)

    def add(self, problem: Problem) -> None:
        """Note a problem."""
        where = problem.where
        key = (where.name, re.sub(r"\[\d+\]", "[]", where.path), str(problem.message))
        if key in self._mistakes:
            self._mistakes[key].lines.append(where.line)
        elif len(self._mistakes) < KEPT:
            self._mistakes[key] = _Mistake(problem, [where.line])
        else:
            self._more += 1

    def error(self) -> LoadError:
        """Give the error that tells them in the order of the input."""
        mistakes = sorted(self._mistakes.values(), key=lambda one: one.first.where[:2])
        count = sum(len(one.lines) for one in mistakes) + self._more
        return LoadError([_told_once(one) for one in mistakes], count=count, more=self._more)


def _told_once(mistake: _Mistake) -> Problem:
    first, lines = mistake
    if len(lines) == 1:
        return first
    places = [str(line) for line in sorted(set(lines) - {0})]
    if len(places) > _PLACES:
        places[_PLACES:] = ["..."]
    again = Message("repeated", message=first.message, count=len(lines), lines=places)
    return Problem(first.where, again)
