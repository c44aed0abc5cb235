"""Reports put into a case and taken out of it, so that nothing said or decided is lost.

A document is a file that was handed in, known by the hash of its bytes: the same bytes again change
nothing, the same file with other bytes is a new version. A text is one report; a table is one too,
and may pass on many more, which have no bytes of their own. What leaves the tables stays in the
revisions, whole.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

import pandas as pd

from mapper.errors import CaseError
from mapper.model import many
from mapper.schema import REVISIONS, TABLES, conform, conform_all
from mapper.storage.spreadsheets import plain
from mapper.storage.stacking import stacked

__all__ = ["Revision", "put_in", "take_out"]

# Two claims of two versions of a document that agree in these are the same claim.
_WORDS = ["measure", "quote", "count_words", "count_best", "group", "voice"]
_DECISION = ("review", "reviewer", "reviewed_at")
_OWNED = ("claims", "reports")


class Revision(NamedTuple):
    """The tables after a change, and what was done, one line a fact; no line if nothing was."""

    tables: dict[str, Any]
    done: list[str]


def put_in(
    case: Mapping[str, Any], reading: Mapping[str, Any], *, lasting: Collection[str] = ()
) -> Revision:
    """Put what was read into a case.

    Parameters
    ----------
    case : mapping of str to DataFrame
        The tables of the case.
    reading : mapping of str to DataFrame
        ``reports``, ``claims`` (geocoded), ``refused`` and, for texts, ``texts``.
    lasting : collection of str
        Schemas whose ids mean the same thing in every file (see `stacked`).

    Returns
    -------
    Revision
        Where a document is a new version (same file name and publisher, other bytes), the claims of
        the older one go to the revisions; a person's decision on a claim that both versions make
        goes over to the new one, and a claim that was corrected, added, or decided on and is no
        longer made, stays. Of a document that is here already only new decisions are taken.

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
    tables, new = conform_all(case), conform_all(reading)
    here, coming = _documents(tables["reports"]), _documents(new["reports"])
    fresh = coming[~coming["report_id"].isin(here["report_id"])]
    by_document = {name: dict(list(new[name].groupby(_owners(new, name)))) for name in _OWNED}
    arriving: dict[str, list[Any]] = {
        name: [] for name in ("reports", "claims", "texts", "refused")
    }
    entries, done = [], []
    for document in fresh.itertuples():
        claims = by_document["claims"].get(document.report_id, new["claims"][:0])
        what = f"added with {many(len(claims), 'claim')}"
        for older in _older(here, document, coming).itertuples():
            before = tables["claims"][_owners(tables, "claims") == older.report_id]
            claims, kept = _decided_again(claims, before)
            left = _leave(tables, older, f"{document.report_id} is a newer version", kept=kept)
            what = (
                f"new version with {many(len(claims), 'claim')}; {left} of {older.report_id} left"
            )
        arriving["claims"].append(claims)
        arriving["reports"].append(by_document["reports"][document.report_id])
        row = {"subject": "reports", "subject_id": document.report_id, "after": document.sha256}
        entries.append({"action": "added", **row})
        done.append(f"{_name(document)}: {what}")
    for document in coming[~coming["report_id"].isin(fresh["report_id"])].itertuples():
        claims = by_document["claims"].get(document.report_id, new["claims"][:0])
        if decided := _decided_now(tables, claims):
            done.append(f"{_name(document)}: {decided} decisions")
    if not done:
        return Revision(tables, [])
    arriving["texts"] = [new["texts"][new["texts"]["report_id"].isin(fresh["report_id"])]]
    arriving["refused"] = [new["refused"][new["refused"]["report"].isin(fresh["path"])]]
    tables["claims"] = stacked([tables["claims"], *arriving.pop("claims")], lasting)
    for name, frames in arriving.items():
        tables[name] = _below(tables[name], frames, name)
    _log(tables, entries)
    return Revision(tables, done)


