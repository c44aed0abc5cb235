import pytest
from shapely import Point
from typer.testing import CliRunner

from mapper.cli import app
from mapper.errors import CaseError
from mapper.schema import CLAIMS, REPORTS, conform
from mapper.storage import write_case


@pytest.fixture
def coast(tmp_path):
    path = tmp_path / "coast.gpkg"
    claims = [{"claim_id": "c1", "report_id": "r1", "review": "told me", "geometry": Point(20, 10)}]
    reports = [{"report_id": "r1", "path": "from-my-source.txt"}]
    write_case(path, {"claims": conform(claims, CLAIMS), "reports": conform(reports, REPORTS)})
    return path


def run(*words):
    return CliRunner().invoke(app, ["export", *map(str, words)])


def test_an_export_is_public_unless_told_otherwise(coast, tmp_path):
    public, internal = tmp_path / "public.xlsx", tmp_path / "internal.csv"

    assert "(public edition)" in run(coast, "-o", public).stdout
    assert run(coast, "-o", internal, "--profile", "internal").exit_code == 0

    assert "told me" in internal.read_text(encoding="utf-8-sig")
    import openpyxl

    book = openpyxl.load_workbook(public)
    cells = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "c1" in cells
    assert not cells & {"told me", "from-my-source.txt", "review", "path"}


def test_what_had_no_room_is_said(coast, tmp_path):
    result = run(coast, "-o", tmp_path / "case.acled.csv")

    assert result.exit_code == 0
    assert "note: admin1 and admin2 hold OCHA P-codes" in result.stdout


def test_a_wrong_profile_and_a_missing_case_are_named(coast, tmp_path):
    wrong = run(coast, "-o", tmp_path / "a.csv", "--profile", "friends")
    missing = run(tmp_path / "none.gpkg", "-o", tmp_path / "a.csv")

    assert wrong.exit_code == 2
    assert "friends" in wrong.output
    assert isinstance(missing.exception, CaseError)
