"""The figures of an incident, from those of its independent voices, by a declared rule."""

from enum import StrEnum

import numpy as np
import pandas as pd

from mapper.model import Qualifier, Verification

__all__ = ["Rule", "figures", "ladder"]


class Rule(StrEnum):
    """How the best figure of an incident is chosen. Low and high are always the envelope's."""

    LADDER = "ladder"
    LOWEST = "lowest"
    VOICE = "voice"
    ENVELOPE = "envelope"

    @property
    def words(self) -> str:
        """The rule in words, as it stands beside the figures."""
        return {
            Rule.LADDER: (
                "low and high: envelope of independent voices; best: verified, then specific, "
                "then at-least, then vague; ties to the lower; a party's own claim widens high only"
            ),
            Rule.LOWEST: "low and high: envelope of independent voices; best: the lowest of them",
            Rule.VOICE: "low, best and high: those of the chosen voice, where it speaks",
            Rule.ENVELOPE: "low and high: envelope of independent voices; no best figure",
        }[self]


_RUNGS = {
    str(Qualifier.EXACT): 1,
    str(Qualifier.RANGE): 1,
    str(Qualifier.ABOUT): 2,
    str(Qualifier.UP_TO): 3,
    str(Qualifier.AT_LEAST): 3,
    str(Qualifier.MORE_THAN): 3,
    str(Qualifier.VAGUE): 4,
}


def ladder(qualifier: "pd.Series[str]", verification: "pd.Series[str]") -> "pd.Series[int]":
    """Return the rung of each figure, 0 the surest.

    >>> ladder(pd.Series(["exact", "vague"]), pd.Series(["verified", ""])).tolist()
    [0, 4]
    """
    rung = qualifier.map(_RUNGS).fillna(5).astype("int64")
    return rung.where(verification != Verification.VERIFIED, 0)


def figures(told: pd.DataFrame, rule: Rule, voice: str = "") -> pd.DataFrame:
    """Return low, best and high of each incident.

    Parameters
    ----------
    told : DataFrame
        One row a voice's figure: ``incident``, ``voice``, ``party``, ``rung``, ``low``, ``best``,
        ``high`` (NaN unknown, ``inf`` open).
    rule : Rule
        How ``best`` is chosen.
    voice : str
        The voice of `Rule.VOICE`, by its key.

    Returns
    -------
    DataFrame
        Index ``incident``; ``low``, ``best``, ``high``; NaN unknown, high ``inf`` if open.
    """
    if rule is Rule.VOICE:
        chosen = told[told["voice"] == voice]
        told = pd.concat([chosen, told[~told["incident"].isin(chosen["incident"])]])
    everyone = told.groupby("incident")
    high = everyone["high"].max()
    free = told[~told["party"]]
    by = free.groupby("incident")
    out = pd.DataFrame({"low": by["low"].min()}, index=high.index)
    ordered = free[free["best"].notna()].sort_values(["incident", "rung", "best"], kind="stable")
    if rule is Rule.LOWEST:
        out["best"] = by["best"].min()
    elif rule is Rule.ENVELOPE:
        out["best"] = np.where(out["low"] == high, high, np.nan)
    else:
        out["best"] = ordered.drop_duplicates("incident").set_index("incident")["best"]
    out["high"] = high
    return out
