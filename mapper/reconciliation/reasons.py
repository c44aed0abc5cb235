"""Why claims are one incident, or are not, in one sentence each."""

import pandas as pd

from mapper.reconciliation.columns import text_of
from mapper.reconciliation.likeness import Verdict
from mapper.reconciliation.matching import Matching

__all__ = ["pair_reasons", "standing_reasons"]

# A near miss is worth a line; that two far or unlike things are two is not.
_NEAR_MISS = (
    Verdict.TIE,
    Verdict.FIGURES,
    Verdict.EPISODE,
    Verdict.SUMMARY,
    Verdict.RIVAL,
    Verdict.SAME,
)
_MOST_MISSES = 3


def standing_reasons(rows: pd.DataFrame, told: pd.DataFrame) -> pd.DataFrame:
    """Return ``incident`` and ``reason``: repeats, supersession, parts, and parties to the fighting."""
    id_of = rows["claim_id"]
    told = told.assign(
        superseded_by=text_of(told["superseded_by"]), same_as=text_of(told["same_as"])
    )
    again = told[(told["same_as"] != told["claim_id"]) & (told["same_as"] != "")]
    vague = told[(told["weaker"] >= 0) & (told["same_as"] == told["claim_id"])]
    exact = vague["weaker"].map(id_of).astype("str")
    old = told[(told["superseded_by"] != "") & (told["same_as"] == told["claim_id"])]
    part = told[(told["parent"] >= 0) & told["current"]]
    whole = part["parent"].map(id_of).astype("str")
    party = told[told["party"]]
    twice = _told_twice(told)
    likely = told[(told["likely"] >= 0) & told["current"]]
    area = likely["likely"].map(id_of).astype("str")
    said = (
        (again, again["claim_id"] + " tells the figure of " + again["same_as"] + " again"),
        (vague, vague["claim_id"] + " says more vaguely what " + exact + " says"),
        (old, old["superseded_by"] + " supersedes " + old["claim_id"] + ": one voice, one scope"),
        (part, part["claim_id"] + " is a part of " + whole + ": " + part["because"].astype("str")),
        (
            twice,
            "the figures of "
            + twice["all"].astype("str")
            + " are of one voice, place and day: a correction, or two events; not added, for a"
            " person to review",
        ),
        (
            likely,
            likely["claim_id"]
            + " lies within the area and days of "
            + area
            + ", of another voice: in all likelihood counted there too, so the two are not added",
        ),
        (party, party["claim_id"] + " is a party's own claim: it widens high only"),
    )
    return pd.concat(
        [
            pd.DataFrame({"incident": of["incident"], "reason": reason.astype("str")})
            for of, reason in said
        ],
        ignore_index=True,
    )


def _told_twice(told: pd.DataFrame) -> pd.DataFrame:
    first = told[told["current"] & (told["same_as"] == told["claim_id"])]
    several = first[first.duplicated("scope", keep=False)]
    together = several.groupby("scope")["claim_id"].agg(" and ".join)
    return several.assign(all=several["scope"].map(together))


def pair_reasons(matching: Matching, by_account: pd.DataFrame) -> pd.DataFrame:
    """Return ``incident`` and ``reason`` of what was merged and of what was nearly so."""
    pairs = matching.pairs
    merged = pairs[pairs["merged"]]
    missed = pairs[~pairs["merged"] & pairs["verdict"].isin(_NEAR_MISS)]
    missed = pd.concat([missed, missed.rename(columns={"a": "b", "b": "a"})])
    missed = missed[missed.groupby("a").cumcount() < _MOST_MISSES]
    out = []
    for some, is_one in ((merged, True), (missed, False)):
        if some.empty:
            continue
        reason = _sentence(some, by_account, merged=is_one)
        out.append(
            pd.DataFrame({"incident": some["a"].map(by_account["incident"]), "reason": reason})
        )
    return pd.concat(out) if out else pd.DataFrame({"incident": [], "reason": []}, dtype="object")


def _sentence(pairs: pd.DataFrame, by_account: pd.DataFrame, *, merged: bool) -> "pd.Series[str]":
    name = by_account["claim_id"]
    a, b = pairs["a"].map(name), pairs["b"].map(name)
    km = pairs["km"].map(lambda value: "one place" if pd.isna(value) else f"{value:.1f} km apart")
    gap = pairs["gap"].map(
        lambda value: "days overlap" if value == 0 else f"{value:.0f} days between"
    )
    likeness = pairs["share"].map("{:.2f}".format)
    cited = pairs["cited"].map({True: "; one cites the other", False: ""})
    facts = km + ", " + gap + ", likeness " + likeness + cited
    if merged:
        return a + " and " + b + " are one event: " + facts
    return a + " is kept apart from " + b + ": " + pairs["verdict"] + " (" + facts + ")"
