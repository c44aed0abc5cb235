import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Point, box

from mapper.errors import OutputError, TableError
from mapper.schema import CLAIMS, conform
from mapper.storage import read_table, write_table


@pytest.fixture
def claims():
    return conform(
        [
            {
                "claim_id": "c1",
                "quote": '=HYPERLINK("x")',
                "voice": "'quoted'",
                "count_low": 12,
                "published": "2025-03-09",
                "precision": "settlement",
                "geometry": Point(20.25, 10.5),
            },
            {
                "claim_id": "c2",
                "voice": "مرصد",
                "precision": "adm1",
                "geometry": box(20, 10, 21, 11),
            },
            {"claim_id": "c3", "quote": '@cmd, "x"\n-1'},
        ],
        CLAIMS,
    )


@pytest.mark.parametrize("suffix", [".csv", ".gpkg", ".geojson", ".parquet"])
def test_a_table_comes_back_as_it_was(claims, tmp_path, suffix):
    path = tmp_path / f"claims{suffix}"

    write_table(claims, path, CLAIMS)
    back = read_table(path, CLAIMS)

    assert pd.DataFrame(back.drop(columns="geometry")).equals(
        pd.DataFrame(claims.drop(columns="geometry"))
    )
    assert back.geometry.geom_equals(claims.geometry)[:2].all()
    assert back.geometry.isna().tolist() == [False, False, True]


def test_no_cell_of_a_csv_starts_as_a_formula(claims, tmp_path):
    path = tmp_path / "claims.csv"

    write_table(claims, path, CLAIMS)

    raw = pd.read_csv(path, dtype="str", keep_default_na=False)
    assert not raw.map(lambda cell: cell[:1] in set("=+-@\t\r")).to_numpy().any()


@settings(max_examples=25)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))))
def test_any_text_survives_a_csv(tmp_path_factory, texts):
    path = tmp_path_factory.mktemp("text") / "claims.csv"
    rows = [{"claim_id": str(number), "quote": text} for number, text in enumerate(texts)]

    write_table(conform(rows, CLAIMS), path, CLAIMS)

    assert read_table(path, CLAIMS)["quote"].fillna("").tolist() == texts


def test_two_writings_are_the_same_bytes(claims, tmp_path):
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"

    write_table(claims, first, CLAIMS)
    write_table(claims, second, CLAIMS)

    assert first.read_bytes() == second.read_bytes()


def test_an_unknown_suffix_is_named(claims, tmp_path):
    with pytest.raises(OutputError, match=r"\.doc"):
        write_table(claims, tmp_path / "claims.doc", CLAIMS)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(TableError, match="no file"):
        read_table(tmp_path / "none.csv", CLAIMS)


def test_a_folder_that_is_not_there_is_named(claims, tmp_path):
    with pytest.raises(OutputError, match="cannot write"):
        write_table(claims, tmp_path / "none" / "claims.csv", CLAIMS)


def test_a_failed_writing_leaves_the_old_file(claims, tmp_path, monkeypatch):
    path = tmp_path / "claims.csv"
    path.write_text("old", encoding="utf-8")

    def full(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pd.DataFrame, "to_csv", full)
    with pytest.raises(OutputError, match="no space left"):
        write_table(claims, path, CLAIMS)

    assert path.read_text(encoding="utf-8") == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["claims.csv"]


def test_a_csv_keeps_every_digit_of_a_coordinate(tmp_path):
    point = Point(20.123456789012345, 10.000000123)
    write_table(
        conform([{"claim_id": "c1", "geometry": point}], CLAIMS), tmp_path / "a.csv", CLAIMS
    )
    again = read_table(tmp_path / "a.csv", CLAIMS).geometry.iloc[0]

    assert again.distance(point) < 1e-13
