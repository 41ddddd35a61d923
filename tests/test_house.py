"""The floors of the house: which room may use which, and which library is used where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from importlinter.api import read_configuration
from importlinter.cli import lint_imports

if TYPE_CHECKING:
    from pathlib import Path

CONTRACTS = ("floors", "circles", "sqlalchemy", "alembic", "typer")


@pytest.mark.parametrize("contract", CONTRACTS)
def test_every_room_keeps_the_contract(contract: str, root: Path) -> None:
    """What import-linter prints, the chain of imports with its lines, is shown when a contract is
    broken.
    """
    assert lint_imports(str(root / "pyproject.toml"), (contract,), no_cache=True) == 0


def test_every_contract_is_tested(root: Path) -> None:
    """A contract that is added to pyproject.toml is added above."""
    options = read_configuration(str(root / "pyproject.toml"))["contracts_options"]
    assert tuple(contract["id"] for contract in options) == CONTRACTS


def test_imports_for_types_count(root: Path) -> None:
    """An import under TYPE_CHECKING is a dependency like any other."""
    session = read_configuration(str(root / "pyproject.toml"))["session_options"]
    assert "exclude_type_checking_imports" not in session
