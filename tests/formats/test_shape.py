"""A tree against a class, where no record has such a field yet."""

from __future__ import annotations

from typing import Annotated

import pytest
from msgspec import Meta, Struct

from timeline.formats.shape import convert
from timeline.formats.tree import Flaw


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
        ({"key": ""}, Flaw(("key",), "a text is expected here, and this one is empty")),
        (
            {"key": "a", "count": "0"},
            Flaw(("count",), "a whole number of at least 1 is expected here, not `0`"),
        ),
        (
            {"key": "a", "code": "x"},
            Flaw(("code",), "Expected `str` matching regex '^[A-Z]+$'"),
        ),
    ],
)
def test_constraints_that_do_not(given: dict[str, str], flaw: Flaw) -> None:
    """Each is a flaw; one that has no words of its own is told in those of msgspec."""
    assert convert(given, Bounded)[1] == [flaw]
