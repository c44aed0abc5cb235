"""Flows as flowmap.blue's two tables: ``locations.csv`` and ``flows.csv``."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from mapper.errors import OutputError
from mapper.gazetteer import load
from mapper.model import Precision
from mapper.storage.files import written_aside
from mapper.storage.spreadsheets import write_csv

__all__ = ["write_flowmap"]


def write_flowmap(tables: Mapping[str, Any], folder: Path) -> list[str]:
    """Write ``locations.csv`` (id, name, lat, lon) and ``flows.csv`` (origin, dest, count, time).

    Only people are counted, never households beside them; the count is the most credible number.

    Returns
    -------
    list of str
        What was left out, one line a fact.
    """
    flows = tables["flows"]
    ends = _ends(flows, tables["places"])
    placed = [flows[f"{end}_id"].isin(ends["id"]) for end in ("origin", "destination")]
    reasons = {
        "end or start at an unknown place": ~(placed[0] & placed[1]),
        "count households, which are never added to people": flows["unit"] == "household",
        "have no number": flows["count_best"].isna(),
    }
    notes, kept = [], pd.Series(data=True, index=flows.index)
    for reason, mask in reasons.items():
        if left := int((mask & kept).sum()):
            notes.append(f"{left} flows {reason}: left out")
        kept &= ~mask
    lines = flows[kept]
    used = ends["id"].isin([*lines["origin_id"], *lines["destination_id"]])
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise OutputError(f"cannot write into {folder}: {why}; name a folder") from error
    for name, rows in (("locations", ends[used]), ("flows", _flows(lines))):
        with written_aside(folder / f"{name}.csv") as aside:
            write_csv(rows, aside)
    ranges = lines["count_low"].ne(lines["count_high"]) | lines["count_high"].isna()
    if ranges.any():
        notes.append(
            f"{int(ranges.sum())} flows have a range, of which the most credible number is kept"
        )
    return notes


def _flows(flows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "origin": flows["origin_id"],
            "dest": flows["destination_id"],
            "count": flows["count_best"],
            "time": flows["period_start"].dt.strftime("%Y-%m-%d"),
        }
    )


def _countries(ids: Iterable[str]) -> pd.DataFrame:
    gazetteer = load()
    found = [gazetteer[one] for one in ids if one in gazetteer]
    points = {
        one.place_id: (one.lat, one.lon) for one in found if one.precision == Precision.COUNTRY
    }
    return pd.DataFrame.from_dict(points, orient="index", columns=["lat", "lon"])


def _ends(flows: Any, places: pd.DataFrame) -> pd.DataFrame:
    """Return each end once, with a point: where the case says it lies, else the end of its line.

    A line into a country ends at its border; the country itself, whose place everybody knows, stands
    at its own point though an edition has no places.
    """
    found = []
    for end, index in (("origin", 0), ("destination", -1)):
        lines = shapely.get_point(flows.geometry.array, index)
        points = gpd.GeoSeries(lines, index=flows.index, crs=flows.crs)
        # Movement within one place has no line.
        points = points.fillna(flows.geometry[flows.geom_type == "Point"])
        names = {"id": flows[f"{end}_id"], "name": flows[f"{end}_name"]}
        found.append(pd.DataFrame({**names, "lat": points.y, "lon": points.x}))
    ends = pd.concat(found).dropna(subset=["id"])
    ends = ends.sort_values("lat", na_position="last", kind="stable").drop_duplicates("id")
    ends = ends.set_index("id")
    known = [places.set_index("place_id")[["lat", "lon"]].astype("float64"), _countries(ends.index)]
    for points in known:
        ends.update(points)
    return ends.dropna(subset=["lat", "lon"]).round(6).sort_index().reset_index()
