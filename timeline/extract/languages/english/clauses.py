"""What the English model gets wrong of how clauses are joined, put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.trees import SUBJECTS, has_subject, is_below, kids_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token
    from timeline.records import EventType

PAST = {"VerbForm": "Part", "Tense": "Past"}
# What befalls somebody, so that a verb without an object that tells it is passive beside another.
_BEFALLING: tuple[EventType, ...] = ("APPOINTMENT", "COERCE", "CONCEDE", "SANCTION", "TRIAL")


def read_clauses(tokens: list[Token], language: ProseLanguage) -> None:
    """Part clauses that the model joins, and join what it parts."""
    _read_parted(tokens)
    _read_alleged(tokens, language)
    _read_leaked(tokens, language)
    _read_asked_for(tokens, language)
    _read_befallen_too(tokens, language)


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


def _read_alleged(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the participle that it is what is said of somebody before the main verb: "the man
    alleged to have led the gang was arrested".
    """
    for said in tokens:
        if said.pos != "VERB" or said.lemma not in language.lexicon.saying:
            continue
        kids = [*kids_of(said, tokens)]
        doer = next((kid for kid in kids if kid.dep == "nsubj" and kid.i < said.i), None)
        deed = next((kid for kid in kids if kid.dep == "xcomp"), None)
        main = next((kid for kid in kids if kid.dep in ("ccomp", "conj") and kid.i > said.i), None)
        if doer is None or deed is None or main is None or not said.i < deed.i < main.i:
            continue
        to = any(kid.lower in language.infinitives for kid in kids_of(deed, tokens))
        whole = any(kid.dep in ("aux", "aux:pass", "obj", "cc") for kid in kids if kid.i < main.i)
        if not to or whole or has_subject(main, tokens):
            continue
        passive = any(kid.dep == "aux:pass" for kid in kids_of(main, tokens))
        main.head, main.dep = said.head, said.dep
        doer.head, doer.dep = main, "nsubj:pass" if passive else "nsubj"
        said.head, said.dep, said.morph = doer, "acl", PAST


def _read_leaked(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as an adjective what was done to the documents that tell something at the end of a
    sentence: "X paid for it, leaked files reveal".
    """
    for leaked in tokens:
        noun = tokens[leaked.i + 1] if leaked.i + 1 < len(tokens) else None
        shows = noun.head if noun is not None and noun.dep == "nsubj" else None
        if noun is None or shows is None or leaked.pos != "VERB" or leaked.i == 0:
            continue
        tells = language.lexicon.saying.get(shows.lemma) or shows.lemma in language.lexicon.showing
        written = noun.lemma in language.lexicon.document and not any(kids_of(noun, tokens))
        if not tells or not written or shows.head is not leaked or tokens[leaked.i - 1].text != ",":
            continue
        shows.head, shows.dep = leaked.head, "parataxis" if leaked.head is not None else "root"
        leaked.head, leaked.dep, leaked.pos = noun, "amod", "ADJ"


def _read_asked_for(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the subject of what is asked for whom "for" brings in: "asked for X to be freed"."""
    for deed in tokens:
        verb = deed.head
        if verb is None or deed.dep != "xcomp" or verb.lemma not in language.lexicon.saying:
            continue
        kids = [*kids_of(deed, tokens)]
        to = next((kid for kid in kids if kid.lower in language.infinitives), None)
        whom = [kid for kid in kids_of(verb, tokens) if kid.dep == "obl" and kid.i > verb.i]
        if to is None or not whom or whom[-1].i != to.i - 1:
            continue
        mark = next((kid for kid in kids_of(whom[-1], tokens) if kid.dep == "case"), None)
        if mark is not None and mark.lower == "for" and not has_subject(deed, tokens):
            passive = any(kid.dep == "aux:pass" for kid in kids)
            whom[-1].head, whom[-1].dep = deed, "nsubj:pass" if passive else "nsubj"
            mark.head, mark.dep, deed.dep = deed, "mark", "advcl"


def _read_befallen_too(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as passive the second thing that befell somebody, though words stand between: "was
    convicted of fraud at the court and sentenced to a year".
    """
    for verb in tokens:
        above = verb.head
        if above is None or verb.dep != "conj" or verb.pos != "VERB" or verb.lower[-2:] != "ed":
            continue
        sense = language.verb(verb.lemma)
        passive = any(kid.dep == "aux:pass" for kid in kids_of(above, tokens))
        if not passive or sense is None or sense.object is None or sense.type not in _BEFALLING:
            continue
        if not _has_own(verb, tokens) and not is_below(above, verb):
            verb.morph = PAST


def _has_own(verb: Token, tokens: Sequence[Token]) -> bool:
    own = (*SUBJECTS, "obj", "ccomp", "xcomp", "aux", "aux:pass")
    return any(kid.dep in own for kid in kids_of(verb, tokens))
