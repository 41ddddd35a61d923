"""What a word for an event means where it stands: a contest is an election or a match, harm is done
by somebody or befalls, and some verbs only tell how somebody is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.grammar import charge, is_passive, lemma_of, subjects

if TYPE_CHECKING:
    from timeline.extract.actors import Cast
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.languages.senses import Sense
    from timeline.extract.trees import Token


def in_context(token: Token, sense: Sense, cast: Cast, language: ProseLanguage) -> Sense:
    """What a verb means beside the words around it.

    Args:
        token: the verb.
        sense: what it means by itself.
        cast: who is spoken of in the article.
        language: its language.
    """
    sense = as_contest(token, _blows(token, sense, language), cast, language)
    return _sentenced(token, _by_nature(token, sense, language), cast, language)


def as_contest(token: Token, sense: Sense, cast: Cast, language: ProseLanguage) -> Sense:
    """What a contest is: an election where the sentence speaks of one ("the candidate lost"), a
    match or an election where the article speaks of such, else something that is won or lost.
    """
    lexicon = language.lexicon
    if lemma_of(token, language) in lexicon.campaigning and sense.type == "ELECTION":
        return sense if cast.is_about(lexicon.voting) else sense._replace(type="OTHER")
    if sense.type != "SPORT":
        return sense
    *_, top = (token, *token.ancestors())
    if any(word.lower in lexicon.voting for word in top.subtree()):
        return sense._replace(type="ELECTION")
    if cast.is_about(lexicon.playing, several=True):
        return sense
    voted = cast.is_about(lexicon.voting, several=True)
    return sense._replace(type="ELECTION" if voted else "OTHER")


def _blows(token: Token, sense: Sense, language: ProseLanguage) -> Sense:
    """What a contest is of which somebody is accused: "accused of beating her brother"."""
    charged = token.head is not None and charge(token, token.head, language) is not None
    return (
        sense._replace(type="ASSAULT", object="victim")
        if charged and sense.type == "SPORT"
        else sense
    )


def _by_nature(token: Token, sense: Sense, language: ProseLanguage) -> Sense:
    """What harm is that nobody does: "the storm killed", "frappée par un séisme", "blessés dans un
    accident".
    """
    doers = token.all_kids("obl:agent" if is_passive(token, language) else "nsubj")
    inside = [
        kid for kid in token.all_kids("obl", "nmod") if kid.case in language.prepositions.at_harm
    ]
    told = (language.lexicon.nouns.get(doer.lemma) for doer in (*doers, *inside))
    kind = next((own.type for own in told if own and own.type in ("ACCIDENT", "DISASTER")), None)
    return sense._replace(type=kind) if kind and sense.type == "ASSAULT" else sense


def _sentenced(token: Token, sense: Sense, cast: Cast, language: ProseLanguage) -> Sense:
    """What a person has got from a court: "X a été condamné", but not by another person."""
    if token.lemma not in language.lexicon.sentencing or sense.type != "ACCUSE":
        return sense
    if token.kid("obl:agent") or not is_passive(token, language):
        return sense
    whom = (one for subject in subjects(token, language) for one in cast.who(subject))
    return sense._replace(type="TRIAL") if any(one.kind == "person" for one in whom) else sense


def is_state(token: Token, sense: Sense, language: ProseLanguage) -> bool:
    """Whether a verb only tells how somebody is, or what another makes of them: "police armed with
    sticks", "left the country divided", "retrouvé mort".
    """
    if sense.type == "MOBILIZE" and token.dep in ("amod", "acl"):
        return is_passive(token, language)
    predicates = token.all_kids("xcomp", "acomp", "ccomp")
    if sense.type == "VISIT" and token.kid("obj") and predicates:
        return True
    if sense.type == "APPEAL" and any(
        kid.pos in ("NOUN", "ADJ", "PROPN") and not kid.kid("cop", "mark", "aux")
        for kid in predicates
        if kid.lemma not in (*language.lexicon.guilty, *language.lexicon.innocent)
    ):
        return True  # "called X a liar"
    found = (kid.lemma in language.lexicon.predicate for kid in predicates if kid.pos == "ADJ")
    return sense.type == "OTHER" and any(found)
