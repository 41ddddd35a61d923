"""Train how far it can be trusted that somebody takes part in an event, in the role that is told.

    python -m bench.participants [--shared FOLDER] [--also fr=FOLDER] [--write]

One logistic regression over the features of timeline/extract/participation.py for all languages,
since grammar goes by the same relations in each. It is fitted to the participants of all words that
were annotated as events: in the texts of bench/train.py, in the sentences of bench/kinds.py where
those say who must stand on which side, and, counting less, in our own. What is printed is
cross-validated by article, of others' texts alone. `--also` adds folders that are built as
data/events_fr is: the weights of the package have learned from 35 French and 7 English articles
more, whose texts may not be kept. `--write` puts the weights into the package.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from bench.annotated import Scorer, annotated, corpora, dated, own_texts
from bench.claims import same_name
from bench.gold import CORPORA
from bench.gold import article as gold_article
from bench.kinds import Expected, agrees, expected
from bench.learning import Example, Trained, area, reliability, trained
from timeline.extract.actors import Cast
from timeline.extract.happenings import candidates
from timeline.extract.languages import LANGUAGES, prose_language
from timeline.extract.parse import parsed
from timeline.extract.participation import participation
from timeline.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extract.article import Article
    from timeline.extract.paragraphs import Span
    from timeline.extract.roles import Argument
    from timeline.extract.trees import Paragraph

_HEAD = """# What the features of a participant (extract/participation.py) weigh for their taking
# part in that role, by logistic regression on annotated articles; `python -m bench.participants`
# writes this file.
#
# FEATURE  WEIGHT, parted by a tab.
"""
_WEIGHTS = Path(__file__).parents[1] / "timeline" / "extract" / "participation.tsv"
_PENALTY = 4.0  # of the squared weights
_CHOSEN = 0.5  # what an example counts that was written to be read


class Participant(NamedTuple):
    """Somebody who was taken for a participant: where the word for the event stands, and what is
    true of them.
    """

    trigger: Span
    argument: Argument
    features: dict[str, float]


class Judged(NamedTuple):
    """A participant who is right or not, and whether that is a person."""

    example: Example
    is_person: bool


def participants(shared: Path, also: Sequence[tuple[str, Path]] = ()) -> Iterator[Judged]:
    """Yield the participants of annotated events, in all languages.

    Args:
        shared: the folder of the annotated texts.
        also: further folders of such texts, each with its language.
    """
    for language in LANGUAGES:
        further = [annotated(folder) for code, folder in also if code == language]
        with TemporaryDirectory() as work:
            for given in (*corpora(shared, language, Path(work)), *further):
                scorer = Scorer(given, shared)
                for name, article, paragraphs in dated(given, language):
                    for one in _read(article, paragraphs):
                        event = scorer.event_at(name, *one.trigger)
                        if event is not None:
                            right = scorer.takes_part(one.argument, event)
                            yield _judged(name, one, right=right)
        yield from _of_sentences(language)
        yield from _of_our_own(language)


def _of_sentences(language: str) -> Iterator[Judged]:
    """Yield those of the sentences that tell who stands on which side."""
    cases: dict[tuple[str, str], list[Expected]] = defaultdict(list)
    for case in expected():
        if CORPORA[case.corpus].language == language and case.is_event and case.trigger:
            cases[case.corpus, case.doc].append(case)
    articles = parsed(gold_article(*place) for place in cases)
    for (place, given), (article, paragraphs) in zip(cases.items(), articles, strict=True):
        for one in _read(article, paragraphs):
            names = frozenset(map(fold, one.argument.referent.names))
            for case in given:
                right = agrees(case, one.argument.role, names)
                if right is not None and _meet(case.trigger or case.sentence, one.trigger):
                    yield _judged(place[1], one, right=right)


def _of_our_own(language: str) -> Iterator[Judged]:
    """Yield those of our own texts, whose constructions are chosen."""
    for own in own_texts(language):
        article, paragraphs = own.parsed(language)
        for one in _read(article, paragraphs):
            word, role = article.text[slice(*one.trigger)], one.argument.role
            events = [event for event in own.told if word in event.words]
            right = any(
                role == other
                and any(same_name(fold(mine), name) for mine in one.argument.referent.names)
                for event in events
                for other, name in event.who
            )
            if events:
                yield _judged(own.name, one, right=right, counts=_CHOSEN)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _read(article: Article, paragraphs: Sequence[Paragraph]) -> Iterator[Participant]:
    """Yield who takes part in what an article may tell."""
    language = prose_language(article.language)
    cast = Cast(article.text, paragraphs, language)
    for mention in candidates(article, paragraphs, cast):
        token = mention.trigger.token
        for argument in () if mention.trigger.declines else mention.trigger.arguments:
            found = participation(argument, mention, cast, language)
            yield Participant((token.start, token.end), argument, found)


def _judged(article: str, one: Participant, *, right: bool, counts: float = 1.0) -> Judged:
    is_person = one.argument.referent.kind == "person"
    return Judged(Example(article, one.features, right, counts), is_person)


def trained_on(given: Sequence[Judged]) -> Trained:
    """Fit weights to participants."""
    return trained([one.example for one in given], _PENALTY)


def _further(text: str) -> tuple[str, Path]:
    language, _, folder = text.partition("=")
    return language, Path(folder)


def main() -> None:
    """Read the command line, train, and print how good it is."""
    parser = argparse.ArgumentParser(description="Train how far participants can be trusted.")
    parser.add_argument("--shared", type=Path)
    parser.add_argument("--also", type=_further, action="append", default=[], metavar="fr=FOLDER")
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    given = parser.parse_args()
    shared = given.shared or Path(os.environ.get("TIMELINE_SHARED", "../shared"))
    found = [*participants(shared, given.also)]
    everybody = trained_on(found)
    others = [one.example.counts > _CHOSEN for one in found]
    persons = everybody.only(
        [one.is_person and other for one, other in zip(found, others, strict=True)]
    )
    for name, part in (("participants", everybody.only(others)), ("persons", persons)):
        sys.stdout.write(
            f"{len(part.truth)} {name}, {int(part.truth.sum())} right; "
            f"area under the curve {area(part):.3f}\n"
        )
        sys.stdout.writelines(reliability(part))
    if given.write:
        lines = (f"{name}\t{weight:.2f}\n" for name, weight in sorted(everybody.weights.items()))
        _WEIGHTS.write_text(_HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
