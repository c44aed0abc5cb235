"""Boundaries and places: the quiet base map inside the file."""

import geopandas as gpd
import numpy as np
import pandas as pd

from mapper.errors import TableError
from mapper.rendering.claims import PageClaims
from mapper.rendering.layers.base import MapperLayer
from mapper.rendering.layers.given import in_degrees
from mapper.rendering.payload import Payload, Table
from mapper.rendering.shapes import POINT_UNIT, SHAPE_UNIT, points, shapes

__all__ = ["Boundaries"]

_KINDS = (
    "land", "water", "border", "disputed", "adm1", "adm2", "adm3", "town", "country", "sea",
)  # fmt: skip


class Boundaries(MapperLayer):
    """Land and sea, borders, governorates, districts and towns, drawn from tables.

    Parameters
    ----------
    features : GeoDataFrame
        EPSG:4326. ``kind`` says what a row is: areas are land or water; lines are border,
        disputed, adm1, adm2 or adm3; points are town, country, sea or adm1, and carry ``name``,
        ``name_ar`` and ``rank`` (0 is most important). Other kinds are left out.
    frame : tuple of float or None
        West, south, east, north where the land was cut, degrees: no coast is drawn there.
    name, show, control
        As in `MapperLayer`.

    Examples
    --------
    >>> import shapely
    >>> features = gpd.GeoDataFrame({"kind": ["land"], "name": ["Examplia"], "name_ar": [None], "rank": [0]},
    ...     geometry=[shapely.box(10, 20, 11, 21)], crs="EPSG:4326")
    >>> len(Boundaries(features).features)
    1
    """

    kind = "boundaries"
    title = "Boundaries and places"

    def __init__(
        self,
        features: gpd.GeoDataFrame,
        *,
        frame: tuple[float, float, float, float] | None = None,
        name: str | None = None,
        show: bool = True,
        control: bool = True,
    ) -> None:
        super().__init__(name=name, show=show, control=control)
        lost = [name for name in ("kind", "rank", "geometry") if name not in features]
        if lost:
            raise TableError(
                f"Boundaries draws rows with kind, rank and geometry, and these have no column {lost[0]}; "
                "see help(mapper.Boundaries)"
            )
        features = in_degrees(features)
        self.features = features[features["kind"].isin(_KINDS)].reset_index(drop=True)
        self.frame = frame

    def payload(self, claims: PageClaims) -> Payload:
        """Return the features as they go into the page: points first, the important ones first."""
        del claims
        x, y, there = points(self.features.geometry)
        rank = self.features["rank"].fillna(9).to_numpy(dtype=np.int64)
        order = np.lexsort([np.arange(len(rank)), rank, ~there])
        count = int(there.sum())
        rows = self.features.iloc[order].reset_index(drop=True)
        table = Table(len(rows))
        table.array("x", x[order[:count]], delta=True)
        table.array("y", y[order[:count]], delta=True)
        table.shapes(shapes(rows.geometry))
        table.codes("kind", rows["kind"])
        table.array("rank", np.clip(rank[order], 0, 9))
        for name in ("name", "name_ar"):
            table.codes(name, rows[name] if name in rows else pd.Series(None, index=rows.index))
        table.meta = {
            "points": count,
            "pointUnit": POINT_UNIT,
            "shapeUnit": SHAPE_UNIT,
            "sea": bool((rows["kind"] == "land").any()),
            "frame": self.frame and [round(edge * SHAPE_UNIT) for edge in self.frame],
        }
        return table.packed()
