"""Quantities as people write them."""

from __future__ import annotations

from typing import Any

import pytest
from formats.drawing import quantities
from hypothesis import given

from timeline.errors import DataError
from timeline.formats.native.quantities import parse_quantity, quantity_text
from timeline.records import Quantity


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("12", {"value": 12}),
        ("0", {"value": 0}),
        ("-4.5", {"value": -4.5}),
        ("+3", {"value": 3}),
        ("2e3", {"value": 2000}),
        ("30..40", {"low": 30, "high": 40}),
        ("30..", {"low": 30}),
        ("..40", {"high": 40}),
        ("1.5..2.5 km", {"low": 1.5, "high": 2.5, "unit": "km"}),
        ("12%", {"value": 12, "unit": "%"}),
        ("20 °C", {"value": 20, "unit": "°C"}),
        ("12 persons, all men", {"value": 12, "unit": "persons, all men"}),
        ("5 thousand", {"value": 5000}),
        ("2 billion EUR", {"value": 2 * 10**9, "unit": "EUR"}),
        ("1.1..4.35 million EUR", {"low": 1_100_000, "high": 4_350_000, "unit": "EUR"}),
        ("3 trillion", {"value": 3 * 10**12}),
        ("3 millions", {"value": 3, "unit": "millions"}),
    ],
)
def test_what_is_read(text: str, fields: dict[str, Any]) -> None:
    """A number or bounds, a scale, a unit; scales are exact."""
    assert parse_quantity("n", text) == Quantity("n", **fields)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "x", "..", "12 000", "1,234", "1,5", "$5", "1...2", "1..2..3", "12-15", "~30",
        "1e9999", "1e400", "40..30", "9" * 30, "1 " + " " * 100_000 + "!", "NaN", "inf", "٣",
    ],
)  # fmt: skip
def test_what_is_not(text: str) -> None:
    """What could be read in two ways is none: a comma or space between digits, a hyphen."""
    with pytest.raises(DataError):
        parse_quantity("n", text)


@given(quantities())
def test_written_is_read_back(quantity: Quantity) -> None:
    """Law: as a text, if there is one for it."""
    text = quantity_text(quantity)
    assert text is None or parse_quantity(quantity.name, text) == quantity


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (Quantity("n", 12), "12"),
        (Quantity("n", 2 * 10**9, unit="EUR"), "2000000000 EUR"),
        (Quantity("n", low=30, high=40), "30..40"),
        (Quantity("n", high=0.5, unit="%"), "..0.5 %"),
        (Quantity("n", 5, 3, 9), None),
        (Quantity("n", 5, unit="million people"), None),
        (Quantity("n", 5, unit="000"), None),
    ],
)
def test_how_it_is_written(quantity: Quantity, text: str | None) -> None:
    """An estimate with bounds, and a unit that would be read as something else, take fields."""
    assert quantity_text(quantity) == text
