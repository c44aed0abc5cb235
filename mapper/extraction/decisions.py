"""What people decided about claims: kept when a report is read again, and applied before mapping.

A claims table is also a form to fill in. ``review`` says ``accepted``, ``rejected``, ``corrected`` or
``added``; ``reviewer`` and ``reviewed_at`` say who and when; ``fingerprint`` lets a row that somebody
changed without saying so be seen as corrected.
"""

import hashlib
from typing import Any

import pandas as pd

from mapper.errors import TableError
from mapper.schema import CLAIMS, REFUSED, Reading, conform

__all__ = ["DECISIONS", "apply_decisions", "keep_decisions", "to_review"]

DECISIONS = ("accepted", "rejected", "corrected", "added")
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


def decided(table: Any) -> Any:
    """Return a reviewed table with every decision written out, that of silent edits included.

    Raises
    ------
    TableError
        If ``review`` holds a word that is no decision.
    """
    rows = to_review(table)
    said = rows["review"].str.strip().str.lower()
    wrong = said[~said.isin(DECISIONS) & said.notna()]
    if len(wrong):
        raise TableError(
            f"table claims, column review: {wrong.iloc[0]!r} in row {wrong.index[0] + 1} is no decision; "
            f"write one of {', '.join(DECISIONS)}, or leave it empty"
        )
    given = pd.DataFrame(table).reset_index(drop=True)
    marks = given["fingerprint"] if "fingerprint" in given else pd.Series(pd.NA, index=rows.index)
    edited = said.isna() & marks.notna() & (marks.astype("str") != _fingerprints(rows))
    unknown = said.isna() & marks.isna() & rows["extractor"].isna()
    rows["review"] = said.mask(edited, "corrected").mask(unknown, "added")
    added = rows["claim_id"].isna()
    numbers = added.cumsum().astype("str")
    rows["claim_id"] = rows["claim_id"].mask(added, "added:" + numbers)
    return rows


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
    old = decided(reviewed)
    read_again = set(pd.DataFrame(fresh)["report_id"].dropna())
    kept = old[old["review"].notna() | ~old["report_id"].isin(read_again)]
    new = to_review(fresh)
    new = new[~new["claim_id"].isin(set(kept["claim_id"]))]
    together = pd.concat([pd.DataFrame(kept), pd.DataFrame(new)], ignore_index=True)
    together = together.sort_values(
        ["report", "char_start", "claim_id"], kind="stable", na_position="last"
    )
    return conform(together, CLAIMS)


def apply_decisions(reading: Reading, reviewed: Any) -> Reading:
    """Return a reading as a person left it.

    Parameters
    ----------
    reading : Reading
        What the reports gave.
    reviewed : GeoDataFrame
        The table with decisions.

    Returns
    -------
    Reading
        Rejected claims are in ``refused`` with who and when; corrected ones as corrected; added ones
        are there; links to rejected claims are gone.
    """
    rows = keep_decisions(reading.claims, reviewed)
    rejected = rows["review"] == "rejected"
    gone = set(rows.loc[rejected, "claim_id"])
    refused = [_refusal(row) for row in pd.DataFrame(rows[rejected]).to_dict("records")]
    left = rows[~rejected].drop(columns="fingerprint").reset_index(drop=True)
    for name in ("contained_in", "same_as", "supersedes"):
        left[name] = (
            left[name].map(lambda cell: _without(cell, gone)).astype("str").replace("", None)
        )
    more = conform(
        pd.concat([pd.DataFrame(reading.refused), pd.DataFrame(refused)], ignore_index=True),
        REFUSED,
    )
    return Reading(conform(left, CLAIMS), reading.reports, more)


def _without(cell: object, gone: set[Any]) -> str:
    if not isinstance(cell, str):
        return ""
    return "|".join(part for part in cell.split("|") if part not in gone)


def _refusal(row: dict[Any, Any]) -> dict[str, Any]:
    who = row["reviewer"] if isinstance(row["reviewer"], str) else "a person"
    when = f" on {row['reviewed_at']}" if isinstance(row["reviewed_at"], str) else ""
    return {
        "report": row["report"],
        "char_start": row["char_start"],
        "char_end": row["char_end"],
        "column": "review",
        "value": row["quote"],
        "reason": f"rejected by {who}{when}",
        "way_out": "change its review in the claims table",
    }
