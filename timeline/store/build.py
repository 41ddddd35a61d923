"""Making a new SQLite file: beside its place, by one command at a time, and moved there whole."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from shutil import copymode
from time import monotonic, sleep
from typing import TYPE_CHECKING

from timeline.errors import StoreError
from timeline.store import connect, dialect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What SQLite keeps beside a file while it is in use.
BESIDE = ("-journal", "-wal", "-shm")
# Whoever waits looks so often whether it has its turn, in seconds.
_LOOK = 0.02


def is_missing(place: Path) -> bool:
    """Whether a file is still to be made. An empty one is: mktemp makes such.

    Raises:
        StoreError: it is a folder, or can't be looked at.
    """
    with file_errors(place):
        if place.is_dir():
            raise StoreError("database-is-folder", name=str(place))
        return not place.exists() or (place.is_file() and place.stat().st_size == 0)


@contextmanager
def turn(place: Path) -> Iterator[None]:
    """Wait until no other command makes this file, and let none begin while the block runs.

    The lock is the operating system's, which lets go of it however its holder ends; a lock file
    that a kill left behind is taken over.

    Raises:
        StoreError: another command has not ended after PATIENCE seconds, or the folder can't be
            written to.
    """
    folder = place.parent
    if not folder.is_dir():
        raise StoreError("no-folder", folder=str(folder))
    lock = place.with_name(f"{place.name}.lock")
    with file_errors(place):
        descriptor = _wait_for(lock, place)
    try:
        yield
    finally:
        # It goes while it is still locked: whoever waits for it sees that it is gone.
        lock.unlink(missing_ok=True)
        os.close(descriptor)


def _wait_for(lock: Path, place: Path) -> int:
    """Open and lock the file that is now at `lock`; its holder may unlink it at any moment."""
    end = monotonic() + connect.PATIENCE
    while True:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
        if _locked(descriptor) and _stands_at(descriptor, lock):
            return descriptor
        os.close(descriptor)
        if monotonic() > end:
            raise StoreError("being-built", name=str(place), patience=connect.PATIENCE)
        sleep(_LOOK)


def _locked(descriptor: int) -> bool:
    """Lock an open file for this process alone, unless another has."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # in the words of POSIX and of Windows
        return False
    return True


def _stands_at(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


@contextmanager
def site_of(place: Path) -> Iterator[Path]:
    """Give the path to build at, and move what stands there to its place if the block ends well.

    A kill at any moment leaves at the place what was there (nothing, or an empty file) or the whole
    new file. What a killed build left at the site is deleted by the next one.

    Raises:
        StoreError: another program has made the file meanwhile, or files can't be written.
    """
    site = place.with_name(f"{place.name}.building")
    with file_errors(place):
        _clear(site)
    try:
        yield site
        with file_errors(place):
            dialect.settle(site)
            sync(site)
            _put(site, place)
    finally:
        _clear(site)


def _clear(site: Path) -> None:
    for path in (site, *beside(site)):
        path.unlink(missing_ok=True)


def beside(path: Path) -> Iterator[Path]:
    """Name what SQLite may keep beside a file."""
    return (path.with_name(path.name + end) for end in BESIDE)


def _put(site: Path, place: Path) -> None:
    """Move a file to a place where there is none, or an empty one."""
    if not place.exists():
        try:
            # Unlike a rename this can't replace a file, and unlike a link it works everywhere.
            os.close(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
        except FileExistsError:
            raise StoreError("made-meanwhile", name=str(place)) from None
    elif not is_missing(place):
        raise StoreError("made-meanwhile", name=str(place))
    # The log of a file that was here once must not be taken for this one's; SQLite too deletes
    # such a log when the file is empty.
    for path in beside(place):
        path.unlink(missing_ok=True)
    copymode(place, site)
    site.replace(place)
    sync_folder(place.parent)


def sync(path: Path) -> None:
    """See to it that what was written to a file outlives a power cut."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """See to it that a name given in a folder outlives a power cut."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def file_errors(place: Path) -> Iterator[None]:
    """Turn what the operating system says of a file into a StoreError.

    Args:
        place: the file that a person named.
    """
    try:
        yield
    except PermissionError as error:
        raise StoreError("no-permission", name=str(place)) from error
    except OSError as error:
        raise StoreError("file-refused", name=str(place), why=error.strerror) from error
