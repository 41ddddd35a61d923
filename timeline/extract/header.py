"""What stands above an article: its date, author, source, language, the credit of its picture; and
its dateline.

What is found is `Metadata`; None means that it is no header but words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from timeline.dates import Date
from timeline.errors import DataError, DateError, Message
from timeline.extract.header_patterns import header_patterns
from timeline.records import VersionKind
from timeline.temporal.folded import bare
from timeline.temporal.languages import code_of
from timeline.temporal.languages import language as dates_in
from timeline.temporal.reader import understood


class Metadata(NamedTuple):
    """What an article says of itself; None for what it does not say.

    modified: the day of its last change.
    missing: how many percent of the article are not in the text, which was cut off; 0 if it does
        not say how many.
    problem: why its date could not be read.
    """

    published: Date | None = None
    modified: Date | None = None
    missing: float | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    problem: Message | None = None

    def over(self, other: Metadata) -> Metadata:
        """Fill what is not known from another."""
        return self._replace(
            **{
                name: value
                for name, value in other._asdict().items()
                if getattr(self, name) is None
            }
        )


_LONGEST = 300  # characters of a line of a header
_FRONT = 65_536  # characters in which front matter ends
_KEYED = re.compile(r"\W{0,3}([^\W\d_][\w '’-]{0,30}?)\W{0,2}\s?:\s+(\S.*)")

_CREDIT_LENGTH = 200
_RULE = re.compile(r"[-_]{3,}[^-_]{0,60}[-_]*")  # "-----Original Message-----"
_ADDRESS = re.compile(r"\s*<[^<>\s]*@[^<>\s]*>")
_PERCENT = re.compile(r"(\d{1,2}(?:[.,]\d{1,3})?)\s?%")
_BETWEEN = " \t\u00a0\u202f|•·–—-,;/()[]*_.\ufeff"

_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)


def front_matter(text: str, language: str | None) -> tuple[Metadata, int]:
    """Read the YAML between two lines of `---` at the beginning of a text, and say where it ends
    (0: there is none).

    Raises:
        DataError: it is no YAML.
    """
    import yaml

    match = _FRONT_MATTER.match(text[:_FRONT])
    if match is None or ":" not in match[1]:
        return Metadata(), 0
    try:
        found = yaml.load(match[1], Loader=yaml.BaseLoader)  # noqa: S506 - the loader that only makes texts
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise DataError("front-matter-broken", at=mark.line + 2 if mark else None) from None
    if not isinstance(found, dict):
        return Metadata(), 0
    texts = {str(key): value for key, one in found.items() if (value := _as_text(one))}
    fields = {_field(key): value for key, value in reversed(texts.items())}
    return _from_fields(fields, language or _short(fields.get("language"))), match.end()


def _as_text(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_as_text, value)))
    if isinstance(value, dict):
        return _as_text(value.get("name", ""))
    return " ".join(value.split()) if isinstance(value, str) else ""


def read_block(lines: list[str], language: str | None) -> Metadata | None:
    """Read lines that are all fields of a header, as a letter has them; None if they are none."""
    block = _block(lines[1:] if lines and _RULE.fullmatch(lines[0]) else lines)
    return None if block is None else _from_fields(block, language)


def read_letter_line(line: str, language: str | None) -> Metadata | None:
    """Read who wrote a letter, and when, from the line that stands above its quoted lines."""
    match = header_patterns().wrote.fullmatch(line.strip()) if len(line) <= _LONGEST else None
    if match is None:
        return None
    # "lun. 11 nov. 2024": the day of the week, which programmes shorten as they like, adds nothing.
    dated = next(
        filter(None, (_dated(date, language) for date in _ends(match["date"]))), Metadata()
    )
    return Metadata(author=match["author"]).over(dated)


def _ends(words: str) -> tuple[str, str]:
    """Some words, and all but the first."""
    return words, words.partition(" ")[2]


def read_header(lines: list[str], language: str | None) -> tuple[Metadata, int]:
    """Read the lines of a header at the beginning of some lines, and say how many they are."""
    block = read_block(lines, language)
    if block is not None:
        return block, len(lines)
    found, count = Metadata(), 0
    for line in lines:
        one = read_line(line, language)
        if one is None:
            break
        found, count = found.over(one), count + 1
    return found, count


def _block(lines: list[str]) -> dict[str | None, str] | None:
    """Lines that are all `key: value`, one of the keys known."""
    keyed = [match for line in lines if len(line) <= _LONGEST and (match := _KEYED.fullmatch(line))]
    if len(keyed) < 2 or len(keyed) < len(lines):
        return None
    fields = {_field(match[1]): match[2].strip() for match in reversed(keyed)}
    return fields if fields.keys() - {None} else None


def read_line(line: str, language: str | None) -> Metadata | None:
    """Read one line of a header: `Date: ...`, `By ...`, `Publié le ...`, a date alone, the credit
    of a picture.
    """
    rest = line.strip(_BETWEEN) if len(line) <= _LONGEST else ""
    if not rest:
        return None
    keyed = _keyed(line, language)
    if keyed is not None:
        return keyed
    found = Metadata()
    while rest:
        taken = _piece(rest, language)
        if taken is None:
            return None
        piece, end = taken
        found, rest = found.over(piece), rest[end:].lstrip(_BETWEEN)
    return found


def is_credit(line: str) -> bool:
    """Whether a line says who made a picture, or sends to another article."""
    return (
        len(line) <= _CREDIT_LENGTH
        and header_patterns().credit.fullmatch(line.strip(" \t*_")) is not None
    )


def paywall(line: str) -> float | None:
    """Say how many percent of an article are missing by a line that stands where it was cut off,
    since the rest is for those who pay: 0 if it does not say, None if it is no such line.
    """
    if len(line) > _LONGEST or not header_patterns().paywall.match(line.strip(_BETWEEN)):
        return None
    share = _PERCENT.search(line)
    return float(share[1].replace(",", ".")) if share else 0.0


def version_kind(text: str) -> VersionKind:
    """Say what a later text of an article is to the one before, by the note that it has itself."""
    patterns = header_patterns()
    found: VersionKind = "update"
    for line in text.splitlines():
        if patterns.retracts.match(line):
            return "retraction"
        if patterns.corrects.match(line):
            found = "correction"
    return found


def dateline(text: str, start: int, language: str | None) -> tuple[Metadata, int]:
    """Read the place, date and agency at the beginning of a paragraph, and say where its first
    sentence starts.

    Args:
        text: the text; the paragraph begins at `start`.
        start: an offset.
        language: in which dates are read; None for any.
    """
    for pattern in header_patterns().datelines:
        match = pattern.match(text, start, start + _LONGEST)
        if match is None:
            continue
        groups = match.groupdict()
        found = _read_date(groups["date"], language) if groups.get("date") else Metadata()
        if found is not None:
            return found._replace(publisher=groups["agency"]), match.end()
    return Metadata(), start


def _keyed(line: str, language: str | None) -> Metadata | None:
    match = _KEYED.fullmatch(line)
    field = _field(match[1]) if match else None
    if match is None or field is None:
        return None
    value = match[2].strip(" *_")
    if field == "published":
        return _dated(value, language)
    if field != "title" and len(value.split()) > 8 and value[-1:] in ".!?":
        return None
    return _from_fields({field: value}, language)


def _dated(value: str, language: str | None) -> Metadata | None:
    """A date with perhaps more behind it: a time of day, a credit."""
    found = _read_date(value, language)
    if found is not None:
        return found
    match = header_patterns().date.match(value)
    return None if match is None else read_line(value, language)


def _piece(rest: str, language: str | None) -> tuple[Metadata, int] | None:
    """The beginning of a line of a header, and where it ends."""
    patterns = header_patterns()
    if match := patterns.updated.match(rest):
        date = patterns.date.match(rest, match.end())
        return (Metadata(), date.end()) if date else None
    keyword = patterns.dated.match(rest)
    for start in (keyword.end() if keyword else 0, 0):
        date = patterns.date.match(rest, start)
        found = _read_date(date[0], language) if date else None
        if date is not None and found is not None:
            return found, date.end()
    if match := patterns.author.match(rest):
        return Metadata(author=match[1].rstrip(" ,")), match.end(1)
    if match := patterns.clock.match(rest):
        return Metadata(), match.end()
    return (Metadata(), len(rest)) if is_credit(rest) else None


def _read_date(value: str, language: str | None) -> Metadata | None:
    """A date that is written out; None if it is none, and the problem if there is no such date."""
    numeric = re.fullmatch(r"(\d\d?)[/-](\d\d?)[/-](\d{4})", value)
    if numeric and (code := code_of(language)) and dates_in(code).day_first:
        value = ".".join(numeric.groups())
    try:
        found = understood(re.sub(r"(\d)[T ]\d\d:\d\d.*", r"\1", value), None)
    except DateError as error:
        return Metadata(problem=error.message)
    return Metadata(published=found) if isinstance(found, Date) else None


def _field(key: str) -> str | None:
    return header_patterns().fields.get(bare(key).replace("_", " ").strip())


def _short(language: str | None) -> str | None:
    """`fr` for `fr-FR`."""
    return re.split("[-_]", language.strip(), maxsplit=1)[0].lower() or None if language else None


def _from_fields(fields: Mapping[str | None, str], language: str | None) -> Metadata:
    source, url = fields.get("publisher"), fields.get("url")
    if source and source.startswith(("http://", "https://")):
        source, url = None, url or source
    found = Metadata()
    if value := fields.get("published"):
        found = _dated(value, language) or Metadata(
            problem=Message("published-without-sense", text=value)
        )
    return found.over(
        Metadata(
            title=fields.get("title"),
            author=_ADDRESS.sub("", fields.get("author", "")) or None,
            publisher=source,
            url=url,
            language=_short(fields.get("language")),
        )
    )


def without_byline(author: str | None) -> str | None:
    """An author as a page's byline gives it, without `Par`, and without what else stood there as if
    it were a name.
    """
    patterns = header_patterns()
    names = re.split(r"\s*;\s*", patterns.byline.sub("", author or ""))
    return "; ".join(name for name in names if name and not patterns.no_author.match(name)) or None
