"""Every number can be explained, down to the quote."""

import copy

import pytest

from mapper.errors import InputError
from mapper.reconciliation import explain, flows, reconcile
from mapper.schema import CLAIMS, conform


@pytest.fixture
def table():
    said = {"measure": "killed", "unit": "person", "place_words": "Sampletown", "voice": "SOHR"}
    return conform(
        [
            {
                **said,
                "claim_id": "a",
                "count_low": 12,
                "count_best": 12,
                "qualifier": "vague",
                "count_words": "dozens",
                "quote": "dozens were killed",
                "relay": "BBC News",
                "published": "2025-03-09",
            },
            {**said, "claim_id": "b", "measure": "statement", "quote": "it is calm"},
            {
                **said,
                "claim_id": "c",
                "measure": "displaced",
                "count_best": 5,
                "origin_words": "Sampletown",
            },
        ],
        CLAIMS,
    )


def test_a_row_knows_its_claims_even_after_slicing_and_copying(table):
    incidents = reconcile(table)
    text = explain(copy.deepcopy(incidents[incidents["deaths_low"] > 1]).iloc[0])
    assert "“dozens were killed”" in text
    assert "said by SOHR, passed on by BBC News, published 9 March 2025" in text


def test_incidents_can_still_be_written(table, tmp_path):
    pytest.importorskip("pyarrow")
    reconcile(table).to_parquet(tmp_path / "i.parquet")
    reconcile(table).to_json()


def test_every_id_is_explained(table):
    incident, flow = reconcile(table).iloc[0], flows(table).iloc[0]
    assert explain(incident["incident_id"], table) == explain(incident)
    assert explain(flow["flow_id"], table) == explain(flow)
    assert "counts nobody" in explain("b", table)


def test_what_is_unknown_is_said(table):
    with pytest.raises(InputError, match="no claim, incident or flow 'x'"):
        explain("x", table)
    with pytest.raises(InputError, match="without the claims"):
        explain("a")
    with pytest.raises(InputError, match="hand in a row or an id"):
        explain(3)


def test_the_derivation_is_told_by_numbers_and_what_stands_elsewhere_in_brief():
    said = {"measure": "killed", "unit": "person", "kind": "flow", "qualifier": "exact",
            "period_start": "2031-03-07", "period_end": "2031-03-07", "precision": "settlement",
            "place_words": "Sampletown", "group": "civilians"}  # fmt: skip
    claims = conform(
        [
            {**said, "claim_id": "a", "voice": "SOHR", "count_best": 7, "quote": "seven died"},
            {**said, "claim_id": "b", "voice": "SNHR", "count_best": 8},
            {**said, "claim_id": "c", "voice": "SCM", "count_best": 90},
        ],
        CLAIMS,
    )
    found = reconcile(claims)
    text = explain(found[found["deaths_low"] == 7].iloc[0])
    assert "killed: 7–8; most credible: 7" in text
    assert "support: fair, 2 independent sources" in text
    assert "[1] a: 7 civilians killed, Sampletown, 7 March 2031" in text
    assert "[1] and [2] are taken for one event: at one place, the days overlap" in text
    assert "kept apart from “90 civilians killed, Sampletown, 7 March 2031”" in text
    assert "how its figure was made: lowest and highest are those of the independent" in text
