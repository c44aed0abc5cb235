"""Whom a report means by "a war monitor", and whom it does not."""

import pytest

from mapper.reconciliation import opened
from mapper.schema import CLAIMS, conform

RELAYED = {"claim_id": "a", "voice": "SOHR", "report_id": "r1"}


def voices(*rows):
    """Return the voices of claims, by their ids."""
    said = {"measure": "killed", "count_best": 7, "qualifier": "exact"}
    rows = opened(conform([{**said, **row} for row in rows], CLAIMS)).rows
    return rows["voice"].tolist()


@pytest.mark.parametrize("words", ["a war monitor", "the monitor", "The Monitor"])
def test_a_description_is_the_one_monitor_its_report_names(words):
    assert voices(RELAYED, {"claim_id": "b", "voice": words, "report_id": "r1"}) == ["sohr", "sohr"]


@pytest.mark.parametrize("name", ["Example Monitor", "the Hill Observatory"])
def test_a_monitor_that_has_a_name_is_itself(name):
    here = voices(RELAYED, {"claim_id": "b", "voice": name, "report_id": "r1"})
    assert here[0] == "sohr"
    assert here[1] not in {"sohr", ""}


def test_two_monitors_leave_it_open_which_is_meant():
    second = {"claim_id": "c", "voice": "SNHR", "report_id": "r1"}
    meant = {"claim_id": "b", "voice": "a war monitor", "report_id": "r1"}
    assert voices(RELAYED, meant, second)[1] not in {"sohr", "snhr"}


@pytest.mark.parametrize("report", ["r2", None])
def test_another_report_or_one_that_nobody_knows_names_nobody(report):
    meant = {"claim_id": "b", "voice": "a war monitor", "report_id": report}
    unknown = {**RELAYED, "report_id": None if report is None else "r1"}
    assert voices(unknown, meant)[1] != "sohr"
