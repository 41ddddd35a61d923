"""From the claims of one event to its date and standing: tables of cases, and laws."""

from __future__ import annotations

import random
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import edtf_texts, near_texts

from timeline.dates import common_part, parse
from timeline.errors import Message
from timeline.records import Modality, Polarity
from timeline.resolve import (
    DOUBTFUL,
    SPAN_CLASSES,
    STRENGTH,
    UNDATED,
    UNDATED_CLASS,
    Account,
    Filler,
    LostAccount,
    LostClaim,
    Number,
    Outcome,
    SpanClass,
    resolve,
)

MONDAYS = "[2024-11-04,2024-11-11,2024-11-18,2024-11-25]"


def says(key: str, date: str | None = None, **fields: Any) -> Account:
    """An account that affirms and asserts, by a source of its own, which is its own origin."""
    defaults = {
        "source": f"s-{key}",
        "origin": f"source s-{key}",
        "polarity": "affirms",
        "modality": "asserted",
    }
    return Account(key=key, date=parse(date) if date else None, **(defaults | fields))


def dated(outcome: Outcome) -> tuple[str | None, str]:
    """The date and how it was reached."""
    return (outcome.date.text if outcome.date else None, outcome.status)


# Dates --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accounts", "date", "status"),
    [
        ([], None, "none"),
        ([says("a")], None, "none"),
        ([says("a", "2024-11-11")], "2024-11-11", "agreed"),
        ([says("a", "2024-11-11"), says("b")], "2024-11-11", "agreed"),
        ([says("a", "2024-11"), says("b", "2024-11-11")], "2024-11-11", "agreed"),
        ([says("a", MONDAYS), says("b", "2024-11-11")], "2024-11-11", "agreed"),
        ([says("a", "2024-11-01/2024-11-12"), says("b", "2024-11-10/2024-11-30")],
        "2024-11-10/2024-11-12", "agreed"),
        # Within the bounds of the set, and still no member of it.
        ([says("a", MONDAYS), says("b", "2024-11-12")], "2024-11-12", "conflict"),
        # Pinned, whatever the others say; of several pinned ones the best.
        ([says("a", "2024-11-11"), says("b", "2023", pinned=True)], "2023", "pinned"),
        ([says("a", "2024"), says("b", "2024-11-11", pinned=True)], "2024-11-11", "pinned"),
        ([says("a", "2022", pinned=True), says("b", "2023-05", pinned=True)], "2023-05", "pinned"),
        ([says("a", "2024-11-11"), says("b", pinned=True)], "2024-11-11", "agreed"),
        ([says("a", "2024"), says("b", "2023", pinned=True, polarity="denies")], "2024", "agreed"),
        # In a conflict: asserted before reported, more origins, more precise, then the key.
        ([says("a", "2024-11-11", modality="reported"), says("b", "2024-10")], "2024-10",
        "conflict"),
        ([says("a", "2024-11", modality="possible"), says("b", "2023", modality="reported")],
        "2023", "conflict"),
        ([says("a", "2024-11-11"), says("b", "2024-10"), says("c", "2024-10")], "2024-10",
        "conflict"),
        (
            [says("a", "2024-11-11"), says("b", "2024-10", origin="x"), says("c", "2024-10",
            origin="x")],
            "2024-11-11",
            "conflict",
        ),
        ([says("a", "2024-10"), says("b", "2024-11-11")], "2024-11-11", "conflict"),
        ([says("a", "2024-10-10"), says("b", "2024-11-11")], "2024-10-10", "conflict"),
        ([says("a", "2024-11-11/.."), says("b", "2023")], "2023", "conflict"),
        # Who denies says which event he means, but dates it only where nobody affirms it.
        ([says("a", "2024-11-11"), says("b", "2023", polarity="denies")], "2024-11-11", "agreed"),
        ([says("a"), says("b", "2023", polarity="denies")], None, "none"),
        ([says("a", "2024", polarity="declines"), says("b", "2024-11", polarity="denies")],
        "2024-11", "agreed"),
        # By its first report, where no claim gives a date.
        ([says("a", bound=parse("[..2024-11]"))], "[..2024-11]", "by_report"),
        ([says("a", bound=parse("[..2024-11]")), says("b", bound=parse("[..2024-11-02]"))],
        "[..2024-11-02]", "by_report"),
        ([says("a", bound=parse("[..2024]")), says("b", "2025")], "2025", "agreed"),
        ([says("a", bound=parse("[..2024]")), says("b", "2023", polarity="denies")], "[..2024]",
        "by_report"),
        ([says("a", bound=parse("[..2024]"), machine=True), says("b", bound=parse("[..2025]"))],
        "[..2025]", "by_report"),
        # Planned for one day, and done on it.
        ([says("a", "2018-11-05", modality="planned"), says("b", "2018-11-05")], "2018-11-05",
        "agreed"),
    ],
)  # fmt: skip
def test_the_date(accounts: list[Account], date: str | None, status: str) -> None:
    assert dated(resolve(accounts)) == (date, status)


