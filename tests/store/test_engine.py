"""Opening a store: what is made, what is refused and left untouched, and what a kill or a full disk
leaves behind.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from builders import export, put, records_of, rows_of
from sqlalchemy import text

from timeline import records as r
from timeline.errors import StoreError
from timeline.store import connect, dialect, keep_open, open_store
from timeline.store.schema import HEAD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from timeline.store.engine import Opened

HERE = Path(__file__).parents[1]
SOURCE = r.Source(key="s", collection="c")


def program(body: str, *arguments: str) -> subprocess.Popen[str]:
    """Start a Python program that knows the project and these tests."""
    return subprocess.Popen(
        [sys.executable, "-c", body, *arguments],
        env=os.environ | {"PYTHONPATH": f"{HERE.parent}{os.pathsep}{HERE}"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(body: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run such a program to its end."""
    with program(body, *arguments) as process:
        output, talk = process.communicate()
    return subprocess.CompletedProcess(arguments, process.returncode, output, talk)


@contextmanager
def busy(url: str) -> Iterator[Callable[[], object]]:
    """Another process that writes to a database, until it is told to end."""
    body = (
        "import sys\nfrom timeline.store import open_store\n"
        "with open_store(sys.argv[1], write=True):\n    print('writing', flush=True)\n    "
        "sys.stdin.read()"
    )
    with program(body, url) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        yield process.stdin.close
        process.stdin.close()
        process.stdin = None
        assert process.wait() == 0


def contents(folder: Path) -> dict[str, str]:
    """The files of a folder with what they hold."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.is_file()
    }


def refused(
    url: str,
    message: str,
    *,
    modes: tuple[dict[str, bool], ...] = ({}, {"write": True}, {"guarded": True}),
) -> None:
    """A store that can't be opened, in none of the ways."""
    for mode in modes:
        with pytest.raises(StoreError, match=message), open_store(url, **mode):
            pytest.fail("it was opened")


# Making -------------------------------------------------------------------------------------------


def test_a_missing_file_is_made_by_a_writer_only(tmp_path: Path) -> None:
    path = tmp_path / "timeline.db"
    refused(str(path), "does not exist", modes=({}, {"guarded": True}))
    assert contents(tmp_path) == {}
    put(str(path), SOURCE)
    assert records_of(str(path)) == [r.Collection(key="c"), SOURCE]
    assert list(contents(tmp_path)) == ["timeline.db"]


def test_an_empty_file_is_a_database_still_to_be_made(tmp_path: Path) -> None:
    path = tmp_path / "timeline.db"
    path.touch()
    refused(str(path), "does not exist", modes=({}, {"guarded": True}))
    put(str(path), SOURCE)
    assert records_of(str(path)) == [r.Collection(key="c"), SOURCE]


def test_a_new_file_says_what_it_is_and_has_a_log(tmp_path: Path) -> None:
    put(str(tmp_path / "timeline.db"), SOURCE)
    with sqlite3.connect(tmp_path / "timeline.db") as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"TLNE"),)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    refused(
        str(tmp_path / "no" / "timeline.db"), "no is no folder; make it", modes=({"write": True},)
    )
    refused(str(tmp_path / "no" / "timeline.db"), "does not exist", modes=({},))


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    refused(str(tmp_path), f"{tmp_path} is a folder; name a file in it")


def test_a_block_that_raises_leaves_everything_as_it_was(store_url: str) -> None:
    class StopError(Exception):
        """Some failure of the caller's."""

    def stop_within() -> None:
        with open_store(store_url, write=True) as session:
            session.execute(text("DELETE FROM source"))
            session.execute(text("INSERT INTO collection (id, key) VALUES (7, 'x')"))
            raise StopError

    put(store_url, SOURCE)
    with pytest.raises(StopError):
        stop_within()
    assert records_of(store_url) == [r.Collection(key="c"), SOURCE]
    assert rows_of(store_url, "SELECT key FROM collection") == [("c",)]


def test_a_new_file_whose_block_raises_does_not_appear(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), open_store(str(tmp_path / "timeline.db"), write=True):
        raise ZeroDivisionError
    assert contents(tmp_path) == {}


