"""What people decided and what sources took back: a log that is only ever added to.

A decision is a row of the revisions table: a *retracted* or *rejected* claim (or every claim of a
report) is a tombstone, a *corrected* column an override, a *graded* incident a person's grade. The
log is replayed over the tables at every rebuild, in its own order, so that a decision outlives the
data it was made on: a claim that is read again is still dead. What was decided, when and why stands
beside what it changed; who decided stands in the log alone.
"""

import json
from typing import Any

import pandas as pd

from mapper.errors import InputError
from mapper.model import Grade, Verification
from mapper.reconciliation.words.wording import reason_words
from mapper.schema import CLAIMS, INCIDENTS, REVISIONS, conform, joined, split

__all__ = ["ACTIONS", "NOTED", "decide", "regraded", "replayed", "unheard"]

# What people decide, and what the program itself notes of tables that were put in.
ACTIONS = ("retracted", "rejected", "accepted", "corrected", "graded")
NOTED = ("added", "changed", "removed")


def decide(
    log: pd.DataFrame | None,
    subject_id: str,
    action: str,
    *,
    reason: str,
    person: str,
    day: str,
    column: str | None = None,
    after: str | None = None,
) -> pd.DataFrame:
    """Return the log with one more decision at its end; nothing before it is changed.

    Parameters
    ----------
    log : DataFrame or None
        The log so far, a revisions table.
    subject_id : str
        Id of a claim, a report (all its claims) or an incident.
    action : str
        ``retracted`` (its source took it back), ``rejected`` or ``accepted`` (a person's review),
        ``corrected`` (a column has another value) or ``graded`` (an incident has another grade).
    reason, person, day : str
        Why, who and when: none may be empty.
    column, after : str, optional
        The column that is corrected and its value, as text; or the grade as ``after``.

    Returns
    -------
    DataFrame
        The revisions table.

    Raises
    ------
    InputError
        If something is missing or unknown.

    Examples
    --------
    >>> log = decide(None, "c1", "retracted", reason="withdrawn by SOHR", person="A. Editor",
    ...              day="2025-03-14")
    >>> log[["revision", "action", "subject_id", "reason"]].values.tolist()
    [[1, 'retracted', 'c1', 'withdrawn by SOHR']]
    """
    said = {"a reason": reason, "a person": person, "a day": day}
    if missing := [word for word, value in said.items() if not value]:
        raise InputError(f"a decision on {subject_id} needs {' and '.join(missing)}; add it")
    if action not in ACTIONS:
        raise InputError(f"there is no decision {action!r}; use one of {', '.join(ACTIONS)}")
    if action == "corrected" and column not in set(CLAIMS.names) - {"claim_id", "geometry"}:
        raise InputError(f"cannot correct {column!r}; name a column of the claims table")
    if action == "graded" and after not in set(Grade):
        raise InputError(f"there is no grade {after!r}; use one of {', '.join(Grade)}")
    number = 1 if log is None or log.empty else int(log["revision"].max()) + 1
    row = {
        "revision": number,
        "action": action,
        "subject": "incidents" if action == "graded" else "claims",
        "subject_id": subject_id,
        "column": "grade" if action == "graded" else column,
        "after": after,
        "reason": reason,
        "person": person,
        "day": day,
    }
    one = conform([row], REVISIONS)
    return one if log is None or log.empty else pd.concat([log, one], ignore_index=True)


def replayed(claims: pd.DataFrame, log: pd.DataFrame | None) -> Any:
    """Return the claims as people's decisions leave them; no row is removed.

    Decisions on claims that are not there are passed over, and hold again when they come back.

    Parameters
    ----------
    claims : DataFrame
        The claims table.
    log : DataFrame or None
        The revisions table.

    Returns
    -------
    GeoDataFrame
        The claims table, as many rows as before.

    Examples
    --------
    >>> claims = conform([{"claim_id": "c1", "measure": "killed", "count_best": 3}], CLAIMS)
    >>> log = decide(None, "c1", "retracted", reason="a copy", person="A", day="2025-03-14")
    >>> replayed(claims, log)[["verification", "verification_reason"]].values.tolist()
    [['retracted', 'a copy (2025-03-14)']]
    """
    out = conform(claims, CLAIMS)
    for decision in _decisions(log, "claims"):
        at = (out["claim_id"] == decision["subject_id"]) | (
            out["report_id"] == decision["subject_id"]
        )
        if not at.any():
            continue
        action = decision["action"]
        if action == "retracted":
            out.loc[at, "verification"] = str(Verification.RETRACTED)
            out.loc[at, "verification_reason"] = _note(decision)
        elif action in {"rejected", "accepted"}:
            out.loc[at, "review"] = action
        else:
            out = _corrected(out, at, decision)
    return out


