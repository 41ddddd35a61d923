"""What went wrong and what was done is said in the language of whoever sits there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from timeline.cli.talk.french_help import TYPED

if TYPE_CHECKING:
    from cli.conftest import Timeline

FRENCH = {"LANG": "fr_FR.UTF-8"}


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["show", "--actor", "Bahgaei"], "il n'y a pas d'acteur 'Bahgaei' ; vouliez-vous dire "),
        (["show", "nothing at all"], "il n'y a pas d'événement 'nothing at all'"),
        (["show", "--to", "1066", "--certainly"], "aucun événement\n"),
        (["show", "--why"], "les raisons sont données pour un événement ; timeline show EVENT"),
        (["conflicts", "--after", "x"], "'x' n'est pas un curseur"),
        (["load", "nothing.yaml"], "nothing.yaml : il n'y a pas de tel fichier ; vérifiez son nom"),
        (["suggest"], "rien à proposer\n"),
    ],
)
def test_messages_are_in_french(seeded: Timeline, command: list[str], said: str) -> None:
    """By the environment, or by the option where the command has it."""
    assert said.replace("nothing.yaml :", "nothing.yaml:") in seeded(*command, **FRENCH).err
    if command[0] in ("show", "conflicts", "suggest"):
        assert said in seeded(*command, "--language", "fr").err
        assert said in seeded(*command, "--language=fr").err


def test_a_load_tells_in_french_what_it_did(alone: Timeline) -> None:
    assert alone("load", **FRENCH).out == "74 nouveaux, 0 modifiés, 0 inchangés, 0 retirés\n"
    assert "le changement 1 est annulé : chargement" in alone("undo", **FRENCH).out


def test_what_was_asked_for_goes_before_the_environment(seeded: Timeline) -> None:
    asked = ("show", "nothing at all", "--language", "en")
    assert seeded(*asked, **FRENCH).err.startswith("there is no event")


# Every way to type a command wrongly that Typer tells of.
TYPED_WRONGLY = [
    ["quux"],
    ["shwo"],
    ["db", "quux"],
    ["db", "upgrad"],
    ["show", "--actr", "x"],
    ["show", "--quux"],
    ["show", "-q"],
    ["show", "a", "Missing argument b."],
    ["show", "--limit"],
    ["show", "--limit", "Missing argument b."],
    ["show", "--limit", "-1"],
    ["show", "--why=1"],
    ["sql", "--timeout", "x", "SELECT 1"],
    ["merge"],
]


@pytest.mark.parametrize("command", TYPED_WRONGLY, ids=" ".join)
def test_what_was_typed_wrongly_is_told_in_french(alone: Timeline, command: list[str]) -> None:
    """Line by line what Typer says in English, with its values; its exit code stays."""
    english, french = alone(*command), alone(*command, **FRENCH)
    assert english.code == french.code == 2
    lines = list(zip(english.err.splitlines(), french.err.splitlines(), strict=True))
    assert all(said != translated for said, translated in lines if said)
    assert not re.search(r"\b(?:Error|Try|Usage|No such|Option |is not|Did you)\b", french.err)
    assert ("Missing argument b." in english.err) == ("Missing argument b." in french.err)


def test_each_sentence_on_what_was_typed_wrongly_is_told(alone: Timeline) -> None:
    """None is translated in vain."""
    said = "\n".join(alone(*command).err for command in TYPED_WRONGLY)
    for sentence in TYPED:
        assert re.search(re.sub(r"\\\{\w+\\\}", ".+", re.escape(sentence)), said), sentence
