"""What happens in a sentence: the words that name events, and who takes part in which role.

An event is named by a verb that is no modal, no auxiliary and no state, or by a noun such as
"frappe" or "élection" (a third of the events in French news: Bittar et al. 2011, "French
TimeBank"). Its participants are the subject, the object, obliques, the agent of a passive, the
antecedent of a relative clause, the controller of an infinitive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.extract.control import subjects
from timeline.extract.ending import given_up, is_given_up
from timeline.extract.grammar import (
    is_negated,
    is_part_of,
    lemma_of,
    with_coordinates,
)
from timeline.extract.idioms import (
    idiom,
    idiom_of,
    is_in_idiom,
    tells_nothing,
)
from timeline.extract.languages.senses import Sense
from timeline.extract.meaning import (
    STATEMENT,
    as_contest,
    barred,
    in_context,
    is_state,
    only_shows,
    sense_of_verb,
)
from timeline.extract.predicates import contents
from timeline.extract.roles import Argument, arguments_of_noun, arguments_of_verb, in_role
from timeline.extract.support import held
from timeline.extract.targets import aimed_at
from timeline.extract.trees import is_gerund
from timeline.extract.verbals import (
    cited,
    declined,
    is_instruction,
    is_nickname,
    is_of_things,
    is_rumour,
    only_names,
    withholds,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extract.actors import Cast
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.referents import Referent
    from timeline.extract.trees import Token


_ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent")


class Trigger(NamedTuple):
    """A word that names an event.

    Attributes:
        token: that word.
        sense: what it says.
        arguments: who takes part.
        bearer: the verb that shows tense and mood: itself, or the one that a noun leans on; None
            of a noun on its own.
        declines: whether it tells that somebody does not comment.
    """

    token: Token
    sense: Sense
    arguments: tuple[Argument, ...]
    bearer: Token | None
    declines: bool = False

    @property
    def referents(self) -> tuple[Referent, ...]:
        """Who takes part, without roles."""
        return tuple(dict.fromkeys(argument.referent for argument in self.arguments))


def triggers(sentence: Sequence[Token], cast: Cast, language: ProseLanguage) -> list[Trigger]:
    """Find what a sentence says happens.

    Args:
        sentence: its words.
        cast: who is spoken of in the article.
        language: `fr` or `en`.
    """
    found: list[Trigger] = []
    if any(token.lower in language.lexicon.reader and not token.quoted for token in sentence):
        return []
    for token in sentence:
        one = None
        if cast.is_name(token) or tells_nothing(token, cast, language):
            continue
        if token.pos in ("VERB", "AUX"):
            one = _verb(token, cast, language)
        elif token.pos == "NOUN":
            told = token.kid("cop") and token.lemma in language.lexicon.predicate
            one = (_predicate if told else _noun)(token, cast, language)
        elif is_source(token, sentence, language):
            one = _source(token, cast, language)
        elif token.pos == "ADJ" and (token.kid("cop") or token.dep in ("acomp", "xcomp")):
            one = _predicate(token, cast, language)
        if one is not None and all(other.token is not one.token for other in found):
            found.append(one)
    return found


def _verb(token: Token, cast: Cast, language: ProseLanguage) -> Trigger | None:
    if token.dep in ("aux", "aux:pass", "cop") or _is_somebody(token):
        return None
    citing = token.morph.get("VerbForm") == "Part" and cited(token, cast, language) is not None
    names = citing or is_nickname(token)
    if names or withholds(token, language) or is_in_idiom(token, language):
        return None
    nothing = declined(token, language)
    if nothing is not None:
        return _no_comment(token, nothing, cast, language)
    if token.dep == "xcomp" and token.head is not None and declined(token.head, language) is token:
        return None
    sense = idiom(token, language)
    named = next((kid for kid in token.all_kids("obj") if _names(kid, sense, language)), None)
    if (
        sense is not None and named is not None
    ):  # "faire grève", "imposer des sanctions": the noun names the event
        arguments = (
            *arguments_of_verb(token, sense, cast, language),
            *arguments_of_noun(named, sense, None, cast, language),
        )
        return Trigger(named, sense, tuple(dict.fromkeys(arguments)), token)
    sense = sense or given_up(token, language) or sense_of_verb(token, cast, language)
    if sense is None or is_rumour(token, language) or is_instruction(token):
        return None
    appoints = sense.type == "APPOINTMENT"
    if is_of_things(token, cast, language) or (appoints and only_names(token, cast, language)):
        return None
    if is_state(token, sense, language) or only_shows(token, sense, cast, language):
        return None
    missing = is_negated(token, language) and _bodies(token, language)
    if sense.type == "DEATH" and missing:
        return None  # "le corps de X n'a jamais été retrouvé"
    sense = in_context(token, sense, cast, language)
    found = arguments_of_verb(token, sense, cast, language)
    arguments = _apart(tuple(one for one in found if not _is_site(one, token, language)))
    return Trigger(token, sense, _with_others(token, sense, arguments, cast, language), token)


def _no_comment(
    token: Token, nothing: Token, cast: Cast, language: ProseLanguage
) -> Trigger | None:
    """That somebody does not comment; None if what they say nothing of is told there."""
    brings = token.kid("ccomp") or nothing.kid("ccomp")
    brings = brings or next((kid for kid in token.all_kids("obj") if language.noun(kid)), None)
    others = (kid for kid in token.all_kids("conj") if withholds(kid, language))
    if brings or any(kid.kid("obj", "ccomp") for kid in others):
        return None  # "ne confirme pas que": what stands there is what is told
    arguments = tuple(in_role(subjects(token, language), "speaker", cast, language))
    return Trigger(nothing, STATEMENT, arguments, token, declines=True) if arguments else None


def _is_somebody(token: Token) -> bool:
    """Whether a participle stands for somebody: "the accused was charged"."""
    return token.kid("det") is not None and token.dep in _ARGUMENTS and not is_gerund(token)


def _bodies(token: Token, language: ProseLanguage) -> list[Token]:
    """The body that is said to be found."""
    found = token.all_kids("nsubj:pass", "obj")
    return [one for one in found if one.lemma in language.lexicon.remains]


def _found_dead(token: Token, cast: Cast, language: ProseLanguage) -> Iterator[Argument]:
    """Whose body is found: "the body of X was found", "X, whose body"."""
    for body in _bodies(token, language):
        of = language.prepositions.of
        for owner in body.kids:
            if owner.dep == "nmod:poss" or (
                owner.dep == "nmod" and (owner.case == of or owner.pos == "PRON")
            ):
                yield from in_role(with_coordinates(owner), "victim", cast, language)


def _apart(arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """Those who take part, but not as a pronoun's who does the deed: whom X did it to is not X."""
    doers = {one.referent for one in arguments if one.role in ("agent", "speaker")}
    return tuple(
        one
        for one in arguments
        if one.role in ("agent", "speaker", "participant")
        or one.referent not in doers
        or one.token is None
        or one.token.pos != "PRON"
    )


