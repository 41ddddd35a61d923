"""How sure something is told: the conditional of hearsay, the future, modals, plans, requests,
conditions, denials.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.grammar import (
    charge,
    first_of_list,
    is_failed,
    is_infinitive,
    is_negated,
    is_passive,
    is_perceived,
    is_wrongly,
    lemma_of,
)
from timeline.extract.nominals import is_definite
from timeline.extract.predicates import guilt, is_instead, is_untrue, told_by_noun
from timeline.extract.saying import saying
from timeline.extract.support import leans_on
from timeline.extract.tenses import concedes, is_done, is_met, is_over
from timeline.extract.wishes import has_doer, is_aim, is_performed, wish

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.languages.lexicon import Saying
    from timeline.extract.trees import Token
    from timeline.records import Modality

# What a verb makes of what depends on it.
GOVERNED: dict[str, Modality] = {
    "ask": "requested",
    "plan": "planned",
    "promise": "planned",
    "think": "possible",
    "possible": "possible",
}

# What is in force until it is annulled.
IN_FORCE = ("TRIAL", "SANCTION", "LEGISLATION", "AGREE", "APPOINTMENT", "ELECTION")

# Relations through which what a verb says of its content reaches a word.
_PASSING = ("ccomp", "xcomp", "obj", "conj", "nmod", "obl", "nsubj", "nsubj:pass", "advcl")


def moods_of(verb: Token, language: ProseLanguage) -> set[Modality]:
    """What tense, mood and modal verbs say of a verb: its own, and those that it has from the verb
    above it.
    """
    moods = language.moods(verb)
    if "reported" in moods and _is_to_follow(verb, language):
        moods = {"planned"}
    content = verb.kid("ccomp", "xcomp") if language.speaks(verb.lemma) else None
    clauses = (verb, *(kid for kid in verb.all_kids("advcl") if not _is_behind(kid, content)))
    if any(
        kid.lower in language.conditions and kid.quoted == verb.quoted
        for clause in clauses
        if not concedes(clause, language)
        for kid in clause.all_kids("mark")
        if not is_met(kid, clause, language)
    ):
        moods.add("hypothetical")
    if is_aim(verb, language):
        moods.add("planned")
    if any(kid.text == "?" and kid.quoted == verb.quoted for kid in verb.all_kids("punct")):
        moods.add("hypothetical")
    adverbs = [kid.lower for kid in verb.kids if kid.dep == "advmod"]
    if any(adverb in language.lexicon.possibly for adverb in adverbs):
        moods.add("possible")
    soon = any(adverb in language.lexicon.soon for adverb in adverbs)
    if soon and not is_over(verb, said=False, language=language):
        moods.add("planned")
    if any(adverb in language.lexicon.hearsay for adverb in adverbs) or _is_rumoured(
        verb, language
    ):
        moods.add("reported")
    return moods | _lent_moods(verb, language)


def _is_rumoured(verb: Token, language: ProseLanguage) -> bool:
    """Whether a passive that is put in says that something is only told: "X, it is understood, has
    resigned".
    """
    inserted = verb.all_kids("parataxis")
    return any(
        is_passive(kid, language)
        and kid.lemma in language.lexicon.saying
        and not kid.kid("obl:agent")
        for kid in inserted
    )


def _is_to_follow(verb: Token, language: ProseLanguage) -> bool:
    """Whether a conditional says, of what somebody said, that it was to follow: "a annoncé qu'il
    saisirait le juge"; not "aurait saisi", which is hearsay.
    """
    first = verb
    while first.dep == "conj" and first.head is not None and not first.kid("mark"):
        first = first.head
    above = first.head
    told = first.dep == "ccomp" and above is not None and above.pos == "VERB"
    said = told and above is not None and _tells(above, language)
    perfect = verb.kid("aux:pass") and not is_passive(verb, language)  # "serait venu"
    return said and verb.kid("aux") is None and not perfect


def _tells(verb: Token, language: ProseLanguage) -> bool:
    """Whether a verb brings what somebody says or thinks: "a annoncé que", "a fait savoir que"."""
    idiom = verb.head is not None and (verb.head.lemma, verb.lemma) in language.lexicon.idioms
    return idiom or _kind(verb, language) in ("say", "promise", "think")


def _is_behind(clause: Token, content: Token | None) -> bool:
    """Whether a clause stands behind what somebody says, so that it is a part of that."""
    return content is not None and clause.i > content.i


def _lent_moods(verb: Token, language: ProseLanguage) -> set[Modality]:
    governor = verb.head
    wished = wish(verb, governor, language) if governor is not None else None
    if wished is not None:
        return {wished}
    if governor is not None and governor.pos == "ADJ" and verb.dep == "xcomp":
        bearer = governor.head if governor.dep == "acomp" and governor.head else governor
        # "if he had been able to speak", "will be able to speak", "is free to leave"
        free = language.lexicon.modal.get(governor.lemma)
        lent = moods_of(bearer, language) & {"hypothetical", "planned", "possible"}
        return lent if free is None else lent | {free}
    verbal = governor is not None and governor.pos in ("VERB", "AUX")
    if governor is None or not verbal or _is_done_itself(verb, governor, language):
        return set()
    if verb.dep in ("xcomp", "ccomp"):
        kind = language.lexicon.modal.get(lemma_of(governor, language))
        may = kind == "possible" or governor.lemma in language.lexicon.compelling
        if may and is_done(governor, verb, language):
            return set()
        if kind is not None:
            asked = kind == "planned" and _is_of_another(verb, governor)
            own: Modality = "requested" if asked else kind
            return {own} | (moods_of(governor, language) & {"hypothetical"})
        aimed = is_aim(governor, language) or governor.lemma in language.lexicon.engaging
        if verb.morph.get("VerbForm") == "Inf" and aimed:
            return {"planned"}
        lexicon = language.lexicon
        passing = governor.lemma in (*lexicon.aspect, *lexicon.stative, *lexicon.controlling)
        return moods_of(governor, language) if passing else set()
    marks = {kid.lower for kid in verb.all_kids("mark", "case", "advmod")}
    follows = verb.morph.get("VerbForm") == "Part" or marks.intersection(language.dates.before)
    if verb.dep == "advcl" and follows and not verb.kid("nsubj"):
        over = {"planned"} if verb.morph.get("Tense") == "Past" and verb.i < governor.i else set()
        return moods_of(governor, language) - {"hypothetical"} - over  # "élu en 2020, il partira"
    if verb.dep == "conj" and not verb.kid("aux", "nsubj", "mark"):
        return moods_of(governor, language)
    return set()


def _is_of_another(verb: Token, governor: Token) -> bool:
    """Whether somebody else is to do what is wanted: "want X to leave", "veut que X parte"."""
    doer = verb.kid("nsubj", "nsubj:pass")
    return doer is not None and governor.kid("nsubj") is not None and doer.pos != "PRON"


def _is_done_itself(verb: Token, governor: Token, language: ProseLanguage) -> bool:
    if charge(verb, governor, language) is not None and verb.dep != "xcomp":
        return True  # "will be charged with killing"
    return is_performed(verb, governor, language) or is_perceived(verb, language)


def from_above(
    token: Token, bearer: Token | None, language: ProseLanguage
) -> tuple[set[Modality], bool]:
    """What the verbs above a word make of it, and whether one of them denies it.

    Args:
        token: what names the event.
        bearer: the verb that shows its tense and mood, if it has one.
        language: its language.
    """
    moods: set[Modality] = set()
    denied = ends = False
    below = token
    known = _is_known_object(token, language)
    listed = (token, first_of_list(token)) if token.pos == "NOUN" else (token,)
    for above in token.ancestors():
        if (guilty := guilt(below, above, language)) is not None:
            moods |= guilty[0]
            denied ^= guilty[1]
        elif _is_content(below, token, language):
            moods |= _moods_of_content(below, above, bearer, language)
            if _is_open(below, above, language):
                moods.add("hypothetical")
            untold = known and below is not token
            denied ^= not untold and _denies(below, above, language)
            denied |= not untold and _does_not(below, above, bearer, language)
            ends |= below.dep == "xcomp" and above.lemma in language.lexicon.ceasing
        elif (told := told_by_noun(below, above, language)) is not None:
            mood, untrue = told
            moods.add(mood)
            denied ^= untrue or _is_denied_report(above, language)
        elif below in listed:
            moods |= _moods_of_adjunct(below, above, language)
            to = below is token and _is_brought_to(below, language)
            denied |= to and is_failed(above, language)  # "escaped an arrest"
        if below.dep not in _PASSING or _is_apart(below):
            moods |= _hedged(below, language)
            break
        below = above
    denied ^= ends and bool(moods & {"planned", "requested"})  # "urged X to stop attacking Y"
    return moods, denied


def _hedged(clause: Token, language: ProseLanguage) -> set[Modality]:
    """What is made of a clause beside what is only said to have been: "X is said to have fled after
    Y attacked him".
    """
    content = clause.head if clause.dep == "advcl" else None
    above = content.head if content is not None and content.dep == "xcomp" else None
    if above is None or not is_passive(above, language) or above.kid("obl:agent"):
        return set()
    return {"reported"} if _kind(above, language) in ("say", "think") else set()


def _moods_of_adjunct(below: Token, above: Token, language: ProseLanguage) -> set[Modality]:
    """What a verb makes of what a preposition brings: "s'attendre à des élections", "marched for
    the release of X", "was arrested for the murder".
    """
    if _is_brought_to(below, language):
        return {"planned"} if _kind(above, language) == "plan" else set()
    if _is_striven_for(below, above, language):
        return {"requested"}
    charged = charge(below, above, language)
    return set() if charged is None else {charged}


def _is_brought_to(deed: Token, language: ProseLanguage) -> bool:
    return deed.case == language.prepositions.to and deed.dep == "obl"


def _is_striven_for(deed: Token, verb: Token, language: ProseLanguage) -> bool:
    """Whether people do something to get what a noun tells: "marched for the release of X"."""
    lexicon = language.lexicon
    aimed = deed.dep == "obl" and deed.case in language.prepositions.aim
    return aimed and deed.pos == "NOUN" and verb.lemma in lexicon.striving


def _is_denied_report(noun: Token, language: ProseLanguage) -> bool:
    """Whether somebody denies or rejects what a noun brings as told: "denied reports that"."""
    verb = noun.head
    if verb is None or noun.dep not in ("obj", "nsubj:pass") or is_negated(verb, language):
        return False
    if language.lexicon.noun_mood.get(noun.lemma) not in ("reported", "possible"):
        return False
    sense = language.verb(lemma_of(verb, language))
    return _kind(verb, language) == "deny" or (sense is not None and sense.type == "REJECT")


def _is_known_object(token: Token, language: ProseLanguage) -> bool:
    """Whether an event is but what a verb is about that tells nothing of whether it was: "failed to
    meet the request", but "failed to hold the election".
    """
    verb = token.head
    if token.pos != "NOUN" or token.dep != "obj" or verb is None or not is_definite(token):
        return False
    if (verb.lemma, token.lemma) in language.lexicon.idioms:
        return False  # "exclut de remettre sa démission"
    return leans_on(verb, language) is not token and _kind(verb, language) is None


def _is_apart(verb: Token) -> bool:
    """Whether a clause stands beside another and tells what is so on its own: "comme le précise X",
    but not "to meet X".
    """
    finite = verb.morph.get("VerbForm") == "Fin" or verb.kid("aux", "aux:pass") is not None
    return verb.dep == "advcl" and finite and verb.kid("nsubj", "nsubj:pass") is not None


def _is_content(below: Token, token: Token, language: ProseLanguage) -> bool:
    """Whether what stands above a word brings it as its content: a clause, an infinitive, or the
    event noun itself.
    """
    listed = (token, first_of_list(token)) if token.pos == "NOUN" else (token,)
    if below.dep in ("ccomp", "csubj", "xcomp") or (
        below in listed and below.dep in ("obj", "nsubj:pass")
    ):
        return True  # "demande la libération de X et l'arrestation de Y"
    if below.dep != "advcl":
        return False
    infinitive = below.morph.get("VerbForm") == "Inf"
    return has_doer(below, language) or below.has(
        "mark", *(language.infinitives if infinitive else language.deeds)
    )


def _kind(above: Token, language: ProseLanguage) -> Saying | None:
    return saying(above, language) if above.pos in ("VERB", "AUX") else None


def _is_open(below: Token, above: Token, language: ProseLanguage) -> bool:
    """Whether a predicate that is negated leaves open whether its clause is so: "rien ne prouve
    que", "it is not known that".
    """
    clause = below.dep in ("ccomp", "csubj") and above.lemma not in language.lexicon.comment
    if any(kid.lower in language.lexicon.reason for kid in below.all_kids("advmod", "mark")):
        return False  # "did not say why X was arrested"
    settled = is_untrue(above, language) or _kind(above, language) == "deny"
    return clause and not settled and is_negated(above, language)


def _moods_of_content(
    below: Token, above: Token, bearer: Token | None, language: ProseLanguage
) -> set[Modality]:
    kind = _kind(above, language)
    if is_perceived(below, language):
        kind = None  # "entendre X menacer Y"
    if is_wrongly(above, language):
        return set()  # the narrator knows that it is not so
    moods = {GOVERNED[kind]} if kind in GOVERNED else set()
    to_come = is_infinitive(below) and below.kid("aux") is None
    if kind == "deny" and to_come and is_negated(above, language):
        moods = {"possible"}  # "n'a pas exclu de démissionner"
    charged = charge(below, above, language)
    if charged is not None:
        moods = {charged}
    if kind == "say" and (below.dep == "ccomp" or is_passive(above, language)):
        moods.add("reported")  # "he is said to have", "il a été annoncé que", "she told them that"
    if below.dep != "obj" or above is bearer:
        moods |= moods_of(above, language) & {"reported", "hypothetical"}
    return moods


def _denies(below: Token, above: Token, language: ProseLanguage) -> bool:
    """Whether a verb denies its content, refuses to do it, or says that it was not done."""
    given = below.dep == "obj" and is_passive(above, language)  # "was refused a pardon"
    refused = given or below.dep == "xcomp"
    refused = refused and lemma_of(above, language) in language.lexicon.declining
    failed = is_failed(above, language) and not _keeps_on(below, above, language)
    taken_back = refused or failed or _is_superseded(above, language)
    denied = _kind(above, language) == "deny" and not is_negated(above, language)
    denied = denied and not _is_disputed(below, above, language)
    denied = denied and not below.has("mark", *language.aims)  # "exclu pour avoir critiqué"
    wrong = is_wrongly(above, language) and not is_negated(above, language)
    short = below.dep == "ccomp" and above.dep == "advcl"
    instead = short and is_instead(above, language)  # "stopped short of saying that"
    return taken_back or denied or wrong or instead or is_untrue(above, language)


def _is_disputed(below: Token, above: Token, language: ProseLanguage) -> bool:
    """Whether somebody does not accept what was done or said: "conteste son licenciement"; that it
    was is not denied.
    """
    sense = language.noun(below) if below.pos == "NOUN" else None
    done = sense is not None and sense.type in (*IN_FORCE, "ACCUSE", "COERCE", "RESIGNATION")
    return done and above.lemma in language.lexicon.disputing


def _keeps_on(below: Token, above: Token, language: ProseLanguage) -> bool:
    """Whether a verb that may prevent something says that its subject goes on with it: "keep
    hosting", "keep the peace", but "keep X from hosting".
    """
    prevents = language.lexicon.preventing.get(lemma_of(above, language))
    if prevents is None:
        return False
    itself = prevents == "content" and below.dep in ("obj", "nsubj:pass")
    return itself or (below.dep == "xcomp" and not below.kid("mark", "case", "aux"))


def _is_superseded(verb: Token, language: ProseLanguage) -> bool:
    """Whether what a verb brings was said by an earlier text, which this one corrects."""
    subject = verb.kid("nsubj")
    return (
        subject is not None
        and subject.lemma in language.lexicon.document
        and any(kid.lemma in language.lexicon.superseded for kid in subject.kids)
    )


def _does_not(below: Token, above: Token, bearer: Token | None, language: ProseLanguage) -> bool:
    """Whether a negated verb that is none of saying governs an infinitive, or somebody is not able
    to do what it tells.
    """
    if below.dep == "xcomp" and above.lemma in language.lexicon.enabled:
        verb = above.head if above.dep == "acomp" and above.head is not None else above
        return is_negated(verb, language)
    meant = above.lemma in language.lexicon.modal
    if any(kid.lower in language.lexicon.slow for kid in above.all_kids("advmod")):
        return False  # "n'a pas mis longtemps à réagir"
    plain = above is not bearer and (meant or _kind(above, language) is None)
    lexicon = language.lexicon
    plain = plain and lemma_of(above, language) not in (*lexicon.failing, *lexicon.ending)
    unasked = above is not bearer and _kind(above, language) == "ask"  # "did not ask X to leave"
    let = below.dep == "ccomp" and is_infinitive(below) and below.has("aux", *language.infinitives)
    return (below.dep == "xcomp" or let) and (plain or unasked) and is_negated(above, language)
