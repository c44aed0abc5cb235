import hashlib
import json
from pathlib import Path

import pytest
import shapely

import geodata

ROOT = Path(geodata.__file__).parent
FILES = sorted(
    file.relative_to(ROOT).as_posix() for file in [*ROOT.glob("tables/*"), *ROOT.glob("hand/*")]
)


@pytest.mark.parametrize("file", FILES)
def test_every_table_says_where_it_came_from(file):
    table = geodata.table(Path(file).stem)

    assert table.licence
    assert table.date
    assert table.sha256 == hashlib.sha256((ROOT / file).read_bytes()).hexdigest()
    if file.startswith("tables/"):
        assert table.packages
        assert all(len(package.sha256) == 64 and package.version for package in table.packages)
        assert table.attribution
        assert (ROOT / table.script).is_file()


def test_nothing_is_said_of_tables_that_are_not_there():
    assert sorted(t.path.relative_to(ROOT).as_posix() for t in geodata.tables().values()) == FILES


def test_an_odbl_table_is_named_in_the_licences():
    words = (ROOT / "LICENSES.md").read_text(encoding="utf-8")
    for table in geodata.tables().values():
        assert table.path.stem in words or table.path.parent.name == "hand"


def test_the_package_stays_small():
    assert sum((ROOT / file).stat().st_size for file in FILES) < 3_000_000


def test_an_unknown_table_names_those_there_are():
    with pytest.raises(KeyError, match="land"):
        geodata.table("lands")


def _shapes(table):
    features = json.loads(geodata.path(table).read_text(encoding="utf-8"))["features"]
    return [(f["properties"], shapely.from_geojson(json.dumps(f["geometry"]))) for f in features]


@pytest.mark.parametrize("table", ["adm1", "adm2", "adm3", "land", "borders", "country_shapes"])
def test_shapes_are_valid_and_on_earth(table):
    for properties, shape in _shapes(table):
        assert shape.is_valid, properties
        west, south, east, north = shape.bounds
        assert -180 <= west <= east <= 180
        assert -90 <= south <= north <= 90


def test_districts_fill_their_governorates_and_overlap_little():
    governorates = {p["adm1_pcode"]: shape for p, shape in _shapes("adm1")}
    for code, whole in governorates.items():
        parts = [shape for p, shape in _shapes("adm2") if p["adm1_pcode"] == code]
        assert shapely.union_all(parts).symmetric_difference(whole).area < whole.area * 0.01
        assert sum(part.area for part in parts) == pytest.approx(whole.area, rel=0.01)


def test_the_border_runs_where_both_lands_end():
    lands = {p["country"]: shape for p, shape in _shapes("land")}
    lines = {p["place_id"]: shape for p, shape in _shapes("borders")}
    line = lines["border:SY-LB"]
    for country in ("SY", "LB"):
        assert line.difference(lands[country].boundary.buffer(0.001)).length < 0.01 * line.length


def test_a_district_in_another_governorate_than_its_prefix_says():
    codes = {p["adm2_pcode"]: p["adm1_pcode"] for p, _ in _shapes("adm2")}
    assert codes["LB51"] == "LB7"
