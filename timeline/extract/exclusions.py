"""Whom a pronoun can't stand for: what grammar and the rest of a text rule out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.control import subjects
from timeline.extract.deeds import doing_to_others, may_be_either, speaks_for
from timeline.extract.grammar import (
    first_of_list,
    is_negated,
    is_passive,
    is_perceived,
    is_put_in,
    lemma_of,
)
from timeline.extract.nominals import is_definite, is_owner, is_possessed, is_subject, same_clause
from timeline.extract.reference import BESIDE, Seen, is_contrasted, named
from timeline.extract.relatives import is_relative
from timeline.extract.tenses import is_pluperfect

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.languages.lexicon import Pronoun
    from timeline.extract.referents import Referent
    from timeline.extract.trees import Token
    from timeline.records import EventType

# What is done by office to those whom it befalls.
_BY_OFFICE: tuple[EventType, ...] = ("ACCUSE", "COERCE", "SANCTION", "TRIAL")


def possible(
    token: Token, kind: Pronoun, seen: Sequence[Seen], language: ProseLanguage
) -> list[Seen]:
    """Return the mentions of those for whom a pronoun may stand, of some that fit it.

    Args:
        token: the pronoun.
        kind: what it can stand for.
        seen: mentions that fit it by gender and number.
        language: its language.
    """
    if _is_of_client(token, language) or _is_beside_lost(token, seen, language):
        return []
    named_as_source = token.case in language.lexicon.according  # "X, selon lui": of his own clause
    ruled_out = set() if named_as_source else _beside(token, seen, language)
    ruled_out |= doing_to_others(token, seen, language)
    ruled_out |= {one.referent for one in seen if _speaks(one.token, token, language)}
    if may_be_either(token, kind, seen, language):
        return []
    near = [
        one
        for one in seen
        if one.referent not in ruled_out
        and (named_as_source or not _is_of_one_clause(one.token, token))
        and _heard(one.token, token)
        and not _is_brought_in(one.token, token)
        and not _is_theirs(one, kind, language)
        and not (_is_absent(one, language) or is_contrasted(one.token, token, language))
        and not _only_tells(one.referent, token, language)
        and not _is_asking(one.referent, token, language)
        and not _is_in_opening(one.token, token)
        and not _is_before_pair(one, token, kind, language)
        and not (one.subject and _is_one_of_others(token, language))
        and not _is_listed_with(one.token, token)
        and not _is_doer_before(one.token, token)
        and not _is_of_relative(one.token, token)
        and not speaks_for(one, token, language)
        and not _is_place(one, language)
    ]
    asking = _asking(token, near, language)
    near = [one for one in near if one.referent not in asking]
    living = {one.referent for one in near if not _is_dead(one, language)}
    near = [one for one in near if one.referent in living] or near
    people = [one for one in near if one.referent.kind == "person"]
    if not is_subject(token) and not is_owner(token):
        return people or near
    if any(not _tries(one, token, language) for one in people):
        return [one for one in near if not _tries(one, token, language)]
    return near


def _is_dead(one: Seen, language: ProseLanguage) -> bool:
    """Whether a sentence only tells of somebody that they died: "after X's death the board
    appointed Y, and said he".
    """
    deed = named(one.token).head
    sense = language.noun(deed) if deed is not None and deed.pos == "NOUN" else None
    return sense is not None and sense.type == "DEATH" and named(one.token).dep in BESIDE


def _is_of_one_clause(before: Token, pronoun: Token) -> bool:
    """Whether somebody stands in the clause of a pronoun, by name or by what they are."""
    return same_clause(before, pronoun) or same_clause(named(before), pronoun)


def is_lost(
    token: Token, last: tuple[int, Token] | None, number: int, language: ProseLanguage
) -> bool:
    """Whether a pronoun is a subject that may stand for whom one behind it stands for, of whom
    nobody knows who that is.

    Args:
        token: the pronoun.
        last: the last pronoun that stands for nobody known, and the number of its sentence.
        number: the number of the sentence of the pronoun.
        language: its language.
    """
    if last is None or not is_subject(token):
        return False
    near = last[0] == number - 1 or (
        not last[1].quoted and (last[0] == number or last[1].paragraph == token.paragraph)
    )
    kinds = language.lexicon.pronoun
    mine, other = kinds.get(token.lower), kinds.get(last[1].lower)
    return near and mine is not None and other is not None and mine.is_like(other)


def _is_beside_lost(token: Token, seen: Sequence[Seen], language: ProseLanguage) -> bool:
    """Whether the subject of the clause of an object is a pronoun like it for nobody known, so that
    either may be of whoever was spoken of: "elle assure l'avoir averti".
    """
    kinds = language.lexicon.pronoun
    kind = kinds.get(token.lower)
    if kind is None or is_subject(token) or is_owner(token):
        return False
    for verb in token.ancestors():
        if doers := verb.all_kids("nsubj", "nsubj:pass"):
            lost = (one for one in doers if not any(other.token is one for other in seen))
            return any(one.lower in kinds and kinds[one.lower].is_like(kind) for one in lost)
    return False


def _is_place(one: Seen, language: ProseLanguage) -> bool:
    """Whether a state stands where somebody is or goes: "part pour Paris"."""
    prepositions = language.prepositions
    there = one.token.case in (*prepositions.places, *prepositions.aim)
    return one.referent.kind == "state" and there


def _is_of_client(token: Token, language: ProseLanguage) -> bool:
    """Whether a pronoun is part of what somebody says of a client: "X said her client was ashamed
    and that she had paid".
    """
    contents = (one for one in token.ancestors() if one.dep == "ccomp")
    words = (one for content in contents for one in content.subtree() if one.i < token.i)
    return any(one.lemma in language.lexicon.client for one in words)


def _is_of_relative(before: Token, pronoun: Token) -> bool:
    """Whether a pronoun is the subject of the relative clause of somebody, who is another: "a nurse
    he had attacked".
    """
    clause = pronoun.head if is_subject(pronoun) else None
    return clause is not None and clause.dep == "acl:relcl" and clause.head is named(before)


def _is_doer_before(before: Token, pronoun: Token) -> bool:
    """Whether somebody did to whom a pronoun stands for what a participle before it tells: "Asked
    by X whether she would go, he left", "Repérée par X, elle part pour Y, où Z lui remet un prix".
    """
    doer = named(before)
    participle = doer.head if doer.dep == "obl:agent" else None
    if participle is None or participle.dep != "advcl" or participle.head is None:
        return False
    main, clauses = participle.head, (pronoun.head, *pronoun.ancestors())
    return main is pronoun.head if is_subject(pronoun) else main in clauses


def _is_listed_with(before: Token, pronoun: Token) -> bool:
    """Whether somebody is coordinated with the noun of whose relative clause a pronoun is a part:
    "neither the lawyer nor the prosecutor who charged him".
    """
    clause = next((one for one in pronoun.ancestors() if one.dep == "acl:relcl"), None)
    noun = clause.head if clause is not None else None
    first = first_of_list(noun)
    return noun is not None and first is not noun and first_of_list(before) is first


def _is_before_pair(one: Seen, token: Token, kind: Pronoun, language: ProseLanguage) -> bool:
    """Whether several did something to two people of whom a plural in the pluperfect may tell why:
    "Les policiers ont arrêté X et Y. Ils avaient agressé Z".
    """
    verb = token.head
    if not kind.plural or verb is None or not one.subject or not is_pluperfect(verb, language):
        return False
    clause = named(one.token).head
    borne = clause.kid("obj") if clause is not None else None
    return borne is not None and borne.kid("conj") is not None


def _is_in_opening(before: Token, pronoun: Token) -> bool:
    """Whether somebody stands in a phrase that opens the clause of a pronoun, beside a participle
    whose subject the pronoun is, or in a relative clause there: "accused by X, he", "après le
    discours que X a prononcé, il".
    """
    verb = pronoun.head
    if verb is None or not is_subject(pronoun):
        return False
    below = before
    relative = False
    for above in before.ancestors():
        if above in (verb, pronoun):
            break
        relative = relative or above.dep == "acl:relcl"
        below = above
    else:
        return False
    if not below.i < pronoun.i or below is before:
        return False
    opening = below.morph.get("VerbForm") in ("Part", "Inf") and below.pos == "VERB"
    bare = opening and below.kid("nsubj", "nsubj:pass") is None
    return (below.dep in ("advcl", "acl", "xcomp") and bare) or (below.dep == "obl" and relative)


def is_aside(token: Token, language: ProseLanguage) -> bool:
    """Whether somebody only does what a participle tells of a thing, "un meeting tenu par X", or
    what a relative clause tells of somebody else, "Y, que X avait dénoncé", or says what a sentence
    tells of others: "Y est morte, a annoncé X".
    """
    first = first_of_list(named(token))
    clause = first.head if first is not None else None
    if first is None or clause is None:
        return False
    if first.dep == "obl:agent" and clause.dep in ("acl", "amod"):
        return True
    if first.dep != "nsubj":
        return False
    relative = any(kid.i < first.i and is_relative(kid, language) for kid in clause.kids)
    relative = relative and clause.dep == "acl:relcl" and first.pos != "PRON"
    told = language.speaks(clause.lemma) and is_put_in(clause, language)
    return relative or (told and not clause.quoted)


def _is_asking(referent: Referent, token: Token, language: ProseLanguage) -> bool:
    """Whether somebody charges, tries or arrests others by office, where a pronoun is of whoever
    answers: "Le juge a entendu le suspect. Il a nié".
    """
    verb = token.head
    answers = verb is not None and verb.lemma in language.lexicon.answering and is_subject(token)
    lexicon = language.lexicon
    return answers and _is_office(referent, lexicon.enforcing.keys() | lexicon.pleading.keys())


def _tries(one: Seen, token: Token, language: ProseLanguage) -> bool:
    """Whether somebody charges, tries or arrests others by office, where that befalls whom a
    pronoun is of: "Le juge a convoqué le suspect. Il a été arrêté".
    """
    verb = token.head
    if verb is None or not is_passive(verb, language):
        return False
    sense = language.verb(lemma_of(verb, language))
    guilty = any(kid.lemma in language.lexicon.guilty for kid in verb.kids)
    borne = guilty or (sense is not None and sense.type in _BY_OFFICE)
    return borne and _is_office(one.referent, language.lexicon.enforcing)


def _is_one_of_others(token: Token, language: ProseLanguage) -> bool:
    """Whether somebody is told to say something of whom only "another" is said, as the subject of
    what brings the clause of a pronoun: "One praised X. Another said he".
    """
    clause = token.head
    verb = clause.head if clause is not None and clause.dep == "ccomp" else None
    doer = verb.kid("nsubj") if verb is not None else None
    return doer is not None and doer.lower in language.lexicon.another


def _is_office(referent: Referent, offices: Container[str]) -> bool:
    called = (*referent.titles, *(() if referent.named else (referent.name.lower(),)))
    return any(title.split()[-1] in offices for title in called)


def _is_brought_in(token: Token, pronoun: Token) -> bool:
    """Whether somebody is but named as another's, in a paragraph before: "his accomplice". The
    story goes on with whose they are.
    """
    return is_possessed(token) and token.paragraph != pronoun.paragraph


def _is_absent(one: Seen, language: ProseLanguage) -> bool:
    """Whether it is said that there is nobody such: "n'a pas de successeur"."""
    verb = one.token.head
    none = language.negation.determiners
    if any(kid.lower in none for kid in one.token.all_kids("det")):
        return True
    if one.referent.named or verb is None or one.token.dep != "obj" or is_definite(one.token):
        return False
    return is_negated(verb, language)


def _is_theirs(one: Seen, kind: Pronoun, language: ProseLanguage) -> bool:
    """Whether somebody is but described as whose they are by a pronoun that may be of the same
    person: in "his lawyer said that he" the lawyer is not "he". A possessive that does not tell of
    whom it is may always be.
    """
    if one.referent.named or one.referent.kind != "person" or not is_possessed(one.token):
        return False
    whose = one.token.kid("nmod:poss") or one.token.kid("det")
    owner = language.lexicon.pronoun.get(whose.lower) if whose is not None else None
    if owner is None:
        return whose is None or whose.pos in ("DET", "PRON")
    return owner.gender == kind.gender


def _asking(token: Token, seen: Sequence[Seen], language: ProseLanguage) -> set[Referent]:
    """Who asks for what the clause of a subject tells, or accuses somebody of it: somebody else is
    to do it or did, "X demanded that he resign", "X put it to Y that he had lied".
    """
    clause = token.head if is_subject(token) else None
    noun = clause.head if clause is not None and clause.dep == "acl" else None
    asked = noun is not None and language.lexicon.noun_mood.get(noun.lemma) == "requested"
    if noun is not None and noun.head is not None and asked:
        doers = subjects(noun.head, language)  # "rejected a request that he be freed"
        return {one.referent for one in seen if one.token in doers} if noun.dep == "obj" else set()
    verb = clause.head if clause is not None and clause.dep in ("ccomp", "xcomp") else None
    if verb is None:
        return set()
    sense = language.verb(lemma_of(verb, language))
    accusing = sense is not None and sense.type == "ACCUSE" and verb.kid("obj") is not None
    if not accusing and language.lexicon.saying.get(lemma_of(verb, language)) != "ask":
        return set()
    by = verb.all_kids("obl:agent")  # "asked by X whether he would resign"
    asking = by or subjects(verb, language)
    return {one.referent for one in seen if one.token in asking}


def _only_tells(referent: Referent, token: Token, language: ProseLanguage) -> bool:
    """Whether media, which are spoken of for what they say, are taken for who does something
    else: "AFP reported ... They killed two".
    """
    verb = token.head
    acts = verb is not None and is_subject(token) and not language.speaks(verb.lemma)
    return referent.media and acts


def _beside(token: Token, seen: Sequence[Seen], language: ProseLanguage) -> set[Referent]:
    """Who is the subject of the clause that an object stands in: it is somebody else. A gerund
    shares its subject with its main verb.
    """
    perceived = token.head is not None and is_perceived(token.head, language)
    if (is_subject(token) and not perceived) or is_owner(token):
        return set()
    for verb in token.ancestors():
        if doers := [kid for kid in verb.all_kids("nsubj", "nsubj:pass") if kid is not token]:
            return {one.referent for one in seen if one.token in doers}
    return set()


def _heard(before: Token, token: Token) -> bool:
    """Whether one who is spoken of in a quotation may be meant outside of it: no, nor by another
    quotation.
    """
    return before.quoted in (0, token.quoted)


def _speaks(before: Token, token: Token, language: ProseLanguage) -> bool:
    """Whether the words of a quotation are those of somebody, who speaks of others in it: "X a
    déclaré : « Ils sont venus »", "selon X, « il est parti »".
    """
    while before.dep == "appos" and before.head is not None:
        before = before.head
    verb = before.head
    if not token.quoted or before.quoted or verb is None:
        return False
    if before.case in language.lexicon.according:
        return before.paragraph == token.paragraph and before.i < token.i
    if not is_subject(before):
        return False
    return language.lexicon.saying.get(verb.lemma) == "say" and verb.has("punct", ":")
