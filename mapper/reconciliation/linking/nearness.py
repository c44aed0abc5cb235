"""Which accounts are near enough, by coordinates and names of places, to be weighed at all.

Far more accounts lie side by side on a map than are alike; what is too far is put away before anything
costly is asked of it.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from mapper.model import Precision
from mapper.reconciliation.columns import Bools, Floats, Ints
from mapper.reconciliation.linking.blocking import measured
from mapper.reconciliation.linking.naming import named

__all__ = ["NEAR_KM", "Nearness", "nearness", "widest_reach"]

NEAR_KM = 25.0
# One name within three times the distance is one town: a city is wider than a village.
_WIDER_BY_NAME = 3


@dataclass(frozen=True)
class Nearness:
    """How near the two of each pair are.

    Parameters
    ----------
    km : array of float
        Between their points, NaN where either has none.
    apart : array of float
        The same, 0 for one named place.
    gap : array of float
        Days between their spells, 0 if they overlap.
    same_place, same_name, near : array of bool
        Whether they are at one named place, in a place of one name, and whether either is only near
        its place.
    quarter : array of float
        What neighbourhoods say for one event, in natural logarithms.
    within : array of bool
        Whether they lie within the windows.
    """

    km: Floats
    apart: Floats
    gap: Floats
    same_place: Bools
    same_name: Bools
    near: Bools
    quarter: Floats
    within: Bools

    def of(self, kept: Bools) -> "Nearness":
        """Return the same of some of the pairs."""
        return Nearness(*(column[kept] for column in vars(self).values()))


def widest_reach(distance_km: float) -> float:
    """Return how far apart, in km, two settlements may be that are weighed."""
    return _WIDER_BY_NAME * distance_km


def nearness(spots: pd.DataFrame, a: Ints, b: Ints, *, distance_km: float, days: int) -> Nearness:
    """Return how near the two of each pair are.

    Parameters
    ----------
    spots : DataFrame
        Accounts; see `mapper.reconciliation.linking.accounts`.
    a, b : array of int
        Positions of the two of each pair.
    distance_km, days : float, int
        The windows.
    """
    place = pd.factorize(spots["place_key"])[0]
    same_place = (place[a] == place[b]) & (spots["place_key"] != "").to_numpy("bool")[a]
    km = measured(spots, a, b)
    apart = np.where(same_place, 0.0, km)
    names = named(spots, a, b)
    same_name = same_place | names.one_name
    only_near = (spots["rank"] == Precision.NEAR.rank()).to_numpy("bool")
    near = only_near[a] | only_near[b]
    reach = np.where(near, np.maximum(NEAR_KM, distance_km), distance_km)
    reach = np.where(same_name, np.maximum(reach, widest_reach(distance_km)), reach)
    start, end = (spots[name].to_numpy("float64") for name in ("start", "end"))
    gap = np.maximum(np.maximum(start[a], start[b]) - np.minimum(end[a], end[b]), 0.0)
    within = (same_place | (apart <= reach)) & (gap <= days)
    return Nearness(km, apart, gap, same_place, same_name, near, names.quarter, within)
