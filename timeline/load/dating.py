"""What of a claim rests on its source: its date on the publication, its quote on the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from sqlalchemy import select

from timeline import records as r
from timeline.dates import Date, parse
from timeline.errors import DataError
from timeline.load.batches import parts, update_many
from timeline.load.quotes import Quoted, QuoteError, requoted
from timeline.store.tables import tables as t
from timeline.temporal.reader import read_said
from timeline.temporal.relative import parse_rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Row

    from timeline.load.run import Run

# Where a claim's quote stands, and how: what depends on the text that its source has.
QUOTED = Quoted._fields


class Basis(NamedTuple):
    """What a claim needs to know of its source."""

    key: str
    language: str | None
    published: Date | None
    text: str | None


def bases(session: Connection, sources: Iterable[str]) -> dict[str, Basis]:
    """Read what claims need to know of some sources: key -> that."""
    s = t.source
    found = {}
    for part in parts(set(sources)):
        query = (
            select(s.c.key, s.c.language, s.c.published, t.source_text.c.text)
            .outerjoin(t.source_text, t.source_text.c.source_id == s.c.id)
            .where(s.c.key.in_(part))
        )
        for key, language, published, text in session.execute(query):
            found[key] = Basis(key, language, parse(published) if published else None, text)
    return found


def dated(claim: r.Claim, basis: Basis) -> r.Claim:
    """Work out a claim's rule and date from what its source says and when it was published.

    A rule without a publication date to hold it against stays a rule, and the claim has no date.

    Raises:
        DateError: what the source says is not understood, or leads nowhere.
    """
    if claim.said and claim.rule is None and claim.date is None:
        meant = read_said(claim.said, basis.language)
        if isinstance(meant, Date):
            return msgspec.structs.replace(claim, date=meant)
        claim = msgspec.structs.replace(claim, rule=str(meant))
    if claim.rule is None:
        return claim
    rule = parse_rule(claim.rule)
    if rule.anchor != "published":
        return msgspec.structs.replace(claim, rule=str(rule))
    date = rule.resolve(basis.published) if basis.published else None
    return msgspec.structs.replace(claim, rule=str(rule), date=date)


def date_columns(date: Date | None) -> tuple[str | None, int | None, int | None]:
    """Give what the columns `date`, `earliest` and `latest` hold."""
    return (date.text, date.earliest, date.latest) if date else (None, None, None)


def rederive(run: Run, *, journal: bool = True) -> set[int]:
    """Work out anew the dates and quotes of claims whose source has another text, language or
    publication date.

    Args:
        run: the changeset.
        journal: keep where the quotes stood, for undo.

    Returns:
        the changesets of the claims for which that is not possible; each is a problem.
    """
    stuck: set[int] = set()
    c, s = t.claim, t.source
    for number in run.work.take_redated():
        key = str(run.session.scalar(select(s.c.key).where(s.c.id == number)))
        basis = bases(run.session, [key])[key]
        changed = []
        live = select(c).where(c.c.source_id == number, c.c.revoked_in.is_(None))
        for row in run.session.execute(live.order_by(c.c.event_id, c.c.id)).all():
            try:
                new = _rederived(row, basis)
            except DataError as error:
                run.problem(r.Where(f"source {key}"), error.message)
                stuck.add(row.made_in)
                continue
            if any(row._mapping[name] != value for name, value in new.items()):
                changed.append({"by_home_id": row.home_id, "by_id": row.id} | new)
                before = {name: row._mapping[name] for name in QUOTED}
                if journal and any(before[name] != new[name] for name in QUOTED):
                    run.journal.keep("quote", f"{row.event_id} {row.id}", before)
            # When its source was published counts, though its own date may rest on something else.
            run.work.touch([row.event_id])
        update_many(run.session, c, ("home_id", "id"), changed)
    return stuck


def _rederived(row: Row[Any], basis: Basis) -> dict[str, Any]:
    claim = r.Claim(
        event="", source=basis.key, rule=row.date_rule, date=parse(row.date) if row.date else None
    )
    date = date_columns(dated(claim, basis).date)
    try:
        found = requoted(Quoted._make(row._mapping[name] for name in QUOTED), basis.text)
    except QuoteError as error:
        raise DataError("quote-lost", claim=row.key, why=error.message) from error
    return dict(zip((*QUOTED, "date", "earliest", "latest"), (*found, *date), strict=True))
