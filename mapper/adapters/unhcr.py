"""UNHCR Refugee Data Finder: year-end stocks and yearly flows by country of origin and asylum.

Source: UNHCR Refugee Data Finder and the R package *refugees* (2025). In the stocks a row is a pair
of countries at the end of a year; in the flows, what was newly recorded during it. UNHCR's own
country codes are not ISO codes. 0 fills every group that a row does not tell of, a dash is *not
available*, and a star is one to four people, hidden to protect them.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from mapper.adapters.counting import given
from mapper.adapters.drafting import draft, joined_id, succeeded
from mapper.adapters.registry import Schema, columns
from mapper.adapters.rows import Rows, holds
from mapper.adapters.unhcr_groups import BESIDE, GROUPS

__all__ = ["FLOWS", "STOCKS"]

# The code of a group, and the columns it goes by: the package's, and the download's of several years.
_FIGURES: dict[str, tuple[str, ...]] = {
    "REF": (
        "refugees",
        "refugees under unhcr's mandate",
        "refugees (incl. refugee-like situations)",
    ),
    "ASY": (
        "asylum_seekers",
        "asylum-seekers",
        "asylum seekers",
        "asylum-seekers (pending cases)",
    ),
    "OIP": ("oip", "other people in need of international protection"),
    "IDP": (
        "idps",
        "idps of concern to unhcr",
        "internally displaced persons",
        "idps protected/assisted by unhcr",
    ),
    "RET": ("returned_refugees", "returned refugees"),
    "RDP": ("returned_idps", "returned idps"),
}
_BESIDE: dict[str, tuple[str, ...]] = {
    "STA": ("stateless", "stateless persons", "stateless people"),
    "OOC": ("ooc", "others of concern", "others of concern to unhcr"),
    "HST": ("hst", "host community"),
}
_HIDDEN = "*"
_ORIGIN = ("coo_name", "country of origin", "country of origin name", "origin")
_ASYLUM = (
    "coa_name",
    "country of asylum",
    "country of asylum name",
    "country / territory of asylum/residence",
)
_ORIGIN_CODE = ("coo_iso", "country of origin (iso)", "country of origin iso", "coo")
_ASYLUM_CODE = ("coa_iso", "country of asylum (iso)", "country of asylum iso", "coa")


def _stocks(rows: Rows) -> Sequence[pd.DataFrame]:
    return _read(rows, stock=True)


def _flows(rows: Rows) -> Sequence[pd.DataFrame]:
    return _read(rows, stock=False)


def _read(rows: Rows, *, stock: bool) -> Sequence[pd.DataFrame]:
    days = _year(rows)
    # A code of its own stands in the id, so that a renamed country keeps its ids.
    ends = (
        rows.text("coo", *_ORIGIN_CODE, *_ORIGIN).fillna("?"),
        rows.text("coa", *_ASYLUM_CODE, *_ASYLUM).fillna("?"),
    )
    pair = joined_id("unhcr" if stock else "unhcr-flow", rows.text("year"), *ends)
    figures = {
        name: rows.whole(*names, words=[_HIDDEN])
        for name, names in _FIGURES.items()
        if rows.has(*names)
    }
    hidden = {name: holds(rows.text(*_FIGURES[name]) == _HIDDEN) for name in figures}
    none = rows.constant(value=True)
    for name, figure in figures.items():
        none &= ~holds(figure > 0) & ~hidden[name]
    for code, names in _BESIDE.items():
        if not rows.has(*names):
            continue
        none &= ~rows.set_aside(*names, reason=BESIDE[code], words=[_HIDDEN])
    drafts: list[pd.DataFrame] = []
    for name, figure in figures.items():
        # A row of zeros alone is one asserted zero.
        zero = none & holds(figure == 0)
        none &= ~zero
        drafts.append(
            _claims(
                rows,
                name,
                pair,
                days=days,
                scope=ends,
                some=holds(figure > 0) | hidden[name] | zero,
                count=_count(rows, figure, hidden[name], zero),
                stock=stock,
            )
        )
    return drafts


def _claims(
    rows: Rows,
    name: str,
    pair: "pd.Series[str]",
    *,
    days: pd.DataFrame,
    scope: "tuple[pd.Series[str], ...]",
    some: "pd.Series[bool]",
    count: dict[str, Any],
    stock: bool,
) -> pd.DataFrame:
    group = GROUPS[name]
    # Who returned did so during the year, in either table.
    standing = stock and not group.returned
    ids = pair + f":{_FIGURES[name][0]}"
    return draft(
        some,
        claim_id=ids,
        measure="returned" if group.returned else "displaced",
        kind="stock" if standing else "flow",
        unit="person",
        voice="UNHCR",
        group=group.words,
        period_start=days["start"],
        period_end=days["end"],
        period_precision="year",
        as_of=days["end"] if standing else None,
        supersedes=succeeded(ids.where(some), days["end"], *scope) if standing else None,
        **count,
        **_ends(rows, name),
    )


def _count(
    rows: Rows, figure: "pd.Series[int]", hidden: "pd.Series[bool]", zero: "pd.Series[bool]"
) -> dict[str, Any]:
    rule = rows.constant("unhcr").mask(hidden, "unhcr:hidden-1-to-4").mask(zero, "unhcr:zero")
    return {
        "count_low": figure.mask(hidden, 1),
        "count_best": figure,
        "count_high": figure.mask(hidden, 4),
        "qualifier": rows.constant("exact").mask(hidden, "range"),
        "count_words": rows.constant(None).mask(hidden, _HIDDEN),
        "count_rule": rule,
        **given(best=figure),
    }


def _ends(rows: Rows, name: str) -> dict[str, Any]:
    """Return where people came from and where they are; who returned went the other way."""
    origin, asylum = rows.said(*_ORIGIN, *_ORIGIN_CODE), rows.said(*_ASYLUM, *_ASYLUM_CODE)
    origin_code, asylum_code = rows.said(*_ORIGIN_CODE), rows.said(*_ASYLUM_CODE)
    one = holds(origin == asylum)
    inside = GROUPS[name].inside
    home = GROUPS[name].returned and not inside
    target, target_code = (origin, origin_code) if home else (asylum, asylum_code)
    return {
        "origin_words": None if inside else (asylum if home else origin),
        "destination_words": target,
        "place_words": target,
        "place_role": "destination",
        "precision": "country",
        "country_words": target,
        "country_iso3": target_code,
        "origin_iso3": None if inside else (asylum_code if home else origin_code),
        "destination_iso3": target_code,
        "apart": None
        if inside
        else rows.constant(None).mask(
            one, "origin and asylum are one country: an anomaly of the source"
        ),
    }


def _year(rows: Rows) -> pd.DataFrame:
    year = rows.whole("year")
    right = holds((year > 1900) & (year < 2200))
    rows.refuse(year.notna() & ~right, "year", "no year", "write it as 2025")
    words = year.where(right).astype("str")
    return pd.DataFrame(
        {
            "start": pd.to_datetime(words + "-01-01", format="%Y-%m-%d", errors="coerce"),
            "end": pd.to_datetime(words + "-12-31", format="%Y-%m-%d", errors="coerce"),
        }
    ).astype("datetime64[s]")


_KNOWN = frozenset(
    columns("year coo_name coo coo_iso coa_name coa coa_iso")
    + tuple(name for names in (*_FIGURES.values(), *_BESIDE.values()) for name in names)
    + _ORIGIN
    + _ASYLUM
    + _ORIGIN_CODE
    + _ASYLUM_CODE
)
_LICENCE = "CC BY 4.0; cite UNHCR Refugee Data Finder with the day of access"
_NEEDS = (("year",), (*_ORIGIN, "coo"), (*_ASYLUM, "coa"), _FIGURES["REF"])

STOCKS = Schema(
    name="unhcr",
    title="UNHCR Refugee Data Finder, year-end stocks",
    publisher="UNHCR",
    url="https://www.unhcr.org/refugee-statistics/",
    licence=_LICENCE,
    needs=(*_NEEDS, (*_FIGURES["IDP"], *_BESIDE["STA"])),
    known=_KNOWN,
    read=_stocks,
)
FLOWS = Schema(
    name="unhcr_flows",
    title="UNHCR Refugee Data Finder, yearly flows",
    publisher="UNHCR",
    url="https://www.unhcr.org/refugee-statistics/insights/explainers/forcibly-displaced-flow-data.html",
    licence=_LICENCE,
    needs=_NEEDS,
    known=_KNOWN,
    read=_flows,
)
