"""Who sits there, and whether they mean it."""

from __future__ import annotations

import getpass
import shutil
import subprocess
import sys

import typer

from timeline.errors import UsageError

# Git answers at once; where it hangs, the login does.
_PATIENCE = 2.0


def person(by: str | None) -> str | None:
    """Name who acts: as given, else git's user.name, else the login; None if none names anybody.

    Args:
        by: what the option or the environment says.
    """
    return (by or "").strip() or _git_name() or _login() or None


def decider(by: str | None) -> str:
    """Name the person who decides, as `person` does.

    Raises:
        UsageError: nobody is named.
    """
    found = person(by)
    if found is None:
        raise UsageError("nobody-named")
    return found


def _git_name() -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    try:
        asked = subprocess.run(  # noqa: S603 - nothing of it comes from outside
            (git, "config", "user.name"),
            capture_output=True,
            encoding="utf-8",
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return ""
    return asked.stdout.strip()


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def agreed(question: str, *, yes: bool) -> bool:
    """Ask a person whether to go on.

    Args:
        question: what to ask, with the numbers.
        yes: they said so already.

    Raises:
        UsageError: nobody sits there to ask.
    """
    if yes:
        return True
    if not sys.stdin.isatty():
        raise UsageError("nobody-to-ask", asked=question)
    return typer.confirm(question, err=True)
