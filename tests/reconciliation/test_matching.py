"""One event told by two tables is one incident; two events are two, however near."""

import json

import numpy as np
import pandas as pd
import pytest
import shapely
from event_rows import row

from mapper.reconciliation import links, reconcile, series, totals, windows
from mapper.reconciliation.linking.blocking import neighbours
from mapper.schema import CLAIMS, conform


def incidents(*rows):
    return reconcile(conform(list(rows), CLAIMS))


def together(*rows):
    return len(incidents(*rows)) == 1


def test_one_event_of_two_tables_is_one_incident_with_the_envelope():
    found = incidents(row("ucdp", 1, low=5), row("airwars", "CS12", low=4, high=9, lat=10.52))
    assert len(found) == 1
    one = found.iloc[0]
    assert (one["deaths_low"], one["deaths_high"]) == (4, 9)
    assert one["voices"] == "Airwars|UCDP"
    assert one["grade"] == "fair"
    assert "are taken for one event: 2.2 km apart, the days overlap" in one["reasons"]


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({"day": 8}, True),
        ({"day": 9}, False),
        ({"lat": 10.54}, True),
        ({"lat": 10.7}, False),
        ({"low": 7}, True),
        ({"low": 50}, False),
        ({"low": 0}, False),
        ({"day": 1, "end": 20}, False),
        ({"day": 4, "end": 9}, True),
    ],
)
def test_what_is_too_far_in_days_places_or_figures_stays_two(change, same):
    assert together(row("ucdp", 1), row("airwars", "CS12", **change)) is same


def test_two_rows_of_one_table_are_never_merged():
    assert len(incidents(row("ucdp", 1), row("ucdp", 2))) == 2


def test_each_row_meets_its_best_match_only():
    found = incidents(
        row("ucdp", 1, low=5),
        row("ucdp", 2, low=20),
        row("airwars", "CS1", low=19, high=21, lat=10.51),
        row("airwars", "CS2", low=5, lat=10.51),
        row("airwars", "CS3", low=6, lat=10.53),
    )
    cells = {tuple(sorted(c.split("|"))) for c in found["claims"]}
    assert ("airwars:CS2:killed", "ucdp:1:killed") in cells
    assert ("airwars:CS1:killed", "ucdp:2:killed") in cells
    assert ("airwars:CS3:killed",) in cells
    left = found[found["claims"] == "airwars:CS3:killed"].iloc[0]
    assert "is kept apart from ucdp:1:killed: another account fits better" in left["reasons"]


def test_a_likes_b_and_b_likes_c_does_not_join_a_and_c():
    near, middle, far = (
        row("ucdp", 1, lat=10.500, place_words="Aville"),
        row("airwars", "CS1", lat=10.535, place_words="Betown"),
        row("acled", "X1", lat=10.570, place_words="Ceham"),
    )
    assert len(incidents(near, middle, far)) == 2


def test_an_area_never_merges_into_a_point():
    area = row("ucdp", 1, precision="adm1", geometry=shapely.Point(20.25, 10.5).buffer(0.5))
    found = incidents(area, row("airwars", "CS12"))
    assert len(found) == 2
    assert set(found.geometry.geom_type) == {"Polygon", "Point"}


def test_a_summary_event_is_not_a_single_event():
    summary = row("ucdp", 1, apart="summary event: may tell again what single events tell")
    found = incidents(summary, row("airwars", "CS12"))
    assert len(found) == 2
    assert any("a summary" in cell for cell in found["reasons"].dropna())


def test_a_summary_of_far_away_is_no_matter_for_review():
    summary = row(
        "ucdp", 1, lat=10.7, apart="summary event: may tell again what single events tell"
    )
    assert links(conform([summary, row("airwars", "CS12")], CLAIMS)).empty


