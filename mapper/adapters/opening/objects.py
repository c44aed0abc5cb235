"""JSON -> a sheet: a list of objects, an answer that wraps one, a line an object, or GeoJSON."""

import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from mapper.adapters.opening.sheet import Sheet
from mapper.errors import TableError
from mapper.schema import CRS
from mapper.storage import decode

__all__ = ["read_json"]


def read_json(path: Path) -> Sheet:
    """Return JSON as a sheet; numbers keep their digits, nested values stay JSON.

    Raises
    ------
    TableError
        If it is not JSON, or holds no list of objects.
    """
    text, _ = decode(path.read_bytes(), path.name)
    rows = _rows(_parse(text, path.name), path.name)
    geometry = None
    if rows and all(row.get("type") == "Feature" for row in rows):
        # A geometry is made of numbers: its digits need not be kept as they were written.
        features = _rows(json.loads(text), path.name)
        shapes = [json.dumps(row["geometry"]) if row.get("geometry") else None for row in features]
        try:
            geometry = gpd.GeoSeries(shapely.from_geojson(shapes), crs=CRS)
        except shapely.errors.GEOSException as error:
            raise TableError(
                f"{path.name}: a geometry is broken ({error}); mend the file"
            ) from error
        rows = [row.get("properties") or {} for row in rows]
    header = list(dict.fromkeys(name for row in rows for name in row))
    frame = pd.DataFrame(
        {
            position: pd.Series([_cell(row.get(name)) for row in rows], dtype="str")
            for position, name in enumerate(header)
        },
        index=pd.RangeIndex(len(rows)),
    )
    sheet = Sheet.of(path.name, header, frame)
    if geometry is not None:
        geometry.index = sheet.frame.index
        sheet.geometry = geometry
    return sheet


def _parse(text: str, name: str) -> Any:
    # The digits as written: a float would turn 0.1 into something else, and a long id into another.
    try:
        return json.loads(text, parse_float=str, parse_int=str)
    except RecursionError as error:
        raise TableError(f"{name} is nested too deeply to be a table; mend the file") from error
    except json.JSONDecodeError as error:
        first = text.splitlines()[: error.lineno]
        if error.lineno > 1 or first[0].lstrip().startswith("{"):
            try:
                return [
                    json.loads(line, parse_float=str, parse_int=str)
                    for line in text.splitlines()
                    if line.strip()
                ]
            except json.JSONDecodeError:
                pass
        raise TableError(
            f"{name} is not JSON: {error.msg} in line {error.lineno}, column {error.colno}; "
            "the file is cut off or damaged, fetch it again"
        ) from error


def _rows(data: Any, name: str) -> list[dict[str, Any]]:
    if isinstance(data, dict):
        lists = {
            key: value
            for key, value in data.items()
            if isinstance(value, list) and all(isinstance(row, dict) for row in value)
        }
        if lists:
            data = max(lists.values(), key=len)
        elif any(isinstance(value, dict) for value in data.values()):
            inner = next(value for value in data.values() if isinstance(value, dict))
            return _rows(inner, name)
    if isinstance(data, list) and all(isinstance(row, dict) for row in data):
        return data
    raise TableError(f"{name} holds no list of objects; a table in JSON is [{{…}}, {{…}}]")


def _cell(value: Any) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False)
