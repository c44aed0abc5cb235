"""One table as a file of places: FlatGeobuf and KML (GeoJSON and GeoParquet are in `mapper.storage`)."""

import html
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio

from mapper.schema import CRS, Table
from mapper.storage.geopackage import ARROW
from mapper.storage.spreadsheets import plain

__all__ = ["write_flatgeobuf", "write_kml"]


def write_flatgeobuf(frame: gpd.GeoDataFrame, path: Path, table: Table) -> list[str]:
    """Write a table as FlatGeobuf; return what was left out, one line a fact.

    The format's index has no room for rows without a geometry: with such rows it is written without
    an index, and nothing is lost.
    """
    unplaced = int(frame.geometry.isna().sum())
    pyogrio.write_dataframe(
        _text_lists(frame),
        path,
        layer=table.name,
        driver="FlatGeobuf",
        use_arrow=ARROW,
        geometry_type="Unknown",
        layer_options={"SPATIAL_INDEX": "NO" if unplaced else "YES"},
    )
    if not unplaced:
        return []
    return [f"{unplaced} rows have no place: they are in it, but the file has no spatial index"]


def write_kml(frame: gpd.GeoDataFrame, path: Path, table: Table) -> list[str]:
    """Write a table as KML; return what was left out, one line a fact.

    The name of a placemark is its place or title, the description its words, the time span its
    period; every column stands in the extended data. Earth browsers show a description as HTML, so
    it is escaped.
    """
    placed = frame[frame.geometry.notna()]
    out = plain(pd.DataFrame(placed.drop(columns="geometry"))).astype("str")
    # What a browser would run as HTML in a balloon is made plain text in all columns.
    for name in out.columns:
        out[name] = out[name].map(
            lambda cell: html.escape(_legal(cell), quote=False), na_action="ignore"
        )
    out = out.dropna(axis="columns", how="all")
    words = {"claims": ("place_name", "quote"), "incidents": ("title", "reasons")}
    name, description = words.get(table.name, (table.key or "voice", table.key or "voice"))
    out.insert(0, "Name", out.get(name))
    out.insert(1, "Description", out.get(description))
    if "period_start" in placed:
        out.insert(2, "begin", placed["period_start"])
        # The last day is included; a time span ends at an instant.
        out.insert(3, "end", placed["period_end"] + pd.Timedelta(86_399, "s"))
    pyogrio.write_dataframe(
        gpd.GeoDataFrame(out, geometry=placed.geometry, crs=CRS),
        path,
        layer=table.name,
        driver="LIBKML",
        geometry_type="Unknown",
    )
    unplaced = len(frame) - len(placed)
    return [f"{unplaced} rows have no place: a KML has no room for them"] if unplaced else []


def _legal(text: str) -> str:
    """Return text without what XML 1.0 cannot hold."""
    return "".join(
        character
        for character in text
        if character in "\t\n\r" or (character >= " " and character not in "\ufffe\uffff")
    )


def _text_lists(frame: gpd.GeoDataFrame) -> Any:
    objects = [name for name in frame.columns if name != "geometry" and frame[name].dtype == object]
    return frame.astype(dict.fromkeys(objects, "str"))
