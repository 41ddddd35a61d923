"""How likely a word names an event, and how likely a claim is right as a whole.

Both are logistic regressions over `features`, one set of weights for each language, fitted by
bench/train.py to articles that were annotated by hand.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def likelihood(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the probability, from 0 to 1, that weights give to what has these features."""
    total = sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + exp(-total))
