"""The gazetteer that comes with the package: the tables of `geodata` as records and shapes."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import shapely

import geodata
from mapper.gazetteer.folding import folded
from mapper.gazetteer.records import Record
from mapper.gazetteer.skeleton import skeletons

__all__ = ["leaf_units", "packaged_records", "packaged_shape", "shown"]

_LEVEL = re.compile(
    r"^(?:محافظة|منطقة مركز|منطقة|قضاء|ناحية|Caza d[eu](?: la)?|Markaz)\s+|\s+(?:Governorate|District|Province)$"
)
# Ayn and hamza, which are shown inside a word only.
_FIRST_SIGN, _SIGN = re.compile(r"(?<!\w)[‘’ʻʿʾ`]"), re.compile(r"[‘’ʻʿʾ`]")
_SEATS = ("_seat", "capital")
_SHAPES = ("adm1", "adm2", "adm3", "borders", "country_shapes", "land")


@cache
def packaged_records() -> tuple[Record, ...]:
    """Return every place of the package; worked out once, so nothing of it is to be changed.

    >>> next(place.name for place in packaged_records() if place.place_id == "country:LB")
    'Lebanon'
    """
    records = [*_countries(), *_units(), *_points(), *_zones(), *_borders()]
    by_id = {record.place_id: record for record in records}
    for row in geodata.rows("aliases"):
        named = by_id[row["place_id"]]
        named.names += [name for name in (named.name, *row["names"].split("|")) if name]
        named.name, named.kind = row["name"] or named.name, row["kind"] or named.kind
    _share_with_seats(records)
    for record in records:
        _show(record, shown(record.name))
    records += [
        _in_units(row, row["unit_id"], "village", by_id) for row in geodata.rows("villages")
    ]
    records += [_in_units(row, row["unit_ids"], "site", by_id) for row in geodata.rows("sites")]
    return tuple(records)


def shown(name: str) -> str:
    """Return a name as it is shown: without the marks of a scholarly transliteration.

    >>> shown("Ma‘arrat an Nu‘mān"), shown("‘Ayn ‘Īsá")
    ("Ma'arrat an Nu'man", 'Ayn Isa')
    """
    if name.isascii() and "`" not in name:
        return name
    letters = unicodedata.normalize("NFD", name)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", _SIGN.sub("'", _FIRST_SIGN.sub("", plain)))


def _show(record: Record, name: str) -> None:
    """Give a place the name it is shown by; the one before is kept among its names."""
    if name != record.name:
        record.names.append(record.name)
        record.name = name


def _in_units(row: Mapping[str, str], unit_ids: str, kind: str, by_id: dict[str, Record]) -> Record:
    """Return a place of which the gazetteer knows the unit and not the spot: it stands for the area."""
    units = [by_id[unit] for unit in unit_ids.split("|")]
    record = Record(row["place_id"], row["name"], f"{kind}_in_unit")
    record.names = row["names"].split("|")
    record.members = [unit.place_id for unit in units]
    for level in ("country", "adm1", "adm2", "adm3"):
        codes = {getattr(unit, level) for unit in units}
        setattr(record, level, codes.pop() if len(codes) == 1 else "")
    return record


def _share_with_seats(records: list[Record]) -> None:
    """Give a town that a unit is named after the unit's other spellings.

    A seat of a governorate or district lies in it; that of a sub-district has a name in common.
    """
    towns: dict[str, list[tuple[Record, set[str]]]] = {}
    for seat in records:
        if seat.kind.endswith(_SEATS):
            whole = {folded(name) for name in (seat.name, *seat.names)}
            towns.setdefault(seat.adm1, []).append((seat, whole))
    for unit in records:
        if unit.kind not in ("adm1", "adm2", "adm3"):
            continue
        seats = [town for town in towns.get(unit.adm1, ()) if _seat_of(town[0], unit)]
        spellings = {folded(name): name for name in (unit.name, *unit.names)} if seats else {}
        for seat, whole in seats:
            if whole & spellings.keys() or _sounds_like(seat, unit.name):
                seat.names += [name for key, name in spellings.items() if key not in whole]
                if unit.kind == "adm1" and set(skeletons(seat.name)) & set(skeletons(unit.name)):
                    # One name has one spelling on a map and in a sentence.
                    _show(seat, unit.name)


def _sounds_like(seat: Record, name: str) -> bool:
    keys = set(skeletons(name))
    return any(not keys.isdisjoint(skeletons(own)) for own in (seat.name, *seat.names))


def _seat_of(seat: Record, unit: Record) -> bool:
    if unit.kind == "adm1":
        return seat.adm1 == unit.adm1 and seat.kind in ("adm1_seat", "capital")
    higher = unit.kind == "adm2" and seat.kind in ("adm1_seat", "adm2_seat", "capital")
    return seat.adm2 == unit.adm2 and (higher or unit.kind == "adm3")


def _countries() -> Iterator[Record]:
    for row in geodata.rows("countries"):
        yield Record(
            row["place_id"],
            row["name"],
            "country",
            _number(row["lat"]),
            _number(row["lon"]),
            row["iso2"],
            population=int(row["population"]),
            names=[name for name in (*row["names"].split("|"), row["iso3"]) if name],
        )


def _units() -> Iterator[Record]:
    for level in (1, 2, 3):
        for row, _ in geodata.features(f"adm{level}"):
            yield Record(
                row["place_id"],
                row["name"],
                f"adm{level}",
                country=row["country"],
                adm1=row["adm1_pcode"],
                adm2=row.get("adm2_pcode", ""),
                adm3=row["place_id"] if level == 3 else "",
                names=_without_level(row["names"]),
            )


def _without_level(names: list[str]) -> list[str]:
    """Return names of a unit, also without the word for its level."""
    shorter = [_LEVEL.sub("", name).strip() for name in names]
    return list(dict.fromkeys((*names, *(name for name in shorter if name))))


def _points() -> Iterator[Record]:
    for table in ("places", "airbases", "crossings"):
        for row in geodata.rows(table):
            yield Record(
                row["place_id"],
                row["name"],
                row["kind"],
                _number(row["lat"]),
                _number(row["lon"]),
                row["country"],
                row.get("adm1_pcode", ""),
                row.get("adm2_pcode", ""),
                population=int(row.get("population") or 0),
                radius_km=_number(row.get("radius_km", "")),
                names=[name for name in row["names"].split("|") if name],
            )


def _zones() -> Iterator[Record]:
    for row in geodata.rows("zones"):
        yield Record(
            row["place_id"],
            row["name"],
            row["kind"],
            country=row["country"],
            names=row["names"].split("|"),
            members=row["members"].split("|"),
        )


def _borders() -> Iterator[Record]:
    names = {row["iso2"]: row["name"] for row in geodata.rows("countries")}
    for row, _ in geodata.features("borders"):
        one, other = row["countries"].split("-")
        title = f"the border between {names[one]} and {names[other]}"
        yield Record(row["place_id"], title, "border")


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


def leaf_units() -> list[dict[str, Any]]:
    """Return the finest units there are of each country, with codes and shapes."""
    third = [row for row, _ in geodata.features("adm3")]
    fine = {row["adm2_pcode"] for row in third}
    second = [row for row, _ in geodata.features("adm2") if row["adm2_pcode"] not in fine]
    return [
        {
            "country": row["country"],
            "adm1": row["adm1_pcode"],
            "adm2": row["adm2_pcode"],
            "adm3": adm3,
            "geometry": packaged_shape(row["place_id"]),
        }
        for row, adm3 in (
            *((row, row["place_id"]) for row in third),
            *((row, "") for row in second),
        )
    ]


@cache
def _drawn() -> dict[str, str]:
    # Later tables win: a country that is wholly in the region has land finer than the world's.
    return {
        row["place_id"]: geometry
        for table in _SHAPES
        for row, geometry in geodata.features(table)
        if row.get("whole", True)
    }


@cache
def packaged_shape(place_id: str) -> Any:
    """Return the line or area of a place of the package; None if it has none.

    >>> packaged_shape("border:SY-LB").geom_type
    'MultiLineString'
    """
    geometry = _drawn().get(place_id)
    return None if geometry is None else shapely.from_geojson(geometry)
