"""Which pairings hold, where each account may pair with one of each other table, or with none.

A likeness is worth the less the more rivals there are. Of all ways to pair, each weighed by the
product of its pairs' weights (none weighs 1), a pair's *share* is the part of those that have it. It
is found by passing messages between accounts; where pairs form no ring, which is nearly everywhere,
it is exact.

Source: the monomer-dimer model; Bayati, Gamarnik, Katz, Nair, Tetali, "Simple deterministic
approximation algorithms for counting matchings", STOC 2007.
"""

import numpy as np
import pandas as pd

from mapper.reconciliation.columns import Floats, Ints

__all__ = ["shares"]

_ROUNDS = 60
_CLOSE = 1e-5


def shares(a: Ints, b: Ints, source: Ints, weight: Floats) -> Floats:
    """Return the share of each pair, 0 to 1: how sure it is that the two pair with one another.

    Parameters
    ----------
    a, b : array of int, shape (n,)
        Accounts.
    source : array of int
        Table, or voice, of each account; an account has at most one partner in each other.
    weight : array of float, shape (n,)
        How many times likelier the pair is than that both have no partner.

    Examples
    --------
    Two accounts fit a third equally well: neither is sure. A fourth that fits one of them settles it.

    >>> import numpy as np
    >>> source = np.array([0, 0, 1, 1])
    >>> shares(np.array([0, 1]), np.array([2, 2]), source, np.array([9.0, 9.0])).round(2)
    array([0.47, 0.47])
    >>> shares(np.array([0, 1, 1]), np.array([2, 2, 3]), source, np.array([9.0, 9.0, 99.0])).round(2)
    array([0.89, 0.01, 0.98])
    """
    if len(a) == 0:
        return np.zeros(0)
    of_a = pd.factorize(a * (source.max() + 1) + source[b])[0]
    of_b = pd.factorize(b * (source.max() + 1) + source[a])[0]
    # Logarithm of how likely an end is to be free of all its other pairs.
    free_a, free_b = np.zeros(len(a)), np.zeros(len(a))
    for _ in range(_ROUNDS):
        # Half a step at a time: whole ones may swing to and fro.
        step_a = (-np.log1p(_of_others(of_a, weight * np.exp(free_b))) - free_a) / 2
        step_b = (-np.log1p(_of_others(of_b, weight * np.exp(free_a))) - free_b) / 2
        free_a, free_b = free_a + step_a, free_b + step_b
        if max(np.abs(step_a).max(), np.abs(step_b).max()) < _CLOSE:
            break
    odds = weight * np.exp(free_a + free_b)
    out: Floats = odds / (1 + odds)
    return out


def _of_others(group: Ints, value: Floats) -> Floats:
    return np.maximum(np.bincount(group, value)[group] - value, 0.0)
