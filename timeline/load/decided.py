"""Which claims the verdicts fall on, worked out from each claim's place.

It is kept beside the claims, and worked out anew for the sources that a run touched: a verdict
waits for its claim, falls on another reading of the same place, and comes back when a load that was
undone is done again.
"""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace
from sqlalchemy import exists, or_, select

from timeline.load.batches import parts, update_many
from timeline.load.quotes import Quoted, QuoteError, requoted
from timeline.records import content_key, to_mapping
from timeline.store.above import rows_above
from timeline.store.decisions import verdicts
from timeline.store.stored import claims_called
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Row

    from timeline import records as r
    from timeline.load.run import Run

# Of two persons: a claim that one of them rejected counts for nobody.
_FIRST = ("rejected", "corrected", "accepted")
# So much of two sentences is the same where one is the other with a slip of the pen mended; of a
# sentence of thirty letters that tells another town it is less.
_NEARLY = 0.9
# What a claim says of itself, beside what happened: where it stands, and who read it.
_OF_ITSELF = (
    *("collection", "source", "quote", "quote_start", "quote_end", "trigger_start", "trigger_end"),
    *("extractor", "confidence"),
)


class _Given(NamedTuple):
    """A verdict and its id."""

    id: int
    verdict: r.Verdict


class _Text(NamedTuple):
    """A source as a verdict looks for it: its text, and all that it and its earlier versions are
    known by.
    """

    sha256: str | None
    keys: frozenset[str]
    sha256s: frozenset[str]
    urls: frozenset[str]


def decide(run: Run) -> None:
    """Set anew what people decided about the claims of the sources that the run touched."""
    sources = run.anew.take_decided()
    if not _is_anything_decided(run.session):
        return
    # What later versions say is held against what the touched ones do.
    for part in parts(later_versions(run.session, sources)):
        changed = list(changes(run.session, part))
        update_many(run.session, t.claim, ("home_id", "id"), changed)
        run.work.touch(row["by_home_id"] for row in changed)
    for part in parts(_earlier_versions(run.session, sources)):
        moved = list(versions_stood_for(run.session, part))
        update_many(run.session, t.claim, ("home_id", "id"), moved)
        run.work.touch(row["by_home_id"] for row in moved)


def _is_anything_decided(session: Connection) -> bool:
    columns = (t.verdict.c.id, t.claim.c.verdict_id, t.claim.c.version_id)
    return any(session.scalar(select(exists().where(one.is_not(None)))) for one in columns)


def sources_of(session: Connection, given: Iterable[r.Verdict]) -> set[int]:
    """Give the sources on whose claims verdicts may fall, with their later versions."""
    s, found = t.source, set[int]()
    for field, column in (("source", s.c.key), ("text_sha256", s.c.text_sha256), ("url", s.c.url)):
        wanted = {value for one in given if (value := getattr(one, field)) is not None}
        for part in parts(wanted):
            found.update(session.scalars(select(s.c.id).where(column.in_(part))))
    return later_versions(session, found)


def later_versions(session: Connection, sources: Collection[int]) -> set[int]:
    """Give sources and all that replace them, directly or not."""
    s, found, newest = t.source, set(sources), set(sources)
    while newest:
        following: set[int] = set()
        for part in parts(newest):
            following.update(session.scalars(select(s.c.id).where(s.c.replaces_id.in_(part))))
        newest = following - found
        found |= newest
    return found


def _earlier_versions(session: Connection, sources: Collection[int]) -> set[int]:
    """Give sources and all that they replace, directly or not."""
    found: set[int] = set()
    for part in parts(sources):
        found |= rows_above(session, t.source, t.source.c.replaces_id, part).keys()
    return found


