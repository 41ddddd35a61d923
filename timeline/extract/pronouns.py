"""Whom a pronoun stands for: the one who is left when grammar has ruled out all others, else
nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.extract.control import subjects
from timeline.extract.exclusions import is_aside, possible
from timeline.extract.grammar import is_passive, lemma_of
from timeline.extract.nominals import gender_of, is_owner, is_subject
from timeline.extract.reference import BESIDE, FAR, Seen, above, backwards, named
from timeline.extract.relatives import is_relative
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
    if is_owner(token) and _is_of_unknown(token, seen, language):
        return None
    if is_subject(token) and _is_beside_unknown(token, kind, seen, language):
        return None
    fitting = [one for one in recent if fits(kind, one.referent, language)]
    near = possible(token, kind, fitting, language)
    if is_subject(token) or is_owner(token):
        leading = [
            one
            for one in near
            if one.subject
            and one.sentence >= sentence - 1
            and not (is_aside(one.token, language) or _is_of_relative(one.token, token, language))
        ]
        bringing = [one for one in leading if one.referent in above(token, leading)]
        if chosen := bringing or leading:
            return chosen[0].referent
    alone = len({one.referent for one in near}) == 1
    if is_subject(token) and _is_saying(token, language) and not alone:
        return None  # who speaks was told of before as doing something
    near = [one for one in near if one.sentence >= sentence - 1 and not _is_beside(one, language)]
    nearest = {one.referent for one in near if one.sentence == near[0].sentence}
    return nearest.pop() if len(nearest) == 1 else None


def _is_beside(one: Seen, language: ProseLanguage) -> bool:
    """Whether somebody is only named to say who another is, or what: "le maire de X", but not "le
    procès de X", who is tried.
    """
    noun = named(one.token)
    return noun.dep in BESIDE and (noun.head is None or language.noun(noun.head) is None)


def doer_behind(token: Token) -> Token | None:
    """The subject behind a possessive in a phrase that opens a sentence, whose it mostly is: "Lors
    de son procès, X a nié".
    """
    if not is_owner(token):
        return None
    around = [*token.ancestors()]
    verb = next((one for one in around if one.kid("nsubj", "nsubj:pass")), None)
    doer = verb.kid("nsubj", "nsubj:pass") if verb is not None else None
    if doer is None or doer.i < token.i or doer in around or doer.quoted != token.quoted:
        return None
    return doer if doer.pos in ("NOUN", "PROPN") else None


def _is_of_relative(before: Token, token: Token, language: ProseLanguage) -> bool:
    """Whether somebody is only the subject of a relative clause, which a pronoun is no part of:
    they are no topic, "Y, who lost, met X. He left".
    """
    inside = before.head is not None and any(one is before.head for one in token.ancestors())
    return is_relative(before, language) and not inside


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


def _topic(
    token: Token, kind: Pronoun, seen: Sequence[Seen], language: ProseLanguage
) -> Referent | None:
    """Whom the sentence says beforehand that it is about: "quant à X, elle"."""
    for one in seen if is_subject(token) else ():
        noun = named(one.token)
        if one.referent.kind == "state" and _brings(noun, token, kind, language):
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
    own = language.noun(deed)
    if own is not None and own.type in _UNDERGONE:
        return None  # "blamed X for his arrest"
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
_UNDERGONE = ("APPOINTMENT", "COERCE", "DEATH", "RESIGNATION", "SANCTION", "TRIAL")


def _brings(noun: Token, token: Token, kind: Pronoun, language: ProseLanguage) -> bool:
    """Whether a noun in the number of a pronoun, and in its gender where it is single, is the
    subject of the verb that brings its clause.
    """
    clause = token.head
    above = clause.head if clause is not None and clause.dep == "ccomp" else None
    if above is None or noun not in subjects(above, language):
        return False
    forms = (noun, *noun.all_kids("det"))
    many = any(form.morph.get("Number") == "Plur" for form in forms)
    gender = next((form.morph["Gender"] for form in forms[::-1] if "Gender" in form.morph), "")
    alike = language.genders and bool(gender) and gender == kind.gender
    return many if kind.plural else alike and not many


def doubt(
    token: Token,
    found: Referent,
    kind: Pronoun,
    seen: Sequence[Seen],
    sentence: int,
    language: ProseLanguage,
) -> Doubt:
    """Tell how sure it is that a pronoun stands for the one who was found. None of the others is
    who was only spoken of in a quotation, or where somebody was found, who only said of another who
    that is, in a sentence before: "le maire de la ville".
    """
    somebody = found.kind in ("person", "group")
    recent = [
        one
        for one in backwards(seen, sentence, FAR)
        if one.referent is found
        or (
            fits(kind, one.referent, language)
            and one.token.quoted in (0, token.quoted)
            and not (somebody and one.sentence < sentence and named(one.token).dep in BESIDE)
        )
    ]
    order = [*dict.fromkeys(one.referent for one in recent)]
    last = next(one.sentence for one in recent if one.referent is found)
    return Doubt(len(order) - 1, order.index(found), sentence - last)


def is_too_unsure(
    token: Token,
    found: Referent,
    kind: Pronoun,
    unsure: Doubt,
    seen: Sequence[Seen],
    language: ProseLanguage,
) -> bool:
    """Whether it is too unsure that a pronoun stands for the one who was found: for one of three or
    more in another sentence, for one of several of whom nobody says whether they are a man or a
    woman, several for one body, an object in another sentence, or a doer there, behind somebody
    else who fits. Who leads a sentence mostly is the one who goes on, and who goes on to speak is
    the one who spoke.
    """
    unsexed = kind.gender and found.kind == "person" and not found.gender
    goes_on = unsure.nearer == 0 and _is_saying(token, language)
    several = unsure.sentences > 0 and unsure.rivals > 1 and not goes_on
    if several or (unsexed and unsure.rivals):
        return True
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
    fighters = referent.kind == "armed_group" and not referent.named and referent.plural
    if referent.kind == "person" or (kind.plural and (referent.kind == "group" or fighters)):
        return kind.of == "person"
    if kind.of == "body":
        return not referent.plural
    # Where bodies have a gender, "il" and "elle" are theirs too, if that is known.
    return language.genders and bool(kind.gender) and referent.gender == kind.gender


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
