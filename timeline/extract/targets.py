"""At whom an act is aimed that has only a thing or a deed beside it: "rejected a plan of Chad",
"demanded that Chad free them", "threatened to close its embassy in Chad".
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from timeline.extract.control import subjects
from timeline.extract.grammar import is_negated, is_passive, lemma_of, with_coordinates
from timeline.extract.roles import Argument
from timeline.extract.scenes import is_seat
from timeline.extract.trees import MONEY, PLACE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from timeline.extract.actors import Cast
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.languages.senses import Sense
    from timeline.extract.referents import Referent
    from timeline.extract.trees import Token
    from timeline.records import EventType, Role

# What is aimed at somebody, and the role of whom.
_TARGETS: Mapping[EventType, Role] = MappingProxyType(
    {
        **dict.fromkeys(("DEMAND", "APPEAL"), "addressee"),
        **dict.fromkeys(
            ("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SUPPORT", "SANCTION", "CONCEDE", "AID"),
            "recipient",
        ),
        **dict.fromkeys(("COERCE", "RETREAT", "ASSAULT", "AGREE", "TRIAL"), "recipient"),
    }
)
# What is done, not said: what is a person's or a people's suffers it, not they themselves, and
# where it is done, nobody.
_DEEDS = ("COERCE", "RETREAT", "ASSAULT", "AGREE", "TRIAL", "AID")
_OF_PLACES = ("CULTURE", "RETREAT", "SPORT", "VISIT")
_BEARERS = ("recipient", "addressee", "victim", "host")
_CONTENTS = ("obj", "nsubj:pass", "xcomp", "obl", "nmod")
_OBJECTS = ("obj", "iobj")
_DEEP = 4  # words between the act and its target


# A word, and whom it stands for.
_Party: TypeAlias = "tuple[Token, tuple[Referent, ...]]"


class _Aim(NamedTuple):
    """What is looked for: the sense of the act, whether it is one of words, and who does it."""

    sense: Sense
    role: Role
    said: bool
    doers: frozenset[Referent]
    cast: Cast
    language: ProseLanguage


def aimed_at(
    token: Token,
    sense: Sense,
    known: Sequence[Argument],
    cast: Cast,
    language: ProseLanguage,
) -> Iterator[Argument]:
    """Yield the targets of an act of which nobody is known to bear it: whose proposal is rejected,
    who is to do what is demanded, against whom a threatened deed is.

    Args:
        token: the word that names the act.
        sense: what it says.
        known: who is known to take part.
        cast: who is spoken of in the article.
        language: its language.
    """
    role = _TARGETS.get(sense.type)
    mutual = language.reflexive and lemma_of(token, language).startswith(f"{language.reflexive} ")
    if role is None or mutual or any(one.role in _BEARERS for one in known):
        return
    if _names_bearer(token, sense) or _addresses(token, sense):
        return  # "called on X to dismiss Y", whoever X is
    clauses = token.all_kids("ccomp", "xcomp")
    asked = (kid for clause in clauses for kid in clause.all_kids("nsubj"))
    if any(kid.pos == "PRON" and not cast.who(kid) for kid in (*token.all_kids(*_OBJECTS), *asked)):
        return  # "l'accusait d'avoir frappé X", "asked him to free X": whoever that is
    if sense.type == "ACCUSE" and token.kid("xcomp") and token.kid("obj"):
        return  # "accused the greens of scaring families"
    doers = frozenset(one.referent for one in known)
    search = _Aim(sense, role, sense.type not in _DEEDS, doers, cast, language)
    for word, party in _contents(token, search):
        others = [one for one in party if one not in doers]
        if others:
            yield from (Argument(role, one, None, word) for one in others)
            return


def _names_bearer(token: Token, sense: Sense) -> bool:
    """Whether a name that stands for nobody known fills the place of whom an act is aimed at."""
    return any(
        kid.pos == "PROPN" and (kid.dep in _OBJECTS or sense.complement(kid.case) in _BEARERS)
        for kid in token.kids
        if kid.dep in (*_OBJECTS, "obl")
    )


def _addresses(token: Token, sense: Sense) -> bool:
    """Whether a noun that stands for nobody known is whom something is said to: "anyone was urged
    to contact X".
    """
    told = sense.object == "addressee" and token.kid("xcomp", "ccomp") is not None
    return told and token.kid(*_OBJECTS, "nsubj:pass") is not None


def _contents(token: Token, search: _Aim) -> Iterator[_Party]:
    """Those who are named in what an act brings, the nearest first. Who stands beside its word
    itself is told by the frame of that.
    """
    language = search.language
    if search.role == "addressee":
        for clause in (kid for kid in token.all_kids("ccomp", "acl") if kid.i > token.i):
            if is_passive(clause, language):
                continue  # "asked that X be freed": somebody else is to do it
            for subject in subjects(clause, language)[:1]:
                yield from _parties(subject, search, _DEEP)
    denies = language.lexicon.saying.get(lemma_of(token, language)) == "deny"
    for kid in (one for one in token.kids if one.dep != "obl:agent"):
        if search.doers.intersection(search.cast.who(kid)):
            continue  # "une manifestation de l'opposition guinéenne": not against Guinea
        visits = search.sense.type == "AGREE" and _is_of_places(kid, language)
        promised = kid.dep == "xcomp" and not denies and not visits
        brought = kid.dep in ("obj", "nsubj:pass") or promised
        if brought or (search.said and _reaches(kid, search) and kid.i > token.i):
            yield from _within(kid, search, _DEEP)


def _is_of_places(deed: Token, language: ProseLanguage) -> bool:
    """Whether what is agreed on is where somebody goes, or is not to be done: "agreed to visit
    Japan", "not to close any plant"; not "agreed to pay X".
    """
    sense = language.verb(lemma_of(deed, language))
    return is_negated(deed, language) or (sense is not None and sense.type in _OF_PLACES)


def _parties(token: Token, search: _Aim, deep: int) -> Iterator[_Party]:
    """Whom a word stands for; of a thing, a deed or what is the doer's own, those within."""
    own = tuple(who for one in with_coordinates(token) for who in search.cast.who(one))
    owners = {who for kid in token.all_kids("nmod:poss") for who in search.cast.who(kid)}
    if not own or owners & search.doers:
        yield from _within(token, search, deep)
    elif search.said or all(one.kind != "person" for one in own):
        yield token, own


