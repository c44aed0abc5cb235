"""Displacement: curved arrows, people and households on scales of their own."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from mapper.rendering.claims import PageClaims, figure_words, rows_of
from mapper.rendering.layers.base import MapperLayer, total_bounds
from mapper.rendering.payload import Payload, Table
from mapper.rendering.shapes import POINT_UNIT

__all__ = ["Displacement"]


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
        self.flows = flows

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

    def payload(self, claims: PageClaims) -> Payload:
        """Return the flows as they go into the page: those with a place first."""
        values = self.flows.geometry.to_numpy()
        there = ~shapely.is_missing(values) & ~shapely.is_empty(values)
        order = np.argsort(~there, kind="stable")
        rows = self.flows.iloc[order].reset_index(drop=True)
        start, end, ends = _ends(rows.geometry)
        # A point in the middle of a country would be a place that nobody named.
        whole = [
            rows[name].str.startswith("country:").fillna(value=False)
            for name in ("origin_id", "destination_id")
        ]
        ends[(ends == 2) & whole[0] & ~whole[1]] = 3
        ends[(ends == 2) & whole[1] & rows["via_id"].isna()] = 1
        start[ends == 3] = end[ends == 3]
        # Only where they arrived is known: the stub leads in, not out.
        ends[(ends == 1) & (rows["origin_id"].isna() & rows["destination_id"].notna())] = 3
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
        words = figure_words(claims.frame, rows["claims"], rows["count_low"], "")
        for name in ("qualifier", "count_words"):
            table.codes(name, words[name])
        for name in ("flow_id", "origin_name", "destination_name"):
            table.words(name, rows[name])
        if len(claims):
            table.lists("claims", rows_of(rows["claims"], claims.names))
        # "Dozens" is no measure: such a flow gets a width of its own, and sets no scale.
        number = rows[["count_low", "count_high"]].max(axis=1)[words["qualifier"].ne("vague")]
        most = number.groupby(rows["unit"].fillna("person")).max()
        table.meta = {
            "pointUnit": POINT_UNIT,
            "unplaced": int((ends == 0).sum()),
            "most": {unit: int(most) for unit, most in most.items() if pd.notna(most)},
        }
        return table.packed()


def _ends(
    geometry: gpd.GeoSeries,
) -> tuple[
    np.ndarray[tuple[int, int], np.dtype[np.int64]],
    np.ndarray[tuple[int, int], np.dtype[np.int64]],
    np.ndarray[tuple[int], np.dtype[np.int64]],
]:
    """Return where flows start, where they end, and how many of the two are known."""
    values = geometry.to_numpy()
    kind = shapely.get_type_id(values)
    lines, others = kind == 1, kind > 1
    start, end = np.zeros((len(values), 2)), np.zeros((len(values), 2))
    start[kind == 0] = shapely.get_coordinates(values[kind == 0])
    start[lines] = shapely.get_coordinates(shapely.get_point(values[lines], 0))
    end[lines] = shapely.get_coordinates(shapely.get_point(values[lines], -1))
    # An origin that is an area: the stub starts somewhere in it.
    start[others] = shapely.get_coordinates(shapely.point_on_surface(values[others]))
    ends = np.where(lines, 2, np.where(kind >= 0, 1, 0))
    scaled = (np.rint(points * POINT_UNIT).astype(np.int64) for points in (start, end))
    return *scaled, ends  # type: ignore[return-value]
