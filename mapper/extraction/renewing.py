"""Decisions on the claims of a report whose text has changed since: they go over to the text as it is.

A report is known by the hash of its bytes, so a page that was mended since is another report, with
other ids for every claim. It is the same document if its file has the same name and it still makes
most of the claims that it made.
"""

from typing import Any

import pandas as pd

from mapper.schema import joined, split

__all__ = ["renewed"]

_IDS = ["claim_id", "report_id", "char_start", "char_end"]
_SAME = ["report", "quote", "_measure", "_nth"]
_NAMING = ("contained_in", "same_as", "supersedes")
# How our ids end: where the quote starts, what is counted, and which of several.
_READ_AS = r":\d+:([a-z]+)(?::\d+)?$"
_MOST = 0.5


def renewed(rows: Any, fresh: Any) -> Any:
    """Return a reviewed table in the ids of the reports as they are now.

    Parameters
    ----------
    rows : DataFrame
        The reviewed table, its decisions written out.
    fresh : DataFrame
        The claims as just read.

    Returns
    -------
    DataFrame
        Claims that the text still makes have its ids and offsets, also where others name them. What
        it makes no more keeps its own if somebody decided on it, and else goes with the old text.

    Examples
    --------
    >>> old = {"claim_id": "r1:0:killed", "report_id": "r1", "quote": "3 died", "review": "accepted"}
    >>> new = {"claim_id": "r2:9:killed", "report_id": "r2", "quote": "3 died", "char_start": 9, "char_end": 15}
    >>> tables = [pd.DataFrame([{"report": "a.txt", "measure": "killed", **row}]) for row in (old, new)]
    >>> renewed(*tables)[["claim_id", "char_start", "review"]].values.tolist()
    [['r2:9:killed', 9, 'accepted']]
    """
    now = pd.DataFrame(fresh)
    told = pd.DataFrame(rows)
    earlier = told[
        told["report_id"].notna()
        & ~told["report_id"].isin(now["report_id"])
        & _alone(told, ~told["report_id"].isin(now["report_id"]))
        & told["report"].isin(now.loc[_alone(now), "report"])
    ]
    if earlier.empty:
        return rows
    keys = _keyed(now)[[*_SAME, *_IDS]].drop_duplicates(_SAME)
    met = _keyed(earlier)[_SAME].merge(keys, on=_SAME, how="left").set_index(earlier.index)
    here = met["claim_id"].notna()
    same = here.groupby(earlier["report_id"]).transform("mean") >= _MOST
    met, here, earlier = met[same], here[same], earlier[same]
    going = earlier.index[~here & told["review"].reindex(earlier.index).isna()]
    met = met[here & ~met["claim_id"].isin(told["claim_id"])]
    ids = dict(zip(told.loc[met.index, "claim_id"], met["claim_id"], strict=True))
    result = rows.copy()
    for name in _IDS:
        values = met[name].reindex(result.index)
        held = result.get(name, pd.Series(pd.NA, result.index))
        result[name] = values.astype(held.dtype).where(result.index.isin(met.index), held)
    for name in _NAMING:
        if name in result:
            result[name] = result[name].map(lambda cell: _naming(cell, ids), na_action="ignore")
    return result.drop(index=going)


def _alone(rows: pd.DataFrame, among: Any = slice(None)) -> Any:
    """Whether the file name of a claim's report means one report."""
    return rows["report"].map(rows[among].groupby("report")["report_id"].nunique()) == 1


def _keyed(rows: pd.DataFrame) -> pd.DataFrame:
    """Return claims with what they were read as, whatever somebody made of them since."""
    read_as = rows["claim_id"].str.extract(_READ_AS, expand=False).fillna(rows["measure"])
    keyed = rows.assign(_measure=read_as)
    return keyed.assign(_nth=keyed.groupby(_SAME[:-1], dropna=False).cumcount())


def _naming(cell: str, ids: dict[str, str]) -> str | None:
    return joined(ids.get(name, name) for name in split(cell))
