"""What the French model gets wrong of the clauses that verbs bring as what is said, put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.trees import kids_of

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token

_THAT = ("que", "qu'")


def read_contents(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below verbs the clauses that tell what is said or asked for."""
    _read_with_prepositions(tokens)
    _read_charges(tokens, language)
    _read_cited(tokens, language)
    _read_brought(tokens, language)


def _read_with_prepositions(tokens: list[Token]) -> None:
    """Hang below the verb the clause that a preposition brings: "appeler à ce que X parte"."""
    for token in tokens:
        this = token.head
        verb = this.head if this is not None else None
        if (
            this is None
            or verb is None
            or (token.dep, this.lower, this.dep) != ("acl", "ce", "obl")
        ):
            continue
        marks = (kid for kid in tokens[this.i : token.i] if kid.head is token)
        if token.dep == "acl" and any(kid.lower in _THAT for kid in marks):
            token.head, token.dep, this.dep = verb, "ccomp", "mark"


def _read_charges(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below a verb what somebody is charged with, not below who charges them: "accusé par
    d'anciens adeptes de viols".
    """
    for charge in tokens:
        who = charge.head
        verb = who.head if who is not None else None
        if who is None or verb is None or (charge.dep, who.dep) != ("nmod", "obl:agent"):
            continue
        beside = [kid for kid in tokens if kid.head is charge]
        bare = any(kid.lemma == "de" and kid.dep == "case" for kid in beside)
        bare = bare and not any(kid.dep == "det" for kid in beside)
        deed = language.lexicon.nouns.get(charge.lemma) is not None
        if bare and deed and verb.lemma in language.lexicon.charging:
            charge.head, charge.dep = verb, "obl"


def _read_cited(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below the verb of saying what it brings behind a source that it cites: "affirme, citant
    la police, que X a".
    """
    for token in tokens:
        citing = token.head
        if citing is not None and citing.dep == "obj" and _is_whole(token, tokens):
            citing, token.dep = citing.head, "ccomp"
        said = citing.head if citing is not None else None
        if citing is None or said is None or token.dep != "ccomp" or citing.dep != "advcl":
            continue
        if citing.lemma in language.lexicon.citing and said.lemma in language.lexicon.saying:
            token.head = said


def _is_whole(verb: Token, tokens: list[Token]) -> bool:
    """Whether the clause of a verb, which is taken for a relative one, lacks nothing that its "que"
    could stand for: "la police, que X a été arrêté".
    """
    kids = list(kids_of(verb, tokens))
    that = next((kid for kid in kids if kid.lower in _THAT and kid.dep in ("obj", "mark")), None)
    passive = any(kid.dep == "aux:pass" for kid in kids)
    if verb.dep != "acl:relcl" or that is None or not passive:
        return False
    that.dep = "mark"
    return True


def _read_brought(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as what a verb of saying brings the clause that the model takes for an adverbial one, or
    joins to the verb: "rapportent en outre que X est et que Y sera".
    """
    for token in tokens:
        said = token.head
        if said is None or token.dep not in ("advcl", "conj") or token.i < said.i:
            continue
        marks = [kid for kid in kids_of(token, tokens[: token.i]) if kid.pos == "SCONJ"]
        that = [kid for kid in marks if kid.lower in _THAT]
        if that and len(marks) == 1 and said.lemma in language.lexicon.saying:
            token.dep = "ccomp"
