"""Train what tells events from other words, and how far a claim can be trusted.

    python -m bench.train fr|en [--shared FOLDER] [--write]

The texts are those of bench/reading.py, in French the developing part of bench/gold.py, and the
articles and sentences of tests/extract/cases. Two logistic regressions over the features of
timeline/extract/features.py are fitted: whether a word names an event that was annotated, and
whether a claim is right as a whole (its type, who in which role, its polarity). What is printed is
cross-validated by article: the area under the curve, the best F1 and the line above which it is
reached, and of claims a table of reliability. `--write` puts the weights into the package of the
language; the second regression is about the claims that are read with the first one's weights, so
write twice.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import defaultdict
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from bench.claims import Told, paired, same_name, told, written_down
from bench.gold import write_gold
from timeline.dates import parse
from timeline.extract.actors import Cast
from timeline.extract.article import read_article
from timeline.extract.claims import records_of
from timeline.extract.features import features
from timeline.extract.happenings import candidates
from timeline.extract.languages import prose_language
from timeline.extract.parse import parsed
from timeline.formats.jsonl import write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_HEAD = """# What the features of a word (extract/features.py) weigh, by logistic regression on
# annotated articles; `python -m bench.train` writes this file.
#
# FEATURE  EVENT  RIGHT, parted by tabs: for its naming an event, and for its claim's being right.
"""
_CASES = Path(__file__).parents[1] / "tests" / "extract" / "cases"
_DAY = "2024-11-14"  # of the sentences
# Of the squared weights; claims are few for what there is to tell of them, so what their words mean
# is left out.
_PENALTY, _PENALTY_OF_CLAIMS = 5.0, 15.0
_MEANING = "meaning "
_FOLDS = 10
_RARE = 4  # features that are true of fewer examples are left out
_OPTIONAL = 0.3  # what an event counts that may as well be left out
_NEARLY = 0.7  # points of F1 that a higher line may cost
_BINS = (0.0, 0.2, 0.35, 0.5, 0.65, 0.8, 1.0)


class Example(NamedTuple):
    """A candidate or a claim: of which article, what is true of it, whether it is what is asked,
    and how much it counts.
    """

    article: str
    features: dict[str, float]
    true: bool
    counts: float = 1.0


class Corpus(NamedTuple):
    """The annotated texts of a language: their folder, their days, their events and actors."""

    texts: Path
    days: Path
    events: Path
    actors: Path


def corpora(shared: Path, language: str, work: Path) -> list[Corpus]:
    """Name the annotated texts of a language; those of our own gold are written to a folder."""
    if language == "fr":
        write_gold(work, "developing")
        return [_french(shared / "data/events_fr"), _french(work)]
    data = shared / "data/events_en/meantime"
    return [
        Corpus(
            data / "text", data / "dct.dev.tsv", data / "gold_events.dev.jsonl",
            data / "gold_actors.dev.jsonl",
        )
    ]  # fmt: skip


def _french(data: Path) -> Corpus:
    return Corpus(
        data / "text", data / "published.tsv", data / "gold_events.jsonl",
        data / "gold_actors.jsonl",
    )  # fmt: skip


def examples(given: Corpus, shared: Path, language: str) -> tuple[list[Example], list[Example]]:
    """Give the candidates of all texts, and their claims."""
    scorer = _Scorer(given, shared)
    words, claims = [], []
    rows = [line.split("\t") for line in given.days.read_text(encoding="utf-8").splitlines()]
    articles = (
        read_article(
            f"{name}.txt", (given.texts / f"{name}.txt").read_bytes(),
            published=parse(day), language=language,
        )
        for name, day in rows
    )  # fmt: skip
    for (name, _), (article, paragraphs) in zip(rows, parsed(articles), strict=True):
        cast = Cast(article.text, paragraphs, prose_language(language))
        known = {}
        for mention in candidates(article, paragraphs, cast):
            token = mention.trigger.token
            found = features(mention, prose_language(language))
            known[token.start] = found
            event = scorer.event_at(name, token.start, token.end)
            counts = _OPTIONAL if event is not None and event["optional"] else 1.0
            words.append(Example(name, found, event is not None and _matters(event), counts))
        lines = "".join(write(records_of(article, paragraphs))).splitlines()
        for start, right in scorer.judged(name, [json.loads(line) for line in lines]):
            if start in known:
                claims.append(Example(name, known[start], right))
    return words, claims


def own_examples(language: str) -> Iterator[tuple[list[Example], list[Example]]]:
    """Yield the candidates and the claims of each article and sentence of our own."""
    for path in sorted(_CASES.glob(f"{language}-*.yaml")):
        about, wanted = written_down(path)
        text = path.with_suffix(".txt")
        yield _own(text.name, text.read_bytes(), about["published"], language, wanted)
    rows = [
        line.split("\t")[-2:]
        for name in ("sentences", "kinds")
        for line in (_CASES / f"{name}.{language}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    ]
    for sentence, events in rows:
        words = tuple(event.partition(" | ")[0] for event in events.split(" ; "))
        told_words = Told(words, "", frozenset(), None, "affirms", "asserted", ())
        found, _ = _own(sentence[:40], sentence.encode(), _DAY, language, [told_words])
        yield found, []


def _own(
    name: str, content: bytes, day: str, language: str, wanted: Sequence[Told]
) -> tuple[list[Example], list[Example]]:
    article = read_article(name, content, published=parse(day), language=language)
    ((_, paragraphs),) = parsed([article])
    cast = Cast(article.text, paragraphs, prose_language(language))
    known, words = {}, []
    for mention in candidates(article, paragraphs, cast):
        token = mention.trigger.token
        found = features(mention, prose_language(language))
        known[article.text[token.start : token.end]] = found
        event = any(token.text in one.words for one in wanted)
        words.append(Example(name, found, event))
    claims = []
    pairs = paired(wanted, told_ones := list(told(records_of(article, paragraphs))))
    for one in told_ones:
        meant = next((event for event, other in pairs if other is one), None)
        if one.words[0] in known and not (meant and meant.optional):
            claims.append(
                Example(name, known[one.words[0]], meant is not None and _same(meant, one))
            )
    return words, claims


def _same(meant: Told, found: Told) -> bool:
    """Whether an event was read as it was written down: type, polarity, and nobody else in it."""
    kind = meant.type == found.type and meant.polarity == found.polarity
    return kind and all(
        any(role == other and same_name(name, known) for other, known in meant.who)
        for role, name in found.who
    )


def _matters(event: Any) -> bool:
    """Whether an event is one for a timeline: MEANTIME's, which have no type, are all that a text
    mentions, and of those are the ones with a name or a date.
    """
    dated = event.get("date_source") in ("tlink", "dct", "bound")
    return bool(event["type"] or dated or any(one.get("named") for one in event["who"]))


class _Scorer:
    """What the scorer of events says of claims."""

    def __init__(self, given: Corpus, shared: Path) -> None:
        sys.path.insert(0, str(shared / "tools"))
        self._score: Any = import_module("score_events")
        self._turn: Any = import_module("events_to_score")
        self._told: dict[str, list[Any]] = defaultdict(list)
        self._aliases = self._score.Al()
        for event in self._score.load(given.events):
            self._told[event["doc"]].append(event)
            for one in event["who"]:
                self._call(event["doc"], one["name"], one.get("alias", ()))
        for actor in self._score.load(given.actors):
            self._call(actor["doc"], actor["name"], actor["texts"])

    def _call(self, article: str, name: str, others: Iterable[str]) -> None:
        self._aliases.setdefault((article, self._score.fold(name)), set()).update(others)

    def event_at(self, article: str, start: int, end: int) -> Any:
        """The event that is named at a place; None if there is none."""
        for event in self._told[article]:
            places = (event["trigger"], *event["alt_triggers"])
            if any(a < end and start < b for a, b in places):
                return event
        return None

    def judged(self, article: str, records: list[Any]) -> Iterator[tuple[int, bool]]:
        """Yield where a claim's trigger begins, and whether it is right."""
        text = next(one["text"] for one in records if one.get("text"))
        found = self._turn.events(article, records, text, 0.0)
        pairs, _, again = self._score.match(self._told[article], found, self._aliases)
        for number, claim in enumerate(found):
            if claim["trigger"] and number not in again:
                event = self._told[article][pairs[number]] if number in pairs else None
                yield claim["trigger"][0], event is not None and self._agrees(claim, event)

    def _agrees(self, claim: Any, event: Any) -> bool:
        kind = not event["type"] or claim["type"] in (event["type"], *event["type_ok"])
        return kind and claim["polarity"] == event["polarity"] and all(
            any(
                self._score.who_match(one, other, event["doc"], self._aliases)
                and self._score.role_ok(one["role"], other["role"], "merged")
                for other in event["who"]
            )
            for one in claim["who"]
        )  # fmt: skip


