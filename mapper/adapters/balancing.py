"""What went in, against what came out: rows, and the sum of each column of figures.

Every figure of a file stands in a claim, or in a refusal with its reason; what stands in neither is
named. The file's own sums are made from its cells alone, the claims' from ``given_low``,
``given_best`` and ``given_high``, so that neither can hide what the other lost.
"""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from mapper.adapters.counting import COLUMNS
from mapper.adapters.opening import Sheet
from mapper.adapters.rows import holds, numbers_in
from mapper.schema import split

__all__ = ["balance"]

_ENDS = ("low", "best", "high")
_SHOWN = 8


def balance(
    sheet: Sheet, claims: pd.DataFrame, refused: pd.DataFrame, aside: "list[str]"
) -> pd.DataFrame:
    """Return one row a column of figures: its sum in the file, in the claims and in the refusals.

    Parameters
    ----------
    sheet : Sheet
        The table as it was opened.
    claims, refused : DataFrame
        What an adapter made of it.
    aside : list of str
        Columns of figures that it refused on purpose.

    Returns
    -------
    DataFrame
        report, column, cells (with a number), in_file, in_claims, in_refused (sums), difference
        (what stands in neither), and rows: those that differ, with how much.
    """
    names = {written: name for name, written in sheet.written.items()}
    told = _told(claims, names)
    columns = [*dict.fromkeys([*told["column"], *aside])]
    lines = [_line(sheet, column, told, refused) for column in columns]
    return pd.DataFrame(lines, columns=_COLUMNS)


_COLUMNS = (
    "report",
    "column",
    "cells",
    "in_file",
    "in_claims",
    "in_refused",
    "difference",
    "rows",
)


def _told(claims: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """Return each figure of the claims once: row, column and number, as given."""
    parts = [pd.DataFrame({"row": [], "column": [], "number": []})]
    parts += [
        pd.DataFrame({"row": part["source_row"], "column": column, "number": part[figure]})
        for stands, part in _by_columns(claims)
        for cell, figure in stands
        for column in _columns_of(cell, names, figure)
    ]
    told = pd.concat(parts, ignore_index=True).dropna(subset=["number"])
    return told.astype({"number": "Float64"}).drop_duplicates(["row", "column"])


def _by_columns(claims: pd.DataFrame) -> Iterator[tuple[list[tuple[str, str]], pd.DataFrame]]:
    if COLUMNS not in claims:
        return
    for cell, part in claims.groupby(COLUMNS, sort=False):
        stands = zip(split(cell), _ENDS, strict=False)
        yield [(column, f"given_{end}") for column, end in stands if column], part


def _columns_of(cell: str, names: dict[str, str], figure: str) -> list[str]:
    """Return the columns of a sheet that a cell names: one, or two in which the same figure stands."""
    written = [cell] if cell in names else cell.split("+")
    found = [names[name] for name in written if name in names]
    # A claims table that is read again has its figures in columns of its own.
    ours = names.get(figure.replace("given_", "count_"))
    return found or ([ours] if ours else [])


def _line(sheet: Sheet, column: str, told: pd.DataFrame, refused: pd.DataFrame) -> dict[str, Any]:
    figures = numbers_in(sheet.frame[column])
    # A code below zero means that the figure is unknown.
    figures = figures.mask(holds(figures < 0)).dropna()
    own = told[told["column"] == column].set_index("row")["number"]
    of_column = refused["column"].isna() | (refused["column"] == sheet.written[column])
    gone = figures.index.isin(refused.loc[of_column, "row"].dropna()) & ~figures.index.isin(
        own.index
    )
    rest = figures.where(~gone, 0) - own.reindex(figures.index).fillna(0)
    apart = rest[rest != 0]
    rows = ", ".join(f"{row} ({_plain(left)})" for row, left in apart.head(_SHOWN).items())
    return {
        "report": sheet.name,
        "column": sheet.written[column],
        "cells": len(figures),
        "in_file": _plain(figures.sum()),
        "in_claims": _plain(own.sum()),
        "in_refused": _plain(figures[gone].sum()),
        "difference": _plain(apart.sum()),
        "rows": rows + (f" and {len(apart) - _SHOWN:,} more" if len(apart) > _SHOWN else ""),
    }


def _plain(number: Any) -> Any:
    return int(number) if number % 1 == 0 else float(round(number, 6))
