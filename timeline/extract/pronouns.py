"""Whom a pronoun stands for: the one who is left when grammar has ruled out all others, else
nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.extract.control import subjects
from timeline.extract.grammar import first_of_list, is_negated, is_passive, lemma_of
from timeline.extract.nominals import (
    gender_of,
    is_definite,
    is_possessed,
    is_subject,
    same_clause,
)
from timeline.extract.reference import BESIDE, FAR, Seen, above, backwards, is_contrasted, named
from timeline.extract.tenses import is_pluperfect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.languages.lexicon import Pronoun
    from timeline.extract.referents import Referent
    from timeline.extract.trees import Token

_SUBORDINATE = ("advcl", "acl:relcl")


class Doubt(NamedTuple):
    """How many others a pronoun might stand for, how many of them were spoken of later than the
    one that was found, and how many sentences ago that one was.
    """

    rivals: int
    nearer: int
    sentences: int


def meant_by(
    token: Token, kind: Pronoun, seen: Sequence[Seen], sentence: int, language: ProseLanguage
) -> Referent | None:
    """The one that a pronoun in the singular, or a plural one for a group, stands for.

    That is, for a subject, that of what brings it ("X said it"), or the last subject of its
    sentence or of the one before; else the only one who fits in the nearest sentence where anybody
    does.

    Args:
        token: the pronoun.
        kind: what it can stand for.
        seen: who was spoken of before, in order.
        sentence: the number of its sentence in the article.
        language: its language.
    """
    recent = [*backwards(seen, sentence, FAR)]
    if topic := _topic(token, kind, recent, language):
        return topic
    if repaid := _repaid(token, kind, recent, language):
        return repaid
    if explained := _explained(token, kind, recent, sentence, language):
        return explained
    if token.dep == "nmod:poss" and _is_of_unknown(token, seen, language):
        return None
    if is_subject(token) and _is_beside_unknown(token, kind, seen, language):
        return None
    ruled_out = _beside(token, recent)
    near = [
        one
        for one in recent
        if fits(kind, one.referent, language)
        and not same_clause(one.token, token)
        and one.referent not in ruled_out
        and _heard(one.token, token)
        and not _speaks(one.token, token, language)
        and not _is_brought_in(one.token, token)
        and not _is_theirs(one, kind, language)
        and not (_is_absent(one, language) or is_contrasted(one.token, token, language))
        and not _only_tells(one.referent, token, language)
        and not _is_asking(one.referent, token, language)
    ]
    near = [one for one in near if one.referent not in _asking(token, near, language)]
    if is_subject(token) or token.dep == "nmod:poss":
        leading = [
            one
            for one in near
            if one.subject and one.sentence >= sentence - 1 and not _is_aside(one.token)
        ]
        bringing = [one for one in leading if one.referent in above(token, leading)]
        if chosen := bringing or leading:
            return chosen[0].referent
    if is_subject(token) and _is_saying(token, language):
        return None  # who speaks was told of before as doing something
    near = [
        one for one in near if named(one.token).dep not in BESIDE and one.sentence >= sentence - 1
    ]
    nearest = {one.referent for one in near if one.sentence == near[0].sentence}
    return nearest.pop() if len(nearest) == 1 else None


def _is_asking(referent: Referent, token: Token, language: ProseLanguage) -> bool:
    """Whether somebody charges, tries or arrests others by office, where a pronoun is of whoever
    answers: "Le juge a entendu le suspect. Il a nié".
    """
    verb = token.head
    if verb is None or verb.lemma not in language.lexicon.answering or not is_subject(token):
        return False
    offices = {title.split()[-1] for title in referent.titles}
    return bool(offices & (language.lexicon.enforcing.keys() | language.lexicon.pleading.keys()))


def _is_brought_in(token: Token, pronoun: Token) -> bool:
    """Whether somebody is but named as another's, in a paragraph before: "his accomplice". The
    story goes on with whose they are.
    """
    return is_possessed(token) and token.paragraph != pronoun.paragraph


def _is_of_unknown(token: Token, seen: Sequence[Seen], language: ProseLanguage) -> bool:
    """Whether what somebody has stands in a clause whose subject is somebody nobody knows, and so
    may be theirs: "his client, who lost his seat".
    """
    for verb in token.ancestors():
        for doer in verb.all_kids("nsubj", "nsubj:pass"):
            if any(one.token is doer for one in seen):
                return False
            relative = doer.lower in language.relatives or doer.morph.get("PronType") == "Rel"
            return relative or language.is_title(doer.lemma)
    return False


def _is_aside(token: Token) -> bool:
    """Whether somebody only does what a participle tells of a thing: "un meeting tenu par X"."""
    first = first_of_list(token)
    deed = first.head if first is not None and first.dep == "obl:agent" else None
    return deed is not None and deed.dep in ("acl", "amod")


def _is_absent(one: Seen, language: ProseLanguage) -> bool:
    """Whether it is said that there is nobody such: "n'a pas de successeur"."""
    verb = one.token.head
    none = language.negation.determiners
    if any(kid.lower in none for kid in one.token.all_kids("det")):
        return True
    if one.referent.named or verb is None or one.token.dep != "obj" or is_definite(one.token):
        return False
    return is_negated(verb, language)


def _is_beside_unknown(
    token: Token, kind: Pronoun, seen: Sequence[Seen], language: ProseLanguage
) -> bool:
    """Whether the clause that a pronoun is the subject of only says more of a clause whose subject
    is somebody or something nobody knows, and may be meant: "Challenger was lost when it exploded",
    "le pouvoir refuse un dialogue qu'il juge inutile".
    """
    clause = token.head
    above = clause.head if clause is not None and clause.dep in _SUBORDINATE else None
    if above is not None and above.pos not in ("VERB", "AUX"):
        above = next((one for one in above.ancestors() if one.pos in ("VERB", "AUX")), None)
    doers = above.all_kids("nsubj", "nsubj:pass") if above is not None else []
    return any(
        doer.i < token.i
        and not any(one.token is doer for one in seen)
        and (doer.pos == "PROPN" or _agrees(doer, kind, language))
        for doer in doers
    )


def _agrees(noun: Token, kind: Pronoun, language: ProseLanguage) -> bool:
    """Whether a pronoun may stand for a thing too, by the gender and number of its noun."""
    if noun.pos != "NOUN" or not language.genders or not kind.gender:
        return False
    plural = noun.morph.get("Number") == "Plur"
    return plural == kind.plural and gender_of(noun, language) in ("", kind.gender)


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
    """Who asks for what the clause of a subject tells: somebody else is to do it, "X demanded that
    he resign".
    """
    clause = token.head if is_subject(token) else None
    verb = clause.head if clause is not None and clause.dep in ("ccomp", "xcomp") else None
    if verb is None or language.lexicon.saying.get(lemma_of(verb, language)) != "ask":
        return set()
    asking = subjects(verb, language)
    return {one.referent for one in seen if one.token in asking}


def _topic(
    token: Token, kind: Pronoun, seen: Sequence[Seen], language: ProseLanguage
) -> Referent | None:
    """Whom the sentence says beforehand that it is about: "quant à X, elle"."""
    for one in seen if is_subject(token) else ():
        noun = named(one.token)
        if kind.plural and one.referent.kind == "state" and _brings(noun, token):
            return one.referent  # "les États-Unis ont annoncé qu'ils"
        about = noun.head is token.head and noun.case in language.lexicon.topic
        if about and fits(kind, one.referent, language):
            return one.referent
    return None


def _repaid(
    token: Token, kind: Pronoun, seen: Sequence[Seen], language: ProseLanguage
) -> Referent | None:
    """Who is praised, blamed or punished for what is theirs: "imposed sanctions on X for its test",
    "a félicité X pour son courage".
    """
    deed = token.head
    verb = deed.head if deed is not None else None
    if deed is None or verb is None or verb.pos != "VERB" or deed.dep != "obl":
        return None
    beside = [verb, *verb.all_kids("obj")]
    senses = [language.verb(lemma_of(verb, language)), *map(language.noun, beside[1:])]
    repays = any(sense is not None and sense.type in _REPAYING for sense in senses)
    if not repays or deed.case not in language.prepositions.repaying:
        return None
    for one in seen:
        noun = named(one.token)
        borne = noun.dep == "obj" or noun.case in language.prepositions.upon
        if borne and noun.head in beside and fits(kind, one.referent, language):
            return one.referent
    return None


def _explained(
    token: Token, kind: Pronoun, seen: Sequence[Seen], sentence: int, language: ProseLanguage
) -> Referent | None:
    """Of whom the pluperfect tells why a body did something to them: "Le parti a exclu X. Il avait
    voté contre".
    """
    verb = token.head
    if verb is None or not is_subject(token) or not is_pluperfect(verb, language):
        return None
    last = [one for one in seen if one.sentence == sentence - 1 and not one.token.quoted]
    borne = {one.referent for one in last if named(one.token).dep == "obj" and _is_main(one)}
    doers = [one for one in last if one.subject and _is_main(one)]
    if len(borne) != 1 or not doers or any(one.referent.kind == "person" for one in doers):
        return None
    found = borne.pop()
    return found if found.kind == "person" and fits(kind, found, language) else None


def _is_main(one: Seen) -> bool:
    """Whether somebody stands right below the main verb of a sentence."""
    verb = named(one.token).head
    return verb is not None and verb.head is None


_REPAYING = ("ACCUSE", "SANCTION", "SUPPORT")


def _brings(noun: Token, token: Token) -> bool:
    """Whether a noun in the plural is the subject of the verb that brings the clause of a
    pronoun.
    """
    clause = token.head
    above = clause.head if clause is not None and clause.dep == "ccomp" else None
    many = any(form.morph.get("Number") == "Plur" for form in (noun, *noun.all_kids("det")))
    return many and above is not None and noun.head is above and noun.dep == "nsubj"


def doubt(
    found: Referent, kind: Pronoun, seen: Sequence[Seen], sentence: int, language: ProseLanguage
) -> Doubt:
    """Tell how sure it is that a pronoun stands for the one who was found."""
    recent = [
        one
        for one in backwards(seen, sentence, FAR)
        if one.referent is found or fits(kind, one.referent, language)
    ]
    order = [*dict.fromkeys(one.referent for one in recent)]
    last = next(one.sentence for one in recent if one.referent is found)
    return Doubt(len(order) - 1, order.index(found), sentence - last)


def is_too_far(
    token: Token,
    found: Referent,
    kind: Pronoun,
    unsure: Doubt,
    seen: Sequence[Seen],
    language: ProseLanguage,
) -> bool:
    """Whether a pronoun stands too far from the one who was found to be theirs: several for one
    body, an object in another sentence, or a doer there, behind somebody else who fits. Who leads a
    sentence mostly is the one who goes on, and who goes on to speak is the one who spoke.
    """
    one = kind.plural and not found.plural and found.kind == "organisation"
    if one and language.genders:
        return True
    if not unsure.sentences or _leads(found, seen):
        return False
    behind = unsure.nearer > 0 and not _is_saying(token, language)
    return one or token.dep in ("obj", "iobj") or behind


def _is_saying(token: Token, language: ProseLanguage) -> bool:
    """Whether a word depends on a verb of saying."""
    verb = token.head
    return verb is not None and language.lexicon.saying.get(lemma_of(verb, language)) == "say"


def _leads(found: Referent, seen: Sequence[Seen]) -> bool:
    """Whether somebody is the subject of the main verb of the last sentence that names them."""
    mine = [one for one in seen if one.referent is found]
    for one in mine:
        noun = named(one.token)
        clause = noun.head if is_subject(noun) else None
        if one.sentence == mine[-1].sentence and clause is not None and clause.head is None:
            return True
    return False


def fits(kind: Pronoun, referent: Referent, language: ProseLanguage) -> bool:
    """Whether a pronoun can stand for somebody, by gender, number, and whether they are people."""
    if not referent.fits(kind.gender, plural=kind.plural):
        return False
    if kind.of == "any":
        return True
    if referent.kind == "person" or (kind.plural and referent.kind == "group"):
        return kind.of == "person"
    if kind.of == "body":
        return not referent.plural
    # Where bodies have a gender, "il" and "elle" are theirs too, if that is known.
    return language.genders and bool(kind.gender) and referent.gender == kind.gender


def _only_tells(referent: Referent, token: Token, language: ProseLanguage) -> bool:
    """Whether media, which are spoken of for what they say, are taken for who does something
    else: "AFP reported ... They killed two".
    """
    verb = token.head
    acts = verb is not None and is_subject(token) and not language.speaks(verb.lemma)
    return referent.media and acts


def _beside(token: Token, seen: Sequence[Seen]) -> set[Referent]:
    """Who is the subject of the clause that an object stands in: it is somebody else. A gerund
    shares its subject with its main verb.
    """
    if is_subject(token) or token.dep == "nmod:poss":
        return set()
    for verb in token.ancestors():
        if doers := verb.all_kids("nsubj", "nsubj:pass"):
            return {one.referent for one in seen if one.token in doers}
    return set()


def _heard(before: Token, token: Token) -> bool:
    """Whether one who is spoken of in a quotation may be meant outside of it: no, nor by another
    quotation.
    """
    return before.quoted in (0, token.quoted)


def _speaks(before: Token, token: Token, language: ProseLanguage) -> bool:
    """Whether the words of a quotation are those of somebody, who speaks of others in it: "X a
    déclaré : « Ils sont venus »".
    """
    while before.dep == "appos" and before.head is not None:
        before = before.head
    verb = before.head
    if not token.quoted or before.quoted or verb is None or not is_subject(before):
        return False
    return language.lexicon.saying.get(verb.lemma) == "say" and verb.has("punct", ":")


def is_idle(token: Token, language: ProseLanguage) -> bool:
    """Whether "it" stands for what follows: "it is said that", "it is hard to"."""
    verb = token.head
    if verb is None or verb.kid("cop") or verb.lemma == language.copula:
        return True
    brings = verb.kid("ccomp", "xcomp", "csubj") is not None
    return brings and (is_passive(verb, language) or verb.lemma in language.lexicon.modal)


def is_planned(token: Token, language: ProseLanguage) -> bool:
    """Whether "il" stands for what is planned: "il est prévu de"."""
    verb = token.head
    if verb is None or verb.lemma not in language.lexicon.planned:
        return False
    return is_passive(verb, language) and verb.kid("ccomp", "xcomp", "csubj") is not None
