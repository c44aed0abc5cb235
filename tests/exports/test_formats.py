import time

import geopandas as gpd
import pandas as pd
import pytest

from mapper.errors import InputError, OutputError
from mapper.exports import FORMATS, export
from mapper.publishing import Profile, publish
from mapper.schema import CLAIMS, TABLES, conform, split
from mapper.storage import read_case, read_table

ENDINGS = [one.ending for one in FORMATS.values() if one.ending]
ONE_TABLE = [one.ending for one in FORMATS.values() if one.write_rows]


def test_every_format_is_the_same_bytes_the_next_time(tables, tmp_path):
    for ending in ENDINGS:
        export(tables, tmp_path / f"claims{ending}")
    time.sleep(2.01)  # a zip's clock ticks in two seconds

    for ending in ENDINGS:
        export(tables, tmp_path / f"again{ending}", table="claims" if ending in ONE_TABLE else None)
        first, second = tmp_path / f"claims{ending}", tmp_path / f"again{ending}"
        assert first.read_bytes() == second.read_bytes(), ending
    assert len(list(tmp_path.iterdir())) == 2 * len(ENDINGS)


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_empty_case_can_be_written(tmp_path, ending):
    empty = {name: conform([], table) for name, table in TABLES.items()}

    export(empty, tmp_path / f"empty{ending}")

    assert (tmp_path / f"empty{ending}").stat().st_size > 0


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("profile", [Profile.PUBLIC, Profile.INTERNAL])
def test_what_is_withheld_is_in_no_format(tables, tmp_path, ending, profile):
    path = tmp_path / f"edition{ending}"

    table = "reports" if ending in {".csv", ".geojson", ".parquet"} else None
    export(publish(tables, profile), path, table=table)

    content = path.read_bytes()
    assert profile is Profile.INTERNAL or b"from-my-source" not in content
    assert table is None or (b"path" in content) is (profile is Profile.INTERNAL)


@pytest.mark.parametrize("ending", [".fgb", ".kml"])
def test_a_table_without_places_is_told(tables, tmp_path, ending):
    with pytest.raises(InputError, match="reports has no places"):
        export(tables, tmp_path / f"reports{ending}")


@pytest.mark.parametrize("ending", [".csv", ".geojson", ".parquet"])
@pytest.mark.parametrize("name", ["claims", "incidents", "flows"])
def test_a_table_comes_back_whole(tables, tmp_path, ending, name):
    path = tmp_path / f"{name}{ending}"

    assert export(tables, path) == []
    back = read_table(path, TABLES[name])

    assert pd.DataFrame(back.drop(columns="geometry")).equals(
        pd.DataFrame(tables[name].drop(columns="geometry"))
    )
    placed = tables[name].geometry.notna()
    assert back.geometry.notna().equals(placed)
    assert back.geometry[placed].geom_equals(tables[name].geometry[placed]).all()


def test_a_flatgeobuf_keeps_every_row_and_says_what_it_cost(tables, tmp_path):
    notes = export(tables, tmp_path / "claims.fgb")
    back = conform(gpd.read_file(tmp_path / "claims.fgb"), CLAIMS)

    assert notes == ["1 rows have no place: they are in it, but the file has no spatial index"]
    assert pd.DataFrame(back.drop(columns="geometry")).equals(
        pd.DataFrame(tables["claims"].drop(columns="geometry"))
    )


def test_a_kml_has_time_spans_and_no_html(tables, tmp_path):
    notes = export(tables, tmp_path / "incidents.kml")
    text = (tmp_path / "incidents.kml").read_text(encoding="utf-8")

    assert notes == ["1 rows have no place: a KML has no room for them"]
    assert text.count("<Placemark") == 3
    assert "<begin>2025-03-06" in text
    assert "<end>2025-03-09T23:59:59" in text
    assert "بلدة مثال" in text
    assert "<img" not in text
    assert "<script" not in text


