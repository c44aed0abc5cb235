"""The places that the first report names, in the words of its kind."""

import pandas as pd
import pytest

from mapper.geocoding import geocode
from mapper.model import Claim, Measure
from mapper.schema import from_claims


def claim(number, **parts):
    return Claim(f"r:{number}:killed", "r", "r.txt", "quote", 0, 5, Measure.KILLED, **parts)


@pytest.fixture(scope="module")
def placed():
    claims = [
        claim(1, place_words=("the country's coastal region",)),
        claim(2, place_words=("Latakia", "Tartus provinces")),
        claim(3, place_words=("Khmeimim Russian military base",)),
        claim(4, destination_words="neighboring Lebanon"),
        claim(5, place_words=("Nowhereville",)),
    ]
    return geocode(from_claims(claims)).set_index("claim_id")


@pytest.mark.parametrize(
    ("number", "place_id", "precision", "shape"),
    [
        (1, "zone:syrian-coast", "zone", "MultiPolygon"),
        (2, "adm1:SY06|adm1:SY10", "adm1", "MultiPolygon"),
        (3, "airport:OSLK", "site", "Point"),
    ],
)
def test_scenes(placed, number, place_id, precision, shape):
    row = placed.loc[f"r:{number}:killed"]
    assert row["place_id"] == place_id
    assert row["precision"] == precision
    assert row["geometry"].geom_type == shape
    assert row["country"] == "SY"


def test_a_flight_abroad_passes_the_border(placed):
    row = placed.loc["r:4:killed"]
    assert row["destination_id"] == "country:LB"
    assert row["via_id"] == "border:SY-LB"


def test_an_unknown_name_stays_and_says_so(placed):
    row = placed.loc["r:5:killed"]
    assert row["place_words"] == "Nowhereville"
    assert row["precision"] == "unplaced"
    assert row["geometry"] is None
    assert "Nowhereville" in row["match_reason"]


def test_names_keep_their_order_and_repeat_at_no_cost():
    names = pd.Series(["Hmeimim", "Nowhereville", "Hmeimim"], index=[7, 8, 9])
    answers = geocode(names)
    assert answers.index.tolist() == [7, 8, 9]
    assert answers["status"].tolist() == ["resolved", "unknown", "resolved"]
    assert answers["place_id"].tolist()[::2] == ["airport:OSLK"] * 2