def _within(token: Token, search: _Aim, deep: int) -> Iterator[_Party]:
    """Whose a thing or a deed is, then whom it is said to concern."""
    for kid in token.kids if search.said else ():
        state = search.language.states.people.get(kid.lower)
        if kid.dep in ("amod", "compound") and state is not None and kid.ent != MONEY:
            if search.sense.type != "ACCUSE":  # "accused Syrian services": not Syria
                yield kid, (search.cast.of_state(state),)
        elif kid.dep in ("nmod:poss", "compound") and _is_concerned(kid, token, search):
            yield from _parties(kid, search, 0)
    for kid in token.kids if deep else ():
        if kid.dep not in _CONTENTS or kid.i < token.i or _is_its_name(kid, search):
            continue
        if _is_spared(kid, token, search):
            continue
        if not kid.case or _reaches(kid, search):
            yield from _parties(kid, search, deep - 1)
        elif kid.pos == "NOUN" and search.said and search.role != "addressee":
            yield from _within(kid, search, deep - 1)  # "an attack in its war with Chad"


def _is_spared(kid: Token, deed: Token, search: _Aim) -> bool:
    """Whether an act on a deed is not aimed at who stands beside that: "dénoncer l'agression de X",
    "marched for the release of X", "vetoed a resolution against X".
    """
    prepositions, kind = search.language.prepositions, search.sense.type
    if kind == "ACCUSE" and kid.ent in PLACE and kid.case in prepositions.places:
        return True  # "condemned the coup in Guinea"
    if kind in ("ACCUSE", "REJECT") and _suffers(kid, deed, search):
        return True
    against = kind == "REJECT" and kid.case in prepositions.upon
    return against or (kind == "PROTEST" and deed.case in prepositions.aim)


def _suffers(kid: Token, deed: Token, search: _Aim) -> bool:
    """Whether who stands beside a deed bears it, so that nobody blames them for it: "dénoncer
    l'agression de X".
    """
    pairs = [(deed.lemma, part.lemma) for part in deed.all_kids("nmod")]
    pairs += [(deed.head.lemma, deed.lemma)] if deed.head is not None else []
    known = (search.language.lexicon.idioms.get(pair) for pair in pairs)  # "mise à l'écart"
    sense = search.language.noun(deed) or next((one for one in known if one), None)
    return sense is not None and bool(kid.case) and sense.complement(kid.case) in _BEARERS


def _is_concerned(kid: Token, deed: Token, search: _Aim) -> bool:
    """Whether an act on what is somebody's is aimed at them."""
    borne = search.sense.type == "SUPPORT" and _undergoes(deed, search)
    return not borne and not _is_persons(kid, search)


def _undergoes(deed: Token, search: _Aim) -> bool:
    """Whether whose a deed is bears it, so that nobody is for them who is for that: "welcomed the
    coalition's collapse".
    """
    sense = search.language.noun(deed)
    return sense is not None and sense.subject is None and sense.object is not None


def _is_its_name(kid: Token, search: _Aim) -> bool:
    """Whether a word is what a thing beside it is called: "sur la place Tahrir", "the Oslo
    accords".
    """
    if search.sense.type == "AGREE" and is_seat(kid, search.language):
        return True
    thing = kid.head if kid.dep == "nmod" and not kid.case else None
    return thing is not None and thing.lemma not in search.language.lexicon.group


def _is_persons(kid: Token, search: _Aim) -> bool:
    """Whether what somebody asks for is a person's: "demanded Weber's release"."""
    return search.role == "addressee" and any(one.kind == "person" for one in search.cast.who(kid))


def _reaches(token: Token, search: _Aim) -> bool:
    """Whether a preposition brings in whom something concerns, not where it is: for what is said, a
    land may be more than that ("to close its embassy in Chad"), its capital is not. Of what is
    asked for it must be who is to do it: "an admission by", not "the release of".
    """
    language, case = search.language, token.case
    if search.role == "addressee":
        asked = search.sense.complement(case) == "addressee" and case != language.prepositions.of
        return asked or case in language.prepositions.by
    land = search.said and language.states.named(token.text) is not None
    return case in language.prepositions.reaching or (bool(case) and land)
