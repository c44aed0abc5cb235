"""A claim told in words: who says what, in which words, and what became of it."""

import json
from collections.abc import Mapping
from typing import Any

import pandas as pd

from mapper.errors import InputError
from mapper.reconciliation.books import Books
from mapper.reconciliation.words.titles import (
    day_words,
    figure_words,
    people_words,
    says_what,
)
from mapper.reconciliation.words.wording import reason_words

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
        What to call the claims of the incident, or flow, that it is told in; its reasons follow there.

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
        f"  said by {_voice(row)}{_relayed(claim, row)}",
    ]
    if _text(claim["quote"]):
        lines.append(f"  in these words: “{claim['quote']}”")
    for column, words in (
        ("match_reason", "placed because"),
        ("verification_reason", "on whether it is true"),
    ):
        if _text(claim[column]):
            lines.append(f"  {words}: {claim[column]}")
    return "\n".join(lines + [f"  {line}" for line in _became(row, books, told_alone=not names)])


def claim_in_brief(name: str, books: Books) -> str:
    """Return a claim in a few words, with its id: "60 people killed, Sampletown (Airwars)"."""
    at = books.rows.index[books.rows["claim_id"] == name]
    if len(at) == 0:
        return name
    row, claim = books.rows.loc[at[0]], books.table.loc[at[0]]
    return f"“{_figure(claim, row)}” ({_voice(row)}; {name})"


def _figure(claim: "pd.Series[Any]", row: "pd.Series[Any]") -> str:
    low, best, high = (claim[f"count_{end}"] for end in ("low", "best", "high"))
    figure = figure_words(low, best, high, qualifier=row["qualifier"], words=row["count_words"])
    where = f"{_where(claim, row)}, " + day_words(claim["period_start"], claim["period_end"])
    if row["measure"] == "statement":
        return f"a statement without a figure, {where}"
    people = {"household": "families", "event": "events"}.get(row["unit"], "people")
    who = people_words(figure, row["group"] if row["group"] not in {"", "all"} else people)
    # "30 massacres", "21,637 new arrivals": the words say already what is counted.
    said = row["measure"] == "incidents" or says_what(who)
    return f"{who.removesuffix(',')}, {where}" if said else f"{who} {row['measure']}, {where}"


def _where(claim: "pd.Series[Any]", row: "pd.Series[Any]") -> str:
    """Return where it was, or whence and whither where a claim says it."""
    ends = [(word, _text(claim[f"{end}_words"])) for word, end in _ENDS]
    if any(place for _, place in ends):
        return " ".join(f"{word} {place.replace('|', ', ')}" for word, place in ends if place)
    return row["place_name"] or "place unknown"


_ENDS = (("from", "origin"), ("to", "destination"))


def _voice(row: "pd.Series[Any]") -> str:
    """Return who says it; a voice without a name in its own words, since its relay is told beside it."""
    name: str = row["voice_name"].removesuffix(f" ({row['relay']})")
    if not name:
        return "somebody who is not named"
    # "Reportedly", "allegedly": such words hold back who says it.
    hidden = name.islower() and name.endswith("ly")
    return f"somebody who is not named (“{name}”)" if hidden else name


def _became(row: "pd.Series[Any]", books: Books, *, told_alone: bool) -> list[str]:
    """Return what became of a claim, in the words of the reasons."""
    here, ids = row["claim_id"], books.rows["claim_id"]
    not_counted = [f"not counted: {row['why_not']}"] if _text(row["why_not"]) else []
    if not told_alone:
        # In an incident the reasons follow for all its claims together.
        return not_counted
    records: list[dict[str, Any]] = []
    if not not_counted:
        if row["same_as"] != here:
            records.append({"code": "again", "a": here, "b": row["same_as"]})
        if row["weaker"] >= 0:
            records.append({"code": "vague", "a": here, "b": ids[row["weaker"]]})
        if _text(row["superseded_by"]):
            records.append({"code": "supersedes", "a": row["superseded_by"], "b": here})
        if row["parent"] >= 0:
            whole = ids[row["parent"]]
            records.append({"code": "part", "a": here, "b": whole, "why": row["because"]})
        if row["likely"] >= 0:
            records.append({"code": "likely", "a": here, "b": ids[row["likely"]]})
        if row["party"]:
            records.append({"code": "party", "a": here})
    notes = json.loads(row["corrections"] or "[]")
    records += [{"code": "corrected", "a": here, **note} for note in notes]
    others = {one for record in records for one in (record["a"], record.get("b")) if one} - {here}
    names = {one: claim_in_brief(one, books) for one in others} | {here: "this"}
    return not_counted + [reason_words(one, names) for one in records]


def _relayed(claim: "pd.Series[Any]", row: "pd.Series[Any]") -> str:
    by = row["relay"] if row["relay"] != row["voice_name"] else ""
    said = f", passed on by {by}" if by else ""
    day = claim["published"]
    return said + ("" if pd.isna(day) else f", published {day_words(day, day)}")


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
