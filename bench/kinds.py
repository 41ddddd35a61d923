"""Whether what is read from strangers' sentences is false: tests/extract/gold/kinds.jsonl, by kind.

    python -m bench.kinds [--false KIND]      prints what is read falsely as well

Each line says of one word of a sentence what must hold of the claims that are made on it: who does
it, who bears it, who must not, whether it happened. It is *right* if all of that is told, *silent*
if nothing of it is told wrongly and something is left out, *false* if anything is told that the
sentence does not say. The names of the articles stand in the file, their texts do not.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

import msgspec

from bench.claims import same_name
from bench.gold import GOLD, article, content
from timeline import records as r
from timeline.extract.claims import extracted
from timeline.extract.paragraphs import Span
from timeline.names import fold
from timeline.records.vocabulary import EventType, Modality, Polarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Verdict: TypeAlias = Literal["right", "silent", "false"]
Side: TypeAlias = Literal["does", "bears", "any"]
Stance: TypeAlias = Modality | Polarity
Kind: TypeAlias = Literal[
    "accused", "agent", "pronoun", "noun", "implicative", "negation", "correction", "named",
    "relative", "cut", "place", "name", "nothing",
]  # fmt: skip
VERDICTS: tuple[Verdict, ...] = ("right", "silent", "false")
_DOES, _BEARS = {"agent", "speaker"}, {"recipient", "victim", "addressee", "beneficiary"}
# The roles in which somebody may be who does it or bears it, and those that say so without doubt.
MAY_BE: dict[Side, set[str]] = {
    "does": {*_DOES, "participant", "mediator"},
    "bears": {*_BEARS, "participant", "host"},
    "any": {*_DOES, *_BEARS, "participant", "mediator", "host", "witness"},
}
SURELY: dict[Side, set[str]] = {"does": _DOES, "bears": _BEARS, "any": set()}


class Filler(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody on one side of an event: the names that are as good, and whether the claim must have
    one of them.
    """

    side: Side
    names: tuple[str, ...]
    required: bool = True


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What must hold of the claims on one word.

    sentence: where it stands.     sha256: of its text.
    trigger: where the word stands; None for all claims of the sentence.
    who: who takes part, or may.     never: who must not, on that side.
    nobody: sides on which nobody may stand.
    stance: what the claim may be: a modality, or how it does not affirm; empty for any.
    types: the types that it may have; empty for any.
    is_event: whether there is anything to claim at all.
    is_exact: whether who takes part must have these very names, no more and no less.
    is_narrated: whether the article says so itself, and nobody else.
    date: the date that it must have, in EDTF.
    """

    kind: Kind
    corpus: str
    doc: str
    sentence: Span
    sha256: str
    trigger: Span | None = None
    who: tuple[Filler, ...] = ()
    never: tuple[Filler, ...] = ()
    nobody: tuple[Side, ...] = ()
    stance: tuple[Stance, ...] = ()
    types: tuple[EventType, ...] = ()
    is_event: bool = True
    is_exact: bool = False
    is_narrated: bool = False
    date: str | None = None


class Claimed(NamedTuple):
    """A claim, as far as it is judged.

    who: role and folded names of each participant.
    stance: its modality if it affirms, else its polarity.
    """

    trigger: Span
    who: tuple[tuple[str, frozenset[str]], ...]
    stance: str
    type: str
    is_sourced: bool
    date: str | None
    is_whole: bool


def expected() -> list[Expected]:
    """What the file says must hold."""
    lines = (GOLD / "kinds.jsonl").read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Expected) for line in lines]


def claimed(records: Sequence[r.AnyRecord]) -> Iterator[Claimed]:
    """Give the claims of an article as they are judged."""
    names = {
        record.key: frozenset(
            fold(text or "") for text in (record.name, *(n.text for n in record.names))
        )
        for record in records
        if isinstance(record, r.Actor)
    }
    types = {record.key: record.type or "" for record in records if isinstance(record, r.Event)}
    (source,) = (record for record in records if isinstance(record, r.Source))
    for claim in (record for record in records if isinstance(record, r.Claim)):
        yield Claimed(
            (claim.trigger_start or 0, claim.trigger_end or 0),
            tuple((part.role, names[part.actor]) for part in claim.who),
            claim.modality if claim.polarity == "affirms" else claim.polarity,
            types[claim.event],
            bool(claim.via),
            str(claim.date) if claim.date else None,
            is_whole(source.text or "", (claim.quote_start or 0, claim.quote_end or 0)),
        )


def is_whole(text: str, span: Span) -> bool:
    """Whether a passage begins and ends where words do."""
    start, end = span
    return not text[start - 1 : start + 1].isalnum() and not text[end - 1 : end + 1].isalnum()


def on(case: Expected, claims: Iterable[Claimed]) -> list[Claimed]:
    """The claims of an article that are made on the word, or in the sentence."""
    start, end = case.trigger or case.sentence
    return [claim for claim in claims if claim.trigger[0] < end and start < claim.trigger[1]]


def judged(case: Expected, claims: Sequence[Claimed]) -> Verdict:
    """Judge the claims on the word of a sentence."""
    if not case.is_event:
        return "false" if claims else "right"
    if any(is_false(case, claim) for claim in claims):
        return "false"
    if case.trigger is None:
        return "right"
    return "right" if claims and is_complete(case, claims) else "silent"


def is_false(case: Expected, claim: Claimed) -> bool:
    """Whether a claim says anything that the sentence does not say."""
    return (
        bool(case.stance and claim.stance not in case.stance)
        or bool(case.types and claim.type not in case.types)
        or bool(case.date and claim.date and claim.date != case.date)
        or (case.is_narrated and claim.is_sourced)
        or not claim.is_whole
        or any(_is_misplaced(case, role, names) for role, names in claim.who)
    )


def _is_misplaced(case: Expected, role: str, names: frozenset[str]) -> bool:
    """Whether a participant must not stand where it does."""
    known = [filler for filler in case.who if _is(filler, names)]
    if any(role in MAY_BE[filler.side] for filler in known):
        return case.is_exact and not any(names & {*map(fold, one.names)} for one in known)
    banned = any(role in MAY_BE[filler.side] and _is(filler, names) for filler in case.never)
    elsewhere: tuple[Side, ...] = ("does", "bears") if known else ()
    return banned or any(
        role in SURELY[side] for side in (*case.nobody, *_filled(case), *elsewhere)
    )


def agrees(case: Expected, role: str, names: frozenset[str]) -> bool | None:
    """Whether somebody may take part in a role; None where nothing is told of that.

    Args:
        case: what must hold.     role: theirs.     names: folded.
    """
    if _is_misplaced(case, role, names):
        return False
    return any(role in MAY_BE[one.side] and _is(one, names) for one in case.who) or None


def _filled(case: Expected) -> set[Side]:
    return {filler.side for filler in case.who if filler.required}


def _is(filler: Filler, names: Iterable[str]) -> bool:
    return any(same_name(fold(one), other) for one in filler.names for other in names)


def is_complete(case: Expected, claims: Sequence[Claimed]) -> bool:
    """Whether the claims tell all that must be told."""
    told = [part for claim in claims for part in claim.who]
    dated = case.date is None or any(claim.date == case.date for claim in claims)
    return dated and all(
        any(role in MAY_BE[filler.side] and _is(filler, names) for role, names in told)
        for filler in case.who
        if filler.required
    )


def judgements() -> Iterator[tuple[Expected, list[Claimed], Verdict]]:
    """Read the articles, and judge each line of the file."""
    cases = defaultdict(list)
    for case in expected():
        cases[case.corpus, case.doc].append(case)
    found = extracted(article(*place) for place in cases)
    for group, (_, records) in zip(cases.values(), found, strict=True):
        claims = list(claimed(records))
        for case in group:
            here = on(case, claims)
            yield case, here, judged(case, here)


def shares(counts: Counter[Verdict]) -> dict[Verdict, float]:
    """Turn counts into percent."""
    return {verdict: 100 * counts[verdict] / counts.total() for verdict in VERDICTS}


def main() -> None:
    """Read the command line, judge, and print."""
    parser = argparse.ArgumentParser(description="What is false of strangers' sentences, by kind.")
    parser.add_argument("--false", metavar="KIND", help="print what is read falsely of it")
    given = parser.parse_args()
    counts: dict[str, Counter[Verdict]] = defaultdict(Counter)
    for case, claims, verdict in judgements():
        counts[case.kind][verdict] += 1
        if verdict == "false" and case.kind == given.false:
            sentence = content(case.corpus, case.doc)[slice(*case.sentence)]
            sys.stdout.write(f"\n{case.doc}: {sentence}\n")
            sys.stdout.write("".join(f"    {claim}\n" for claim in claims))
    for kind, count in counts.items():
        shown = "  ".join(f"{name} {share:5.1f}" for name, share in shares(count).items())
        sys.stdout.write(f"{kind:12} {count.total():4}  {shown}\n")


if __name__ == "__main__":
    main()
