"""What each code says in English: what is wrong, and how to mend it; nothing of the command line,
so that it reads well from Python too. `fill` tells how a sentence is written.
"""

from __future__ import annotations

from typing import TypeAlias

# A template, or one with ends of which one is added.
Sentence: TypeAlias = str | tuple[str, ...]

MESSAGES: dict[str, Sentence] = {
    "a-date": "a date",
    "a-list": "a list",
    "a-mapping": "a mapping (name: value)",
    "a-number": (
        "a number",
        " from {low} to {high}",
        " of at least {low}",
    ),
    "a-text": "a text",
    "a-whole-number": (
        "a whole number",
        " from {low} to {high}",
        " of at least {low}",
    ),
    "add-misses": (
        "an event of one's own has a type, a title and a source; there is no {missing: and no }"
    ),
    "address-too-long": "the address is too long",
    "ambiguous-date": "{text} is ambiguous: write {readings: or }",
    "anchor-without-bounds": (
        "{rule}: the anchor {anchor} has no bounds; give the source a date with a start and an end"
    ),
    "apart-counts": (
        "{left} and {right} are judged to be different ({origin}), which goes before what would "
        "make them one: {ties}"
    ),
    "april": "April",
    "argument-not-utf8": "{argument} is not UTF-8; write it, or rename the file, in UTF-8",
    "article-empty": "is empty; give the text of an article",
    "asked-actors": "with {value: and }",
    "asked-certainly": "only what surely is so",
    "asked-confidence": "machines’ confidence {value}",
    "asked-decided-by": "decided by {value: or }",
    "asked-end": "until {value}",
    "asked-hidden": "also what machines alone say, unsure and unreviewed",
    "asked-known-by": "as known by {value}",
    "asked-machine": "only what machines alone say",
    "asked-on": "what may have happened then: {value}",
    "asked-open": "also what only a later report tells of",
    "asked-places": "place: {value: or }",
    "asked-reviewed": "only what people stand by",
    "asked-role": "role: {value}",
    "asked-sources": "as told by {value: or }",
    "asked-standings": "only what is {value: or }",
    "asked-start": "from {value} on",
    "asked-tags": "tag: {value: and }",
    "asked-text": "words: {value}",
    "asked-types": "type: {value: or }",
    "asked-unreviewed": "only what nobody has reviewed",
    "august": "August",
    "being-built": "{name} is being made by another command; waited {patience} s, try again later",
    "beside-outside": "lies outside the folder of the record file; put it beside it",
    "body-too-large": "the request is too large: at most {most} KiB",
    "body-wrong": "the request does not say what it has to: {why}",
    "bound-of-nothing": (
        "{bound} {date} leaves nothing out; give the source a date with a start and an end"
    ),
    "bound-out-of-reach": "{bound} {date} is out of reach; give a date between -9999 and 9999",
    "bound-without-edge": (
        "{bound} what has no start or no end says nothing; give a date with a start and an end"
    ),
    "broken-json": "broken JSON: {why}; write one JSON object a line",
    "cannot-be-read": "can't be read: {why}; look at its name and rights",
    "cannot-be-set": "{of} has no {given} that could be stated; it has {known}",
    "certainly-without-window": "what surely is so can't be told without a window or a place",
    "changed-since": (
        "changed {days:day|days} after it was published: the text may be of any day in {published}"
    ),
    "changeset-built-on": (
        "changeset {number} can't be undone: later work depends on it; undo first: {first}"
    ),
    "changeset-is-undo": "changeset {number} is an undo; load the files again instead",
    "changeset-undone": "changeset {number} was undone already, by changeset {by}",
    "claim-accepted": ("accepted by {by} on {at}", ": {why}"),
    "claim-corrected": ("read by {extractor}, corrected by {by} on {at}", ": {why}"),
    "claim-corrected-of-person": ("corrected by {by} on {at}", ": {why}"),
    "claim-key-short": "no claim is called '{name}'; give at least {least} letters of its key",
    "claim-rejected": ("rejected by {by} on {at}", ": {why}"),
    "claim-replaced": ("its source is replaced by {by}", " ({at})"),
    "claim-revoked": "claim {claim} counts no more: it was revoked",
    "claim-source-corrected": ("its source is corrected by {by}", " ({at})"),
    "claim-source-retracted": ("its source is retracted by {by}", " ({at})"),
    "claim-superseded": ("another reading of what {by} decided on {at}", ": {why}"),
    "claim-updated": ("its source is updated by {by}", " ({at})"),
    "claim-with-another": "{by} looks at claim {claim} now; go on to the next",
    "claim-withdrawn": ("taken back by {by}", " ({at})"),
    "claim-without-evidence": (
        "no; it counts only where nothing else is said of the event (evidence: yes in the record "
        "of {source} makes it count)"
    ),
    "claims-or-filters": "name claims, or filter them; not both",
    "collection-of-people": "collection {key} holds what people wrote; load it under another name",
    "confirmation-needed": "what is listed would be lost; confirm that",
    "control-character": "holds the control character {point}; remove it",
    "cut-off": "only a part of the article is here: {percent} % of it are missing",
    "cut-off-somewhere": "only a part of the article may be here: the rest is for those who pay",
    "damaged": "{name} is damaged; restore a copy, or load the sources into a new database",
    "database-in-memory": "{name} is a database in memory, which nothing outlives; name a file",
    "database-is-folder": "{name} is a folder; name a file in it",
    "date-best": (
        "the dates have no part in common; the best is that of claim {claim}: {modality}, "
        "{origins:independent origin|independent origins}"
    ),
    "date-by-report": "no live claim gives a date; {source}, which tells of it, is of {date}",
    "date-common": "{date} is the part common to {dates}",
    "date-empty": "says nothing; write said: what the source says, or rule: or edtf:",
    "date-no-text": "a date is a text, not {given!r}",
    "date-none": "no live claim gives a date",
    "date-not-in-file": "{given}: give a date as 2024, 2024-11 or 2024-11-11",
    "date-of-filter": "{filter}: {why}",
    "date-of-option": "{option} {why}",
    "date-part": "{text}: {why}",
    "date-pinned": "claim {claim} is pinned",
    "date-same": "all dated claims say {date}",
    "date-too-long": "{text}...: a date has at most {most} characters, this has {count}",
    "date-without-words": (
        "{dates} agree; EDTF has no words for their common part, {date} is the narrowest"
    ),
    "day-beyond-31": "{text}: there is no day {day}; days are 01 to 31",
    "december": "December",
    "decided-about": ("{by} on {at}, about the reading {claim}", ": {why}"),
    "decided-by": ("{by} on {at}", ": {why}"),
    "decided-meanwhile": ("{by} decided about it meanwhile", ": {says}"),
    "diff-of-what": "compare two databases, or two states of one",
    "different-already": "{left} and {right} were judged to be different already",
    "digits-of-unspecified": (
        "{text}: a year with X takes no significant digits; write {year} or, say, 1950S2"
    ),
    "disk-failed": (
        "the disk failed or is full; {name} is as it was before; make room and try again"
    ),
    "disk-full": "the disk is full; {name} is as it was before; make room and try again",
    "document-date": 'dct: {given!r} is not a text; write EDTF in quotes: "2024-11-12"',
    "document-language": "lang: {given!r} is none of {known}",
    "doubt-date": "sources date it differently",
    "doubt-disputed": "another source denies it",
    "doubt-nobody": "nobody is named in it",
    "doubt-undated": "it has no date, nor has its source",
    "doubt-unsure": "the machine is {percent} % sure",
    "driver-missing": "{engine} needs a driver; install timeline-db[postgres]",
    "edited-kept": "what you wrote is kept in this file",
    "editor-failed": "the editor {editor} failed: {why}; nothing was changed",
    "edtf-ambiguous": "it is ambiguous: write {readings: or }",
    "edtf-brackets": (
        "write a range of possible dates in brackets: [1670..1672], [..1672]; an interval has a "
        "slash"
    ),
    "edtf-capital-x": "write an unspecified digit with a capital X: 156X-12-25",
    "edtf-capitals": "write capitals, as in Y17E7",
    "edtf-empty": "it is empty; leave the date out if it is unknown",
    "edtf-examples": (
        "write 2024-11-11, 2024-11 or 2024, an interval 2018/2020, or a set [2024-11-04,2024-11-11]"
    ),
    "edtf-excel-day": (
        "as Excel counts days this is {day}: write that, or Y{number} if it is a year"
    ),
    "edtf-hyphens": "write year, month and day with two hyphens: 2024-11-11",
    "edtf-leading-zero": (
        "Y takes no leading zero; a year up to 9999 is written without Y, with four digits"
    ),
    "edtf-letter-t": "write the letter T between date and time: 2024-11-11T14:30",
    "edtf-long-year": "write a year of more than four digits with a Y before it: Y13800",
    "edtf-no-order": "no order of its numbers is a date; write year, month, day: 2024-11-30",
    "edtf-open-end": "write .. for an open end and nothing for an unknown one",
    "edtf-parentheses": (
        "EDTF has no parentheses since 2019; write a qualifier before the part it belongs to: "
        "2004-?06-11"
    ),
    "edtf-percent": "write % for what is both uncertain and approximate",
    "edtf-plus": "write a year up to 9999 without a sign",
    "edtf-short-year": "write a year with four digits: 0732, -0044",
    "edtf-slash": "write an interval with a slash and no spaces: 2018/2020",
    "edtf-white-space": "remove the white space around it",
    "edtf-whole-seconds": "a time stops at whole seconds: 2024-11-11T23:20:30Z",
    "edtf-write": "write {readings: or }",
    "empty-database": "{name} is empty: nothing was loaded into it yet",
    "empty-folder": "no file in it ends with {suffixes}; name files instead",
    "empty-text": "a text is expected here, and this one is empty",
    "encoding-unknown": "says that its encoding is {name}, which is not known; save it as UTF-8",
    "encoding-wrong": "says that its encoding is {name}, and is not; save it as UTF-8",
    "engine-not-supported": "{engine} is not supported; use SQLite or PostgreSQL",
    "engine-says": "{name}: {words}",
    "event-and-filter": "filters are for the list of events, not for one event",
    "event-empty": (
        "give the event a `type` (CONSULT, AGREE, STATEMENT, ...), or `claims`, if it is "
        "defined elsewhere"
    ),
    "event-untyped": (
        "give the event a `type` (CONSULT, AGREE, STATEMENT, ...); without it the block only "
        "adds claims, and has no `{name}`"
    ),
    "february": "February",
    "february-has-days": "February has 28 or 29 days",
    "field-missing": "the field `{name}` is missing; write `{name}: ...`",
    "file-beside": "the file `{name}` {why}",
    "file-for-output": "{name}: records are written to standard output",
    "file-refused": "{name} can't be used: {why}; mend that, or name another place",
    "file-unreadable": "the file `{name}` can't be read ({why}); check its rights",
    "file-unwritable": "{name} can't be written: {why}; name another place",
    "filter-missing": "{name} is missing",
    "filter-not-in-file": "this file can't filter by {name}; the database it was made of can",
    "filter-twice": "{name} is given twice",
    "front-matter-broken": (
        "its front matter is no YAML",
        " (line {at}); write it as lines of 'key: value'",
        "; write it as lines of 'key: value'",
    ),
    "given-mapping": "a mapping",
    "given-nothing": "nothing",
    "given-text": "`{text}`",
    "half-surrogate": (
        "a text holds half of a surrogate pair (\\ud800 to \\udfff alone); write the whole "
        "character"
    ),
    "held-without-position": "a time without a position: say which position was held then",
    "holds-everything": "{form} holds every record, and takes no filters and no look",
    "holds-nul": "a text may not hold the character NUL (\\0); remove it",
    "hop-ambiguous": (
        "{key!r} is both a source and an actor; write {{source: {key}}} or {{actor: {key}}}"
    ),
    "hop-names-nobody": (
        "a step names somebody; write a source or an actor, or words for who it is: {{words: "
        "certain sources}}"
    ),
    "hop-names-several": "a step names one, not {named: and }; make two steps of it",
    "hop-of-nobody": "hop {number} of the attribution is empty; give it one key, or words",
    "hop-of-several": (
        "hop {number} of the attribution names more than one; give it one key, or words"
    ),
    "host-not-served": "nothing is served at this address",
    "image-to-terminal": "{form} is an image, which a terminal can't show",
    "in-a-circle": "{kind} in a circle: {way}; none of this counts, mend one of them",
    "in-brackets": "put it in brackets: [ ]",
    "interval-backwards": (
        "{text}: an interval must not end before it starts; write {end}/{start}"
    ),
    "interval-of-nothing": (
        "'/' says nothing; write ../.. for what has always been and goes on, or no date"
    ),
    "is-address": "is an address, and nothing is fetched; save the page as .html and name that",
    "is-archive": "is an archive or compressed; unpack it",
    "is-binary": "is a binary file (it holds NUL bytes); give a text in UTF-8",
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
    "january": "January",
    "join-itself": "{name} is the database itself; name another one",
    "json-colon": "a colon",
    "json-comma-or-brace": "a comma or }}",
    "json-comma-or-bracket": "a comma or ]",
    "json-end": "the end of the file",
    "json-ends": "broken JSON: it ends where {wanted} should stand",
    "json-escape-quotes": 'write \\" for a quotation mark in a text',
    "json-misplaced": (
        "broken JSON: `{given}` stands where {wanted} should",
        "; {cure}",
    ),
    "json-name": "a name in double quotes",
    "json-name-or-end": "a name in double quotes or }}",
    "json-no-comma": "no comma stands before a closing bracket, and a text stands in double quotes",
    "json-no-number": "broken JSON: {given} is no number; write null, or leave it out",
    "json-open-text": (
        "broken JSON: a text does not end on its line, or has a control character in it; "
        "write \\n for a line break"
    ),
    "json-type": "{why}; a text stands in double quotes; a number, true or false stands without",
    "json-unknown-escape": (
        "broken JSON: `{given}` has an unknown escape; write \\\\ for a backslash"
    ),
    "json-value": "a value",
    "json-value-or-end": "a value or ]",
    "judged-against-itself": "{of} {key} is judged against itself; that says nothing, remove it",
    "judged-different": (
        "{left} and {right} can't be one: {one} and {other} were judged to be different "
        "({origin}); take that back first"
    ),
    "july": "July",
    "june": "June",
    "key-of-several": "each article is a collection of its own, and not all can be called {key}",
    "key-taken": "there is an actor {key} already",
    "key-twice": (
        "the {kind} `{key}` is already on line {first}; merge the two, or give one another key"
    ),
    "known-by-endless": "{date} has no end; say by which day it was to be known",
    "language-guessed": "taken for language {language}",
    "legend-about": "about then",
    "legend-disagree": "sources disagree: from when to when",
    "legend-one-of": "one of these",
    "legend-open": "no end",
    "legend-possible": "some time within",
    "legend-report": "some time up to its report",
    "legend-unknown": "no more is known",
    "legend-unreviewed": "machine-made, unreviewed",
    "line-too-long": "the line is longer than {most} MiB; write one JSON object a line",
    "live-and-revoked": (
        "is live in one of the two and was revoked in the other: it is live; it is about {about}"
    ),
    "locked": (
        "{name} is locked: another command is writing to it; waited {patience} s, try again later"
    ),
    "lost-to-better": "it contradicts a better date",
    "lost-to-better-value": "it contradicts a better claim",
    "lost-to-equal": "it contradicts a claim that is as good; their keys decide which is shown",
    "lost-to-first": "another type than {type}, that of the event which stands for all",
    "lost-to-person": "a machine reads it so, and a person says otherwise",
    "lost-to-pinned": "another claim is pinned",
    "lost-to-stated": "another place than the one that {by} states",
    "made-meanwhile": "{name} was made by another program meanwhile; it was left untouched",
    "march": "March",
    "may": "May",
    "mentions-of-one": "mentions are listed all together, not of one name",
    "model-missing": (
        "reading articles needs spaCy and {project}; install them: pip install "
        "'timeline-db[extract]'"
    ),
    "month-has-days": "{month} has {days} days",
    "month-of-year-has-days": "{month} {year} has {days} days",
    "name-no-text": "the name of a field must be a text, not a list or mapping",
    "name-twice": "`{name}` stands here twice, first on line {first}; keep one",
    "names": "{names}",
    "names-and-more": "{names} and {more:,} more",
    "names-twice": "more than {most} names stand twice; {last}",
    "no-articles-named": "articles are to be read, and none is named; name them, or - for the pipe",
    "no-changeset-number": "{given!r} is no number of a changeset",
    "no-claim-shown": "no claim is shown",
    "no-claims-named": "name claims, or say by filters which",
    "no-command": "{given!r} is no command line: a program and its arguments",
    "no-database": "{name} does not exist",
    "no-database-url": (
        "{name} is no database URL; write a path or postgresql+psycopg://user@host/name"
    ),
    "no-document": (
        "a document is a mapping with a text: "
        '{{"id": "a1", "lang": "fr", "dct": "2024-11", "text": "..."}}'
    ),
    "no-documents": "is empty; write `events:` with a block for each, or leave the file out",
    "no-editor": "there is no editor, or no terminal for it; set EDITOR to one",
    "no-file-beside": (
        "there is no file `{name}` beside this one; put it there, or write `content:`"
    ),
    "no-folder": "{folder} is no folder; make it, or name another place",
    "no-fonts": "an image needs a font, and none is installed; install one, such as DejaVu Sans",
    "no-grammar": "dates in the language {language!r} can't be read; there are {known}",
    "no-group-shown": "no group of actors is shown",
    "no-items": "a list is expected here; begin each item with a hyphen",
    "no-known-language": "its language is none of those known",
    "no-leap-year": "no such year has a 29 February",
    "no-lines": "is empty; write one JSON object a line",
    "no-memory": "{name}: there is not enough memory for that; it is as it was before",
    "no-mention": "{key} is no mention",
    "no-month-0": "{text}: there is no month {month}; write 01 to 12",
    "no-month-with-day": "no month {month} has a day {day}",
    "no-number": "{option} takes a whole number from {least} to {most}, not {given!r}",
    "no-order-of-numbers": (
        "{text}: no order of its numbers is a date; write year, month, day: 2024-11-30"
    ),
    "no-permission": "{name} can't be opened: no such folder, or no permission; name another",
    "no-program": "the program {program} can't be run: {why}",
    "no-prose": "articles in the language {language!r} can't be read; there are {known}",
    "no-quantity": (
        "the quantity {name!r} has no number, an infinite one, or its low, value and high are not "
        "in order"
    ),
    "no-range": (
        "{option} {given} is no range from 0 to 1; write 0.9.. for at least 0.9, ..0.5 for at most "
        "0.5"
    ),
    "no-record-name": "the field `record` is missing; write one of {known}",
    "no-records-but-article": "{name} is an article; name a database or an export of one",
    "no-renaming": "{given} is no renaming; write the old key, = and the new one",
    "no-resvg": "drawing an image needs {module}, which is not installed",
    "no-right": "{name}: {words}; ask its owner for that right",
    "no-right-to-tables": (
        "{name}: this role may not read the tables; ask their owner for that right, "
        "or ask the documented views in SQL"
    ),
    "no-right-to-views": "{name}: this role may not read {views}; ask their owner for that right",
    "no-roles": "SQLite has no roles; give a copy of the file, or the right to read it",
    "no-sentence": "holds no sentence to read; give the text of an article",
    "no-socket": "port {port} of {host} can't be had: {why}",
    "no-such-actor": ("there is no actor {name!r}", "; did you mean {near: or }?"),
    "no-such-changeset": "there is no changeset {number}",
    "no-such-choice": ("{option} {given}: there are {known}", "; did you mean {near: or }?"),
    "no-such-claim": "no live claim has a key that begins with {name}",
    "no-such-cursor": "{cursor!r} is no cursor; take the one that the page before gave",
    "no-such-day": "{text}: its calendar has no such day; look it up, or write the date in EDTF",
    "no-such-event": ("there is no event {name!r}", "; did you mean {near: or }?"),
    "no-such-field": (
        "there is no field `{given}` here",
        "; did you mean {near: or }? (known: {known})",
        "; did you mean {near: or }?",
        "; write one of {known}",
    ),
    "no-such-file": (
        "there is no such file",
        "; did you mean {near: or }?",
        "; look at its name",
    ),
    "no-such-filter": (
        "there is no parameter {given!r}; there are {known}",
        "; did you mean {near: or }?",
    ),
    "no-such-format": (
        "there is no format {given!r}; there are {known}",
        "; did you mean {near: or }?",
    ),
    "no-such-key": "there is no {kind} {key!r}",
    "no-such-language": (
        "there is no language {given!r}; write en or fr, or for dates alone another: ar, de, es, "
        "fa, ru ..."
    ),
    "no-such-mention": "there is no mention {name!r}",
    "no-such-month": "{text}: there is no month {month}; seasons are 21 to 41 and take no day",
    "no-such-path": "there is nothing at this address",
    "no-such-place": ("there is no place {name!r}", "; did you mean {near: or }?"),
    "no-such-record": (
        "there is no such record",
        "; did you mean {near: or }?",
        "; write one of {known}",
    ),
    "no-such-revision": "there is no revision {revision!r}; there are {known}, base and head",
    "no-such-source": ("there is no source {name!r}", "; did you mean {near: or }?"),
    "no-such-time": "{text}: there is no time {clock}; times go from 00:00:00 to 23:59:59",
    "no-such-word": (
        "there is no {what} {given!r}",
        "; did you mean {near: or }?",
        "; there are {known}",
    ),
    "no-such-words": "the text of {source} has no words from {start} to {end}",
    "no-such-zone": "{text}: there is no zone {zone}; zones go from -23:59 to +23:59",
    "no-terminal": "reviewing needs a terminal",
    "no-text": "is empty; give a text",
    "no-text-held": "the text of {source} is not held",
    "no-textual": "reviewing in the terminal needs Textual, which is not installed",
    "no-web": "serving a page needs {module}, which is not installed",
    "no-year-0": "{text}: there is no year 0 BC; write 0000 for 1 BC",
    "no-year-minus-0": "{text}: there is no year -0000; the year before 0001 is 0000 (1 BC)",
    "nobody-named": "nobody is named who decides",
    "nobody-to-ask": "{asked} nobody is there to answer",
    "nobody-writes": "is a pipe to which nobody has written for {seconds} seconds",
    "not-a-date-said": (
        "{text!r} is not understood as a date; write it in EDTF (2024-11-11) or like: {examples}"
    ),
    "not-a-date-typed": "{text!r} is not understood as a date; write it like one of: {examples}",
    "not-a-document": "a document is a mapping; begin it with `source:`, `actors:` or `events:`",
    "not-a-record": 'a record is a mapping: {{"record": "event", ...}}',
    "not-a-rule": (
        "{text!r} is not a rule for a date; write one like 'this monday @ published', '-3 day"
        " @ published', 'last november @ published', 'nearest --11-11 @ published' or 'before"
        " @ published'"
    ),
    "not-edtf": "{text!r} is not a date in EDTF; {cure}",
    "not-in-file": "this is not in the file",
    "not-json": "the request has to be JSON (content-type: application/json)",
    "not-merged": "{left} and {right} were not merged with each other",
    "not-of-format": "{form} takes no {options: and no }",
    "not-one-claim": "one claim is to stand there, not {count}",
    "not-ours": "{name} is no timeline database; it was left untouched; name another",
    "not-utf8": (
        "is not UTF-8 (looks like {guess}); save it as UTF-8",
        " (line {row})",
    ),
    "note-empty": "a note has words; this one is empty",
    "nothing-called": "nothing is called {name}: {kinds: or }",
    "nothing-of-yours": "there is nothing of {by}'s to take back",
    "nothing-to-correct": "claim {claim} says so already; nothing was changed",
    "nothing-to-rename": "nothing of the other database has the key {key}",
    "nothing-to-set": "nothing is said that is to be stated",
    "nothing-to-split": "claim {claim} is all that is said of its event",
    "nothing-to-undo": "there is nothing to undo",
    "november": "November",
    "october": "October",
    "one-already": "{left} and {right} are one already",
    "one-and-filter": "filters are for the list, not for one of it",
    "one-by-machine": "a machine still takes {left} and {right} for one",
    "one-by-merges": "{left} and {right} are one; part {one} and {other} first",
    "one-key-for-one": "a new key is for one actor",
    "one-of": "one of {known}",
    "only-dates": (
        "of a text in the language {language!r} only dates are read; articles are read in {known}"
    ),
    "only-for-articles": "publication date, language, processes and reading again are for articles",
    "only-read": "this may only be read",
    "open-without-window": "what is known by a later report is left out of a window alone",
    "option-before-command": "{option} has its place behind a command",
    "origin-foreign": "another site may not ask here",
    "output-refused": "standard output can't be written: {why}",
    "page-reader-missing": "a web page needs trafilatura: install timeline-db[extract]",
    "page-without-text": "has no text; save the text that a browser shows as .txt",
    "paragraph-too-long": (
        "line {at}: a paragraph of {length:,} characters, more than {most:,}; part its "
        "paragraphs by blank lines"
    ),
    "part-of-itself": "then an event would be a part of itself: {way}",
    "picture-density": (
        "Each column counts the events that begin there, the highest {count}; what is only known "
        "to be within a longer time is spread over it."
    ),
    "picture-event": ("{count} event", ", {span}"),
    "picture-events": ("{count} events", ", {span}"),
    "picture-more": "and {count} more",
    "picture-nowhere": "not given",
    "picture-others": "{count} others",
    "picture-sources": "{count:source|sources}",
    "place-stated": "{by} states it, which goes before all claims",
    "problems": (
        "{count:problem|problems}",
        " ({more} more not shown); nothing was loaded",
        "; nothing was loaded",
    ),
    "process-ended": (
        "a process that reads articles was ended; what was written stays; run it again"
    ),
    "program-ended": "the program ended with status {status}; nothing of its answer was taken",
    "program-failed": (
        "the program failed on it ({error} at {at}); that is no fault of the text, please report it"
    ),
    "program-slow": "the program gave no answer within {seconds} s",
    "program-wordy": "the program answered with more than {most} MiB; nothing of it was taken",
    "proposal-kind": "a program may propose no {kind}; this was left out",
    "proposal-source": "a claim of {source}, but {key} was asked about; it was left out",
    "proposal-unknown": "names the {kind} {key}, which the answer does not describe; left out",
    "proposal-unquoted": "a claim without a quote; it was left out",
    "published-in-future": "its date of publication, {date}, lies in the future",
    "published-unread": "its date of publication: {why}",
    "published-without-sense": "{text!r} is not understood as a date",
    "quantity-twice": (
        "a claim gives a quantity of one name once; keep one, or give the other another name"
    ),
    "quantity-unread": (
        "`{given}` is no quantity; write a number without spaces or commas, then its unit: "
        "12, 30..40, 2 billion EUR"
    ),
    "query-memory": "the query took more memory than it may have: ask for less at once",
    "query-no-query": (
        "that is not one query; write one SELECT, VALUES or WITH ... SELECT; "
        "the database says: {words}"
    ),
    "query-refused": "the database says: {words}",
    "query-too-long": "the query gave no row within {seconds} s: narrow it down",
    "query-writes": (
        "a query may only read this database; what writes to it goes through a load, a merge or "
        "an undo"
    ),
    "quote-departs": (
        "",
        "after “{known}” the text goes on “{text}”",
        "the text ends after “{known}”",
        "not even its first word does",
    ),
    "quote-lost": "the new text no longer holds the quote of claim {claim}: {why}",
    "quote-not-in-text": "the quote does not stand in the text of source {source!r}: {why}",
    "range-backwards": "{text}: a range must not end before it starts; write {last}..{first}",
    "range-open-inside": ("{text}: an open .. stands only at the beginning or at the end of a set"),
    "range-unread": "{text}: write a range in a set as 1670..1672, ..1672 or 1670..",
    "read-as-first": "an earlier text of {page}: it is {key}, which is replaced",
    "read-as-version": "another text of {page}: it is {key}, which replaces {replaces} ({kind})",
    "read-only": "{name} can't be written to: you have no permission; copy it first",
    "read-unreviewed": "a machine reads it so, unreviewed",
    "read-unreviewed-denial": "a machine reads a denial, unreviewed",
    "reader-not-made": "{words}; have somebody who may do it say: {statements:; }",
    "reader-too-powerful": "{role} may do more than read the views: {rights}; name another role",
    "record-damaged": (
        "what is stored is damaged: {why}; restore a copy, or load the sources into a new database"
    ),
    "reference-broken": (
        "the migration broke a reference of table {table}; the database is as it was before"
    ),
    "refused": "{why}",
    "repeated": ("{message} ({count} times", ": lines {lines})", ")"),
    "request-unnamed": "the request needs a name of its own, in the header {header}",
    "revision-ahead": "{name} is at {version}, and {revision} is newer: that is an upgrade",
    "revision-behind": "{name} is at {version}, and {revision} is older: that is a downgrade",
    "revoked-but-named": (
        "is gone as nobody speaks of it any more, yet others refer to it; revoke these as well"
    ),
    "role-missing": "{name} has no role; write NAME:ROLE",
    "role-too-powerful": (
        "{name}: a query could do more than read as {role}, which is or can become {powers}; make "
        "a role that reads the views alone, and connect as that: {statements:; }"
    ),
    "role-without-actor": "a role needs an actor: whose role is it?",
    "rule-out-of-reach": (
        "{rule}: on {anchor} this is out of reach; give a date between -9999 and 9999"
    ),
    "schema-newer": (
        "{name} has schema {version}, newer than this version's {known}; install a newer timeline"
    ),
    "schema-older": "{name} has schema {version}, older than this version's {known}; upgrade it",
    "schema-stale": (
        "{name} was migrated, and what follows from its data is still to be worked out anew: an "
        "answer could be wrong"
    ),
    "september": "September",
    "set-too-long": "{text}...: a set has at most {most} members, this has {count}",
    "set-unclosed": (
        "{text}: write a set as [2024-11-04,2024-11-11] (one of) or {{2024-11-04,2024-11-11}} (all)"
    ),
    "several-actors": "{name!r} may be several actors; give one of these keys",
    "several-claims": "several claims have a key that begins with {name}:",
    "several-events": "{name!r} may be several events; give one of these keys",
    "several-mentions": "{name!r} may be several mentions; give one of these keys",
    "shared-identifier": (
        "{scheme} {value} is the identifier of actor {actor!r} already; give it to one of the two, "
        "or merge them"
    ),
    "since-needs-edges": "since and until need a date with a start and an end, not {date}",
    "since-out-of-reach": (
        "{date}: since and until need a year from 0000 to 9999 here; give an exact date"
    ),
    "source-missing": (
        "the field `source` is missing; write it here, or at the top for all claims of the document"
    ),
    "source-parted": (
        "the two hold different texts of it",
        ": it is {mine} here and {theirs} there",
        ": it is {mine} here",
        ": it is {theirs} there",
    ),
    "source-unclear": (
        "one of the two only cites it, the other has several texts: {parted}; say which"
    ),
    "standing-asserted": "asserted by {sources}; {origins:independent origin|independent origins}",
    "standing-beside-notes": "{reason}; {sources} speaks of it too, and is no evidence",
    "standing-by-notes": "{reason}; nobody else speaks of it, and that is no evidence",
    "standing-denied": "denied by {denying}; no live claim affirms it",
    "standing-disputed": (
        "affirmed by {affirming}; denied by {denying}; "
        "{origins:independent origin|independent origins}"
    ),
    "standing-left-out": "nobody upholds it: what {sources} said is not in {by} any more",
    "standing-none": "no live claim speaks of it",
    "standing-planned": (
        "not said to have happened; {modality} according to {sources}; "
        "{origins:independent origin|independent origins}"
    ),
    "standing-reported": (
        "no claim asserts it; {modality} according to {sources}; "
        "{origins:independent origin|independent origins}"
    ),
    "standing-retracted": "nobody upholds it: what {sources} said was taken back by {by}",
    "standing-unreviewed": (
        "{reason}; a machine reads {standing} in {sources}, which nobody has reviewed"
    ),
    "standing-unsaid": "{sources} speaks of it; no live claim affirms or denies it",
    "standing-withdrawn": "{by} takes an account of it back; no live claim affirms or denies it",
    "stands-twice": (
        "{kind} {key!r} stands twice in collection {collection}",
        " (first on line {line}); keep one",
        "; keep one",
    ),
    "statement-command": (
        "collection {by} goes first: what a person states by command before what a file says"
    ),
    "statement-later": "collection {by} goes first: a later word before an earlier one",
    "statement-order": "collection {by} goes first, by the order of their keys",
    "statement-person": "collection {by} goes first: a person's word before a machine's",
    "suggest-acronym": "“{short}” is the acronym of “{long}”",
    "suggest-alike": "“{mine}” and “{theirs}” sound alike",
    "suggest-company": "both appear with {names}",
    "suggest-event": "{type} on {date}, both with: {who}",
    "suggest-office": "both {title}",
    "suggest-part": "“{short}” is a part of “{long}”; {common}",
    "suggest-same-event": "{type} on {date}, the same participants: {who}",
    "suggest-same-name": "the same name, “{mine}”",
    "tag-of-others": (
        "{key} has no tag {tag} of yours",
        "; it is of {collections}",
    ),
    "text-and-content": "`text` names a file and `content` is the text itself; keep one of them",
    "text-without-words": "{text!r} has no word to look for",
    "ties-count": (
        "{left} and {right} are one by what goes before; that they are different ({origin}) does "
        "not count"
    ),
    "time-without-day": "{text}: a time of day needs a full date without X, ?, ~ or % before it",
    "timeml-of-several": "TimeML holds one document; give one text, or take JSON Lines",
    "token-missing": "the token is missing; open the link that was printed",
    "too-deep": (
        "more than {most} levels of brackets or indentation; the format needs fewer than 10"
    ),
    "too-large": "is larger than {most} MiB; split it",
    "too-many-digits": "{text}: a year of {most} digits has at most {most} significant ones",
    "too-many-in-block": "more than {most} problems in one block; mend these first",
    "too-many-problems": "more than {most} problems; mend these first",
    "trigger-beyond-quote": (
        "the trigger stands from {start} to {end}, the quote from {first} to {last}; "
        "give its offsets in the source's text, in characters"
    ),
    "trigger-beyond-text": (
        "the trigger ends at {end}, and the text of the source at {length}; "
        "give its offsets in the source's text, in characters"
    ),
    "trigger-ends-early": (
        "the trigger ends ({end}) where it begins ({start}) or before; "
        "give its offsets in the source's text, in characters"
    ),
    "trigger-one-end": (
        "the trigger has only one end; give trigger_start and trigger_end, or neither"
    ),
    "true-or-false": "true or false",
    "two-identifiers": (
        "is two actors, for {scheme} is {mine} here and {theirs} there; give one another key"
    ),
    "two-names": "`{other}` is another name of `{name}`; keep one of them",
    "two-versions": (
        "{collection} says of its {field}",
        " {kept}, no more {lost}",
        " {kept}",
        " nothing, no more {lost}",
    ),
    "type-of-first": "{type} is the type of the event that stands for all",
    "undated": "no date of publication is known; relative dates stay relative",
    "undefined-actor": (
        "there is no actor {name!r}",
        "; did you mean {near: or }?",
        "; define it under actors",
    ),
    "undefined-event": (
        "there is no event {name!r}",
        "; did you mean {near: or }?",
        "; define it under events",
    ),
    "undefined-hop": (
        "there is no source or actor {name!r}",
        "; did you mean {near: or }?",
        "; define it, or write {{words: ...}}",
    ),
    "undefined-place": (
        "there is no place {name!r}",
        "; did you mean {near: or }?",
        "; define it under places",
    ),
    "undefined-source": (
        "there is no source {name!r}",
        "; did you mean {near: or }?",
        "; define it under sources",
    ),
    "unexpected": (
        "{wanted: or } is expected here, not {given}",
        "; {cure}",
    ),
    "unknown-format": "its format is not known; name it {suffixes}",
    "unknown-word": (
        "`{given}` is not known here",
        "; did you mean {near: or }? (known: {known})",
        "; did you mean {near: or }?",
        "; write one of {known}",
    ),
    "value-best": (
        "what is said has no part in common; the best is that of claim {claim}: {modality}, "
        "{origins:independent origin|independent origins}"
    ),
    "value-common": "{value} is the part common to {values}",
    "value-same": "all claims that tell it say {value}",
    "value-too-large": "a value is larger than {value} MiB: ask for a part of it, as substr gives",
    "verdict-without-correction": (
        "a claim is corrected by another one, whose key `correction` has; no other verdict has one"
    ),
    "version-as-kind": (
        "kind: {kind} is no kind of source: write version: {kind}, and replaces: with the key of "
        "the text before"
    ),
    "version-of-nothing": (
        "version: {version} says what it is to the text before; replaces: says to which, and is "
        "missing"
    ),
    "via-of-what": "a source has it from an actor, or from somebody in words: one of the two",
    "which-year": "{text!r} does not say which year; write it out, or put last or next before it",
    "who-open": "sources name several in a role that only one can fill; none of them is preferred",
    "why-without-event": "reasons are given for one event",
    "window-backwards": "the window ends ({end}) before it starts ({start})",
    "window-twice": "the date on which it happened says both ends of the window already",
    "withdraws-and-says": (
        "a claim that withdraws an account says nothing else; write the denial, the date or who "
        "takes part as a claim of its own"
    ),
    "withdraws-nothing": (
        "a claim that withdraws says whose account: `withdraws: KEY`, the key of the source"
    ),
    "words-and-brackets": "{words}: the words say {said}, the brackets {edtf}; mend one of them",
    "written-only": "{given} can be written and not read; use {known: or }",
    "wrong-weekday": "{text}: {date} is a {actual}; mend the date or leave the day of the week out",
    "yaml-alias": (
        "anchors (&) and aliases (*) are not read; write the text in quotes, or the block once more"
    ),
    "yaml-backslash": "write \\\\ for a backslash in double quotes, or use single quotes",
    "yaml-broken": (
        "broken YAML: {problem}",
        "; {cure}",
    ),
    "yaml-check-indentation": (
        "check the indentation of this line, and put texts with quotation marks or colons in quotes"
    ),
    "yaml-close-bracket": "close the bracket that is open here, or put a comma between its items",
    "yaml-close-quote": "close the quotation mark that is opened here",
    "yaml-hyphens": "begin every item of a list with a hyphen, all in the same column",
    "yaml-indent": "indent with spaces, not tabs",
    "yaml-indent-quote": (
        "indent with spaces, not tabs, and put a text that begins with @, ` or % in quotes"
    ),
    "yaml-list-below": "begin a list on a line of its own, below its name",
    "yaml-no-directive": "take out the line that begins with %",
    "yaml-no-escape": "write the character itself, not its number",
    "yaml-quote-colon": (
        "put a text that has a colon and a space in it in quotes, and check the indentation"
    ),
    "yaml-quote-comma": "put a text that begins with a comma or a closing bracket in quotes",
    "yaml-space-after-colon": "write `name: value`, with a space after the colon",
    "yaml-tag": "tags like `{tag}` are not read, every value is a text; take it out",
    "yaml-three-hyphens": "write `---` on a line of its own between documents",
    "year-of-two-digits": "{text}: write the year with four digits",
    "year-out-of-reach": (
        "{text}: the year is out of reach; years go from -292277022656 to 292277026595"
    ),
    "year-takes-no-month": "{text}: a year written with Y, E or S takes no month and no day",
    "year-with-y": "{text}: Y is for years of more than four digits; write {year}",
}