@pytest.mark.parametrize(
    ("accounts", "earliest", "latest"),
    [
        ([says("a", "1970-01-02")], 86_400, 172_800),
        ([says("a", "1970-01-02"), says("b", "1970-01-05")], 86_400, 432_000),
        ([says("a", "1970-01-02/.."), says("b", "1970-01-01")], 0, None),
        ([says("a", "../1970-01-01"), says("b", "1970-01-05")], None, 432_000),
        ([says("a", "1970-01-02"), says("b", "1970-01-05", pinned=True)], 345_600, 432_000),
        ([says("a", "1970-01-02"), says("b", "1969", polarity="denies")], 86_400, 172_800),
        ([says("a")], None, None),
    ],
)
def test_the_bounds_to_search_by(
    accounts: list[Account], earliest: int | None, latest: int | None
) -> None:
    """In a conflict those of all dates together."""
    found = resolve(accounts)
    assert (found.earliest, found.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("date", "sort", "span_class"),
    [
        ("1970-01-02", 86_400, 0),
        ("1970-01", 0, 0),
        ("1970-01-01/1970-02-02", 0, 1),
        ("1970", 0, 1),
        ("1972", 63_072_000, 1),
        ("1970/1971", 0, 2),
        ("197X", 0, 2),
        ("1970/2069", 0, 3),
        ("1970/2170", 0, 4),
        ("1970-01-02/..", 86_400, 4),
        ("../1970-01-01", 86_399, 7),
        ("by [..1970-01-01]", 86_399, 9),
        ("by [..1970]", 31_535_999, 10),
        ("by [..197X]", 315_532_799, 11),
        ("by [..1970-01-01T00:00Z]", 59, 12),
        (None, UNDATED, UNDATED_CLASS),
        ("../..", UNDATED, 7),
    ],
)
def test_the_place_in_order_and_the_width(date: str | None, sort: int, span_class: int) -> None:
    bound = date.removeprefix("by ") if date and date.startswith("by ") else None
    account = says("a", None if bound else date, bound=parse(bound) if bound else None)
    found = resolve([account])
    assert (found.sort, found.span_class) == (sort, span_class)


@pytest.mark.parametrize(
    ("accounts", "reason", "lost"),
    [
        ([], "no live claim gives a date", ()),
        ([says("a", "2024"), says("b", "2024")], "all dated claims say 2024", ()),
        (
            [says("a", "2024-11"), says("b", MONDAYS)],
            f"{MONDAYS} is the part common to 2024-11, {MONDAYS}",
            (),
        ),
        (
            [says("a", "2024"), says("b", "2023", pinned=True), says("c", "2023")],
            "claim b is pinned",
            (LostClaim("a", "2024", Message("lost-to-pinned")),),
        ),
        (
            [
                says("a", "2021", modality="reported"),
                says("b", "2022"),
                says("c", "2022"),
                says("d", "2023"),
            ],
            (
                "the dates have no part in common; the best is that of claim b: asserted, 2 "
                "independent origins"
            ),
            (
                LostClaim("d", "2023", Message("lost-to-better")),
                LostClaim("a", "2021", Message("lost-to-better")),
            ),
        ),
        (
            [says("a", "2021-01-01"), says("b", "2022")],
            (
                "the dates have no part in common; the best is that of claim a: asserted, 1 "
                "independent origin"
            ),
            (LostClaim("b", "2022", Message("lost-to-better")),),
        ),
    ],
)
def test_the_reason_for_the_date(
    accounts: list[Account], reason: str, lost: tuple[LostClaim, ...]
) -> None:
    found = resolve(accounts)
    assert (str(found.date_reason), found.lost) == (reason, lost)


# Standing -----------------------------------------------------------------------------------------


