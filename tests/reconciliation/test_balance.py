"""What left a place and what came in, and what running totals moved by."""

import pandas as pd
import pytest

from mapper.reconciliation import balance, differences, flows
from mapper.schema import CLAIMS, conform

MOVED = {"measure": "displaced", "unit": "person", "kind": "flow", "voices": "Relief Agency",
         "origin_name": "Aton", "destination_name": "Beton", "contained_in": None,
         "period_start": "2031-03-01", "period_end": "2031-03-05"}  # fmt: skip


def moved(count, low=None, high=None, **more):
    bounds = {"count_low": count if low is None else low, "count_best": count}
    return {**MOVED, **bounds, "count_high": count if high is None else high, **more}


def of(place, *rows, column, **keys):
    table = balance(pd.DataFrame(rows))
    found = table[table["place"] == place]
    for name, value in keys.items():
        found = found[found[name] == value]
    assert len(found) == 1
    value = found[column].iloc[0]
    return None if pd.isna(value) else value


def test_out_is_what_went_somewhere_and_what_went_nobody_knows_where():
    rows = moved(60), moved(12, destination_name=None), moved(5, destination_name="Ceton")
    assert of("Aton", *rows, column="out_best") == 77
    assert of("Aton", *rows, column="out_known_best") == 65
    assert of("Aton", *rows, column="out_unknown_best") == 12
    assert of("Beton", *rows, column="in_best") == 60


def test_in_is_what_came_from_anywhere_and_the_balance_what_is_left():
    rows = (
        moved(60),
        moved(7, origin_name=None),
        moved(20, origin_name="Beton", destination_name="Aton"),
    )
    assert of("Beton", *rows, column="in_best") == 67
    assert of("Beton", *rows, column="in_unknown_best") == 7
    assert of("Beton", *rows, column="balance") == 47
    assert of("Aton", *rows, column="balance") == 20 - 60
    assert of("Aton", moved(60), column="balance") is None


def test_an_unknown_bound_makes_the_sum_unknown():
    rows = moved(60), moved(12, high=float("nan"), destination_name="Ceton")
    assert of("Aton", *rows, column="out_low") == 72
    assert of("Aton", *rows, column="out_high") is None


@pytest.mark.parametrize(
    ("name", "other"),
    [("unit", "household"), ("kind", "stock"), ("measure", "arrived"), ("voices", "Red Crescent")],
)
def test_unlike_flows_have_rows_of_their_own(name, other):
    key = "voice" if name == "voices" else name
    rows = moved(60), moved(390, **{name: other})
    assert of("Aton", *rows, column="out_best", **{key: MOVED[name]}) == 60
    assert of("Aton", *rows, column="out_best", **{key: other}) == 390


def test_a_part_is_in_its_whole_already():
    assert of("Aton", moved(60), moved(10, contained_in="f1", destination_name="Ceton"),
              column="out_best") == 60  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "later", "total"),
    [
        ("flow", {"period_start": "2031-03-06", "period_end": "2031-03-09"}, 75),
        ("flow", {"period_start": "2031-03-05", "period_end": "2031-03-09"}, 60),
        ("flow", {"period_start": None, "period_end": None}, 60),
        ("delta", {"period_start": "2031-03-06", "period_end": "2031-03-06"}, 75),
        ("cumulative", {"period_start": "2031-03-06", "period_end": "2031-03-09"}, 60),
        ("stock", {"period_start": "2031-03-06", "period_end": "2031-03-09"}, 60),
    ],
)
def test_only_flows_of_days_that_do_not_overlap_are_two_crowds(kind, later, total):
    rows = moved(15, kind=kind, **later), moved(60, kind=kind)
    assert of("Aton", *rows, column="out_best") == total


def test_nobody_moved_is_an_empty_table_of_the_same_columns():
    nobody = balance(flows(conform([], CLAIMS)))
    somebody = balance(pd.DataFrame([moved(3)]))
    assert nobody.empty
    assert nobody.columns.tolist() == somebody.columns.tolist()


TOLD = {"voice": "Relief Agency", "measure": "displaced", "kind": "cumulative", "unit": "person",
        "qualifier": "exact", "place_words": "Aton", "period_start": "2031-03-01"}  # fmt: skip


def steps(*rows):
    table = differences(
        conform([{**TOLD, "claim_id": f"c{n}", **row} for n, row in enumerate(rows)], CLAIMS)
    )
    return [
        (str(row.period_start.date()), str(row.period_end.date()), row.count_best)
        for row in table.itertuples()
    ]


def test_what_a_total_moved_by_is_of_the_days_between():
    early, late = ({"period_end": "2031-03-03"}, {"period_end": "2031-03-07"})
    rose = [{"count_best": 100, **early}, {"count_best": 150, **late}]
    assert steps(*rose) == [("2031-03-04", "2031-03-07", 50)]
    again = {"count_best": 100, **early, "relay": "Paper B"}
    assert steps(*rose, again) == [("2031-03-04", "2031-03-07", 50)]


@pytest.mark.parametrize(
    "more",
    [
        {"kind": "stock"},
        {"kind": "delta"},
        {"qualifier": "at_least"},
        {"verification": "retracted"},
        {"voice": "Red Crescent"},
        {"unit": "household"},
    ],
)
def test_other_figures_have_no_difference(more):
    early = {"count_best": 100, "period_end": "2031-03-03"}
    assert steps(early, {"count_best": 150, "period_end": "2031-03-07", **more}) == []
