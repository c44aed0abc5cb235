"""Claims -> incidents: what happened, the claims it rests on, and the figures by a declared rule."""

from collections.abc import Sequence
from itertools import product

import geopandas as gpd
import numpy as np
import pandas as pd

from mapper.errors import InputError
from mapper.model import Precision
from mapper.reconciliation.books import Books, opened
from mapper.reconciliation.columns import as_days, lists_by, stable_ids
from mapper.reconciliation.events import events
from mapper.reconciliation.figures import Choice, figures
from mapper.reconciliation.grading import grades
from mapper.reconciliation.linking.accounts import one_a_table
from mapper.reconciliation.linking.matching import Matching
from mapper.reconciliation.memory import remember
from mapper.reconciliation.nesting.rings import without_rings
from mapper.reconciliation.revisions import regraded
from mapper.reconciliation.words.reasons import (
    add_reasons,
    pair_reasons,
    passed_reasons,
    standing_reasons,
)
from mapper.reconciliation.words.titles import titles
from mapper.schema import CRS, INCIDENTS, conform

__all__ = ["reconcile", "windows"]

_VOICES_NAMED = 10
_PRECISIONS = np.array([str(precision) for precision in Precision], dtype="object")


def reconcile(
    claims: pd.DataFrame | Books,
    *,
    rule: str = "ladder",
    voice: str = "",
    distance_km: float = 5.0,
    days: int = 1,
    log: pd.DataFrame | None = None,
) -> gpd.GeoDataFrame:
    """Return the incidents that claims of deaths and injuries speak of.

    Claims of one voice for one scope are one account of which the latest figure stands. A part is
    linked to its whole by ``contained_in`` and never added to it.

    Parameters
    ----------
    claims : DataFrame, GeoDataFrame or Books
        The claims table, EPSG:4326, or its books; see `opened`.
    rule : str
        How the best figure is chosen: ``ladder`` (default), ``lowest``, ``voice`` or ``envelope``;
        printed in the column ``rule``.
    voice : str
        The voice to follow with ``rule="voice"``, under any of its names.
    distance_km : float
        How far apart, in kilometres, two settlements may be and still be one scene.
    days : int
        How many days may lie between two accounts of one event.
    log : DataFrame, optional
        People's decisions and retractions, replayed first; see `decide`.

    Returns
    -------
    GeoDataFrame
        The incidents table: deaths and injured in people, null where unknown, ``deaths_high`` null
        where open; geometry EPSG:4326.

    Raises
    ------
    InputError
        If the rule is unknown, or the voice to follow says nothing here.

    Examples
    --------
    >>> from mapper.schema import CLAIMS, conform
    >>> claims = conform(
    ...     [{"claim_id": "a", "voice": "SOHR", "measure": "killed", "count_best": 7,
    ...       "qualifier": "exact", "place_words": "Sampletown", "period_start": "2025-03-07",
    ...       "period_end": "2025-03-07"}], CLAIMS)
    >>> reconcile(claims)[["deaths_best", "voices", "grade"]]
       deaths_best voices grade
    0            7   SOHR  weak
    """
    choice = Choice.of(rule, voice)
    books = opened(claims, log=log)
    found = events(books, distance_km, days)
    if found is None:
        return remember(conform([], INCIDENTS), books)
    _refuse_silent_voice(choice, voice, found.told)
    matching = found.matching
    told = found.told.assign(incident=found.told["account"].map(matching.incident))
    by_account = found.by_account.assign(incident=matching.incident)
    told["independent"] = _independent(told, matching)
    said = pd.concat([standing_reasons(books.rows, told), pair_reasons(matching, by_account)])
    table = _table(books, told, by_account, said, choice)
    return remember(regraded(table, books.log), books)


def windows(
    claims: pd.DataFrame | Books,
    distances_km: Sequence[float] = (1.0, 5.0, 10.0),
    days: Sequence[int] = (0, 1, 2),
) -> pd.DataFrame:
    """Return what other windows would merge, so that a choice of window can be judged.

    Parameters
    ----------
    claims : DataFrame
        The claims table.
    distances_km : sequence of float
        Distances to try.
    days : sequence of int
        Days to try.

    Returns
    -------
    DataFrame
        One row a pair of windows: ``distance_km``, ``days``, ``incidents``, ``merged`` (pairs of
        accounts made one) and ``apart`` (pairs that were weighed and kept apart).

    Examples
    --------
    >>> from mapper.schema import CLAIMS, conform
    >>> windows(conform([], CLAIMS), distances_km=[5], days=[1])
       distance_km  days  incidents  merged  apart
    0            5     1          0       0      0
    """
    books = opened(claims)
    rows = []
    for distance_km, slack in product(distances_km, days):
        number = [0, 0, 0]
        found = events(books, distance_km, slack)
        if found is not None:
            pairs = found.matching.pairs
            merged = int(pairs["merged"].sum())
            number = [found.matching.incident.nunique(), merged, len(pairs) - merged]
        rows.append([distance_km, slack, *number])
    return pd.DataFrame(rows, columns=["distance_km", "days", "incidents", "merged", "apart"])


