"""Each voice's figures over time, and what it holds in all: never added across time or voices."""

import numpy as np
import pandas as pd

from mapper.model import Kind, Qualifier
from mapper.reconciliation.books import Books, opened
from mapper.reconciliation.columns import Ints, as_days, lists_by
from mapper.reconciliation.event_totals import event_totals
from mapper.reconciliation.ledger import in_series
from mapper.reconciliation.memory import remember
from mapper.reconciliation.parts import exceeding_groups, located
from mapper.reconciliation.standing import standing_words
from mapper.schema import SERIES, TOTALS, conform

__all__ = ["series", "totals"]

_RUNNING = (str(Kind.CUMULATIVE), str(Kind.STOCK))
# Figures compared with all of their place in one go: bounds the room that takes.
_AT_ONCE = 500
_A_SUM = "a published sum of events: it counts again what is told of single events there and then"
_OPEN_BELOW = (str(Qualifier.AT_LEAST), str(Qualifier.MORE_THAN), str(Qualifier.VAGUE))


def series(
    claims: pd.DataFrame | Books, *, as_of: str | pd.Timestamp | None = None
) -> pd.DataFrame:
    """Return every figure of every voice, in the order in which it was said.

    Parameters
    ----------
    claims : DataFrame or Books
        The claims table, or its books; see `opened`.
    as_of : str or Timestamp, optional
        What was known then: only what was published by this day.

    Returns
    -------
    DataFrame
        The series table, one row a figure however often it was told again. ``as_of`` is the day by
        which it was known (the first on which it was published), ``counts_to`` the day up to which
        it counts, as its source says; null if nobody knows. Beside the contract: ``unit``, ``kind``,
        ``place_name``, ``period_start``, ``period_end``, ``standing`` (stands, or superseded by
        which claim) and ``change`` (rise, fall as a revision, or a delta kept apart).

    Examples
    --------
    >>> from mapper.schema import CLAIMS, conform
    >>> said = {"voice": "SOHR", "measure": "killed", "kind": "cumulative", "unit": "person",
    ...         "qualifier": "exact", "group": "civilians", "place_words": "the coast",
    ...         "period_start": "2025-03-06"}
    >>> claims = conform(
    ...     [{**said, "claim_id": "a", "count_best": 745, "published": "2025-03-08"},
    ...      {**said, "claim_id": "b", "count_best": 1383, "published": "2025-03-12"}], CLAIMS)
    >>> series(claims)[["count_best", "standing", "change"]]
       count_best         standing     change
    0         745  superseded by b      first
    1        1383           stands  rise: 638
    """
    books = opened(claims, as_of)
    return remember(_series(books), books)


def totals(
    claims: pd.DataFrame | Books, *, as_of: str | pd.Timestamp | None = None
) -> pd.DataFrame:
    """Return what each voice holds in all: its total, the part located more finely, and the rest.

    A figure is listed if it is no part of a larger one of its voice and group, or if parts of it
    are located more finely; not if a later figure for a part of its area has outgrown it, and
    never one day's news (a delta). The single events of an event table are no totals: the table has
    one row a measure, their sum, which nobody published. Rows are never to be added: not across voices, not across rows of one voice.

    Parameters
    ----------
    claims : DataFrame or Books
        The claims table, or its books; see `opened`.
    as_of : str or Timestamp, optional
        What was known then: only what was published by this day.

    Returns
    -------
    DataFrame
        The totals table. Beside the contract: ``unit``, ``kind``, ``place_name``, ``within``
        (claim of the same voice that holds it), ``weaker`` (claims of its voice that say the same
        more vaguely: "hundreds" beside 745) and ``note`` (such as: parts exceed the whole).
    """
    books = opened(claims, as_of)
    return remember(_totals(books), books)


