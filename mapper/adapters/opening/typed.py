"""GeoPackage, shapefile, Parquet -> sheets of text; their types are written out, their geometry kept."""

import warnings
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio

from mapper.adapters.opening.sheet import Sheet
from mapper.errors import MissingExtraError, TableError
from mapper.schema import CRS

__all__ = ["read_layers", "read_parquet"]


def read_layers(path: Path) -> list[Sheet]:
    """Return every layer of a GeoPackage or shapefile.

    Raises
    ------
    TableError
        If GDAL cannot read it.
    """
    try:
        layers = [str(layer) for layer, _ in pyogrio.list_layers(path)]
        frames = {}
        for layer in layers:
            with warnings.catch_warnings():
                # GDAL warns of what it makes of odd files; what is wrong shows in the rows.
                warnings.simplefilter("ignore")
                frames[layer] = pyogrio.read_dataframe(path, layer=layer)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, ValueError) as error:
        raise TableError(f"{path.name} cannot be read ({error}); fetch it again") from error
    several = len(frames) > 1
    return [
        _sheet(f"{path.name}:{layer}" if several else path.name, frame)
        for layer, frame in frames.items()
    ]


def read_parquet(path: Path) -> Sheet:
    """Return a Parquet or GeoParquet file.

    Raises
    ------
    TableError
        If it is not Parquet.
    MissingExtraError
        If pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415  # an extra brings it
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("pyarrow", "tables", "Reading Parquet") from error
    try:
        spatial = b"geo" in (pq.read_schema(path).metadata or {})
        frame = gpd.read_parquet(path) if spatial else pd.read_parquet(path)
    except (pa.ArrowException, ValueError, OSError) as error:
        first = str(error).splitlines()[0]
        raise TableError(
            f"{path.name} is no Parquet that can be read ({first}); fetch it again"
        ) from error
    return _sheet(path.name, frame)


def _sheet(name: str, frame: pd.DataFrame) -> Sheet:
    geometry: Any = None
    if isinstance(frame, gpd.GeoDataFrame) and frame.active_geometry_name is not None:
        geometry = frame.geometry
        geometry = geometry.set_crs(CRS) if geometry.crs is None else geometry.to_crs(CRS)
        frame = pd.DataFrame(frame.drop(columns=frame.active_geometry_name))
    header = [str(name) for name in frame.columns]
    texts = {position: _text(frame.iloc[:, position]) for position in range(len(header))}
    text = pd.DataFrame(texts, index=pd.RangeIndex(len(frame)))
    sheet = Sheet.of(name, header, text)
    if geometry is not None and len(geometry) == len(sheet.frame):
        sheet.geometry = geometry.set_axis(sheet.frame.index)
    return sheet


def _text(values: "pd.Series[Any]") -> "pd.Series[str]":
    values = values.reset_index(drop=True)
    if pd.api.types.is_bool_dtype(values.dtype):
        written = values.astype("str").str.lower()
    elif pd.api.types.is_datetime64_any_dtype(values.dtype):
        days = values.dt.strftime("%Y-%m-%d")
        hours = values.dt.strftime("%Y-%m-%d %H:%M:%S")
        written = days.where(hours.str.endswith("00:00:00"), hours)
    elif pd.api.types.is_float_dtype(values.dtype):
        whole = values.notna() & (values % 1 == 0) & (values.abs() < 2**53)
        digits = values.where(whole).astype("Int64").astype("str")
        written = digits.where(whole, values.astype("str"))
    else:
        written = values.astype("str")
    written = written.astype("str").str.strip().where(values.notna())
    return written.replace("", None)
