"""What may be done to claims without changing anything that is counted."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.reconciliation import flows, reconcile, series, totals
from mapper.schema import CLAIMS, conform

PLACES = {
    "Examplia": ("country", "", ""),
    "North Example": ("adm1", "XXA1", ""),
    "South Example": ("adm1", "XXA2", ""),
    "Sampletown": ("settlement", "XXA1", "XXA11"),
    "Otherville": ("settlement", "XXA2", "XXA21"),
}


@st.composite
def one_claim(draw):
    place = draw(st.sampled_from(sorted(PLACES)))
    precision, adm1, adm2 = PLACES[place]
    start = draw(st.integers(1, 9))
    end = start + draw(st.integers(0, 4))
    low = draw(st.integers(0, 40))
    qualifier = draw(st.sampled_from(["exact", "more_than", "vague"]))
    return {
        "voice": draw(st.sampled_from(["SOHR", "SNHR", "Reuters", "local sources", ""])),
        "relay": draw(st.sampled_from(["Paper A", "Paper B"])),
        "report_id": draw(st.sampled_from(["r1", "r2"])),
        "measure": draw(st.sampled_from(["killed", "killed", "injured", "displaced"])),
        "kind": draw(st.sampled_from(["cumulative", "flow", "delta"])),
        "unit": "person",
        "count_low": low,
        "count_best": low,
        "count_high": low if qualifier == "exact" else None,
        "qualifier": qualifier,
        "group": draw(st.sampled_from(["civilians", "all", "women", "soldiers"])),
        "place_id": place,
        "place_name": place,
        "precision": precision,
        "country": "XXA",
        "adm1_pcode": adm1,
        "adm2_pcode": adm2,
        "period_start": f"2025-03-{start:02}",
        "period_end": f"2025-03-{end:02}",
        "published": f"2025-03-{end + draw(st.integers(0, 3)):02}",
    }


@st.composite
def tables(draw):
    rows = draw(st.lists(one_claim(), min_size=1, max_size=12))
    return conform([{**row, "claim_id": f"c{n:02}"} for n, row in enumerate(rows)], CLAIMS)


def counted(claims):
    """All that is counted, without the names of the claims it rests on."""
    gone = ["claims", "reasons", "geometry", "standing", "parts", "within", "contained_in"]
    return [
        pd.DataFrame(table).drop(columns=gone, errors="ignore").reset_index(drop=True)
        for table in (reconcile(claims), flows(claims), series(claims), totals(claims))
    ]


def same(left, right):
    for a, b in zip(counted(left), counted(right), strict=True):
        columns = list(a.columns)
        a, b = (t.sort_values(columns, kind="stable", ignore_index=True) for t in (a, b))
        pd.testing.assert_frame_equal(a, b)


quick = settings(max_examples=15, deadline=None, derandomize=True)


@quick
@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_nothing(claims, random):
    order = list(range(len(claims)))
    random.shuffle(order)
    same(claims, claims.iloc[order])


@quick
@given(tables())
def test_splitting_a_report_in_two_changes_nothing(claims):
    halves = claims.assign(report_id=[f"half{n % 2}" for n in range(len(claims))])
    same(claims, halves)


@quick
@given(tables())
def test_a_relay_more_changes_nothing(claims):
    named = claims[claims["voice"].isin(["SOHR", "SNHR", "Reuters"])]
    again = named.assign(claim_id=named["claim_id"] + "-again", relay="Paper C", report_id="r3")
    same(claims, conform(pd.concat([claims, again], ignore_index=True), CLAIMS))


@quick
@given(tables())
def test_no_total_exceeds_its_voices_own_without_saying_so(claims):
    table = totals(claims)
    beyond = (table["located_low"] > table["count_high"]).fillna(value=False)
    said = table["note"].fillna("").str.contains("exceed")
    assert (beyond == (said & ~table["note"].fillna("").str.contains("by group"))).all()


@quick
@given(tables())
def test_every_figure_stands_in_the_table_it_came_from(claims):
    numbers = set(claims["count_best"].dropna())
    for table in (series(claims), totals(claims)):
        assert set(table["count_best"].dropna()) <= numbers


@pytest.mark.parametrize("columns", [["claim_id"], ["claim_id", "measure"]])
def test_a_table_with_next_to_nothing_in_it_is_no_error(columns):
    claims = conform([dict.fromkeys(columns, "killed")], CLAIMS)
    for table in (reconcile(claims), flows(claims), series(claims), totals(claims)):
        assert len(table) <= 1
    for table in counted(conform([], CLAIMS)):
        assert table.empty
