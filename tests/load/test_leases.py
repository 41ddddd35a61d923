"""Leases: of those who review at the same time each gets another claim, for ten minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import export_in, put_in
from draft import draft
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from timeline.load.leases import LEASE, lease, leased, release
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from sqlalchemy import Connection

KEYS = ("a", "b", "c")
steps = st.lists(
    st.tuples(
        st.sampled_from(("Nina", "Omar", "Pia")),
        st.booleans(),
        st.integers(min_value=0, max_value=LEASE),
    ),
    max_size=12,
)


@given(steps)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nobody_gets_what_another_looks_at(
    session: Connection, taken: list[tuple[str, bool, int]]
) -> None:
    """Whatever was leased or given back, and when: a lease is that of one, and ends by itself."""
    held: dict[str, tuple[str, int]] = {}
    now = 0
    with session.begin_nested() as point:
        for by, takes, later in taken:
            now += later
            held = {k: (who, end) for k, (who, end) in held.items() if end > now and who != by}
            if takes:
                free = next((key for key in KEYS if key not in held), None)
                assert lease(session, KEYS, by=by, now=now) == free
                if free is not None:
                    held[free] = (by, now + LEASE)
            else:
                release(session, by=by)
            for key in KEYS:
                assert leased(session, key, now=now) == held.get(key, (None,))[0]
        point.rollback()


def test_a_lease_is_no_changeset_and_is_not_exported(session: Connection) -> None:
    put_in(session, *draft())
    before = export_in(session), session.scalar(select(func.count()).select_from(t.changeset))
    lease(session, KEYS, by="Nina")
    after = export_in(session), session.scalar(select(func.count()).select_from(t.changeset))
    assert after == before
