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
    rows = draw(st.lists(one_claim(), min_size=15, max_size=40))
    return conform([{**row, "claim_id": f"c{n:02}"} for n, row in enumerate(rows)], CLAIMS)


def counted(claims):
    """All that is counted, without the names of the claims it rests on."""
    gone = [
        "claims",
        "reasons",
        "reason_codes",
        "geometry",
        "standing",
        "parts",
        "within",
        "contained_in",
    ]
    return [
        pd.DataFrame(table).drop(columns=gone, errors="ignore").reset_index(drop=True)
        for table in (reconcile(claims), flows(claims), series(claims), totals(claims))
    ]


def assert_same(before, claims):
    for was, now in zip(before, counted(claims), strict=True):
        columns = list(was.columns)
        left, right = (
            table.sort_values(columns, kind="stable", ignore_index=True) for table in (was, now)
        )
        pd.testing.assert_frame_equal(left, right)


# A table of many claims costs what a table of few does: few examples, each of them rich.
@settings(max_examples=3, deadline=None, derandomize=True)
@given(tables(), st.randoms(use_true_random=False))
def test_what_changes_nothing(claims, random):
    before = counted(claims)
    order = list(range(len(claims)))
    random.shuffle(order)
    assert_same(before, claims.iloc[order])
    halves = claims.assign(report_id=[f"half{n % 2}" for n in range(len(claims))])
    assert_same(before, halves)
    named = claims[claims["voice"].isin(["SOHR", "SNHR", "Reuters"])]
    again = named.assign(claim_id=named["claim_id"] + "-again", relay="Paper C", report_id="r3")
    assert_same(before, conform(pd.concat([claims, again], ignore_index=True), CLAIMS))


@settings(max_examples=8, deadline=None, derandomize=True)
@given(tables())
def test_totals_say_nothing_their_voice_did_not(claims):
    table = totals(claims)
    note = table["note"].fillna("")
    beyond = (table["located_low"] > table["count_high"]).fillna(value=False)
    assert (beyond == note.str.startswith("its parts exceed")).all()
    numbers = set(claims["count_best"].dropna())
    for shown in (table, series(claims)):
        assert set(shown["count_best"].dropna()) <= numbers


@pytest.mark.parametrize("columns", [["claim_id"], ["claim_id", "measure"]])
def test_a_table_with_next_to_nothing_in_it_is_no_error(columns):
    claims = conform([dict.fromkeys(columns, "killed")], CLAIMS)
    for table in (reconcile(claims), flows(claims), series(claims), totals(claims)):
        assert len(table) <= 1
    for table in counted(conform([], CLAIMS)):
        assert table.empty
