"""Deaths: symbols at points, areas where nobody said more, a tray for what has no place."""

from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from mapper.rendering.claims import PageClaims, figure_words, rows_of
from mapper.rendering.layers.given import given
from mapper.rendering.layers.placed import PlacedLayer
from mapper.rendering.layers.reasons import add_reasons
from mapper.rendering.payload import Payload
from mapper.rendering.shapes import Shapes
from mapper.schema import INCIDENTS

__all__ = ["Deaths"]

_NEAR_KM = 25.0  # "near": within some 25 km of a named place


class Deaths(PlacedLayer):
    """Incidents with deaths, as proportional symbols and hatched areas.

    A filled disc is the least, a ring the most, an open ring "at least"; areas are proportional to
    the number. What is placed more coarsely than *near* is an area with a label, and never a point.

    Parameters
    ----------
    incidents : GeoDataFrame
        The incidents table, EPSG:4326, n rows. More text columns, such as ``quote``, show in the details.
    claims : DataFrame or None
        The claims its incidents rest on.
    cluster : bool
        Whether incidents that lie closely are drawn as one: the sum, bound by bound, of one voice's
        figures, with their number beside it. Without, each has its own symbol, however many.
    name, show, control
        As in `MapperLayer`.

    Examples
    --------
    >>> import folium, shapely
    >>> from mapper.schema import INCIDENTS, conform
    >>> incidents = conform([{"incident_id": "i1", "deaths_low": 3, "deaths_high": 5, "precision": "settlement",
    ...     "geometry": shapely.Point(10.5, 20.5)}], INCIDENTS)
    >>> Deaths(incidents).add_to(folium.Map()).bounds
    (10.5, 20.5, 10.5, 20.5)
    """

    kind = "deaths"
    title = "Deaths"

    def __init__(
        self,
        incidents: gpd.GeoDataFrame,
        claims: pd.DataFrame | None = None,
        *,
        cluster: bool = True,
        name: str | None = None,
        show: bool = True,
        control: bool = True,
    ) -> None:
        super().__init__(claims, name=name, show=show, control=control)
        self.rows = given(incidents, INCIDENTS, type(self).__name__)
        self.options["cluster"] = cluster

    @property
    def told(self) -> Any:
        """The incidents: they name places and voices."""
        return self.rows

    def payload(self, claims: PageClaims) -> Payload:
        """Return the incidents as they go into the page: points first, then areas, then the rest."""
        table, rows, areas = self.opening()
        points = table.meta["points"]
        for name in ("deaths_low", "deaths_best", "deaths_high", "injured_low", "injured_high"):
            table.numbers(name, rows[name])
        table.period(rows["period_start"], rows["period_end"])
        for name in ("precision", "grade", "voices"):
            table.codes(name, rows[name])
        words = figure_words(claims.frame, rows["claims"], rows["deaths_low"], "killed")
        for name in ("qualifier", "count_words"):
            table.codes(name, words[name])
        for name in ("incident_id", "title", "place_name", "quote"):
            if name in rows:
                table.words(name, rows[name])
        add_reasons(table, rows)
        table.lists("contained_in", rows_of(rows["contained_in"], rows["incident_id"]))
        if len(claims):
            table.lists("claims", rows_of(rows["claims"], claims.names))
        most = rows[["deaths_low", "deaths_high"]].iloc[:points].max(axis=None)
        table.meta |= {
            "most": int(most) if pd.notna(most) else 1,
            "near": _near(rows, points, claims.frame),
            "areas": _area_names(rows, areas),
        }
        return table.packed()


def _area_names(rows: gpd.GeoDataFrame, areas: Shapes) -> list[str]:
    """Return the name of each distinct line or area, '' where nobody named it."""
    names = rows["place_name"].iloc[: len(areas.codes)].groupby(areas.codes).first()
    return [str(name) for name in names.reindex(range(1, len(areas.kinds) + 1)).fillna("")]


def _near(rows: gpd.GeoDataFrame, points: int, claims: pd.DataFrame) -> list[list[Any]]:
    """Return the rows that are placed near somewhere, and how far about it, kilometres.

    As far as the widest of its claims says, where one does.
    """
    near = np.flatnonzero(rows["precision"].iloc[:points] == "near")
    stated = claims.loc[claims["precision"] == "near"].groupby("claim_id")["radius_km"].max()
    cells = rows["claims"].iloc[near].reset_index(drop=True).str.split("|").explode()
    radius = cells.map(stated).astype("float64").groupby(level=0).max().fillna(_NEAR_KM)
    return [[row, km] for row, km in zip(near.tolist(), radius.tolist(), strict=True)]
