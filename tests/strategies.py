"""Hypothesis strategies that several rooms use."""

from __future__ import annotations

import calendar

from hypothesis import strategies as st

SEASONS = range(21, 42)


@st.composite
def days(draw: st.DrawFn, low: int = 0, high: int = 9999) -> str:
    """A full date, `2024-11-11`."""
    year = draw(st.integers(low, high))
    month = draw(st.integers(1, 12))
    length = calendar.monthrange(year or 4, month)[
        1
    ]  # the module begins with year 1; year 0 is a leap year
    return f"{year:04d}-{month:02d}-{draw(st.integers(1, length)):02d}"


def plain_dates(low: int = 0, high: int = 9999) -> st.SearchStrategy[str]:
    """Level 0 without times: a day, a month or a year."""
    return st.tuples(days(low, high), st.sampled_from((10, 7, 4))).map(
        lambda pair: pair[0][: pair[1]]
    )


def times() -> st.SearchStrategy[str]:
    """Level 0: a date with a time of day, with and without a zone, and reduced."""
    clock = st.builds(
        "T{:02d}:{:02d}:{:02d}".format, st.integers(0, 23), st.integers(0, 59), st.integers(0, 59)
    )
    offset = st.builds("-{:02d}:{:02d}".format, st.integers(0, 23), st.integers(0, 59))
    zone = st.one_of(st.sampled_from(("", "Z", "+04:30", "-11")), offset)
    return st.builds(
        lambda day, time, cut, end: day + time[:cut] + end,
        days(),
        clock,
        st.sampled_from((9, 6, 3)),
        zone,
    )


def long_years() -> st.SearchStrategy[str]:
    """Levels 1 and 2: Y, exponents and significant digits."""
    sign = st.sampled_from(("", "-"))
    wide = st.builds("Y{}{}".format, sign, st.integers(10_000, 99_999_999_999))
    exponential = st.builds("Y{}{}E{}".format, sign, st.integers(1, 999), st.integers(1, 8))
    four = st.integers(1, 9999).map("{:04d}".format)
    significant = st.builds("{}S{}".format, st.one_of(four, wide), st.integers(1, 4))
    return st.one_of(wide, exponential, significant)


@st.composite
def unspecified(draw: st.DrawFn) -> str:
    """Level 1 and 2: X for any digits, in a year, a month and a day that exist."""
    text = draw(plain_dates(1, 9999))
    hidden = draw(st.sets(st.integers(0, len(text) - 1), min_size=1))
    return "".join("X" if i in hidden and c != "-" else c for i, c in enumerate(text))


@st.composite
def qualified(draw: st.DrawFn, dates: st.SearchStrategy[str]) -> str:
    """Level 1 and 2: `?`, `~` and `%` on the whole, on a group, or on a component."""
    text = draw(dates)
    mark = st.sampled_from("?~%")
    where = draw(st.sampled_from(("whole", "right", "left")))
    if where == "whole":
        return text + draw(mark)
    sign, body = ("-", text[1:]) if text.startswith("-") else ("", text)
    parts = body.split("-") if not body.startswith("Y") else [body]
    parts[0] = sign + parts[0]
    for index in draw(st.sets(st.integers(0, len(parts) - 1), min_size=1)):
        parts[index] = parts[index] + draw(mark) if where == "right" else draw(mark) + parts[index]
    return "-".join(parts)


def points() -> st.SearchStrategy[str]:
    """Every kind of single date without a time."""
    seasons = st.builds("{:04d}-{}".format, st.integers(0, 9999), st.sampled_from(SEASONS))
    before_christ = plain_dates(1, 9999).map("-{}".format).filter(lambda text: "-02-29" not in text)
    bare = st.one_of(
        plain_dates(), plain_dates(1800, 2100), unspecified(), seasons, long_years(), before_christ
    )
    return st.one_of(bare, bare, qualified(bare))


def intervals() -> st.SearchStrategy[str]:
    """Level 0 to 2: two dates, an open or an unknown end, qualified ends."""
    early, late = plain_dates(0, 1899), plain_dates(1900, 9999)
    closed = st.one_of(
        st.tuples(early, late),
        st.tuples(qualified(early), late),
        st.tuples(early, qualified(late)),
        st.tuples(early, days(1900).map("{}T14:30Z".format)),
        days().map(lambda day: (day, day)),
    ).map("/".join)
    half = st.builds(str.format, st.sampled_from(("{}/..", "{}/", "../{}", "/{}")), points())
    return st.one_of(closed, half, st.sampled_from(("../..", "/..", "../")))


@st.composite
def sets(draw: st.DrawFn) -> str:
    """Level 2: one of and all of, with ranges, open ranges and a space after the comma."""
    spans = st.tuples(plain_dates(0, 1899), plain_dates(1900, 9999)).map("..".join)
    member = st.one_of(points(), plain_dates(2023, 2025), spans, times())
    parts = draw(st.lists(member, min_size=1, max_size=5))
    if draw(st.booleans()):
        parts.insert(0, ".." + draw(plain_dates()))
    if draw(st.booleans()):
        parts.append(draw(plain_dates()) + "..")
    left, right = draw(st.sampled_from((("[", "]"), ("{", "}"))))
    return left + draw(st.sampled_from((",", ", "))).join(parts) + right


def edtf_texts() -> st.SearchStrategy[str]:
    """Valid EDTF of levels 0, 1 and 2."""
    return st.one_of(points(), times(), intervals(), sets())


@st.composite
def near_texts(draw: st.DrawFn) -> str:
    """Valid EDTF within a few years, so that two of them often meet."""
    seasons = st.builds("{}-{}".format, st.integers(2019, 2023), st.sampled_from(SEASONS))
    date = st.one_of(plain_dates(2019, 2023), seasons)
    loose = st.sampled_from(
        ("202X", "XXXX-12-XX", "20XX-0X", "2021-XX-1X", "202X-XX-15", "XXX1-11-11", "2020-XX")
    )
    single = st.one_of(date, date, loose, qualified(date))
    kind = draw(st.sampled_from(("point", "interval", "half", "set")))
    if kind == "point":
        return draw(single)
    if kind == "interval":
        return draw(plain_dates(2015, 2019)) + "/" + draw(plain_dates(2020, 2023))
    if kind == "half":
        return draw(st.sampled_from(("{}/..", "../{}", "{}/", "/{}", "[..{}]", "[{}..]"))).format(
            draw(date)
        )
    left, right = draw(st.sampled_from((("[", "]"), ("{", "}"))))
    span = st.tuples(plain_dates(2018, 2020), plain_dates(2021, 2023)).map("..".join)
    return left + ",".join(draw(st.lists(st.one_of(single, span), min_size=1, max_size=4))) + right
