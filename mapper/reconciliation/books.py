"""The claims, opened once: compared, put in series, put in a tree. Every answer is read off them."""

from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

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
    """
    table = conform(claims, CLAIMS).sort_values("claim_id", kind="stable", ignore_index=True)
    day = None if as_of is None else pd.Timestamp(as_of)
    rows, pairs = one_key_a_place(ledger(table), table)
    rows = standing(rows, day)
    return Books(table, rows.join(contained(rows, pairs)), pairs)
