"""A profile keeps the columns and the reports that its circle may see, and nothing else."""

from collections.abc import Mapping
from enum import StrEnum

import pandas as pd

from mapper.schema import TABLES, Sensitivity

__all__ = ["Profile", "publish"]


class Profile(StrEnum):
    """For whom an edition is made, widest circle first."""

    PUBLIC = "public"
    PARTNER = "partner"
    INTERNAL = "internal"

    def may_see(self, sensitivity: str) -> bool:
        """Whether something of this sensitivity may reach the circle.

        >>> Profile.PUBLIC.may_see("partner"), Profile.INTERNAL.may_see("partner")
        (False, True)
        """
        circles = list(Profile)
        return circles.index(self) >= circles.index(Profile(sensitivity))


def publish(tables: Mapping[str, pd.DataFrame], profile: Profile) -> dict[str, pd.DataFrame]:
    """Return the tables as a circle may see them.

    A column that the circle may not see is gone, not emptied, so that neither its name nor its order
    tells of it. Columns that are not in the schema carry no sensitivity, and stay inside: only the
    internal profile keeps them. A report with a narrower sensitivity goes with all its claims.
    Incidents, flows, series and totals must be made from claims that went through here, or they
    could tell what a withheld claim said.

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
    withheld = _withheld_reports(tables, profile)
    published = {}
    for name, frame in tables.items():
        table = TABLES[name]
        if profile is Profile.INTERNAL:
            names = list(frame.columns)
        else:
            names = [
                column.name
                for column in table.columns
                if column.name in frame and profile.may_see(column.sensitivity)
            ]
        kept = frame[names]
        if withheld and "report_id" in kept:
            kept = kept[~kept["report_id"].isin(withheld)]
        published[name] = kept.reset_index(drop=True)
    return published


def _withheld_reports(tables: Mapping[str, pd.DataFrame], profile: Profile) -> set[str]:
    if "reports" not in tables:
        return set()
    reports = tables["reports"]
    circles = reports["sensitivity"].fillna(Sensitivity.PUBLIC.value)
    hidden = ~circles.map(profile.may_see).astype(bool)
    return set(reports.loc[hidden, "report_id"])
