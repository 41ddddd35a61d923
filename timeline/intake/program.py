"""What another program proposes of an article: asked as a process, believed only as far as the
article's text bears it out.

The program gets one JSON object on its standard input: `text`, what is known of the article (`key`,
`title`, `author`, `publisher`, `url`, `language`, and `published` as EDTF) and `schema`, the JSON
Schema of its answer. It answers on its standard output with a document in the native format, in
YAML or JSON, whose claims are of that source.
"""

from __future__ import annotations

import subprocess
import tempfile
from io import BytesIO
from pathlib import PurePath
from threading import Timer
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, cast

import msgspec
from msgspec.structs import replace

from timeline import records as r
from timeline.errors import DataError, Problem, UsageError, Where
from timeline.extract.article import header_records
from timeline.formats.form import Input
from timeline.formats.native.read import read_json, read_yaml
from timeline.formats.native.schema import schema
from timeline.intake.opened import MAX_TEXT
from timeline.intake.outcome import Notice
from timeline.load.quotes import with_quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.extract.article import Article

# So many seconds a program may take for one article.
PATIENCE = 600
# What a program may propose, and the kinds of things that the fields of it name.
_NAMES: dict[type, dict[str, type]] = {
    r.Actor: {},
    r.Place: {"part_of": r.Place},
    r.Event: {"place": r.Place},
    r.Position: {"actor": r.Actor, "organisation": r.Actor},
    r.Claim: {"event": r.Event, "place": r.Place},
    r.Link: {"event": r.Event, "other": r.Event},
}


class Proposed(NamedTuple):
    """What came of asking: the records, and what was left out and why; problems are those of an
    answer of which nothing could be taken.
    """

    records: list[r.AnyRecord]
    asides: Sequence[Problem | Notice]


def propose(article: Article, command: Sequence[str], where: str) -> Proposed:
    """Ask a program what an article claims.

    Of an answer that can't be read nothing is taken. Of another, what names something that the
    answer does not describe is left out, and a claim whose quote does not stand in the text.

    Args:
        article: the article.
        command: the program and its arguments.
        where: what the article is called in messages.

    Returns:
        The article's own records and what is proposed, all as those of a machine that is called as
        the program is; their keys begin with the article's.

    Raises:
        UsageError: there is no such program.
    """
    name = PurePath(command[0]).stem
    told = f"{where} ({name})"
    try:
        answer = _answer(_question(article), command)
    except DataError as error:
        return Proposed([], [Problem(Where(told), error.message)])
    found = list(_read(answer, told, article.key))
    flaws = [item for item in found if isinstance(item, Problem)]
    if flaws:
        return Proposed([], flaws)
    checked = _Check(article, name)
    checked.take(item for item in found if isinstance(item, r.Located))
    return Proposed([*header_records(article, name), *checked.used()], checked.left_out)


def _question(article: Article) -> bytes:
    told = {
        "key": article.key,
        "title": article.title,
        "author": article.author,
        "publisher": article.publisher,
        "url": article.url,
        "language": article.language,
        "published": str(article.published) if article.published else None,
        "text": article.text,
        "schema": schema(),
    }
    return msgspec.json.encode(told)


def _answer(question: bytes, command: Sequence[str]) -> bytes:
    """Run a program, and end it if it is too slow or writes too much.

    Raises:
        UsageError: there is no such program.
        DataError: it failed, or had to be ended.
    """
    with tempfile.TemporaryFile() as asked:  # a pipe would wait for a program that doesn't read
        asked.write(question)
        asked.seek(0)
        try:
            # It is the person's own command, as that of an editor is.
            process = subprocess.Popen(command, stdin=asked, stdout=subprocess.PIPE)  # noqa: S603
        except OSError as error:
            raise UsageError("no-program", program=command[0], why=error.strerror) from error
    timer = Timer(PATIENCE, process.kill)
    timer.start()
    try:
        with process:
            answer = cast("BinaryIO", process.stdout).read(MAX_TEXT + 1)
            if len(answer) > MAX_TEXT:
                process.kill()
    finally:
        slow = timer.finished.is_set()
        timer.cancel()
    if slow:
        raise DataError("program-slow", seconds=PATIENCE)
    if len(answer) > MAX_TEXT:
        raise DataError("program-wordy", most=MAX_TEXT >> 20)
    if process.returncode:
        raise DataError("program-ended", status=process.returncode)
    return answer


