"""One line a reader understands, for each incident."""

import re
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from mapper.model import Count, Measure, Qualifier

__all__ = ["day_words", "figure_words", "people_words", "says_what", "titles"]

# Words for a number that "of" follows: "dozens of families", but "several families".
_OF = re.compile(
    r"\b(?:dozens|scores|tens|hundreds|thousands|millions|crowds?|groups?|number|handful|couple)$",
    re.IGNORECASE,
)

# Groups that say nothing of who it was, that say that somebody died, and that are no one kind of people.
_NOBODY_NAMED = {None, "", "all", "unknown"}
_SAYS_WHAT = re.compile(
    r"\b(?:deaths|fatalities|dead|executions|killings|murders|massacres|arrivals|returnees)$",
    re.IGNORECASE,
)
# "people, mostly civilians": what is said aside ends with a comma, a list of people does not.
_ASIDE = re.compile(
    r", (?:mostly|mainly|largely|including|among|most|by|in|at|with|from|since) [^,]*$",
    re.IGNORECASE,
)
_TOLD_ONE_BY_ONE = re.compile(r"(?:an?|the|his|her|their) ", re.IGNORECASE)
# The word that says how many there are: "fighters" of "Alawite fighters, of both sides".
_NAMED_FIRST = re.compile(r"[^,(]*?(?P<several>\w+)(?=,| \(| (?:of|by|from|in|at|with|and)\b|$)")
_IRREGULAR = {"people": "person", "women": "woman", "men": "man", "children": "child",
              "families": "family", "bodies": "body"}  # fmt: skip
_BODIES = frozenset(["forces", "personnel", "police", "military", "army", "clergy"])

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def figure_words(low: Any, best: Any, high: Any, qualifier: str = "", words: str = "") -> str:
    """Return a figure in words, its hedge kept; a null is unknown.

    >>> figure_words(12, 12, None, qualifier="vague", words="dozens"), figure_words(683, 683, 732)
    ('dozens', '683–732')
    """
    least, likely, most = (None if pd.isna(value) else int(value) for value in (low, best, high))
    return _figure(least, likely, most, qualifier, words)


@cache
def _figure(low: int | None, best: int | None, high: int | None, qualifier: str, words: str) -> str:
    hedge = Qualifier(qualifier) if qualifier else Qualifier.UNSPECIFIED
    if hedge is Qualifier.EXACT and low is None and high is None:
        low = high = best
    try:
        return str(Count(low, best, high, hedge, words))
    except ValueError:
        # A figure that cannot be one is shown as it stands; why it is not used is said elsewhere.
        return ", ".join("unknown" if end is None else str(end) for end in (low, best, high))


def people_words(figure: str, people: str) -> str:
    """Return a figure with those it counts.

    >>> people_words("dozens", "families"), people_words("several", "families")
    ('dozens of families', 'several families')
    >>> people_words("unknown", "civilians"), people_words("683–732", "civilians")
    ('an unknown number of civilians', '683–732 civilians')
    >>> people_words("3", "a baker and his two sons")
    '3 people (a baker and his two sons)'
    >>> people_words("1", "Alawites, executed"), people_words("more than 1", "families")
    ('1 Alawite, executed', 'more than 1 family')
    >>> people_words("15", "soldiers, in an ambush")
    '15 soldiers, in an ambush,'
    """
    if figure == "unknown":
        figure = "an unknown number"
    if figure.split()[-1] == "1":
        people = _one_of(people)
    if _TOLD_ONE_BY_ONE.match(people):
        people = f"people ({people})"
    elif _ASIDE.search(people):
        people += ","
    return f"{figure} of {people}" if _OF.search(figure) else f"{figure} {people}"


def _one_of(people: str) -> str:
    """Return one of those whom some words name: "members of a party" -> "member of a party".

    >>> _one_of("security forces"), _one_of("aid workers by the road")
    ('member of security forces', 'aid worker by the road')
    """
    named = _NAMED_FIRST.match(people)
    if named is None:
        return people
    several, rest = named["several"], people[named.end() :]
    if several.casefold() in _BODIES:
        return f"member of {people}"
    one = _IRREGULAR.get(several.casefold()) or re.sub("(?<=[^s])s$", "", several)
    return people[: named.start("several")] + one + rest


def says_what(who: str) -> bool:
    """Whether words for people say already what became of them.

    >>> says_what("21,637 new arrivals"), says_what("12 civilians")
    (True, False)
    """
    return _SAYS_WHAT.search(who) is not None


def day_words(start: Any, end: Any) -> str:
    """Return a spell in words, both ends included.

    >>> day_words(pd.Timestamp("2025-03-07"), pd.Timestamp("2025-03-08"))
    '7–8 March 2025'
    >>> day_words(pd.Timestamp("2025-03-07"), pd.NaT)
    'from 7 March 2025'
    """
    first = None if pd.isna(start) else pd.Timestamp(start)
    last = None if pd.isna(end) else pd.Timestamp(end)
    if first is None and last is None:
        return "undated"
    if first is None or last is None:
        return f"from {_day(first)}" if first is not None else f"until {_day(last)}"
    if first == last:
        return _day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def _day(day: Any) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def titles(incidents: pd.DataFrame, told: pd.DataFrame) -> "pd.Series[str]":
    """Return the title of each incident: figure, place, days, voices; always "reported"."""
    # The group in the title is of those killed, where anybody was.
    current = told[told["current"]].assign(hurt=lambda rows: rows["measure"] != Measure.KILLED)
    first = current.sort_values(["incident", "hurt", "rung", "claim_id"], kind="stable")
    first = first.drop_duplicates("incident").set_index("incident").reindex(incidents.index)
    dead = current[~current["hurt"] | (first["hurt"].reindex(current["incident"]).to_numpy())]
    tellings = dead.groupby("incident")["telling"].nunique()
    alone = tellings.reindex(incidents.index, fill_value=1) == 1
    spells = pd.MultiIndex.from_frame(incidents[["period_start", "period_end"]])
    codes, distinct = pd.factorize(spells)
    when = np.array([day_words(*spell) for spell in distinct], dtype="object")[codes]
    bounds = [incidents[f"deaths_{end}"] for end in ("low", "best", "high")]
    hedges = [first[name].where(alone, "") for name in ("qualifier", "count_words")]
    shown = [
        incidents["injured_best"],
        first["group"],
        incidents["place_name"],
        incidents["voices"],
    ]
    columns = [*bounds, *hedges, *shown]
    cells = [column.astype("object").mask(column.isna(), None) for column in columns]
    lines = zip(*(column.tolist() for column in cells), when, strict=True)
    return pd.Series([_title(*line) for line in lines], index=incidents.index)


def _title(  # noqa: PLR0917 - the cells of one row
    low: Any,
    best: Any,
    high: Any,
    qualifier: str | None,
    words: str | None,
    injured: Any,
    group: str | None,
    place: str | None,
    voices: str | None,
    when: str,
) -> str:
    if low is None and best is None and high is None and injured is not None:
        figure, what = figure_words(injured, injured, injured), "injured"
    else:
        figure, what = figure_words(low, best, high, qualifier or "", words or ""), "killed"
    by = (voices or "voice unknown").replace("|", ", ")
    who = people_words(figure, "people" if group in _NOBODY_NAMED else str(group))
    if says_what(who):
        what = ""
    return f"{who} reported {what}".rstrip() + f", {place or 'place unknown'}, {when} ({by})"
