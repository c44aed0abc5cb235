"""Movements: unknown ends are kept, people and households never mix, running totals are no flows."""

import pytest

from mapper.errors import UnlikeFiguresError
from mapper.reconciliation import added, balance, differences, flows
from mapper.schema import CLAIMS, conform

SAID = {
    "voice": "UNHCR",
    "measure": "displaced",
    "kind": "flow",
    "unit": "person",
    "qualifier": "exact",
    "origin_words": "Sampletown",
    "destination_words": "Otherville",
    "period_start": "2025-03-07",
    "period_end": "2025-03-08",
}


def claims(*rows):
    filled = [{**SAID, "claim_id": f"c{n}", **row} for n, row in enumerate(rows)]
    return conform(filled, CLAIMS)


def test_unknown_ends_stay_unknown():
    moved = flows(claims({"count_best": 100, "destination_words": None}))
    assert moved["origin_name"].tolist() == ["Sampletown"]
    assert moved["destination_name"].isna().all()
    assert moved["destination_id"].isna().all()


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ({"measure": "arrived"}, ["", "Otherville"]),
        ({"measure": "returned"}, ["", "Otherville"]),
        ({"measure": "displaced"}, ["Otherville", ""]),
        ({"measure": "displaced", "place_role": "scene"}, ["Otherville", ""]),
        ({"measure": "displaced", "place_role": "destination"}, ["", "Otherville"]),
        ({"measure": "displaced", "place_role": "via"}, ["", ""]),
    ],
)
def test_a_place_is_the_end_that_its_measure_and_role_make_it(said, ends):
    there = {"origin_words": None, "destination_words": None, "place_words": "Otherville"}
    moved = flows(claims({**there, **said, "count_best": 5}))
    assert moved[["origin_name", "destination_name"]].fillna("").values.tolist() == [ends]


@pytest.mark.parametrize(
    "base", [{"place_words": "Base"}, {"place_id": "xx:base", "destination_id": "xx:base"}]
)
def test_who_was_displaced_to_a_place_did_not_leave_it(base):
    moved = flows(
        claims({"origin_words": None, "destination_words": "Base", "count_best": 5} | base)
    )
    assert moved[["origin_name", "destination_name"]].fillna("").values.tolist() == [["", "Base"]]
    assert moved["origin_id"].isna().all()


def test_a_figure_said_more_vaguely_of_other_days_is_in_the_flow_of_the_exact_one():
    vague = {"qualifier": "vague", "count_words": "dozens", "count_low": 12, "count_best": 12}
    moved = flows(claims({"count_best": 60}, {**vague, "period_end": "2025-03-10"}))
    assert moved["claims"].tolist() == ["c0|c1"]
    assert moved[["count_low", "count_high"]].values.tolist() == [[60, 60]]


@pytest.mark.parametrize(
    ("name", "other"), [("unit", "household"), ("kind", "delta"), ("group", "women")]
)
def test_what_is_counted_otherwise_is_a_flow_of_its_own(name, other):
    moved = flows(claims({"count_best": 60}, {"count_best": 12, name: other, "voice": "IOM"}))
    assert sorted(moved["count_high"]) == [12, 60]


def test_only_the_latest_figure_of_a_voice_makes_the_flow_and_its_relays_add_nothing():
    run = {"kind": "cumulative", "period_end": None}
    rows = [
        {**run, "count_best": 60, "published": "2025-03-09"},
        {**run, "count_best": 80, "published": "2025-03-12"},
        {**run, "count_best": 80, "published": "2025-03-12", "relay": "Paper B"},
    ]
    moved = flows(claims(*rows))
    assert moved[["count_low", "count_high", "claims"]].values.tolist() == [[80, 80, "c0|c1|c2"]]


def test_people_and_households_are_two_flows():
    moved = flows(claims({"count_best": 60}, {"count_best": 12, "unit": "household"}))
    assert sorted(moved["unit"]) == ["household", "person"]
    assert sorted(moved["count_best"]) == [12, 60]


