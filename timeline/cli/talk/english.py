"""What the command line says in English: what to type next for what went wrong, and what was done.

The sentences about what went wrong stand in `timeline.errors.english` and speak of no command.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.errors.english import Sentence

# Code of an error -> what to type next.
HINTS: dict[str, Sentence] = {
    "add-misses": "--type, --title, and --source or --url",
    "certainly-without-window": "add --on, or --from and --to, or --place",
    "changeset-built-on": "or with --with-later",
    "collection-of-people": ", or with --collection NAME",
    "confirmation-needed": "--yes does",
    "database-is-folder": "with --db",
    "diff-of-what": "timeline diff A B, or timeline diff --since WHEN --until WHEN",
    "different-already": "`timeline log` shows when",
    "empty-database": "fill it with: timeline load",
    "event-and-filter": "leave them out, or leave out EVENT",
    "file-for-output": "timeline export --format {form} > {name}",
    "file-refused": "--db names another",
    "is-database": "if it is one of timeline's: timeline export --db FILE > records.jsonl",
    "join-itself": "timeline join OTHER",
    "judged-different": "`timeline log` lists it; timeline undo NUMBER",
    "key-of-several": "give one file, or leave out --collection",
    "key-taken": "give another key after --as, or timeline merge {key} the mention",
    "language-guessed": "--lang says otherwise",
    "mentions-of-one": "leave out --mentions, or NAME",
    "no-changeset-number": "`timeline log` lists them; `timeline unmerge` takes back a merge",
    "no-claims-named": "timeline show EVENT --why lists their keys",
    "no-database": "make it with: timeline load",
    "no-folder": "--db names it",
    "no-known-language": "say which with --lang en or --lang fr",
    "no-mention": "`timeline actors --mentions` lists those there are",
    "no-permission": "--db names it",
    "no-right-to-tables": "with: timeline sql",
    "no-right-to-views": "the owner gives it with: timeline db reader ROLE",
    "no-socket": "another one: --port N, or 0 for any that is free",
    "no-such-actor": "`timeline actors` lists them",
    "no-such-changeset": "`timeline log` lists them",
    "no-such-claim": "timeline show EVENT --why lists the keys",
    "no-such-event": "`timeline show` lists the keys",
    "no-such-mention": "`timeline actors --mentions` lists them",
    "no-such-place": "`timeline places` lists them",
    "no-such-source": "`timeline sources` lists the keys",
    "no-terminal": "timeline accept and timeline reject do without",
    "no-textual": "pip install 'timeline-db[review]'",
    "no-web": "pip install 'timeline-db[web]'",
    "nobody-named": "--by names them",
    "nobody-to-ask": "--yes does it",
    "not-merged": "`timeline log` shows what was",
    "not-ours": "--db names it",
    "nothing-to-set": "timeline set --help lists the options",
    "nothing-to-undo": "`timeline log` lists what was done",
    "one-already": "`timeline log` shows since when",
    "one-and-filter": "leave them out, or leave out the name",
    "one-by-machine": "if they are two: timeline decline {left} {right}",
    "one-by-merges": "timeline unmerge {one} {other}",
    "one-key-for-one": "timeline confirm NAME --as KEY",
    "only-dates": "list them with: timeline dates",
    "only-for-articles": (
        "name one, give --format article, or leave out --published, --lang, --jobs and --again"
    ),
    "open-without-window": "add --on, or --from and --to",
    "option-before-command": "timeline show {option} ...",
    "process-ended": ", with --jobs 1 if memory is short",
    "published-in-future": "say the right one with --published",
    "published-unread": "or say it with --published",
    "query-memory": "--memory gives it more, and --format csv or jsonl holds no rows back",
    "query-too-long": "--timeout gives it more, 0 no limit",
    "read-as-first": "--new if it is another document",
    "read-as-version": "--new if it is another document",
    "revision-ahead": "run: timeline db upgrade {revision}",
    "revision-behind": "run: timeline db downgrade {revision}",
    "role-too-powerful": "timeline db reader timeline_reader does that",
    "role-without-actor": "add --actor",
    "schema-older": "run: timeline db upgrade",
    "schema-stale": "run: timeline db upgrade",
    "source-unclear": "with --rename KEY=NEW",
    "two-identifiers": "timeline join OTHER --rename {key}={key}-2",
    "undated": "say it with --published",
    "unknown-format": ", or say it with --format",
    "value-too-large": "--value-size allows more",
    "why-without-event": "timeline show EVENT --why",
    "window-twice": "leave out --from and --to, or --on",
}

# What a command says of what it did.
TALK: dict[str, Sentence] = {
    "accept-them": "accept {count:claim|claims}?",
    "accepted": ("accepted: {count:claim|claims}; to take it back: timeline undo"),
    "actor-now": "{key} is an actor now; to take it back: timeline undo",
    "actor-now-of-several": (
        "{key} is an actor now, of {count} mentions; to take it back: timeline undo"
    ),
    "added": "added: {count:record|records}; to take it back: timeline undo",
    "another-collection": (
        "if this is another one: timeline undo, then load it with --collection NAME"
    ),
    "articles-held": "{count} held already (--again reads them once more)",
    "articles-left": "{count} not read",
    "articles-read": "{count:article|articles} read",
    "corrected": "claim {claim} is corrected; to take it back: timeline undo",
    "counts": "{new} new, {changed} changed, {unchanged} unchanged, {revoked} revoked",
    "declined": (
        "{left} and {right} are two {of}s, and are not proposed as one again; to take it back: "
        "timeline undo"
    ),
    "dropped": "rejected: {count:claim|claims} of {event}; to take it back: timeline undo",
    "dry-run": "dry run: nothing was changed",
    "findings-cut": "more than {limit}: timeline check --limit 0 lists all",
    "go-on": "go on?",
    "hidden-events": (
        "{count:event is|events are} hidden, of which machines alone speak, unsure and unreviewed: "
        "--all lists them"
    ),
    "hidden-events-many": (
        "at least {count} events are hidden, of which machines alone speak, unsure and unreviewed: "
        "--all lists them"
    ),
    "if-one": "if they are one: {command}",
    "if-one-is-another": "if one of them is another: {command}",
    "if-two": "if they are two: {command}",
    "kept-at": "kept: {path}",
    "merged": "{left} and {right} are one {of} now; to take it back: timeline undo",
    "more": "more: {again} --after {after}",
    "next-show": "next: timeline show",
    "no-conflict": "no conflict",
    "no-difference": "nothing differs",
    "no-event": "no event",
    "no-expression": "{id}: no temporal expression",
    "no-mention": "no mention",
    "no-schema": "none: the database is empty, or not timeline's",
    "not-current": (
        "it is not at revision {name}: see timeline db current, then run timeline db upgrade"
    ),
    "noted": "noted on {of} {key}",
    "nothing-changed": "no machine reads a place that people decided about otherwise",
    "nothing-edited": "nothing was changed",
    "nothing-left": "note: nothing is left of what collection {name} held before",
    "nothing-to-look-at": "nothing to look at",
    "nothing-to-suggest": "nothing to suggest",
    "nothing-undecided": "no claim that a machine made and nobody decided",
    "one-of-sitting": (
        "it was the last of its sitting; {count:other change|other changes} of it: "
        "timeline log --each"
    ),
    "open-events": "{count:event is|events are} known by a later report alone: --open lists them",
    "open-events-many": (
        "at least {count} events are known by a later report alone: --open lists them"
    ),
    "own-word-replaced": "what you judged of them before is replaced",
    "reject-them": "reject {count:claim|claims}?",
    "rejected": "rejected: {count:claim|claims}; to take it back: timeline undo",
    "review-alike": "perhaps the same event (e)",
    "review-alone": "nothing but this claim",
    "review-ask-actor": "Who is {name}?",
    "review-ask-chain": "From whom does the source have it?",
    "review-ask-claim": "Which claim? Words of its event:",
    "review-ask-date": "When was it?",
    "review-ask-event": "Which event is it?",
    "review-ask-kind": "Who is that?",
    "review-ask-modality": "How sure is it, and does the source affirm it?",
    "review-ask-note": "A note on this claim:",
    "review-ask-party": "Whom do you mean?",
    "review-ask-place": "Where was it?",
    "review-ask-role": "In which role?",
    "review-ask-type": "What kind of event is it?",
    "review-ask-who": "Who takes part, or in which role?",
    "review-choose": "a digit or Enter takes one; or type (a space before a digit); Esc leaves",
    "review-decided": ("{says}", " by {by}"),
    "review-does-accept": "the claim is right (of a group: they are one)",
    "review-does-actor": "somebody who takes part is somebody who is known already",
    "review-does-back": "back to the claim before",
    "review-does-chain": "mend from whom the source has it",
    "review-does-date": "mend the date: choose one, or type it in words",
    "review-does-event": "the claim speaks of an event that is known already",
    "review-does-help": "this page",
    "review-does-modality": "mend how sure the source is, and whether it affirms or denies",
    "review-does-next": "on to the next claim; this one stays undecided",
    "review-does-note": "write a note on the claim",
    "review-does-place": "mend the place",
    "review-does-quit": "leave; what was decided is kept, and next time it goes on here",
    "review-does-reject": "the claim is wrong and counts for nothing (of a group: they differ)",
    "review-does-search": "go to another claim by words of its event",
    "review-does-split": "the claim speaks of an event of its own",
    "review-does-swap": "who did it and to whom it was done change places",
    "review-does-type": "mend the type of the event",
    "review-does-undo": "take back what you decided last",
    "review-does-who": "mend who takes part, and in which role",
    "review-end": "All is decided. q leaves, b goes back.",
    "review-group": (
        "{name}: {count:mention|mentions} in {sources:article|articles}, one {kind}? y or r"
    ),
    "review-help": (
        "Go through what machines read. Every key is kept at once; digits let people in and out; "
        "any key leaves this page."
    ),
    "review-in-words": "in these words",
    "review-itself": "the source itself",
    "review-key-accept": "right",
    "review-key-actor": "same actor",
    "review-key-back": "back",
    "review-key-chain": "according to",
    "review-key-date": "when",
    "review-key-event": "same event",
    "review-key-help": "help",
    "review-key-modality": "how sure",
    "review-key-next": "next",
    "review-key-note": "note",
    "review-key-place": "where",
    "review-key-quit": "leave",
    "review-key-reject": "wrong",
    "review-key-search": "search",
    "review-key-split": "another event",
    "review-key-swap": "swap roles",
    "review-key-type": "type",
    "review-key-undo": "undo",
    "review-key-who": "who",
    "review-known": "What is known of this event",
    "review-named": "Also named",
    "review-new": "new",
    "review-no-part": "takes no part",
    "review-status": "{by}: {done} done, {left} left, {rate} a minute",
    "review-type": "type, then Enter takes the one that is marked; Esc leaves",
    "review-undone": "taken back",
    "revoked-of": "revoked: {count:claim|claims} of {event}",
    "same-options": "timeline {command}, with the same options and",
    "schema-fine": "the schema is as it should be",
    "serving": "the page is there; Ctrl-C ends it",
    "several-changesets": (
        "they are changesets {first} to {last}; timeline undo takes back one at a time"
    ),
    "stated": "stated of {of} {key}; to take it back: timeline undo",
    "step-loses": ("{before} -> {after} loses ", "{lost}", "nothing"),
    "undo-them": "undo {count:later change|later changes} ({later}) as well?",
    "undone": ("changeset {number} is undone: {kind}", " of {given}"),
    "unmerged": "{left} and {right} are two {of}s again",
}
