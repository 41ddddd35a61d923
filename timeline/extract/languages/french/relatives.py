"""What the French model gets wrong of relative clauses, and takes for them, put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.trees import PERSON, SUBJECTS, kids_of

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token

_WHOLE = ("obj", "cop", "aux:pass", "expl", "ccomp", "xcomp")
_THAT = ("que", "qu'")
_OURS = ("nous", "on")
_CALLED = ("obj", "xcomp", "nsubj")
_CALLING = ("appeler", "nommer", "prénommer", "surnommer")


def read_relatives(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as relative clauses what the model takes for others."""
    _read_members(tokens, language)
    _read_reported(tokens, language)
    _read_documents(tokens)
    _read_whom(tokens)
    _read_nearer(tokens)


def read_called(tokens: list[Token]) -> None:
    """Read as an apposition the name that a relative clause gives somebody: "la seconde, que nous
    appellerons Léa, a dénoncé X".
    """
    for name in tokens:
        verb = name.head
        noun = verb.head if verb is not None else None
        if verb is None or noun is None or verb.dep != "acl:relcl" or name.i < verb.i:
            continue
        ours = any(kid.lower in _OURS and kid.dep in SUBJECTS for kid in kids_of(verb, tokens))
        if ours and verb.lemma in _CALLING and name.pos == "PROPN" and name.dep in _CALLED:
            name.head, name.dep, verb.pos = noun, "appos", "X"
            name.ent, name.opens = PERSON[0], True


def _read_whom(tokens: list[Token]) -> None:
    """Read as a relative clause of the name right before it what the model takes for the content of
    the main verb: "a été reproché à X, que Y avait dénoncé".
    """
    for clause in tokens:
        above = clause.head
        if above is None or clause.dep != "ccomp" or clause.i < above.i:
            continue
        kids = [*kids_of(clause, tokens)]
        that = next((kid for kid in kids if kid.lower in _THAT), None)
        if that is None or that.i < 2 or tokens[that.i - 1].text != ",":
            continue
        name = tokens[that.i - 2]
        while name.dep == "flat" and name.head is not None:
            name = name.head
        whole = any(
            kid.dep in ("obj", "xcomp", "ccomp", "aux:pass") for kid in kids if kid is not that
        )
        if name.pos == "PROPN" and name.ent in PERSON and not whole and name is not above:
            clause.head, clause.dep = name, "acl:relcl"
            that.pos, that.dep, that.morph = "PRON", "obj", {"PronType": "Rel"}


def _read_documents(tokens: list[Token]) -> None:
    """Hang below what somebody got the relative clause that the model hangs below them: "une lettre
    reçue par la mairie, qui accusait X".
    """
    for clause in tokens:
        doer = clause.head
        got = doer.head if doer is not None else None
        if doer is None or got is None or clause.dep != "acl:relcl" or got.dep != "acl":
            continue
        first = _first(clause, tokens)
        by = doer.dep in ("obl:agent", "obl") and doer.ent not in PERSON
        if by and got.head is not None and tokens[first - 1].text == ",":
            clause.head = got.head


def _read_nearer(tokens: list[Token]) -> None:
    """Hang below the last of two people's names the relative clause right behind it and a comma:
    "X épouse Y, qui meurt en 2003".
    """
    for clause in tokens:
        name = clause.head
        first = _first(clause, tokens)
        if name is None or clause.dep != "acl:relcl" or name.ent not in PERSON or first < 2:
            continue
        last = tokens[first - 2] if tokens[first - 1].text == "," else name
        while last.dep == "flat" and last.head is not None:
            last = last.head
        if last.pos == "PROPN" and last.ent in PERSON and last.dep == "appos" and last.i > name.i:
            clause.head = last


def _first(clause: Token, tokens: list[Token]) -> int:
    """Where a clause begins."""
    kids = (kid.i for kid in kids_of(clause, tokens) if kid.pos != "PUNCT")
    return min(kids, default=clause.i)


def read_no_other(tokens: list[Token]) -> None:
    """Read as an apposition whom a relative clause says somebody to be: "X, qui n'est autre que le
    maire de Y".
    """
    for other, that, behind in zip(tokens, tokens[1:], tokens[2:], strict=False):
        name = other.head
        if name is None or (other.lower, other.dep) != ("autre", "acl:relcl"):
            continue
        noun = behind.head if behind.dep == "det" else behind
        if that.lower in _THAT and noun is not None and noun.pos in ("NOUN", "PROPN"):
            noun.head, noun.dep = name, "appos"


def _read_members(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below a person the relative clause behind their title, or behind the body that they are
    of: "X, du Parti démocratique, qui avait appelé à la grève".
    """
    for verb in tokens:
        body = verb.head
        name = body.head if body is not None else None
        if body is None or name is None or verb.dep != "acl:relcl" or body.dep != "appos":
            continue
        case = next((kid for kid in kids_of(body, tokens) if kid.dep == "case"), None)
        apart = case is not None and case.i and tokens[case.i - 1].text == ","
        if (apart or language.is_title(body.lemma)) and name.ent in PERSON:
            verb.head = name


def _read_reported(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below a verb of saying the clause that the model hangs below the noun before: "a annoncé
    dans un communiqué que X avait démissionné", "a dit à l'AFP que".
    """
    for clause in tokens:
        noun = clause.head
        verb = noun.head if noun is not None else None
        if noun is None or verb is None or clause.dep not in ("acl", "acl:relcl"):
            continue
        if noun.dep not in ("obl", "iobj") or not language.speaks(verb.lemma):
            continue
        kids = [*kids_of(clause, tokens)]
        mark = next((kid for kid in kids if kid.lower in _THAT), None)
        whole = mark is not None and (mark.pos == "SCONJ" or any(k.dep in _WHOLE for k in kids))
        own = any(kid.dep in SUBJECTS for kid in kids)
        content = any(kid.dep == "ccomp" for kid in kids_of(verb, tokens))
        if mark is not None and noun.i < mark.i < clause.i and whole and own and not content:
            clause.head, clause.dep = verb, "ccomp"
            mark.pos, mark.dep, mark.morph = "SCONJ", "mark", {}
