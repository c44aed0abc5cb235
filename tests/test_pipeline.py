import pandas as pd
import pytest

from mapper import pipeline
from mapper.errors import InputError
from mapper.example import REPORT
from mapper.gazetteer.store import add_gazetteer
from mapper.publishing import Profile
from mapper.schema import CLAIMS, FLOWS, INCIDENTS, REPORTS, TABLES, check, conform


@pytest.fixture(scope="module")
def case():
    return pipeline.build(REPORT)


def test_every_table_keeps_its_contract(case):
    for name, frame in case.whole().items():
        assert check(frame, TABLES[name]) == [], name


def test_each_claim_came_from_a_report_whose_text_is_kept(case):
    body = case["texts"].set_index("report_id")["body"]

    for claim in case["claims"].itertuples():
        assert body[claim.report_id][claim.char_start : claim.char_end] == claim.quote


def test_the_same_report_twice_is_one_report(case):
    twice = pipeline.build(REPORT, REPORT)

    assert len(twice["reports"]) == 1
    assert len(twice["claims"]) == len(case["claims"])
    assert twice["totals"].equals(case["totals"])


def test_a_case_tells_the_gazetteers_it_was_placed_with(tmp_path, monkeypatch):
    monkeypatch.setenv("MAPPER_HOME", str(tmp_path / "home"))
    (tmp_path / "mine.csv").write_text("name,lat,lon\nAton,20.5,10.5\n", encoding="utf-8")
    added = add_gazetteer(tmp_path / "mine.csv")

    assert pipeline.placed([REPORT]).manifest["data"] == {"gazetteer mine": added.sha256}


def test_a_case_tells_the_files_of_a_folder_it_was_made_of(tmp_path):
    (tmp_path / "report.md").write_bytes(REPORT.read_bytes())
    (tmp_path / "picture.png").write_bytes(b"no report")
    inputs = pipeline.placed([tmp_path]).manifest["inputs"]

    assert [one["name"] for one in inputs] == ["report.md"]
    assert inputs[0]["sha256"] == pipeline.placed([REPORT]).manifest["inputs"][0]["sha256"]


def test_a_folder_is_searched_and_hidden_files_are_not_ours(tmp_path, case):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / REPORT.name).write_bytes(REPORT.read_bytes())
    (tmp_path / ".hidden.txt").write_text("Ten people were killed.", encoding="utf-8")

    found = pipeline.gather([tmp_path])

    assert len(found["reports"]) == 1
    assert len(found["claims"]) == len(case["claims"])


def test_an_empty_folder_is_named(tmp_path):
    with pytest.raises(InputError, match="holds no report and no table"):
        pipeline.gather([tmp_path])


def test_what_stands_in_a_folder_beside_reports_is_passed_over_and_told(tmp_path):
    page = tmp_path / "page_files"
    page.mkdir()
    for name in ("a.js", "frame.html", "data.json"):
        (page / name).write_text("Ten people were killed.", encoding="utf-8")
    (tmp_path / "page.html").write_text(
        "<html><body><p>Five people were killed on Monday, officials said.</p></body></html>",
        encoding="utf-8",
    )
    (tmp_path / "page.yaml").write_text("publisher: The Gazette\n", encoding="utf-8")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")

    found = pipeline.gather([tmp_path])

    assert found["reports"]["publisher"].tolist() == ["The Gazette"]
    assert found["claims"]["count_best"].tolist() == [5]
    assert sorted(found["refused"]["report"]) == ["a.js", "data.json", "frame.html", "photo.jpg"]


def test_totals_of_an_edition_do_not_tell_what_was_withheld():
    reports = conform(
        [{"report_id": "open"}, {"report_id": "closed", "sensitivity": "internal"}], REPORTS
    )
    rows = [
        {
            "claim_id": report,
            "report_id": report,
            "voice": "Example Monitor",
            "measure": "killed",
            "unit": "person",
            "count_low": number,
            "count_best": number,
            "count_high": number,
            "qualifier": "exact",
            "published": day,
            "period_start": "2025-03-01",
            "period_end": day,
        }
        for report, number, day in (("open", 3, "2025-03-02"), ("closed", 7, "2025-03-05"))
    ]
    claims = conform(rows, CLAIMS)
    whole = {"reports": reports, "claims": claims, **pipeline.reconciled(claims)}

    seen = pipeline.edition(whole, Profile.PUBLIC)

    assert 7 in pd.concat([whole["totals"]["count_high"], whole["series"]["count_high"]]).tolist()
    for name in ("claims", "incidents", "series", "totals"):
        numbers = seen[name].select_dtypes("Int64").to_numpy(na_value=0)
        assert 7 not in numbers, name
        assert (
            not seen[name]
            .astype("str")
            .apply(lambda column: column.str.contains("closed"))
            .any()
            .any()
        )


def test_a_table_whose_columns_are_all_withheld_is_gone(case):
    assert "texts" in case
    assert "texts" not in pipeline.edition(case, Profile.PUBLIC)
    assert "texts" in pipeline.edition(case, Profile.INTERNAL)


def test_tables_without_claims_are_published_as_they_are():
    tables = {"incidents": conform([], INCIDENTS), "flows": conform([], FLOWS)}

    assert set(pipeline.edition(tables, Profile.PUBLIC)) == {"incidents", "flows"}
