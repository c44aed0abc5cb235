"""Statements: what was said without a figure."""

import geopandas as gpd
import pandas as pd

from mapper.rendering.layers.marks import MarkLayer

__all__ = ["Statements"]


class Statements(MarkLayer):
    """Statements without a figure, at the place they are about.

    Parameters
    ----------
    claims : GeoDataFrame
        The claims table, EPSG:4326; statements are taken from it.
    name, show, control
        As in `MapperLayer`.

    Examples
    --------
    >>> from mapper.schema import CLAIMS, conform
    >>> len(Statements(conform([{"claim_id": "c1", "measure": "statement"}], CLAIMS)).rows)
    1
    """

    kind = "statements"
    title = "Statements"

    def wanted(self, claims: gpd.GeoDataFrame) -> "pd.Series[bool]":
        """Return which claims are statements."""
        wanted: pd.Series[bool] = claims["measure"] == "statement"
        return wanted
