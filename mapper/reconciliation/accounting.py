"""Where every claim went: claims in = claims used + claims not used, each with its reason."""

import pandas as pd

from mapper.reconciliation.books import Books, opened
from mapper.reconciliation.columns import lists_by
from mapper.reconciliation.flows import flows
from mapper.reconciliation.incidents import reconcile
from mapper.reconciliation.ledger import in_series
from mapper.schema import split

__all__ = ["accounted"]


def accounted(
    claims: pd.DataFrame | Books,
    incidents: pd.DataFrame | None = None,
    moved: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return, for every claim, the incidents and flows it is in, or why it is used in none.

    Parameters
    ----------
    claims : DataFrame
        The claims table.
    incidents, moved : DataFrame, optional
        What `reconcile` and `flows` made of them; made here if absent.

    Returns
    -------
    DataFrame
        One row a claim, by ``claim_id``: ``incidents``, ``flows`` (list cells, null if none),
        ``series`` (whether it is in a series) and ``not_used_because`` (null if it is used).

    Examples
    --------
    >>> from mapper.schema import CLAIMS, conform
    >>> accounted(conform([{"claim_id": "a", "measure": "statement"}], CLAIMS))[
    ...     ["claim_id", "not_used_because"]].values.tolist()
    [['a', 'it states something and counts nobody']]
    """
    books = opened(claims)
    incidents = reconcile(books) if incidents is None else incidents
    moved = flows(books) if moved is None else moved
    rows = books.rows
    return pd.DataFrame(
        {
            "claim_id": rows["claim_id"],
            "incidents": rows["claim_id"].map(_where(incidents, "incident_id")),
            "flows": rows["claim_id"].map(_where(moved, "flow_id")),
            "series": rows["why_not"].isna() & in_series(rows),
            "not_used_because": rows["why_not"],
        }
    )


def _where(table: pd.DataFrame, key: str) -> "pd.Series[str]":
    cells = table.set_index(key)["claims"].map(split).explode().dropna()
    return lists_by(cells, cells.index.to_series())
