import geopandas as gpd
import pytest
import shapely

from mapper.gazetteer import load
from mapper.geocoding import geocode
from mapper.geocoding.given import check_given
from mapper.model import Claim, Measure, Precision
from mapper.schema import CLAIMS, conform, from_claims

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
