"""What the French model gets wrong of relative clauses, put right."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.extract.trees import is_below

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token

_THAT = ("que", "qu'")


def read_relatives(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as relative clauses what the model takes for others."""
    _read_clefts(tokens)
    _read_lacking(tokens, language)


def _read_clefts(tokens: list[Token]) -> None:
    """Read as a relative clause what "c'est X qui" brings."""
    for token in tokens:
        verb = token.head
        who = verb.head if verb is not None else None
        if verb is None or who is None or (token.lower, token.dep) != ("qui", "nsubj"):
            continue
        beside = [other for other in tokens[: who.i] if other.head is who]
        if verb.dep == "dep" and any(kid.lower in ("c'", "ce") for kid in beside):
            verb.dep = "acl:relcl"


def _read_lacking(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as a relative clause what a comma parts from the noun that it lacks for an object, where
    the model takes it for the content of a verb that has none: "a quitté le Rwanda, que Kinshasa
    accuse".
    """
    for comma, mark in pairwise(tokens):
        verb = mark.head
        above = verb.head if verb is not None else None
        if comma.text != "," or mark.lower not in _THAT or verb is None or above is None:
            continue
        noun = tokens[comma.i - 1] if comma.i else comma
        while noun.dep in ("flat", "amod") and noun.head is not None:
            noun = noun.head
        if verb.dep != "ccomp" or noun.pos not in ("NOUN", "PROPN") or is_below(noun, verb):
            continue
        whole = any(kid.dep in ("obj", "ccomp") for kid in tokens if kid.head is verb)
        if (
            above.lemma in language.lexicon.saying
            or verb.lemma not in language.lexicon.charging
            or whole
        ):
            continue
        verb.head, verb.dep = noun, "acl:relcl"
        mark.pos, mark.dep, mark.morph = "PRON", "obj", {"PronType": "Rel"}
