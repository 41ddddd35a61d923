"""What the English model gets wrong of who is said to have done what, put right."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.extract.languages.english.clauses import PAST, part
from timeline.extract.trees import SUBJECTS, has_subject, kids_of

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token


def read_allegations(tokens: list[Token], language: ProseLanguage) -> None:
    """Give verbs of accusing and alleging those of whom they tell something."""
    _read_allege(tokens)
    _read_accused(tokens)
    _read_inserted(tokens, language)
    _read_alleged(tokens, language)
    _read_named_alleged(tokens, language)
    _read_charged(tokens, language)
    _read_charged_by(tokens, language)
    _read_brought_before(tokens, language)


def _read_allege(tokens: list[Token]) -> None:
    """Read as the verb that it is "allege", which the model takes for a noun behind a long subject:
    "Prosecutors in X allege that".
    """
    for said in tokens:
        if said.lower == "allege" and said.pos == "NOUN" and has_subject(said, tokens):
            said.pos, said.morph = "VERB", {"VerbForm": "Fin", "Tense": "Pres"}


def _read_accused(tokens: list[Token]) -> None:
    """Read as a passive what somebody stands: "X stands accused of fraud"."""
    for deed in tokens:
        stands = deed.head
        if stands is None or stands.lemma != "stand" or deed.pos != "VERB":
            continue
        if deed.dep not in ("acomp", "xcomp", "advcl") or not deed.lower.endswith("ed"):
            continue
        for kid in kids_of(stands, tokens):
            kid.head = deed if kid is not deed else kid.head
            kid.dep = "nsubj:pass" if kid.dep == "nsubj" else kid.dep
        deed.head, deed.dep, deed.morph = stands.head, stands.dep, PAST
        stands.head, stands.dep, stands.pos = deed, "aux:pass", "AUX"


def _read_inserted(tokens: list[Token], language: ProseLanguage) -> None:
    """Give the main verb the subject that the model takes for that of what is put in behind it: "X,
    said to be ill, was freed".
    """
    for said in tokens:
        main = said.head
        if main is None or said.dep != "parataxis" or said.lemma not in language.lexicon.saying:
            continue
        kids = [*kids_of(said, tokens)]
        doer = next((kid for kid in kids if kid.dep == "nsubj" and kid.i < said.i), None)
        deed = any(kid.dep == "xcomp" for kid in kids)
        if doer is None or not deed or has_subject(main, tokens) or tokens[said.i - 1].text != ",":
            continue
        part(said, doer, main, tokens)


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
        main.head, main.dep = said.head, said.dep
        part(said, doer, main, tokens)


def _read_named_alleged(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as the subject the description before a name, of which the model makes a clause by what
    is said of them: "the man alleged to have led it, X, was convicted".
    """
    for said in tokens:
        main = said.head
        if main is None or said.dep != "ccomp" or said.lemma not in language.lexicon.saying:
            continue
        kids = [*kids_of(said, tokens)]
        doer = next((kid for kid in kids if kid.dep == "nsubj" and kid.i < said.i), None)
        deed = next((kid for kid in kids if kid.dep == "xcomp"), None)
        name = next((k for k in kids_of(main, tokens) if k.dep in SUBJECTS and k.i > said.i), None)
        if doer is None or deed is None or name is None or name.pos != "PROPN":
            continue
        to = any(kid.lower in language.infinitives for kid in kids_of(deed, tokens))
        whole = any(kid.dep in ("aux", "aux:pass", "obj") for kid in kids)
        if to and not whole and doer.pos == "NOUN":
            doer.head, doer.dep = main, name.dep
            said.head, said.dep, said.morph = doer, "acl", PAST
            name.head, name.dep = doer, "appos"


def _read_charged(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below a charge what somebody is charged with and that the model hangs below them:
    "suspect X of having accepted it", "accused the mayor of fraud".
    """
    for deed in tokens:
        accused = deed.head
        verb = accused.head if accused is not None else None
        if accused is None or verb is None or accused.dep != "obj":
            continue
        if language.lexicon.charging.get(verb.lemma) in (None, "asserted"):
            continue
        kids = [*kids_of(deed, tokens[: deed.i])]
        of = any(kid.lower == "of" and kid.dep in ("mark", "case") for kid in kids)
        bare = not any(kid.dep in ("det", "nmod:poss") for kid in kids)
        noun = deed.dep == "nmod" and bare and language.noun(deed) is not None
        if of and deed.pos == "VERB" and deed.dep in ("advcl", "acl"):
            deed.head, deed.dep = verb, "advcl"
        elif of and noun:
            deed.head, deed.dep = verb, "obl"


def _read_charged_by(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below the verb of accusing what the model hangs below the accuser: "was accused by
    prosecutors of taking bribes".
    """
    for deed in tokens:
        accuser = deed.head
        verb = accuser.head if accuser is not None else None
        if accuser is None or verb is None or accuser.dep not in ("obl:agent", "obl"):
            continue
        charging = verb.lemma in language.lexicon.charging and accuser.i < deed.i
        of = any(kid.lower in language.charges for kid in kids_of(deed, tokens[: deed.i]))
        if charging and of and deed.pos == "VERB" and deed.dep in ("advcl", "acl"):
            deed.head = verb


def _read_brought_before(tokens: list[Token], language: ProseLanguage) -> None:
    """Give a charge to whoever comes before a court with it: "X went before magistrates accused of
    fraud".
    """
    for before, court in pairwise(tokens):
        charged = court.head
        verb = charged.head if charged is not None else None
        if charged is None or verb is None or court.dep not in ("nsubj", "nsubj:pass"):
            continue
        hears = court.lemma in language.lexicon.hearing and before.head is charged
        bare = charged.lower.endswith("ed") and charged.lemma in language.lexicon.charging
        if before.dep == "mark" and hears and bare and charged.dep == "advcl":
            before.head, before.dep, before.pos = court, "case", "ADP"
            court.head, court.dep = verb, "obl"
