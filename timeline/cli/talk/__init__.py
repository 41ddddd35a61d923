"""What the command line says to a person, in their language; each language has a file.

A further one is two files like `french` and `french_help`, and one line in `timeline.cli.spoken`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from timeline.cli.spoken import SPOKEN, of_person
from timeline.errors.message import Message, fill

if TYPE_CHECKING:
    from types import ModuleType

    from timeline.errors import Problem
    from timeline.intake.outcome import Notice


def talk(code: str, /, **values: Any) -> str:
    """Give what a command says of what it did."""
    from timeline.render.languages import in_words

    language = of_person()
    return fill(in_words(Message(code, **values), language), _said_in(language).TALK)


def told(message: Message) -> str:
    """Give a message with what to type next, if its sentence does not lead on already to the names
    that were perhaps meant.
    """
    from timeline.render.languages import phrases_of, sentence

    language = of_person()
    if message.code == "repeated":
        again = message.values | {"message": told(message.values["message"])}
        return sentence(Message(message.code, **again), language)
    said, hints = sentence(message, language), _said_in(language).HINTS
    if message.code not in hints or message.values.get("near"):
        return said
    hint = fill(message, hints)
    return said + ("" if hint.startswith(",") else phrases_of(language).semicolon) + hint


def placed(item: Problem | Notice) -> str:
    """Give what is to be said of a place, with the place before it."""
    return f"{item.where}: {told(item.message)}"


def _said_in(language: str) -> ModuleType:
    return import_module(f"{__name__}.{SPOKEN[language]}")
