"""Texts whose events others annotated, and what their scorer says of what is read there."""

from __future__ import annotations

import sys
from collections import defaultdict
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from bench.claims import Told, read_told, written_down
from bench.gold import write_gold
from timeline.dates import parse
from timeline.extract.article import read_article
from timeline.extract.parse import parsed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.extract.article import Article
    from timeline.extract.roles import Argument
    from timeline.extract.trees import Paragraph


_CASES = Path(__file__).parents[1] / "tests" / "extract" / "cases"
_DAY = "2024-11-14"  # of the sentences


class Corpus(NamedTuple):
    """The annotated texts of a language: their folder, their days, their events and actors."""

    texts: Path
    days: Path
    events: Path
    actors: Path


def corpora(shared: Path, language: str, work: Path) -> list[Corpus]:
    """Name the annotated texts of a language; those of our own gold are written to a folder."""
    if language == "fr":
        write_gold(work, "developing")
        return [annotated(shared / "data/events_fr"), annotated(work)]
    data = shared / "data/events_en/meantime"
    return [
        Corpus(
            data / "text", data / "dct.dev.tsv", data / "gold_events.dev.jsonl",
            data / "gold_actors.dev.jsonl",
        )
    ]  # fmt: skip


def annotated(data: Path) -> Corpus:
    """The annotated texts of a folder that is built as the French one of the shared data is."""
    return Corpus(
        data / "text", data / "published.tsv", data / "gold_events.jsonl",
        data / "gold_actors.jsonl",
    )  # fmt: skip


def dated(given: Corpus, language: str) -> Iterator[tuple[str, Article, list[Paragraph]]]:
    """Yield the texts of a corpus that have a day: their names, and they themselves, parsed."""
    rows = [line.split("\t") for line in given.days.read_text(encoding="utf-8").splitlines()]
    articles = (
        read_article(
            f"{name}.txt", (given.texts / f"{name}.txt").read_bytes(),
            published=parse(day), language=language,
        )
        for name, day in rows
    )  # fmt: skip
    for (name, _), (article, paragraphs) in zip(rows, parsed(articles), strict=True):
        yield name, article, paragraphs


class Scorer:
    """What the scorer of events says of claims."""

    def __init__(self, given: Corpus, shared: Path) -> None:
        sys.path.insert(0, str(shared / "tools"))
        self._score: Any = import_module("score_events")
        self._turn: Any = import_module("events_to_score")
        self._told: dict[str, list[Any]] = defaultdict(list)
        self._aliases = self._score.Al()
        for event in self._score.load(given.events):
            self._told[event["doc"]].append(event)
            for one in event["who"]:
                self._call(event["doc"], one["name"], one.get("alias", ()))
        for actor in self._score.load(given.actors):
            self._call(actor["doc"], actor["name"], actor["texts"])

    def _call(self, article: str, name: str, others: Iterable[str]) -> None:
        self._aliases.setdefault((article, self._score.fold(name)), set()).update(others)

    def event_at(self, article: str, start: int, end: int) -> Any:
        """The event that is named at a place; None if there is none."""
        for event in self._told[article]:
            places = (event["trigger"], *event["alt_triggers"])
            if any(a < end and start < b for a, b in places):
                return event
        return None

    def takes_part(self, argument: Argument, event: Any) -> bool:
        """Whether somebody takes part in an annotated event, in a role like that."""
        token, role = argument.token, self._turn.ROLE.get(argument.role, argument.role)
        told_of = {"name": argument.referent.name, "mention": None}
        return any(
            self._score.role_ok(role, other["role"], "merged")
            and (
                self._score.who_match(told_of, other, event["doc"], self._aliases)
                or (token and _holds(other.get("mention"), token.start))
            )
            for other in event["who"]
        )

    def judged(self, article: str, records: list[Any]) -> Iterator[tuple[int, bool, bool]]:
        """Yield where a claim's trigger begins, whether its type and polarity are right, and
        whether all of it is.
        """
        text = next(one["text"] for one in records if one.get("text"))
        found = self._turn.events(article, records, text, 0.0)
        pairs, _, again = self._score.match(self._told[article], found, self._aliases)
        for number, claim in enumerate(found):
            if claim["trigger"] and number not in again:
                event = self._told[article][pairs[number]] if number in pairs else None
                right = event is not None and _is_of_kind(claim, event)
                whole = right and self._has_nobody_else(claim, event)
                yield claim["trigger"][0], right, whole

    def _has_nobody_else(self, claim: Any, event: Any) -> bool:
        return all(
            any(
                self._score.who_match(one, other, event["doc"], self._aliases)
                and self._score.role_ok(one["role"], other["role"], "merged")
                for other in event["who"]
            )
            for one in claim["who"]
        )


class Own(NamedTuple):
    """An article or a sentence of our own, and the events that were written down for it."""

    name: str
    content: bytes
    day: str
    told: list[Told]
    is_article: bool

    def parsed(self, language: str) -> tuple[Article, list[Paragraph]]:
        """Read and parse it."""
        day = parse(self.day)
        article = read_article(self.name, self.content, published=day, language=language)
        (found,) = parsed([article])
        return found


def own_texts(language: str) -> Iterator[Own]:
    """Yield the articles and the sentences of our own, of tests/extract/cases."""
    for path in sorted(_CASES.glob(f"{language}-*.yaml")):
        about, wanted = written_down(path)
        text = path.with_suffix(".txt")
        yield Own(text.name, text.read_bytes(), about["published"], wanted, is_article=True)
    for name in ("sentences", "kinds"):
        table = (_CASES / f"{name}.{language}.tsv").read_text(encoding="utf-8")
        for row in table.splitlines()[1:]:
            sentence, events = row.split("\t")[-2:]
            wanted = [read_told(event) for event in events.split(" ; ") if " | " in event]
            yield Own(sentence[:40], sentence.encode(), _DAY, wanted, is_article=False)


def _is_of_kind(claim: Any, event: Any) -> bool:
    kind = not event["type"] or claim["type"] in (event["type"], *event["type_ok"])
    return kind and bool(claim["polarity"] == event["polarity"])


def _holds(span: Sequence[int] | None, offset: int) -> bool:
    return span is not None and span[0] <= offset < span[1]
