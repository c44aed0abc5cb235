"""Files as they come: other encodings and delimiters, cut off, hostile, in every format."""

import gzip
import io
import json
import sys
import zipfile
from html import escape
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest

from mapper import adapters
from mapper.adapters.opening import Limits, open_sheets
from mapper.errors import TableError

RIGHT = Path(__file__).parents[1] / "data" / "right"
TABLE = pd.read_csv(RIGHT / "acled.csv", dtype="str", keep_default_na=False)
TEXT = (RIGHT / "acled.csv").read_text(encoding="utf-8")


def ids(path, **options):
    reading = adapters.read(path, **options)
    return reading.claims["claim_id"].tolist()


ALL = [f"acled:XXA{number}:killed" for number in (1, 2, 3, 4)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
def test_any_usual_encoding(tmp_path, encoding):
    text = TEXT.replace("Oakmill", "طاحونة البلوط")
    (tmp_path / "a.csv").write_bytes(text.encode(encoding))
    claims = adapters.read(tmp_path / "a.csv").claims

    assert claims["claim_id"].tolist() == ALL
    assert claims["place_words"].iloc[0] == "طاحونة البلوط"


def test_a_few_lines_in_another_encoding(tmp_path):
    lines = [line.encode() for line in TEXT.replace("Oakmill", "طاحونة").splitlines()]
    lines[2] = TEXT.replace("Oakmill", "طاحونة").splitlines()[2].encode("cp1256")
    (tmp_path / "a.csv").write_bytes(b"\n".join(lines))
    claims = adapters.read(tmp_path / "a.csv").claims

    assert claims["place_words"].tolist()[:2] == ["طاحونة", "طاحونة"]


@pytest.mark.parametrize("delimiter", ["\t", ";", "|"])
def test_any_delimiter_whatever_the_name_says(tmp_path, delimiter):
    TABLE.to_csv(tmp_path / "a.csv", sep=delimiter, index=False)

    assert ids(tmp_path / "a.csv") == ALL


def test_lines_above_the_header_are_passed_over(tmp_path):
    (tmp_path / "a.csv").write_text("Some monitor\nMade on 3 March\n\n" + TEXT, encoding="utf-8")

    assert ids(tmp_path / "a.csv") == ALL


def test_a_cut_off_file_says_where(tmp_path):
    (tmp_path / "a.csv").write_text(TEXT[: TEXT.index("A march.")], encoding="utf-8")
    reading = adapters.read(tmp_path / "a.csv")

    assert reading.claims["claim_id"].tolist() == ALL[:3]
    assert reading.refused["row"].tolist() == [4]
    assert "line 5" in reading.refused["reason"].iloc[0]
    assert "cut off" in reading.refused["way_out"].iloc[0]


def test_a_quote_that_is_never_closed_says_where(tmp_path):
    (tmp_path / "a.csv").write_text(TEXT.replace("A march.", '"A march.'), encoding="utf-8")
    reading = adapters.read(tmp_path / "a.csv")

    assert reading.claims["claim_id"].tolist() == ALL[:3]
    assert "never closed" in reading.refused["value"].iloc[0]


def test_a_row_with_too_many_cells_is_refused_and_the_next_is_read(tmp_path):
    text = TEXT.replace("Ten soldiers died.,10", "Ten soldiers, died.,10")
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    reading = adapters.read(tmp_path / "a.csv")

    assert reading.claims["claim_id"].tolist() == [ALL[0], ALL[1], ALL[3]]
    assert reading.claims["source_row"].tolist() == [1, 2, 4]
    assert reading.refused["row"].tolist() == [3]


def test_rows_without_their_empty_last_cells_are_whole(tmp_path):
    lines = [line.removesuffix(",,1741651200") for line in TEXT.splitlines()]
    lines[3] = TEXT.splitlines()[3]
    (tmp_path / "a.csv").write_text("\n".join(lines), encoding="utf-8")
    reading = adapters.read(tmp_path / "a.csv")

    # The last one might be cut off: only there is nobody to tell.
    assert reading.claims["claim_id"].tolist()[:3] == ALL[:3]


def test_line_separators_inside_a_cell_end_no_row(tmp_path):
    text = TEXT.replace("A march.", "A\u2028march\x0b\x85.")
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")

    assert ids(tmp_path / "a.csv") == ALL


def test_a_line_without_an_end_is_refused_without_being_held(tmp_path):
    (tmp_path / "a.csv").write_bytes(TEXT.encode() + b"x" * 5_000_000)

    with pytest.raises(TableError, match="line 6: longer than 1 MB"):
        open_sheets(tmp_path / "a.csv", Limits(line_bytes=1 << 20))


def test_a_file_over_the_limit_is_refused(tmp_path):
    (tmp_path / "a.csv").write_text(TEXT, encoding="utf-8")

    with pytest.raises(TableError, match="more than the"):
        open_sheets(tmp_path / "a.csv", Limits(file_bytes=1000))


def test_a_zip_bomb_is_refused_before_it_unpacks(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", b"0" * 50_000_000)

    with pytest.raises(TableError, match="like a zip bomb"):
        adapters.read(tmp_path / "a.zip")


def test_a_workbook_is_a_zip_and_may_be_a_bomb_too(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b" " * 50_000_000)

    with pytest.raises(TableError, match="like a zip bomb"):
        adapters.read(tmp_path / "a.xlsx")


def test_a_zip_in_a_zip_is_refused(tmp_path):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("b.csv", TEXT)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("b.csv", inner.getvalue())

    with pytest.raises(TableError, match="another zip"):
        adapters.read(tmp_path / "a.zip")


def test_a_gzip_reads_and_may_be_a_bomb_too(tmp_path):
    with gzip.open(tmp_path / "a.csv.gz", "wt", encoding="utf-8") as file:
        file.write(TEXT)
    with gzip.open(tmp_path / "bomb.csv.gz", "wb") as file:
        file.write(b"0" * 50_000_000)
    with gzip.open(tmp_path / "twice.csv.gz", "wb") as file:
        file.write((tmp_path / "a.csv.gz").read_bytes())

    reading = adapters.read(tmp_path / "a.csv.gz")
    assert reading.claims["claim_id"].tolist() == ALL
    assert reading.reports["path"].tolist() == ["a.csv.gz"]
    with pytest.raises(TableError, match="larger than the 32 MB"):
        adapters.read(tmp_path / "bomb.csv.gz")
    with pytest.raises(TableError, match="packed twice"):
        adapters.read(tmp_path / "twice.csv.gz")


def test_an_old_workbook_reads_as_the_new_one():
    pytest.importorskip("python_calamine")
    claims = adapters.read(RIGHT / "acled.xls").claims

    assert claims["claim_id"].tolist() == ALL
    assert claims["count_best"].tolist() == [7, 12, 10, 0]
    assert claims["period_start"].dt.day.tolist() == [1, 2, 3, 4]
    assert claims.geometry.iloc[0].coords[0] == (20.1, 10.1)


def test_an_open_document_reads(tmp_path):
    pytest.importorskip("python_calamine")
    cells = (
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for row in [TABLE.columns.tolist(), *TABLE.to_numpy().tolist()]
    )
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f"<office:document-content{names}><office:body><office:spreadsheet>"
            f'<table:table table:name="Data">{"".join(cells)}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )

    assert ids(tmp_path / "a.ods") == ALL


def test_a_path_in_a_zip_leads_nowhere_else(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("../../outside.csv", TEXT)

    assert ids(tmp_path / "a.zip") == ALL
    assert not (tmp_path.parent / "outside.csv").exists()


def test_a_zip_with_a_read_me_beside_the_table(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("data/a.csv", TEXT)
        archive.writestr("README.txt", "about the table")
        archive.writestr("__MACOSX/._a.csv", b"\0\1")

    assert ids(tmp_path / "a.zip") == ALL


@pytest.mark.parametrize(
    "tags", [[], [["#event+id", "#meta+source", "#event+kind", "#affected+killed"]]]
)
def test_a_formula_is_refused_in_the_row_that_its_claim_has(tmp_path, tags):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (
        ["claim_id", "voice", "measure", "count_best"],
        *tags,
        ["c1", "Monitor", "killed", 3],
        [],
        ["c2", "Monitor", "killed", "=1+1"],
    ):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")

    reading = adapters.read(tmp_path / "a.xlsx", schema="claims")

    claims = reading.claims.set_index("claim_id")
    assert reading.refused["row"].tolist() == [claims.loc["c2", "source_row"]]


def test_a_workbook_with_formulas_gives_saved_values_and_refuses_the_others(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["Some monitor"])
    book.active.append(TABLE.columns.tolist())
    for row in TABLE.to_numpy().tolist():
        book.active.append(row)
    where = TABLE.columns.get_loc("fatalities") + 1
    book.active.cell(3, where, "=3+4")
    book.active.cell(4, where, 12)
    book.create_sheet("about").append(["nothing here"])
    book.save(tmp_path / "a.xlsx")
    reading = adapters.read(tmp_path / "a.xlsx")
    refused = reading.refused[reading.refused["value"] == "=3+4"]

    assert refused["reason"].tolist() == ["a formula without a saved value"]
    assert refused["row"].tolist() == [1]
    assert reading.claims["count_best"].tolist()[1:] == [12, 10, 0]
    assert reading.claims["count_best"].isna().tolist() == [True, False, False, False]


@pytest.mark.parametrize("wrap", ["list", "data", "result.data", "lines"])
def test_json_however_it_is_wrapped(tmp_path, wrap):
    rows = TABLE.astype({"fatalities": int, "latitude": float}).to_dict("records")
    texts = {
        "list": json.dumps(rows),
        "data": json.dumps({"status": 200, "data": rows}),
        "result.data": json.dumps({"result": {"data": rows, "pages": [1]}}),
        "lines": "\n".join(json.dumps(row) for row in rows),
    }
    (tmp_path / "a.json").write_text(texts[wrap], encoding="utf-8")

    assert ids(tmp_path / "a.json") == ALL


def test_a_long_id_in_json_keeps_its_digits(tmp_path):
    (tmp_path / "a.json").write_text(
        '[{"claim_id": 12345678901234567890, "voice": "a", "measure": "killed", "count_best": 3}]'
    )

    assert ids(tmp_path / "a.json") == ["12345678901234567890"]


@pytest.mark.parametrize("suffix", [".geojson", ".gpkg", ".shp", ".parquet"])
def test_spatial_files_bring_their_points(tmp_path, suffix):
    points = gpd.points_from_xy(TABLE["longitude"].astype(float), TABLE["latitude"].astype(float))
    frame = gpd.GeoDataFrame(TABLE.astype({"fatalities": int}), geometry=points, crs="EPSG:4326")
    path = tmp_path / f"a{suffix}"
    if suffix == ".parquet":
        frame.to_parquet(path)
    elif suffix == ".shp":
        # The format cuts names of columns at ten letters.
        frame = frame.rename(columns=lambda name: name[:10] if name != "geometry" else name)
        frame.loc[:, ~frame.columns.duplicated()].to_file(path)
    else:
        frame.to_file(path)
    claims = adapters.read(path).claims

    assert claims["claim_id"].tolist() == ALL
    assert claims["count_best"].tolist() == [7, 12, 10, 0]
    assert claims.geometry.iloc[0].coords[0] == (20.1, 10.1)


def test_a_shapefile_in_a_zip(tmp_path):
    frame = gpd.GeoDataFrame(
        TABLE[["event_date"]].rename(columns={"event_date": "event_date"}),
        geometry=gpd.points_from_xy([20.0] * 4, [10.0] * 4),
        crs="EPSG:4326",
    )
    frame.to_file(tmp_path / "a.shp")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for part in tmp_path.glob("a.*"):
            if part.suffix != ".zip":
                archive.write(part, part.name)

    (sheet,) = open_sheets(tmp_path / "a.zip")
    assert sheet.frame["event_date"].tolist() == TABLE["event_date"].tolist()


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))

    assert ids("-") == ALL


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"just words\nand words", "one column"),
        (b"\x89PNG\x00\x01\x02" + bytes(range(256)) * 20, "no text but binary"),
        (b"<!DOCTYPE html><html>", "a web page"),
        (b"%PDF-1.7", "a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "no workbook that can be read"),
        (b"\x1f\x8b\x08cut", "cannot be unpacked"),
        (b"PK\x03\x04broken", "damaged zip"),
        (b"PAR1broken", "no Parquet"),
        (b"SQLite format 3\x00broken", "cannot be read"),
        (b'[{"a": 1}, {"a"', "not JSON"),
        (b'{"a": 1}', "no list of objects"),
        (b"a,b\n1,2\n", "cannot tell the schema"),
    ],
)
def test_what_is_no_table_is_told_in_one_line(tmp_path, content, message):
    (tmp_path / "a.csv").write_bytes(content)

    with pytest.raises(TableError, match=message) as caught:
        adapters.read(tmp_path / "a.csv")
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_an_unknown_schema_are_told(tmp_path):
    with pytest.raises(TableError, match="there is no file"):
        adapters.read(tmp_path / "none.csv")
    with pytest.raises(TableError, match="use one of ucdp"):
        adapters.read(RIGHT / "acled.csv", "uppsala")
    with pytest.raises(TableError, match=r"it lacks the column .*where_prec"):
        adapters.read(RIGHT / "acled.csv", "ucdp")


