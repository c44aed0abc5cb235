"""Admin areas in the columns of a source -> place words, P-codes and precision of claims."""

from typing import Any

import pandas as pd

from mapper.adapters.rows import Rows, translated

__all__ = ["area", "part_of"]

_LEVELS = ("country", "adm1", "adm2", "adm3")


def area(
    rows: Rows,
    *,
    names: "tuple[pd.Series[str], ...]",
    pcodes: "tuple[pd.Series[str] | None, ...]" = (),
    role: str = "scene",
) -> dict[str, Any]:
    """Return the columns of a claim that tell of an admin area.

    Parameters
    ----------
    rows : Rows
        The source.
    names : tuple of Series
        Names of the country, the governorate, the district, the sub-district, as far as there are.
    pcodes : tuple of Series or None
        P-codes of the same levels; the country's is ISO 3166-1 alpha-3.
    role : str
        What the area is to the claim.
    """
    words, precision = rows.constant(None), rows.constant(None)
    for level, name in zip(_LEVELS, names, strict=False):
        code = pcodes[_LEVELS.index(level)] if len(pcodes) > _LEVELS.index(level) else None
        known = name.notna() if code is None else name.notna() | code.notna()
        words = words.mask(known, name if code is None else name.fillna(code))
        precision = precision.mask(known, level)
    columns: dict[str, Any] = {
        "place_words": words,
        "place_role": role,
        "precision": precision,
        "coordinates_are": None,
    }
    hints = zip(("country_words", "adm1_words", "adm2_words"), names, strict=False)
    codes = zip(("country_iso3", "adm1_pcode", "adm2_pcode"), pcodes, strict=False)
    return columns | dict(hints) | {name: code for name, code in codes if code is not None}


def part_of(
    ids: "pd.Series[str]", keys: "pd.Series[str]", wholes: "pd.Series[str]"
) -> "pd.Series[str]":
    """Return the id of the whole that each part lies in, where exactly one row is that whole.

    Parameters
    ----------
    ids : Series
        The claim of each row.
    keys : Series
        What the row is a whole for; null for a row that is none.
    wholes : Series
        The key of the whole that a row is a part of; null for a row that is none.

    Examples
    --------
    >>> ids = pd.Series(["a", "b"])
    >>> part_of(ids, pd.Series(["x", None]), pd.Series([None, "x"])).tolist()
    [nan, 'a']
    """
    single = keys.notna() & ~keys.duplicated(keep=False)
    whole = pd.Series(ids[single].to_numpy(), index=keys[single])
    return translated(wholes, whole.to_dict())
