"""Which accounts of different voices or tables are of one event."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from mapper.reconciliation.blocking import neighbours, same_spot
from mapper.reconciliation.citing import citations
from mapper.reconciliation.columns import Ints
from mapper.reconciliation.likeness import NEAR_KM, Verdict, compared

__all__ = ["Matching", "matched"]

# A code that stands in a text by chance stands far away, or in another month.
_CITED_KM, _CITED_DAYS = 100.0, 14.0


@dataclass(frozen=True)
class Matching:
    """What became of the accounts.

    Parameters
    ----------
    incident : Series of int
        Index ``account``: the number of its incident.
    pairs : DataFrame
        ``a``, ``b`` (accounts), ``score``, ``verdict``, ``km``, ``gap``, ``merged``, ``cited``:
        every pair that was near enough to be weighed.
    """

    incident: "pd.Series[int]"
    pairs: pd.DataFrame


def matched(
    by_account: pd.DataFrame,
    told: pd.DataFrame,
    table: pd.DataFrame,
    distance_km: float,
    days: int,
) -> Matching:
    """Return which accounts are of one event.

    Best pairs first, each account joins one incident; within an incident every pair fits, and no
    table, and no voice, speaks twice. That is no chain: A like B and B like C do not join A and C.

    Parameters
    ----------
    by_account : DataFrame
        The `accounts`.
    told : DataFrame
        Their claims.
    table : DataFrame
        The claims table in the ledger's order.
    distance_km, days : float, int
        The windows.
    """
    spots = by_account.reset_index()
    pairs = _candidates(spots, told, table, distance_km, days)
    likeness = compared(spots.iloc[pairs["a"]], spots.iloc[pairs["b"]], distance_km, days)
    pairs = pd.concat([pairs, likeness], axis=1)
    near = ~(pairs["km"] > _CITED_KM) & (pairs["gap"] <= _CITED_DAYS)
    pairs["cited"] &= near
    pairs["good"] = pairs["cited"] | (pairs["verdict"] == Verdict.SAME)
    pairs["score"] += pairs["cited"].astype("float64")
    names = spots["claim_id"].to_numpy()
    pairs["name_a"], pairs["name_b"] = names[pairs["a"]], names[pairs["b"]]
    pairs = pairs.sort_values(
        ["score", "name_a", "name_b"], ascending=[False, True, True], kind="stable"
    )
    incident = _joined(pairs, spots)
    pairs["merged"] = incident[pairs["a"]] == incident[pairs["b"]]
    pairs["a"], pairs["b"] = (spots["account"].to_numpy()[pairs[side]] for side in ("a", "b"))
    number = pd.Series(spots["account"].to_numpy()[incident], index=by_account.index)
    return Matching(number, pairs.reset_index(drop=True))


def _candidates(
    spots: pd.DataFrame, told: pd.DataFrame, table: pd.DataFrame, distance_km: float, days: int
) -> pd.DataFrame:
    found = []
    placed = np.flatnonzero(spots["spot"].to_numpy())
    points = spots.iloc[placed]
    fine = ~points["near"].to_numpy()
    for some, reach in (
        (np.flatnonzero(fine), 3 * distance_km),
        (np.arange(len(placed)) if not fine.all() else np.empty(0, "int64"), NEAR_KM),
    ):
        if len(some):
            first, second = neighbours(points.iloc[some], reach, days)
            found.append((placed[some[first]], placed[some[second]]))
    elsewhere = np.flatnonzero(~spots["spot"].to_numpy())
    first, second = same_spot(spots.iloc[elsewhere], days)
    found.append((elsewhere[first], elsewhere[second]))
    a = np.concatenate([pair[0] for pair in found])
    b = np.concatenate([pair[1] for pair in found])
    position = pd.Series(np.arange(len(spots)), index=spots["account"])
    citing, cited = citations(told, table)
    frame = pd.DataFrame({"a": a, "b": b, "cited": False})
    frame = pd.concat(
        [
            pd.DataFrame(
                {"a": position[citing].to_numpy(), "b": position[cited].to_numpy(), "cited": True}
            ),
            frame,
        ]
    )
    low, high = frame[["a", "b"]].min(axis=1), frame[["a", "b"]].max(axis=1)
    frame = frame.assign(a=low, b=high).drop_duplicates(["a", "b"])
    return frame[_may_meet(frame, spots)].reset_index(drop=True)


def _may_meet(frame: pd.DataFrame, spots: pd.DataFrame) -> "pd.Series[bool]":
    """Two rows of one table were told apart by its own coders; a voice does not confirm itself."""
    a, b = spots.iloc[frame["a"]], spots.iloc[frame["b"]]
    one_table = (a["table_key"].to_numpy() == b["table_key"].to_numpy()) & (
        a["table_key"].to_numpy() != ""
    )
    one_voice = (a["voice"].to_numpy() == b["voice"].to_numpy()) & (a["voice"].to_numpy() != "")
    return pd.Series(~one_table & ~one_voice, index=frame.index)


def _joined(pairs: pd.DataFrame, spots: pd.DataFrame) -> Ints:
    good = pairs[pairs["good"]]
    fitting = set(zip(good["a"], good["b"], strict=True))
    tables, voices = spots["table_key"].to_numpy(), spots["voice"].to_numpy()
    member_of = np.arange(len(spots))
    members: dict[int, list[int]] = {}
    for a, b in zip(good["a"], good["b"], strict=True):
        mine, theirs = member_of[a], member_of[b]
        if mine == theirs:
            continue
        ours, others = members.get(mine, [int(mine)]), members.get(theirs, [int(theirs)])
        if all(
            _together(x, y, tables, voices) and (min(x, y), max(x, y)) in fitting
            for x in ours
            for y in others
        ):
            members[mine] = ours + others
            members.pop(theirs, None)
            for one in others:
                member_of[one] = mine
    return member_of


def _together(x: int, y: int, tables: Ints, voices: Ints) -> bool:
    one_table = tables[x] == tables[y] and tables[x] != ""
    return not one_table and not (voices[x] == voices[y] and voices[x] != "")
