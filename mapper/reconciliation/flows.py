"""Claims -> displacement flows: who left where, for where, in people or in households."""

import geopandas as gpd
import numpy as np
import pandas as pd

from mapper.gazetteer import Gazetteer, load
from mapper.model import Measure
from mapper.reconciliation.books import Books, opened
from mapper.reconciliation.columns import as_days, lists_by, stable_ids, text_of
from mapper.reconciliation.figures import Choice, Rule, figures, ladder
from mapper.reconciliation.memory import remember
from mapper.reconciliation.nesting.rings import without_rings
from mapper.reconciliation.paths import flow_paths
from mapper.reconciliation.words.reasons import add_reasons, standing_reasons
from mapper.schema import CRS, FLOWS, conform, split

__all__ = ["flows"]

MOVING = (str(Measure.DISPLACED), str(Measure.ARRIVED), str(Measure.RETURNED))

_OTHER = {"origin": "destination", "destination": "origin"}
# Columns beside the contract, which a table without any flow has too.
_BESIDE = ["measure", "qualifier", "count_words", "contained_in", "rule"]


def flows(claims: pd.DataFrame | Books) -> gpd.GeoDataFrame:
    """Return the movements that claims speak of; an unknown end stays unknown.

    Figures of one voice for one movement are a series of which the latest stands. Different
    voices for the same ends, unit, kind and days are one flow with an envelope. People and
    households, and unlike kinds, stay apart.

    Parameters
    ----------
    claims : DataFrame, GeoDataFrame or Books
        The claims table, EPSG:4326, or its books; see `opened`.

    Returns
    -------
    GeoDataFrame
        The flows table, with the geometry of `flow_paths`. Beside the contract: ``measure``,
        ``count_words``, ``qualifier``, ``contained_in`` and ``rule``.

    Examples
    --------
    >>> from mapper.schema import CLAIMS, conform
    >>> claims = conform(
    ...     [{"claim_id": "a", "voice": "local media", "measure": "displaced", "unit": "household",
    ...       "count_low": 12, "qualifier": "vague", "count_words": "dozens",
    ...       "destination_words": "Lebanon"}], CLAIMS)
    >>> flows(claims)[["origin_name", "destination_name", "unit", "count_low", "count_high"]]
      origin_name destination_name       unit  count_low  count_high
    0         NaN          Lebanon  household         12        <NA>
    """
    books = opened(claims)
    return remember(_flows(books), books)


def _flows(books: Books) -> gpd.GeoDataFrame:
    rows = books.rows
    moving = rows[rows["measure"].isin(MOVING) & rows["why_not"].isna()].copy()
    if moving.empty:
        return conform(pd.DataFrame(columns=_BESIDE), FLOWS)
    cells = books.table.loc[moving.index]
    ends = _ends(moving, cells)
    moving = moving.join(ends)
    key = [
        "measure",
        "unit",
        "kind",
        "group_key",
        "origin",
        "destination",
        "spell_start",
        "spell_end",
        "lone",
    ]
    moving["incident"] = moving.groupby(key, dropna=False, sort=False).ngroup()
    folded = moving["folded"] >= 0
    into = moving["incident"].reindex(moving.loc[folded, "folded"]).set_axis(moving.index[folded])
    moving.loc[folded, "incident"] = into.fillna(moving["incident"])
    moving["rung"] = ladder(moving["qualifier"], moving["verification"])
    current = moving[moving["current"] & (moving["same_as"] == moving["claim_id"])]
    figure = figures(current, Choice())
    first = current.sort_values(["incident", "rung", "claim_id"], kind="stable")
    first = first.drop_duplicates("incident").set_index("incident").sort_index()
    out = pd.DataFrame(index=first.index)
    out["flow_id"] = stable_ids("flow", first[key])
    of_claim = books.table.iloc[first["row"]].set_axis(first.index)
    for end in ("origin", "destination"):
        out[f"{end}_id"] = first[f"{end}_id"]
        out[f"{end}_name"] = first[f"{end}_name"]
    out["via_id"] = of_claim["via_id"]
    out["unit"], out["kind"], out["measure"] = first["unit"], first["kind"], first["measure"]
    for name in ("low", "best", "high"):
        out[f"count_{name}"] = figure[name].replace(np.inf, np.nan)
    alone = current.groupby("incident").size() == 1
    out["qualifier"] = first["qualifier"].where(alone)
    out["count_words"] = first["count_words"].where(alone)
    out["period_start"] = as_days(current.groupby("incident")["start"].min())
    out["period_end"] = as_days(current.groupby("incident")["end"].max())
    out["period_precision"] = of_claim["period_precision"]
    out["voices"] = lists_by(moving["incident"], moving["voice_name"])
    out["claims"] = lists_by(moving["incident"], moving["claim_id"])
    out["contained_in"] = _wholes(current, moving["incident"]).map(out["flow_id"])
    out["rule"] = Rule.LADDER.words
    add_reasons(out, standing_reasons(rows, moving))
    out["geometry"] = flow_paths(gpd.GeoDataFrame(out, geometry=of_claim.geometry, crs=CRS))
    out = out.sort_values(["period_start", "flow_id"], na_position="last", kind="stable")
    return conform(gpd.GeoDataFrame(out, geometry="geometry", crs=CRS), FLOWS)


