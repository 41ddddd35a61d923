"""Logistic regression over named features, cross-validated by article."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

import numpy as np

from timeline.extract.judging import likelihood
from timeline.resolve import DOUBTFUL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_FOLDS = 10
_RARE = 4  # features that are true of fewer examples are left out
_BINS = (0.0, 0.2, 0.35, 0.5, 0.65, 0.8, 1.0)
_LINES = (0.3, 0.4, 0.5, 0.6, DOUBTFUL, 0.7, 0.8)


class Example(NamedTuple):
    """A candidate or a claim: of which article, what is true of it, whether it is what is asked,
    and how much it counts.
    """

    article: str
    features: dict[str, float]
    true: bool
    counts: float = 1.0


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
    """What was learned.

    weights: by feature.     folds: those that were fitted without the articles of each fold.
    guessed: what these say of the examples of their folds.     truth: of the examples.
    """

    weights: dict[str, float]
    folds: tuple[dict[str, float], ...]
    guessed: Any
    truth: Any

    def only(self, chosen: Sequence[bool]) -> Trained:
        """The same of some of the examples."""
        mask = np.array(chosen)
        return self._replace(guessed=self.guessed[mask], truth=self.truth[mask])

    def unseen(self, article: str, features: Mapping[str, float]) -> float:
        """What is said of what an article has by the weights that were fitted without it."""
        return likelihood(features, self.folds[fold_of(article)])


def fold_of(article: str) -> int:
    """The fold that an article is in, whatever other articles there are."""
    return crc32(article.encode()) % _FOLDS


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
    fold = np.array([fold_of(one.article) for one in given])
    guessed, folds = np.zeros(len(given)), []
    for number in range(_FOLDS):
        seen = fold != number
        weights = fitted(rows[seen], truth[seen], counts[seen], penalty)
        guessed[~seen] = 1 / (1 + np.exp(-rows[~seen] @ weights))
        folds.append(dict(zip(names, weights.tolist(), strict=True)))
    weights = fitted(rows, truth, counts, penalty)
    return Trained(dict(zip(names, weights.tolist(), strict=True)), tuple(folds), guessed, truth)


def area(found: Trained) -> float:
    """Give the area under the curve: how often a true one stands above a false one."""
    ranks = found.guessed.argsort().argsort() + 1
    true = int(found.truth.sum())
    false = len(found.truth) - true
    return float((ranks[found.truth == 1].sum() - true * (true + 1) / 2) / (true * false))


def best_line(found: Trained, nearly: float) -> tuple[float, float]:
    """Give the highest line above which what is taken has nearly the best F1, and that F1; the
    lowest one if `nearly` is negative.

    Args:
        found: what was learned.
        nearly: how many points of F1 another line than the best may cost.
    """
    order = (-found.guessed).argsort()
    right = found.truth[order].cumsum()
    f1 = 200 * right / (np.arange(1, len(order) + 1) + found.truth.sum())
    good = (f1 > f1.max() - abs(nearly)).nonzero()[0]
    at = int(good[0] if nearly > 0 else good[-1])
    return float(found.guessed[order][at]), float(f1[at])


def reliability(found: Trained) -> Iterator[str]:
    """Yield a line for each bin of what is said, and for what stands above each line: of how many,
    and how many of them are right.
    """
    for low, high in pairwise(_BINS):
        inside = (found.guessed >= low) & (found.guessed < high)
        if inside.any():
            share = 100 * found.truth[inside].mean()
            yield f"  {low:.2f} to {high:.2f}: {inside.sum():4}, {share:3.0f} % right\n"
    for line in _LINES:
        above = found.guessed >= line
        share = 100 * found.truth[above].mean() if above.any() else 0
        yield f"  above {line:.2f}: {above.sum():4}, {share:3.0f} % right\n"
