"""What went into the reading of tables, and what came out, in lines for the terminal."""

from typing import Any

from mapper.cli.printing import printable
from mapper.model import many

__all__ = ["account_lines"]

_MOST = 60


def account_lines(reading: Any, balance: Any) -> list[str]:
    """Return rows and sums by file, then what was refused, each line one fact.

    Parameters
    ----------
    reading : Reading
        Claims, reports and refusals.
    balance : DataFrame
        As `mapper.adapters.balanced` gives it.
    """
    lines = []
    claims, refused = reading.claims, reading.refused
    for report in dict.fromkeys(
        [*claims["report"], *refused.loc[refused["row"].notna(), "report"]]
    ):
        rows = claims[claims["report"] == report]
        own = refused.loc[refused["report"] == report, "row"].dropna()
        told = rows["source_row"].nunique()
        alone = own[~own.isin(rows["source_row"])].nunique()
        lines.append(
            f"{report}: {many(told + alone, 'row')} = {told:,} that gave {many(len(rows), 'claim')}"
            f" + {alone:,} refused"
        )
        lines += _sums(balance[balance["report"] == report])
        lines += _widened(rows)
    lines += _refusals(refused)
    left = len(lines) - _MOST
    lines = [printable(line) for line in lines[:_MOST]]
    return lines + ([f"and {left:,} lines more: see --refused"] if left > 0 else [])


def _sums(balance: Any) -> list[str]:
    lines = []
    for line in balance.to_dict("records"):
        sums = f"{line['in_file']:,} in the file = {line['in_claims']:,} in claims"
        if line["in_refused"]:
            sums += f" + {line['in_refused']:,} refused"
        if line["difference"] or line["rows"]:
            sums += f"; DIFFERENCE {line['difference']:,} in rows {line['rows']}"
        lines.append(f"  {line['column']}: {line['cells']:,} figures, sum {sums}")
    return lines


def _widened(rows: Any) -> list[str]:
    """Tell how far bounds that did not rise were moved to hold their best figure."""
    moved = rows[rows["count_rule"].str.endswith(":ordered").fillna(value=False).astype(bool)]
    if moved.empty or "given_low" not in moved:
        return []
    less = (moved["given_low"] - moved["count_low"]).sum()
    more = (moved["count_high"] - moved["given_high"]).sum()
    return [
        (
            f"  {len(moved):,} figures with low > best or best > high are widened around best: "
            f"count_low sums to {less:,} less, count_high to {more:,} more than the file; "
            "given_low and given_high keep the file's own"
        )
    ]


def _refusals(refused: Any) -> list[str]:
    import pandas as pd

    lines = []
    groups = refused.groupby(["report", "reason", "column"], sort=False, dropna=False)
    for (report, reason, column), part in groups:
        at = part.iloc[0]
        places = [
            "" if pd.isna(at["row"]) else f"row {at['row']}",
            f"column {column}" if isinstance(column, str) else "",
        ]
        place = ", ".join(filter(None, places))
        value = _short(at["value"]) if isinstance(at["value"], str) else ""
        first = ": ".join(filter(None, (place, value)))
        lines.append(
            f"refused {len(part):,} of {report}: {reason}"
            + (f" (first: {first})" if first else "")
            + f"; {at['way_out']}"
        )
    return lines


def _short(text: str, most: int = 80) -> str:
    return text if len(text) <= most else f"{text[:most]}…"