@pytest.mark.parametrize("leftover", [b"", b"half of a page", None])
def test_what_a_killed_build_left_is_cleared(tmp_path: Path, leftover: bytes | None) -> None:
    path = tmp_path / "timeline.db"
    site = tmp_path / "timeline.db.building"
    if leftover is None:
        put(str(site), SOURCE)
    else:
        site.write_bytes(leftover)
    put(str(path), r.Source(key="t", collection="c"))
    assert [record.key for record in records_of(str(path)) if isinstance(record, r.Source)] == ["t"]
    assert list(contents(tmp_path)) == ["timeline.db"]


def test_whoever_comes_second_waits_and_adds(tmp_path: Path) -> None:
    path = tmp_path / "timeline.db"
    with busy(str(path)) as let_go, ThreadPoolExecutor() as pool:
        second = pool.submit(put, str(path), SOURCE)
        refused(str(path), "does not exist", modes=({}, {"guarded": True}))
        assert not second.done()
        let_go()
        second.result()
    assert records_of(str(path)) == [r.Collection(key="c"), SOURCE]
    assert list(contents(tmp_path)) == ["timeline.db"]


def test_whoever_waits_in_vain_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "PATIENCE", 0.2)
    path = tmp_path / "timeline.db"
    with busy(str(path)):
        message = "is being made by another command; waited 0.2 s, try again later"
        refused(str(path), message, modes=({"write": True},))
    assert records_of(str(path)) == []
    assert list(contents(tmp_path)) == ["timeline.db"]


def test_a_lock_left_behind_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / "timeline.db.lock").touch()
    put(str(tmp_path / "timeline.db"), SOURCE)
    assert list(contents(tmp_path)) == ["timeline.db"]


@pytest.mark.parametrize("empty", [True, False])
def test_a_file_made_meanwhile_is_kept(tmp_path: Path, empty: bool) -> None:
    path = tmp_path / "timeline.db"
    if empty:
        path.touch()
    with (
        pytest.raises(StoreError, match="was made by another program meanwhile; it was left"),
        open_store(str(path), write=True),
    ):
        path.write_text("theirs")
    assert path.read_text() == "theirs"
    assert list(contents(tmp_path)) == ["timeline.db"]


def test_a_file_is_made_where_a_link_leads(tmp_path: Path) -> None:
    """And it keeps the rights of the empty file that was there."""
    (tmp_path / "real").touch(0o600)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    put(str(tmp_path / "link"), SOURCE)
    assert (tmp_path / "link").is_symlink()
    assert records_of(str(tmp_path / "real")) == [r.Collection(key="c"), SOURCE]
    assert (tmp_path / "real").stat().st_mode & 0o777 == 0o600


def test_a_file_that_another_took_the_place_of_is_read_anew(tmp_path: Path) -> None:
    """An engine is kept for the next time, a connection is not."""
    here, other = (str(tmp_path / name) for name in ("a.db", "b.db"))
    put(here, SOURCE)
    put(other, SOURCE, r.Source(key="t", collection="c"))
    url = connect.database_url(here)
    assert connect.engine_to_read(url) is connect.engine_to_read(connect.database_url(here))
    assert sum(isinstance(one, r.Source) for one in records_of(here)) == 1
    os.replace(other, here)
    assert sum(isinstance(one, r.Source) for one in records_of(here)) == 2


def sources(opened: Opened) -> int:
    """How many sources a reader counts."""
    with opened() as session:
        return int(session.scalar(text("SELECT count(*) FROM source")) or 0)


def test_who_keeps_a_database_open_sees_what_others_write(store_url: str) -> None:
    put(store_url, SOURCE)
    opened, _ = keep_open(store_url, 2)
    assert sources(opened) == 1
    put(store_url, SOURCE, r.Source(key="t", collection="c"))
    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(sources, [opened] * 12)) == {2}


def test_who_keeps_a_database_open_uses_its_connection_again(store_url: str) -> None:
    put(store_url, SOURCE)
    opened, _ = keep_open(store_url, 1)
    found = []
    for _ in range(2):
        with opened() as session:
            found.append(dialect.driver(session))
    assert found[0] is found[1]


def test_a_kept_connection_is_not_used_once_another_file_took_its_place(tmp_path: Path) -> None:
    here, other = (str(tmp_path / name) for name in ("a.db", "b.db"))
    put(here, SOURCE)
    put(other, SOURCE, r.Source(key="t", collection="c"))
    opened, _ = keep_open(here, 1)
    assert sources(opened) == 1
    os.replace(other, here)
    assert sources(opened) == 2
    os.unlink(here)
    with pytest.raises(StoreError, match="does not exist"):
        sources(opened)


