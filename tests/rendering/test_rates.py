import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from mapper.errors import InputError, TableError
from mapper.rendering import Rates

SAID = {"denominator": "people", "of": "residents", "source": "Census", "year": 2029}


def areas(killed, people, geometry=None):
    boxes = [shapely.box(10 + n, 20, 11 + n, 21) for n in range(len(killed))]
    columns = {
        "place_name": [f"District {n}" for n in range(len(killed))],
        "killed": pd.array(killed, dtype="Int64"),
        "people": pd.array(people, dtype="Int64"),
    }
    return gpd.GeoDataFrame(columns, geometry=geometry or boxes, crs="EPSG:4326")


def test_a_rate_is_so_many_of_each_so_many_people():
    layer = Rates(areas([3, 0], [20_000, 9_000]), "killed", **SAID, per=100_000)

    assert layer.rates.tolist() == [15.0, 0.0]


def test_a_count_alone_is_refused_with_the_way_out():
    with pytest.raises(InputError, match=r"where many people live; give denominator=.*Deaths"):
        Rates(areas([3], [9]), "killed")


def test_ones_do_not_turn_a_count_into_a_rate():
    with pytest.raises(InputError, match="1 everywhere"):
        Rates(areas([3, 5], [1, 1]), "killed", **SAID)


@pytest.mark.parametrize("key", ["of", "source", "year"])
def test_the_denominator_says_what_it_is_whose_and_of_when(key):
    with pytest.raises(InputError, match=f"has no {key}"):
        Rates(areas([3], [9]), "killed", **{**SAID, key: None})


def test_missing_columns_and_points_are_named():
    with pytest.raises(TableError, match="no column people; they have"):
        Rates(areas([3], [9]).drop(columns="people"), "killed", **SAID)
    with pytest.raises(TableError, match="row 1 of the areas is a point or a line"):
        Rates(areas([3], [9], [shapely.Point(10, 20)]), "killed", **SAID)


def test_unknown_and_zero_denominators_are_no_data_and_zero_is_a_rate():
    layer = Rates(areas([3, None, 4, 0], [None, 100, 0, 100]), "killed", **SAID)

    assert np.isnan(layer.rates).tolist() == [True, True, True, False]
    assert layer.rates[3] == 0
    assert layer.breaks == []


def test_every_rate_falls_into_a_class():
    dice = np.random.default_rng(1)
    layer = Rates(areas(dice.integers(0, 50, 200), dice.integers(100, 9999, 200)), "killed", **SAID)

    assert 2 <= len(layer.breaks) <= 5
    assert layer.breaks == sorted(layer.breaks)
    assert layer.rates.max() <= layer.breaks[-1]


@pytest.mark.parametrize("breaks", [[2, 1], [0, 1], [], [1, 2, 3, 4, 5, 6], [1]])
def test_breaks_that_cannot_be_are_refused(breaks):
    with pytest.raises(InputError, match="break"):
        Rates(areas([3], [9]), "killed", **SAID, breaks=breaks)


def test_areas_of_another_projection_are_turned():
    areas = gpd.GeoDataFrame(
        {"killed": [3], "people": [20_000]}, geometry=[shapely.box(10, 20, 11, 21)], crs="EPSG:4326"
    )
    layer = Rates(
        areas.to_crs("EPSG:3857"), "killed", denominator="people", of="residents", source="Census", year=2029
    )  # fmt: skip

    assert layer.bounds == pytest.approx((10, 20, 11, 21))
