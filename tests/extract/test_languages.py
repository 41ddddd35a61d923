"""What depends on a language stands with that language, and nowhere else."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

import pytest

import timeline.extract
from timeline.errors import UsageError
from timeline.extract.languages import LANGUAGES, prose_language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# A code in quotes, a name of a language, a question that asks for one; comments included.
NAMED = re.compile(
    rf"""["'](?:{"|".join(LANGUAGES)})["']"""
    r"|\b(?:french|english|spanish|german|italian)\b|\b(?:if|elif|and|or) language [!=]=",
    re.IGNORECASE,
)
# Titles of works that the comments cite.
CITED = re.compile(r'in French news: Bittar et al. 2011, "French\s+TimeBank"')


def files(root: Path, suffix: str) -> Iterator[tuple[str, str]]:
    """The files of extract, by their names in it."""
    folder = root / "timeline" / "extract"
    for path in sorted(folder.rglob(f"*{suffix}")):
        yield path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")


def test_no_language_is_named_outside_its_own_files(root: Path) -> None:
    named = [
        (name, match[0])
        for name, text in files(root, ".py")
        if not name.startswith("languages/")
        for match in NAMED.finditer(CITED.sub("", text))
    ]
    assert named == []


def test_the_code_that_languages_share_names_none(root: Path) -> None:
    shared = {
        name: NAMED.search(text)
        for name, text in files(root, ".py")
        if re.fullmatch(r"languages/\w+\.py", name) and name != "languages/__init__.py"
    }
    assert shared
    assert not any(shared.values())


def test_a_language_that_is_not_known_is_an_error_and_never_another() -> None:
    for code in ("tlh", "", "EN", "fra"):
        with pytest.raises(UsageError, match=repr(code)) as caught:
            prose_language(code)
        assert caught.value.code == "no-prose"
        assert caught.value.values["known"] == tuple(LANGUAGES)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_is_complete(code: str, root: Path) -> None:
    """Its package has the rows that the readers ask for, and each of them is of the wheel."""
    language = prose_language(code)
    assert language.code == code
    assert language.package.startswith(f"{timeline.extract.__name__}.languages.")
    folder = root.joinpath(*language.package.split("."))
    assert {path.name for path in folder.glob("*.tsv")} == {
        *("verbs.tsv", "nouns.tsv", "idioms.tsv", "words.tsv", "people.tsv", "states.tsv"),
        "weights.tsv",
    }
    assert language.lexicon.verbs
    assert language.states.names


def test_rows_are_short_and_say_what_they_hold(root: Path) -> None:
    found = list(files(root, ".tsv"))
    assert found
    for name, text in found:
        lines = text.split("\n")
        assert lines[0].startswith("# "), name
        assert lines[-1] == "", name
        assert max(map(len, lines)) <= 100, name
        assert not [line for line in lines if line != line.rstrip()], name
        rows = [line for line in lines if line and not line.startswith("#")]
        assert len(rows) == len(set(rows)), name
        assert all(all(row.split("\t")) for row in rows), name


def test_no_field_of_a_language_is_for_nobody(root: Path) -> None:
    """Each field is asked for somewhere."""
    text = "".join(text for _, text in files(root, ".py"))
    groups = ("header", "dates", "prepositions", "negation", "inversion", "lexicon")
    language = prose_language("fr")
    names = chain(vars(language), *(getattr(language, group)._fields for group in groups))
    assert [name for name in names if not re.search(rf"\.{name}\b", text)] == []
