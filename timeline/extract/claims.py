"""From parsed articles to records: one event for all that an article says of it, and a claim for
each stance to it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline import records as r
from timeline.extract.actors import Cast
from timeline.extract.grammar import subjects
from timeline.extract.happenings import Account, Happening, happenings, may_be
from timeline.extract.parse import parsed
from timeline.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.dates import Date
    from timeline.extract.article import Article
    from timeline.extract.attribution import Hop
    from timeline.extract.events import Part
    from timeline.extract.naming import Party
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
    cast = Cast(article.text, paragraphs, article.language)
    return list(_Writer(article, cast).records(happenings(article, paragraphs, cast)))


class _Writer:
    """Writes the records of one article, and gives keys."""

    def __init__(self, article: Article, cast: Cast) -> None:
        self._article = article
        self._cast = cast
        self._actors: dict[Party, r.Actor] = {}
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
        main = _main(happening.accounts)
        key = self._key(main.trigger.word.lemma)
        title = self._title(main)
        return r.Event(
            key=key,
            collection=self._article.key,
            type=happening.type,
            title={self._article.language: title} if title else {},
        )

    def _title(self, account: Account) -> str:
        """Who does what to whom: the words of the clause, with names in the place of descriptions
        and pronouns.
        """
        word = account.trigger.word
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
                party
                for one in subjects(word, self._article.language)
                for party in self._cast.who(one)
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
            party.name
            for word in subjects(verb, self._article.language)
            for party in self._cast.who(word)
        ]
        subject = verb.kid("nsubj", "nsubj:pass")
        return ", ".join(dict.fromkeys(names)) or (
            self._phrase(subject) if subject is not None else ""
        )

    def _phrase(self, word: Word) -> str:
        """A noun phrase, with the name of the one it stands for."""
        parties = self._cast.who(word)
        if parties and parties[0].named:
            case = word.kid("case")
            names = ", ".join(party.name for party in parties)
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
        groups: dict[tuple[str, tuple[object, ...]], list[Account]] = {}
        for account in happening.accounts:
            hops: tuple[object, ...] = tuple(hop.party or hop.words for hop in account.stance.hops)
            if account.trigger.declines:
                hops = (*hops, *account.trigger.parties)  # each declines on his own
            groups.setdefault((account.stance.polarity, hops), []).append(account)
        whole = [
            group for (polarity, hops), group in groups.items() if hops or polarity != "affirms"
        ]
        bare = [
            group
            for (polarity, hops), group in groups.items()
            if not hops and polarity == "affirms"
        ]
        for group in bare:
            # What is mentioned again, or hedged, without its source is no account of its own.
            if whole and not any(_asserts(account) for account in group):
                whole[0] += group
            else:
                whole.append(group)
        for group in sorted(whole, key=lambda accounts: min(account.start for account in accounts)):
            yield self._claim(group, happening, event)

    def _claim(self, group: Sequence[Account], happening: Happening, event: str) -> r.Claim:
        main = _main(group)
        parts = {(part.role, part.party): part for part in main.trigger.parts}
        for account in group if main.stance.polarity == "affirms" else ():
            for part in account.trigger.parts:
                known = any(other is part.party or may_be(part.party, other) for _, other in parts)
                if not known or (
                    part.party.named and not any(other is part.party for _, other in parts)
                ):
                    parts[part.role, part.party] = part
        when = main.when or next((account.when for account in group if account.when), None)
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
            via=tuple(self._hop(hop) for hop in main.stance.hops),
            who=tuple(
                r.Part(self._actor(part.party), part.role, part.capacity) for part in parts.values()
            ),
            quote=self._article.text[main.start : main.end],
            quote_start=main.start,
            quote_end=main.end,
            trigger_start=word.start,
            trigger_end=word.end,
            extractor=EXTRACTOR,
            confidence=_confidence(main, parts.values()),
        )

    def _hop(self, hop: Hop) -> r.Hop:
        if hop.party is not None and hop.party.named:
            return r.Hop(actor=self._actor(hop.party), verb=hop.verb)
        return r.Hop(words=hop.words, verb=hop.verb)

    def _actor(self, party: Party) -> str:
        known = self._actors.get(party)
        if known is None:
            names = tuple(
                r.Name(name, kind="acronym" if name.isupper() and len(name) < 9 else "alias")
                for name in party.names
                if fold(name) != fold(party.name)
            )
            known = self._actors[party] = r.Actor(
                key=self._key(party.name),
                collection=self._article.key,
                name=party.name,
                kind=party.kind,
                names=names,
                identifiers=party.identifiers,
                mention=True,
            )
        return known.key


def _asserts(account: Account) -> bool:
    """Whether an account says of its own that the event took place: a noun only goes on about
    it.
    """
    return account.stance.modality == "asserted" and account.trigger.word.pos != "NOUN"


def _main(accounts: Sequence[Account]) -> Account:
    """The account that says most: date, named participants, a verb rather than a noun; the first of
    equals.
    """

    def weight(account: Account) -> int:
        named = sum(part.party.named for part in account.trigger.parts)
        return (
            2 * named
            + len(account.trigger.parts)
            + 2 * (account.when is not None)
            + (account.trigger.word.pos == "VERB")
        )

    return max(accounts, key=weight)


def _is_after(date: Date | None, published: Date | None) -> bool:
    """Whether a date lies wholly after the publication, so that what it dates can only be
    planned.
    """
    if date is None or published is None or date.earliest is None or published.latest is None:
        return False
    return date.earliest >= published.latest


def _confidence(account: Account, parts: Iterable[Part]) -> float:
    """A rough share of right ones among such claims: more for a strong word, a date, named
    participants.
    """
    value = 0.5 if account.trigger.sense.weak else 0.65
    value += 0.1 * (account.when is not None) + 0.1 * any(part.party.named for part in parts)
    value -= 0.15 * (account.trigger.sense.type == "OTHER")
    return round(min(value, 0.95), 2)
