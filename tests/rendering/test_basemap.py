import pytest
import shapely

from mapper.gazetteer import load
from mapper.rendering.basemap import basemap, extent

# Inland points, by what anybody would find on a globe: none of them may be sea.
INLAND = {
    "Sudan": (32.5, 15.6), "Ukraine": (30.5, 50.4), "Saudi Arabia": (40.0, 29.0), "Egypt": (31.2, 29.5),
    "Iraq": (44.4, 33.3), "Jordan": (36.5, 30.9), "Turkey": (35.0, 38.0), "Iran": (46.5, 34.0),
    "Syria": (38.0, 35.0), "Lebanon": (36.0, 34.0), "Colombia": (-74.1, 4.6), "Myanmar": (96.1, 20.0),
}  # fmt: skip


def land_of(features):
    return features[features["kind"] == "land"].geometry.union_all()


@pytest.mark.parametrize("country", INLAND)
def test_any_country_in_view_is_land(country):
    x, y = INLAND[country]

    assert land_of(basemap(extent((x, y, x, y)))).covers(shapely.Point(x, y))


def test_every_inland_point_is_land_where_fine_and_coarse_meet():
    within = (30.0, 25.0, 50.0, 40.0)
    land = land_of(basemap(within))
    inside = [
        point for point in INLAND.values() if shapely.box(*within).covers(shapely.Point(point))
    ]

    assert len(inside) >= 6
    assert [point for point in inside if not land.covers(shapely.Point(point))] == []


@pytest.mark.parametrize("place", [(33.5, 34.5), (37.5, 21.5)])
def test_the_sea_is_no_land(place):
    land = land_of(basemap(extent((*place, *place))))

    assert not land.covers(shapely.Point(place))


def test_a_place_on_the_coast_stands_on_land():
    khmeimim = shapely.Point(35.9487, 35.4010)

    assert land_of(basemap(extent((35.8, 34.6, 36.4, 35.8)))).covers(khmeimim)


def test_the_open_ocean_has_neither_land_nor_error():
    assert basemap(extent((-30.0, 0.0, -30.0, 0.0)))["kind"].isin(["country", "town"]).sum() == 0


def test_the_extent_stays_on_the_globe():
    assert extent((179.0, -84.0, 179.9, -80.0))[1:3] == (-85.0, 180.0)


def test_towns_are_spelt_on_the_map_as_in_the_tables():
    frame = basemap((34.0, 33.0, 39.0, 38.0))
    towns = set(frame.loc[frame["kind"] == "town", "name"])
    assert {"Hama", "Jableh", "Latakia", "Ma'arrat an Nu'man"} <= towns
    shown = {place.name for place in load().records}
    assert towns <= shown
