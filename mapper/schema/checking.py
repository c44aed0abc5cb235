"""What is wrong with a table, one line a fact."""

import geopandas as gpd
import pandas as pd

from mapper.model import Precision
from mapper.schema.columns import Dtype, Table

__all__ = ["check"]


def check(frame: pd.DataFrame, table: Table) -> list[str]:
    """Return what is wrong with a table, one line a fact; an empty list if nothing is.

    Checks that columns are there, keys are unique and present, words are among those allowed,
    0 ≤ low ≤ best ≤ high, periods end after they start, and no point is coarser than *near*.

    Examples
    --------
    >>> from mapper.schema import CLAIMS, conform
    >>> check(conform([{"claim_id": "c1", "measure": "murdered"}], CLAIMS), CLAIMS)
    ["claims.measure: 'murdered' in row 1 is not one of killed, injured, casualties, ..."]
    """
    missing = [name for name in table.names if name not in frame.columns]
    if missing:
        return [f"{table.name}: column {name} is missing" for name in missing]
    if not (frame.index.is_unique and pd.api.types.is_integer_dtype(frame.index)):
        # Rows are told by their numbers.
        frame = frame.reset_index(drop=True)
    return [
        *_check_key(frame, table),
        *_check_words(frame, table),
        *_check_bounds(frame, table),
        *_check_points(frame, table),
    ]


def _check_key(frame: pd.DataFrame, table: Table) -> list[str]:
    if not table.key:
        return []
    key = frame[table.key]
    problems = [f"{table.name}.{table.key}: empty in row {row + 1}" for row in _where(key.isna())]
    twice = key.notna() & key.duplicated()
    problems += [
        f"{table.name}.{table.key}: {key.loc[row]!r} in row {row + 1} stands there already"
        for row in _where(twice)
    ]
    return problems


def _check_words(frame: pd.DataFrame, table: Table) -> list[str]:
    problems = []
    for column in table.columns:
        if column.allowed is None:
            continue
        allowed = [str(value) for value in column.allowed]
        values = frame[column.name]
        problems += [
            f"{table.name}.{column.name}: {values.loc[row]!r} in row {row + 1} "
            f"is not one of {', '.join(allowed)}"
            for row in _where(values.notna() & ~values.isin(allowed))
        ]
    return problems


def _check_bounds(frame: pd.DataFrame, table: Table) -> list[str]:
    problems = [
        f"{table.name}: {column.name} {frame[column.name].loc[row]} in row {row + 1} is less than 0"
        for column in table.columns
        if column.dtype is Dtype.COUNT
        for row in _where((frame[column.name] < 0).fillna(value=False))
    ]
    pairs = [
        (f"{prefix}_{a}", f"{prefix}_{b}")
        for prefix in ("count", "deaths", "injured", "located", "rest")
        for a, b in (("low", "best"), ("best", "high"), ("low", "high"))
    ]
    for before, after in [*pairs, ("period_start", "period_end"), ("char_start", "char_end")]:
        if before not in table.names or after not in table.names:
            continue
        wrong = (frame[before] > frame[after]).fillna(value=False)
        problems += [
            f"{table.name}: {before} {frame[before].loc[row]} is more than "
            f"{after} {frame[after].loc[row]} in row {row + 1}"
            for row in _where(wrong)
        ]
    return problems


def _check_points(frame: pd.DataFrame, table: Table) -> list[str]:
    if "precision" not in table.names or not isinstance(frame, gpd.GeoDataFrame):
        return []
    coarse = [str(precision) for precision in Precision if not precision.pointlike]
    wrong = frame["precision"].isin(coarse) & (frame.geometry.geom_type == "Point")
    return [
        f"{table.name}: row {row + 1} is a point, but its precision is "
        f"{frame['precision'].loc[row]}; nothing coarser than near may be one"
        for row in _where(wrong)
    ]


def _where(mask: "pd.Series[bool]") -> list[int]:
    return [int(row) for row in mask.index[mask.to_numpy(dtype="bool")]]
