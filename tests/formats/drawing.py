"""Hypothesis strategies of records such as a reader gives: whole, with unique keys."""

from __future__ import annotations

from typing import Any, get_args

import msgspec
from hypothesis import strategies as st
from strategies import edtf_texts

from timeline.dates import Date, parse
from timeline.records import (
    Actor,
    ActorKind,
    AnyRecord,
    Claim,
    Event,
    EventType,
    Evidence,
    Hop,
    Judgement,
    Link,
    LinkKind,
    Modality,
    Name,
    NameKind,
    Part,
    Place,
    PlaceName,
    Polarity,
    Position,
    Quantity,
    Role,
    Sameness,
    Source,
    VersionKind,
)

# What YAML, JSON or a careless writer could take for something else.
TRICKY = (
    "no", "Yes", "on", "NULL", "~", "", " ", "12:30", "0732", "1e3", "0x1F", ".5", "-1", "+1",
    "2024-11-11", "2024",
    ".inf", "NaN", "=", "<<", "a: b", "a:", "a :b", ":a", "a #b", "#a", "- a", "-", "--- a", "---",
    "...", "? a", "?",
    "! a", "!a", "&a", "*a", "@a", "%a", "`a", "|", ">", "[a", "a]", "{a", "a}", "a, b", ",a",
    "'a'", '"a"', "it's",
    'say "x"', "a\\b", "\\n", " a", "a ", "a\n", "\na", "a\nb", "a\n\nb\n\n", "a\n b", " a\nb",
    "a\n \nb", "a\tb",
    "\ta", "a\r\nb", "a\rb", "a\x85b", "a\u2028b", "\ufeffa", "a\x07b", "a\x7fb", "\x1b[31m",
    "a\u200cb", "\u202ea",
    "سلیمانی", "Élysée", "😀", "\ufffe", "\U0001fffe", "a\n---\nb", "a\n# b\n", "http://a.b/c?d=e#f",
    "a\n...\n", "\n",
    "line\n" * 3, "x" * 300, "x y " * 60 + "z",
)  # fmt: skip
texts = st.one_of(
    st.sampled_from(TRICKY),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
)
keys = st.one_of(
    st.sampled_from([text for text in TRICKY if text]),
    st.from_regex(r"[a-z0-9-]{1,12}", fullmatch=True),
)
dates: st.SearchStrategy[Date] = st.one_of(edtf_texts(), st.just("2024-11-11")).map(parse)
rules = st.sampled_from(("this monday @ published", "-3 day @ published", "before @ published"))
offsets = st.integers(0, 2**31 - 1)
by_language = st.dictionaries(texts, texts, max_size=3)
COLLECTIONS = ("one", "two: a", "0732")


