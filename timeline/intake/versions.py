"""Another text of a page, or of a file, that was read before: a version of it.

It is a source of its own, `KEY@2`, in the collection of the first one, and replaces the version
before. Events keep the keys that begin with `KEY/`: what a version says of a happening of which
another one tells is a claim about the same event.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace

from timeline import records as r
from timeline.compare.renaming import Renaming
from timeline.dates.spans import lower, upper
from timeline.errors import LoadError, Message, Problem, Where
from timeline.extract.header import version_kind
from timeline.intake.articles import hash_of
from timeline.load.quotes import Quoted, QuoteError, requoted
from timeline.queries.sources import machine_read, written_by_people
from timeline.store.stored import claims_of_sources, statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from timeline.intake.workers import Extracted

_NUMBER = re.compile(r"@([0-9]+)\Z")


class Placed(NamedTuple):
    """The records of an article under the keys that they get, and what one should know of that."""

    records: Sequence[r.AnyRecord]
    told: Problem | None = None


def placed(session: Any, one: Extracted, *, new: bool) -> Placed:
    """Say under which keys an article is to be loaded.

    Args:
        session: a store opened to write.
        one: what was read of it, under the key of its file.
        new: it is a document of its own, though its file or address was read before.

    Raises:
        LoadError: it is a version of what a person wrote.
    """
    article = one.article
    page = _page(session, article.key, article.url)
    texts = {source.key: source.text or "" for source in page}
    if not page or (len(page) == 1 and texts[page[0].key] == article.text):
        return Placed(_under(one.records, article.key, page[0].key if page else article.key))
    if new or _is_another(page, article.url):
        return Placed(
            _under(one.records, article.key, f"{article.key}-{hash_of(article.text)[:8]}")
        )
    root = _root(page[0].key)
    where = Where(one.read.file.name)
    if root in written_by_people(session, [root]):
        raise LoadError([Problem(where, Message("collection-of-people", key=root))])
    known = next((key for key, text in texts.items() if text == article.text), None)
    key = known or f"{root}@{max(map(_number, texts)) + 1}"
    version = _Version(root, key, page)
    records = version.records(session, _under(one.records, article.key, root))
    if known is not None:
        return Placed(records)
    source = next(one for one in records if isinstance(one, r.Source) and one.key == key)
    says = {"key": key, "page": root, "kind": source.version, "replaces": source.replaces}
    code = "read-as-version" if source.replaces else "read-as-first"
    return Placed(records, Problem(where, Message(code, **says)))


def _root(key: str) -> str:
    return _NUMBER.sub("", key)


def _number(key: str) -> int:
    found = _NUMBER.search(key)
    return int(found[1]) if found else 1


def _page(session: Any, key: str, url: str | None) -> list[r.Source]:
    """Give what machines read of a page, each version, the first before those that replace it: it
    is known by its address, else by the key of its file.
    """
    keys = machine_read(session, key, url)
    if not keys:
        return []
    root = _root(keys[0])
    found = machine_read(session, root, None, versions=True)
    said = statements(session, r.Source, found)
    sources = [one for key in found for one in said[key] if one.collection == root]
    return _in_order([one for one in sources if isinstance(one, r.Source)])


def _in_order(sources: Sequence[r.Source]) -> list[r.Source]:
    """Put versions behind those that they replace."""
    by_key = {source.key: source for source in sources}

    def before(source: r.Source) -> int:
        count, seen = 0, {source.key}
        while source.replaces in by_key and source.replaces not in seen:
            seen.add(source.replaces)
            source, count = by_key[source.replaces], count + 1
        return count

    return sorted(sources, key=lambda source: (before(source), _number(source.key)))


def _is_another(page: Sequence[r.Source], url: str | None) -> bool:
    """Whether a file of the same name was saved from another address."""
    known = {source.url for source in page if source.url}
    return url is not None and bool(known) and url not in known


def _under(records: Iterable[r.AnyRecord], old: str, new: str) -> list[r.AnyRecord]:
    """Name an article, and what is named after it, otherwise."""
    if old == new:
        return list(records)
    renaming = Renaming({"source": {old: new}})
    return [
        r.Collection(key=new, collection=new)
        if isinstance(one, r.Collection)
        else renaming.record(one)
        for one in records
    ]


class _Version(NamedTuple):
    """A text of a page: the key of the page, its own, and the other versions."""

    root: str
    key: str
    page: Sequence[r.Source]

    def records(self, session: Any, read: Sequence[r.AnyRecord]) -> list[r.AnyRecord]:
        """Give what is to be loaded of this text.

        Args:
            session: an open store.
            read: the records, under the key of the page.
        """
        (source,) = (one for one in read if isinstance(one, r.Source))
        sources = self._in_chain(source)
        texts = {one.key: one.text for one in self.page if one.key != self.key}
        told = [one for one in claims_of_sources(session, texts) if one.collection == self.root]
        events = _events(told, read, texts)
        renamed = [self._renamed(one, events) for one in read if not isinstance(one, _HEADS)]
        if sources[-1].key != self.key:
            renamed = _unstated(session, renamed)
        # A retraction ends what was said, and says nothing itself.
        ended = {one.key for one in sources if one.version == "retraction"}
        gone = [
            r.Revoked(kind="claim", key=r.content_key(one), collection=self.root)
            for one in told
            if one.source in ended and one.extractor
        ]
        whole = r.Collection(key=self.root, source=self.key, collection=self.root)
        changed = [one for one in sources if one not in self.page]
        return [whole, *gone, *changed, *([] if self.key in ended else renamed)]

    def _renamed(self, record: r.AnyRecord, events: Mapping[str, str]) -> r.AnyRecord:
        match record:
            case r.Event():
                return replace(record, key=events[record.key])
            case r.Claim():
                return replace(record, source=self.key, event=events[record.event])
        return record

    def _in_chain(self, source: r.Source) -> list[r.Source]:
        """Put a text that is new where its date says, else behind all others; each replaces the one
        before.
        """
        found = list(self.page)
        for n, one in enumerate(found):
            if one.key == self.key:
                found[n] = replace(source, key=self.key, replaces=one.replaces, version=one.version)
                return found
        place = next((n for n, one in enumerate(found) if _is_before(source, one)), len(found))
        found.insert(place, replace(source, key=self.key))
        return [_after(one, found[n - 1] if n else None) for n, one in enumerate(found)]


_HEADS = (r.Collection, r.Source)


def _after(source: r.Source, earlier: r.Source | None) -> r.Source:
    if source.replaces == (earlier and earlier.key):
        return source
    kind = version_kind(source.text or "") if earlier else None
    return replace(source, replaces=earlier and earlier.key, version=kind)


def _is_before(source: r.Source, other: r.Source) -> bool:
    """Whether a text is surely earlier than another one: no bound of its date is later, and one is
    earlier.
    """
    one, two = source.published, other.published
    if one is None or two is None:
        return False
    mine, theirs = ((lower(date.earliest), upper(date.latest)) for date in (one, two))
    return mine != theirs and mine[0] <= theirs[0] and mine[1] <= theirs[1]


def _unstated(session: Any, records: Sequence[r.AnyRecord]) -> list[r.AnyRecord]:
    """Leave out the things of which a newer version speaks already: that stays."""
    stated: set[tuple[type, str]] = set()
    for kind in (r.Actor, r.Place, r.Event):
        keys = [one.key for one in records if isinstance(one, kind)]
        collections = {one.collection for one in records}
        said = statements(session, kind, keys)
        stated.update(
            (kind, key)
            for key, found in said.items()
            if not collections.isdisjoint(one.collection for one in found)
        )
    return [one for one in records if (type(one), getattr(one, "key", "")) not in stated]


# Events -------------------------------------------------------------------------------------------


def _events(
    told: Sequence[r.Claim], read: Sequence[r.AnyRecord], texts: Mapping[str, str | None]
) -> dict[str, str]:
    """Give key of an event as it was read -> the key that it gets: that of the event of which other
    versions tell in the same sentence; else its own, where these have no such key, or say under it
    the same of the same people; else a key of its own.

    Args:
        told: what other versions say.
        read: the records of this one.
        texts: key of another version -> its text.
    """
    claims: dict[str, list[r.Claim]] = {one.key: [] for one in read if isinstance(one, r.Event)}
    for one in read:
        if isinstance(one, r.Claim):
            claims.setdefault(one.event, []).append(one)
    others: dict[str, list[r.Claim]] = defaultdict(list)
    for one in told:
        others[one.event].append(one)
    found: dict[str, str] = {}
    for event, said in claims.items():
        same = next((key for one in said for key in _in_place(one, told, texts)), None)
        if same is not None and same not in found.values():
            found[event] = same
    for event, said in claims.items():
        if event not in found:
            taken = event in found.values() or not _may_be_one(said, others.get(event, []))
            found[event] = _free(event, {*others, *claims, *found.values()}) if taken else event
    return found


def _in_place(
    claim: r.Claim, told: Sequence[r.Claim], texts: Mapping[str, str | None]
) -> Iterator[str]:
    """Give the events of which other versions tell with the same word of the same sentence."""
    place = Quoted._make(getattr(claim, name) for name in Quoted._fields)
    for key, text in texts.items():
        try:
            now = requoted(place, text)
        except QuoteError:
            continue
        if now.trigger_start is not None:
            for one in told:
                if one.source == key and one.trigger_start == now.trigger_start:
                    yield one.event


def _may_be_one(said: Sequence[r.Claim], others: Sequence[r.Claim]) -> bool:
    """Whether two accounts name the same people, or one names some of the other's."""
    mine, theirs = ({part.actor for one in told for part in one.who} for told in (said, others))
    return (
        not others or mine == theirs or bool(mine & theirs and (mine <= theirs or theirs <= mine))
    )


def _free(key: str, taken: set[str]) -> str:
    number = 2
    while f"{key}-{number}" in taken:
        number += 1
    return f"{key}-{number}"
