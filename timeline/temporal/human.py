"""What people type where a date is asked for, in any language there is."""

from __future__ import annotations

from timeline.dates.edtf import parse
from timeline.dates.value import Date
from timeline.errors import DateError, UsageError

_EXAMPLES = (
    "2024-11-11, 2024-11, 2024, '11 nov 2024', 'novembre 2024', yesterday, 'last monday', '44 BC'"
)


def read(text: str, *, today: Date | None = None) -> Date:
    """Read a date as typed: any EDTF, or a date in words, or one relative to today.

    Args:
        text: such as `2024-11`, `11 nov 2024`, `14.11.2024` (dots: day first), `lundi dernier`.
        today: what `today` means; by default the date of the system's clock, in its zone.

    Raises:
        DateError: it is unknown (with examples), ambiguous (with the readings), incomplete, or
            there is no such date.
    """
    try:
        return parse(text.strip())
    except DateError as error:
        as_edtf = error
    from timeline.temporal.reader import understood  # words are rarer than EDTF, and cost more

    found = understood(text, None, today if today is not None else _today())
    if isinstance(found, Date):
        return found
    if any(character.isalpha() and character not in "XYESTZ" for character in text):
        raise DateError("not-a-date-typed", text=text, examples=_EXAMPLES)
    raise as_edtf


def read_given(name: str, given: Date | str | None) -> Date | None:
    """Give the date of a field that may be given as text.

    Args:
        name: of the field, for the message.
        given: a date, or what `read` reads.

    Raises:
        UsageError: the text is no date, or may be several.
    """
    if not isinstance(given, str):
        return given
    try:
        return read(given)
    except DateError as error:
        raise UsageError("date-of-filter", filter=name, why=error.message) from error


def _today() -> Date:
    from datetime import datetime

    return parse(datetime.now().astimezone().date().isoformat())
