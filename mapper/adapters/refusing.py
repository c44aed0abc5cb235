"""Rows and cells that cannot be used, as rows of the refused table."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from mapper.schema import REFUSED, conform

__all__ = ["refusals"]


def refusals(rows: pd.DataFrame | Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Return rows as the refused table.

    >>> refusals([{"row": 3, "column": "best", "value": "-5"}])["row"].tolist()
    [3]
    """
    return conform(rows, REFUSED)
