"""What is built from the checkout: the wheel and the source archive are complete, and know their
version.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tomllib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

import timeline

if TYPE_CHECKING:
    from pathlib import Path


HINT = re.compile(r"(?:install |`)'?(timeline[\w-]*)\[")


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the two archives, built with the hatchling that is installed."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(root)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def files(folder: Path) -> set[str]:
    """The files under a folder that belong to the project, as the archives name them."""
    return {
        path.relative_to(folder.parent).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def wheel(built: Path) -> set[str]:
    """The names in the wheel."""
    (path,) = built.glob("*.whl")
    with ZipFile(path) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def sdist(built: Path) -> set[str]:
    """The names in the source archive, without the folder that holds them all."""
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


def test_the_wheel_holds_the_package_and_its_types(root: Path, wheel: set[str]) -> None:
    assert files(root / "timeline") <= wheel
    assert "timeline/py.typed" in wheel


@pytest.mark.parametrize("folder", ["migrations", "seeds"])
def test_the_wheel_holds_what_lies_beside_the_package(
    folder: str, root: Path, wheel: set[str]
) -> None:
    expected = {f"timeline/{name}" for name in files(root / folder)}
    assert expected
    assert expected == {name for name in wheel if name.startswith(f"timeline/{folder}/")}


def test_the_wheel_holds_nothing_else(wheel: set[str]) -> None:
    assert {name.partition("/")[0] for name in wheel if ".dist-info/" not in name} == {"timeline"}


@pytest.mark.parametrize("folder", ["timeline", "migrations", "seeds", "tests"])
def test_the_source_archive_holds_the_checkout(folder: str, root: Path, sdist: set[str]) -> None:
    assert files(root / folder) <= sdist


@pytest.mark.parametrize(
    "name", ["LICENSE", "README.md", "CHANGELOG.md", "pyproject.toml", "alembic.ini"]
)
def test_the_source_archive_holds_the_papers(name: str, sdist: set[str]) -> None:
    assert name in sdist


def test_the_checkout_is_what_is_tested(root: Path) -> None:
    """An installed copy must not stand before the checkout: its tests would say nothing."""
    assert timeline.__path__ == [str(root / "timeline")]


def test_the_metadata_tell_the_version_of_the_code(built: Path) -> None:
    (path,) = built.glob("*.whl")
    assert path.name.split("-")[1] == timeline.__version__


def test_only_files_of_known_kinds_are_in_the_package(root: Path) -> None:
    """An editor's leftover would be shipped: modules, the mark of types and named data, no more."""
    assert {path.suffix or path.name for path in map(PurePosixPath, files(root / "timeline"))} == {
        ".css",
        ".html",
        ".js",
        ".py",
        ".tsv",
        ".typed",
        ".weights",
    }


def test_no_extra_names_a_distribution_of_somebody_else(root: Path) -> None:
    """On PyPI `timeline` is another project's: what depends on this one says `timeline-db`."""
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    assert project["name"] == "timeline-db"
    wanted = [one for extra in project["optional-dependencies"].values() for one in extra]
    named = {re.split(r"[^\w-]", one, maxsplit=1)[0] for one in [*project["dependencies"], *wanted]}
    assert "timeline" not in named
    assert "timeline-db" in named


def test_every_hint_names_the_distribution(root: Path) -> None:
    """A cure of the form `install NAME[extra]` names this distribution."""
    texts = [path.read_text() for path in (root / "timeline").rglob("*.py")]
    hints = [
        hint for text in [*texts, (root / "README.md").read_text()] for hint in HINT.findall(text)
    ]
    assert hints
    assert set(hints) == {"timeline-db"}
