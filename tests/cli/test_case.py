import pytest
from typer.testing import CliRunner

from mapper.cli import app
from mapper.errors import CaseError, InputError
from mapper.storage import change_case, read_case

REPORT = """---
publisher: Example Monitor
published: 2025-03-09
language: en
---
The Example Monitor said {} people were killed in Sampletown on Friday.
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(REPORT.format(12), encoding="utf-8")
    (tmp_path / "b.txt").write_text(REPORT.format(7), encoding="utf-8")
    return tmp_path


def run(*words):
    return CliRunner().invoke(app, ["case", *map(str, words)])


def test_a_case_is_made_listed_and_shown(folder):
    case = folder / "coast.gpkg"

    added = run("add", case, folder / "a.txt", folder / "b.txt")
    listed = run("list", case)
    shown = run("show", case)
    one = run("show", case, "a.txt")

    assert added.exit_code == 0, added.output
    assert "a.txt: added with 1 claim" in added.stdout
    assert "The case has 2 reports, 2 claims" in added.stdout
    assert len(listed.stdout.splitlines()) == 2
    assert "2025-03-09  Example Monitor  a.txt" in listed.stdout
    assert "2 claims from 2 reports" in shown.stdout
    assert "count_best           12" in one.stdout


def test_adding_the_same_again_changes_no_byte(folder):
    case = folder / "coast.gpkg"
    run("add", case, folder / "a.txt")
    before = case.read_bytes()

    again = run("add", case, folder / "a.txt")

    assert "nothing new" in again.stdout
    assert case.read_bytes() == before


def test_a_changed_file_is_a_new_version_and_decisions_survive(folder):
    case = folder / "coast.gpkg"
    run("add", case, folder / "a.txt", folder / "b.txt")
    change_case(case, lambda found: {**found, "claims": found["claims"].assign(review="accepted")})
    (folder / "b.txt").write_text(REPORT.format(7) + "\nMore will follow.\n", encoding="utf-8")

    added = run("add", case, folder / "b.txt")

    assert "b.txt: new version with 1 claim; 1 of report:" in added.stdout
    tables = read_case(case)
    assert tables["claims"]["review"].tolist() == ["accepted", "accepted"]
    assert len(tables["texts"]) == 3
    assert len(tables["reports"]) == 2


def test_what_is_removed_stays_in_the_revisions(folder):
    case = folder / "coast.gpkg"
    run("add", case, folder / "a.txt", folder / "b.txt")

    removed = run("remove", case, "a.txt", "--reason", "a hoax", "--by", "A", "--on", "2025-04-01")

    assert "a.txt: removed with 1 claim" in removed.stdout
    tables = read_case(case)
    assert tables["claims"]["count_best"].tolist() == [7]
    assert "12 people were killed" in tables["revisions"]["before"].str.cat(na_rep="")
    assert tables["revisions"]["reason"].iloc[-1] == "a hoax"


def test_a_case_is_exported(folder):
    case = folder / "coast.gpkg"
    run("add", case, folder / "a.txt")

    assert run("export", case, "-o", folder / "claims.csv").exit_code == 0
    assert "12 people were killed" in (folder / "claims.csv").read_text(encoding="utf-8-sig")


def test_wrong_calls_are_told(folder):
    case = folder / "coast.gpkg"
    run("add", case, folder / "a.txt")

    assert isinstance(run("list", folder / "none.gpkg").exception, CaseError)
    assert "no report 'c.txt'" in str(run("remove", case, "c.txt").exception)
    assert "has no 'c9'" in str(run("show", case, "c9").exception)
    assert isinstance(run("remove", case, "a.txt", "--on", "today").exception, InputError)


def test_no_path_of_the_machine_is_in_the_case(folder):
    case = folder / "coast.gpkg"
    run("add", case, folder / "a.txt")

    assert str(folder).encode() not in case.read_bytes()
