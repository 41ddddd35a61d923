"""Hypothesis strategies of small collections that speak of the same few things, and of what people
do with them.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import msgspec
from hypothesis import strategies as st

from timeline import records as r
from timeline.dates import Date, parse
from timeline.load.quotes import locate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def many_examples() -> int:
    """How many examples a slow law takes: as many as TIMELINE_EXAMPLES says, for a night's run."""
    return int(os.environ.get("TIMELINE_EXAMPLES", "8"))


TEXT = (
    "Ce lundi, l’ambassadeur a rencontré Musk à New\u00a0York. Plus tôt, Musk a "
    "rencontré\nl’ambassadeur."
)
TEXTS = (TEXT, f"Mis à jour. {TEXT}")
QUOTES = (
    "a rencontré",
    "l'ambassadeur a rencontré Musk",
    "Musk à New York",
    "rencontré l’ambassadeur",
)
PUBLISHED = ("2024", "2024-11", "2024-11-14", "2023-05-01")
DATES = (
    "2024-11-11",
    "2024-11",
    "[2024-11-04,2024-11-11]",
    "2024-11-04/2024-11-12",
    "1999~",
    "2024-11-12/..",
    "-0043",
    "-9999-12-31",
    "Y-13800000000",
    "Y170000002",
)
RULES = (
    "this monday @ published",
    "-1 day @ published",
    "before @ published",
    "this monday @ speech",
)
COLLECTIONS = ("one", "two", "three")
SOURCES, ACTORS, PLACES, EVENTS = ("s1", "s2"), ("a1", "a2", "a3"), ("p1", "p2"), ("e1", "e2", "e3")
PEOPLE = ("Nina", "Otto")
SPARSE = st.sampled_from((False, False, True))


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value, or more often None."""
    return SPARSE.flatmap(lambda given: values if given else st.none())


def among(keys: Iterable[str]) -> st.SearchStrategy[list[str]]:
    """Some of the keys, at least one."""
    return st.lists(st.sampled_from(tuple(keys)), unique=True, min_size=1)


dates = st.sampled_from(DATES).map(parse)
names = st.builds(
    r.Name,
    text=st.sampled_from(("Musk", "ماسک", "E. Musk", "Élon", "Iravani", "ﬀ\u200dİ😀\u0301")),
    language=maybe(st.sampled_from(("fr", "fa"))),
    kind=st.sampled_from(("alias", "transliteration")),
)
titles = st.dictionaries(
    st.sampled_from(("en", "fr", "de")), st.sampled_from(("Rencontre à l'ONU", "Talks", "Straße😀"))
)


def a_source(key: str, known: Sequence[str] = ()) -> st.SearchStrategy[r.Source]:
    """A source, held or cited; either may be a later version of the other."""
    published = st.sampled_from((None, *PUBLISHED)).map(lambda text: parse(text) if text else None)
    others = [other for other in known if other != key]
    return st.builds(
        r.Source,
        key=st.just(key),
        kind=st.sampled_from(("article", "article", "article", "notes")),
        evidence=st.sampled_from((None, None, None, "yes", "no")),
        partial=st.booleans(),
        title=maybe(st.sampled_from(("A", "B"))),
        language=maybe(st.just("fr")),
        published=published,
        text=st.sampled_from((None, *TEXTS)),
        replaces=maybe(st.sampled_from(others)) if others else st.none(),
    )


def with_trigger(claim: r.Claim, sources: list[r.Source]) -> r.Claim:
    """Say of a claim with a note where the first word of its quote stands: what says the same says
    that too.
    """
    text = next(source.text for source in sources if source.key == claim.source)
    place = locate(text, claim.quote) if text and claim.quote and claim.remark else None
    if text is None or place is None:
        return claim
    quote = text[place.start : place.end]
    end = place.start + len(quote.split()[0])
    return msgspec.structs.replace(
        claim,
        quote=quote,
        quote_start=place.start,
        quote_end=place.end,
        trigger_start=place.start,
        trigger_end=end,
    )


def an_actor(key: str) -> st.SearchStrategy[r.Actor]:
    """An actor; the identifier is its own, but that a mention may have one that others have."""
    own = st.sampled_from(({}, {"wikidata": f"Q-{key}"}))
    shared = st.sampled_from(({}, {"iso3166": "IR"}, {"wikidata": "Q-a1", "iso3166": "IR"}))
    return st.sampled_from((None, None, True, True, False)).flatmap(
        lambda mention: st.builds(
            r.Actor,
            key=st.just(key),
            name=st.sampled_from(("Elon Musk", "Iravani", "ایروانی")),
            kind=st.sampled_from(("person", "person", "organisation")),
            names=st.lists(names, max_size=2, unique=True).map(tuple),
            identifiers=shared if mention else own,
            mention=st.just(mention),
            extractor=st.sampled_from((None, "reader 1")),
        )
    )


def a_place(key: str, known: list[str]) -> st.SearchStrategy[r.Place]:
    """A place; either may lie in the other."""
    others = [other for other in known if other != key]
    inside = maybe(st.sampled_from(others)) if others else st.none()
    country = maybe(st.sampled_from(("US", "IQ")))
    return st.builds(r.Place, key=st.just(key), name=st.sampled_from(("New York", "Bagdad")),
    country=country,
                     latitude=maybe(st.floats(-90, 90)), part_of=inside)  # fmt: skip


def an_event(key: str, places: list[str]) -> st.SearchStrategy[r.Event]:
    """An event, perhaps at one of the places."""
    return st.builds(
        r.Event,
        key=st.just(key),
        type=st.sampled_from(("CONSULT", "ASSAULT")),
        title=titles,
        summary=titles,
        place=maybe(st.sampled_from(places)) if places else st.none(),
        tags=st.lists(st.sampled_from(("x", "y")), unique=True).map(tuple),
    )


quantities = st.lists(
    st.builds(
        r.Quantity,
        name=st.sampled_from(("dead", "injured")),
        value=st.integers(1, 9),
        low=maybe(st.floats(0, 1)),
        unit=maybe(st.just("people")),
    ),
    max_size=2,
    unique_by=lambda quantity: quantity.name,
)


def a_claim(
    sources: list[r.Source], actors: list[str], events: list[str], places: list[str]
) -> st.SearchStrategy[r.Claim]:
    """A claim about one of the events, by one of the sources; a quote stands in its text."""
    keys = [source.key for source in sources]
    hops = st.one_of(
        st.sampled_from(actors).map(lambda key: r.Hop(key=key)),
        st.sampled_from(keys).map(lambda key: r.Hop(source=key, words="the paper")),
        st.sampled_from(actors).map(lambda key: r.Hop(actor=key, verb="said")),
        st.just(r.Hop(words="certaines sources")),
    )
    parts = st.builds(
        r.Part,
        actor=st.sampled_from(actors),
        role=st.sampled_from(("participant", "speaker")),
        capacity=maybe(st.just("envoy")),
    )
    when = st.one_of(
        st.none(),
        dates.map(lambda date: (None, date)),
        st.sampled_from(RULES).map(lambda rule: (rule, None)),
    )
    return when.flatmap(
        lambda given: st.builds(
            r.Claim,
            event=st.sampled_from(events),
            source=st.sampled_from(keys),
            polarity=st.sampled_from(("affirms", "affirms", "denies", "declines")),
            modality=st.sampled_from(("asserted", "reported", "planned")),
            rule=st.just(given[0] if given else None),
            date=st.just(given[1] if given else None),
            via=st.lists(hops, max_size=2).map(tuple),
            who=st.lists(parts, max_size=2).map(tuple),
            quote=maybe(st.sampled_from(QUOTES)),
            remark=maybe(st.just("n")),
            place=maybe(st.sampled_from(places)) if places else st.none(),
            locator=maybe(st.just("p. 3")),
            quantities=quantities.map(tuple),
            extractor=maybe(st.just("reader 1")),
            confidence=maybe(st.floats(0, 1)),
            pinned=SPARSE,
        )
    ).map(lambda claim: with_trigger(claim, sources))


def a_withdrawal(sources: list[str], events: list[str]) -> st.SearchStrategy[r.Claim]:
    """A claim that takes back what one of the sources said of an event."""
    return st.builds(
        r.Claim,
        event=st.sampled_from(events),
        source=st.sampled_from(sources),
        withdraws=st.sampled_from(sources),
        extractor=maybe(st.just("reader 1")),
    )


@st.composite
def collections(draw: st.DrawFn, name: str | None = None) -> list[r.AnyRecord]:
    """One collection that is whole in itself, in any order of its records."""
    collection = name or draw(st.sampled_from(COLLECTIONS))
    chosen = draw(among(SOURCES))
    sources = [draw(a_source(key, chosen)) for key in chosen]
    actors = draw(among(ACTORS))
    places = draw(st.lists(st.sampled_from(PLACES), unique=True))
    events = draw(among(EVENTS))
    found: list[r.AnyRecord] = [*sources]
    found += [draw(an_actor(key)) for key in actors]
    found += [draw(a_place(key, places)) for key in places]
    found += [draw(an_event(key, places)) for key in events]
    found += draw(st.lists(a_claim(sources, actors, events, places), max_size=4))
    if draw(SPARSE):
        found.append(draw(a_withdrawal(chosen, events)))
    two = st.sampled_from(events)
    kind = st.sampled_from(("part_of", "background"))
    found += draw(st.lists(st.builds(r.Link, event=two, kind=kind, other=two), max_size=2))
    holder = st.sampled_from(actors)
    found += draw(
        st.lists(
            st.builds(r.Position, actor=holder, title=st.just("envoy"), held=maybe(dates)),
            max_size=2,
        )
    )
    pairs = st.tuples(holder, holder).filter(lambda pair: pair[0] != pair[1])
    if len(actors) > 1 and draw(SPARSE):
        left, right = draw(pairs)
        verdict: Literal["same", "different"] = "same" if draw(st.booleans()) else "different"
        found.append(r.Judgement(of="actor", left=left, right=right, says=verdict))
    if len(events) > 1 and draw(SPARSE):
        left, right = draw(st.tuples(two, two).filter(lambda pair: pair[0] != pair[1]))
        verdict = "same" if draw(st.booleans()) else "different"
        found.append(r.Judgement(of="event", left=left, right=right, says=verdict))
    mixed = draw(st.permutations(found))
    return [msgspec.structs.replace(record, collection=collection) for record in mixed]


# What people do -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Load:
    """Load some collections, as their whole or in addition to what they hold; perhaps events are
    matched.
    """

    records: tuple[r.AnyRecord, ...]
    whole: bool
    match: bool


@dataclass(frozen=True)
class Judge:
    """Merge two, part them, judge them to be different; or confirm the left one."""

    act: Literal["merge", "unmerge", "decline", "confirm"]
    of: Literal["actor", "event"]
    left: str
    right: str
    by: str | None = None


@dataclass(frozen=True)
class Decide:
    """Decide the claim of that number, counted round and round; or state something of an event."""

    act: Literal["accepted", "rejected", "corrected", "drop", "state", "note"]
    claim: int
    by: str


@dataclass(frozen=True)
class Undo:
    """Take back the newest changeset, or the one of that number."""

    number: int | None


Action: TypeAlias = Load | Judge | Decide | Undo


def loads() -> st.SearchStrategy[Load]:
    """One collection, or two at once."""
    one = collections()
    two = st.tuples(collections("one"), collections("two")).map(lambda pair: [*pair[0], *pair[1]])
    return st.builds(
        Load, records=st.one_of(one, one, two).map(tuple), whole=st.booleans(), match=st.booleans()
    )


def actions() -> st.SearchStrategy[list[Action]]:
    """A load, and whatever may come then."""
    act = st.sampled_from(("merge", "merge", "unmerge", "decline", "confirm"))
    judge = st.one_of(
        st.builds(
            Judge,
            act=act,
            of=st.just("actor"),
            left=st.sampled_from(ACTORS),
            right=st.sampled_from(ACTORS),
            by=st.sampled_from((None, *PEOPLE)),
        ),
        st.builds(
            Judge,
            act=act,
            of=st.just("event"),
            left=st.sampled_from(EVENTS),
            right=st.sampled_from(EVENTS),
            by=st.sampled_from((None, *PEOPLE)),
        ),
    )
    undo = st.builds(Undo, number=st.one_of(st.none(), st.integers(1, 6)))
    decide = st.builds(
        Decide,
        act=st.sampled_from(("accepted", "rejected", "corrected", "drop", "state", "note")),
        claim=st.integers(0, 7),
        by=st.sampled_from(PEOPLE),
    )
    following = st.lists(st.one_of(loads(), judge, decide, decide, undo), max_size=6)
    return st.tuples(loads(), following).map(lambda pair: [pair[0], *pair[1]])


# What a record says without what is worked out ----------------------------------------------------


def said(records: Iterable[r.AnyRecord]) -> set[str]:
    """What records say, each as one text: nothing that is worked out, no order, and nothing
    twice.
    """
    sources = {record.key for record in records if isinstance(record, r.Source)}
    return {json.dumps(_said(record, sources), sort_keys=True) for record in records}


def _said(record: r.AnyRecord, sources: set[str]) -> dict[str, Any]:
    plain: dict[str, Any] = _plain(record)
    if isinstance(record, r.Claim):
        for name in ("quote_start", "quote_end", "trigger_start", "trigger_end"):
            del plain[name]
        if record.rule:
            del plain["date"]
        if record.quote:
            plain["quote"] = record.quote.translate({0x2019: "'", 0xA0: " ", 0x0A: " "})
        for hop in plain["via"]:
            key = hop.pop("key")
            if key:
                hop["source" if key in sources else "actor"] = key
    plain["record"] = type(record).__name__
    return plain


def _plain(value: Any) -> Any:
    if isinstance(value, msgspec.Struct):
        return {name: _plain(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.text if isinstance(value, Date) else value
