"""How many claims with a person in them are false about that person, in French articles of others.

    python -m bench.false [--ask developing | held-out]

A claim is held against the annotated event on its word: everybody who is a person must stand there
on that side, and what has not happened must not be told as if it had. What the annotations don't
decide was decided by reading: bench/false.tsv has the digest of the claim, where its word stands,
whether it is false, and why. A claim that nobody has decided counts as false; `--ask` prints these.
What answers hide because its machine is unsure is not counted. The annotations decide who stands
where and whether it happened, not of which type it is.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from bench.claims import same_name
from bench.gold import (
    DATA,
    FRENCH,
    PARTS,
    article,
    content,
    french,
    lines_of,
    texts,
    with_words,
)
from bench.kinds import MAY_BE, SURELY
from timeline import records as r
from timeline.extract.claims import extracted
from timeline.names import fold
from timeline.resolve import DOUBTFUL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bench.kinds import Side
    from timeline.extract.paragraphs import Span

ANSWERS = Path(__file__).with_name("false.tsv")
_SIDES: dict[str, Side] = {
    "agent": "does", "speaker": "does", "recipient": "bears", "participant": "any",
}  # fmt: skip
_HAPPENED = {"asserted", "reported"}
_ARTICLES = {"le", "la", "l", "les", "un", "une", "des", "d"}


class Person(NamedTuple):
    """A person in a claim: the role, and the folded names, the first the one that is shown."""

    role: str
    names: tuple[str, ...]


class Personal(NamedTuple):
    """A claim with a person in it.

    trigger: where its word stands.
    stance: its modality if it affirms, else its polarity.
    """

    corpus: str
    doc: str
    trigger: Span
    type: str
    stance: str
    people: tuple[Person, ...]
    confidence: float

    def digest(self) -> str:
        """What it says of its people, as a digest by which an answer is found again."""
        people = sorted((person.role, person.names[0]) for person in self.people)
        said = [self.doc, *self.trigger, self.type, self.stance, people]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()

    def place(self) -> str:
        """Where its word stands, for whoever looks it up."""
        return f"{self.corpus}/{self.doc}:{self.trigger[0]}-{self.trigger[1]}"


class Decided(NamedTuple):
    """A claim, and whether it is false; None where nobody has decided."""

    claim: Personal
    is_false: bool | None


def personal(corpus: str, doc: str, records: Sequence[r.AnyRecord]) -> Iterator[Personal]:
    """Give the claims of an article that have a person in them and are not hidden."""
    actors = {record.key: record for record in records if isinstance(record, r.Actor)}
    types = {record.key: record.type or "" for record in records if isinstance(record, r.Event)}
    for claim in (record for record in records if isinstance(record, r.Claim)):
        people = tuple(
            Person(part.role, _names(actors[part.actor]))
            for part in claim.who
            if actors[part.actor].kind == "person"
        )
        if people and claim.confidence is not None and claim.confidence >= DOUBTFUL:
            yield Personal(
                corpus,
                doc,
                (claim.trigger_start or 0, claim.trigger_end or 0),
                types[claim.event],
                claim.modality if claim.polarity == "affirms" else claim.polarity,
                people,
                claim.confidence,
            )


def _names(actor: r.Actor) -> tuple[str, ...]:
    texts = [actor.name or "", *(name.text for name in actor.names)]
    return tuple(dict.fromkeys(fold(text) for text in texts if text))


class Annotated(NamedTuple):
    """The annotations of a corpus: events by article, further names by article and name."""

    events: Mapping[str, list[dict[str, Any]]]
    names: Mapping[tuple[str, str], list[str]]


def annotated(corpus: str) -> Annotated:
    """Read the annotations of `events_fr`, or of one of the corpora that are annotated here."""
    if corpus == "events_fr":
        folder = DATA / corpus
        events, actors = (lines_of(f"gold_{name}.jsonl", folder) for name in ("events", "actors"))
    else:
        files = (lines_of(f"{name}_fr.jsonl") for name in ("events", "actors"))
        chosen = {text.id: content(corpus, text.id) for text in texts(corpus)}
        events, actors = (
            [with_words(row, chosen[row["doc"]]) for row in file if row["doc"] in chosen]
            for file in files
        )
    by_doc = defaultdict(list)
    for event in events:
        by_doc[event["doc"]].append(event)
    names = {(actor["doc"], actor["name"]): actor["texts"] for actor in actors}
    return Annotated(by_doc, names)


def is_excluded(claim: Personal, gold: Annotated) -> bool | None:
    """Whether the annotated event on the claim's word excludes what it says; None without one."""
    events = [event for event in gold.events[claim.doc] if _meets(claim.trigger, event)]
    if not events:
        return None
    return not any(_allows(event, claim, gold) for event in events)


