"""Published tables whose rows are sums of events, over an area and some days, and no events."""

import pandas as pd

__all__ = ["are_sums"]

_TABLES = ("hdx_acled", "hapi_conflict")


def are_sums(claims: pd.DataFrame) -> "pd.Series[bool]":
    """Return which claims are sums over an area and some days, as their source publishes them.

    Such a figure counts again what event tables, and reports, tell of the same area and days.

    Parameters
    ----------
    claims : DataFrame
        The claims table.

    Examples
    --------
    >>> are_sums(pd.DataFrame({"source_schema": ["hdx_acled", "acled", None]})).tolist()
    [True, False, False]
    """
    if "source_schema" not in claims:
        return pd.Series(data=False, index=claims.index)
    return claims["source_schema"].isin(_TABLES)
