"""What one news report must give: figures attributed to the Syrian Observatory, Reuters and local media.

The report is retold in our own words from what BBC News published on 9 March 2025.
"""

from pathlib import Path

import pandas as pd
import pytest

from mapper import extraction, pipeline
from mapper.schema import CLAIMS, INCIDENTS, check, split

REPORT = Path(__file__).parent / "data" / "right" / "coast-in-our-words.md"


@pytest.fixture(scope="module")
def built():
    return pipeline.build(REPORT)


@pytest.fixture(scope="module")
def body():
    return extraction.read_report(REPORT).body


@pytest.fixture
def claims(built):
    return built["claims"]


def the(claims, measure, words):
    found = claims[
        (claims["measure"] == measure) & claims["count_words"].str.contains(words, na=False)
    ]
    assert len(found) == 1, found[["measure", "count_words", "quote"]]
    return found.iloc[0]


def bounds(claim):
    return [
        None if pd.isna(claim[name]) else int(claim[name])
        for name in ("count_low", "count_best", "count_high")
    ]


def days(claim):
    return [str(claim[name].date()) for name in ("period_start", "period_end")]


def test_tables_keep_the_contract(built):
    assert check(built["claims"], CLAIMS) == []
    assert check(built["incidents"], INCIDENTS) == []


def test_each_quote_is_the_reports_own_words(claims, body):
    for claim in claims.itertuples():
        assert body[claim.char_start : claim.char_end] == claim.quote


def test_745_civilians(claims):
    claim = the(claims, "killed", "745")

    assert bounds(claim)[1] == 745
    assert claim["qualifier"] == "about"
    assert "civilian" in split(claim["group_class"])
    assert claim["voice"] == "SOHR"
    assert claim["relay"] == "BBC News"
    assert days(claim) == ["2025-03-07", "2025-03-08"]
    assert claim["precision"] == "zone"
    assert claim["geometry"].geom_type in ("Polygon", "MultiPolygon")


def test_30_massacres_are_events(claims):
    claim = the(claims, "incidents", "30")

    assert claim["unit"] == "event"
    assert claim["qualifier"] == "about"
    assert claim["voice"] == "SOHR"


def test_more_than_1000_is_open_and_holds_the_745(claims):
    claim = the(claims, "killed", "1,000")

    assert bounds(claim) == [1000, 1000, None]
    assert claim["qualifier"] == "more_than"
    assert claim["claim_id"] in split(the(claims, "killed", "745")["contained_in"])


def test_dozens_of_two_groups_lie_inside_the_1000(claims):
    claim = the(claims, "killed", "dozens")

    assert bounds(claim) == [12, 12, None]
    assert claim["qualifier"] == "vague"
    assert {"security_force", "fighter"} <= set(split(claim["group_class"]))
    assert days(claim) == ["2025-03-06", "2025-03-09"]
    assert len(split(claim["place_id"])) == 2
    assert claim["precision"] == "adm1"
    assert split(claim["contained_in"]) == [the(claims, "killed", "1,000")["claim_id"]]


def test_an_accusation_is_worded_as_one(claims):
    claim = the(claims, "killed", "hundreds")

    assert claim["qualifier"] == "vague"
    assert "forces" in claim["actor"]
    assert "accused" in claim["quote"]


def test_hundreds_fled_to_nobody_knows_where(claims, built):
    claim = the(claims, "displaced", "(?i)hundreds")

    assert (claim["unit"], claim["kind"]) == ("person", "flow")
    assert pd.notna(claim["origin_id"])
    assert pd.isna(claim["destination_id"])
    flow = built["flows"][
        built["flows"]["claims"].str.contains(claim["claim_id"], regex=False)
    ].iloc[0]
    assert pd.isna(flow["destination_id"])


def test_a_crowd_has_no_number_but_a_site(claims):
    (crowd,) = claims[claims["measure"] == "sheltering"].to_dict("records")

    assert pd.isna(crowd["count_low"])
    assert pd.isna(crowd["count_high"])
    assert crowd["voice"] == "Reuters"
    assert crowd["precision"] == "site"
    assert crowd["geometry"].geom_type == "Point"


def test_families_end_on_the_border_line(claims, built):
    claim = the(claims, "displaced", "dozens")

    assert claim["unit"] == "household"
    assert claim["voice"].lower() == "local media"
    flow = built["flows"][
        built["flows"]["claims"].str.contains(claim["claim_id"], regex=False)
    ].iloc[0]
    assert flow["unit"] == "household"
    assert pd.notna(flow["via_id"])
    from mapper.gazetteer import load

    border = load().geometry(flow["via_id"])
    end = flow["geometry"].boundary.geoms[-1]
    assert border.distance(end) < 1e-6


def test_what_was_not_verified_says_so_and_why(claims):
    for words in ("745", "30"):
        claim = claims[claims["count_words"].str.contains(words, na=False)].iloc[0]
        assert claim["verification"] == "unverified"
        assert "verify" in claim["verification_reason"]


def test_statements_have_a_voice_and_no_number(claims):
    statements = claims[claims["measure"] == "statement"]

    assert statements["count_low"].isna().all()
    assert statements["quote"].str.contains("regained control").any()
    assert statements["quote"].str.contains("deeply shocked").any()


def test_background_makes_no_claim_and_no_pin(claims):
    assert not claims["country"].fillna("").str.contains("GB").any()
    assert not claims["count_words"].fillna("").str.contains("10").any() or set(
        claims["count_words"].dropna()
    ) >= {"more than 1,000"}
    assert not claims["place_words"].fillna("").str.contains("UK").any()


def test_nothing_is_added(built):
    deaths = built["totals"][built["totals"]["measure"] == "killed"]

    assert not deaths["count_low"].isin([1745, 1757, 757, 845]).any()
    assert (deaths.loc[deaths["voice"] == "SOHR", "count_low"] == 1000).any()
