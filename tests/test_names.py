"""Names as they are compared: folded, as skeletons, as people type them; and the nearest of a
misspelt one.
"""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.names import fold, nearest, ranked, skeleton, tokens, typed


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("L’Ambassadeur  SOLEÏMANI", "l ambassadeur soleimani"),
        ("réunion", "reunion"),
        ("re\u0301union", "reunion"),
        ("ÇA, là!", "ca la"),
        ("Straße", "strasse"),
        ("STRASSE", "strasse"),
        ("cœur", "coeur"),
        ("Æsir", "aesir"),
        ("Łódź", "lodz"),
        ("Øresund", "oresund"),
        ("Đorđević", "dordevic"),
        ("Þórr", "thorr"),
        ("İstanbul", "istanbul"),
        ("ısı", "isi"),
        ("ﬁn", "fin"),
        ("Ｆｕｌｌ", "full"),
        ("5 November, 2018", "5 november 2018"),
        ("U.N.", "u n"),
        ("snake_case", "snake case"),
        ("co-operation", "co operation"),
        # Arabic, Persian and Urdu shapes of one letter; no vowel marks, no joiners.
        ("سليماني", "سلیمانی"),
        ("سُلَیمانی", "سلیمانی"),
        ("كريم", "کریم"),
        ("مدرسة", "مدرسه"),
        ("أحمد", "احمد"),
        ("آمریکا", "امریکا"),
        ("مقام‌های", "مقامهای"),
        ("مـحـمد", "محمد"),
        ("مسئول", "مسیول"),
        ("١٢", "١٢"),
        ("Зеленский", "зеленскии"),
        ("", ""),
        ("…", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


anything = st.text(st.characters(exclude_categories=["Cs"]))


@given(anything)
@example("ẞ")
@example("ﷺ")
@example("ΐ")
@example("ᾳ")
@example("İ")
@example("ǰ")
@example("ŉ")
def test_folding_twice_is_folding_once(text: str) -> None:
    """Law: what is folded is found under itself; and nothing is left in it that people do not
    type.
    """
    folded = fold(text)
    assert fold(folded) == folded
    assert folded == " ".join(folded.split())
    assert not any(unicodedata.combining(c) for c in folded)
    assert tokens(text) == folded.split()


@given(anything)
def test_how_a_letter_is_composed_does_not_matter(text: str) -> None:
    """Law: a file may come composed or decomposed."""
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text(st.characters(codec="ascii")))
def test_case_does_not_matter(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(text)


@pytest.mark.parametrize(
    "names",
    [
        (
            "Soleimani",
            "Suleimani",
            "Soleymani",
            "Suleymani",
            "Solaimani",
            "سلیمانی",
            "سليماني",
            "Сулеймани",
        ),
        ("Qassem", "Qasem", "Ghassem", "Kassem", "قاسم"),
        ("Iravani", "Irvani", "ایروانی"),
        ("Baghaei", "Baqaei", "Baghaï", "بقایی"),
        ("Amir Saeid Iravani", "Amir Saïd Iravani", "Iravani, Amir Saeed"),
        ("Mohammad", "Muhammad", "Mohamed", "محمد"),
        ("Gaddafi", "Kadhafi", "Qaddafi", "el Kadhafi", "القذافي", "Каддафи", "Καντάφι"),
        ("Bashar al-Assad", "Bachar el-Assad", "بشار الأسد", "Башар Асад", "Μπασάρ αλ Άσαντ"),
        ("Churkin", "Tchourkine", "Tschurkin", "Чуркин", "Τσούρκιν"),
        ("Rafsanjani", "Rafsandjani", "رفسنجانی", "Рафсанджани"),
        ("Obama", "Обама", "Ομπάμα", "אובמה", "ओबामा", "오바마", "オバマ"),
        ("Sargsyan", "Sargissian", "Սարգսյան", "Саргсян"),
        ("Shevardnadze", "Chevardnadzé", "შევარდნაძე", "Шеварднадзе"),
        ("Peres", "Pérès", "פרס", "بيريس"),
        ("Zedong", "泽东"),
        ("Thaksin", "ทักษิณ"),
    ],
)
def test_spellings_of_one_name_have_one_skeleton(names: tuple[str, ...]) -> None:
    assert {skeleton(name) for name in names} == {skeleton(names[0])}
    assert skeleton(names[0])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Musk", "Trump"),
        ("Soleimani", "Iravani"),
        ("Tesla", "SpaceX"),
        ("Обама", "Путин"),
        ("القذافي", "الأسد"),
        ("Τσίπρας", "Μητσοτάκης"),
    ],
)
def test_other_names_have_another_skeleton(left: str, right: str) -> None:
    assert skeleton(left) != skeleton(right)


