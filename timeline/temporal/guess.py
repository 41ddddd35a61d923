"""Which of the known languages a text is in."""

from __future__ import annotations

import re
from collections import Counter

from timeline.temporal.languages import LANGUAGES, language
from timeline.temporal.patterns import names

# Languages that share so many of these words with the known ones that they would be taken for one
# of them.
_NEIGHBOURS: tuple[frozenset[str], ...] = tuple(
    frozenset(names(words))
    for words in (
        # Portuguese
        (
            "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das "
            "foi pelo"
        ),
        # Italian
        (
            "di e il la che in un a per è una del i non le si da con sono della al ha dei nel lo "
            "alla gli più"
        ),
        # Catalan
        "de la i que el en a els les un del una per amb no es al va dels l d ha com són més",
        # Romanian
        "de și a în la o un din cu pe că nu mai care pentru este au fost al ale se lui sau",
        # German
        (
            "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch "
            "es an war"
        ),
        # Dutch
        (
            "de van het een en in is dat op te zijn met voor niet aan er om ook als dan bij door "
            "werd uit"
        ),
        # Swedish
        "i och att det som en på är av för med den till inte om ett har de var från vid",
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
    """The language of a text by its stop words, a key of LANGUAGES; None if it is in none of
    them.
    """
    words = Counter(_WORD.findall(text[:_SAMPLE].lower()))
    counts = {code: _count(words, language(code).stop_words) for code in LANGUAGES}
    best = max(counts, key=lambda code: counts[code])
    total = words.total()
    if not counts[best] or (total >= _SHORT and counts[best] < _SHARE * total):
        return None
    known = language(best)
    own = known.stop_words | known.frequent
    is_other = any(
        _count(words, others - own) > _count(words, known.stop_words - others)
        for others in _NEIGHBOURS
    )
    return None if is_other else best


def _count(words: Counter[str], stop_words: frozenset[str]) -> int:
    return sum(words[word] for word in stop_words)
