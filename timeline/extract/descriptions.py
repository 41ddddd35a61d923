"""Whether a noun means somebody by what stands around it, whatever the lists have of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.grammar import identified, stands_for_nobody, with_coordinates
from timeline.extract.nominals import group_of, is_subject, names_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.naming import NamedEntities
    from timeline.extract.referents import Referent
    from timeline.extract.trees import Token

ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent")
_LONG = 7  # letters of a word that its ending tells of: "orateur", not "piste"


def is_speaker(token: Token, language: ProseLanguage) -> bool:
    """Whether a noun says what somebody is, by its ending or the title before it, and by the verb
    of saying that it is the subject of: "plusieurs orateurs ont dit", "the chief justice said".
    """
    lemma, verb = token.lemma.lower(), token.head
    ending = len(lemma) >= _LONG and lemma.endswith(language.suffixes)
    beside = token.all_kids("compound", "amod")
    if not (ending or any(language.is_title(kid.lower) for kid in beside)):
        return False
    spoken = verb is not None and is_subject(token) and language.speaks(verb.lemma)
    return spoken and not token.quoted


def is_apposed(
    token: Token,
    sentence: Sequence[Token],
    spans: Mapping[Token, Referent],
    language: ProseLanguage,
) -> bool:
    """Whether a person's name stands as an apposition behind a noun, so that this says what they
    are, known or not: "le manageur du club, X".
    """
    if token.kid("det") is None or group_of(token, language) or language.noun(token):
        return False
    for kid in token.all_kids("appos"):
        named, before = spans.get(kid), sentence[kid.i - sentence[0].i - 1]
        ends = len(token.lemma) >= _LONG and token.lemma.endswith(language.suffixes)
        apart = before.text == "," or (ends and " " in named.name if named is not None else False)
        if named is not None and named.kind == "person" and apart:
            return True
    return False


def listed_behind(
    token: Token, spans: Mapping[Token, Referent], language: ProseLanguage
) -> tuple[Referent, ...]:
    """Those whose names stand beside a description of several: "les physiciens X, Y et Z"."""
    if token.morph.get("Number") != "Plur":
        return ()
    for name in (*names_of(token), *identified(token, language)):
        named = [spans.get(one) for one in with_coordinates(name)]
        people = [one for one in named if one is not None and one.kind == "person"]
        if len(people) > 1:
            return tuple(people)
    return ()


def is_nobody(token: Token, language: ProseLanguage) -> bool:
    """Whether a noun stands for nobody, or for nobody in particular: "toute personne susceptible
    de".
    """
    if stands_for_nobody(token, language) or _is_part_of_noun(token, language):
        return True
    one = token.morph.get("Number") != "Plur"
    return one and any(kid.lower in language.lexicon.unspecific for kid in token.all_kids("det"))


def _is_part_of_noun(token: Token, language: ProseLanguage) -> bool:
    """Whether a noun is but the second half of one that names an event: "coup de force"."""
    noun = token.head if token.dep == "nmod" and not token.kid("det") else None
    return noun is not None and (noun.lemma, token.lemma) in language.lexicon.idioms


def may_name(name: Token, noun: Token, named: Referent, language: ProseLanguage) -> bool:
    """Whether a name beside a noun may be that of whom it means; a land's that stands before some
    people only says where they are from: "Kosovo rebels".
    """
    land = named.kind == "state" and name.dep in ("nmod", "compound")
    return not land or noun.lemma in language.lexicon.government


def is_people(token: Token, names: NamedEntities, language: ProseLanguage) -> bool:
    """Whether a noun means people by where they come from, or by the name of a people: "deux
    Britanniques", "the Americans", "les Étrusques".
    """
    if token.pos not in ("NOUN", "PROPN") or not token.text[0].isupper():
        return False
    known, head = language.states.people, token.head
    people = known.get(token.lower) is not None
    if token.dep == "conj" and head is not None and people:
        return head.lower in known  # "Ukrainiens et Russes démentent"
    listed = people and any(kid.lower in known for kid in token.all_kids("conj"))
    if token.dep not in ARGUMENTS or (token.kid("det", "nummod") is None and not listed):
        return False
    if people:
        return True
    many = token.kid("det", "nummod")
    plural = many is not None and many.morph.get("Number") == "Plur"
    acting = token.dep in ("nsubj", "nsubj:pass") and token not in names.inside
    return plural and acting and not names.is_place(token)


def is_body(title: Token, language: ProseLanguage) -> bool:
    """Whether a noun may say what a body is: "le groupe X", but not "l'élu X", "les élus X"."""
    kind, people = language.lexicon.group.get(title.lemma.lower()), language.is_title(title.lemma)
    one = people and title.morph.get("Number") != "Plur"
    return bool(kind) and not one and not (people and kind == "group")


def gender_by_article(name: Token) -> str:
    """The gender of a name by the article before it."""
    article = name.kid("det")
    return article.morph.get("Gender", "") if article is not None else ""
