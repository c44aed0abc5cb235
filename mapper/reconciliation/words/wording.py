"""Every sentence that says why figures are one, parts, or apart: one table of words.

A reason is a *record*: a code, the claims it is about (``a``, ``b``), and values. The words of the
records stand here, and nowhere else in Python; a page words the same records in its own language.
"""

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from mapper.reconciliation.words.titles import day_words
from mapper.schema import CLAIMS

__all__ = ["CODES", "grade_words", "reason_words", "rule_words", "sentences", "why_words"]

# In the order in which a reader asks: what is one, what is counted where, what stands apart.
_SENTENCES = {
    "one": "{a} and {b} are taken for one event: {where}, {when}{cited}",
    "added": "{a} is of one event what {table} tells as several, {b}: the figures of these are added",
    "part": "{a} is a part of {b} and is not added to it: {why}",
    "supersedes": "{a} replaces {b}: a later figure of the same source for the same thing",
    "again": "{a} repeats {b} and is counted once",
    "vague": "{a} says in vaguer words what {b} says exactly, and is not counted beside it",
    "passed": (
        "{a} counts fewer days than {b}, a later total that is no smaller: it contradicts nothing, and"
        " widens neither the lowest nor the highest figure"
    ),
    "likely": (
        "{a} lies within the area and days of {b}, of another source: it is probably counted there"
        " too, so the two are not added"
    ),
    "party": "{a} is the word of a party to the fighting: it can raise the highest figure, nothing else",
    "twice": (
        "{a} are different figures of one source for one place and day: a correction, or two events;"
        " they are not added, and a person should look at them"
    ),
    "apart": "{a} is kept apart from {b}: {why} ({where}, {when})",
    "inside": "the place and days of {a} lie within the area and days of {b}",
    "graded": "a person graded it {grade} on {day}: {note}",
    "corrected": "a person changed “{column}” of {a} from {before} to {after} on {day}: {note}",
}
CODES: tuple[str, ...] = tuple(_SENTENCES)

_WHY = {
    "says": "its source says so",
    "split": "its source's own parts add up exactly to that total",
    "within": "the same source, and its place, people and days lie inside",
    "here": "the same source and place, and its people and days lie inside",
    "far": "too far apart in place or time",
    "figures": "their figures are too far apart to be one count",
    "groups": "they count people of whom nobody can be in both",
    "episode": "the days they tell of differ too much; a person should look at them",
    "area": "one is an area, the other a single place",
    "summary": "one is a summary that may tell single events again",
    "better": "another account fits better",
    "tie": "several accounts fit about equally well; a person should look at them",
    "weak": "too little speaks for one event",
}
_RULES = {
    "ladder": (
        "lowest and highest are those of the independent sources; as most credible a verified figure"
        " goes before an exact one, that before “at least”, that before words like “dozens”, and of"
        " two alike the lower; a party to the fighting can only raise the highest"
    ),
    "lowest": "lowest and highest are those of the independent sources, the most credible is the"
    " lowest of them",
    "envelope": "lowest and highest are those of the independent sources; none is called the"
    " most credible",
    "voice": "the figures of one chosen source, {voice}, where it speaks",
}
_GRADES = {
    "confirmed": "somebody has verified it",
    "fair": "{number} independent sources",
    "weak": "one independent source",
    "contested": "it is disputed",
    "discounted": "whoever said it has taken it back, so that it counts in no total",
    "ungraded": "only a party to the fighting, or nobody who is named, says it",
}
_NOT_INDEPENDENT = "its sources are not independent, or say that nothing could be verified"
# What is closer than this is 0.0 km apart.
_ONE_PLACE = 0.05
# What is null or false is left out of a record.
_LEFT_OUT = {"km": None, "cited": False, "before": None, "after": None}
_SLOT = re.compile(r"\{(\w+)\}")


def why_words(code: str) -> str:
    """Return why something is a part, or stands apart, in words.

    >>> why_words("says")
    'its source says so'
    """
    return _WHY[code]


def rule_words(code: str) -> str:
    """Return the rule by which one figure is made of several, in words.

    >>> rule_words("voice:SOHR")
    'the figures of one chosen source, SOHR, where it speaks'
    """
    name, _, voice = code.partition(":")
    return _RULES[name].format(voice=voice) if name in _RULES else code


def grade_words(grade: str, number: int) -> str:
    """Return why an incident of so many independent voices has its grade.

    >>> grade_words("weak", 1), grade_words("fair", 2)
    ('one independent source', '2 independent sources')
    """
    if grade == "weak" and number > 1:
        return _NOT_INDEPENDENT
    return _GRADES.get(grade, "not said why").format(number=number)


def reason_words(record: Mapping[str, Any], names: Mapping[str, str] | None = None) -> str:
    """Return the sentence of one record.

    Parameters
    ----------
    record : mapping
        ``code``, claim ids ``a`` and ``b`` (a text or a list) and values.
    names : mapping of str to str, optional
        What to call claims instead of their ids.

    Examples
    --------
    >>> reason_words({"code": "again", "a": "c2", "b": "c1"}, {"c1": "the first"})
    'c2 repeats the first and is counted once'
    """
    called = names or {}

    def shown(value: Any) -> str:
        ids = value if isinstance(value, list) else [value]
        return " and ".join(called.get(one, str(one)) for one in ids)

    values: dict[str, Any] = _LEFT_OUT | {
        name: shown(value) if name in {"a", "b"} else value for name, value in record.items()
    }
    frame = pd.DataFrame({name: [value] for name, value in values.items()})
    return str(sentences(str(record["code"]), frame).iloc[0])


def sentences(code: str, values: pd.DataFrame) -> "pd.Series[str]":
    """Return the sentences of many records of one code.

    Parameters
    ----------
    code : str
        One of `CODES`.
    values : DataFrame
        The values of the records, one row each: ``a``, ``b``, ``why``, ``km``, ``days``, ``cited`` …
    """
    words = {str(name): values[name] for name in values}
    if "why" in words:
        words["why"] = words["why"].map(_WHY)
    if "days" in words:
        words["where"] = words["km"].map(
            lambda km: "at one place" if pd.isna(km) or km < _ONE_PLACE else f"{km:.1f} km apart"
        )
        words["when"] = words["days"].map(_days_words)
    if "day" in words:
        words["day"] = words["day"].map(lambda day: day_words(day, day))
    if "column" in words:
        words["column"] = words["column"].map(_column_words)
        for name in ("before", "after"):
            words[name] = words[name].fillna("nothing")
    if "cited" in words:
        words["cited"] = (
            words["cited"].map({True: "; one names the other as its source"}).fillna("")
        )
    out = pd.Series("", index=values.index, dtype="str")
    template = _SENTENCES[code]
    at = 0
    for slot in _SLOT.finditer(template):
        out = out + template[at : slot.start()] + words[slot[1]].astype("str")
        at = slot.end()
    return out + template[at:]


def _column_words(name: str) -> str:
    """Return what a column of the claims holds: "the figure, most credible"."""
    return CLAIMS[name].meaning.partition(";")[0] if name in CLAIMS.names else name


def _days_words(days: float) -> str:
    if days == 0:
        return "the days overlap"
    return "1 day apart" if days == 1 else f"{days:.0f} days apart"
