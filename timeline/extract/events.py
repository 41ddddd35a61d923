"""What happens in a sentence: the words that name events, and who takes part in which role.

An event is named by a verb that is no modal, no auxiliary and no state, or by a noun such as
"frappe" or "élection" (a third of the events in French news: Bittar et al. 2011, "French
TimeBank"). Its participants are the subject, the object, obliques, the agent of a passive, the
antecedent of a relative clause, the controller of an infinitive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.extract.grammar import (
    is_negated,
    lemma_of,
    subjects,
    with_coordinates,
)
from timeline.extract.languages.senses import Sense
from timeline.extract.roles import Argument, arguments_of_noun, arguments_of_verb, in_role
from timeline.extract.support import leans_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extract.actors import Cast
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.naming import Referent
    from timeline.extract.trees import Word

_NO_COMMENT = Sense("STATEMENT", "speaker", "addressee")

_OTHER = Sense("OTHER", "agent", "recipient", (), weak=True)

_ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent")


class Trigger(NamedTuple):
    """A word that names an event.

    Attributes:
        word: that word.
        sense: what it says.
        arguments: who takes part.
        bearer: the verb that shows tense and mood: itself, or the one that a noun leans on; None
            of a noun on its own.
        declines: whether it tells that somebody does not comment.
    """

    word: Word
    sense: Sense
    arguments: tuple[Argument, ...]
    bearer: Word | None
    declines: bool = False

    @property
    def referents(self) -> tuple[Referent, ...]:
        """Who takes part, without roles."""
        return tuple(dict.fromkeys(argument.referent for argument in self.arguments))


def triggers(sentence: Sequence[Word], cast: Cast, language: ProseLanguage) -> list[Trigger]:
    """Find what a sentence says happens.

    Args:
        sentence: its words.
        cast: who is spoken of in the article.
        language: `fr` or `en`.
    """
    found = []
    for word in sentence:
        one = None
        if word.pos in ("VERB", "AUX"):
            one = _verb(word, cast, language)
        elif word.pos == "NOUN" and not cast.is_name(word):
            one = _noun(word, cast, language)
        elif word.pos == "ADJ" and (word.kid("cop") or word.dep in ("acomp", "xcomp")):
            one = _predicate(word, cast, language)
        if one is not None:
            found.append(one)
    return found


def _verb(word: Word, cast: Cast, language: ProseLanguage) -> Trigger | None:
    if word.dep in ("aux", "aux:pass", "cop"):
        return None
    if withholds(word, language):
        return None
    nothing = declined(word, language)
    if nothing is not None:
        if word.kid("ccomp") or any(withholds(kid, language) for kid in word.all_kids("conj")):
            return None  # "ne confirme pas que": what stands there is what is told
        arguments = tuple(in_role(subjects(word, language), "speaker", cast, language))
        return Trigger(nothing, _NO_COMMENT, arguments, word, declines=True) if arguments else None
    if word.dep == "xcomp" and word.head is not None and declined(word.head, language) is word:
        return None
    sense = _idiom(word, language)
    named = next(
        (kid for kid in word.kids if kid.dep == "obj" and language.lexicon.nouns.get(kid.lemma)),
        None,
    )
    if (
        sense is not None and named is not None
    ):  # "faire grève", "imposer des sanctions": the noun names the event
        arguments = (
            *arguments_of_verb(word, sense, cast, language),
            *arguments_of_noun(named, sense, None, cast, language),
        )
        return Trigger(named, sense, tuple(dict.fromkeys(arguments)), word)
    sense = sense or _sense_of_verb(word, language)
    return (
        Trigger(word, sense, tuple(arguments_of_verb(word, sense, cast, language)), word)
        if sense
        else None
    )


def _sense_of_verb(word: Word, language: ProseLanguage) -> Sense | None:
    lemma = lemma_of(word, language)
    if lemma in language.lexicon.stative or leans_on(word, language) is not None:
        return None
    aspect = lemma in language.lexicon.aspect
    if aspect and word.kid("xcomp"):
        return None
    sense = language.verb(lemma)
    finite = word.morph.get("VerbForm") in ("Fin", "Inf") or word.kid("aux", "aux:pass") is not None
    gerund = word.morph.get("VerbForm") == "Argument" and word.morph.get("Tense") == "Pres"
    if (
        sense is None
        and (finite or gerund)
        and language.lexicon.saying.get(lemma) in ("say", "deny", "ask")
    ):
        return Sense(
            "STATEMENT", "speaker", "addressee", ((language.prepositions.to, "addressee"),)
        )
    return sense or (_OTHER if finite and not aspect and word.pos == "VERB" else None)


def withholds(verb: Word, language: ProseLanguage) -> bool:
    """Whether a verb of denying is but the second half of "neither confirm nor deny"."""
    head = verb.head
    if head is None or verb.dep != "conj" or head.lemma not in language.lexicon.comment:
        return False
    nor = any(kid.lower in language.negation.neither for kid in (*verb.kids, *head.kids))
    return nor and language.lexicon.saying.get(verb.lemma) == "deny"


def declined(word: Word, language: ProseLanguage) -> Word | None:
    """What somebody does not do who declines to comment: "n'a pas souhaité réagir", "declined to
    comment".
    """
    content = [
        kid
        for kid in word.kids
        if kid.dep in ("xcomp", "obj", "obl", "advcl") and kid.lemma in language.lexicon.comment
    ]
    if lemma_of(word, language) in language.lexicon.declining:
        return content[0] if content else None
    if not is_negated(word, language):
        return None
    if content and content[0].dep != "obl":
        return content[0]
    return word if word.lemma in language.lexicon.comment and word.pos == "VERB" else None


def _idiom(word: Word, language: ProseLanguage) -> Sense | None:
    table = language.lexicon.idioms
    for kid in word.kids:
        if kid.dep in ("obj", "obl", "xcomp", "dep", "fixed", "advmod", "nsubj:pass") and (
            found := table.get((word.lemma, kid.lemma))
        ):
            return found
    return None


def _predicate(word: Word, cast: Cast, language: ProseLanguage) -> Trigger | None:
    """An adjective that tells what has happened to its subject: "neuf personnes sont mortes"."""
    verb = language.lexicon.predicate.get(word.lemma)
    sense = language.verb(verb) if verb else None
    if sense is None:
        return None
    bearer = word if word.kid("cop") or word.head is None else word.head
    subject = bearer.kid("nsubj")
    role = sense.object or sense.subject
    arguments = (
        in_role(with_coordinates(subject), role, cast, language)
        if subject is not None and role
        else ()
    )
    return Trigger(word, sense, tuple(arguments), bearer)


def _noun(word: Word, cast: Cast, language: ProseLanguage) -> Trigger | None:
    sense = language.lexicon.nouns.get(word.lemma)
    if sense is None or word.dep in ("compound", "flat", "fixed", "case") or cast.who(word):
        return None
    if word.case in language.lexicon.according or _tells(word, language):
        return None
    head = word.head
    if (
        head is not None
        and word.dep in ("nmod", "appos")
        and (
            language.is_title(head.lemma)
            or language.lexicon.group.get(head.lemma)
            or cast.is_name(head)
        )
    ):
        return None
    if head is not None and word.dep == "nmod" and _ends(head, language):
        return None  # "la levée des sanctions" tells of the lifting
    bearer = _bearer(word, language)
    if (
        bearer is not None
        and bearer.pos == "VERB"
        and _idiom(bearer, language)
        and (bearer.lemma, word.lemma) in language.lexicon.idioms
    ):
        return None
    arguments = tuple(arguments_of_noun(word, sense, bearer, cast, language))
    return Trigger(word, sense, arguments, bearer)


def _tells(word: Word, language: ProseLanguage) -> bool:
    """Whether a document is but what tells: "le rapport indique que"."""
    verb = word.head
    if verb is None or word.dep != "nsubj" or word.lemma not in language.lexicon.document:
        return False
    return language.lexicon.saying.get(lemma_of(verb, language)) == "say"


def _ends(word: Word, language: ProseLanguage) -> bool:
    """Whether a noun tells that what another noun tells of is given up: "levée", "suspension"."""
    sense = language.lexicon.nouns.get(word.lemma)
    return sense is not None and sense.type in ("CONCEDE", "RETREAT")


def _bearer(word: Word, language: ProseLanguage) -> Word | None:
    """The verb that a noun depends on, through other nouns."""
    relative = next(
        (
            kid
            for kid in word.kids
            if kid.dep == "acl:relcl" and lemma_of(kid, language) in language.lexicon.occurrence
        ),
        None,
    )
    for above in word.ancestors():
        if above.pos in ("VERB", "AUX") or above.kid("cop"):
            return above
    return relative
