"""Train what tells events from other words, and how far a claim can be trusted.

    python -m bench.train fr|en [--shared FOLDER] [--write]

The texts are those of bench/reading.py, in French the developing part of bench/gold.py, and the
articles and sentences of tests/extract/cases. Two logistic regressions over the features of
timeline/extract/features.py are fitted: whether a word names an event that was annotated, and
whether a claim is right in its type and its polarity; whether those who take part are right is
learned by bench/participants.py. What is printed is cross-validated by article: the area under the
curve, the best F1 and the line above which it is reached, and of claims as a whole, with who takes
part in which role, a table of reliability. `--write` puts the weights into the package of the
language; the second regression is about the claims that are read with the first one's weights, so
write twice.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from math import log, prod
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from bench.annotated import Corpus, Own, Scorer, corpora, dated, own_texts
from bench.claims import Told, paired, same_name, told
from bench.learning import Example, Trained, area, best_line, reliability, trained
from bench.participants import participants, trained_on
from timeline.extract.actors import Cast
from timeline.extract.claims import records_of
from timeline.extract.features import features
from timeline.extract.happenings import candidates
from timeline.extract.languages import prose_language
from timeline.extract.participation import participation
from timeline.formats.jsonl import write

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.mentions import EventMention

_HEAD = """# What the features of a word (extract/features.py) weigh, by logistic regression on
# annotated articles; `python -m bench.train` writes this file.
#
# FEATURE  EVENT  RIGHT, parted by tabs: for its naming an event, and for its claim's being right in
# type and polarity.
"""
# Of the squared weights; claims are few for what there is to tell of them, so what their words mean
# is left out.
_PENALTY, _PENALTY_OF_CLAIMS = 5.0, 15.0
_MEANING = "meaning "
# Points of F1 that another line than the best may cost: a higher one in French, which was seen to
# keep false claims about people out; a lower one (-) in English, where 98 of 100 words are right
# above any and a third of what has a name is missed.
_NEARLY = {"fr": 0.6, "en": -0.1}
_OPTIONAL = 0.3  # what an event counts that may as well be left out


class ClaimExample(NamedTuple):
    """A claim: whether its type and polarity are right, whether all of it is, and the features of
    those who take part.
    """

    example: Example
    whole: bool
    who: tuple[dict[str, float], ...] = ()


def examples(
    given: Corpus, shared: Path, language: str
) -> tuple[list[Example], list[ClaimExample]]:
    """Give the candidates of all texts, and their claims."""
    scorer = Scorer(given, shared)
    words, claims = [], []
    for name, article, paragraphs in dated(given, language):
        cast = Cast(article.text, paragraphs, prose_language(language))
        known = {}
        for mention in candidates(article, paragraphs, cast):
            token = mention.trigger.token
            found = features(mention, prose_language(language))
            known[token.start] = found, _who(mention, cast, prose_language(language))
            event = scorer.event_at(name, token.start, token.end)
            counts = _OPTIONAL if event is not None and event["optional"] else 1.0
            words.append(Example(name, found, event is not None and _matters(event), counts))
        lines = "".join(write(records_of(article, paragraphs))).splitlines()
        for start, right, whole in scorer.judged(name, [json.loads(line) for line in lines]):
            if start in known:
                found, who = known[start]
                claims.append(ClaimExample(Example(name, found, right), whole, who))
    return words, claims


def _who(
    mention: EventMention, cast: Cast, language: ProseLanguage
) -> tuple[dict[str, float], ...]:
    arguments = mention.trigger.arguments
    return tuple(participation(argument, mention, cast, language) for argument in arguments)


def own_examples(language: str) -> Iterator[tuple[list[Example], list[ClaimExample]]]:
    """Yield the candidates and the claims of each article of our own, and the candidates of each
    sentence.
    """
    for one in own_texts(language):
        words, claims = _own(one, language)
        yield words, claims if one.is_article else []


def _own(given: Own, language: str) -> tuple[list[Example], list[ClaimExample]]:
    article, paragraphs = given.parsed(language)
    cast = Cast(article.text, paragraphs, prose_language(language))
    known, words = {}, []
    for mention in candidates(article, paragraphs, cast):
        token = mention.trigger.token
        found = features(mention, prose_language(language))
        who = _who(mention, cast, prose_language(language))
        known[article.text[token.start : token.end]] = found, who
        event = any(token.text in one.words for one in given.told)
        words.append(Example(given.name, found, event))
    claims = []
    pairs = paired(given.told, told_ones := list(told(records_of(article, paragraphs))))
    for one in told_ones:
        meant = next((event for event, other in pairs if other is one), None)
        if one.words[0] in known and not (meant and meant.optional):
            found, who = known[one.words[0]]
            right = meant is not None and (meant.type, meant.polarity) == (one.type, one.polarity)
            whole = meant is not None and right and _nobody_else(meant, one)
            claims.append(ClaimExample(Example(given.name, found, right), whole, who))
    return words, claims


def _nobody_else(meant: Told, found: Told) -> bool:
    """Whether all who were read to take part in an event do so."""
    return all(
        any(role == other and same_name(name, known) for other, known in meant.who)
        for role, name in found.who
    )


def _matters(event: Any) -> bool:
    """Whether an event is one for a timeline: MEANTIME's, which have no type, are all that a text
    mentions, and of those are the ones with a name or a date.
    """
    dated = event.get("date_source") in ("tlink", "dct", "bound")
    return bool(event["type"] or dated or any(one.get("named") for one in event["who"]))


def write_weights(language: str, event: dict[str, float], right: dict[str, float]) -> None:
    """Write the weights of the features to the package of a language."""
    package = prose_language(language).package.replace(".", "/")
    lines = [
        f"{name}\t{event.get(name, 0):.2f}\t{right.get(name, 0):.2f}\n"
        for name in sorted({*event, *right})
    ]
    text = _HEAD + "".join(lines)
    (Path(__file__).parents[1] / package / "weights.tsv").write_text(text, encoding="utf-8")


def _gathered(shared: Path, language: str) -> tuple[list[Example], list[ClaimExample]]:
    """Read all texts of a language: their candidates, and their claims."""
    words: list[Example] = []
    claims: list[ClaimExample] = []
    with TemporaryDirectory() as work:
        for one in corpora(shared, language, Path(work)):
            found, judged = examples(one, shared, language)
            words += found
            claims += judged
    for found, judged in own_examples(language):
        words += found
        claims += judged
    return words, claims


def _as_a_whole(claims: Sequence[ClaimExample], right: Trained, who: Trained) -> Trained:
    """What is said of whole claims: that type and polarity are right, and each participant."""
    each = (prod(who.unseen(one.example.article, part) for part in one.who) for one in claims)
    truth = np.array([float(one.whole) for one in claims])
    return right._replace(guessed=right.guessed * np.array([*each]), truth=truth)


def main() -> None:
    """Read the command line, train, and print how good it is."""
    parser = argparse.ArgumentParser(description="Train what tells events from other words.")
    parser.add_argument("language", choices=("fr", "en"))
    parser.add_argument("--shared", type=Path)
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    given = parser.parse_args()
    shared = given.shared or Path(os.environ.get("TIMELINE_SHARED", "../shared"))
    candidates_, claims = _gathered(shared, given.language)
    words = trained(candidates_, _PENALTY)
    right = trained([one.example for one in claims], _PENALTY_OF_CLAIMS, without=_MEANING)
    whole = _as_a_whole(claims, right, trained_on([*participants(shared)]))
    line, f1 = best_line(words, _NEARLY[given.language])
    sys.stdout.write(
        f"{len(words.truth)} candidates, {int(words.truth.sum())} events; "
        f"area under the curve {area(words):.3f}, F1 {f1:.1f} above {line:.2f}\n"
    )
    for name, found in (("type and polarity", right), ("all", whole)):
        sys.stdout.write(
            f"{len(found.truth)} claims, {int(found.truth.sum())} right in {name}; "
            f"area under the curve {area(found):.3f}\n"
        )
    sys.stdout.writelines(reliability(whole))
    if given.write:
        words.weights["always"] -= log(line / (1 - line))  # an event has more than a half
        write_weights(given.language, words.weights, right.weights)


if __name__ == "__main__":
    main()
