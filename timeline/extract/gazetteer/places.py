"""Places that the news names, with their positions: states, regions, capitals and big cities.

The rows are written by bench/places.py from data of GeoNames (https://www.geonames.org), licence
CC BY 4.0.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from timeline import records as r
from timeline.extract.gazetteer import __name__ as gazetteer
from timeline.extract.languages.rows import rows
from timeline.extract.languages.states import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

_SCHEME = "geonames"


class Spot(NamedTuple):
    """A place of the gazetteer.

    key: its identifier in GeoNames.
    names: what it is called, the name in GeoNames or in the international news first.
    country: the code of ISO 3166-1.
    kind: state, region or city.
    latitude, longitude: in degrees, WGS 84.
    """

    key: str
    names: tuple[str, ...]
    country: str
    kind: str
    latitude: float
    longitude: float


def spots(name: str) -> tuple[Spot, ...]:
    """Find the places of a name as it stands in a text, with its accents or without; those of a
    name are cities, else regions.
    """
    return _by_name().get(_bare(name), ())


def spot_of_state(code: str) -> Spot | None:
    """Find the place that a state is.

    Args:
        code: the code of ISO 3166-1.
    """
    return _states().get(code)


def place_record(spot: Spot, collection: str, extractor: str) -> r.Place:
    """Give the record of a place; it is the same in all articles and databases.

    Args:
        spot: the place.
        collection: that of the article that names it.
        extractor: the machine that read the article.
    """
    name, *others = spot.names
    return r.Place(
        key=place_key(spot),
        collection=collection,
        name=name,
        names=tuple(r.PlaceName(other) for other in others),
        country=spot.country,
        latitude=spot.latitude,
        longitude=spot.longitude,
        extractor=extractor,
    )


def place_key(spot: Spot) -> str:
    """Give the key of a place's record: its identifier."""
    return f"{_SCHEME}/{spot.key}"


def _bare(name: str) -> str:
    """A name without accents, in which case still tells: "Montréal", "Montreal"."""
    if name.isascii():
        return name
    apart = unicodedata.normalize("NFD", plain(name))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


@lru_cache(maxsize=1)
def _rows() -> tuple[Spot, ...]:
    return tuple(_spot(key, columns) for key, columns in rows(gazetteer, "places.tsv"))


def _spot(key: str, columns: str) -> Spot:
    name, country, kind, latitude, longitude, *others = columns.split("\t")
    names = (name, *"".join(others).split("|")) if others else (name,)
    return Spot(key, names, country, kind, float(latitude), float(longitude))


@lru_cache(maxsize=1)
def _states() -> Mapping[str, Spot]:
    return {spot.country: spot for spot in _rows() if spot.kind == "state"}


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, tuple[Spot, ...]]:
    """Name -> the cities that have it; of those that no city has, the regions."""
    cities: dict[str, list[Spot]] = defaultdict(list)
    regions: dict[str, list[Spot]] = defaultdict(list)
    for spot in _rows():
        for name in dict.fromkeys(map(_bare, spot.names)) if spot.kind != "state" else ():
            (cities if spot.kind == "city" else regions)[name].append(spot)
    return {name: tuple(those) for name, those in {**regions, **cities}.items()}
