"""HDX HAPI: conflict events (from ACLED) and displaced people (from DTM), as files and as answers.

Source: HDX HAPI, global coordination and context. A row of conflict events is a month of an area and
a type of event; civilian targeting lies inside political violence. Rows whose area could not be
matched carry no P-code but the provider's name. A row of displaced people is a stock of one round.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from mapper.adapters.areas import area, part_of
from mapper.adapters.counting import exact
from mapper.adapters.drafting import draft, joined_id, spanned, succeeded
from mapper.adapters.registry import Schema, columns
from mapper.adapters.rows import Rows, holds

__all__ = ["CONFLICT", "DISPLACED"]


def _area(rows: Rows, role: str) -> tuple[dict[str, Any], "pd.Series[str]"]:
    """Return an area's columns, and a key for it: P-code, or the name the provider gives."""
    country = rows.said("location_code")
    names = (
        rows.said("location_name", "location_code"),
        rows.said("admin1_name", "provider_admin1_name"),
        rows.said("admin2_name", "provider_admin2_name"),
    )
    codes = (country, rows.said("admin1_code"), rows.said("admin2_code"))
    finest = codes[2].fillna(names[2])
    # A district without a code is told apart by its governorate.
    finest = finest.where(
        codes[2].notna() | names[2].isna(), codes[1].fillna(names[1]) + "/" + names[2]
    )
    key = finest.fillna(codes[1]).fillna(names[1])
    failed = rows.said("error")
    place = area(rows, names=names, pcodes=codes, role=role)
    place["apart"] = ("HAPI marks the row as an error: " + failed).where(failed.notna())
    return place, joined_id("hapi", country.fillna("?"), key)


def _conflict(rows: Rows) -> Sequence[pd.DataFrame]:
    place, base = _area(rows, "scene")
    period = spanned(
        rows,
        rows.days("reference_period_start"),
        rows.days("reference_period_end"),
        "month",
        column="reference_period_end",
    )
    month = period["period_start"].dt.strftime("%Y-%m").fillna("undated")
    kind = rows.text("event_type").fillna("events")
    base = joined_id("hapi", base.str.removeprefix("hapi:"), month)
    ids = base + ":" + kind
    targeting, violence = holds(kind == "civilian_targeting"), holds(kind == "political_violence")
    drafts = []
    figures = {"killed": rows.whole("fatalities"), "incidents": rows.whole("events")}
    for measure, figure in figures.items():
        claim = ids + f":{measure}"
        key, whole = base.where(violence), base.where(targeting)
        first = measure == "killed"
        drafts.append(
            draft(
                # Events of zero are only worth a claim where nobody counted the dead.
                figure.notna()
                if first
                else holds(figure > 0) | (figure.notna() & figures["killed"].isna()),
                claim_id=claim,
                measure=measure,
                kind="flow",
                unit="person" if first else "event",
                voice="ACLED",
                relay="HDX HAPI",
                group=rows.constant(None).mask(targeting, "civilians") if first else None,
                group_class=rows.constant(None).mask(targeting, "civilian") if first else None,
                contained_in=part_of(claim.where(figure.notna()), key.where(figure.notna()), whole),
                event_type=kind,
                **exact(figure, rule="hapi"),
                **period,
                **place,
            )
        )
    return drafts


def _displaced(rows: Rows) -> Sequence[pd.DataFrame]:
    place, base = _area(rows, "destination")
    people = rows.whole("population")
    start, end = rows.days("reference_period_start"), rows.days("reference_period_end")
    number = rows.text("reporting_round")
    operation, assessment = rows.text("operation"), rows.text("assessment_type")
    ids = (
        joined_id("hapi", base.str.removeprefix("hapi:"), operation, assessment, number)
        + ":displaced"
    )
    day = end.fillna(start)
    return [
        draft(
            people.notna(),
            claim_id=ids,
            measure="displaced",
            kind="stock",
            unit="person",
            voice="International Organization for Migration",
            relay="HDX HAPI",
            group="internally displaced people",
            **exact(people, rule="hapi"),
            **spanned(rows, start, end, "day", column="reference_period_end"),
            as_of=day,
            destination_words=place["place_words"],
            supersedes=succeeded(ids, day, base, operation, assessment),
            **place,
        )
    ]


_AREA = columns("""location_code location_name has_hrp in_gho provider_admin1_name provider_admin2_name
    admin1_code admin1_name admin2_code admin2_name admin_level reference_period_start
    reference_period_end dataset_hdx_id resource_hdx_id warning error""")
_LICENCE = "CC BY for the index; the provider's terms hold for its figures"

CONFLICT = Schema(
    name="hapi_conflict",
    title="HDX HAPI conflict events",
    publisher="OCHA HDX HAPI",
    url="https://data.humdata.org/dataset/hdx-hapi-conflict-event",
    licence=f"{_LICENCE}: ACLED, as sums by area and month",
    needs=(
        ("location_code",),
        ("event_type",),
        ("events",),
        ("fatalities",),
        ("reference_period_start",),
    ),
    known=frozenset((*_AREA, "event_type", "events", "fatalities")),
    read=_conflict,
    identified=False,
)
DISPLACED = Schema(
    name="hapi_idps",
    title="HDX HAPI displaced people",
    publisher="OCHA HDX HAPI",
    url="https://data.humdata.org/dataset/hdx-hapi-idps",
    licence=f"{_LICENCE}: IOM DTM, non-commercial",
    needs=(("location_code",), ("population",), ("reporting_round",), ("reference_period_start",)),
    known=frozenset((*_AREA, "operation", "assessment_type", "population", "reporting_round")),
    read=_displaced,
    identified=False,
)
