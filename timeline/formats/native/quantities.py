"""Quantities as people write them: `12`, `30..40`, `30..`, `2 billion EUR`."""

from __future__ import annotations

import re
from decimal import Decimal

from timeline.errors import DataError
from timeline.formats.tree import shown
from timeline.records import Quantity

_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
# At most so many digits, before and behind the point: a double keeps 17.
_NUMBER = r"[+-]?[0-9]{1,25}(?:\.[0-9]{1,25})?(?:[eE][+-]?[0-9]{1,3})?"
_QUANTITY = re.compile(
    rf"(?P<low>{_NUMBER})?(?:(?P<range>\.\.)(?P<high>{_NUMBER})?)?"
    rf"(?:\s+(?P<scale>{'|'.join(_SCALES)})\b)?"
    r"(?:\s*(?P<unit>(?![eE][+-]?[0-9])[^\W\d_].*|[%‰°€$£¥].*))?",
    re.DOTALL,
)


def parse_quantity(name: str, text: str) -> Quantity:
    """Read a quantity.

    Args:
        name: what is counted or measured.
        text: a number, or bounds with two dots between them, one of which may be missing; then a
            scale in English, then a unit.

    Raises:
        DataError: it is none; a RefusedError if its numbers are not in order.
    """
    match = _QUANTITY.fullmatch(text)
    if match is None or (match["low"] is None and match["high"] is None):
        raise DataError("quantity-unread", given=shown(text))
    scale = _SCALES.get(match["scale"] or "", 1)
    low, high = _number(match["low"], scale), _number(match["high"], scale)
    if match["range"]:
        return Quantity(name, low=low, high=high, unit=match["unit"])
    return Quantity(name, low, unit=match["unit"])


def _number(text: str | None, scale: int) -> float | None:
    return None if text is None else float(Decimal(text) * scale)


def quantity_text(quantity: Quantity) -> str | None:
    """Write a quantity so that it is read back; None if that takes its fields one by one."""
    low, high = ("" if end is None else repr(end) for end in (quantity.low, quantity.high))
    text = f"{low}..{high}" if quantity.value is None else repr(quantity.value)
    if quantity.unit is not None:
        text += f" {quantity.unit}"
    try:
        return text if parse_quantity(quantity.name, text) == quantity else None
    except DataError:
        return None
