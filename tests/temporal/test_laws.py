"""What holds for any text."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import temporal
from timeline.dates import Date, may_meet, parse
from timeline.temporal import tag
from timeline.temporal.folded import fold
from timeline.temporal.grammar import grammar
from timeline.temporal.guess import guess_language
from timeline.temporal.languages import LANGUAGES

languages = st.sampled_from(list(LANGUAGES))
# Words and signs of which rules are made, so that drawn texts come near to expressions.
_WORDS = """
lundi mardi samedi le la les l' d' un une deux trois 3 14 21 45 99 1998 2024 12.5 mars mai juin
octobre May March November Monday Tuesday the a an of in on at last next this dernier prochain hier
demain matin soir nuit heures h ans an mois jours year years days week ago later il y a dans de à au
du et - / : , . ( ) ' ’ siècle XIXe century 80s été hiver summer fall quarter trimestre premier
first Q3 BC avant J.-C. midi noon p.m. GMT +8 tous chaque every per 0 00 31 29 février February 2023
week-end weekend même same plus tard auparavant after before era will sera a été
"""
_PIECES = (*_WORDS.split(), "\n", "\u00a0", "\u202f", "\u00ad", "e\u0301")
texts = st.one_of(
    st.text(),
    st.lists(st.sampled_from(_PIECES)).map(" ".join),
    st.lists(st.sampled_from(_PIECES)).map("".join),
)
anchors = st.sampled_from(
    [None, *map(parse, ("2024-11-13", "2024-11", "2024", "-0043-03-15", "9999-12-31", "2024/"))]
)


@given(text=texts, language=languages, published=anchors)
def test_offsets(text: str, language: str, published: Date | None) -> None:
    """Nothing is raised; expressions stand where they say, in order and apart, and have a value."""
    end = 0
    for found in tag(text, language=language, published=published):
        assert found.start >= end
        assert found.end > found.start
        assert text[found.start : found.end] == found.text
        assert found.value
        assert found.rule
        end = found.end
    assert end <= len(text)


@given(data=st.data(), language=languages, published=anchors)
def test_words_of_the_language(data: st.DataObject, language: str, published: Date | None) -> None:
    """Any words of a language in any order have a meaning or none."""
    words = sorted({word for table in grammar(language).tables.values() for word in table})
    text = " ".join(data.draw(st.lists(st.sampled_from([*words, *_PIECES]), max_size=12)))
    assert all(found.value for found in tag(text, language=language, published=published))


@given(text=texts, language=languages, published=anchors)
def test_a_paragraph_without_dates_changes_nothing(
    text: str, language: str, published: Date | None
) -> None:
    """What is found does not depend on what follows in a paragraph of its own."""
    longer = f"{text}\n\nLorem ipsum votera voted ; il a parlé.\n"
    assert tag(longer, language=language, published=published) == tag(
        text, language=language, published=published
    )


@given(
    text=texts,
    language=languages,
    published=st.sampled_from(["2024-11-13", "2024-11", "2024"]).map(parse),
)
def test_the_rule_gives_the_date_again(text: str, language: str, published: Date) -> None:
    """A rule that is anchored on the date of the source resolves to the date given, or to a period
    around it.
    """
    for found in tag(text, language=language, published=published):
        if (
            found.edtf is not None
            and found.relative is not None
            and found.relative.anchor == "published"
        ):
            date = found.relative.resolve(published)
            assert may_meet(date, found.edtf.earliest, found.edtf.latest)


@given(st.text())
def test_folding_keeps_places(text: str) -> None:
    """The strings of a folded text are equally long, and its places ascend."""
    folded = fold(text)
    assert len(folded.bare) == len(folded.lower) == len(folded.cased)
    places = [folded.place(index) for index in range(len(folded.bare) + 1)]
    assert places == sorted(set(places))
    assert places[-1] == len(text)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_decomposed_accents(form: Literal["NFC", "NFD"]) -> None:
    """Accents that are characters of their own are a part of the expression."""
    text = unicodedata.normalize(form, "Le pont a fermé le 3\u00a0février\u00ad 2019, début août.")
    found = tag(text, language="fr", published=parse("2019-11-13"))
    assert [one.value for one in found] == ["2019-02-03", "2019-08"]
    assert [unicodedata.normalize("NFC", one.text) for one in found] == [
        "le 3\u00a0février\u00ad 2019",
        "début août",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "piece",
    [
        "a", "1", "1 ", "12.", "le ", "le 1", "the the ", "il y a ", "deux ou ", "1, ", "3 et ",
        "3 au ", "vingt-", "'",
        "(", "in the first ", "été ", "ment ", " de", "\n", " ", "1998-", "11/11/", "du 3, 4, ",
        "premier et ",
        "a pas ", "il a ", "lundi ", "Monday, ",
    ],
)  # fmt: skip
def test_hostile_repetition(language: str, piece: str) -> None:
    """No repetition makes a pattern try without end; the end of the text is reached, and read as
    ever.
    """
    days = "\n\n2 May 2019.\n\n2 mai 2019.\n\n2 mayo 2019."
    text = piece * (100_000 // len(piece)) + days
    found = tag(text, language=language, published=parse("2024-11-13"))
    assert "2019-05-02" in [one.value for one in found[-3:]]


def test_date_line() -> None:
    """Without a date of publication, a date that stands alone near the top is taken for it; one in
    prose is not.
    """
    text = "Bridge closed\nNovember 13, 2024\nThe bridge was closed yesterday.\n"
    assert [one.value for one in tag(text, language="en", published=None)] == [
        "2024-11-13",
        "2024-11-12",
    ]
    prose = text.replace("\n", " ")
    assert [one.value for one in tag(prose, language="en", published=None)] == [
        "2024-11-13",
        "XXXX-XX-XX",
    ]


def test_known_to_the_month() -> None:
    """A weekday of a month gives the weekdays of the month, and keeps the rule for a better
    date.
    """
    (found,) = tag("Il l'a rencontré ce lundi.", language="fr", published=parse("2024-11"))
    assert str(found.edtf) == "[2024-11-04,2024-11-11,2024-11-18,2024-11-25]"
    assert found.relative is not None
    assert str(found.relative) == "this monday @ published"
    assert str(found.relative.resolve(parse("2024-11-13"))) == "2024-11-11"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le maire est dans la ville et la pluie tombe sur les toits.", "fr"),
        ("The mayor is in the town and the rain falls on the roofs.", "en"),
        (
            (
                "Der Hund ging in den Wald und schlief dort die ganze Nacht, weil er müde war und "
                "das Haus nicht fand."
            ),
            None,
        ),
        ("", None),
        ("12 + 30", None),
    ],
)
def test_guess(text: str, language: str | None) -> None:
    """Stop words tell the known languages, and that it is none of them."""
    assert guess_language(text) == language


def test_importing_is_light() -> None:
    """The tagger comes with its first use, and a language with the first text in it."""
    code = (
        "import sys, timeline.temporal as temporal\n"
        "room = 'timeline.temporal.'\n"
        "assert room + 'tagger' not in sys.modules\n"
        "assert 'timeline.dates' not in sys.modules\n"
        "assert temporal.tag('May 2019', language='en', published=None)\n"
        "assert room + 'languages.english' in sys.modules\n"
        "assert room + 'languages.french' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    with pytest.raises(AttributeError, match="no attribute 'tags'"):
        getattr(temporal, "tags".strip())
