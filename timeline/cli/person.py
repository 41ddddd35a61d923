"""Who sits there."""

from __future__ import annotations

import getpass
import shutil
import subprocess

# Git answers at once; where it hangs, the login does.
_PATIENCE = 2.0


def person(by: str | None) -> str | None:
    """Name who acts: as given, else git's user.name, else the login; None if none names anybody.

    Args:
        by: what the option or the environment says.
    """
    return (by or "").strip() or _git_name() or _login() or None


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