def stands(*pairs: str) -> list[Account]:
    """Accounts of sources s0, s1, ...

    from `polarity modality`; the modality is left out where it says nothing.
    """
    found = []
    for number, pair in enumerate(pairs):
        polarity, _, modality = pair.partition(" ")
        found.append(
            says(
                f"{number}", source=f"s{number}", polarity=polarity, modality=modality or "asserted"
            )
        )
    return found


@pytest.mark.parametrize(
    ("accounts", "standing", "reason"),
    [
        (stands(), None, "no live claim speaks of it"),
        (stands("affirms asserted"), "asserted", "asserted by s0"),
        (stands("affirms reported", "affirms asserted"), "asserted", "asserted by s1"),
        (stands("affirms reported"), "reported", "no claim asserts it; reported according to s0"),
        (stands("affirms possible"), "reported", "no claim asserts it; possible according to s0"),
        (stands("affirms planned", "affirms reported"), "reported", ("no claim asserts it; "
        "reported according to s1")),
        (stands("affirms planned"), "planned",
        "not said to have happened; planned according to s0"),
        (stands("affirms requested"), "planned", ("not said to have happened; requested according "
        "to s0")),
        (stands("affirms hypothetical"), "planned", ("not said to have happened; hypothetical "
        "according to s0")),
        (stands("affirms asserted", "denies"), "disputed", "affirmed by s0; denied by s1"),
        (stands("affirms hypothetical", "denies", "denies"), "disputed", ("affirmed by s0; denied "
        "by s1, s2")),
        (stands("denies"), "denied", "denied by s0; no live claim affirms it"),
        (stands("denies", "declines"), "denied", "denied by s0; no live claim affirms it"),
        (stands("affirms asserted", "declines"), "asserted", "asserted by s0"),
        (stands("declines"), "reported", "s0 speaks of it; no live claim affirms or denies it"),
        (stands("affirms asserted", "withdraws"), "asserted", "asserted by s0"),
        (stands("denies", "withdraws"), "denied", "denied by s0; no live claim affirms it"),
        (stands("withdraws", "withdraws"), "retracted",
        "s0, s1 takes an account of it back; no live claim affirms or denies it"),
    ],
)  # fmt: skip
def test_the_standing(accounts: list[Account], standing: str | None, reason: str) -> None:
    found = resolve(accounts)
    assert found.standing == standing
    assert (
        str(found.standing_reason).split("; 1 independent")[0].split("; 2 independent")[0] == reason
    )


@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ("retraction", "what s said was taken back by t"),
        ("correction", "what s said was taken back by t"),
        ("withdrawal", "what s said was taken back by t"),
        ("update", "what s said is not in t any more"),
        (None, "what s said is not in t any more"),
    ],
)
def test_what_nobody_upholds_is_retracted(how: str | None, reason: str) -> None:
    """It keeps its date, by which it is found, and counts nothing; what somebody still says goes
    before it.
    """
    account = says("a", "2024-11-11", source="s", machine=True, confidence=DOUBTFUL / 2)
    gone = [LostAccount(account, "t", how)]
    found = resolve([], gone)
    assert (found.standing, str(found.standing_reason)) == (
        "retracted",
        f"nobody upholds it: {reason}",
    )
    assert dated(found) == ("2024-11-11", "agreed")
    assert (found.claims, found.sources, found.origins) == (0, 0, 0)
    assert found.hidden, "it was not shown unasked before it was taken back"
    upheld = [says("b", "2023")]
    assert resolve(upheld, gone) == resolve(upheld)


def test_where_edtf_has_no_words_the_narrowest_is_shown() -> None:
    """The bounds are those of the common part, and the reason says why the date is another."""
    given_now = [says("a", "2019-01-01/.."), says("b", "[2019-01-01,XXXX-12-XX]")]
    found = resolve(given_now)
    assert (found.date, found.status, found.lost) == (
        parse("[2019-01-01,XXXX-12-XX]"),
        "agreed",
        (),
    )
    assert (found.earliest, found.latest) == (
        parse("2019-01-01").earliest,
        parse("9999-12-31").latest,
    )
    assert str(found.date_reason) == (
        "2019-01-01/.., [2019-01-01,XXXX-12-XX] agree; EDTF has no words for their common part, "
        "[2019-01-01,XXXX-12-XX] is the narrowest"
    )
    assert resolve([*given_now, says("c", "2019-01-01")]).date == parse("2019-01-01")


