"""The figures of an incident, from those of its independent voices, by a declared rule."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd

from mapper.errors import InputError
from mapper.model import Kind, Qualifier, Verification
from mapper.schema import fold_voice, known_voice

__all__ = ["SAME_DAYS", "Choice", "Rule", "figures", "ladder", "outgrown", "rule_code"]


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


@dataclass(frozen=True, slots=True)
class Choice:
    """A rule, and the key of the voice it follows where it follows one."""

    rule: Rule = Rule.LADDER
    voice: str = ""
    voice_name: str = ""

    @classmethod
    def of(cls, rule: str, voice: str = "") -> "Choice":
        """Return the choice that words name.

        Raises
        ------
        InputError
            If there is no such rule, or the rule needs a voice and none is named.

        >>> Choice.of("voice", "Syrian Observatory for Human Rights").voice
        'sohr'
        """
        if rule not in {str(one) for one in Rule}:
            raise InputError(f"there is no rule {rule!r}; use one of {', '.join(Rule)}")
        if rule == Rule.VOICE and not voice:
            raise InputError("rule 'voice' follows a voice, and none is named; name one")
        if rule != Rule.VOICE and voice:
            raise InputError(f"rule {rule!r} does not follow {voice!r}; use rule 'voice' for that")
        known = known_voice(voice) if voice else None
        return cls(Rule(rule), known.voice_id if known else fold_voice(voice), voice)

    @property
    def words(self) -> str:
        """The rule in words, with its voice."""
        return f"{self.rule.words} ({self.voice_name})" if self.voice_name else self.rule.words


def rule_code(words: str) -> str:
    """Return the name of the rule that the column ``rule`` words, with its voice; else the words.

    >>> rule_code(Choice.of("voice", "SOHR").words), rule_code("by lot")
    ('voice:SOHR', 'by lot')
    """
    for rule in Rule:
        if words.startswith(rule.words):
            voice = words.removeprefix(rule.words).strip(" ()")
            return f"{rule}:{voice}" if voice else str(rule)
    return words


# Totals of one evening and of the next morning are of one day's work.
SAME_DAYS = 1.0
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


def figures(told: pd.DataFrame, choice: Choice) -> pd.DataFrame:
    """Return low, best and high of each incident.

    Parameters
    ----------
    told : DataFrame
        One row a voice's figure: ``incident``, ``voice``, ``party``, ``rung``, ``low``, ``best``,
        ``high`` (NaN unknown, ``inf`` open), ``kind`` and ``up_to`` (the day it counts to).
    choice : Choice
        How ``best`` is chosen, or whose figures are followed.

    Returns
    -------
    DataFrame
        Index ``incident``; ``low``, ``best``, ``high``; NaN unknown, high ``inf`` if open.
    """
    if choice.rule is Rule.VOICE:
        chosen = told[told["voice"] == choice.voice]
        told = pd.concat([chosen, told[~told["incident"].isin(chosen["incident"])]])
    passed = outgrown(told[~told["party"]]).reindex(told.index, fill_value=False)
    said = told[~passed | np.isfinite(told["high"])]
    high = said.groupby("incident")["high"].max()
    free = told[~told["party"] & ~passed]
    by = free.groupby("incident")
    out = pd.DataFrame({"low": by["low"].min()}, index=high.index)
    ordered = free[free["best"].notna()].sort_values(["incident", "rung", "best"], kind="stable")
    if choice.rule is Rule.LOWEST:
        out["best"] = by["best"].min()
    elif choice.rule is Rule.ENVELOPE:
        out["best"] = np.where(out["low"] == high, high, np.nan)
    else:
        out["best"] = ordered.drop_duplicates("incident").set_index("incident")["best"]
    out["high"] = high
    return out


def outgrown(told: pd.DataFrame) -> "pd.Series[bool]":
    """Return which running totals a later one of the same thing has passed.

    "At least 100" up to 9 March does not contradict 1,383 up to 12 March: more had died by then. It
    widens neither the low nor, being open, the high. A later total that is lower does contradict an
    earlier one, and both count.

    Parameters
    ----------
    told : DataFrame
        One row a figure, as for `figures`.

    Examples
    --------
    >>> told = pd.DataFrame({"incident": [1, 1], "kind": "cumulative", "low": [100.0, 1383.0],
    ...                      "up_to": [20156.0, 20159.0]})
    >>> outgrown(told).tolist(), outgrown(told.assign(low=[732.0, 683.0])).tolist()
    ([True, False], [False, False])
    """
    out = pd.Series(data=False, index=told.index)
    running = told[(told["kind"] == Kind.CUMULATIVE) & told["up_to"].notna() & told["low"].notna()]
    running = running[running["incident"].duplicated(keep=False)]
    # The most that is said of each day, and then of that day and all after it.
    days = running.groupby(["incident", "up_to"])["low"].max()[::-1]
    most = days.groupby(level="incident").cummax().reset_index().sort_values("up_to")
    asked = running.assign(row=running.index, after=running["up_to"] + SAME_DAYS)
    found = pd.merge_asof(
        asked[["row", "incident", "after", "low"]].sort_values("after"),
        most.rename(columns={"low": "later"}),
        left_on="after",
        right_on="up_to",
        by="incident",
        direction="forward",
        allow_exact_matches=False,
    )
    out[found.loc[found["later"] >= found["low"], "row"]] = True
    return out
