"""IDMC Global Internal Displacement Database: a country's year.

Source: IDMC GIDD, API columns and the workbook's. *Internal displacements* are movements during the
year (a flow: one person may count many times); *total displacement* is the people displaced at its
end (a stock). Rounded columns are for reading, never for sums.
"""

from collections.abc import Sequence

import pandas as pd

from mapper.adapters.counting import exact
from mapper.adapters.drafting import draft, joined_id, succeeded
from mapper.adapters.registry import Schema
from mapper.adapters.rows import Rows

__all__ = ["SCHEMA"]

_FLOW = (
    "new_displacement",
    "conflict internal displacements (raw)",
    "conflict internal displacements",
)
_STOCK = (
    "total_displacement",
    "conflict stock displacement (raw)",
    "conflict stock displacement",
    "conflict total displacement",
)
_DISASTER = (
    "disaster internal displacements (raw)",
    "disaster internal displacements",
    "disaster stock displacement (raw)",
    "disaster stock displacement",
)


def _read(rows: Rows) -> Sequence[pd.DataFrame]:
    year = rows.whole("year")
    words = year.astype("str")
    start = pd.to_datetime(words + "-01-01", format="%Y-%m-%d", errors="coerce").astype(
        "datetime64[s]"
    )
    end = pd.to_datetime(words + "-12-31", format="%Y-%m-%d", errors="coerce").astype(
        "datetime64[s]"
    )
    code, name = rows.said("iso3"), rows.said("country_name", "name", "country")
    base = joined_id("gidd", code.fillna(name), words.fillna("undated"))
    for column in _DISASTER:
        if rows.has(column):
            rows.set_aside(column, reason="displaced by disasters, not by violence")
    common = {
        "measure": "displaced",
        "unit": "person",
        "voice": "IDMC",
        "group": "internally displaced people",
        "period_start": start,
        "period_end": end,
        "period_precision": rows.constant("year").where(start.notna()),
        "place_words": name.fillna(code),
        "country_words": name,
        "country_iso3": code,
        "precision": "country",
    }
    flow, stock = rows.whole(*_FLOW), rows.whole(*_STOCK)
    flows, stocks = base + ":movements", base + ":displaced"
    return [
        draft(
            flow.notna(),
            claim_id=flows,
            kind="flow",
            place_role="origin",
            origin_words=name.fillna(code),
            origin_iso3=code,
            **exact(flow, rule="gidd"),
            **common,
        ),
        draft(
            stock.notna(),
            claim_id=stocks,
            kind="stock",
            place_role="destination",
            destination_words=name.fillna(code),
            destination_iso3=code,
            as_of=end,
            supersedes=succeeded(stocks, end, code.fillna(name)),
            **exact(stock, rule="gidd"),
            **common,
        ),
    ]


SCHEMA = Schema(
    name="idmc_gidd",
    title="IDMC Global Internal Displacement Database",
    publisher="Internal Displacement Monitoring Centre",
    url="https://www.internal-displacement.org/database/",
    licence="CC BY-NC 3.0 IGO; cite IDMC",
    needs=(("iso3",), ("year",), _FLOW, _STOCK),
    known=frozenset(
        (
            "iso3",
            "country_name",
            "name",
            "year",
            "new_displacement_rounded",
            "total_displacement_rounded",
            *_FLOW,
            *_STOCK,
            *_DISASTER,
        )
    ),
    read=_read,
    identified=False,
)
