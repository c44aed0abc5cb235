"""Incidents as an ACLED-shaped table: its 31 columns, filled where our fields allow.

Columns and codes follow the ACLED codebook (API of 2025). What ACLED codes by hand (event types,
actors' classes) and nobody said stays empty; it is not guessed.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from mapper.exports.events import events_of, parts_note, said
from mapper.model import Precision
from mapper.storage.spreadsheets import write_csv

__all__ = ["write_acled"]

_COLUMNS = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 "
    "assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region "
    "country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale "
    "notes fatalities tags timestamp"
)

# 1 the town, 2 near it, 3 the region
_GEO_PRECISION = {
    Precision.SITE: 1,
    Precision.SETTLEMENT: 1,
    Precision.NEAR: 2,
    Precision.ADM3: 2,
    Precision.ADM2: 2,
    Precision.ADM1: 3,
    Precision.ZONE: 3,
    Precision.COUNTRY: 3,
}


def write_acled(tables: Mapping[str, Any], path: Path) -> list[str]:
    """Write incidents as ACLED's columns; return what was left out, one line a fact.

    ``fatalities`` is the most credible number, ``geo_precision`` 3 an area with a point inside it,
    ``time_precision`` 1 a day, 2 a week, 3 a month.
    """
    events = events_of(tables)
    out = pd.DataFrame(index=events.index, columns=_COLUMNS.split(), dtype="str")
    out["event_id_cnty"] = events["incident_id"]
    out["event_date"] = events["period_start"].dt.strftime("%Y-%m-%d")
    out["year"] = events["period_start"].dt.year.astype("Int64")
    out["time_precision"] = _time_precision(events)
    out["disorder_type"] = "Political violence"
    out["civilian_targeting"] = (
        events["civilians"].eq(True).map({True: "Civilian targeting", False: None}).astype("str")
    )
    out["country"] = events["country"]
    out["admin1"] = said(events["adm1_pcode"])
    out["admin2"] = said(events["adm2_pcode"])
    out["location"] = events["place_name"]
    out["latitude"], out["longitude"] = events["lat"], events["lon"]
    out["geo_precision"] = (
        events["precision"].map({str(key): code for key, code in _GEO_PRECISION.items()})
    ).astype("Int64")
    out["source"] = said(events["voices"])
    out["notes"] = events["title"]
    out["fatalities"] = events["deaths_best"]
    write_csv(out, path)
    return [*parts_note(tables), *_left_out(events)]


def _time_precision(events: pd.DataFrame) -> "pd.Series[Any]":
    days = (events["period_end"] - events["period_start"]).dt.days + 1
    return pd.cut(days, [0, 1, 7, float("inf")], labels=[1, 2, 3]).astype("Int64")


def _left_out(events: pd.DataFrame) -> list[str]:
    facts = {
        "have a range of deaths, of which ACLED's table keeps the most credible number": (
            events["deaths_low"].ne(events["deaths_high"]) | events["deaths_high"].isna()
        )
        & events["deaths_best"].notna(),
        "have no known number of deaths: fatalities is empty, not 0": events["deaths_best"].isna(),
        "stand for an area: the coordinate is a point inside it, geo_precision says so": (
            ~events["pointlike"] & events["lat"].notna()
        ),
        "have no place: no coordinate": events["lat"].isna(),
        "have no date": events["period_start"].isna(),
        "tell of injured people, for whom ACLED has no column": events["injured_best"].notna(),
    }
    notes = [f"{int(mask.sum())} incidents {fact}" for fact, mask in facts.items() if mask.any()]
    return [
        *notes,
        "admin1 and admin2 hold OCHA P-codes; event types and actor classes, which nobody stated, are empty",
    ]
