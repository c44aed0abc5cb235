"""Place words to places: candidates, ranking with reasons, the choice or "ambiguous"."""

from typing import Any

import pandas as pd

from mapper.errors import InputError
from mapper.gazetteer import Gazetteer
from mapper.geocoding.answers import COLUMNS, Answer, Status
from mapper.geocoding.claims import geocode_claims
from mapper.geocoding.names import HINT_COLUMNS, geocode_names
from mapper.geocoding.online import Online, PrivacyWarning
from mapper.geocoding.resolving import Resolver

__all__ = [
    "COLUMNS",
    "HINT_COLUMNS",
    "Answer",
    "Online",
    "PrivacyWarning",
    "Resolver",
    "Status",
    "geocode",
    "geocode_claims",
    "geocode_names",
]


def geocode(
    names_or_claims: Any, gazetteer: Gazetteer | None = None, online: Online | None = None
) -> Any:
    """Return where names or claims lie.

    Parameters
    ----------
    names_or_claims : Series of str, DataFrame or GeoDataFrame
        Names; a table with a column ``name``, and where there columns of `HINT_COLUMNS`; or a
        claims table (it has a column ``claim_id``).
    gazetteer : Gazetteer, optional
        By default the package's and the user's.
    online : Online, optional
        A server to ask for names that are unknown; by default none is asked, and nothing leaves the
        machine.

    Returns
    -------
    DataFrame or GeoDataFrame
        For names their answers (`COLUMNS`), on the same index; for claims the same table with its
        places filled in, EPSG:4326.

    Raises
    ------
    InputError
        If it is none of these.

    Examples
    --------
    >>> geocode(pd.Series(["Hmeimim", "Latakia province"]))[["place_id", "precision"]]
            place_id precision
    0   airport:OSLK      site
    1      adm1:SY06      adm1
    """
    columns = set(getattr(names_or_claims, "columns", ()))
    if not isinstance(names_or_claims, pd.Series) and not columns & {"name", "claim_id"}:
        raise InputError(
            "geocode takes a Series of names, a table with a column name, or a claims table with "
            f"a column claim_id, not a {type(names_or_claims).__name__} without them"
        )
    if isinstance(names_or_claims, pd.DataFrame) and "claim_id" in names_or_claims:
        return geocode_claims(names_or_claims, gazetteer, online)
    return geocode_names(names_or_claims, gazetteer, online)
