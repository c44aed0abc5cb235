"""Each voice's figures over time: never added across time or voices."""

import numpy as np
import pandas as pd

from mapper.model import Kind, Qualifier
from mapper.reconciliation.books import Books, opened
from mapper.reconciliation.listing import figures_of, plain, told_once
from mapper.reconciliation.memory import remember
from mapper.reconciliation.standing import standing_words
from mapper.schema import SERIES, conform

__all__ = ["series"]

_OPEN_BELOW = (str(Qualifier.AT_LEAST), str(Qualifier.MORE_THAN), str(Qualifier.VAGUE))


def series(
    claims: pd.DataFrame | Books, *, as_of: str | pd.Timestamp | None = None
) -> pd.DataFrame:
    """Return every figure of every voice, in the order in which it was said.

    Parameters
    ----------
    claims : DataFrame or Books
        The claims table, or its books; see `opened`.
    as_of : str or Timestamp, optional
        What was known then: only what was published by this day.

    Returns
    -------
    DataFrame
        The series table, one row a figure however often it was told again. ``as_of`` is the day by
        which it was known (the first on which it was published), ``counts_to`` the day up to which
        it counts, as its source says; null if nobody knows. Beside the contract: ``unit``, ``kind``,
        ``place_name``, ``period_start``, ``period_end``, ``standing`` (stands, or superseded by
        which claim) and ``change`` (rise, fall as a revision, or a delta kept apart).

    Examples
    --------
    >>> from mapper.schema import CLAIMS, conform
    >>> said = {"voice": "SOHR", "measure": "killed", "kind": "cumulative", "unit": "person",
    ...         "qualifier": "exact", "group": "civilians", "place_words": "the coast",
    ...         "period_start": "2025-03-06"}
    >>> claims = conform(
    ...     [{**said, "claim_id": "a", "count_best": 745, "published": "2025-03-08"},
    ...      {**said, "claim_id": "b", "count_best": 1383, "published": "2025-03-12"}], CLAIMS)
    >>> series(claims)[["count_best", "standing", "change"]]
       count_best         standing     change
    0         745  superseded by b      first
    1        1383           stands  rise: 638
    """
    books = opened(claims, as_of)
    return remember(_series(books), books)


def _series(books: Books) -> pd.DataFrame:
    rows = told_once(books)
    keys = ["voice_name", "measure", "group_key", "place_key", "unit", "kind", "start", "scope"]
    rows = rows.sort_values(
        [*keys, "order", "first_known", "best"], na_position="first", kind="stable"
    )
    out = figures_of(books, rows)
    out["standing"] = standing_words(books.rows, rows)
    firm = rows[rows["weaker"] < 0]
    before = firm.groupby("scope")[["best", "high"]].shift(1).reindex(rows.index)
    step = rows["best"] - before["best"]
    first = before["best"].isna()
    bound = rows["qualifier"].isin(_OPEN_BELOW)
    words = plain(step.abs())
    out["change"] = np.select(
        [
            rows["weaker"] >= 0,
            rows["kind"] == Kind.DELTA,
            rows["current"]
            & rows.duplicated("scope")
            & rows["current"].groupby(rows["scope"]).transform("sum").gt(1),
            first,
            (step < 0) & bound,
            step < 0,
            step == 0,
        ],
        [
            "no new figure",
            "delta: one day's news, kept apart",
            "another figure of the same day: a correction, or a second event",
            "first",
            "a lower bound again, no fall",
            "revision: fell by " + words,
            "unchanged",
        ],
        default="rise: " + words,
    )
    return conform(out.reset_index(drop=True), SERIES)
