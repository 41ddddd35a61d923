"""`timeline join` and `timeline diff`: what a person gives them, and what they say."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from builders import export, put
from msgspec.structs import replace

from timeline import records as r
from timeline.dates import parse

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Timeline

TEXT = "Musk met the ambassador on Monday."
LONGER = f"{TEXT} Again."


def parted(text: str) -> str:
    """The key of the source `a` that has this text, once there are two."""
    return f"a~{sha256(text.encode()).hexdigest()[:6]}"


def article(key: str, text: str, *, by: str) -> list[r.AnyRecord]:
    """An article with an event and a mention of its own."""
    own: list[r.AnyRecord] = [
        r.Source(key=key, text=text),
        r.Actor(key=f"{key}/musk", name="Musk"),
        r.Event(key=f"{key}/e1", type="CONSULT", title={"en": "A meeting"}),
        r.Claim(
            event=f"{key}/e1",
            source=key,
            date=parse("2024-11-11"),
            who=(r.Part(f"{key}/musk", "participant"),),
            via=(r.Hop(actor=f"{key}/musk"),),
            quote="Musk met",
        ),
    ]
    return [replace(record, collection=by) for record in own]


def test_a_database_and_its_export_are_joined_alike(timeline: Timeline, tmp_path: Path) -> None:
    """join(db) = join(its export), from a file and through a pipe."""
    assert timeline.db is not None
    other = str(tmp_path / "other.db")
    put(timeline.db, *article("a", TEXT, by="x"))
    put(other, *article("b", TEXT, by="y"))
    (tmp_path / "other.jsonl").write_text(export(other))
    found = []
    for name, given in ((other, ""), ("other.jsonl", ""), ("-", export(other))):
        done = timeline("join", name, stdin=given)
        assert (done.code, done.out) == (0, "4 new, 0 changed, 0 unchanged, 0 revoked\n")
        found.append(export(timeline.db))
        assert timeline("join", name, stdin=given).out.startswith("0 new, 0 changed")
        assert timeline("undo").code == 0
    assert found[0] == found[1] == found[2]
    assert "join" in timeline("log").out


def test_two_texts_under_one_key_become_two_sources(timeline: Timeline, tmp_path: Path) -> None:
    """Of both sides, with all that is named after them; a third that has one of the texts follows;
    no answer has the old key any more.
    """
    assert timeline.db is not None
    put(timeline.db, *article("a", TEXT, by="a"))
    put(str(tmp_path / "other.db"), *article("a", LONGER, by="a"))
    put(str(tmp_path / "third.db"), *article("a", TEXT, by="a"))
    done = timeline("join", "other.db")
    assert done.code == 0
    new = f"it is {parted(TEXT)} here and {parted(LONGER)} there"
    assert done.err == f"source a: the two hold different texts of it: {new}\n"
    assert timeline("join", "third.db").out.startswith("0 new, 0 changed")
    assert f"{parted(TEXT)}/e1" in timeline("show").out
    for question in (("sources",), ("sources", "a"), ("show", "a/e1"), ("actors", "a/musk")):
        assert "a " not in timeline(*question).out
    assert timeline("sources", "a").code == timeline("show", "a/e1").code == 1
    assert timeline("check").code in (0, 1)


def test_who_is_two_by_an_identifier_stops_it(timeline: Timeline, tmp_path: Path) -> None:
    """With the line that gives one of them another key; that does it."""
    assert timeline.db is not None
    for url, number in ((timeline.db, "Q1"), (str(tmp_path / "other.db"), "Q2")):
        who = r.Actor(key="elon", name="Elon", identifiers={"wikidata": number}, collection="c")
        put(url, who)
    done = timeline("join", "other.db")
    assert done.code == 1
    assert "elon is two actors" not in done.out
    assert "timeline join OTHER --rename elon=elon-2" in done.err
    assert timeline("join", "other.db", "--rename", "elon=elon-2").out.startswith("1 new")
    assert timeline("join", "other.db", "--rename", "nobody=elon-2").code == 1
    assert timeline("join", "other.db", "--rename", "nobody").code == 2


def test_what_one_only_cites_and_the_other_has_twice_is_asked(
    timeline: Timeline, tmp_path: Path
) -> None:
    assert timeline.db is not None
    put(timeline.db, *article("a", TEXT, by="a"))
    put(str(tmp_path / "other.db"), *article("a", LONGER, by="a"))
    put(str(tmp_path / "third.db"), r.Source(key="a", collection="third"))
    assert timeline("join", "other.db").code == 0
    done = timeline("join", "third.db")
    assert done.code == 1
    assert "source a: one of the two only cites it" in done.err
    assert timeline("join", "third.db", "--rename", f"a={parted(TEXT)}").code == 0


def test_two_versions_are_told(timeline: Timeline, tmp_path: Path) -> None:
    """The same one goes first from either side."""
    assert timeline.db is not None
    put(timeline.db, r.Source(key="s", title="A", collection="c"))
    put(str(tmp_path / "other.db"), r.Source(key="s", title="B", collection="c"))
    done = timeline("join", "other.db")
    assert (done.code, done.err) == (0, "source s: c says of its title A, no more B\n")


def test_what_one_side_revoked_is_live_and_told(timeline: Timeline, tmp_path: Path) -> None:
    assert timeline.db is not None
    full = article("a", TEXT, by="a")
    put(str(tmp_path / "other.db"), *full)
    put(timeline.db, *full)
    put(timeline.db, r.Collection(key="a"), *full[:3])
    done = timeline("join", "other.db")
    assert done.out == "1 new, 0 changed, 0 unchanged, 0 revoked\n"
    assert "is live in one of the two and was revoked in the other" in done.err


@pytest.mark.parametrize(
    ("name", "code", "says"),
    [
        ("timeline.db", 2, "is the database itself"),
        ("nothing.db", 1, "no such file"),
        ("notes.txt", 1, "is an article"),
        ("broken.jsonl", 1, "broken"),
        ("broken.db", 3, "is no timeline database"),
        ("http://example.org/a.db", 3, "is no database URL"),
    ],
)
def test_what_can_not_be_joined_is_one_line(
    name: str, code: int, says: str, alone: Timeline, tmp_path: Path
) -> None:
    put(str(tmp_path / "timeline.db"), *article("a", TEXT, by="a"))
    (tmp_path / "notes.txt").write_text(TEXT)
    (tmp_path / "broken.jsonl").write_text('{"record": "source"\n')
    (tmp_path / "broken.db").write_bytes(b"SQLite format 3\0" + b"x" * 100)
    done = alone("join", name)
    assert done.code == code
    assert says in done.err
    assert len(done.err.splitlines()) <= 2


def test_what_differs_makes_one_database_the_other(timeline: Timeline, tmp_path: Path) -> None:
    """`diff --format jsonl` through a pipe, also what only one of them has."""
    assert timeline.db is not None
    other = str(tmp_path / "other.db")
    put(timeline.db, *article("a", TEXT, by="a"))
    put(other, *article("b", TEXT, by="b"))
    changes = timeline("diff", timeline.db, other, "--format", "jsonl").out
    assert timeline("load", "-", stdin=changes).code == 0
    assert export(timeline.db) == export(other)
    assert timeline("diff", other) == (0, "", "nothing differs\n")
    assert timeline("undo").code == 0
    shown = timeline("diff", other, "--format", "csv").out
    assert "revoked,claim,b/e1,Musk met,2024-11-11" in shown
    assert "new,claim,a/e1,Musk met,2024-11-11" in shown


def test_two_states_of_one_database(timeline: Timeline, tmp_path: Path) -> None:
    """By changesets and by days; what was undone was never made, and nothing is changed."""
    assert timeline.db is not None
    put(timeline.db, *article("a", TEXT, by="a"))
    put(timeline.db, *article("b", TEXT, by="b"))
    more = r.Claim(event="a/e1", source="b", date=parse("2024-11-12"), collection="more")
    put(timeline.db, more)
    before = export(timeline.db)
    redated = "redated,event,a/e1,A meeting,"
    assert redated in timeline("diff", "--since", "2", "--format", "csv").out
    assert redated not in timeline("diff", "--since", "1", "--until", "2", "--format", "csv").out
    assert redated not in timeline("diff", "--since", "0", "--format", "csv").out
    assert "disputed,event,a/e1" in timeline("diff", "--since", "2", "--format", "csv").out
    assert timeline("diff", "--since", "1 Jan 2000", "--until", "2 Jan 2000").out == ""
    assert "claim" in timeline("diff", "--since", "1 Jan 2000").out
    assert export(timeline.db) == before
    assert timeline("undo").code == 0
    assert timeline("diff", "--since", "2").out == ""
    assert timeline("diff", "a.db", "b.db", "c.db").code == 2
    assert timeline("diff", "--since", "..").code == 2
