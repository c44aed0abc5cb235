import json
from datetime import date

import pytest
from shapely import Point

from mapper.errors import CaseError
from mapper.schema import CLAIMS, REFUSED, REPORTS, TEXTS, conform
from mapper.storage.versions import put_in, take_out


def reading(report_id, *quotes, path="a.txt", publisher="Example Monitor", **more):
    claims = [
        {
            "claim_id": f"{report_id}:{place}:killed",
            "report_id": report_id,
            "quote": quote,
            "measure": "killed",
            "count_low": place,
            "period_start": "2025-03-07",
            "geometry": Point(20, 10),
        }
        for place, quote in enumerate(quotes)
    ]
    report = {"report_id": report_id, "path": path, "publisher": publisher, "sha256": report_id}
    return {
        "reports": conform([{**report, **more}], REPORTS),
        "claims": conform(claims, CLAIMS),
        "texts": conform([{"report_id": report_id, "body": " ".join(quotes)}], TEXTS),
        "refused": conform([{"report": path, "value": report_id}], REFUSED),
    }


def decide(tables, claim_id, decision):
    claims = tables["claims"]
    claims.loc[claims["claim_id"] == claim_id, "review"] = decision


def test_the_same_bytes_again_change_nothing():
    once = put_in({}, reading("r1", "3 killed"))
    again = put_in(once.tables, reading("r1", "3 killed"))

    assert once.done == ["a.txt: added with 1 claim"]
    assert again.done == []
    for name, frame in once.tables.items():
        assert again.tables[name].equals(frame), name


def test_a_changed_file_is_a_new_version_and_the_old_one_stays_in_the_log():
    tables = put_in({}, reading("r1", "3 killed", "4 killed")).tables

    tables, done = put_in(tables, reading("r2", "5 killed"))

    assert done == ["a.txt: new version with 1 claim; 2 of r1 left"]
    assert tables["reports"]["report_id"].tolist() == ["r2"]
    assert tables["claims"]["claim_id"].tolist() == ["r2:0:killed"]
    assert tables["texts"]["report_id"].tolist() == ["r1", "r2"]
    assert tables["refused"]["value"].tolist() == ["r2"]
    log = tables["revisions"]
    assert log["revision"].tolist() == [1, 2, 3, 4, 5]
    assert log["action"].tolist() == ["added", "removed", "removed", "removed", "added"]
    first = json.loads(log["before"].iloc[1])
    assert (first["quote"], first["count_low"], first["geometry"]) == (
        "3 killed",
        0,
        "POINT (20 10)",
    )


def test_decisions_go_over_to_the_new_version_and_none_is_lost():
    tables = put_in({}, reading("r1", "3 killed", "4 killed", "6 killed")).tables
    decide(tables, "r1:0:killed", "rejected")
    decide(tables, "r1:1:killed", "accepted")

    tables, _ = put_in(tables, reading("r2", "headline", "3 killed"))

    assert tables["claims"].set_index("claim_id")["review"].fillna("").to_dict() == {
        "r1:1:killed": "accepted",
        "r2:0:killed": "",
        "r2:1:killed": "rejected",
    }
    assert tables["reports"]["report_id"].tolist() == ["r1", "r2"]


def test_a_corrected_claim_takes_the_place_of_what_is_read_again():
    tables = put_in({}, reading("r1", "3 killed", "4 killed")).tables
    decide(tables, "r1:0:killed", "corrected")
    tables["claims"].loc[0, "count_best"] = 33

    tables, _ = put_in(tables, reading("r2", "3 killed", "4 killed"))

    assert tables["claims"]["claim_id"].tolist() == ["r1:0:killed", "r2:1:killed"]
    assert tables["claims"]["count_best"].fillna(0).tolist() == [33, 0]


def test_decisions_on_a_report_that_is_here_are_taken_once_and_logged():
    tables = put_in({}, reading("r1", "3 killed", "4 killed")).tables
    edited = reading("r1", "3 killed", "4 killed", "9 killed")
    edited["claims"]["review"] = ["rejected", None, "added"]
    edited["claims"]["reviewer"] = ["A. Person", None, "A. Person"]

    tables, done = put_in(tables, edited)
    again = put_in(tables, edited)

    assert done == ["a.txt: 2 decisions"]
    assert again.done == []
    assert tables["claims"]["review"].fillna("").tolist() == ["rejected", "", "added"]
    assert tables["claims"]["reviewer"].fillna("").tolist() == ["A. Person", "", "A. Person"]
    log = tables["revisions"].iloc[1:]
    assert log["action"].tolist() == ["rejected", "added"]
    assert log["person"].tolist() == ["A. Person", "A. Person"]
    assert json.loads(log["before"].iloc[0])["quote"] == "3 killed"
    assert log["before"].isna().tolist() == [False, True]


