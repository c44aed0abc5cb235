"""Whether one figure lies inside another: in place, days, group, kind, unit and number."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from mapper.model import Kind, Unit
from mapper.reconciliation.columns import Bools, Floats, Ints

__all__ = ["Facts", "lies_inside"]

# A statement that dates one figure "Friday" and its total "the past two days" means one spell.
_STATEMENT_SLACK = 1.0
_MANY = 1 << 31


@dataclass(frozen=True)
class Facts:
    """The ledger as plain arrays, one value a row: millions of pairs are looked up in them."""

    start: Floats
    end: Floats
    counts_to: Floats
    low: Floats
    high: Floats
    voice: Ints
    statement: Ints
    place: Ints
    scope: Ints
    group: Ints
    groups: npt.NDArray[Any]
    stock: Bools
    delta: Bools
    person: Bools
    household: Bools
    unit: Ints
    total: Bools
    fine: Bools
    ends: tuple[Ints, Ints]
    held: Ints

    @classmethod
    def of(cls, rows: pd.DataFrame, pairs: pd.DataFrame) -> "Facts":
        """Return the facts of a ledger after `standing`; a spell without an end ends when told.

        ``ends`` are origin and destination, 0 where there is none; ``held`` the pairs of places of
        which the second holds the first, each as one number.
        """

        def code(name: str) -> Ints:
            return pd.factorize(rows[name])[0].astype("int64")

        names = [
            rows["origin_key"],
            rows["destination_key"],
            pairs["place_key"],
            pairs["holder_key"],
        ]
        whole = pd.factorize(pd.concat([pd.Series([""]), *names], ignore_index=True))[0]
        cuts = np.cumsum([len(one) for one in names])[:-1]
        ends = np.split(whole[1:].astype("int64"), cuts)
        group, first = pd.factorize(rows["group_key"])[0], ~rows["group_key"].duplicated()
        return cls(
            start=rows["start"].to_numpy("float64"),
            end=rows["end"].fillna(rows["counts_to"]).fillna(rows["known"]).to_numpy("float64"),
            counts_to=rows["counts_to"].to_numpy("float64"),
            low=rows["low"].to_numpy("float64"),
            high=rows["high"].to_numpy("float64"),
            voice=code("voice"),
            statement=code("statement"),
            place=code("place_key"),
            scope=rows["scope"].to_numpy("int64"),
            group=group.astype("int64"),
            groups=rows.loc[first, "group_is"].to_numpy(),
            stock=(rows["kind"] == Kind.STOCK).to_numpy("bool"),
            delta=(rows["kind"] == Kind.DELTA).to_numpy("bool"),
            person=(rows["unit"] == Unit.PERSON).to_numpy("bool"),
            household=(rows["unit"] == Unit.HOUSEHOLD).to_numpy("bool"),
            unit=code("unit"),
            total=rows["stated_total"].to_numpy("bool"),
            ends=(ends[0], ends[1]),
            held=ends[2] * _MANY + ends[3],
            fine=(rows["row_key"].isna() | rows["pointlike"]).to_numpy("bool"),
        )


def lies_inside(facts: Facts, child: Ints, parent: Ints) -> Bools:
    """Return for pairs of rows whether the first is a part of the second.

    The place of the parent is known to hold the child's, or to be the same.

    Parameters
    ----------
    facts : Facts
        The ledger.
    child, parent : array of int, shape (n,)
        Rows.
    """
    one_voice = facts.voice[child] == facts.voice[parent]
    together = facts.statement[child] == facts.statement[parent]
    same_place = facts.place[child] == facts.place[parent]
    fits = _days(facts, child, parent, together) & _kinds(facts, child, parent, together)
    fits &= ~(facts.low[child] > facts.high[parent]) & (facts.scope[child] != facts.scope[parent])
    for end in facts.ends:
        mine, theirs = end[child], end[parent]
        number = mine * _MANY + theirs
        fits &= (theirs == 0) | (mine == theirs) | np.isin(number, facts.held)
    # Between voices only a finer place makes a part; the same area is a rival figure.
    fits &= one_voice | (~same_place & facts.fine[child])
    out = np.zeros(len(child), dtype="bool")
    left = np.flatnonzero(fits)
    if len(left) == 0:
        return out
    c, p = child[left], parent[left]
    # Across voices nobody can know; that nothing speaks against it must do.
    inside = _groups(facts, c, p, together[left] | ~one_voice[left])
    longer = facts.end[p] - facts.start[p] > facts.end[c] - facts.start[c]
    bigger = (
        ~same_place[left]
        | (facts.unit[c] != facts.unit[p])
        | (facts.group[c] != facts.group[p])
        | longer
        | (facts.high[c] < facts.low[p])
    )
    out[left] = inside & bigger
    return out


def _days(facts: Facts, c: Ints, p: Ints, together: Bools) -> Bools:
    slack = np.where(together, _STATEMENT_SLACK, 0.0)
    c_start, c_end, p_start, p_end = facts.start[c], facts.end[c], facts.start[p], facts.end[p]
    starts: Bools = np.isnan(p_start) | (c_start >= p_start - slack) | np.isnan(c_start) & together
    ends: Bools = np.isnan(p_end) | (c_end <= p_end + slack) | np.isnan(c_end) & together
    # A whole without any day holds nothing but what was said with it.
    dated: Bools = ~(np.isnan(p_start) & np.isnan(p_end)) | together
    return starts & ends & dated


def _kinds(facts: Facts, c: Ints, p: Ints, together: Bools) -> Bools:
    stocks: Bools = facts.stock[c] == facts.stock[p]
    news = ~facts.delta[p] | (facts.delta[c] & (facts.counts_to[c] == facts.counts_to[p]))
    # "21,637 people, 390 families among them": inside, though nobody may turn one into the other.
    homes = facts.household[c] & facts.person[p] & together
    units: Bools = (facts.unit[c] == facts.unit[p]) | homes
    out: Bools = stocks & news & units
    return out


def _groups(facts: Facts, c: Ints, p: Ints, lenient: Bools) -> Bools:
    mine, wider = facts.group[c], facts.group[p]
    number = mine * len(facts.groups) + wider
    distinct, code = np.unique(number, return_inverse=True)
    pairs = [
        (facts.groups[pair // len(facts.groups)], facts.groups[pair % len(facts.groups)])
        for pair in distinct
    ]
    surely = np.array([w.holds(m) for m, w in pairs], dtype="bool")
    maybe = np.array([w.may_hold(m) for m, w in pairs], dtype="bool")
    # What the source itself calls its total holds the other groups it names beside it.
    stated = facts.total[p] & ~facts.total[c] & (facts.statement[c] == facts.statement[p])
    out: Bools = surely[code] | (maybe[code] & lenient) | stated
    return out