def _refuse_silent_voice(choice: Choice, voice: str, told: pd.DataFrame) -> None:
    if choice.voice and choice.voice not in set(told["voice"]):
        there = ", ".join(sorted(set(told["voice_name"]) - {""})[:_VOICES_NAMED])
        raise InputError(
            f"{voice!r} says nothing of anybody killed or injured; those who do: {there}"
        )


def _table(
    books: Books,
    told: pd.DataFrame,
    by_account: pd.DataFrame,
    said: pd.DataFrame,
    choice: Choice,
) -> gpd.GeoDataFrame:
    live = by_account[~by_account["retracted"]]
    spoken = pd.concat([live, by_account[~by_account["incident"].isin(live["incident"])]])
    placed = by_account.sort_values(["incident", "rank", "rung"], kind="stable")
    placed = placed.drop_duplicates("incident").set_index("incident").sort_index()
    out = pd.DataFrame(index=placed.index)
    out["incident_id"] = _ids(told)
    spoken = one_a_table(spoken)
    spells = spoken.groupby("incident")
    out["period_start"] = as_days(spells["start"].min())
    out["period_end"] = as_days(spells["end"].max())
    cells = books.table.iloc[placed["row"]].set_axis(placed.index)
    out["period_precision"] = cells["period_precision"]
    out["place_id"], out["place_name"] = cells["place_id"], placed["place_name"]
    out["precision"] = _PRECISIONS[placed["rank"]]
    for name in ("deaths", "injured"):
        columns = {f"{name}_{end}": end for end in ("low", "best", "high")}
        spoke = spoken.rename(columns=columns)
        figure = figures(spoke[spoke[list(columns.values())].notna().any(axis=1)], choice)
        for column, end in columns.items():
            out[column] = figure[end].replace(np.inf, np.nan)
    out["grade"] = grades(told)
    free = told[~told["party"]]
    out["voices"] = lists_by(free["incident"], free["voice_name"])
    out["voices"] = out["voices"].fillna(lists_by(told["incident"], told["voice_name"]))
    out["claims"] = lists_by(told["incident"], told["claim_id"])
    out["contained_in"] = _wholes(told, out["incident_id"])
    out["rule"] = choice.words
    add_reasons(out, pd.concat([said, passed_reasons(spoken)]))
    out["geometry"] = cells.geometry
    out["title"] = titles(out, told)
    out = out.sort_values(["period_start", "incident_id"], na_position="last", kind="stable")
    return conform(gpd.GeoDataFrame(out, geometry="geometry", crs=CRS), INCIDENTS)


def _independent(told: pd.DataFrame, matching: Matching) -> "pd.Series[str]":
    """Make a row that cites another table's row one voice with it: it relays, and confirms nothing."""
    cited = matching.pairs[matching.pairs["cited"] & matching.pairs["merged"]]
    accounts_of = pd.unique(cited[["a", "b"]].to_numpy().ravel())
    together = told["incident"].where(told["account"].isin(accounts_of))
    return told["independent"].where(
        together.isna(), "cited in " + together.astype("str") + ": one voice"
    )


def _ids(told: pd.DataFrame) -> "pd.Series[str]":
    """Return the id of each incident: its first scope's, with its first claim's where two share it."""
    first = told.assign(scope=_anchor(told)).groupby("incident")[["scope", "claim_id"]].min()
    twice = first["scope"].duplicated(keep=False)
    ids = first["scope"].copy()
    if twice.any():
        ids[twice] = stable_ids("incident", first[twice])
    return ids


def _anchor(told: pd.DataFrame) -> "pd.Series[str]":
    """Give an id that neither a relay nor the order of the input changes: the scope's."""
    event = told["row_key"].notna()
    scope = told[["voice", "place_key", "group_key", "kind", "start", "spell_end", "lone"]]
    ids = stable_ids("incident", scope)
    if event.any():
        ids[event] = stable_ids("incident", told.loc[event, ["row_key"]])
    return ids


def _wholes(told: pd.DataFrame, ids: "pd.Series[str]") -> "pd.Series[str]":
    """Return the incidents that hold an incident: by its own voice, or in all likelihood."""
    current = told[told["current"]]
    of_row = told["incident"]
    links = pd.concat(
        [
            pd.DataFrame({"part": some["incident"], "whole": some[link].map(of_row), "rank": rank})
            for rank, link in enumerate(("parent", "here", "likely"))
            for some in [current[current[link] >= 0]]
        ],
        ignore_index=True,
    ).dropna()
    links = links[links["part"] != links["whole"]].drop_duplicates(["part", "whole"])
    links = without_rings(links)
    return lists_by(links["part"], links["whole"].map(ids))