def test_what_is_written_is_in_the_file_though_another_keeps_it_open(tmp_path: Path) -> None:
    """Who copies the file alone has all of it."""
    here, copy = (str(tmp_path / name) for name in ("a.db", "b.db"))
    put(here, SOURCE)
    opened, _ = keep_open(here, 1)
    assert sources(opened) == 1
    put(here, SOURCE, r.Source(key="t", collection="c"))
    shutil.copyfile(here, copy)
    assert sum(isinstance(one, r.Source) for one in records_of(copy)) == 2


def test_a_connection_that_sees_no_change_is_not_kept(tmp_path: Path) -> None:
    """Where the files beside the database can't be made, it is read as if it never changed."""
    path = tmp_path / "a.db"
    put(str(path), SOURCE)
    engine = connect.make_engine(connect.database_url(str(path)), "read", keep=1)
    (tmp_path / "a.db-shm").symlink_to(tmp_path / "nowhere")
    found = []
    for _ in range(2):
        with engine.connect() as session:
            found.append(dialect.driver(session))
    engine.dispose()
    assert found[0] is not found[1]


def test_a_server_that_closed_a_kept_connection_gets_another(postgres_url: str) -> None:
    put(postgres_url, SOURCE)
    opened, _ = keep_open(postgres_url, 1)
    with opened() as session:
        number = session.scalar(text("SELECT pg_backend_pid()"))
    engine = connect.make_engine(connect.database_url(postgres_url), "write")
    with engine.connect() as other:
        other.execute(text("SELECT pg_terminate_backend(:number)"), {"number": number})
    engine.dispose()
    assert sources(opened) == 1


def test_a_log_of_a_file_that_is_gone_is_not_taken_for_its_own(tmp_path: Path) -> None:
    path = tmp_path / "timeline.db"
    assert run(_KILLED, str(path), "done").returncode == -9
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM source")
        connection.commit()
        log = (tmp_path / "timeline.db-wal").read_bytes()
    connection.close()
    path.unlink()
    (tmp_path / "timeline.db-wal").write_bytes(log)
    put(str(path), SOURCE)
    assert records_of(str(path)) == [r.Collection(key="c"), SOURCE]


# What is none of ours -----------------------------------------------------------------------------


def other_program(path: Path) -> None:
    """A SQLite file of another program."""
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE event (id INTEGER PRIMARY KEY, key TEXT)")
        connection.execute("INSERT INTO event VALUES (1, 'theirs')")
    connection.close()


def other_alembic(path: Path) -> None:
    """A file of another program that also uses Alembic."""
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('ae1027a6acf')")
        connection.execute("CREATE TABLE event (id INTEGER PRIMARY KEY)")
    connection.close()


def plain_text(path: Path) -> None:
    """A text that somebody named by mistake."""
    path.write_text("source: {key: report}\n" * 100)


def short_text(path: Path) -> None:
    """A text shorter than a header."""
    path.write_text("notes\n")


@pytest.mark.parametrize("make", [other_program, other_alembic, plain_text, short_text])
def test_a_file_of_something_else_is_left_untouched(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    path = tmp_path / "notes"
    make(path)
    before = contents(tmp_path)
    refused(str(path), f"{path} is no timeline database; it was left untouched; name another")
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE event (id int)",
        "CREATE VIEW event AS SELECT 1 AS id",
        "CREATE SEQUENCE numbers",
        (
            "CREATE TABLE alembic_version AS SELECT 'ae1027a6acf' AS version_num; CREATE TABLE "
            "other (id int)"
        ),
    ],
)
def test_a_postgresql_database_of_something_else_is_left_untouched(
    postgres_url: str, statement: str
) -> None:
    def catalogue() -> list[Any]:
        engine = connect.make_engine(connect.database_url(postgres_url), "migrate")
        with engine.connect() as connection:
            rows = connection.execute(
                text("SELECT oid, relname, xmin::text FROM pg_class ORDER BY oid")
            ).all()
        engine.dispose()
        return list(rows)

    engine = connect.make_engine(connect.database_url(postgres_url), "migrate")
    with engine.begin() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()
    before = catalogue()
    refused(postgres_url, "is no timeline database; it was left untouched; name another")
    assert catalogue() == before


def test_an_empty_postgresql_database_is_made_by_a_writer_only(postgres_url: str) -> None:
    refused(postgres_url, "is empty: nothing was loaded", modes=({}, {"guarded": True}))
    put(postgres_url, SOURCE)
    assert records_of(postgres_url) == [r.Collection(key="c"), SOURCE]


