"""How well the claims that are read from articles agree with what a person wrote down for them.

    python -m bench.claims tests/extract/cases [--errors] [--only NAME]

A folder holds pairs: `NAME.txt`, an article, and `NAME.yaml`, its events as a person reads them
(`trigger`, perhaps `also`, `type`, `who` by role, `date`, `polarity`, `modality`, `via`; `optional`
ones count neither way). A found event is the one that was written down if their words agree. Of
those pairs, participants, dates, modality, polarity and attribution are compared; all figures are
F1 or shares in percent.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from timeline import records as r
from timeline.dates import parse
from timeline.extract.article import read_article
from timeline.extract.claims import extracted
from timeline.names import fold
from timeline.temporal.relative import parse_rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Told(NamedTuple):
    """One event as it was written down or found.

    words: the words that name it, the best first.     who: pairs of role and folded name.
    """

    words: tuple[str, ...]
    type: str
    who: frozenset[tuple[str, str]]
    date: str | None
    polarity: str
    modality: str
    via: tuple[str, ...]
    optional: bool = False

    def __str__(self) -> str:
        who = ", ".join(f"{role} {name}" for role, name in sorted(self.who))
        parts = (
            self.type,
            who,
            self.date or "-",
            self.polarity,
            self.modality,
            " < ".join(self.via) or "-",
        )
        return f"{self.words[0]}: " + " | ".join(parts)


def read_told(line: str) -> Told:
    """Read an event as the tables of tests/extract/cases have it."""
    word, kind, who, date, polarity, modality, via = line.split(" | ")
    parts = [part.partition(" ") for part in who.split(", ") if part != "-"]
    return Told(
        (word,),
        kind,
        frozenset((role, name) for role, _, name in parts),
        None if date == "-" else date,
        polarity,
        modality,
        () if via == "-" else tuple(via.split(" < ")),
    )


def written_down(path: Path) -> tuple[dict[str, Any], list[Told]]:
    """Read what a person wrote down: the article's language and date, and its events."""
    given = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - a loader of texts alone
    return given, [
        Told(
            (event["trigger"], *event.get("also", [])),
            event["type"],
            frozenset(
                (role, fold(name)) for role, names in event.get("who", {}).items() for name in names
            ),
            event.get("date"),
            event.get("polarity", "affirms"),
            event.get("modality", "asserted"),
            tuple(fold(hop) for hop in event.get("via", [])),
            event.get("optional") == "true",
        )
        for event in given["events"]
    ]


def found_in(path: Path, given: dict[str, Any]) -> list[Told]:
    """Read the article itself."""
    article = read_article(
        path.name,
        path.read_bytes(),
        published=parse(given["published"]),
        language=given["language"],
    )
    ((_, records),) = extracted([article])
    return list(told(records))


def told(records: Sequence[r.AnyRecord]) -> Iterator[Told]:
    """Give what the records of one article say: an event once for each polarity, and for each who
    does not comment.
    """
    names = {record.key: record.name or "" for record in records if isinstance(record, r.Actor)}
    types = {record.key: record.type or "" for record in records if isinstance(record, r.Event)}
    (source,) = (record for record in records if isinstance(record, r.Source))
    seen: set[tuple[str, str]] = set()
    for claim in (record for record in records if isinstance(record, r.Claim)):
        if claim.polarity != "declines" and (claim.event, claim.polarity) in seen:
            continue
        seen.add((claim.event, claim.polarity))
        date = claim.date
        if claim.rule and source.published:
            date = parse_rule(claim.rule).resolve(source.published)
        yield Told(
            ((source.text or "")[claim.trigger_start : claim.trigger_end],),
            types[claim.event],
            frozenset((part.role, fold(names[part.actor])) for part in claim.who),
            str(date) if date else None,
            claim.polarity,
            claim.modality,
            tuple(fold(names[hop.actor] if hop.actor else hop.words or "") for hop in claim.via),
        )


def same_name(one: str, other: str) -> bool:
    """Whether two folded names are one, or one is a part of the other."""
    first, second = set(one.split()), set(other.split())
    return bool(first & second) and (first <= second or second <= first)


