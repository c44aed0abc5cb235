"""flowmap.blue's two tables: locations, and flows between them.

Source: flowmap.blue's spreadsheet template. ``count`` is what the author counted; here it is people.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from mapper.adapters.counting import exact
from mapper.adapters.drafting import draft, joined_id
from mapper.adapters.registry import Schema, columns
from mapper.adapters.rows import Rows, holds, translated

__all__ = ["FLOWS", "LOCATIONS"]


def _flows(rows: Rows) -> Sequence[pd.DataFrame]:
    origin, target = rows.text("origin"), rows.text("dest", "destination")
    day = rows.days("time", formats=("%d/%m/%Y", "%Y"))
    number = rows.whole("count")
    ids = joined_id(
        "flowmap", origin.fillna("?"), target.fillna("?"), rows.text("time"), "displaced"
    )
    places = _locations(rows)
    rows.refuse(
        holds(origin == target) & number.notna(),
        ("origin", "dest"),
        "origin and destination are one place",
        "nothing: it is kept as a claim without an arrow",
    )
    return [
        draft(
            number.notna(),
            claim_id=ids,
            measure="displaced",
            kind="flow",
            unit="person",
            period_start=day,
            period_end=day,
            period_precision=rows.constant("day").where(day.notna()),
            origin_words=translated(origin, places["name"]).fillna(origin),
            destination_words=translated(target, places["name"]).fillna(target),
            place_words=translated(target, places["name"]).fillna(target),
            place_role="destination",
            **{
                f"{end}_{axis}": ids_of.map(places[axis]).astype("Float64")
                for end, ids_of in (("origin", origin), ("destination", target))
                for axis in ("lat", "lon")
            },
            **exact(number, rule="flowmap"),
        )
    ]


def _locations(rows: Rows) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {"name": {}, "lat": {}, "lon": {}}
    for sheet in rows.companions.get(LOCATIONS.name, ()):
        cells = Rows(sheet)
        for name, values in (
            ("name", cells.text("name", "id")),
            ("lat", cells.number("lat")),
            ("lon", cells.number("lon")),
        ):
            found[name] |= dict(zip(cells.text("id"), values, strict=True))
    return found


_URL = "https://flowmap.blue/"
FLOWS = Schema(
    name="flowmap",
    title="flowmap.blue flows",
    publisher="",
    url=_URL,
    licence="",
    needs=(("origin",), ("dest", "destination"), ("count",)),
    known=frozenset(columns("origin dest destination count time")),
    read=_flows,
    identified=False,
    lasting=False,
)
LOCATIONS = Schema(
    name="flowmap_locations",
    title="flowmap.blue locations",
    publisher="",
    url=_URL,
    licence="",
    needs=(("id",), ("name",), ("lat",), ("lon",)),
    known=frozenset(columns("id name lat lon")),
    explains="a place: the flows that name it carry its name and coordinates",
)
