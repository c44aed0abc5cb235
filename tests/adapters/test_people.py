"""Displacement, sums and statements: what the codes of the other schemas become."""

import json
from pathlib import Path

import pandas as pd
import pytest

from mapper import adapters, reconciliation
from mapper.errors import TableError
from mapper.schema import CLAIMS, check

RIGHT = Path(__file__).parents[1] / "data" / "right"


def read(*names, **options):
    reading = adapters.read([RIGHT / name for name in names], **options)
    assert check(reading.claims, CLAIMS) == []
    return reading, reading.claims.set_index("claim_id")


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("hdx_acled.csv", "hdx_acled"),
        ("atlos.csv", "atlos"),
        ("auto_archiver.csv", "auto_archiver"),
        ("dtm.csv", "dtm"),
        ("flowmap_flows.csv", "flowmap"),
        ("flowmap_locations.csv", "flowmap_locations"),
        ("gtd.csv", "gtd"),
        ("hapi_conflict.csv", "hapi_conflict"),
        ("hapi_idps.csv", "hapi_idps"),
        ("hxl.csv", "hxl"),
        ("idmc_gidd.csv", "idmc_gidd"),
        ("idmc_idu.csv", "idmc_idu"),
        ("timemap_events.csv", "timemap"),
        ("timemap_sources.csv", "timemap_sources"),
        ("unhcr_flows.csv", "unhcr_flows"),
        ("unhcr_situation.csv", "unhcr_situation"),
        ("unhcr_stocks.csv", "unhcr"),
    ],
)
def test_each_schema_is_told_by_its_columns_and_no_row_is_silent(name, schema):
    (found,) = adapters.sniff(RIGHT / name)
    reading, claims = read(name)
    rows = len(pd.read_csv(RIGHT / name)) - (name in {"dtm.csv", "idmc_gidd.csv", "hxl.csv"})

    assert found.schema == schema
    assert set(claims["source_row"]) | set(reading.refused["row"].dropna()) == set(
        range(1, rows + 1)
    )
    assert claims.index.is_unique


def test_idu_midnights_are_the_day_they_mean_and_its_average_is_no_point():
    _, claims = read("idmc_idu.csv")
    first = claims.loc["idu:71:displaced"]

    assert first["period_start"] == pd.Timestamp("2025-02-10")
    assert first["period_end"] == pd.Timestamp("2025-02-12")
    assert first["quote"] == "More than 600 displacements, 10 February - 12 February"
    assert claims["qualifier"].tolist() == ["more_than", "about", "exact"]
    assert claims["count_high"].tolist() == [pd.NA, pd.NA, 90]
    assert claims.geometry.isna().all()
    assert claims["coordinates_are"].unique().tolist() == ["average_of_several"]
    assert claims["apart"].str[:9].tolist()[1:] == ["triangula", "displaced"]


def test_gidd_keeps_movements_from_people():
    _, claims = read("idmc_gidd.csv")

    assert claims.loc["gidd:XXA:2023:movements", ["kind", "count_best"]].tolist() == ["flow", 4321]
    stock = claims.loc["gidd:XXA:2024:displaced"]
    assert stock[["kind", "count_best", "supersedes"]].tolist() == [
        "stock", 20111, "gidd:XXA:2023:displaced",
    ]  # fmt: skip


def test_dtm_rounds_supersede_and_districts_lie_in_governorates():
    _, claims = read("dtm.csv")

    assert claims["kind"].unique().tolist() == ["stock"]
    assert claims.loc["dtm:3:displaced", "supersedes"] == "dtm:1:displaced"
    assert claims.loc["dtm:2:displaced", "contained_in"] == "dtm:1:displaced"
    whole = claims[claims["group"] == "internally displaced people"]
    assert whole["precision"].tolist() == ["adm1", "adm2", "adm1", "adm2"]
    assert whole["adm2_pcode"].tolist()[1] == "XA0901"
    assert whole.loc["dtm:4:displaced", "count_best"] == 0
    assert whole.loc["dtm:4:displaced", "origin_words"] == "Lower Examplia"
    assert whole["origin_words"].isna().tolist() == [True, True, True, False]


def test_dtm_men_and_women_lie_in_everybody():
    _, claims = read("dtm.csv")
    women = claims.loc["dtm:3:displaced:females"]

    assert women[["contained_in", "supersedes"]].tolist() == [
        "dtm:3:displaced", "dtm:1:displaced:females",
    ]  # fmt: skip
    for number in (1, 2, 3):
        row = claims[claims["source_row"] == number]
        parts = row[row["group_class"].isin(["women", "men"])]
        assert parts["count_best"].sum() == row.loc[f"dtm:{number}:displaced", "count_best"]