def test_very_many_accounts_of_one_event() -> None:
    """Rival dates are ordered in one go; a reason names the first few."""
    months = [f"{year}-{month:02d}" for year in range(1900, 1960) for month in range(1, 13)]
    days = [f"{month}-{day:02d}" for month in months for day in range(1, 28)]
    found = resolve([says(f"k{n:05d}", date, source=f"s{n:05d}") for n, date in enumerate(days)])
    assert found.status == "conflict"
    assert len(found.lost) == len(days) - 1
    assert str(found.standing_reason).startswith("asserted by s00000, ")
    assert f"s00009 and {len(days) - 10:,} more; " in str(found.standing_reason)


def test_an_instant_has_a_class_of_its_own() -> None:
    """Its bounds are exact, but it may fall on other days: a search has to look farther."""
    for text, zoned in (("2024-11-11T23:30-05:00", True), ("2024-11-11T23:30", False)):
        found = resolve([says("a", text), says("b", "2024-11-11")])
        assert (found.status, found.date) == ("agreed", parse(text))
        assert SPAN_CLASSES[found.span_class] == SpanClass(32 * 86_400, zoned)


def test_the_words_know_every_modality() -> None:
    assert tuple(sorted(STRENGTH, key=STRENGTH.__getitem__)) == get_args(Modality)


# Numbers ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accounts", "numbers"),
    [
        ([], (0, 0, 0)),
        ([says("a"), says("b")], (2, 2, 2)),
        ([says("a", source="s"), says("b", source="s")], (2, 1, 2)),
        # One origin behind two sources: the second only passes it on.
        ([says("a", origin="actor x"), says("b", origin="actor x")], (2, 2, 1)),
        # Whoever denies affirms nothing.
        ([says("a"), says("b", polarity="denies"), says("c", polarity="declines")], (3, 3, 1)),
        # The same claim in two collections; a machine and a person who say the same are two claims
        # of one origin.
        ([says("a"), says("a")], (1, 1, 1)),
        (
            [says("a", origin="source s"), says("machine", source="s-a", origin="source s")],
            (2, 1, 1),
        ),
    ],
)
def test_how_many(accounts: list[Account], numbers: tuple[int, int, int]) -> None:
    found = resolve(accounts)
    assert (found.claims, found.sources, found.origins) == numbers
    if found.origins:
        assert str(found.standing_reason).endswith(
            f"; {found.origins} independent origin{'s' * (found.origins > 1)}"
        )
    else:
        assert "independent" not in str(found.standing_reason)


# Laws ---------------------------------------------------------------------------------------------


def accounts(dates: st.SearchStrategy[str], **fixed: Any) -> st.SearchStrategy[list[Account]]:
    """Accounts with keys of their own."""
    one = st.builds(
        says,
        key=st.just(""),
        date=st.none() | dates,
        source=st.sampled_from(("s", "t", "u")),
        origin=st.sampled_from(("x", "y", "z")),
        polarity=st.sampled_from(get_args(Polarity)),
        modality=st.sampled_from(get_args(Modality)),
        pinned=st.sampled_from((False, False, False, True)),
    )
    return st.lists(one, max_size=5).map(
        lambda found: [
            _plain(account._replace(key=f"k{number}", **fixed))
            for number, account in enumerate(found)
        ]
    )


def _plain(account: Account) -> Account:
    """What withdraws an account says nothing else."""
    return account._replace(date=None) if account.polarity == "withdraws" else account


def width(outcome: Outcome) -> float:
    """How many seconds the bounds span."""
    if outcome.earliest is None or outcome.latest is None:
        return float("inf")
    return outcome.latest - outcome.earliest


@given(accounts(near_texts()), st.randoms(use_true_random=False))
def test_the_order_of_accounts_does_not_matter(
    given_now: list[Account], rng: random.Random
) -> None:
    """Law: in any order, and held by several collections."""
    mixed = [*given_now, *given_now[:2]]
    rng.shuffle(mixed)
    assert resolve(mixed) == resolve(given_now)


