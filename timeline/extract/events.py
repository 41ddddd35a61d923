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
from timeline.extract.grammar import is_part_of, is_put_in, lemma_of, with_coordinates
from timeline.extract.idioms import (
    idiom,
    idiom_of,
    is_in_idiom,
    sense_of_thing,
    tells_nothing,
)
from timeline.extract.languages.senses import Sense
from timeline.extract.meaning import as_contest, barred, in_context, is_state, only_shows
from timeline.extract.predicates import contents
from timeline.extract.roles import Argument, arguments_of_noun, arguments_of_verb, in_role
from timeline.extract.saying import heard_by, saying
from timeline.extract.support import held, leans_on
from timeline.extract.targets import aimed_at
from timeline.extract.trees import is_gerund
from timeline.extract.verbals import (
    cited,
    declined,
    has_content,
    is_finite,
    is_instruction,
    is_of_things,
    is_rumour,
    only_names,
    says,
    withholds,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extract.actors import Cast
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.referents import Referent
    from timeline.extract.trees import Token
    from timeline.records import Role

_STATEMENT = Sense("STATEMENT", "speaker", "addressee")
_HEARD = Sense("STATEMENT", "addressee", None)

# Types of verbs that are of saying where they bring a clause.
_MAY_SAY = ("SUPPORT", "OTHER", "TRIAL", "AGREE", "PUBLICATION", "SCIENCE", "BUSINESS")
# Types of verbs that say how somebody speaks where they stand behind a quotation: "s'étrangler".
_HARM = ("ACCIDENT", "ASSAULT", "CULTURE", "DISASTER")
_OTHER = Sense("OTHER", "agent", "recipient", (), weak=True)


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
    found = []
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
        if one is not None:
            found.append(one)
    return found


def _verb(token: Token, cast: Cast, language: ProseLanguage) -> Trigger | None:
    if token.dep in ("aux", "aux:pass", "cop") or _is_somebody(token):
        return None
    citing = token.morph.get("VerbForm") == "Part" and cited(token, cast, language) is not None
    if citing or withholds(token, language) or is_in_idiom(token, language):
        return None
    nothing = declined(token, language)
    if nothing is not None:
        brings = token.kid("ccomp") or nothing.kid("ccomp")
        brings = brings or next((kid for kid in token.all_kids("obj") if language.noun(kid)), None)
        if brings or any(withholds(kid, language) for kid in token.all_kids("conj")):
            return None  # "ne confirme pas que": what stands there is what is told
        arguments = tuple(in_role(subjects(token, language), "speaker", cast, language))
        return Trigger(nothing, _STATEMENT, arguments, token, declines=True) if arguments else None
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
    sense = sense or given_up(token, language) or _sense_of_verb(token, cast, language)
    if sense is None or is_rumour(token, language) or is_instruction(token):
        return None
    appoints = sense.type == "APPOINTMENT"
    if is_of_things(token, cast, language) or (appoints and only_names(token, cast, language)):
        return None
    if is_state(token, sense, language) or only_shows(token, sense, cast, language):
        return None
    sense = in_context(token, sense, cast, language)
    found = arguments_of_verb(token, sense, cast, language)
    arguments = _apart(tuple(one for one in found if not _is_site(one, token, language)))
    return Trigger(token, sense, _with_others(token, sense, arguments, cast, language), token)


def _is_somebody(token: Token) -> bool:
    """Whether a participle stands for somebody: "the accused was charged"."""
    return token.kid("det") is not None and token.dep in _ARGUMENTS and not is_gerund(token)


def _found_dead(token: Token, cast: Cast, language: ProseLanguage) -> Iterator[Argument]:
    """Whose body is found: "the body of X was found", "X, whose body"."""
    for body in token.all_kids("nsubj:pass", "obj"):
        if body.lemma not in language.lexicon.remains:
            continue
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


def _sense_of_verb(token: Token, cast: Cast, language: ProseLanguage) -> Sense | None:
    lemma = lemma_of(token, language)
    if leans_on(token, language) is not None:
        return None
    if lemma in language.lexicon.stative:
        if heard_by(token, language) is not None:
            return _HEARD  # "the court heard that"
        return _STATEMENT if says(token, language) else _sense_of_state(token, lemma, language)
    if lemma in language.lexicon.with_content and not has_content(token, language):
        return None
    aspect = lemma in language.lexicon.aspect
    if (aspect or lemma in language.lexicon.failing) and token.kid("xcomp"):
        return None
    if lemma in language.lexicon.claiming and saying(token, language) == "say":
        return _STATEMENT  # "reports suggested that X had left", "revendiquer un attentat"
    sense = sense_of_thing(token, lemma, cast, language) or language.verb(lemma)
    figurative = sense is not None and sense.type in _HARM and is_put_in(token, language)
    if sense is not None and (sense.type in _MAY_SAY or figurative) and says(token, language):
        return _STATEMENT  # "reconnaître que", "« ... », souffle X"
    finite = is_finite(token)
    gerund = is_gerund(token)
    if sense is None and lemma in language.lexicon.learning and finite:
        return _heard(token, lemma, cast, language)
    if (
        sense is None
        and (finite or gerund)
        and language.lexicon.saying.get(lemma) in ("say", "deny", "ask")
    ):
        return Sense(
            "STATEMENT", "speaker", "addressee", ((language.prepositions.to, "addressee"),)
        )
    return sense or (_OTHER if finite and not aspect and token.pos == "VERB" else None)


def _heard(token: Token, lemma: str, cast: Cast, language: ProseLanguage) -> Sense:
    """What a verb of hearing tells: that somebody is told something; that media are, they tell."""
    tellers = language.lexicon.learning[lemma].split()
    media = any(one.media for who in subjects(token, language) for one in cast.who(who))
    known = any(kid.case in tellers for kid in token.all_kids("obl"))
    frame: tuple[tuple[str, Role], ...] = tuple((case, "speaker") for case in tellers)
    return Sense("STATEMENT", "speaker" if media and not known else "addressee", None, frame)


def _sense_of_state(token: Token, lemma: str, language: ProseLanguage) -> Sense | None:
    """What a verb may tell that mostly tells of a state; nothing where it only helps another, or
    where the model does not know what words mean: then the filter can't tell.
    """
    helping = lemma in (language.copula, *language.auxiliaries) or lemma in language.lexicon.modal
    if helping or lemma in language.lexicon.aspect or token.pos != "VERB":
        return None
    if lemma in language.lexicon.idiomatic or token.kid("cop") or not token.vector:
        return None
    return language.lexicon.verbs.get(lemma) or _OTHER


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
    behind = next((other for other in sentence if other.i > noun.i and other.quoted), None)
    return token.dep == "case" and not noun.quoted and behind is not None


def _source(token: Token, cast: Cast, language: ProseLanguage) -> Trigger | None:
    """A statement that has no verb: "selon X, « »"."""
    noun = token.head
    if noun is None or token.dep != "case":
        return None
    arguments = tuple(in_role([noun], "speaker", cast, language))
    return Trigger(token, _STATEMENT, arguments, None) if arguments else None


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
