"""Places of refuge: where people took shelter or arrived."""

import geopandas as gpd
import pandas as pd

from mapper.rendering.layers.marks import MarkLayer

__all__ = ["Refuge"]


class Refuge(MarkLayer):
    """Places where people took refuge: a house, sized only where somebody gave a number.

    Parameters
    ----------
    claims : GeoDataFrame
        The claims table, EPSG:4326; claims of people sheltering are taken from it.
    name, show, control
        As in `MapperLayer`.

    Examples
    --------
    >>> from mapper.schema import CLAIMS, conform
    >>> claims = conform([{"claim_id": "c1", "measure": "sheltering", "count_words": "a large crowd"},
    ...     {"claim_id": "c2", "measure": "killed"}], CLAIMS)
    >>> len(Refuge(claims).rows)
    1
    """

    kind = "refuge"
    title = "Places of refuge"

    def wanted(self, claims: gpd.GeoDataFrame) -> "pd.Series[bool]":
        """Return which claims tell of people sheltering."""
        wanted: pd.Series[bool] = claims["measure"] == "sheltering"
        return wanted
