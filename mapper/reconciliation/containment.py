"""Which figure of a voice is a part of which other: a tree.

A parent's figure is never added to those of its parts. A part lies inside its whole in place, in
days and in group; both are of one voice, one measure and one unit.
"""

from functools import cache

import numpy as np
import pandas as pd

from mapper.model import Kind, Unit
from mapper.reconciliation.columns import Bools, Floats, Ints
from mapper.reconciliation.groups import Group
from mapper.reconciliation.standing import stated_links

__all__ = ["contained"]

# A statement that dates one figure "Friday" and its total "the past two days" means one spell.
_STATEMENT_SLACK = 1.0
# Candidates looked at behind each figure: enough for any voice's statements of some months.
_LOOK_BACK = 64
_LOOK_BACK_ACROSS = 16


def contained(rows: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """Return the tree of figures.

    Parameters
    ----------
    rows : DataFrame
        The ledger after `standing`.
    pairs : DataFrame
        The `holders`.

    Returns
    -------
    DataFrame
        Index of ``rows``: ``parent`` (row of the smallest figure that holds it, -1 if none) and
        ``because`` (why it is a part; null if it is none), and, for a figure that is no part of
        one of its own voice, ``likely``: the smallest figure of another voice for an area that
        holds it (-1 if none). In all likelihood it is counted there too, so the two are not added.
    """
    out = pd.DataFrame({"parent": -1, "because": None, "likely": -1}, index=rows.index)
    first = rows[rows["why_not"].isna() & (rows["same_as"] == rows["claim_id"])]
    told = first[first["row_key"].isna() & (first["voice"] != "")]
    by_voice = _inside(told, told, pairs, ["voice", "measure"], _LOOK_BACK)
    candidates = pd.concat([_stated(rows), _split_by_its_voice(told), by_voice], ignore_index=True)
    best = _smallest(candidates, rows)
    out.loc[best["child"], "parent"] = best["parent"].to_numpy()
    out.loc[best["child"], "because"] = best["because"].to_numpy()
    alone = first[first["current"] & (out.loc[first.index, "parent"] < 0)]
    areas = told[told["current"] & ~told["pointlike"]]
    others = _inside(alone, areas, pairs, ["measure"], _LOOK_BACK_ACROSS)
    likely = _smallest(others, rows)
    out.loc[likely["child"], "likely"] = likely["parent"].to_numpy()
    return out


def _stated(rows: pd.DataFrame) -> pd.DataFrame:
    links = stated_links(rows, "contained_in")
    return pd.DataFrame(
        {
            "child": [child for child, _ in links],
            "parent": [parent for _, parent in links],
            "because": "its source says so",
            "first": -1,
        }
    )


def _split_by_its_voice(told: pd.DataFrame) -> pd.DataFrame:
    """Figures that one statement splits by place, summing exactly to its own total.

    The voice says by its sum what it means by "the coast", whatever a gazetteer means by it.
    """
    keys = ["statement", "measure", "unit", "kind", "group_key", "start", "end"]
    by = told.groupby(keys, dropna=False, sort=False)
    total = by["best"].transform("max")
    exact = (
        (by["best"].transform("sum") == 2 * total)
        & (by["best"].transform("size") >= 3)
        & (by["place_key"].transform("nunique") == by["best"].transform("size"))
    )
    parts = told[exact]
    whole = parts["best"] == total[exact]
    code = by.ngroup()[exact]
    parent = pd.Series(parts.index[whole], index=code[whole])
    children = parts[~whole]
    return pd.DataFrame(
        {
            "child": children.index,
            "parent": code[~whole].map(parent).to_numpy(),
            "because": "its voice's own split sums exactly to the total",
            "first": 0,
        }
    )


def _inside(
    children: pd.DataFrame, parents: pd.DataFrame, pairs: pd.DataFrame, keys: list[str], back: int
) -> pd.DataFrame:
    """Figures that lie inside another, looked for among those that start just before them."""
    held = children[["place_key"]].assign(child=children.index)
    wider = held.merge(pairs, on="place_key")[["child", "holder_key"]]
    same = held.rename(columns={"place_key": "holder_key"})
    spots = pd.concat([same, wider], ignore_index=True)
    spots = spots[spots["holder_key"].isin(set(parents["place_key"]) - {""})]
    if spots.empty:
        return pd.DataFrame({"child": [], "parent": [], "because": [], "first": []})
    start = children["start"].reindex(spots["child"]).to_numpy()
    child = children.loc[spots["child"], keys].assign(place=spots["holder_key"].to_numpy())
    parent = parents[keys].assign(place=parents["place_key"])
    codes = pd.concat([child, parent], ignore_index=True).groupby(list(child.columns), sort=False)
    number = codes.ngroup().to_numpy().astype("int64")
    of_child, of_parent = number[: len(child)], number[len(child) :]
    parent_start = np.where(parents["start"].isna(), -np.inf, parents["start"])
    order = np.lexsort((parents["best"].fillna(0), parent_start, of_parent))
    bucket, begins = of_parent[order], parent_start[order]
    # The last figure of the bucket that starts in time; then back, one step at a time.
    latest = _last_not_after(bucket, begins, of_child, np.where(np.isnan(start), np.inf, start + 1))
    child_rows, parent_rows = spots["child"].to_numpy(), parents.index.to_numpy()[order]
    found = []
    alive = np.arange(len(latest))
    for step in range(back):
        at = latest[alive] - step
        inside = at >= 0
        alive, at = alive[inside], at[inside]
        fits = bucket[at] == of_child[alive]
        alive, at = alive[fits], at[fits]
        if len(alive) == 0:
            break
        found.append(np.column_stack([child_rows[alive], parent_rows[at]]))
    if not found:
        return pd.DataFrame({"child": [], "parent": [], "because": [], "first": []})
    both = np.concatenate(found)
    both = both[both[:, 0] != both[:, 1]]
    return _tested(both[:, 0], both[:, 1], children, parents)


def _last_not_after(
    bucket: Ints,
    begins: Floats,
    wanted: Ints,
    start: Floats,
) -> Ints:
    """Position of the last row of bucket ``wanted`` that begins no later than ``start``."""
    keys = np.concatenate([bucket, wanted])
    days = np.concatenate([begins, start])
    asked = np.concatenate([np.zeros(len(bucket)), np.ones(len(wanted))])
    order = np.lexsort((asked, days, keys))
    seen = np.cumsum(asked[order] == 0) - 1
    answer = np.empty(len(keys), dtype="int64")
    answer[order] = seen
    return answer[len(bucket) :]


def _tested(
    child: Ints, parent: Ints, children: pd.DataFrame, parents: pd.DataFrame
) -> pd.DataFrame:
    c, p = children.loc[child].reset_index(), parents.loc[parent].reset_index()
    one_voice = (c["voice"] == p["voice"]).to_numpy()
    spoken_together = (c["statement"] == p["statement"]).to_numpy()
    slack = np.where(spoken_together, _STATEMENT_SLACK, 0.0)
    days = _days_inside(c, p, slack, spoken_together)
    # Across voices nobody can know; that nothing speaks against it must do.
    group, narrower = _groups_inside(c, p, spoken_together | ~one_voice)
    kinds = _kinds_fit(c, p)
    alike = (c["unit"] == p["unit"]).to_numpy()
    # "21,637 people, 390 families among them": inside, though nobody may turn one into the other.
    homes = ((c["unit"] == Unit.HOUSEHOLD) & (p["unit"] == Unit.PERSON)).to_numpy()
    units = alike | (homes & spoken_together)
    figure = (c["low"].isna() | p["high"].isna() | (c["low"] <= p["high"])).to_numpy()
    same_place = (c["place_key"] == p["place_key"]).to_numpy()
    bigger = (
        ~same_place
        | ~alike
        | narrower
        | _longer(c, p)
        | (c["high"].to_numpy() < p["low"].to_numpy())
    )
    one_series = (c["scope"] == p["scope"]).to_numpy()
    finer = one_voice | (~same_place & (c["row_key"].isna() | c["pointlike"]).to_numpy())
    fits = finer & days & group & kinds & units & figure & bigger & ~one_series
    because = np.where(
        same_place,
        "same voice; same place; its group and days lie inside",
        "same voice; its place, group and days lie inside",
    )
    return pd.DataFrame(
        {"child": child[fits], "parent": parent[fits], "because": because[fits], "first": 1}
    )


def _spell(
    rows: pd.DataFrame,
) -> tuple[Floats, Floats]:
    end = rows["end"].fillna(rows["counts_to"]).fillna(rows["known"])
    return rows["start"].to_numpy(), end.to_numpy()


def _days_inside(
    c: pd.DataFrame,
    p: pd.DataFrame,
    slack: Floats,
    spoken_together: Bools,
) -> Bools:
    (c_start, c_end), (p_start, p_end) = _spell(c), _spell(p)
    starts = np.isnan(p_start) | (c_start >= p_start - slack) | np.isnan(c_start) & spoken_together
    ends = np.isnan(p_end) | (c_end <= p_end + slack) | np.isnan(c_end) & spoken_together
    # A whole without any day holds nothing but what was said with it.
    dated = ~(np.isnan(p_start) & np.isnan(p_end)) | spoken_together
    return starts & ends & dated


def _longer(c: pd.DataFrame, p: pd.DataFrame) -> Bools:
    (c_start, c_end), (p_start, p_end) = _spell(c), _spell(p)
    return (p_end - p_start) > (c_end - c_start)


def _kinds_fit(c: pd.DataFrame, p: pd.DataFrame) -> Bools:
    stocks = (c["kind"] == Kind.STOCK) == (p["kind"] == Kind.STOCK)
    delta = (p["kind"] != Kind.DELTA) | (
        (c["kind"] == Kind.DELTA) & (c["counts_to"] == p["counts_to"])
    )
    return (stocks & delta).to_numpy()


def _groups_inside(c: pd.DataFrame, p: pd.DataFrame, spoken_together: Bools) -> tuple[Bools, Bools]:
    pairs = pd.MultiIndex.from_arrays([c["group_key"], p["group_key"]])
    codes, first = np.unique(pd.factorize(pairs)[0], return_index=True)
    del codes
    number = pd.factorize(pairs)[0]
    mine = c["group_is"].to_numpy()[first]
    wider = p["group_is"].to_numpy()[first]
    surely = np.array([_holds(w, m) for m, w in zip(mine, wider, strict=True)], dtype="bool")
    maybe = np.array([w.may_hold(m) for m, w in zip(mine, wider, strict=True)], dtype="bool")
    inside = surely[number] | (maybe[number] & spoken_together)
    stated = (p["stated_total"] & ~c["stated_total"]).to_numpy() & spoken_together
    narrower = (c["group_key"] != p["group_key"]).to_numpy()
    return inside | stated, narrower & (inside | stated)


@cache
def _holds(wider: Group, mine: Group) -> bool:
    return wider.holds(mine)


def _smallest(candidates: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    if candidates.empty:
        return candidates
    candidates = candidates.astype({"child": "int64", "parent": "int64"})
    p = rows.loc[candidates["parent"]]
    start, end = _spell(p)
    c = rows.loc[candidates["child"]]
    ranked = candidates.assign(
        superseded=~p["current"].to_numpy(),
        other_group=(p["group_key"].to_numpy() != c["group_key"].to_numpy()),
        elsewhere=(p["place_key"].to_numpy() != c["place_key"].to_numpy()),
        rank=p["rank"].to_numpy(),
        days=end - start,
        apart=(p["statement"].to_numpy() != c["statement"].to_numpy()),
        size=p["best"].to_numpy(),
        name=p["claim_id"].to_numpy(),
    )
    ranked = ranked.sort_values(
        [
            "child",
            "first",
            "superseded",
            "other_group",
            "elsewhere",
            "rank",
            "days",
            "apart",
            "size",
            "name",
        ],
        kind="stable",
    )
    return _acyclic(ranked.drop_duplicates("child"))


def _acyclic(best: pd.DataFrame) -> pd.DataFrame:
    """Drop the link of the largest figure of any ring, which two equal scopes can make."""
    parent = dict(zip(best["child"], best["parent"], strict=True))
    safe: set[int] = set()
    cut: set[int] = set()
    for child in parent:
        path: list[int] = []
        at = child
        while at in parent and at not in safe and at not in cut and at not in path:
            path.append(at)
            at = parent[at]
        if at in path:
            cut.add(max(path[path.index(at) :]))
        safe.update(path)
    return best[~best["child"].isin(cut)]
