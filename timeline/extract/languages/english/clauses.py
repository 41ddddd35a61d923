"""What the English model gets wrong of how clauses are joined, put right."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.extract.trees import SUBJECTS, has_subject, is_below, kids_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token
    from timeline.records import EventType

PAST = {"VerbForm": "Part", "Tense": "Past"}
_TWO = 2  # subjects that one verb can't have
_CALLING = ("call", "name")
_WITHIN = ("nmod", "obl:agent")
# What befalls somebody, so that a verb without an object that tells it is passive beside another.
_BEFALLING: tuple[EventType, ...] = ("APPOINTMENT", "COERCE", "CONCEDE", "SANCTION", "TRIAL")


def read_clauses(tokens: list[Token], language: ProseLanguage) -> None:
    """Part clauses that the model joins, and join what it parts."""
    _read_parted(tokens)
    _read_main(tokens)
    _read_interrupted(tokens)
    _read_inserted_participles(tokens)
    _read_called(tokens)
    _read_befallen_too(tokens, language)
    _read_reason(tokens, language)
    _read_cleft(tokens)
    _read_brought_by_nouns(tokens, language)
    _read_second_clause(tokens)
    _read_either(tokens)


def _read_parted(tokens: list[Token]) -> None:
    """Part the clause before a semicolon from the one behind it, whose content the model takes it
    for: "X was arrested; the governor demanded that".
    """
    for verb in tokens:
        above = verb.head
        if above is None or verb.dep != "ccomp" or not verb.i < above.i:
            continue
        marks = [one.i for one in tokens[verb.i : above.i] if one.text == ";"]
        kids = [kid for kid in kids_of(above, tokens) if marks and marks[-1] < kid.i < above.i]
        doer = any(kid.dep in SUBJECTS for kid in kids)
        told = any(kid.dep == "ccomp" and kid.pos == "VERB" for kid in kids)
        if doer and not told and has_subject(verb, tokens):
            verb.head, verb.dep = None, "root"


def _read_main(tokens: list[Token]) -> None:
    """Read as the main verb what the model takes for a participle of the name that leads it, behind
    a relative clause: "X, who was jailed in 2015, called on Y to resign".
    """
    for verb in tokens:
        name = verb.head
        if name is None or name.head is not None or verb.dep != "acl" or verb.pos != "VERB":
            continue
        if tokens[verb.i - 1].text != "," or name.pos not in ("NOUN", "PROPN"):
            continue
        between = [one for one in tokens[name.i : verb.i] if one.dep == "acl:relcl"]
        if not between or between[-1].head is not name or not verb.lower.endswith(("ed", "id")):
            continue
        for kid in kids_of(name, tokens[verb.i :]):
            kid.head = verb if kid is not verb else kid.head
        verb.head, verb.dep, name.head, name.dep = None, "root", verb, "nsubj"
        verb.morph = {"VerbForm": "Fin", "Tense": "Past"}


def _read_interrupted(tokens: list[Token]) -> None:
    """Give the main verb the subject that the model takes from it for a clause within the relative
    clause behind it: "X, who quit days after agents searched his house, is charged".
    """
    for verb in tokens:
        main = verb.head
        if main is None or verb.dep != "ccomp" or verb.i > main.i or has_subject(main, tokens):
            continue
        doers = [kid for kid in kids_of(verb, tokens[: verb.i]) if kid.dep in SUBJECTS]
        if len(doers) != _TWO:
            continue
        clauses = kids_of(doers[0], tokens[: doers[1].i])
        inner = (one for kid in clauses for one in (kid, *kids_of(kid, tokens)))
        clause = next((one for one in inner if one.dep == "acl:relcl"), None)
        if clause is not None and tokens[main.i - 1].dep in ("aux", "aux:pass", "punct"):
            passive = any(kid.dep == "aux:pass" for kid in kids_of(main, tokens))
            doers[0].head, doers[0].dep = main, "nsubj:pass" if passive else "nsubj"
            verb.head, verb.dep = clause, "advcl"


def part(said: Token, doer: Token, main: Token, tokens: list[Token]) -> None:
    """Give the main verb its subject, and read what is said of that one as its participle."""
    passive = any(kid.dep == "aux:pass" for kid in kids_of(main, tokens))
    doer.head, doer.dep = main, "nsubj:pass" if passive else "nsubj"
    said.head, said.dep, said.morph = doer, "acl", PAST


def _read_inserted_participles(tokens: list[Token]) -> None:
    """Read as the main verb the one behind a participle between commas, which the model takes for
    the main one: "X, remembered as a friend, has died".
    """
    for main in tokens:
        inner = main.head
        if inner is None or main.dep not in ("ccomp", "conj", "dep") or inner.i > main.i:
            continue
        kids = [*kids_of(inner, tokens)]
        doer = next((kid for kid in kids if kid.dep in SUBJECTS and kid.i < inner.i), None)
        bare = inner.lower.endswith(("ed", "en", "own")) and not any(
            kid.dep in ("aux", "aux:pass") for kid in kids
        )
        if doer is None or not bare or tokens[inner.i - 1].text != "," or has_subject(main, tokens):
            continue
        auxiliaries = [kid for kid in kids_of(main, tokens) if kid.dep in ("aux", "aux:pass")]
        first = min((main, *auxiliaries), key=lambda one: one.i)
        if not auxiliaries or tokens[first.i - 1].text != ",":
            continue
        main.head, main.dep = inner.head, inner.dep
        part(inner, doer, main, tokens)
        for kid in kids:
            if kid.i > main.i:
                kid.head = main


def _read_called(tokens: list[Token]) -> None:
    """Read as an apposition what somebody is said to be called: "a nurse named Ann Cole"."""
    for verb in tokens:
        noun = verb.head
        if noun is None or verb.dep != "acl" or verb.lemma not in _CALLING:
            continue
        if noun.head is None and not _read_main_below(noun, verb, tokens):
            continue  # "the company named Anna Weber as its chairman"
        names = [kid for kid in kids_of(verb, tokens[verb.i :]) if kid.dep in ("obj", "xcomp")]
        if len(names) == 1 and names[0].pos == "PROPN" and tokens[verb.i - 1] is noun:
            names[0].head, names[0].dep, verb.pos = noun, "appos", "X"


def _read_main_below(noun: Token, called: Token, tokens: list[Token]) -> bool:
    """Read as the main verb what the model hangs below how its subject is called: "a ship called
    Aurora sank"; whether there is one.
    """
    main = next((one for one in kids_of(called, tokens) if one.morph.get("Tense") == "Past"), None)
    if main is None or main.dep not in ("xcomp", "ccomp") or has_subject(main, tokens):
        return False
    for kid in kids_of(noun, tokens[main.i :]):
        kid.head = main
    main.head, main.dep, noun.head, noun.dep = None, "root", main, "nsubj"
    return True


def _read_befallen_too(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as passive the second thing that befell somebody, though words stand between: "was
    convicted of fraud at the court and sentenced to a year".
    """
    for verb in tokens:
        above = verb.head
        if above is None or verb.dep != "conj" or verb.pos != "VERB" or verb.lower[-2:] != "ed":
            continue
        if above.dep == "advcl" and above.lower.endswith("ing") and above.head is not None:
            above = verb.head = above.head  # "was charged with obstructing officers and jailed"
        sense = language.verb(verb.lemma)
        passive = any(kid.dep == "aux:pass" for kid in kids_of(above, tokens))
        if not passive or sense is None or sense.object is None or sense.type not in _BEFALLING:
            continue
        if not _has_own(verb, tokens) and not is_below(above, verb):
            verb.morph = PAST


