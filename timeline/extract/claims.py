"""From parsed articles to records: one event for all that an article says of it, and a claim for
each stance to it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline import records as r
from timeline.extract.actors import Cast
from timeline.extract.grammar import subjects
from timeline.extract.happenings import Happening, Passage, happenings, may_be
from timeline.extract.languages import prose_language
from timeline.extract.parse import parsed
from timeline.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.dates import Date
    from timeline.extract.article import Article
    from timeline.extract.attribution import Step
    from timeline.extract.naming import Referent
    from timeline.extract.roles import Argument
    from timeline.extract.trees import Paragraph, Word

EXTRACTOR = "timeline-extract 1"

_TITLE = 100  # characters of a title that was made of a sentence

_VERBAL = ("aux", "aux:pass", "advmod", "expl:comp", "expl:pass", "expl:subj", "cop")


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
    """Give the records of one article; actors are mentions, claims carry the extractor's name."""
    cast = Cast(article.text, paragraphs, prose_language(article.language))
    return list(_Writer(article, cast).records(happenings(article, paragraphs, cast)))


class _Writer:
    """Writes the records of one article, and gives keys."""

    def __init__(self, article: Article, cast: Cast) -> None:
        self._article = article
        self._language = prose_language(article.language)
        self._cast = cast
        self._actors: dict[Referent, r.Actor] = {}
        self._keys: set[str] = set()

    def records(self, happenings: Sequence[Happening]) -> Iterator[r.AnyRecord]:
        """Give all records: what is named comes before what names it."""
        article, key = self._article, self._article.key
        yield r.Collection(key=key, collection=key)
        yield r.Source(
            key=key, collection=key, title=article.title, publisher=article.publisher,
            author=article.author,
            url=article.url, language=article.language, published=article.published,
            text=article.text,
        )  # fmt: skip
        events: list[r.Event] = []
        claims: list[r.Claim] = []
        for happening in happenings:
            event = self._event(happening)
            events.append(event)
            claims += self._claims(happening, event.key)
        yield from self._actors.values()
        yield from events
        yield from claims

    def _event(self, happening: Happening) -> r.Event:
        main = _main(happening.passages)
        key = self._key(main.trigger.word.lemma)
        title = self._title(main)
        return r.Event(
            key=key,
            collection=self._article.key,
            type=happening.type,
            title={self._article.language: title} if title else {},
        )

    def _title(self, passage: Passage) -> str:
        """Who does what to whom: the words of the clause, with names in the place of descriptions
        and pronouns.
        """
        word = passage.trigger.word
        if word.pos != "VERB":
            held = (word, word.head) if word.dep == "nmod" and word.head is not None else (word,)
            below = (
                inner
                for one in held
                for inner in one.subtree()
                if inner.i > word.i and inner.pos != "PUNCT"
            )
            shown = self._between(word, *below)
        else:
            verb = [
                word,
                *(
                    kid
                    for kid in word.kids
                    if kid.dep in _VERBAL and kid.i < word.i and kid.i >= word.i - 5
                ),
            ]
            doers = {
                referent
                for one in subjects(word, self._language)
                for referent in self._cast.who(one)
            }
            behind = [
                kid
                for kid in word.kids
                if kid.i > word.i and not doers.intersection(self._cast.who(kid))
            ]
            rest = [
                kid for kid in behind if kid.dep in ("obj", "iobj", "obl", "obl:agent", "xcomp")
            ]
            shown = " ".join(
                filter(
                    None, (self._subject(word), self._between(*verb), *map(self._phrase, rest[:2]))
                )
            )
        if len(shown) > _TITLE:
            shown = shown[:_TITLE].rpartition(" ")[0] + " …"
        return shown[:1].upper() + shown[1:]

    def _subject(self, verb: Word) -> str:
        names = [
            referent.name
            for word in subjects(verb, self._language)
            for referent in self._cast.who(word)
        ]
        subject = verb.kid("nsubj", "nsubj:pass")
        return ", ".join(dict.fromkeys(names)) or (
            self._phrase(subject) if subject is not None else ""
        )

    def _phrase(self, word: Word) -> str:
        """A noun phrase, with the name of the one it stands for."""
        referents = self._cast.who(word)
        if referents and referents[0].named:
            case = word.kid("case")
            names = ", ".join(referent.name for referent in referents)
            return f"{case.text} {names}" if case is not None else names
        return self._between(
            *([inner for inner in word.subtree() if inner.pos != "PUNCT"] or [word])
        )

    def _between(self, *words: Word) -> str:
        """The text from the first of some words to the last."""
        start, end = min(word.start for word in words), max(word.end for word in words)
        return " ".join(self._article.text[start:end].replace("\u00ad", "").split())

    def _key(self, word: str) -> str:
        """A key that begins with the article's: unique in it, and the same each time."""
        base = f"{self._article.key}/{re.sub(r'[^a-z0-9]+', '-', fold(word)) or 'x'}"
        key, n = base, 1
        while key in self._keys:
            n += 1
            key = f"{base}-{n}"
        self._keys.add(key)
        return key

    def _claims(self, happening: Happening, event: str) -> Iterator[r.Claim]:
        """One claim for each polarity and chain; the passage is the one that says most."""
        groups: dict[tuple[str, tuple[object, ...]], list[Passage]] = {}
        for passage in happening.passages:
            steps: tuple[object, ...] = tuple(
                step.referent or step.phrase for step in passage.stance.steps
            )
            if passage.trigger.declines:
                steps = (*steps, *passage.trigger.referents)  # each declines on his own
            groups.setdefault((passage.stance.polarity, steps), []).append(passage)
        whole = [
            group for (polarity, steps), group in groups.items() if steps or polarity != "affirms"
        ]
        bare = [
            group
            for (polarity, steps), group in groups.items()
            if not steps and polarity == "affirms"
        ]
        for group in bare:
            # What is mentioned again, or hedged, without its source is no passage of its own.
            if whole and not any(_asserts(passage) for passage in group):
                whole[0] += group
            else:
                whole.append(group)
        for group in sorted(whole, key=lambda passages: min(passage.start for passage in passages)):
            yield self._claim(group, happening, event)

    def _claim(self, group: Sequence[Passage], happening: Happening, event: str) -> r.Claim:
        main = _main(group)
        arguments = {
            (argument.role, argument.referent): argument for argument in main.trigger.arguments
        }
        for passage in group if main.stance.polarity == "affirms" else ():
            for argument in passage.trigger.arguments:
                known = any(
                    other is argument.referent or may_be(argument.referent, other)
                    for _, other in arguments
                )
                if not known or (
                    argument.referent.named
                    and not any(other is argument.referent for _, other in arguments)
                ):
                    arguments[argument.role, argument.referent] = argument
        when = main.when or next((passage.when for passage in group if passage.when), None)
        if when is None and main.stance.polarity == "affirms":
            when = happening.date
        rule, date, said = None, None, None
        if when is not None:
            rule, date, said = when.rule, when.date, when.said
        before = rule is None and date is None and main.stance.before
        word = main.trigger.word
        modality = main.stance.modality
        published = self._article.published
        if modality in ("asserted", "reported") and _is_after(date, published):
            modality = "planned"
        return r.Claim(
            collection=self._article.key,
            event=event,
            source=self._article.key,
            polarity=main.stance.polarity,
            modality=modality,
            said=said if rule or date else None,
            rule=str(rule) if rule else "before @ published" if before else None,
            date=date,
            via=tuple(self._step(step) for step in main.stance.steps),
            who=tuple(
                r.Part(self._actor(argument.referent), argument.role, argument.capacity)
                for argument in arguments.values()
            ),
            quote=self._article.text[main.start : main.end],
            quote_start=main.start,
            quote_end=main.end,
            trigger_start=word.start,
            trigger_end=word.end,
            extractor=EXTRACTOR,
            confidence=_confidence(main, arguments.values()),
        )

    def _step(self, step: Step) -> r.Hop:
        if step.referent is not None and step.referent.named:
            return r.Hop(actor=self._actor(step.referent), verb=step.verb)
        return r.Hop(words=step.phrase, verb=step.verb)

    def _actor(self, referent: Referent) -> str:
        known = self._actors.get(referent)
        if known is None:
            names = tuple(
                r.Name(name, kind="acronym" if name.isupper() and len(name) < 9 else "alias")
                for name in referent.names
                if fold(name) != fold(referent.name)
            )
            known = self._actors[referent] = r.Actor(
                key=self._key(referent.name),
                collection=self._article.key,
                name=referent.name,
                kind=referent.kind,
                names=names,
                identifiers=referent.identifiers,
                mention=True,
            )
        return known.key


