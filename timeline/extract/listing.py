"""Names in a list, which the models often take for appositions, read as one list."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from timeline.extract.trees import PERSON, PLACE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token

_NAMED = (*PERSON, *PLACE, "ORG")
_CORE = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod")


def read_names(tokens: Sequence[Token], language: ProseLanguage) -> None:
    """Hang below the first of a list of three names and more the others: "X, Y et Z ont été
    arrêtés"; below a title whose name the first is ("le maire, X, Y et Z"), but not where it ends
    what stands before it: "selon X, Y et Z ont".

    Args:
        tokens: the words of a paragraph, their relations those of Universal Dependencies.
        language: its language.
    """
    for names in _runs(tokens):
        first, last = names[0], names[-1]
        before = tokens[first[0].i - 1] if first[0].i else None
        behind = tokens[last[-1].i + 1] if last[-1].i + 1 < len(tokens) else None
        told = behind is not None and behind.pos in ("VERB", "AUX")
        if told and before is not None and before.pos in ("ADP", "ADV", "SCONJ"):
            continue
        members = [_top(name) for name in names]
        top = members[0]
        title = _titled(before, tokens, language)
        if title is not None:
            top.head, top.dep = title, "appos"
            top = title
        elif before is not None and before.text == ",":
            continue
        inside = {word for name in names for word in name}
        if top.dep not in _CORE or top.head in inside:
            others = (one for one in members if one.dep in _CORE and one.head not in inside)
            other = next(others, None)
            if other is None or other.head is None:
                continue
            _take_place(top, other, tokens)
        for member in members[1:]:
            member.head, member.dep = top, "conj"


def _titled(before: Token | None, tokens: Sequence[Token], language: ProseLanguage) -> Token | None:
    """The title of one whose name follows: "le ministre X", "le maire de Lyon, X"; none of several,
    whose names all follow.
    """
    if before is None:
        return None
    word = tokens[before.i - 1] if before.text == "," and before.i else before
    above = (word, *word.ancestors()) if before.text == "," else (word,)
    title = next((one for one in above if one.pos == "NOUN" and language.is_title(one.lemma)), None)
    return title if title is not None and title.morph.get("Number") != "Plur" else None


def _top(name: Sequence[Token]) -> Token:
    return next((word for word in name if word.head not in name), name[0])


def _take_place(top: Token, other: Token, tokens: Sequence[Token]) -> None:
    """Hang the first of a list where the model hangs another of it."""
    verb = other.head
    if verb is not None and verb.head is top:  # "X | , Y et Z ont quitté"
        verb.head, verb.dep = top.head, top.dep
        for kid in tokens:
            if kid.head is top and kid.dep == "punct":
                kid.head = verb
    top.head, top.dep = verb, other.dep


def _runs(tokens: Sequence[Token]) -> Iterator[list[list[Token]]]:
    """Yield the lists of three names and more, all of people or none, that only marks, "and" and
    articles part, each name as its words.
    """
    names: list[list[Token]] = []
    at, closed = 0, False
    while at < len(tokens):
        begun = at + (tokens[at].pos == "DET")
        name = _name_at(tokens, begun)
        if not name or (names and (name[0].ent in PERSON) != (names[0][0].ent in PERSON)):
            at += 1 if not names else 0
            names, closed = [], False
            continue
        names.append(name)
        at = begun + len(name)
        comma = [one.text for one in tokens[at : at + 1]] == [","]
        joins = any(one.pos == "CCONJ" for one in tokens[at + comma : at + comma + 1])
        if not closed and (comma or joins):
            closed = joins
            at += comma + joins
            continue
        if closed and len(names) > 2:
            yield names
        names, closed = [], False


def _name_at(tokens: Sequence[Token], at: int) -> list[Token]:
    """The words of a name that begins at a word."""
    first = tokens[at] if at < len(tokens) else None
    if first is None or first.ent not in _NAMED or not first.opens or first.pos != "PROPN":
        return []
    same = takewhile(lambda one: one.ent == first.ent and not one.opens, tokens[at + 1 :])
    return [first, *same]
