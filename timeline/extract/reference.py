"""Whom a description stands for, and who was spoken of before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.extract.grammar import first_of_list, is_negated
from timeline.extract.nominals import (
    complements,
    gender_of,
    is_definite,
    is_pointed_at,
    is_possessed,
    is_subject,
    title_key,
)
from timeline.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.referents import Referent
    from timeline.extract.trees import Token
    from timeline.records import ActorKind

FAR = 3  # sentences after which nobody is meant by a pronoun or a bare description any more
# Relations of what only says of another word which one that is.
BESIDE = ("nmod", "nmod:poss", "compound", "amod", "flat")


class Seen(NamedTuple):
    """One mention: whose, in which sentence of the article, and whether as a subject."""

    referent: Referent
    sentence: int
    token: Token
    subject: bool


def named(token: Token) -> Token:
    """The noun that a name stands behind, or the name itself."""
    while token.dep in ("appos", "flat") and token.head is not None:
        token = token.head
    return token


def is_ruled_out(token: Token, language: ProseLanguage) -> bool:
    """Whether a predicate says who did not do what follows: "ce n'est pas X qui", "it was not X
    who".
    """
    bearer = token if token.kid("cop") else token.head if token.dep == "attr" else None
    return bearer is not None and is_negated(bearer, language)


def meant(
    token: Token,
    kind: ActorKind,
    seen: Sequence[Seen],
    sentence: int,
    whose: frozenset[Referent],
    language: ProseLanguage,
    *,
    plural: bool,
) -> Referent | None:
    """Return who was spoken of before and is meant by a definite description.

    Args:
        token: its noun.
        kind: what it describes.
        seen: who was spoken of.
        sentence: the number of its sentence in the article.
        whose: whose it says that they are.
        language: its language.
        plural: whether it is of several.
    """
    found = titled(token, seen, language, plural=plural)
    possessed = is_possessed(token)
    if found is not None and possessed and is_of_others(found, token, whose, language):
        return None  # "son avocat" is another than "l'avocat" who was spoken of
    if found is None and kind == "person" and is_pointed_at(token) and not plural:
        found = pointed_at(token, seen, sentence, language)
    if found is not None or plural or possessed:
        return found
    if kind != "person":
        return only_body(token, seen, sentence, language)
    bare = language.lexicon.epithet.get(token.lemma) == ""
    only = only_person(seen, sentence) if bare else None
    fitting = only is not None and only.fits(gender_of(token, language), plural=False)
    return only if fitting else None


def titled(
    token: Token, seen: Sequence[Seen], language: ProseLanguage, *, plural: bool
) -> Referent | None:
    """The only one who is called by a title and what stands beside it; None if there are several,
    or nobody.

    Args:
        token: the title.
        seen: who was spoken of.
        language: its language.
        plural: whether it is of several.
    """
    title, of = title_key(token, language), complements(token, language)
    bearers = {
        one.referent
        for one in seen
        if one.referent.plural == plural and one.referent.is_called(title, of)
    }
    if len(bearers) != 1:
        return None
    (bearer,) = bearers
    if not of and bearer.was_called(title, frozenset(map(fold, language.lexicon.not_held))):
        return None  # "l'évêque" is not "l'évêque de l'époque"
    ousted = any(kid.lower in language.lexicon.not_held for kid in token.all_kids("acl", "amod"))
    if ousted and not bearer.named:
        return None  # "le ministre limogé" is not "le nouveau ministre"
    said = {fold(kid.lemma) for kid in token.all_kids("amod") if kid.i < token.i}
    if not bearer.named and not said <= {*fold(bearer.name).split()}:
        return None  # "the right man" is not "the dead man"
    fitting = bearer.fits(gender_of(token, language), plural=plural)
    # A description within a clause means somebody else than the subject of that.
    return bearer if fitting and bearer not in above(token, seen) else None


def only_person(seen: Sequence[Seen], sentence: int) -> Referent | None:
    """The only person with a name who was spoken of in the article, if that one stood in the
    sentences right before this one.
    """
    persons = {one.referent for one in seen if one.referent.kind == "person" and one.referent.named}
    if len(persons) != 1:
        return None
    near = any(0 < sentence - one.sentence < FAR for one in seen if one.referent in persons)
    return persons.pop() if near else None


def is_of_others(
    found: Referent, token: Token, whose: frozenset[Referent], language: ProseLanguage
) -> bool:
    """Whether somebody who was spoken of is another's than a description says: "her husband" may be
    that of another woman.

    whose: whose the description says that they are.
    """
    if not found.named:
        return True
    known = found.owners.get(title_key(token, language), frozenset())
    kin = token.lemma in language.lexicon.kin
    return bool(whose) and (known.isdisjoint(whose) if known else kin)


def pointed_at(
    token: Token, seen: Sequence[Seen], sentence: int, language: ProseLanguage
) -> Referent | None:
    """Whom a description that points means: the person with a name who leads the sentence before,
    "X ne croit pas à une fugue. « ... », confie cet artisan"; None if several do, or nobody, or if
    another is named there last.
    """
    gender = gender_of(token, language)
    leads = {
        one.referent
        for one in backwards(seen, sentence, 2)
        if one.subject
        and one.sentence < sentence
        and not one.token.quoted
        and one.referent.kind == "person"
    }
    found = leads.pop() if len(leads) == 1 else None
    last = next((one for one in backwards(seen, sentence, 2) if one.sentence < sentence), None)
    other = last.referent if last is not None and not last.token.quoted else None
    if other not in (None, found) and other.named and other.kind == "person":
        return None
    if found is not None and found.titles and token.lemma in language.lexicon.sexed:
        return None  # "cet homme" is no minister
    return found if found is not None and found.fits(gender, plural=False) else None


def is_contrasted(before: Token, pronoun: Token, language: ProseLanguage) -> bool:
    """Whether somebody is the subject of a clause that sets them against whom a pronoun is of:
    "alors que l'arbitre a sifflé, il a crié".
    """
    clause, verb = before.head, pronoun.head
    if clause is None or clause.dep != "advcl" or clause.head is not verb or not is_subject(before):
        return False
    return any(kid.lower in language.lexicon.contrasting for kid in clause.all_kids("mark"))


def only_body(
    token: Token, seen: Sequence[Seen], sentence: int, language: ProseLanguage
) -> Referent | None:
    """The only body with a name that was spoken of last and may be called by a noun: one that was
    called so or by a word for such bodies ("le syndicat X", "la centrale"), or for a company one
    of which nothing else is known, and which did something.
    """
    kind, of = language.lexicon.body.get(token.lemma.lower()), complements(token, language)
    adjectives = {fold(kid.lemma) for kid in token.all_kids("amod")}
    if kind is None or not of <= adjectives:
        return None
    near = [*backwards(seen, sentence, 2 * FAR)]
    bodies = dict.fromkeys(
        one.referent for one in near if one.referent.kind == "organisation" and one.referent.named
    )
    kinds = {body: _kinds(body, language) for body in bodies if not body.media}
    # What nobody says to be another kind of body may be one of this; who acted last is meant first.
    may_be = [body for body in kinds if kind in {"any", *kinds[body]} or not kinds[body]]
    acting = next((one.referent for one in near if one.subject and one.referent in may_be), None)
    body = may_be[0] if len(may_be) == 1 else acting
    if body is None or body in above(token, seen) or token.quoted:
        return None
    alone = len(may_be) == 1 and kind in ("any", "company") and body is acting and not of
    called = kind in kinds[body] and sum(kind in kinds[one] for one in may_be) == 1
    return body if alone or called else None


def _kinds(body: Referent, language: ProseLanguage) -> set[str]:
    """What kinds of body one is, by its names and by what it is called."""
    named = " ".join((*body.names, *body.titles)).lower().split()
    words = [word for word in named if word in language.lexicon.group]
    kinds = {language.lexicon.body.get(word, "other") for word in words}
    return {*kinds, "other"} if body.known is not None else kinds


def last_two(
    kind: str, seen: Sequence[Seen], sentence: int, gender: str = ""
) -> tuple[Referent, ...]:
    """The last two of a kind with a name that were spoken of together: both in one sentence, and
    nobody else of that kind in it.
    """
    recent = [
        one
        for one in backwards(seen, sentence, 2 * FAR)
        if one.referent.kind == kind
        and one.referent.named
        and one.referent.fits(gender, plural=False)
    ]
    for at in dict.fromkeys(one.sentence for one in recent):
        there = [one for one in reversed(recent) if one.sentence == at]
        those = dict.fromkeys(one.referent for one in there)
        if len(those) > 1:
            pair = len(those) == 2 and _are_together(there)
            return tuple(those) if pair else ()
    return ()


def pair_of(
    token: Token, seen: Sequence[Seen], sentence: int, language: ProseLanguage
) -> tuple[Referent, ...]:
    """Whom "les deux hommes", "both countries" stand for."""
    lexicon = language.lexicon
    two = any(kid.dep in ("nummod", "det") and kid.lower in lexicon.two for kid in token.kids)
    if not two or not (is_definite(token) or token.has("det", *language.both)):
        return ()
    kind = lexicon.pair.get(token.lemma)
    if kind == "side":
        return last_two("state", seen, sentence) or last_two("organisation", seen, sentence)
    if kind is not None or language.is_title(token.lemma):
        pair = last_two(kind or "person", seen, sentence, lexicon.sexed.get(token.lemma, ""))
        title = title_key(token, language)
        others = kind is None and any(one.titles and title not in one.titles for one in pair)
        return () if others else pair  # "the two premiers" are no ministers
    return ()


def state_meant(
    token: Token, spans: Mapping[Token, Referent], seen: Sequence[Seen], sentence: int
) -> Referent | None:
    """The state whose government a word means: the one beside it, "the government of Chad", else
    the only one that was spoken of lately and did something.
    """
    for kid in token.all_kids("nmod", "nmod:poss"):
        named = spans.get(kid)
        if named is not None and named.kind == "state":
            return named
    if any(kid.dep in ("nmod", "amod", "compound") for kid in token.kids):
        return None  # "the Gujarat government"
    if not is_definite(token):
        return None
    states = [one for one in backwards(seen, sentence, 2 * FAR) if one.referent.kind == "state"]
    acts = len(states) > 1 or any(one.subject for one in states)
    return states[0].referent if acts and len({one.referent for one in states}) == 1 else None


def ordinal(
    token: Token, seen: Sequence[Seen], sentence: int, language: ProseLanguage
) -> tuple[Referent, ...]:
    """Whom "le premier", "ce dernier", "celui-ci", "the latter" stand for."""
    pair = last_two("person", seen, sentence) or last_two("state", seen, sentence)
    if language.lexicon.order_in_pair.get(token.lower) == "first":
        return pair[:1]
    if token.pos != "PRON" and not token.has("det", *language.demonstratives):
        return pair[1:]
    gender = gender_of(token, language)
    near_by = (one for one in seen if sentence - one.sentence < FAR)
    recent = (
        one.referent
        for one in near_by
        if one.token.pos != "PRON"
        and (token.quoted or not one.token.quoted)
        and not (token.dep == "obj" and named(one.token).head is token.head)
        and (one.referent.kind == "person" or named(one.token).dep not in BESIDE)
    )
    near = [one for one in recent if one.fits(gender, plural=False)]
    return tuple(one for one in near if one.kind in ("person", "organisation"))[-1:]


def _are_together(there: Sequence[Seen]) -> bool:
    """Whether a sentence says something of two at once: they are coordinated, or take part in one
    act.
    """
    heads = [(one.referent, _clause(one.token)) for one in there]
    return any(
        first is not second and clause is not None and clause is other
        for at, (first, clause) in enumerate(heads)
        for second, other in heads[at + 1 :]
    )


def _clause(token: Token) -> Token | None:
    """The word that somebody takes part in, through those they are coordinated with."""
    noun = named(token)
    first = first_of_list(noun)
    noun = named(first) if first is not None else noun
    return noun.head


def backwards(seen: Sequence[Seen], sentence: int, far: int) -> Iterator[Seen]:
    """The mentions of so many sentences, the last first."""
    for one in reversed(seen):
        if sentence - one.sentence >= far:
            return
        yield one


def above(token: Token, seen: Sequence[Seen]) -> set[Referent]:
    """Who is the subject of a clause that a word stands in."""
    above = {kid for verb in token.ancestors() for kid in verb.all_kids("nsubj", "nsubj:pass")} - {
        token
    }
    return {one.referent for one in seen if one.token in above}