def test_copies_are_refused_and_an_id_that_stands_twice_is_numbered(tmp_path):
    other = TABLE.iloc[[1]].assign(event_id_cnty="XXA1")
    pd.concat([TABLE, TABLE.iloc[[0]], other]).to_csv(tmp_path / "a.csv", index=False)
    reading = adapters.read(tmp_path / "a.csv")

    assert reading.claims["claim_id"].tolist() == [*ALL, "acled:XXA1~6:killed"]
    assert "row 1" in reading.claims["id_note"].iloc[-1]
    assert reading.refused[["row", "reason"]].to_numpy().tolist() == [
        [5, "the same row stands there already"]
    ]


def test_a_bad_cell_costs_only_itself(tmp_path):
    table = TABLE.copy()
    table.loc[0, ["fatalities", "latitude"]] = ["seven", "95"]
    table.loc[1, ["event_date", "geo_precision"]] = ["someday", "9"]
    table.loc[2, ["latitude", "longitude"]] = ["0", "0"]
    table.loc[3, "fatalities"] = "-4"
    table.to_csv(tmp_path / "a.csv", index=False)
    reading = adapters.read(tmp_path / "a.csv")

    assert sorted(reading.claims["source_row"]) == [1, 2, 3, 4]
    assert reading.claims["count_best"].isna().tolist() == [True, False, False, True]
    assert reading.claims["period_start"].isna().tolist() == [False, True, False, False]
    assert reading.claims.geometry.notna().tolist() == [False, False, False, True]
    assert sorted(reading.refused["value"]) == ["-4", "0", "9", "95", "seven", "someday"]
    assert reading.refused["way_out"].notna().all()


