"""What the tense of a verb says of when something was so, and whether it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.grammar import is_passive

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token


def is_pluperfect(verb: Token, language: ProseLanguage) -> bool:
    """Whether a verb speaks of what was past already: "avait accentué", "had imposed"; of a gerund,
    its main verb.
    """
    for _ in range(4):
        auxiliary = verb.kid("aux")
        if (
            auxiliary is not None
            and auxiliary.morph.get("Tense") in ("Imp", "Past")
            and auxiliary.lemma in language.auxiliaries
        ):
            return verb.morph.get("VerbForm") in language.pluperfect
        if (
            verb.dep in ("advcl", "conj", "xcomp")
            and verb.head is not None
            and not verb.kid("aux", "nsubj")
        ):
            verb = verb.head
        else:
            return False
    return False


def is_of_today(verb: Token, *, said: bool, language: ProseLanguage) -> bool:
    """Whether the tense of a verb alone says that it is of the day of its report: the present, and
    the perfect of saying, but not of what recurs.

    Args:
        verb: the verb.
        said: whether it is one of saying.
        language: its language.
    """
    first = _finite(verb)
    if first is None or first.morph.get("Tense") != "Pres" or _is_seen(verb):
        return False
    perfect = first is not verb and first.lemma in language.auxiliaries
    recurs = any(token.lower in language.lexicon.habitual for token in verb.subtree())
    before = perfect and any(kid.lower in language.lexicon.earlier for kid in verb.kids)
    return language.plain_past and (said or not perfect) and not (recurs or before)


def recurs(verb: Token, language: ProseLanguage) -> bool:
    """Whether a verb in the present tells what is done at no times in particular: "attacks the port
    regularly"; not what is done on certain days, "meets every Tuesday".
    """
    first = _finite(verb)
    if first is None or first.morph.get("Tense") != "Pres" or language.moods(verb):
        return False
    perfect = first is not verb and first.lemma in language.auxiliaries
    adverbs = verb.all_kids("advmod")
    return not perfect and any(one.lower in language.lexicon.habitual for one in adverbs)


def _is_seen(verb: Token) -> bool:
    """Whether a verb only has the form of the present: "the meeting saw X say that"."""
    above = verb.head
    bare = verb.dep in ("ccomp", "xcomp") and verb.kid("mark", "aux") is None
    return bare and above is not None and above.morph.get("Tense") == "Past" and above.i < verb.i


def is_over(verb: Token, *, said: bool, language: ProseLanguage) -> bool:
    """Whether a verb tells what was done or said already: in a past or the perfect, and of saying
    in the present too.

    Args:
        verb: the verb.
        said: whether it is one of saying.
        language: its language.
    """
    first = _finite(verb)
    if first is None or verb.pos != "VERB" or language.moods(verb):
        return False
    active = first.dep == "aux" or not is_passive(verb, language)  # "est venu", "s'est réuni"
    perfect = first is not verb and active and first.lemma in language.auxiliaries
    return said or perfect or first.morph.get("Tense") in ("Past", "Imp")


def _finite(verb: Token) -> Token | None:
    """The first of the forms of a verb, if that is finite."""
    forms = [verb] if verb.morph.get("VerbForm") == "Fin" else verb.all_kids("aux", "aux:pass")
    return forms[0] if forms and forms[0].morph.get("VerbForm") == "Fin" else None


def concedes(clause: Token, language: ProseLanguage) -> bool:
    """Whether a condition only concedes what has happened, beside something else that has: "s'il
    n'a pas révélé de piste, il a critiqué le parti".
    """
    main = clause.head
    if language.plain_past or main is None or clause.dep != "advcl":
        return False
    return all(_is_perfect(verb) for verb in (clause, main))


def is_met(mark: Token, clause: Token, language: ProseLanguage) -> bool:
    """Whether a conjunction that may bring a condition brings none: "even if they have reached it",
    "until the road was cleared".
    """
    beside = (*mark.kids, *clause.kids, *(clause.head.kids if clause.head is not None else ()))
    even = any(kid.i == mark.i - 1 and kid.lower in language.lexicon.even for kid in beside)
    first = _finite(clause)
    past = first is not None and first.morph.get("Tense") == "Past"
    return even or (past and mark.lower in language.lexicon.till)


def _is_perfect(verb: Token) -> bool:
    auxiliary = verb.kid("aux", "aux:pass")
    found = auxiliary.morph if auxiliary is not None else {}
    return found.get("Tense") == "Pres" and found.get("Mood", "Ind") == "Ind"


def is_done(modal: Token, verb: Token, language: ProseLanguage) -> bool:
    """Whether the perfect of a modal verb, or its plain past, tells what somebody succeeded in or
    had to do: "a pu regagner son domicile", "a dû partir"; not "a pu être tué", which only may be.
    """
    auxiliary = modal.kid("aux")
    if language.plain_past or (auxiliary and auxiliary.morph.get("Mood") == "Cnd"):
        return False
    form = modal.morph
    perfect = (form.get("VerbForm"), form.get("Tense")) == ("Fin", "Past")  # "durent partir"
    if auxiliary is not None:
        perfect = auxiliary.lemma in language.auxiliaries and form.get("VerbForm") == "Part"
    had_to = modal.lemma in language.lexicon.compelling and verb.kid("aux:pass", "cop")
    return perfect and (bool(had_to) or verb.kid("aux", "aux:pass", "cop") is None)
