"""What each code says in English: what is wrong, and how to mend it; nothing of the command line,
so that it reads well from Python too. `fill` tells how a sentence is written.
"""

from __future__ import annotations

from typing import TypeAlias

# A template, or one with ends of which one is added.
Sentence: TypeAlias = str | tuple[str, ...]

MESSAGES: dict[str, Sentence] = {
    "ambiguous-date": "{text} is ambiguous: write {readings: or }",
    "anchor-without-bounds": (
        "{rule}: the anchor {anchor} has no bounds; give the source a date with a start and an end"
    ),
    "bound-of-nothing": (
        "{bound} {date} leaves nothing out; give the source a date with a start and an end"
    ),
    "bound-out-of-reach": "{bound} {date} is out of reach; give a date between -9999 and 9999",
    "bound-without-edge": (
        "{bound} what has no start or no end says nothing; give a date with a start and an end"
    ),
    "certainly-without-window": "what lies certainly in a window can't be told without one",
    "date-best": (
        "the dates have no part in common; the best is that of claim {claim}: {modality}, "
        "{origins:independent origin|independent origins}"
    ),
    "date-common": "{date} is the part common to {dates}",
    "date-no-text": "a date is a text, not {given!r}",
    "date-none": "no live claim gives a date",
    "date-of-filter": "{filter}: {why}",
    "date-of-option": "{option} {why}",
    "date-pinned": "claim {claim} is pinned",
    "date-same": "all dated claims say {date}",
    "date-without-words": (
        "{dates} agree; EDTF has no words for their common part, {date} is the narrowest"
    ),
    "event-and-filter": "filters are for the list of events, not for one event",
    "known-by-endless": "{date} has no end; say by which day it was to be known",
    "lost-to-better": "it contradicts a better date",
    "lost-to-pinned": "another claim is pinned",
    "names": "{names}",
    "names-and-more": "{names} and {more:,} more",
    "no-grammar": "dates in the language {language!r} can't be read; there are {known}",
    "no-order-of-numbers": (
        "{text}: no order of its numbers is a date; write year, month, day: 2024-11-30"
    ),
    "no-quantity": (
        "the quantity {name!r} has no number, an infinite one, or its low, value and high are not "
        "in order"
    ),
    "no-such-actor": ("there is no actor {name!r}", "; did you mean {near: or }?"),
    "no-such-choice": ("{option} {given}: there are {known}", "; did you mean {near: or }?"),
    "no-such-cursor": "{cursor!r} is no cursor; take the one that the page before gave",
    "no-such-day": "{text}: its calendar has no such day; look it up, or write the date in EDTF",
    "no-such-event": ("there is no event {name!r}", "; did you mean {near: or }?"),
    "no-such-mention": "there is no mention {name!r}",
    "no-such-place": ("there is no place {name!r}", "; did you mean {near: or }?"),
    "no-such-source": ("there is no source {name!r}", "; did you mean {near: or }?"),
    "no-such-word": (
        "there is no {what} {given!r}",
        "; did you mean {near: or }?",
        "; there are {known}",
    ),
    "no-year-0": "{text}: there is no year 0 BC; write 0000 for 1 BC",
    "not-a-date-said": (
        "{text!r} is not understood as a date; write it in EDTF (2024-11-11) or like: {examples}"
    ),
    "not-a-date-typed": "{text!r} is not understood as a date; write it like one of: {examples}",
    "not-a-rule": (
        "{text!r} is not a rule for a date; write one like 'this monday @ published', '-3 day"
        " @ published', 'last november @ published', 'nearest --11-11 @ published' or 'before"
        " @ published'"
    ),
    "problems": (
        "{count:problem|problems}",
        " ({more} more not shown); nothing was loaded",
        "; nothing was loaded",
    ),
    "quantity-twice": (
        "a claim gives a quantity of one name once; keep one, or give the other another name"
    ),
    "quantity-unread": (
        "{given!r} is no quantity; write a number without spaces or commas, then its unit: 12, "
        "30..40, 2 billion EUR"
    ),
    "role-without-actor": "a role needs an actor: whose role is it?",
    "rule-out-of-reach": (
        "{rule}: on {anchor} this is out of reach; give a date between -9999 and 9999"
    ),
    "several-actors": "{name!r} may be several actors; give one of these keys",
    "several-events": "{name!r} may be several events; give one of these keys",
    "several-mentions": "{name!r} may be several mentions; give one of these keys",
    "since-needs-edges": "since and until need a date with a start and an end, not {date}",
    "since-out-of-reach": (
        "{date}: since and until need a year from 0000 to 9999 here; give an exact date"
    ),
    "standing-asserted": "asserted by {sources}; {origins:independent origin|independent origins}",
    "standing-denied": "denied by {denying}; no live claim affirms it",
    "standing-disputed": (
        "affirmed by {affirming}; denied by {denying}; "
        "{origins:independent origin|independent origins}"
    ),
    "standing-none": "no live claim speaks of it",
    "standing-planned": (
        "not said to have happened; {modality} according to {sources}; "
        "{origins:independent origin|independent origins}"
    ),
    "standing-reported": (
        "no claim asserts it; {modality} according to {sources}; "
        "{origins:independent origin|independent origins}"
    ),
    "standing-unsaid": "{sources} speaks of it; no live claim affirms or denies it",
    "text-without-words": "{text!r} has no word to look for",
    "which-year": "{text!r} does not say which year; write it out, or put last or next before it",
    "why-without-event": "reasons are given for one event",
    "window-backwards": "the window ends ({end}) before it starts ({start})",
    "window-twice": "the date on which it happened says both ends of the window already",
    "words-and-brackets": "{words}: the words say {said}, the brackets {edtf}; mend one of them",
    "wrong-weekday": "{text}: {date} is a {actual}; mend the date or leave the day of the week out",
    "year-of-two-digits": "{text}: write the year with four digits",
}
