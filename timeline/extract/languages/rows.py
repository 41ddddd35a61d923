"""Rows of words and names that stand as text beside the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows(package: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield the rows of a file: a word, and the columns behind it; its first lines say which.

    Columns are parted by tabs; as many words have the same, they are best read once for all of
    these. A line that is empty or begins with `#` is no row.

    Args:
        package: the package that the file stands in.
        name: its name.
    """
    from importlib.resources import files  # only who reads prose needs words

    for line in (files(package) / name).read_text(encoding="utf-8").split("\n"):
        if line and line[0] != "#":
            word, _, columns = line.partition("\t")
            yield word, columns
