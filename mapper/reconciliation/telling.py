"""A claim told in words: who says what, in which words, and what became of it."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from mapper.errors import InputError
from mapper.reconciliation.books import Books
from mapper.reconciliation.titles import day_words, figure_words
from mapper.reconciliation.wording import reason_words

__all__ = ["claim_in_brief", "told_claim"]


def told_claim(
    claim: "pd.Series[Any]", books: Books, names: Mapping[str, str] | None = None
) -> str:
    """Return a claim in several lines: the figure, its voice, its quote, and what became of it.

    Parameters
    ----------
    claim : Series
        A row of the claims table.
    books : Books
        The books it stands in.
    names : mapping of str to str, optional
        What to call other claims instead of their ids.

    Raises
    ------
    InputError
        If the books do not have it.
    """
    at = books.rows.index[books.rows["claim_id"] == claim["claim_id"]]
    if len(at) == 0:
        raise InputError(f"there is no claim {claim['claim_id']!r} among the claims handed in")
    row = books.rows.loc[at[0]]
    lines = [
        f"{claim['claim_id']}: {_figure(claim, row)}",
        f"  said by {row['voice_name'] or 'somebody who is not named'}{_relayed(claim, row)}",
    ]
    if _text(claim["quote"]):
        lines.append(f"  in these words: “{claim['quote']}”")
    for column, words in (
        ("match_reason", "placed because"),
        ("verification_reason", "of its truth"),
    ):
        if _text(claim[column]):
            lines.append(f"  {words}: {claim[column]}")
    return "\n".join(lines + [f"  {line}" for line in _became(row, books, names or {})])


def claim_in_brief(name: str, books: Books) -> str:
    """Return a claim in a few words, with its id: "60 people killed, Sampletown (Airwars)"."""
    at = books.rows.index[books.rows["claim_id"] == name]
    if len(at) == 0:
        return name
    row, claim = books.rows.loc[at[0]], books.table.loc[at[0]]
    return f"“{_figure(claim, row)}” ({row['voice_name'] or 'not named'}; {name})"


def _figure(claim: "pd.Series[Any]", row: "pd.Series[Any]") -> str:
    low, best, high = (claim[f"count_{end}"] for end in ("low", "best", "high"))
    figure = figure_words(low, best, high, qualifier=row["qualifier"], words=row["count_words"])
    where = f"{row['place_name'] or 'place unknown'}, " + day_words(
        claim["period_start"], claim["period_end"]
    )
    if row["measure"] == "statement":
        return f"a statement without a figure, {where}"
    people = {"household": "families", "event": "events"}.get(row["unit"], "people")
    group = row["group"] if row["group"] not in {"", "all"} else people
    if row["measure"] == "incidents":
        return f"{figure} {group}, {where}"
    return f"{figure} {group} {row['measure']}, {where}"


def _became(row: "pd.Series[Any]", books: Books, names: Mapping[str, str]) -> list[str]:
    """Return what became of a claim, in the words of the reasons."""
    if _text(row["why_not"]):
        return [f"not counted: {row['why_not']}"]
    here, ids = row["claim_id"], books.rows["claim_id"]
    records: list[dict[str, Any]] = []
    if row["same_as"] != here:
        records.append({"code": "again", "a": here, "b": row["same_as"]})
    if row["weaker"] >= 0:
        records.append({"code": "vague", "a": here, "b": ids[row["weaker"]]})
    if _text(row["superseded_by"]):
        records.append({"code": "supersedes", "a": row["superseded_by"], "b": here})
    if row["parent"] >= 0:
        records.append({"code": "part", "a": here, "b": ids[row["parent"]], "why": row["because"]})
    if row["likely"] >= 0:
        records.append({"code": "likely", "a": here, "b": ids[row["likely"]]})
    if row["party"]:
        records.append({"code": "party", "a": here})
    # In an incident the reasons follow for all its claims together.
    return [] if names else [reason_words(one, {here: "this"} | dict(names)) for one in records]


def _relayed(claim: "pd.Series[Any]", row: "pd.Series[Any]") -> str:
    by = row["relay"] if row["relay"] != row["voice_name"] else ""
    said = f", passed on by {by}" if by else ""
    day = claim["published"]
    return said + ("" if pd.isna(day) else f", published {day_words(day, day)}")


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
