"""ACLED, UCDP and Airwars: what their codes become."""

import json
from pathlib import Path

import pandas as pd
import pytest

from mapper import adapters
from mapper.schema import CLAIMS, check

RIGHT = Path(__file__).parents[1] / "data" / "right"


def read(name):
    reading = adapters.read(RIGHT / name)
    assert check(reading.claims, CLAIMS) == []
    return reading, reading.claims.set_index("claim_id")


def test_ucdp_keeps_every_row_and_every_death():
    reading, claims = read("ucdp_ged.csv")
    table = pd.read_csv(RIGHT / "ucdp_ged.csv")
    whole = claims[claims["contained_in"].isna()]

    assert len(reading.refused) == 0
    assert len(whole) == len(table)
    assert whole["count_best"].sum() == table["best"].sum()
    # Row 4 says low 8, best 6, high 5: the bounds are widened around best.
    assert whole["count_low"].sum() == table["low"].sum() - 3
    assert whole["count_high"].sum() == table["high"].sum() + 3
    assert whole.loc["ucdp:4:killed", "count_rule"] == "ucdp:ordered"
    assert json.loads(whole.loc["ucdp:4:killed", "source_codes"])["low"] == "8"


def test_ucdp_parts_lie_in_their_total_and_add_up_to_it():
    _, claims = read("ucdp_ged.csv")
    parts = claims[claims["contained_in"] == "ucdp:2:killed"]

    assert parts["count_best"].tolist() == [3, 10, 25, 2]
    assert parts["group"].tolist() == ["civilians", "Government of Examplia", "Red Band", "unknown"]
    # All seven are civilians: no part is needed, the total says so.
    assert claims.loc["ucdp:1:killed", "group_class"] == "civilian"
    assert "ucdp:1:killed:civilians" not in claims.index


def test_ucdp_zero_is_a_claim_of_zero():
    _, claims = read("ucdp_ged.csv")

    assert claims.loc["ucdp:3:killed", ["count_low", "count_best", "count_high"]].tolist() == [
        0,
        0,
        4,
    ]


def test_ucdp_precision_decides_what_is_a_point():
    _, claims = read("ucdp_ged.csv")
    whole = claims[claims["contained_in"].isna()]

    assert whole["precision"].tolist() == ["settlement", "adm1", "near", "adm2", "country"]
    assert whole.geometry.notna().tolist() == [True, False, True, False, False]
    assert whole["place_words"].tolist() == [
        "Oakmill", "Upper Examplia", "Oakmill", "Oak district", "Examplia",
    ]  # fmt: skip
    assert whole["given_lat"].tolist() == [10.1, 10.5, 10.1, 10.2, 10.0]
    assert whole["radius_km"].dropna().tolist() == [25]
    assert whole["period_precision"].tolist() == ["day", "month", "day", "year", "day"]
    assert whole["apart"].notna().tolist() == [False, True, False, False, False]


def test_ucdp_without_a_header_reads_the_same(tmp_path):
    text = (RIGHT / "ucdp_ged.csv").read_text(encoding="utf-8")
    (tmp_path / "bare.csv").write_text(text.split("\n", 1)[1], encoding="utf-8")
    _, claims = read("ucdp_ged.csv")
    bare = adapters.read(tmp_path / "bare.csv")

    assert "no header" in adapters.sniff(tmp_path / "bare.csv")[0].reason
    assert len(bare.refused) == 0
    assert bare.claims["claim_id"].tolist() == claims.index.tolist()
    assert bare.claims["count_best"].tolist() == claims["count_best"].tolist()


def test_columns_are_found_by_name_in_any_order_and_case(tmp_path):
    table = pd.read_csv(RIGHT / "ucdp_ged.csv", dtype="str", keep_default_na=False)
    kept = table.columns[::-1].drop(["geom_wkt", "gwnoa", "gwnob", "relid", "priogrid_gid"])
    table[kept].assign(mine="x").rename(columns=str.upper).to_csv(tmp_path / "a.csv", index=False)

    claims = adapters.read(tmp_path / "a.csv").claims.set_index("claim_id")

    assert claims.loc["ucdp:2:killed", "count_high"] == 60
    assert json.loads(claims.loc["ucdp:2:killed", "source_codes"])["MINE"] == "x"


def test_airwars_has_no_best_and_a_blank_is_unknown():
    reading, claims = read("airwars.csv")
    killed = claims[claims.index.str.endswith(":killed")]

    assert len(reading.refused) == 0
    assert killed["count_low"].tolist() == [5, pd.NA, 0]
    assert killed["count_best"].tolist() == [pd.NA, pd.NA, 0]
    assert killed["count_high"].tolist() == [9, pd.NA, 0]
    assert killed["grade"].tolist() == ["confirmed", "contested", "discounted"]
    assert killed["verification"].tolist() == ["verified", "disputed", "retracted"]
    assert claims.loc["airwars:XX1:injured", "count_high"] is pd.NA
    assert "airwars:XX2+XX2a:killed" in claims.index


def test_airwars_groups_and_what_was_conceded_lie_in_the_civilians():
    _, claims = read("airwars.csv")

    assert claims.loc["airwars:XX1:killed:children", "contained_in"] == "airwars:XX1:killed"
    assert pd.isna(claims.loc["airwars:XX1:killed:militants", "contained_in"])
    # No woman was killed: the figure says no more than that, and is no claim of its own.
    assert "airwars:XX1:killed:women" not in claims.index
    conceded = claims.loc["airwars:XX1:killed:conceded:1"]
    assert conceded[["voice", "relay", "count_best"]].tolist() == ["Blue Coalition", "Airwars", 3]
    assert conceded["contained_in"] == "airwars:XX1:killed"


def test_airwars_text_is_plain_and_places_are_as_fine_as_said():
    _, claims = read("airwars.csv")
    killed = claims[claims.index.str.endswith(":killed")]

    assert killed["quote"].iloc[0] == "The village of Oakmill,\ngeneric coordinates & no more."
    assert killed["precision"].tolist() == ["settlement", "adm1", "site"]
    assert killed.geometry.notna().tolist() == [True, False, True]
    assert killed["apart"].iloc[2].startswith("draft")


def test_acled_numbers_for_words_are_told_from_numbers():
    reading, claims = read("acled.csv")

    assert len(reading.refused) == 0
    assert claims["count_best"].tolist() == [7, 12, 10, 0]
    assert claims["imputed"].tolist() == [False, True, False, False]
    assert claims.loc["acled:XXA2:killed", "count_words"] == "dozens"
    assert claims["count_high"].tolist() == [pd.NA, pd.NA, pd.NA, 0]


def test_acled_province_on_its_capital_is_no_point():
    reading, claims = read("acled.csv")
    province = claims.loc["acled:XXA3:killed"]

    assert (province["precision"], province["coordinates_are"]) == ("adm1", "capital_standin")
    assert province["place_words"] == "Upper Examplia"
    assert province.geometry is None
    assert claims["period_precision"].tolist() == ["day", "week", "month", "day"]
    assert "no passing on of rows" in reading.reports["licence"].iloc[0]
    assert reading.reports["sensitivity"].iloc[0] == "partner"


@pytest.mark.parametrize("name", ["ucdp_ged.csv", "airwars.csv", "acled.csv"])
def test_the_same_file_gives_the_same_claims(name):
    first, second = (adapters.read(RIGHT / name) for _ in range(2))

    assert first.claims.to_csv() == second.claims.to_csv()
