"""Roles that only one can fill: two sources that name two different people there can't both be
right.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

# Type of events, role, who that is: a line each. A role stands here if an event of the type has one
# such person as a rule; where a source names several in it, they are no rivals.
_ROLES = "sole_roles.tsv"


@cache
def sole_roles() -> dict[tuple[str, str], str]:
    """Give (type of events, role) -> who fills it, in words."""
    lines = files(__package__).joinpath(_ROLES).read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return {(kind, role): who for kind, role, who in rows}
