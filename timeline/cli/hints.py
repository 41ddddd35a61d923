"""What to type next: commands and options for what went wrong, by its code. The sentences
themselves stand in `timeline.errors.english` and speak of neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors.message import Message, fill

if TYPE_CHECKING:
    from timeline.errors import Problem
    from timeline.errors.english import Sentence
    from timeline.intake.outcome import Notice

ENGLISH: dict[str, Sentence] = {
    "certainly-without-window": "add --on, or --from and --to",
    "collection-of-people": ", or with --collection NAME",
    "confirmation-needed": "--yes does",
    "database-is-folder": "with --db",
    "empty-database": "fill it with: timeline load",
    "event-and-filter": "leave them out, or leave out EVENT",
    "file-for-output": "timeline export --format {form} > {name}",
    "file-refused": "--db names another",
    "is-database": "if it is one of timeline's: timeline export --db FILE > records.jsonl",
    "key-of-several": "give one file, or leave out --collection",
    "language-guessed": "--lang says otherwise",
    "no-changeset-number": "`timeline log` lists them; `timeline unmerge` takes back a merge",
    "no-database": "make it with: timeline load",
    "no-known-language": "say which with --lang en or --lang fr",
    "no-permission": "--db names it",
    "no-right-to-tables": "timeline sql",
    "no-right-to-views": "the owner gives it with: timeline db reader ROLE",
    "no-such-actor": "`timeline actors` lists them",
    "no-such-event": "`timeline show` lists the keys",
    "no-such-mention": "`timeline actors --mentions` lists them",
    "no-such-place": "`timeline places` lists them",
    "no-such-source": "`timeline sources` lists the keys",
    "not-ours": "--db names it",
    "only-for-articles": (
        "name one, give --format article, or leave out --published, --lang, --jobs and --again"
    ),
    "option-before-command": "timeline show {option} ...",
    "process-ended": ", with --jobs 1 if memory is short",
    "published-in-future": "say the right one with --published",
    "published-unread": "or say it with --published",
    "query-memory": "--memory gives it more, and --format csv or jsonl holds no rows back",
    "query-too-long": "--timeout gives it more, 0 no limit",
    "revision-ahead": "timeline db upgrade {revision}",
    "revision-behind": "timeline db downgrade {revision}",
    "role-too-powerful": "timeline db reader timeline_reader does that",
    "role-without-actor": "add --actor",
    "schema-older": "timeline db upgrade",
    "undated": "say it with --published",
    "unknown-format": ", or say it with --format",
    "value-too-large": "--value-size allows more",
    "why-without-event": "timeline show EVENT --why",
    "window-twice": "leave out --from and --to, or --on",
}
HINTS = {"en": ENGLISH}


def told(message: Message | str) -> str:
    """Give a message in English with what to type next, if its sentence does not lead on already to
    the names that were perhaps meant.
    """
    if isinstance(message, str) or message.code not in ENGLISH or message.values.get("near"):
        return str(message)
    hint = fill(message, ENGLISH)
    return f"{message}{hint if hint.startswith(',') else f'; {hint}'}"


def placed(item: Problem | Notice) -> str:
    """Give what is to be said of a place, with the place before it."""
    return f"{item.where}: {told(item.message)}"
