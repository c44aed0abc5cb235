"""Adding figures, where that is allowed at all."""

import pandas as pd

from mapper.errors import UnlikeFiguresError
from mapper.model import Count, Kind, Qualifier
from mapper.reconciliation.books import opened
from mapper.reconciliation.words.wording import why_words

__all__ = ["added"]

_ALIKE = (
    ("measure", "what they count"),
    ("unit", "their units"),
    ("kind", "their kinds"),
    ("voice", "their voices"),
)
_RUNNING = (str(Kind.STOCK), str(Kind.CUMULATIVE))


def added(claims: pd.DataFrame) -> Count:
    """Return the sum of figures that may be added: alike, of one voice, and none inside another.

    Parameters
    ----------
    claims : DataFrame
        The claims to add; all of them are added, or none.

    Returns
    -------
    Count
        Bound by bound; what is unknown in one is unknown in the sum.

    Raises
    ------
    UnlikeFiguresError
        If two of them differ in measure, unit, kind or voice, if one supersedes, repeats or
        contains another, or if both are stocks, or running totals, of one place. The message names
        the two.

    Examples
    --------
    >>> from mapper.schema import CLAIMS, conform
    >>> said = {"measure": "displaced", "voice": "UNHCR", "kind": "cumulative", "count_best": 390}
    >>> claims = conform(
    ...     [{**said, "claim_id": "a", "unit": "household"}, {**said, "claim_id": "b", "unit": "person"}],
    ...     CLAIMS)
    >>> added(claims)
    Traceback (most recent call last):
    ...
    mapper.errors.UnlikeFiguresError: cannot add a and b: their units are household and person; ...
    """
    books = opened(claims)
    rows = books.rows
    for name, words in _ALIKE:
        values = rows[name].where(rows[name] != "", "unknown")
        other = values != values.iloc[0] if len(values) else values.astype("bool")
        if other.any():
            second = int(other.to_numpy().argmax())
            _refuse(rows, 0, second, f"{words} are {values.iloc[0]} and {values.iloc[second]}")
    _refuse_overlaps(rows)
    total = Count.exact(0)
    for row in books.table.itertuples():
        low, best, high = (
            None if pd.isna(n) else int(n) for n in (row.count_low, row.count_best, row.count_high)
        )
        total += Count(low, best, high, Qualifier.RANGE)
    return total


def _refuse_overlaps(rows: pd.DataFrame) -> None:
    for at, why in enumerate(rows["why_not"]):
        if isinstance(why, str):
            raise UnlikeFiguresError(f"cannot add {rows['claim_id'].iloc[at]}: {why}; leave it out")
    by_scope = rows[rows["scope"].duplicated(keep=False)]
    for _, group in by_scope.groupby("scope"):
        first, second = group.index[:2]
        same = rows["telling"][first] == rows["telling"][second]
        words = "tell one figure twice" if same else "are one series, in which the later supersedes"
        _refuse(rows, first, second, f"they {words}")
    parts = rows[rows["parent"] >= 0]
    for child, parent, because in zip(parts.index, parts["parent"], parts["because"], strict=True):
        _refuse(
            rows,
            child,
            parent,
            f"the first is a part of the second ({why_words(because)})",
        )
    running = rows[rows["kind"].isin(_RUNNING) & (rows["place_key"] != "")]
    alike = ["place_key", "group_key", "ends_key"]
    for _, group in running[running.duplicated(alike, keep=False)].groupby(alike):
        first, second = group.index[:2]
        _refuse(rows, first, second, f"both are {rows['kind'][first]} figures of one place")


def _refuse(rows: pd.DataFrame, first: int, second: int, why: str) -> None:
    names = rows["claim_id"]
    raise UnlikeFiguresError(
        f"cannot add {names[first]} and {names[second]}: {why}; "
        "add only figures of one voice, kind and unit that lie beside each other"
    )
