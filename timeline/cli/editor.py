"""A text that a person edits, and the records in it."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import LoadError, Problem, UsageError

if TYPE_CHECKING:
    from timeline.records import AnyRecord

_USUAL = ("sensible-editor", "nano", "vi", "notepad")


def edited(text: str) -> str | None:
    """Let a person edit a text; give what they saved, None if they changed nothing.

    Raises:
        UsageError: there is no editor, or it ended with an error.
    """
    command = _editor()
    with tempfile.TemporaryDirectory(prefix="timeline-") as folder:
        path = Path(folder) / "record.yaml"
        path.write_text(text, encoding="utf-8")
        try:
            # It is the person's own command, as Git and crontab take it.
            ended = subprocess.run((*command, str(path)), check=False).returncode  # noqa: S603
        except OSError as error:
            raise UsageError("editor-failed", editor=command[0], why=error.strerror) from error
        if ended:
            raise UsageError("editor-failed", editor=command[0], why=str(ended))
        saved = path.read_bytes().decode("utf-8", errors="replace")
    return None if saved == text else saved


def _editor() -> list[str]:
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if chosen:
        return shlex.split(chosen)
    for name in _USUAL if sys.stdin.isatty() else ():
        if found := shutil.which(name):
            return [found]
    raise UsageError("no-editor")


def records_in(text: str, *, keep_as: str) -> list[AnyRecord]:
    """Read the records of a text that a person edited.

    Args:
        text: a document in the native format.
        keep_as: name of the file, in the working folder, in which it is kept if it can't be read.

    Raises:
        LoadError: it can't be read; nothing of it is lost.
    """
    from timeline.errors import Message, Where
    from timeline.formats.form import Input
    from timeline.formats.native.read import read_yaml

    def beside(name: str) -> bytes:
        return Path(name).read_bytes()

    given = Input(keep_as, BytesIO(text.encode()), "edited", beside)
    found = list(read_yaml(given))
    problems = [item for item in found if isinstance(item, Problem)]
    if problems:
        kept = _kept(text, keep_as)
        raise LoadError([*problems, Problem(Where(str(kept)), Message("edited-kept"))])
    return [item.record for item in found if not isinstance(item, Problem)]


def _kept(text: str, name: str) -> Path:
    """Write a text to a new file of that name, with a number where there is one already."""
    path, number = Path(name), 1
    while True:
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            number += 1
            path = Path(name).with_stem(f"{Path(name).stem}-{number}")
        else:
            return path
