"""Which of the known languages a text is in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from timeline.temporal.patterns import names

STOP_WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": frozenset(
            names(
                "the of and to in is that for was on with as at by it from are has be this which have"
            )
        ),
        "fr": frozenset(
            names(
                "le la les de des du et est dans que qui une un pour sur au aux par pas avec ce se il"
            )
        ),
    }
)
# Further frequent words, which tell nothing by themselves: the neighbours below have them too.
_ALSO: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": frozenset(
            names("a an i or but not his he her will one all can we were war des per no so van me")
        ),
        "fr": frozenset(
            names("a à en l d s n c e on ne son sa lui nos non tout plus se mais dit per era")
        ),
    }
)
# Languages that share so many of these words with the known ones that they would be taken for one
# of them.
_NEIGHBOURS: tuple[frozenset[str], ...] = tuple(
    frozenset(names(words))
    for words in (
        # Spanish
        "de la que el en y a los del se las por un para con no una su al lo como más pero sus le o este ha",
        # Portuguese
        "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das foi pelo",
        # Italian
        "di e il la che in un a per è una del i non le si da con sono della al ha dei nel lo alla gli più",
        # Catalan
        "de la i que el en a els les un del una per amb no es al va dels l d ha com són més",
        # Romanian
        "de și a în la o un din cu pe că nu mai care pentru este au fost al ale se lui sau",
        # German
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an war",
        # Dutch
        "de van het een en in is dat op te zijn met voor niet aan er om ook als dan bij door werd uit",
        "i och att det som en på är av för med den till inte om ett har de var från vid",  # Swedish
        # Danish, Norwegian
        "og i at det en er som på til af for den med de ikke der et har var fra ved",
    )
)
_SAMPLE = 100_000  # characters
_SHORT, _SHARE = (
    20,
    0.1,
)  # of so many words and more, this share at least are stop words in any prose
_WORD = re.compile(r"[^\W\d_]+")


def guess_language(text: str) -> str | None:
    """The language of a text by its stop words, a key of STOP_WORDS; None if it is in none of
    them.
    """
    words = Counter(_WORD.findall(text[:_SAMPLE].lower()))
    counts = {code: _count(words, stop_words) for code, stop_words in STOP_WORDS.items()}
    best = max(counts, key=lambda code: counts[code])
    total = words.total()
    if not counts[best] or (total >= _SHORT and counts[best] < _SHARE * total):
        return None
    own = STOP_WORDS[best] | _ALSO[best]
    is_other = any(
        _count(words, others - own) > _count(words, STOP_WORDS[best] - others)
        for others in _NEIGHBOURS
    )
    return None if is_other else best


def _count(words: Counter[str], stop_words: frozenset[str]) -> int:
    return sum(words[word] for word in stop_words)
