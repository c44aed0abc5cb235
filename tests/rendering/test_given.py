"""What is handed to a map is its table, in any projection, or is refused in one line."""

import re

import geopandas as gpd
import pytest
import shapely

import mapper
from mapper.errors import MapperError
from mapper.schema import CLAIMS, FLOWS, INCIDENTS, conform

# In the facts of the page, which are written out.
_SHORT = re.compile(r"(?<=[\[ ])-?\d+\.\d+(?=[\],])")
POINT, LINE = shapely.Point(10.5, 20.5), shapely.LineString([(10, 20), (11, 20)])
FOREIGN = gpd.GeoDataFrame({"deaths": [3]}, geometry=[POINT], crs="EPSG:4326")
TABLES = {
    mapper.Deaths: conform(
        [{"incident_id": "i", "deaths_low": 3, "precision": "site", "geometry": POINT}], INCIDENTS
    ),
    mapper.Displacement: conform([{"flow_id": "f", "count_low": 3, "geometry": LINE}], FLOWS),
    mapper.Refuge: conform(
        [{"claim_id": "c", "measure": "sheltering", "precision": "site", "geometry": POINT}], CLAIMS
    ),
    mapper.Boundaries: FOREIGN.assign(kind="town", rank=0, name="Redford"),
}


@pytest.mark.parametrize("layer", TABLES)
def test_another_projection_is_drawn_at_the_same_place(layer):
    rows = TABLES[layer]
    pages = [mapper.Map([layer(table)]).get_root().render() for table in (rows, rows.to_crs(3857))]
    # Degrees that came from metres differ in the last digit.
    places = [_SHORT.sub(lambda number: str(round(float(number[0]), 6)), page) for page in pages]
    assert places[0] == places[1]


@pytest.mark.parametrize("layer", TABLES)
@pytest.mark.parametrize("given", [FOREIGN, FOREIGN.drop(columns="geometry")])
def test_another_table_is_refused_by_the_column_it_lacks(layer, given):
    with pytest.raises(MapperError, match=r"no column \w+; ") as raised:
        layer(given)
    assert layer.__name__ in str(raised.value)


@pytest.mark.parametrize("given", [None, "incidents.csv", [1, 2]])
def test_what_is_no_table_is_said(given):
    with pytest.raises(MapperError, match=f"not a {type(given).__name__}; mapper.reconcile"):
        mapper.Deaths(given)


def test_columns_that_are_missing_are_unknown():
    few = TABLES[mapper.Deaths][["incident_id", "deaths_low", "geometry"]]
    assert mapper.Deaths(few).rows["deaths_high"].isna().all()


@pytest.mark.parametrize("given", ["Deaths", FOREIGN])
def test_a_map_is_made_of_layers(given):
    with pytest.raises(MapperError, match="a map is made of layers"):
        mapper.Map([given])


def test_claims_of_a_map_are_claims():
    with pytest.raises(MapperError, match=r"Map takes the claims table.*no column claim_id"):
        mapper.Map(claims=FOREIGN)
