from dataclasses import replace
from datetime import date

import pandas as pd
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


def test_a_column_that_somebody_took_out_is_as_it_was_read(reading, table):
    table.loc[0, ["count_low", "count_best", "count_high"]] = 14
    after = apply_decisions(reading.claims, table.drop(columns=["quote", "report_id", "relay"]))
    assert after["review"].tolist()[0] == "corrected"
    assert after["review"].isna().sum() == len(after) - 1
    assert after["quote"].tolist() == reading.claims["quote"].tolist()
    assert after["report_id"].tolist() == reading.claims["report_id"].tolist()


@pytest.mark.parametrize("mark", [None, "9.71E+11", "97100000000"])
def test_an_edit_is_seen_without_its_fingerprint_too(reading, table, mark):
    table.loc[0, ["count_low", "count_best", "count_high"]] = 14
    table["fingerprint"] = pd.Series(mark, index=table.index, dtype="str")
    rows = table.drop(columns="fingerprint") if mark is None else table
    after = apply_decisions(reading.claims, rows)
    assert after["count_best"].tolist()[0] == 14
    assert after["review"].dropna().tolist() == ["corrected"]


def test_without_ids_nothing_is_counted_twice(reading, table):
    with pytest.raises(TableError, match="has lost its column claim_id"):
        apply_decisions(reading.claims, table.drop(columns="claim_id"))


def test_a_row_that_stands_there_twice_is_one_claim(reading, table):
    table.loc[0, "review"] = "accepted"
    twice = pd.concat([table, table.iloc[[0]]], ignore_index=True)
    assert len(apply_decisions(reading.claims, twice)) == len(reading.claims)
    twice.loc[len(table), "voice"] = "somebody else"
    with pytest.raises(TableError, match=f"stands in rows 1 and {len(table) + 1}, and not alike"):
        apply_decisions(reading.claims, twice)


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("count_best", 10, "count_low 12 is more than count_best 10 in row 1"),
        ("count_low", -5, "count_low -5 in row 1 is less than 0"),
        ("measure", "murdered", "'murdered' in row 1 is not one of killed"),
    ],
)
def test_a_correction_that_cannot_be_is_said(reading, table, column, value, words):
    table.loc[0, column] = value
    with pytest.raises(TableError, match=words):
        apply_decisions(reading.claims, table)
    table.loc[0, "review"] = "rejected"
    assert len(apply_decisions(reading.claims, table)) == len(reading.claims)


def test_letters_lost_to_question_marks_are_no_correction(reading, table):
    table.loc[1, "quote"] = "?????? 5 ?????"
    with pytest.raises(TableError, match="letters of row 2 have become question marks"):
        apply_decisions(reading.claims, table)


def _changed(body):
    return extract(replace(REPORT, report_id="report:2", body=body)).claims


def test_decisions_go_over_to_the_text_as_it_is_now(table):
    table.loc[0, ["review", "reviewer"]] = ["accepted", "RS"]
    table.loc[1, "review"] = "accepted"
    table.loc[2, ["count_low", "count_best", "count_high"]] = 6
    now = _changed("Updated. " + REPORT.body)
    for after in (keep_decisions(now, table), apply_decisions(now, table)):
        assert after["claim_id"].tolist() == now["claim_id"].tolist()
        assert after["review"].tolist() == ["accepted", "accepted", "corrected"]
        assert after["count_best"].tolist() == [12, 3, 6]
        assert after["char_start"].tolist() == now["char_start"].tolist()
        assert after["contained_in"].tolist()[1] == now["claim_id"].tolist()[0]


def test_what_a_text_says_no_more_stays_if_it_was_decided_on(table):
    table.loc[2, "review"] = "accepted"
    now = _changed(REPORT.body.replace("Another 5 were wounded.", "Others fled."))
    kept = keep_decisions(now, table)
    assert kept["review"].dropna().tolist() == ["accepted"]
    assert kept["quote"].tolist().count("5 were wounded") == 1
    assert len(kept) == len(now) + 1
    table["review"] = None
    assert len(keep_decisions(now, table)) == len(now)


def test_another_report_in_a_file_of_that_name_is_another(table):
    other = _changed("Nine people drowned in Greenhill.")
    assert len(keep_decisions(other, table)) == len(table) + len(other)
