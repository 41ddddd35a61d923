"""From parsed articles to records: one event for all that an article says of it, a claim for each
stance to it, and the offices of those who take part.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from timeline import records as r
from timeline.extract.actors import Cast
from timeline.extract.article import header_records
from timeline.extract.coreference import may_be
from timeline.extract.dating import When, is_after, turned
from timeline.extract.gazetteer.places import place_record
from timeline.extract.happenings import happenings
from timeline.extract.judging import (
    GUESSED,
    Taken,
    Telling,
    are_alike,
    as_a_whole,
    certainty,
    kind_is_right,
    takes_part,
)
from timeline.extract.languages import prose_language
from timeline.extract.parse import parsed
from timeline.extract.support import leans_on
from timeline.extract.tenses import is_of_today
from timeline.extract.titles import Titles
from timeline.names import fold
from timeline.resolve import TOLD
from timeline.temporal.relative import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.dates import Date
    from timeline.extract.article import Article
    from timeline.extract.chain import Stance, Step
    from timeline.extract.gazetteer.places import Spot
    from timeline.extract.mentions import EventMention, Happening
    from timeline.extract.referents import Referent
    from timeline.extract.roles import Argument
    from timeline.extract.trees import Paragraph, Token
    from timeline.records import Modality

EXTRACTOR = "timeline-extract 3"

# Somebody who takes part, and the passage that says so.
_Stated: TypeAlias = "tuple[Argument, EventMention]"
# A polarity and who is said to say so.
_Stand: TypeAlias = tuple[str, tuple[object, ...]]
_MOST = 100  # more than a mention weighs by all else
_TODAY = Rule(unit="day")
_UNDATED = When("", None, None)


def extracted(articles: Iterable[Article]) -> Iterator[tuple[Article, list[r.AnyRecord]]]:
    """Turn articles into records: collection, source, actors, events and claims.

    Args:
        articles: a stream; several are parsed at a time.

    Raises:
        UsageError: spaCy or a model is not installed.
    """
    for article, paragraphs in parsed(articles):
        records = records_of(article, paragraphs)
        for paragraph in paragraphs:
            paragraph.release()
        yield article, records


def records_of(article: Article, paragraphs: Sequence[Paragraph]) -> list[r.AnyRecord]:
    """Return the records of one article; actors are mentions, all carry the extractor's name."""
    cast = Cast(article.text, paragraphs, prose_language(article.language))
    return list(_Writer(article, cast).records(happenings(article, paragraphs, cast)))


