"""Other extractors: found by entry point, held to the same table, their quotes checked."""

from collections.abc import Callable, Sequence
from importlib.metadata import entry_points
from typing import Any

import pandas as pd

from mapper.errors import InputError
from mapper.model import Report
from mapper.schema import CLAIMS, REFUSED, Reading, conform, from_reports

__all__ = ["Extractor", "checked", "find_extractor"]

_GROUP = "mapper.extractors"

# From reports to rows of the claims table, with `report_id`, `quote`, `char_start` and `char_end`.
Extractor = Callable[[Sequence[Report]], Any]


def find_extractor(name: str) -> Extractor:
    """Return the extractor that an installed package offers under a name.

    Raises
    ------
    InputError
        If no package offers it.
    """
    offered = {entry.name: entry for entry in entry_points(group=_GROUP)}
    if name not in offered:
        names = ", ".join(sorted(offered)) or "none is installed"
        raise InputError(
            f"no extractor is called {name!r}; installed under {_GROUP}: {names}; leave --extractor out for our own"
        )
    found: Extractor = offered[name].load()
    return found


def checked(rows: Any, reports: Sequence[Report]) -> Reading:
    """Return what an extractor gave as a reading; whatever does not stand in its report is refused.

    Examples
    --------
    >>> report = Report("r1", "a.txt", "", body="3 were killed.")
    >>> rows = [{"report_id": "r1", "quote": "4 were killed", "char_start": 0, "char_end": 13}]
    >>> reading = checked(rows, [report])
    >>> len(reading.claims), reading.refused["reason"].tolist()
    (0, ['the quote does not stand in the report at its offsets'])
    """
    claims = conform(rows, CLAIMS)
    bodies = {report.report_id: report for report in reports}
    exact = pd.Series(
        [
            _stands(bodies.get(report_id), quote, start, end)
            for report_id, quote, start, end in zip(
                claims["report_id"],
                claims["quote"],
                claims["char_start"],
                claims["char_end"],
                strict=True,
            )
        ],
        index=claims.index,
        dtype=bool,
    )
    false = pd.DataFrame(claims[~exact])
    refused = conform(
        pd.DataFrame(
            {
                "report": false["report"],
                "char_start": false["char_start"],
                "char_end": false["char_end"],
                "column": "quote",
                "value": false["quote"],
                "reason": "the quote does not stand in the report at its offsets",
                "way_out": "an extractor must quote the report to the letter",
            }
        ),
        REFUSED,
    )
    return Reading(conform(claims[exact], CLAIMS), from_reports(reports), refused)


def _stands(report: Report | None, quote: Any, start: Any, end: Any) -> bool:
    if report is None or pd.isna(quote) or pd.isna(start) or pd.isna(end) or start < 0:
        return False
    return bool(report.body[int(start) : int(end)] == quote and quote)