@given(accounts(near_texts(), polarity="affirms", pinned=False), near_texts())
def test_a_date_within_the_common_part_makes_it_no_wider(
    given_now: list[Account], text: str
) -> None:
    """Law: where all agree, one more account that agrees can only narrow the date."""
    before, after = resolve(given_now), resolve([*given_now, says("new", text)])
    if after.status == "agreed":
        assert before.status in ("agreed", "none")
        assert width(after) <= width(before)
        assert after.lost == ()
    elif before.status == "agreed" and before.date_reason.code != "date-without-words":
        assert before.date is None or common_part((before.date, parse(text))) is None


@given(accounts(edtf_texts()))
def test_the_date_follows_from_the_claims(given_now: list[Account]) -> None:
    """Law: the bounds hold the date shown, unless EDTF has no words for what they hold; what was
    lost is another date; who denies dates nothing that is affirmed.
    """
    found = resolve(given_now)
    used = [a for a in given_now if a.polarity == "affirms"] or given_now
    texts = {account.date.text for account in used if account.date}
    assert (found.date is None) == (not texts) == (found.status == "none")
    if found.date is not None and found.status in ("pinned", "conflict"):
        assert found.date.text in texts
    if found.date is not None and found.date_reason.code != "date-without-words":
        assert found.earliest is None or (
            found.date.earliest is not None and found.earliest <= found.date.earliest
        )
        assert found.latest is None or (
            found.date.latest is not None and found.latest >= found.date.latest
        )
    if found.date is not None:
        assert {lost.says for lost in found.lost} <= texts - {found.date.text}
    assert (found.sort == UNDATED) == (found.earliest is None and found.latest is None)
    assert (found.standing is None) == (not given_now)


@given(accounts(near_texts(), pinned=False), near_texts())
def test_a_pinned_claim_wins(given_now: list[Account], text: str) -> None:
    """Law: one pinned claim gives the date, and its bounds, whatever the others say."""
    found = resolve([*given_now, says("new", text, pinned=True)])
    assert dated(found) == (text, "pinned")
    assert (found.earliest, found.latest) == (parse(text).earliest, parse(text).latest)


@given(accounts(near_texts()), st.sampled_from(get_args(Modality)))
def test_a_denial_never_makes_an_event_surer(given_now: list[Account], modality: Modality) -> None:
    """Law: it disputes what is affirmed, denies what is not, and moves no date of what is
    affirmed.
    """
    before = resolve(given_now)
    after = resolve([*given_now, says("new", "1066", polarity="denies", modality=modality)])
    affirmed = any(account.polarity == "affirms" for account in given_now)
    assert after.standing == ("disputed" if affirmed else "denied")
    if affirmed:
        assert dated(after) == dated(before)
        assert after.origins == before.origins


# Place, numbers, roles ----------------------------------------------------------------------------


def counted(text: str) -> Number:
    """`12`, `10..`, `..15`, `12..15 EUR` as a number of dead."""
    bounds, _, unit = text.partition(" ")
    low, dots, high = bounds.partition("..")
    ends = (low, high if dots else low)
    least, most = ((float(end) if "." in end else int(end)) if end else None for end in ends)
    return Number("dead", least, most, unit or None)


def value(outcome: Outcome, about: str) -> tuple[str | None, str, list[str]] | None:
    """What is shown of a thing, how it was reached, and what is at odds."""
    return next(
        (
            (one.says, one.status, [rival.says for rival in one.rivals])
            for one in outcome.values
            if one.about == about
        ),
        None,
    )


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([], None),
        (["12"], ("12", "agreed", [])),
        (["12", "12"], ("12", "agreed", [])),
        (["12", "10..15"], ("12", "agreed", [])),
        (["10..20", "15..30"], ("15..20", "agreed", [])),
        (["10..", "..15"], ("10..15", "agreed", [])),
        (["10..", "20.."], ("20..", "agreed", [])),
        (["12", "15"], ("[12..15]", "conflict", ["12", "15"])),
        (["12..14", "15", "15"], ("[12..15]", "conflict", ["15", "12..14"])),
        (["..12", "15"], ("[..15]", "conflict", ["15", "..12"])),
        (["2.5", "2"], ("[2..2.5]", "conflict", ["2.5", "2"])),
        # Several units are not compared.
        (["12 EUR", "15 eur"], ("[12..15] EUR", "conflict", ["12 EUR", "15 eur"])),
        (["12 EUR", "15 USD"], ("12 EUR", "agreed", [])),
    ],
)
def test_numbers(said: list[str], expected: tuple[str, str, list[str]] | None) -> None:
    found = resolve([says(f"k{n}", numbers=(counted(one),)) for n, one in enumerate(said)])
    assert value(found, "numbers.dead") == expected
    assert found.contested is bool(expected and expected[2])


