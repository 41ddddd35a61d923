"""Records: frozen values, and the key that a claim gets from what it says."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from formats.drawing import claims, links, positions
from hypothesis import given
from hypothesis import strategies as st

from timeline import records as r
from timeline.dates import Date, parse
from timeline.errors import Message

CLAIM = r.Claim(
    event="e",
    source="s",
    date=parse("2024-11-11"),
    quote="L'été",
    said="lundi",
    who=(r.Part("a", "agent"),),
)


def again(text: str) -> str:
    """An equal text that is another object, as a reader gives it."""
    return "".join([text[:1], text[1:]])


@pytest.mark.parametrize(
    "fields",
    [
        {"collection": "c"},
        {"quote_start": 1, "quote_end": 2},
        {"trigger_start": 1, "trigger_end": 2},
        {"quote": "L’été"},
        {"quote": " L'été\n"},
        {"polarity": again("affirms"), "modality": again("asserted")},
        {"event": again("e")},
    ],
)
def test_what_makes_no_other_claim(fields: dict[str, Any]) -> None:
    assert r.content_key(msgspec.structs.replace(CLAIM, **fields)) == r.content_key(CLAIM)


@pytest.mark.parametrize(
    "fields",
    [
        {"event": "f"},
        {"source": "t"},
        {"polarity": "denies"},
        {"modality": "reported"},
        {"said": "mardi"},
        {"said": None},
        {"rule": "this monday @ published"},
        {"date": parse("2024-11-12")},
        {"date": None},
        {"via": (r.Hop(key="x"),)},
        {"who": (r.Part("a", "agent", "envoy"),)},
        {"who": ()},
        {"quote": "l'été"},
        {"quote": None},
        {"remark": "n"},
        {"place": "p"},
        {"locator": "p. 3"},
        {"quantities": (r.Quantity("dead", 3),)},
        {"extractor": "gdelt"},
        {"confidence": 0.5},
        {"pinned": True},
    ],
)
def test_what_makes_another_claim(fields: dict[str, Any]) -> None:
    assert r.content_key(msgspec.structs.replace(CLAIM, **fields)) != r.content_key(CLAIM)


def test_every_field_of_a_claim_was_thought_of() -> None:
    """A field that is added belongs to one of the two lists above."""
    known = {
        "collection",
        "event",
        "source",
        "polarity",
        "modality",
        "said",
        "rule",
        "date",
        "via",
        "who",
        "quote",
    }
    known |= {"quote_start", "quote_end", "trigger_start", "trigger_end"}
    known |= {"place", "locator", "quantities", "remark", "extractor", "confidence", "pinned"}
    known |= {"withdraws"}
    assert set(r.Claim.__struct_fields__) == known


def test_whose_account_is_withdrawn_makes_another_claim() -> None:
    """Such a claim says nothing else, so that it is none of the lists above."""
    withdrawn = [r.Claim(event="e", source="s", withdraws=key) for key in ("t", "u")]
    assert len(set(map(r.content_key, withdrawn))) == 2


def test_the_date_that_follows_from_a_rule_makes_no_other_claim() -> None:
    """So that a better publication date dates the same claim anew."""
    ruled = msgspec.structs.replace(CLAIM, rule="this monday @ published")
    keys = {
        r.content_key(msgspec.structs.replace(ruled, date=date))
        for date in (None, parse("2024"), parse("1999"))
    }
    assert keys == {r.content_key(ruled)}


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({}, "e5f5e1d07b6507cfacff"),
        ({"remark": "n"}, "dffe399f274a39e80d4c"),
        (
            {"remark": "census age", "extractor": "gdelt", "confidence": 0.5},
            "b4a7622a0dac97bccb13",
        ),
        (
            {"said": None, "rule": "this monday @ published", "quote_start": 3, "quote_end": 8},
            "561bfac370d633040347",
        ),
        (
            {
                "via": (r.Hop(key="nyt"), r.Hop(words="two officials", verb="said")),
                "polarity": "denies",
                "modality": "reported",
                "pinned": True,
            },
            "acabafb716020a8b0c74",
        ),
    ],
)
def test_the_key_of_a_claim_stays_the_same_for_years(fields: dict[str, Any], key: str) -> None:
    """Databases of 0.1.0 hold these: a change makes every claim that is loaded again a new one."""
    assert r.content_key(msgspec.structs.replace(CLAIM, **fields)) == key


@pytest.mark.parametrize(
    ("record", "key"),
    [
        (r.Link(event="a", kind="causes", other="b"), "a174db8c378129d0ab82"),
        (r.Link(event="a", kind="causes", other="b", source="s"), "ae626ce94c80c34380e5"),
        (
            r.Position(actor="a", title="T", organisation="o", held=parse("2019/.."), source="s"),
            "4314a3a95a5d11b0fff3",
        ),
    ],
)
@pytest.mark.parametrize(
    "stated", [{}, {"extractor": "spacy"}, {"by": "ann", "at": parse("2026-01-01T00:00:00Z")}]
)
def test_the_key_of_what_is_stated(
    record: r.Link | r.Position, key: str, stated: dict[str, Any]
) -> None:
    """It stays for years as well, and whoever states it states the same."""
    assert r.content_key(msgspec.structs.replace(record, **stated)) == key


@given(st.one_of(claims, links, positions))
def test_a_key_does_not_change_in_a_file(record: Any) -> None:
    """Law: written and read back, a record has the same key."""
    text = msgspec.json.encode(record, enc_hook=r.encode_hook)
    back = msgspec.json.decode(text, type=type(record), dec_hook=r.decode_hook)
    assert back == record
    assert r.content_key(back) == r.content_key(record)
    assert len(r.content_key(record)) == 20


@pytest.mark.parametrize(("text", "access"), [(None, "cited"), ("", "held"), ("x", "held")])
def test_a_source_is_held_when_its_text_is(text: str | None, access: str) -> None:
    assert r.Source(key="s", text=text).access == access


@pytest.mark.parametrize(
    ("where", "shown", "within"),
    [
        (r.Where("f.yaml", 3, "events[0]"), "f.yaml:3: events[0]", "f.yaml:3: events[0].date"),
        (r.Where("f.jsonl", 3), "f.jsonl:3", "f.jsonl:3: date"),
        (r.Where("f.yaml"), "f.yaml", "f.yaml: date"),
    ],
)
def test_where(where: r.Where, shown: str, within: str) -> None:
    assert str(where) == shown
    assert str(where.within("date")) == within
    assert str(r.Problem(where, Message("no-lines"))) == f"{shown}: {Message('no-lines')}"


def test_a_record_can_not_be_changed() -> None:
    with pytest.raises(AttributeError):
        CLAIM.event = "f"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"record":"source","key":"s","published":"2024-02-30"}', "2024-02-30"),
        ('{"record":"source","key":"s","published":7}', "a date is a text, not 7"),
        ('{"record":"source","key":"s","colour":"x"}', "colour"),
        ('{"record":"sauce","key":"s"}', "sauce"),
    ],
)
def test_what_is_no_record(text: str, message: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=message):
        msgspec.json.decode(text, type=r.AnyRecord, dec_hook=r.decode_hook)


def test_the_hooks_know_dates_only() -> None:
    assert r.schema_hook(Date)["type"] == "string"
    with pytest.raises(NotImplementedError):
        r.schema_hook(int)
    with pytest.raises(NotImplementedError):
        r.encode_hook(object())
    with pytest.raises(NotImplementedError):
        r.decode_hook(int, 1)


def test_zero_has_no_sign() -> None:
    """SQLite would drop it, PostgreSQL keep it."""
    place = r.Place(key="p", name="Gulf of Guinea", latitude=-0.0, longitude=-0.0)
    assert str(place.latitude) == str(place.longitude) == "0.0"
    assert str(msgspec.structs.replace(CLAIM, confidence=-0.0).confidence) == "0.0"


@pytest.mark.parametrize(
    ("given", "kept"),
    [(12.0, 12), (12, 12), (-0.0, 0), (0.5, 0.5), (2.0**53, 2**53), (2.0**54, 2.0**54)],
)
def test_whole_numbers_are_integers(given: float, kept: float) -> None:
    """SQLite and PostgreSQL both give doubles back: what is written of them must not differ."""
    quantity = r.Quantity("dead", given)
    assert (quantity.value, type(quantity.value)) == (kept, type(kept))
    assert str(quantity.value) == str(kept)


@pytest.mark.parametrize(
    "numbers",
    [
        {},
        {"value": float("inf")},
        {"low": float("nan")},
        {"low": 3, "high": 2},
        {"low": 3, "value": 2},
        {"value": 3, "high": 2},
    ],
)
def test_what_is_no_quantity(numbers: dict[str, Any]) -> None:
    """A number at least, finite, and in order."""
    with pytest.raises(r.RefusedError, match="dead"):
        r.Quantity("dead", **numbers)


def test_a_claim_gives_a_quantity_once() -> None:
    with pytest.raises(r.RefusedError, match="of one name once"):
        r.Claim(event="e", source="s", quantities=(r.Quantity("n", 1), r.Quantity("n", 2)))
