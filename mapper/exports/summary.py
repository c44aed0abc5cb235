"""A case in words, for people who would rather read than look."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from mapper.exports.wording import figure_said, known, one_line
from mapper.model import many
from mapper.schema import split

__all__ = ["summarise", "write_summary"]

_MOST = 20


def write_summary(tables: Mapping[str, Any], path: Path) -> list[str]:
    """Write `summarise` to a file; nothing is said to be left out."""
    path.write_text(summarise(tables), encoding="utf-8", newline="\n")
    return []


def summarise(tables: Mapping[str, Any]) -> str:
    """Return the case in words: figures by voice, incidents, flows, what is unplaced or refused.

    Figures are those of their voices, side by side; nothing is added up here.

    Examples
    --------
    >>> from mapper.schema import conform_all
    >>> print(summarise(conform_all({})).splitlines()[0])
    0 claims from 0 reports
    """
    claims, reports = tables["claims"], tables["reports"]
    parts = [
        [
            f"{many(len(claims), 'claim')} from {many(len(reports), 'report')}",
            *_sources(reports),
        ],
        ["What each voice says in all (rival figures stand side by side; they are not added)"]
        + [_total(row, _names(claims)) for row in tables["totals"].to_dict("records")],
        _listed("incident", tables["incidents"], _incident),
        _listed("displacement flow", tables["flows"], _flow),
        _placing(claims),
        _listed("refusal", tables["refused"], _refusal),
    ]
    return (
        "\n\n".join("\n".join(part) for part in parts if len(part) > 1 or part is parts[0]) + "\n"
    )


def _sources(reports: pd.DataFrame) -> list[str]:
    lines = []
    for row in reports.to_dict("records"):
        told = [row["publisher"], row["title"], _day(row["published"]), row["url"]]
        lines.append("  " + one_line(", ".join(str(one) for one in told if known(one))))
    return lines[:_MOST] + ([f"  … and {len(lines) - _MOST:,} more"] if len(lines) > _MOST else [])


def _names(claims: pd.DataFrame) -> dict[str, str]:
    placed = claims.dropna(subset=["place_id", "place_name"])
    return dict(zip(placed["place_id"], placed["place_name"], strict=True))


def _total(row: Mapping[Any, Any], names: Mapping[str, str]) -> str:
    words = [
        _or(row["voice"], "voice unknown"),
        f": {figure_said(row, 'count')} {_or(row['measure'], '')}",
    ]
    if known(row["group"]):
        words.append(f" ({row['group']})")
    if known(row["place_id"]):
        words.append(f", {names.get(row['place_id'], row['place_id'])}")
    if known(row.get("counts_to")):
        words.append(f", as of {_day(row['counts_to'])}")
    elif known(row["as_of"]):
        words.append(f", published {_day(row['as_of'])}")
    if known(row["located_low"]):
        words.append(f"; located more finely: {figure_said(row, 'located')}")
    return "  " + one_line("".join(words))


def _incident(row: Mapping[Any, Any]) -> str:
    part = ", part of another" if known(row["contained_in"]) else ""
    injured = f", {figure_said(row, 'injured')} injured" if known(row["injured_low"]) else ""
    return (
        f"{_or(row['place_name'], 'place unknown')} ({_or(row['precision'], 'unplaced')}), "
        f"{_period(row)}: {figure_said(row, 'deaths')} killed{injured}; "
        f"{_or(row['grade'], 'ungraded')}, said by {', '.join(split(row['voices'])) or 'nobody named'}{part}"
    )


def _flow(row: Mapping[Any, Any]) -> str:
    unit = {"person": "people", "household": "households"}.get(row["unit"], "unit unknown")
    return (
        f"{_or(row['origin_name'], 'unknown')} → {_or(row['destination_name'], 'unknown')}, "
        f"{_period(row)}: {figure_said(row, 'count')} {unit} ({_or(row['kind'], 'kind unknown')}), "
        f"said by {', '.join(split(row['voices'])) or 'nobody named'}"
    )


def _refusal(row: Mapping[Any, Any]) -> str:
    return f"{_or(row['report'], 'unknown')}: {_or(row['value'], '')}: {_or(row['reason'], '')}"


def _placing(claims: pd.DataFrame) -> list[str]:
    counted = claims["precision"].fillna("unplaced").value_counts()
    return ["How finely the claims are placed"] + [
        f"  {number:>6,} {precision}" for precision, number in sorted(counted.items())
    ]


def _listed(what: str, frame: Any, told: Any) -> list[str]:
    rows = frame.head(_MOST).drop(columns="geometry", errors="ignore").to_dict("records")
    more = [f"  … and {len(frame) - _MOST:,} more"] if len(frame) > _MOST else []
    return [many(len(frame), what), *(f"  {one_line(told(row))}" for row in rows), *more]


def _period(row: Mapping[Any, Any]) -> str:
    start, end = _day(row["period_start"]), _day(row["period_end"])
    if not start and not end:
        return "undated"
    return start if start == end else f"{start or '…'} to {end or '…'}"


def _day(value: Any) -> str:
    return value.strftime("%Y-%m-%d") if known(value) else ""


def _or(value: Any, otherwise: str) -> str:
    return str(value) if known(value) else otherwise
