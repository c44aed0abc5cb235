"""Why claims are one incident or flow, or are not: records for programs, and their sentences."""

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from mapper.model import Kind
from mapper.reconciliation.columns import joined_by, text_of
from mapper.reconciliation.figures import SAME_DAYS, outgrown
from mapper.reconciliation.linking.likeness import Verdict
from mapper.reconciliation.linking.matching import Matching
from mapper.reconciliation.words.wording import CODES, sentences

__all__ = ["add_reasons", "pair_reasons", "passed_reasons", "reason", "standing_reasons"]

# A near miss is worth a line; that two far or unlike things are two is not.
_NEAR_MISS = (Verdict.TIE, Verdict.FIGURES, Verdict.EPISODE, Verdict.SUMMARY, Verdict.RIVAL)
_MOST_MISSES = 3
_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
# Numbers as fine as they are worth.
_DIGITS: dict[str, Callable[[float], float]] = {
    "km": lambda value: round(value, 1),
    "days": int,
    "share": lambda value: round(value, 2),
}


def reason(code: str, incident: "pd.Series[Any]", **values: Any) -> pd.DataFrame:
    """Return reasons of one code: ``incident``, ``rank``, ``reason`` (a sentence), ``record`` (JSON).

    Parameters
    ----------
    code : str
        One of `mapper.reconciliation.words.wording.CODES`.
    incident : Series
        Number of the incident or flow each reason is of.
    **values : Series
        Of the records: ``a``, ``b``, ``why``, ``km``, ``days`` … What is null, or false, is left out.
    """
    frame = pd.DataFrame(values, index=incident.index)
    names = [str(name) for name in frame]
    rows = frame.astype("object").itertuples(index=False, name=None)
    return pd.DataFrame(
        {
            "incident": incident,
            "rank": CODES.index(code),
            "reason": sentences(code, frame.assign(**_lists_shown(frame))),
            "record": [_record(code, names, row) for row in rows],
        }
    )


def _lists_shown(frame: pd.DataFrame) -> dict[str, Any]:
    several = [name for name in ("a", "b") if name in frame]
    return {
        str(name): frame[name].map(lambda one: " and ".join(one) if isinstance(one, list) else one)
        for name in several
    }


def _record(code: str, names: list[str], values: tuple[Any, ...]) -> str:
    said: dict[str, Any] = {"code": code}
    for name, value in zip(names, values, strict=True):
        if value is False or value is None or (isinstance(value, float) and np.isnan(value)):
            continue
        said[name] = _DIGITS[name](value) if isinstance(value, float) else value
    return _as_json(said)


def add_reasons(table: pd.DataFrame, said: pd.DataFrame) -> None:
    """Add ``reasons`` (sentences) and ``reason_codes`` (records) to a table of incidents or flows.

    Parameters
    ----------
    table : DataFrame
        Index: the numbers of incidents or flows.
    said : DataFrame
        Made by `reason`.
    """
    ordered = said.drop_duplicates(["incident", "record"])
    ordered = ordered.sort_values(["incident", "rank", "reason", "record"], kind="stable")
    text = ordered["reason"].astype("str")
    text = text.str.replace("\\", "\\\\", regex=False).str.replace("|", "\\|", regex=False)
    table["reasons"] = joined_by(ordered["incident"], text, "|")
    records = joined_by(ordered["incident"], ordered["record"], ",")
    table["reason_codes"] = ("[" + records.astype("str") + "]").where(records.notna())


