"""UCDP Georeferenced Event Dataset: GED, its candidate releases, and GED on HDX.

Source: UCDP GED Codebook, Högbladh (2025), Uppsala University; 49 columns, fewer in older releases.
A row is an event with at least one death in its high estimate. ``best``, ``low`` and ``high`` are
the deaths; ``deaths_a``, ``deaths_b``, ``deaths_civilians`` and ``deaths_unknown`` add up to best.
0 is an asserted zero; -1 is unknown.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from mapper.adapters.counting import COLUMNS as STANDS
from mapper.adapters.counting import counted, given
from mapper.adapters.drafting import draft, placed, spanned
from mapper.adapters.registry import Schema
from mapper.adapters.rows import Rows, holds, translated
from mapper.adapters.ucdp_header import COLUMNS, headed

__all__ = ["SCHEMA"]

_OLDER = ("best_est", "high_est", "low_est", "gwab", "isocc", "iso3", "gwno")

# where_prec of the codebook -> ours. It does not tell a site from a settlement.
_PRECISION = {
    "1": "settlement",
    "2": "near",
    "3": "adm2",
    "4": "adm1",
    "5": "zone",
    "6": "country",
    "7": "sea_air",
}
_COORDINATES = {
    "1": "settlement_centroid",
    "2": "settlement_centroid",
    "3": "admin_centroid",
    "4": "admin_centroid",
    "5": "admin_centroid",
    "6": "admin_centroid",
    "7": "unknown",
}
_DAYS = {"1": "day", "2": "day", "3": "week", "4": "month", "5": "year"}
_GROUPS = {
    "civilians": ("deaths_civilians", "civilians", "civilian"),
    "side_a": ("deaths_a", "", "fighter"),
    "side_b": ("deaths_b", "", "fighter"),
    "unknown": ("deaths_unknown", "unknown", "unknown"),
}
_FORMATS = ("%m/%d/%Y %H:%M:%S", "%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y")


def _read(rows: Rows) -> Sequence[pd.DataFrame]:
    best = rows.whole("best", "best_est")
    low, high = rows.whole("low", "low_est"), rows.whole("high", "high_est")
    event = "ucdp:" + rows.text("id", "relid") + ":killed"
    parts = {
        name: rows.whole(column).fillna(0)
        for name, (column, _, _) in _GROUPS.items()
        if rows.has(column)
    }
    several = sum((holds(part > 0).astype("int8") for part in parts.values()), rows.constant(0)) > 1
    common = _common(rows)
    total = draft(
        event.notna(),
        claim_id=event,
        measure="killed",
        **(counted(low, best, high, rule="ucdp") | _whole_group(rows, parts, low, best, high)),
        **common,
    )
    drafts = [total]
    for name, part in parts.items():
        _, words, group_class = _GROUPS[name]
        drafts.append(
            draft(
                event.notna() & (part > 0) & (several | ~holds(part == best)),
                claim_id=event + f":{name}",
                measure="killed",
                count_best=part,
                **given(best=part),
                qualifier="unspecified",
                count_rule="ucdp:part",
                group=words or rows.text(name),
                group_class=group_class,
                contained_in=event,
                **common,
            )
        )
    rows.refuse(
        event.isna(), "id", "an event without an id", "give it one, so that it can be told again"
    )
    return drafts


def _whole_group(
    rows: Rows,
    parts: "dict[str, pd.Series[int]]",
    low: "pd.Series[int]",
    best: "pd.Series[int]",
    high: "pd.Series[int]",
) -> dict[str, Any]:
    """Name the group of the total where all its deaths are of one group.

    The total then stands in two columns: that of the best figure, and that of the group.
    """
    group, group_class = rows.constant(None), rows.constant(None)
    stands = rows.constant(f"{low.name}|{best.name}|{high.name}")
    for name, part in parts.items():
        column, words, known = _GROUPS[name]
        alone = holds((part == best) & (best > 0))
        group = group.mask(alone, words or rows.said(name))
        group_class = group_class.mask(alone, known)
        stands = stands.mask(alone, f"{low.name}|{best.name}+{column}|{high.name}")
    return {"group": group, "group_class": group_class, STANDS: stands}


def _common(rows: Rows) -> dict[str, Any]:
    where, when = rows.text("where_prec"), rows.text("date_prec")
    rows.refuse(
        where.notna() & ~where.isin(_PRECISION),
        "where_prec",
        "no precision of the codebook",
        "use 1 to 7",
    )
    violence = translated(
        rows.text("type_of_violence"), {"1": "state-based", "2": "non-state", "3": "one-sided"}
    )
    one_sided = holds(violence == "one-sided")
    summary = holds(rows.text("event_clarity") == "2")
    adm1, adm2, country = rows.said("adm_1"), rows.said("adm_2"), rows.said("country")
    place = rows.said("where_coordinates")
    # The name of the area, where the coordinate only stands for it.
    words = place.mask(holds(where == "3"), adm2.fillna(adm1).fillna(place))
    words = words.mask(holds(where == "4"), adm1.fillna(place))
    words = words.mask(holds(where == "6"), country.fillna(place))
    return {
        "kind": "flow",
        "unit": "person",
        "voice": "UCDP",
        "actor": rows.said("side_a").where(one_sided, rows.said("dyad_name")),
        "quote": rows.text("source_headline", "where_description", "source_article"),
        "place_words": words.fillna(adm2).fillna(adm1).fillna(country),
        "place_details": rows.text("where_description"),
        "place_role": "scene",
        "country_words": country,
        "adm1_words": adm1,
        "adm2_words": adm2,
        "radius_km": where.map({"2": 25.0}).astype("Float64"),
        "apart": rows.constant(None).mask(
            summary, "summary event: may tell again what single events tell"
        ),
        "form_of_violence": violence,
        **spanned(
            rows,
            rows.days("date_start", formats=_FORMATS),
            rows.days("date_end", formats=_FORMATS),
            translated(when, _DAYS),
            column="date_end",
        ),
        **placed(rows, translated(where, _PRECISION), translated(where, _COORDINATES)),
    }


SCHEMA = Schema(
    name="ucdp",
    title="UCDP Georeferenced Event Dataset",
    publisher="Uppsala Conflict Data Program",
    url="https://ucdp.uu.se/downloads/",
    licence="CC BY 4.0; cite UCDP GED and its version",
    needs=(
        ("id", "relid"),
        ("where_prec",),
        ("date_prec",),
        ("best", "best_est"),
        ("date_start",),
    ),
    known=frozenset(COLUMNS + _OLDER),
    read=_read,
    mend=headed,
)
