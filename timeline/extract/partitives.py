"""Some of many: "un des chercheurs", "two of the three suspects", "la plupart des otages"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.nominals import close, phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.referents import Referent
    from timeline.extract.trees import Token

_ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "conj")


def one_of(token: Token, language: ProseLanguage) -> Token | None:
    """Of whom a word means one: "un des chercheurs", "one of the officers"."""
    if token.lower not in language.lexicon.one_of or token.dep not in _ARGUMENTS:
        return None
    return _many(token, language)


def some_of(token: Token, language: ProseLanguage) -> Token | None:
    """Of whom a number or a word for a part means some, who are not all of them: "deux des trois
    suspects", "most of the hostages"; not "des centaines d'éleveurs".
    """
    counts = token.pos == "NUM" or token.text.isdigit() or token.morph.get("NumType") == "Card"
    if not (counts or token.lower in language.lexicon.share) or token.dep not in _ARGUMENTS:
        return None
    many = _many(token, language)
    if many is None:
        return None
    if many.pos == "PRON":
        return many
    case = many.kid("case")
    contracted = case is not None and case.lower not in (case.lemma, *language.elided)
    return many if many.kid("det", "nmod:poss") or contracted else None


def _many(token: Token, language: ProseLanguage) -> Token | None:
    of = (kid for kid in token.all_kids("nmod", "obl") if kid.case == language.prepositions.of)
    many = next(of, None)
    if many is None or _is_several(many, language):
        return many  # "trois d'entre eux"
    known = language.is_title(many.lemma) or language.lexicon.group.get(many.lemma)
    return many if known else None


def _is_several(token: Token, language: ProseLanguage) -> bool:
    meant = language.lexicon.pronoun.get(token.lower)
    return token.pos == "PRON" and meant is not None and meant.plural and meant.of == "person"


def called(
    text: str, first: Token, several: Token, whom: Iterable[Referent], language: ProseLanguage
) -> str:
    """How a text calls one or some of several: from a word on up to the end of what those are.

    whom: for whom a pronoun stands, told behind it: "trois d'entre eux (cinq ministres)".
    """
    begun = min(one.start for one in (several, *close(several, language)))
    name = " ".join(f"{text[first.start : begun]}{phrase(text, several, language)}".split())
    meant = ", ".join(one.name for one in whom)
    return f"{name} ({meant})" if meant else name
