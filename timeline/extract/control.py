"""Who does what a verb tells: its own subject, or the one that grammar lends it, and whom the verb
above it makes do it ("control": "ask X to leave", "accuse X of doing").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.grammar import (
    charge,
    first_of_list,
    is_infinitive,
    is_passive,
    is_wrongly,
    lemma_of,
    with_coordinates,
)
from timeline.extract.trees import is_gerund

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token
    from timeline.records import EventType

# What is said or done to somebody who is to act on it.
CONTROLLING: tuple[EventType, ...] = (
    *("APPEAL", "DEMAND", "COERCE", "CONCEDE", "ACCUSE", "SUPPORT", "AID"),
    "APPOINTMENT",
)
# What is said of a thing that others make: "dismissed the efforts to hold him".
_OF_OTHERS: tuple[EventType, ...] = ("REJECT", "ACCUSE", "STATEMENT", "SUPPORT")
_BORNE: tuple[EventType, ...] = ("RESIGNATION", "ASSAULT", "DEATH")
_DEEP = 6  # how far a subject is looked for above


def subjects(token: Token, language: ProseLanguage, depth: int = 0) -> list[Token]:
    """The subject of a verb, with what is coordinated: its own, or the one that grammar lends
    it.
    """
    own = token.kid("nsubj", "nsubj:pass")
    found = [*(with_coordinates(own) if own is not None else ()), *_neither(token, language)]
    head = token.head
    if found or head is None or depth > _DEEP or token.kid("csubj", "csubj:pass"):
        return found
    lender = _lender(token, head, language)
    if lender is not None:
        return _of_list(token, with_coordinates(lender))
    form = token.morph.get("VerbForm")
    finite = any(kid.morph.get("VerbForm") == "Fin" for kid in token.all_kids("aux", "aux:pass"))
    apart = token.quoted != head.quoted and (token.quoted or not finite)
    if form == "Part" and apart:
        return []  # « en publiant ceci, nous ... », a dit X; X dit que « il est », estimant que
    if token.dep == "parataxis" and _is_behind_relative(token, head):
        return []
    whole = finite or any(kid.pos == "SCONJ" for kid in token.all_kids("mark"))
    lent = token.dep in ("xcomp", "acomp", "advcl", "conj", "dep", "parataxis") or (
        token.dep == "ccomp" and form in ("Inf", "Part") and not whole
    )
    if _is_of_object(token, head, language):
        return []
    if is_infinitive(token) and _is_ousted(head, token, language):
        return []  # "was fired to protect X": others mean to
    if form == "Part" and _is_of_nobody(token, head, language):
        return []
    predicate = head.pos in ("NOUN", "PROPN") and head.kid("cop") is not None
    if lent and (predicate or head.pos in ("VERB", "AUX", "ADJ")):
        lent_by = subjects(head, language, depth + 1)
        return [] if _is_of_several(token, lent_by, language) else lent_by
    return []


def _is_of_several(verb: Token, doers: list[Token], language: ProseLanguage) -> bool:
    """Whether a finite verb is in the plural and who is said to do it is one, so that its own
    subject was lost: "Stockholm rappelle X après que deux ministres ont attaqué".
    """
    finite = (one for one in (*verb.all_kids("aux", "aux:pass"), verb) if "Mood" in one.morph)
    form = next(finite, None)
    if form is None or form.morph.get("Number") != "Plur" or len(doers) != 1:
        return False
    doer, lexicon = doers[0], language.lexicon
    counted = doer.lemma in lexicon.quantity or doer.lemma in lexicon.share or doer.kid("nummod")
    if counted or not language.genders:
        return False
    article = doer.kid("det")
    if doer.pos == "PROPN" and article is None:
        return True
    return all(one is None or one.morph.get("Number") == "Sing" for one in (article, doer))


def _is_of_object(participle: Token, verb: Token, language: ProseLanguage) -> bool:
    """Whether a participle behind an object may be of that as well as of the subject: "X a commencé
    un jeûne, organisé par Y".
    """
    told = participle.morph
    if (told.get("VerbForm"), told.get("Tense"), participle.dep) != ("Part", "Past", "advcl"):
        return False
    thing = verb.kid("obj") if language.genders and participle.i > verb.i else None
    if thing is None or thing.pos != "NOUN" or participle.kid("aux", "aux:pass", "mark"):
        return False
    return all(told.get(key) == thing.morph.get(key) for key in ("Gender", "Number"))


def _is_of_nobody(participle: Token, head: Token, language: ProseLanguage) -> bool:
    """Whether the subject of a verb does not do what a participle below it tells: "announced the
    appointment of X, succeeding Y", "warned against travelling", whoever is warned.
    """
    advice = participle.has("mark", *language.prepositions.upon)
    others = advice or _takes_office(participle, language)
    return (others and language.speaks(head.lemma)) or _is_outcome(participle, head, language)


def _is_outcome(verb: Token, head: Token, language: ProseLanguage) -> bool:
    """Whether a gerund behind a passive and a comma says what came of that: "was jailed, ending a
    long trial"; who says something does so themselves.
    """
    sense = language.verb(lemma_of(verb, language))
    said = sense is not None and sense.type in ("STATEMENT", "ACCUSE", "DEMAND", "APPEAL")
    bare = verb.dep == "advcl" and is_gerund(verb) and not verb.kid("mark", "case")
    apart = any(kid.text == "," and kid.i == verb.i - 1 for kid in (*head.kids, *verb.kids))
    return bare and apart and bool(verb.kid("obj")) and is_passive(head, language) and not said


def _takes_office(verb: Token, language: ProseLanguage) -> bool:
    """Whether a verb says that its subject comes to an office: "succeed"."""
    sense = language.verb(lemma_of(verb, language))
    return sense is not None and (sense.type, sense.subject) == ("APPOINTMENT", "recipient")


def _is_ousted(verb: Token, aim: Token, language: ProseLanguage) -> bool:
    """Whether a verb says that somebody is made to leave or hurt, or that something is done to them
    that no word is known for, to what aim: "was sacrificed to".
    """
    sense = language.verb(lemma_of(verb, language))
    had = any(kid.lemma in language.auxiliaries for kid in aim.all_kids("aux"))
    borne = aim.dep == "advcl" and not had if sense is None else sense.type in _BORNE
    return borne and is_passive(verb, language)


def _of_list(participle: Token, those: list[Token]) -> list[Token]:
    """Of whom of a list a participle behind them is: those before it, and only the last of them
    where it is in the singular: "X et Y, soupçonnée de meurtre, et Z".
    """
    if participle.dep not in ("acl", "amod"):
        return those
    if participle.i < those[0].i:  # "the murdered doctor and his grieving relatives"
        return [those[0], *(one for one in those[1:] if not one.kid("det", "nmod:poss"))]
    before = [one for one in those if one.i < participle.i] or those
    single = participle.morph.get("Number") == "Sing" and participle.morph.get("Gender")
    return before[-1:] if single else before


def _is_behind_relative(token: Token, head: Token) -> bool:
    """Whether "who" or "which" stands between two verbs, so that the second may be of its clause,
    which the parser did not see.
    """
    between = (one for one in head.subtree() if head.i < one.i < token.i)
    return any(
        one.morph.get("PronType") == "Rel" and one.dep.startswith("nsubj") for one in between
    )


def bidden(verb: Token, language: ProseLanguage) -> Token | None:
    """What somebody is told to do: "told X to leave", "a dit à X de partir"."""
    if verb.lemma not in language.lexicon.bidding:
        return None
    clauses = (kid for kid in verb.all_kids("xcomp", "ccomp", "advcl") if is_infinitive(kid))
    to = language.infinitives
    marked = (kid for kid in clauses if kid.has("aux", *to) or kid.has("mark", *to))
    return next((kid for kid in marked if _is_bare(kid, language)), None)


def _is_bare(infinitive: Token, language: ProseLanguage) -> bool:
    """Whether nothing but "to" joins an infinitive to what stands above it: not "avant de"."""
    return all(kid.lemma in language.infinitives for kid in infinitive.all_kids("mark"))


def _lender(token: Token, head: Token, language: ProseLanguage) -> Token | None:
    """The noun that is the subject of a verb though it depends on something else."""
    if _is_of_either(token, head, language):
        return None
    if token.dep in ("acl", "amod") and head.pos in ("NOUN", "PROPN", "PRON"):
        return _whose_will(token, head, language) or _of_purpose(token, head, language) or head
    if token.dep == "conj" and head.dep == "acl:relcl" and not token.kid("cc"):
        return head.head  # what follows the relative clause, not a part of it
    if token.dep in ("xcomp", "ccomp", "advcl") and head.pos in ("VERB", "AUX"):
        if pressed := _pressed(token, head, language):
            return pressed
        return _controlled(head, language) if _is_controlled(token, head, language) else None
    return None


def _pressed(token: Token, head: Token, language: ProseLanguage) -> Token | None:
    """Who is made to do what an infinitive tells, by a noun: "put pressure on X to resign"."""
    noun = head.kid("obj") if is_infinitive(token) else None
    if noun is None or language.lexicon.noun_mood.get(noun.lemma) != "requested":
        return None
    beside = (*noun.all_kids("nmod"), *head.all_kids("obl"))
    upon = language.prepositions.upon
    return next((one for one in beside if one.case in upon and noun.i < one.i < token.i), None)


def _is_of_either(token: Token, head: Token, language: ProseLanguage) -> bool:
    """Whether a participle may be of a relative as well as of whose relative that is: "the widow of
    X, killed in 2010".
    """
    named = any(kid.dep == "nmod" and kid.pos == "PROPN" for kid in head.kids)
    kin = head.lemma in language.lexicon.kin and named and token.dep == "acl"
    return kin and not token.morph.get("Gender")


def _whose_will(token: Token, noun: Token, language: ProseLanguage) -> Token | None:
    """Whose plan it is to do what an infinitive tells: "la volonté du Maroc de soutenir X"."""
    planned = language.lexicon.noun_mood.get(noun.lemma) == "planned"
    if not planned or not is_infinitive(token):
        return None
    of = language.prepositions.of
    return next((kid for kid in noun.all_kids("nmod") if kid.case == of and kid.i < token.i), None)


def _of_purpose(token: Token, noun: Token, language: ProseLanguage) -> Token | None:
    """The subject of "X signed a contract to supply Y", where nobody else is meant to do it."""
    verb = noun.head
    if token.morph.get("VerbForm") != "Inf" or verb is None or noun.dep != "obj":
        return None
    sense = language.verb(lemma_of(verb, language))
    if sense is not None and sense.type in _OF_OTHERS:
        return None
    return verb.kid("nsubj") if _controlled(verb, language) in (None, noun) else None


def _is_controlled(token: Token, head: Token, language: ProseLanguage) -> bool:
    """Whether the object of a verb does what depends on it: "demander à X de", "ask X to",
    "accuse X of doing", "condamner X pour avoir", "find X guilty".
    """
    if token.pos == "ADJ":
        return token.dep == "xcomp"
    lemma = lemma_of(head, language)
    if is_granted(token, head, language):
        return True
    mark = token.kid("mark")
    if mark is not None and mark.lower in language.deeds:
        return token.kid("aux") is not None or token.morph.get("VerbForm") != "Inf"
    lexicon = language.lexicon
    if lemma in lexicon.engaging and is_infinitive(token):
        return _is_bare(token, language) or token.has("mark", *language.aims)
    if not is_infinitive(token) or not _is_bare(token, language):
        return False
    if lemma in (*lexicon.charging, *lexicon.preventing, *lexicon.controlling):
        return True
    if bidden(head, language) is token:
        return True
    sense = language.verb(lemma)
    promised = language.lexicon.saying.get(lemma) == "promise"
    return sense is not None and sense.type in CONTROLLING and not promised


def is_granted(token: Token, verb: Token, language: ProseLanguage) -> bool:
    """Whether a verb says that somebody is given time to do what an infinitive tells: "a fixé un
    délai à X pour".
    """
    if lemma_of(verb, language) not in language.lexicon.granting or not is_infinitive(token):
        return False
    whom = (kid.case == language.prepositions.to for kid in verb.all_kids("obl"))
    return token.has("mark", *language.aims) and any(whom)


def _controlled(head: Token, language: ProseLanguage) -> Token | None:
    """The object of a verb, direct or not, that does what depends on that."""
    prepositions = language.prepositions
    if lemma_of(head, language) in language.lexicon.granting:
        given = (kid for kid in head.all_kids("obl") if kid.case == prepositions.to)
        return next(given, None) or head.kid("iobj")
    asking = language.lexicon.saying.get(lemma_of(head, language)) == "ask"
    for kid in head.kids:
        beside = kid.case in prepositions.together  # "pleaded with X to", not "charged with"
        asked = kid.dep == "obl" and kid.case in prepositions.asked and (asking or not beside)
        if kid.dep in ("obj", "iobj") or asked:
            return kid
    return None


def _neither(token: Token, language: ProseLanguage) -> list[Token]:
    """What "ni ... ni ..." puts before a verb: the parser takes the first for an adjunct."""
    return [
        inner
        for kid in token.kids
        if kid.dep in ("obl", "dep", "dislocated")
        and not kid.case
        and kid.i < token.i
        and kid.has("cc", *language.negation.neither)
        for inner in with_coordinates(kid)
    ]


def charged(token: Token, language: ProseLanguage) -> list[Token]:
    """Who is said to have done what a noun tells: "accused of murder", "soupçonné du meurtre"."""
    first = first_of_list(token) or token
    verb = first.head
    if verb is None or charge(first, verb, language) is None or is_wrongly(verb, language):
        return []
    done_by = _controlled(verb, language)
    if done_by is not None:
        return with_coordinates(done_by)
    return subjects(verb, language) if is_passive(verb, language) else []
