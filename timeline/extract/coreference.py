"""Which mentions in an article are of one and the same event."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from timeline.dates import common_part
from timeline.extract.mentions import Happening
from timeline.extract.nominals import is_definite, is_pointed_at, is_possessed
from timeline.extract.support import antecedent
from timeline.extract.telling import HARM
from timeline.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from timeline import records as r
    from timeline.extract.dating import When
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.mentions import EventMention
    from timeline.extract.referents import Referent
    from timeline.extract.roles import Argument
    from timeline.extract.trees import Token

_SAME_AFTER = 12  # sentences after which a bare noun does not go back to an event any more
_MOST = 300  # events that are looked back upon
_POINTED = 2  # sentences after which "this" by another word does not either
_STEM = 4  # letters that words of one stem have in common
_OF_MANY = ("OTHER", "STATEMENT")  # types of what is as often something else
_ONCE = ("BIRTH", "DEATH")  # of each person
_SELDOM = ("ACCIDENT", "DISASTER")  # of which an article tells no two


def cause(
    mention: EventMention, found: list[Happening], language: ProseLanguage
) -> Happening | None:
    """The event that a verb goes on about: in "la frappe a tué deux hommes" the strike and the
    killing are one.
    """
    token, kind = mention.trigger.token, mention.trigger.sense.type
    above = _above(token, language) if kind in HARM else ()
    same = [*_same(token, kind, language)]
    for happening in reversed(found[-_SAME_AFTER:]):
        if happening.type == kind and _is_named_by(happening, same):
            return happening
        if happening.type in HARM and _is_named_by(happening, above):
            return happening
    return None


def _same(token: Token, kind: str, language: ProseLanguage) -> Iterator[Token | None]:
    """The words that name what another of the same type does: "accorder une aide", "obtained a
    majority, winning 56 seats".
    """
    bears = token.pos == "NOUN" and token.dep == "obj"
    goes_on = _is_participle(token) and kind not in _OF_MANY
    if bears or goes_on:
        yield token.head
    elif kind == "STATEMENT":
        yield from _occasions(token, language)


def _occasions(token: Token, language: ProseLanguage) -> Iterator[Token]:
    """What a word of saying is said in, or what is said in it: "in a speech, he said"."""
    where = (*language.prepositions.places, *language.prepositions.at_harm)
    inside = [case for case in where if case != language.prepositions.to]
    if token.pos == "VERB":
        yield from (kid for kid in token.all_kids("obl") if kid.case in inside)
    elif token.dep == "obl" and token.case in inside and token.head is not None:
        yield token.head


def _is_participle(token: Token) -> bool:
    """Whether a verb stands behind another, without a subject of its own: "killing three"."""
    participle = token.dep == "advcl" and token.morph.get("VerbForm") == "Part"
    return participle and token.kid("nsubj") is None


def _above(token: Token, language: ProseLanguage) -> Sequence[Token | None]:
    """The words that may name what a verb goes on about: the one its relative clause belongs to,
    its subject; the verb that it stands behind without a subject of its own, and what that bears.
    """
    if token.pos == "ADJ":  # "shot dead"
        return (token.head,)
    if token.pos != "VERB":
        return ()
    subject = antecedent(token, language) or token.kid("nsubj")
    if token.dep == "acl:relcl":  # "un attentat dans lequel quinze personnes ont perdu la vie"
        return subject, token.head
    if _is_participle(token):  # "bombs exploded, killing three"
        return token.head, token.head and token.head.kid("obj")
    return (subject,)


def _is_named_by(happening: Happening, words: Sequence[Token | None]) -> bool:
    """Whether an event is told by one of some words."""
    return any(one.trigger.token in words for one in happening.mentions)


def add(mention: EventMention, found: list[Happening], language: ProseLanguage) -> None:
    """Add a mention to its event, or as a new one."""
    known = _told_before(mention, found, language)
    if known is None:
        found.append(Happening(mention))
    else:
        known.mentions.append(mention)


def _told_before(
    mention: EventMention, found: list[Happening], language: ProseLanguage
) -> Happening | None:
    """The event that a mention goes back to: one that was told by the same word before others."""
    about = _not_commented(mention, found, language) if mention.trigger.declines else None
    if about is not None:
        return about
    token, earlier = mention.trigger.token, mention.stance.before
    apart = token.lemma in language.lexicon.campaigning

    def order(happening: Happening) -> tuple[bool, bool, bool]:
        # What was before is but the background of what the article tells.
        before = happening.mentions[0].stance.before and not earlier
        above = _is_named_by(happening, (token.head,))
        return above, not _is_same_word(token, happening), before

    latest = [one for one in reversed(found[-_MOST:]) if mention.sentence - one.last <= _SAME_AFTER]
    for happening in sorted(latest, key=order):
        if apart and not _is_told_by(token, happening):
            continue  # to stand for election is another thing than to be elected
        if _is_same(mention, happening, language):
            return happening
    return None


def _not_commented(
    mention: EventMention, found: list[Happening], language: ProseLanguage
) -> Happening | None:
    """What somebody declines to comment on, of what was told before: the event that they are said
    not to comment on; the last event in which they take part, or somebody they speak for; else the
    last that is told on hearsay. None is sure of what the text tells by itself of others.
    """
    for topic in mention.trigger.token.all_kids("obl", "nmod"):
        if topic.lemma in language.lexicon.nouns:
            return next((one for one in reversed(found) if _is_told_by(topic, one)), None)
    about = [
        one
        for one in found
        if one.type != "STATEMENT" and mention.sentence - one.last <= _SAME_AFTER // 3
    ]
    own = [one for one in about if any(_speaks_for(mention, other) for other in one.referents)]
    heard = [one for one in about if _is_hearsay(one.mentions[0])]
    return max(own or heard, key=lambda one: one.last, default=None)


def _is_told_by(topic: Token, happening: Happening) -> bool:
    """Whether an event was told by the same noun, or of what it names: "a fire destroyed"."""
    return any(
        topic.lemma in (one.trigger.token.lemma, *(kid.lemma for kid in one.trigger.token.kids))
        for one in happening.mentions
    )


def _speaks_for(mention: EventMention, other: Referent) -> bool:
    """Whether a participant of an event is who declines to comment, or is named in what describes
    those.
    """
    return any(
        other is one or (other.named and other.name in one.name)
        for one in mention.trigger.referents
    )


def _is_hearsay(mention: EventMention) -> bool:
    return bool(mention.stance.steps) or mention.stance.modality in ("reported", "possible")


def _is_same(mention: EventMention, happening: Happening, language: ProseLanguage) -> bool:
    """Whether a mention is of an event that was told before."""
    token, first = mention.trigger.token, happening.mentions[0]
    if not _meet(mention.when, happening.date):
        return False
    if first.trigger.declines:
        return False  # "n'a pas réagi à ces révélations"
    if token.pos == "NOUN":
        return _goes_back(mention, happening, language)
    if _is_planned(mention) != _is_planned(first) or _is_another(token, language):
        return False
    return mention.trigger.sense.type == happening.type and _says_again(
        mention, happening, language
    )


def _is_another(token: Token, language: ProseLanguage) -> bool:
    """Whether a verb says that what it tells is done as well: "manifestera aussi"."""
    verbs = (token, token.head) if token.dep == "xcomp" else (token,)
    kids = (kid for verb in verbs if verb is not None for kid in verb.kids)
    return any(kid.lemma in language.lexicon.further for kid in kids)


def _goes_back(mention: EventMention, happening: Happening, language: ProseLanguage) -> bool:
    """Whether a noun goes back to what was told: by the same word, or one of its stem; by "this";
    by one for what harms ("the accident"), or for what is so but once.

    So does a sentence that is but a noun: "Une réunion d'environ une heure."
    """
    token, kind, referents = mention.trigger.token, mention.trigger.sense.type, happening.referents
    alone = token.head is None and mention.sentence > happening.last
    if not (is_definite(token) or alone or _is_only_named(mention)):
        return False
    dated = _has_day(mention.when) and not _has_day(happening.date)
    if dated and not is_pointed_at(token):
        return False  # "the attack of 12 October" tells which one it is
    if not all(_may_be_of(one, referents) for one in mention.trigger.arguments):
        return False
    if _is_another(token, language):
        return False  # "the other attack"
    pointed = is_pointed_at(token)
    if token.lemma in language.lexicon.mishap and token.kid("nmod") is None:
        return happening.type in HARM
    if kind != happening.type:
        return False
    if is_definite(token) and _is_named_by(happening, (token.head,)):
        return True  # "eliminated before the election"
    if _is_same_word(token, happening):
        return pointed or not any(_differ(token, one.trigger.token) for one in happening.mentions)
    if _is_planned(mention) != _is_planned(happening.mentions[0]) or kind == "OTHER":
        return False
    near = mention.sentence - happening.last <= _POINTED
    alike = kind in _SELDOM or (near and kind == "CONSULT")  # "they met, and the talks were long"
    single = kind in _ONCE or (alike and token.kid("nmod") is None)
    return alone or (is_definite(token) and (single or (near and pointed)))


def _may_be_of(argument: Argument, referents: Mapping[Referent, r.Role]) -> bool:
    """Whether a participant may be one of those known; "the death of his wife" is not his own."""
    another = argument.token is not None and is_possessed(argument.token)
    return not another and any(may_be(argument.referent, known) for known in referents)


def _is_only_named(mention: EventMention) -> bool:
    """Whether a noun stands without an article, and nobody takes part: "les actes de torture"."""
    return not mention.trigger.arguments and not mention.trigger.token.kid("det", "nummod")


def _is_planned(mention: EventMention) -> bool:
    return mention.stance.modality == "planned"


def _is_same_word(token: Token, happening: Happening) -> bool:
    """Whether an event was told by a word, or by one of its stem: "attaquer", "attaque"."""
    return any(_is_of_stem(token.lemma, one.trigger.token.lemma) for one in happening.mentions)


def _is_of_stem(one: str, other: str) -> bool:
    """Whether two words begin alike, by most of the shorter one."""
    pairs = zip(fold(one), fold(other), strict=False)
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return one == other or alike >= max(_STEM, min(len(one), len(other)) * 3 // 5)


def _differ(one: Token, other: Token) -> bool:
    """Whether two words are said of different things: "la suppression de 3 000 postes"."""
    first, second = _thing(one), _thing(other)
    return first is not None and second is not None and first.lemma != second.lemma


def _thing(token: Token) -> Token | None:
    """What a word is said of: what a noun stands before, the object of a verb."""
    return token.kid("nmod") if token.pos == "NOUN" else token.kid("obj", "nsubj:pass")


def _says_again(mention: EventMention, happening: Happening, language: ProseLanguage) -> bool:
    """Whether a verb tells again of who takes part in an event, by a word for it."""
    trigger, kind, last = mention.trigger, happening.type, happening.mentions[-1]
    referents = happening.referents
    if kind == "STATEMENT":
        return False  # each is its own
    shared = [one for one in trigger.referents if one in referents]
    if kind in _ONCE and shared:
        return any(referents[one] == "victim" for one in shared)
    if _is_headed(mention, happening):
        return True
    if kind == "OTHER" and not _is_alike(trigger.token, last.trigger.token, language):
        return False
    if kind != "CONSULT" and not _is_same_word(trigger.token, happening):
        return False
    if not referents and kind != "OTHER" and not _differ(trigger.token, last.trigger.token):
        return not trigger.arguments  # "the first plane was delivered"
    known = [one for one in trigger.arguments if _is_known(one, referents)]
    others = {one.role for one in trigger.arguments if one not in known}
    if known and others.isdisjoint(referents.values()):
        return True
    return bool(shared) and _agree(trigger.arguments, referents)


def _is_known(argument: Argument, referents: Mapping[Referent, r.Role]) -> bool:
    """Whether a participant is one that takes part in an event already, or is spoken of as known
    and may be one: "a schoolboy was attacked; the boy was attacked by two men".
    """
    known = argument.token is not None and is_definite(argument.token)
    return argument.referent in referents or (known and _agree((argument,), referents))


def _is_headed(mention: EventMention, happening: Happening) -> bool:
    """Whether a verb tells what the sentence before it names by a noun of its stem alone:
    "Agression à Valdoie. Un chauffeur a été agressé".
    """
    trigger = happening.mentions[-1].trigger
    bare = trigger.token.pos == "NOUN" and trigger.token.head is None and not trigger.arguments
    near = mention.sentence - happening.last <= 1
    return bare and near and _is_same_word(mention.trigger.token, happening)


def _is_alike(one: Token, other: Token, language: ProseLanguage) -> bool:
    """Whether two words are the same; of verbs that mean much by their objects those too: "mettre
    au point", "mettre en place".
    """
    if one.lemma != other.lemma or one.lemma not in language.lexicon.idiomatic:
        return one.lemma == other.lemma
    first, second = one.kid("obj", "obl"), other.kid("obj", "obl")
    return (first and first.lemma) == (second and second.lemma)


def _has_day(when: When | None) -> bool:
    return when is not None and when.date is not None


def _meet(one: When | None, other: When | None) -> bool:
    if one is None or other is None or one.date is None or other.date is None:
        return True
    return common_part((one.date, other.date)) is not None


def may_be(one: Referent, other: Referent) -> bool:
    """Whether two referents may be the same: one of them has no name."""
    if one is other:
        return True
    if one.named and other.named:
        return False
    if not one.fits(other.gender, plural=other.plural):
        return False
    return one.plural == other.plural and (
        one.kind == other.kind or "group" in (one.kind, other.kind)
    )


def _agree(arguments: Sequence[Argument], referents: Mapping[Referent, r.Role]) -> bool:
    """Whether each participant is one that is known, or may be, in the same role."""
    return all(
        argument.referent in referents
        or any(
            role == argument.role and may_be(argument.referent, other)
            for other, role in referents.items()
        )
        for argument in arguments
    )
