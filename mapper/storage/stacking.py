"""Claims of one document put below those of others, each with an id of its own.

Two documents may use one id: the files of a publisher, month after month, or two people who both
number from 1. Nothing is dropped; what tells a figure again says so, and what tells it anew goes
before what it replaces, so that no figure is counted twice.
"""

from collections.abc import Collection, Iterable
from typing import Any

import pandas as pd

from mapper.schema import CLAIMS, conform, joined, split

__all__ = ["stacked"]

_SAID = ("measure", "group", "voice", "count_low", "count_best", "count_high")
_LINKS = ("contained_in", "same_as", "supersedes")


def stacked(documents: Iterable[Any], lasting: Collection[str] = ()) -> Any:
    """Return the claims of several documents, one below the other.

    Parameters
    ----------
    documents : iterable of GeoDataFrame
        Claims tables, each of one document, the earliest first.
    lasting : collection of str
        Schemas whose ids mean the same thing in every file. There, a row that is the same in every
        cell gets ``same_as`` its earlier self, and one that has changed ``supersedes`` it. Elsewhere
        the same id is another thing, and only gets another id.

    Returns
    -------
    GeoDataFrame
        All claims; an id that is taken has ``@`` and the document behind it.

    Examples
    --------
    >>> row = {"claim_id": "acled:X1:killed", "source_schema": "acled", "source_codes": '{"row":1,"n":"5"}'}
    >>> first = conform([{**row, "report_id": "report:aa"}], CLAIMS)
    >>> later = conform([{**row, "report_id": "report:bb", "source_codes": '{"row":1,"n":"6"}'}], CLAIMS)
    >>> stacked([first, later], {"acled"})[["claim_id", "supersedes"]].values.tolist()
    [['acled:X1:killed', nan], ['acled:X1:killed@bb', 'acled:X1:killed']]
    """
    frames = [frame for frame in documents if len(frame)]
    if not frames:
        return conform([], CLAIMS)
    together = pd.concat(frames, ignore_index=True)
    if together["claim_id"].dropna().is_unique:
        return conform(together, CLAIMS)
    above = frames[0]
    for frame in frames[1:]:
        above = pd.concat([above, _renamed(frame, above, lasting)], ignore_index=True)
    return conform(above, CLAIMS)


def _renamed(new: Any, here: Any, lasting: Collection[str]) -> Any:
    """Return claims with ids that no claim here has, linked to what they tell again or anew."""
    ids = set(here["claim_id"].dropna())
    taken = new["claim_id"].isin(ids)
    if not taken.any():
        return new
    new = new.copy()
    old = new["claim_id"]
    named = _free(old[taken] + _behind(new[taken]), ids | set(old.dropna()))
    names = dict(zip(old[taken], named, strict=True))
    new["claim_id"] = named.reindex(new.index).fillna(old)
    for link in _LINKS:
        linked = new[link].notna()
        new.loc[linked, link] = [
            joined(names.get(one, one) for one in split(cell)) for cell in new.loc[linked, link]
        ]
    latest = _latest(here, ids)
    again = taken & new["source_schema"].isin(lasting) & old.isin(latest.index)
    if again.any():
        earlier = old[again].map(latest["claim_id"])
        same = _row_told(new)[again].eq(old[again].map(latest["told"])).fillna(value=False)
        for link, mask in (("same_as", same), ("supersedes", ~same)):
            at = mask.index[mask.astype(bool)]
            before = new.loc[at, link].where(new.loc[at, link].isna(), new.loc[at, link] + "|")
            new.loc[at, link] = before.fillna("") + earlier[at].map(lambda one: joined([one]))
    return new


def _behind(claims: Any) -> Any:
    """Return what is put behind ids: the document, as short as its id allows."""
    document = claims["report_id"].fillna(claims["report"]).fillna("again")
    return "@" + document.str.removeprefix("report:").str.replace("@", "_")


def _free(wanted: "pd.Series[str]", ids: set[str]) -> "pd.Series[str]":
    """Return ids, with a number behind those that are taken as well."""
    clash = wanted.isin(ids)
    while clash.any():
        wanted = wanted.mask(clash, wanted + "+")
        clash = wanted.isin(ids)
    return wanted


def _latest(here: Any, ids: set[str]) -> pd.DataFrame:
    """Return the last claim of each id, by the id it had before it was taken."""
    base = here["claim_id"].str.rsplit("@", n=1).str[0]
    base = base.where(base.isin(ids), here["claim_id"])
    found = pd.DataFrame({"base": base, "claim_id": here["claim_id"], "told": _row_told(here)})
    return found.dropna(subset=["base"]).drop_duplicates("base", keep="last").set_index("base")


def _row_told(claims: Any) -> Any:
    """Return what the source wrote in the row of each claim, without the row's number.

    The first claim of a row has all of it; the others have the number, and what they say themselves.
    """
    told = claims["source_codes"].astype("str").str.replace(r'^\{"row":\d+,?', "{", regex=True)
    told = told.fillna("")
    for name in _SAID:
        told = told + "|" + claims[name].astype("str").fillna("")
    return told
