"""How well an incident is supported: Airwars' grades, by rule."""

import numpy as np
import pandas as pd

from mapper.model import Grade, Verification

__all__ = ["grades"]


def grades(told: pd.DataFrame) -> "pd.Series[str]":
    """Return the grade of each incident.

    *discounted* if every claim was taken back; *confirmed* if one was verified; *contested* if one
    is disputed; *fair* with two independent voices that are no party, none of which was said to be
    unverified; *weak* with one, or where it was said that nothing could be verified; *ungraded* if
    only a party, or nobody who can be named, speaks.

    Parameters
    ----------
    told : DataFrame
        One row a claim: ``incident``, ``independent`` (group of voices), ``party``,
        ``verification``, ``retracted``.

    Returns
    -------
    Series of str
        Index ``incident``.
    """
    live = told[~told["retracted"]]
    free = live[~live["party"] & (live["independent"] != "")]
    index = pd.Index(np.sort(told["incident"].unique()), name="incident")
    voices = free.drop_duplicates(["incident", "independent"]).groupby("incident").size()
    number = voices.reindex(index, fill_value=0)

    def any_said(verification: Verification) -> "pd.Series[bool]":
        said = live.loc[live["verification"] == verification, "incident"].unique()
        return pd.Series(index.isin(said), index=index)

    unverified = any_said(Verification.UNVERIFIED)
    choices = (
        (~pd.Series(index.isin(live["incident"].unique()), index=index), Grade.DISCOUNTED),
        (any_said(Verification.DISPUTED), Grade.CONTESTED),
        (any_said(Verification.VERIFIED), Grade.CONFIRMED),
        ((number >= 2) & ~unverified, Grade.FAIR),
        (number >= 1, Grade.WEAK),
    )
    return pd.Series(
        np.select(
            [mask.to_numpy() for mask, _ in choices],
            [str(grade) for _, grade in choices],
            default=str(Grade.UNGRADED),
        ),
        index=index,
    )
