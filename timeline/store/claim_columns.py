"""The columns of a claim, in one list: from it come the insert, the record read back, and the row
that is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Container

    from sqlalchemy import Row

# Field of a record -> the column that holds its value as it is. The other fields refer to rows of
# other tables, have rows of their own, or, as the date, several columns.
PLAIN = {
    "polarity": "polarity",
    "modality": "modality",
    "said": "said",
    "rule": "date_rule",
    "quote": "quote",
    "quote_start": "quote_start",
    "quote_end": "quote_end",
    "trigger_start": "trigger_start",
    "trigger_end": "trigger_end",
    "locator": "locator",
    "remark": "remark",
    "extractor": "extractor",
    "confidence": "confidence",
    "pinned": "pinned",
}
# What the tables hold that belong to one claim, beside its event and id.
OF_CLAIM = ("home_id", "event_id", "claim_id")
QUANTITY = ("name", "value", "low", "high", "unit")


# A double has each whole number up to this one (IEEE 754: 53 bits of precision).
_EXACT = 2**53


def plain_number(number: float | None) -> float | None:
    """Give a number of a quantity as its record has it: a whole one is an integer."""
    whole = number is not None and abs(number) <= _EXACT and float(number).is_integer()
    return int(number) if whole and number is not None else number


def plain_fields(row: Row[Any], fields: Container[str] = PLAIN) -> dict[str, Any]:
    """Give field -> value of the plain columns of a row.

    Args:
        row: of the table of claims.
        fields: those that are wanted.
    """
    return {field: row._mapping[column] for field, column in PLAIN.items() if field in fields}
