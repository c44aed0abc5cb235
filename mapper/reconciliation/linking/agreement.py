"""How well the figures of two accounts agree, and whether they can be one count at all."""

import numpy as np
import pandas as pd

from mapper.reconciliation.columns import Bools, Floats, Ints

__all__ = ["figures_agree"]

# Figures that do not overlap can still be one count, if the smaller is at least half the larger.
_HALF = 0.5
# Ranges that overlap are never further apart than this, on the scale of logarithms.
_OVERLAP = 0.5
_FARTHEST = 2.0
# Each doubling of the difference between two counts speaks against one event.
_AGREED, _RARER, _UNEQUAL, _APART = 1.0, 0.5, 0.7, 3.0
# Two accounts of one event give the very same bounds this often; those of two only by chance.
_SAME_BOUNDS, _MOST = 0.4, 4.5
# What is known of how common figures are, before the tables themselves are looked at: so many rows.
_ROWS_BEFORE = 20.0
_INJURED = 0.5
_ENDS = ("low", "best", "high")


def figures_agree(spots: pd.DataFrame, a: Ints, b: Ints) -> tuple[Floats, Bools]:
    """Return what figures say for one event, in natural logarithms, and whether they can be one count.

    Deaths are held against deaths and civilians against civilians, and across where one side tells
    only one of them: the best agreement counts. That two counts are the same says the more the rarer
    they are: many events have one or two dead, few have 17 to 23. An unknown figure says nothing, and
    contradicts nothing.

    Parameters
    ----------
    spots : DataFrame
        Accounts: ``deaths_*``, ``civilians_*``, ``injured_*``.
    a, b : array of int
        Positions of the first and the second of each pair.
    """
    distance, number = np.full(len(a), np.inf), np.ones(len(a))
    unknown, can_be = np.ones(len(a), dtype="bool"), np.zeros(len(a), dtype="bool")
    same = np.full(len(a), -np.inf)
    for one in ("deaths", "civilians"):
        rarity = _rarity(spots, one)
        for two in ("deaths", "civilians"):
            first, second = _bounds(spots, one, a), _bounds(spots, two, b)
            far, how_many, close = _held(first, second)
            known = ~np.isnan(far)
            nearer = known & (far < distance)
            distance, number = np.where(nearer, far, distance), np.where(nearer, how_many, number)
            unknown &= ~known
            can_be |= close
            same = np.maximum(same, np.where(known & (far == 0), rarity[a], -np.inf))
    said = _AGREED + _RARER * np.log1p(number) - _UNEQUAL * (distance > 0)
    said -= _APART * np.minimum(distance, _FARTHEST)
    evidence = np.where(unknown, 0.0, np.where(np.isfinite(same), same, said))
    hurt = _held(_bounds(spots, "injured", a), _bounds(spots, "injured", b))[0]
    hurt = np.nan_to_num(hurt, nan=_INJURED)
    return evidence + _INJURED - np.minimum(hurt, _FARTHEST), unknown | can_be


def _rarity(spots: pd.DataFrame, name: str) -> Floats:
    """Return for each account how much it says that another gives the very same least and most."""
    low, high = (spots[f"{name}_{end}"].to_numpy("float64") for end in ("low", "high"))
    number, _ = pd.factorize(pd.MultiIndex.from_arrays([low, high]))
    known = ~np.isnan(low)
    others = np.bincount(number[known], minlength=number.max(initial=0) + 1)[number] - 1.0
    # One in (n + 1)(n + 2) events has n dead; half of the time the most is the least.
    least = np.nan_to_num(low)
    before = 0.5 / ((least + 1) * (least + 2)) / np.where(high > low, 1 + least / 2, 1.0)
    share = (others + _ROWS_BEFORE * before) / (known.sum() + _ROWS_BEFORE)
    out: Floats = np.minimum(np.log(_SAME_BOUNDS / np.clip(share, 1e-9, 1.0)), _MOST)
    return out


def _bounds(spots: pd.DataFrame, name: str, at: Ints) -> tuple[Floats, Floats, Floats]:
    low, best, high = (spots[f"{name}_{end}"].to_numpy("float64")[at] for end in _ENDS)
    return low, best, high


def _held(
    one: tuple[Floats, Floats, Floats], other: tuple[Floats, Floats, Floats]
) -> tuple[Floats, Floats, Bools]:
    """Return how far apart two figures are (NaN unknown), their number, and if they can be one."""
    (low_a, best_a, high_a), (low_b, best_b, high_b) = one, other
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


def _apart(one: Floats, other: Floats) -> Floats:
    finite = np.isfinite(one) & np.isfinite(other)
    out = np.full(len(one), np.nan)
    out[finite] = np.abs(np.log((one[finite] + 1) / (other[finite] + 1)))
    return out
