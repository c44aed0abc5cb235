"""The program's own claims table, whole or in part: figures that a person wrote down, or read before.

Any of the columns of the claims table, and publisher, url and published, from which the reports are
made. Names of several places stand behind one another with a semicolon.
"""

import hashlib
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

import geopandas as gpd
import pandas as pd

from mapper.adapters.counting import COLUMNS, given
from mapper.adapters.drafting import draft
from mapper.adapters.registry import Schema
from mapper.adapters.rows import Rows, holds, translated
from mapper.schema import CLAIMS, CRS, Dtype, joined
from mapper.storage.spreadsheets import unguarded

__all__ = ["SCHEMA"]

_GIVEN = ("given_lat", "given_lon", "given_low", "given_best", "given_high")
_BOUNDS = ("count_low", "count_best", "count_high")


def _read(rows: Rows) -> Sequence[pd.DataFrame]:
    rows.frame = unguarded(rows.frame)
    columns: dict[str, Any] = {}
    for column in CLAIMS.columns:
        name = column.name
        if not rows.has(name) or name == "geometry":
            continue
        if column.dtype is Dtype.COUNT:
            columns[name] = rows.whole(name)
        elif column.dtype is Dtype.DAY:
            columns[name] = rows.days(name) if name != "published" else _whole_days(rows, name)
        elif column.dtype is Dtype.NUMBER:
            columns[name] = rows.number(name)
        elif column.dtype is Dtype.FLAG:
            columns[name] = (
                rows.text(name).str.lower().map({"true": True, "false": False}).astype("boolean")
            )
        else:
            columns[name] = _known(rows, name, column.allowed)
    number = pd.Series(rows.index.astype("str"), index=rows.index)
    columns["claim_id"] = rows.text("claim_id").fillna("row:" + number)
    columns |= _ordered(rows, columns) | _reports(rows, columns)
    if "place_words" in columns:
        columns["place_words"] = _listed(columns["place_words"])
    if rows.has("geometry"):
        columns["geometry"] = _shapes(rows)
    elif rows.sheet.geometry is not None:
        columns["geometry"] = rows.sheet.geometry
    if not rows.has(COLUMNS):
        columns |= given(*(rows.whole(name) if rows.has(name) else None for name in _BOUNDS))
    ours = set(CLAIMS.names) | {"source_row", *_GIVEN}
    more: dict[str, Any] = {
        name: rows.text(name)
        for name in rows.frame.columns
        if name not in ours and name not in columns
    }
    for name in _GIVEN:
        if rows.has(name):
            more[name] = rows.number(name)
    return [draft(rows.frame.notna().any(axis="columns"), **columns, **more)]


def _known(rows: Rows, name: str, allowed: type[StrEnum] | None) -> "pd.Series[str]":
    """Return text, and refuse words that the column may not hold."""
    values = rows.text(name)
    if allowed is None:
        return values
    words = [str(word) for word in allowed]
    folded = values.str.lower().str.replace(" ", "_")
    values = values.mask(folded.isin(words), folded)
    wrong = values.notna() & ~values.isin(words)
    rows.refuse(wrong, name, f"not one of {', '.join(words)}", "use one of them, or leave it empty")
    return values.mask(wrong)


def _whole_days(rows: Rows, name: str) -> "pd.Series[Any]":
    """Return days; of a month or a year alone no day is known, and none is made up."""
    values = rows.text(name)
    partial = holds(values.str.fullmatch(r"\d{4}(-\d{2})?"))
    iso = values.mask(partial)
    days = pd.to_datetime(iso.str.slice(0, 10), format="%Y-%m-%d", errors="coerce")
    rows.refuse(
        iso.notna() & days.isna(), name, "not a day", "write it as 2025-03-09, 2025-03 or 2025"
    )
    return days.astype("datetime64[s]")


def _ordered(rows: Rows, columns: dict[str, Any]) -> dict[str, Any]:
    """Widen bounds that do not rise, and say so in the rule."""
    figures = pd.concat(
        [columns.get(name, rows.constant(None).astype("Int64")) for name in _BOUNDS],
        axis="columns",
        keys=_BOUNDS,
    )
    least, most = figures.min(axis="columns"), figures.max(axis="columns")
    broken = holds(figures["count_low"] > least) | holds(figures["count_high"] < most)
    rule = columns.get("count_rule", rows.constant(None))
    return {
        "count_low": figures["count_low"].mask(figures["count_low"].notna(), least),
        "count_best": figures["count_best"],
        "count_high": figures["count_high"].mask(figures["count_high"].notna(), most),
        "count_rule": rule.mask(broken, "ordered"),
    }


def _reports(rows: Rows, columns: dict[str, Any]) -> dict[str, Any]:
    """Tell the reports apart that the claims come from: by id, or by publisher, address and day."""
    publisher, url = rows.text("publisher"), rows.text("url")
    if "report_id" in columns or not rows.has("publisher", "url"):
        return {}
    words = rows.text("published")
    key = publisher.fillna("") + "\n" + url.fillna("") + "\n" + words.fillna("")
    ids = {
        value: f"report:{hashlib.sha256(value.encode()).hexdigest()[:12]}" for value in key.unique()
    }
    relay = publisher.mask(holds(publisher == columns.get("voice", rows.constant(None))))
    return {
        "report_id": translated(key, ids).where(publisher.notna() | url.notna()),
        "relay": columns.get("relay", rows.constant(None)).fillna(relay),
        "published_words": words,
    }


def _listed(cells: "pd.Series[str]") -> "pd.Series[str]":
    several = holds(cells.str.contains(";"))
    names = {
        cell: joined([name.strip() for name in cell.split(";") if name.strip()])
        for cell in cells[several].unique()
    }
    return cells.mask(several, translated(cells, names))


def _shapes(rows: Rows) -> Any:
    shapes = gpd.GeoSeries.from_wkt(rows.text("geometry"), crs=CRS, on_invalid="ignore")
    rows.refuse(
        rows.text("geometry").notna() & shapes.isna(),
        "geometry",
        "no WKT",
        "mend it, or leave it empty",
    )
    return shapes


SCHEMA = Schema(
    name="claims",
    title="the program's own claims table",
    publisher="",
    url="",
    licence="",
    needs=(("measure",), (*_BOUNDS, "count_words", "quote"), ("voice", "publisher", "report_id")),
    known=frozenset(CLAIMS.names) | {"publisher", "url", "total", "note"},
    read=_read,
    lasting=False,
)
