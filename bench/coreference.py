"""How well it is known which passages of an article are of one event.

    python -m bench.coreference fr|en [--shared FOLDER] [--errors]

The texts are those of bench/reading.py, in French the developing part of bench/gold.py; of each
annotated event they tell all words that name it. Of the passages that are read as events of these,
those that go back to an earlier one of the same event are counted: how many are joined to it, and
how many are joined to another.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from bench.annotated import Corpus, Scorer, corpora, dated
from timeline.extract.actors import Cast
from timeline.extract.happenings import happenings
from timeline.extract.languages import prose_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extract.mentions import EventMention, Happening

_ROOM = 50  # characters that are shown on each side


class Joined(NamedTuple):
    """A passage of an annotated event.

    says: "right" if it is joined to an earlier one of it, "missed" if it is joined to none though
        there is one, "wrong" if it is joined to another event.
    """

    says: str
    words: str


def joined(given: Corpus, shared: Path, language: str) -> Iterator[Joined]:
    """Yield the passages of annotated events that are joined to others, or should be."""
    scorer = Scorer(given, shared)
    for name, article, paragraphs in dated(given, language):
        told = happenings(
            article, paragraphs, Cast(article.text, paragraphs, prose_language(language))
        )
        events = {}
        for mention in (mention for one in told for mention in one.mentions):
            token = mention.trigger.token
            event = scorer.event_at(name, token.start, token.end)
            if event is not None and not mention.trigger.declines:
                events[mention] = event["eid"]
        yield from _judged(told, events, article.text)


def _judged(
    told: Sequence[Happening], events: dict[EventMention, str], text: str
) -> Iterator[Joined]:
    first: dict[str, EventMention] = {}
    for mention in sorted(events, key=lambda one: one.trigger.token.start):
        first.setdefault(events[mention], mention)
    for one in told:
        for number, mention in enumerate(one.mentions):
            event = events.get(mention)
            if event is None:
                continue
            before = {events[other] for other in one.mentions[:number] if other in events}
            words = f"{_shown(mention, text)}  <-  {_shown(one.mentions[0], text)}"
            if event in before:
                yield Joined("right", words)
            elif before:
                yield Joined("wrong", words)
            elif first[event] is not mention:
                yield Joined("missed", f"{_shown(mention, text)}  <-  {_shown(first[event], text)}")


def _shown(mention: EventMention, text: str) -> str:
    token = mention.trigger.token
    before, after = text[max(0, token.start - _ROOM) : token.start], text[token.end :][:_ROOM]
    return f"{before}[{text[token.start : token.end]}]{after}".replace("\n", " ")


def main() -> None:
    """Read the command line, and print the counts."""
    parser = argparse.ArgumentParser(description="How well passages of one event are joined.")
    parser.add_argument("language", choices=("fr", "en"))
    parser.add_argument("--shared", type=Path)
    parser.add_argument("--errors", action="store_true", help="show what is wrong or missed")
    given = parser.parse_args()
    shared = given.shared or Path(os.environ.get("TIMELINE_SHARED", "../shared"))
    with TemporaryDirectory() as work:
        found = [
            one
            for corpus in corpora(shared, given.language, Path(work))
            for one in joined(corpus, shared, given.language)
        ]
    count = Counter(one.says for one in found)
    back = count["right"] + count["missed"]
    sys.stdout.write(
        f"{back} passages go back to an event: {count['right']} are joined to it, "
        f"{count['wrong']} others to what is another event\n"
    )
    if given.errors:
        sys.stdout.writelines(f"{one.says}: {one.words}\n" for one in found if one.says != "right")


if __name__ == "__main__":
    main()