def test_unhcr_arrows_point_the_right_way():
    _, claims = read("unhcr_stocks.csv")
    away = claims.loc["unhcr:2024:EXA:NEI:refugees"]
    home = claims.loc["unhcr:2024:EXA:NEI:returned_refugees"]

    assert away[["origin_words", "destination_words", "kind"]].tolist() == [
        "Examplia", "Neighbourland", "stock",
    ]  # fmt: skip
    assert home[["origin_words", "destination_words", "kind", "measure"]].tolist() == [
        "Neighbourland", "Examplia", "flow", "returned",
    ]  # fmt: skip
    assert away["supersedes"] == "unhcr:2023:EXA:NEI:refugees"
    assert pd.isna(claims.loc["unhcr:2024:EXA:EXA:idps", "origin_words"])


def test_unhcr_dash_star_and_zero_are_three_things():
    reading, claims = read("unhcr_stocks.csv")
    table = pd.read_csv(RIGHT / "unhcr_stocks.csv", na_values=["-", "*"])
    hidden = claims.loc["unhcr:2023:EXA:NEI:asylum_seekers"]

    assert hidden[["count_low", "count_best", "count_high"]].tolist() == [1, pd.NA, 4]
    assert claims.loc["unhcr:2024:UKN:NEI:refugees", "count_best"] == 0
    assert pd.isna(claims.loc["unhcr:2024:UKN:NEI:refugees", "origin_words"])
    for figure in ("refugees", "asylum_seekers", "idps", "returned_refugees", "returned_idps"):
        part = claims[claims.index.str.endswith(f":{figure}")]
        assert part["count_best"].sum() == table[figure].sum()
    assert set(reading.refused["reason"]) == {
        "stateless people: most were never displaced, and those who were count among the refugees",
        "no figure in this row",
    }


def test_unhcr_arrivals_are_cumulative():
    _, claims = read("unhcr_situation.csv")

    assert claims["kind"].unique().tolist() == ["cumulative"]
    assert claims["supersedes"].tolist()[1] == claims.index[0]


def test_hapi_civilian_targeting_lies_in_political_violence():
    _, claims = read("hapi_conflict.csv")
    table = pd.read_csv(RIGHT / "hapi_conflict.csv")
    violence = "hapi:XXA:XA0901:2025-02:political_violence:killed"

    assert claims.loc[
        "hapi:XXA:XA0901:2025-02:civilian_targeting:killed", "contained_in"
    ] == violence  # fmt: skip
    assert claims[claims["measure"] == "killed"]["count_best"].sum() == table["fatalities"].sum()
    assert claims[claims["measure"] == "incidents"]["count_best"].sum() == table["events"].sum()
    assert (claims["voice"] == "ACLED").all()
    assert claims["relay"].unique().tolist() == ["HDX HAPI"]


def test_hxl_tags_say_what_columns_are():
    reading, claims = read("hxl.csv")

    assert claims.loc["hxl:E1:killed", ["count_low", "count_high"]].tolist() == [7, 9]
    assert claims.loc["hxl:E1:killed:children", "contained_in"] == "hxl:E1:killed"
    assert claims.loc["hxl:E1:injured", "count_words"] == "dozens"
    assert claims.loc["hxl:E2:displaced:households", ["unit", "qualifier", "origin_words"]].tolist() == [
        "household", "at_least", "XA0901",
    ]  # fmt: skip
    assert claims.loc["hxl:E2:displaced:households", "destination_words"] == "Neighbourland"
    assert claims.loc["hxl:E1:killed", "geometry"].coords[0] == (20.1, 10.1)
    assert claims.loc["hxl:E3:killed", "geometry"] is None
    assert "0, 0" in reading.refused["reason"].iloc[0]


def test_gtd_shares_of_a_total_keep_their_sum():
    _, claims = read("gtd.csv")
    whole = claims[claims["contained_in"].isna() & (claims["measure"] == "killed")]

    assert whole["count_best"].tolist() == [8, 7, pd.NA]
    assert whole["count_low"].tolist() == [7, 7, pd.NA]
    assert whole["precision"].tolist() == ["settlement", "near", "adm1"]
    assert whole["period_precision"].tolist() == ["day", "day", "month"]
    assert whole["period_end"].tolist()[2] == pd.Timestamp("2015-02-28")
    assert claims.loc["gtd:2:killed:attackers", "contained_in"] == "gtd:2:killed"


def test_tables_that_explain_others_are_used_by_them():
    _, claims = read("timemap_events.csv", "timemap_sources.csv")
    assert claims["voice"].tolist() == ["Hill Radio", "s2"]

    _, claims = read("flowmap_flows.csv", "flowmap_locations.csv")
    assert claims["origin_words"].tolist() == ["Oakmill", "Oakmill"]
    assert claims["destination_lat"].tolist() == [10.9, 10.9]


def test_an_event_without_day_or_place_stays():
    _, claims = read("timemap_events.csv")

    assert claims["period_start"].isna().tolist() == [False, True]
    assert claims["place_words"].isna().tolist() == [False, True]


