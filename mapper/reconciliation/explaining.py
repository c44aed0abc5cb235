"""Each number and each merge in plain words, back to the quote."""

from typing import Any

import pandas as pd

from mapper.errors import InputError
from mapper.reconciliation.books import Books, opened
from mapper.reconciliation.flows import flows
from mapper.reconciliation.incidents import reconcile
from mapper.reconciliation.memory import recall
from mapper.reconciliation.titles import day_words, figure_words
from mapper.schema import split

__all__ = ["explain"]


def explain(thing: Any, claims: pd.DataFrame | Books | None = None) -> str:
    """Return the whole derivation of an incident, a flow or a claim, in plain words.

    Parameters
    ----------
    thing : Series or str
        A row of the incidents, flows or claims table, or its id. A row of a table that `reconcile`
        or `flows` made knows its claims; anything else needs them.
    claims : DataFrame or Books, optional
        The claims table, or its books; see `opened`.

    Returns
    -------
    str
        Several lines: the figure and its rule, every claim with its quote, what superseded what,
        what it is a part of, and why.

    Raises
    ------
    InputError
        If the thing is unknown, or its claims are.

    Examples
    --------
    >>> from mapper.schema import CLAIMS, conform
    >>> claims = conform(
    ...     [{"claim_id": "a", "voice": "SOHR", "relay": "BBC News", "measure": "killed",
    ...       "count_best": 7, "qualifier": "exact", "place_words": "Sampletown",
    ...       "period_start": "2025-03-07", "period_end": "2025-03-07", "quote": "7 were killed"}],
    ...     CLAIMS)
    >>> print(explain(reconcile(claims).iloc[0]))
    incident:... 7 reported killed, Sampletown, 7 March 2025 (SOHR)
    ...
    >>> print(explain("a", claims).splitlines()[0])
    a: 7 killed, Sampletown, 7 March 2025
    """
    if isinstance(thing, str):
        return _explain_id(thing, claims)
    if not isinstance(thing, pd.Series):
        raise InputError(f"cannot explain a {type(thing).__name__}; hand in a row or an id")
    books = opened(claims) if claims is not None else recall(thing)
    if books is None:
        raise InputError(
            "this row does not know the claims it was made from; hand them in: explain(row, claims)"
        )
    for key, what in (("incident_id", _incident), ("flow_id", _flow), ("claim_id", _claim)):
        if key in thing.index:
            return what(thing, books)
    raise InputError("cannot explain this row: it has no incident_id, flow_id or claim_id")


def _explain_id(name: str, claims: pd.DataFrame | Books | None) -> str:
    if claims is None:
        raise InputError(f"cannot explain {name!r} without the claims; use explain(id, claims)")
    books = opened(claims)
    found = books.table[books.table["claim_id"] == name]
    if len(found):
        return _claim(found.iloc[0], books)
    for table, key, what in (
        (reconcile(books), "incident_id", _incident),
        (flows(books), "flow_id", _flow),
    ):
        row = table[table[key] == name]
        if len(row):
            return what(row.iloc[0], books)
    raise InputError(
        f"there is no claim, incident or flow {name!r} in these claims; look at its table"
    )


def _incident(row: "pd.Series[Any]", books: Books) -> str:
    lines = [f"{row['incident_id']}: {row['title']}"]
    for name in ("deaths", "injured"):
        bounds = [row[f"{name}_{end}"] for end in ("low", "best", "high")]
        if not all(pd.isna(bound) for bound in bounds):
            lines.append(f"{name}: {_bounds(*bounds)}")
    lines += [f"rule: {row['rule']}", f"grade: {row['grade']}, {_voices(row['voices'])}"]
    lines.append(f"placed: {_text(row['place_name']) or 'nowhere'}, precision {row['precision']}")
    lines += _shared(row, books, "contained_in", "is a part of, and is never added to")
    return "\n".join(lines)