def test_two_accounts_of_one_named_place_are_neighbours_wherever_in_it():
    spots = pd.DataFrame(
        {"lat": [10.0, 10.2, 10.2], "lon": 20.0, "place_key": ["town", "town", "other"],
         "start": 5.0, "end": 5.0}
    )  # fmt: skip
    pairs = {tuple(pair) for pair in np.stack(neighbours(spots, 15, 1)).T.tolist()}
    assert pairs == {(0, 1), (1, 2)}


def test_a_row_that_cites_the_other_is_the_same_event_and_no_second_voice():
    cites = row(
        "ucdp",
        1,
        day=9,
        lat=10.7,
        source_codes=json.dumps({"source_article": '"Airwars,2031-04-01,Incident CS1234"'}),
    )
    found = incidents(cites, row("airwars", "CS1234"))
    assert len(found) == 1
    assert found["grade"].iloc[0] == "weak"
    assert "one names the other as its source" in found["reasons"].iloc[0]


@pytest.mark.parametrize(
    "words",
    [
        "https://airwars.example/civilian-casualties/ussom123-c-march-7-2017/",
        '"Airwars,2031-04-01,Incident USSOM123-C"',
        "according to Airwars (USSOM123C)",
    ],
)
def test_a_code_is_found_however_it_is_written(words):
    cites = row("ucdp", 1, day=9, source_codes=json.dumps({"source_article": words}))
    assert len(incidents(cites, row("airwars", "USSOM123-C"))) == 1


def test_spellings_of_one_name_are_one_town_somewhat_further_apart():
    ours = row("ucdp", 1, place_words="Ar Raqqah town")
    theirs = row("airwars", "CS1", lat=10.58, place_words="Raqqa")
    assert together(ours, theirs)
    assert not together(ours, {**theirs, "place_words": "Tabqa"})


def test_a_code_far_away_is_a_coincidence():
    cites = row("ucdp", 1, lat=15, source_codes='{"source_article": "flew in a CS1234"}')
    assert len(incidents(cites, row("airwars", "CS1234"))) == 2


def test_a_belligerents_own_claim_widens_high_only():
    own = row("acled", "X1", low=12, lat=10.51)
    own |= {"voice": "US-led Coalition", "source_schema": None, "claim_id": "c9"}
    found = incidents(row("ucdp", 1, low=10), own)
    one = found.iloc[0]
    assert len(found) == 1
    assert (one["deaths_low"], one["deaths_best"], one["deaths_high"]) == (10, 10, 12)
    assert one["voices"] == "UCDP"


def test_civilians_are_held_against_civilians():
    fought = row("ucdp", 1, low=40)
    civil = {**fought, "claim_id": "ucdp:1:killed:civilians", "contained_in": "ucdp:1:killed"}
    civil |= {"count_low": 6, "count_best": 6, "count_high": 6, "group": "civilians"}
    assert together(fought, civil, row("airwars", "CS12", low=6, group="civilians"))


def test_the_windows_can_be_varied_and_the_effect_seen():
    claims = conform([row("ucdp", 1), row("airwars", "CS12", lat=10.56)], CLAIMS)
    effect = windows(claims, distances_km=(1, 10), days=(0, 1))
    assert effect.set_index(["distance_km", "days"])["merged"].tolist() == [0, 0, 1, 1]


def test_a_table_of_events_has_one_total_and_says_whose_sum_it_is():
    claims = conform(
        [
            row("ucdp", 1, low=5),
            row("ucdp", 2, low=7, day=9),
            row("ucdp", 3, low=4, precision="adm1", geometry=None),
            row("ucdp", 4, low=90, apart="summary event: may tell again what single events tell"),
        ],
        CLAIMS,
    )
    table = totals(claims)
    assert len(table) == 1
    one = table.iloc[0]
    assert one[["count_low", "count_best", "count_high"]].tolist() == [16, 16, 16]
    assert one[["located_low", "rest_low"]].tolist() == [12, 4]
    assert one["note"] == ("sum of 3 events, not published as a total; 1 of summary left out")
    assert series(claims).empty