def _read_reason(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below what is said the reason for it that the model hangs below the verb of saying:
    "said he fled not out of guilt, but because X had beaten him".
    """
    for clause in tokens:
        said = clause.head
        if said is None or clause.dep != "advcl" or said.lemma not in language.lexicon.saying:
            continue
        content = [kid for kid in kids_of(said, tokens[: clause.i]) if kid.dep == "ccomp"]
        mark = next((kid for kid in kids_of(clause, tokens) if kid.lower == "because"), None)
        if content and content[-1].i > said.i and mark and tokens[mark.i - 1].lower == "but":
            clause.head = content[-1]


def _read_cleft(tokens: list[Token]) -> None:
    """Hang the clause that tells what was done below who is said to have done it, not below what
    belongs to them: "it was the brother of X who attacked Y".
    """
    for clause in tokens:
        whose = clause.head
        who = whose.head if whose is not None else None
        if whose is None or who is None or clause.dep != "acl:relcl" or whose.dep not in _WITHIN:
            continue
        was = who.head
        while who.dep in (*_WITHIN, "acl") and was is not None:
            who, was = was, was.head
        cleft = was is not None and who.dep == "attr" and was.lemma == "be"
        it = (kid for kid in tokens if kid.head is was and (kid.lower, kid.dep) == ("it", "nsubj"))
        if cleft and next(it, None) is not None:
            clause.head = who


def _read_brought_by_nouns(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as what a noun is about the clause that the model takes for a relative one, though it
    lacks nothing: "a request that he be freed".
    """
    for clause in tokens:
        noun = clause.head
        if (
            noun is None
            or clause.dep != "acl:relcl"
            or noun.lemma not in language.lexicon.noun_mood
        ):
            continue
        kids = [*kids_of(clause, tokens)]
        that = any((kid.lower, kid.pos) == ("that", "SCONJ") for kid in kids)
        passive = any(kid.dep == "nsubj:pass" for kid in kids)
        if that and (passive or any(kid.dep == "obj" for kid in kids)):
            clause.dep = "acl"


def _read_second_clause(tokens: list[Token]) -> None:
    """Read as the subject of a clause of its own the second of two by whom something is done, if a
    verb stands right behind: "was questioned by police and two priests confessed".
    """
    for noun, verb in pairwise(tokens):
        first = noun.head
        if first is None or noun.dep != "conj" or first.dep != "obl:agent" or verb.head is None:
            continue
        bare = not any(kid.dep in ("mark", *SUBJECTS) for kid in kids_of(verb, tokens))
        told = verb.dep == "advcl" and verb.pos == "VERB" and verb.lower.endswith("ed")
        if told and bare and verb.head is first.head and noun.pos in ("NOUN", "PROPN"):
            noun.head, noun.dep, verb.dep = verb, "nsubj", "conj"


def _read_either(tokens: list[Token]) -> None:
    """Read as nobody's the relative clause that may be of either of two: "X, the adviser sacked by
    Y, who was seen".
    """
    for clause in tokens:
        name = clause.head
        deed = name.head if name is not None else None
        if name is None or deed is None or clause.dep != "acl:relcl" or name.dep != "obl:agent":
            continue
        who = min((kid.i for kid in kids_of(clause, tokens)), default=clause.i)
        if deed.dep == "acl" and name.pos == "PROPN" and tokens[who - 1].text == ",":
            clause.dep = "parataxis"


def _has_own(verb: Token, tokens: Sequence[Token]) -> bool:
    own = (*SUBJECTS, "obj", "ccomp", "xcomp", "aux", "aux:pass")
    return any(kid.dep in own for kid in kids_of(verb, tokens))
