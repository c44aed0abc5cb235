"""What the voices say of one place side by side, and how far they are apart."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from mapper.errors import InputError
from mapper.model import Kind
from mapper.reconciliation.books import Books, opened
from mapper.reconciliation.columns import Bools, Floats, Ints, as_days, text_of
from mapper.reconciliation.figures import outgrown
from mapper.reconciliation.groups import group_of
from mapper.reconciliation.standing import standing_words
from mapper.schema import split

__all__ = ["Disagreement", "disagreement"]


class Disagreement(NamedTuple):
    """One row a voice, the envelope of those that may stand on one axis, and what to note."""

    voices: pd.DataFrame
    low: int | None
    high: int | None
    notes: tuple[str, ...]


def disagreement(
    claims: pd.DataFrame | Books,
    place: str,
    *,
    measure: str = "killed",
    group: str | None = None,
    start: str | None = None,
    end: str | None = None,
    as_of: str | None = None,
) -> Disagreement:
    """Return what each voice says of one place and spell, and the envelope.

    Parameters
    ----------
    claims : DataFrame or Books
        The claims table, or its books.
    place : str
        A place id, or a name as it stands in ``place_name`` or ``place_words``.
    measure : str
        What is counted.
    group : str, optional
        The people counted, in words. Without it, the group most voices speak of.
    start, end : str, optional
        Only figures whose days lie in this spell, both ends included.
    as_of : str, optional
        Only what was published by this day.

    Returns
    -------
    Disagreement
        ``voices``: one row a voice's current figure: voice, group, low, best, high, as_of, counts_to,
        qualifier, status (stands or superseded), ``comparable`` and ``note``. ``low`` and ``high``:
        smallest low and largest high of the comparable figures that stand, but for running totals
        that a later one has passed (see `outgrown`); high is ``None`` if one is open. ``notes``: which populations differ, and that no total of several voices is
        anybody's.

    Raises
    ------
    InputError
        If nobody says anything of the place.

    Examples
    --------
    >>> from mapper.schema import CLAIMS, conform
    >>> said = {"measure": "killed", "kind": "cumulative", "unit": "person", "qualifier": "exact",
    ...         "group": "civilians", "place_words": "Sampletown", "period_start": "2025-03-06"}
    >>> claims = conform(
    ...     [{**said, "claim_id": "a", "voice": "SOHR", "count_best": 683},
    ...      {**said, "claim_id": "b", "voice": "SCM", "count_best": 732}], CLAIMS)
    >>> shown = disagreement(claims, "Sampletown")
    >>> (shown.low, shown.high)
    (683, 732)
    """
    books = opened(claims, as_of)
    rows = books.rows[
        _of_place(books, place)
        & (books.rows["measure"] == measure)
        & books.rows["why_not"].isna()
        & books.rows["figured"]
        & (books.rows["same_as"] == books.rows["claim_id"])
    ]
    table = books.table.loc[rows.index]
    if start is not None:
        rows = rows[(table["period_start"] >= pd.Timestamp(start)).to_numpy()]
    if end is not None:
        last = books.table.loc[rows.index, "period_end"]
        rows = rows[(last.isna() | (last <= pd.Timestamp(end))).to_numpy()]
    if rows.empty:
        raise InputError(f"nobody says how many were {measure} in {place!r}; look at place_name")
    key = group_of(group).key if group is not None else _commonest(rows)
    out = pd.DataFrame(
        {
            "voice": rows["voice_name"],
            "group": rows["group"],
            "low": rows["low"].astype("Int64"),
            "best": rows["best"].astype("Int64"),
            "high": rows["high"].replace(np.inf, np.nan).astype("Int64"),
            "as_of": as_days(rows["first_known"]),
            "counts_to": as_days(rows["up_to"]),
            "kind": rows["kind"],
            "qualifier": rows["qualifier"],
            "status": standing_words(books.rows, rows),
            "claim_id": rows["claim_id"],
        }
    )
    same = (rows["group_key"] == key) & (rows["kind"] != Kind.DELTA)
    inside = _inside_another(rows[same])
    words = group_of(group).key if group is not None else key
    out["comparable"] = same & ~rows.index.isin(inside)
    out["note"] = np.where(
        same,
        np.where(rows.index.isin(inside), "a part of another figure of this voice", ""),
        f"counts other people, or another kind, than “{words or 'everybody'}”: not on one axis",
    )
    standing = rows[out["comparable"] & rows["current"]]
    out = out.sort_values(["comparable", "voice", "as_of"], ascending=[False, True, True])
    return Disagreement(out.reset_index(drop=True), *_envelope(standing), _notes(rows, same))


def _of_place(books: Books, place: str) -> Bools:
    ids = text_of(books.table["place_id"])
    named = (ids == place) | (books.rows["place_name"] == place)
    words = text_of(books.table["place_words"])
    named |= words.str.casefold() == place.casefold()
    single = words.str.contains("|", regex=False)
    named |= single & words.map(lambda cell: sorted(split(cell)) == sorted(place.split("|")))
    keys = books.rows.loc[named & (books.rows["place_key"] != ""), "place_key"].unique()
    found: Bools = (named | books.rows["place_key"].isin(keys)).to_numpy()
    return found


def _inside_another(rows: pd.DataFrame) -> list[int]:
    """Figures whose days lie inside the days of a figure of their own voice: one day of many.

    Of all that began no later, the one that reaches furthest holds a spell, if any does; what is of
    the same scope, or of the very same days, does not.
    """
    spans = pd.DataFrame(
        {
            "voice": rows["voice"],
            "start": rows["start"].fillna(-np.inf),
            "end": rows["end"].fillna(rows["counts_to"]).fillna(rows["known"]).fillna(np.inf),
            "scope": rows["scope"],
            "whole": rows["current"],
        }
    )
    found: set[int] = set()
    for _, some in spans.groupby("voice", sort=False):
        wholes = some[some["whole"]].sort_values(["start", "end"], ascending=[True, False])
        found.update(_held(some, wholes))
    return sorted(found)


def _held(some: pd.DataFrame, wholes: pd.DataFrame) -> list[int]:
    """Return which spells another holds that is longer, and of another scope."""
    if wholes.empty:
        return []
    begins, ends = wholes["start"].to_numpy("float64"), wholes["end"].to_numpy("float64")
    scope = wholes["scope"].to_numpy("int64")
    start, end = some["start"].to_numpy("float64"), some["end"].to_numpy("float64")
    # The furthest end so far, and the furthest of any other scope than that one's.
    first, of_scope, second = _furthest(ends, scope)
    inside = np.zeros(len(some), dtype="bool")
    closed = np.isfinite(start) & np.isfinite(end)
    for strictly in (False, True):
        # A longer spell begins earlier and ends no sooner, or begins no later and ends later.
        at = np.searchsorted(begins, start, side="left" if strictly else "right") - 1
        known = at >= 0
        reach = np.where(of_scope[at] == some["scope"].to_numpy("int64"), second[at], first[at])
        inside |= known & ((reach >= end) if strictly else (reach > end))
    return [int(row) for row in some.index[inside & closed]]


def _furthest(ends: Floats, scope: Ints) -> tuple[Floats, Ints, Floats]:
    """Return, up to each spell, the furthest end, its scope, and the furthest of another scope."""
    first, of_scope = np.full(len(ends), -np.inf), np.full(len(ends), -1, dtype="int64")
    second = np.full(len(ends), -np.inf)
    best, whose, other = -np.inf, -1, -np.inf
    for at, (end, mine) in enumerate(zip(ends, scope, strict=True)):
        if mine == whose:
            best = max(best, end)
        elif end > best:
            best, whose, other = end, mine, best
        else:
            other = max(other, end)
        first[at], of_scope[at], second[at] = best, whose, other
    return first, of_scope, second


def _commonest(rows: pd.DataFrame) -> str:
    voices = rows[rows["current"]].groupby("group_key")["voice"].nunique()
    return str(voices.sort_index().idxmax())


def _envelope(rows: pd.DataFrame) -> tuple[int | None, int | None]:
    free = rows[~rows["party"]].assign(incident=0)
    passed = outgrown(free).reindex(rows.index, fill_value=False)
    free = rows[~rows["party"] & ~passed]
    low, high = free["low"].min(), rows.loc[~passed | np.isfinite(rows["high"]), "high"].max()
    return (
        None if pd.isna(low) else int(low),
        None if pd.isna(high) or np.isinf(high) else int(high),
    )


def _notes(rows: pd.DataFrame, same: "pd.Series[bool]") -> tuple[str, ...]:
    notes = []
    others = rows[~same]
    if len(others):
        groups = ", ".join(sorted({g or "everybody" for g in others["group"]}))
        notes.append(f"figures of other populations stand apart: {groups}")
    if len(set(rows.loc[same, "voice"])) > 1:
        notes.append("low and high are of different voices; a sum of them is nobody's figure")
    return tuple(notes)
