import pytest
from typer.testing import CliRunner

from mapper.cli.app import app
from mapper.schema import CLAIMS
from mapper.storage import read_table

TEXT = "Officials said 12 people were killed in Redford on Friday. [bold]Another[/bold] 5 were wounded."


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT)
    runner = CliRunner()
    return lambda *words, **more: runner.invoke(app, words, **more)


def _claims():
    return read_table("claims.csv", CLAIMS)


def test_extract_writes_a_table_and_keeps_decisions(run):
    assert run("extract", "a.txt", "-o", "claims.csv", "--published", "2025-03-09").exit_code == 0
    claims = _claims()
    assert claims["count_best"].tolist() == [12, 5]
    claims.loc[0, "review"] = "accepted"
    claims.to_csv("claims.csv", index=False)
    again = run("extract", "a.txt", "-o", "claims.csv", "--published", "2025-03-09")
    assert "1 decisions kept" in again.output
    assert _claims()["review"].tolist()[0] == "accepted"


def test_without_a_day_it_says_what_is_missing(run):
    assert "give --published" in run("extract", "a.txt", "-o", "claims.csv").output


def test_review_goes_on_where_it_stopped(run):
    run("extract", "a.txt", "-o", "claims.csv", "--published", "2025-03-09")
    first = run("review", "claims.csv", "a.txt", "--reviewer", "RS", input="a\nq\n")
    assert first.exit_code == 0, first.output
    assert "1 decided, 1 left" in first.output
    second = run("review", "claims.csv", "a.txt", "--reviewer", "RS", input="c\ncount_best\n6\n\n")
    assert "2 decided, 0 left" in second.output
    claims = _claims()
    assert claims["review"].tolist() == ["accepted", "corrected"]
    assert claims["reviewer"].tolist() == ["RS", "RS"]
    assert claims["count_best"].tolist() == [12, 6]


def test_text_of_a_report_is_no_markup(run):
    run("extract", "a.txt", "-o", "claims.csv", "--published", "2025-03-09")
    shown = run("review", "claims.csv", "a.txt", "--reviewer", "RS", input="s\nq\n")
    assert "[bold]Another[/bold]" in shown.output
