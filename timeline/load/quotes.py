"""Where a quote, and the word in it that names the event, stands in a source's text.

Offsets always refer to the text as it is, in characters; ends are exclusive.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from timeline.errors import DataError, Message
from timeline.names import typed

if TYPE_CHECKING:
    from timeline import records as r


class Passage(NamedTuple):
    """A part of a text."""

    start: int
    end: int


class Quoted(NamedTuple):
    """What of a claim depends on the text that its source has."""

    quote: str | None
    quote_start: int | None
    quote_end: int | None
    trigger_start: int | None
    trigger_end: int | None


class QuoteError(DataError):
    """A quote or a trigger that does not stand in a text.

    Args:
        why: what is wrong.
        field: the field of the claim that is.
    """

    def __init__(self, why: Message, field: str) -> None:
        super().__init__(why.code, **why.values)
        self.field = field


class _Plain(NamedTuple):
    """A text as it is searched: typed in one way, each run of spaces a single one.

    Attributes:
        text: that text.
        gaps: where in it spaces were left out.
        left_out: how many spaces were left out up to each of the gaps.
    """

    text: str
    gaps: list[int]
    left_out: list[int]

    def original(self, at: int) -> int:
        """Give the place in the text itself of a character."""
        gap = bisect_right(self.gaps, at)
        return at + (self.left_out[gap - 1] if gap else 0)

    def reduced(self, at: int) -> int:
        """Give the place in this text of a character of the text itself, or of the next one."""
        return bisect_left(range(len(self.text)), at, key=self.original)


# Claims come source by source, and a load asks for each of their quotes.
@lru_cache(maxsize=2)
def _plain(text: str) -> _Plain:
    pieces, gaps, left_out, length, last = [], [], [], 0, 0
    plain = typed(text)
    for run in re.finditer("  +", plain):
        pieces.append(plain[last : run.start() + 1])
        length += len(pieces[-1])
        last = run.end()
        gaps.append(length)
        left_out.append(last - length)
    pieces.append(plain[last:])
    return _Plain("".join(pieces), gaps, left_out)


def locate(text: str, quote: str, hint: int | None = None) -> Passage | None:
    """Find a quote: as it is, else but for the kind of apostrophes, quotation marks, dashes and
    spaces.

    Args:
        text: the source's text.
        quote: what is said to stand there.
        hint: where it is expected to begin, for a quote that stands there more than once.

    Returns:
        its place, that of the first one after the hint where it stands several times; None if it
        doesn't.
    """
    if not quote.strip():
        return None
    found = _find(text, quote, hint or 0)
    if found >= 0:
        return Passage(found, found + len(quote))
    plain, wanted = _plain(text), " ".join(typed(quote).split())
    found = _find(plain.text, wanted, plain.reduced(hint or 0))
    if found < 0:
        return None
    return Passage(plain.original(found), plain.original(found + len(wanted) - 1) + 1)


def _find(text: str, words: str, hint: int) -> int:
    found = text.find(words, hint)
    return found if found >= 0 else text.find(words)


def departure(text: str, quote: str) -> Message:
    """Say where a quote that does not stand in a text departs from it, for the person who is to
    mend it.
    """
    words = quote.split()
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if locate(text, " ".join(words[:middle])):
            low = middle
        else:
            high = middle - 1
    if low == 0:
        return Message("quote-departs")
    passage = locate(text, " ".join(words[:low]))
    assert passage is not None
    goes_on = " ".join(text[passage.end : passage.end + 60].split()[:4])
    return Message("quote-departs", known=" ".join(words[max(0, low - 3) : low]), text=goes_on)


def quoted(claim: Quoted, text: str | None) -> Quoted:
    """Say where a new claim's quote and trigger stand.

    Args:
        claim: as it was read. Where its quote now stands elsewhere than it says, the trigger moves
            with it.
        text: the source's text; None if we don't hold it.

    Raises:
        QuoteError: the quote does not stand in the text, or the trigger not in the quote.
    """
    if claim.quote is None or text is None:
        fault = _trigger_fault(claim, text, None)
        found = claim._replace(quote_start=None, quote_end=None)
    else:
        passage = locate(text, claim.quote, claim.quote_start)
        if passage is None:
            raise QuoteError(departure(text, claim.quote), "quote")
        exact = claim.quote_end is not None and claim.quote_end - (claim.quote_start or 0) == len(
            claim.quote
        )
        found = _moved(claim, passage, text) if exact else claim
        fault = _trigger_fault(found, text, passage)
        found = found._replace(
            quote=text[passage.start : passage.end],
            quote_start=passage.start,
            quote_end=passage.end,
        )
    if fault:
        raise QuoteError(fault, "trigger_start")
    return found


def with_quote(claim: r.Claim, text: str | None) -> r.Claim:
    """Give a claim with its quote as it stands in the text of its source.

    Args:
        claim: as it was read.
        text: as for `quoted`.

    Raises:
        QuoteError: see `quoted`; it says which source that is.
    """
    fields = Quoted._make(getattr(claim, name) for name in Quoted._fields)
    try:
        found = quoted(fields, text)
    except QuoteError as error:
        if error.field != "quote":
            raise
        why = Message("quote-not-in-text", source=claim.source, why=error.message)
        raise QuoteError(why, "quote") from error
    return replace(claim, **found._asdict())


def requoted(held: Quoted, text: str | None) -> Quoted:
    """Say where a claim's quote and trigger stand in the new text of its source; a trigger that is
    lost is None.

    Raises:
        QuoteError: the quote does not stand in the text.
    """
    if held.quote is None or text is None:
        found, passage = held._replace(quote_start=None, quote_end=None), None
    else:
        passage = locate(text, held.quote, held.quote_start)
        if passage is None:
            raise QuoteError(departure(text, held.quote), "quote")
        quote = text[passage.start : passage.end]
        found = _moved(held, passage, text)._replace(
            quote=quote, quote_start=passage.start, quote_end=passage.end
        )
    lost = _trigger_fault(found, text, passage) is not None
    return found._replace(trigger_start=None, trigger_end=None) if lost else found


def _moved(held: Quoted, now: Passage, text: str) -> Quoted:
    """Let the trigger move with its quote."""
    start, end, before = held.trigger_start, held.trigger_end, held.quote_start
    if start is None or end is None or before is None or before == now.start:
        return held
    quote = held.quote or ""
    if not before <= start < end <= before + len(quote):
        return held
    word, found = quote[start - before : end - before], text[now.start : now.end]
    place = start - before if len(found) == len(quote) else found.find(word)
    if place < 0 or typed(found[place : place + len(word)]) != typed(word):
        return held._replace(trigger_start=None, trigger_end=None)
    return held._replace(trigger_start=now.start + place, trigger_end=now.start + place + len(word))


def _trigger_fault(claim: Quoted, text: str | None, quote: Passage | None) -> Message | None:
    """Say what is wrong with where the trigger is said to stand; None if nothing is, or no trigger
    is given.
    """
    start, end = claim.trigger_start, claim.trigger_end
    if start is None and end is None:
        return None
    if start is None or end is None:
        return Message("trigger-one-end")
    if start >= end:
        return Message("trigger-ends-early", start=start, end=end)
    if text is not None and end > len(text):
        return Message("trigger-beyond-text", end=end, length=len(text))
    if quote is not None and not quote.start <= start < end <= quote.end:
        return Message(
            "trigger-beyond-quote", start=start, end=end, first=quote.start, last=quote.end
        )
    return None
