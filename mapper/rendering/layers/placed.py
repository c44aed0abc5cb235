"""What layers of rows with a place share: the order of the rows, and where they are."""

import geopandas as gpd

from mapper.rendering.layers.base import MapperLayer, total_bounds
from mapper.rendering.payload import Table
from mapper.rendering.placing import drawable, finely, placed
from mapper.rendering.shapes import POINT_UNIT, SHAPE_UNIT, Shapes, shapes

__all__ = ["PlacedLayer"]


class PlacedLayer(MapperLayer):
    """A layer of rows with a point, an area, or no place at all: `rows` is its table."""

    rows: gpd.GeoDataFrame

    @property
    def bounds(self) -> tuple[float, float, float, float] | None:
        """West, south, east, north of what is drawn, degrees; null if nothing is."""
        return total_bounds(drawable(self.rows))

    @property
    def focus(self) -> tuple[float, float, float, float] | None:
        """What the map opens on: the bounds without what is placed only in a governorate."""
        return total_bounds(finely(self.rows))

    def opening(self) -> tuple[Table, gpd.GeoDataFrame, Shapes]:
        """Begin the table for the page: points first, then areas, then the rest.

        Returns
        -------
        Table
            With points and areas, and a ``meta`` that says how many there are.
        GeoDataFrame
            The rows in the order of the page.
        Shapes
            The areas of the rows that have a place.
        """
        place = placed(self.rows)
        rows = self.rows.iloc[place.order].reset_index(drop=True)
        areas = shapes(rows.geometry.iloc[: len(rows) - place.unplaced])
        table = Table(len(rows))
        table.array("x", place.x, delta=True)
        table.array("y", place.y, delta=True)
        table.shapes(areas)
        table.meta = {
            "points": place.points,
            "unplaced": place.unplaced,
            "pointUnit": POINT_UNIT,
            "shapeUnit": SHAPE_UNIT,
        }
        return table, rows, areas
