"""Which accounts of different voices or tables are of one event."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from mapper.model import Precision
from mapper.reconciliation.columns import Bools, Floats, Ints
from mapper.reconciliation.linking.blocking import crowd, neighbours, same_spot
from mapper.reconciliation.linking.citing import Citing
from mapper.reconciliation.linking.likeness import Verdict, compared
from mapper.reconciliation.linking.nearness import NEAR_KM, nearness, widest_reach
from mapper.reconciliation.linking.pairing import shares

__all__ = ["Matching", "matched"]

# A code that stands in a text by chance stands far away, or in another month.
_CITED_KM, _CITED_DAYS = 100.0, 14.0
# One names the other's code, or has it among its sources: evidence in natural logarithms.
_CITED, _NAMED = 9.0, 2.5
_SUREST = 30.0
# Before anything is seen, half of so many accounts of two sources are thought to pair.
_HALF_BEFORE, _TIMES_ASKED = 20.0, 4
# A pair holds where it is likelier than all else that can have become of the two.
_LIKELIER = 0.5


@dataclass(frozen=True)
class Matching:
    """What became of the accounts.

    Parameters
    ----------
    incident : Series of int
        Index ``account``: the number of its incident.
    pairs : DataFrame
        ``a``, ``b`` (accounts), ``evidence``, ``share``, ``verdict``, ``km``, ``gap``, ``merged``,
        ``cited``, ``several`` (one names several of the other's table): every pair that was near
        enough to be weighed.
    """

    incident: "pd.Series[int]"
    pairs: pd.DataFrame


def matched(
    by_account: pd.DataFrame,
    told: pd.DataFrame,
    table: pd.DataFrame,
    distance_km: float,
    days: int,
) -> Matching:
    """Return which accounts are of one event.

    Each account pairs with at most one of each other table or voice, and only where that is likelier
    than all other ways to pair the two, or to leave them alone. Within an incident every pair fits,
    and no table, and no voice, speaks twice, but where a row names several rows of another table as
    what it tells of. That is no chain: A like B and B like C do not join A and C.

    Parameters
    ----------
    by_account : DataFrame
        The `accounts`.
    told : DataFrame
        Their claims.
    table : DataFrame
        The claims table in the ledger's order.
    distance_km, days : float, int
        The windows.
    """
    spots = by_account.reset_index()
    source = _sources(spots)
    pairs = _with_citations(_candidates(spots, source, distance_km, days), spots, told, table)
    a, b = pairs["a"].to_numpy(), pairs["b"].to_numpy()
    how_near = nearness(spots, a, b, distance_km=distance_km, days=days)
    weighed = how_near.within | pairs["cited"].to_numpy("bool")
    pairs, a, b = pairs[weighed].reset_index(drop=True), a[weighed], b[weighed]
    around = crowd(spots, source, a, b)
    near_by = how_near.of(weighed)
    likeness = compared(spots, a, b, nearness=near_by, distance_km=distance_km, crowd=around)
    pairs = pd.concat([pairs, likeness], axis=1)
    # The middle of a province may be far from a place in it.
    wide = (spots["rank"] >= Precision.ADM1.rank()).to_numpy()
    near = ~(pairs["km"] > _CITED_KM) | wide[a] | wide[b]
    pairs["cited"] &= near & (pairs["gap"] <= _CITED_DAYS)
    # Whoever cites has weighed place, day and figures already.
    pairs["evidence"] = pairs["evidence"].where(~pairs["cited"], pairs["evidence"].clip(lower=0))
    pairs["evidence"] += _CITED * pairs["cited"] + _NAMED * pairs["named"]
    can_be = (pairs["cited"] | (pairs["verdict"] == Verdict.SAME)).to_numpy()
    pairs["evidence"], pairs["share"] = _weighed(pairs, spots, source, can_be)
    weight = np.where(can_be, np.exp(np.minimum(pairs["evidence"], _SUREST)), 0.0)
    pairs["several"] = _told_in_parts(pairs, source)
    pairs["good"] = (pairs["share"] >= _LIKELIER) | pairs["several"]
    _say_why_not(pairs, weight)
    ids = spots["claim_id"].to_numpy()
    pairs["name_a"], pairs["name_b"] = ids[a], ids[b]
    order = ["several", "share", "evidence", "name_a", "name_b"]
    rising = [False, False, False, True, True]
    pairs = pairs.sort_values(order, ascending=rising, kind="stable")
    incident = _joined(pairs, source)
    pairs["merged"] = incident[pairs["a"]] == incident[pairs["b"]]
    # What another of the incident's accounts does not fit has its better account there.
    lost = pairs["good"] & ~pairs["merged"]
    pairs["verdict"] = pairs["verdict"].mask(lost, str(Verdict.RIVAL))
    pairs["a"], pairs["b"] = (spots["account"].to_numpy()[pairs[side]] for side in ("a", "b"))
    number = pd.Series(spots["account"].to_numpy()[incident], index=by_account.index)
    return Matching(number, pairs.reset_index(drop=True))


def _sources(spots: pd.DataFrame) -> Ints:
    """Give tables and voices numbers; what is of one number cannot pair.

    Rows of one table were told apart by its own coders, and a voice does not confirm itself. A voice
    that nobody can name is a number of its own.
    """
    key = ("table " + spots["table_key"]).where(spots["table_key"] != "", "voice " + spots["voice"])
    alone = (spots["table_key"] == "") & (spots["voice"] == "")
    key = key.where(~alone, "account " + spots["account"].astype("str"))
    return pd.factorize(key)[0].astype("int64")


def _weighed(
    pairs: pd.DataFrame, spots: pd.DataFrame, source: Ints, can_be: Bools
) -> tuple[Floats, Floats]:
    """Return evidence and shares, the more the more of one source's accounts the other has too.

    How much that is the pairs themselves tell: half, before any is seen; then as many as pair, which
    says in turn how likely others do.
    """
    a, b = pairs["a"].to_numpy("int64"), pairs["b"].to_numpy("int64")
    said = pairs["evidence"].to_numpy("float64")
    both = np.sort(np.stack([source[a], source[b]]), axis=0)
    of, first = np.unique(both[0] * (source.max(initial=0) + 1) + both[1], return_inverse=True)
    fewer = _can_pair(spots, source, *np.divmod(of, source.max(initial=0) + 1))
    evidence, share = said, np.zeros(len(pairs))
    for _ in range(_TIMES_ASKED):
        weight = np.where(can_be, np.exp(np.minimum(evidence, _SUREST)), 0.0)
        share = shares(a, b, source, weight)
        paired = np.bincount(first, share, len(of))
        common = (paired + _HALF_BEFORE / 2) / (np.maximum(fewer, paired) + _HALF_BEFORE)
        evidence = said + np.log(common / (1 - common))[first]
    return evidence, share


def _can_pair(spots: pd.DataFrame, source: Ints, one: Ints, other: Ints) -> Floats:
    """Return of pairs of sources how many accounts the smaller has in the days of both."""
    number = source.max(initial=0) + 1
    start, end = spots["start"].to_numpy("float64"), spots["end"].to_numpy("float64")
    known = np.flatnonzero(~np.isnan(start) & ~np.isnan(end))
    from_, to = np.full(number, np.inf), np.full(number, -np.inf)
    np.minimum.at(from_, source[known], start[known])
    np.maximum.at(to, source[known], end[known])
    out = np.zeros((2, len(one)))
    order = known[np.lexsort((start[known], source[known]))]
    days, of = start[order], source[order]
    cut = np.searchsorted(of, np.arange(number + 1))
    begin, last = np.maximum(from_[one], from_[other]), np.minimum(to[one], to[other])
    for at, side in enumerate((one, other)):
        for pair, mine in enumerate(side):
            own = days[cut[mine] : cut[mine + 1]]
            low, high = np.searchsorted(own, [begin[pair], last[pair] + 1])
            out[at, pair] = max(high - low, 0)
    fewer: Floats = out.min(axis=0)
    return fewer


def _say_why_not(pairs: pd.DataFrame, weight: Floats) -> None:
    """Say of what was weighed and does not hold whether a rival, a tie or its weakness is why."""
    lost = ~pairs["good"] & (weight > 0)
    best = np.zeros(len(pairs))
    for side in ("a", "b"):
        best = np.fmax(best, pairs.groupby(side)["share"].transform("max").to_numpy())
    alone = weight / (1 + weight)
    why = np.select(
        [alone < _LIKELIER, best >= _LIKELIER],
        [str(Verdict.WEAK), str(Verdict.RIVAL)],
        default=str(Verdict.TIE),
    )
    pairs["verdict"] = pairs["verdict"].mask(lost, pd.Series(why, index=pairs.index))


def _candidates(spots: pd.DataFrame, source: Ints, distance_km: float, days: int) -> pd.DataFrame:
    """Return pairs of accounts of different sources that are near enough to be looked at."""
    found = []
    placed = np.flatnonzero(spots["spot"].to_numpy())
    points = spots.iloc[placed]
    fine = ~points["near"].to_numpy()
    for some, reach in (
        (np.flatnonzero(fine), widest_reach(distance_km)),
        (np.arange(len(placed)) if not fine.all() else np.empty(0, "int64"), NEAR_KM),
    ):
        if len(some):
            first, second = neighbours(points.iloc[some], reach, days)
            found.append((placed[some[first]], placed[some[second]]))
    elsewhere = np.flatnonzero(~spots["spot"].to_numpy())
    first, second = same_spot(spots.iloc[elsewhere], days)
    found.append((elsewhere[first], elsewhere[second]))
    a = np.concatenate([pair[0] for pair in found]).astype("int64")
    b = np.concatenate([pair[1] for pair in found]).astype("int64")
    other = source[a] != source[b]
    return pd.DataFrame({"a": a[other], "b": b[other]})


def _with_citations(
    near: pd.DataFrame, spots: pd.DataFrame, told: pd.DataFrame, table: pd.DataFrame
) -> pd.DataFrame:
    """Add pairs of which one cites the other, and say which name the other's table as a source."""
    citing = Citing.of(told, table)
    position = pd.Series(np.arange(len(spots)), index=spots["account"])
    by_code, cited = (position[side].to_numpy("int64") for side in citing.codes())
    pairs = pd.concat([pd.DataFrame({"a": by_code, "b": cited}).assign(cited=True), near])
    pairs["cited"] = pairs["cited"].eq(other=True)
    low, high = pairs[["a", "b"]].min(axis=1), pairs[["a", "b"]].max(axis=1)
    pairs = pairs.assign(a=low.astype("int64"), b=high.astype("int64"))
    pairs = pairs.drop_duplicates(["a", "b"], ignore_index=True)
    tables = spots["table_key"].to_numpy()
    pairs["named"] = False
    for table_key, accounts in citing.tables().items():
        names_it = np.zeros(len(spots), dtype="bool")
        names_it[position[accounts].to_numpy()] = True
        for one, other in (("a", "b"), ("b", "a")):
            pairs["named"] |= names_it[pairs[one]] & (tables[pairs[other]] == table_key)
    return pairs


def _told_in_parts(pairs: pd.DataFrame, source: Ints) -> Bools:
    """Say which pairs are of a row that names several rows of another table: their sum, by its word.

    Where one of these is named by others too, nobody can tell who has how much of it.
    """
    cited = pairs[pairs["cited"]]
    number = {}
    for side, other in (("a", "b"), ("b", "a")):
        ends = [cited[side], pd.Series(source[cited[other]], index=cited.index)]
        number[side] = cited.groupby(ends)[other].transform("size")
    of_one = (number["a"] > 1) & (number["b"] == 1) | (number["b"] > 1) & (number["a"] == 1)
    # All or none: one row that another names too leaves the rest to be weighed with it.
    many = cited["a"].where(number["a"] >= number["b"], cited["b"])
    whole = of_one.groupby(many).transform("all") & of_one
    out: Bools = whole.reindex(pairs.index, fill_value=False).to_numpy("bool")
    return out


def _joined(pairs: pd.DataFrame, source: Ints) -> Ints:
    good = pairs[pairs["good"]]
    fitting = set(zip(good["a"], good["b"], strict=True))
    member_of = np.arange(len(source))
    members: dict[int, list[int]] = {}
    for a, b, several in zip(good["a"], good["b"], good["several"], strict=True):
        mine, theirs = member_of[a], member_of[b]
        if mine == theirs:
            continue
        ours, others = members.get(mine, [int(mine)]), members.get(theirs, [int(theirs)])
        if several or all(
            source[x] != source[y] and (min(x, y), max(x, y)) in fitting
            for x in ours
            for y in others
        ):
            members[mine] = ours + others
            members.pop(theirs, None)
            for one in others:
                member_of[one] = mine
    return member_of
