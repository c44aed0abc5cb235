"""Incidents as one row an event with a coordinate, for the schemas that know nothing else."""

from collections.abc import Mapping
from typing import Any

import geopandas as gpd
import pandas as pd

from mapper.model import Precision
from mapper.schema import split

__all__ = ["coordinates", "events_of", "parts_note", "said"]


def events_of(tables: Mapping[str, Any]) -> pd.DataFrame:
    """Return the incidents with what their claims and reports say of them.

    An incident that is a part of another is left out: these tables are summed by whoever gets them,
    and a death must not be counted twice (`parts_note` says how many).

    Parameters
    ----------
    tables : mapping of str to DataFrame
        ``incidents``, ``claims`` and ``reports`` of a case.

    Returns
    -------
    DataFrame
        Columns of the incidents without geometry, and ``lat``, ``lon`` (degrees; of an area a point
        inside it), ``pointlike``, ``country``, ``adm1_pcode``, ``adm2_pcode``, ``published`` (the
        latest), ``urls``, ``quotes`` (lists) and ``civilians`` (whether nobody else is counted).
    """
    incidents = _wholes(tables["incidents"])
    events = pd.DataFrame(incidents.drop(columns="geometry"))
    events[["lat", "lon"]] = coordinates(incidents.geometry)
    pointlike = [str(one) for one in Precision if one.pointlike]
    events["pointlike"] = incidents["precision"].isin(pointlike)
    told = _from_claims(incidents, tables["claims"], tables["reports"])
    return events.join(told, on="incident_id")


def parts_note(tables: Mapping[str, Any]) -> list[str]:
    """Return the line that tells how many incidents `events_of` left out; none if none."""
    left = len(tables["incidents"]) - len(_wholes(tables["incidents"]))
    if not left:
        return []
    return [
        f"{left} incidents are parts of others and left out, so that no death is counted twice (export the incidents as .csv to have them)"
    ]


def coordinates(geometry: gpd.GeoSeries) -> pd.DataFrame:
    """Return a point a row that lies on its geometry: ``lat`` and ``lon``, null where it has none.

    >>> from shapely import box
    >>> coordinates(gpd.GeoSeries([box(0, 0, 2, 2), None])).to_numpy().tolist()
    [[1.0, 1.0], [nan, nan]]
    """
    points = geometry.representative_point()
    return pd.DataFrame({"lat": points.y, "lon": points.x}, index=geometry.index).round(6)


def said(values: pd.Series, separator: str = "; ") -> pd.Series:
    """Return list cells ``a|b`` as text for a reader, ``a; b``."""
    return values.map(lambda cell: separator.join(split(cell)), na_action="ignore").astype("str")


def _wholes(incidents: Any) -> Any:
    inside = incidents["contained_in"].map(split).explode().isin(incidents["incident_id"])
    part = inside.groupby(level=0).any()
    return incidents[~part.astype(bool)].reset_index(drop=True)


def _from_claims(incidents: Any, claims: Any, reports: Any) -> pd.DataFrame:
    pairs = incidents[["incident_id", "claims", "place_id"]].copy()
    pairs["claim_id"] = pairs.pop("claims").map(split)
    pairs = pairs.explode("claim_id").merge(
        pd.DataFrame(claims.drop(columns="geometry")), on="claim_id", suffixes=("", "_claim")
    )
    pairs = pairs.merge(reports[["report_id", "url"]], on="report_id", how="left")
    # The codes of a claim speak for the incident only where both stand at the same place.
    here = pairs[pairs["place_id"] == pairs["place_id_claim"]]
    by_incident = pairs.groupby("incident_id", sort=False)
    codes = here.groupby("incident_id", sort=False)[["country", "adm1_pcode", "adm2_pcode"]].first()
    told = pd.DataFrame(
        {
            "published": by_incident["published"].max(),
            "urls": by_incident["url"].agg(_distinct),
            "quotes": by_incident["quote"].agg(_distinct),
            "civilians": by_incident["group_class"].agg(lambda cells: (cells == "civilian").all()),
        }
    )
    return told.join(codes)


def _distinct(values: "pd.Series[str]") -> list[str]:
    return list(dict.fromkeys(values.dropna()))
