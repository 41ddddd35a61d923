"""The API is asked at random, by its own description: it answers or refuses, and never breaks."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
from builders import put
from draft import draft
from hypothesis import HealthCheck, Phase, given, settings
from web.conftest import TOKEN, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from web.conftest import Site

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")

pytestmark = pytest.mark.slow
EXAMPLES = int(os.environ.get("TIMELINE_EXAMPLES", "25"))


@pytest.fixture
def desk(store_url: str) -> Iterator[Site]:
    """What a machine read, served to be reviewed."""
    put(store_url, *draft())
    with served(store_url, token=TOKEN, reviewer="Nina", seconds=60) as site:
        yield site


def test_whatever_is_asked_is_answered_or_refused_as_described(desk: Site) -> None:
    """No answer is a 5xx; each has a status, a type and a form that the description names."""
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi.checks import (
        content_type_conformance,
        response_schema_conformance,
        status_code_conformance,
    )

    checks = [
        not_a_server_error,
        content_type_conformance,
        response_schema_conformance,
        status_code_conformance,
    ]
    headers = {"Authorization": f"Bearer {TOKEN}", "Origin": desk.address.rstrip("/")}
    described = f"{desk.address}api/openapi.json"
    schema = schemathesis.openapi.from_url(described, headers=headers)
    tried = 0
    for result in schema.get_all_operations():
        operation = result.ok()

        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            derandomize=True,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=[*HealthCheck],
        )
        @given(case=operation.as_strategy())
        def ask(case: Any) -> None:
            case.call_and_validate(headers=headers, checks=checks)

        ask()
        tried += 1
    assert tried > 40
