"""Decisions are only ever added, outlive the data, and are replayed at every rebuild."""

import json

import pytest

from mapper.errors import InputError
from mapper.reconciliation import decide, explain, reconcile, replayed, series, totals
from mapper.schema import CLAIMS, conform

BY = {"person": "A. Editor", "day": "2025-03-14"}


@pytest.fixture
def claims():
    said = {"measure": "killed", "unit": "person", "qualifier": "exact", "kind": "flow"}
    said |= {"place_words": "Sampletown", "period_start": "2025-03-07", "period_end": "2025-03-07"}
    return conform(
        [
            {**said, "claim_id": "a", "report_id": "r1", "voice": "SOHR", "count_best": 7},
            {**said, "claim_id": "b", "report_id": "r2", "voice": "SNHR", "count_best": 9},
        ],
        CLAIMS,
    )


def test_a_retracted_claim_leaves_the_totals_and_stays_in_the_log(claims):
    log = decide(None, "b", "retracted", reason="withdrawn by SNHR", **BY)
    dead = replayed(claims, log)
    assert len(dead) == len(claims)
    assert totals(dead)["voice"].tolist() == ["SOHR"]
    assert series(dead)["claims"].tolist() == ["a"]
    incident = reconcile(claims, log=log).set_index("claims").loc["a|b"]
    assert (incident["deaths_low"], incident["deaths_high"]) == (7, 7)
    assert "withdrawn by SNHR" in explain("b", dead)


def test_a_tombstone_wins_when_the_claim_is_read_again(claims):
    log = decide(None, "b", "retracted", reason="withdrawn", **BY)
    read_again = claims.copy()
    again = replayed(read_again, log)
    assert again.set_index("claim_id").loc["b", "verification"] == "retracted"


def test_what_all_voices_took_back_is_discounted(claims):
    log = decide(None, "r1", "retracted", reason="not him", **BY)
    log = decide(log, "r2", "retracted", reason="not her", **BY)
    incidents = reconcile(claims, log=log)
    assert set(incidents["grade"]) == {"discounted"}
    assert totals(replayed(claims, log)).empty


def test_an_override_changes_one_value_and_the_last_word_holds(claims):
    log = decide(None, "a", "corrected", column="count_best", after="8", reason="typo", **BY)
    log = decide(log, "a", "corrected", column="count_best", after="6", reason="typo again", **BY)
    assert log["revision"].tolist() == [1, 2]
    row = replayed(claims, log).set_index("claim_id").loc["a"]
    assert row["count_best"] == 6


def test_a_person_may_grade_an_incident_with_a_note(claims):
    name = reconcile(claims)["incident_id"].iloc[0]
    log = decide(None, name, "graded", after="contested", reason="a rival account", **BY)
    incident = reconcile(claims, log=log).set_index("incident_id").loc[name]
    assert incident["grade"] == "contested"
    assert "a rival account" in incident["reasons"]
    assert "a rival account" in explain(reconcile(claims, log=log).iloc[0])


def test_a_decision_needs_a_reason_and_something_to_decide():
    with pytest.raises(InputError, match="needs a reason"):
        decide(None, "a", "retracted", reason="", **BY)
    for action, more, words in (
        ("corrected", {"column": "colour"}, "cannot correct 'colour'"),
        ("burnt", {}, "no decision 'burnt'"),
        ("graded", {"after": "superb"}, "no grade 'superb'"),
    ):
        with pytest.raises(InputError, match=words):
            decide(None, "a", action, reason="so", **more, **BY)


def test_a_correction_is_stamped_and_told(claims):
    log = decide(None, "a", "corrected", column="count_best", after="9", reason="a slip", **BY)
    log = decide(log, "a", "corrected", column="voice", after="SOHR", reason="misread", **BY)
    row = replayed(claims, log).set_index("claim_id").loc["a"]
    assert row["review"] == "corrected"
    notes = json.loads(row["corrections"])
    assert [(note["column"], note["before"], note["after"]) for note in notes] == [
        ("count_best", str(claims["count_best"].iloc[0]), "9"),
        ("voice", claims["voice"].iloc[0], "SOHR"),
    ]
    incident = reconcile(claims, log=log).iloc[0]
    codes = [record["code"] for record in json.loads(incident["reason_codes"])]
    assert codes.count("corrected") == 2
    assert (
        "a person changed “the figure, most credible” of a from 7 to 9 on 14 March 2025: a slip"
        in incident["reasons"]
    )


def test_who_decided_stands_in_the_log_alone(claims):
    name = reconcile(claims)["incident_id"].iloc[0]
    log = decide(None, name, "graded", after="contested", reason="a rival account", **BY)
    log = decide(log, "a", "corrected", column="count_best", after="9", reason="a slip", **BY)
    log = decide(log, "b", "retracted", reason="withdrawn", **BY)
    for table in (replayed(claims, log), reconcile(claims, log=log)):
        assert "Editor" not in table.to_csv()
    assert set(log["person"]) == {"A. Editor"}


def test_decisions_hold_in_the_order_of_the_log_whatever_the_order_of_its_rows(claims):
    log = decide(None, "a", "corrected", column="count_best", after="8", reason="typo", **BY)
    log = decide(log, "a", "corrected", column="count_best", after="6", reason="again", **BY)
    assert replayed(claims, log[::-1]).set_index("claim_id").loc["a", "count_best"] == 6


def test_a_decision_on_a_report_is_one_on_each_of_its_claims_and_on_no_other(claims):
    dead = replayed(claims, decide(None, "r1", "rejected", reason="a copy", **BY))
    assert dead.set_index("claim_id")["review"].fillna("").to_dict() == {"a": "rejected", "b": ""}
    accepted = decide(None, "a", "accepted", reason="seen", **BY)
    assert replayed(claims, accepted)["review"].fillna("").tolist() == ["accepted", ""]


def test_what_the_program_noted_by_itself_is_no_decision(claims):
    log = decide(None, "a", "retracted", reason="withdrawn", **BY)
    for change in ({"action": "added"}, {"person": None}, {"action": "corrected", "column": None}):
        assert replayed(claims, log.assign(**change)).equals(replayed(claims, None))
