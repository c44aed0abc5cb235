"""The names of the columns of a UCDP GED release that was published without a header.

Releases differ in how many columns they have, and in a few places in their order. What a column is
shows in its cells: the geometry is a WKT point, with the coordinates before it; the deaths of the
sides, of civilians and of unknown people add up to the best figure, which lies between the low and
the high one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from mapper.adapters.opening import Sheet
from mapper.adapters.registry import columns

__all__ = ["COLUMNS", "headed"]

COLUMNS = columns(
    """id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id
    conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id
    side_b_new_id side_b number_of_sources source_article source_office source_date source_headline
    source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude
    geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end
    deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob"""
)
_POINT = re.compile(r"POINT\s*\(\s*-?\d", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4}")
_RELID = re.compile(r"[A-Z]{3}-\d{4}-\d")
_SIDES = ("conflict_name", "dyad_name", "side_a", "side_b")
_DEATHS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
# After the geometry, up to the days.
_AFTER = ("priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec")
_LOOKED_AT = 400


def headed(sheet: Sheet) -> Sheet:
    """Return a sheet with the names of the codebook, if its first row is an event; else as it is."""
    if "where_prec" in sheet.columns:
        return sheet
    first = [cell.strip() or None for cell in sheet.headers.values()]
    row = pd.DataFrame([first], columns=range(len(first)), dtype="str")
    cells = sheet.frame.set_axis(row.columns, axis="columns")
    names = _names(pd.concat([row, cells.head(_LOOKED_AT)], ignore_index=True))
    if names is None:
        return sheet
    frame = pd.concat([row, cells], ignore_index=True).set_axis(names, axis="columns")
    frame.index = pd.RangeIndex(1, len(frame) + 1, name="row")
    shifted = [part.assign(row=part["row"] + 1) for part in sheet.refused]
    return replace(
        sheet,
        frame=frame,
        headers={name: name for name in names},
        refused=shifted,
        notes=[*sheet.notes, "no header"],
    )


def _names(rows: pd.DataFrame) -> list[str] | None:
    """Return a name for each column, or nothing if these are no events."""
    first, places = rows.iloc[0], range(rows.shape[1])
    point = next((at for at in places if _is(first[at], _POINT)), None)
    days = [at for at in places if _is(first[at], _DAY)]
    start = next((at for at in days if point is not None and at > point and at + 1 in days), None)
    if point is None or start is None or start - point - 1 < len(_AFTER):
        return None
    names: dict[int, str] = {point: "geom_wkt", point - 1: "longitude", point - 2: "latitude"}
    names |= {start - back: name for back, name in enumerate(reversed(_AFTER), start=1)}
    names |= {start: "date_start", start + 1: "date_end"}
    figures = list(range(start + 2, start + 2 + len(_DEATHS)))
    names |= dict(zip(figures, _DEATHS, strict=True))
    bounds = _bounds(rows, figures)
    if bounds is None:
        return None
    names |= bounds
    where = _where(rows, point - 2)
    if where is None:
        return None
    names |= where
    names |= _front(rows, min(where))
    return [names.get(at, f"column {at + 1}") for at in places]


def _where(rows: pd.DataFrame, latitude: int) -> dict[int, str] | None:
    """Name what stands before the coordinates: the precision, the place, perhaps its description."""
    for names in (
        ("where_prec", "where_coordinates", "where_description", "adm_1", "adm_2"),
        ("where_prec", "where_coordinates", "adm_1", "adm_2"),
    ):
        at = latitude - len(names)
        if at > 0 and rows[at].isin(list("1234567")).all():
            return dict(enumerate(names, start=at))
    return None


def _bounds(rows: pd.DataFrame, deaths: Sequence[int]) -> dict[int, str] | None:
    """Name the three figures behind the deaths: the best is their sum, the high the largest."""
    numbers = rows.apply(pd.to_numeric, errors="coerce")
    three = [deaths[-1] + step for step in (1, 2, 3)]
    if three[-1] not in rows or numbers[[*deaths, *three]].isna().any(axis=None):
        return None
    total = numbers[list(deaths)].sum(axis="columns")
    best = max(three, key=lambda at: float((numbers[at] == total).mean()))
    low, high = sorted((at for at in three if at != best), key=lambda at: float(numbers[at].sum()))
    if (numbers[best] == total).mean() < 0.5:
        return None
    return {best: "best", low: "low", high: "high"}


def _front(rows: pd.DataFrame, where: int) -> dict[int, str]:
    """Name the ids, the kind of violence, the sides and the sources, which come first."""
    names = {0: "id"}
    if _is(rows.iloc[0][1], _RELID):
        names[1] = "relid"
    numeric = [
        pd.to_numeric(rows[at].dropna(), errors="coerce").notna().all() for at in range(where)
    ]
    violence = next((at for at in range(1, where) if rows[at].isin(list("123")).all()), None)
    if violence is None:
        return names
    names[violence] = "type_of_violence"
    sides = [at for at in range(violence + 1, where) if not numeric[at]]
    names |= dict(zip(sides, _SIDES, strict=False))
    if len(sides) >= len(_SIDES) and numeric[after := sides[len(_SIDES) - 1] + 1]:
        names[after] = "number_of_sources"
        told = COLUMNS[COLUMNS.index("source_article") : COLUMNS.index("where_prec")]
        names |= dict(zip(range(after + 1, where), told, strict=False))
    return names


def _is(cell: object, pattern: re.Pattern[str]) -> bool:
    return isinstance(cell, str) and pattern.match(cell) is not None
