"""IDMC Internal Displacement Updates, as the API's JSON and as CSV on HDX.

Source: IDMC helix. A row is a figure of movements (one person may count twice). Its coordinate is the
average of all places it tells of, origins and destinations together: nobody was there, so it is never
a point. Days are midnights of a clock 11 to 13 hours ahead, written in UTC: naively read they are a
day early. Only RECOMMENDED figures enter totals; TRIANGULATION tells the same again.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from mapper.adapters.counting import given
from mapper.adapters.drafting import draft, placed, spanned
from mapper.adapters.markup import plain
from mapper.adapters.registry import Schema, columns
from mapper.adapters.rows import Rows, holds, translated

__all__ = ["SCHEMA"]

# IDMC's word -> qualifier, and which bounds the figure is: low, best, high.
_QUALIFIERS = {
    "total": ("exact", "lbh"),
    "exact": ("exact", "lbh"),
    "exactly": ("exact", "lbh"),
    "more than": ("more_than", "lb"),
    "more_than": ("more_than", "lb"),
    "at least": ("at_least", "lb"),
    "at_least": ("at_least", "lb"),
    "less than": ("up_to", "bh"),
    "less_than": ("up_to", "bh"),
    "up to": ("up_to", "bh"),
    "approximately": ("about", "b"),
    "about": ("about", "b"),
    "around": ("about", "b"),
    "nearly": ("about", "b"),
}


def _read(rows: Rows) -> Sequence[pd.DataFrame]:
    number = rows.whole("figure")
    ids = "idu:" + rows.text("id", "event_id")
    start = _midnights(rows, "displacement_start_date", "event_start_date", "displacement_date")
    end = _midnights(rows, "displacement_end_date", "displacement_date", "event_end_date")
    text = plain(rows.text("description", "standard_popup_text", "standard_info_text"))
    role = rows.text("role").str.lower()
    violence = rows.text("displacement_type", "type", "combined_type")
    disaster = holds(violence.str.contains("disaster", case=False))
    locations = plain(rows.said("locations_name", "location_name"))
    return [
        draft(
            ids.notna() & number.notna(),
            claim_id=ids + ":displaced",
            measure="displaced",
            kind="flow",
            unit="person",
            voice="IDMC",
            quote=text,
            published=rows.days("created_at"),
            place_words=locations.str.extract(r"^\s*([^;]+)", expand=False).fillna(
                rows.text("country")
            ),
            place_role="origin",
            origin_words=rows.text("country"),
            origin_iso3=rows.text("iso3"),
            country_words=rows.text("country"),
            country_iso3=rows.text("iso3"),
            event_name=rows.text("event_name"),
            url=rows.text("link", "source_url"),
            role=role,
            apart=rows.constant(None)
            .mask(
                holds(role.str.contains("triang")),
                "triangulation: tells a recommended figure again",
            )
            .mask(disaster, "displaced by a disaster, not by violence"),
            **_count(rows, number),
            **spanned(rows, start, end, _precision(rows), column="displacement_end_date"),
            **placed(rows, rows.constant("country"), rows.constant("average_of_several")),
        )
    ]


def _count(rows: Rows, number: "pd.Series[int]") -> dict[str, Any]:
    words = rows.said("qualifier").str.lower()
    bounds = translated(words, {word: ends for word, (_, ends) in _QUALIFIERS.items()}).fillna("b")
    nothing = rows.constant(None).astype("Int64")
    return {
        "count_low": nothing.mask(holds(bounds.str.contains("l")), number),
        "count_best": number,
        "count_high": nothing.mask(holds(bounds.str.contains("h")), number),
        "qualifier": translated(
            words, {word: ours for word, (ours, _) in _QUALIFIERS.items()}
        ).fillna("unspecified"),
        "count_words": words,
        "count_rule": rows.constant("idu").where(number.notna()),
        **given(best=number),
    }


def _precision(rows: Rows) -> "pd.Series[str]":
    words = rows.said("displacement_date_accuracy", "start_date_accuracy").str.lower()
    return words.where(words.isin(["day", "week", "month", "year"])).fillna("day")


def _midnights(rows: Rows, *names: str) -> "pd.Series[Any]":
    """Return the day meant by a midnight that was written in UTC."""
    days = rows.days(*names)
    hours = rows.said(*names).str.extract(r"T(\d{2}):\d{2}:\d{2}(?:\.\d+)?Z$", expand=False)
    # A midnight from UTC+1 to UTC+13 is, in UTC, an evening or a morning of the day before.
    before = holds(pd.to_numeric(hours, errors="coerce") >= 11)
    return days.mask(before, days + pd.Timedelta(days=1))


SCHEMA = Schema(
    name="idmc_idu",
    title="IDMC Internal Displacement Updates",
    publisher="Internal Displacement Monitoring Centre",
    url="https://www.internal-displacement.org/",
    licence="CC BY-NC 3.0 IGO; cite IDMC",
    needs=(
        ("figure",),
        ("displacement_type", "type"),
        ("displacement_date", "displacement_start_date"),
        ("id",),
    ),
    known=frozenset(
        columns("""id country iso3 latitude longitude centroid role displacement_type qualifier figure
            displacement_date displacement_start_date displacement_end_date year event_id event_name
            event_codes event_code_types event_start_date event_end_date category subcategory type
            subtype standard_popup_text standard_info_text old_id sources source_url locations_name
            locations_coordinates locations_accuracy locations_type displacement_occurred created_at
            description link combined_type""")
    ),
    read=_read,
)
