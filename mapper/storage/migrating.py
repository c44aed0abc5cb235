"""What turns the tables of an older case into those of the next version of the schema.

A case says by which version it was written. Reading goes version by version up to the present one;
the first writing afterwards keeps a copy of the old file. Add a version here whenever a column gets
another meaning or goes; a new column alone is null in an old case, and still asks for a version, so
that an older program does not write over it.
"""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from mapper.schema import split

__all__ = ["MIGRATIONS", "SCHEMA_VERSION"]

SCHEMA_VERSION = 3

_Tables = dict[str, Any]


def _from_1(found: _Tables) -> _Tables:
    """Tell the day a figure counts to from the day by which it was known.

    Until version 1, ``as_of`` of series and totals was the day up to which a figure counts; since
    then that is ``counts_to``, and ``as_of`` the first day on which one of its claims was published.
    ``radius_km`` of claims and ``within`` of totals are new.
    """
    tables = dict(found)
    published = _published(tables.get("claims"))
    for name in ("series", "totals"):
        if name in tables and "as_of" in tables[name]:
            frame = tables[name].rename(columns={"as_of": "counts_to"})
            tables[name] = frame.assign(as_of=_known(frame, published))
    return tables


def _published(claims: Any) -> Any:
    if claims is None or not {"claim_id", "published"} <= set(claims.columns):
        return pd.Series(dtype="datetime64[s]")
    days = pd.to_datetime(claims["published"], format="ISO8601")
    return pd.Series(days.to_numpy(), index=claims["claim_id"]).groupby(level=0).min()


def _known(frame: Any, published: "pd.Series[Any]") -> Any:
    """Return the first day on which one of the claims of each figure was published."""
    ids = frame["claims"].map(split).explode()
    return ids.map(published).groupby(level=0).min().reindex(frame.index)


def _from_2(found: _Tables) -> _Tables:
    """Let the reasons stand as sentences: their codes are new, and come with the next reconciliation."""
    tables = dict(found)
    for name in ("incidents", "flows"):
        if name in tables:
            tables[name] = tables[name].assign(reason_codes=None)
    return tables


# version -> what turns the tables of that version into those of the next
MIGRATIONS: Mapping[int, Callable[[_Tables], _Tables]] = {1: _from_1, 2: _from_2}