@pytest.mark.parametrize(
    ("version", "message"),
    [
        (
            "tl9999",
            f"has schema tl9999, newer than this version's {HEAD}; install a newer timeline",
        ),
        ("tl0001", f"has schema tl0001, older than this version's {HEAD}; upgrade it"),
    ],
)
def test_another_schema_is_refused_with_the_cure(
    store_url: str, version: str, message: str
) -> None:
    with open_store(store_url, write=True) as session:
        session.execute(
            text("UPDATE alembic_version SET version_num = :version"), {"version": version}
        )
    refused(store_url, message)


def test_a_damaged_file_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "timeline.db"
    put(str(path), SOURCE)
    content = bytearray(path.read_bytes())
    content[4096:] = bytes(len(content) - 4096)
    path.write_bytes(content)
    refused(str(path), f"{path} is (damaged; restore a copy|no timeline database)")


# Others who write ---------------------------------------------------------------------------------


def test_a_writer_waits_for_another_and_then_says_so(
    store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store_url, SOURCE)
    monkeypatch.setattr(connect, "PATIENCE", 1)
    with busy(store_url) as let_go:
        refused(
            store_url,
            "is locked: another command is writing to it; waited 1 s, try again",
            modes=({"write": True},),
        )
        assert records_of(store_url) == [r.Collection(key="c"), SOURCE]  # readers do not wait
        monkeypatch.setattr(connect, "PATIENCE", 60)
        let_go()
        put(store_url, r.Source(key="t", collection="c"))
    assert len(records_of(store_url)) == 3


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    refused(f"postgresql+psycopg://me:secret@/none?host={tmp_path}", "none")
    with (
        pytest.raises(StoreError) as caught,
        open_store(f"postgresql+psycopg://me:secret@/none?host={tmp_path}"),
    ):
        pass
    assert "secret" not in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


# Kills and full disks -----------------------------------------------------------------------------

_KILLED = """
import os, signal, sys
from builders import located
from timeline import records as r
from timeline.load import load
from timeline.store import build, open_store

url, moment = sys.argv[1:]
def kill(*_): os.kill(os.getpid(), signal.SIGKILL)
def records():
    yield r.Source(key="new", text="x" * 1_000_000, collection="c")
    for number in range(6_000):
        if number == 5_500 and moment == "reading": kill()
        yield r.Event(key=f"e{number}", type="OTHER", title={"en": "x" * 100}, collection="c")
if moment == "moving": build._put = kill
with open_store(url, write=True) as session:
    load(session, located(records()))
    if moment == "loaded": kill()
if moment == "done": kill()
"""


@pytest.mark.parametrize("moment", ["reading", "loaded", "moving", "done"])
def test_a_kill_leaves_no_file_or_a_whole_one(tmp_path: Path, moment: str) -> None:
    path = tmp_path / "timeline.db"
    assert run(_KILLED, str(path), moment).returncode == -9
    assert path.exists() == (moment == "done")
    put(str(path), SOURCE)
    assert len(records_of(str(path))) == (6_003 if moment == "done" else 2)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("moment", ["reading", "loaded", "done"])
def test_a_kill_leaves_the_state_before_or_after(store_url: str, moment: str) -> None:
    put(store_url, SOURCE)
    before = export(store_url)
    assert run(_KILLED, store_url, moment).returncode == -9
    put(store_url)
    if moment == "done":
        assert len(records_of(store_url)) == 6_003
    else:
        assert export(store_url) == before


_FULL = """
import resource, sys
from builders import put
from timeline import records as r
from timeline.errors import StoreError

limit = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    put(sys.argv[1], r.Source(key="big", text="x" * 2 * limit, collection="c"))
except StoreError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files as POSIX does")
@pytest.mark.parametrize("new", [True, False])
def test_a_full_disk_changes_nothing(tmp_path: Path, new: bool) -> None:
    path = tmp_path / "timeline.db"
    if not new:
        put(str(path), SOURCE)
    before = contents(tmp_path)
    done = run(_FULL, str(path), "1000000")
    assert (
        done.stdout
        == f"the disk failed or is full; {path} is as it was before; make room and try again\n"
    ), done.stderr
    if new:
        assert contents(tmp_path) == {}
    else:
        assert records_of(str(path)) == [r.Collection(key="c"), SOURCE]
        assert contents(tmp_path) == before


# Permissions --------------------------------------------------------------------------------------

# What is imported late is imported before root takes the rights of `nobody`, who might not reach
# it.
_OPENED = """
import os, sys, tempfile
from builders import put, records_of
from sqlalchemy import text
from timeline import records as r
from timeline.errors import StoreError
from timeline.store import open_store

