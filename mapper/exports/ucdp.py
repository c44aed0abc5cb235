"""Incidents as a UCDP GED-shaped table: its 49 columns, filled where our fields allow.

Columns and codes follow the UCDP GED codebook (version 25.1). Conflicts, dyads and sides are coded
by UCDP itself, and stay empty.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from mapper.exports.events import events_of, parts_note, said
from mapper.model import Precision, TimePrecision
from mapper.schema import split
from mapper.storage.spreadsheets import write_csv

__all__ = ["write_ucdp"]

_COLUMNS = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id "
    "conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a "
    "side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date "
    "source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 "
    "latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec "
    "date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob"
)

# 1 the spot, 2 near it, 3 the district, 4 the province, 5 a line or fuzzy area, 6 the country, 7 sea
_WHERE = {
    Precision.SITE: 1,
    Precision.SETTLEMENT: 1,
    Precision.NEAR: 2,
    Precision.ADM3: 3,
    Precision.ADM2: 3,
    Precision.ADM1: 4,
    Precision.ZONE: 5,
    Precision.COUNTRY: 6,
    Precision.SEA_AIR: 7,
}


# What a source says of its precision widens what the interval's length alone would say.
_STATED = {TimePrecision.WEEK: 3, TimePrecision.MONTH: 4, TimePrecision.YEAR: 5}


def write_ucdp(tables: Mapping[str, Any], path: Path) -> list[str]:
    """Write incidents as UCDP GED's columns; return what was left out, one line a fact.

    ``low``, ``best``, ``high`` are ours, null where unknown or open. Deaths whose claims count
    civilians and nobody else stand in ``deaths_civilians``, all others in ``deaths_unknown``.
    """
    events = events_of(tables)
    out = pd.DataFrame(index=events.index, columns=_COLUMNS.split(), dtype="str")
    out["id"] = range(1, len(events) + 1)
    out["relid"] = events["incident_id"]
    out["year"] = events["period_start"].dt.year.astype("Int64")
    out["number_of_sources"] = events["voices"].map(lambda cell: len(split(cell))).astype("Int64")
    out["source_date"] = events["published"].dt.strftime("%Y-%m-%d")
    out["source_original"] = said(events["voices"])
    out["where_prec"] = (
        events["precision"].map({str(key): code for key, code in _WHERE.items()}).astype("Int64")
    )
    out["where_coordinates"] = events["place_name"]
    out["where_description"] = events["title"]
    out["adm_1"], out["adm_2"] = said(events["adm1_pcode"]), said(events["adm2_pcode"])
    out["latitude"], out["longitude"] = events["lat"], events["lon"]
    out["geom_wkt"] = _wkt(events)
    out["country"] = events["country"]
    out["date_prec"] = _date_prec(events)
    out["date_start"] = events["period_start"].dt.strftime("%Y-%m-%d 00:00:00.000")
    out["date_end"] = events["period_end"].dt.strftime("%Y-%m-%d 00:00:00.000")
    civilians = events["civilians"].eq(True)
    out["deaths_civilians"] = events["deaths_best"].where(civilians)
    out["deaths_unknown"] = events["deaths_best"].where(~civilians)
    for bound in ("best", "high", "low"):
        out[bound] = events[f"deaths_{bound}"]
    write_csv(out, path)
    return [*parts_note(tables), *_left_out(events)]


def _wkt(events: pd.DataFrame) -> "pd.Series[Any]":
    placed = events["lat"].notna()
    words = "POINT (" + events["lon"].astype("str") + " " + events["lat"].astype("str") + ")"
    return words.where(placed, None)


def _date_prec(events: pd.DataFrame) -> "pd.Series[Any]":
    days = (events["period_end"] - events["period_start"]).dt.days + 1
    by_length = pd.cut(days, [0, 1, 6, 7, 31, float("inf")], labels=[1, 2, 3, 4, 5]).astype("Int64")
    stated = events["period_precision"].map(_STATED).astype("Int64")
    return by_length.where(~(stated > by_length).fillna(value=False), stated)


def _left_out(events: pd.DataFrame) -> list[str]:
    facts = {
        "have an open number of deaths: high is empty, not a number": events["deaths_high"].isna()
        & events["deaths_low"].notna(),
        "have no known number of deaths: best is empty, not 0": events["deaths_best"].isna(),
        "stand for an area: the coordinate is a point inside it, where_prec says so": (
            ~events["pointlike"] & events["lat"].notna()
        ),
        "have no place: no coordinate": events["lat"].isna(),
        "have no date": events["period_start"].isna(),
        "tell of injured people, for whom UCDP has no column": events["injured_best"].notna(),
    }
    notes = [f"{int(mask.sum())} incidents {fact}" for fact, mask in facts.items() if mask.any()]
    return [
        *notes,
        "adm_1 and adm_2 hold OCHA P-codes; conflicts, dyads and sides, which UCDP codes itself, are empty",
    ]
