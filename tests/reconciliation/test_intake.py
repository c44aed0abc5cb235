import pytest

from mapper.errors import TableError
from mapper.reconciliation.intake import read_claims


def test_a_measure_that_is_none_is_named(tmp_path):
    path = tmp_path / "claims.csv"
    path.write_text("claim_id,measure\nc1,killed\nc2,murdered\n", encoding="utf-8")

    with pytest.raises(TableError, match=r"measure 'murdered' in row 2 is none of killed"):
        read_claims(path)


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_table_may_have_semicolons_between_its_cells(tmp_path, between):
    path = tmp_path / "claims.csv"
    rows = [["claim_id", "measure", "count_best", "published"], ["c1", "killed", "3", "2031-03"]]
    path.write_text("\n".join(between.join(row) for row in rows) + "\n", encoding="utf-8")

    claims = read_claims(path)

    assert claims["count_best"].tolist() == [3]
    assert str(claims.loc[0, "published"].date()) == "2031-03-31"


def test_a_number_that_is_none_is_named(tmp_path):
    path = tmp_path / "claims.csv"
    path.write_text("claim_id,measure,count_best\nc1,killed,five\n", encoding="utf-8")

    with pytest.raises(TableError, match=r"count_best.*five"):
        read_claims(path)
