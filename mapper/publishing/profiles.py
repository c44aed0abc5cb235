"""A profile keeps the columns and the reports that its circle may see, and nothing else."""

from collections.abc import Mapping
from enum import StrEnum

import pandas as pd

from mapper.schema import TABLES, Sensitivity

__all__ = ["Profile", "publish", "withhold"]


class Profile(StrEnum):
    """For whom an edition is made, widest circle first."""

    PUBLIC = "public"
    PARTNER = "partner"
    INTERNAL = "internal"

    def may_see(self, sensitivity: str) -> bool:
        """Whether something of this sensitivity may reach the circle.

        A word that nobody knows is for the innermost circle.

        >>> Profile.PUBLIC.may_see("partner"), Profile.INTERNAL.may_see("partner")
        (False, True)
        """
        circles = [str(circle) for circle in Profile]
        inner = circles.index(sensitivity) if sensitivity in circles else len(circles) - 1
        return circles.index(self) >= inner


def withhold(tables: Mapping[str, pd.DataFrame], profile: Profile) -> dict[str, pd.DataFrame]:
    """Return the tables without the reports a circle may not see, and without what they said.

    Incidents, flows, series and totals must be made anew from the claims that are left.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        Tables by their names in `mapper.schema.TABLES`; ``reports`` says what is withheld;
        without it, nothing is.
    profile : Profile
        The circle.

    Returns
    -------
    dict of str to DataFrame
        New tables; the given ones are untouched.

    Examples
    --------
    >>> from mapper.schema import CLAIMS, REPORTS, conform
    >>> reports = conform([{"report_id": "r1", "sensitivity": "internal"}], REPORTS)
    >>> claims = conform([{"claim_id": "c1", "report_id": "r1"}], CLAIMS)
    >>> len(withhold({"reports": reports, "claims": claims}, Profile.PUBLIC)["claims"])
    0
    """
    if "reports" not in tables:
        return dict(tables)
    reports = tables["reports"]
    circles = reports["sensitivity"].fillna(Sensitivity.PUBLIC.value)
    hidden = reports[~circles.map(profile.may_see).astype(bool)]
    # Refusals know their report by its file name alone.
    keys = {"report_id": set(hidden["report_id"]), "report": set(hidden["path"])}
    kept = {}
    for name, frame in tables.items():
        seen = pd.Series(data=True, index=frame.index)
        for column, values in keys.items():
            if values and column in frame:
                seen &= ~frame[column].isin(values)
        kept[name] = frame[seen].reset_index(drop=True)
    return kept


def publish(tables: Mapping[str, pd.DataFrame], profile: Profile) -> dict[str, pd.DataFrame]:
    """Return the tables with the columns that a circle may see.

    A column that the circle may not see is gone, not emptied, so that neither its name nor its order
    tells of it. Columns that are not in the schema carry no sensitivity, and stay inside: only the
    internal profile keeps them.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        Tables by their names in `mapper.schema.TABLES`.
    profile : Profile
        The circle.

    Returns
    -------
    dict of str to DataFrame
        New tables; the given ones are untouched.

    Examples
    --------
    >>> from mapper.schema import REPORTS, conform
    >>> reports = conform([{"report_id": "r1", "path": "source-of-mine.txt"}], REPORTS)
    >>> "path" in publish({"reports": reports}, Profile.PUBLIC)["reports"]
    False
    """
    if profile is Profile.INTERNAL:
        return dict(tables)
    return {
        name: frame[
            [
                column.name
                for column in TABLES[name].columns
                if column.name in frame and profile.may_see(column.sensitivity)
            ]
        ]
        for name, frame in tables.items()
    }
