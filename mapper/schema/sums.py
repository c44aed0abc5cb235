"""Published tables whose rows are sums of events, over an area and some days, and no events."""

import re

import pandas as pd

from mapper.model import Measure, Precision

__all__ = ["EVENT_TABLES", "are_sums"]

# Published tables in which one row is one event: their own coders have told the rows apart.
EVENT_TABLES = re.compile(r"^(?:ucdp|acled|gtd|airwars|timemap|atlos)", re.IGNORECASE)
_TABLES = ("hdx_acled", "hapi_conflict")
_HARM = tuple(map(str, (Measure.KILLED, Measure.INJURED, Measure.CASUALTIES, Measure.INCIDENTS)))
_AREAS = tuple(
    str(precision)
    for precision in (Precision.ADM3, Precision.ADM2, Precision.ADM1, Precision.COUNTRY)
)
_SCOPE = ["place_words", "place_id", "period_start", "period_end", "group"]
_NEEDED = ("report_id", "measure", "precision", *_SCOPE)


def are_sums(claims: pd.DataFrame) -> "pd.Series[bool]":
    """Return which claims are sums over an area and some days, as their source publishes them.

    Such a figure counts again what event tables, and reports, tell of the same area and days. Some
    tables are known to be of sums; another is one if each of its figures of events, and of those harmed, counts whole
    calendar months of an area, and each area's months once.

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
    schema = claims["source_schema"].astype("str").fillna("")
    sums = schema.isin(_TABLES)
    if not set(_NEEDED) <= set(claims):
        return sums
    others = (schema != "") & ~sums & ~schema.str.match(EVENT_TABLES)
    by_month = _by_the_month(claims[others].assign(source_schema=schema[others]))
    return sums | by_month.reindex(claims.index, fill_value=False)


def _by_the_month(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Return which rows are of tables that count by the month and area."""
    harm = rows[rows["measure"].isin(_HARM)]
    start, end = harm["period_start"], harm["period_end"]
    whole = start.dt.is_month_start & end.dt.is_month_end & harm["precision"].isin(_AREAS)
    once = ~harm.duplicated(["report_id", "source_schema", "measure", *_SCOPE], keep=False)
    of_table = [harm["report_id"].astype("str").fillna(""), harm["source_schema"]]
    by = (whole & once).groupby(of_table)
    found: pd.Series[bool] = by.transform("all") & (by.transform("size") > 1)
    return found
