"""What people decide about claims, and what they note: written, replaced, taken in from files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from sqlalchemy import or_, select, update

from timeline import records as r
from timeline.errors import NotFoundError, UsageError, Where
from timeline.load.batches import parts
from timeline.load.claims import put_claims
from timeline.load.decided import sources_of
from timeline.load.follow import follow
from timeline.load.references import report_missing
from timeline.load.renew import renew
from timeline.load.run import ChangesetKind, Report, Run, now
from timeline.load.stating import put_stated
from timeline.store import dialect
from timeline.store.decisions import NOTE, VERDICT
from timeline.store.stored import BY_HAND, claims_called
from timeline.store.tables import seen
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Row, Table

_KINDS: dict[r.Decision, ChangesetKind] = {
    "accepted": "accept",
    "rejected": "reject",
    "corrected": "correct",
}
_COLUMNS: dict[type[r.Verdict | r.Note], tuple[str, ...]] = {r.Verdict: VERDICT, r.Note: NOTE}


def _table(kind: type[r.Verdict | r.Note]) -> Table:
    return t.verdict if kind is r.Verdict else t.note


def put_words(run: Run, located: Sequence[r.Located]) -> None:
    """Write verdicts and notes that are not live yet."""
    for kind in _COLUMNS:
        table = _table(kind)
        records = [item.record for item in located if isinstance(item.record, kind)]
        given = {r.content_key(record): record for record in records}
        held: set[str] = set()
        for part in parts(given):
            live = (table.c.key.in_(part), table.c.revoked_in.is_(None))
            held.update(run.session.scalars(select(table.c.key).where(*live)))
        _insert(run, kind, [one for key, one in given.items() if key not in held])
        run.count["unchanged"] += len(held)


def _insert(run: Run, kind: type[Any], records: Sequence[Any]) -> None:
    table, names = _table(kind), _COLUMNS[kind]
    rows = [
        (
            *(run.ids.new(table), r.content_key(one), run.changeset, one.at.text),
            *(getattr(one, name) for name in names),
        )
        for one in records
    ]
    dialect.insert(run.session, table, ("id", "key", "made_in", "at", *names), rows)
    run.count["new"] += len(rows)
    if kind is r.Verdict:
        run.anew.decided |= sources_of(run.session, records)


# By command ---------------------------------------------------------------------------------------


def judge_claims(
    session: Connection, says: r.Decision, keys: Iterable[str], *, by: str, why: str | None = None
) -> Report:
    """Accept or reject claims.

    Args:
        session: a store opened to write.
        says: "accepted" or "rejected".
        keys: of the claims.
        by: who decides.
        why: in the person's words.

    Raises:
        NotFoundError: there is no such live claim.
    """
    renew(session)
    run = Run(session, _KINDS[says], given=" ".join(keys), by=by)
    put_verdicts(run, verdicts_on(session, says, keys, by=by, why=why))
    follow(run)
    return run.finish()


def correct(
    session: Connection,
    key: str,
    changes: Mapping[str, Any],
    *,
    by: str,
    why: str | None = None,
    kind: r.EventType | None = None,
) -> Report:
    """Put a person's own claim in the place of one that was read.

    Args:
        session: a store opened to write.
        key: of the claim as it was read.
        changes: field of a `Claim` -> what it is to be; a new `date` takes the place of the words
            that it was read from.
        by, why: as for `judge_claims`.
        kind: what the type of its event is to be, which the person states; where nothing else is
            changed, they stand by the claim.

    Raises:
        NotFoundError: there is no such live claim.
        UsageError: nothing would be different.
        LoadError: what is changed names something that there is not, or can't be.
    """
    renew(session)
    run = Run(session, "correct", given=key, by=by)
    if kind is not None:
        put_stated(run, r.Event, _read(session, key).event, {"type": kind}, by)
    if changes or kind is None:
        put_correction(run, key, changes, by=by, why=why)
    else:
        put_verdicts(run, verdicts_on(session, "accepted", [key], by=by, why=why))
    follow(run)
    return run.finish()


def put_correction(
    run: Run, key: str, changes: Mapping[str, Any], *, by: str, why: str | None = None
) -> None:
    """Write a person's own claim and the verdict that it is to count. Arguments and errors as for
    `correct`.
    """
    read = _read(run.session, key)
    own = {"collection": BY_HAND, "extractor": None, "confidence": None}
    if "date" in changes:
        own |= {"said": None, "rule": None}
    claim = replace(read, **own | dict(changes))
    if replace(claim, collection=None) == replace(read, **own | {"collection": None}):
        raise UsageError("nothing-to-correct", claim=key)
    correction = put_own_claim(run, claim)
    given = verdicts_on(run.session, "corrected", [key], by=by, why=why, correction=correction)
    put_verdicts(run, given)


def _read(session: Connection, key: str) -> r.Claim:
    """Give a live claim.

    Raises:
        NotFoundError: there is none with that key.
    """
    read = claims_called(session, [key]).get(key)
    if read is None:
        raise _missing(session, key)
    return read


def _missing(session: Connection, key: str) -> NotFoundError:
    """Say why there is no live claim with a key."""
    if session.scalar(select(t.claim.c.id).where(t.claim.c.key == key).limit(1)) is not None:
        return NotFoundError("claim-revoked", claim=key)
    return NotFoundError("no-such-key", kind="claim", key=key)


def put_own_claim(run: Run, claim: r.Claim) -> str:
    """Write a person's own claim, and give its key.

    Raises:
        LoadError: what it names is not there, or can't be.
    """
    item = r.Located(claim, Where(claim.event))
    for waiting in put_claims(run, [item]):
        report_missing(run, waiting)
    run.refuse()
    c = t.claim
    here = or_(c.c.made_in == run.changeset, c.c.id.in_(select(seen.c.id)))
    return str(run.session.scalars(select(c.c.key).where(here).limit(1)).one())


def drop(session: Connection, *events: int, by: str, why: str | None = None) -> Report:
    """Reject all claims that events have now, as one changeset; what another source says later
    counts again.

    Args:
        session: a store opened to write.
        events: ids of the events, after merges.
        by, why: as for `judge_claims`.
    """
    c = t.claim
    live = select(c.c.key).where(c.c.home_id.in_(events), c.c.revoked_in.is_(None))
    return judge_claims(session, "rejected", sorted(set(session.scalars(live))), by=by, why=why)


def note(session: Connection, of: r.Noted, about: str, text: str, *, by: str) -> Report:
    """Write a note on an event, actor, source or claim; the same by the same in one second is one.

    Args:
        session: a store opened to write.
        of: which of the four.
        about: its key.
        text: the note.
        by: who writes it.

    Raises:
        UsageError: the text is empty.
    """
    if not text.strip():
        raise UsageError("note-empty")
    renew(session)
    given = f"{of} {about}"
    run = Run(session, "note", given=given, by=by)
    written = r.Note(of=of, about=about, text=text, by=by, at=now())
    put_words(run, [r.Located(written, Where(given))])
    follow(run)
    return run.finish()


def put_verdicts(run: Run, given: Sequence[r.Verdict]) -> None:
    """Write what a person decided now, in the place of what that person decided before.

    Who says the same again, without another reason, says nothing new.
    """
    v, c = t.verdict, t.claim
    for verdict in given:
        earlier = [
            row
            for row in run.session.execute(_own(verdict)).all()
            if _place(row) == _place(verdict) and row.by == verdict.by
        ]
        if any(_says(row) == _says(verdict) for row in earlier):
            run.count["unchanged"] += 1
            continue
        revoked = {"revoked_in": run.changeset}
        replaced = v.c.id.in_([row.id for row in earlier])
        run.session.execute(update(v).where(replaced).values(revoked))
        own = (c.c.key.in_([row.correction for row in earlier]), c.c.revoked_in.is_(None))
        by_hand = c.c.collection_id == run.ids.of_collection(BY_HAND)
        run.work.touch(run.session.scalars(select(c.c.event_id).where(*own, by_hand)))
        run.session.execute(update(c).where(*own, by_hand).values(revoked))
        run.count["changed"] += len(earlier)
        _insert(run, r.Verdict, [verdict])


def _own(verdict: r.Verdict) -> Any:
    v = t.verdict
    return select(v).where(v.c.source == verdict.source, v.c.revoked_in.is_(None))


def _place(given: Any) -> tuple[Any, ...]:
    if given.trigger_start is None:
        return (given.claim,)
    return given.text_sha256, given.trigger_start, given.trigger_end


def _says(given: Any) -> tuple[Any, ...]:
    return given.says, given.claim, given.correction, given.why


def verdicts_on(
    session: Connection,
    says: r.Decision,
    keys: Iterable[str],
    *,
    by: str,
    why: str | None = None,
    correction: str | None = None,
) -> list[r.Verdict]:
    """Make verdicts on live claims, with all that finds them again.

    Arguments as for `judge_claims`; `correction`: key of the claim that is to count instead.

    Raises:
        NotFoundError: there is no such live claim.
    """
    wanted = list(dict.fromkeys(keys))
    c, s = t.claim, t.source
    rows: dict[str, Row[Any]] = {}
    columns = (c.c.key, c.c.quote, c.c.quote_start, c.c.trigger_start, c.c.trigger_end)
    about = (s.c.key.label("source"), s.c.text_sha256, s.c.url, t.source_text.c.text)
    query = select(*columns, *about).join(s, s.c.id == c.c.source_id)
    query = query.outerjoin(t.source_text, t.source_text.c.source_id == s.c.id)
    for part in parts(wanted):
        live = query.where(c.c.key.in_(part), c.c.revoked_in.is_(None))
        rows |= {row.key: row for row in session.execute(live)}
    at = now()
    found = []
    for key in wanted:
        if key not in rows:
            raise _missing(session, key)
        verdict = r.Verdict(
            **_where(rows[key]), claim=key, says=says, by=by, at=at, why=why, correction=correction
        )
        found.append(verdict)
    return found


def _where(row: Row[Any]) -> dict[str, Any]:
    """Give the fields of a verdict that find a claim again."""
    names = ("source", "text_sha256", "url", "quote", "quote_start", "trigger_start", "trigger_end")
    fields = {name: row._mapping[name] for name in names}
    if row.text is not None and row.trigger_start is not None:
        fields["trigger"] = row.text[row.trigger_start : row.trigger_end]
    return fields
