"""What the French model gets wrong of relative clauses, and takes for them, put right."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.extract.trees import PERSON, SUBJECTS, is_below, kids_of

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token

_BEHIND = (*SUBJECTS, "obj")
_WHOLE = ("obj", "cop", "aux:pass", "expl", "ccomp", "xcomp")
_THAT = ("que", "qu'")


def read_relatives(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as relative clauses what the model takes for others."""
    _read_clefts(tokens)
    _read_members(tokens, language)
    _read_lacking(tokens, language)
    _read_main(tokens)
    _read_counted_in(tokens, language)
    _read_reported(tokens, language)


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


def _read_main(tokens: list[Token]) -> None:
    """Read the verb behind a relative clause as the main one where the model takes that of the
    clause for it: "le feu, dont l'origine sera cherchée, a pris dans une cave".
    """
    for comma, mark in pairwise(tokens):
        if comma.text != "," or mark.morph.get("PronType") != "Rel" or not comma.i:
            continue
        noun = tokens[comma.i - 1]
        while noun.head is not None and noun.head.i < comma.i:
            noun = noun.head
        above = noun.head
        inner = _clause(noun, tokens) if above is None else above if above.head is None else None
        if inner is None or inner.i < mark.i or (above and not _may_lead(noun, tokens)):
            continue
        kids = [kid for kid in tokens if kid.head is inner]
        main = next((kid for kid in kids if kid.i > inner.i and _is_whole(kid, tokens)), None)
        own = above is None or any(kid.dep == "nsubj" and kid is not noun for kid in kids)
        if main is not None and own:
            main.head, main.dep = None, "root"
            inner.head, inner.dep = noun, "acl:relcl"
            noun.head, noun.dep = main, "nsubj"


def _may_lead(noun: Token, tokens: list[Token]) -> bool:
    """Whether a noun may be the subject of its sentence."""
    bare = all(one.head is not noun or one.dep != "case" for one in tokens)
    return bare and noun.dep in ("nsubj", "obl", "dislocated")


def _clause(noun: Token, tokens: list[Token]) -> Token | None:
    """The verb of the relative clause of a noun."""
    return next((one for one in tokens if one.head is noun and one.dep == "acl:relcl"), None)


def _is_whole(verb: Token, tokens: list[Token]) -> bool:
    """Whether a verb behind a comma lacks but its subject."""
    beside = [kid for kid in tokens if kid.head is verb]
    first = min((verb, *beside), key=lambda one: one.i)
    finite = any(one.morph.get("VerbForm") == "Fin" for one in (verb, *beside))
    apart = verb.dep in ("advcl", "conj", "ccomp", "parataxis") and tokens[first.i - 1].text == ","
    bare = all(kid.dep not in ("nsubj", "nsubj:pass", "mark", "cc") for kid in beside)
    return verb.pos == "VERB" and apart and finite and bare


def _read_counted_in(tokens: list[Token], language: ProseLanguage) -> None:
    """Give a verb of saying behind a list the speaker who stands behind it, not the one whom "dont"
    counts among others: "tuant dix personnes, dont le maire, a indiqué la préfecture".
    """
    for verb in tokens:
        noun = verb.head
        if noun is None or verb.dep != "acl:relcl" or not language.speaks(verb.lemma):
            continue
        kids = [*kids_of(verb, tokens)]
        one = next((kid for kid in kids if kid.dep in SUBJECTS and kid.i < verb.i), None)
        speaker = next((kid for kid in kids if kid.dep in _BEHIND and kid.i > verb.i), None)
        first = min((kid.i for kid in kids if kid.dep == "aux"), default=verb.i)
        apart = tokens[first - 1].text == ","
        if one is None or speaker is None or not apart or one.i < noun.i:
            continue
        if any(kid.lower == "dont" and noun.i < kid.i < one.i for kid in tokens):
            *_, main = (noun, *noun.ancestors())
            one.head, one.dep = noun, "nmod"
            verb.head, verb.dep, speaker.dep = main, "parataxis", "nsubj"


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
