"""Claims that are shown by themselves: one row, one mark."""

import geopandas as gpd
import pandas as pd

from mapper.rendering.claims import PageClaims, rows_of
from mapper.rendering.layers.given import given
from mapper.rendering.layers.placed import PlacedLayer
from mapper.rendering.payload import Payload
from mapper.schema import CLAIMS, joined

__all__ = ["MarkLayer"]


class MarkLayer(PlacedLayer):
    """A layer of single claims; its claims are its rows."""

    def __init__(
        self,
        claims: gpd.GeoDataFrame,
        *,
        name: str | None = None,
        show: bool = True,
        control: bool = True,
    ) -> None:
        super().__init__(claims, name=name, show=show, control=control)
        claims = given(claims, CLAIMS, type(self).__name__)
        self.rows = claims[self.wanted(claims)].reset_index(drop=True)

    def wanted(self, claims: gpd.GeoDataFrame) -> "pd.Series[bool]":
        """Return which claims the layer shows."""
        raise NotImplementedError

    def payload(self, claims: PageClaims) -> Payload:
        """Return the claims as they go into the page: points first, then areas, then the rest."""
        table, rows, _ = self.opening()
        for name in ("count_low", "count_best", "count_high"):
            table.numbers(name, rows[name])
        table.period(rows["period_start"], rows["period_end"])
        table.days("published", rows["published"])
        for name in ("precision", "unit", "measure", "qualifier", "count_words"):
            table.codes(name, rows[name])
        table.codes("voices", rows["voice"])
        table.words("place_name", rows["place_name"])
        table.lists(
            "claims", rows_of(rows["claim_id"].map(lambda name: joined([name])), claims.names)
        )
        most = rows[["count_low", "count_high"]].max(axis=1).max()
        table.meta["most"] = int(most) if pd.notna(most) else 1
        return table.packed()
