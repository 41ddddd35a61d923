"""Formats: from bytes to records, and from records to text.

A format is a file here that says how its files are known, read and written, and one line of
`FORMATS`. What else people give, and no format reads, is named by `foreign`.

form        what a format is, and what is given to its reader
native      the documents that people write, in YAML or JSON
jsonl       one record a line
foreign     files of other programs, known by how they begin

What several formats share:

tree        tokens of YAML or JSON -> mappings, lists and texts that know their lines
jsontext    the tokens of JSON
shape       a tree against a class: the value, or all that is wrong with it
"""

from __future__ import annotations

from timeline.formats import jsonl, native
from timeline.formats.foreign import HEAD, Foreign, foreign_by_content, foreign_by_name
from timeline.formats.form import Format, Input

__all__ = ["FORMATS", "HEAD", "Foreign", "Format", "Input", "format_of", "identify"]

FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        native.YAML,
        native.JSON,
        jsonl.FORMAT,
    )
}


def format_of(name: str) -> Format | None:
    """Give the format of a file by the end of its name, whatever its case; None if no format has
    that suffix.
    """
    lowered = name.lower()
    return next((form for form in FORMATS.values() if lowered.endswith(form.suffixes)), None)


def identify(name: str, head: bytes) -> Format | Foreign | None:
    """Tell what a file is.

    A file of another program is known by how it begins, whatever it is called; then the name tells,
    and where it has no suffix, as that of a pipe, the beginning.

    Args:
        name: the name of the file.
        head: its first bytes, up to HEAD.

    Returns:
        Its format, or what else it is; None if neither name nor beginning tells.
    """
    return (
        foreign_by_content(name, head)
        or next((form for form in FORMATS.values() if form.identify(name, head)), None)
        or foreign_by_name(name)
    )
