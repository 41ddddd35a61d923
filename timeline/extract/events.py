"""What happens in a sentence: the words that name events, and who takes part in which role.

An event is named by a verb that is no modal, no auxiliary and no state, or by a noun such as
"frappe" or "élection" (a third of the events in French news: Bittar et al. 2011, "French
TimeBank"). Its participants are the subject, the object, obliques, the agent of a passive, the
antecedent of a relative clause, the controller of an infinitive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.extract.grammar import (
    TO,
    is_negated,
    is_passive,
    lemma_of,
    subjects,
    with_coordinates,
)
from timeline.extract.lexicon import gazetteer
from timeline.extract.lexicon import words as lexicon
from timeline.extract.lexicon.events import Sense, idioms, noun_sense, verb_sense

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extract.actors import Cast
    from timeline.extract.naming import Party
    from timeline.extract.trees import Word
    from timeline.records import Role

_NO_COMMENT = Sense("STATEMENT", "speaker", "addressee")

_OTHER = Sense("OTHER", "agent", "recipient", (), weak=True)

_ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent")

_BY = {"fr": ("par",), "en": ("by",)}

_OF = {"fr": "de", "en": "of"}

_UPON = {"fr": ("à", "sur", "contre"), "en": ("to", "on", "against")}

_BETWEEN = {"fr": "entre", "en": "between"}


class Part(NamedTuple):
    """A party in a role, and in which capacity the text names it."""

    role: Role
    party: Party
    capacity: str | None


class Trigger(NamedTuple):
    """A word that names an event.

    Attributes:
        word: that word.
        sense: what it says.
        parts: who takes part.
        bearer: the verb that shows tense and mood: itself, or the one that a noun leans on; None
            of a noun on its own.
        declines: whether it tells that somebody does not comment.
    """

    word: Word
    sense: Sense
    parts: tuple[Part, ...]
    bearer: Word | None
    declines: bool = False

    @property
    def parties(self) -> tuple[Party, ...]:
        """Who takes part, without roles."""
        return tuple(dict.fromkeys(part.party for part in self.parts))


def triggers(sentence: Sequence[Word], cast: Cast, language: str) -> list[Trigger]:
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


def _verb(word: Word, cast: Cast, language: str) -> Trigger | None:
    if word.dep in ("aux", "aux:pass", "cop"):
        return None
    if withholds(word, language):
        return None
    nothing = declined(word, language)
    if nothing is not None:
        if word.kid("ccomp") or any(withholds(kid, language) for kid in word.all_kids("conj")):
            return None  # "ne confirme pas que": what stands there is what is told
        parts = tuple(_in_role(subjects(word, language), "speaker", cast))
        return Trigger(nothing, _NO_COMMENT, parts, word, declines=True) if parts else None
    if word.dep == "xcomp" and word.head is not None and declined(word.head, language) is word:
        return None
    sense = _idiom(word, language)
    named = next(
        (kid for kid in word.kids if kid.dep == "obj" and noun_sense(kid.lemma, language)), None
    )
    if (
        sense is not None and named is not None
    ):  # "faire grève", "imposer des sanctions": the noun names the event
        parts = (
            *_parts_of_verb(word, sense, cast, language),
            *_parts_of_noun(named, sense, None, cast, language),
        )
        return Trigger(named, sense, tuple(dict.fromkeys(parts)), word)
    sense = sense or _sense_of_verb(word, language)
    return (
        Trigger(word, sense, tuple(_parts_of_verb(word, sense, cast, language)), word)
        if sense
        else None
    )


def _sense_of_verb(word: Word, language: str) -> Sense | None:
    lemma = lemma_of(word, language)
    if lexicon.is_stative(lemma, language) or leans_on(word, language) is not None:
        return None
    aspect = lexicon.is_aspect(lemma, language)
    if aspect and word.kid("xcomp"):
        return None
    sense = verb_sense(lemma, language)
    finite = word.morph.get("VerbForm") in ("Fin", "Inf") or word.kid("aux", "aux:pass") is not None
    gerund = word.morph.get("VerbForm") == "Part" and word.morph.get("Tense") == "Pres"
    if (
        sense is None
        and (finite or gerund)
        and lexicon.reporting(lemma, language) in ("say", "deny", "ask")
    ):
        return Sense("STATEMENT", "speaker", "addressee", ((TO[language], "addressee"),))
    return sense or (_OTHER if finite and not aspect and word.pos == "VERB" else None)


def withholds(verb: Word, language: str) -> bool:
    """Whether a verb of denying is but the second half of "neither confirm nor deny"."""
    head = verb.head
    if head is None or verb.dep != "conj" or not lexicon.is_comment(head.lemma, language):
        return False
    nor = any(kid.lower in ("ni", "nor") for kid in (*verb.kids, *head.kids))
    return nor and lexicon.reporting(verb.lemma, language) == "deny"


def declined(word: Word, language: str) -> Word | None:
    """What somebody does not do who declines to comment: "n'a pas souhaité réagir", "declined to
    comment".
    """
    content = [
        kid
        for kid in word.kids
        if kid.dep in ("xcomp", "obj", "obl", "advcl") and lexicon.is_comment(kid.lemma, language)
    ]
    if lexicon.is_declining(lemma_of(word, language), language):
        return content[0] if content else None
    if not is_negated(word, language):
        return None
    if content and content[0].dep != "obl":
        return content[0]
    return word if lexicon.is_comment(word.lemma, language) and word.pos == "VERB" else None


def _idiom(word: Word, language: str) -> Sense | None:
    table = idioms(language)
    for kid in word.kids:
        if kid.dep in ("obj", "obl", "xcomp", "dep", "fixed", "advmod", "nsubj:pass") and (
            found := table.get((word.lemma, kid.lemma))
        ):
            return found
    return None


def leans_on(word: Word, language: str) -> Word | None:
    """The noun that names the event where a verb only says that it takes place or is done: "mener
    une frappe".
    """
    lemma = lemma_of(word, language)
    if lexicon.is_occurrence(lemma, language):
        deps: tuple[str, ...] = ("nsubj", "nsubj:pass")
    elif lexicon.is_support(lemma, language):
        deps = ("nsubj:pass", "obj", "obl")
    else:
        return None
    for kid in word.kids:
        if kid.dep in deps and (kid.dep != "obl" or kid.case in ("à", "de", "in", "to")):
            if kid.pos == "NOUN" and noun_sense(kid.lemma, language):
                return kid
            inner = _held(kid, language)
            if inner is not None:
                return inner
    return antecedent(word, language) if "nsubj" in deps else None


def antecedent(word: Word, language: str) -> Word | None:
    """The event noun that a relative clause with "qui" speaks of, whichever noun of its phrase the
    parser takes.
    """
    if (
        word.dep != "acl:relcl"
        or word.head is None
        or not any(kid.dep.startswith("nsubj") for kid in word.kids)
    ):
        return None
    subject = word.kid("nsubj", "nsubj:pass")
    if subject is None or subject.pos != "PRON":
        return None
    for above in (word.head, *word.head.ancestors()):
        if above.pos == "NOUN" and noun_sense(above.lemma, language):
            return above
        if above.pos not in ("NOUN", "PROPN") or above.dep not in ("nmod", "appos", "flat"):
            return None
    return None


def _held(word: Word, language: str) -> Word | None:
    """The event in "la tenue d'une frappe", "the holding of talks"."""
    if not lexicon.is_holding(word.lemma, language):
        return None
    return next(
        (kid for kid in word.kids if kid.dep == "nmod" and noun_sense(kid.lemma, language)), None
    )


def _predicate(word: Word, cast: Cast, language: str) -> Trigger | None:
    """An adjective that tells what has happened to its subject: "neuf personnes sont mortes"."""
    verb = lexicon.predicate(word.lemma, language)
    sense = verb_sense(verb, language) if verb else None
    if sense is None:
        return None
    bearer = word if word.kid("cop") or word.head is None else word.head
    subject = bearer.kid("nsubj")
    role = sense.object or sense.subject
    parts = _in_role(with_coordinates(subject), role, cast) if subject is not None and role else ()
    return Trigger(word, sense, tuple(parts), bearer)


def _parts_of_verb(word: Word, sense: Sense, cast: Cast, language: str) -> Iterator[Part]:
    passive = is_passive(word)
    table = idioms(language)
    if sense.subject and not passive:
        yield from _in_role(subjects(word, language), sense.subject, cast)
    if sense.object and passive:
        yield from _in_role(subjects(word, language), sense.object, cast)
    for kid in word.kids:
        role: Role | None = None
        if (word.lemma, kid.lemma) in table:
            continue  # a part of the verb: "se donner la mort"
        if kid.dep == "obj":
            role = sense.object
        elif kid.dep == "iobj":
            role = sense.complement(TO[language]) or sense.object
        elif kid.dep == "obl:agent" or (kid.dep == "obl" and passive and kid.case in _BY[language]):
            role = sense.subject
        elif kid.dep in ("obl", "nmod", "advcl") and kid.case:
            role = sense.complement(kid.case)
        if role is not None:
            yield from _in_role(with_coordinates(kid), role, cast)


def _in_role(words: Sequence[Word], role: Role, cast: Cast) -> Iterator[Part]:
    for word in words:
        if word.lower in ("où", "where"):
            continue
        for party in cast.who(word):
            if not (party.kind == "state" and _is_place(word, role)):
                yield Part(role, party, cast.capacities.get(word))


def _is_place(word: Word, role: Role) -> bool:
    """Whether a country or capital is but where something happens: one that is visited, "à
    Rome".
    """
    return role == "host" or (
        role in ("participant", "agent", "victim") and word.case in ("à", "en", "in", "at", "to")
    )


def _noun(word: Word, cast: Cast, language: str) -> Trigger | None:
    sense = noun_sense(word.lemma, language)
    if sense is None or word.dep in ("compound", "flat", "fixed", "case") or cast.who(word):
        return None
    if lexicon.is_according(word.case, language) or _tells(word, language):
        return None
    head = word.head
    if (
        head is not None
        and word.dep in ("nmod", "appos")
        and (
            lexicon.is_title(head.lemma, language)
            or lexicon.group_kind(head.lemma, language)
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
        and (bearer.lemma, word.lemma) in idioms(language)
    ):
        return None
    parts = tuple(_parts_of_noun(word, sense, bearer, cast, language))
    return Trigger(word, sense, parts, bearer)


def _tells(word: Word, language: str) -> bool:
    """Whether a document is but what tells: "le rapport indique que"."""
    verb = word.head
    if verb is None or word.dep != "nsubj" or not lexicon.is_document(word.lemma, language):
        return False
    return lexicon.reporting(lemma_of(verb, language), language) == "say"


def _ends(word: Word, language: str) -> bool:
    """Whether a noun tells that what another noun tells of is given up: "levée", "suspension"."""
    sense = noun_sense(word.lemma, language)
    return sense is not None and sense.type in ("CONCEDE", "RETREAT")


def _bearer(word: Word, language: str) -> Word | None:
    """The verb that a noun depends on, through other nouns."""
    relative = next(
        (
            kid
            for kid in word.kids
            if kid.dep == "acl:relcl" and lexicon.is_occurrence(lemma_of(kid, language), language)
        ),
        None,
    )
    for above in word.ancestors():
        if above.pos in ("VERB", "AUX") or above.kid("cop"):
            return above
    return relative


def _parts_of_noun(
    word: Word, sense: Sense, bearer: Word | None, cast: Cast, language: str
) -> Iterator[Part]:
    holding = (
        word.head
        if word.dep == "nmod" and word.head is not None and _held(word.head, language) is word
        else None
    )
    for kid in (*word.kids, *(kid for kid in (holding.kids if holding else ()) if kid is not word)):
        if kid.dep in ("amod", "compound") and (state := gazetteer.by_demonym(kid.lower, language)):
            if sense.subject:
                yield Part(sense.subject, cast.of_state(state), None)
        elif (role := _role_beside(kid, sense, language)) is not None:
            yield from _in_role(with_coordinates(kid), role, cast)
    if bearer is not None and bearer.pos != "AUX" and leans_on(bearer, language) is word:
        yield from _parts_of_support(bearer, sense, cast, language)


def _role_beside(kid: Word, sense: Sense, language: str) -> Role | None:
    """The role of what stands beside an event noun: "de X", "par X", "entre X et Y", "son"."""
    if kid.dep in ("nmod", "obl", "obl:agent"):
        if kid.case in _BY[language]:
            return sense.subject
        if kid.case == _BETWEEN[language]:
            return sense.subject or "participant"
        against = sense.object if sense.type == "SANCTION" and kid.case in _UPON[language] else None
        return sense.complement(kid.case or _OF[language]) or against
    if kid.dep in ("amod", "compound", "nmod:poss") or (
        kid.dep == "det" and kid.morph.get("Poss") == "Yes"
    ):
        return sense.complement(_OF[language]) or sense.subject
    return None


def _parts_of_support(verb: Word, sense: Sense, cast: Cast, language: str) -> Iterator[Part]:
    """Who takes part in what a noun tells, by the verb that it leans on: "l'armée a mené une frappe
    contre X".
    """
    passive = is_passive(verb)
    supports = lexicon.is_support(lemma_of(verb, language), language)
    if supports and not passive:
        role = sense.object if lexicon.is_undergoing(verb.lemma, language) else sense.subject
        if role:
            yield from _in_role(subjects(verb, language), role, cast)
    for kid in verb.kids:
        if (
            role := _role_at_support(kid, sense, language, passive=passive, supports=supports)
        ) is not None:
            yield from _in_role(with_coordinates(kid), role, cast)


def _role_at_support(
    kid: Word, sense: Sense, language: str, *, passive: bool, supports: bool
) -> Role | None:
    if kid.dep == "obl:agent" or (passive and kid.dep == "obl" and kid.case in _BY[language]):
        return sense.subject
    if kid.dep == "iobj" and supports:
        return sense.object
    if kid.dep != "obl" or not kid.case:
        return None
    if kid.case == _BETWEEN[language]:
        return sense.subject
    return sense.complement(kid.case) or (
        sense.object if supports and kid.case in _UPON[language] else None
    )
