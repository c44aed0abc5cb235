"""What reports, and people, say of figures: this one tells that one again, replaces it, lies in it."""

import numpy as np
import pandas as pd

from mapper.reconciliation.columns import Ints
from mapper.schema import split

__all__ = ["replaced_by", "stated_links", "told_again"]


def stated_links(rows: pd.DataFrame, name: str) -> list[tuple[int, int]]:
    """Return rows, and the rows they name in ``contained_in``, ``same_as`` or ``supersedes``.

    Only claims that count are linked; a name nobody bears is passed over. What one relay says of a
    figure is said of it, whoever else passes it on: each row stands for the first that tells the same.
    """
    counts = rows["why_not"].isna()
    cells = rows.loc[(rows[f"stated_{name}"] != "") & counts, f"stated_{name}"]
    if cells.empty:
        return []
    names = cells.map(split).explode()
    counted = rows[counts].drop_duplicates("claim_id")
    at = names.map(pd.Series(counted.index, index=counted["claim_id"]))
    at = at.dropna()
    first = rows["teller"].to_numpy()
    links = dict.fromkeys(zip(first[at.index], first[at.astype("int64")], strict=True))
    return [(int(i), int(j)) for i, j in links if i != j]


def told_again(rows: pd.DataFrame) -> Ints:
    """Return for each row the row whose figure it tells again by its own word, -1 if none."""
    return _followed(rows, stated_links(rows, "same_as"))


def replaced_by(rows: pd.DataFrame) -> Ints:
    """Return for each row the row that replaces it by its own word, -1 if none."""
    return _followed(rows, [(old, new) for new, old in stated_links(rows, "supersedes")])


def _followed(rows: pd.DataFrame, links: list[tuple[int, int]]) -> Ints:
    """Follow links to their ends; one that would close a ring, or join unlike figures, is no link."""
    out: Ints = np.full(len(rows), -1, dtype="int64")
    if not links:
        return out
    known = rows[["measure", "unit", "sum"]].to_numpy()
    for one, other in links:
        end = other
        while out[end] >= 0:
            end = int(out[end])
        if out[one] < 0 and end != one and (known[one] == known[other]).all():
            out[one] = other
    for one, _ in links:
        while out[one] >= 0 and out[out[one]] >= 0:
            out[one] = out[out[one]]
    first = rows["teller"].to_numpy()
    return np.where(first >= 0, out[first], -1)
