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
    "broken-json": "broken JSON: {why}; write one JSON object a line",
    "cannot-be-read": "can't be read: {why}; look at its name and rights",
    "certainly-without-window": "what lies certainly in a window can't be told without one",
    "collection-of-people": "collection {key} holds what people wrote; load it under another name",
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
    "document-date": 'dct: {given!r} is not a text; write EDTF in quotes: "2024-11-12"',
    "document-language": "lang: {given!r} is none of {known}",
    "empty-folder": "no file in it ends with {suffixes}; name files instead",
    "event-and-filter": "filters are for the list of events, not for one event",
    "is-address": "is an address, and nothing is fetched; save the page as .html and name that",
    "is-archive": "is an archive or compressed; unpack it",
    "is-database": "is a database; write its records to a file, and name that",
    "is-e-book": "is an e-book; save its text as .txt",
    "is-office-file": "is a file of an office program; save its text as .txt",
    "is-pdf": "is a PDF; save its text as .txt",
    "is-picture": "is a picture; give the text of the article",
    "is-presentation": "is a presentation; save its text as .txt",
    "is-recording": "is a recording; write down what is said, as .txt",
    "is-rtf": "is RTF; save its text as .txt",
    "is-spreadsheet": "is a spreadsheet, which is not read; write a record for each row, as .jsonl",
    "is-table": "is a table, which is not read; write a record for each row, as .jsonl",
    "is-web-link": "is a link to a page; save the page as .html and name that",
    "is-word-document": "is a Word document; save its text as .txt",
    "key-of-several": "each article is a collection of its own, and not all can be called {key}",
    "known-by-endless": "{date} has no end; say by which day it was to be known",
    "language-guessed": "taken for language {language}",
    "language-unknown": "{name}: its language is none of those known",
    "line-too-long": "the line is longer than {most} MiB; write one JSON object a line",
    "lost-to-better": "it contradicts a better date",
    "lost-to-pinned": "another claim is pinned",
    "names": "{names}",
    "names-and-more": "{names} and {more:,} more",
    "no-articles-named": "articles are to be read, and none is named; name them, or - for the pipe",
    "no-document": (
        "a document is a mapping with a text: "
        '{{"id": "a1", "lang": "fr", "dct": "2024-11", "text": "..."}}'
    ),
    "no-grammar": "dates in the language {language!r} can't be read; there are {known}",
    "no-lines": "is empty; write one JSON object a line",
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
    "no-such-file": (
        "there is no such file",
        "; did you mean {near: or }?",
        "; look at its name",
    ),
    "no-such-format": (
        "there is no format {given!r}; there are {known}",
        "; did you mean {near: or }?",
    ),
    "no-such-mention": "there is no mention {name!r}",
    "no-such-place": ("there is no place {name!r}", "; did you mean {near: or }?"),
    "no-such-source": ("there is no source {name!r}", "; did you mean {near: or }?"),
    "no-such-word": (
        "there is no {what} {given!r}",
        "; did you mean {near: or }?",
        "; there are {known}",
    ),
    "no-text": "is empty; give a text",
    "no-year-0": "{text}: there is no year 0 BC; write 0000 for 1 BC",
    "nobody-writes": "is a pipe to which nobody has written for {seconds} seconds",
    "not-a-date-said": (
        "{text!r} is not understood as a date; write it in EDTF (2024-11-11) or like: {examples}"
    ),
    "not-a-date-typed": "{text!r} is not understood as a date; write it like one of: {examples}",
    "not-a-rule": (
        "{text!r} is not a rule for a date; write one like 'this monday @ published', '-3 day"
        " @ published', 'last november @ published', 'nearest --11-11 @ published' or 'before"
        " @ published'"
    ),
    "only-for-articles": "publication date, language, processes and reading again are for articles",
    "problems": (
        "{count:problem|problems}",
        " ({more} more not shown); nothing was loaded",
        "; nothing was loaded",
    ),
    "process-ended": (
        "a process that reads articles was ended; what was written stays; run it again"
    ),
    "program-failed": (
        "the program failed on it ({error} at {at}); that is no fault of the text, please report it"
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
    "timeml-of-several": "TimeML holds one document; give one text, or take JSON Lines",
    "too-large": "is larger than {most} MiB; split it",
    "undated": "no date of publication is known; relative dates stay relative",
    "unknown-format": "its format is not known; name it {suffixes}",
    "which-year": "{text!r} does not say which year; write it out, or put last or next before it",
    "why-without-event": "reasons are given for one event",
    "window-backwards": "the window ends ({end}) before it starts ({start})",
    "window-twice": "the date on which it happened says both ends of the window already",
    "words-and-brackets": "{words}: the words say {said}, the brackets {edtf}; mend one of them",
    "written-only": "{given} can be written and not read; use {known: or }",
    "wrong-weekday": "{text}: {date} is a {actual}; mend the date or leave the day of the week out",
    "year-of-two-digits": "{text}: write the year with four digits",
}