def _flow(row: "pd.Series[Any]", books: Books) -> str:
    origin = _text(row["origin_name"]) or "origin unknown"
    destination = _text(row["destination_name"]) or "destination unknown"
    bounds = [row[f"count_{end}"] for end in ("low", "best", "high")]
    spell = day_words(row["period_start"], row["period_end"])
    lines = [
        f"{row['flow_id']}: {origin} to {destination}, {spell}",
        f"{row['unit']}: {_bounds(*bounds)} ({_text(row['kind']) or 'kind unknown'})",
        _voices(row["voices"]),
    ]
    lines += _shared(row, books, "contained_in", "is a part of, and is never added to")
    return "\n".join(lines)


def _shared(row: "pd.Series[Any]", books: Books, column: str, words: str) -> list[str]:
    lines = [f"{words} {whole}" for whole in split(row.get(column))]
    lines.append("rests on:")
    for name in split(row["claims"]):
        found = books.table[books.table["claim_id"] == name]
        if len(found):
            lines += [f"  {line}" for line in _claim(found.iloc[0], books).splitlines()]
    reasons = split(row.get("reasons"))
    if reasons:
        lines.append("because:")
        lines += [f"  {reason}" for reason in reasons]
    return lines


def _claim(claim: "pd.Series[Any]", books: Books) -> str:
    at = books.rows.index[books.rows["claim_id"] == claim["claim_id"]]
    if len(at) == 0:
        raise InputError(f"there is no claim {claim['claim_id']!r} among the claims handed in")
    row = books.rows.loc[at[0]]
    low, best, high = (claim[f"count_{end}"] for end in ("low", "best", "high"))
    hedge = {"qualifier": row["qualifier"], "words": row["count_words"]}
    figure = figure_words(low, best, high, **hedge)
    group = f" {row['group']}" if row["group"] not in {"", "all"} else ""
    place = row["place_name"] or "place unknown"
    spell = day_words(claim["period_start"], claim["period_end"])
    lines = [
        f"{claim['claim_id']}: {figure} {row['measure']}{group}, {place}, {spell}",
        f"  said by {row['voice_name'] or 'a voice unknown'}{_relayed(claim, row)}",
    ]
    if _text(claim["quote"]):
        lines.append(f"  in its words: “{claim['quote']}”")
    for column, words in (
        ("count_rule", "figure read by"),
        ("match_reason", "placed because"),
        ("verification_reason", "of its truth"),
    ):
        if _text(claim[column]):
            lines.append(f"  {words}: {claim[column]}")
    return "\n".join(lines + [f"  {line}" for line in _standing(row, books)])


def _standing(row: "pd.Series[Any]", books: Books) -> list[str]:
    if _text(row["why_not"]):
        return [f"not used because {row['why_not']}"]
    lines = []
    if row["same_as"] != row["claim_id"]:
        lines.append(f"tells the figure of {row['same_as']} again: no second voice")
    if row["weaker"] >= 0:
        exact = books.rows["claim_id"][row["weaker"]]
        lines.append(f"says more vaguely what {exact} says: told beside it, never counted with it")
    if _text(row["superseded_by"]):
        lines.append(f"superseded by {row['superseded_by']}: the same voice on the same scope")
    if row["parent"] >= 0:
        lines.append(f"part of {books.rows['claim_id'][row['parent']]}: {row['because']}")
    if row["party"]:
        lines.append("a party to the fighting says it of itself: it widens high only")
    return lines


def _relayed(claim: "pd.Series[Any]", row: "pd.Series[Any]") -> str:
    said = (
        f", relayed by {claim['relay']}"
        if row["relay"] and row["relay"] != row["voice_name"]
        else ""
    )
    return said + (f", {claim['published'].date()}" if not pd.isna(claim["published"]) else "")


def _bounds(low: Any, best: Any, high: Any) -> str:
    words = [
        f"{name} {'unknown' if pd.isna(value) else f'{int(value):,}'}"
        for name, value in (("low", low), ("best", best))
    ]
    return ", ".join([*words, f"high {'open' if pd.isna(high) else f'{int(high):,}'}"])


def _voices(cell: object) -> str:
    voices = split(cell)
    return f"independent voices: {', '.join(voices)}" if voices else "no voice that can be named"


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
