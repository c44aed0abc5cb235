"""Rows of published tables are looked for where they say they lie, and nowhere else."""

import pytest

from mapper.geocoding import geocode
from mapper.schema import CLAIMS, conform


def place(**row):
    claims = conform([{"claim_id": "c", "report_id": "r", **row}], CLAIMS)
    return geocode(claims).iloc[0]


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Tripoli municipality", "Libya"),
        ("North Darfur state", "Sudan"),
        ("Kabul province", "Afghanistan"),
        ("Homs", "Libya"),
        ("Kachin", "Myanmar (Burma)"),
    ],
)
def test_a_name_of_another_country_is_never_placed_in_this_one(words, country):
    found = place(place_words=words, country_words=country, precision="adm1")

    assert found["precision"] == "country"
    assert found["place_id"].startswith("country:")
    assert "placed in the country" in found["match_reason"]


def test_a_country_that_nobody_knows_leaves_its_rows_unplaced():
    found = place(place_words="Homs", country_words="Examplia", precision="adm1")

    assert found["precision"] == "unplaced"
    assert found["geometry"] is None


def test_an_area_is_no_finer_than_it_says():
    found = place(
        place_words="Masyaf area",
        adm1_words="Hama governorate",
        country_words="Syria",
        precision="zone",
    )

    assert found["place_id"] == "adm1:SY05"


def test_a_p_code_is_the_place():
    found = place(place_words="anything", adm1_pcode="SY06", country_iso3="SYR", precision="adm1")

    assert (found["place_id"], found["match_tier"]) == ("adm1:SY06", "given")


def test_ends_of_a_flow_are_told_by_their_codes():
    found = place(
        origin_words="Syrian Arab Rep.",
        origin_iso3="SYR",
        destination_words="Serbia and Kosovo: S/RES/1244 (1999)",
        destination_iso3="SRB",
        country_words="Serbia and Kosovo: S/RES/1244 (1999)",
        country_iso3="SRB",
        precision="country",
    )

    assert (found["origin_id"], found["destination_id"]) == ("country:SY", "country:RS")
