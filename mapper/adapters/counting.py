"""Figures of a source -> the bounds of claims, with the source's own cells beside them."""

from typing import Any

import pandas as pd

from mapper.adapters.rows import holds

__all__ = ["COLUMNS", "counted", "exact", "given"]

# Where each bound of a claim stands in the source: columns, divided by bars.
COLUMNS = "given_columns"


def given(
    low: "pd.Series[Any] | None" = None,
    best: "pd.Series[Any] | None" = None,
    high: "pd.Series[Any] | None" = None,
) -> dict[str, Any]:
    """Return given_low, given_best, given_high: the cells as the source has them, whatever order.

    And given_columns, the columns they stand in, for which the series are named (as `Rows` names
    them). By these the sums of a file can be had again from its claims, to the last death.

    >>> figure = given(best=pd.Series([7], dtype="Int64", name="fatalities"))
    >>> figure["given_best"].tolist(), figure["given_columns"]
    ([7], '|fatalities|')
    """
    bounds = {"low": low, "best": best, "high": high}
    columns = "|".join(
        "" if one is None or one.name is None else str(one.name) for one in bounds.values()
    )
    return {
        **{f"given_{end}": one for end, one in bounds.items() if one is not None},
        COLUMNS: columns,
    }


def exact(figure: "pd.Series[int]", *, rule: str) -> dict[str, Any]:
    """Return a single figure of a source as the bounds of claims: low, best and high are it.

    >>> figure = exact(pd.Series([7], dtype="Int64", name="fatalities"), rule="hapi")
    >>> figure["count_low"].tolist(), figure["qualifier"].tolist(), figure["given_columns"]
    ([7], ['exact'], '|fatalities|')
    """
    known = figure.notna()
    words = {
        name: pd.Series(word, index=figure.index, dtype="str")
        for name, word in (("qualifier", "exact"), ("count_rule", rule))
    }
    return {
        "count_low": figure,
        "count_best": figure,
        "count_high": figure,
        "qualifier": words["qualifier"].where(known, "unspecified"),
        "count_rule": words["count_rule"].where(known),
        **given(best=figure),
    }


def counted(
    low: "pd.Series[int] | None" = None,
    best: "pd.Series[int] | None" = None,
    high: "pd.Series[int] | None" = None,
    *,
    rule: str,
) -> dict[str, Any]:
    """Return count_low, count_best, count_high, qualifier and count_rule of a source's figures.

    Where low ≤ best ≤ high does not hold, best stays, and low and high are widened to hold all
    three; the rule says so, and the figures as they were given stay beside (see `given`). Equal
    bounds are exact, unlike bounds a range; what the source does not give stays null.

    >>> numbers = [pd.Series([value], dtype="Int64") for value in (9, 5, 7)]
    >>> figure = counted(*numbers, rule="ucdp")
    >>> [figure[name].tolist() for name in ("count_low", "count_best", "count_high", "count_rule")]
    [[5], [5], [9], ['ucdp:ordered']]
    >>> [figure[name].tolist() for name in ("given_low", "given_best", "given_high")]
    [[9], [5], [7]]
    """
    first = next(series for series in (low, best, high) if series is not None)
    nothing = pd.Series(pd.NA, index=first.index, dtype="Int64")
    least, middle, most = (nothing if one is None else one for one in (low, best, high))
    figures = pd.concat([least, middle, most], axis="columns")
    lowest, highest = figures.min(axis="columns"), figures.max(axis="columns")
    broken = holds(least > lowest) | holds(most < highest)
    least, most = least.mask(least.notna(), lowest), most.mask(most.notna(), highest)
    same = holds(least == most)
    has_low, has_high = least.notna(), most.notna()
    qualifier = pd.Series("unspecified", index=first.index, dtype="str")
    qualifier = qualifier.mask(has_low & ~has_high, "at_least").mask(has_high & ~has_low, "up_to")
    qualifier = qualifier.mask(has_low & has_high, "range").mask(same, "exact")
    rules = pd.Series(rule, index=first.index, dtype="str").mask(broken, f"{rule}:ordered")
    return {
        "count_low": least,
        # Equal bounds leave no other value for the best.
        "count_best": middle.fillna(least.where(same)),
        "count_high": most,
        "qualifier": qualifier,
        "count_rule": rules.where(has_low | has_high | middle.notna()),
        **given(low, best, high),
    }