def maybe(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """A value or None."""
    return st.none() | values


def one_of(literal: object) -> st.SearchStrategy[str]:
    """One of the values of a Literal."""
    return st.sampled_from(get_args(literal))


def hops() -> st.SearchStrategy[Hop]:
    """A step that names one, or has only words."""
    said = {"verb": maybe(texts), "words": maybe(texts)}
    named = [st.builds(Hop, **{name: keys}, **said) for name in ("key", "source", "actor")]
    return st.one_of(
        *named, keys.map(lambda key: Hop(key=key)), st.builds(Hop, verb=maybe(texts), words=texts)
    )


parts = st.builds(Part, actor=keys, role=one_of(Role), capacity=maybe(texts))
names = st.builds(Name, text=texts, language=maybe(texts), kind=one_of(NameKind))

stated = {"extractor": maybe(texts), "by": maybe(texts), "at": maybe(dates)}


def perhaps_bare(record: Any, lacking: bool) -> Any:
    """What a person states by a command may say nothing but what they state."""
    left_out = dict.fromkeys(record.needed) if lacking and record.by is not None else {}
    return msgspec.structs.replace(record, **left_out)


place_names = st.builds(PlaceName, text=texts, language=maybe(texts), used=maybe(dates))

sources = st.builds(
    Source, key=keys, kind=texts, title=maybe(texts), publisher=maybe(texts), author=maybe(texts),
    url=maybe(texts), language=maybe(texts), published=maybe(dates), retrieved_at=maybe(texts),
    replaces=maybe(keys), version=maybe(one_of(VersionKind)),
    evidence=maybe(one_of(Evidence)), partial=st.booleans(), text=maybe(texts), **stated,
)  # fmt: skip
actors = st.builds(
    Actor, key=keys, name=texts, kind=one_of(ActorKind), description=maybe(texts),
    names=st.lists(names, max_size=3).map(tuple),
    identifiers=st.dictionaries(texts, texts, max_size=2), mention=st.none() | st.booleans(),
    **stated,
)  # fmt: skip
actors = st.builds(perhaps_bare, actors, st.booleans())
positions = st.builds(
    Position, actor=keys, title=texts, organisation=maybe(keys), held=maybe(dates),
    source=maybe(keys), **stated,
)  # fmt: skip
places = st.builds(
    Place, key=keys, name=texts, names=st.lists(place_names, max_size=3).map(tuple),
    country=maybe(texts), latitude=maybe(st.floats(-90, 90)), longitude=maybe(st.floats(-180, 180)),
    part_of=maybe(keys), **stated,
)  # fmt: skip
places = st.builds(perhaps_bare, places, st.booleans())
events = st.builds(
    Event, key=keys, type=one_of(EventType), title=by_language, summary=by_language,
    place=maybe(keys), tags=st.lists(texts, max_size=3).map(tuple), **stated,
)  # fmt: skip
events = st.builds(perhaps_bare, events, st.booleans())
numbers = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**70), 2**70).map(float)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """A quantity with its numbers in order, at least one of them."""
    low, value, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
    kept = draw(st.sets(st.sampled_from(("low", "value", "high")), min_size=1))
    found = {"low": low, "value": value, "high": high}
    unit: Any = draw(maybe(texts | st.sampled_from(("EUR", "%", "million people", "km/h", "e3"))))
    return Quantity(draw(keys), unit=unit, **{name: found[name] for name in kept})


# Where it stands, and what anybody adds to it.
standing = {
    "locator": maybe(texts), "quote": maybe(texts), "quote_start": maybe(offsets),
    "quote_end": maybe(offsets), "trigger_start": maybe(offsets), "trigger_end": maybe(offsets),
    "remark": maybe(texts), "extractor": maybe(texts), "confidence": maybe(st.floats(0, 1)),
}  # fmt: skip
withdrawals = st.builds(Claim, event=keys, source=keys, withdraws=keys, **standing)
claims = withdrawals | st.builds(
    Claim, event=keys, source=keys, polarity=one_of(Polarity).filter("withdraws".__ne__),
    modality=one_of(Modality),
    said=maybe(texts), rule=maybe(rules), date=maybe(dates), place=maybe(keys),
    via=st.lists(hops(), max_size=3).map(tuple), who=st.lists(parts, max_size=4).map(tuple),
    quantities=st.lists(quantities(), max_size=3, unique_by=lambda one: one.name).map(tuple),
    pinned=st.booleans(), **standing,
)  # fmt: skip
links = st.builds(Link, event=keys, kind=one_of(LinkKind), other=keys, source=maybe(keys), **stated)
judgements = st.builds(
    Judgement, of=st.sampled_from(("actor", "event")), left=keys, right=keys,
    says=one_of(Sameness), **stated,
)  # fmt: skip


@st.composite
def records(draw: st.DrawFn) -> list[AnyRecord]:
    """Records of up to three collections, one collection after the other; keys are unique in
    each.
    """
    kinds = (sources, actors, positions, places, events, claims, claims, links, judgements)
    drawn: list[AnyRecord] = []
    for collection in COLLECTIONS[: draw(st.integers(1, len(COLLECTIONS)))]:
        found: dict[tuple[object, ...], AnyRecord] = {}
        for record in draw(st.lists(st.one_of(*kinds), max_size=5)):
            name = (type(record), getattr(record, "key", len(found)))
            found.setdefault(name, msgspec.structs.replace(record, collection=collection))
        drawn += found.values()
    return drawn
