"""The claims, opened once: compared, put in series, put in a tree. Every answer is read off them.

Whoever asks several things of one table opens it once and hands the books on:

>>> from mapper.reconciliation import flows, opened, reconcile
>>> books = opened(conform([], CLAIMS))
>>> len(reconcile(books)), len(flows(books))
(0, 0)
"""

from dataclasses import dataclass, field
from typing import Any

import geopandas as gpd
import pandas as pd

from mapper.errors import TableError
from mapper.reconciliation.ledger import ledger
from mapper.reconciliation.nesting.containment import contained
from mapper.reconciliation.nesting.holding import one_key_a_place
from mapper.reconciliation.revisions import replayed
from mapper.reconciliation.standing import standing
from mapper.schema import CLAIMS, conform

__all__ = ["Books", "opened"]


@dataclass(frozen=True)
class Books:
    """The claims table in the order of its ids, and the same rows as the ledger reads them.

    Parameters
    ----------
    table : GeoDataFrame
        The claims, by ``claim_id``, as people's decisions leave them.
    rows : DataFrame
        The same rows, compared: see `ledger`, `standing` and `contained`.
    pairs : DataFrame
        Which place holds which: see `holders`.
    log : DataFrame, optional
        The decisions that were replayed.
    known : dict
        What was found out of these books last, so that nobody has to find it twice.
    """

    table: gpd.GeoDataFrame
    rows: pd.DataFrame
    pairs: pd.DataFrame
    log: pd.DataFrame | None = None
    known: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)


def opened(
    claims: pd.DataFrame | Books,
    as_of: str | pd.Timestamp | None = None,
    *,
    log: pd.DataFrame | None = None,
) -> Books:
    """Return the books of some claims, as they stood on a day; open books stay as they are.

    Parameters
    ----------
    claims : DataFrame or Books
        The claims table, or its books.
    as_of : str or Timestamp, optional
        Only what was published by this day.
    log : DataFrame, optional
        People's decisions and retractions, replayed first; see `decide`.

    Raises
    ------
    TableError
        If two claims have one id, or a claim has none.
    """
    if isinstance(claims, Books):
        if as_of is None and log is None:
            return claims
        told, log = claims.table, claims.log if log is None else log
    else:
        told = claims
    _refuse_strange_ids(told)
    if log is not None:
        told = replayed(told, log)
    table = conform(told, CLAIMS).sort_values("claim_id", kind="stable", ignore_index=True)
    day = None if as_of is None else pd.Timestamp(as_of)
    rows, pairs = one_key_a_place(ledger(table), table)
    rows = standing(rows, day)
    return Books(table, rows.join(contained(rows, pairs)), pairs, log)


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