def versions_stood_for(session: Connection, sources: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Give what changes of the corrections of claims of some sources, as `update_many` takes it:
    each stands for the newest version that, like all before it, still says what it corrects.
    """
    c, v = t.claim, t.verdict.c
    corrections = select(v.correction).where(v.correction.is_not(None), v.revoked_in.is_(None))
    mine = (c.c.source_id.in_(sources), c.c.revoked_in.is_(None))
    rows = session.execute(
        select(c.c.home_id, c.c.id, c.c.key, c.c.source_id, c.c.version_id).where(
            *mine, or_(c.c.version_id.is_not(None), c.c.key.in_(corrections))
        )
    ).all()
    keys = {row.key for row in rows}
    corrected = select(c.c.source_id, v.correction).join(t.verdict, v.id == c.c.verdict_id)
    corrected = corrected.where(c.c.decision == "corrected", c.c.revoked_in.is_(None))
    found = session.execute(corrected.where(v.correction.in_(keys))) if keys else ()
    stands_in = {(row.source_id, row.correction) for row in found}
    replacing = _replacing(session, {row.source_id for row in rows})
    for row in rows:
        version, newer = row.source_id, replacing[row.source_id]
        while newer and all((number, row.key) in stands_in for number in newer):
            version, newer = newer[0], replacing[newer[0]]
        new = None if version == row.source_id else version
        if new != row.version_id:
            yield {"by_home_id": row.home_id, "by_id": row.id, "version_id": new}


def _replacing(session: Connection, sources: Collection[int]) -> defaultdict[int, list[int]]:
    """Give id of a source, and of each later version of it -> ids of those that replace it, in the
    order of their keys.
    """
    s, found = t.source.c, defaultdict[int, list[int]](list)
    for part in parts(later_versions(session, sources)):
        query = select(s.replaces_id, s.id).where(s.replaces_id.in_(part)).order_by(s.key)
        for replaced, number in session.execute(query):
            found[replaced].append(number)
    return found


def changes(session: Connection, sources: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Give what changes of the live claims of some sources, as `update_many` takes it."""
    c = t.claim
    texts = _texts(session, sources)
    given = _verdicts_on(session, texts.values())
    columns = (c.c.home_id, c.c.id, c.c.key, c.c.source_id, c.c.trigger_start, c.c.trigger_end)
    query = select(*columns, c.c.quote, c.c.extractor, c.c.decision, c.c.verdict_id)
    live = query.where(c.c.source_id.in_(sources), c.c.revoked_in.is_(None))
    claims: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in session.execute(live.order_by(c.c.source_id, c.c.home_id, c.c.id)):
        claims[row.source_id].append(row)
    for source, rows in claims.items():
        on_it = [one for one in given if _concerns(one.verdict, texts[source])]
        decisions = _decisions(rows, on_it, texts[source].sha256, session, source)
        for row in rows:
            decision, verdict = decisions.get((row.home_id, row.id), (None, None))
            if (row.decision, row.verdict_id) != (decision, verdict):
                place = {"by_home_id": row.home_id, "by_id": row.id}
                yield place | {"decision": decision, "verdict_id": verdict}


def _texts(session: Connection, sources: Sequence[int]) -> dict[int, _Text]:
    """Give id of a source -> what verdicts may know it by."""
    s = t.source
    known: dict[int, Row[Any]] = {}
    wanted = set(sources)
    while wanted:
        query = select(s.c.id, s.c.key, s.c.text_sha256, s.c.url, s.c.replaces_id)
        found = session.execute(query.where(s.c.id.in_(wanted))).all()
        known |= {row.id: row for row in found}
        wanted = {row.replaces_id for row in found if row.replaces_id} - known.keys()
    # What a run noted may be gone by now: an undo deletes what a changeset made.
    return {source: _text(known, source) for source in sources if source in known}


def _text(known: Mapping[int, Row[Any]], source: int) -> _Text:
    versions: dict[int, Row[Any]] = {}
    number: int | None = source
    while number is not None and number not in versions:
        versions[number] = known[number]
        number = known[number].replaces_id
    return _Text(
        known[source].text_sha256,
        frozenset(row.key for row in versions.values()),
        frozenset(row.text_sha256 for row in versions.values() if row.text_sha256),
        frozenset(row.url for row in versions.values() if row.url),
    )


def _concerns(verdict: r.Verdict, text: _Text) -> bool:
    """Whether a verdict was given on this source, another copy, or an earlier version of it."""
    by_text = verdict.text_sha256 in text.sha256s
    return by_text or verdict.url in text.urls or verdict.source in text.keys


def _verdicts_on(session: Connection, texts: Collection[_Text]) -> list[_Given]:
    v, found = t.verdict, dict[int, _Given]()
    for column, field in (
        (v.c.source, "keys"),
        (v.c.text_sha256, "sha256s"),
        (v.c.url, "urls"),
    ):
        for part in parts(set(chain.from_iterable(getattr(text, field) for text in texts))):
            for number, verdict in verdicts(session, column.in_(part)):
                found[number] = _Given(number, verdict)
    return list(found.values())


def _decisions(
    claims: Sequence[Row[Any]],
    given: Sequence[_Given],
    sha256: str | None,
    session: Connection,
    source: int,
) -> dict[tuple[int, int], tuple[str, int]]:
    """Give home and id of a claim -> what was decided about it, and the id of that verdict."""
    if not given:
        return {}
    text = _held_text(session, source)
    at: dict[int, list[_Given]] = defaultdict(list)
    of: dict[str, list[_Given]] = defaultdict(list)
    for one in given:
        offsets = _offsets(one.verdict, sha256, text)
        for offset in offsets or _mended(session, one.verdict, claims, text):
            at[offset].append(one)
        for key in (one.verdict.claim, one.verdict.correction):
            if key is not None and one.verdict.trigger_start is None:
                of[key].append(one)
    corrections = {one.verdict.correction for one in given}
    found = {}
    keys = {row.key for row in claims}
    for row in claims:
        by_people = row.extractor is None and row.key not in corrections
        span = range(row.trigger_start or 0, row.trigger_end or 0)
        here = [] if by_people else list(chain.from_iterable(at[offset] for offset in span))
        here += of[row.key]
        if here:
            winner = _winner(here)
            key = _key_in(session, row, winner.verdict, keys)
            decision = _decision(key, winner.verdict, keys)
            if decision is not None:
                found[row.home_id, row.id] = (decision, winner.id)
    return found


def _key_in(session: Connection, row: Row[Any], verdict: r.Verdict, keys: Collection[str]) -> str:
    """Give the key that a claim would have, were it a claim of the source that a verdict was given
    on: what a person accepted is accepted where another version says the same.

    Args:
        session: an open store.
        row: of the claim.
        verdict: the one that holds at its place.
        keys: of the live claims of its source.
    """
    key: str = row.key
    if verdict.says != "accepted" or verdict.claim in keys:
        return key
    claim = _claim_of(session, row)
    same = content_key(replace(claim, source=verdict.source)) == verdict.claim
    return verdict.claim if same or _says_so(session, claim, verdict) else key


def _says_so(session: Connection, claim: r.Claim, verdict: r.Verdict) -> bool:
    """Whether a claim tells of an event what the one does that a verdict was given on."""
    before = claims_called(session, [verdict.claim]).get(verdict.claim)
    return before is not None and _told(claim) == _told(before)


def _told(claim: r.Claim) -> dict[str, Any]:
    return {name: value for name, value in to_mapping(claim).items() if name not in _OF_ITSELF}


def _mended(
    session: Connection, verdict: r.Verdict, claims: Sequence[Row[Any]], text: str | None
) -> range:
    """Give the offsets of the word that a verdict was given on in a sentence that was mended a
    little: what a machine reads there now has to say what it said before.
    """
    if verdict.trigger_start is None or verdict.quote is None or text is None:
        return range(0)
    alike = [
        (_likeness(row.quote, verdict.quote), row)
        for row in claims
        if row.extractor is not None
        and row.quote is not None
        and row.trigger_start is not None
        and text[row.trigger_start : row.trigger_end] == verdict.trigger
    ]
    nearest = sorted(alike, key=lambda one: (-one[0], one[1].trigger_start, one[1].key))
    for likeness, row in nearest:
        if likeness > _NEARLY and _says_so(session, _claim_of(session, row), verdict):
            return range(row.trigger_start, row.trigger_end)
    return range(0)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _claim_of(session: Connection, row: Row[Any]) -> r.Claim:
    return claims_called(session, [row.key], t.claim.c.source_id == row.source_id)[row.key]


def _held_text(session: Connection, source: int) -> str | None:
    query = select(t.source_text.c.text).where(t.source_text.c.source_id == source)
    return session.scalar(query)


def _offsets(verdict: r.Verdict, sha256: str | None, text: str | None) -> range:
    """Give the offsets in a text of the word that a verdict was given on: as they were in the same
    text, else those of the same word in the same sentence.
    """
    start, end = verdict.trigger_start, verdict.trigger_end
    if start is None or end is None:
        return range(0)
    if text is None or verdict.text_sha256 == sha256:
        return range(start, end)
    if verdict.quote is None or verdict.quote_start is None:
        return range(0)
    quote_end = verdict.quote_start + len(verdict.quote)
    before = Quoted(verdict.quote, verdict.quote_start, quote_end, start, end)
    try:
        now = requoted(before, text)
    except QuoteError:
        return range(0)
    return range(now.trigger_start or 0, now.trigger_end or 0)


def _winner(given: Iterable[_Given]) -> _Given:
    """Give the verdict that holds: each person's latest, of several persons by `_FIRST`."""
    latest: dict[str, _Given] = {}
    for one in sorted(given, key=lambda one: (one.verdict.at.sort_key, one.verdict.claim, one.id)):
        latest[one.verdict.by] = one
    return min(
        latest.values(),
        key=lambda one: (_FIRST.index(one.verdict.says), one.verdict.by),
    )


def _decision(key: str, verdict: r.Verdict, live: Collection[str]) -> str | None:
    """Say what a verdict means for a claim at its place.

    Args:
        key: of the claim.
        verdict: the one that holds.
        live: keys of the source's live claims.
    """
    if verdict.says == "rejected":
        return "rejected"
    kept = verdict.correction if verdict.says == "corrected" else verdict.claim
    if key == kept:
        return "accepted"
    if verdict.says == "corrected":
        return "corrected"
    # Another reading of a place where a person accepted one; without that one, nothing was decided.
    return "superseded" if kept in live else None
