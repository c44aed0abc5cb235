"""What the claims of some books tell of events, matched once for whoever asks."""

from dataclasses import dataclass

import pandas as pd

from mapper.reconciliation.books import Books
from mapper.reconciliation.linking.accounts import accounts, told_deaths
from mapper.reconciliation.linking.matching import Matching, matched

__all__ = ["Events", "events"]


@dataclass(frozen=True)
class Events:
    """The claims of deaths and injuries, their accounts, and which of these are of one event.

    Parameters
    ----------
    told : DataFrame
        The claims; see `told_deaths`.
    by_account : DataFrame
        The `accounts`.
    matching : Matching
        What became of them.
    """

    told: pd.DataFrame
    by_account: pd.DataFrame
    matching: Matching


def events(books: Books, distance_km: float, days: int) -> Events | None:
    """Return the events that claims tell of; ``None`` if they tell of none.

    The books keep the last answer: incidents and links are two views of one matching.

    Parameters
    ----------
    books : Books
        The books.
    distance_km, days : float, int
        The windows, as for `reconcile`.
    """
    windows = (float(distance_km), days)
    if windows not in books.known:
        told = told_deaths(books.rows)
        found = None
        if len(told):
            by_account = accounts(told)
            matching = matched(by_account, told, books.table, distance_km, days)
            found = Events(told, by_account, matching)
        books.known.clear()
        books.known[windows] = found
    out: Events | None = books.known[windows]
    return out