def _figures(books: Books, rows: pd.DataFrame) -> pd.DataFrame:
    """Columns that series and totals share, for the first claim of each telling."""
    cells = books.table.loc[rows.index]
    ids = books.rows.loc[books.rows["why_not"].isna(), ["telling", "claim_id"]]
    again = ids[ids["telling"].isin(rows["telling"])]
    claims = lists_by(again["telling"], again["claim_id"])
    return pd.DataFrame(
        {
            "voice": rows["voice_name"],
            "measure": rows["measure"],
            "group": rows["group"],
            "place_id": cells["place_id"],
            "as_of": as_days(rows["first_known"]),
            "counts_to": as_days(rows["up_to"]),
            "count_low": cells["count_low"],
            "count_best": cells["count_best"],
            "count_high": cells["count_high"],
            "claims": rows["telling"].map(claims),
            "unit": rows["unit"],
            "kind": rows["kind"],
            "qualifier": rows["qualifier"],
            "count_words": rows["count_words"],
            "place_name": rows["place_name"],
            "period_start": cells["period_start"],
            "period_end": cells["period_end"],
        }
    )


def _told(books: Books) -> pd.DataFrame:
    rows = books.rows
    return rows[rows["why_not"].isna() & (rows["same_as"] == rows["claim_id"]) & in_series(rows)]


def _series(books: Books) -> pd.DataFrame:
    rows = _told(books)
    keys = ["voice_name", "measure", "group_key", "place_key", "unit", "kind", "start", "scope"]
    rows = rows.sort_values(
        [*keys, "order", "first_known", "best"], na_position="first", kind="stable"
    )
    out = _figures(books, rows)
    out["standing"] = standing_words(books.rows, rows)
    firm = rows[rows["weaker"] < 0]
    before = firm.groupby("scope")[["best", "high"]].shift(1).reindex(rows.index)
    step = rows["best"] - before["best"]
    first = before["best"].isna()
    bound = rows["qualifier"].isin(_OPEN_BELOW)
    words = _plain(step.abs())
    out["change"] = np.select(
        [
            rows["weaker"] >= 0,
            rows["kind"] == Kind.DELTA,
            rows["current"]
            & rows.duplicated("scope")
            & rows["current"].groupby(rows["scope"]).transform("sum").gt(1),
            first,
            (step < 0) & bound,
            step < 0,
            step == 0,
        ],
        [
            "no new figure",
            "delta: one day's news, kept apart",
            "another figure of the same day: a correction, or a second event",
            "first",
            "a lower bound again, no fall",
            "revision: fell by " + words,
            "unchanged",
        ],
        default="rise: " + words,
    )
    return conform(out.reset_index(drop=True), SERIES)


def _totals(books: Books) -> pd.DataFrame:
    rows = _told(books)
    rows = rows[rows["current"] & rows["figured"]]
    parts = located(books, rows)
    outgrown = _outgrown(books, rows)
    by_group = exceeding_groups(rows)
    split = rows.index.isin(parts.index) | rows.index.isin(by_group.index)
    whole = _outermost(books, rows) | (split & rows["kind"].isin(_RUNNING))
    # One day's news is no total of anything.
    whole &= (rows["kind"] != Kind.DELTA) & ~rows.index.isin(outgrown)
    listed = rows[whole]
    keys = ["voice_name", "measure", "unit", "group_key", "best", "start", "place_key", "claim_id"]
    listed = listed.sort_values(keys, ascending=[key != "best" for key in keys], kind="stable")
    out = _figures(books, listed)
    found = parts.reindex(listed.index)
    out["located_low"], out["located_high"] = found["low"], found["high"].replace(np.inf, np.nan)
    has = found["low"].notna()
    rest_low = listed["low"] - found["high"]
    rest_high = listed["high"] - found["low"]
    beyond = found["low"] - listed["high"]
    fits = has & ~(beyond > 0)
    out["rest_low"] = rest_low.clip(lower=0).where(fits & np.isfinite(rest_low))
    out["rest_low"] = out["rest_low"].where(~(fits & (found["high"] == np.inf)), 0)
    out["rest_high"] = rest_high.clip(lower=0).replace(np.inf, np.nan).where(fits)
    id_of = books.rows["claim_id"]
    out["within"] = listed["parent"].map(id_of)
    out["parts"] = found["claims"]
    vague = books.rows[books.rows["weaker"] >= 0]
    more_exact = books.rows["telling"].loc[vague["weaker"]].to_numpy()
    said = lists_by(pd.Series(more_exact), vague["claim_id"].reset_index(drop=True))
    out["weaker"] = listed["telling"].map(said)
    note = pd.Series(None, index=listed.index, dtype="object")
    note = note.mask(~has, "no part of it is located more finely")
    groups = by_group.reindex(listed.index)
    note = note.mask(groups.notna(), "its parts by group exceed the whole by " + _plain(groups))
    note = note.mask(beyond > 0, "its parts exceed the whole by " + _plain(beyond))
    out["note"] = note.mask(listed["sum"], note.radd(_A_SUM + "; ").fillna(_A_SUM))
    of_tables = event_totals(books)
    if len(of_tables):
        out = pd.concat([out, of_tables]) if len(out) else of_tables
    return conform(out.reset_index(drop=True), TOTALS)


