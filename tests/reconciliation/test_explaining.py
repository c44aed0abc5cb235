"""Every number can be explained, down to the quote."""

import copy

import pytest
import shapely

from mapper.errors import InputError
from mapper.reconciliation import decide, explain, flows, opened, reconcile
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


SAID = {"measure": "killed", "unit": "person", "kind": "cumulative", "place_words": "Sampletown",
        "voice": "Example Monitor", "period_start": "2031-03-07", "period_end": "2031-03-08"}  # fmt: skip


def told(*rows):
    return conform([{"claim_id": f"c{n}", **SAID, **row} for n, row in enumerate(rows)], CLAIMS)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (
            {"count_low": 12, "count_best": 12, "qualifier": "vague", "count_words": "dozens",
             "group": "civilians"},
            ["killed: dozens (counted as at least 12)\n", "dozens of civilians killed"],
        ),
        (
            {"count_low": 3, "count_best": 3, "qualifier": "vague", "count_words": "several"},
            ["several people reported killed", "several people killed"],
        ),
        ({"count_best": 745, "qualifier": "about"}, ["killed: about 745\n"]),
        (
            {"count_low": 1000, "count_best": 1000, "qualifier": "more_than"},
            ["killed: more than 1,000\n"],
        ),
        (
            {"count_low": 5, "count_best": 6, "count_high": 9, "qualifier": "range"},
            ["killed: 5–9; most credible: 6\n"],
        ),
        ({"qualifier": "unspecified"}, ["an unknown number of people killed"]),
        ({"count_best": 1, "qualifier": "exact"}, ["1 person reported killed"]),
    ],
)  # fmt: skip
def test_a_figure_keeps_its_hedge_and_its_words(figure, words):
    text = explain(reconcile(told(figure)).iloc[0])
    for one in words:
        assert one in text


def test_a_claim_by_itself_names_the_others_by_what_they_say():
    exact = {"count_best": 60, "qualifier": "exact"}
    again = {**exact, "count_best": 80, "period_end": "2031-03-09"}
    text = explain("c0", told(exact, again))
    assert (
        "“80 people killed, Sampletown, 7–9 March 2031” (Example Monitor; c1) replaces this" in text
    )


def test_a_claim_says_what_people_changed_in_it():
    claims = told({"count_best": 60, "qualifier": "exact"})
    by = {"reason": "a slip", "person": "A. Editor", "day": "2031-04-01"}
    log = decide(None, "c0", "corrected", column="count_best", after="6", **by)
    log = decide(log, "c0", "corrected", column="group", after="women", **by)
    text = explain("c0", opened(claims, log=log))
    assert (
        "changed “the figure, most credible” of this from 60 to 6 on 1 April 2031: a slip" in text
    )
    assert "changed “the people counted, as written” of this from nothing to women" in text


def test_a_figure_that_a_person_struck_out_is_told():
    claims = told({"count_low": 60, "count_best": 60, "qualifier": "exact"})
    by = {"reason": "a slip", "person": "A. Editor", "day": "2031-04-01"}
    log = decide(None, "c0", "corrected", column="count_best", after=None, **by)
    incident = reconcile(claims, log=log).iloc[0]
    told_so = (
        "changed “the figure, most credible” of this from 60 to nothing on 1 April 2031: a slip"
    )
    assert told_so in explain("c0", opened(claims, log=log))
    assert told_so.replace("this", "[1]") in explain(incident)


def test_who_took_back_a_figure_is_told_and_that_it_counts_nowhere():
    text = explain(reconcile(told({"count_best": 60, "verification": "retracted"})).iloc[0])
    assert "support: discounted, whoever said it has taken it back" in text
    assert "not counted: its source took it back" in text


def test_a_flow_is_told_with_its_ends_and_what_holds_it():
    moved = {"measure": "displaced", "origin_words": "Aton", "destination_words": "Beton",
             "qualifier": "exact", "total": "yes"}  # fmt: skip
    families = {**moved, "count_best": 390, "unit": "household", "group": "Betonian families"}
    table = flows(told({**moved, "count_best": 21637}, {**families, "total": ""}))
    text = explain(table.set_index("unit", drop=False).loc["household"])
    assert "390 families from Aton to Beton, 7–8 March 2031\n" in text
    assert "part of 21,637 people from Aton to Beton, 7–8 March 2031 [flow:" in text
    assert "390 Betonian families displaced, from Aton to Beton, 7–8 March 2031" in text


@pytest.mark.parametrize(
    ("voice", "said"),
    [
        ("local media", "said by local media, passed on by Paper A"),
        ("", "said by Paper A\n"),
        ("reportedly", "said by somebody who is not named (“reportedly”), passed on by Paper A"),
    ],
)
def test_who_says_it_is_told_once(voice, said):
    text = explain("c0", told({"count_best": 1, "voice": voice, "relay": "Paper A"}))
    assert said in text + "\n"


def test_accounts_on_one_spot_are_at_one_place():
    spot = {"precision": "settlement", "geometry": shapely.Point(20, 10), "qualifier": "exact"}
    text = explain(
        reconcile(
            told({**spot, "count_best": 7}, {**spot, "count_best": 7, "voice": "Other"})
        ).iloc[0]
    )
    assert "[1] and [2] are taken for one event: at one place, the days overlap" in text
