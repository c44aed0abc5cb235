import pytest
import shapely

from mapper.rendering import Displacement
from mapper.rendering.layers.displacement import _ends, _wide_origins
from mapper.schema import FLOWS, conform

LINE = shapely.LineString([(10, 20), (11, 21)])


@pytest.mark.parametrize(
    ("values", "known"),
    [
        ({"origin_id": "a", "destination_id": "b", "geometry": LINE}, 2),
        ({"geometry": LINE}, 2),
        ({"origin_id": "a", "geometry": shapely.Point(10, 20)}, 1),
        ({"destination_id": "b", "geometry": shapely.Point(10, 20)}, 3),
        ({"origin_id": "country:XX", "destination_id": "b", "geometry": LINE}, 3),
        ({"origin_id": "a", "destination_id": "country:XX", "geometry": LINE}, 1),
        ({"origin_id": "a", "destination_id": "country:XX", "via_id": "border:XX-YY", "geometry": LINE}, 2),
        ({"destination_id": "country:XX", "geometry": shapely.box(10, 20, 11, 21)}, 0),
        ({"origin_id": "country:XX", "geometry": shapely.Point(10, 20)}, 0),
        ({"origin_id": "a", "destination_id": "b"}, 0),
    ],
)  # fmt: skip
def test_which_ends_of_a_flow_are_drawn(values, known):
    assert _ends(conform([{"flow_id": "f", **values}], FLOWS))[2].tolist() == [known]


def test_an_arrival_from_a_country_is_drawn_where_it_ends():
    rows = [{"flow_id": "f", "origin_id": "country:XX", "destination_id": "b", "geometry": LINE}]
    start, _, _ = _ends(conform(rows, FLOWS))

    assert start.tolist() == [[1_100_000, 2_100_000]]


def test_flows_without_a_place_come_last_and_are_counted(flows):
    flows.loc[0, "geometry"] = None
    _, _, ends = _ends(flows)

    assert ends.tolist() == [0, 1]
    assert Displacement(flows).bounds == (10.5, 20.6, 10.5, 20.6)


@pytest.mark.parametrize(
    ("origin", "wide"),
    [
        ("zone:coast", True),
        ("adm1:XX01", True),
        ("gn:1|gn:2", True),
        ("gn:1", False),
        (None, False),
    ],
)
def test_an_origin_that_is_an_area_or_several_places_gets_no_mark(origin, wide):
    flows = conform([{"flow_id": "f", "origin_id": origin, "geometry": LINE}], FLOWS)

    assert _wide_origins(flows) == [0] * wide
