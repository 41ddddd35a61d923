"""What loading a new database costs: as much for the last event as for the first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from builders import located

from bench.questions import counted, uneven
from timeline.load import load
from timeline.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

FEW, MANY = 1_000, 4_000
# The more there is, the deeper its indexes are.
SLACK = 1.3


class _Cost(NamedTuple):
    """Steps of SQLite's machine, in thousands, and statements."""

    steps: int
    statements: int


def cost(path: Path, number: int) -> _Cost:
    """Load so many events at once into a new database."""
    ticks: list[None] = []
    with open_store(str(path), write=True) as session, counted(session) as statements:
        driver: Any = session.connection.driver_connection
        driver.set_progress_handler(lambda: ticks.append(None), 1000)
        load(session, located(uneven(number)), given="test", match=False)
    return _Cost(len(ticks), len(statements))


def test_what_an_event_costs_does_not_depend_on_how_many_there_are(tmp_path: Path) -> None:
    few, many = (cost(tmp_path / f"{number}.db", number) for number in (FEW, MANY))
    assert many.steps < few.steps * MANY / FEW * SLACK
    assert many.statements < MANY / 5  # they are sent for many events together
