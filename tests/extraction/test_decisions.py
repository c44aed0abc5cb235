from datetime import date

import pytest

from mapper.errors import TableError
from mapper.extraction import apply_decisions, extract, keep_decisions, to_review
from mapper.model import Report
from mapper.schema import CLAIMS
from mapper.storage import read_table, write_table

REPORT = Report(
    "report:1",
    "a.txt",
    "",
    "The Gazette",
    language="en",
    published=date(2025, 3, 9),
    body="Officials said 12 people were killed in Redford on Friday, including 3 children. Another 5 were wounded.",
)


@pytest.fixture
def reading():
    return extract(REPORT)


@pytest.fixture
def table(reading, tmp_path):
    """The table as it comes back from a spreadsheet."""
    write_table(to_review(reading.claims), tmp_path / "claims.csv", CLAIMS)
    return read_table(tmp_path / "claims.csv", CLAIMS)


def test_an_untouched_table_says_nothing(reading, table):
    assert keep_decisions(reading.claims, table)["review"].isna().all()


def test_a_decision_and_its_author_survive_a_second_reading(reading, table):
    table.loc[0, ["review", "reviewer", "reviewed_at"]] = ["accepted", "RS", "2025-03-10"]
    kept = keep_decisions(reading.claims, table)
    assert kept.loc[0, ["review", "reviewer", "reviewed_at"]].tolist() == [
        "accepted",
        "RS",
        "2025-03-10",
    ]
    assert len(kept) == len(table)


def test_an_edit_without_a_word_is_a_correction(reading, table):
    table.loc[0, "count_best"] = 14
    table.loc[0, "count_high"] = 14
    kept = keep_decisions(reading.claims, table)
    assert (kept.loc[0, "review"], kept.loc[0, "count_best"]) == ("corrected", 14)


def test_a_row_that_a_person_writes_is_kept_as_added(reading, table):
    table.loc[len(table), ["measure", "count_low", "voice"]] = ["missing", 2, "a relative"]
    kept = keep_decisions(reading.claims, table)
    added = kept[kept["review"] == "added"]
    assert added["measure"].tolist() == ["missing"]
    assert added["claim_id"].notna().all()


def test_a_rejected_claim_stays_and_says_so(reading, table):
    table.loc[0, ["review", "reviewer", "reviewed_at"]] = ["rejected", "RS", "2025-03-10"]
    after = apply_decisions(reading.claims, table)
    assert after.loc[0, ["review", "reviewer"]].tolist() == ["rejected", "RS"]
    assert len(after) == len(reading.claims)


def test_a_word_that_is_no_decision_is_said(reading, table):
    table.loc[0, "review"] = "maybe"
    with pytest.raises(TableError, match="'maybe' in row 1 is no decision"):
        apply_decisions(reading.claims, table)
