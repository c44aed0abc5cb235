"""What each voice says in all: its own figures, parts below the whole they lie in, nothing added."""

from collections import defaultdict
from typing import Any

import pandas as pd

from mapper.model import Precision
from mapper.rendering.payload import day_number
from mapper.schema import split

__all__ = ["headline"]

_MEASURES = (
    "killed",
    "injured",
    "casualties",
    "missing",
    "detained",
    "displaced",
    "arrived",
    "returned",
    "sheltering",
    "incidents",
)
_COLUMNS = (
    "claim_id", "voice", "measure", "unit", "count_low", "count_best", "count_high", "qualifier",
    "count_words", "group", "place_name", "precision", "as_of", "period_start", "period_end", "contained_in", "relay",
)  # fmt: skip

_FEW = 12  # rows of a table that can still be read one by one

_MOST = 4  # figures a voice gets in the headline, and parts a figure gets; all stand in the table


def headline(claims: pd.DataFrame, totals: pd.DataFrame | None = None) -> list[dict[str, Any]]:
    """Return the figures to head a map with, voice by voice.

    Parameters
    ----------
    claims : DataFrame
        The claims table.
    totals : DataFrame or None
        The totals table: which figures are a voice's totals, and how much of each lies nowhere finer.
        Without it, the figures that are part of no other and that no later one replaced.

    Returns
    -------
    list of dict
        ``voice`` and its ``lines``: what is within no other figure first, then the widest areas, then
        the greatest; a line has claim, measure, unit, low, best, high, qualifier, words,
        group, place, relay, as_of, start and end (days since 1970-01-01), rest, and ``parts``: the lines within it. For a
        published table of many events it has the measure and ``figures``, how many there are.

    Examples
    --------
    >>> from mapper.schema import CLAIMS, conform
    >>> claims = conform([
    ...     {"claim_id": "all", "voice": "Monitor", "measure": "killed", "count_low": 40, "qualifier": "more_than"},
    ...     {"claim_id": "part", "voice": "Monitor", "measure": "killed", "count_low": 30, "group": "civilians",
    ...      "contained_in": "all"}], CLAIMS)
    >>> [(line["low"], [part["low"] for part in line["parts"]]) for line in headline(claims)[0]["lines"]]
    [(40, [30])]
    """
    counted = claims[claims["measure"].isin(_MEASURES)]
    replaced = {name for cell in claims["supersedes"].dropna() for name in split(cell)}
    known = set(counted["claim_id"])
    again = counted["same_as"].map(lambda cell: any(name in known for name in split(cell)))
    if totals is not None and "weaker" in totals:
        # "Hundreds" beside 745 is no second figure.
        replaced |= {name for cell in totals["weaker"].dropna() for name in split(cell)}
    counted = counted[~counted["claim_id"].isin(replaced) & ~again.astype(bool)]
    tabled = _tabled(counted)
    voices: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for (voice, measure), figures in tabled.groupby(["voice", "measure"], sort=True):
        voices[str(voice)].append({"measure": measure, "figures": len(figures)})
    counted = counted.drop(index=tabled.index)[list(_COLUMNS)]
    rows: dict[str, dict[Any, Any]] = {row["claim_id"]: row for row in counted.to_dict("records")}
    inside: dict[str, list[str]] = defaultdict(list)
    for name, row in rows.items():
        for whole in split(row["contained_in"]):
            if whole in rows and rows[whole]["voice"] == row["voice"]:
                inside[whole].append(name)
    rest, within = _rests(totals), _within(totals)
    for name, whole in within.items():
        # A whole that is no total of its own would hide its part.
        if name in rows and whole in rows and whole in rest and name not in inside[whole]:
            inside[whole].append(name)
    parts = {name for names in inside.values() for name in names}
    tops = [name for name in rows if name not in parts]
    if rest:
        tops = [name for name in tops if name in rest] or tops

    def order(name: str) -> tuple[Any, ...]:
        row = rows[name]
        return (*_weight(row)[:1], name in within, -_rank(row["precision"]), _weight(row), name)

    for name in sorted(tops, key=order):
        voices[_text(rows[name]["voice"])].append(_line(name, rows, inside, rest, ()))
    return [
        {"voice": voice, "lines": lines[:_MOST]}
        for voice, lines in sorted(voices.items(), key=lambda item: (_heaviest(item[1]), item[0]))
    ]


def _tabled(counted: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of published event tables with many rows.

    Their rows are events, none of them a total, and a sum of them would be ours and not the voice's.
    """
    rows = counted[counted["source_schema"].notna() & counted["source_schema"].ne("claims")]
    rows = rows[rows["voice"].notna()]
    return rows[rows.groupby("voice")["voice"].transform("size") > _FEW]


def _rests(totals: pd.DataFrame | None) -> dict[str, tuple[int | None, int | None] | None]:
    if totals is None:
        return {}
    rests: dict[str, tuple[int | None, int | None] | None] = {}
    for row in totals.to_dict("records"):
        for name in split(row["claims"])[:1]:
            rests[name] = (_number(row["rest_low"]), _number(row["rest_high"]))
    return rests


def _within(totals: pd.DataFrame | None) -> dict[str, str]:
    """Return the claim that holds each total, where its voice has one."""
    if totals is None or "within" not in totals:
        return {}
    held = totals[totals["within"].notna() & totals["claims"].notna()]
    return {split(row["claims"])[0]: row["within"] for row in held.to_dict("records")}


def _rank(precision: Any) -> int:
    """Return how wide an area is; what nobody placed is widest of all, but comes last."""
    known = isinstance(precision, str) and precision != Precision.UNPLACED
    return Precision(precision).rank() if known else -1


def _line(
    name: str,
    rows: dict[str, dict[Any, Any]],
    inside: dict[str, list[str]],
    rest: dict[str, tuple[int | None, int | None] | None],
    above: tuple[str, ...],
) -> dict[str, Any]:
    row = rows[name]
    # What a later figure of the voice replaced is no total of its own any more.
    within = [
        part for part in inside[name] if part not in (*above, name) and (not rest or part in rest)
    ]
    within = sorted(within, key=lambda part: (_weight(rows[part]), part))[:_MOST]
    return {
        "claim": name,
        "measure": row["measure"],
        "unit": _text(row["unit"]),
        "low": _number(row["count_low"]),
        "best": _number(row["count_best"]),
        "high": _number(row["count_high"]),
        "qualifier": _text(row["qualifier"]),
        "words": _text(row["count_words"]),
        "group": _text(row["group"]),
        "place": _text(row["place_name"]),
        "relay": _text(row["relay"]),
        "as_of": day_number(row["as_of"]),
        "start": day_number(row["period_start"]),
        "end": day_number(row["period_end"]),
        "rest": rest.get(name),
        "parts": [_line(part, rows, inside, rest, (*above, name)) for part in within],
    }


def _weight(row: dict[Any, Any]) -> tuple[int, int]:
    return _MEASURES.index(row["measure"]), -(_number(row["count_low"]) or 0)


def _heaviest(lines: list[dict[str, Any]]) -> tuple[int, int]:
    return _MEASURES.index(lines[0]["measure"]), -(lines[0].get("low") or 0)


def _number(value: Any) -> int | None:
    return None if pd.isna(value) else int(value)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