path, mode = sys.argv[1:]
with tempfile.TemporaryDirectory() as folder:
    put(f"{folder}/timeline.db", r.Source(key="s", collection="c"))
    with open_store(f"{folder}/timeline.db", guarded=True) as session:
        session.execute(text("SELECT key FROM source"))
if os.geteuid() == 0:
    from pwd import getpwnam
    os.setegid(getpwnam("nobody").pw_gid)
    os.seteuid(getpwnam("nobody").pw_uid)
try:
    with open_store(path, **({mode: True} if mode else {})) as session:
        print(session.execute(text("SELECT key FROM source")).scalars().all())
except StoreError as error:
    print(error)
"""


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that nobody may write to, with a database in it."""
    if sys.platform == "win32":
        pytest.skip("POSIX permissions")
    folder = Path(tempfile.mkdtemp(prefix="timeline-"))
    put(str(folder / "timeline.db"), SOURCE)
    folder.chmod(0o555)
    (folder / "timeline.db").chmod(0o444)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("mode", "answer"),
    [
        ("", "['s']"),
        ("guarded", "['s']"),
        ("write", "{path} can't be written to: you have no permission; copy it first"),
    ],
)
def test_a_read_only_medium_can_be_read(shared: Path, mode: str, answer: str) -> None:
    path = shared / "timeline.db"
    before = contents(shared)
    assert run(_OPENED, str(path), mode).stdout == answer.format(path=path) + "\n"
    assert contents(shared) == before


def test_a_log_on_a_read_only_medium_is_not_passed_over(shared: Path) -> None:
    """What stands in the log is not in the file yet: to leave it out would be to show an older
    state.
    """
    path, log = shared / "timeline.db", shared / "timeline.db-wal"
    shared.chmod(0o755)
    answers = []
    for content in (b"", b"frames"):
        log.write_bytes(content)
        shared.chmod(0o555)
        answers.append(run(_OPENED, str(path), "").stdout)
        shared.chmod(0o755)
    assert answers[0] == "['s']\n"
    assert answers[1].startswith(f"{path} can't be ")


@pytest.mark.parametrize("mode", ["", "guarded", "write"])
def test_a_file_without_permission_is_named(shared: Path, mode: str) -> None:
    path = shared / "timeline.db"
    path.chmod(0)
    answer = f"{path} can't be opened: no such folder, or no permission; name another\n"
    assert run(_OPENED, str(path), mode).stdout == answer


def test_a_folder_without_permission_is_named(shared: Path) -> None:
    answer = run(_OPENED, str(shared / "other.db"), "write").stdout
    assert answer.startswith(
        f"{shared / 'other.db'} can't be opened: no such folder, or no permission"
    )


# Names of databases -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("timeline.db", "sqlite:///timeline.db"),
        ("/a b/ü?.db", "sqlite:////a b/ü?.db"),
        ("sqlite:///x.db", "sqlite:///x.db"),
        ("postgresql://u@h/n", "postgresql+psycopg://u@h/n"),
        (
            "postgresql+psycopg://u@h/n?sslmode=require",
            "postgresql+psycopg://u@h/n?sslmode=require",
        ),
    ],
)
def test_a_path_or_a_url_names_a_database(name: str, url: str) -> None:
    assert connect.database_url(name).render_as_string() == url


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("mysql://u@h/n", "mysql is not supported; use SQLite or PostgreSQL|is no database URL"),
        ("nosuch://x", "nosuch://x is no database URL; write a path or postgresql"),
        ("://x", "is no database URL"),
        ("postgresql://u@h:port/n", "is no database URL"),
    ],
)
def test_another_url_is_refused(name: str, message: str) -> None:
    with pytest.raises(StoreError, match=message), open_store(name):
        pass


@pytest.mark.parametrize("name", ["a b.db", "100%.db", "ünï?.db", "#.db"])
def test_any_name_is_taken_as_it_is(tmp_path: Path, name: str) -> None:
    path = str(tmp_path / name)
    put(path, SOURCE)
    for guarded in (True, False):
        with open_store(path, guarded=guarded) as session:
            assert session.execute(text("SELECT key FROM source")).scalars().all() == ["s"]
    assert list(contents(tmp_path)) == [name]