def _is_site(argument: Argument, deed: Token, language: ProseLanguage) -> bool:
    """Whether a capital is but where something is done: "à Kinshasa, quadrillée par l'armée"."""
    place = argument.token
    if place is None or argument.referent.kind != "state" or deed.head is not place:
        return False
    return deed.dep in ("acl", "amod") and place.case in language.prepositions.at


def _names(noun: Token, sense: Sense | None, language: ProseLanguage) -> bool:
    """Whether a noun tells on its own what an idiom with it does; not "siège" in "garder son
    siège".
    """
    own = language.lexicon.nouns.get(noun.lemma)
    return own is not None and sense is not None and not own.weak


def _with_others(
    token: Token,
    sense: Sense,
    arguments: tuple[Argument, ...],
    cast: Cast,
    language: ProseLanguage,
) -> tuple[Argument, ...]:
    """Who takes part, with whom an act is aimed at, and whose body is found."""
    if sense.type == "DEATH" and not arguments:
        return tuple(_found_dead(token, cast, language))
    if token.lemma in language.lexicon.deciding:
        return arguments  # what is voted for bears nothing
    return (*arguments, *aimed_at(token, sense, arguments, cast, language))


def _predicate(token: Token, cast: Cast, language: ProseLanguage) -> Trigger | None:
    """An adjective that tells what has happened to its subject: "neuf personnes sont mortes"."""
    verb = language.lexicon.predicate.get(token.lemma)
    sense = language.verb(verb) if verb else None
    if sense is None:
        return None
    bearer = token if token.kid("cop") or token.head is None else token.head
    found = bearer.kid("obj") if token.dep == "xcomp" else None  # "a retrouvé X mort"
    subject = found or bearer.kid("nsubj", "nsubj:pass")
    role = sense.object or sense.subject
    arguments = (
        in_role(with_coordinates(subject), role, cast, language)
        if subject is not None and role
        else ()
    )
    return Trigger(token, sense, tuple(arguments), bearer)