def test_two_papers_may_use_the_same_file_name():
    tables = put_in({}, reading("r1", "3 killed")).tables

    tables, done = put_in(tables, reading("r2", "3 killed", publisher="Sample Agency"))

    assert done == ["a.txt: added with 1 claim"]
    assert len(tables["reports"]) == 2
    with pytest.raises(CaseError, match=r"'a\.txt' means 2 reports; name one of r1, r2"):
        take_out(tables, ["a.txt"])


def table(sha, *figures, name="table.csv"):
    """A table of figures, each passed on from an article of its own, with ids of its own."""
    reports = [{"report_id": sha, "path": name, "sha256": sha}]
    reports += [{"report_id": f"article{n}", "path": name} for n, _ in enumerate(figures)]
    claims = [
        {
            "claim_id": f"C{n}",
            "report_id": f"article{n}",
            "report": name,
            "measure": "killed",
            "count_best": figure,
            "contained_in": "C0" if n else None,
        }
        for n, figure in enumerate(figures)
    ]
    return {"reports": conform(reports, REPORTS), "claims": conform(claims, CLAIMS)}


def test_a_changed_table_is_a_new_version_though_its_articles_are_the_same():
    tables = put_in({}, table("s1", 30, 4)).tables
    decide(tables, "C0", "accepted")

    assert put_in(tables, table("s1", 30, 4)).done == []
    tables, done = put_in(tables, table("s2", 30, 5, 6))

    assert done == ["table.csv: new version with 3 claims; 2 of s1 left"]
    assert tables["claims"]["count_best"].tolist() == [30, 5, 6]
    assert tables["claims"]["review"].fillna("").tolist() == ["accepted", "", ""]
    assert tables["reports"]["report_id"].tolist() == ["s2", "article0", "article1", "article2"]


def test_two_tables_may_use_the_same_ids_and_pass_on_the_same_article():
    tables = put_in({}, table("s1", 30, 4)).tables

    tables, done = put_in(tables, table("s2", 7, 8, name="other.csv"))

    assert done == ["other.csv: added with 2 claims"]
    assert tables["claims"]["claim_id"].tolist() == [
        "C0",
        "C1",
        "C0@article0",
        "C1@article1",
    ]
    assert tables["claims"]["contained_in"].fillna("").tolist() == [
        "",
        "C0",
        "",
        "C0@article0",
    ]
    tables, done = take_out(tables, ["other.csv"])
    assert tables["claims"]["claim_id"].tolist() == ["C0", "C1"]
    tables, done = take_out(tables, ["article1"])
    assert done == ["table.csv: removed with 1 claim"]
    assert tables["claims"]["claim_id"].tolist() == ["C0"]
    assert tables["reports"]["report_id"].tolist() == ["s1", "article0"]


def test_what_is_taken_out_is_in_the_log_with_who_and_why():
    tables = put_in({}, reading("r1", "3 killed")).tables
    decide(tables, "r1:0:killed", "accepted")

    tables, done = take_out(
        tables, ["a.txt"], reason="a hoax", person="A. Person", day=date(2025, 4, 1)
    )

    assert done == ["a.txt: removed with 1 claim"]
    assert len(tables["claims"]) == len(tables["reports"]) == len(tables["refused"]) == 0
    last = tables["revisions"].iloc[-1]
    assert (last["subject_id"], last["reason"], last["person"]) == ("r1", "a hoax", "A. Person")
    assert str(last["day"].date()) == "2025-04-01"
    assert json.loads(tables["revisions"].iloc[-2]["before"])["review"] == "accepted"


def test_what_was_taken_out_can_be_put_in_again():
    tables = take_out(put_in({}, reading("r1", "3 killed")).tables, ["r1"]).tables

    tables, done = put_in(tables, reading("r1", "3 killed"))

    assert done == ["a.txt: added with 1 claim"]
    assert tables["claims"]["quote"].tolist() == ["3 killed"]


def test_a_report_that_is_not_there_is_named():
    with pytest.raises(CaseError, match=r"no report 'none'.*mapper case list"):
        take_out({}, ["none"])
