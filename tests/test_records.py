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
        {"note": "n"},
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
    known |= {
        "quote_start",
        "quote_end",
        "trigger_start",
        "trigger_end",
        "note",
        "extractor",
        "confidence",
        "pinned",
    }
    assert set(r.Claim.__struct_fields__) == known


def test_the_date_that_follows_from_a_rule_makes_no_other_claim() -> None:
    """So that a better publication date dates the same claim anew."""
    ruled = msgspec.structs.replace(CLAIM, rule="this monday @ published")
    keys = {
        r.content_key(msgspec.structs.replace(ruled, date=date))
        for date in (None, parse("2024"), parse("1999"))
    }
    assert keys == {r.content_key(ruled)}


def test_a_key_stays_the_same_for_years() -> None:
    """Databases hold these keys: a change here makes every claim that is loaded again a new one."""
    assert r.content_key(CLAIM) == "e5f5e1d07b6507cfacff"
    assert r.content_key(r.Link(event="a", kind="causes", other="b")) == "a174db8c378129d0ab82"


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
    assert str(r.Problem(where, "wrong")) == f"{shown}: wrong"


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
