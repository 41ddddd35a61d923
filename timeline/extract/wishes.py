"""What is only wished, needed, aimed at or waited for, and what is done by saying that one wants
to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.control import is_granted
from timeline.extract.grammar import is_infinitive, is_negated, lemma_of
from timeline.extract.idioms import idiom
from timeline.extract.tenses import is_over
from timeline.extract.trees import ORDINAL

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token
    from timeline.records import EventType, Modality

# What is done as soon as those who aim at it do something: "took to the streets to protest".
_AT_ONCE: tuple[EventType, ...] = ("ACCUSE", "APPEAL", "DEMAND", "PROTEST", "SUPPORT")
# Where people come to, to say something there.
_COMING: tuple[EventType, ...] = ("CONSULT", "PROTEST", "VISIT")


def is_aim(verb: Token, language: ProseLanguage) -> bool:
    """Whether an infinitive tells what something is only for: "to supply them"."""
    marks = {kid.lower for kid in verb.all_kids("mark", "case", "advmod")}
    if marks.intersection(language.lexicon.outcome):
        return False  # "rushed in only to be killed"
    if verb.morph.get("VerbForm") == "Fin" or verb.kid("nsubj", "nsubj:pass"):
        return False
    if marks.intersection(language.dates.before) or not is_infinitive(verb):
        return False
    if _is_done_thereby(verb, language) or _is_of_rank(verb, language):
        return False
    if verb.dep == "xcomp" or language.aims:
        return bool(marks.intersection(language.aims)) and not verb.kid("aux")
    return verb.dep in ("advcl", "acl", "acl:relcl") and verb.has("aux", *language.infinitives)


def _is_done_thereby(verb: Token, language: ProseLanguage) -> bool:
    """Whether what somebody aimed at is done by what they did for it: they say something, or use
    something, or cause it: "took to the streets to protest", "a saisi la cour pour demander", "used
    it to rob", "leading police to fire".
    """
    above = verb.head
    if above is None or above.pos != "VERB" or is_negated(above, language):
        return False
    if above.lemma in language.lexicon.causing and above.kid("obj"):
        return True
    if any(kid.lemma in language.lexicon.spell for kid in above.all_kids("obj", "obl:npmod")):
        return is_over(above, said=False, language=language)  # "took two hours to arrest X"
    if not is_over(above, said=False, language=language):
        return False
    way = lemma_of(above, language)
    if verb.dep in ("advcl", "xcomp") and way in language.lexicon.using:
        return True
    told = idiom(verb, language) or language.verb(lemma_of(verb, language))
    if told is None or told.type not in _AT_ONCE:
        return False
    came = language.verb(way)
    return verb.dep == "advcl" or (
        verb.dep == "xcomp" and came is not None and came.type in _COMING
    )


def _is_of_rank(verb: Token, language: ProseLanguage) -> bool:
    """Whether an infinitive tells what one is the first or the last to have done: "the sixth
    minister to quit"; not who will be.
    """
    above = verb.head
    if above is None:
        return False
    noun = above.kid("attr") if verb.dep == "xcomp" else above
    copula = above if verb.dep == "xcomp" else above.head
    ranked = noun is not None and any(kid.ent == ORDINAL for kid in noun.all_kids("amod"))
    return ranked and not language.moods(above if copula is None else copula)


def wish(verb: Token, above: Token, language: ProseLanguage) -> Modality | None:
    """Return what a word above a verb makes of that: requested where it ought to be so, planned
    where it is to come; None if it says nothing of that.
    """
    if verb.dep in ("xcomp", "ccomp", "advcl") and (
        _is_to_be(above, language) or _is_to_do(verb, above, language)
    ):
        return "planned"
    asked = _is_needed(verb, above, language) or is_granted(verb, above, language)
    return "requested" if asked else None


def _is_needed(verb: Token, above: Token, language: ProseLanguage) -> bool:
    """Whether a predicate says of a clause that it ought to be so: "il est essentiel que"."""
    clause = verb.dep in ("ccomp", "xcomp", "csubj", "advcl") and bool(
        verb.kid("mark", "aux", "aux:pass")
    )
    predicate = above if above.pos == "ADJ" else above.kid("acomp", "xcomp")
    needed = predicate is not None and predicate.lemma in language.lexicon.needed
    return clause and needed and predicate is not verb


def is_performed(verb: Token, above: Token, language: ProseLanguage) -> bool:
    """Whether somebody does what they say that they want to do: "I would like to thank"."""
    subject = above.kid("nsubj")
    own = subject is not None and subject.morph.get("Person") == "1"
    return own and verb.dep == "xcomp" and verb.lemma in language.lexicon.performed


def _is_to_be(token: Token, language: ProseLanguage) -> bool:
    """Whether an adjective says of what depends on it that it is to come: "due to", "prêt à"."""
    return token.pos == "ADJ" and token.lemma in language.lexicon.planned


def _is_to_do(verb: Token, governor: Token, language: ProseLanguage) -> bool:
    """Whether a bare "be" says of an infinitive that it is to come: "is to be replaced"; or what
    stands above only waits for it: "waited for X to leave".
    """
    bare = governor.lemma == language.copula and not governor.kid("attr")
    due = bare and verb.dep == "xcomp"
    waits = has_doer(verb, language) and governor.lemma not in language.lexicon.causing
    return verb.has("aux", *language.infinitives) and (due or waits)


def has_doer(verb: Token, language: ProseLanguage) -> bool:
    """Whether an infinitive has a subject of its own: "called for X to leave"."""
    mine = verb.kid("nsubj", "nsubj:pass") is not None
    return verb.dep == "advcl" and mine and verb.has("aux", *language.infinitives)