def test_two_voices_are_one_flow_with_an_envelope_and_relays_are_one_voice():
    moved = flows(
        claims(
            {"count_best": 60, "relay": "Paper A"},
            {"count_best": 60, "relay": "Paper B"},
            {"count_best": 80, "voice": "IOM"},
        )
    )
    assert len(moved) == 1
    assert moved[["count_low", "count_high"]].values.tolist() == [[60, 80]]
    assert moved["claims"].tolist() == ["c0|c1|c2"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"unit": "household"}, "c0 and c1: their units are person and household"),
        ({"kind": "stock"}, "c0 and c1: their kinds are flow and stock"),
        ({"voice": "IOM"}, "c0 and c1: their voices are unhcr and iom"),
        ({"measure": "arrived"}, "c0 and c1: what they count are displaced and arrived"),
        ({"count_best": 60}, "c0 and c1: they tell one figure twice"),
    ],
)
def test_unlike_figures_are_never_added(change, words):
    with pytest.raises(UnlikeFiguresError, match=words):
        added(claims({"count_best": 60}, {"count_best": 80, **change}))


def test_two_rounds_of_a_stock_are_never_added():
    rounds = claims(
        {"count_best": 60, "kind": "stock", "place_words": "Otherville"},
        {
            "count_best": 80,
            "kind": "stock",
            "place_words": "Otherville",
            "period_start": "2025-04-07",
            "period_end": "2025-04-08",
        },
    )
    with pytest.raises(UnlikeFiguresError, match="are one series, in which the later supersedes"):
        added(rounds)


def test_what_lies_beside_each_other_is_added_bound_by_bound():
    total = added(
        claims(
            {"count_low": 60, "count_best": 60, "count_high": 60},
            {
                "count_low": 5,
                "count_best": 5,
                "qualifier": "at_least",
                "origin_words": "Thirdham",
            },
        )
    )
    assert (total.low, total.best, total.high) == (65, 65, None)


def test_the_origin_total_is_what_arrived_somewhere_and_what_went_nobody_knows_where():
    moved = flows(
        claims(
            {"count_low": 60, "count_best": 60, "count_high": 60},
            {
                "count_low": 12,
                "count_best": 12,
                "qualifier": "vague",
                "destination_words": None,
            },
            {"count_best": 500, "voice": "IOM", "destination_words": "Thirdham"},
        )
    )
    table = balance(moved).set_index(["place", "voice"])
    mine = table.loc[("Sampletown", "UNHCR")]
    assert mine["out_low"] == mine["out_known_low"] + mine["out_unknown_low"] == 72
    assert table.loc[("Otherville", "UNHCR"), "in_best"] == 60
    assert table.loc[("Sampletown", "International Organization for Migration"), "out_best"] == 500


def test_a_running_total_gives_flows_and_a_fall_is_a_revision():
    run = {"kind": "cumulative", "place_words": "Otherville", "period_start": "2025-03-01"}
    steps = differences(
        claims(
            {**run, "count_best": 100, "count_low": 100, "count_high": 100},
            {
                **run,
                "count_low": 150,
                "count_best": 150,
                "count_high": 150,
                "period_end": "2025-03-10",
            },
            {
                **run,
                "count_low": 140,
                "count_best": 140,
                "count_high": 140,
                "period_end": "2025-03-12",
            },
        )
    )
    assert steps["count_best"].tolist()[0] == 50
    assert steps["count_best"].isna().tolist() == [False, True]
    assert steps["revision"].tolist()[1] == 10
    assert "nobody published it" in steps["note"].iloc[0]


def test_the_flows_of_several_years_are_added_and_stocks_never_are():
    years = [
        {
            "count_best": number,
            "period_start": f"{year}-01-01",
            "period_end": f"{year}-12-31",
            "kind": kind,
        }
        for kind in ("flow", "stock")
        for year, number in ((2030, 100), (2031, 40), (2032, 7))
    ]
    whole = {"count_best": 30, "period_start": "2031-03-01", "period_end": "2031-04-30"}
    table = balance(flows(claims(*years, whole))).set_index(["place", "kind"])
    # The two months lie inside a year of the same voice; of a stock only the last round stands.
    assert table.loc[("Sampletown", "flow"), "out_best"] == 147
    assert table.loc[("Sampletown", "stock"), "out_best"] == 7
    assert table.loc[("Otherville", "flow"), "in_best"] == 147


def test_words_that_several_papers_pass_on_are_kept():
    vague = {"qualifier": "vague", "count_words": "dozens", "count_low": 12, "count_best": 12}
    moved = flows(claims({**vague, "relay": "Paper A"}, {**vague, "relay": "Paper B"}))
    assert moved[["qualifier", "count_words"]].values.tolist() == [["vague", "dozens"]]
