"""How alike two accounts are: what place, days, figures and doers say for one event.

What each says is a weight of evidence: the logarithm of how much likelier it is for two accounts of
one event than for those of two (Good, "Probability and the weighing of evidence", 1950). They add.
The weights are declared here, from what the two sources publish of their precision; none is fitted.
"""

from enum import StrEnum

import numpy as np
import pandas as pd

from mapper.reconciliation.columns import Bools, Floats, Ints
from mapper.reconciliation.linking.agreement import figures_agree
from mapper.reconciliation.linking.doers import one_doer
from mapper.reconciliation.linking.nearness import Nearness

__all__ = ["Verdict", "compared"]

# Spells whose lengths differ by more days than this are an episode against an event; those of one
# event in a table are days it may have been on, and a week of them is no episode.
_EPISODE_DAYS, _WEEK_OF_ONE = 3, 6
# What speaks for two accounts within the windows, where nothing else happened; where so many happened
# in the town in those weeks, half of it is left.
_WITHIN_WINDOWS, _CROWD = 4.3, 0.7
# Coordinates of one settlement differ by some 2 km between gazetteers; a town of one name is wider.
_SPREAD, _SPREAD_OF_NAME = 0.4, 0.8
_SPREAD_NEAR_KM = 10.0
_ONE_NAME, _OTHER_NAME, _NEAR = 1.0, -0.5, -1.0
# One account in ten has a day wrong by one; a spell of days says less than a day.
_DAY_BETWEEN, _DAY_MORE, _LENGTH = -1.8, -0.5, -0.7
_DOER = 0.8


class Verdict(StrEnum):
    """What a pair is; ``SAME`` may be merged, all others are kept apart for this reason."""

    SAME = "same"
    FAR = "far"
    FIGURES = "figures"
    GROUPS = "groups"
    EPISODE = "episode"
    AREA = "area"
    SUMMARY = "summary"
    RIVAL = "better"
    TIE = "tie"
    WEAK = "weak"


def compared(
    spots: pd.DataFrame,
    first: Ints,
    second: Ints,
    *,
    nearness: Nearness,
    distance_km: float,
    crowd: Floats,
) -> pd.DataFrame:
    """Return the likeness of pairs of accounts.

    Parameters
    ----------
    spots : DataFrame
        Accounts; see `mapper.reconciliation.linking.accounts`.
    first, second : array of int
        Positions of the two of each pair.
    nearness : Nearness
        How near they are.
    distance_km : float
        How far apart two settlements may be.
    crowd : array of float
        How many accounts of the other's table there are about each pair, in those weeks.

    Returns
    -------
    DataFrame
        ``evidence`` (natural logarithm of how much likelier one event is than two), ``verdict``,
        ``km``, ``gap`` (days between, 0 if they overlap).
    """
    a, b = (spots.iloc[at].reset_index(drop=True) for at in (first, second))
    figures, can_be_one = figures_agree(spots, first, second)
    is_near = nearness.near
    spread = np.where(nearness.same_name, _SPREAD_OF_NAME, _SPREAD) * distance_km
    spread = np.where(is_near, np.maximum(_SPREAD_NEAR_KM, spread), spread)
    place = np.where(nearness.same_name, _ONE_NAME, _OTHER_NAME)
    place += np.where(is_near & ~nearness.same_place, _NEAR, 0.0)
    # Coordinates are now and then far out: their error has a heavy tail.
    place -= np.log1p(np.nan_to_num(nearness.apart / spread) ** 2)
    evidence = (
        _WITHIN_WINDOWS
        - np.log1p(crowd / _CROWD)
        + place
        + nearness.quarter
        + _when(a, b, nearness.gap)
        + figures
        + _DOER * one_doer(a, b)
    )
    verdict = np.select(
        [
            (a["spot"] != b["spot"]).to_numpy(),
            (a["summary"] | b["summary"]).to_numpy(),
            ~nearness.within,
            _excluded(a, b),
            ~can_be_one,
            _episode(a, b),
        ],
        [
            str(verdict)
            for verdict in (
                Verdict.AREA,
                Verdict.SUMMARY,
                Verdict.FAR,
                Verdict.GROUPS,
                Verdict.FIGURES,
                Verdict.EPISODE,
            )
        ],
        default=str(Verdict.SAME),
    )
    return pd.DataFrame(
        {"evidence": evidence, "verdict": verdict, "km": nearness.km, "gap": nearness.gap}
    )


def _when(a: pd.DataFrame, b: pd.DataFrame, gap: Floats) -> Floats:
    days = np.maximum(*((side["end"] - side["start"]).to_numpy("float64") for side in (a, b))) + 1
    within = _LENGTH * np.log(np.maximum(np.nan_to_num(days, nan=1.0), 1.0))
    out: Floats = np.where(gap > 0, _DAY_BETWEEN + _DAY_MORE * (gap - 1), within)
    return out


def _episode(a: pd.DataFrame, b: pd.DataFrame) -> Bools:
    """Whether two spells are of unlike length, or only touch at their ends."""
    starts = np.stack([side["start"].to_numpy() for side in (a, b)])
    ends = np.stack([side["end"].to_numpy() for side in (a, b)])
    days = ends - starts + 1
    most = np.where(_longer_is_of_one(a, b, days), _WEEK_OF_ONE, _EPISODE_DAYS)
    unlike = np.abs(days[0] - days[1]) > most
    shared = ends.min(axis=0) - starts.max(axis=0) + 1
    within = shared >= days.min(axis=0)
    touching = (
        (days.max(axis=0) > 2) & ~within & (2 * shared < ends.max(axis=0) - starts.min(axis=0) + 1)
    )
    # A day alone against several is an uncertain date at a spot, but a part of the sum of an area.
    areal = ~(a["spot"] & b["spot"]).to_numpy()
    part = areal & (days.min(axis=0) == 1) & (days.max(axis=0) > 2)
    out: Bools = unlike | touching | part
    return out


def _longer_is_of_one(a: pd.DataFrame, b: pd.DataFrame, days: Floats) -> Bools:
    """Whether the longer spell is of a row that a table's coders hold for one event."""
    of_one = np.stack([(side["table_key"] != "") & ~side["summary"] for side in (a, b)])
    out: Bools = np.where(days[0] >= days[1], of_one[0], of_one[1]).astype("bool")
    return out


def _excluded(a: pd.DataFrame, b: pd.DataFrame) -> Bools:
    """Pairs of texts that count different people; a table's row counts everybody in the end."""
    texts = ((a["table_key"] == "") & (b["table_key"] == "")).to_numpy()
    out = np.zeros(len(a), dtype="bool")
    at = np.flatnonzero(texts)
    if len(at) == 0:
        return out
    areal = ~(a["spot"] & b["spot"]).to_numpy()[at]
    pairs = pd.MultiIndex.from_arrays([a["group_key"].iloc[at], b["group_key"].iloc[at]])
    number, _ = pd.factorize(pairs)
    _, first = np.unique(number, return_index=True)
    mine, theirs = (side["group_is"].to_numpy()[at][first] for side in (a, b))
    apart = np.array([m.excludes(t) for m, t in zip(mine, theirs, strict=True)], dtype="bool")
    unlike = np.array([m != t for m, t in zip(mine, theirs, strict=True)], dtype="bool")
    # Of an area, only figures of one and the same group are one thing.
    out[at] = apart[number] | (areal & unlike[number])
    return out
