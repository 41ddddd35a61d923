"""The native format: a document that people write, in YAML or JSON, read as records.

A block that has a problem still gives its record where it has a key, without what can't be read, so
that a reference to it is no problem of its own. Whoever meets a problem must not use the records of
that input.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.encoding import Text, UnreadableError, decode_text
from timeline.errors import DataError, Message
from timeline.formats import jsontext
from timeline.formats.native import yamltext
from timeline.formats.native.blocks import (
    SECTIONS,
    ClaimBlock,
    DocumentBlock,
    PositionBlock,
    SourceBlock,
)
from timeline.formats.native.expand import (
    actor_of,
    claim_of,
    event_of,
    flaws_untyped,
    is_bare,
    judgement_of,
    place_of,
    plain,
)
from timeline.formats.shape import convert
from timeline.formats.tree import (
    MAX_FLAWS,
    Flaw,
    Mapping,
    Path,
    Sequence,
    SyntaxToken,
    Tree,
    documents,
    is_told,
    line_of,
    path_text,
    shown,
)
from timeline.records import (
    Actor,
    Claim,
    Collection,
    Event,
    Judgement,
    Link,
    Located,
    Note,
    Place,
    Position,
    Problem,
    RefusedError,
    Revoked,
    Source,
    Verdict,
    Where,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.formats.form import Input
    from timeline.records import AnyRecord

_ORDER = (
    *(Collection, Source, Actor, Place, Position, Event),
    *(Claim, Link, Judgement, Verdict, Note, Revoked),
)
_NESTED = frozenset(("claims", "positions"))


def read_yaml(given: Input) -> Iterator[Located | Problem]:
    """Read a document in YAML; several, parted by `---`, may stand in one file.

    Yields:
        All problems by line, then the records: collections, sources, actors, places, positions,
        events, claims, links, judgements, verdicts, notes, revoked.
    """
    return _read(given, yamltext.tokens(Text(given.stream)))


def read_json(given: Input) -> Iterator[Located | Problem]:
    """Read a document in JSON, or a list of documents; see `read_yaml`.

    Numbers may stand where texts are wanted.
    """
    return _read(given, _json_tokens(given))


def _json_tokens(given: Input) -> Iterator[SyntaxToken]:
    yield from jsontext.tokens(Text(given.stream, refused=None).whole())


def _read(given: Input, tokens: Iterable[SyntaxToken]) -> Iterator[Located | Problem]:
    reading = _Reading(given)
    try:
        for document in documents(tokens):
            reading.document(document)
        reading.finish()
    except UnreadableError as error:
        reading.problems.append(Problem(Where(given.name, error.line, error.path), error.message))
    yield from sorted(reading.problems, key=lambda problem: problem.where.line)
    for kind in _ORDER:
        yield from reading.records[kind]


class _Block(NamedTuple):
    """A block of a document: its value, the tree it was read from, and where; what is wrong in it
    already.
    """

    value: Any
    node: Any
    path: Path
    line: int
    flaws: Iterable[Flaw] = ()


class _Reading:
    """What was read of one file so far."""

    def __init__(self, given: Input) -> None:
        self.given = given
        self.problems: list[Problem] = []
        self.records: dict[type, list[Located]] = {kind: [] for kind in _ORDER}
        self._lines: dict[tuple[type, str, str], int] = {}
        self._languages: dict[str, str | None] = {}
        self._collections: set[str] = set()
        self._collection = given.collection
        self._source: str | None = None
        self._documents = 0

    def document(self, document: Tree) -> None:
        """Take the records of one document; a list stands for the documents in it."""
        for flaw in document.flaws:
            self._problem(flaw.message, flaw.path, flaw.line)
        node = document.value
        if node is None:
            return
        self._documents += 1
        if isinstance(node, Mapping):
            self._sections(node, (), document.line)
        elif (
            isinstance(node, Sequence) and node and all(isinstance(item, Mapping) for item in node)
        ):
            for i, item in enumerate(node):
                self._sections(item, (i,), node.lines[i])
        else:
            self._problem(Message("not-a-document"), (), document.line)

    def finish(self) -> None:
        """Say so when there was nothing."""
        if not self._documents:
            self._problem(Message("no-documents"), (), 0)

    def _problem(self, message: Message, path: Path, line: int) -> None:
        self.problems.append(Problem(Where(self.given.name, line, path_text(path)), message))
        if len(self.problems) == MAX_FLAWS:
            raise UnreadableError("too-many-problems", line, most=MAX_FLAWS)

    def _flaw(self, block: _Block, message: Message, *steps: str | int) -> None:
        """Note what is wrong with a block, or at a path in it."""
        self._problem(message, (*block.path, *steps), line_of(block.node, steps) or block.line)

    def _flaws(self, block: _Block, flaws: Iterable[Flaw]) -> None:
        """Note what is wrong with a block and does not follow from what was told of it."""
        for flaw in flaws:
            if not is_told(block.flaws, flaw.path):
                self._flaw(block, flaw.message, *flaw.path)

    def _add(self, record: AnyRecord, block: _Block) -> None:
        where = Where(self.given.name, block.line, path_text(block.path))
        self.records[type(record)].append(Located(record, where))

    def _is_new(self, kind: type, block: _Block) -> bool:
        """Whether no record of this kind in this collection had this key before; if one had, that
        is a problem.
        """
        key = block.value.key
        first = self._lines.get((kind, self._collection, key))
        if first is None:
            self._lines[kind, self._collection, key] = block.line
            return True
        word = kind.__name__.lower()
        self._flaw(block, Message("key-twice", kind=word, key=shown(key), first=first), "key")
        return False

    # -- documents and blocks
    # ----------------------------------------------------------------------------------------

    def _sections(self, node: Mapping, path: Path, line: int) -> None:
        """Take what stands at the top of a document, then its sections."""
        head = {
            name: item for name, item in node.items() if name not in SECTIONS and name != "source"
        }
        top = self._block(head, DocumentBlock, path, line, node)
        self._collection = (top.value.collection if top else None) or self.given.collection
        if self._collection not in self._collections:
            self._collections.add(self._collection)
            self._add(Collection(key=self._collection), _Block(None, node, path, line))
        self._default_source(node, path)
        for section, kind in SECTIONS.items():
            for block in self._blocks(node, section, kind, path):
                _TAKE[section](self, block)

    def _default_source(self, node: Mapping, path: Path) -> None:
        """Take the source of the claims below: a block, or the key of one that stands elsewhere."""
        given = node.get("source", self.given.source)
        self._source = given if isinstance(given, str) else None
        if given is None or isinstance(given, str):
            return
        block = self._block(
            given, SourceBlock, (*path, "source"), line_of(node, ("source",)), given
        )
        if block is not None:
            self._source = block.value.key
            self._take_source(block)

    def _blocks(self, node: Any, section: str, kind: Any, path: Path) -> Iterator[_Block]:
        """Read the blocks of a list."""
        items = node.get(section)
        if items is None:
            return
        at = (*path, section)
        if not isinstance(items, Sequence):
            self._problem(Message("no-items"), at, line_of(node, (section,)))
            return
        for i, item in enumerate(items):
            block = self._block(item, kind, (*at, i), items.lines[i], item)
            if block is not None:
                yield block

    def _block(self, item: Any, kind: Any, path: Path, line: int, node: Any) -> _Block | None:
        """Read one block, without the blocks in it, and note all that is wrong with it."""
        if isinstance(item, Mapping) and not _NESTED.isdisjoint(item):
            nested = _NESTED.intersection(kind.__struct_fields__)
            item = {name: value for name, value in item.items() if name not in nested}
        value, flaws = convert(item, kind)
        for flaw in flaws:
            self._problem(flaw.message, (*path, *flaw.path), line_of(node, flaw.path) or line)
        return None if value is None else _Block(value, node, path, line, flaws)

    # -- one block of each section
    # -----------------------------------------------------------------------------------

    def _take_source(self, block: _Block) -> None:
        if self._is_new(Source, block):
            self._languages[block.value.key] = block.value.language
            rest = plain(block.value, "text", "content")
            self._add(Source(collection=self._collection, text=self._text(block), **rest), block)

    def _text(self, block: _Block) -> str | None:
        """The text of a source, from the block or from the file beside."""
        name: str | None = block.value.text
        content: str | None = block.value.content
        if name is None:
            return content
        if content is not None:
            self._flaw(block, Message("text-and-content"), "content")
        try:
            return decode_text(self.given.beside(name))
        except FileNotFoundError:
            self._flaw(block, Message("no-file-beside", name=shown(name)), "text")
        except DataError as error:
            self._flaw(block, Message("file-beside", name=shown(name), why=error.message), "text")
        except OSError as error:
            why = error.strerror or str(error)
            self._flaw(block, Message("file-unreadable", name=shown(name), why=why), "text")
        return None

    def _take_actor(self, block: _Block) -> None:
        if self._is_new(Actor, block):
            self._add(actor_of(block.value, self._collection), block)
        for held in self._blocks(block.node, "positions", PositionBlock, block.path):
            self._add(
                Position(collection=self._collection, actor=block.value.key, **plain(held.value)),
                held,
            )

    def _take_place(self, block: _Block) -> None:
        if self._is_new(Place, block):
            self._add(place_of(block.value, self._collection), block)

    def _take_position(self, block: _Block) -> None:
        self._add(Position(collection=self._collection, **plain(block.value)), block)

    def _take_link(self, block: _Block) -> None:
        self._add(Link(collection=self._collection, **plain(block.value)), block)

    def _take_judgement(self, block: _Block) -> None:
        judgement, flaws = judgement_of(block.value, self._collection)
        self._flaws(block, flaws)
        self._add(judgement, block)

    def _take_verdict(self, block: _Block) -> None:
        self._take_words(Verdict, block)

    def _take_note(self, block: _Block) -> None:
        self._take_words(Note, block)

    def _take_revoked(self, block: _Block) -> None:
        self._add(Revoked(collection=self._collection, **plain(block.value)), block)

    def _take_words(self, kind: type[Verdict | Note], block: _Block) -> None:
        try:
            record = kind(collection=self._collection, **plain(block.value))
        except RefusedError as error:
            self._flaws(block, [Flaw((), error.message)])
        else:
            self._add(record, block)

    def _take_event(self, block: _Block) -> None:
        event = block.value
        if is_bare(event):
            empty = not block.node.get("claims") and event.part_of is None
            self._flaws(block, flaws_untyped(event, empty=empty))
        elif self._is_new(Event, block):
            language = self._languages.get(self._source or "") or "und"
            self._add(event_of(event, self._collection, language), block)
        if event.part_of is not None:
            link = Link(
                collection=self._collection,
                event=event.key,
                kind="part_of",
                other=event.part_of,
                source=self._source,
            )
            line = line_of(block.node, ("part_of",))
            self._add(link, _Block(None, block.node, (*block.path, "part_of"), line))
        for claim in self._blocks(block.node, "claims", ClaimBlock, block.path):
            self._take_claim(claim, event)

    def _take_claim(self, block: _Block, event: Any) -> None:
        claim, flaws = claim_of(block.value, self._collection, event, self._source)
        self._flaws(block, flaws)
        if claim is not None:
            self._add(claim, block)


_TAKE = {
    "sources": _Reading._take_source,
    "actors": _Reading._take_actor,
    "places": _Reading._take_place,
    "positions": _Reading._take_position,
    "events": _Reading._take_event,
    "links": _Reading._take_link,
    "judgements": _Reading._take_judgement,
    "verdicts": _Reading._take_verdict,
    "notes": _Reading._take_note,
    "revoked": _Reading._take_revoked,
}