class _Writer:
    """Writes the records of one article, and gives keys."""

    def __init__(self, article: Article, cast: Cast) -> None:
        self._article = article
        self._language = prose_language(article.language)
        self._cast = cast
        self._titles = Titles(article, cast)
        self._actors: dict[Referent, r.Actor] = {}
        self._places: dict[str, r.Place] = {}
        self._keys: set[str] = set()

    def records(self, happenings: Sequence[Happening]) -> Iterator[r.AnyRecord]:
        """Yield all records: what is named comes before what names it."""
        yield from header_records(self._article, EXTRACTOR)
        events: list[r.Event] = []
        claims: list[r.Claim] = []
        for happening in happenings:
            event = self._event(happening)
            events.append(event)
            claims += self._claims(happening, event.key)
        yield from self._actors.values()
        yield from self._positions()
        yield from self._places.values()
        yield from events
        yield from claims

    def _event(self, happening: Happening) -> r.Event:
        main = _main(happening.mentions)
        key = self._key(main.trigger.token.lemma)
        title = self._titles.of(main.trigger.token)
        return r.Event(
            key=key,
            collection=self._article.key,
            type=happening.type,
            title={self._article.language: title} if title else {},
            extractor=EXTRACTOR,
        )

    def _key(self, name: str) -> str:
        """A key that begins with the article's: unique in it, and the same each time."""
        base = f"{self._article.key}/{re.sub(r'[^a-z0-9]+', '-', fold(name)) or 'x'}"
        key, n = base, 1
        while key in self._keys:
            n += 1
            key = f"{base}-{n}"
        self._keys.add(key)
        return key

    def _claims(self, happening: Happening, event: str) -> Iterator[r.Claim]:
        """One claim for each polarity and chain, in the order of the text."""
        for group in sorted(_grouped(happening), key=_begins):
            yield self._claim(group, happening, event)

    def _claim(self, group: Sequence[EventMention], happening: Happening, event: str) -> r.Claim:
        main = _main(group)
        kind = kind_is_right(main, self._language)
        stance, taken = main.stance, self._trusted(_arguments(group, main), kind)
        when = _when(group, main, happening)
        if when is _UNDATED and self._is_of_today(main):
            published = self._article.published
            when = When("", _TODAY, None if published is None else _TODAY.resolve(published))
        elif stance.modality in ("requested", "planned"):
            when = turned(when, self._article.published, "next")
        elif self._is_gone_by(main.trigger.token):
            when = turned(when, self._article.published, "last")
        rule = str(when.rule) if when.rule else None
        if rule is None and when.date is None and stance.before:
            rule = "before @ published"
        modality = _modality(stance, when.date, self._article.published)
        told = Telling(
            *(self._article.language, happening.type, modality, stance.polarity, len(taken)),
            sourced=bool(stance.steps),
            dated="words" if when.said else "tense" if when.rule is not None else "",
            word="HELD" if self._is_held(main) else main.trigger.token.pos,
            quoted=bool(main.trigger.token.quoted),
            weak=main.trigger.sense.weak,
            alike=are_alike(taken),
            meant=any(self._is_meant(one.argument.token) for one in taken),
        )
        return r.Claim(
            collection=self._article.key,
            event=event,
            source=self._article.key,
            polarity=stance.polarity,
            modality=modality,
            said=when.said or None,
            rule=rule,
            date=when.date,
            place=self._place(_place(group, main, happening)),
            via=tuple(self._step(step) for step in stance.steps),
            who=tuple(
                r.Part(self._actor(one.argument.referent), one.argument.role, one.argument.capacity)
                for one in taken
            ),
            quantities=_quantities(group, main),
            quote=self._article.text[main.start : main.end],
            quote_start=main.start,
            quote_end=main.end,
            trigger_start=main.trigger.token.start,
            trigger_end=main.trigger.token.end,
            extractor=EXTRACTOR,
            confidence=as_a_whole(told, certainty(kind, taken)),
        )

    def _is_held(self, mention: EventMention) -> bool:
        """Whether a noun tells an event together with a verb: "imposer des sanctions"."""
        token, bearer = mention.trigger.token, mention.trigger.bearer
        return bearer not in (None, token) and leans_on(bearer, self._language) is token

    def _is_meant(self, word: Token | None) -> bool:
        """Whether a word is a pronoun for somebody of another sentence."""
        doubt = self._cast.doubts.get(word) if word is not None else None
        return doubt is not None and doubt.sentences > 0

    def _is_of_today(self, mention: EventMention) -> bool:
        """Whether the tense alone says of what is told that it is of the day of the report."""
        trigger, stance = mention.trigger, mention.stance
        if stance.polarity != "affirms" or stance.modality not in TOLD or trigger.token.quoted:
            return False
        bearer, said = trigger.bearer, trigger.sense.type == "STATEMENT"
        if bearer is None or trigger.token not in (bearer, leans_on(bearer, self._language)):
            return False  # "the win puts them back into power"
        return is_of_today(bearer, said=said, language=self._language)

    def _is_gone_by(self, token: Token) -> bool:
        """Whether something came after what a noun tells: "after Saturday's talks"."""
        dates = self._language.dates
        return token.pos == "NOUN" and token.case in (*dates.after, dates.since)

    def _trusted(self, told: Sequence[_Stated], kind: float) -> list[Taken]:
        """Who takes part: all, but where those who are guessed would make a claim too unsure that
        is not so without them; `kind` is how likely its type and polarity are right.
        """
        given = [
            Taken(argument, takes_part(argument, mention, self._cast, self._language))
            for argument, mention in told
        ]
        sure = sorted(given, key=lambda one: -one.chance)
        shown = (
            sure[:number]
            for number in range(len(sure), 0, -1)
            if certainty(kind, sure[:number]) >= GUESSED
        )
        left = next(shown, given)
        return [one for one in given if one in left]

    def _step(self, step: Step) -> r.Hop:
        if step.referent is not None and step.referent.named:
            return r.Hop(actor=self._actor(step.referent), verb=step.verb)
        return r.Hop(words=step.phrase, verb=step.verb)

    def _place(self, spot: Spot | None) -> str | None:
        if spot is None:
            return None
        record = place_record(spot, self._article.key, EXTRACTOR)
        return self._places.setdefault(record.key, record).key

    def _actor(self, referent: Referent) -> str:
        found = self._actors.get(referent)
        if found is None:
            found = self._actors[referent] = msgspec.structs.replace(
                referent.known or self._mention(referent),
                collection=self._article.key,
                extractor=EXTRACTOR,
            )
        return found.key

    def _positions(self) -> Iterator[r.Position]:
        """What the article calls those who take part: an office that they hold when it is
        published, since when nobody says.
        """
        for referent, actor in self._actors.items():
            for title in self._cast.offices.get(referent, {}).values():
                yield r.Position(
                    collection=self._article.key,
                    actor=actor.key,
                    title=title,
                    source=self._article.key,
                    extractor=EXTRACTOR,
                )

    def _mention(self, referent: Referent) -> r.Actor:
        names = tuple(
            r.Name(name, kind="acronym" if name.isupper() and len(name) < 9 else "alias")
            for name in referent.names
            if fold(name) != fold(referent.name)
        )
        return r.Actor(
            key=self._key(referent.name),
            name=referent.name,
            kind=referent.kind,
            names=names,
            mention=True,
        )


