"""HXL-tagged CSV: a heading, a row of hashtags (HXL standard 1.1), then incidents and flows.

An incident and a displacement each are one row, as in tables shared on HDX, so that nothing told
twice is counted twice. Persons and households have columns of their own.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from mapper.exports.events import events_of, parts_note, said
from mapper.storage.spreadsheets import write_csv

__all__ = ["HXL_TAGS", "write_hxl"]

# column -> heading, hashtag
HXL_TAGS: Mapping[str, tuple[str, str]] = {
    "id": ("Id", "#event+id"),
    "row_of": ("Row of", "#event+type"),
    "voices": ("Sources", "#meta+source"),
    "urls": ("Links", "#meta+url"),
    "published": ("Reported", "#date+reported"),
    "period_start": ("From", "#date+start"),
    "period_end": ("To", "#date+end"),
    "period_precision": ("Date accuracy", "#accuracy+date+start"),
    "place_name": ("Place", "#loc+name+i_en"),
    "country": ("Country", "#country+code"),
    "adm1_pcode": ("Governorate P-code", "#adm1+code"),
    "adm2_pcode": ("District P-code", "#adm2+code"),
    "lat": ("Latitude", "#geo+lat"),
    "lon": ("Longitude", "#geo+lon"),
    "precision": ("Place precision", "#geo+precision"),
    "deaths_best": ("Killed", "#affected+killed"),
    "deaths_low": ("Killed, least", "#affected+killed+min"),
    "deaths_high": ("Killed, most", "#affected+killed+max"),
    "injured_best": ("Injured", "#affected+injured"),
    "injured_low": ("Injured, least", "#affected+injured+min"),
    "injured_high": ("Injured, most", "#affected+injured+max"),
    "origin_name": ("Displaced from", "#loc+name+origin"),
    "destination_name": ("Displaced to", "#loc+name+dest"),
    "person_best": ("Displaced persons", "#affected+displaced+ind"),
    "person_low": ("Displaced persons, least", "#affected+displaced+ind+min"),
    "person_high": ("Displaced persons, most", "#affected+displaced+ind+max"),
    "household_best": ("Displaced households", "#affected+displaced+hh"),
    "household_low": ("Displaced households, least", "#affected+displaced+hh+min"),
    "household_high": ("Displaced households, most", "#affected+displaced+hh+max"),
    "kind": ("Stock or flow", "#indicator+type"),
    "grade": ("Grade", "#status+grade"),
    "notes": ("Notes", "#description"),
}


def write_hxl(tables: Mapping[str, Any], path: Path) -> list[str]:
    """Write incidents and flows as HXL-tagged CSV; return what was left out, one line a fact.

    A coordinate is given for what is placed as a point, and for nothing coarser.
    """
    events = events_of(tables)
    rows = pd.concat([_incidents(events), _flows(tables["flows"])], ignore_index=True)
    rows = rows.reindex(columns=list(HXL_TAGS))
    for name in ("published", "period_start", "period_end"):
        rows[name] = pd.to_datetime(rows[name]).dt.strftime("%Y-%m-%d")
    cells = rows.astype("str").where(rows.notna(), None)
    tags = pd.DataFrame(
        [[tag for _, tag in HXL_TAGS.values()]], columns=list(HXL_TAGS), dtype="str"
    )
    out = pd.concat([tags, cells], ignore_index=True)
    out.columns = pd.Index([heading for heading, _ in HXL_TAGS.values()])
    write_csv(out, path)
    return [*parts_note(tables), *_left_out(events, tables["claims"])]


def _incidents(events: pd.DataFrame) -> pd.DataFrame:
    rows = events.rename(columns={"incident_id": "id", "title": "notes"})
    rows["row_of"] = "incident"
    for name in ("voices", "adm1_pcode", "adm2_pcode"):
        rows[name] = said(rows[name], "|")
    rows["urls"] = rows["urls"].map("|".join, na_action="ignore")
    rows[["lat", "lon"]] = rows[["lat", "lon"]].where(rows["pointlike"])
    return rows


def _flows(flows: Any) -> pd.DataFrame:
    rows = pd.DataFrame(flows.drop(columns="geometry")).rename(columns={"flow_id": "id"})
    rows["row_of"] = "displacement"
    rows["voices"] = said(rows["voices"], "|")
    for unit in ("person", "household"):
        for bound in ("low", "best", "high"):
            rows[f"{unit}_{bound}"] = rows[f"count_{bound}"].where(rows["unit"] == unit)
    return rows


def _left_out(events: pd.DataFrame, claims: pd.DataFrame) -> list[str]:
    notes = []
    areas = ~events["pointlike"] & events["lat"].notna()
    if areas.any():
        notes.append(f"{int(areas.sum())} incidents stand for an area: named, without a coordinate")
    told = ["killed", "injured", "casualties", "displaced", "incidents"]
    others = ~claims["measure"].isin(told)
    if others.any():
        notes.append(
            f"{int(others.sum())} claims are neither deaths, injuries nor displacement: "
            "not in it; export the claims as .csv to have them"
        )
    return notes
