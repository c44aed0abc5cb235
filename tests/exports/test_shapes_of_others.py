import pandas as pd
import pytest
from shapely import LineString

from mapper.exports import export
from mapper.exports.hxl import HXL_TAGS
from mapper.gazetteer import load


def read(path):
    return pd.read_csv(path, dtype="str", keep_default_na=False, encoding="utf-8-sig")


def test_hxl_has_hashtags_in_its_second_row(tables, tmp_path):
    notes = export(tables, tmp_path / "case.hxl.csv")
    rows = read(tmp_path / "case.hxl.csv")

    assert rows.iloc[0].tolist() == [tag for _, tag in HXL_TAGS.values()]
    by_tag = rows.iloc[1:].set_axis(rows.iloc[0].tolist(), axis=1).set_index("#event+id")
    assert list(by_tag.index) == ["i1", "i2", "i4", "f1", "f2", "f3"]
    assert by_tag.loc["i1", "#affected+killed"] == "40"
    assert by_tag.loc["i1", "#affected+killed+max"] == ""
    assert by_tag.loc["i1", "#adm2+code"] == "XA0101"
    assert by_tag.loc["i1", "#geo+lat"] == "10.5"
    assert by_tag.loc["i2", "#geo+lat"] == ""
    assert by_tag.loc["f1", "#affected+displaced+ind"] == "300"
    assert by_tag.loc["f2", "#affected+displaced+ind"] == ""
    assert by_tag.loc["f2", "#affected+displaced+hh"] == "12"
    assert [note.split(",")[0] for note in notes] == [
        "1 incidents are parts of others and left out",
        "1 incidents stand for an area: named",
        "1 claims are neither deaths",
    ]


def test_acled_keeps_to_its_codes(tables, tmp_path):
    notes = export(tables, tmp_path / "case.acled.csv")
    rows = read(tmp_path / "case.acled.csv").set_index("event_id_cnty")

    assert list(rows.index) == ["i1", "i2", "i4"]
    assert rows["fatalities"].tolist() == ["40", "120", ""]
    assert rows["geo_precision"].tolist() == ["1", "3", ""]
    assert rows["time_precision"].tolist() == ["1", "2", ""]
    assert rows["civilian_targeting"].tolist() == ["Civilian targeting", "", ""]
    assert rows.loc["i1", "source"] == "Example Monitor; Sample Agency"
    assert rows.loc["i1", "notes"].startswith("'=HYPERLINK")
    assert any(note.startswith("1 incidents have no known number of deaths") for note in notes)


def test_ucdp_keeps_to_its_codes(tables, tmp_path):
    notes = export(tables, tmp_path / "case.ucdp.csv")
    rows = read(tmp_path / "case.ucdp.csv").set_index("relid")

    assert len(rows.columns) == 48
    assert rows[["low", "best", "high"]].to_numpy().tolist() == [
        ["40", "40", ""],
        ["100", "120", "150"],
        ["", "", ""],
    ]
    assert rows["where_prec"].tolist() == ["1", "5", ""]
    assert rows["date_prec"].tolist() == ["1", "2", ""]
    assert rows["deaths_civilians"].tolist() == ["40", "", ""]
    assert rows["deaths_unknown"].tolist() == ["", "120", ""]
    assert rows.loc["i2", "date_end"] == "2025-03-09 00:00:00.000"
    assert rows.loc["i1", "geom_wkt"] == "POINT (20.25 10.5)"
    assert any("high is empty" in note for note in notes)


def test_flowmap_has_both_tables_and_never_adds_households(tables, tmp_path):
    notes = export(tables, tmp_path / "flowmap", form="flowmap")

    locations = read(tmp_path / "flowmap" / "locations.csv")
    flows = read(tmp_path / "flowmap" / "flows.csv")
    assert locations.to_numpy().tolist() == [
        ["x:1", "Sampletown", "10.5", "20.25"],
        ["x:9", "Neighbourland", "10.9", "20.9"],
    ]
    assert flows.to_numpy().tolist() == [["x:1", "x:9", "300", "2025-03-08"]]
    assert notes == [
        "1 flows end or start at an unknown place: left out",
        "1 flows count households, which are never added to people: left out",
        "1 flows have a range, of which the most credible number is kept",
    ]


@pytest.mark.parametrize("ending", [".hxl.csv", ".acled.csv", ".ucdp.csv"])
def test_no_cell_starts_as_a_formula(tables, tmp_path, ending):
    export(tables, tmp_path / f"case{ending}")

    cells = read(tmp_path / f"case{ending}")
    assert not cells.map(lambda cell: cell[:1] in set("=+-@\t\r")).to_numpy().any()


def test_the_summary_sets_figures_side_by_side(tables, tmp_path):
    export(tables, tmp_path / "case.txt")
    text = (tmp_path / "case.txt").read_text(encoding="utf-8")

    assert text.startswith("3 claims from 1 report\n  Example Monitor, Two days in North Example")
    assert "  Example Monitor: 100–150 (most credible 120) killed, as of 2025-03-09" in text
    assert "at least 40 killed, at least 12 injured; fair, said by Example Monitor, Sample" in text
    assert "place unknown (unplaced), undated: unknown killed" in text
    assert "Sampletown → Neighbourland, 2025-03-08 to …: at least 300 people (flow)" in text
    assert "\u202e" not in text
    assert "1 refusal\n  a.csv: -1: negative" in text


def test_a_country_stands_at_its_own_point_though_its_line_ends_at_the_border(tables, tmp_path):
    flows = (
        tables["flows"]
        .iloc[[0]]
        .assign(
            origin_id="country:SY",
            origin_name="Syria",
            destination_id="country:LB",
            destination_name="Lebanon",
            count_best=900,
            unit="person",
            geometry=[LineString([(36, 34.9), (36.1, 34.65)])],
        )
    )
    # An edition for everybody has no places.
    seen = {**tables, "flows": flows, "places": tables["places"].iloc[:0]}
    export(seen, tmp_path / "flowmap", form="flowmap")
    found = (
        read(tmp_path / "flowmap" / "locations.csv")
        .set_index("id")
        .astype({"lat": float, "lon": float})
    )

    lebanon = load()["country:LB"]
    assert found.loc["country:LB", ["lat", "lon"]].tolist() == [
        round(lebanon.lat, 6), round(lebanon.lon, 6),
    ]  # fmt: skip
    assert found.loc["country:LB", "lat"] < 34.6
