"""Whom a pronoun can't stand for by what they do: who acts on another or speaks for another, or is
with another whom something befalls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.control import subjects
from timeline.extract.grammar import is_passive, lemma_of
from timeline.extract.nominals import is_owner, is_possessed, is_subject
from timeline.extract.reference import Seen, named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.languages.lexicon import Pronoun
    from timeline.extract.referents import Referent
    from timeline.extract.trees import Token
    from timeline.records import EventType

# What one does to another, or says of them.
_ON_OTHERS: tuple[EventType, ...] = (
    *("ACCUSE", "AGREE", "AID", "APPEAL", "COERCE", "CONCEDE", "DEMAND", "REJECT", "SANCTION"),
    *("SUPPORT", "TRIAL"),
)


def doing_to_others(token: Token, seen: Sequence[Seen], language: ProseLanguage) -> set[Referent]:
    """Who does something to what is most often another's: "rejected his appeal", "a ordonné son
    arrestation", but not "a contesté son arrestation".
    """
    deed = token.head if is_owner(token) else None
    verb = deed.head if deed is not None else None
    own = language.noun(deed) if deed is not None else None
    if deed is None or verb is None or own is None or deed.dep != "obj":
        return set()
    lemma, role = lemma_of(verb, language), own.complement(language.prepositions.of)
    sense = language.verb(lemma)
    ordered = language.is_support(lemma) and role is not None and role == own.object
    done = ordered or (sense is not None and sense.type in _ON_OTHERS)
    if not done or verb.lemma in language.lexicon.answering:
        return set()
    doers = subjects(verb, language)
    return {one.referent for one in seen if one.token in doers}


def may_be_either(
    token: Token, kind: Pronoun, seen: Sequence[Seen], language: ProseLanguage
) -> bool:
    """Whether what befell somebody while they were with another may have befallen either: "X, who
    was with Y when he died".
    """
    verb = token.head
    if verb is None or not is_subject(token) or verb.dep != "advcl" or verb.head is None:
        return False
    sense = language.verb(lemma_of(verb, language))
    befell = sense is not None and sense.subject in ("victim", "recipient")
    if not (befell or is_passive(verb, language)):
        return False
    with_them = [kid for kid in verb.head.kids if kid.dep in ("obl", "obj", "nmod", "attr")]
    people = [one for one in seen if one.referent.kind == "person" and one.token.i < token.i]
    return any(
        one.token in with_them
        for one in people
        if one.referent.fits(kind.gender, plural=kind.plural)
    )


def speaks_for(one: Seen, pronoun: Token, language: ProseLanguage) -> bool:
    """Whether somebody only spoke for another in the sentence before, so that what is done to one
    of the two is done to that other: "his lawyer Paul Essono said. He was questioned".
    """
    verb, title = pronoun.head, named(one.token)
    titles = (one.token, title, *title.all_kids("appos", "compound", "flat"))
    theirs = any(is_possessed(word) for word in (*titles, *filter(None, (title.head,))))
    pleads = any(word.split()[-1] in language.lexicon.pleading for word in one.referent.titles)
    borne = verb is not None and is_subject(pronoun) and is_passive(verb, language)
    return borne and pleads and theirs and one.token.sentence != pronoun.sentence
