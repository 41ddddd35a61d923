"""Who is told to have said what, in English articles that others wrote (tests/extract/gold).

    python -m bench.quotations [--part developing | held-out]

A quotation is the words or the content that somebody is told to have said; its cue is the word of
saying. It is found by a claim with a speaker whose trigger is the cue, or else by one that tells
the content and whose attribution ends in somebody. Told are the shares of all quotations, and of
those whose speaker is a pronoun, that have the right speaker; and the share of all named speakers
that is right. Sayings of which only the thing is told ("announced a tour") are `optional`: they
need not be found, but their speaker must be right. Speakers who are only described ("the firm")
count neither way in precision.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from bench.claims import same_name
from bench.gold import PARTS, article, content, lines_of, texts
from timeline import records as r
from timeline.extract.claims import extracted
from timeline.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.extract.paragraphs import Span


class Quotation(NamedTuple):
    """What somebody is told to have said.

    doc: the article.
    cue: where the word of saying stands; None if the quotation only goes on.
    content: where stands what was said; None if only the act is told.
    speakers: the folded names that are right; none if nobody is told to have said it.
    description: the folded words that describe the speaker; empty if they name it.
    pronoun: whether the speaker is a pronoun there.
    optional: whether it need not be found.
    """

    doc: str
    cue: Span | None
    content: Span | None
    speakers: tuple[str, ...]
    description: str
    pronoun: bool
    optional: bool


class Saying(NamedTuple):
    """A claim by which somebody says something.

    trigger: where its word stands.     speakers: the folded names of who says it.
    is_content: whether the claim is what was said, and who said it stands in its attribution.
    """

    doc: str
    trigger: Span
    speakers: frozenset[str]
    is_content: bool


def quotations(part: str | None = None) -> list[Quotation]:
    """The quotations of the articles of one part, or of all."""
    contents = {text.id: content(text.corpus, text.id) for text in texts("meantime", part)}
    return [
        Quotation(
            row["doc"],
            _span(row["cue"]),
            _span(row["content"]),
            tuple(fold(name) for name in (row["speaker"], *row["also"]) if name),
            fold(contents[row["doc"]][slice(*row["mention"])])
            if row["reference"] == "description"
            else "",
            row["reference"] == "pronoun",
            row["optional"],
        )
        for row in lines_of("quotations_en.jsonl")
        if row["doc"] in contents
    ]


def _span(place: list[int] | None) -> Span | None:
    return (place[0], place[1]) if place else None


def sayings(part: str | None = None) -> list[Saying]:
    """What our reader finds to be said in the articles of one part, or of all."""
    keys = [text.id for text in texts("meantime", part)]
    found = extracted(article("meantime", key) for key in keys)
    return [
        saying
        for key, (_, records) in zip(keys, found, strict=True)
        for saying in said(key, records)
    ]


def said(doc: str, records: Sequence[r.AnyRecord]) -> Iterator[Saying]:
    """Give the sayings among the claims of an article."""
    names = {record.key: record.name or "" for record in records if isinstance(record, r.Actor)}
    for claim in (record for record in records if isinstance(record, r.Claim)):
        speakers = {fold(names[part.actor]) for part in claim.who if part.role == "speaker"}
        if not speakers and claim.via:
            origin = claim.via[-1]
            speakers = {fold(names[origin.actor] if origin.actor else origin.words or "")}
        if speakers and claim.trigger_start is not None and claim.trigger_end is not None:
            spoken = any(part.role == "speaker" for part in claim.who)
            trigger = (claim.trigger_start, claim.trigger_end)
            yield Saying(doc, trigger, frozenset(speakers), not spoken)


def about(quotation: Quotation, found: Iterable[Saying]) -> list[Saying]:
    """The sayings that tell a quotation: those on its cue, else those that are its content. What
    goes on without a cue may be told either way.
    """
    here = [saying for saying in found if saying.doc == quotation.doc]
    on_cue = [s for s in here if not s.is_content and _meet(quotation.cue, s.trigger)]
    inside = [s for s in here if _meet(quotation.content, s.trigger)]
    return on_cue or [s for s in inside if s.is_content or quotation.cue is None]


def _meet(one: Span | None, other: Span) -> bool:
    return one is not None and one[0] < other[1] and other[0] < one[1]


def is_right(quotation: Quotation, saying: Saying) -> bool:
    """Whether somebody is told to speak who does."""
    return any(same_name(a, b) for a in quotation.speakers for b in saying.speakers)


def tally(wanted: Sequence[Quotation], found: Sequence[Saying]) -> Counter[str]:
    """Count the quotations with the right speaker, and the speakers that are right."""
    count: Counter[str] = Counter()
    for quotation in wanted:
        right = any(is_right(quotation, saying) for saying in about(quotation, found))
        for group in _groups(quotation):
            count[f"{group} right" if right else f"{group} missed"] += 1
    for saying in found:
        count[_judged(saying, [q for q in wanted if saying in about(q, [saying])])] += 1
    return count


def _groups(quotation: Quotation) -> list[str]:
    if quotation.optional:
        return []
    return ["all", "pronouns"] if quotation.pronoun else ["all"]


def _judged(saying: Saying, quotations: Sequence[Quotation]) -> str:
    if any(is_right(quotation, saying) for quotation in quotations):
        return "named right"
    described = {q.description for q in quotations if q.description}
    if any(same_name(words, name) for words in described for name in saying.speakers):
        return "described"
    return "named wrong"


def figures(count: Counter[str]) -> dict[str, float | None]:
    """Turn counts into percent; None where there is nothing to count."""
    shares = {"all": "missed", "pronouns": "missed", "named": "wrong"}
    found: dict[str, float | None] = {}
    for group, otherwise in shares.items():
        total = count[f"{group} right"] + count[f"{group} {otherwise}"]
        found[group] = 100 * count[f"{group} right"] / total if total else None
    return found


def main() -> None:
    """Read the command line and compare."""
    parser = argparse.ArgumentParser(description="Speakers of quotations in annotated articles.")
    parser.add_argument("--part", choices=PARTS)
    given = parser.parse_args()
    for part in [given.part] if given.part else PARTS:
        count = tally(quotations(part), sayings(part))
        sys.stdout.write(f"{part}\n")
        for group, share in figures(count).items():
            right = count[f"{group} right"]
            others = count[f"{group} missed"] + count[f"{group} wrong"]
            shown = "-" if share is None else f"{share:.0f}"
            sys.stdout.write(f"  {group:9} {shown:>4} %  ({right} of {right + others})\n")


if __name__ == "__main__":
    main()
