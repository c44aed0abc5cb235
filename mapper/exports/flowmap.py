"""Flows as flowmap.blue's two tables: ``locations.csv`` and ``flows.csv``."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import shapely

from mapper.errors import OutputError
from mapper.schema import conform
from mapper.schema.tables import PLACES
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
    reasons = {
        "end or start at an unknown place": flows["origin_id"].isna()
        | flows["destination_id"].isna(),
        "count households, which are never added to people": flows["unit"] == "household",
        "have no number": flows["count_best"].isna(),
    }
    notes, kept = [], pd.Series(data=True, index=flows.index)
    for reason, mask in reasons.items():
        if left := int((mask & kept).sum()):
            notes.append(f"{left} flows {reason}: left out")
        kept &= ~mask
    lines = flows[kept]
    for path in (folder / "locations.csv", folder / "flows.csv"):
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            raise OutputError(f"cannot write into {folder}: {why}; name a folder") from error
        with written_aside(path) as aside:
            rows = (
                _locations(lines, tables.get("places"))
                if path.stem == "locations"
                else _flows(lines)
            )
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


def _locations(flows: Any, places: pd.DataFrame | None) -> pd.DataFrame:
    """Return each end once: where the case says it lies, else at the end of its line."""
    ends = []
    for end, index in (("origin", 0), ("destination", -1)):
        points = shapely.get_point(flows.geometry.array, index)
        ends.append(
            pd.DataFrame(
                {
                    "id": flows[f"{end}_id"],
                    "name": flows[f"{end}_name"],
                    "lat": shapely.get_y(points),
                    "lon": shapely.get_x(points),
                }
            )
        )
    found = pd.concat(ends).drop_duplicates("id").set_index("id")
    known = conform(pd.DataFrame() if places is None else places, PLACES).set_index("place_id")
    found.update(known[["lat", "lon"]].astype("float64"))
    return found.sort_index().reset_index()
