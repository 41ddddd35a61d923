"""What stands in an address, read as the values that a route takes; nothing of it is trusted."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Any

from timeline.errors import UsageError
from timeline.names import nearest
from timeline.queries.parameters import PARAMETERS, question_of
from timeline.web.route import ApiRequest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.web.route import ApiRoute, Own


def asked_of(
    route: ApiRoute,
    pairs: Iterable[tuple[str, str]],
    key: str = "",
    reviewer: str | None = None,
) -> ApiRequest:
    """Read the parameters of a request.

    Args:
        route: which takes them.
        pairs: names and values, as they stand in the address.
        key: of the thing that the path names.
        reviewer: under whose name it is reviewed; None means not at all.

    Raises:
        UsageError: there is no such parameter, it stands there twice, it is missing, or does not
            take that value; anything holds a NUL, which no text of PostgreSQL does.
    """
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        given.setdefault(name, []).append(value)
    if any("\0" in text for text in (key, *given, *chain(*given.values()))):
        raise UsageError("control-character", point="U+0000")
    known = {PARAMETERS[field].name for field in route.filters}
    for name in given:
        if name not in known and name not in route.own:
            near = nearest(name, [*known, *route.own])
            raise UsageError("no-such-filter", given=name, near=near, known=sorted(known))
    own = {name: _own(name, each, given.pop(name, [])) for name, each in route.own.items()}
    return ApiRequest(question_of(given), key, own, reviewer)


def _own(name: str, own: Own, values: list[str]) -> Any:
    if own.many:
        return tuple(values)
    if len(values) > 1:
        raise UsageError("filter-twice", name=name)
    if not values:
        if own.default is None:
            raise UsageError("filter-missing", name=name)
        return own.default
    (value,) = values
    if own.kind is int:
        # Longer ones are none of ours, and slow to read.
        if not re.fullmatch("-?[0-9]{1,19}", value) or not own.least <= int(value) <= own.most:
            raise UsageError("no-number", option=name, given=value, least=own.least, most=own.most)
        return int(value)
    if own.known and value not in own.known:
        raise UsageError("no-such-choice", option=name, given=value, known=[*own.known])
    return value


def query_of(asked: Mapping[str, Any]) -> str:
    """Write parameters as the query of an address."""
    from urllib.parse import urlencode

    return urlencode(asked, doseq=True)
