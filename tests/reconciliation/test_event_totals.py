"""What an event table holds in all is a sum, ours, of the events that its own coders told apart."""

import pandas as pd
from event_rows import row

from mapper.reconciliation import totals
from mapper.schema import CLAIMS, conform


def of(*rows, measure="killed"):
    table = totals(conform(list(rows), CLAIMS))
    return table[table["measure"] == measure].reset_index(drop=True)


def numbers(table, *names):
    return [
        [None if pd.isna(cell) else int(cell) for cell in line]
        for line in table[list(names)].to_numpy()
    ]


COUNT = ("count_low", "count_best", "count_high")


def test_each_table_and_measure_has_a_sum_of_its_own():
    hurt = {**row("ucdp", 1, low=9), "claim_id": "ucdp:1:injured", "measure": "injured"}
    rows = row("ucdp", 1, low=5), hurt, row("ucdp", 2, low=7, high=9), row("airwars", "CS1", low=3)
    dead = of(*rows)
    assert dead["voice"].tolist() == ["Airwars", "UCDP"]
    assert numbers(dead, *COUNT) == [[3, 3, 3], [12, 12, 14]]
    assert dead["note"].tolist() == [
        "sum of 1 events, not published as a total",
        "sum of 2 events, not published as a total",
    ]
    injured = of(*rows, measure="injured")
    assert numbers(injured, *COUNT) == [[9, 9, 9]]
    assert injured["place_name"].tolist() == ["all events of the table ucdp"]


def test_an_open_event_leaves_the_sum_open():
    least = {**row("ucdp", 2, low=7), "qualifier": "at_least", "count_high": None}
    table = of(row("ucdp", 1, low=5), least)
    assert numbers(table, *COUNT, "located_low", "located_high") == [[12, 12, None, 12, None]]
    area = least | {"precision": "adm1", "geometry": None}
    table = of(row("ucdp", 1, low=5), area)
    ends = "located_low", "located_high", "rest_low", "rest_high"
    assert numbers(table, *ends) == [[5, 5, 7, None]]


def test_what_a_report_says_is_in_no_sum_of_a_table():
    said = row("ucdp", 2, low=90) | {"claim_id": "c1", "source_schema": None, "voice": "Monitor"}
    table = of(row("ucdp", 1, low=5), said)
    of_table = table["note"].str.startswith("sum of")
    assert numbers(table[of_table], *COUNT) == [[5, 5, 5]]
    assert table.loc[~of_table, "voice"].tolist() == ["Monitor"]


def test_what_was_taken_back_is_in_no_sum():
    rows = row("ucdp", 1, low=5), row("ucdp", 2, low=7, verification="retracted")
    assert numbers(of(*rows), *COUNT) == [[5, 5, 5]]
    assert of(rows[1]).empty


def test_the_sum_is_as_of_the_last_that_was_published_and_counts_to_the_last_day():
    rows = (
        row("ucdp", 1, day=3, published="2031-05-01"),
        row("ucdp", 2, day=9, published="2031-04-01"),
    )
    (one,) = of(*rows).itertuples()
    assert (one.as_of, one.counts_to) == (pd.Timestamp("2031-05-01"), pd.Timestamp("2031-03-09"))
