"""A gazetteer in memory: what is asked of it by everything that places."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import shapely

from mapper.errors import GazetteerError
from mapper.gazetteer.beginnings import Beginnings
from mapper.gazetteer.dissolving import dissolved
from mapper.gazetteer.finding import Finder, Mention
from mapper.gazetteer.holding import Holding
from mapper.gazetteer.index import Hit, NameIndex
from mapper.gazetteer.merging import KnownUnits
from mapper.gazetteer.packaged import packaged_shape
from mapper.gazetteer.records import Record, precision_of
from mapper.gazetteer.segment import Segment
from mapper.model import Candidate, MatchTier, Place, Precision

__all__ = ["Gazetteer", "Part"]

# Rank of kinds when nothing else decides which of several places of one name is meant.
_SIZE = {
    "country": 9.0,
    "capital": 7.0,
    "adm1_seat": 6.0,
    "zone": 5.5,
    "border": 5.5,
    "adm1": 5.0,
    "adm2_seat": 4.0,
    "air_base": 3.5,
    "airport": 3.0,
    "crossing": 3.0,
    "adm3_seat": 3.0,
    "adm2": 2.5,
    "village_in_unit": 1.0,
    "settlement": 1.0,
    "adm3": 0.5,
}
# Kinds whose names alone are no evidence in a text, unless so many people live there.
_LESSER = frozenset(("settlement", "neighbourhood", "site", "abandoned", "area", "camp", "port"))
_KNOWN = 20_000
_KIND_WORDS = {
    "adm1": "governorate", "adm2": "district", "adm3": "subdistrict", "zone": "area",
    "adm1_seat": "governorate seat", "adm2_seat": "district seat",
    "adm3_seat": "subdistrict seat",
}  # fmt: skip
_TIERS = {MatchTier.EXACT: 1.0, MatchTier.SKELETON: 0.8, MatchTier.FUZZY: 0.6}


@dataclass(frozen=True, slots=True)
class Part:
    """One gazetteer of several.

    Parameters
    ----------
    records : sequence of Record
        Its places.
    names : Segment
        Their names, compiled.
    shapes : dict
        GeoJSON geometries of its units, by place id.
    """

    records: Sequence[Record]
    names: Segment
    shapes: dict[str, Any]


class Gazetteer:
    """Places by id and by name, with their shapes and the units that hold them.

    Parameters
    ----------
    parts : sequence of Part
        Its gazetteers. A place that an earlier one has too adds its names to it.

    Examples
    --------
    >>> from mapper.gazetteer import load
    >>> gazetteer = load()
    >>> gazetteer["country:LB"].name
    'Lebanon'
    >>> [found.place.place_id for found in gazetteer.search("Hmeimim", limit=1)]
    ['airport:OSLK']
    """

    def __init__(self, parts: Sequence[Part]) -> None:
        self.records: list[Record] = []
        self.rows: dict[str, int] = {}
        self._shapes: dict[str, Any] = {}
        self._units_before = KnownUnits(())
        rows = []
        for part in parts:
            self._shapes.update(part.shapes)
            rows.append([self._row(record) for record in part.records])
            self._units_before = KnownUnits(self.records)
        self.names = NameIndex([part.names for part in parts], rows)

    def _row(self, record: Record) -> int:
        place_id = record.place_id
        if place_id not in self.rows and place_id not in self._shapes:
            place_id = self._unit_meant(record) or place_id
        row = self.rows.get(place_id)
        if row is None:
            row = self.rows[place_id] = len(self.records)
            self.records.append(record)
        return row

    def _unit_meant(self, record: Record) -> str:
        """Return the unit or country with a shape that a record without one stands for, if any."""
        country = f"country:{record.country}"
        if record.kind == "country" and country in self.rows:
            return country
        if record.kind not in ("adm1", "adm2", "adm3"):
            return ""
        unit = self._units_before.meant_by(record)
        if not unit and record.lat is not None:
            # No shape and no unit: no more is known than a spot.
            record.kind = "area"
        return unit

    def __len__(self) -> int:
        return len(self.records)

    def __contains__(self, place_id: object) -> bool:
        return place_id in self.rows

    @lru_cache(maxsize=100_000)  # noqa: B019 - see below
    def __getitem__(self, place_id: str) -> Place:
        """Return a place by its id.

        Raises
        ------
        GazetteerError
            If no gazetteer loaded has it.
        """
        return self._place(self._record(place_id))

    def _record(self, place_id: str) -> Record:
        row = self.rows.get(place_id)
        if row is None:
            raise GazetteerError(
                f"no gazetteer loaded has the place {place_id!r}; "
                f"add the gazetteer it came from with: mapper gazetteer add FILE"
            )
        return self.records[row]

    def _place(self, record: Record) -> Place:
        precision = precision_of(record.kind)
        lat, lon = record.lat, record.lon
        if lat is None and (shape := self.geometry(record.place_id)) is not None:
            spot = (
                shape.representative_point()
                if shape.area
                else shape.interpolate(0.5, normalized=True)
            )
            lat, lon = round(spot.y, 5), round(spot.x, 5)
        return Place(
            place_id=record.place_id,
            name=record.name,
            kind=record.kind,
            precision=precision,
            lat=lat,
            lon=lon,
            radius_km=record.radius_km,
            country=record.country,
            adm1_pcode=record.adm1,
            adm2_pcode=record.adm2,
            names=tuple(record.names),
            population=record.population,
            source=record.place_id.split(":", 1)[0],
        )

    @lru_cache(maxsize=100_000)  # noqa: B019 - a gazetteer lives as long as the process
    def geometry(self, place_id: str) -> Any:
        """Return the point, line or area of a place, EPSG:4326; None if nobody drew it."""
        shape = self._drawn(place_id)
        if shape is not None and shape.geom_type != "Point":
            shapely.prepare(shape)
        return shape

    def _drawn(self, place_id: str) -> Any:
        if place_id in self._shapes:
            return shapely.from_geojson(json.dumps(self._shapes[place_id]))
        shape = packaged_shape(place_id)
        if shape is not None:
            return shape
        record = self._record(place_id)
        if record.members:
            parts = [self.geometry(member) for member in record.members]
            return dissolved([part for part in parts if part is not None])
        if record.lat is None or record.lon is None:
            return None
        return shapely.Point(record.lon, record.lat)

    @lru_cache(maxsize=100_000)  # noqa: B019 - see above
    def units(self, place_id: str) -> tuple[str, ...]:
        """Return the ids of units, zones and the country that hold a place, finest first.

        >>> from mapper.gazetteer import load
        >>> load().units("airport:OSLK")
        ('adm2:SY0602', 'adm1:SY06', 'zone:coastal-mountains', 'zone:syrian-coast', 'country:SY')
        """
        record = self._record(place_id)
        levels = (
            record.adm3,
            record.adm2 and f"adm2:{record.adm2}",
            record.adm1 and f"adm1:{record.adm1}",
        )
        units = [unit for unit in levels if unit and unit != place_id and unit in self.rows]
        around = {zone for unit in (place_id, *units) for zone in self._zones.get(unit, ())}
        zones = sorted(around - {place_id})
        country = [unit for unit in (f"country:{record.country}",) if unit in self.rows]
        return (*units, *zones, *(unit for unit in country if unit != place_id))

    def rows_in(self, units: frozenset[str], edge: float = 0.0) -> frozenset[int]:
        """Return the positions of the places in any of some units, or no further than ``edge`` degrees."""
        return self._holding.rows_in(units, edge)

    @cached_property
    def _holding(self) -> Holding:
        return Holding(self.records, self.rows, self._zones, self.geometry)

    def members(self, place_id: str) -> tuple[str, ...]:
        """Return the units a zone is made of; empty for any other place."""
        return tuple(self._record(place_id).members)

    @cached_property
    def _zones(self) -> dict[str, list[str]]:
        """Return for each unit the zones that it is a part of."""
        zones: dict[str, list[str]] = {}
        for record in self.records:
            if record.kind == "zone":
                for member in record.members:
                    zones.setdefault(member, []).append(record.place_id)
        return zones

    def search(
        self, name: str, *, country: str = "", within: str = "", kind: str = "", limit: int = 10
    ) -> list[Candidate]:
        """Return places a name may mean, the likeliest first, each with its reason.

        Parameters
        ----------
        name : str
            Any spelling, Latin or Arabic.
        country : str
            ISO 3166-1 alpha-2 to stay inside.
        within : str
            Id of a unit or zone to stay inside.
        kind : str
            Kind of place to stay with.
        limit : int
            How many at most.

        Examples
        --------
        >>> from mapper.gazetteer import load
        >>> load().search("اللاذقية", limit=1)[0].reason
        'اللاذقية is a name of Latakia (governorate seat, Latakia governorate, Syria)'
        """
        hits = self.names.lookup(name) or self.names.fuzzy(name)
        chosen = [
            hit
            for hit in hits
            if (not country or self.records[hit.row].country == country)
            and (not kind or self.records[hit.row].kind == kind)
            and (not within or within in self.units(self.records[hit.row].place_id))
        ]
        chosen.sort(key=self._rank)
        return [self.candidate(hit, name) for hit in chosen[:limit]]

    def _rank(self, hit: Hit) -> tuple[float, float, float, str]:
        record = self.records[hit.row]
        tier = _TIERS[hit.tier] * hit.likeness
        return (-tier, -_SIZE.get(record.kind, 1.0), -float(record.population), record.place_id)

    def candidate(self, hit: Hit, name: str) -> Candidate:
        """Return a hit as a candidate with its reason."""
        score = round(_TIERS[hit.tier] * hit.likeness, 3)
        place = self[self.records[hit.row].place_id]
        return Candidate(place, hit.tier, score, self.reason(hit, name))

    def reason(self, hit: Hit, name: str) -> str:
        """Return in one sentence how a name led to a hit."""
        where = self.described(self.records[hit.row].place_id)
        if hit.tier is MatchTier.EXACT:
            return f"{name} is a name of {where}"
        if hit.tier is MatchTier.SKELETON:
            return f"{name} has the consonants of {hit.name}, a name of {where}"
        return f"{name} is spelt nearly like {hit.name}, a name of {where}"

    def described(self, place_id: str) -> str:
        """Return a place with its kind and what holds it, for a sentence."""
        record = self._record(place_id)
        units = (record.adm1 and f"adm1:{record.adm1}", f"country:{record.country}")
        holders = self._holders(tuple(unit for unit in units if unit != place_id))
        kind = _KIND_WORDS.get(record.kind, record.kind.replace("_", " "))
        return f"{record.name} ({kind}{holders})"

    @lru_cache(maxsize=10_000)  # noqa: B019 - see above
    def _holders(self, units: tuple[str, ...]) -> str:
        """Return a governorate and a country for a sentence, as far as they are known."""
        known = [(unit, self.records[self.rows[unit]].name) for unit in units if unit in self.rows]
        return "".join(
            f", {name} governorate" if unit.startswith("adm1:") else f", {name}"
            for unit, name in known
        )

    def find(self, text: str, language: str = "") -> list[Mention]:
        """Return the places named in running text, longest match, none overlapping.

        Parameters
        ----------
        text : str
            Latin or Arabic text.
        language : str
            ISO 639-1; the script of each word decides, so it may be left out.

        Examples
        --------
        >>> from mapper.gazetteer import load
        >>> [m.words for m in load().find("Alawites fled Latakia for Lebanon.", "en")]
        ['Latakia', 'Lebanon']
        """
        del language
        return self._finder.find(text)

    @lru_cache(maxsize=50_000)  # noqa: B019 - see above
    def _ids(self, key: str) -> list[str]:
        rows = self.names.rows_named(key)
        hits = sorted((Hit(row, MatchTier.EXACT, 1.0, key) for row in rows), key=self._rank)
        return [self.records[hit.row].place_id for hit in hits]

    @cached_property
    def _finder(self) -> Finder:
        areas = {
            row
            for row, record in enumerate(self.records)
            if precision_of(record.kind) is Precision.ZONE
        }
        known = Beginnings(self.names.keys(), self.names.keys(areas))
        return Finder(known, self._ids, self._is_area, self._is_lesser)

    def _is_lesser(self, place_id: str) -> bool:
        record = self.records[self.rows[place_id]]
        return record.kind in _LESSER and record.population < _KNOWN

    def _is_area(self, place_id: str) -> bool:
        return precision_of(self.records[self.rows[place_id]].kind) is Precision.ZONE
