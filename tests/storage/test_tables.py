import geopandas as gpd
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


@pytest.mark.parametrize("between", [",", ";"])
def test_no_formula_begins_where_another_country_divides_cells(tmp_path, between):
    path = tmp_path / "claims.csv"
    quotes = ["x;=cmd|' /C calc'!A0", "a\n=1+1\n-2", "b;\r@SUM(1)", ";'=1", "12 killed; 3 hurt"]
    rows = [{"claim_id": f"c{number}", "quote": quote} for number, quote in enumerate(quotes)]

    write_table(conform(rows, CLAIMS), path, CLAIMS)

    assert read_table(path, CLAIMS)["quote"].tolist() == quotes
    lines = path.read_bytes().decode("utf-8-sig").replace('"', "").splitlines()
    cells = [cell for line in lines for cell in line.split(between)]
    assert not [cell for cell in cells if cell[:1] in set("=+-@\t")]


# What a spreadsheet makes of a table that is opened and saved.
_HABITS = {
    "dates of a country": lambda text: text.replace("2025-03-09", "09/03/2025").replace(
        "2025-03-17", "17/03/2025"
    ),
    "another country's dates": lambda text: text.replace("2025-03-09", "3/9/2025").replace(
        "2025-03-17", "3/17/2025"
    ),
    "dates with points": lambda text: text.replace("2025-03-09", "09.03.2025").replace(
        "2025-03-17", "17.03.2025 00:00"
    ),
    "a word on the separator": lambda text: "sep=,\n" + text,
    "empty rows": lambda text: text + ",,,\n,,,\n",
    "tidy headings": lambda text: text.replace("claim_id", "Claim ID").replace(
        "period_start", "Period Start"
    ).replace("published", "Published").replace("count_low", "Count Low"),
}  # fmt: skip


@pytest.mark.parametrize("habit", _HABITS)
def test_a_table_that_a_spreadsheet_saved_is_the_same_table(tmp_path, habit):
    text = (
        "claim_id,period_start,published,count_low\nc1,2025-03-09,2025-03-17,12\nc2,,2025-03-17,\n"
    )
    path = tmp_path / "claims.csv"
    path.write_text(_HABITS[habit](text), encoding="utf-8-sig")

    read = read_table(path, CLAIMS, whole=False)

    assert list(read.columns) == ["claim_id", "count_low", "period_start", "published"]
    assert read["claim_id"].tolist() == ["c1", "c2"]
    assert read["published"].astype("str").tolist() == ["2025-03-17", "2025-03-17"]
    assert read["period_start"].astype("str").tolist()[0] == "2025-03-09"


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("published", "03/09/2025", "'03/09/2025' may be 2025-09-03 or 2025-03-09; write days as"),
        ("published", "last Friday", "'last Friday' in row 1 is no day; write it as 2025-03-09"),
        ("count_low", "1 200", "'1 200' in row 1 is no whole number; write it in digits alone"),
        ("count_low", "12.5", "'12.5' in row 1 is no whole number"),
        ("count_low", "1e300", "'1e300' in row 1 is no whole number"),
        ("radius_km", "wide", "'wide' in row 1 is no number"),
        ("colour", "red", "no column of that table, such as claim_id"),
    ],
)
def test_a_cell_that_cannot_be_is_said_in_one_line(tmp_path, column, value, words):
    path = tmp_path / "claims.csv"
    path.write_text(f"{column}\n{value}\n", encoding="utf-8")
    with pytest.raises(TableError, match=words) as told:
        read_table(path, CLAIMS)
    assert "\n" not in str(told.value)


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


@pytest.mark.parametrize("suffix", [".csv", ".gpkg", ".geojson", ".parquet"])
def test_what_is_not_what_its_suffix_says_is_one_clear_line(tmp_path, suffix):
    path = tmp_path / f"claims{suffix}"
    path.write_bytes(b"\x00\x01 no table")
    with pytest.raises(TableError, match=r"claims\.\w+") as caught:
        read_table(path, CLAIMS)
    assert "\n" not in str(caught.value)
    assert "driver" not in str(caught.value)


def test_a_geopackage_of_other_layers_names_them(tmp_path):
    path = tmp_path / "villages.gpkg"
    gpd.GeoDataFrame({"id": [1]}, geometry=[Point(10, 20)], crs="EPSG:4326").to_file(
        path, layer="villages"
    )
    with pytest.raises(TableError, match="no layer claims; it has villages"):
        read_table(path, CLAIMS)


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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('claim_id,"quote\n' + "c1,x\n" * 40_000, "its header opens a quote that is never closed"),
        (
            'claim_id,quote\nc1,x\nc2,"y\n' + "c3,z\n" * 9,
            "row 2 opens a quote that is never closed",
        ),
    ],
)
def test_a_quote_that_is_never_closed_is_said(tmp_path, text, words):
    path = tmp_path / "claims.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TableError, match=words):
        read_table(path, CLAIMS)


@pytest.mark.parametrize("suffix", [".csv", ".gpkg", ".geojson", ".parquet"])
def test_shapes_under_another_name_are_written(tmp_path, suffix):
    claims = conform([{"claim_id": "c1", "geometry": Point(10, 20)}], CLAIMS)
    path = tmp_path / f"claims{suffix}"
    write_table(claims.rename_geometry("where"), path, CLAIMS)

    assert read_table(path, CLAIMS).geometry.iloc[0].equals(Point(10, 20))
