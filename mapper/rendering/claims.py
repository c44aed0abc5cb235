"""Claims as they go into the page: what the details show, and nothing more."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from mapper.rendering.payload import Lists, Payload, Table
from mapper.schema import split

__all__ = ["PageClaims", "claims_payload", "figure_words", "rows_of"]

_WORDS = (
    "claim_id",
    "quote",
    "relay",
    "place_name",
    "place_words",
    "match_reason",
    "verification_reason",
)
# What readers filter by, and what tells a claim's own figure from others: known before any words are read.
_CODES = (
    "voice", "measure", "kind", "unit", "group", "qualifier", "count_words", "precision", "verification", "match_tier",
)  # fmt: skip


@dataclass(frozen=True)
class PageClaims:
    """The claims of a page, and where each stands among them."""

    frame: pd.DataFrame

    @property
    def names(self) -> "pd.Series[Any]":
        """Ids of the claims, in order."""
        return self.frame["claim_id"]

    def __len__(self) -> int:
        return len(self.frame)


def claims_payload(claims: pd.DataFrame, reports: pd.DataFrame | None = None) -> Payload:
    """Return the claims table as it goes into the page."""
    table = Table(len(claims))
    for name in ("count_low", "count_best", "count_high"):
        table.numbers(name, claims[name])
    table.period(claims["period_start"], claims["period_end"])
    for name in ("as_of", "published"):
        table.days(name, claims[name])
    for name in _CODES:
        table.codes(name, claims[name])
    for name in _WORDS:
        table.words(name, claims[name])
    for name in ("contained_in", "supersedes"):
        table.lists(name, rows_of(claims[name], claims["claim_id"]))
    replaced = {name for cell in claims["supersedes"].dropna() for name in split(cell)}
    table.codes("superseded", claims["claim_id"].isin(replaced).map({True: "yes", False: None}))
    table.codes("imputed", claims["imputed"].map({True: "yes", False: None}))
    if reports is not None and len(reports):
        by_id = reports.drop_duplicates("report_id").set_index("report_id")
        for name in ("url", "language"):
            table.codes(name, claims["report_id"].map(by_id[name]))
    return table.packed()


def rows_of(cells: "pd.Series[Any]", names: "pd.Series[Any]") -> Lists:
    """Return for each cell ``a|b`` the rows in which its names stand; others are left out.

    >>> rows_of(pd.Series(["b|x|a", None]), pd.Series(["a", "b"])).items.tolist()
    [1, 0]
    """
    known = cells[cells.notna()]
    if known.empty:
        return Lists(np.zeros(len(cells), dtype=np.int64), np.zeros(0, dtype=np.int64))
    several = known.str.contains("[|\\\\]", regex=True).to_numpy(dtype=bool)
    place = np.flatnonzero(cells.notna())
    parts = [split(cell) for cell in known[several]]
    rows = np.concatenate([place[~several], np.repeat(place[several], [len(p) for p in parts])])
    words = [*known[~several], *(name for part in parts for name in part)]
    found = pd.Index(names).get_indexer(pd.Index(words, dtype="str"))
    order = np.argsort(rows, kind="stable")
    rows, found = rows[order], found[order]
    there = found >= 0
    sizes = np.bincount(rows[there], minlength=len(cells))
    return Lists(sizes, found[there].astype(np.int64))


def figure_words(
    claims: pd.DataFrame, cells: "pd.Series[Any]", low: "pd.Series[Any]", measure: str
) -> pd.DataFrame:
    """Return how the figure of each row was hedged, and its words, from the claim that gives it.

    Parameters
    ----------
    claims : DataFrame
        The claims table.
    cells : Series of str
        Claims of each row, ``a|b``.
    low : Series of Int64
        The least of each row.
    measure : str
        What is counted; '' is any.

    Returns
    -------
    DataFrame
        Columns qualifier and count_words, null where no claim gives just this figure.
    """
    empty = pd.DataFrame(
        None, index=cells.index, columns=["qualifier", "count_words"], dtype="object"
    )
    if not len(claims):
        return empty
    pairs = cells.dropna().map(split).explode().rename("claim_id").rename_axis("row").reset_index()
    wanted = ["claim_id", "measure", "count_low", "count_best", "qualifier", "count_words"]
    pairs = pairs.merge(claims[wanted], on="claim_id")
    pairs["low"] = low.reindex(pairs["row"]).to_numpy()
    said = pairs["count_low"].fillna(pairs["count_best"])  # "about 100" has no least of its own
    same = (said == pairs["low"]) | (said.isna() & pairs["low"].isna())
    if measure:
        same &= pairs["measure"] == measure
    first = pairs[same.fillna(value=False)].drop_duplicates("row").set_index("row")
    return first[["qualifier", "count_words"]].reindex(cells.index).astype("object")
