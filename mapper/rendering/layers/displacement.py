"""Displacement: curved arrows, people and households on scales of their own."""

from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from mapper.rendering.claims import PageClaims, figure_words, rows_of
from mapper.rendering.layers.base import MapperLayer, total_bounds
from mapper.rendering.layers.given import given
from mapper.rendering.layers.reasons import add_reasons
from mapper.rendering.payload import Payload, Table
from mapper.rendering.shapes import POINT_UNIT
from mapper.schema import FLOWS

__all__ = ["Displacement"]

_AREA = r"^(?:zone|country|adm\d):|\|"  # ids of areas, or several places

Ints = npt.NDArray[np.int64]


class Displacement(MapperLayer):
    """Flows of displaced people, as curved arrows whose width is their number.

    Households have a scale of their own. A flow whose destination nobody named is a stub that fades
    out; a flow without any place stands in the tray.

    Parameters
    ----------
    flows : GeoDataFrame
        The flows table, EPSG:4326: lines from origin to destination, or the point of the origin.
    claims : DataFrame or None
        The claims its flows rest on.
    name, show, control
        As in `MapperLayer`.

    Examples
    --------
    >>> import folium, shapely
    >>> from mapper.schema import FLOWS, conform
    >>> flows = conform([{"flow_id": "f1", "unit": "household", "count_low": 12,
    ...     "geometry": shapely.LineString([(10, 20), (11, 20)])}], FLOWS)
    >>> Displacement(flows).add_to(folium.Map()).bounds
    (10.0, 20.0, 11.0, 20.0)
    """

    kind = "displacement"
    title = "Displacement"

    def __init__(
        self,
        flows: gpd.GeoDataFrame,
        claims: pd.DataFrame | None = None,
        *,
        name: str | None = None,
        show: bool = True,
        control: bool = True,
    ) -> None:
        super().__init__(claims, name=name, show=show, control=control)
        self.flows = given(flows, FLOWS, type(self).__name__)

    @property
    def bounds(self) -> tuple[float, float, float, float] | None:
        """West, south, east, north of what is drawn, degrees; null if nothing is."""
        return total_bounds(self.flows.geometry)

    @property
    def focus(self) -> tuple[float, float, float, float] | None:
        """What the map opens on: the ends that are no whole country."""
        values = self.flows.geometry.to_numpy()
        lines = shapely.get_type_id(values) == 1
        country = self.flows["origin_id"].str.startswith("country:").fillna(value=False)
        ends = np.where(lines & country, shapely.get_point(values, -1), values)
        lone = country & ~lines
        return total_bounds(gpd.GeoSeries(ends[~lone], crs=self.flows.crs))

    @property
    def told(self) -> Any:
        """The flows: they name places and voices."""
        return self.flows

    def payload(self, claims: PageClaims) -> Payload:
        """Return the flows as they go into the page: those with a place first."""
        start, end, ends = _ends(self.flows)
        order = np.argsort(ends == 0, kind="stable")
        rows = self.flows.iloc[order].reset_index(drop=True)
        start, end, ends = start[order], end[order], ends[order]
        table = Table(len(rows))
        for name, grid in (("from", start), ("to", end)):
            table.array(f"{name}.x", grid[:, 0], delta=True)
            table.array(f"{name}.y", grid[:, 1], delta=True)
        table.array("ends", ends)
        for name in ("count_low", "count_best", "count_high"):
            table.numbers(name, rows[name])
        table.period(rows["period_start"], rows["period_end"])
        for name in ("unit", "voices", "kind"):
            table.codes(name, rows[name])
        if "measure" in rows:
            table.codes("measure", rows["measure"])
        words = figure_words(claims.frame, rows["claims"], rows["count_low"], "")
        for name in ("qualifier", "count_words"):
            table.codes(name, words[name])
        for name in ("flow_id", "origin_name", "destination_name"):
            table.words(name, rows[name])
        add_reasons(table, rows)
        if len(claims):
            table.lists("claims", rows_of(rows["claims"], claims.names))
        # "Dozens" is no measure: such a flow gets a width of its own, and sets no scale. Nor does one
        # that is only listed.
        scaled = words["qualifier"].ne("vague") & (ends > 0)
        number = rows[["count_low", "count_high"]].max(axis=1)[scaled]
        most = number.groupby(rows["unit"].fillna("person")).max()
        table.meta = {
            "pointUnit": POINT_UNIT,
            "unplaced": int((ends == 0).sum()),
            "wide": _wide_origins(rows),
            "most": {unit: int(most) for unit, most in most.items() if pd.notna(most)},
        }
        return table.packed()


def _wide_origins(flows: gpd.GeoDataFrame) -> list[int]:
    """Return the rows whose origin is an area or several places: a mark would name a village."""
    several = shapely.get_type_id(flows.geometry.to_numpy()) > 1
    area = flows["origin_id"].str.contains(_AREA, regex=True).fillna(value=False)
    return np.flatnonzero(area.to_numpy(dtype=bool) | several).tolist()


def _ends(flows: gpd.GeoDataFrame) -> tuple[Ints, Ints, Any]:
    """Return where flows start and end on the grid, and which ends are known.

    2 is both, 1 only the origin, 3 only the destination, 0 none. A country is no end, unless the
    line ends on its border: a point in its middle would be a place that nobody named.
    """
    values = flows.geometry.to_numpy()
    kind = shapely.get_type_id(values)
    lines, others = kind == 1, kind > 1
    start, end = np.zeros((len(values), 2)), np.zeros((len(values), 2))
    start[kind == 0] = shapely.get_coordinates(values[kind == 0])
    # An end that is an area: the stub starts somewhere in it.
    start[others] = shapely.get_coordinates(shapely.point_on_surface(values[others]))
    start[lines] = shapely.get_coordinates(shapely.get_point(values[lines], 0))
    end[lines] = shapely.get_coordinates(shapely.get_point(values[lines], -1))
    origin = flows["origin_id"].notna().to_numpy(dtype=bool)
    country = [
        flows[name].str.startswith("country:").fillna(value=False).to_numpy(dtype=bool)
        for name in ("origin_id", "destination_id")
    ]
    vague_end = country[1] & ~(lines & flows["via_id"].notna().to_numpy(dtype=bool))
    arrival = ~origin & flows["destination_id"].notna().to_numpy(dtype=bool)
    ends = np.select(
        [
            lines & ~country[0] & ~vague_end,
            lines & country[0] & ~vague_end,
            lines & ~country[0],
            (kind >= 0) & ~lines & arrival & ~vague_end,
            (kind >= 0) & ~lines & ~arrival & ~country[0],
        ],
        [2, 3, 1, 3, 1],
        default=0,
    )
    led_in = lines & (ends == 3)
    start[led_in] = end[led_in]
    return _on_grid(start), _on_grid(end), ends


def _on_grid(points: npt.NDArray[np.float64]) -> Ints:
    return np.rint(points * POINT_UNIT).astype(np.int64)
