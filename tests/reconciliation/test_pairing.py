"""Where much happens, two accounts pair only if they fit one another better than all others."""

import json

import numpy as np
import pytest
from event_rows import row

from mapper.reconciliation import reconcile
from mapper.reconciliation.linking.doers import doers
from mapper.reconciliation.linking.pairing import shares
from mapper.schema import CLAIMS, conform


def incidents(*rows):
    return reconcile(conform(list(rows), CLAIMS))


def together(*rows):
    return len(incidents(*rows)) == 1


def linked(*rows):
    return {tuple(sorted(cell.split("|"))) for cell in incidents(*rows)["claims"] if "|" in cell}


def test_two_strikes_that_fit_one_row_equally_well_stay_apart_and_are_flagged():
    found = incidents(row("ucdp", 1), row("airwars", "CS1"), row("airwars", "CS2"))

    assert len(found) == 3
    assert (
        found["reasons"].str.contains("fit about equally well; a person should look at them").all()
    )


def test_a_second_row_settles_which_strike_is_which():
    assert linked(
        row("ucdp", 1, low=30, lat=10.51),
        row("ucdp", 2, low=3, lat=10.51),
        row("airwars", "CS1", low=30),
        row("airwars", "CS2", low=3),
    ) == {("airwars:CS1:killed", "ucdp:1:killed"), ("airwars:CS2:killed", "ucdp:2:killed")}


def test_who_did_it_settles_it_too():
    side = {"actor": "Government of Examplia - Examplian insurgents"}
    assert linked(
        row("ucdp", 1, **side),
        row("airwars", "CS1", actor="Otherland-led Coalition"),
        row("airwars", "CS2", actor="Examplian Regime"),
    ) == {("airwars:CS2:killed", "ucdp:1:killed")}


def test_a_source_that_names_the_other_table_settles_it():
    named = {"source_codes": json.dumps({"source_article": "Airwars, monthly assessment"})}
    assert linked(
        row("ucdp", 1),
        row("ucdp", 2, **named),
        row("airwars", "CS1"),
    ) == {("airwars:CS1:killed", "ucdp:2:killed")}


def test_two_rows_that_link_to_one_page_are_one_event():
    page = {"source_codes": json.dumps({"url": "https://www.paper.example/2031/03/a-strike?x=1"})}
    same = {"source_codes": json.dumps({"link": "http://paper.example/2031/03/a-strike/"})}
    assert together(row("ucdp", 1, day=9, **page), row("airwars", "CS1", **same))
    front = {"source_codes": json.dumps({"link": "http://paper.example/"})}
    assert not together(row("ucdp", 1, day=9, **front), row("airwars", "CS1", **front))


def test_a_page_that_many_rows_link_to_tells_none_of_them_apart():
    page = {"source_codes": json.dumps({"url": "https://paper.example/daily-summary"})}
    rows = [row("ucdp", n, day=9, **page) for n in range(5)]
    assert not linked(*rows, row("airwars", "CS1", **page))


def test_where_much_happens_a_doubtful_pair_is_chance():
    pair = row("ucdp", 1, low=5), row("airwars", "CS1", low=7, lat=10.53, place_words="Elseton")
    assert together(*pair)

    others = [
        row(table, f"X{n}", day=day, lat=10.51, lon=20.25 + n / 1000, low=90 + n)
        for n in range(40)
        for table, day in (("ucdp", 2), ("airwars", 15))
    ]
    assert linked(*pair, *others) == set()


def test_where_two_tables_share_nothing_else_a_doubtful_pair_is_chance():
    far = {"low": 8, "lat": 10.54, "place_words": "Elseton"}
    pair = row("ucdp", 1, low=5), row("airwars", "CS1", **far)
    assert together(*pair)

    elsewhere = [
        row(table, f"X{n}", lat=lat + n / 4, low=3)
        for n in range(60)
        for table, lat in (("ucdp", 20.0), ("airwars", -20.0))
    ]
    assert linked(*pair, *elsewhere) == set()

    sure = row("ucdp", 1, low=5), row("airwars", "CS1", low=5)
    assert linked(*sure, *elsewhere) == {("airwars:CS1:killed", "ucdp:1:killed")}


@pytest.mark.parametrize("weights", [(9.0, 9.0, 9.0), (1e13, 5.0, 1e13), (0.0, 0.0, 0.0)])
def test_shares_of_one_account_never_pass_one(weights):
    a, b = np.array([0, 0, 0]), np.array([1, 2, 3])
    share = shares(a, b, np.array([0, 1, 1, 1]), np.array(weights))
    assert ((share >= 0) & (share <= 1)).all()
    assert share.sum() <= 1 + 1e-3


def test_shares_are_those_of_all_ways_to_pair():
    """A path of four accounts: two pairs at its ends, or the one in the middle, or fewer."""
    a, b, weight = np.array([0, 1, 1]), np.array([2, 2, 3]), np.array([2.0, 3.0, 5.0])
    ways = 1 + 2 + 3 + 5 + 2 * 5
    wanted = [(2 + 10) / ways, 3 / ways, (5 + 10) / ways]
    assert shares(a, b, np.array([0, 0, 1, 1]), weight) == pytest.approx(wanted, abs=1e-4)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Government of Syria - Syrian insurgents", "Syrian Regime"),
        ("Government of Russia (Soviet Union)", "Russian Military; Syrian Regime"),
        ("Government of United States of America - IS", "US-led Coalition"),
        ("Government of Turkey - PKK", "Turkish Military"),
        ("Government of Israel - Hezbollah", "Israeli Military"),
        ("Military Forces of Iraq (2014-)", "Government of Iraq - IS"),
        ("IS - Civilians", "ISIS"),
        ("SDF - IS", "Syrian Democratic Forces"),
    ],
)
def test_one_side_has_many_names(one, other):
    assert doers(one) & doers(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Syrian insurgents", "Syrian Regime"),
        ("Turkish-backed Forces", "Turkish Military"),
        ("Government of Syria - IS", "US-led Coalition"),
        ("Unknown", "Unknown"),
        ("Civilians", "Civilians"),
    ],
)
def test_sides_that_sound_alike_are_not_one(one, other):
    assert not doers(one) & doers(other)