def _asserts(passage: Passage) -> bool:
    """Whether a passage says of its own that the event took place: a noun only goes on about
    it.
    """
    return passage.stance.modality == "asserted" and passage.trigger.word.pos != "NOUN"


def _main(passages: Sequence[Passage]) -> Passage:
    """The passage that says most: date, named participants, a verb rather than a noun; the first of
    equals.
    """

    def weight(passage: Passage) -> int:
        named = sum(argument.referent.named for argument in passage.trigger.arguments)
        return (
            2 * named
            + len(passage.trigger.arguments)
            + 2 * (passage.when is not None)
            + (passage.trigger.word.pos == "VERB")
        )

    return max(passages, key=weight)


def _is_after(date: Date | None, published: Date | None) -> bool:
    """Whether a date lies wholly after the publication, so that what it dates can only be
    planned.
    """
    if date is None or published is None or date.earliest is None or published.latest is None:
        return False
    return date.earliest >= published.latest


def _confidence(passage: Passage, arguments: Iterable[Argument]) -> float:
    """A rough share of right ones among such claims: more for a strong word, a date, named
    participants.
    """
    value = 0.5 if passage.trigger.sense.weak else 0.65
    value += 0.1 * (passage.when is not None) + 0.1 * any(
        argument.referent.named for argument in arguments
    )
    value -= 0.15 * (passage.trigger.sense.type == "OTHER")
    return round(min(value, 0.95), 2)
