"""Which figure of a voice is a part of which other: a tree.

A parent's figure is never added to those of its parts. A part lies inside its whole in place, in
days and in group; both are of one voice, one measure and one unit.
"""

import numpy as np
import pandas as pd

from mapper.reconciliation.columns import Floats, Ints
from mapper.reconciliation.nesting.inclusion import Facts, lies_inside
from mapper.reconciliation.nesting.stated import stated_links

__all__ = ["contained"]

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
        ``because`` (why it is a part, a code of `why_words`; null if it is none); ``here``: the smallest figure of its
        voice for the very same place that holds it (-1 if none), such as the civilians of a town
        among whom its children are; and, for a figure that is no part of one of its own voice,
        ``likely``: the smallest figure of another voice for an area that holds it (-1 if none). In
        all likelihood it is counted there too, so the two are not added.
    """
    out = pd.DataFrame({"parent": -1, "because": None, "here": -1, "likely": -1}, index=rows.index)
    first = rows[rows["why_not"].isna() & (rows["same_as"] == rows["claim_id"])]
    told = first[first["row_key"].isna() & (first["voice"] != "")]
    facts = Facts.of(rows, pairs)
    by_voice = _inside(facts, told, told, pairs, across=False)
    candidates = pd.concat([_stated(rows), _split_by_its_voice(told), by_voice], ignore_index=True)
    best = _smallest(candidates, rows, facts)
    out.loc[best["child"], "parent"] = best["parent"].to_numpy()
    out.loc[best["child"], "because"] = best["because"].to_numpy()
    c, p = (candidates[end].to_numpy("int64") for end in ("child", "parent"))
    here = _smallest(candidates[facts.place[c] == facts.place[p]], rows, facts)
    out.loc[here["child"], "here"] = here["parent"].to_numpy()
    alone = first[first["current"] & (out.loc[first.index, "parent"] < 0)]
    areas = told[told["current"] & ~told["pointlike"]]
    others = _inside(facts, alone, areas, pairs, across=True)
    likely = _smallest(others, rows, facts)
    out.loc[likely["child"], "likely"] = likely["parent"].to_numpy()
    return out


def _stated(rows: pd.DataFrame) -> pd.DataFrame:
    # Of 589 casualties 138 were killed: a part of them, and yet no part of any sum of the killed.
    measure = rows["measure"].to_numpy()
    links = [(c, p) for c, p in stated_links(rows, "contained_in") if measure[c] == measure[p]]
    return pd.DataFrame(
        {
            "child": [child for child, _ in links],
            "parent": [parent for _, parent in links],
            "because": "says",
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
            "because": "split",
            "first": 0,
        }
    )


def _inside(
    facts: Facts,
    children: pd.DataFrame,
    parents: pd.DataFrame,
    pairs: pd.DataFrame,
    *,
    across: bool,
) -> pd.DataFrame:
    """Figures that lie inside another, looked for among those that start just before them."""
    keys = ["measure"] if across else ["voice", "measure"]
    back = _LOOK_BACK_ACROSS if across else _LOOK_BACK
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
    found = [np.empty((0, 2), dtype="int64")]
    alive = np.arange(len(latest))
    for step in range(back):
        at = latest[alive] - step
        inside = at >= 0
        alive, at = alive[inside], at[inside]
        fits = bucket[at] == of_child[alive]
        alive, at = alive[fits], at[fits]
        if len(alive) == 0:
            break
        child_row, parent_row = child_rows[alive], parent_rows[at]
        held_by = lies_inside(facts, child_row, parent_row)
        found.append(np.column_stack([child_row[held_by], parent_row[held_by]]))
    both = np.concatenate(found)
    same = facts.place[both[:, 0]] == facts.place[both[:, 1]]
    because = np.where(same, "here", "within")
    return pd.DataFrame({"child": both[:, 0], "parent": both[:, 1], "because": because, "first": 1})


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


def _smallest(candidates: pd.DataFrame, rows: pd.DataFrame, facts: Facts) -> pd.DataFrame:
    candidates = candidates.astype({"child": "int64", "parent": "int64"})
    c, p = candidates["child"].to_numpy(), candidates["parent"].to_numpy()
    ranked = candidates.assign(
        superseded=~rows["current"].to_numpy("bool")[p],
        other_group=facts.group[p] != facts.group[c],
        elsewhere=facts.place[p] != facts.place[c],
        rank=rows["rank"].to_numpy()[p],
        days=facts.end[p] - facts.start[p],
        apart=facts.statement[p] != facts.statement[c],
        size=rows["best"].to_numpy()[p],
    )
    order = ["superseded", "other_group", "elsewhere", "rank", "days", "apart", "size", "parent"]
    ranked = ranked.sort_values(["child", "first", *order], kind="stable")
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
