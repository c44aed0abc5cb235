"""ACLED as redistributed on HDX: sums of a month, by district or by country.

Source: HDX, "Political violence events and fatalities", "Civilian targeting", "Demonstrations".
"""

from collections.abc import Sequence

import pandas as pd

from mapper.adapters.areas import area
from mapper.adapters.counting import exact
from mapper.adapters.drafting import draft, joined_id
from mapper.adapters.months import month_days
from mapper.adapters.registry import Schema
from mapper.adapters.rows import Rows, holds

__all__ = ["SCHEMA"]


def _read(rows: Rows) -> Sequence[pd.DataFrame]:
    start, end = month_days(rows, ("month",), ("year",))
    words = start.dt.strftime("%Y-%m").astype("str")
    names = (rows.said("country"), rows.said("admin1"), rows.said("admin2"))
    codes = (rows.said("iso3"), rows.said("admin1 pcode"), rows.said("admin2 pcode"))
    finest = codes[2].fillna(names[2]).fillna(codes[1]).fillna(names[1])
    base = joined_id("hdx-acled", codes[0].fillna(names[0]), finest, words.fillna("undated"))
    figures = {"killed": rows.whole("fatalities"), "incidents": rows.whole("events")}
    return [
        draft(
            figure.notna()
            if measure == "killed"
            else holds(figure > 0) | (figure.notna() & figures["killed"].isna()),
            claim_id=base + f":{measure}",
            measure=measure,
            kind="flow",
            unit="person" if measure == "killed" else "event",
            voice="ACLED",
            relay="HDX",
            period_start=start,
            period_end=end,
            period_precision=rows.constant("month").where(start.notna()),
            **exact(figure, rule="hdx-acled"),
            **area(rows, names=names, pcodes=codes),
        )
        for measure, figure in figures.items()
    ]


SCHEMA = Schema(
    name="hdx_acled",
    title="ACLED sums by month on HDX",
    publisher="ACLED by HDX",
    url="https://data.humdata.org/organization/acled",
    licence="ACLED terms: attribution, sums may be shown; cite ACLED with the day of access",
    needs=(("country", "iso3"), ("month",), ("year",), ("events", "fatalities")),
    known=frozenset(
        (
            "country",
            "admin1",
            "admin2",
            "iso3",
            "admin2 pcode",
            "admin1 pcode",
            "month",
            "year",
            "events",
            "fatalities",
        )
    ),
    read=_read,
    identified=False,
)