def standing_reasons(rows: pd.DataFrame, told: pd.DataFrame) -> pd.DataFrame:
    """Return the reasons of repeats, supersession, parts, and parties to the fighting."""
    id_of = rows["claim_id"]
    told = told.assign(
        superseded_by=text_of(told["superseded_by"]), same_as=text_of(told["same_as"])
    )
    first = told["same_as"] == told["claim_id"]
    again = told[~first & (told["same_as"] != "")]
    vague = told[(told["weaker"] >= 0) & first]
    old = told[(told["superseded_by"] != "") & first]
    part = told[(told["parent"] >= 0) & told["current"]]
    likely = told[(told["likely"] >= 0) & told["current"]]
    party = told[told["party"]]
    return pd.concat(
        [
            reason("again", again["incident"], a=again["claim_id"], b=again["same_as"]),
            reason("vague", vague["incident"], a=vague["claim_id"], b=vague["weaker"].map(id_of)),
            reason("supersedes", old["incident"], a=old["superseded_by"], b=old["claim_id"]),
            reason(
                "part",
                part["incident"],
                a=part["claim_id"],
                b=part["parent"].map(id_of),
                why=part["because"],
            ),
            _told_twice(told[told["current"] & first]),
            reason(
                "likely", likely["incident"], a=likely["claim_id"], b=likely["likely"].map(id_of)
            ),
            reason("party", party["incident"], a=party["claim_id"]),
            _corrections(told[told["corrections"] != ""]),
        ],
        ignore_index=True,
    )


def _told_twice(current: pd.DataFrame) -> pd.DataFrame:
    several = current[current.duplicated("scope", keep=False)]
    by = several.groupby("scope")
    return reason("twice", by["incident"].first(), a=by["claim_id"].agg(list))


def _corrections(told: pd.DataFrame) -> pd.DataFrame:
    """Return what people changed in claims."""
    notes = told["corrections"].map(json.loads).explode()
    said = {
        name: notes.map(lambda note, name=name: note[name])
        for name in ("column", "before", "after", "day", "note")
    }
    claim = told["claim_id"].reindex(notes.index)
    return reason("corrected", told["incident"].reindex(notes.index), a=claim, **said)


def passed_reasons(spoken: pd.DataFrame) -> pd.DataFrame:
    """Return which earlier totals of the dead a later one has passed; see `outgrown`."""
    told = spoken[~spoken["party"]].rename(columns={"deaths_low": "low"})
    early = told[outgrown(told)]
    both = early.merge(told[told["kind"] == Kind.CUMULATIVE], on="incident", suffixes=("", "_of"))
    passed = (both["up_to_of"] > both["up_to"] + SAME_DAYS) & (both["low_of"] >= both["low"])
    both = both[passed].sort_values(["low_of", "claim_id_of"], ascending=[False, True])
    first = both.drop_duplicates(["incident", "claim_id"])
    return reason("passed", first["incident"], a=first["claim_id"], b=first["claim_id_of"])


def pair_reasons(matching: Matching, by_account: pd.DataFrame) -> pd.DataFrame:
    """Return the reasons of what was merged and of what was nearly so."""
    pairs = matching.pairs
    merged = pairs[pairs["merged"]]
    missed = pairs[~pairs["merged"] & pairs["verdict"].isin(_NEAR_MISS)]
    missed = pd.concat([missed, missed.rename(columns={"a": "b", "b": "a"})], ignore_index=True)
    missed = missed[missed.groupby("a").cumcount() < _MOST_MISSES]
    name = by_account["claim_id"]
    out = [_added(merged[merged["several"]], by_account)]
    for code, some in (("one", merged), ("apart", missed)):
        values = {
            "a": some["a"].map(name),
            "b": some["b"].map(name),
            "km": some["km"],
            "days": some["gap"],
            "share": some["share"],
            "cited": some["cited"],
        }
        if code == "apart":
            values["why"] = some["verdict"]
        out.append(reason(code, some["a"].map(by_account["incident"]), **values))
    return pd.concat(out, ignore_index=True)


def _added(pairs: pd.DataFrame, by_account: pd.DataFrame) -> pd.DataFrame:
    """Return the reasons of rows that name several rows of another table as what they tell of."""
    many_of_a = pairs.groupby("a")["b"].transform("size") > 1
    one, others = pairs["a"].where(many_of_a, pairs["b"]), pairs["b"].where(many_of_a, pairs["a"])
    name = by_account["claim_id"]
    by = others.map(name).groupby(one)
    heads = by.first().index.to_series()
    return reason(
        "added",
        heads.map(by_account["incident"]),
        a=heads.map(name),
        b=by.agg(sorted),
        table=others.groupby(one).first().map(by_account["voice_name"]),
    )