PARIS, FRANCE, LYON = ("paris", "france"), ("france",), ("lyon", "france")


@pytest.mark.parametrize(
    ("accounts", "expected"),
    [
        ([says("a", places=PARIS)], ("paris", "agreed", [])),
        ([says("a", places=FRANCE), says("b", places=PARIS)], ("paris", "agreed", [])),
        ([says("a", places=LYON), says("b", places=PARIS)],
        ("lyon", "conflict", ["lyon", "paris"])),
        ([says("a", places=LYON), says("b", places=PARIS), says("c", places=PARIS)],
        ("paris", "conflict", ["paris", "lyon"])),
        ([says("a", places=LYON), says("b", places=PARIS, pinned=True)],
        ("paris", "pinned", ["paris", "lyon"])),
        # France is no rival of Lyon, nor of Paris.
        ([says("a", places=LYON), says("b", places=PARIS), says("c", places=FRANCE)],
        ("lyon", "conflict", ["lyon", "paris"])),
        # People go before machines, facts before plans; who denies places nothing that is affirmed.
        ([says("a", places=LYON, machine=True), says("b", places=PARIS)],
        ("paris", "agreed", ["paris", "lyon"])),
        ([says("a", places=LYON, machine=True, accepted=True), says("b", places=PARIS)],
        ("lyon", "conflict", ["lyon", "paris"])),
        ([says("a", places=LYON, modality="planned"), says("b", places=PARIS)],
        ("paris", "agreed", [])),
        ([says("a", places=LYON, polarity="denies"), says("b", places=PARIS)],
        ("paris", "agreed", [])),
        ([says("a", places=LYON, polarity="denies")], ("lyon", "agreed", [])),
    ],
)  # fmt: skip
def test_the_place(accounts: list[Account], expected: tuple[str, str, list[str]]) -> None:
    found = resolve(accounts)
    assert value(found, "place") == expected
    assert (found.place, found.place_status) == expected[:2]


def filled(key: str, *actors: str, apart: str = "", **fields: Any) -> Account:
    """An account that names some as appointed, who are surely not those of `apart`."""
    capacity = fields.pop("capacity", None)
    others = frozenset(apart.split())
    fillers = tuple(Filler("recipient", actor, capacity, others) for actor in actors)
    return says(key, fillers=fillers, **fields)


@pytest.mark.parametrize(
    ("accounts", "rivals", "contested"),
    [
        ([filled("a", "ann")], None, False),
        ([filled("a", "ann"), filled("b", "ann")], None, False),
        ([filled("a", "ann", apart="bob"), filled("b", "bob", apart="ann")],
        ["ann", "bob"], True),
        # Nobody knows whether they are two.
        ([filled("a", "ann"), filled("b", "mention")], None, True),
        ([filled("a", "ann", apart="bob"), filled("b", "bob", apart="ann"), filled("c", "mention")],
        ["ann", "bob"], True),
        # One source names several: then several fill the role.
        ([filled("a", "ann", "bob", apart="cid"), filled("b", "cid", apart="ann bob")],
        None, False),
        # Two offices.
        ([filled("a", "ann", apart="bob", capacity="Minister"),
        filled("b", "bob", apart="ann", capacity="Prefect")], None, True),
        ([filled("a", "ann", apart="bob", capacity="Minister"),
        filled("b", "bob", apart="ann", capacity="minister")], ["ann", "bob"], True),
        # Who is only supposed, or denied, is no rival.
        ([filled("a", "ann", apart="bob"), filled("b", "bob", apart="ann", modality="planned")],
        None, False),
        ([filled("a", "ann", apart="bob"), filled("b", "bob", apart="ann", polarity="denies")],
        None, False),
    ],
)  # fmt: skip
def test_who_fills_a_role(
    accounts: list[Account], rivals: list[str] | None, contested: bool
) -> None:
    found = resolve(accounts)
    shown = value(found, "who.recipient")
    assert (shown and shown[2]) == rivals
    assert found.contested is contested


