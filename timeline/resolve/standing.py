"""From what claims say of whether an event was to its standing."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Literal, TypeAlias

from timeline.errors import Message
from timeline.resolve.account import STRENGTH, listed, of_people, origins_of, sources_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.resolve.account import Account, LostAccount

Standing: TypeAlias = Literal["asserted", "reported", "disputed", "denied", "retracted", "planned"]

_UNREALISED = STRENGTH["planned"]


def standing_of(
    accounts: Sequence[Account], given: Sequence[Account]
) -> tuple[Standing | None, Message]:
    """Give the standing by what people made or accepted, and what a machine reads otherwise.

    Args:
        accounts: those that count.
        given: all, also what is no evidence.
    """
    by_people = of_people(accounts)
    standing, reason = _standing(by_people, origins_of(by_people))
    if noted := [account for account in given if not account.evident]:
        code = "standing-beside-notes" if len(noted) < len(given) else "standing-by-notes"
        reason = Message(code, reason=reason, sources=sources_named(noted))
    if len(by_people) == len(accounts):
        return standing, reason
    otherwise, _ = _standing(accounts, origins_of(accounts))
    if otherwise == standing:
        return standing, reason
    read = sources_named([account for account in accounts if account.unreviewed])
    return standing, Message("standing-unreviewed", reason=reason, standing=otherwise, sources=read)


def standing_of_gone(
    withdrawing: Sequence[Account], gone: Sequence[LostAccount]
) -> tuple[Standing | None, Message]:
    """Give the standing of an event of which nobody says anything any more.

    Args:
        withdrawing: the claims that take others back.
        gone: what was said before.
    """
    by = {one.by for one in gone} | {account.source for account in withdrawing}
    if not by:
        return None, Message("standing-none")
    told = {"by": listed(sorted(by)), "sources": sources_named([one.account for one in gone])}
    if not gone:
        return "retracted", Message("standing-withdrawn", by=told["by"])
    left_out = all(one.how in (None, "update") for one in gone)
    return "retracted", Message("standing-left-out" if left_out else "standing-retracted", **told)


def _standing(accounts: Sequence[Account], origins: int) -> tuple[Standing | None, Message]:
    """Give the standing, and why; `origins` is how many affirm, independent of each other."""
    if not accounts:
        return None, Message("standing-none")
    affirming = [account for account in accounts if account.polarity == "affirms"]
    denying = [account for account in accounts if account.polarity == "denies"]
    if affirming and denying:
        said = {"affirming": sources_named(affirming), "denying": sources_named(denying)}
        return "disputed", Message("standing-disputed", **said, origins=origins)
    if denying:
        return "denied", Message("standing-denied", denying=sources_named(denying))
    if not affirming:
        return "reported", Message("standing-unsaid", sources=sources_named(accounts))
    strength, strongest = next(iter(_by_strength(affirming)))
    told = {"sources": sources_named(strongest), "origins": origins}
    if strength == STRENGTH["asserted"]:
        return "asserted", Message("standing-asserted", **told)
    told["modality"] = strongest[0].modality
    if strength < _UNREALISED:
        return "reported", Message("standing-reported", **told)
    return "planned", Message("standing-planned", **told)


def _by_strength(accounts: Sequence[Account]) -> list[tuple[int, list[Account]]]:
    def strength(account: Account) -> int:
        return STRENGTH[account.modality]

    return [
        (key, list(group)) for key, group in groupby(sorted(accounts, key=strength), key=strength)
    ]
