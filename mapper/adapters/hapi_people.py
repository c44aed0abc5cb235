"""HDX HAPI: refugees and persons of concern, and returnees (from UNHCR), by sex and age.

Source: HDX HAPI, affected people. A row is a group of one origin in one country of asylum in a year,
all of it or one sex and age of it: ``all`` is the whole, in which the others lie.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from mapper.adapters.areas import part_of
from mapper.adapters.counting import exact
from mapper.adapters.drafting import draft, joined_id, spanned, succeeded
from mapper.adapters.registry import Schema, columns
from mapper.adapters.rows import Rows, holds, translated
from mapper.adapters.unhcr_groups import BESIDE, GROUPS

__all__ = ["SCHEMA"]

_WAY_OUT = "nothing: it is not drawn, and stays in the table"
_SEXES = {"f": "female", "m": "male", "o": "other", "x": "other", "u": "of unknown sex"}
_CLASSES = {"f": "women", "m": "men"}
_CHILDREN = ("0-4", "5-11", "12-17", "0-17", "5-17")


def _read(rows: Rows) -> Sequence[pd.DataFrame]:
    code = rows.text("population_group").str.upper()
    people = rows.whole("population")
    for one, reason in BESIDE.items():
        rows.refuse(holds(code == one) & people.notna(), "population", reason, _WAY_OUT)
    strange = code.notna() & ~code.isin([*GROUPS, *BESIDE])
    rows.refuse(strange, "population_group", "no group that UNHCR's codes know", _WAY_OUT)
    start, end = rows.days("reference_period_start"), rows.days("reference_period_end")
    origin, asylum = rows.said("origin_location_code"), rows.said("asylum_location_code")
    sex, age = _part(rows, "gender"), _part(rows, "age_range")
    scope = joined_id(
        "hapi",
        origin.fillna("?"),
        asylum.fillna("?"),
        code,
        start.dt.strftime("%Y").fillna("undated"),
    )
    ids = joined_id("", scope, sex, age).str.removeprefix(":")
    drafts = []
    for kept in (False, True):
        group = [one for one, known in GROUPS.items() if known.returned is kept]
        drafts.append(
            draft(
                people.notna() & code.isin(group),
                claim_id=ids,
                measure="returned" if kept else "displaced",
                kind="flow" if kept else "stock",
                unit="person",
                voice="UNHCR",
                relay="HDX HAPI",
                as_of=None if kept else end.fillna(start),
                supersedes=None if kept else succeeded(ids, end, origin, asylum, code, sex, age),
                contained_in=_whole(ids, scope, sex, age),
                **_who(code, sex, age),
                **_where(origin, asylum, code),
                **exact(people, rule="hapi"),
                **spanned(rows, start, end, "year", column="reference_period_end"),
            )
        )
    return drafts


def _part(rows: Rows, name: str) -> "pd.Series[str]":
    """Return the sex or the age that a row tells of; null for all of them."""
    words = rows.text(name).str.lower()
    return words.mask(words.isin(["all", "total"]))


def _whole(
    ids: "pd.Series[str]", scope: "pd.Series[str]", sex: "pd.Series[str]", age: "pd.Series[str]"
) -> "pd.Series[str]":
    """Return the row in which each lies: all ages of its sex, else everybody."""
    of_sex = scope + ":" + sex.fillna("all")
    everybody = (scope + ":all").where(sex.notna() | age.notna())
    wholes = part_of(ids, of_sex.where(age.isna()), of_sex.where(age.notna()))
    return wholes.fillna(part_of(ids, of_sex.where(age.isna()), everybody))


def _who(code: "pd.Series[str]", sex: "pd.Series[str]", age: "pd.Series[str]") -> dict[str, Any]:
    words = translated(code, {one: known.words for one, known in GROUPS.items()})
    more = translated(sex, _SEXES).fillna(sex)
    words = (words + ", " + more).fillna(words)
    return {
        "group": (words + ", " + age).fillna(words),
        "group_class": translated(sex, _CLASSES).mask(age.isin(_CHILDREN), "children"),
    }


def _where(
    origin: "pd.Series[str]", asylum: "pd.Series[str]", code: "pd.Series[str]"
) -> dict[str, Any]:
    """Return where people came from and where they are; who returned went the other way."""
    home = code == "RET"
    inside = code.isin([one for one, known in GROUPS.items() if known.inside])
    start, target = origin.mask(home, asylum).mask(inside), asylum.mask(home, origin)
    return {
        "origin_words": start,
        "destination_words": target,
        "place_words": target,
        "place_role": "destination",
        "precision": "country",
        "country_words": target,
        "country_iso3": target,
        "origin_iso3": start,
        "destination_iso3": target,
    }


_COLUMNS = columns("""origin_location_code origin_location_name origin_has_hrp origin_in_gho
    asylum_location_code asylum_location_name asylum_has_hrp asylum_in_gho population_group gender
    age_range min_age max_age population reference_period_start reference_period_end dataset_hdx_id
    resource_hdx_id warning error""")
_LICENCE = "CC BY for the index; CC BY 4.0 of UNHCR for its figures"
_NEEDS = (
    ("origin_location_code",),
    ("asylum_location_code",),
    ("population_group",),
    ("population",),
    ("reference_period_start",),
)

SCHEMA = Schema(
    name="hapi_refugees",
    title="HDX HAPI refugees, persons of concern and returnees",
    publisher="OCHA HDX HAPI",
    url="https://data.humdata.org/dataset/hdx-hapi-refugees",
    licence=_LICENCE,
    needs=_NEEDS,
    known=frozenset(_COLUMNS),
    read=_read,
    identified=False,
)
