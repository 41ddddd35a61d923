"""Names as they are compared: folded to be found, reduced to a skeleton to be proposed, ranked to
be suggested.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Letters that NFKC and casefold leave apart though people type one for the other: Latin letters
# with a stroke or ligature, and the Arabic, Persian and Urdu shapes of one letter (Unicode
# Standard, chapter 9.2, "Arabic").
_LETTERS = str.maketrans(
    {
        "œ": "oe",
        "æ": "ae",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ي": "ی",
        "ى": "ی",
        "ئ": "ی",
        "ك": "ک",
        "ة": "ه",
        "ۀ": "ه",
        "ؤ": "و",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ء": None,
        "ـ": None,
        "\u00ad": None,
        "\u200b": None,
        "\u200c": None,
        "\u200d": None,
        "\u2060": None,
    }
)

# What people type in place of what is printed, one character for one, so that offsets stay.
_TYPED = str.maketrans(
    {
        **dict.fromkeys("‘’‛ʼ′", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\t\r\n", " "),
    }
)

_LONGEST_WORD = 500
_MOST_SLIPS = 3

# What a letter sounds like once transliterated from or into Latin, Arabic, Persian or Cyrillic:
# voiced and unvoiced fall together. Vowels, half-vowels and the weak h and ayn come and go between
# transliterations, so they are left out. Letters of other scripts stay as they are.
_SOUNDS = {
    "b": "bpبپбп",
    "f": "fvفوвф",
    "k": "ckqxgخچقغکگкхгч",
    "l": "lلл",
    "m": "mمм",
    "n": "nنн",
    "r": "rرр",
    "s": "szjسصشزژجثذظضсзжшщц",
    "t": "dtتدطдт",
}
_SILENT = "aeiouyhwاعحهیаеийоуъыьэюя"
_SKELETON = str.maketrans(
    {letter: sound for sound, letters in _SOUNDS.items() for letter in letters}
    | dict.fromkeys(_SILENT, "")
)


def fold(text: str) -> str:
    """Reduce a text to what is compared when people search.

    NFKC, casefold, no marks, one shape for each Arabic or Persian letter, everything that is
    neither letter nor digit a single space.

    >>> fold("L’Ambassadeur  SOLEÏMANI")
    'l ambassadeur soleimani'
    """
    if text.isascii():
        plain = text.casefold()
    else:
        bare = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
        plain = "".join(
            c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c)
        )
        plain = plain.translate(_LETTERS)
    return " ".join(re.sub(r"[\W_]+", " ", plain).split())


def tokens(text: str) -> list[str]:
    """Split a text into its folded words: what the full-text index holds and what a search asks
    for.

    Of a longer word only the beginning counts: PostgreSQL indexes none of more than 2,046 bytes
    (its manual, section 12.11, "Limitations").
    """
    return [word[:_LONGEST_WORD] for word in fold(text).split()]


def typed(text: str) -> str:
    """Write a text as people type it: one kind of apostrophe, quotation mark, dash and space.

    Its length stays.
    """
    return text.translate(_TYPED)


def skeleton(text: str) -> str:
    """Reduce a name to its consonants after transliteration, its words in order of the alphabet.

    It proposes that two spellings may be one name; it never decides so.

    >>> skeleton("Soleimani") == skeleton("Suleymani") == skeleton("سلیمانی")
    True
    """
    words = (word.translate(_SKELETON) for word in tokens(text))
    return " ".join(sorted(re.sub(r"(.)\1+", r"\1", word) for word in words if word))


def nearest(word: str, known: Iterable[str], *, limit: int = 3) -> list[str]:
    """Give the known words that a misspelt one may stand for, best first.

    Such a word is reached by changing, adding, leaving out or exchanging few letters: one in three
    of those that were written, and three at most.

    Args:
        word: what was written.
        known: the words that would have been right.
        limit: at most so many.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    by_folded: dict[str, str] = {}
    for candidate in known:
        by_folded.setdefault(fold(candidate), candidate)
    written = fold(word)
    most = min(len(written) // 3, _MOST_SLIPS)
    found = process.extract(
        written, by_folded.keys(), scorer=OSA.distance, score_cutoff=most, limit=limit
    )
    return [by_folded[folded] for folded, _, _ in found]
