"""Any table, by a small column map in TOML that a person writes once.

::

    voice = "Hill Radio"          # who says it, or take it from a column (below)
    publisher = "Hill Radio"
    licence = "CC BY 4.0"
    days = ["%d/%m/%Y"]           # how its days, or months, are written, beside 2025-03-09
    unknown = [-9]                # numbers that mean "unknown"

    [columns]                     # our column = its column
    claim_id = "No"
    period_start = "Date"
    place_words = "Village"
    adm1_words = "Province"
    latitude = "Lat"
    longitude = "Lon"
    quote = "Remarks"

    [words.precision]             # our column: its word = our word
    GPS = "site"
    village = "settlement"

    [[figures]]                   # one for each figure of a row
    measure = "killed"
    low = "Dead (min)"            # or: count = "Dead"
    high = "Dead (max)"
    group = "civilians"
    group_class = "civilian"
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

import pandas as pd

from mapper.adapters.counting import counted
from mapper.adapters.drafting import draft, placed, spanned
from mapper.adapters.figures import written
from mapper.adapters.markup import plain
from mapper.adapters.registry import Schema
from mapper.adapters.rows import Rows, holds, translated
from mapper.errors import TableError
from mapper.model import GroupClass, Kind, Measure, Precision, Unit, Verification
from mapper.schema import CLAIMS, Dtype, Sensitivity

__all__ = ["load_column_map"]

_TOP = frozenset(
    {
        "name",
        "title",
        "voice",
        "publisher",
        "url",
        "licence",
        "sensitivity",
        "days",
        "unknown",
        "columns",
        "words",
        "figures",
        "constants",
    }
)
_HINTS = frozenset(
    {"latitude", "longitude", "country_words", "adm1_words", "adm2_words", "country_iso3", "url"}
)
_FIGURE = frozenset(
    {"measure", "kind", "unit", "group", "group_class", "count", "low", "best", "high", "voice"}
)
_ALLOWED: dict[str, type[StrEnum]] = {
    "measure": Measure,
    "kind": Kind,
    "unit": Unit,
    "group_class": GroupClass,
    "precision": Precision,
    "verification": Verification,
}


_SUM = r"(?i)(?:grand |sub-?)?totals?:?|(?:ال)?مجموع|الإجمالي|الاجمالي"


def load_column_map(path: str | Path) -> Schema:
    r"""Return a schema for one kind of table from a column map.

    Parameters
    ----------
    path : str or Path
        A TOML file as above.

    Raises
    ------
    TableError
        If it is no TOML, names a column or word that does not exist, or no figure.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "radio.toml"
    >>> _ = file.write_text('voice = "Hill Radio"\n[[figures]]\nmeasure = "killed"\ncount = "Dead"')
    >>> load_column_map(file).needs
    (('dead',),)
    """
    path = Path(path)
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise TableError(f"there is no column map {path}; name a TOML file") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TableError(f"column map {path.name} is not TOML: {error}") from error
    _check(told, path.name)
    columns = {
        name: str(column).strip().lower() for name, column in told.get("columns", {}).items()
    }
    figures = [_folded(figure) for figure in told["figures"]]
    used = [
        *columns.values(),
        *(
            figure[end]
            for figure in figures
            for end in ("count", "low", "best", "high")
            if end in figure
        ),
    ]
    name = str(told.get("name", path.stem))

    def read(rows: Rows) -> Sequence[pd.DataFrame]:
        return _read(rows, name, told, columns, figures)

    return Schema(
        name=name,
        title=str(told.get("title", f"the table of column map {path.name}")),
        publisher=str(told.get("publisher", "")),
        url=str(told.get("url", "")),
        licence=str(told.get("licence", "")),
        needs=tuple((column,) for column in dict.fromkeys(used)),
        known=frozenset(used),
        read=read,
        identified="claim_id" in columns,
        sensitivity=str(told.get("sensitivity", "public")),
    )


def _folded(figure: Mapping[str, Any]) -> dict[str, str]:
    return {
        key: str(value).strip().lower() if key in ("count", "low", "best", "high") else str(value)
        for key, value in figure.items()
    }


def _check(told: Mapping[str, Any], name: str) -> None:
    allowed = set(CLAIMS.names) | _HINTS
    wrong = [
        *(f"{key} at the top" for key in told.keys() - _TOP),
        *(f"column {key}" for key in told.get("columns", {}).keys() - allowed),
        *(f"constant {key}" for key in told.get("constants", {}).keys() - allowed),
        *(f"words for {key}" for key in told.get("words", {}).keys() - allowed),
        *(
            f"{key} of a figure"
            for figure in told.get("figures", [])
            for key in figure.keys() - _FIGURE
        ),
    ]
    if wrong:
        raise TableError(
            f"column map {name}: there is no {', '.join(sorted(wrong))}; "
            f"columns are those of the claims table, and {', '.join(sorted(_HINTS))}"
        )
    circle = str(told.get("sensitivity", Sensitivity.PUBLIC))
    if circle not in {str(known) for known in Sensitivity}:
        raise TableError(
            f"column map {name}: sensitivity {circle!r} is not one of {', '.join(Sensitivity)}"
        )
    figures = told.get("figures", [])
    if not figures or any("measure" not in figure for figure in figures):
        raise TableError(
            f"column map {name} names no figure; add [[figures]] with measure and count (or low, best, high)"
        )
    words = [
        (key, value)
        for entry in (*figures, told.get("constants", {}))
        for key, value in entry.items()
        if key in _ALLOWED
    ]
    words += [
        (key, value)
        for key, table in told.get("words", {}).items()
        if key in _ALLOWED
        for value in table.values()
    ]
    for key, value in words:
        known = [str(word) for word in _ALLOWED[key]]
        if not set(str(value).split("|")) <= set(known):
            raise TableError(f"column map {name}: {key} {value!r} is not one of {', '.join(known)}")


def _read(
    rows: Rows,
    name: str,
    told: Mapping[str, Any],
    columns: Mapping[str, str],
    figures: Sequence[Mapping[str, str]],
) -> Sequence[pd.DataFrame]:
    common = _common(rows, told, columns)
    numbers = pd.Series(rows.index.astype("str"), index=rows.index)
    base = f"{name}:" + (
        rows.text(columns["claim_id"]).fillna("row-" + numbers)
        if "claim_id" in columns
        else "row-" + numbers
    )
    sums = _sums(rows, columns)
    drafts = []
    seen: dict[str, int] = {}
    for figure in figures:
        tail = ":".join([figure["measure"], *([figure["group"]] if "group" in figure else [])])
        seen[tail] = seen.get(tail, 0) + 1
        tail += f":{seen[tail]}" if seen[tail] > 1 else ""
        count = _count(rows, told, figure)
        some = (
            count["count_low"].notna() | count["count_best"].notna() | count["count_high"].notna()
        )
        some |= count.get("count_words", rows.constant(None)).notna() | (
            figure["measure"] == "statement"
        )
        some &= ~sums
        own = {
            key: figure[key]
            for key in ("kind", "unit", "group", "group_class", "voice")
            if key in figure
        }
        drafts.append(
            draft(
                some,
                **{
                    **common,
                    **own,
                    **count,
                    "claim_id": base + f":{tail}",
                    "measure": figure["measure"],
                },
            )
        )
    return drafts


def _sums(rows: Rows, columns: Mapping[str, str]) -> "pd.Series[bool]":
    """Refuse rows that say they are the sum of others; return which they are."""
    sums = rows.constant(None).notna()
    for ours, theirs in columns.items():
        if ours == "claim_id" or ours.endswith("_words"):
            sums |= holds(rows.text(theirs).str.fullmatch(_SUM))
    rows.refuse(
        sums,
        "",
        "the sum of other rows, which would be counted twice",
        "nothing, if it is; else give it a name that is not Total",
    )
    return sums


def _count(rows: Rows, told: Mapping[str, Any], figure: Mapping[str, str]) -> dict[str, Any]:
    if "count" in figure:
        return {**written(rows, figure["count"]), "count_rule": "column-map"}
    unknown = [float(code) for code in told.get("unknown", (-1, -9, -99))]
    ends = [
        rows.whole(figure[end], unknown=unknown) if end in figure else None
        for end in ("low", "best", "high")
    ]
    if all(end is None for end in ends):
        nothing = rows.constant(None).astype("Int64")
        ends = [nothing, nothing, nothing]
    return counted(*ends, rule="column-map")


def _common(rows: Rows, told: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, Any]:
    common: dict[str, Any] = {
        "unit": "person",
        "kind": "flow",
        "place_role": "scene",
        **told.get("constants", {}),
    }
    if "voice" in told:
        common["voice"] = told["voice"]
    formats = tuple(told.get("days", ()))
    dates = {}
    for ours, theirs in columns.items():
        if ours in ("claim_id", "latitude", "longitude"):
            continue
        if ours in CLAIMS.names and CLAIMS[ours].dtype is Dtype.DAY:
            dates[ours] = rows.days(theirs, formats=formats)
        elif ours == "quote":
            common[ours] = plain(rows.text(theirs))
        else:
            common[ours] = _word(rows, theirs, ours, told)
    start = dates.pop("period_start", None)
    end = dates.pop("period_end", None)
    common |= dates
    if start is not None or end is not None:
        nothing = pd.Series(pd.NaT, index=rows.index, dtype="datetime64[s]")
        start, end = (nothing if days is None else days for days in (start, end))
        months = _months(rows, columns.get("period_start", ""), formats)
        monthly = months.notna() & end.isna()
        precision = rows.constant("day").mask(monthly, "month")
        common |= spanned(
            rows,
            start,
            end.mask(monthly, (months + pd.offsets.MonthEnd(0)).astype("datetime64[s]")),
            common.get("period_precision", precision),
            column=columns.get("period_end", ""),
        )
    if "latitude" in columns and "longitude" in columns:
        precision = common.get("precision", "settlement")
        if not isinstance(precision, pd.Series):
            precision = rows.constant(precision)
        common |= placed(
            rows,
            precision,
            rows.constant("unknown"),
            lat=columns["latitude"],
            lon=columns["longitude"],
        )
    return common


def _months(rows: Rows, column: str, formats: Sequence[str]) -> "pd.Series[pd.Timestamp]":
    """Return the first days of what is written as a month: a way to write days that has no day."""
    months = pd.Series(pd.NaT, index=rows.index, dtype="datetime64[s]")
    for pattern in formats:
        if not re.search("%[djcxD]", pattern):
            found = pd.to_datetime(rows.text(column), format=pattern, errors="coerce")
            months = months.fillna(found.astype("datetime64[s]"))
    return months


def _word(rows: Rows, theirs: str, ours: str, told: Mapping[str, Any]) -> "pd.Series[str]":
    """Return a text column, its words translated where the map says so, and checked."""
    values = rows.text(theirs)
    table = {
        str(key).lower(): str(value) for key, value in told.get("words", {}).get(ours, {}).items()
    }
    values = translated(values.str.lower(), table).fillna(values) if table else values
    allowed = CLAIMS[ours].allowed if ours in CLAIMS.names else None
    if allowed is None:
        return values
    wrong = values.notna() & ~values.isin([str(word) for word in allowed])
    rows.refuse(
        wrong,
        theirs,
        f"no word of ours for {ours}",
        f"translate it in the column map under [words.{ours}]",
    )
    return values.mask(wrong)
