import geopandas as gpd
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from mapper.errors import TableError
from mapper.schema import CLAIMS, TABLES, check, conform, joined, split


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_an_empty_table_has_all_columns_and_nothing_wrong(table):
    frame = conform([], table)

    assert tuple(frame.columns) == table.names
    assert check(frame, table) == []
    assert isinstance(frame, gpd.GeoDataFrame) == table.spatial


def test_conforming_twice_changes_nothing():
    once = conform([{"claim_id": "c1", "published": "2025-03-09", "imputed": "true"}], CLAIMS)

    assert conform(once, CLAIMS).equals(once)


def test_unknown_stays_null_and_more_columns_are_kept():
    claims = conform([{"claim_id": "c1", "count_low": "", "voice": "", "mine": 1}], CLAIMS)

    assert claims["count_low"].isna().all()
    assert claims["voice"].isna().all()
    assert claims["mine"].tolist() == [1]


def test_a_value_its_column_cannot_hold_is_named():
    with pytest.raises(TableError, match=r"claims, column count_low.*many"):
        conform([{"count_low": "many"}], CLAIMS)


def test_days_lose_their_hours_but_not_their_date():
    claims = conform([{"published": "2025-03-09T23:30:00+02:00"}], CLAIMS)

    assert claims["published"].tolist() == [pd.Timestamp("2025-03-09")]


def test_check_names_what_is_wrong():
    claims = conform(
        [
            {"claim_id": "c1", "measure": "murdered", "count_low": 5, "count_high": 3},
            {"claim_id": "c1", "period_start": "2025-03-08", "period_end": "2025-03-07"},
        ],
        CLAIMS,
    )

    problems = "\n".join(check(claims, CLAIMS))

    assert "'murdered' in row 1" in problems
    assert "count_low 5 is more than count_high 3 in row 1" in problems
    assert "'c1' in row 2 stands there already" in problems
    assert "period_start" in problems


def test_nothing_coarser_than_near_may_be_a_point():
    claims = gpd.GeoDataFrame(
        conform([{"claim_id": "c1", "precision": "adm1"}], CLAIMS).drop(columns="geometry"),
        geometry=gpd.points_from_xy([20.25], [10.5]),
        crs="EPSG:4326",
    )

    assert "nothing coarser than near" in check(claims, CLAIMS)[0]


@given(st.lists(st.text(min_size=1), max_size=5))
def test_cells_come_apart_as_they_were_joined(values):
    assert split(joined(values)) == values


def test_shapes_of_another_projection_are_turned_and_what_is_no_shape_is_said():
    claims = conform([{"claim_id": "c1", "geometry": shapely.Point(20, 10)}], CLAIMS)
    back = conform(claims.to_crs(3857), CLAIMS)
    assert back.geometry.iloc[0].distance(shapely.Point(20, 10)) < 1e-9
    with pytest.raises(TableError, match="column geometry holds no shapes; leave it out"):
        conform([{"claim_id": "c1", "geometry": "POINT (20 10)"}], CLAIMS)


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857"])
def test_shapes_are_found_under_any_name(crs):
    given = gpd.GeoDataFrame(
        {"claim_id": ["c1"]}, geometry=[shapely.Point(10.5, 20.5)], crs="EPSG:4326"
    )
    claims = conform(given.rename_geometry("where").to_crs(crs), CLAIMS)

    assert claims.geometry.iloc[0].distance(shapely.Point(10.5, 20.5)) < 1e-9
    assert "where" not in claims


def test_an_empty_shape_is_nowhere():
    shapes = [shapely.Point(), shapely.MultiPolygon(), shapely.Point(10, 20), None]
    rows = {"claim_id": list("abcd"), "geometry": shapes}
    for table in (pd.DataFrame(rows), gpd.GeoDataFrame(rows, crs="EPSG:4326")):
        assert conform(table, CLAIMS).geometry.isna().tolist() == [True, True, False, True]


@pytest.mark.parametrize("index", [[0, 0], ["a", "b"]])
def test_what_is_wrong_is_told_by_its_row_whatever_the_index(index):
    frame = conform([{"claim_id": "c1"}, {"claim_id": "c1"}], CLAIMS).set_axis(index)

    assert check(frame, CLAIMS) == ["claims.claim_id: 'c1' in row 2 stands there already"]
