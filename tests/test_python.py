"""The package as a Python library: what it exports, and that it costs nothing until it is used."""

from __future__ import annotations

import pydoc
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import timeline
import timeline.records as r
from timeline.dates import parse
from timeline.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.dates import Date


def test_the_import_loads_nothing_of_the_house() -> None:
    code = (
        "import sys, timeline; print(*sorted(m for m in sys.modules if m.startswith('timeline.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


@pytest.mark.parametrize("name", timeline.__all__)
def test_what_is_exported_is_there_and_described(name: str) -> None:
    found = getattr(timeline, name)
    assert found.__doc__
    assert name in dir(timeline)
    assert name in pydoc.plain(pydoc.render_doc(timeline))


def test_what_is_not_exported_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        timeline.nothing  # noqa: B018


def test_help_begins_with_ten_lines_of_use() -> None:
    assert timeline.__doc__
    lines = timeline.__doc__.splitlines()
    assert "    import timeline" in lines[:4]
    assert any("timeline.chronology(session, asked)" in line for line in lines[:12])


def test_a_session(tmp_path: Path, store_url: str) -> None:
    """Load, ask in text, read: on both engines, with files that Python names."""
    notes = tmp_path / "notes.yaml"
    notes.write_text(
        "source: {key: s, published: 2024-11-15}\n"
        "actors: [{key: ann, name: Ann Lee}]\n"
        "events: [{key: e, type: VISIT, title: A visit, "
        "claims: [{date: 2024-11-11, who: {agent: ann}}]}]\n",
        encoding="utf-8",
    )
    loaded = timeline.load_files(store_url, notes)
    assert loaded.report.new == 4
    with timeline.open_store(store_url) as session:
        for asked in (
            timeline.Question(actors="Lee", on="11 nov. 2024"),
            timeline.Question(types=["VISIT"], start="2024", end="December 2024"),
            timeline.Question(known_by="15 Nov 2024", sources="s"),
        ):
            assert [row.key for row in timeline.chronology(session, asked).rows] == ["e"]
        assert timeline.dossier(session, "e").event.title == "A visit"
        assert [row.name for row in timeline.actors(session).rows] == ["Ann Lee"]
        assert timeline.profile(session, "Ann").actor.name == "Ann Lee"
        assert [row.key for row in timeline.sources(session).rows] == ["s"]
        assert timeline.source(session, "s").source.events == 1
        assert timeline.conflicts(session).rows == ()
        with pytest.raises(UsageError, match="whenever"):
            timeline.chronology(session, timeline.Question(on="whenever"))
    read = [type(item).__name__ for item in timeline.read_files(notes)]
    assert read.count("Located") == 5  # the collection, and what was new


@pytest.mark.parametrize("published", ["2024-11-12", "12 Nov. 2024", parse("2024-11-12")])
def test_a_date_of_publication_may_be_text(tmp_path: Path, published: Date | str) -> None:
    """As in a question, for a load and for reading alike; one that is none is told by its field."""
    article = tmp_path / "article.txt"
    article.write_text("Ann Lee met Bob Ray in Paris on Monday.\n", encoding="utf-8")
    db = str(tmp_path / "t.db")
    assert timeline.load_files(db, article, published=published, language="en").read == 1
    with timeline.open_store(db) as session:
        assert [row.published for row in timeline.sources(session).rows] == ["2024-11-12"]
    read = timeline.read_files(article, published=published, language="en")
    sources = [item.record for item in read if isinstance(item, r.Located)]
    assert [str(one.published) for one in sources if isinstance(one, r.Source)] == ["2024-11-12"]
    with pytest.raises(UsageError, match="published: 'whenever'"):
        timeline.load_files(db, article, published="whenever")
    with pytest.raises(UsageError, match="published: 'whenever'"):
        next(timeline.read_files(article, published="whenever"))


def test_the_table_of_exports_is_whole() -> None:
    assert set(timeline._ROOMS) == set(timeline.__all__)
