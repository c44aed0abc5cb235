"""How alike two accounts are: place, days and figures, each with its reason."""

import re
from functools import cache

import numpy as np
import pandas as pd

from mapper.gazetteer.skeleton import skeletons
from mapper.model import Precision
from mapper.reconciliation.columns import Bools, Floats

__all__ = ["NEAR_KM", "Verdict", "compared"]

NEAR_KM = 25.0
_EARTH_KM = 6371.0088
# Spells whose lengths differ by more days than this are an episode against an event.
_EPISODE_DAYS = 3
# Figures that do not overlap can still be one count, if the smaller is at least half the larger.
_HALF = 0.5
_LEAST_SCORE = 0.6
# A figure that nobody gives says little for, and nothing against.
_UNKNOWN = 0.25
# One named doer in both tips the scale between accounts that are alike otherwise.
_SAME_DOER = 0.05
_NO_DOER = frozenset(
    [
        "the",
        "and",
        "of",
        "for",
        "led",
        "forces",
        "force",
        "military",
        "army",
        "armed",
        "regime",
        "government",
        "group",
        "groups",
        "air",
        "civilians",
        "unknown",
        "united",
        "other",
        "insurgents",
    ]
)
_DOERS = {
    "us": "usa",
    "american": "usa",
    "states": "usa",
    "coalition": "usa",
    "isil": "is",
    "isis": "is",
}


class Verdict:
    """Words for what a pair is; ``SAME`` may be merged, all others are kept apart with the reason."""

    SAME = "same"
    FAR = "too far apart"
    FIGURES = "figures that cannot be reconciled"
    GROUPS = "groups that exclude one another"
    EPISODE = "spells of unlike length, an episode against an event: for a person to review"
    AREA = "an area and a point"
    SUMMARY = "a summary that may tell single events again"
    WEAK = "not alike enough"


def compared(a: pd.DataFrame, b: pd.DataFrame, distance_km: float, days: int) -> pd.DataFrame:
    """Return the likeness of pairs of accounts.

    Parameters
    ----------
    a, b : DataFrame
        Accounts, row by row; see `mapper.reconciliation.accounts`.
    distance_km : float
        How far apart two settlements may be.
    days : int
        How many days may lie between.

    Returns
    -------
    DataFrame
        ``score`` (0 to 1), ``verdict``, ``km``, ``gap`` (days between, 0 if they overlap).
    """
    a, b = a.reset_index(drop=True), b.reset_index(drop=True)
    km = _distance(a, b)
    same_place = ((a["place_key"] == b["place_key"]) & (a["place_key"] != "")).to_numpy()
    same_name = _one_name(a, b)
    near = ((a["rank"] == Precision.NEAR.rank()) | (b["rank"] == Precision.NEAR.rank())).to_numpy()
    reach = np.where(near, np.maximum(NEAR_KM, distance_km), distance_km)
    # One name within three times the distance is one town: a city is wider than a village.
    reach = np.where(same_name, np.maximum(reach, 3 * distance_km), reach)
    apart = np.where(same_place, 0.0, km)
    place = np.where(
        same_place | same_name, 1 - 0.2 * apart / reach, 1 - 0.6 * apart / reach
    ) * np.where(near & ~same_place, 0.8, 1.0)
    gap = np.maximum(
        np.maximum(a["start"].to_numpy(), b["start"].to_numpy())
        - np.minimum(a["end"].to_numpy(), b["end"].to_numpy()),
        0.0,
    )
    shift = np.abs(a["start"].to_numpy() - b["start"].to_numpy())
    when = np.where(gap > 0, 0.55 - 0.1 * (gap - 1), np.where(shift == 0, 1.0, 0.85))
    figure, agree = _figures(a, b)
    score = 0.35 * place + 0.25 * when + 0.4 * figure + _SAME_DOER * _one_doer(a, b)
    score = np.minimum(score, 1.0)
    episode = _episode(a, b)
    verdict = np.select(
        [
            (a["spot"] != b["spot"]).to_numpy(),
            (a["summary"] | b["summary"]).to_numpy(),
            ~same_place & ~(apart <= reach) | ~(gap <= days),
            _excluded(a, b),
            ~agree,
            episode,
            score < _LEAST_SCORE,
        ],
        [
            Verdict.AREA,
            Verdict.SUMMARY,
            Verdict.FAR,
            Verdict.GROUPS,
            Verdict.FIGURES,
            Verdict.EPISODE,
            Verdict.WEAK,
        ],
        default=Verdict.SAME,
    )
    return pd.DataFrame({"score": score, "verdict": verdict, "km": km, "gap": gap})