def take_out(
    case: Mapping[str, Any],
    names: Iterable[str],
    *,
    reason: str = "",
    person: str = "",
    day: date | None = None,
) -> Revision:
    """Take documents out of a case, with all their claims; the revisions keep them.

    Parameters
    ----------
    case : mapping of str to DataFrame
        The tables of the case.
    names : iterable of str
        Ids of reports, or file names.
    reason, person : str
        Why, and who decided.
    day : date, optional
        When, as the person says.

    Raises
    ------
    CaseError
        If a report is not in the case, or a file name means several.
    """
    tables = conform_all(case)
    done = []
    for name in names:
        # A report that a table passes on can be named by its id, and then goes alone.
        named = tables["reports"][tables["reports"]["report_id"] == name]
        documents = _documents(tables["reports"])
        found = documents[documents["path"] == name] if named.empty else named
        if found.empty:
            raise CaseError(f"the case has no report {name!r}; list them with: mapper case list")
        if len(found) > 1:
            ids = ", ".join(found["report_id"])
            raise CaseError(f"{name!r} means {len(found)} reports; name one of {ids}")
        document = next(found.itertuples())
        left = _leave(tables, document, reason, person=person, day=day)
        done.append(f"{_name(document)}: removed with {many(left, 'claim')}")
    return Revision(tables, done)


def _name(document: Any) -> str:
    return str(document.path if isinstance(document.path, str) else document.report_id)


def _documents(reports: pd.DataFrame) -> pd.DataFrame:
    """Return the reports that have bytes of their own, or a file to themselves."""
    passed_on = reports["sha256"].isna() & reports["path"].isin(
        reports.loc[reports["sha256"].notna(), "path"]
    )
    return reports[~passed_on]


def _owners(tables: Mapping[str, Any], name: str) -> Any:
    """Return the document that each claim or report stands in, by its id.

    What a table passes on has no bytes of its own: the file's name leads to the table. The same
    article may be passed on by two tables, so each claim says which file it came with.
    """
    documents, rows = _documents(tables["reports"]), tables[name]
    file = documents.drop_duplicates("path").set_index("path")["report_id"]
    own = rows["report_id"].where(rows["report_id"].isin(documents["report_id"]))
    return own.fillna(rows["path" if name == "reports" else "report"].map(file)).fillna(
        rows["report_id"]
    )


def _older(here: pd.DataFrame, document: Any, coming: pd.DataFrame) -> pd.DataFrame:
    """Return the documents of the case of which this one is a newer version."""
    same = here["path"].eq(document.path) & ~here["report_id"].isin(coming["report_id"])
    for column in ("publisher", "url"):
        # Two papers may both send a `report.txt`; what one does not say cannot tell them apart.
        value = getattr(document, column)
        if isinstance(value, str):
            same &= here[column].eq(value) | here[column].isna()
    return here[same]


def _decided_again(claims: Any, before: Any) -> tuple[Any, set[str]]:
    """Return the claims with the decisions a person took on the same claims of an older version.

    And the ids of the claims that stay as they were decided: corrected ones, which take the place of
    what is read again, added ones, and those that are not made any more.
    """
    decided = before[before["review"].notna()]
    own = decided["review"].isin(["corrected", "added"])
    said = [name for name in _DECISION if name in before]
    decisions = pd.DataFrame(decided.loc[~own, [*_WORDS, *said]]).drop_duplicates(_WORDS)
    made = pd.DataFrame(claims[_WORDS])
    met = made.merge(decisions, on=_WORDS, how="left").set_axis(claims.index)
    for name in said:
        # A null column of a table without decisions has no type of its own.
        fresh = claims[name] if name in claims else pd.Series(None, claims.index, dtype="str")
        claims = claims.assign(**{name: met[name].astype("str").fillna(fresh.astype("str"))})
    again = pd.DataFrame(decided[_WORDS]).merge(made.drop_duplicates(), indicator=True, how="left")
    gone = (again["_merge"] == "left_only").to_numpy() | own.to_numpy()
    corrected = decided.loc[own, "quote"].dropna()
    return claims[~claims["quote"].isin(corrected)], set(decided["claim_id"][gone])