def paired(wanted: Sequence[Told], found: Sequence[Told]) -> list[tuple[Told, Told]]:
    """Give to each event that was written down the found one that has a word with it, the most
    alike first.
    """
    scores = []
    for i, one in enumerate(wanted):
        for j, other in enumerate(found):
            if other.words[0] in one.words:
                alike = sum(any(same_name(a, b) for _, b in other.who) for _, a in one.who)
                scores.append((-(one.words[0] == other.words[0]), -alike, abs(i - j), i, j))
    pairs, used_i, used_j = [], set[int](), set[int]()
    for *_, i, j in sorted(scores):
        if i not in used_i and j not in used_j:
            used_i.add(i)
            used_j.add(j)
            pairs.append((wanted[i], found[j]))
    return pairs


def tally(wanted: Sequence[Told], found: Sequence[Told]) -> tuple[Counter[str], list[str]]:
    """Count what agrees, and list what does not."""
    count: Counter[str] = Counter()
    errors: list[str] = []
    pairs = paired(wanted, found)
    right = [one for one, _ in pairs]
    taken = [other for _, other in pairs]
    count["events right"] += sum(not one.optional for one in right)
    for one in wanted:
        if not one.optional and not any(one is known for known in right):
            count["events missed"] += 1
            errors.append(f"missed  {one}")
    for other in found:
        if not any(other is known for known in taken):
            count["events extra"] += 1
            errors.append(f"extra   {other}")
    for one, other in pairs:
        if one.optional:
            continue
        compared = _compare(one, other)
        count += compared
        if any(key.endswith(("missed", "extra", "wrong")) and compared[key] for key in compared):
            errors.append(f"wanted  {one}\n        found   {other}")
    return count, errors


def _compare(one: Told, other: Told) -> Counter[str]:
    count: Counter[str] = Counter()
    for measure, a, b in (
        ("type", one.type, other.type),
        ("polarity", one.polarity, other.polarity),
        ("modality", one.modality, other.modality),
    ):
        if measure == "type" and one.polarity == "declines":
            continue  # to decline to comment is a claim about the event that was asked about
        count[f"{measure} {'right' if a == b else 'wrong'}"] += 1
    for measure, with_role in (("participants", False), ("roles", True)):
        left = list(other.who)
        for role, name in one.who:
            match = next(
                (p for p in left if same_name(name, p[1]) and (not with_role or role == p[0])), None
            )
            count[f"{measure} {'right' if match else 'missed'}"] += 1
            if match:
                left.remove(match)
        count[f"{measure} extra"] += len(left)
    if one.date == other.date:
        count["dates right"] += one.date is not None
    else:
        count["dates missed"] += one.date is not None
        count["dates extra"] += other.date is not None
    hops = list(other.via)
    for hop in one.via:
        same = next((known for known in hops if same_name(hop, known)), None)
        count[f"attribution {'right' if same else 'missed'}"] += 1
        if same:
            hops.remove(same)
    count["attribution extra"] += len(hops)
    return count


def figures(count: Counter[str]) -> dict[str, float]:
    """Turn counts into percent: F1, or the share that is right."""
    found: dict[str, float] = {}
    for measure in ("events", "participants", "roles", "dates", "attribution"):
        right = count[f"{measure} right"]
        total = 2 * right + count[f"{measure} missed"] + count[f"{measure} extra"]
        found[measure] = 100 * 2 * right / total if total else 100.0
    for measure in ("type", "polarity", "modality"):
        right = count[f"{measure} right"]
        found[measure] = 100 * right / max(1, right + count[f"{measure} wrong"])
    return found


def main() -> None:
    """Read the command line and compare."""
    parser = argparse.ArgumentParser(description="Scores of the claims read from articles.")
    parser.add_argument("folder", nargs="+", type=Path)
    parser.add_argument("--errors", action="store_true", help="print what does not agree")
    parser.add_argument("--only", default="", help="only files whose name begins so")
    given = parser.parse_args()
    for folder in given.folder:
        total: Counter[str] = Counter()
        for path in sorted(folder.glob(f"{given.only}*.yaml")):
            about, wanted = written_down(path)
            count, errors = tally(wanted, found_in(path.with_suffix(".txt"), about))
            total += count
            if given.errors and errors:
                sys.stdout.write(f"\n== {path.stem}\n" + "".join(f"{error}\n" for error in errors))
        shown = "  ".join(f"{name} {value:.1f}" for name, value in figures(total).items())
        events = (
            f"{total['events right']} right, {total['events missed']} missed, "
            f"{total['events extra']} extra"
        )
        sys.stdout.write(f"\n{folder.name}: {shown}  ({events})\n")


if __name__ == "__main__":
    main()
