"""Mails in a mail: who wrote what, and from which day their own words are counted."""

from __future__ import annotations

import pytest

from timeline import records as r
from timeline.extract.article import Article, read_article
from timeline.extract.claims import extracted

REPLY = """\
From: Anna Weber <anna@example.org>
Date: Fri, 15 Nov 2024 09:15:00 +0100
Subject: Re: the minister

The mayor resigned yesterday.

{head}
> The minister resigned yesterday. The police
> arrested Peter Stone in Leeds on Saturday.

Kind regards
"""
HEADS = [
    "On Mon, 11 Nov 2024 at 18:00, Paul Garner <paul@example.org> wrote:",
    "On Mon, Nov 11, 2024 at 6:00\u202fPM Paul Garner <paul@example.org>\nwrote:",
    "On 11 Nov 2024, at 18:00, Paul Garner <paul@example.org> wrote:",
    "On Monday, November 11, 2024, Paul Garner wrote:",
    "Le lun. 11 nov. 2024 à 18:00, Paul Garner <paul@example.org> a écrit :",
]


def article(text: str) -> Article:
    return read_article("mail.txt", text.encode(), published=None, language="en")


def claims(text: str) -> list[tuple[str, str | None, list[str]]]:
    """What is told: the event's type, its date, and by whom in which order."""
    ((_, found),) = extracted([article(text)])
    events = {one.key: one.type or "" for one in found if isinstance(one, r.Event)}
    names = {one.key: one.name for one in found if isinstance(one, r.Actor)}
    return [
        (
            events[one.event],
            one.date.text if one.date else None,
            [names.get(hop.actor or "") or str(hop.words) for hop in one.via],
        )
        for one in found
        if isinstance(one, r.Claim)
    ]


@pytest.mark.parametrize("head", HEADS)
def test_what_a_reply_quotes_is_told_by_who_wrote_it(head: str) -> None:
    assert claims(REPLY.format(head=head)) == [
        ("RESIGNATION", "2024-11-14", []),
        ("RESIGNATION", "2024-11-10", ["Paul Garner"]),
        ("COERCE", "2024-11-09", ["Paul Garner"]),
    ]


def test_a_letter_in_a_letter() -> None:
    inner = (
        "> On Sat, 9 Nov 2024, Zoe Roth wrote:\n>> The chancellor resigned yesterday.\n> Thanks."
    )
    told = claims(REPLY.format(head=f"{HEADS[0]}\n{inner}"))
    assert ("RESIGNATION", "2024-11-08", ["Paul Garner", "Zoe Roth"]) in told
    assert ("COERCE", "2024-11-09", ["Paul Garner"]) in told


def test_a_head_that_is_repeated() -> None:
    """As a programme writes it that marks no lines: the rest of the text is the letter."""
    head = (
        "-----Original Message-----\nFrom: Paul Garner\nSent: Monday, November 11, 2024 6:00 PM\n"
        "To: Anna Weber\nSubject: the minister"
    )
    text = f"The mayor resigned last month.\n\n{head}\n\nThe minister resigned yesterday.\n"
    assert claims(text) == [
        ("RESIGNATION", None, []),
        ("RESIGNATION", "2024-11-10", ["Paul Garner"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, 11 November 2024, Paul Garner wrote:\n\nThe minister resigned on Sunday.\n",
        "On Monday, 11 November 2024, Paul Garner wrote: the minister resigned on Sunday.\n",
        "> The minister resigned on Sunday, Paul Garner wrote.\n",
    ],
)
def test_what_is_no_letter(text: str) -> None:
    assert article(text).letters == ()


def test_the_marks_of_quoted_lines_are_no_words() -> None:
    read = article(REPLY.format(head=HEADS[0]))
    (letter,) = read.letters
    shown = " ".join(read.shown((letter.start, letter.end)).split())
    assert shown == (
        "The minister resigned yesterday. The police arrested Peter Stone in Leeds on Saturday."
    )
    assert all(">" not in read.shown(span) for span in read.prose)
