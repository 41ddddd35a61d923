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
    _read_contents(tokens, language)
    _read_behind(tokens, language)
    _read_sworn(tokens)


def _read_allege(tokens: list[Token]) -> None:
    """Read as the verb that it is "allege", which the model takes for a noun behind a long subject:
    "Prosecutors in X allege that".
    """
    for said in tokens:
        if said.lower != "allege" or said.pos != "NOUN":
            continue
        if not has_subject(said, tokens) and not _read_alleging(said, tokens):
            continue
        said.pos, said.morph = "VERB", {"VerbForm": "Fin", "Tense": "Pres"}


def _read_alleging(said: Token, tokens: list[Token]) -> bool:
    """Give "allege" its subject, the noun before it that the model takes for the main word, and its
    content; whether it has both.
    """
    mark = tokens[said.i + 1] if said.i + 1 < len(tokens) else None
    content = mark.head if mark is not None and mark.dep == "mark" else None
    above = [*content.ancestors()] if content is not None else []
    nouns = [one for one in above if one.pos in ("NOUN", "PROPN") and one.i < said.i]
    if content is None or not nouns:
        return False
    doer = nouns[-1]
    kids = [*kids_of(said, tokens[: said.i])]
    place = next((kid for kid in kids if kid.dep == "compound"), None)
    for kid in kids:
        kid.head = place or doer
    if place is not None:
        place.head, place.dep = said.head, said.dep
    said.head, said.dep = doer.head, doer.dep
    doer.head, doer.dep = said, "nsubj"
    content.head, content.dep = said, "ccomp"
    return True


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


def _read_contents(tokens: list[Token], language: ProseLanguage) -> None:
    """Hang below a noun the clause right behind it that tells what it is about: "came before a
    judge on a charge that he bribed X"; what somebody says in it is said.
    """
    for noun, mark in pairwise(tokens):
        clause = mark.head
        above = clause.head if clause is not None else None
        if clause is None or above is None or above is noun or mark.dep != "mark":
            continue
        mood = language.lexicon.noun_mood.get(noun.lemma) if noun.pos == "NOUN" else None
        told = above.lemma in language.lexicon.saying or not above.i < noun.i < clause.i
        if mood is not None and mark.lower == "that" and not told:
            clause.head, clause.dep = noun, "acl"


def _read_behind(tokens: list[Token], language: ProseLanguage) -> None:
    """Read as who says so the object of a verb of saying that ends a sentence, behind a comma and
    without a subject: "X resigned, reported the press service".
    """
    for comma, said in pairwise(tokens):
        if comma.text != "," or said.dep != "conj" or said.pos != "VERB" or said.head is None:
            continue
        kids = [*kids_of(said, tokens)]
        doer = next((kid for kid in kids if kid.dep == "obj"), None)
        alone = all(kid.dep in ("obj", "punct", "obl", "advmod") for kid in kids)
        told = language.lexicon.saying.get(said.lemma) == "say" and said.lower.endswith("ed")
        if doer is None or not alone or not told or doer.pos not in ("NOUN", "PROPN"):
            continue
        joined = any(kid.dep == "cc" for kid in kids_of(said.head, tokens[said.head.i : said.i]))
        if not joined and any(kid.dep == "det" for kid in kids_of(doer, tokens)):
            doer.dep, said.dep = "nsubj", "parataxis"


def _read_sworn(tokens: list[Token]) -> None:
    """Read as one verb "swore in X": nothing is said."""
    for swear, particle in pairwise(tokens):
        sworn = particle.head
        if (swear.lemma, particle.lower) != ("swear", "in") or sworn is None:
            continue
        if particle.dep == "case" and sworn.head is swear:
            particle.head, particle.dep, sworn.dep = swear, "prt", "obj"
