"""What a verb or a noun says together with the words beside it: "open fire", "mise en garde"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.control import subjects
from timeline.extract.grammar import is_negated, is_part_of, is_passive, lemma_of
from timeline.extract.trees import meant
from timeline.extract.verbals import says

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.extract.actors import Cast
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.languages.senses import Sense
    from timeline.extract.trees import Token

# What together with a verb may be an idiom: "open fire", "a bomb exploded", "être entendu".
_IN_IDIOMS = (
    *("obj", "obl", "obl:agent", "xcomp", "acomp", "dep", "fixed", "advmod", "prt"),
    *("nsubj", "nsubj:pass", "aux:pass"),
)


def idiom(token: Token, language: ProseLanguage) -> Sense | None:
    """What a verb says together with a word beside it, or with the preposition before that: "se
    rendre à la police", "voter contre".
    """
    table = language.lexicon.idioms
    whole = lemma_of(token, language)
    verbs = (whole,) if whole.startswith(f"{token.lemma} ") else (whole, token.lemma)
    helps = whole in language.lexicon.modal and token.kid("xcomp") is not None
    for verb in dict.fromkeys(verbs):
        apart = token.dep in ("acl", "advcl") and is_passive(token, language)
        above = subjects(token, language) if apart else []
        for kid in (*token.kids, *above):
            if helps and kid.dep != "xcomp":
                continue  # "le juge entend engager des poursuites"
            if kid.dep in _IN_IDIOMS or kid in above:
                noun = meant(kid, token)
                if noun.lower in language.lexicon.one_of:  # "one of the protests"
                    noun = noun.kid("nmod") or noun
                found = (table.get((verb, words)) for words in _beside(token, noun))
                sense = next((one for one in found if one is not None), None)
                patient = kid in above or kid.dep == "nsubj:pass"
                office = patient and noun.lemma in language.lexicon.enforcing
                if office and sense is not None and sense.object is not None:
                    continue  # "interrogé, le procureur n'a pas répondu"
                if sense is not None and not _is_another(kid, noun, sense, language):
                    return sense
    return None


def _is_another(word: Token, noun: Token, sense: Sense, language: ProseLanguage) -> bool:
    """Whether a word stands beside a verb as another than the idiom means: who leaves or is left is
    no office, "was left by a company", and who does it is not to whom it is done: "les gendarmes
    se sont rendus à Lyon".

    Args:
        word: what stands beside the verb.
        noun: the noun that it goes back to.
        sense: what the idiom says.
        language: its language.
    """
    if word.dep in ("obl:agent", "nsubj:pass") and sense.type == "RESIGNATION":
        return True
    people = language.is_title(noun.lemma) or noun.lemma in language.lexicon.group
    return word.dep == "nsubj" and people and bool(sense.complements)


def _beside(token: Token, kid: Token) -> Iterator[str]:
    """The words beside a verb by which an idiom may have it, the closest first: "own life", "fin
    jour" ("mettre fin à ses jours"), a preposition, a noun.
    """
    noun = kid.lemma.lower()
    yield from (f"{inner.lemma.lower()} {noun}" for inner in kid.all_kids("amod"))
    yield from (f"{noun} {other.lemma.lower()}" for other in token.all_kids("obl"))
    yield kid.case
    yield noun


def is_in_idiom(token: Token, language: ProseLanguage) -> bool:
    """Whether an infinitive is a part of what the verb above it says: "condamné à verser"."""
    head = token.head
    part = head is not None and token.dep == "xcomp"
    return part and head is not None and is_part_of(token, head, language)


def idiom_of(noun: Token, part: Token | None, language: ProseLanguage) -> Sense | None:
    """What a noun says together with another behind it, or the preposition of that: "mise en
    garde", "call for help".
    """
    if part is None:
        return None
    table = language.lexicon.idioms
    return table.get((noun.lemma, part.lemma)) or table.get((noun.lemma, part.case))


def tells_nothing(token: Token, cast: Cast, language: ProseLanguage) -> bool:
    """Whether the words around a verb or a noun make no event of it: "border crossing", "salle de
    réunion", "détenir des actions".
    """
    if token.pos not in ("VERB", "AUX", "NOUN"):
        return False
    if token.pos == "NOUN" and token.kid("cop") and is_negated(token, language):
        return True  # "ce n'est pas l'arrestation de X"
    table, lemma = language.lexicon.nothing, lemma_of(token, language)
    if (token.case, token.lemma) in table and not token.kid("det", "nmod"):
        return True  # "par accident"
    above = token.head
    if above is not None and any(
        (word, token.lemma) in table for word in (above.lemma.lower(), lemma_of(above, language))
    ):
        return True
    for kid in token.kids:
        before = kid.dep in ("compound", "amod") and (kid.lemma.lower(), token.lemma) in table
        beside = kid.dep in (*_IN_IDIOMS, "nmod", "amod")
        if before or (beside and any((lemma, words) in table for words in _beside(token, kid))):
            return True
    return (lemma, "*") in table and _is_of_thing(token, cast)


def _is_of_thing(token: Token, cast: Cast) -> bool:
    """Whether the object of a verb is nobody."""
    head = token.head if token.dep in ("acl", "amod") else None
    thing = token.kid("obj", "nsubj:pass") or head
    if thing is None or thing.pos == "PRON" or cast.who(thing):
        return False
    return thing.pos != "NUM" or thing.kid("compound", "nmod") is not None  # "all six were freed"


def sense_of_thing(token: Token, lemma: str, cast: Cast, language: ProseLanguage) -> Sense | None:
    """What a verb means of an object that is nobody: "recevoir une lettre"."""
    sense = language.lexicon.idioms.get((lemma, "*"))
    if sense is None or says(token, language):
        return None
    return sense if _is_of_thing(token, cast) else None
