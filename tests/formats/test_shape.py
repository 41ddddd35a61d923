"""A tree against a class, where no record has such a field yet."""

from __future__ import annotations

from typing import Annotated

import pytest
from msgspec import Meta, Struct

from timeline.formats.shape import convert


class Bounded(Struct):
    """Fields with constraints."""

    key: Annotated[str, Meta(min_length=1)]
    count: Annotated[int, Meta(ge=1)] | None = None
    code: Annotated[str, Meta(pattern="^[A-Z]+$")] | None = None


def test_constraints_that_hold() -> None:
    """Texts become numbers where the class has them."""
    assert convert({"key": "a", "count": "2", "code": "A"}, Bounded) == (Bounded("a", 2, "A"), [])


@pytest.mark.parametrize(
    ("given", "flaw"),
    [
        ({"key": ""}, "('key',): a text is expected here, and this one is empty"),
        (
            {"key": "a", "count": "0"},
            "('count',): a whole number of at least 1 is expected here, not `0`",
        ),
        (
            {"key": "a", "code": "x"},
            "('code',): expected `str` matching regex '^[A-Z]+$'",
        ),
    ],
)
def test_constraints_that_do_not(given: dict[str, str], flaw: str) -> None:
    """Each is a flaw; one that has no words of its own is told in those of msgspec."""
    assert [f"{found.path}: {found.message}" for found in convert(given, Bounded)[1]] == [flaw]