def _noun(token: Token, cast: Cast, language: ProseLanguage) -> Trigger | None:
    part = next((kid for kid in token.all_kids("nmod") if idiom_of(token, kid, language)), None)
    sense = idiom_of(token, part, language) or given_up(token, language) or language.noun(token)
    if sense is None or token.dep in ("compound", "flat", "fixed", "case") or cast.who(token):
        return None
    if token.case in language.lexicon.instead and not token.kids[1:]:
        return None  # "sans surprise" is a manner
    several = token.morph.get("Number") == "Plur"
    if (several and token.lemma in language.lexicon.singular) or held(token, language) is not None:
        return None  # "la poursuite des négociations" tells of those
    sense = as_contest(token, sense, cast, language)
    whom = [
        kid
        for kid in token.all_kids("nmod", "nmod:poss")
        if kid.case == language.prepositions.of or kid.dep == "nmod:poss"
    ]
    sense = barred(token, whom, sense, cast, language)
    if token.case in language.lexicon.according or _tells(token, language):
        return None
    if token.lemma in language.lexicon.noun_mood and contents(token):
        return None  # "claims that X resigned": what stands there is what is told
    head = token.head
    if (
        head is not None
        and token.dep in ("nmod", "appos")
        and (
            language.is_title(head.lemma)
            or language.lexicon.group.get(head.lemma)
            or cast.is_name(head)
        )
    ):
        return None
    if is_given_up(token, language) or (
        head is not None and token.dep == "nmod" and _ends(head, language)
    ):
        return None  # "la levée des sanctions" tells of the lifting
    bearer = _bearer(token, language)
    if (
        bearer is not None
        and bearer.pos == "VERB"
        and idiom(bearer, language)
        and is_part_of(token, bearer, language)
    ):
        return None
    arguments = tuple(arguments_of_noun(token, sense, bearer, cast, language))
    if part is not None:
        arguments += tuple(arguments_of_noun(part, sense, None, cast, language))
    return Trigger(token, sense, _with_others(token, sense, arguments, cast, language), bearer)


def is_source(token: Token, sentence: Sequence[Token], language: ProseLanguage) -> bool:
    """Whether a preposition names who says what its sentence tells: "selon X", and "pour X, « »" at
    the beginning.
    """
    if token.lemma in language.lexicon.according:
        return True
    noun = token.head
    if noun is None or token is not sentence[0] or token.lemma not in language.lexicon.viewing:
        return False
    behind = any(other.i > noun.i and other.quoted for other in sentence)
    verb = noun.head
    behind |= verb is not None and "reported" in language.moods(verb)  # "pour X, cela serait"
    return token.dep == "case" and not noun.quoted and behind


def _source(token: Token, cast: Cast, language: ProseLanguage) -> Trigger | None:
    """A statement that has no verb: "selon X, « »"."""
    noun = token.head
    if noun is None or token.dep != "case":
        return None
    arguments = tuple(in_role([noun], "speaker", cast, language))
    return Trigger(token, STATEMENT, arguments, None) if arguments else None


def _tells(token: Token, language: ProseLanguage) -> bool:
    """Whether a document is but what tells: "le rapport indique que"."""
    verb = token.head
    if verb is None or token.dep != "nsubj" or token.lemma not in language.lexicon.document:
        return False
    return language.lexicon.saying.get(lemma_of(verb, language)) == "say"


def _ends(token: Token, language: ProseLanguage) -> bool:
    """Whether a noun tells that what another noun tells of is given up: "levée", "suspension"."""
    sense = language.lexicon.nouns.get(token.lemma)
    return sense is not None and sense.type in ("CONCEDE", "RETREAT")


def _bearer(token: Token, language: ProseLanguage) -> Token | None:
    """The verb that a noun depends on, through other nouns."""
    relative = next(
        (
            kid
            for kid in token.kids
            if kid.dep == "acl:relcl" and lemma_of(kid, language) in language.lexicon.occurrence
        ),
        None,
    )
    for above in token.ancestors():
        if above.pos in ("VERB", "AUX") or above.kid("cop"):
            return above
    return relative
