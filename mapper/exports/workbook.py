"""A case as one workbook: a sheet a table, and a sheet that says what each column means."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from mapper.errors import MissingExtraError
from mapper.schema import TABLES
from mapper.storage.spreadsheets import plain

__all__ = ["write_workbook"]

_MOST_ROWS = 1_048_575  # and the heading
_MOST_CHARACTERS = 32_767
_STAMP = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def write_workbook(tables: Mapping[str, pd.DataFrame], path: Path) -> list[str]:
    """Write every table that has rows as a sheet; return what was left out, one line a fact.

    Text is text: nothing is ever a formula or a link, whatever it starts with.
    """
    try:
        import xlsxwriter  # noqa: PLC0415 (an extra)
    except ImportError:
        raise MissingExtraError("xlsxwriter", "tables", "Writing .xlsx") from None
    notes: list[str] = []
    with xlsxwriter.Workbook(path, {"constant_memory": True, "in_memory": False}) as book:
        book.set_properties({"created": _STAMP})
        heading = book.add_format({"bold": True, "bottom": 1})
        shown = {name: frame for name, frame in tables.items() if len(frame)}
        for name, frame in shown.items():
            notes += _write_sheet(book.add_worksheet(name), frame, heading)
        _write_sheet(book.add_worksheet("columns"), _dictionary(shown), heading)
    return notes


def _write_sheet(sheet: Any, frame: pd.DataFrame, heading: Any) -> list[str]:
    notes = []
    if len(frame) > _MOST_ROWS:
        notes.append(
            f"{sheet.name}: {len(frame) - _MOST_ROWS} rows do not fit into a sheet: left out"
        )
    cells = plain(frame.iloc[:_MOST_ROWS])
    if "geometry" in cells:
        # Half a shape is none.
        long = (cells["geometry"].str.len() > _MOST_CHARACTERS).fillna(value=False)
        cells["geometry"] = cells["geometry"].mask(long)
        if long.any():
            notes.append(
                f"{sheet.name}: {int(long.sum())} shapes are too long for a cell: left out"
            )
    for column, name in enumerate(cells.columns):
        sheet.write_string(0, column, str(name), heading)
        sheet.set_column(column, column, min(max(len(str(name)), 10), 24) + 2)
    sheet.freeze_panes(1, 1)
    cut = 0
    for row, values in enumerate(cells.astype(object).where(cells.notna(), None).to_numpy(), 1):
        for column, value in enumerate(values):
            if value is None:
                continue
            if isinstance(value, str):
                cut += len(value) > _MOST_CHARACTERS
                sheet.write_string(row, column, value[:_MOST_CHARACTERS])
            elif isinstance(value, bool):
                sheet.write_boolean(row, column, value)
            else:
                sheet.write_number(row, column, value)
    if cut:
        notes.append(
            f"{sheet.name}: {cut} cells hold more than {_MOST_CHARACTERS:,} characters: cut"
        )
    return notes


def _dictionary(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    rows = [
        {
            "table": name,
            "column": column.name,
            "meaning": column.meaning,
            "holds": ", ".join(column.allowed) if column.allowed else str(column.dtype),
            "unit": column.unit,
        }
        for name, frame in tables.items()
        for column in TABLES[name].columns
        if column.name in frame
    ]
    return pd.DataFrame(rows, columns=["table", "column", "meaning", "holds", "unit"]).astype("str")
