"""What people type where a date is asked for, in English or French."""

from __future__ import annotations

from timeline.dates.edtf import parse
from timeline.dates.value import Date
from timeline.errors import DateError
from timeline.temporal.relative import Rule, understood

_EXAMPLES = (
    "2024-11-11, 2024-11, 2024, '11 nov 2024', 'novembre 2024', yesterday, 'last monday', '44 BC'"
)


def read(text: str, *, today: Date | None = None) -> Date:
    """Read a date as typed: any EDTF, or a date in English or French words, or one relative to
    today.

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
    found = understood(text, None)
    if isinstance(found, Date):
        return found
    if found is not None:
        return _resolved(text, found, today)
    if any(character.isalpha() and character not in "XYESTZ" for character in text):
        raise DateError(f"{text!r} is not understood as a date; write it like one of: {_EXAMPLES}")
    raise as_edtf


def _resolved(text: str, rule: Rule, today: Date | None) -> Date:
    if rule.direction == "nearest":
        raise DateError(
            f"{text!r} does not say which year; write it out, or put last or next before it"
        )
    return rule.resolve(today if today is not None else _today())


def _today() -> Date:
    from datetime import datetime

    return parse(datetime.now().astimezone().date().isoformat())