def _decided_now(tables: dict[str, Any], claims: Any) -> int:
    """Write the decisions that came with claims of a document that is here; return how many."""
    decided = claims[claims["review"].notna()]
    here = tables["claims"]
    was, now = (
        pd.Series(pd.util.hash_pandas_object(plain(rows), index=False).to_numpy(), rows["claim_id"])
        for rows in (here.reindex(columns=decided.columns), decided)
    )
    was = was[~was.index.duplicated()]
    changed = decided[(now != was.reindex(now.index)).to_numpy()]
    if changed.empty:
        return 0
    old = plain(here[here["claim_id"].isin(changed["claim_id"])]).set_index("claim_id")
    rows = plain(changed).to_dict("records")
    entries = [
        {
            "action": row["review"],
            "subject": "claims",
            "subject_id": row["claim_id"],
            "before": _was(old.loc[row["claim_id"]].to_dict())
            if row["claim_id"] in old.index
            else None,
            "after": _was(row),
            "person": row.get("reviewer"),
        }
        for row in rows
    ]
    _log(tables, entries)
    place = pd.Series(here.index, here["claim_id"])
    place = place[~place.index.duplicated()].reindex(changed["claim_id"])
    # A decided row stands where the claim stood, an added one behind all others.
    changed = changed.set_axis(place.fillna(len(here)).to_numpy())
    staying = here[~here["claim_id"].isin(changed["claim_id"])]
    together = pd.concat([staying, changed]).sort_index(kind="stable")
    tables["claims"] = conform(together, TABLES["claims"])
    return len(changed)


def _leave(
    tables: dict[str, Any],
    document: Any,
    reason: str,
    *,
    kept: Collection[str] = (),
    person: str = "",
    day: date | None = None,
) -> int:
    """Take a document and its claims out of the tables into the revisions; return how many claims.

    The text stays, so that a quote can be checked for ever; so does the report of a claim that stays.
    """
    claims, reports = tables["claims"], tables["reports"]
    going, candidates = (_owners(tables, name) == document.report_id for name in _OWNED)
    if not going.any():
        # One report that a table passes on.
        going, candidates = (tables[name]["report_id"] == document.report_id for name in _OWNED)
    told = {"action": "removed", "reason": reason, "person": person, "day": day}
    going &= ~claims["claim_id"].isin(kept)
    staying = claims[~going].reset_index(drop=True)
    leaving = candidates & ~reports["report_id"].isin(staying["report_id"])
    for name, rows in (("claims", claims[going]), ("reports", reports[leaving])):
        key = TABLES[name].key
        _log(
            tables,
            [
                {"subject": name, "subject_id": row[key], "before": _was(row), **told}
                for row in plain(rows).to_dict("records")
            ],
        )
    tables["claims"], tables["reports"] = staying, reports[~leaving].reset_index(drop=True)
    if isinstance(document.path, str):
        refused = tables["refused"]
        tables["refused"] = refused[refused["report"] != document.path].reset_index(drop=True)
    return int(going.sum())


def _was(row: Mapping[Any, Any]) -> str:
    known = {name: value for name, value in row.items() if not pd.isna(value)}
    return json.dumps(known, ensure_ascii=False, sort_keys=True, default=str)


def _log(tables: dict[str, Any], entries: list[dict[str, Any]]) -> None:
    revisions = tables["revisions"]
    first = 1 if revisions.empty else int(revisions["revision"].max()) + 1
    numbered = [{"revision": first + number, **entry} for number, entry in enumerate(entries)]
    tables["revisions"] = _below(revisions, [conform(numbered, REVISIONS)], "revisions")


def _below(above: Any, frames: list[Any], name: str) -> Any:
    """Return rows one below the other; a report stands once."""
    frames = [frame for frame in (above, *frames) if len(frame)]
    if not frames:
        return above
    rows = conform(pd.concat(frames, ignore_index=True), TABLES[name])
    return rows.drop_duplicates("report_id", ignore_index=True) if name == "reports" else rows
