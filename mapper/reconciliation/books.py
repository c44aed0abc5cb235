"""The claims, opened once: compared, put in series, put in a tree. Every answer is read off them."""

from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from mapper.errors import TableError
from mapper.reconciliation.containment import contained
from mapper.reconciliation.holding import one_key_a_place
from mapper.reconciliation.ledger import ledger
from mapper.reconciliation.standing import standing
from mapper.schema import CLAIMS, conform

__all__ = ["Books", "opened"]


@dataclass(frozen=True)
class Books:
    """The claims table in the order of its ids, and the same rows as the ledger reads them."""

    table: gpd.GeoDataFrame
    rows: pd.DataFrame
    pairs: pd.DataFrame


def opened(claims: pd.DataFrame, as_of: str | pd.Timestamp | None = None) -> Books:
    """Return the books of some claims, as they stood on a day.

    Parameters
    ----------
    claims : DataFrame
        The claims table.
    as_of : str or Timestamp, optional
        Only what was published by this day.

    Raises
    ------
    TableError
        If two claims have one id, or a claim has none.
    """
    _refuse_strange_ids(claims)
    table = conform(claims, CLAIMS).sort_values("claim_id", kind="stable", ignore_index=True)
    day = None if as_of is None else pd.Timestamp(as_of)
    rows, pairs = one_key_a_place(ledger(table), table)
    rows = standing(rows, day)
    return Books(table, rows.join(contained(rows, pairs)), pairs)


def _refuse_strange_ids(claims: pd.DataFrame) -> None:
    """Two claims of one id would be counted as one, or twice: nobody could tell."""
    if len(claims) and "claim_id" not in claims:
        raise TableError("the claims have no column claim_id; give each claim an id of its own")
    ids = claims["claim_id"] if len(claims) else pd.Series(dtype="str")
    empty = ids.isna() | (ids.astype("str") == "")
    if empty.any():
        row = int(empty.to_numpy().argmax()) + 1
        raise TableError(f"the claim in row {row} has no claim_id; give each an id of its own")
    twice = ids.duplicated()
    if twice.any():
        name = ids[twice].iloc[0]
        raise TableError(f"claim_id {name!r} stands there twice; give each claim an id of its own")
