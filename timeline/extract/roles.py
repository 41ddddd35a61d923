"""Who takes part in an event, in which role: from the words around the one that names it.

Participants are the subject, the object, obliques, the agent of a passive, the antecedent of a
relative clause, the controller of an infinitive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.extract.control import charged, subjects
from timeline.extract.grammar import (
    is_charged_order,
    is_part_of,
    is_passive,
    lemma_of,
    with_coordinates,
)
from timeline.extract.nominals import is_definite, is_owner
from timeline.extract.scenes import is_place, is_scene, is_seat, is_unknown_place
from timeline.extract.support import held, is_bidden, leans_on
from timeline.extract.trees import PERSON, PLACE
from timeline.extract.weapons import wielders

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extract.actors import Cast
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.languages.senses import Sense
    from timeline.extract.referents import Referent
    from timeline.extract.trees import Token
    from timeline.records import EventType, Role

# What one may order or go through that others do: "ordonner le retrait", "procéder à des départs".
_OF_OTHERS = ("RESIGNATION", "RETREAT")


class Argument(NamedTuple):
    """A referent in a role, in which capacity the text names it, and by which word; None if that
    stands in another sentence.
    """

    role: Role
    referent: Referent
    capacity: str | None
    token: Token | None


def arguments_of_verb(
    token: Token, sense: Sense, cast: Cast, language: ProseLanguage
) -> Iterator[Argument]:
    passive = is_passive(token, language)
    role = sense.object if passive else sense.subject
    if role:
        yield from in_role(subjects(token, language), role, cast, language)
    if sense.type == "ASSAULT" and sense.subject:
        yield from _wielding(token, sense.subject, cast, language)
    for kid in token.kids:
        named = kid.dep == "obl:agent" or sense.complement(kid.case) is not None
        if not named and is_part_of(kid, token, language):
            continue
        role = _role_of_kid(kid, sense, language, passive=passive)
        if role is not None:
            yield from in_role(with_coordinates(kid), role, cast, language)
    if sense.type in _BY_OFFICE and sense.object:
        yield from in_role(_befallen_too(token, language), sense.object, cast, language)
    borrows = sense.object not in (None, "host") and not passive
    shared = _shared_object(token) if borrows else None
    if shared is not None and sense.object:
        yield from in_role(with_coordinates(shared), sense.object, cast, language)


def _wielding(verb: Token, role: Role, cast: Cast, language: ProseLanguage) -> Iterator[Argument]:
    """Whose the weapons are that an attack is told of."""
    doers = verb.all_kids("obl:agent") if is_passive(verb, language) else subjects(verb, language)
    for kid in (kid for weapon in doers for kid in wielders(weapon, language)):
        if (state := language.states.people.get(kid.lower)) is not None:
            yield Argument(role, cast.of_state(state), None, kid)
        else:
            yield from in_role([kid], role, cast, language)


def _befallen_too(token: Token, language: ProseLanguage) -> Sequence[Token]:
    """Whom an arrest or a trial befalls together with another: "arrêté avec X"; only people by
    their names, since it may be with their lawyer.
    """
    beside = (
        kid for kid in token.all_kids("obl", "nmod") if kid.case in language.prepositions.together
    )
    return [one for kid in beside if kid.ent in PERSON for one in with_coordinates(kid)]


def _role_of_kid(
    kid: Token, sense: Sense, language: ProseLanguage, *, passive: bool
) -> Role | None:
    """The role of what depends on a verb, but for its subject."""
    if kid.dep == "obj":
        if kid.head is not None and kid.head.kid("obj") is not kid:
            return None  # what else is said of the first one: "rencontre X, de deux ans son aîné"
        said = kid.pos == "PRON" and kid.head is not None
        if said and (sense.type == "DEMAND" or _denies(kid.head, language)):
            return None  # "les nie", "l'exige": what is said
        told = kid.quoted and kid.pos == "NOUN" and kid.head is not None and not kid.head.quoted
        return None if told else sense.object  # one shouted "murderers"
    if kid.dep == "iobj":
        return sense.complement(language.prepositions.to) or sense.object
    by = passive and kid.dep == "obl" and kid.case in language.prepositions.by
    if kid.dep == "obl:agent" or by:
        return None if not passive and _is_means(kid) else sense.subject
    if kid.dep not in ("obl", "nmod", "advcl") or not kid.case:
        return None
    between = passive and kid.dep == "obl" and kid.case == language.prepositions.between
    if is_scene(kid, sense, language) or _is_beside_object(kid, sense):
        return None
    return sense.complement(kid.case) or (sense.subject if between else None)


def _denies(verb: Token | None, language: ProseLanguage) -> bool:
    return verb is not None and language.lexicon.saying.get(lemma_of(verb, language)) == "deny"


def _is_beside_object(kid: Token, sense: Sense) -> bool:
    """Whether a verb has a pronoun for its object already, so that what a preposition brings is
    none: "m'a soutenue au congrès".
    """
    objects = kid.head.all_kids("obj") if kid.head is not None else []
    again = sense.object is not None and sense.complement(kid.case) == sense.object
    return again and any(one.morph.get("Person") in ("1", "2") for one in objects)


def _is_means(kid: Token) -> bool:
    """Whether it is but by what means somebody does something to themselves, or of their own:
    "s'opposer par la force".
    """
    return kid.head is not None and any(one.dep.startswith("expl") for one in kid.head.kids)


def _shared_object(verb: Token) -> Token | None:
    """The object of two verbs that stands behind the second, whichever the parser hangs it below:
    "shot and killed X".
    """
    first = verb.head if verb.dep == "conj" else verb
    second = verb if verb.dep == "conj" else verb.kid("conj")
    if first is None or second is None or first.pos != "VERB" or second.pos != "VERB":
        return None
    other = first if verb is second else second
    if second.i != first.i + 2 or verb.kid("obj", "obl") or second.kid("nsubj", "aux"):
        return None
    shared = other.kid("obj")
    return shared if shared is not None and shared.i > second.i else None


def arguments_of_noun(
    token: Token, sense: Sense, bearer: Token | None, cast: Cast, language: ProseLanguage
) -> Iterator[Argument]:
    holding = (
        token.head
        if token.dep == "nmod" and token.head is not None and held(token.head, language) is token
        else None
    )
    owned = any(kid.case == language.prepositions.of and cast.who(kid) for kid in token.kids)
    for kid in (
        *token.kids,
        *(kid for kid in (holding.kids if holding else ()) if kid is not token),
    ):
        if kid.dep in ("amod", "compound") and (state := language.states.people.get(kid.lower)):
            if sense.subject:
                yield Argument(sense.subject, cast.of_state(state), None, kid)
        elif (role := _role_beside(kid, sense, language)) is not None:
            if owned and is_owner(kid):
                role = sense.subject or role  # "its invasion of X"
            elif is_owner(kid) and _is_done_or_borne(kid, role, sense, cast):
                continue
            yield from _beside(kid, role, cast, language)
    accused = sense.object if sense.type == "TRIAL" else sense.subject  # "convicted of the charges"
    if accused:
        yield from in_role(charged(token, language), accused, cast, language)
    yield from in_role(_leaving(token, sense, language), "agent", cast, language)
    undergoing = _undergoing(token, language)
    if undergoing is not None:
        yield from in_role(undergoing, sense.object or "participant", cast, language)
    elif bearer is not None and _is_done_by(token, bearer, language):
        yield from _arguments_of_support(bearer, sense, cast, language)


def _is_done_by(noun: Token, verb: Token, language: ProseLanguage) -> bool:
    """Whether the verb that a noun leans on says who does what it tells."""
    leaning = verb.pos != "AUX" and leans_on(verb, language) is noun
    return leaning and not is_bidden(noun, verb, language)


def _leaving(token: Token, sense: Sense, language: ProseLanguage) -> list[Token]:
    """Who is on a journey, "en visite à Tunis, X a dit", "on a visit to", or is made to leave an
    office: "contraint X au départ".
    """
    above = token.head
    if above is None or token.dep not in ("obl", "nmod"):
        return []
    if sense.type == "VISIT" and token.case in language.prepositions.away:
        owned = any(kid.case == language.prepositions.of for kid in token.kids)
        if owned or is_definite(token):
            return []
        if token.dep == "obl" and above.pos == "VERB" and token.i < above.i:
            return subjects(above, language)
        somebody = above.pos == "PROPN" or language.is_title(above.lemma)
        return [above] if token.dep == "nmod" and somebody else []
    forced = above.lemma in language.lexicon.controlling and above.lemma in language.lexicon.aspect
    made = above.pos == "VERB" and forced and token.case == language.prepositions.to
    if sense.type != "RESIGNATION" or not made:
        return []
    return subjects(above, language) if is_passive(above, language) else above.all_kids("obj")


def _undergoing(token: Token, language: ProseLanguage) -> list[Token] | None:
    """Who is said to undergo what a noun tells, "X a été victime d'une agression", "X is the
    target of an attack", "X est visé par une plainte"; None if it is said in no such way.
    """
    noun = token.head
    if noun is not None and token.dep == "obl:agent" and noun.lemma in language.lexicon.aiming:
        return subjects(noun, language)
    if noun is not None and noun.pos == "VERB":
        noun = noun.kid("obj")  # "fait l'objet d'une enquête"
    beside = token.dep in ("nmod", "obl") and token.case == language.prepositions.of
    if noun is None or not beside or noun.lemma not in language.lexicon.bearing:
        return None
    if noun.kid("cop") or noun.dep not in ("attr", "obj"):
        return subjects(noun, language)
    return subjects(noun.head, language) if noun.head is not None else []


def _beside(kid: Token, role: Role, cast: Cast, language: ProseLanguage) -> Iterator[Argument]:
    for one in in_role(with_coordinates(kid), role, cast, language):
        if is_seat(kid, language) and _is_there(kid, one):
            continue
        if not _may_be_either(kid, one, language):
            yield one


def _is_there(kid: Token, argument: Argument) -> bool:
    """Whether who stands beside a meeting or an attack is but where that was: "les attentats de
    Paris", but not "les frappes de Moscou sur X".
    """
    if argument.role == "participant":
        return True
    aimed = kid.head is not None and any(other.case for other in kid.head.kids if other is not kid)
    return argument.role == "agent" and not aimed


def _may_be_either(kid: Token, argument: Argument, language: ProseLanguage) -> bool:
    """Whether those who stand beside an act of violence may as well do as suffer it: "les
    agressions de la police".
    """
    armed = argument.referent.kind in ("organisation", "armed_group")
    return armed and argument.role == "victim" and kid.case == language.prepositions.of


def _is_done_or_borne(kid: Token, role: Role, sense: Sense, cast: Cast) -> bool:
    """Whether what is said to be somebody's may be what they do or undergo: "his ban", the
    investigations of a body.
    """
    if sense.type == "SANCTION":
        return True
    both = sense.subject is not None and role == sense.object and sense.type in _BY_OFFICE
    return both and any(one.kind in ("organisation", "state") for one in cast.who(kid))


def _role_beside(kid: Token, sense: Sense, language: ProseLanguage) -> Role | None:
    """The role of what stands beside an event noun: "de X", "par X", "entre X et Y", "son"."""
    if kid.dep in ("nmod", "obl", "obl:agent"):
        if not kid.case:
            return None  # "la manifestation anti-X"
        if kid.case in language.prepositions.by:
            return sense.subject
        if kid.case == language.prepositions.between:
            return None if sense.subject == "speaker" else sense.subject or "participant"
        noun, of = kid.head, kid.case == language.prepositions.of
        beside = noun is not None and noun.case in language.prepositions.together
        if of and beside and sense.type in ("AID", "SUPPORT"):
            return sense.subject  # "was elected with the help of X"
        against = (
            sense.object
            if sense.type == "SANCTION" and kid.case in language.prepositions.upon
            else None
        )
        return _of_office(kid, sense, sense.complement(kid.case), language) or against
    if kid.dep in ("amod", "compound") or is_owner(kid):
        role = sense.complement(language.prepositions.of) or sense.subject
        return _of_office(kid, sense, role, language)
    return None


def _of_office(kid: Token, sense: Sense, role: Role | None, language: ProseLanguage) -> Role | None:
    """The role of whoever stands beside an act of those who search, arrest and judge: they do it,
    "une convocation du juge", and a body may do as well as undergo it, "the CBI searches".
    """
    undergone = role is not None and role == sense.object and sense.type in _BY_OFFICE
    beside = kid.case in ("", language.prepositions.of)  # but "a complaint against the officer"
    if undergone and beside and kid.lemma.lower() in language.lexicon.enforcing:
        return sense.subject
    return None if undergone and kid.dep == "compound" and kid.ent == "ORG" else role


# What is done by office to those whom it befalls.
_BY_OFFICE: tuple[EventType, ...] = ("TRIAL", "COERCE", "SANCTION")


def _arguments_of_support(
    verb: Token, sense: Sense, cast: Cast, language: ProseLanguage
) -> Iterator[Argument]:
    """Who takes part in what a noun tells, by the verb that it leans on: "l'armée a mené une frappe
    contre X".
    """
    passive = is_passive(verb, language)
    supports = language.is_support(lemma_of(verb, language))
    ordered = sense.type in ("ASSAULT", "DEATH") and is_charged_order(verb, language)
    if supports and not passive and sense.type not in _OF_OTHERS and not ordered:
        role = sense.object if verb.lemma in language.lexicon.undergoing else sense.subject
        if role:
            yield from in_role(subjects(verb, language), role, cast, language)
    for kid in verb.kids:
        if (
            role := _role_at_support(kid, sense, language, passive=passive, supports=supports)
        ) is not None:
            yield from in_role(with_coordinates(kid), role, cast, language)


def _role_at_support(
    kid: Token, sense: Sense, language: ProseLanguage, *, passive: bool, supports: bool
) -> Role | None:
    if kid.dep == "obl:agent" or (
        passive and kid.dep == "obl" and kid.case in language.prepositions.by
    ):
        return sense.subject
    if kid.dep == "iobj" and supports:
        return sense.object
    if kid.dep != "obl" or not kid.case:
        return None
    if kid.case == language.prepositions.between:
        return None if sense.subject == "speaker" else sense.subject
    return sense.complement(kid.case) or (
        sense.object if supports and kid.case in language.prepositions.upon else None
    )


def in_role(
    tokens: Sequence[Token], role: Role, cast: Cast, language: ProseLanguage
) -> Iterator[Argument]:
    for token in tokens:
        if token.lower in language.where:
            continue
        for referent in cast.who(token):
            if role == "addressee" and token.ent in PLACE and referent.kind == "person":
                continue  # "a commenté à Biot"
            if role == "addressee" and token.lemma in language.lexicon.document:
                continue  # "a-t-on appris de source proche"
            if is_unknown_place(token, referent, role, language):
                continue
            if token.dep == "nmod" and token.ent in PLACE and referent.kind == "person":
                continue  # "la bataille de Monte Cassino"
            if not (referent.kind == "state" and is_place(token, role, language)):
                yield Argument(role, referent, cast.capacities.get(token), token)
