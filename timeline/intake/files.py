"""Which files a person means: records or articles, which each file's name tells."""

from __future__ import annotations

import os
import stat
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from timeline.errors import Message, Problem, UsageError, Where
from timeline.extract.article import SUFFIXES, is_article, key_of
from timeline.formats import FORMATS, format_of
from timeline.intake.opened import STDIN, shown, unreadable
from timeline.names import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ARTICLE = "article"


class File(NamedTuple):
    """A file to read, or the pipe.

    path: None for the pipe.
    key: what its collection is called if it holds records, or its source if it is an article; None
        lets its content tell.
    """

    path: Path | None
    key: str | None = None

    @property
    def name(self) -> str:
        """How it is called in messages and in the log."""
        return shown(self.path)


class Given(NamedTuple):
    """What a person has named, in order: files, and what is no file.

    records: those to be read as records, all of them or none.
    articles: those to be read as articles, each on its own; no two have one key.
    """

    records: tuple[File | Problem, ...]
    articles: tuple[File | Problem, ...]

    @property
    def size(self) -> int:
        """Bytes of all files of records."""
        paths = [item.path for item in self.records if isinstance(item, File)]
        return sum(path.stat().st_size for path in paths if path is not None and path.is_file())

    @property
    def names(self) -> str:
        """The files of records, for the log."""
        files = [item for item in self.records if isinstance(item, File)]
        return ", ".join(STDIN if one.path is None else shown(one.path.name) for one in files)


def seeds() -> Path:
    """Where the records are that ship with the package: in it once it is installed, beside it in a
    checkout.
    """
    package = Path(__file__).resolve().parent.parent
    inside = package / "seeds"
    return inside if inside.is_dir() else package.parent / "seeds"


def gather(
    names: Iterable[str | os.PathLike[str]], *, form: str | None = None, key: str | None = None
) -> Given:
    """List the files that some names mean.

    A folder means all files in and below it that are records or articles by their names; none that
    is hidden.

    Args:
        names: paths, or `-` for standard input. None at all means the seeds.
        form: a format of records, or `article`: what all of them are, whatever their names. Without
            it the pipe holds records.
        key: what the collection of all records is called; if there are none, the source of the one
            article.

    Raises:
        UsageError: there is no such format; there are no names for articles; there is a key, and
            several articles.
    """
    known = (*FORMATS, ARTICLE)
    if form is not None and form not in known:
        raise UsageError("no-such-format", given=form, known=known, near=nearest(form, known))
    found = [_meant(os.fspath(name), form) for name in names]
    if not found and form == ARTICLE:
        raise UsageError("no-articles-named")
    found = found or [_meant(str(seeds()), form)]
    records = [item for one in found for item in one.records]
    articles = _each_once(item for one in found for item in one.articles)
    if key is None:
        return Given(tuple(records), tuple(_told_apart(articles)))
    if records:
        return Given(tuple(_keyed(records, key)), tuple(_told_apart(articles)))
    if len(articles) > 1:
        raise UsageError("key-of-several", key=key)
    return Given((), tuple(_keyed(articles, key)))


def _keyed(items: Iterable[File | Problem], key: str) -> Iterator[File | Problem]:
    return (item._replace(key=key) if isinstance(item, File) else item for item in items)


def _meant(name: str, form: str | None) -> Given:
    """Find out what one name means."""
    if name == STDIN:
        return _sorted_out([File(None)], articles=form == ARTICLE)
    articles = form == ARTICLE or (form is None and is_article(name))
    path = Path(name)
    try:
        if stat.S_ISDIR(path.stat().st_mode):
            return _inside(path, form)
    except OSError as error:
        problem = Problem(Where(shown(name)), unreadable(path, error))
        return _sorted_out([problem], articles=articles)
    key = key_of(path.name) if articles else shown(path.stem)
    return _sorted_out([File(path, key)], articles=articles)


def _sorted_out(items: Sequence[File | Problem], *, articles: bool) -> Given:
    return Given((), tuple(items)) if articles else Given(tuple(items), ())


# Folders ------------------------------------------------------------------------------------------


def _inside(folder: Path, form: str | None) -> Given:
    """Sort out the files of a folder. What can't be looked into keeps records from being loaded,
    and no article from being read.
    """
    records, articles = list[File | Problem](), list[File | Problem]()
    problems = list[File | Problem]()
    for item in _walked(folder):
        if isinstance(item, Problem):
            problems.append(item)
        elif form != ARTICLE and format_of(item.name):
            records.append(File(item, shown(item.stem)))
        elif form in (None, ARTICLE) and is_article(item.name):
            parts = item.relative_to(folder).parts
            articles.append(File(item, "/".join(map(key_of, parts))))
    if not (records or articles or problems):
        problems = [
            Problem(Where(shown(folder)), Message("empty-folder", suffixes=_suffixes(form)))
        ]
    if form == ARTICLE or (articles and not records):
        return Given((), (*problems, *articles))
    return Given((*problems, *records), tuple(articles))


def _walked(folder: Path) -> Iterator[Path | Problem]:
    """Go through a folder and those below it: its files in order, and what can't be looked at."""
    refused: list[OSError] = []
    found: list[Path] = []
    for top, folders, files in os.walk(folder, onerror=refused.append):
        try:
            os.stat(os.path.join(top, os.curdir))
        except OSError as refusal:
            refusal.filename = top
            refused.append(refusal)
            folders.clear()
            continue
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(top, name) for name in files if not name.startswith("."))
        found += [path for path in paths if path.is_file()]
    for error in sorted(refused, key=lambda error: str(error.filename)):
        yield Problem(Where(shown(error.filename)), unreadable(Path(error.filename), error))
    yield from sorted(found)


def _suffixes(form: str | None) -> tuple[str, ...]:
    known = [suffix for one in FORMATS.values() for suffix in one.suffixes]
    return (*(known if form != ARTICLE else ()), *(SUFFIXES if form in (None, ARTICLE) else ()))


# Keys of articles ---------------------------------------------------------------------------------


def _each_once(items: Iterable[File | Problem]) -> list[File | Problem]:
    found: dict[str, File | Problem] = {}
    for item in items:
        found.setdefault(_identity(item), item)
    return list(found.values())


def _identity(item: File | Problem) -> str:
    if isinstance(item, Problem):
        return f"\0{item}"
    return STDIN if item.path is None else os.path.realpath(item.path)


def _told_apart(items: Sequence[File | Problem]) -> list[File | Problem]:
    """Give files whose keys are the same longer ones: with the folder, then with the whole name,
    then with a number.
    """
    files = list(items)
    for longer in (_with_folder, _with_suffix, None):
        count = Counter(item.key for item in files if isinstance(item, File) and item.key)
        seen: Counter[str] = Counter()
        for place, item in enumerate(files):
            if (
                isinstance(item, Problem)
                or item.path is None
                or item.key is None
                or count[item.key] == 1
            ):
                continue
            seen[item.key] += 1
            key = longer(item.path, item.key) if longer else f"{item.key}-{seen[item.key]}"
            files[place] = item._replace(key=key)
    return files


def _with_folder(path: Path, key: str) -> str:
    return key if "/" in key else f"{key_of(path.absolute().parent.name)}/{key}"


def _with_suffix(path: Path, key: str) -> str:
    return key + path.suffix.lower()
