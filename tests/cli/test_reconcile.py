"""`mapper reconcile` and `mapper explain`, from files to files."""

import shutil
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from mapper.cli.app import app
from mapper.errors import MapperError
from mapper.reconciliation import decide
from mapper.schema import REVISIONS
from mapper.storage import write_table

COAST = Path(__file__).parents[1] / "reconciliation" / "coast.csv"


def run(*words):
    return CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=True)


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    result = run("reconcile", COAST, "-o", folder / "a")
    assert result.exit_code == 0, result.output
    return folder / "a"


def test_the_tables_are_written_the_same_bytes_twice(done, tmp_path):
    assert sorted(file.name for file in done.iterdir()) == [
        "flows.csv",
        "incidents.csv",
        "links.csv",
        "series.csv",
        "totals.csv",
    ]
    assert run("reconcile", COAST, "-o", tmp_path).exit_code == 0
    for file in done.iterdir():
        assert file.read_bytes() == (tmp_path / file.name).read_bytes()


def test_nothing_written_holds_a_figure_nobody_published(done):
    for file in done.iterdir():
        table = pd.read_csv(file)
        for number in (2128, 1432):
            assert not (table.select_dtypes("number") == number).any(axis=None)


def test_an_incident_is_explained_by_its_id(done):
    incidents = pd.read_csv(done / "incidents.csv")
    name = incidents.loc[incidents["claims"] == "C110", "incident_id"].iloc[0]
    result = run("explain", name, "--case", COAST)
    assert result.exit_code == 0
    assert "Amnesty International" in result.output
    assert "it is probably counted there too" in result.output


def test_a_case_is_explained_with_the_decisions_taken_in_it(tmp_path):
    shutil.copy(COAST, tmp_path / "claims.csv")
    said = {"reason": "withdrawn", "person": "A. Editor", "day": "2025-04-01"}
    log = decide(None, "C110", "retracted", **said)
    write_table(log, tmp_path / "revisions.csv", REVISIONS)
    result = run("explain", "C110", "--case", tmp_path)
    assert "withdrawn (2025-04-01)" in result.output
    assert "its source took it back" in result.output


def test_a_decision_on_what_is_not_there_is_told(tmp_path):
    said = {"reason": "a slip", "person": "A. Editor", "day": "2025-04-01"}
    log = None
    for name in ("C110", "C999"):
        log = decide(log, name, "retracted", **said)
    log = decide(log, "incident:gone", "graded", after="contested", **said)
    write_table(log, tmp_path / "decisions.csv", REVISIONS)
    result = run("reconcile", COAST, "-o", tmp_path, "--revisions", tmp_path / "decisions.csv")
    assert "decision 2 (retracted) is on 'C999', which is not here" in result.output
    assert "decision 3 (graded) is on 'incident:gone', which is not here" in result.output
    assert "C110" not in result.output
    assert "Editor" not in result.output


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("reconcile", "nothing.csv", "-o", "x"), "there is no file"),
        (("reconcile", COAST, "-o", "x", "--as-of", "soon"), "is no day"),
        (("reconcile", COAST, "-o", COAST / "x"), "cannot make the folder"),
        (("reconcile", COAST, "-o", "x", "--rule", "mean"), "there is no rule 'mean'"),
        (("reconcile", COAST, "-o", "x", "--rule", "voice"), "none is named"),
        (("reconcile", COAST, "-o", "x", "--voice", "SOHR"), "does not follow 'SOHR'"),
        (("reconcile", COAST, "-o", "x", "--revisions", COAST), "no column of that table"),
        (("reconcile", COAST, "-o", "x", "--revisions", "none.csv"), "there is no file"),
        (("reconcile", "empty.csv", "-o", "x"), "the file is empty"),
        (("reconcile", "claims.txt", "-o", "x"), "use one of .csv"),
        (("explain", "C999", "--case", COAST), "there is no claim, incident or flow 'C999'"),
    ],
)
def test_a_wrong_call_is_one_line_with_a_way_out(words, message, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.csv").touch()
    (tmp_path / "claims.txt").touch()
    result = run(*words)
    assert isinstance(result.exception, MapperError)
    assert message in str(result.exception)
    assert "\n" not in str(result.exception)