def test_what_a_later_file_has_no_more_is_named(tmp_path):
    TABLE.drop(index=1).to_csv(tmp_path / "later.csv", index=False)
    earlier, later = adapters.read(RIGHT / "acled.csv"), adapters.read(tmp_path / "later.csv")

    gone = adapters.withdrawn(later.claims, earlier.claims)
    assert gone["value"].tolist() == ["acled:XXA2:killed"]
    assert len(adapters.withdrawn(earlier.claims, later.claims)) == 0


def test_a_tag_row_with_a_forgotten_mark_is_no_data(tmp_path):
    text = (
        (RIGHT / "dtm.csv").read_text(encoding="utf-8").replace("#affected+idps,", "affected+idps,")
    )
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    reading = adapters.read(tmp_path / "a.csv")

    assert len(reading.refused) == 0
    whole = reading.claims[reading.claims["group"] == "internally displaced people"]
    assert whole["count_best"].sum() == 2200 + 900 + 1800


def test_bounds_of_tagged_columns_that_do_not_rise_are_widened_and_told(tmp_path):
    (tmp_path / "a.csv").write_text(
        "Place,Least,Best,Most\n"
        "#loc+name,#affected+killed+min,#affected+killed,#affected+killed+max\n"
        "Aton,9,5,7\n"
        "Beton,1,2,3\n",
        encoding="utf-8",
    )
    claims = adapters.read(tmp_path / "a.csv").claims

    assert claims["count_rule"].tolist() == ["hxl:ordered", "hxl"]
    assert claims[["count_low", "count_best", "count_high"]].to_numpy().tolist() == [
        [5, 5, 9],
        [1, 2, 3],
    ]
    assert claims[["given_low", "given_best", "given_high"]].to_numpy().tolist() == [
        [9, 5, 7],
        [1, 2, 3],
    ]
