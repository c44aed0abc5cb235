"""Names to answers, many at once: each distinct name is looked up once."""

import re
from collections.abc import Sequence
from typing import Any

import pandas as pd

from mapper.gazetteer import Gazetteer, load
from mapper.gazetteer.loading import uncollected
from mapper.geocoding.answers import COLUMNS, Answer
from mapper.geocoding.online import Online
from mapper.geocoding.resolving import Resolver
from mapper.schema import joined

__all__ = ["HINT_COLUMNS", "geocode_names"]

# Columns whose words say what holds a place, the coarsest last, as tables of the field call them.
HINT_COLUMNS = (
    "hint",
    "adm3",
    "admin3",
    "subdistrict",
    "adm2",
    "adm_2",
    "admin2",
    "district",
    "adm1",
    "adm_1",
    "admin1",
    "governorate",
    "province",
    "country",
)

# One cell may hold several hints.
_SEVERAL = re.compile(r"\s*[|;\n]\s*")


def geocode_names(
    names: "pd.Series[str] | pd.DataFrame",
    gazetteer: Gazetteer | None = None,
    online: Online | None = None,
) -> pd.DataFrame:
    """Return one answer a name.

    Parameters
    ----------
    names : Series of str or DataFrame
        Names; or a column ``name`` with any of `HINT_COLUMNS`.
    gazetteer : Gazetteer, optional
        By default the package's and the user's.
    online : Online, optional
        A server to ask for names that are unknown; by default none is asked.

    Returns
    -------
    DataFrame
        Columns `COLUMNS`, same index and order.
    """
    table = names.to_frame("name") if isinstance(names, pd.Series) else names
    keys = ["name", *(column for column in HINT_COLUMNS if column in table)]
    codes, distinct = _distinct(table[keys].apply(_words))
    resolver = Resolver(gazetteer or load(), online)
    with uncollected():
        answers = [_answer_row(_answer(resolver, row)) for row in distinct]
    frame = pd.DataFrame(answers, columns=list(COLUMNS))
    for column in ("lat", "lon", "radius_km", "match_score"):
        frame[column] = frame[column].astype("Float64")
    for column in frame.columns.difference(["lat", "lon", "radius_km", "match_score"]):
        frame[column] = frame[column].astype("str")
    out = frame.take(codes)
    out.index = table.index
    return out


def _words(column: "pd.Series[Any]") -> "pd.Series[Any]":
    """Return a column with nothing but words in it; a number or a list is no name."""
    if column.dtype != object:
        return column
    return column.map(lambda cell: cell if isinstance(cell, str) else None)


def _distinct(table: pd.DataFrame) -> tuple[Any, list[tuple[Any, ...]]]:
    """Return for each row the number of its distinct row, and the distinct rows."""
    codes: Any
    unique: Any
    if table.shape[1] == 1:
        codes, unique = pd.factorize(table.iloc[:, 0], use_na_sentinel=False)
        return codes, [(value,) for value in unique]
    codes = table.groupby(list(table.columns), sort=False, dropna=False).ngroup().to_numpy()
    unique = table.loc[~pd.Series(codes, index=table.index).duplicated().to_numpy()]
    return codes, list(unique.itertuples(index=False, name=None))


def _answer(resolver: Resolver, row: Sequence[Any]) -> Answer:
    words = [cell if isinstance(cell, str) else "" for cell in row]
    hints = [hint for cell in words[1:] for hint in _SEVERAL.split(cell) if hint]
    return resolver.resolve(words[0], hints)


def _answer_row(answer: Answer) -> dict[str, Any]:
    """Return an answer as a row of `COLUMNS`."""
    return {
        "place_id": joined(answer.place_ids),
        "place_name": answer.place_name or None,
        "lat": answer.lat,
        "lon": answer.lon,
        "radius_km": answer.radius_km,
        "precision": answer.precision.value,
        "status": answer.status.value,
        "match_tier": answer.tier and answer.tier.value,
        "match_score": answer.score,
        "match_reason": answer.reason,
        "alternatives": joined(answer.alternatives),
    }
