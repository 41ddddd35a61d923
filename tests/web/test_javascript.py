"""The page's modules: what tsc and eslint, of the versions in `javascript/package.json`, find."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from web.browser import missing

from timeline import web

PAGE = Path(web.__file__).parent / "page"
CONFIG = Path(__file__).parent / "javascript"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the two tools, their settings and the modules."""
    npm = shutil.which("npm")
    if npm is None:
        missing("npm is not installed: nothing checks the page's modules")
    folder = tmp_path_factory.mktemp("javascript")
    shutil.copytree(CONFIG, folder, dirs_exist_ok=True)
    shutil.copytree(PAGE, folder / "page")
    told = run([npm, "install", "--no-audit", "--no-fund", "--no-package-lock"], folder)
    if told.returncode:
        missing(f"npm installs nothing here: {told.stderr[-300:]}")
    return folder


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, timeout=300
    )


@pytest.mark.parametrize(
    "command", [["tsc", "-p", "."], ["eslint", "page"]], ids=lambda one: one[0]
)
def test_the_modules_keep_what_they_say_of_their_types_and_the_rules(
    workshop: Path, command: list[str]
) -> None:
    tool, *rest = command
    told = run([str(workshop / "node_modules/.bin" / tool), *rest], workshop)
    assert told.returncode == 0, told.stdout + told.stderr
