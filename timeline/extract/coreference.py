"""Which mentions in an article are of one and the same event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates import common_part
from timeline.extract.mentions import Happening
from timeline.extract.nominals import is_definite
from timeline.extract.support import antecedent
from timeline.extract.telling import HARM

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from timeline import records as r
    from timeline.extract.dating import When
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.mentions import EventMention
    from timeline.extract.referents import Referent
    from timeline.extract.roles import Argument
    from timeline.extract.trees import Token

_SAME_AFTER = 12  # sentences after which a bare noun does not go back to an event any more


def cause(
    mention: EventMention, found: list[Happening], language: ProseLanguage
) -> Happening | None:
    """The event that a verb goes on about: in "la frappe a tué deux hommes" the strike and the
    killing are one.
    """
    token, kind = mention.trigger.token, mention.trigger.sense.type
    if token.pos == "NOUN" and token.dep == "obj":  # "accorder une aide"
        for happening in found[-_SAME_AFTER:]:
            if happening.type == kind and any(
                one.trigger.token is token.head for one in happening.mentions
            ):
                return happening
    if token.pos != "VERB" or kind not in HARM:
        return None
    subject = antecedent(token, language) or token.kid("nsubj")
    if token.dep == "advcl" and token.morph.get("VerbForm") == "Part" and subject is None:
        subject = token.head  # "bombs exploded, killing three"
    for happening in reversed(found[-_SAME_AFTER:]):
        if happening.type in HARM and any(
            one.trigger.token is subject for one in happening.mentions
        ):
            return happening
    return None


def add(mention: EventMention, found: list[Happening], language: ProseLanguage) -> None:
    """Add a mention to its event, or as a new one."""
    about = _not_commented(mention, found, language) if mention.trigger.declines else None
    if about is not None:
        about.mentions.append(mention)
        return
    apart = mention.trigger.token.lemma in language.lexicon.campaigning
    # What was before is but the background of what the article tells.
    earlier, latest = mention.stance.before, [*reversed(found)]
    for happening in sorted(latest, key=lambda one: one.mentions[0].stance.before and not earlier):
        if apart and not _is_told_by(mention.trigger.token, happening):
            continue  # to stand for election is another thing than to be elected
        if _is_same(mention, happening, language):
            happening.mentions.append(mention)
            return
    found.append(Happening(mention))


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
    trigger, first, last = mention.trigger, happening.mentions[0], happening.mentions[-1]
    if trigger.sense.type != happening.type or mention.sentence - last.sentence > _SAME_AFTER:
        return False
    if not _meet(mention.when, happening.date):
        return False
    if trigger.token.pos == "NOUN" and _has_day(mention.when) and not _has_day(happening.date):
        return False  # "the attack of 12 October" tells which one it is
    if (mention.stance.modality == "planned") != (first.stance.modality == "planned"):
        return False
    if trigger.token.pos == "NOUN":
        return _goes_back(mention, last.sentence, happening.referents)
    return _says_again(mention, happening, language)


def _goes_back(mention: EventMention, sentence: int, referents: Collection[Referent]) -> bool:
    """Whether a noun goes back to what was told up to a sentence.

    So does a sentence that is but a noun: "Une réunion d'environ une heure."
    """
    token = mention.trigger.token
    if not is_definite(token) and not (token.head is None and mention.sentence > sentence):
        return False
    return all(
        any(may_be(referent, other) for other in referents)
        for referent in mention.trigger.referents
    )


def _says_again(mention: EventMention, happening: Happening, language: ProseLanguage) -> bool:
    """Whether a verb tells again of who takes part in an event, by a word for it."""
    trigger, kind, last = mention.trigger, happening.type, happening.mentions[-1]
    referents = happening.referents
    same_sentence = mention.sentence == last.sentence
    if kind == "STATEMENT":  # but for "il a fait part de sa surprise, ajoutant que" each is its own
        same = same_sentence and set(trigger.referents) == set(referents)
        own = trigger.token.kid("ccomp", "parataxis") is not None
        return same and trigger.token.dep == "advcl" and not own
    lemma = trigger.token.lemma
    if kind == "OTHER" and not _is_alike(trigger.token, last.trigger.token, language):
        return False
    if kind != "CONSULT" and lemma not in {one.trigger.token.lemma for one in happening.mentions}:
        return False
    shared = any(referent in referents for referent in trigger.referents)
    return shared and _agree(trigger.arguments, referents)


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
    return one.plural == other.plural and (
        one.kind == other.kind or "group" in (one.kind, other.kind)
    )


def _agree(arguments: Sequence[Argument], referents: dict[Referent, r.Role]) -> bool:
    """Whether each participant is one that is known, or may be, in the same role."""
    return all(
        argument.referent in referents
        or any(
            role == argument.role and may_be(argument.referent, other)
            for other, role in referents.items()
        )
        for argument in arguments
    )
