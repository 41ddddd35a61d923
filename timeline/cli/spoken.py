"""Which language a command answers in.

Answers for people (tables, Markdown, messages, help) are given in the language of the environment,
as POSIX has it: the first of LC_ALL, LC_MESSAGES and LANG that is set (The Open Group Base
Specifications, section 8.2). Answers for machines never look at it.
"""

from __future__ import annotations

import os
import sys
from itertools import pairwise

FOR_PEOPLE = ("table", "markdown")
# Language -> its name in the files of `timeline.cli.talk`; the same as `timeline.render` has, whose
# import would take longer than a help screen. The first is the one that commands are written in.
SPOKEN = {"en": "english", "fr": "french"}
DEFAULT_LANGUAGE = next(iter(SPOKEN))


def spoken(language: str | None, form: str) -> str:
    """Give the language of an answer.

    Args:
        language: what `--language` says, if it was given.
        form: what `--format` says.
    """
    if language is not None:
        return language
    return of_environment() if form in FOR_PEOPLE else DEFAULT_LANGUAGE


def of_person() -> str:
    """Give the language of messages: what `--language` says, else that of the environment."""
    for before, argument in pairwise(["", *sys.argv[1:]]):
        asked = argument if before == "--language" else argument.removeprefix("--language=")
        if asked in SPOKEN and (before == "--language" or asked != argument):
            return asked
    return of_environment()


def of_environment() -> str:
    """Give the language that the environment asks for, if answers can be given in it."""
    wanted = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    code = wanted.partition(".")[0].partition("@")[0].partition("_")[0].lower()
    return code if code in SPOKEN else DEFAULT_LANGUAGE
