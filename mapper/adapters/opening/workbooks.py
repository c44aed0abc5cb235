"""XLSX, XLS and ODS -> sheets of text. Values only: no formula is run, none believed without a saved value."""

import datetime as dt
import zipfile
from pathlib import Path
from typing import Any

import pandas as pd

from mapper.adapters.opening.limits import Limits, members
from mapper.adapters.opening.sheet import Sheet, under
from mapper.adapters.refusing import refusals
from mapper.errors import MissingExtraError, TableError

__all__ = ["read_old_workbook", "read_workbook"]


def read_workbook(path: Path, limits: Limits) -> list[Sheet]:
    """Return every sheet of a workbook that holds a table.

    A cell with a formula gives the value that was saved with it; without one it is refused.

    Raises
    ------
    TableError
        If it is no workbook, or unpacks to more than a table may have.
    MissingExtraError
        If openpyxl is not installed.
    """
    try:
        import openpyxl  # noqa: PLC0415  # an extra brings it
    except ImportError as error:
        raise MissingExtraError("openpyxl", "tables", "Reading XLSX") from error
    try:
        with zipfile.ZipFile(path) as archive:
            members(archive, path.name, limits)
        book = openpyxl.load_workbook(path, read_only=True, data_only=False)
        grids = {sheet.title: [list(row) for row in sheet.iter_rows()] for sheet in book.worksheets}
        book.close()
        formulas = any(
            cell.data_type == "f" for rows in grids.values() for row in rows for cell in row
        )
        saved = {}
        if formulas:
            book = openpyxl.load_workbook(path, read_only=True, data_only=True)
            saved = {
                s.title: [list(row) for row in s.iter_rows(values_only=True)]
                for s in book.worksheets
            }
            book.close()
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, SyntaxError) as error:
        raise TableError(
            f"{path.name} is no workbook that can be read ({error}); save it again as XLSX or CSV"
        ) from error
    several = len(grids) > 1
    sheets = [
        _sheet(f"{path.name}:{title}" if several else path.name, rows, saved.get(title))
        for title, rows in grids.items()
    ]
    found = [sheet for sheet in sheets if sheet is not None]
    if not found:
        raise TableError(f"{path.name} has no sheet with a header and rows; name a table")
    return found


def read_old_workbook(path: Path, limits: Limits) -> list[Sheet]:
    """Return every sheet of an XLS, XLSB or ODS workbook that holds a table.

    Of a formula only the value that was saved with it is there.

    Raises
    ------
    TableError
        If it is no workbook, or unpacks to more than a table may have.
    MissingExtraError
        If python-calamine is not installed.
    """
    try:
        import python_calamine as calamine  # noqa: PLC0415  # an extra brings it
    except ImportError as error:
        raise MissingExtraError("python-calamine", "tables", "Reading XLS and ODS") from error
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                members(archive, path.name, limits)
        book = calamine.CalamineWorkbook.from_path(path)
        grids = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise TableError(
            f"{path.name} is no workbook that can be read ({error}); save it again as XLSX or CSV"
        ) from error
    several = sum(len(rows) > 1 for rows in grids.values()) > 1
    found = [
        _plain_sheet(f"{path.name}:{title}" if several else path.name, rows)
        for title, rows in grids.items()
    ]
    sheets = [sheet for sheet in found if sheet is not None]
    if not sheets:
        raise TableError(f"{path.name} has no sheet with a header and rows; name a table")
    return sheets


def _plain_sheet(name: str, rows: list[list[Any]]) -> Sheet | None:
    table = [[_cell(value) for value in row] for row in rows]
    start = _start([[cell is not None for cell in row] for row in table[:100]])
    if start is None:
        return None
    header = under(table[start - 1] if start else (), table[start])
    kept = [row for row in table[start + 1 :] if any(cell is not None for cell in row)]
    sheet = Sheet.of(name, header, _frame(kept, len(header)))
    if start:
        sheet.notes.append(f"{name} has {start} rows above its header")
    return sheet


def _start(filled: list[list[bool]]) -> int | None:
    """Return the first row that fills more than half of the widest one: the header."""
    width = max((sum(row) for row in filled), default=0)
    return next((at for at, row in enumerate(filled) if sum(row) * 2 > width > 1), None)


def _frame(rows: list[list[str | None]], width: int) -> pd.DataFrame:
    columns = zip(*rows, strict=True) if rows else [()] * width
    return pd.DataFrame(
        {position: pd.Series(list(cells), dtype="str") for position, cells in enumerate(columns)},
        columns=range(width),
        dtype="str",
    )


def _sheet(name: str, rows: list[list[Any]], saved: list[list[Any]] | None) -> Sheet | None:
    start = _start([[cell.value is not None for cell in row] for row in rows[:100]])
    if start is None:
        return None
    used = max(len(row) for row in rows)
    unsaved: list[tuple[int, int, str]] = []
    table: list[list[str | None]] = []
    for position, row in enumerate(rows[start:], start=start):
        cells: list[str | None] = [None] * used
        for column, cell in enumerate(row):
            value = cell.value
            if cell.data_type == "f":
                formula = str(value)
                value = saved[position][column] if saved and position < len(saved) else None
                if value is None:
                    # The header stands first, so that the next row has the number of those that are there.
                    unsaved.append((len(table), column, formula))
            cells[column] = _cell(value)
        if any(cell is not None for cell in cells) or position == start:
            table.append(cells)
    above = [_cell(cell.value) for cell in rows[start - 1]] if start else []
    header = under(above, table[0])
    sheet = Sheet.of(name, header, _frame(table[1:], used))
    tags = len(table) - 1 - len(sheet.frame)
    sheet.refused.append(
        refusals(
            [
                {
                    "report": name,
                    "row": row - tags,
                    "column": header[column],
                    "value": formula,
                    "reason": "a formula without a saved value",
                    "way_out": "open the workbook in a spreadsheet, save it, and read it again",
                }
                for row, column, formula in unsaved
            ]
        )
    )
    if start:
        sheet.notes.append(f"{name} has {start} rows above its header")
    return sheet


def _cell(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ") if value.time() != dt.time() else value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value).strip() or None
