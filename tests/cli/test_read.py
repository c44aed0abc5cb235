from pathlib import Path

import pandas as pd
from typer.testing import CliRunner

from mapper.cli.app import app

RIGHT = Path(__file__).parents[1] / "data" / "right"


def run(*arguments):
    return CliRunner().invoke(app, ["read", *map(str, arguments)])


def test_read_writes_claims_refused_and_sources_and_says_the_sums(tmp_path):
    result = run(
        RIGHT / "ucdp_ged.csv", RIGHT / "unhcr_stocks.csv", "-o", tmp_path / "claims.csv",
        "--refused", tmp_path / "refused.csv", "--reports", tmp_path / "reports.csv",
    )  # fmt: skip

    assert result.exit_code == 0, result.output
    assert "ucdp_ged.csv: 5 rows gave 11 claims" in result.output
    assert "killed (flow): 5 claims, low 42, best 55, high 83" in result.output
    assert "refused 1: no figure in this row (first: row 5" in result.output
    assert len(pd.read_csv(tmp_path / "claims.csv")) == 19
    assert len(pd.read_csv(tmp_path / "refused.csv")) == 2
    assert pd.read_csv(tmp_path / "reports.csv")["licence"].str.startswith("CC BY 4.0").all()


def test_read_names_what_a_later_file_has_no_more(tmp_path):
    table = pd.read_csv(RIGHT / "acled.csv", dtype="str")
    table.drop(index=1).to_csv(tmp_path / "later.csv", index=False)
    run(RIGHT / "acled.csv", "-o", tmp_path / "earlier.gpkg")
    result = run(
        tmp_path / "later.csv",
        "-o",
        tmp_path / "claims.csv",
        "--previous",
        tmp_path / "earlier.gpkg",
    )

    assert result.exit_code == 0, result.output
    assert "withdrawn or merged (first: all, column claim_id: acled:XXA2:killed)" in result.output


def test_what_was_read_reads_again(tmp_path):
    run(RIGHT / "ucdp_ged.csv", "-o", tmp_path / "once.csv")
    result = run(tmp_path / "once.csv", "-o", tmp_path / "twice.csv")
    once, twice = pd.read_csv(tmp_path / "once.csv"), pd.read_csv(tmp_path / "twice.csv")

    assert result.exit_code == 0, result.output
    kept = [name for name in once if name != "source_row"]
    pd.testing.assert_frame_equal(once[kept], twice[kept])
