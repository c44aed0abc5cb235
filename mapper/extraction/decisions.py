"""What people decided about claims: kept when a report is read again, and applied before mapping.

A claims table is also a form to fill in. ``review`` says ``accepted``, ``rejected``, ``corrected`` or
``added``; ``reviewer`` and ``reviewed_at`` say who and when; ``fingerprint`` lets a row that somebody
changed without saying so be seen as corrected.
"""

import hashlib
from typing import Any

import pandas as pd

from mapper.errors import TableError
from mapper.extraction.renewing import renewed
from mapper.schema import CLAIMS, check, conform

__all__ = ["DECISIONS", "apply_decisions", "keep_decisions", "to_review"]

DECISIONS = ("accepted", "rejected", "corrected", "added")
# A fingerprint of digits alone, or with one e among them, is a number to a spreadsheet.
_FINGERPRINT = r"[0-9a-f]{12}"
_EXTRA = ("reviewer", "reviewed_at", "fingerprint")
# What a place or a review makes of a claim is no change of the claim.
_NOT_SAID = frozenset(
    {
        "geometry",
        "review",
        "place_id",
        "place_name",
        "country",
        "adm1_pcode",
        "adm2_pcode",
        "precision",
        "coordinates_are",
        "radius_km",
        "match_tier",
        "match_score",
        "match_reason",
        "alternatives",
        "origin_id",
        "destination_id",
        "via_id",
    }
)
_SAID = [name for name in CLAIMS.names if name not in _NOT_SAID]


def to_review(claims: Any) -> Any:
    """Return claims with the columns a person fills in.

    Parameters
    ----------
    claims : GeoDataFrame
        The claims table.

    Returns
    -------
    GeoDataFrame
        The same rows with ``reviewer``, ``reviewed_at`` and ``fingerprint`` behind.
    """
    rows = conform(claims, CLAIMS)
    for name in _EXTRA:
        if name not in rows:
            rows[name] = pd.Series(pd.NA, index=rows.index, dtype="str")
    fresh = rows["fingerprint"].isna() & rows["review"].isna()
    rows["fingerprint"] = rows["fingerprint"].mask(fresh, _fingerprints(rows))
    return rows


def _fingerprints(rows: Any) -> "pd.Series[str]":
    said = pd.DataFrame(rows)[_SAID].astype("str").fillna("")
    lines = ["\x1f".join(row) for row in said.itertuples(index=False)]
    prints = [hashlib.sha256(line.encode()).hexdigest()[:12] for line in lines]
    return pd.Series(prints, index=rows.index, dtype="str")


def decided(table: Any, fresh: Any) -> Any:
    """Return a reviewed table with every decision written out, that of silent edits included.

    What a spreadsheet does to a table is no decision: columns that somebody took out are as they were
    read, a row that stands there twice is one, and where a fingerprint is lost or spoilt, a row is
    held against the claim as it was read.

    Raises
    ------
    TableError
        If ``review`` holds a word that is no decision, a claim stands there in two ways, the column
        of their ids is gone, or a row that counts holds what no claim can.
    """
    whole = _whole(table, fresh)
    rows = to_review(whole)
    marks = whole.get("fingerprint", pd.Series(pd.NA, index=rows.index)).astype("str")
    said = rows["review"].str.strip().str.lower()
    wrong = said[~said.isin(DECISIONS) & said.notna()]
    if len(wrong):
        raise TableError(
            f"table claims, column review: {wrong.iloc[0]!r} in row {wrong.index[0] + 1} is no decision; "
            f"write one of {', '.join(DECISIONS)}, or leave it empty"
        )
    unknown = said.isna() & marks.isna() & rows["extractor"].isna()
    rows["review"] = said.mask(_edited(rows, marks, fresh) & said.isna(), "corrected")
    rows["review"] = rows["review"].mask(unknown, "added")
    added = rows["claim_id"].isna()
    numbers = added.cumsum().astype("str")
    rows["claim_id"] = rows["claim_id"].mask(added, "added:" + numbers)
    return _checked(renewed(rows, fresh))


def _whole(table: Any, fresh: Any) -> pd.DataFrame:
    """Return a reviewed table with the columns it has lost, as they were read."""
    given = pd.DataFrame(table).reset_index(drop=True)
    if "claim_id" not in given:
        if given.get("fingerprint", given.get("extractor", pd.Series(dtype="str"))).notna().any():
            raise TableError(
                "table claims has lost its column claim_id, which says what a row is a decision on; "
                "take it from the table as it was written"
            )
        return given
    read = pd.DataFrame(fresh).drop_duplicates("claim_id").set_index("claim_id")
    _readable(given, read)
    lost = [name for name in CLAIMS.names if name not in given and name in read]
    return given.join(read[lost], on="claim_id")


