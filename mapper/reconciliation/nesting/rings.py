"""What is a part of what must never lead back to itself, also where voices contradict each other."""

import numpy as np
import pandas as pd

from mapper.reconciliation.columns import Bools, Ints

__all__ = ["followed", "without_rings"]


def followed(links: Ints) -> tuple[Ints, Bools]:
    """Return where each link leads in the end, -1 where there is none, and which lead round a ring.

    Parameters
    ----------
    links : array of int, shape (n,)
        For each row the row that it leads to, -1 if to none.

    Examples
    --------
    >>> ends, ring = followed(np.array([1, 2, -1, 4, 3]))
    >>> ends[~ring].tolist(), ring.tolist()
    ([2, 2, -1], [False, False, False, True, True])
    """
    end = np.where(links >= 0, links, np.arange(len(links)))
    for _ in range(len(links).bit_length()):
        end = end[end]
    return np.where(links >= 0, end, -1), links[end] >= 0


def without_rings(links: pd.DataFrame) -> pd.DataFrame:
    """Return the links of parts to their wholes without those that close a ring.

    Two voices may hold opposite views of which of two things lies in the other. Of a ring the least
    sure links go, and all of one sureness together, so that the order of the rows decides nothing.

    Parameters
    ----------
    links : DataFrame
        ``part``, ``whole`` and ``rank``, 0 for the surest.

    Examples
    --------
    >>> links = pd.DataFrame({"part": [1, 2, 3], "whole": [2, 1, 1], "rank": [0, 2, 2]})
    >>> without_rings(links)["part"].tolist()
    [1, 3]
    """
    for rank in sorted(links["rank"].unique(), reverse=True):
        ring = _in_rings(links)
        if not ring.any():
            break
        links = links[~(ring & (links["rank"] == rank))]
    return links


def _in_rings(links: pd.DataFrame) -> "pd.Series[bool]":
    """Return which links are in a ring, or lead from one ring to another."""
    left = links
    while True:
        inner = left[left["part"].isin(left["whole"]) & left["whole"].isin(left["part"])]
        if len(inner) == len(left):
            return pd.Series(links.index.isin(left.index), index=links.index)
        left = inner
