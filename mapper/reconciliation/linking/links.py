"""Which rows of two tables, or figures of two voices, are of one event, and which nearly so."""

import numpy as np
import pandas as pd

from mapper.reconciliation.books import Books, opened
from mapper.reconciliation.events import events
from mapper.reconciliation.linking.blocking import each_day
from mapper.reconciliation.linking.likeness import Verdict
from mapper.reconciliation.words.wording import sentences
from mapper.schema import LINKS, conform

__all__ = ["links"]

# A person looks at these; that two far or unlike things are two needs nobody.
_TO_REVIEW = (Verdict.TIE, Verdict.EPISODE, Verdict.SUMMARY)
_APART = (Verdict.RIVAL, Verdict.FIGURES, Verdict.WEAK)
# Of pairs kept apart, and of areas that hold a place, so many are told of each account.
_NEAREST = 3
# An area that counts for longer than this holds too much to say anything of one event.
_LONGEST = 31.0


def links(
    claims: pd.DataFrame | Books,
    *,
    distance_km: float = 5.0,
    days: int = 1,
    log: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return the pairs of accounts of different tables, or voices, that are or may be of one event.

    Parameters
    ----------
    claims : DataFrame or Books
        The claims table, or its books; see `opened`.
    distance_km, days : float, int
        The windows, as for `reconcile`.
    log : DataFrame, optional
        People's decisions, replayed first.

    Returns
    -------
    DataFrame
        The links table, one row a pair: ``a`` and ``b`` (claim ids, the one of the earlier table or
        voice by name first), ``a_voice``, ``b_voice``, ``kind``, ``share`` (0 to 1: how likely the
        two pair, against all other ways to pair each or to leave it alone), ``km``, ``days``
        between, ``cited`` and ``reason``. Kinds: *same* (they are one incident of `reconcile`),
        *inside* (the place and days of ``a`` lie within the area and days of ``b``), *review*
        (a person should look: several fit equally well, or an episode or a summary), and *apart*
        (the nearest that were compared and kept apart). Nothing of an area is ever *same* but by
        its own word.

    Examples
    --------
    >>> from mapper.schema import CLAIMS, conform
    >>> said = {"measure": "killed", "count_best": 7, "qualifier": "exact", "place_words": "Sampletown",
    ...         "period_start": "2025-03-07", "period_end": "2025-03-07"}
    >>> claims = conform(
    ...     [{**said, "claim_id": "a", "voice": "SOHR"}, {**said, "claim_id": "b", "voice": "SCM"}],
    ...     CLAIMS)
    >>> links(claims)[["a", "b", "kind"]].values.tolist()
    [['a', 'b', 'same']]
    """
    books = opened(claims, log=log)
    told = events(books, distance_km, days)
    if told is None:
        return conform([], LINKS)
    by_account, matching = told.by_account, told.matching
    pairs = matching.pairs.assign(kind=_kinds(matching.pairs))
    pairs = pairs[pairs["kind"] != ""]
    pairs = pairs[(pairs["kind"] != "apart") | _nearest(pairs)]
    inside = _inside(by_account, matching.incident, books.pairs)
    pairs = pd.concat([pairs, inside], ignore_index=True)
    source = by_account["voice_name"] + " " + by_account["claim_id"]
    # An area comes second; else the names decide, so that the order of the input does not.
    turned = (pairs["a"].map(source) > pairs["b"].map(source)) & (pairs["kind"] != "inside")
    a, b = pairs["a"].where(~turned, pairs["b"]), pairs["b"].where(~turned, pairs["a"])
    out = pd.DataFrame(
        {
            "a": a.map(by_account["claim_id"]),
            "b": b.map(by_account["claim_id"]),
            "a_voice": a.map(by_account["voice_name"]),
            "b_voice": b.map(by_account["voice_name"]),
            "kind": pairs["kind"],
            "share": pairs["share"].astype("float64").round(3),
            "km": pairs["km"].round(2),
            "days": pairs["gap"],
            "cited": pairs["cited"].eq(other=True),
            "why": pairs["verdict"],
        }
    )
    out["reason"] = ""
    for code in ("one", "apart", "inside"):
        of = out["kind"].map({"same": "one", "inside": "inside"}).fillna("apart") == code
        out.loc[of, "reason"] = sentences(code, out[of])
    order = {"same": 0, "inside": 1, "review": 2, "apart": 3}
    out = out.assign(rank=out["kind"].map(order)).sort_values(
        ["rank", "a", "share", "b"], ascending=[True, True, False, True], kind="stable"
    )
    return conform(out.drop(columns=["rank", "why"]).reset_index(drop=True), LINKS)


def _kinds(pairs: pd.DataFrame) -> "np.typing.NDArray[np.object_]":
    review = pairs["verdict"].isin(_TO_REVIEW)
    apart = pairs["verdict"].isin(_APART)
    return np.select(
        [pairs["merged"], review, apart], ["same", "review", "apart"], default=""
    ).astype("object")


def _nearest(pairs: pd.DataFrame) -> "pd.Series[bool]":
    """Return which pairs are among the likeliest of either end."""
    apart = pairs[pairs["kind"] == "apart"].sort_values("evidence", ascending=False, kind="stable")
    near = pd.Series(data=False, index=pairs.index)
    for side in ("a", "b"):
        near[apart.index[apart.groupby(side).cumcount() < _NEAREST]] = True
    return near


def _inside(
    by_account: pd.DataFrame, incident: "pd.Series[int]", holders: pd.DataFrame
) -> pd.DataFrame:
    """Return spots that lie within the area and days of what another table, or voice, tells."""
    known = by_account.assign(incident=incident).reset_index()
    known = known[known["start"].notna() & known["end"].notna() & (known["place_key"] != "")]
    short = known["end"] - known["start"] < _LONGEST
    areas = known[~known["spot"] & short].merge(
        holders.rename(columns={"place_key": "inner"}), left_on="place_key", right_on="holder_key"
    )
    spots = known[known["spot"]]
    areas = areas[areas["inner"].isin(spots["place_key"])].reset_index(drop=True)
    at, day = each_day(areas["start"].to_numpy("float64"), areas["end"].to_numpy("float64"), 31)
    by_day = areas.iloc[at].assign(day=day)
    both = spots.assign(day=spots["start"].astype("int64")).merge(
        by_day, left_on=["place_key", "day"], right_on=["inner", "day"], suffixes=("", "_of")
    )
    whom = both["table_key"].where(both["table_key"] != "", both["voice"])
    whom_of = both["table_key_of"].where(both["table_key_of"] != "", both["voice_of"])
    fits = (
        (whom != whom_of)
        & (both["incident"] != both["incident_of"])
        & (both["end"] <= both["end_of"])
        & ~(both["deaths_low"] > both["deaths_high_of"])
    )
    both = both[fits].sort_values(["account", "rank_of", "start_of", "claim_id_of"], kind="stable")
    both = both[both.groupby("account").cumcount() < _NEAREST]
    return pd.DataFrame(
        {
            "a": both["account"],
            "b": both["account_of"],
            "kind": "inside",
            "share": np.nan,
            "km": np.nan,
            "gap": 0.0,
            "cited": False,
            "verdict": str(Verdict.AREA),
        }
    )
