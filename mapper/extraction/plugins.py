"""Other extractors: found by entry point, held to the same table, their quotes checked."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.metadata import entry_points
from typing import Any

import pandas as pd

from mapper.errors import InputError, TableError
from mapper.model import Report
from mapper.schema import CLAIMS, REFUSED, Reading, check, conform, from_reports

__all__ = ["Extractor", "checked", "find_extractor", "read_with"]

_GROUP = "mapper.extractors"
_WHERE = ("report_id", "quote", "char_start", "char_end")
# Which row of the table it is says nothing of one that is looked at alone.
_ROW = re.compile(r" in row \d+\b")

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


def read_with(name: str, reports: Sequence[Report]) -> Reading:
    """Return what another package's extractor reads from reports, checked.

    Raises
    ------
    InputError
        If no package offers it, or it fails.
    """
    extractor = find_extractor(name)
    try:
        rows = extractor(reports)
    except Exception as error:  # whatever another package raises
        raise InputError(
            f"the extractor {name!r} failed: {type(error).__name__}: {error}; leave --extractor out for our own"
        ) from error
    return checked(rows, reports, name)


def checked(rows: Any, reports: Sequence[Report], name: str = "") -> Reading:
    """Return what an extractor gave as a reading; what no claim can be, row by row, is refused.

    A quote that does not stand in its report, a cell that its column cannot hold, a claim told twice:
    each goes to ``refused`` with its reason. Nobody but a person decides on claims, so that what an
    extractor says of a review is left out.

    Parameters
    ----------
    rows : DataFrame or iterable of mappings
        Rows of the claims table; an id is made where one is missing.
    reports : sequence of Report
        What was read.
    name : str
        Who read it, where the rows do not say.

    Raises
    ------
    InputError
        If these are no rows.

    Examples
    --------
    >>> report = Report("r1", "a.txt", "", body="3 were killed.")
    >>> rows = [{"report_id": "r1", "quote": "4 were killed", "char_start": 0, "char_end": 13}]
    >>> reading = checked(rows, [report])
    >>> len(reading.claims), reading.refused["reason"].tolist()
    (0, ['the quote does not stand in the report at its offsets'])
    """
    claims, refused = _conformed(_rows(rows, name))
    bodies = {report.report_id: report for report in reports}
    claims = _named(claims, bodies, name)
    why = pd.Series("", claims.index).mask(claims["claim_id"].duplicated(), "it is told twice")
    if check(claims, CLAIMS):
        for at in claims.index:
            problems = check(claims.loc[[at]], CLAIMS)
            why[at] = _ROW.sub("", problems[0]) if problems else why[at]
    told = zip(claims.index, *(claims[name] for name in _WHERE), strict=True)
    for at, report_id, *quoted in told:
        if not _stands(bodies.get(report_id), *quoted):
            why[at] = "the quote does not stand in the report at its offsets"
    wrong = pd.DataFrame(claims[why != ""]).to_dict("records")
    refused += [_refusal(row, reason) for row, reason in zip(wrong, why[why != ""], strict=True)]
    return Reading(
        conform(claims[why == ""], CLAIMS), from_reports(reports), conform(refused, REFUSED)
    )


def _rows(given: Any, name: str) -> pd.DataFrame:
    """Return what an extractor gave as rows."""
    if isinstance(given, pd.DataFrame):
        return given.reset_index(drop=True)
    rows = (
        list(given)
        if isinstance(given, Iterable) and not isinstance(given, str | Mapping)
        else None
    )
    if rows is None or not all(isinstance(row, Mapping) for row in rows):
        raise InputError(
            f"the extractor {name or 'asked for'} gave a {type(given).__name__} and not rows of claims; "
            "it must return a table, or a list of mappings from columns to values"
        )
    return pd.DataFrame(rows)


def _conformed(rows: pd.DataFrame) -> tuple[pd.DataFrame, list[dict[str, Any]]]:
    """Return the rows as claims, and those that hold what their column cannot, refused."""
    try:
        return conform(rows, CLAIMS), []
    except (TableError, OverflowError):
        pass
    kept, refused = [], []
    for at in rows.index:
        row = rows.loc[[at]]
        try:
            kept.append(conform(row, CLAIMS))
        except (TableError, OverflowError) as error:
            refused.append(_refusal(dict(row.iloc[0]), _ROW.sub("", str(error))))
    return conform(pd.concat(kept, ignore_index=True) if kept else [], CLAIMS), refused


def _named(claims: Any, bodies: Mapping[str, Report], name: str) -> Any:
    """Return claims with an id each, their file and who read them, and without decisions."""
    made = claims["report_id"] + ":" + claims["char_start"].astype("str") + ":" + claims["measure"]
    paths = claims["report_id"].map({key: report.path for key, report in bodies.items()})
    return claims.assign(
        claim_id=claims["claim_id"].fillna(made),
        report=claims["report"].fillna(paths.astype("str")),
        extractor=claims["extractor"].fillna(name or None),
        review=pd.Series(pd.NA, claims.index, dtype="str"),
    )


def _refusal(row: Mapping[Any, Any], reason: str) -> dict[str, Any]:
    at = {name: row.get(name) for name in ("char_start", "char_end")}
    words = {name: row.get(name) for name in ("report", "quote")}
    told = {name: value if isinstance(value, str) else None for name, value in words.items()}
    return {
        "report": told["report"],
        **{name: value if pd.api.types.is_integer(value) else None for name, value in at.items()},
        "column": "quote",
        "value": told["quote"],
        "reason": reason,
        "way_out": "an extractor must quote the report to the letter and keep to the table of claims",
    }


def _stands(report: Report | None, quote: Any, start: Any, end: Any) -> bool:
    if report is None or pd.isna(quote) or pd.isna(start) or pd.isna(end) or start < 0:
        return False
    return bool(report.body[int(start) : int(end)] == quote and quote)