def _wholes(current: pd.DataFrame, of_row: "pd.Series[int]") -> "pd.Series[int]":
    """Return the flow that holds a flow, by its own voice."""
    links = pd.DataFrame(
        {"part": current["incident"], "whole": current["parent"].map(of_row), "rank": 0}
    ).dropna()
    links = links[links["part"] != links["whole"]].drop_duplicates("part")
    return without_rings(links).set_index("part")["whole"]


def _ends(moving: pd.DataFrame, cells: gpd.GeoDataFrame) -> pd.DataFrame:
    """Where people left and went, by id or by words; arrivals at a place went to that place."""
    out = pd.DataFrame(index=moving.index)
    for end in ("origin", "destination"):
        out[f"{end}_id"] = text_of(cells[f"{end}_id"])
        out[f"{end}_name"] = text_of(cells[f"{end}_words"])
    role = text_of(cells["place_role"])
    place_id, name = text_of(cells["place_id"]), moving["place_name"]
    words = text_of(cells["place_words"])
    arrived = moving["measure"].isin([Measure.ARRIVED, Measure.RETURNED])
    for end, mine in (
        ("destination", (role == "destination") | arrived),
        ("origin", (role == "origin") | (~arrived & role.isin(["", "scene"]))),
    ):
        open_end = (out[f"{end}_id"] == "") & (out[f"{end}_name"] == "") & mine
        # "8,000 displaced to the base": the place of the claim is its other end, and not this one.
        other = _OTHER[end]
        there = (out[f"{other}_id"] == place_id) & (place_id != "")
        there |= (text_of(cells[f"{other}_words"]) == words) & (words != "")
        open_end &= ~there
        out.loc[open_end, f"{end}_id"] = place_id[open_end]
        out.loc[open_end, f"{end}_name"] = name[open_end]
    places = load()
    for end in ("origin", "destination"):
        shown = {cell: _shown(cell, places) for cell in out[f"{end}_id"].unique()}
        name = out[f"{end}_id"].map(shown)
        out[f"{end}_name"] = name.where(name != "", out[f"{end}_name"])
        known = out[f"{end}_id"] != ""
        out[end] = out[f"{end}_id"].where(known, out[f"{end}_name"].str.casefold())
    return out


def _shown(place_ids: str, places: Gazetteer) -> str:
    """Return the names places are shown by; empty if the gazetteer does not know them all."""
    ids = split(place_ids)
    return ", ".join(places[one].name for one in ids) if all(one in places for one in ids) else ""