def _readable(given: pd.DataFrame, read: pd.DataFrame) -> None:
    """Raise `TableError` if a spreadsheet has put question marks for letters that it does not know."""
    if "quote" not in given:
        return
    asked = given["quote"].str.contains("??", regex=False, na=False)
    spoilt = (asked & (given["quote"] != given["claim_id"].map(read["quote"]))).to_numpy()
    if spoilt.any():
        raise TableError(
            f"table claims: the letters of row {spoilt.argmax() + 1} have become question marks; "
            "save it as CSV UTF-8"
        )


def _edited(rows: Any, marks: "pd.Series[str]", fresh: Any) -> "pd.Series[bool]":
    """Whether somebody changed a row: it is not as its fingerprint says, nor as it is read now."""
    sound = marks.str.fullmatch(_FINGERPRINT).fillna(value=False).astype("bool")
    now = pd.Series(_fingerprints(fresh).to_numpy(), index=fresh["claim_id"])
    read = rows["claim_id"].map(now[~now.index.duplicated()])
    mine = _fingerprints(rows)
    changed: pd.Series[bool] = (marks != mine).where(sound, read.notna()) & (mine != read)
    return changed


def _checked(rows: Any) -> Any:
    """Return each claim once; raise `TableError` if it is told in two ways, or holds what none can."""
    twice = rows[rows["claim_id"].duplicated(keep=False)]
    for claim_id, same in twice.groupby("claim_id", sort=False):
        if len(same.astype("str").drop_duplicates()) > 1:
            raise TableError(
                f"table claims: {claim_id} stands in rows {' and '.join(str(row + 1) for row in same.index)}, "
                "and not alike; keep one of them, or empty the claim_id of a row that is a claim of its own"
            )
    rows = rows.drop_duplicates("claim_id")
    counts = rows["review"].notna() & (rows["review"] != "rejected")
    wrong = check(rows[counts], CLAIMS)
    if wrong:
        raise TableError(f"table {wrong[0]}; mend that row, or write rejected in its column review")
    return rows.reset_index(drop=True)


def keep_decisions(fresh: Any, reviewed: Any) -> Any:
    """Return a new reading of reports with the decisions of an earlier table kept.

    Parameters
    ----------
    fresh : GeoDataFrame
        Claims as just extracted.
    reviewed : GeoDataFrame
        The table a person may have edited.

    Returns
    -------
    GeoDataFrame
        Every decided row as the person left it; every other row from ``fresh``. Rows of reports that
        were not read again stay.
    """
    old = decided(reviewed, fresh)
    read_again = set(pd.DataFrame(fresh)["report_id"].dropna())
    kept = old[old["review"].notna() | ~old["report_id"].isin(read_again)]
    new = to_review(fresh)
    new = new[~new["claim_id"].isin(set(kept["claim_id"]))]
    return _in_order(pd.DataFrame(kept), pd.DataFrame(new))


def apply_decisions(claims: Any, decisions: Any) -> Any:
    """Return claims as a person left them: decisions win over what was read.

    Parameters
    ----------
    claims : GeoDataFrame
        The claims table, as read from reports or tables.
    decisions : GeoDataFrame
        The claims table that a person edited: ``review`` and, beside it, who and when.

    Returns
    -------
    GeoDataFrame
        Corrected rows as corrected, added rows among the others, each with ``reviewer`` and
        ``reviewed_at``. Nothing is dropped: what was rejected stays, marked ``rejected``.

    Raises
    ------
    TableError
        If ``review`` holds a word that is no decision.

    Examples
    --------
    >>> read = conform([{"claim_id": "a", "count_best": 3}, {"claim_id": "b"}], CLAIMS)
    >>> told = conform([{"claim_id": "a", "count_best": 4, "review": "corrected"}], CLAIMS)
    >>> apply_decisions(read, told)[["claim_id", "count_best", "review"]].values.tolist()
    [['a', 4, 'corrected'], ['b', <NA>, nan]]
    """
    rows = decided(decisions, claims)
    rows = rows[rows["review"].notna()]
    left = pd.DataFrame(conform(claims, CLAIMS))
    left = left[~left["claim_id"].isin(set(rows["claim_id"]))]
    return _in_order(pd.DataFrame(rows), left).drop(columns="fingerprint", errors="ignore")


def _in_order(*frames: pd.DataFrame) -> Any:
    together = pd.concat(
        [frame for frame in frames if len(frame)] or list(frames[:1]), ignore_index=True
    )
    order = ["report", "char_start", "claim_id"]
    return conform(together.sort_values(order, kind="stable", na_position="last"), CLAIMS)
