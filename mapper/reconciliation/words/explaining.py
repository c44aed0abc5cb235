"""Each number and each merge in plain words, back to the quote."""

import json
from typing import Any

import pandas as pd

from mapper.errors import InputError
from mapper.reconciliation.books import Books, opened
from mapper.reconciliation.figures import rule_code
from mapper.reconciliation.flows import flows
from mapper.reconciliation.incidents import reconcile
from mapper.reconciliation.memory import recall
from mapper.reconciliation.words.telling import claim_in_brief, told_claim
from mapper.reconciliation.words.titles import day_words, figure_words, people_words
from mapper.reconciliation.words.wording import grade_words, reason_words, rule_words
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
        Several lines: the figure and its rule, every claim with its number and its quote, what
        replaced what, what it is a part of, and why.

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
    incident:... 7 people reported killed, Sampletown, 7 March 2025 (SOHR)
    ...
    >>> print(explain("a", claims))
    a: 7 people killed, Sampletown, 7 March 2025
      said by SOHR, passed on by BBC News
      in these words: “7 were killed”
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
    for key, what in (("incident_id", _incident), ("flow_id", _flow), ("claim_id", told_claim)):
        if key in thing.index:
            return what(thing, books)
    raise InputError("cannot explain this row: it has no incident_id, flow_id or claim_id")


def _explain_id(name: str, claims: pd.DataFrame | Books | None) -> str:
    if claims is None:
        raise InputError(f"cannot explain {name!r} without the claims; use explain(id, claims)")
    books = opened(claims)
    found = books.table[books.table["claim_id"] == name]
    if len(found):
        return told_claim(found.iloc[0], books)
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
    for name, words in (("deaths", "killed"), ("injured", "injured")):
        bounds = [row[f"{name}_{end}"] for end in _ENDS]
        lines += _bounds(words, bounds, *_hedge(split(row["claims"]), words, bounds[1], books))
    voices = split(row["voices"])
    lines.append(f"support: {row['grade']}, {_why_so(row, voices)}")
    where, how = _text(row["place_name"]), _FINENESS.get(_text(row["precision"]), "")
    lines.append(f"place: {where}{how}" if where else "place: nobody says where")
    return "\n".join(lines + _shared(row, books, reconcile, "incident_id"))


def _flow(row: "pd.Series[Any]", books: Books) -> str:
    bounds = [row[f"count_{end}"] for end in _ENDS]
    hedge = [_text(row.get(name)) for name in ("qualifier", "count_words")]
    lines = [
        f"{row['flow_id']}: {_flow_title(row)}",
        *_bounds(_UNITS.get(_text(row["unit"]), "counted"), bounds, *hedge),
        f"kind of figure: {_KINDS.get(_text(row['kind']), 'not said')}",
    ]
    return "\n".join(lines + _shared(row, books, flows, "flow_id"))


def _flow_title(row: "pd.Series[Any]") -> str:
    """Return a flow in one line: "about 390 families from Syria to North Lebanon, 6–31 March 2025"."""
    hedge = [_text(row.get(name)) for name in ("qualifier", "count_words")]
    low, best, high = (row[f"count_{end}"] for end in _ENDS)
    figure = figure_words(low, best, high, *hedge)
    who = people_words(figure, _UNITS.get(_text(row["unit"]), "of an unknown unit"))
    origin, destination = (
        _text(row[f"{end}_name"]) or "an unknown place" for end in ("origin", "destination")
    )
    spell = day_words(row["period_start"], row["period_end"])
    return f"{who} from {origin} to {destination}, {spell}"


def _hedge(ids: list[str], measure: str, best: Any, books: Books) -> tuple[str, str]:
    """Return how a figure was hedged, and its words, where the incident has but one of them."""
    rows = books.rows
    mine = rows["claim_id"].isin(ids) & rows["current"] & rows["figured"]
    told = rows[mine & (rows["measure"] == measure)].drop_duplicates("telling")
    if len(told) != 1 or not (pd.isna(best) or told["best"].iloc[0] == best):
        return "", ""
    return told["qualifier"].iloc[0], told["count_words"].iloc[0]


