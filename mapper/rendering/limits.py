"""What a map cannot show, counted from its own tables."""

from typing import Any

import pandas as pd

from mapper.rendering.payload import day_number
from mapper.schema import joined

__all__ = ["limits"]

_NAMED = 8  # voices that are named

_COARSE = ("adm3", "adm2", "adm1", "zone", "country", "sea_air")


def limits(claims: pd.DataFrame, *, told: bool = False) -> list[dict[str, Any]]:
    """Return what the reader must know that no symbol says.

    Parameters
    ----------
    claims : DataFrame
        The claims table.
    told : bool
        Whether there is anything on the map: without claims, it cannot be checked.

    Returns
    -------
    list of dict
        ``key`` (a sentence of the page's language), ``n`` of ``of``, ``words`` (voices, ``a|b``), ``day``.

    Examples
    --------
    >>> from mapper.schema import CLAIMS, conform
    >>> claims = conform([{"claim_id": "c1", "measure": "killed", "count_low": 3, "precision": "adm1"}], CLAIMS)
    >>> [(limit["key"], limit["n"], limit["of"]) for limit in limits(claims)]
    [('coarse', 1, 1), ('undated', 1, 1), ('vague', 1, 1), ('silent', 0, 0)]
    """
    if claims.empty:
        return [*([_limit("no_claims", 0, 0)] if told else []), _limit("silent", 0, 0)]
    figures = claims[claims["measure"] != "statement"]
    unverified = int((claims["verification"] == "unverified").sum())
    verified = int((claims["verification"] == "verified").sum())
    voices = claims["voice"].dropna().drop_duplicates().tolist()
    found = [
        _limit("none_verified", 0, len(claims))
        if unverified and not verified and unverified == len(claims)
        else _limit("unverified", unverified, len(claims)),
        _limit("coarse", int(figures["precision"].isin(_COARSE).sum()), len(figures)),
        _limit("unplaced", int((claims["precision"] == "unplaced").sum()), len(claims)),
        _limit(
            "undated",
            int((claims["period_start"].isna() & claims["period_end"].isna()).sum()),
            len(claims),
        ),
        _limit("vague", int(figures["count_high"].isna().sum()), len(figures)),
    ]
    found = [limit for limit in found if limit["n"] or limit["key"] == "none_verified"]
    if len(voices) == 1:
        found.append(_limit("one_voice", 1, 1, words=joined(voices)))
    elif voices:
        named = joined(voices[:_NAMED])
        found.append(_limit("voices", len(voices), len(voices), words=named))
    last = claims["published"].max()
    if pd.notna(last):
        found.append(_limit("last", 0, 0, day=day_number(last)))
    return [*found, _limit("silent", 0, 0)]


def _limit(
    key: str, n: int, of: int, *, words: str | None = None, day: int | None = None
) -> dict[str, Any]:
    return {"key": key, "n": n, "of": of, "words": words or "", "day": day}
