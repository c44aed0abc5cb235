"""The published figures of the Syrian coast, March 2025: what they may say, and never may.

The table beside this file holds figures as they were published, each with its publisher and address;
places are given as codes, so that nothing here depends on a geocoder.
"""

from pathlib import Path

import pandas as pd
import pytest

from mapper.errors import UnlikeFiguresError
from mapper.reconciliation import (
    accounted,
    added,
    disagreement,
    flows,
    opened,
    read_claims,
    reconcile,
    series,
    totals,
)

# 745 and 1,383 added; 1,383 and 49, one day's news. Families times five.
NOBODY_SAID = (2128, 1432, 390 * 5)


@pytest.fixture(scope="module")
def claims():
    return read_claims(Path(__file__).parent / "coast.csv")


@pytest.fixture(scope="module")
def books(claims):
    return opened(claims)


@pytest.fixture(scope="module")
def held(books):
    """What each voice holds in all, by the claims."""
    return totals(books).set_index("claims")


@pytest.fixture(scope="module")
def told(books):
    """What each voice said one after another, by the claims."""
    return series(books).set_index("claims")


def sohr(table, group="civilians"):
    return table[
        (table["voice"] == "SOHR") & (table["measure"] == "killed") & (table["group"] == group)
    ]


def test_sohr_says_745_as_of_10_march_and_1383_as_of_13_march(claims):
    as_of_10 = sohr(totals(claims, as_of="2025-03-10"))
    assert as_of_10["count_best"].tolist()[0] == 745
    assert as_of_10["count_best"].max() == 745
    as_of_13 = sohr(totals(claims, as_of="2025-03-13"))
    assert as_of_13["count_best"].max() == 1383
    assert as_of_13.loc[as_of_13["claims"] == "C001", "note"].isna().all()


def test_the_series_rises_to_1383_by_the_day_it_was_known(told):
    said = sohr(told).dropna(subset="as_of")
    said = said[said["kind"] == "cumulative"].sort_values("as_of", kind="stable")
    by_10 = said[(said["as_of"] <= "2025-03-10") & (said["place_name"] != "")]
    assert by_10["count_best"].max() == 745
    by_13 = said[said["as_of"] <= "2025-03-13"]
    assert by_13["count_best"].max() == 1383


def test_the_day_a_figure_counts_to_stands_beside_the_day_it_was_known(told):
    said = told
    assert said.loc["C001", ["as_of", "counts_to"]].tolist() == [pd.Timestamp("2025-03-12")] * 2
    # Reuters wrote in June of what SNHR counted then; RT's page of what SOHR counted has no date.
    assert said.loc["C037", "counts_to"] == pd.Timestamp("2025-03-09")
    assert pd.isna(said.loc["C037", "as_of"])
    assert said.loc["C083", ["as_of", "counts_to"]].tolist() == [
        pd.Timestamp("2025-08-14"),
        pd.Timestamp("2025-03-31"),
    ]


def test_no_output_holds_a_number_nobody_said(claims, books, told, held):
    tables = [reconcile(books), flows(books), told, held]
    tables += [totals(claims, as_of=day) for day in ("2025-03-10", "2025-03-13", "2025-04-30")]
    for table in tables:
        for number in NOBODY_SAID:
            assert not (table.select_dtypes("number") == number).any(axis=None)


def test_the_governorates_sum_to_the_total_with_no_rest(held):
    row = held.loc["C001"]
    assert row["parts"] == "C002|C003|C004|C005"
    assert (row["located_low"], row["located_high"]) == (1383, 1383)
    assert (row["rest_low"], row["rest_high"]) == (0, 0)


def test_one_days_news_is_a_delta_of_158(claims, told):
    assert told.loc["C006", "count_best"] == 158
    assert told.loc[["C006", "C007", "C008", "C010"], "change"].str.startswith("delta").all()
    news = claims[claims["claim_id"].isin(["C007", "C008", "C010"])]
    assert added(news).best == 158
    with pytest.raises(UnlikeFiguresError, match=r"C001 and C006: their kinds"):
        added(claims[claims["claim_id"].isin(["C001", "C006"])])


def test_amnestys_32_in_baniyas_adds_nothing(claims, books):
    without = opened(claims[claims["claim_id"] != "C110"])
    for table in (totals, series):
        kept = table(books)
        kept = kept[kept["voice"] != "Amnesty International"].reset_index(drop=True)
        pd.testing.assert_frame_equal(kept, table(without))
    incidents = reconcile(books).set_index("claims")
    tartus = incidents[incidents["place_id"] == "SY10"]["incident_id"]
    assert incidents.loc["C110", "deaths_best"] == 32
    assert set(incidents.loc["C110", "contained_in"].split("|")) & set(tartus)


def test_latakia_is_disputed_between_683_and_732(books):
    shown = disagreement(books, "SY06", group="civilians", start="2025-03-06", end="2025-03-12")
    assert (shown.low, shown.high) == (683, 732)
    stand = shown.voices[shown.voices["comparable"] & (shown.voices["status"] == "stands")]
    assert set(stand.loc[stand["kind"] == "cumulative", "claim_id"]) == {"C002", "C106"}


def test_snhrs_mixed_count_stands_on_no_axis_with_civilians(books):
    shown = disagreement(books, "zone:syrian-coast", group="civilians")
    other = shown.voices.set_index("claim_id").loc["C031"]
    assert not other["comparable"]
    assert "not on one axis" in other["note"]
    assert any("other populations" in note for note in shown.notes)


def test_snhrs_parts_are_said_to_exceed_its_total(held):
    """211 + 179 + 396 = 786, published beside 779: shown as published, with a note."""
    row = held.loc["C031"]
    assert row["count_best"] == 779
    assert "exceed the whole by 7" in row["note"]


def test_390_families_lie_inside_21637_people(claims, books):
    moved = flows(books).set_index("claims")
    assert moved.loc["C146", "contained_in"] == moved.loc["C145", "flow_id"]
    assert moved.loc["C146", ["unit", "count_best"]].tolist() == ["household", 390]
    with pytest.raises(UnlikeFiguresError, match="household"):
        added(claims[claims["claim_id"].isin(["C145", "C146"])])


def test_every_claim_is_accounted_for(claims, books):
    where = accounted(books)
    assert where["claim_id"].tolist() == sorted(claims["claim_id"])
    assert (where["incidents"].notna() | where["flows"].notna() | where["series"]).all()


def test_no_total_exceeds_its_voices_own(held):
    said = held[~held["note"].fillna("").str.contains("exceed")]
    within = said["located_low"].isna() | (said["located_low"] <= said["count_best"])
    within |= said["count_high"].isna()
    assert within.all()
