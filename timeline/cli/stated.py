"""From the options of `set` to what a record of the thing has to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast, get_args

from timeline.errors import LoadError, Problem, UsageError, Where

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from timeline.combine import Thing
    from timeline.records import Link, Position

# Kind of thing -> option -> field of its record.
_FIELDS: dict[str, dict[str, str]] = {
    "event": {"title": "title", "kind": "type", "tag": "tags", "place": "place"},
    "actor": {"name": "name", "alias": "names", "kind": "kind", "description": "description"},
    "source": {
        "title": "title",
        "kind": "kind",
        "published": "published",
        "url": "url",
        "evidence": "evidence",
    },
    "place": {"name": "name", "alias": "names", "place": "part_of"},
}
# How an option is typed, where it is not called as it is here.
_TYPED = {"kind": "type"}


def stated(
    of: str, key: str, given: Mapping[str, Any], language: str, *, by: str
) -> tuple[type[Thing], dict[str, Any]]:
    """Give the kind of record, and the fields that a person states with their values.

    Args:
        of, key: which thing.
        given: option -> what it holds; None means that it was not given.
        language: of a title.
        by: who states it.

    Raises:
        UsageError: things of this kind have no such field.
        LoadError: a field can't hold that.
    """
    from timeline.formats.shape import convert
    from timeline.store.stored import KIND_NAMES

    kind = next(kind for kind, name in KIND_NAMES.items() if name == of)
    fields = _FIELDS[of]
    said: dict[str, Any] = {}
    for option, value in given.items():
        if value is None:
            continue
        if option not in fields:
            known = [_TYPED.get(name, name) for name in fields]
            raise UsageError("cannot-be-set", of=of, given=_TYPED.get(option, option), known=known)
        said[fields[option]] = _plain(of, option, value, language)
    record, flaws = convert({"record": of, "key": key, "by": by, **said}, kind)
    if flaws:
        raise LoadError(
            [Problem(Where(key, path=".".join(map(str, one.path))), one.message) for one in flaws]
        )
    return kind, {name: getattr(record, name) for name in said}


def _plain(of: str, option: str, value: Any, language: str) -> Any:
    if option == "alias":
        return [{"text": name} for name in value]
    return {language: value} if (of, option) == ("event", "title") else value


def links_named(session: Any, of: str, key: str, links: Sequence[str]) -> Iterator[Link]:
    """Give the links that a person names, `KIND:EVENT`.

    Raises:
        UsageError: it is no event, or there are no such links.
        AmbiguousError, NotFoundError: of the other event.
    """
    from timeline.names import nearest
    from timeline.queries.find import key_of
    from timeline.records import Link, LinkKind

    known = get_args(LinkKind)
    for one in links:
        if of != "event":
            raise UsageError("cannot-be-set", of=of, given="link", known=[*_FIELDS[of]])
        kind, _, called = one.partition(":")
        if kind not in known or not called:
            near = nearest(kind, known)
            raise UsageError("no-such-word", what="link", given=one, near=near, known=[*known])
        _, other = key_of(session, called, of="event")
        yield Link(event=key, kind=cast("LinkKind", kind), other=other)


def positions_named(of: str, key: str, title: str | None, held: str | None) -> Iterator[Position]:
    """Give the position that a person names.

    Raises:
        UsageError: it is no actor, or a time without a position.
        DateError: the time is no EDTF.
    """
    from timeline.dates import parse
    from timeline.records import Position

    if title is None:
        if held is not None:
            raise UsageError("held-without-position")
        return
    if of != "actor":
        raise UsageError("cannot-be-set", of=of, given="position", known=[*_FIELDS[of]])
    yield Position(actor=key, title=title, held=None if held is None else parse(held))
