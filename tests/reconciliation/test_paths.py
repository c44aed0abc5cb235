import pytest
from shapely import LineString, box

from mapper.gazetteer import load
from mapper.reconciliation.paths import flow_paths
from mapper.schema import FLOWS, conform


def path(**flow):
    return flow_paths(conform([{"flow_id": "f1", **flow}], FLOWS)).iloc[0]


def test_a_country_across_a_border_is_reached_on_the_border_line():
    line = path(origin_id="zone:syrian-coast", destination_id="country:LB", via_id="border:SY-LB")

    *_, end = line.coords
    assert tuple(end) in {
        tuple(vertex)
        for part in getattr(load().geometry("border:SY-LB"), "geoms", [])
        for vertex in part.coords
    }


def test_a_named_area_behind_a_border_is_reached_itself():
    line = path(origin_id="zone:syrian-coast", destination_id="adm1:LB7", via_id="border:SY-LB")

    assert load().geometry("adm1:LB7").contains(line.boundary.geoms[-1])


def test_people_who_came_from_a_country_start_on_its_border():
    line = path(origin_id="country:SY", destination_id="adm1:LB7", via_id="border:SY-LB")

    start = line.boundary.geoms[0]
    assert load().geometry("border:SY-LB").distance(start) < 1e-9


@pytest.mark.parametrize("known", ["origin_id", "destination_id"])
def test_an_unknown_end_leaves_the_point_of_the_other(known):
    point = path(**{known: "adm1:SY06"})

    assert point.geom_type == "Point"
    assert load().geometry("adm1:SY06").contains(point)


def test_people_who_moved_within_a_place_make_no_line():
    assert path(origin_id="adm1:SY06", destination_id="adm1:SY06") is None


def test_a_line_that_was_given_is_kept_where_no_place_is_known():
    given = LineString([(20.0, 10.0), (20.5, 10.5)])

    assert path(origin_id="elsewhere:1", geometry=given).equals(given)


def test_an_area_that_was_given_gives_a_point_inside_it():
    assert box(20, 10, 21, 11).contains(path(geometry=box(20, 10, 21, 11)))
