"""Who is said to have done it: one name for a side, however a table words it.

UCDP names the two sides of a conflict ("Government of Syria - IS"), Airwars who is said to have
struck ("Syrian Regime; Russian Military"), ACLED the forces ("Military Forces of Russia (2000-)").
"""

import re
from functools import cache

import numpy as np
import pandas as pd

from mapper.reconciliation.columns import Floats

__all__ = ["doers", "one_doer"]

_PARTIES = re.compile(r"\s+[-–—]\s+|[;|/]|,\s|\s+(?:and|&)\s+(?=[A-Z])")
_ASIDE = re.compile(r"\([^)]*\)")
_STATE = re.compile(
    r"\b(?:government|regime|military|army|armed forces|air force|ministry|forces of|state)\b"
)
# Names in which nothing tells that they are one: a side's own names, and those of its alliance.
_KNOWN: tuple[tuple[str, str], ...] = (
    (r"\b(?:islamic state|is|isis|isil|daesh)\b(?! forces)", "islamic state"),
    (r"\b(?:sdf|syrian democratic forces|ypg|ypj|pyd)\b", "syrian democratic forces"),
    (r"\b(?:pkk|kurdistan workers)\b", "pkk"),
    (r"\b(?:united states|usa?|american?)\b", "state: unit"),
    (r"\b(?:us-led |global |international )?coalition (?:forces )?against (?:daesh|isis)\b", "state: unit"),
    (r"\bunited kingdom|british|\buk\b", "state: brit"),
)  # fmt: skip
_COALITION = re.compile(r"\b(\w+)[ -]led\b")
_BACKED = re.compile(r"\b(\w+)[ -](?:backed|supported|allied)\b")
# Strikes of the second are coded under the conflict of the first, whom it helps.
_HELPED_BY = (
    frozenset(["state: syri", "state: russ"]),
    frozenset(["state: syri", "state: iran"]),
    frozenset(["state: iraq", "state: unit"]),
    frozenset(["syrian democratic forces", "state: unit"]),
)
_A_STATE = "state: "
_NOBODY = frozenset(["civilians", "unknown", "unidentified", "other", "contested", "protesters"])
_FILLING = frozenset(
    [
        "the",
        "of",
        "for",
        "and",
        "a",
        "al",
        "el",
        "forces",
        "force",
        "group",
        "groups",
        "other",
        "organization",
    ]
)


def one_doer(a: pd.DataFrame, b: pd.DataFrame) -> Floats:
    """Return 1 where both accounts name one side, -1 where they name different ones, else 0.

    Parameters
    ----------
    a, b : DataFrame
        Accounts, row by row, with ``actor`` (empty if nobody is named).
    """
    pairs = pd.DataFrame({"a": a["actor"].to_numpy(), "b": b["actor"].to_numpy()})
    named = ((pairs["a"] != "") & (pairs["b"] != "")).to_numpy()
    out = np.zeros(len(pairs))
    if named.any():
        codes, distinct = pd.factorize(pd.MultiIndex.from_frame(pairs[named]))
        out[named] = np.array([_shared(doers(x), doers(y)) for x, y in distinct])[codes]
    return out


def _shared(mine: frozenset[str], theirs: frozenset[str]) -> float:
    if not mine or not theirs:
        return 0.0
    if mine & theirs:
        return 1.0
    allied = any(len(pair & mine) == 1 and len(pair & theirs) == 1 for pair in _HELPED_BY)
    # A state that strikes on the side of another is put under the other's conflict with a group.
    joined = any(_conflict(some) and _states(other) for some, other in _both_ways(mine, theirs))
    return 0.0 if allied or joined else -1.0


def _both_ways(
    mine: frozenset[str], theirs: frozenset[str]
) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return (mine, theirs), (theirs, mine)


def _states(sides: frozenset[str]) -> int:
    return sum(side.startswith(_A_STATE) for side in sides)


def _conflict(sides: frozenset[str]) -> bool:
    """Whether sides are a state and a group that fight each other, as UCDP names them."""
    return len(sides) == 2 and _states(sides) == 1


@cache
def doers(words: str) -> frozenset[str]:
    """Return the sides that some words name, each by one key.

    Examples
    --------
    >>> sorted(doers("Government of Examplia - Examplian insurgents"))
    ['exam insurgents', 'state: exam']
    >>> doers("Examplian Regime") == doers("Military Forces of Examplia (2000-)")
    True
    >>> doers("US-led Coalition") == doers("Government of United States of America")
    True
    >>> doers("Civilians"), doers("Unknown")
    (frozenset(), frozenset())
    """
    found = (_side(part) for part in _PARTIES.split(_ASIDE.sub(" ", words)))
    return frozenset(side for side in found if side)


def _side(words: str) -> str:
    text = " ".join(words.casefold().split())
    for pattern, name in _KNOWN:
        if re.search(pattern, text):
            return name
    leader, backed = _COALITION.search(text), _BACKED.search(text)
    if leader:
        return f"state: {leader[1][:4]}"
    said = [word for word in re.findall(r"\w+", text) if word not in _FILLING]
    if not said or set(said) <= _NOBODY:
        return ""
    plain = [word for word in said if not _STATE.fullmatch(word) and word != "armed"]
    if _STATE.search(text) and not backed and plain:
        # "Syria" and "Syrian", "Turkey" and "Turkish" begin alike.
        return f"state: {plain[0][:4]}"
    return " ".join([plain[0][:4], *plain[1:]]) if plain else ""
