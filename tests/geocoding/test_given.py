import geopandas as gpd
import pandas as pd
import pytest
import shapely

from mapper.gazetteer import load
from mapper.gazetteer.gazetteer import Gazetteer, Part
from mapper.gazetteer.records import Record
from mapper.gazetteer.segment import Segment
from mapper.geocoding import Resolver, geocode
from mapper.geocoding.given import check_given
from mapper.model import Claim, Measure, Precision
from mapper.schema import CLAIMS, conform, from_claims
from mapper.schema import check as check_table

JABLEH = shapely.Point(35.9276, 35.3621)


def check(point, **stated):
    return check_given(load(), point, **stated)


def test_nothing_stays_nothing():
    assert check(None).point is None
    assert not check(None).reason


@pytest.mark.parametrize(
    ("point", "country", "words"),
    [
        (shapely.Point(0, 0), "SY", "(0, 0)"),
        (shapely.Point(35.9, 95), "SY", "not on the earth"),
        (shapely.Point(35.3621, 40.9), "SY", "swapped"),
        (shapely.Point(34.9, 38.3), "SY", "swapped"),
    ],
)
def test_what_cannot_be_true_is_refused_or_reported(point, country, words):
    found = check(point, country=country)
    assert found.reason
    assert words in found.reason
    assert found.point is None


def test_a_point_on_the_shore_is_inside():
    for place_id in ("geonames:169304", "geonames:163345"):
        place = load()[place_id]
        point = shapely.Point(place.lon, place.lat)
        assert not check(point, country="SY", adm1=place.adm1_pcode).reason


def test_a_point_outside_its_stated_unit_is_kept_and_reported():
    found = check(JABLEH, country="SY", adm1="SY08")
    assert found.point == JABLEH
    assert "outside Hasakah" in found.reason


def test_a_seat_that_stands_for_its_governorate_becomes_the_governorate():
    latakia = load()["geonames:173576"]
    point = shapely.Point(latakia.lon, latakia.lat)
    assert check(point, stated=Precision.SETTLEMENT).precision is None
    found = check(point, stated=Precision.ADM1)
    assert (found.place_id, found.coordinates_are) == ("adm1:SY06", "capital_standin")


def table(**cells):
    claim = Claim("r:0:killed", "r", "r.csv", "q", 0, 1, Measure.KILLED, place_words=("Jableh",))
    rows = from_claims([claim])
    for name, cell in cells.items():
        rows[name] = gpd.GeoSeries([cell], crs="EPSG:4326") if name == "geometry" else [cell]
    return conform(rows, CLAIMS)


def test_a_claim_keeps_its_good_point():
    row = geocode(table(geometry=JABLEH, country="SY", precision="site")).iloc[0]
    assert row["geometry"] == JABLEH
    assert (row["match_tier"], row["precision"]) == ("given", "site")


def test_a_refused_point_falls_back_on_the_words():
    row = geocode(table(geometry=shapely.Point(0, 0), country="SY", precision="site")).iloc[0]
    assert row["place_id"] == "geonames:169304"
    assert "(0, 0)" in row["match_reason"]
    assert row["match_tier"] == "exact"


def test_a_quarter_named_beside_its_town_lies_in_it():
    claim = Claim(
        "r:0:killed", "r", "r.csv", "q", 0, 1, Measure.KILLED,
        place_words=("Amara neighbourhood", "Jableh"),
    )  # fmt: skip
    row = geocode(from_claims([claim])).iloc[0]
    assert row["place_id"] == "geonames:169304"
    assert row["precision"] == "near"


def test_people_may_have_left_several_places():
    claim = Claim(
        "r:0:displaced", "r", "r.csv", "q", 0, 1, Measure.DISPLACED,
        origin_words="Latakia; Tartous", destination_words="Akkar; North Governorate",
    )  # fmt: skip
    row = geocode(from_claims([claim])).iloc[0]
    assert row["origin_id"] == "adm1:SY06|adm1:SY10"
    assert row["destination_id"] == "adm1:LB7|adm1:LB5"
    assert row["via_id"] == "border:SY-LB"