def test_any_table_reads_by_a_column_map():
    reading, claims = read("hill_radio.csv", column_map=RIGHT / "hill_radio.toml")

    assert claims["count_low"].tolist() == [7, 2, 12, pd.NA]
    assert claims["count_words"].tolist()[3] == "dozens"
    assert claims.loc["hill_radio:1:killed:villagers", "quote"] == "The mill burned"
    assert claims.loc["hill_radio:1:killed:villagers", "geometry"].coords[0] == (20.1, 10.1)
    assert json.loads(claims["source_codes"].iloc[0])["Lat"] == "10,1"
    assert sorted(reading.refused["value"]) == ["-5", "31/02/2025", "hearsay"]
    assert reading.reports["licence"].tolist() == ["CC BY 4.0"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[figures]]\nmeasure = 'murdered'\ncount = 'Dead'", "'murdered' is not one of"),
        ("voice = 'a'", "names no figure"),
        (
            "[columns]\nplace = 'Village'\n[[figures]]\nmeasure = 'killed'",
            "there is no column place",
        ),
        ("figures = ", "is not TOML"),
        ("[[figures]]\nmeasure = 'killed'\ncount = 'Corpses'", "lacks the column corpses"),
    ],
)
def test_a_wrong_column_map_is_told(tmp_path, text, message):
    (tmp_path / "m.toml").write_text(text)

    with pytest.raises(TableError, match=message):
        adapters.read(RIGHT / "hill_radio.csv", column_map=tmp_path / "m.toml")


def test_what_a_publisher_keeps_out_of_its_totals_stays_out_of_ours():
    _, claims = read("idmc_idu.csv")

    # 600 are recommended; 550 tell the same again, and 90 fled a flood.
    assert reconciliation.flows(claims.reset_index())["count_best"].tolist() == [600]


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_a_sheet_for_people_has_merged_headings_and_its_own_sums(tmp_path, suffix):
    rows = [
        ["Movements, draft", *[None] * 7],
        ["No", "Date", "From", None, "To", None, None, None],
        [None, None, "District", "Code", "District", "Code", "HH", "People"],
        ["1", "2031-02-03", "Aton", "0012", "Besh", "0011", "312", "1560"],
        ["2", "2031-02-04", "Aton", "0012", "Corl", "0031", "~240", "1,200"],
        ["Total", None, None, None, None, None, "552", "2760"],
    ]
    sheet = tmp_path / f"moves{suffix}"
    frame = pd.DataFrame(rows)
    write = frame.to_excel if suffix == ".xlsx" else frame.to_csv
    write(sheet, index=False, header=False)
    (tmp_path / "m.toml").write_text(
        """voice = "councils"
        [columns]
        claim_id = "No"
        origin_words = "From District"
        destination_words = "To District"
        [[figures]]
        measure = "displaced"
        unit = "household"
        count = "HH"
        [[figures]]
        measure = "displaced"
        count = "People"
        """,
        encoding="utf-8",
    )
    reading, sums = adapters.balanced(sheet, column_map=tmp_path / "m.toml")
    claims = reading.claims
    assert set(zip(claims["origin_words"], claims["destination_words"], strict=True)) == {
        ("Aton", "Besh"),
        ("Aton", "Corl"),
    }
    assert claims["count_best"].tolist() == [312, 1560, 240, 1200]
    assert reading.refused["reason"].tolist() == [
        "the sum of other rows, which would be counted twice"
    ]
    assert sums["difference"].tolist() == [0, 0]
    assert sums[["in_file", "in_claims", "in_refused"]].to_numpy().tolist() == [
        [864, 312, 552],
        [5520, 2760, 2760],
    ]


MONTHS = """\
Province,Month,Year,Dead
#adm1+name,#date+month,#date+year,#affected+killed
North Example,March,2025,30
North Example,4,2025,12
South Example,March,2025,7
"""


def test_a_tagged_table_of_months_is_dated_by_them(tmp_path):
    (tmp_path / "a.csv").write_text(MONTHS, encoding="utf-8")

    claims = adapters.read(tmp_path / "a.csv").claims

    assert [str(day.date()) for day in claims["period_end"]] == [
        "2025-03-31",
        "2025-04-30",
        "2025-03-31",
    ]
    assert set(claims["period_precision"]) == {"month"}


MONTH_MAP = """\
voice = "Hill Radio"
days = ["%Y-%m", "%d/%m/%Y"]
[columns]
period_start = "When"
place_words = "Province"
[constants]
precision = "adm1"
[[figures]]
measure = "killed"
count = "Dead"
"""


def test_a_month_in_a_mapped_table_lasts_to_its_end_and_a_day_one_day(tmp_path):
    (tmp_path / "map.toml").write_text(MONTH_MAP, encoding="utf-8")
    table = "When,Province,Dead\n2025-02,North Example,30\n07/03/2025,North Example,2\n"
    (tmp_path / "a.csv").write_text(table, encoding="utf-8")

    claims = adapters.read(tmp_path / "a.csv", column_map=tmp_path / "map.toml").claims

    assert claims["period_end"].astype("str").tolist() == ["2025-02-28", "2025-03-07"]
    assert claims["period_precision"].tolist() == ["month", "day"]
