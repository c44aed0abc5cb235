"""Which accounts are near enough in space and time to be looked at together.

Points are put on a grid of days and cells; only neighbours meet. The work grows with the number of
accounts and of true neighbours, never with the square of the table.
"""

from itertools import product

import numpy as np
import pandas as pd

from mapper.reconciliation.columns import Floats, Ints

__all__ = ["crowd", "each_day", "measured", "neighbours", "same_spot"]

_EARTH_KM = 6371.0088
_KM_A_DEGREE = 111.195
# Longer spells are episodes; they meet others on their first and last day only.
_LONGEST_SPELL = 8
# A crowd is counted in three boxes of this width, and of these days, side by side.
_CROWD_KM, _CROWD_DAYS = 4.0, 20.0


def neighbours(spots: pd.DataFrame, reach_km: float, days: int) -> tuple[Ints, Ints]:
    """Return pairs of positions of points within reach of one another, each pair once.

    Parameters
    ----------
    spots : DataFrame
        ``lat``, ``lon`` (degrees), ``place_key`` (what is at one named place is within reach,
        wherever in it), ``start``, ``end`` (days, NaN unknown: never a neighbour).
    reach_km : float
        How far apart they may be.
    days : int
        Days between the end of one spell and the start of the other.

    Returns
    -------
    tuple of arrays
        Positions of the first and the second, first < second.

    Examples
    --------
    >>> spots = pd.DataFrame({"lat": [10.0, 10.01, 10.0], "lon": [20.0, 20.0, 20.0],
    ...                       "place_key": ["a", "b", "a"],
    ...                       "start": [5.0, 6.0, 9.0], "end": [5.0, 6.0, 9.0]})
    >>> [pair.tolist() for pair in neighbours(spots, reach_km=5, days=1)]
    [[0], [1]]
    """
    start = np.where(np.isnan(spots["start"]), spots["end"], spots["start"])
    end = np.where(np.isnan(spots["end"]), spots["start"], spots["end"])
    at, day = each_day(start, end, _LONGEST_SPELL)
    lat, lon = spots["lat"].to_numpy()[at], spots["lon"].to_numpy()[at]
    height = reach_km / _KM_A_DEGREE
    row = np.floor(lat / height).astype("int64")
    keys = _key(day, row, _cell(lon, row, height))
    order = np.argsort(keys, kind="stable")
    sorted_keys = keys[order]
    place = pd.factorize(spots["place_key"])[0]
    found = []
    # An account's own days meet the days of others up to ``days`` later; later ones meet it.
    for later in range(days + 1):
        for up in (-1, 0, 1):
            column = _cell(lon, row + up, height)
            for aside in (-1, 0, 1):
                wanted = _key(day + later, row + up, column + aside)
                first, second = (at[side] for side in _joined(wanted, sorted_keys, order))
                within = measured(spots, first, second) <= reach_km
                within |= place[first] == place[second]
                found.append((first[within], second[within]))
    first = np.concatenate([pair[0] for pair in found])
    second = np.concatenate([pair[1] for pair in found])
    return _once(first, second, len(spots))


def same_spot(spots: pd.DataFrame, days: int) -> tuple[Ints, Ints]:
    """Return pairs of accounts of one named place that start within some days of one another.

    Parameters
    ----------
    spots : DataFrame
        ``place_key`` (empty: nowhere, never a neighbour) and ``start`` (days, NaN unknown).
    days : int
        Days between the starts.
    """
    named = np.flatnonzero(((spots["place_key"] != "") & spots["start"].notna()).to_numpy())
    place = pd.factorize(spots["place_key"].to_numpy()[named])[0].astype("int64")
    day = spots["start"].to_numpy()[named].astype("int64")
    keys = _key(day, place, np.zeros_like(place))
    order = np.argsort(keys, kind="stable")
    found = [
        _joined(_key(day + later, place, np.zeros_like(place)), keys[order], order)
        for later in range(days + 1)
    ]
    first = np.concatenate([pair[0] for pair in found])
    second = np.concatenate([pair[1] for pair in found])
    return _once(named[first], named[second], len(spots))


