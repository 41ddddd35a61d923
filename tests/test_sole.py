"""The table of roles that only one can fill."""

from __future__ import annotations

from typing import get_args

from timeline.records import EventType, Role
from timeline.records.sole import sole_roles


def test_the_table_names_types_and_roles_that_there_are() -> None:
    assert {kind for kind, _ in sole_roles()} <= set(get_args(EventType))
    assert {role for _, role in sole_roles()} <= set(get_args(Role))
    assert all(sole_roles().values())
