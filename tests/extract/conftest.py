"""Articles for the tests of extraction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates import parse
from timeline.extract.article import Article, read_article

if TYPE_CHECKING:
    from pathlib import Path

PUBLISHED = parse("2024-11-14")


def written(text: str, language: str = "fr") -> Article:
    """An article of one paragraph, all of it prose."""
    return Article("a", text, language, PUBLISHED, None, None, None, None, ((0, len(text)),), ())


def read(path: Path, *, published: str | None = None) -> Article:
    """An article from its file."""
    return read_article(
        path.name,
        path.read_bytes(),
        published=parse(published) if published else None,
        language=None,
    )