def _moved(**cells):
    claim = Claim(
        "r:0:displaced", "r", "r.csv", "q", 0, 1, Measure.DISPLACED,
        place_words=("Qwertyville",), origin_words="Sampletown", destination_words="Qwertyville",
    )  # fmt: skip
    return geocode(from_claims([claim]).assign(**cells)).iloc[0]


def test_a_movement_between_coordinates_of_its_own_table_is_a_line_between_them():
    row = _moved(origin_lat=10.5, origin_lon=20.25, destination_lat=10.9, destination_lon=20.9)
    assert row["geometry"].equals(shapely.LineString([(20.25, 10.5), (20.9, 10.9)]))
    assert (row["precision"], row["match_tier"]) == ("near", "given")


@pytest.mark.parametrize("lat", [0, 95, float("nan"), None])
def test_half_a_coordinate_draws_nothing(lat):
    lon = 0 if lat == 0 else 20.25
    row = _moved(origin_lat=lat, origin_lon=lon, destination_lat=10.9, destination_lon=20.9)
    assert row["geometry"] is None
    assert row["precision"] == "unplaced"


def test_a_quarter_of_no_town_is_not_the_village_called_so():
    records = [Record("x:1", "al-Amara", "settlement", 36.1, 37.1, "SY", "SY02")]
    resolver = Resolver(Gazetteer([Part(records, Segment.of(records), {})]))
    assert resolver.resolve("Amara neighbourhood").status == "unknown"
    assert resolver.resolve("Amara").status == "resolved"


def test_a_claim_says_how_far_about_its_point_the_truth_may_lie():
    one = geocode(table(geometry=None)).iloc[0]
    two = geocode(table(geometry=None, place_words="Jableh|Baniyas")).iloc[0]
    assert one["radius_km"] == 5.0
    assert pd.isna(two["radius_km"])


@pytest.mark.parametrize("shape", [JABLEH, shapely.Point(36.0, 35.4)])
def test_a_point_without_a_stated_precision_is_near_its_truth(shape):
    row = geocode(table(geometry=shape)).iloc[0]
    assert row["geometry"] == shape
    assert row["precision"] == "near"


@pytest.mark.parametrize("precision", ["adm3", "adm2", "adm1", "zone", "country", "sea_air"])
def test_a_point_that_stands_for_an_area_is_no_point_of_the_map(precision):
    given = table(geometry=shapely.Point(35.9, 35.4), precision=precision, place_words=None)
    placed = geocode(given)
    row = placed.iloc[0]
    assert row["geometry"] is None
    assert row["precision"] == precision
    assert "35.4000, 35.9000" in row["match_reason"]
    assert not [line for line in check_table(placed, CLAIMS) if "point" in line]


def test_a_point_that_stands_for_an_area_gives_way_to_the_area_that_the_words_name():
    given = table(geometry=JABLEH, precision="adm1", place_words="Latakia governorate")
    row = geocode(given).iloc[0]
    assert row["place_id"] == "adm1:SY06"
    assert row["geometry"].geom_type == "Polygon"


def test_what_names_no_place_is_unplaced():
    row = geocode(table(geometry=None, place_words=None)).iloc[0]
    assert row["precision"] == "unplaced"


def test_a_seat_whose_governorate_nobody_drew_stands_for_no_governorate():
    records = [Record("x:1", "Aton", "capital", 20.5, 10.5, "XX")]
    known = Gazetteer([Part(records, Segment.of(records), {})])
    found = check_given(known, shapely.Point(10.5, 20.5), stated=Precision.ADM1)
    assert found.place_id == ""


def test_countries_that_nobody_drew_are_named_without_a_shape():
    words = "Netherlands Antilles and United States Minor Outlying Islands"
    answer = Resolver(load()).resolve(words)
    assert answer.place_ids == ("country:AN", "country:UM")
    assert (answer.lat, answer.shape) == (None, None)
    row = geocode(table(geometry=None, place_words="Netherlands Antilles")).iloc[0]
    assert (row["place_id"], row["precision"]) == ("country:AN", "country")
    assert row["geometry"] is None
