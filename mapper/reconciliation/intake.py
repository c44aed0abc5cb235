"""A claims table from a file, also one that a person kept by hand."""

from pathlib import Path
from typing import Any

import pandas as pd

from mapper.errors import TableError
from mapper.model import Measure
from mapper.reconciliation.columns import text_of
from mapper.schema import CLAIMS
from mapper.storage import read_table
from mapper.storage.spreadsheets import read_cells

__all__ = ["read_claims"]


def read_claims(path: str | Path) -> Any:
    """Return the claims of a file, with the habits of hand-kept tables understood.

    A ``publisher`` is the relay, ``;`` between places means several, and a report that was
    published "2025-03" was surely published by the last day of March, not by the first.

    Parameters
    ----------
    path : str or Path
        A claims table: CSV, GeoPackage, GeoJSON or GeoParquet.

    Returns
    -------
    GeoDataFrame
        The claims table.

    Raises
    ------
    TableError
        If the file is missing or cannot be read, or a measure is none that is counted here.
    """
    claims = read_table(path, CLAIMS)
    _refuse_unknown_measures(claims, path)
    if "publisher" in claims:
        claims["relay"] = claims["relay"].fillna(claims["publisher"])
    words = text_of(claims["place_words"])
    several = words.str.contains(";", regex=False) & ~words.str.contains("|", regex=False)
    claims.loc[several, "place_words"] = words[several].str.replace(r"\s*;\s*", "|", regex=True)
    if Path(path).suffix.lower() == ".csv":
        months = _published_months(Path(path), claims)
        claims.loc[months, "published"] += pd.offsets.MonthEnd(0)
        claims["published"] = claims["published"].astype("datetime64[s]")
    return claims


def _refuse_unknown_measures(claims: pd.DataFrame, path: str | Path) -> None:
    """Refuse a misspelt measure: its figure would count nowhere, without a word."""
    measures = claims["measure"]
    unknown = claims.index[measures.notna() & ~measures.isin(list(Measure))]
    if len(unknown):
        raise TableError(
            f"{path}: measure {measures[unknown[0]]!r} in row {unknown[0] + 1} "
            f"is none of {', '.join(Measure)}; correct it"
            + (f" ({len(unknown)} rows have such a one)" if len(unknown) > 1 else "")
        )


def _published_months(path: Path, claims: pd.DataFrame) -> "pd.Series[bool]":
    raw = read_cells(path)
    if "published" not in raw:
        return pd.Series(False, index=claims.index)
    return raw["published"].str.fullmatch(r"\d{4}-\d{2}").eq(other=True)
