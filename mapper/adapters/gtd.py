"""Global Terrorism Database: 135 columns of an incident.

Source: GTD codebook (START, 2021). Month or day 0 is unknown; -9 and -99 are unknown; ``nkill``
includes the attackers (``nkillter``); a broken ``nkill`` is one total split over the incidents that
``related`` lists, so the broken shares are rounded such that they keep their sum.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from mapper.adapters.counting import given
from mapper.adapters.drafting import draft, placed
from mapper.adapters.registry import Schema, columns
from mapper.adapters.rows import Rows, holds, translated

__all__ = ["SCHEMA"]

_PRECISION = {"1": "settlement", "2": "near", "3": "adm2", "4": "adm1", "5": "country"}
_UNKNOWN = (-9, -99, -1)


def _read(rows: Rows) -> Sequence[pd.DataFrame]:
    event = "gtd:" + rows.text("eventid")
    common = _common(rows)
    drafts = []
    for measure, all_of_them, attackers in (
        ("killed", "nkill", "nkillter"),
        ("injured", "nwound", "nwoundte"),
    ):
        count = _count(rows, all_of_them)
        some = count["count_best"].notna()
        total = event + f":{measure}"
        drafts.append(
            draft(
                event.notna() & (some | (measure == "killed")),
                claim_id=total,
                measure=measure,
                **count,
                **common,
            )
        )
        part = rows.number(attackers, unknown=_UNKNOWN)
        whole = part.where(holds(part % 1 == 0)).astype("Int64")
        drafts.append(
            draft(
                event.notna() & holds(whole > 0),
                claim_id=total + ":attackers",
                measure=measure,
                count_best=whole,
                **given(best=whole),
                qualifier="unspecified",
                count_rule="gtd:part",
                group="attackers",
                group_class="fighter",
                contained_in=total.where(some),
                **common,
            )
        )
    rows.refuse(event.isna(), "eventid", "an incident without an id", "give it one")
    return drafts


def _count(rows: Rows, column: str) -> dict[str, Any]:
    number = rows.number(column, unknown=_UNKNOWN)
    wrong = holds(number < 0)
    rows.refuse(wrong, column, "a count cannot be negative", "correct the cell")
    number = number.mask(wrong)
    broken = holds(number % 1 != 0)
    share = number.where(broken)
    # Round the running sum of the shares of one total, so that its parts add up to it again.
    group = rows.text("related").fillna(rows.text("eventid")).fillna("")
    group = group.str.split(r"[,;\s]+", regex=True).map(
        lambda ids: ",".join(sorted(filter(None, ids))) if isinstance(ids, list) else ""
    )
    running = share.fillna(0).groupby(group).cumsum().round(6)
    before = running - share.fillna(0)
    shares = (running + 0.5).floordiv(1) - (before + 0.5).floordiv(1)
    best = number.mask(broken, shares).astype("Int64")
    return {
        "count_low": number.floordiv(1).astype("Int64"),
        "count_best": best,
        "count_high": (-((-number).floordiv(1))).astype("Int64"),
        "qualifier": rows.constant("unspecified")
        .mask(number.notna(), "exact")
        .mask(broken, "range"),
        "count_rule": rows.constant("gtd")
        .mask(broken, "gtd:share-of-a-total")
        .where(number.notna()),
        **given(best=number),
    }


def _common(rows: Rows) -> dict[str, Any]:
    year, month, day = (
        rows.whole(name, unknown=(-9, -99, 0)) for name in ("iyear", "imonth", "iday")
    )
    words = year.astype("str") + "-" + month.fillna(1).astype("str").str.zfill(2)
    first = pd.to_datetime(
        words + "-" + day.where(month.notna()).fillna(1).astype("str").str.zfill(2),
        format="%Y-%m-%d",
        errors="coerce",
    )
    rows.refuse(
        year.notna() & first.isna(),
        ("iday", "imonth", "iyear"),
        "no such day",
        "correct it, or write 0 where it is unknown",
    )
    known = month.notna() & day.notna()
    last = first.where(
        known, (first + pd.offsets.MonthEnd(0)).where(month.notna(), first + pd.offsets.YearEnd(0))
    )
    resolution = rows.days("resolution")
    specificity, near = rows.text("specificity"), holds(rows.text("vicinity") == "1")
    precision = translated(specificity, _PRECISION)
    precision = precision.mask(near & holds(precision == "settlement"), "near")
    city, adm1, country = rows.said("city"), rows.said("provstate"), rows.said("country_txt")
    place = city.mask(holds(specificity.isin(["4"])), adm1).mask(holds(specificity == "5"), country)
    coordinates = translated(
        specificity, {"1": "settlement_centroid", "2": "settlement_centroid"}
    ).fillna("admin_centroid")
    doubt = holds(rows.text("doubtterr") == "1")
    return {
        "kind": "flow",
        "unit": "person",
        "voice": "GTD",
        "actor": rows.said("gname"),
        "quote": rows.text("summary"),
        "period_start": first.astype("datetime64[s]"),
        "period_end": resolution.fillna(last).astype("datetime64[s]"),
        "period_precision": rows.constant("day")
        .mask(day.isna(), "month")
        .mask(month.isna(), "year")
        .where(first.notna()),
        "period_words": rows.text("approxdate"),
        "place_words": place.fillna(adm1).fillna(country),
        "place_role": "scene",
        "country_words": country,
        "adm1_words": adm1,
        "apart": rows.constant(None).mask(
            doubt, "doubted by GTD: " + rows.text("alternative_txt").fillna("maybe no terrorism")
        ),
        **placed(rows, precision, coordinates),
    }


SCHEMA = Schema(
    name="gtd",
    title="Global Terrorism Database",
    publisher="START, University of Maryland",
    url="https://www.start.umd.edu/gtd/",
    licence="GTD terms: non-commercial, no passing on of rows; cite START",
    needs=(("eventid",), ("iyear",), ("imonth",), ("iday",), ("nkill",)),
    known=frozenset(
        columns("""eventid iyear imonth iday approxdate extended resolution country country_txt region
            region_txt provstate city latitude longitude specificity vicinity location summary crit1
            crit2 crit3 doubtterr alternative alternative_txt multiple success suicide attacktype1
            attacktype1_txt targtype1 targtype1_txt gname gsubname motive nperps claimed weaptype1
            weaptype1_txt weapdetail nkill nkillus nkillter nwound nwoundus nwoundte property ishostkid
            addnotes scite1 scite2 scite3 dbsource int_log int_ideo int_misc int_any related""")
    ),
    read=_read,
    sensitivity="partner",
)
