"""Train how sure a claim is as a whole, by claims on strangers' articles that were read one by one.

    python -m bench.calibrate [--write]

One logistic regression over what timeline/extract/judging.py knows of a whole claim: how likely its
words make it, its type, and how it is told. It is fitted to bench/strangers.tsv, where each claim
has its verdict; but for those that decline to comment, whose type is that of what they are asked
about. Right is what is wholly true: the type, who in which role, whether it happened, the date and
the source. What is false about somebody is the worst fault, and counts several times; what is said
of all is then brought to the share of right ones among those on articles for which nothing was
mended before, so that it is the probability that a claim on a new article is right. What is printed
is cross-validated by article. `--write` puts the weights into the package.
"""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

import numpy as np

from bench.learning import Example, Trained, area, reliability, trained
from timeline.extract.judging import Telling, of_claim
from timeline.resolve import DOUBTFUL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from timeline.records import EventType, Modality, Polarity

_READ = Path(__file__).with_name("strangers.tsv")
_WEIGHTS = Path(__file__).parents[1] / "timeline" / "extract" / "calibration.tsv"
_HEAD = """# What is known of a claim as a whole (extract/judging.py) weighs for its being right, by
# logistic regression on claims that were read; `python -m bench.calibrate` writes this file.
#
# FEATURE  WEIGHT, parted by a tab.
"""
_PENALTY = 3.0  # of the squared weights
_WORST = 2.0  # as much as so many others counts what is false about somebody
_UNMENDED = "9"  # the number of the articles for which nothing was mended before
_FAR, _NEAR = 5.0, 1e-4  # of a shift of log-odds
_LINES = (0.6, DOUBTFUL, 0.7, 0.75, 0.8)
_ABOUT_SOMEBODY = ("false-person", "false-who", "false-stance")


class Judged(NamedTuple):
    """A claim that was read: of which article, what is known of it, and the verdict."""

    article: str
    told: Telling
    chance: float
    verdict: str


def judged() -> Iterator[Judged]:
    """Yield the claims of bench/strangers.tsv."""
    lines = (line for line in _READ.read_text().splitlines() if line[:1] != "#")
    for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        article, language, kind, modality, polarity, sourced, dated, people, word = row[:9]
        quoted, weak, alike, meant = (one == "yes" for one in row[9:13])
        told = Telling(
            language,
            cast("EventType", kind),
            cast("Modality", modality),
            cast("Polarity", polarity),
            int(people),
            sourced == "yes",
            cast("Literal['', 'words', 'tense']", dated.removeprefix("no")),
            word,
            quoted,
            weak,
            alike,
            meant,
        )
        yield Judged(article, told, float(row[13]), row[14])


def _levelled(found: Trained, new: list[bool]) -> Trained:
    """Bring what is guessed to the share of right ones among some, by one number for all."""
    odds, mask = np.log(found.guessed / (1 - found.guessed)), np.array(new)
    low, high = -_FAR, _FAR
    while high - low > _NEAR:
        middle = (low + high) / 2
        mean = (1 / (1 + np.exp(-odds[mask] - middle))).mean()
        low, high = (middle, high) if mean < found.truth[mask].mean() else (low, middle)
    weights = {**found.weights, "always": found.weights["always"] + low}
    return found._replace(weights=weights, guessed=1 / (1 + np.exp(-odds - low)))


def main() -> None:
    """Fit, print how well it tells, and write the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    given = [one for one in judged() if one.told.polarity != "declines"]
    examples = [
        Example(
            one.article,
            of_claim(one.told, one.chance),
            one.verdict == "true",
            _WORST if one.told.people and one.verdict in _ABOUT_SOMEBODY else 1.0,
        )
        for one in given
    ]
    numbers = [one.article.split("-")[1][0] for one in given]
    new = [number == _UNMENDED for number in numbers]
    found = _levelled(trained(examples, _PENALTY), new)
    before = Trained({}, (), np.array([one.chance for one in given]), found.truth)
    personal = [one.told.people > 0 for one in given]
    out = sys.stdout
    out.write(f"{len(given)} claims, {sum(example.true for example in examples)} right\n")
    for name, which in (("all", [True] * len(given)), ("with somebody in them", personal)):
        one, other = area(before.only(which)), area(found.only(which))
        out.write(f"area under the curve, {name}: {100 * one:.0f} -> {100 * other:.0f}\n")
    out.writelines(reliability(found))
    late = found.only(new)
    false = np.array([one.verdict == "false-person" for one in given])[np.array(new)]
    out.write("of those on articles for which nothing was mended before\n")
    out.writelines(reliability(late))
    for line in _LINES:
        shown = late.guessed >= line
        out.write(
            f"above {line:.2f}: {100 * late.truth[shown].mean():.1f} % of {shown.sum()} right, "
            f"{false[shown].sum()} of {false.sum()} false about somebody human\n"
        )
    for number in sorted(set(numbers)):
        part = found.only([one == number for one in numbers])
        shown = part.guessed >= DOUBTFUL
        out.write(
            f"articles of number {number}: {len(shown)} claims, {100 * shown.mean():.0f} % shown, "
            f"of which {100 * part.truth[shown].mean():.1f} % right\n"
        )
    if parser.parse_args().write:
        rows = (f"{name}\t{weight:.2f}\n" for name, weight in sorted(found.weights.items()))
        _WEIGHTS.write_text(_HEAD + "".join(rows))


if __name__ == "__main__":
    main()
