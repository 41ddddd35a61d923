"""How many spellings of one name meet, in which script, and how many names that are not one.

    python -m bench.names              from the checkout's folder
    python -m bench.names --missed     prints each spelling that does not meet its name as well

Two spellings meet if they have one skeleton. `names.tsv` has a name in a line, as the press of
several countries writes it: a spelling of another script is to meet a Latin one, a further Latin
spelling the first. Of two lines none is to meet; those that do are told. Then the states of the
world as Unicode's CLDR names them, which are often no transliterations: how many meet their own
English, French or German name.
"""

from __future__ import annotations

import argparse
import sys
import unicodedata
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from babel import Locale

from timeline.names import skeleton

_NAMES = Path(__file__).with_name("names.tsv")
_LATIN = ("en", "fr", "de")
_OTHERS = ("ar", "fa", "he", "ru", "uk", "sr", "el", "hy", "ka", "hi", "ja", "ko", "zh")


class Spelling(NamedTuple):
    """A spelling, its script, and what it is compared as."""

    text: str
    script: str
    skeleton: str


def script_of(text: str) -> str:
    """Give the script of the first letter, as Unicode's name of it begins."""
    return unicodedata.name(next(letter for letter in text if letter.isalpha())).split()[0]


def read_names() -> list[list[Spelling]]:
    """Read the names, each with its spellings."""
    lines = _NAMES.read_text(encoding="utf-8").splitlines()
    return [
        [Spelling(text, script_of(text), skeleton(text)) for text in line.split("\t")]
        for line in lines
        if not line.startswith("#")
    ]


def meets(spelling: Spelling, name: list[Spelling]) -> bool:
    """Whether a spelling has the skeleton of the first one, or from another script of a Latin
    one.
    """
    latin = {other.skeleton for other in name if other.script == "LATIN"}
    wanted = {name[0].skeleton} if spelling.script == "LATIN" else latin
    return bool(spelling.skeleton) and spelling.skeleton in wanted


def report_names(*, missed: bool) -> None:
    """Print how many spellings of a script meet their names, and which names meet others."""
    names = read_names()
    all_of: Counter[str] = Counter()
    met: Counter[str] = Counter()
    for name in names:
        for spelling in name[1:]:
            all_of[spelling.script] += 1
            if meets(spelling, name):
                met[spelling.script] += 1
            elif missed:
                sys.stdout.write(f"  missed  {name[0].text}  {spelling.text}\n")
    for script, count in all_of.most_common():
        sys.stdout.write(f"{script.lower():12}{met[script]:5} of {count}\n")
    sys.stdout.write(f"{'together':12}{met.total():5} of {all_of.total()}\n")
    pairs = list(combinations(names, 2))
    false = [
        f"{one[0].text} {other[0].text}"
        for one, other in pairs
        if {spelling.skeleton for spelling in one} & {spelling.skeleton for spelling in other}
    ]
    sys.stdout.write(f"false pairs {len(false):5} of {len(pairs)}: {', '.join(false)}\n")


def report_states() -> None:
    """Print how many states of a language meet their name in one of the Latin ones."""
    latin = [Locale(language).territories for language in _LATIN]
    for language in _OTHERS:
        named = {
            code: name for code, name in Locale(language).territories.items() if len(code) == 2
        }
        met = sum(
            skeleton(name) in {skeleton(others[code]) for others in latin}
            for code, name in named.items()
        )
        sys.stdout.write(f"states, {language:4}{met:5} of {len(named)}\n")


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description="Which spellings of names meet.")
    parser.add_argument("--missed", action="store_true", help="print what does not meet as well")
    given = parser.parse_args()
    report_names(missed=given.missed)
    report_states()


if __name__ == "__main__":
    main()
