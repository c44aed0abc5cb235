"""How well the figures of two accounts agree, and whether they can be one count at all."""

import numpy as np
import pandas as pd

from mapper.reconciliation.columns import Bools, Floats

__all__ = ["figures_agree"]

# Figures that do not overlap can still be one count, if the smaller is at least half the larger.
_HALF = 0.5
# Ranges that overlap are never further apart than this, on the scale of logarithms.
_OVERLAP = 0.5
_FARTHEST = 2.0
# That two counts are equal speaks for one event, the more so the rarer the number is: many events
# have one or two dead, few have thirty. Each doubling of the difference speaks against it.
_AGREED, _RARER, _UNEQUAL, _APART = 1.0, 0.5, 0.7, 3.0
_INJURED = 0.5


def figures_agree(a: pd.DataFrame, b: pd.DataFrame) -> tuple[Floats, Bools]:
    """Return what figures say for one event, in natural logarithms, and whether they can be one count.

    Deaths are held against deaths and civilians against civilians, and across where one side tells
    only one of them: the best agreement counts. An unknown figure says nothing, and contradicts
    nothing.

    Parameters
    ----------
    a, b : DataFrame
        Accounts, row by row: ``deaths_*``, ``civilians_*``, ``injured_*``.
    """
    distance, number = np.full(len(a), np.inf), np.ones(len(a))
    unknown, can_be = np.ones(len(a), dtype="bool"), np.zeros(len(a), dtype="bool")
    for one in ("deaths", "civilians"):
        for two in ("deaths", "civilians"):
            far, how_many, close = _held(a, b, one, two)
            known = ~np.isnan(far)
            nearer = known & (far < distance)
            distance, number = np.where(nearer, far, distance), np.where(nearer, how_many, number)
            unknown &= ~known
            can_be |= close
    said = _AGREED + _RARER * np.log1p(number) - _UNEQUAL * (distance > 0)
    evidence = np.where(unknown, 0.0, said - _APART * np.minimum(distance, _FARTHEST))
    hurt = np.nan_to_num(_held(a, b, "injured", "injured")[0], nan=_INJURED)
    return evidence + _INJURED - np.minimum(hurt, _FARTHEST), unknown | can_be


def _held(a: pd.DataFrame, b: pd.DataFrame, one: str, two: str) -> tuple[Floats, Floats, Bools]:
    """Return how far apart two figures are (NaN unknown), their number, and if they can be one."""
    low_a, best_a, high_a = (a[f"{one}_{end}"].to_numpy("float64") for end in _ENDS)
    low_b, best_b, high_b = (b[f"{two}_{end}"].to_numpy("float64") for end in _ENDS)
    between = np.maximum(low_a, low_b) - np.minimum(high_a, high_b)
    overlap = between <= 0
    low, high = _apart(low_a, low_b), _apart(high_a, high_b)
    # An open end says nothing of where it lies.
    far = np.where(np.isnan(high), low, np.where(np.isnan(low), high, (low + high) / 2))
    far = np.where(overlap, np.minimum(np.nan_to_num(far, nan=_OVERLAP), _OVERLAP), far)
    ratio = (np.minimum(high_a, high_b) + 1) / (np.maximum(low_a, low_b) + 1)
    # None against some is no matter of counting.
    some = np.minimum(high_a, high_b) > 0
    close: Bools = overlap | some & ((ratio >= _HALF) | (between <= 2))
    return np.where(np.isnan(between), np.nan, far), np.fmin(best_a, best_b), close


_ENDS = ("low", "best", "high")


def _apart(one: Floats, other: Floats) -> Floats:
    finite = np.isfinite(one) & np.isfinite(other)
    out = np.full(len(one), np.nan)
    out[finite] = np.abs(np.log((one[finite] + 1) / (other[finite] + 1)))
    return out
