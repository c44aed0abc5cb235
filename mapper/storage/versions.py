"""Reports put into a case and taken out of it, so that nothing said or decided is lost.

A report is known by the hash of its bytes: the same bytes again change nothing. The same file with
other bytes is a new version of it. What leaves the tables stays in the revisions, whole.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

import pandas as pd

from mapper.errors import CaseError
from mapper.schema import REVISIONS, TABLES, conform
from mapper.storage.spreadsheets import plain

__all__ = ["Revision", "put_in", "take_out"]

# Two claims of two versions of a report that agree in these are the same claim.
_WORDS = ["measure", "quote", "count_words", "group", "voice"]


class Revision(NamedTuple):
    """The tables after a change, and what was done, one line a fact; no line if nothing was."""

    tables: dict[str, Any]
    done: list[str]


def put_in(case: Mapping[str, Any], reading: Mapping[str, Any]) -> Revision:
    """Put what was read into a case.

    Parameters
    ----------
    case : mapping of str to DataFrame
        The tables of the case.
    reading : mapping of str to DataFrame
        ``reports``, ``claims`` (geocoded), ``refused`` and, for texts, ``texts``.

    Returns
    -------
    Revision
        Where a report is a new version (same file name and publisher, other bytes), the claims of
        the older one go to the revisions; a person's decision on a claim that both versions make
        goes over to the new one, and a claim that was decided on and is no longer made stays.

    Examples
    --------
    >>> from mapper.schema import REPORTS
    >>> reading = {"reports": conform([{"report_id": "r1", "path": "a.txt"}], REPORTS)}
    >>> once = put_in({}, reading)
    >>> once.done
    ['a.txt: added with 0 claims']
    >>> put_in(once.tables, reading).done
    []
    """
    tables = _all(case)
    new = _all(reading)
    known = set(tables["reports"]["report_id"])
    reports = new["reports"][~new["reports"]["report_id"].isin(known)]
    claims = new["claims"]
    claims = claims[
        ~claims["report_id"].isin(known) & ~claims["claim_id"].isin(tables["claims"]["claim_id"])
    ]
    done = []
    for report in reports.to_dict("records"):
        own = claims["report_id"] == report["report_id"]
        what = f"added with {int(own.sum())} claims"
        for older in _older(tables["reports"], report, set(reports["report_id"])):
            claims, kept = _decided_again(claims, own, tables["claims"], older["report_id"])
            left = _leave(tables, older, f"{report['report_id']} is a newer version", kept=kept)
            what = f"new version with {int(own.sum())} claims; {left} of {older['report_id']} left"
        done.append(f"{report['path'] or report['report_id']}: {what}")
        _log(
            tables, [{"action": "added", **_subject("reports", report), "after": report["sha256"]}]
        )
    others = claims[~claims["report_id"].isin(reports["report_id"])]
    if len(others):
        done.append(f"{len(others)} claims of reports that are not here: added")
    if not done:
        return Revision(tables, [])
    arrived = {
        "reports": reports,
        "claims": claims,
        "texts": new["texts"][new["texts"]["report_id"].isin(reports["report_id"])],
        "refused": new["refused"][new["refused"]["report"].isin(reports["path"])],
    }
    for name, rows in arrived.items():
        tables[name] = _stacked(tables[name], rows, name)
    return Revision(tables, done)


def take_out(
    case: Mapping[str, Any],
    names: Iterable[str],
    *,
    reason: str = "",
    person: str = "",
    day: date | None = None,
) -> Revision:
    """Take reports out of a case, with all their claims; the revisions keep them.

    Parameters
    ----------
    case : mapping of str to DataFrame
        The tables of the case.
    names : iterable of str
        Ids of reports, or their file names.
    reason, person : str
        Why, and who decided.
    day : date, optional
        When, as the person says.

    Raises
    ------
    CaseError
        If a report is not in the case, or a file name means several.
    """
    tables = _all(case)
    done = []
    for name in names:
        reports = tables["reports"]
        found = reports[(reports["report_id"] == name) | (reports["path"] == name)]
        if found.empty:
            raise CaseError(f"the case has no report {name!r}; list them with: mapper case list")
        if len(found) > 1:
            ids = ", ".join(found["report_id"])
            raise CaseError(f"{name!r} means {len(found)} reports; name one of {ids}")
        report = found.to_dict("records")[0]
        left = _leave(tables, report, reason, person=person, day=day)
        done.append(f"{report['path'] or name}: removed with {left} claims")
    return Revision(tables, done)


def _all(tables: Mapping[str, Any]) -> dict[str, Any]:
    return {name: conform(tables.get(name, []), table) for name, table in TABLES.items()}


def _older(
    reports: pd.DataFrame, report: Mapping[Any, Any], same_call: set[str]
) -> list[dict[Any, Any]]:
    """Return the reports in the case of which this one is a newer version."""
    same = reports["path"].eq(report["path"])
    for column in ("publisher", "url"):
        # Two papers may both send a `report.txt`; what one does not say cannot tell them apart.
        value = report[column]
        if isinstance(value, str):
            same &= reports[column].eq(value) | reports[column].isna()
    return reports[same & ~reports["report_id"].isin(same_call)].to_dict("records")


def _decided_again(
    claims: Any, own: "pd.Series[bool]", before: Any, older: str
) -> tuple[Any, set[str]]:
    """Return the claims with the decisions a person took on the same claims of an older version.

    And the ids of the claims that were decided on and are not made any more.
    """
    decided = before[(before["report_id"] == older) & before["review"].notna()]
    decisions = pd.DataFrame(decided[[*_WORDS, "review"]]).drop_duplicates(_WORDS)
    made = pd.DataFrame(claims.loc[own, [*_WORDS, "review"]])
    met = made[_WORDS].merge(decisions, on=_WORDS, how="left")["review"].set_axis(made.index)
    claims = claims.copy()
    claims.loc[own, "review"] = met.fillna(made["review"])
    again = pd.DataFrame(decided[_WORDS]).merge(
        made[_WORDS].drop_duplicates(), indicator=True, how="left"
    )
    gone = (again["_merge"] == "left_only").to_numpy()
    return claims, set(decided["claim_id"][gone])


def _leave(
    tables: dict[str, Any],
    report: Mapping[Any, Any],
    reason: str,
    *,
    kept: Collection[str] = (),
    person: str = "",
    day: date | None = None,
) -> int:
    """Take a report and its claims out of the tables into the revisions; return how many claims.

    The text stays, so that a quote can be checked for ever; so does the report of a claim that stays.
    """
    claims, refused = tables["claims"], tables["refused"]
    going = claims["report_id"] == report["report_id"]
    going &= ~claims["claim_id"].isin(kept)
    told = {"reason": reason, "person": person, "day": day}
    rows = plain(claims[going]).to_dict("records")
    _log(
        tables,
        [
            {
                "action": "removed",
                "subject": "claims",
                "subject_id": row["claim_id"],
                **_was(row),
                **told,
            }
            for row in rows
        ],
    )
    tables["claims"] = claims[~going].reset_index(drop=True)
    if not kept:
        here = tables["reports"]["report_id"] == report["report_id"]
        was = _was(plain(tables["reports"][here]).to_dict("records")[0])
        _log(tables, [{"action": "removed", **_subject("reports", report), **was, **told}])
        tables["reports"] = tables["reports"][~here].reset_index(drop=True)
    if isinstance(report["path"], str):
        tables["refused"] = refused[refused["report"] != report["path"]].reset_index(drop=True)
    return int(going.sum())


def _subject(table: str, row: Mapping[Any, Any]) -> dict[str, Any]:
    return {"subject": table, "subject_id": row[TABLES[table].key]}


def _was(row: Mapping[Any, Any]) -> dict[str, str]:
    known = {name: value for name, value in row.items() if not pd.isna(value)}
    return {"before": json.dumps(known, ensure_ascii=False, sort_keys=True, default=str)}


def _log(tables: dict[str, Any], entries: list[dict[str, Any]]) -> None:
    revisions = tables["revisions"]
    first = 1 if revisions.empty else int(revisions["revision"].max()) + 1
    numbered = [{"revision": first + number, **entry} for number, entry in enumerate(entries)]
    tables["revisions"] = _stacked(revisions, conform(numbered, REVISIONS), "revisions")


def _stacked(above: Any, below: Any, name: str) -> Any:
    if below.empty:
        return above
    if above.empty:
        return conform(below, TABLES[name])
    return conform(pd.concat([above, below], ignore_index=True), TABLES[name])