_ENDS = ("low", "best", "high")
_UNITS = {"household": "families", "person": "people"}
_FINENESS = {
    "site": " (the very site)",
    "near": " (somewhere near it)",
    "adm3": " (no more than the subdistrict is known)",
    "adm2": " (no more than the district is known)",
    "adm1": " (no more than the province is known)",
    "zone": " (no more than this area is known)",
    "country": " (no more than the country is known)",
    "unplaced": " (found on no map)",
}
_KINDS = {
    "flow": "so many in these days",
    "cumulative": "so many since the first day; a later figure replaces it",
    "stock": "so many there at one time; a later figure replaces it",
    "delta": "one day's news, kept apart from running totals",
}


def _shared(row: "pd.Series[Any]", books: Books, table: Any, key: str) -> list[str]:
    """Return what an incident or a flow is a part of, its claims by number, and why."""
    lines = []
    wholes = split(row.get("contained_in"))
    if wholes:
        titles = _titles(table(books), key, wholes)
        lines += [
            f"part of {titles.get(whole, whole)} [{whole}]; never added to it" for whole in wholes
        ]
    ids = split(row["claims"])
    if len(ids) > 1 and _text(row.get("rule")):
        lines.append(f"how its figure was made: {rule_words(rule_code(row['rule']))}")
    lines.append("what it rests on:" if len(ids) > 1 else "it rests on one claim:")
    names = {name: f"[{number}]" for number, name in enumerate(ids, start=1)}
    known = books.table.set_index("claim_id", drop=False)
    for name in ids:
        if name in known.index:
            first, *rest = told_claim(known.loc[name], books, names).splitlines()
            lines += [f"  {names[name]} {first}", *(f"    {line}" for line in rest)]
    records = json.loads(row["reason_codes"]) if _text(row.get("reason_codes")) else []
    if records:
        lines.append("why:")
        lines += [f"  {reason_words(one, _named(one, names, books))}" for one in records]
    elif reasons := split(row.get("reasons")):
        lines += ["why:", *(f"  {reason}" for reason in reasons)]
    return lines


def _named(record: dict[str, Any], names: dict[str, str], books: Books) -> dict[str, str]:
    """Name the claims of a record: by number those that stand here, in brief the others."""
    ids = [one for end in ("a", "b") for one in _ids(record.get(end))]
    others = [name for name in ids if name not in names]
    return names | {name: claim_in_brief(name, books) for name in others}


def _ids(cell: Any) -> list[str]:
    return cell if isinstance(cell, list) else [cell] if isinstance(cell, str) else []


def _titles(table: pd.DataFrame, key: str, wanted: list[str]) -> dict[str, str]:
    rows = [row for _, row in table[table[key].isin(wanted)].iterrows()]
    return {row[key]: row["title"] if "title" in row else _flow_title(row) for row in rows}


def _bounds(what: str, bounds: list[Any], qualifier: str = "", words: str = "") -> list[str]:
    low, best, high = bounds
    if pd.isna(low) and pd.isna(best) and pd.isna(high):
        return []
    number = figure_words(low, best, high)
    figure = figure_words(low, best, high, qualifier=qualifier, words=words)
    line = f"{what}: {figure}"
    if not any(sign.isdigit() for sign in figure):
        line += f" (counted as {number})"
    # What is as good as said needs no second word: the only figure, or the least of an open one.
    plain = pd.isna(best) or (best == low and (pd.isna(high) or low == high))
    chosen = "" if plain or (pd.isna(low) and pd.isna(high)) else f"; most credible: {int(best):,}"
    return [line + chosen]


def _why_so(row: "pd.Series[Any]", voices: list[str]) -> str:
    by_hand = [
        one
        for one in json.loads(row["reason_codes"] if _text(row.get("reason_codes")) else "[]")
        if one["code"] == "graded"
    ]
    who = f" ({', '.join(voices)})" if voices else ""
    if by_hand:
        return f"as a person decided{who}"
    return grade_words(_text(row["grade"]), len(voices)) + who


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
