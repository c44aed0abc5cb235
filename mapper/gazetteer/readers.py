"""Files that people have gazetteers in: GeoNames, Who's On First, OCHA, or any table by a column map."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import geodata
from mapper.errors import GazetteerError
from mapper.gazetteer.dissolving import dissolved
from mapper.gazetteer.records import Record

__all__ = ["COLUMNS", "read_gazetteer"]

# What a column of any other table may be called, lower case; the first that is there is taken.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "place_id": ("place_id", "id", "wof_id", "geonameid", "featurepcode", "pcode", "code", "osm_id", "uuid"),
    "name": ("name", "name_en", "featurename_en", "place", "place_name", "placename", "location", "settlement", "toponym", "asciiname"),
    "lat": ("lat", "latitude", "y", "lat_dd", "point_y"),
    "lon": ("lon", "lng", "long", "longitude", "x", "lon_dd", "point_x"),
    "kind": ("kind", "placetype", "type", "featuretype", "place_type", "fclass", "feature_code"),
    "country": ("country", "cc", "country_code", "countrycode", "iso2", "admin0pcode", "adm0_pcode", "iso"),
    "population": ("population", "pop", "pop_total"),
    "names": ("names", "alternatenames", "alternate_names", "alt_names", "aliases"),
}  # fmt: skip
_MORE_NAMES = re.compile(
    r"^(name|featurename|featurerefname|featurealtname|alt_?name)[_\w]*$|^name:\w+$"
)
# What a unit is called, by its level: a village's column of that kind names what holds it.
_UNIT_NAMES = re.compile(r"^adm(?:in)?([0-4])_?(?:name\w*|alt\w*|ref\w*|[a-z]{2})$")
_UNIT = re.compile(r"^adm(?:in)?([0-4])_?(pcode|code|en|ar|name_?\w*|name)$", re.IGNORECASE)
_KINDS = {
    "region": "adm1", "county": "adm2", "localadmin": "adm3", "macrocounty": "adm2", "locality": "settlement",
    "city": "settlement", "town": "settlement", "village": "settlement", "hamlet": "settlement", "borough": "neighbourhood",
    "suburb": "neighbourhood", "quarter": "neighbourhood", "macrohood": "neighbourhood", "microhood": "neighbourhood",
    "campus": "site", "venue": "site", "country": "country",
}  # fmt: skip
_GEONAMES = {
    "PPLC": "capital", "PPLA": "adm1_seat", "PPLA2": "adm2_seat", "PPLA3": "adm3_seat", "PPLX": "neighbourhood",
    "ADM1": "adm1", "ADM2": "adm2", "ADM3": "adm3", "AIRP": "airport", "AIRB": "air_base", "AIRF": "airport",
    "PCLI": "country", "CMP": "camp", "CMPRF": "camp", "PPLH": "abandoned", "PPLQ": "abandoned", "PPLW": "abandoned",
    "INSM": "site", "PRT": "port", "PSTB": "crossing",
}  # fmt: skip
# GeoNames classes that a report of violence may name: places, areas, hills and valleys, spots.
_GEONAMES_CLASSES = frozenset("APLST")
_GEONAMES_COLUMNS = 19
_LIMIT = 2_000_000_000
# A longer cell is a quote that is never closed.
_CELL = 1 << 20


def read_gazetteer(
    path: str | Path, *, columns: Mapping[str, str] | None = None, country: str = ""
) -> tuple[list[Record], dict[str, Any]]:
    """Read the places of a file.

    Parameters
    ----------
    path : str or Path
        A GeoNames dump (``SY.txt`` or ``SY.zip``), a CSV (Who's On First, OCHA, any other), or a
        spatial file (GeoJSON, shapefile, GeoPackage): points become places, areas become units.
    columns : mapping, optional
        For any other table, its column for each key of `COLUMNS`, such as ``{"name": "NAME_1"}``.
    country : str
        ISO 3166-1 alpha-2 for rows that state none.

    Returns
    -------
    list of Record
        With the file's name as prefix of their ids, except for ids of GeoNames and Who's On First.
    dict of str to geometry
        Shapes of units, by place id.

    Raises
    ------
    GazetteerError
        If the file is missing, cannot be read, has no places, or lacks a column.
    """
    path = Path(path)
    if not path.is_file():
        raise GazetteerError(f"there is no file {path}; name a gazetteer that is there")
    if path.stat().st_size > _LIMIT:
        raise GazetteerError(
            f"{path} has {path.stat().st_size:,} bytes; cut it to the countries wanted"
        )
    try:
        records, shapes = _reader(path)(path, columns or {})
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError) as error:
        # The errors of GDAL are RuntimeErrors.
        first = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise GazetteerError(
            f"cannot read {path} as a gazetteer: {first.partition(';')[0].rstrip('.')}; "
            "fetch it again, or save it as CSV in UTF-8 or as GeoJSON"
        ) from error
    if not records:
        raise GazetteerError(f"{path} holds no place with a name and a point; is it a gazetteer?")
    for record in records:
        record.country = record.country or _country(country.strip())
    return records, shapes


_Reader = Callable[[Path, Mapping[str, str]], tuple[list[Record], dict[str, Any]]]


def _reader(path: Path) -> _Reader:
    suffix = path.suffix.lower()
    if suffix in (".geojson", ".json", ".shp", ".gpkg", ".parquet", ".kml"):
        return _read_spatial
    if suffix == ".zip":
        return _read_geonames if _geonames_member(path) else _read_spatial
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        first = file.readline()
    cells = first.rstrip("\n").split("\t")
    return _read_geonames if len(cells) == _GEONAMES_COLUMNS and cells[0].isdigit() else _read_csv


def _geonames_member(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        names = [info.filename for info in archive.infolist() if info.filename.endswith(".txt")]
    return next((name for name in names if name.lower() != "readme.txt"), "")


def _lines(path: Path) -> Iterator[str]:
    if path.suffix.lower() == ".zip":
        with zipfile.ZipFile(path) as archive:
            member = archive.getinfo(_geonames_member(path))
            if member.file_size > _LIMIT:
                raise ValueError(f"{member.filename} unpacks to {member.file_size:,} bytes")
            with archive.open(member) as raw:
                yield from io.TextIOWrapper(raw, encoding="utf-8")
        return
    with path.open(encoding="utf-8") as file:
        yield from file


def _read_geonames(path: Path, columns: Mapping[str, str]) -> tuple[list[Record], dict[str, Any]]:
    del columns
    records = []
    for line in _lines(path):
        cells = line.rstrip("\n").split("\t")
        if len(cells) != _GEONAMES_COLUMNS or cells[6] not in _GEONAMES_CLASSES:
            continue
        kind = _GEONAMES.get(cells[7], "settlement" if cells[6] == "P" else "site")
        records.append(
            Record(
                f"geonames:{cells[0]}",
                cells[1],
                kind,
                float(cells[4]),
                float(cells[5]),
                cells[8],
                population=int(cells[14] or 0),
                names=[
                    name
                    for name in dict.fromkeys((cells[2], *cells[3].split(",")))
                    if name and name != cells[1]
                ],
            )
        )
    return records, {}


def _read_csv(path: Path, columns: Mapping[str, str]) -> tuple[list[Record], dict[str, Any]]:
    # Who read a table before may have allowed any length.
    csv.field_size_limit(_CELL)
    with path.open(encoding="utf-8-sig", newline="") as file:
        sample = file.read(65536)
        file.seek(0)
        try:
            dialect: Any = csv.Sniffer().sniff(sample.split("\n", 1)[0], delimiters=",;\t")
        except csv.Error:
            dialect = csv.excel
        reader = csv.DictReader(file, dialect=dialect)
        try:
            chosen = _chosen(path, reader.fieldnames or (), columns, spatial=False)
            return [record for _, record in _records(path, reader, chosen)], {}
        except csv.Error as error:
            raise ValueError(
                f"a quote is opened in line {reader.line_num + 1} and never closed"
            ) from error


def _read_spatial(path: Path, columns: Mapping[str, str]) -> tuple[list[Record], dict[str, Any]]:
    import geopandas as gpd  # noqa: PLC0415 - only spatial files need it

    if path.suffix.lower() == ".parquet":
        frame = gpd.read_parquet(path)
    else:
        frame = gpd.read_file(f"zip://{path}" if path.suffix.lower() == ".zip" else path)
    if not isinstance(frame, gpd.GeoDataFrame):
        raise ValueError("it has no geometry")  # noqa: TRY004 - of the file, not of an argument
    if frame.crs is None:
        raise ValueError("it does not say its coordinate system, as a shapefile without its .prj")
    drawn = frame.geometry.notna() & ~frame.geometry.is_empty
    frame = frame[drawn].reset_index(drop=True).to_crs("EPSG:4326")
    names = [str(column) for column in frame.columns if column != frame.geometry.name]
    rows = frame[names].astype("str").to_dict("records")
    level = _level(names) if set(frame.geom_type) & {"Polygon", "MultiPolygon"} else 0
    chosen = _chosen(path, names, _unit_columns(names, level, columns), spatial=True, level=level)
    spots = frame.geometry.representative_point()
    shapes: dict[str, Any] = {}
    records = []
    holders: dict[str, tuple[Record, list[Any]]] = {}
    points = list(zip(spots.y, spots.x, strict=True))
    for number, record in _records(path, rows, chosen, points):
        if level:
            _make_unit(record, level, rows[number])
            shapes[record.place_id] = frame.geometry.iloc[number]
            for holder in _holders(record, level, rows[number]):
                _, parts = holders.setdefault(holder.place_id, (holder, []))
                parts.append(shapes[record.place_id])
        records.append(record)
    for holder, parts in holders.values():
        shapes[holder.place_id] = dissolved(parts)
        records.append(holder)
    return records, shapes


def _holders(record: Record, level: int, row: Mapping[str, str]) -> Iterator[Record]:
    """Return the units of coarser levels that a unit's row names with their codes."""
    for upper in range(1, level):
        code = getattr(record, f"adm{upper}")
        names = [
            cell
            for column, cell in row.items()
            if (unit := _UNIT_NAMES.match(column.lower()))
            and int(unit[1]) == upper
            and cell not in ("", "None", "nan")
        ]
        if code and names:
            holder = Record(f"adm{upper}:{code}", names[0], f"adm{upper}", country=record.country)
            holder.names, holder.adm1 = list(dict.fromkeys(names[1:])), record.adm1
            holder.adm2 = code if upper == 2 else ""
            yield holder


def _make_unit(record: Record, level: int, row: Mapping[str, str]) -> None:
    """Make a record a unit, with its code and those of the units that hold it."""
    record.kind = f"adm{level}"
    code = record.place_id.split(":", 1)[1]
    record.place_id = f"adm{level}:{code}"
    for name, cell in row.items():
        found = _UNIT.match(name)
        if found and found[2].lower() in ("pcode", "code") and found[1] in ("1", "2"):
            setattr(record, f"adm{found[1]}", cell)
    if level < 3:
        setattr(record, f"adm{level}", code)
    else:
        record.adm3 = record.place_id


def _level(names: Iterable[str]) -> int:
    """Return the finest administrative level that columns such as ``ADM2_PCODE`` speak of."""
    return max((int(found[1]) for name in names if (found := _UNIT.match(name))), default=0)


def _unit_columns(names: list[str], level: int, columns: Mapping[str, str]) -> dict[str, str]:
    out = dict(columns)
    for name in names:
        found = _UNIT.match(name)
        if level and found and int(found[1]) == level:
            what = found[2].lower()
            key = "place_id" if what in ("pcode", "code") else "name"
            if key == "place_id" or what in ("en", "name_en", "name"):
                out.setdefault(key, name)
    return out


def _chosen(
    path: Path,
    names: Iterable[str],
    columns: Mapping[str, str],
    *,
    spatial: bool,
    level: int = 0,
) -> dict[str, Any]:
    by_lower = {name.strip().lower(): name for name in names if name}
    chosen: dict[str, Any] = {}
    for key, words in COLUMNS.items():
        wanted = columns.get(key)
        if wanted is not None and wanted.lower() not in by_lower:
            raise GazetteerError(
                f"{path} has no column {wanted!r}; it has {', '.join(by_lower.values())}"
            )
        found = (
            wanted.lower() if wanted else next((word for word in words if word in by_lower), None)
        )
        if found:
            chosen[key] = by_lower[found]
    needed = ("name",) if spatial else ("name", "lat", "lon")
    missing = [key for key in needed if key not in chosen]
    if missing:
        raise GazetteerError(
            f"{path} has no column for {' and '.join(missing)} among {', '.join(by_lower.values())}; "
            f"say which it is, such as --column {missing[0]}=COLUMN"
        )
    more = [
        name
        for low, name in by_lower.items()
        if _MORE_NAMES.match(low)
        or (level and (unit := _UNIT_NAMES.match(low)) and int(unit[1]) == level)
    ]
    chosen["more"] = [name for name in more if name not in chosen.values()]
    return chosen


def _records(
    path: Path,
    rows: Iterable[Mapping[str, str]],
    chosen: Mapping[str, Any],
    spots: list[tuple[float, float]] | None = None,
) -> Iterator[tuple[int, Record]]:
    prefix = {"wof_id": "wof", "geonameid": "geonames"}.get(
        chosen.get("place_id", ""), path.stem.lower()
    )
    for number, row in enumerate(rows):
        name = _cell(row, chosen, "name")
        lat, lon = (
            spots[number]
            if spots
            else (_degrees(row, chosen, "lat", 90), _degrees(row, chosen, "lon", 180))
        )
        if not name or lat is None or lon is None or (lat, lon) == (0.0, 0.0):
            continue
        others = re.split(r"\s*[|;]\s*", _cell(row, chosen, "names"))
        others += [
            row[column]
            for column in chosen["more"]
            if row.get(column) not in (None, "", "None", "nan")
        ]
        kind = _cell(row, chosen, "kind").lower()
        yield (
            number,
            Record(
                f"{prefix}:{_cell(row, chosen, 'place_id') or number + 1}",
                name,
                _KINDS.get(
                    kind,
                    _GEONAMES.get(kind.upper(), kind if kind.startswith("adm") else "settlement"),
                ),
                lat,
                lon,
                _country(_cell(row, chosen, "country")),
                population=_whole(_cell(row, chosen, "population")),
                names=[
                    other
                    for other in dict.fromkeys(o.strip() for o in others)
                    if other and other != name
                ],
            ),
        )


def _cell(row: Mapping[str, str], chosen: Mapping[str, Any], key: str) -> str:
    value = row.get(chosen[key]) if key in chosen else None
    return "" if value in (None, "None", "nan") else str(value).strip()


@cache
def _country(cell: str) -> str:
    """Return the alpha-2 code of a country told by a code or a name; one of no country as it is.

    The first letters of a code or a name are another country's: IRQ is not IR.
    """
    told = cell.casefold()
    for row in geodata.rows("countries") if len(told) > 2 else ():
        names = (row["iso3"], row["name"], *row["names"].split("|"))
        if told in {name.casefold() for name in names if name}:
            return row["iso2"]
    return cell.upper() if len(cell) <= 3 else ""


def _degrees(
    row: Mapping[str, str], chosen: Mapping[str, Any], key: str, most: float
) -> float | None:
    try:
        value = float(_cell(row, chosen, key).replace(",", "."))
    except ValueError:
        return None
    return value if abs(value) <= most else None


def _whole(cell: str) -> int:
    try:
        return max(0, int(float(cell)))
    except (ValueError, OverflowError):
        return 0