def _meets(trigger: Span, event: Mapping[str, Any]) -> bool:
    places = [event["trigger"], *event["alt_triggers"]]
    return any(trigger[0] < end and start < trigger[1] for start, end in places)


def _allows(event: Mapping[str, Any], claim: Personal, gold: Annotated) -> bool:
    return _may_be_told(event, claim.stance) and all(
        any(_fills(person, who, event["doc"], gold) for who in event["who"])
        for person in claim.people
    )


def _may_be_told(event: Mapping[str, Any], stance: str) -> bool:
    """Whether an event that happened, or did not, may be told so."""
    if stance in {"denies", "declines"}:
        return bool(event["polarity"] == -1)
    happened = event["polarity"] == 1 and _HAPPENED & {event["modality"], *event["modality_ok"]}
    return bool(happened) or stance not in _HAPPENED


def _fills(person: Person, who: Mapping[str, Any], doc: str, gold: Annotated) -> bool:
    side = _SIDES[who["role"]]
    stands = person.role in MAY_BE[side] or person.role not in SURELY["does"] | SURELY["bears"]
    known = (fold(name) for name in [who["name"], *gold.names.get((doc, who["name"]), [])])
    mention = _head(fold(who.get("text") or ""))
    return stands and (
        any(same_name(one, name) for one in known for name in person.names)
        or mention in map(_head, person.names)
    )


def _head(words: str) -> str:
    """The first word behind an article: the head of a French description."""
    return next((word for word in words.split() if word not in _ARTICLES), "")


def answers() -> dict[str, bool]:
    """What was decided by reading, by digest of the claim."""
    with ANSWERS.open(encoding="utf-8", newline="") as file:
        return {
            row["sha256"]: row["false"] == "yes" for row in csv.DictReader(file, delimiter="\t")
        }


def decided(claims: Iterable[Personal]) -> Iterator[Decided]:
    """Decide each claim: by what was read, else by the annotations."""
    known, gold = answers(), {corpus: annotated(corpus) for corpus in ("events_fr", *FRENCH)}
    for claim in claims:
        answer = known.get(claim.digest())
        if answer is None and is_excluded(claim, gold[claim.corpus]) is False:
            answer = False
        yield Decided(claim, answer)


def claims_of(places: Sequence[tuple[str, str]]) -> Iterator[Personal]:
    """Read articles, and give their claims with a person in them."""
    found = extracted(article(*place) for place in places)
    for place, (_, records) in zip(places, found, strict=True):
        yield from personal(*place, records)


def articles(part: str) -> list[tuple[str, str]]:
    """Where the articles of a part are; all of `events_fr` is for developing."""
    places = [(text.corpus, text.id) for text in french(part)]
    if part == "developing":
        places += [("events_fr", doc) for doc in sorted(annotated("events_fr").events)]
    return places


def area(found: Sequence[Decided]) -> float | None:
    """How often a true claim has more confidence than a false one (ties count half), in percent;
    None where there are not both.
    """
    true = [one.claim.confidence for one in found if one.is_false is False]
    false = [one.claim.confidence for one in found if one.is_false is not False]
    if not true or not false:
        return None
    wins = sum((a > b) + (a == b) / 2 for a in true for b in false)
    return 100 * wins / (len(true) * len(false))


def main() -> None:
    """Read the articles, decide, and print."""
    parser = argparse.ArgumentParser(description="Claims that are false about a person.")
    parser.add_argument("--ask", choices=PARTS, help="print what nobody has decided of it")
    given = parser.parse_args()
    for part in PARTS:
        found = list(decided(claims_of(articles(part))))
        false = sum(one.is_false is not False for one in found)
        open_ = [one.claim for one in found if one.is_false is None]
        under = area(found)
        sys.stdout.write(
            f"{part}: {len(found)} claims with a person, {false} false "
            f"({100 * false / max(1, len(found)):.0f} in 100), {len(open_)} of these undecided; "
            f"area under the curve {'-' if under is None else f'{under:.0f}'}\n"
        )
        for claim in open_ if part == given.ask else ():
            around = content(claim.corpus, claim.doc)[
                max(0, claim.trigger[0] - 150) : claim.trigger[1] + 150
            ]
            sys.stdout.write(f"{claim.digest()}\t{claim.place()}\n  {claim}\n  {around}\n")


if __name__ == "__main__":
    main()