def _read(answer: bytes, name: str, key: str) -> Iterator[r.Located | Problem]:
    def beside(_name: str) -> bytes:
        raise FileNotFoundError

    given = Input(name, BytesIO(answer), key, beside, source=key)
    return (read_json if answer.lstrip()[:1] in (b"{", b"[") else read_yaml)(given)


class _Check:
    """What of an answer may be believed.

    Attributes:
        left_out: what may not, and why.
    """

    def __init__(self, article: Article, extractor: str) -> None:
        self.left_out: list[Notice] = []
        self._article = article
        self._extractor = extractor
        self._defined: set[tuple[type, str]] = set()
        self._named: set[tuple[type, str]] = set()
        self._kept: list[Any] = []

    def take(self, found: Iterable[r.Located]) -> None:
        """Check records, and make them those of the machine."""
        own = [one for one in found if not self._is_header(one.record)]
        self._defined = {(type(one.record), getattr(one.record, "key", "")) for one in own}
        for record, where in own:
            try:
                self._kept.append(self._checked(record))
            except DataError as error:
                self.left_out.append(Notice(where, error.message))

    def used(self) -> Iterator[r.AnyRecord]:
        """Give what was kept, but for things that nothing which was kept speaks of."""
        for record in self._kept:
            if isinstance(record, r.Claim | r.Link | r.Position):
                self._names(record)
        for record in self._kept:
            if isinstance(record, r.Event | r.Place) and (type(record), record.key) in self._named:
                self._names(record)
        for record in self._kept:
            key = getattr(record, "key", None)
            if key is None or (type(record), key) in self._named:
                yield record

    def _names(self, record: Any) -> None:
        fields = _NAMES[type(record)].items()
        self._named |= {(kind, getattr(record, field)) for field, kind in fields}
        if isinstance(record, r.Claim):
            self._named |= {(r.Actor, one.actor) for one in record.who}
            self._named |= {(r.Actor, hop.actor) for hop in record.via if hop.actor}

    def _is_header(self, record: r.AnyRecord) -> bool:
        """Whether it only says again which article it is."""
        own = self._article.key
        return isinstance(record, r.Collection) or (
            isinstance(record, r.Source) and record.key == own
        )

    def _checked(self, record: Any) -> r.AnyRecord:
        kind = type(record)
        if kind not in _NAMES:
            raise DataError("proposal-kind", kind=kind.__name__.lower())
        changes: dict[str, Any] = {"collection": self._article.key, "extractor": self._extractor}
        for field, named in _NAMES[kind].items():
            if (key := getattr(record, field)) is not None:
                changes[field] = self._own(named, key)
        if hasattr(record, "key"):
            changes["key"] = self._prefixed(record.key)
        if isinstance(record, r.Actor):
            changes["mention"] = True
        if isinstance(record, r.Claim):
            changes |= self._claim(record)
        elif isinstance(record, r.Position | r.Link):
            changes["source"] = self._article.key
        made: r.AnyRecord = replace(record, **changes)
        return with_quote(made, self._article.text) if isinstance(made, r.Claim) else made

    def _claim(self, claim: r.Claim) -> dict[str, Any]:
        """Give what becomes of a claim."""
        if claim.source != self._article.key:
            raise DataError("proposal-source", source=claim.source, key=self._article.key)
        if claim.quote is None:
            raise DataError("proposal-unquoted")
        who = tuple(replace(one, actor=self._own(r.Actor, one.actor)) for one in claim.who)
        via = tuple(self._hop(hop) for hop in claim.via)
        return {"who": who, "via": via, "pinned": False}

    def _hop(self, hop: r.Hop) -> r.Hop:
        key = hop.actor or hop.key or hop.source
        if key is None:
            return hop
        return replace(hop, key=None, source=None, actor=self._own(r.Actor, key))

    def _own(self, kind: type, key: str) -> str:
        """Give the key of something that the answer describes, as it is called here."""
        if (kind, key) not in self._defined:
            raise DataError("proposal-unknown", kind=kind.__name__.lower(), key=key)
        return self._prefixed(key)

    def _prefixed(self, key: str) -> str:
        begins = f"{self._article.key}/"
        return key if key.startswith(begins) else f"{begins}{key}"
