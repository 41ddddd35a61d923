"""Rows of words and names that stand as text beside the code."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows(package: str, name: str) -> Iterator[list[str]]:
    """Read the rows of a file: what its columns are, its first lines say.

    Args:
        package: the package that it stands in.
        name: its name. Fields are parted by tabs; a line that is empty or begins with `#` is no
            row.
    """
    for line in (files(package) / name).read_text(encoding="utf-8").split("\n"):
        if line and line[0] != "#":
            yield line.split("\t")
