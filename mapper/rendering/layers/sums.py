"""Published sums of deaths by area and month: a layer of their own, for they count events again."""

import geopandas as gpd
import pandas as pd

from mapper.rendering.layers.deaths import Deaths
from mapper.schema import CRS, INCIDENTS, are_sums, conform, joined, split

__all__ = ["Sums"]

_NAMES = {
    "en": "Published sums by area (they count events again)",
    "ar": "مجاميع منشورة حسب المنطقة (تعدّ الأحداث نفسها مرة أخرى)",
}


class Sums(Deaths):
    """Areas with the deaths that a publisher sums up for them, over a month or another spell.

    Such sums are no incidents. They hold what event tables and reports tell of the same area and days,
    so that they stand apart from the incidents, and are hidden at first where there are any.

    Parameters
    ----------
    claims : GeoDataFrame
        The claims table, EPSG:4326; its published sums of deaths are taken from it, without those that
        are by their own word a part of another, or that a later one replaces.
    language : str
        Of the layer's name: ``en`` or ``ar``.
    name, show, control
        As in `MapperLayer`.

    Examples
    --------
    >>> from mapper.schema import CLAIMS
    >>> claims = conform([
    ...     {"claim_id": "s", "measure": "killed", "count_best": 30, "source_schema": "hdx_acled"},
    ...     {"claim_id": "e", "measure": "killed", "count_best": 3, "source_schema": "acled"}], CLAIMS)
    >>> Sums(claims).rows["deaths_best"].tolist()
    [30]
    """

    def __init__(
        self,
        claims: gpd.GeoDataFrame,
        *,
        language: str = "en",
        name: str | None = None,
        show: bool = True,
        control: bool = True,
    ) -> None:
        known = name or _NAMES.get(language, _NAMES["en"])
        super().__init__(_summed(claims), claims, name=known, show=show, control=control)


def _summed(claims: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the sums in the columns of incidents."""
    ids = set(claims["claim_id"])
    replaced = {name for cell in claims["supersedes"].dropna() for name in split(cell)}
    inner = claims["contained_in"].map(lambda cell: not ids.isdisjoint(split(cell))).astype("bool")
    some = claims[
        are_sums(claims)
        & (claims["measure"] == "killed")
        & ~claims["claim_id"].isin(replaced)
        & ~inner
    ]
    columns = ["period_start", "period_end", "period_precision", "place_id", "place_name"]
    out = pd.DataFrame(some[[*columns, "precision", "geometry"]])
    for end in ("low", "best", "high"):
        out[f"deaths_{end}"] = some[f"count_{end}"]
    out["incident_id"], out["voices"] = some["claim_id"], some["voice"]
    out["claims"] = some["claim_id"].map(lambda one: joined([one]))
    out = out.reset_index(drop=True)
    return conform(gpd.GeoDataFrame(out, geometry="geometry", crs=CRS), INCIDENTS)