NUMBERS = st.tuples(st.integers(0, 4), st.integers(0, 2)).map(
    lambda ends: (Number("dead", ends[0], sum(ends)),)
)
VALUED = st.lists(
    st.builds(
        says,
        key=st.just(""),
        origin=st.sampled_from(("x", "y", "z")),
        polarity=st.sampled_from(get_args(Polarity)),
        modality=st.sampled_from(get_args(Modality)),
        places=st.sampled_from(((), PARIS, FRANCE, LYON)),
        numbers=NUMBERS | st.just(()),
        pinned=st.sampled_from((False, False, True)),
        machine=st.booleans(),
        fillers=st.sampled_from(
            (
                (),
                (Filler("recipient", "ann", None, frozenset(("bob",))),),
                (Filler("recipient", "bob", None, frozenset(("ann",))),),
                (Filler("recipient", "mention"),),
            )
        ),
    ),
    max_size=5,
).map(lambda found: [one._replace(key=f"k{number}") for number, one in enumerate(found)])


@given(VALUED, st.randoms(use_true_random=False))
def test_the_order_of_accounts_does_not_matter_to_values(
    given_now: list[Account], rng: random.Random
) -> None:
    """Law: in any order, and held by several collections."""
    mixed = [*given_now, *given_now[:2]]
    rng.shuffle(mixed)
    assert resolve(mixed) == resolve(given_now)


@given(VALUED)
def test_a_claim_that_repeats_another_makes_no_conflict(given_now: list[Account]) -> None:
    """Law: what agrees with all that agree leaves them agreed, and what is shown is the same."""
    before = resolve(given_now)
    repeated = [one._replace(key=f"{one.key}-again", source="new") for one in given_now]
    after = resolve([*given_now, *repeated])
    assert [(one.about, one.says, one.status) for one in after.values] == [
        (one.about, one.says, one.status) for one in before.values
    ]


@given(VALUED)
def test_rivals_are_at_odds_with_what_is_shown(given_now: list[Account]) -> None:
    """Law: each side has its claims, none is on two sides, and the sides say different things."""
    for one in resolve(given_now).values:
        keys = [key for rival in one.rivals for key in rival.claims]
        texts = [rival.says for rival in one.rivals]
        assert len(keys) == len(set(keys))
        assert len(texts) == len(set(texts)) != 1
        assert all(rival.claims for rival in one.rivals)
        if one.says is not None:
            shown = [rival.why is None for rival in one.rivals]
            assert shown == [number == 0 for number in range(len(texts))]


# Evidence -----------------------------------------------------------------------------------------


def silenced(given_now: list[Account]) -> list[Account]:
    """The same, by an editor's own notes."""
    return [
        one._replace(key=f"{one.key}-noted", source="notes", origin="notes", evident=False)
        for one in given_now
    ]


def by_people(outcome: Outcome) -> str:
    """Code of the reason for the standing, without what a machine reads otherwise."""
    reason = outcome.standing_reason
    return reason.values["reason"].code if reason.code == "standing-unreviewed" else reason.code


@given(VALUED, VALUED, st.none() | near_texts())
def test_notes_change_nothing_beside_evidence(
    evidence: list[Account], notes: list[Account], pinned: str | None
) -> None:
    """They are counted among the claims and sources, and found at their places; no more."""
    noted = silenced(notes) + silenced([says("pin", pinned, pinned=True)] if pinned else [])
    alone, beside = resolve(evidence), resolve([*evidence, *noted])
    if any(one.polarity != "withdraws" for one in evidence):
        told = ("claims", "sources", "places", "standing_reason")
        assert beside._replace(**{name: getattr(alone, name) for name in told}) == alone
        assert (by_people(beside) == "standing-beside-notes") == bool(noted)


@given(VALUED)
def test_notes_alone_say_what_they_say_without_an_origin(notes: list[Account]) -> None:
    said, noted = resolve(notes), resolve(silenced(notes))
    assert noted.origins == 0
    same = ("date", "earliest", "latest", "status", "standing", "places", "claims", "hidden")
    assert [getattr(noted, name) for name in same] == [getattr(said, name) for name in same]
    upheld = any(one.polarity != "withdraws" for one in notes)
    assert (by_people(noted) == "standing-by-notes") == upheld


@given(VALUED, st.sampled_from(("update", "retraction", "withdrawal")))
def test_notes_do_not_uphold_what_was_taken_back(notes: list[Account], how: str) -> None:
    gone = LostAccount(says("gone", "2024-11-11"), "daily-2", how)
    assert resolve(silenced(notes), [gone]).standing == "retracted"
