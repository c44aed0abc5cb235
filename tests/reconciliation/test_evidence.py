"""What speaks for one event beyond place, day and number: neighbourhoods, sides, citations."""

import json

import numpy as np
import pandas as pd
import pytest
import shapely
from event_rows import row

from mapper.reconciliation import links, reconcile
from mapper.reconciliation.linking.agreement import figures_agree
from mapper.reconciliation.linking.doers import one_doer
from mapper.reconciliation.linking.naming import named
from mapper.schema import CLAIMS, conform, split

KINDS, ENDS = ("deaths", "civilians", "injured"), ("low", "best", "high")


def told(*rows):
    return conform(list(rows), CLAIMS)


def cites(codes, name=1, **more):
    article = f'"Airwars,2031-04-01,Incidents {codes}"'
    return row("ucdp", name, source_codes=json.dumps({"source_article": article}), **more)


def pairs(table):
    return {(row.a, row.b) for row in table[table["kind"] == "same"].itertuples()}


def names(*said, details=None):
    spots = pd.DataFrame({"place_said": said, "place_name": said})
    spots["place_details"] = details or [""] * len(said)
    return spots


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sampletown", "As Sampletown city"),
        ("Harbour neighbourhood, Sampletown", "Sampletown town"),
        ("Sampletown: Harbour", "Sampletown"),
        ("Harbour (Sampletown)", "Sampletown, North Example"),
        ("الرقة", "Ar Raqqah"),
    ],
)
def test_a_neighbourhood_of_a_town_names_the_town(one, other):
    spots = names(one, other, "Sampletown", "Raqqa")
    assert named(spots, [0], [1]).one_name.tolist() == [True]


def test_a_village_that_is_named_with_its_city_is_not_the_city():
    spots = names("Oldham, Sampletown", "Sampletown", "Oldham")
    naming = named(spots, [0, 0], [1, 2])
    assert naming.one_name.tolist() == [False, True]


def test_one_neighbourhood_speaks_for_one_event_and_two_against_it():
    spots = names(
        *["Harbour, Sampletown", "Market, Sampletown", "Sampletown"],
        details=["", "", "al-Harbour neighborhood in Sampletown city"],
    )
    same, other, silent = named(spots, [0, 1, 0], [2, 2, 0]).quarter
    assert same > 0 > other
    assert silent == same


def test_words_of_most_places_tell_none_from_another():
    spots = names(*["Sampletown"] * 60, details=["near the riverbank"] * 60)
    assert named(spots, [0], [1]).quarter.tolist() == [0]


def test_a_neighbourhood_decides_between_two_strikes_of_a_day():
    whole = row("ucdp", 1, place_details="Harbour neighborhood in Sampletown city")
    here = row("airwars", "CS1", place_words="Harbour, Sampletown")
    there = row("airwars", "CS2", place_words="Market, Sampletown")
    assert pairs(links(told(whole, here, there))) == {("airwars:CS1:killed", "ucdp:1:killed")}


def test_the_same_bounds_say_more_the_fewer_others_have_them():
    figures = {f"{kind}_{end}": [17.0, 17.0] + [2.0] * 58 for kind in KINDS for end in ENDS}
    figures |= {f"{kind}_high": [23.0, 23.0] + [2.0] * 58 for kind in KINDS}
    rare, common = figures_agree(pd.DataFrame(figures), np.array([0, 2]), np.array([1, 3]))[0]
    assert rare > common + 3
    # Were they all 17 to 23, the same bounds would tell none from another.
    alike = {name: [values[0]] * 60 for name, values in figures.items()}
    usual = figures_agree(pd.DataFrame(alike), np.array([0]), np.array([1]))[0][0]
    assert rare > usual + 3


def test_a_state_that_joins_a_war_strikes_under_the_war_of_another():
    sides = ["Government of Examplia - Black Banner", "Black Banner - Civilians"]
    strikers = ["Otherland-led Coalition", "Otherland-led Coalition"]
    a, b = (pd.DataFrame({"actor": some}) for some in (sides, strikers))
    assert one_doer(a, b).tolist() == [0, -1]


@pytest.mark.parametrize("code", ["cs1234", "CS 1234", "CS-1234", "/cs1234-march-9-2031/"])
def test_a_code_is_read_however_it_is_set(code):
    # So far away, and two days off, that nothing but the code tells they are one.
    struck = row("airwars", "CS1234", day=9, lat=10.9)
    assert pairs(links(told(cites(code), struck))) == {("airwars:CS1234:killed", "ucdp:1:killed")}