def unheard(
    log: pd.DataFrame | None, claims: pd.DataFrame, incidents: pd.DataFrame
) -> list[tuple[int, str, str]]:
    """Return the decisions on what is not there: number, action and id of each.

    Parameters
    ----------
    log : DataFrame or None
        The revisions table.
    claims, incidents : DataFrame
        The tables they were replayed over.

    Examples
    --------
    >>> log = decide(None, "c9", "retracted", reason="a copy", person="A", day="2025-03-14")
    >>> unheard(log, conform([], CLAIMS), conform([], INCIDENTS))
    [(1, 'retracted', 'c9')]
    """
    there = {
        "claims": {*claims["claim_id"], *claims["report_id"]},
        "incidents": set(incidents["incident_id"]),
    }
    return [
        (int(one["revision"]), str(one["action"]), str(one["subject_id"]))
        for subject, ids in there.items()
        for one in _decisions(log, subject)
        if one["subject_id"] not in ids
    ]


def _decisions(log: pd.DataFrame | None, subject: str) -> list[dict[str, Any]]:
    if log is None or log.empty:
        return []
    # What the program noted by itself (a report was put in) is no decision to replay.
    mine = log[log["person"].notna() & log["action"].isin(ACTIONS)]
    # A whole row that a person corrected stands in the claims already.
    mine = mine[(mine["action"] != "corrected") | mine["column"].notna()]
    mine = mine[(mine["subject"] == "incidents") == (subject == "incidents")]
    return [
        {str(name): value for name, value in row.items()}
        for row in mine.sort_values("revision").to_dict("records")
    ]


def _note(decision: dict[str, Any]) -> str:
    return f"{decision['reason']} ({decision['day'].date()})"


def _corrected(claims: Any, at: "pd.Series[bool]", decision: dict[str, Any]) -> Any:
    """Return the claims with a column of some corrected, and the correction noted beside it."""
    frame = pd.DataFrame(claims)
    column = decision["column"]
    value = decision["after"] if isinstance(decision["after"], str) else None
    noted = {"column": column, "after": value, **_decided(decision)}
    if "corrections" not in frame:
        frame["corrections"] = None
    frame["corrections"] = frame["corrections"].astype("object")
    frame.loc[at, "corrections"] = [
        _noted(cell, {**noted, "before": None if pd.isna(before) else str(before)})
        for cell, before in zip(frame.loc[at, "corrections"], frame.loc[at, column], strict=True)
    ]
    frame[column] = frame[column].astype("object")
    frame.loc[at, column] = value
    frame.loc[at, "review"] = "corrected"
    return conform(frame, CLAIMS)


def _noted(cell: object, record: dict[str, Any]) -> str:
    """Return a JSON list with one record more."""
    before = json.loads(cell) if isinstance(cell, str) else []
    return json.dumps([*before, record], ensure_ascii=False, separators=(",", ":"))


def _decided(decision: dict[str, Any]) -> dict[str, str]:
    return {"note": str(decision["reason"]), "day": str(decision["day"].date())}


def regraded(incidents: Any, log: pd.DataFrame | None) -> Any:
    """Return the incidents with the grades that people gave them, the note among the reasons.

    Parameters
    ----------
    incidents : GeoDataFrame
        The incidents table.
    log : DataFrame or None
        The revisions table.
    """
    out = incidents
    for decision in _decisions(log, "incidents"):
        at = (out["incident_id"] == decision["subject_id"]).to_numpy()
        if not at.any():
            continue
        record = {"code": "graded", "grade": decision["after"], **_decided(decision)}
        cells = out.loc[at, ["reasons", "reason_codes"]]
        out = out.assign(grade=out["grade"].mask(at, decision["after"]))
        out.loc[at, "reasons"] = [
            joined([*split(cell), reason_words(record)]) for cell in cells["reasons"]
        ]
        out.loc[at, "reason_codes"] = [_noted(cell, record) for cell in cells["reason_codes"]]
    return out if out is incidents else conform(out, INCIDENTS)