def _episode(a: pd.DataFrame, b: pd.DataFrame) -> Bools:
    """Whether two spells are of unlike length, or only touch at their ends."""
    starts = np.stack([side["start"].to_numpy() for side in (a, b)])
    ends = np.stack([side["end"].to_numpy() for side in (a, b)])
    days = ends - starts + 1
    unlike = np.abs(days[0] - days[1]) > _EPISODE_DAYS
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


def _distance(a: pd.DataFrame, b: pd.DataFrame) -> Floats:
    lat_a, lon_a, lat_b, lon_b = (
        np.radians(side[name].to_numpy()) for side in (a, b) for name in ("lat", "lon")
    )
    chord = (
        np.sin((lat_b - lat_a) / 2) ** 2
        + np.cos(lat_a) * np.cos(lat_b) * np.sin((lon_b - lon_a) / 2) ** 2
    )
    km: Floats = 2 * _EARTH_KM * np.arcsin(np.sqrt(np.clip(chord, 0, 1)))
    return km


def _figures(a: pd.DataFrame, b: pd.DataFrame) -> tuple[Floats, Bools]:
    """Likeness of figures, 0 to 1, and whether they can be reconciled at all.

    Deaths are held against deaths and civilians against civilians, and across where one side tells
    only one of them: the best agreement counts. An unknown figure contradicts nothing.
    """
    best = np.full(len(a), np.nan)
    for one in ("deaths", "civilians"):
        for two in ("deaths", "civilians"):
            best = np.fmax(best, _overlap(a, b, one, two))
    hurt = _overlap(a, b, "injured", "injured")
    unknown = np.isnan(best)
    score = np.where(unknown, np.where(np.isnan(hurt), _UNKNOWN, 0.5 * hurt), best)
    score = np.where(~unknown & ~np.isnan(hurt), 0.85 * score + 0.15 * hurt, score)
    return score, unknown | (best >= 0.2)


def _overlap(a: pd.DataFrame, b: pd.DataFrame, one: str, two: str) -> Floats:
    low_a, best_a, high_a = (a[f"{one}_{end}"].to_numpy() for end in ("low", "best", "high"))
    low_b, best_b, high_b = (b[f"{two}_{end}"].to_numpy() for end in ("low", "best", "high"))
    most = np.fmax(best_a, best_b)
    centre = 1 - 0.5 * np.abs(best_a - best_b) / (most + 1)
    between = np.maximum(low_a, low_b) - np.minimum(high_a, high_b)
    ratio = (np.minimum(high_a, high_b) + 1) / (np.maximum(low_a, low_b) + 1)
    # None against some is no matter of counting.
    some = np.minimum(high_a, high_b) > 0
    close = some & ((ratio >= _HALF) | (between <= 2))
    apart = np.where(close, np.maximum(0.5 * ratio, 0.2), 0.0)
    return np.where(between <= 0, np.fmax(centre, 0.5), np.where(np.isnan(between), np.nan, apart))


def _one_name(a: pd.DataFrame, b: pd.DataFrame) -> Bools:
    """Whether the names of two places may be spellings of one: "Ar Raqqah", "Raqqa", "الرقة"."""
    pairs = pd.MultiIndex.from_arrays([a["name_key"], b["name_key"]])
    codes, distinct = pd.factorize(pairs)
    one = [
        bool(x) and bool(y) and (x == y or bool(set(skeletons(x)) & set(skeletons(y))))
        for x, y in distinct
    ]
    out: Bools = np.array(one, dtype="bool")[codes]
    return out


def _one_doer(a: pd.DataFrame, b: pd.DataFrame) -> Floats:
    """1 where both name one doer: "Government of Syria - insurgents", "Syrian Regime"; else 0."""
    pairs = pd.DataFrame({"a": a["actor"].to_numpy(), "b": b["actor"].to_numpy()})
    named = ((pairs["a"] != "") & (pairs["b"] != "")).to_numpy()
    out = np.zeros(len(pairs))
    if not named.any():
        return out
    codes, distinct = pd.factorize(pd.MultiIndex.from_frame(pairs[named]))
    shared = np.array([bool(_doers(one) & _doers(other)) for one, other in distinct])
    out[named] = shared[codes]
    return out


@cache
def _doers(words: str) -> frozenset[str]:
    tokens = re.findall(r"\w+", words.casefold())
    known = (_DOERS.get(token, token[:4]) for token in tokens if token not in _NO_DOER)
    return frozenset(known)


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
