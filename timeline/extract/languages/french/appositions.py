"""What the French model gets wrong of what stands beside a noun to say who that is, put right."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from timeline.extract.trees import SUBJECTS, kids_of

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token

_NOUNS = ("NOUN", "PROPN", "PRON")


def read_appositions(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below a noun the title or the name that says who it is."""
    _read_second_subjects(tokens)
    _read_second_objects(tokens, language)
    _read_listed_names(tokens, language)
    _read_nested_names(tokens, language)
    _read_participles(tokens)


def _read_second_subjects(tokens: list[Token]) -> None:
    """Read as an apposition what the model takes for a second subject between commas: "X, un ancien
    ministre, a fondé".
    """
    for second in tokens:
        verb = second.head
        if verb is None or second.dep not in SUBJECTS or second.i > verb.i or second.i < 2:
            continue
        before = [one for one in tokens[: second.i] if one.head is verb and one.dep in SUBJECTS]
        first = before[-1] if before else None
        if first is None or first.pos not in ("NOUN", "PROPN") or second.pos not in _NOUNS:
            continue
        opened = any(one.text == "," for one in tokens[first.i : second.i])
        closed = any(one.text == "," for one in tokens[second.i : verb.i])
        joined = any(one.dep == "cc" for one in tokens[first.i : second.i])
        if opened and closed and not joined:
            second.head, second.dep = first, "appos"


def _read_second_objects(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as an apposition the title behind a comma that the model takes for a second object:
    "rencontrer le chef de la junte, le colonel X".
    """
    for second in tokens:
        verb = second.head
        if verb is None or second.dep != "obj" or not language.is_title(second.lemma):
            continue
        before = [one for one in tokens[: second.i] if one.head is verb and one.dep == "obj"]
        article = next(
            (kid for kid in kids_of(second, tokens[: second.i]) if kid.dep == "det"), second
        )
        if before and language.is_title(before[-1].lemma) and tokens[article.i - 1].text == ",":
            second.head, second.dep = before[-1], "appos"


def _read_listed_names(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as an apposition the name between marks that the model takes for a further member of
    what stands before it: "le ministre de la Santé du Québec, X, assure".
    """
    for name in tokens:
        last = name.head
        if name.dep != "conj" or last is None or name.ent != "PER":
            continue
        if name.i < 2 or tokens[name.i - 1].text != "," or last.pos not in _NOUNS:
            continue
        behind = (kid for kid in kids_of(last, tokens) if kid.i > last.i)
        listed = [kid for kid in behind if kid.dep in ("conj", "cc")]
        own = sum(1 for _ in takewhile(lambda one: one.ent == "PER", tokens[name.i :]))
        closed = all(one.pos == "PUNCT" for one in tokens[name.i + own :][:1])
        above = [one for one in (last, *last.ancestors()) if language.is_title(one.lemma)]
        if listed == [name] and closed and above and above[0].morph.get("Number") != "Plur":
            name.head, name.dep = above[0], "appos"


def _read_nested_names(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below the outer title the second of two names behind an inner one: "le représentant du
    Premier ministre X, Y".
    """
    for name in tokens:
        inner = name.head
        if inner is None or name.dep != "appos" or name.ent != "PER" or inner.dep != "nmod":
            continue
        outer = inner.head
        if outer is None or not language.is_title(outer.lemma) or tokens[name.i - 1].text != ",":
            continue
        named = (kid for kid in kids_of(inner, tokens) if kid.i < name.i)
        if any(kid.dep == "appos" and kid.ent == "PER" for kid in named):
            name.head = outer


def _read_participles(tokens: list[Token]) -> None:
    """Hang below a name the participle behind it and a comma: "remplace X, démis de ses fonctions"
    tells it of X.
    """
    for token in tokens:
        verb = token.head
        past = token.pos == "VERB" and token.morph.get("Tense") == "Past"
        if verb is None or not past or token.dep not in ("advcl", "conj", "xcomp") or token.i < 3:
            continue
        comma, name = tokens[token.i - 1], tokens[token.i - 2]
        if comma.text != "," or name.ent != "PER" or not verb.i < name.i:
            continue
        if any(kid.dep in ("aux", "aux:pass", "cc", *SUBJECTS) for kid in kids_of(token, tokens)):
            continue
        while name.head is not None and name.head.ent == "PER" and name.head is not verb:
            name = name.head
        token.head, token.dep = name, "acl"
