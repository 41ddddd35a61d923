"""Names as they are compared: folded to be found, reduced to a skeleton to be proposed, ranked to
be suggested.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
_WORDS_OF_A_KEY = 8

# What stands for one sound in a script, and what `anyascii`, which knows no neighbours, would take
# letter by letter. Greek writes b, d and g with two letters; Hebrew marks foreign sounds with a
# geresh, and its letters for b and v, p and f are the first more often in names from abroad; an
# Arabic zah is z or dh; a Persian h is silent before a joint.
_WRITTEN = {
    "μπ": "b",
    "ντ": "d",
    "γκ": "g",
    "τζ": "j",
    "χ": "kh",
    "γι": "ι",
    "ու": "u",
    "ג׳": "j",
    "ז׳": "zh",
    "צ׳": "ch",
    "ץ׳": "ch",
    "ת׳": "th",
    "ב": "b",
    "פ": "p",
    "וו": "v",
    "ظ": "z",
    "ه\u200c": "",
}
_WRITTEN_AS = re.compile("|".join(sorted(_WRITTEN, key=len, reverse=True)))
# Inside a word these letters are most often o or u, the Arabic one before an alef is not.
_INNER_WAW = re.compile(r"\B(?:ו|و(?!ا))")
# "The" in Arabic: by itself, or joined to a word that is long enough.
_ARTICLES = frozenset(("al", "el"))
_ARABIC_ARTICLE = re.compile(r"\bال(?=\w{3})")

# What letters sound like once they are Latin: voiced and unvoiced fall together, and so do all that
# hiss, with a t or d before them or without. An h is heard where no other consonant is before it.
_TOGETHER = (
    (re.compile(r"[td]?(?:shch|sch|ch(?![lr])|[sz]h|[szj]|c(?=[eiy]))"), "s"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"(?<=[bdgkt])h|h$"), ""),
)
_SOUNDS = {"b": "bp", "f": "fvw", "k": "ckqxgh", "l": "l", "m": "m", "n": "n", "r": "r", "t": "dt"}
# Vowels come and go between transliterations.
_SKELETON = str.maketrans(
    {letter: sound for sound, letters in _SOUNDS.items() for letter in letters}
    | dict.fromkeys("aeiouy", "")
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

    >>> skeleton("Gaddafi") == skeleton("Kadhafi") == skeleton("القذافي") == skeleton("Καντάφι")
    True
    """
    words = tokens(text) if text.isascii() else _latin(text)
    told = [word for word in words if word not in _ARTICLES] or words
    bare = (_sounds(word).translate(_SKELETON) for word in told)
    return " ".join(sorted(re.sub(r"(.)\1+", r"\1", word) for word in bare if word))


def may_be_one(names: Iterable[str], others: Iterable[str]) -> bool:
    """Whether some names and others may be those of one: a word of one of them, or how it sounds,
    is in the other, or the initials of one are.

    >>> may_be_one(["Muammar Gaddafi"], ["M. Kadhafi"]), may_be_one(["Anna Weber"], ["Paul Roux"])
    (True, False)
    """
    mine, theirs = ({part for name in of for part in _parts(name)} for of in (names, others))
    return not mine.isdisjoint(theirs)


def _parts(name: str) -> Iterator[str]:
    """Give what tells a name from another: its words, but for particles, their sounds, its
    initials.
    """
    words = fold(name).split()
    yield from (word for word in words if len(word) > 2)
    yield from (f" {sounds}" for sounds in skeleton(name).split() if len(sounds) > 1)
    if len(words) > 1:
        yield "".join(word[0] for word in words)
    if len(words) == 1:
        yield words[0]


def slug(text: str) -> str:
    """Make a key of the first words of a text, in Latin letters: `musk-in-paris`."""
    return "-".join(_latin(text)[:_WORDS_OF_A_KEY]) or "event"


def _latin(text: str) -> list[str]:
    """Transliterate a text and split it into words, in lower case."""
    from anyascii import anyascii

    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = _WRITTEN_AS.sub(lambda found: _WRITTEN[found[0]], plain)
    plain = _ARABIC_ARTICLE.sub("", _INNER_WAW.sub("u", plain)).translate(_LETTERS)
    # The vowels of India are marks, which no word is split at.
    spaced = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in plain)
    return ["".join(tokens(anyascii(word))) for word in spaced.split()]


def _sounds(word: str) -> str:
    """Write letters together that sound alike as one."""
    for sound, letter in _TOGETHER:
        word = sound.sub(letter, word)
    return word


def nearest(word: str, known: Iterable[str], *, limit: int = 3) -> list[str]:
    """Give the known words that a misspelt one may stand for, best first.

    Such a word is reached by changing, adding, leaving out or exchanging few letters: one in three
    of those that were written, and three at most.

    Args:
        word: what was written.
        known: the words that would have been right.
        limit: at most so many.
    """
    return ranked(word, known, limit=limit, slips=min(len(_plain(word)) // 3, _MOST_SLIPS))


def ranked(
    word: str, known: Iterable[str], *, limit: int | None = None, slips: int | None = None
) -> list[str]:
    """Put known words in order, those first that are most like another word in Latin letters.

    Args:
        word: what was written.
        known: the words; of those that are one in Latin letters the first is given.
        limit: at most so many.
        slips: leave out what differs in more letters.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    by_plain: dict[str, str] = {}
    for candidate in known:
        by_plain.setdefault(_plain(candidate), candidate)
    found = process.extract(
        _plain(word), by_plain.keys(), scorer=OSA.distance, score_cutoff=slips, limit=limit
    )
    return [by_plain[plain] for plain, _, _ in found]


def _plain(text: str) -> str:
    """Fold a text, in Latin letters."""
    return fold(text) if text.isascii() else " ".join(_latin(text))
