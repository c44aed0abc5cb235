"""A claims table from a file, also one that a person kept by hand."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from mapper.errors import TableError
from mapper.reconciliation.columns import text_of
from mapper.reconciliation.revisions import ACTIONS, NOTED, decide
from mapper.schema import CLAIMS, REVISIONS
from mapper.storage import read_table
from mapper.storage.spreadsheets import plain, read_cells

__all__ = ["read_claims", "read_decisions"]

_SAID = ["subject_id", "action", "reason", "person", "day", "column", "after"]


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
        If the file is missing or cannot be read, or a word is none that its column may hold.
    """
    claims = read_table(path, CLAIMS)
    for column in CLAIMS.columns:
        if column.allowed is not None:
            _refuse_unknown_words(claims[column.name], column.allowed, path)
    if "publisher" in claims:
        claims["relay"] = claims["relay"].fillna(claims["publisher"])
    for cell in ("place_words", "origin_words", "destination_words"):
        words = text_of(claims[cell])
        several = words.str.contains(";", regex=False) & ~words.str.contains("|", regex=False)
        claims.loc[several, cell] = words[several].str.replace(r"\s*;\s*", "|", regex=True)
    if Path(path).suffix.lower() == ".csv":
        months = _published_months(Path(path), claims)
        claims.loc[months, "published"] += pd.offsets.MonthEnd(0)
        claims["published"] = claims["published"].astype("datetime64[s]")
    return claims


def read_decisions(path: str | Path) -> pd.DataFrame:
    """Return people's decisions from a file; one that would not be replayed is refused by name.

    Parameters
    ----------
    path : str or Path
        A revisions table; see `decide`.

    Raises
    ------
    TableError
        If the file is missing, cannot be read, or holds what is no decision.
    InputError
        If a decision lacks something; see `decide`.
    """
    log: pd.DataFrame = read_table(path, REVISIONS)
    _refuse_unknown_words(log["action"].fillna("nothing"), (*ACTIONS, *NOTED), path)
    decisions = log[log["action"].isin(ACTIONS)]
    if len(decisions) and decisions["person"].isna().all():
        raise TableError(f"{path}: no decision names a person; add who decided")
    # A whole row that a person corrected stands in the claims already, and needs no column here.
    decisions = decisions[decisions["person"].notna()]
    decisions = decisions[(decisions["action"] != "corrected") | decisions["column"].notna()]
    for row in plain(decisions)[_SAID].fillna("").to_dict("records"):
        decide(None, **{str(name): str(cell) for name, cell in row.items()})
    return log


def _refuse_unknown_words(values: "pd.Series[str]", allowed: Iterable[str], path: object) -> None:
    """Refuse a misspelt word: its figure would count nowhere, or as another, without a word."""
    words = [str(word) for word in allowed]
    unknown = values.index[values.notna() & ~values.isin(words)]
    if len(unknown):
        raise TableError(
            f"{path}: {values.name} {values[unknown[0]]!r} in row {unknown[0] + 1} "
            f"is none of {', '.join(words)}; correct it"
            + (f" ({len(unknown)} rows have such a one)" if len(unknown) > 1 else "")
        )


def _published_months(path: Path, claims: pd.DataFrame) -> "pd.Series[bool]":
    raw = read_cells(path)
    if "published" not in raw:
        return pd.Series(False, index=claims.index)
    return raw["published"].str.fullmatch(r"\d{4}-\d{2}").eq(other=True)
