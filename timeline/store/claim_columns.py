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


def plain_fields(row: Row[Any], fields: Container[str] = PLAIN) -> dict[str, Any]:
    """Give field -> value of the plain columns of a row.

    Args:
        row: of the table of claims.
        fields: those that are wanted.
    """
    return {field: row._mapping[column] for field, column in PLAIN.items() if field in fields}
