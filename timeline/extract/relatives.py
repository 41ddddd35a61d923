"""Whom a relative pronoun stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from timeline.extract.reference import is_ruled_out

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.referents import Referent
    from timeline.extract.trees import Token

# Words, and whom they stand for.
_ByWord: TypeAlias = "Mapping[Token, tuple[Referent, ...]]"


def antecedent(token: Token, who: _ByWord, language: ProseLanguage) -> tuple[Referent, ...]:
    """Return whom a relative pronoun stands for: the noun that its clause belongs to; () if that is
    nobody known.

    Args:
        token: the pronoun.
        who: whom the words before it stand for.
        language: its language.
    """
    clause = next((one for one in token.ancestors() if one.dep == "acl:relcl"), None)
    noun = clause.head if clause is not None else None
    if clause is None or noun is None or is_ruled_out(noun, language):
        return ()
    found, above = who.get(noun, ()), noun.head
    if token.lower in language.of_things and found and found[0].kind == "person":
        return ()  # "a law she wrote with X, which would ban it"
    if token.lower in language.of_people and found and found[0].kind in ("state", "organisation"):
        person = _described(noun, who)
        if person and person[0].plural and tells_of_one(clause):
            return ()
        if person or found[0].kind == "state":
            return person
    if _is_of_one(noun, clause):
        last = _last_one(noun, token)
        return who.get(last, ()) if last is not None else ()
    if above is None or all(form.morph.get("Number") != "Plur" for form in _forms(clause)):
        return found
    if noun.dep == "conj":
        return (*who.get(above, ()), *found)  # "X et Y, qui ont"
    single = found and not found[0].plural and found[0].kind != "group"
    joined = [kid for kid in noun.all_kids("conj") if kid.i < token.i]
    if joined and single:  # the same, hung below the first of them
        return (*found, *(one for kid in joined for one in who.get(kid, ())))
    return _listed(above, who) if noun.dep == "nmod" and single else found


def is_relative(token: Token, language: ProseLanguage) -> bool:
    """Whether a word is a relative pronoun."""
    return token.lower in language.relatives or token.morph.get("PronType") == "Rel"


def _forms(verb: Token) -> Sequence[Token]:
    return (verb, *verb.all_kids("aux", "aux:pass", "cop"))


def tells_of_one(verb: Token) -> bool:
    """Whether a form of a verb is of the singular alone: "who is accused"."""
    finite = [form for form in _forms(verb) if form.morph.get("VerbForm") == "Fin"]
    return any(form.morph.get("Number") == "Sing" for form in finite)


def _is_of_one(noun: Token, clause: Token) -> bool:
    """Whether a clause tells of one, and the noun that it hangs below means several: "les captifs
    du gang qui les avait enlevés".
    """
    several = noun.morph.get("Number") == "Plur" and noun.kid("conj") is None
    return several and tells_of_one(clause)


def _last_one(noun: Token, pronoun: Token) -> Token | None:
    """The last noun in the singular between a noun and its relative pronoun."""
    inside = (one for one in noun.subtree() if noun.i < one.i < pronoun.i)
    nouns = [one for one in inside if one.pos in ("NOUN", "PROPN")]
    singular = [one for one in nouns if one.morph.get("Number") != "Plur"]
    return max(singular, key=lambda one: one.i, default=None)


def _listed(token: Token, who: _ByWord) -> tuple[Referent, ...]:
    """The last of a list and who stands before them, of whom the clause behind a complement tells:
    "X et Y, du parti Z, qui ont"; () if it is no list.
    """
    first = token.head if token.dep == "conj" else None
    return () if first is None else (*who.get(first, ()), *who.get(token, ()))


def _described(land: Token, who: _ByWord) -> tuple[Referent, ...]:
    """The person whom a land further describes, behind which the parser hangs their clause: "a
    journalist living in Chad who".
    """
    for above in land.ancestors():
        found = who.get(above, ())
        if found and found[0].kind in ("person", "group"):
            return found
        if above.pos == "VERB" and above.dep not in ("acl", "acl:relcl"):
            break
    return ()
