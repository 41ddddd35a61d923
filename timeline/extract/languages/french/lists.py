"""What the French model gets wrong of lists, and of some of many, put right."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.extract.trees import SUBJECTS, is_below, kids_of

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token

_NOUNS = ("NOUN", "PROPN", "PRON")


def read_lists(tokens: list[Token], language: ProseLanguage) -> None:
    """Give lists the members that they have, and verbs those of many whom they tell of."""
    _read_partitives(tokens)
    _read_excluded(tokens, language)
    _read_neither(tokens, language)
    _read_also(tokens)
    _read_subjects(tokens)


def _read_partitives(tokens: list[Token]) -> None:
    """Read as a preposition the "des" before whose something is, which the model takes for an
    article: "les mises en garde des riverains".
    """
    for of in tokens:
        noun = of.head
        if of.lower != "des" or of.dep != "det" or noun is None or noun.dep != "nmod":
            continue
        if not any(kid.dep == "case" for kid in kids_of(noun, tokens[: noun.i])):
            of.pos, of.dep, of.lemma = "ADP", "case", "de"


def _read_excluded(tokens: list[Token], language: ProseLanguage) -> None:
    """Join to nobody who is said not to be meant: "le maire, et non le préfet, a signé"."""
    for joint, no in pairwise(tokens):
        token = no.head
        denied = joint.dep == "cc" and no.lower in language.negation.adjectives
        if denied and token is not None and token.dep == "conj" and token.pos in _NOUNS:
            token.dep = "dep"


def _read_neither(tokens: list[Token], language: ProseLanguage) -> None:
    """Join to the first of two whom "ni" denies the second, which the model hangs elsewhere: "ni le
    président du parti, ni X n'ont", and to that who is added in brackets: "(ou ses proches)".
    """
    denied = [
        mark.head
        for mark in tokens
        if mark.dep == "cc" and mark.lower in language.negation.neither and mark.head is not None
    ]
    nouns = [one for one in denied if one.pos in _NOUNS]
    for first, second in pairwise(nouns):
        if _root(first) is _root(second) and not is_below(first, second):
            second.head, second.dep = first, "conj"
    for opening, joint in pairwise(tokens):
        added = joint.head
        before = tokens[opening.i - 1] if opening.i else None
        if opening.text != "(" or joint.dep != "cc" or added is None or before is None:
            continue
        name = before.head if before.dep == "flat" and before.head is not None else before
        if added.dep == "conj" and name.pos in _NOUNS and not is_below(name, added):
            added.head = name


def _root(token: Token) -> Token:
    """The word on which the sentence of a word hangs."""
    return next(reversed([token, *token.ancestors()]))


def _read_also(tokens: list[Token]) -> None:
    """Hang "ainsi que X" below the noun that X is added to."""
    for also in tokens:
        token = also.head
        if also.lower != "ainsi" or also.dep != "cc" or token is None or also.i > token.i:
            continue
        verb = token.head
        if verb is None or (token.dep == "conj" and verb.pos != "VERB"):
            continue
        if any(kid.dep == "case" for kid in kids_of(token, tokens[: token.i])):
            continue
        before = [one for one in tokens[: token.i] if one.head is verb and one.pos in _NOUNS]
        if before and any(one.lower == "dont" for one in tokens[before[-1].i : also.i]):
            continue  # "par des groupes, dont X, ainsi que Y"
        if before and before[-1].dep in (*SUBJECTS, "obj", "obl", "obl:agent"):
            token.head, token.dep = before[-1], "conj"
            _read_further(token, verb, tokens)


def _read_further(first: Token, verb: Token, tokens: list[Token]) -> None:
    """Hang below the first of a list the names behind commas that have no preposition and that the
    model takes for appositions or obliques: "ainsi que la Suisse, la Norvège et l'Islande".
    """
    for token in tokens[first.i + 1 :]:
        loose = token.pos == "PROPN" and (token.head, token.dep) in (
            *((first, "appos"), (verb, "obl"), (verb, "obj"), (verb, "conj")),
        )
        start = token.i - any(kid.dep == "det" for kid in kids_of(token, tokens))
        bare = not any(kid.dep == "case" for kid in kids_of(token, tokens))
        if loose and bare and tokens[start - 1].text == ",":
            token.head, token.dep = first, "conj"


def _read_subjects(tokens: list[Token]) -> None:
    """Read as a list of subjects what the model takes for two: "le ministre, X, et le maire ont
    visité"; or for a subject and what stands beside it: "le maire, le syndicat et la préfète ont".
    """
    first: dict[Token, Token] = {}
    for second in tokens:
        verb = second.head
        if second.dep == "appos" and _is_listed(second, tokens):
            second.dep = "conj"
        if verb is None or second.dep not in SUBJECTS or second.i > verb.i:
            continue
        before = first.setdefault(verb, second)
        if before is second or before.pos not in _NOUNS or second.pos not in _NOUNS:
            continue
        joint = (kid for kid in kids_of(second, tokens) if kid.dep == "cc" and kid.i < second.i)
        if any(tokens[kid.i - 1].text == "," for kid in joint) or _leads_list(second, tokens):
            second.head, second.dep = before, "conj"


def _leads_list(second: Token, tokens: list[Token]) -> bool:
    """Whether a second subject stands behind a comma and others are joined to it: "A, B et C"."""
    words = (one for one in kids_of(second, tokens[: second.i]) if one.pos != "PUNCT")
    start = min((second, *words), key=lambda one: one.i).i
    joined = [one for one in kids_of(second, tokens[second.i :]) if one.dep == "conj"]
    return tokens[start - 1].text == "," and any(one.pos in _NOUNS for one in joined)


def _is_listed(beside: Token, tokens: list[Token]) -> bool:
    """Whether an apposition without a name stands before the last of a list of subjects, with no
    comma behind it.
    """
    first = beside.head
    if first is None or first.dep not in SUBJECTS or beside.pos != "NOUN":
        return False
    own = list(kids_of(beside, tokens))
    if not any(kid.dep == "det" for kid in own) or any(kid.pos == "PROPN" for kid in own):
        return False
    last = next((kid for kid in kids_of(first, tokens[beside.i :]) if kid.dep == "conj"), None)
    beside_last = list(kids_of(last, tokens)) if last is not None else []
    end = max((beside, *own), key=lambda one: one.i).i
    joined = any(kid.dep == "cc" and kid.i == end + 1 for kid in beside_last)
    return joined and any(kid.dep == "det" for kid in beside_last)