def _outermost(books: Books, rows: pd.DataFrame) -> "pd.Series[bool]":
    """Figures that no figure of the same group holds, however far up."""
    group = books.rows["group_key"]
    outer = pd.Series(True, index=rows.index)
    above = rows["parent"]
    while (above >= 0).any():
        held = above[above >= 0]
        same = group.loc[held].to_numpy() == group.loc[held.index].to_numpy()
        outer.loc[held.index[same]] = False
        above = pd.Series(books.rows["parent"].loc[held[~same]].to_numpy(), index=held.index[~same])
    return outer


def _outgrown(books: Books, rows: pd.DataFrame) -> "set[int]":
    """Wholes that are older, and smaller, than one of their own parts: they no longer stand.

    Rows of an event table are told apart by those who coded them, and none outgrows another. The
    others are compared group by group, so that a long table needs no more room than its largest.
    """
    keys = ["voice", "measure", "unit", "group_key", "ends_key"]
    columns = [*keys, "place_key", "order", "low", "best", "start"]
    rows = rows.loc[rows["row_key"].isna(), columns]
    held = rows.merge(books.pairs, on="place_key")
    held = pd.concat([held, rows.assign(holder_key=rows["place_key"])], ignore_index=True)
    # Only where something is larger and something later is there anything to compare.
    most = held.groupby([*keys, "holder_key"], sort=False)[["low", "order"]].max()
    there = most.reindex(pd.MultiIndex.from_frame(rows[[*keys, "place_key"]]))
    larger = there["low"].to_numpy() > rows["best"].to_numpy()
    rows = rows[larger & (there["order"].to_numpy() > rows["order"].to_numpy())]
    held = held[held["holder_key"].isin(rows["place_key"])]
    ends = [
        rows[[*keys, "place_key"]],
        held[[*keys, "holder_key"]].set_axis([*keys, "place_key"], axis=1),
    ]
    codes = pd.concat(ends, ignore_index=True).groupby([*keys, "place_key"], sort=False).ngroup()
    mine, theirs = codes.to_numpy()[: len(rows)], codes.to_numpy()[len(rows) :]
    by_group = np.argsort(theirs, kind="stable")
    figures = held[["order", "low", "start"]].to_numpy("float64")[by_group].T
    begins = np.searchsorted(theirs[by_group], mine, side="left")
    ends_at = np.searchsorted(theirs[by_group], mine, side="right")
    order, best, day = rows[["order", "best", "start"]].to_numpy("float64").T
    found: set[int] = set()
    for group in np.split(np.argsort(mine, kind="stable"), _starts(np.sort(mine))):
        if len(group) == 0:
            continue
        others = figures[:, begins[group[0]] : ends_at[group[0]], None]
        for start in range(0, len(group), _AT_ONCE):
            some = group[start : start + _AT_ONCE]
            newer = (
                (others[0] > order[some]) & (others[1] > best[some]) & (others[2] <= day[some] + 1)
            )
            found.update(rows.index[some[newer.any(axis=0)]])
    return found


def _starts(codes: Ints) -> Ints:
    """Where a new number begins in sorted numbers."""
    return np.flatnonzero(np.diff(codes)) + 1


def _plain(numbers: "pd.Series[float]") -> "pd.Series[str]":
    return numbers.map(lambda value: f"{int(value):,}" if np.isfinite(value) else "").astype("str")
