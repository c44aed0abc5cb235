"""IOM Displacement Tracking Matrix: displaced people present in an area, round by round.

Source: DTM API v3 and its files on HDX; admin levels 0 to 2, in one file or in three. Each round is a
stock: a later one supersedes the one before, and an area of level 2 lies inside that of level 1.
"Not available" is a literal text.
"""

from collections.abc import Sequence

import pandas as pd

from mapper.adapters.areas import area, part_of
from mapper.adapters.counting import exact
from mapper.adapters.drafting import draft, joined_id, succeeded
from mapper.adapters.registry import Schema, columns
from mapper.adapters.rows import Rows, holds

__all__ = ["SCHEMA"]

_SEXES = {"numbermales": ("males", "men"), "numberfemales": ("females", "women")}


def _read(rows: Rows) -> Sequence[pd.DataFrame]:
    people = rows.whole("numpresentidpind")
    day = rows.days("reportingdate", formats=("%m/%d/%Y", "%d/%m/%Y"))
    level = _level(rows)
    number = rows.text("roundnumber")
    names = tuple(rows.said(f"admin{depth}name") for depth in range(3))
    pcodes = tuple(rows.said(f"admin{depth}pcode") for depth in range(3))
    origin, reason = rows.said("idporiginadmin1name"), rows.said("displacementreason")
    finest = pcodes[2].fillna(names[2]).fillna(pcodes[1]).fillna(names[1])
    finest = finest.fillna(pcodes[0]).fillna(names[0])
    ids = joined_id("dtm", rows.text("id").fillna(finest + ":" + number.fillna("?")), "displaced")
    about = joined_id(
        "",
        rows.text("operation").fillna(""),
        number.fillna(""),
        origin.fillna(""),
        reason.fillna(""),
    )
    above = (pcodes[0].fillna(names[0]), pcodes[1].fillna(names[1]))
    key = joined_id("", about, finest).where(level < 2)
    whole = joined_id("", about, above[1].where(level == 2, above[0])).where(level > 0)
    disaster = holds(reason.str.contains("disaster|flood|earthquake|drought", case=False))
    common = {
        "measure": "displaced",
        "kind": "stock",
        "unit": "person",
        "voice": "International Organization for Migration",
        "period_start": day,
        "period_end": day,
        "period_precision": rows.constant("day").where(day.notna()),
        "as_of": day,
        "origin_words": origin,
        "destination_words": names[2].fillna(names[1]).fillna(names[0]),
        "apart": rows.constant(None).mask(disaster, "displaced by a disaster, not by violence"),
        **area(rows, names=names, pcodes=pcodes, role="destination"),
    }
    scope = (rows.text("operation"), level, finest, reason)
    drafts = [
        draft(
            people.notna(),
            claim_id=ids,
            group="internally displaced people",
            supersedes=succeeded(ids, day, *scope),
            contained_in=part_of(ids, key, whole),
            **exact(people, rule="dtm"),
            **common,
        )
    ]
    for column, (group, known) in _SEXES.items():
        part = rows.whole(column)
        parts = ids + f":{group}"
        drafts.append(
            draft(
                part.notna(),
                claim_id=parts,
                group=group,
                group_class=known,
                supersedes=succeeded(parts.where(part.notna()), day, *scope),
                contained_in=ids.where(people.notna()),
                **exact(part, rule="dtm:part"),
                **common,
            )
        )
    return drafts


def _level(rows: Rows) -> "pd.Series[int]":
    """Return the admin level: the finest that a row names, where it does not say so itself."""
    named = rows.constant(0).astype("int64")
    for depth in (1, 2):
        named = named.mask(rows.said(f"admin{depth}name", f"admin{depth}pcode").notna(), depth)
    said = rows.code("adminlevel")
    return said.fillna(named).astype("int64")


SCHEMA = Schema(
    name="dtm",
    title="IOM Displacement Tracking Matrix",
    publisher="International Organization for Migration",
    url="https://dtm.iom.int/",
    licence="DTM terms: non-commercial, credit IOM DTM with the month; no finer than admin 2",
    needs=(("numpresentidpind",), ("reportingdate",), ("admin0name", "admin0pcode")),
    known=frozenset(
        columns("""id operation admin0name admin0pcode admin1name admin1pcode admin2name admin2pcode
            adminlevel numpresentidpind reportingdate yearreportingdate monthreportingdate roundnumber
            displacementreason numbermales numberfemales idporiginadmin1name idporiginadmin1pcode
            assessmenttype operationstatus""")
    ),
    read=_read,
    identified=False,
)