def crowd(spots: pd.DataFrame, source: Ints, a: Ints, b: Ints) -> Floats:
    """Return for pairs how much else happened about them: where much did, two may be alike by chance.

    Parameters
    ----------
    spots : DataFrame
        ``spot``, ``lat``, ``lon``, ``start``.
    source : array of int
        Table or voice of each.
    a, b : array of int
        Positions.

    Returns
    -------
    array of float
        Geometric mean of how many accounts the other's source has within some 5 km and 30 days;
        0 for what is no spot or has no day.
    """
    if len(a) == 0:
        return np.zeros(0)
    known = (spots["spot"] & spots["lat"].notna() & spots["start"].notna()).to_numpy("bool")
    lat, lon, start = (
        spots[name].fillna(0.0).to_numpy("float64") for name in ("lat", "lon", "start")
    )
    height = _CROWD_KM / _KM_A_DEGREE
    row = np.floor(lat / height).astype("int64")
    spell = np.floor(start / _CROWD_DAYS).astype("int64")
    own = _of(_key(spell, row, _cell(lon, row, height)), source)
    some, number = np.unique(own[known], return_counts=True)
    sides = np.concatenate([a, b]), np.concatenate([source[b], source[a]])
    at, whose = sides[0], sides[1]
    total = np.zeros(len(at))
    for up, aside, later in product((-1, 0, 1), repeat=3):
        column = _cell(lon, row + up, height) + aside
        wanted = _of(_key(spell + later, row + up, column)[at], whose)
        place = np.minimum(np.searchsorted(some, wanted), max(len(some) - 1, 0))
        total += np.where(some[place] == wanted, number[place], 0) if len(some) else 0
    of_a, of_b = np.split(total, 2)
    out: Floats = np.where(known[a] & known[b], np.sqrt(of_a * of_b), 0.0)
    return out


def measured(spots: pd.DataFrame, a: Ints, b: Ints) -> Floats:
    """Return the km between the points of pairs on the earth as a ball, NaN where either has none.

    Parameters
    ----------
    spots : DataFrame
        ``lat``, ``lon`` (degrees).
    a, b : array of int
        Positions.
    """
    lat, lon = (np.radians(spots[name].to_numpy("float64")) for name in ("lat", "lon"))
    chord = np.sin((lat[b] - lat[a]) / 2) ** 2
    chord += np.cos(lat)[a] * np.cos(lat)[b] * np.sin((lon[b] - lon[a]) / 2) ** 2
    km: Floats = 2 * _EARTH_KM * np.arcsin(np.sqrt(np.clip(chord, 0, 1)))
    return km


def each_day(start: Floats, end: Floats, longest: int) -> tuple[Ints, Ints]:
    """Return positions and days: every day of spells up to a length, both ends of longer ones."""
    known = np.flatnonzero(~np.isnan(start))
    begin, last = start[known].astype("int64"), end[known].astype("int64")
    length = np.clip(last - begin + 1, 1, None)
    short = length <= longest
    times = np.where(short, length, 2)
    at = np.repeat(known, times)
    step = np.arange(len(at)) - np.repeat(np.cumsum(times) - times, times)
    stride = np.repeat(np.where(short, 1, length - 1), times)
    return at, np.repeat(begin, times) + step * stride


def _cell(lon: Floats, row: Ints, height: float) -> Ints:
    """Column of the grid: cells of a row are as wide as they are high, whatever the latitude."""
    width = height / np.maximum(np.cos(np.radians((row + 0.5) * height)), 0.01)
    around = np.maximum((360 / width).astype("int64"), 1)
    column: Ints = np.floor((lon + 180) / width).astype("int64") % around
    return column


def _key(day: Ints, row: Ints, column: Ints) -> Ints:
    """One number for a day and a cell; a rare clash is measured and thrown out later."""
    return ((day * 1_000_003) ^ row) * 1_000_033 ^ column


def _of(key: Ints, source: Ints) -> Ints:
    return key * 1_000_037 ^ source


def _joined(wanted: Ints, sorted_keys: Ints, order: Ints) -> tuple[Ints, Ints]:
    left = np.searchsorted(sorted_keys, wanted, side="left")
    count = np.searchsorted(sorted_keys, wanted, side="right") - left
    hit = np.flatnonzero(count)
    times = count[hit]
    step = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
    return np.repeat(hit, times), order[np.repeat(left[hit], times) + step]


def _once(first: Ints, second: Ints, number: int) -> tuple[Ints, Ints]:
    low, high = np.minimum(first, second), np.maximum(first, second)
    pairs = np.unique((low * number + high)[low != high])
    return pairs // max(number, 1), pairs % max(number, 1)
