"""Claims as columns that can be compared: voice, figure, days, place and group of each.

Everything downstream works on this one frame. It is sorted by claim, so that the order of the input
changes nothing, and it says of every claim whether it counts and, if not, why.
"""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from mapper.model import Measure, PlaceRole, Precision, Qualifier, Verification
from mapper.reconciliation.columns import days_of, text_of
from mapper.reconciliation.groups import group_of
from mapper.reconciliation.speaking import add_voices
from mapper.schema import EVENT_TABLES, are_sums, split

__all__ = ["COUNTED", "DEATHS", "in_series", "ledger"]

DEATHS = (str(Measure.KILLED), str(Measure.INJURED), str(Measure.CASUALTIES))
COUNTED = tuple(str(m) for m in Measure if m is not Measure.STATEMENT)

_BOUNDS = ["count_low", "count_best", "count_high"]

# Words at the start of ``apart`` that keep a claim out of every sum; others only tell of it.
_ASIDE = r"triangulation|displaced by a disaster|draft:|HAPI marks"


def ledger(claims: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return one comparable row a claim.

    Parameters
    ----------
    claims : GeoDataFrame
        A claims table that conforms, sorted by ``claim_id``.

    Returns
    -------
    DataFrame
        Index from 0, sorted by ``claim_id``. ``voice`` (the voice as one key), ``voice_name``,
        ``independent`` (the group of voices that are not independent of each other), ``party``,
        ``statement`` (what one voice said on one day), ``row_key`` (row of an event table, or
        null), ``table_key``, ``low``, ``best``, ``high`` (float, NaN unknown; high ``inf`` if
        open), ``start``, ``end``, ``counts_to``, ``known`` (days since 1970, NaN unknown),
        ``group_key``, ``place_key``, ``rank`` (precision), ``sum`` (a published sum of events over an
        area and some days), ``why_not`` (null if it counts).
    """
    table = claims
    out = pd.DataFrame(
        {
            name: text_of(table[name])
            for name in (
                "claim_id",
                "measure",
                "kind",
                "unit",
                "qualifier",
                "count_words",
                "group",
                "actor",
                "relay",
            )
        }
    )
    out["row"] = np.arange(len(table))
    add_voices(out, table)
    _add_figures(out, table)
    _add_days(out, table)
    _add_groups(out, table)
    _add_places(out, table)
    published = text_of(table["published"].dt.strftime("%Y-%m-%d"))
    reported = text_of(table["report_id"]).where(published == "", published)
    total = _extra(table, "total")
    out["stated_total"] = total.str.casefold().isin(["yes", "true", "1"])
    out["statement"] = out["voice"] + "@" + reported
    _add_rows(out, table)
    out["corrections"] = _extra(table, "corrections")
    out["verification"] = text_of(table["verification"])
    out["retracted"] = out["verification"] == Verification.RETRACTED
    for name in ("contained_in", "same_as", "supersedes"):
        out[f"stated_{name}"] = text_of(table[name])
    out["why_not"] = _why_not(out, table)
    return out


def _extra(table: pd.DataFrame, name: str) -> "pd.Series[str]":
    """Return a text column that only some tables have; empty where they have not."""
    return text_of(table[name]) if name in table else pd.Series("", index=table.index, dtype="str")


def in_series(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Return which rows are figures over time; the events of an event table are no such thing."""
    return rows["row_key"].isna() | ~rows["measure"].isin(DEATHS)


def _add_figures(out: pd.DataFrame, table: pd.DataFrame) -> None:
    low, best, high = (
        table[f"count_{end}"].to_numpy("float64", na_value=np.nan)
        for end in ("low", "best", "high")
    )
    qualifier = out["qualifier"]
    # "about 1,700" says no bounds: the figure itself is the only one there is.
    closed = qualifier.isin([Qualifier.ABOUT, Qualifier.EXACT, Qualifier.UP_TO, Qualifier.RANGE])
    out["low"] = np.where(np.isnan(low), np.where(qualifier == Qualifier.UP_TO, np.nan, best), low)
    out["best"] = np.where(np.isnan(best), out["low"], best)
    known = ~np.isnan(low) | ~np.isnan(best) | ~np.isnan(high)
    opened = np.where(known & ~(closed & ~np.isnan(best)), np.inf, out["best"])
    out["high"] = np.where(np.isnan(high), opened, high)
    out["figured"] = known


def _add_days(out: pd.DataFrame, table: pd.DataFrame) -> None:
    out["start"] = days_of(table["period_start"])
    out["end"] = days_of(table["period_end"])
    as_of, published = days_of(table["as_of"]), days_of(table["published"])
    out["counts_to"] = np.where(np.isnan(as_of), out["end"], as_of)
    out["known"] = np.where(np.isnan(published), as_of, published)
    out["published"] = published


def _add_groups(out: pd.DataFrame, table: pd.DataFrame) -> None:
    pairs = pd.MultiIndex.from_arrays([out["group"], text_of(table["group_class"])])
    codes, distinct = pd.factorize(pairs)
    groups = [group_of(*pair) for pair in distinct]
    out["group_key"] = np.array([group.key for group in groups], dtype="object")[codes]
    objects = np.empty(len(groups), dtype="object")
    objects[:] = groups
    out["group_is"] = objects[codes]


def _add_places(out: pd.DataFrame, table: pd.DataFrame) -> None:
    place_id, words = text_of(table["place_id"]), text_of(table["place_words"])
    geometry = table.geometry.array
    pointed = (shapely.get_type_id(geometry) == 0) & ~shapely.is_empty(geometry)
    x = np.where(pointed, shapely.get_x(geometry), np.nan)
    y = np.where(pointed, shapely.get_y(geometry), np.nan)
    out["lon"], out["lat"] = x, y
    key = ("words:" + words.str.casefold()).where(words != "", "")
    if pointed.any():
        at = pd.Series(np.round(y, 5).astype("str"), index=out.index)
        at = "at:" + at + "," + np.round(x, 5).astype("str")
        key = at.where(pointed, key)
    # "Tartus and Latakia" is the same place as "Latakia and Tartus".
    cells = place_id[place_id.str.contains("|", regex=False)].unique()
    ordered = {cell: "|".join(sorted(set(split(cell)))) for cell in cells}
    place_id = place_id.map(ordered).fillna(place_id) if ordered else place_id
    out["place_key"] = place_id.where(place_id != "", key)
    ends = ["origin_id", "origin_words", "destination_id", "destination_words", "via_id"]
    end = {name: text_of(table[name]) for name in ends}
    for side in ("origin", "destination"):
        named = end[f"{side}_id"]
        out[f"{side}_key"] = named.where(named != "", end[f"{side}_words"])
    out["ends_key"] = out["origin_key"] + ">" + out["destination_key"]
    name = text_of(table["place_name"])
    out["place_name"] = name.where(name != "", words.str.replace("|", ", ", regex=False))
    out["place_said"] = words.str.replace("|", ", ", regex=False)
    out["place_details"] = _extra(table, "place_details")
    ranks = {str(precision): precision.rank() for precision in Precision}
    guess = np.where(pointed, Precision.SETTLEMENT.rank(), Precision.UNPLACED.rank())
    out["rank"] = table["precision"].map(ranks).to_numpy("float64", na_value=np.nan)
    out["rank"] = np.where(np.isnan(out["rank"]), guess, out["rank"]).astype("int64")
    for axis in ("lat", "lon"):
        given = table.get(f"given_{axis}")
        out[f"given_{axis}"] = (
            np.nan if given is None else pd.to_numeric(given, errors="coerce").astype("float64")
        )
    # A thing is a point only if it has a point; "Jableh and Baniyas" together are an area.
    out["pointlike"] = pointed & (out["rank"] <= Precision.NEAR.rank())


def _add_rows(out: pd.DataFrame, table: pd.DataFrame) -> None:
    schema = text_of(table["source_schema"])
    of_event = schema.str.match(EVENT_TABLES)
    # ``ucdp:123:killed`` -> ``ucdp:123``: the row, whatever was counted of it.
    row_key = out["claim_id"].str.extract(r"^([^:]*:[^:]*)", expand=False)
    out["row_key"] = row_key.where(of_event & row_key.notna(), None)
    out["table_key"] = schema.where(of_event, "")
    whole = text_of(table["contained_in"])
    out["inside_row"] = (
        out["row_key"].notna()
        & (whole != "")
        & (whole.str.extract(r"^([^:]*:[^:]*)", expand=False) == out["row_key"])
    )
    out["sum"] = are_sums(table)
    apart = _extra(table, "apart")
    out["summary"] = apart.str.contains("summary", regex=False)


def _negative(table: pd.DataFrame) -> "pd.Series[bool]":
    return (table[_BOUNDS] < 0).fillna(value=False).any(axis=1)


def _reversed(table: pd.DataFrame) -> "pd.Series[bool]":
    low, best, high = (table[name] for name in _BOUNDS)
    return ((low > best) | (best > high) | (low > high)).fillna(value=False)


def _why_not(out: pd.DataFrame, table: pd.DataFrame) -> "pd.Series[str]":
    reasons = pd.Series(None, index=out.index, dtype="object")
    checks = (
        (~out["measure"].isin(COUNTED), "it states something and counts nobody"),
        (
            table["place_role"] == PlaceRole.BACKGROUND,
            "its place is background, not where anything happened",
        ),
        (_negative(table), "its count is below zero"),
        (_reversed(table), "its low, best and high do not rise"),
        (out["end"] < out["start"], "its last day lies before its first"),
        (out["retracted"], "its source took it back"),
        (table["review"] == "rejected", "a person rejected it"),
    )
    for mask, why in checks:
        reasons[mask.fillna(value=False)] = why
    # What a table's own publisher keeps out of its totals, for the reason it gives.
    apart = _extra(table, "apart")
    aside = apart.str.match(_ASIDE) & reasons.isna()
    return reasons.mask(aside, apart)