def fitted(rows: Any, truth: Any, counts: Any, strength: float) -> Any:
    """Fit a logistic regression with a penalty, by Newton's method; the first column is 1."""
    weights = np.zeros(rows.shape[1])
    penalty = np.full(rows.shape[1], strength)
    penalty[0] = 1e-6
    for _ in range(30):
        p = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ (counts * (p - truth)) + penalty * weights
        hessian = (rows * (counts * p * (1 - p))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return weights


class Trained(NamedTuple):
    """Weights by feature, what they say of examples that they were not fitted to, and the truth."""

    weights: dict[str, float]
    guessed: Any
    truth: Any


def trained(given: Sequence[Example], penalty: float, *, without: str | None = None) -> Trained:
    """Fit weights to all examples, and to all but one fold for each of the folds.

    Args:
        given: the examples.
        penalty: of the squared weights.
        without: how the names of features begin that are left out.
    """
    count: dict[str, int] = defaultdict(int)
    for one in given:
        for name in one.features:
            count[name] += 1
    names = [
        name
        for name, number in count.items()
        if number >= _RARE and not (without and name.startswith(without))
    ]
    rows = np.array([[one.features.get(name, 0.0) for name in names] for one in given])
    truth = np.array([float(one.true) for one in given])
    counts = np.array([one.counts for one in given])
    articles = sorted({one.article for one in given})
    fold = np.array([articles.index(one.article) % _FOLDS for one in given])
    guessed = np.zeros(len(given))
    for number in range(_FOLDS):
        seen = fold != number
        weights = fitted(rows[seen], truth[seen], counts[seen], penalty)
        guessed[~seen] = 1 / (1 + np.exp(-rows[~seen] @ weights))
    weights = fitted(rows, truth, counts, penalty)
    return Trained(dict(zip(names, weights.tolist(), strict=True)), guessed, truth)


def area(found: Trained) -> float:
    """Give the area under the curve: how often a true one stands above a false one."""
    ranks = found.guessed.argsort().argsort() + 1
    true = int(found.truth.sum())
    false = len(found.truth) - true
    return float((ranks[found.truth == 1].sum() - true * (true + 1) / 2) / (true * false))


def best_line(found: Trained) -> tuple[float, float]:
    """Give the highest line above which what is taken has nearly the best F1, and that."""
    order = (-found.guessed).argsort()
    right = found.truth[order].cumsum()
    f1 = 200 * right / (np.arange(1, len(order) + 1) + found.truth.sum())
    at = int((f1 > f1.max() - _NEARLY).argmax())
    return float(found.guessed[order][at]), float(f1[at])


def reliability(found: Trained) -> Iterator[str]:
    """Yield a line for each bin of confidence: how many claims, and how many of them are right."""
    for low, high in pairwise(_BINS):
        inside = (found.guessed >= low) & (found.guessed < high)
        if inside.any():
            share = 100 * found.truth[inside].mean()
            yield f"  {low:.2f} to {high:.2f}: {inside.sum():4} claims, {share:3.0f} % right\n"
    for line in (0.3, 0.4, 0.5, 0.6, 0.7):
        above = found.guessed >= line
        share = 100 * found.truth[above].mean() if above.any() else 0
        yield f"  above {line:.1f}: {above.sum():4} claims, {share:3.0f} % right\n"


def write_weights(language: str, event: dict[str, float], right: dict[str, float]) -> None:
    """Write the weights of the features to the package of a language."""
    package = prose_language(language).package.replace(".", "/")
    lines = [
        f"{name}\t{event.get(name, 0):.2f}\t{right.get(name, 0):.2f}\n"
        for name in sorted({*event, *right})
    ]
    text = _HEAD + "".join(lines)
    (Path(__file__).parents[1] / package / "weights.tsv").write_text(text, encoding="utf-8")


def _both(shared: Path, language: str) -> tuple[Trained, Trained]:
    """Train what judges words, and what judges claims."""
    words: list[Example] = []
    claims: list[Example] = []
    with TemporaryDirectory() as work:
        for one in corpora(shared, language, Path(work)):
            found, judged = examples(one, shared, language)
            words += found
            claims += judged
    for found, judged in own_examples(language):
        words += found
        claims += judged
    right = trained(claims, _PENALTY_OF_CLAIMS, without=_MEANING)
    return trained(words, _PENALTY), right


def main() -> None:
    """Read the command line, train, and print how good it is."""
    parser = argparse.ArgumentParser(description="Train what tells events from other words.")
    parser.add_argument("language", choices=("fr", "en"))
    parser.add_argument("--shared", type=Path)
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    given = parser.parse_args()
    shared = given.shared or Path(os.environ.get("TIMELINE_SHARED", "../shared"))
    words, claims = _both(shared, given.language)
    line, f1 = best_line(words)
    sys.stdout.write(
        f"{len(words.truth)} candidates, {int(words.truth.sum())} events; "
        f"area under the curve {area(words):.3f}, F1 {f1:.1f} above {line:.2f}\n"
        f"{len(claims.truth)} claims, {int(claims.truth.sum())} right; "
        f"area under the curve {area(claims):.3f}\n"
    )
    sys.stdout.writelines(reliability(claims))
    if given.write:
        words.weights["always"] -= float(np.log(line / (1 - line)))  # an event has more than a half
        write_weights(given.language, words.weights, claims.weights)


if __name__ == "__main__":
    main()