def test_a_code_that_a_row_once_bore_is_its_own():
    moved = row("airwars", "CS1234", day=9, earlier_ids="CS77b, CS78")
    assert pairs(links(told(cites("CS77b"), moved))) == {("airwars:CS1234:killed", "ucdp:1:killed")}


def test_a_row_that_names_several_is_their_sum_and_says_so():
    some = [row("airwars", "CS1234", low=4, high=6), row("airwars", "CS1235", low=7, day=8)]
    one = reconcile(told(cites("CS1234 and CS1235", low=12), *some))

    assert len(one) == 1
    assert one[["deaths_low", "deaths_best", "deaths_high"]].iloc[0].tolist() == [11, 11, 13]
    codes = json.loads(one["reason_codes"].iloc[0])
    added = next(reason for reason in codes if reason["code"] == "added")
    assert added["a"] == "ucdp:1:killed"
    assert added["b"] == ["airwars:CS1234:killed", "airwars:CS1235:killed"]


def test_a_row_of_either_table_may_name_several_of_the_other():
    article = json.dumps({"summary": "also told as 500123x, AB501 and AB502"})
    one = row("airwars", "CS1234", low=11, source_codes=article)
    found = reconcile(told(one, row("ucdp", "AB501", low=4), row("ucdp", "AB502", low=7, day=8)))
    assert len(found) == 1
    assert found["deaths_low"].iloc[0] == 11


def test_what_is_unknown_of_one_of_them_leaves_a_least_number():
    some = [row("airwars", "CS1234", low=4), row("airwars", "CS1235", low=None, qualifier=None)]
    one = reconcile(told(cites("CS1234, CS1235", low=None, qualifier=None), *some)).iloc[0]
    assert one["deaths_low"] == 4
    assert pd.isna(one["deaths_high"])


def test_two_rows_that_name_each_of_two_are_weighed_and_not_thrown_together():
    found = reconcile(
        told(
            cites("CS1234, CS1235", 1, low=9),
            cites("CS1234, CS1235", 2, low=3),
            row("airwars", "CS1234", low=9),
            row("airwars", "CS1235", low=3),
        )
    )
    assert sorted(len(split(cell)) for cell in found["claims"]) == [2, 2]


def test_an_area_that_a_row_of_a_province_names_is_one_with_it_however_far_its_middle():
    province = cites("CS1234", precision="adm1", geometry=None, given_lat=12.5, given_lon=20.25)
    assert len(reconcile(told(province, row("airwars", "CS1234")))) == 1


def test_links_tell_near_misses_and_what_lies_inside_an_area():
    district = row("ucdp", 9, place_id="adm2:D", place_words="District", precision="adm2",
                   geometry=shapely.Point(20.25, 10.5).buffer(0.3))  # fmt: skip
    claims = told(
        row("ucdp", 1), district, row("ucdp", 2, low=500, lat=10.51),
        row("airwars", "CS1", place_id="place:S"), row("airwars", "CS2", place_id="place:S", day=8),
    )  # fmt: skip
    table = links(claims)
    kinds = {(one.a, one.b): one.kind for one in table.itertuples()}
    assert kinds["airwars:CS1:killed", "ucdp:1:killed"] == "same"
    assert kinds["airwars:CS1:killed", "ucdp:9:killed"] == "inside"
    assert ("airwars:CS2:killed", "ucdp:9:killed") not in kinds
    # Forty dead cannot lie within the five of the district.
    many = links(told(district, row("airwars", "CS3", place_id="place:S", low=40)))
    assert many.empty
    assert kinds["airwars:CS1:killed", "ucdp:2:killed"] == "apart"
    assert "too far apart to be one count" in table.set_index(["a", "b"]).loc[
        ("airwars:CS1:killed", "ucdp:2:killed"), "reason"
    ]  # fmt: skip


def test_links_are_the_incidents_of_two_voices_whatever_the_order():
    rows = [row("ucdp", n, day=n, lat=10 + n / 3) for n in range(1, 9)]
    rows += [row("airwars", f"CS{n}", day=n, lat=10 + n / 3) for n in range(1, 9)]
    table = links(told(*rows))
    assert table.equals(links(told(*rows[::-1])))
    merged = {tuple(split(cell)) for cell in reconcile(told(*rows))["claims"] if "|" in cell}
    assert pairs(table) == merged
    assert len(merged) == 8
