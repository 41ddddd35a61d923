"""What `accept` and `reject` do: they find the claims, ask, decide, and say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.queries.question import Question
    from timeline.records import Decision

# Code of what to ask before many claims are decided, and of what to say when they are.
_ASKED: dict[Decision, str] = {"accepted": "accept-them", "rejected": "reject-them"}
_DONE: dict[Decision, str] = {"accepted": "accepted", "rejected": "rejected"}


def judge(
    says: Decision,
    called: Sequence[str],
    question: Question,
    *,
    by: str | None,
    why: str | None,
    yes: bool,
    db: str,
) -> None:
    """Decide claims, named one by one or found by filters.

    Args:
        says: what is decided.
        called: keys of claims, or their beginnings.
        question: what the filters ask for; of these only what a machine made and nobody has decided
            yet.
        by, why: who decides, and their reason.
        yes: do it without asking.
        db: the database.

    Raises:
        UsageError: neither claims nor filters, or both.
    """
    from timeline.cli.output import say, write_line
    from timeline.cli.person import agreed, decider
    from timeline.cli.talk import talk
    from timeline.load import judge_claims
    from timeline.queries.claimed import find_claim, undecided
    from timeline.queries.question import Question
    from timeline.store import open_store

    if bool(called) == (question != Question()):
        raise UsageError("claims-or-filters" if called else "no-claims-named")
    with open_store(db, write=True) as session:
        if called:
            keys = [find_claim(session, one) for one in dict.fromkeys(called)]
        else:
            keys = undecided(session, question)
            if not keys:
                say(talk("nothing-undecided"))
                return
            if not agreed(talk(_ASKED[says], count=len(keys)), yes=yes):
                return
        report = judge_claims(session, says, keys, by=decider(by), why=why)
    write_line(talk(_DONE[says], count=len(keys), unchanged=report.unchanged))
