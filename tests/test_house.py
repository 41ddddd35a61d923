"""The floors of the house: which room may use which, and which library is used where."""

from __future__ import annotations

import ast
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest
from importlinter.api import read_configuration
from importlinter.cli import lint_imports

if TYPE_CHECKING:
    from collections.abc import Iterator
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


# What several commands take is called in each as the option is.
_OPTIONS = "timeline/cli/options.py"


def test_no_two_classes_have_one_name(root: Path) -> None:
    """One word, one thing, in the whole package; the name of a type counts like that of a class."""
    places = defaultdict(list)
    for path in sorted((root / "timeline").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for name in _defined(node):
                places[name].append(str(path.relative_to(root)))
    assert len(places) > 100
    files = {name: [file for file in found if file != _OPTIONS] for name, found in places.items()}
    assert not {name: found for name, found in files.items() if len(found) > 1}


def _defined(node: ast.AST) -> Iterator[str]:
    """Give the name of a class or of a type, if a node is one."""
    match node:
        case ast.ClassDef(name=name):
            yield name
        case ast.AnnAssign(target=ast.Name(id=name), annotation=ast.Name(id="TypeAlias")):
            yield name