def test_a_workbook_has_a_sheet_a_table_and_no_formula(tables, tmp_path):
    path = tmp_path / "case.xlsx"
    tables["texts"].loc[0, "body"] = "x" * 40_000

    notes = export(tables, path)
    sheets = pd.read_excel(path, engine="openpyxl", sheet_name=None)

    assert notes == ["texts: 1 cells hold more than 32,767 characters: cut"]
    assert set(sheets) == {name for name, frame in tables.items() if len(frame)} | {"columns"}
    assert sheets["claims"]["quote"].tolist() == tables["claims"]["quote"].tolist()
    assert sheets["incidents"]["deaths_best"].tolist()[:3] == [40, 120, 3]
    import openpyxl

    book = openpyxl.load_workbook(path)
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds == {"s", "n"}
    assert not any(sheet._hyperlinks for sheet in book)


def test_a_workbook_keeps_control_characters_from_breaking_it(tables, tmp_path):
    tables["claims"].loc[0, "quote"] = "a\x0bb\x1fc"

    export(tables, tmp_path / "case.xlsx")

    assert len(pd.read_excel(tmp_path / "case.xlsx", sheet_name="claims", engine="openpyxl")) == 3


def test_a_file_is_named_after_its_table(tables, tmp_path):
    export(tables, tmp_path / "flows.csv")
    export(tables, tmp_path / "other.csv", table="flows")

    assert (tmp_path / "flows.csv").read_bytes() == (tmp_path / "other.csv").read_bytes()


def test_wrong_calls_are_told(tables, tmp_path):
    with pytest.raises(OutputError, match=r"ending of a\.doc"):
        export(tables, tmp_path / "a.doc")
    with pytest.raises(InputError, match="no format 'shape'"):
        export(tables, tmp_path / "a.csv", form="shape")
    with pytest.raises(InputError, match="no table 'deaths'"):
        export(tables, tmp_path / "a.csv", table="deaths")
    with pytest.raises(InputError, match="leave out --table flows"):
        export(tables, tmp_path / "a.xlsx", table="flows")
    with pytest.raises(InputError, match="texts is withheld"):
        export(publish(tables, Profile.PUBLIC), tmp_path / "texts.csv")
    assert list(tmp_path.iterdir()) == []


def test_a_geopackage_is_a_case_with_views_and_styles(tables, tmp_path):
    path = tmp_path / "coast.gpkg"

    assert export(tables, path) == []

    case = read_case(path)
    assert case["incidents"]["shape"].tolist()[:3] == ["point", "area", "point"]
    points = gpd.read_file(path, layer="incidents_points")
    assert points["incident_id"].tolist() == ["i1", "i3"]
    assert gpd.read_file(path, layer="flows_lines")["flow_id"].tolist() == ["f1", "f2"]
    styles = gpd.read_file(path, layer="layer_styles")
    assert set(styles["f_table_name"]) == {
        "incidents_areas",
        "incidents_points",
        "flows_lines",
        "flows_open",
        "claims_areas",
        "claims_points",
    }
    from xml.etree import ElementTree as ET

    for style in styles["styleQML"]:
        assert ET.fromstring(style.split("\n", 1)[1]).tag == "qgis"  # noqa: S314 (our own)


def test_values_of_a_list_stay_apart(tables, tmp_path):
    export(tables, tmp_path / "claims.geojson")

    back = gpd.read_file(tmp_path / "claims.geojson")
    assert split(back["adm1_pcode"].iloc[1]) == ["XA01", "XA02"]


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("csv", b"\xef\xbb\xbf"),
        ("geojson", b"{"),
        ("parquet", b"PAR1"),
        ("kml", b"<?xml"),
        ("gpkg", b"SQLite"),
        ("xlsx", b"PK"),
        ("png", b"\x89PNG"),
        ("txt", b""),
    ],
)
def test_a_format_that_is_named_is_written_whatever_the_file_is_called(
    tables, tmp_path, form, start
):
    path = tmp_path / "claims.out"
    export(tables, path, form=form)
    assert path.read_bytes().startswith(start)
    assert [file.name for file in tmp_path.iterdir()] == ["claims.out"]