def _grouped(happening: Happening) -> list[list[EventMention]]:
    """The mentions of each claim: those of one polarity and one chain."""
    groups: dict[_Stand, list[EventMention]] = {}
    for mention in happening.mentions:
        groups.setdefault(_stand(mention), []).append(mention)
    bare = groups.pop(("affirms", ()), None)
    told = next((group for (said, _), group in groups.items() if said != "declines"), None)
    # What is mentioned again, or hedged, without its source is no claim of its own.
    if bare and told and not any(map(_asserts, bare)):
        told += bare
    elif bare:
        groups["affirms", ()] = bare
    return [*groups.values()]


def _stand(mention: EventMention) -> _Stand:
    steps: list[object] = [step.referent or step.phrase for step in mention.stance.steps]
    if mention.trigger.declines:  # each does so on their own
        steps += mention.trigger.referents
    return mention.stance.polarity, tuple(steps)


def _begins(mentions: Sequence[EventMention]) -> int:
    return min(mention.start for mention in mentions)


def _asserts(mention: EventMention) -> bool:
    """Whether a mention says of its own that the event took place: a noun only goes on about
    it.
    """
    return mention.stance.modality == "asserted" and mention.trigger.token.pos != "NOUN"


def _main(mentions: Sequence[EventMention]) -> EventMention:
    """The mention that says most: date, named participants, a verb rather than a noun; the first of
    equals. What only goes on about another ("..., killing three people") comes behind that, and
    that somebody does not comment behind all that tells it.
    """

    def weight(mention: EventMention) -> int:
        named = sum(argument.referent.named for argument in mention.trigger.arguments)
        return (
            2 * _MOST * (not mention.trigger.declines)
            + _MOST * (mention.trigger.token.dep != "advcl")
            + 2 * named
            + len(mention.trigger.arguments)
            + 2 * (mention.when is not None)
            + (mention.trigger.token.pos == "VERB")
        )

    return max(mentions, key=weight)


def _arguments(group: Sequence[EventMention], main: EventMention) -> list[_Stated]:
    """Who takes part by the main mention, and whoever else takes part by another one."""
    found = [(argument, main) for argument in main.trigger.arguments]
    for mention in group if main.stance.polarity == "affirms" else ():
        for argument in mention.trigger.arguments:
            if _is_further(argument, [known for known, _ in found]):
                found.append((argument, mention))
    return list({(one.role, one.referent): (one, mention) for one, mention in found}.values())


def _is_further(argument: Argument, known: Sequence[Argument]) -> bool:
    """Whether somebody is none of those known, nor may be one of those in that role."""
    referent = argument.referent
    if any(one.referent is referent for one in known):
        return False
    alike = [one.referent for one in known if one.role == argument.role]
    return referent.named or not any(may_be(referent, other) for other in alike)


def _place(group: Sequence[EventMention], main: EventMention, happening: Happening) -> Spot | None:
    """The place of the main mention, of another, or of the event."""
    spot = main.place or next((mention.place for mention in group if mention.place), None)
    return happening.place if spot is None and main.stance.polarity == "affirms" else spot


def _quantities(group: Sequence[EventMention], main: EventMention) -> tuple[r.Quantity, ...]:
    """The numbers of the main mention, and others of the other ones."""
    given = (*main.quantities, *(one for mention in group for one in mention.quantities))
    names: dict[str, r.Quantity] = {}
    for one in given:
        names.setdefault(one.name, one)
    return tuple(names.values())


def _when(group: Sequence[EventMention], main: EventMention, happening: Happening) -> When:
    """The date of the main mention, of another, or of the event."""
    when = main.when or next((mention.when for mention in group if mention.when), None)
    if when is None and main.stance.polarity == "affirms":
        when = happening.date
    return when or _UNDATED


def _modality(stance: Stance, date: Date | None, published: Date | None) -> Modality:
    """How sure a mention is; what lies after the publication can only be planned."""
    told = stance.modality in ("asserted", "reported")
    return "planned" if told and is_after(date, published) else stance.modality
