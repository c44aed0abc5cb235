from pathlib import Path

import pandas as pd
from typer.testing import CliRunner

from mapper.adapters import finishing, reading
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
    assert "ucdp_ged.csv: 5 rows = 5 that gave 11 claims + 0 refused" in result.output
    assert "low: 5 figures, sum 45 in the file = 45 in claims\n" in result.output
    assert "stateless: 4 figures, sum 7 in the file = 0 in claims + 7 refused" in result.output
    assert "count_low sums to 3 less, count_high to 3 more than the file" in result.output
    assert "refused 1 of unhcr_stocks.csv: no figure in this row (first: row 5" in result.output
    assert len(pd.read_csv(tmp_path / "claims.csv")) == 19
    assert len(pd.read_csv(tmp_path / "refused.csv")) == 2
    assert pd.read_csv(tmp_path / "reports.csv")["licence"].str.startswith("CC BY 4.0").all()


def test_a_check_writes_nothing_and_fails_where_a_figure_is_lost(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    right = run(RIGHT / "ucdp_ged.csv", "--check")
    assert right.exit_code == 0, right.output
    assert "every row and every figure" in right.output

    # An adapter that forgets its first row.
    whole = finishing.finish
    monkeypatch.setattr(
        reading, "finish", lambda rows, drafts, **options: whole(rows, drafts, **options).iloc[1:]
    )
    wrong = run(RIGHT / "acled.csv", "--check")
    assert wrong.exit_code == 1, wrong.output
    assert "DIFFERENCE 7 in rows 1 (7)" in wrong.output
    assert list(tmp_path.iterdir()) == []


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
    assert "withdrawn or merged (first: column claim_id: acled:XXA2:killed)" in result.output


def test_what_was_read_reads_again(tmp_path):
    run(RIGHT / "ucdp_ged.csv", "-o", tmp_path / "once.csv")
    result = run(tmp_path / "once.csv", "-o", tmp_path / "twice.csv")
    once, twice = pd.read_csv(tmp_path / "once.csv"), pd.read_csv(tmp_path / "twice.csv")

    assert result.exit_code == 0, result.output
    kept = [name for name in once if name != "source_row"]
    pd.testing.assert_frame_equal(once[kept], twice[kept])