@given(anything, anything)
def test_the_order_of_words_does_not_matter_to_a_skeleton(left: str, right: str) -> None:
    assert skeleton(f"{left} {right}") == skeleton(f"{right} {left}")


@given(anything)
@example("ଓବାମା")
@example("😀 ‰ ½")
def test_a_skeleton_is_latin_whatever_the_script(text: str) -> None:
    """Law: names of any script are compared in one; and it stays one to itself."""
    found = skeleton(text)
    assert found.isascii()
    assert found == " ".join(sorted(found.split()))
    assert not set(found) & set("aeiouvwzjdp'`")


def test_a_latin_name_needs_no_transliteration() -> None:
    """What transliterates is loaded where a name of another script is met."""
    code = (
        "import sys\n"
        "from timeline.names import skeleton\n"
        "skeleton('Gaddafi')\n"
        "assert 'anyascii' not in sys.modules\n"
        "skeleton('القذافي')\n"
        "assert 'anyascii' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l’été ‘x’ ʼ′‛", "l'été 'x' '''"),
        ("“a” „b‟ ″", '"a" "b" "'),
        ("a–b—c−d‑e‐f‒", "a-b-c-d-e-f-"),
        ("a\u00a0b\u202fc\td\r\ne\u2009", "a b c d  e "),
        ("« x »", "« x »"),
    ],
)
def test_typed(text: str, expected: str) -> None:
    assert typed(text) == expected


@given(anything)
def test_what_is_typed_stays_in_place(text: str) -> None:
    """Law: one character for one, or the offsets of quotes would move; and typed again it is the
    same.
    """
    assert len(typed(text)) == len(text)
    assert typed(typed(text)) == typed(text)


KNOWN = ("Elon Musk", "Donald Trump", "Amir Saeid Iravani", "soleimani", "Soleimani")


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("Elon Musc", ["Elon Musk"]),
        ("elon musk", ["Elon Musk"]),
        ("Soleymani", ["soleimani"]),
        ("Trump Donald", []),
        ("xyzzy", []),
        ("", []),
        ("Eoln Msuk", ["Elon Musk"]),
        ("Elmo Musk jr", []),
        ("a", []),
    ],
)
def test_nearest(word: str, found: list[str]) -> None:
    assert nearest(word, KNOWN) == found


def test_nearest_gives_the_best_first_and_no_more_than_asked() -> None:
    known = ("meeting-4", "meeting-33", "meeting", "meetings", "greeting")
    assert nearest("meeting-44", known) == ["meeting-4", "meeting-33", "meeting"]
    assert nearest("meeting-44", known, limit=2) == ["meeting-4", "meeting-33"]


def test_words_are_compared_in_latin_letters() -> None:
    known = ("Владимир Путин", "Дмитрий Медведев")
    assert nearest("Vladimir Puttin", known) == ["Владимир Путин"]
    assert ranked("Medvedev", ("Путин", "Медведчук", "Медведев")) == [
        "Медведев",
        "Медведчук",
        "Путин",
    ]


def test_ranking_leaves_nobody_out_and_keeps_the_order_of_equals() -> None:
    known = ("xyz", "Kadhafi", "wvw", "Gaddafi", "Qaddafi")
    assert ranked("Gaddafi", known) == ["Gaddafi", "Qaddafi", "Kadhafi", "xyz", "wvw"]
    assert ranked("Gaddafi", known, limit=2) == ["Gaddafi", "Qaddafi"]
    assert ranked("Gaddafi", known, slips=1) == ["Gaddafi", "Qaddafi"]
