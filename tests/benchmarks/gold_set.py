"""The gold set as marks on texts, and what makes two marks the same."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
from shapely import box
from shapely.geometry import mapping

from mapper.gazetteer import Gazetteer
from mapper.gazetteer.gazetteer import Part
from mapper.gazetteer.packaged import packaged_records
from mapper.gazetteer.records import Record
from mapper.gazetteer.segment import Segment
from mapper.schema import fold_voice, known_voice

DATA = Path(__file__).resolve().parents[1] / "data"
GOLD = DATA / "gold"
MOVEMENTS = {"displaced", "arrived", "returned"}
# What a place is, said beside its name, and where in it: "northern Kashba", "Velmar governorate".
_KIND_WORDS = re.compile(
    r"\b(?:the|city|town|village|province|governorate|district|sub|countryside|of|in|near|"
    r"northern|southern|eastern|western|محافظة|مدينة|بلدة|قرية|ريف|منطقة)\b"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim, whoever made it: a person (gold) or the extraction."""

    file: str
    start: int
    end: int
    measure: str
    unit: str
    low: int | None
    best: int | None
    high: int | None
    qualifier: str
    groups: frozenset[str]
    period: tuple[str, str]
    places: frozenset[str]
    voice: str
    part: bool
    optional: bool = False

    @property
    def numberless(self) -> bool:
        """Whether there is no figure, or only one that a bare plural implies."""
        return self.qualifier == "unspecified" or (self.low, self.best, self.high) == (None,) * 3

    def overlap(self, other: "Mark") -> float:
        """Length of the words in common, by the length of all words of both."""
        common = min(self.end, other.end) - max(self.start, other.start)
        return max(0, common) / (max(self.end, other.end) - min(self.start, other.start))

    def same_measure(self, other: "Mark") -> bool:
        """Whether both count one thing; people displaced to a place have also arrived there."""
        return (
            self.optional
            or self.measure == other.measure
            or {self.measure, other.measure} == {"displaced", "arrived"}
        )

    def same_figure(self, other: "Mark") -> bool:
        """Whether both give one figure; of two vague or numberless ones that is all one can ask."""
        if self.qualifier == other.qualifier == "vague" or (self.numberless and other.numberless):
            return True
        if self.best is not None and self.best == other.best:
            return True
        if self.low is not None and self.low == other.low:
            return True
        return self.low is None and self.high is not None and self.high == other.high


def gold_gazetteer() -> Gazetteer:
    """Return the package's gazetteer with the places of the fictional country added."""
    with (GOLD / "gazetteer.csv").open(encoding="utf-8", newline="") as file:
        records = [
            Record(
                row["place_id"],
                row["name"],
                row["kind"],
                float(row["lat"]),
                float(row["lon"]),
                country=row["country"],
                adm1=row["adm1"],
                adm2=row["adm2"],
                population=int(row["population"]),
                names=row["names"].split("|"),
            )
            for row in csv.DictReader(file)
        ]
    shapes = {
        record.place_id: mapping(
            box(record.lon - 0.4, record.lat - 0.4, record.lon + 0.4, record.lat + 0.4)
        )
        for record in records
        if record.kind.startswith("adm") and record.kind[3:].isdigit()
    }
    packaged = packaged_records()
    return Gazetteer(
        [
            Part(packaged, Segment.of(packaged), {}),
            Part(records, Segment.of(records), shapes),
        ]
    )


def gold_marks(folder: Path, name: str, body: str) -> Iterator[Mark]:
    """Return what a person marked in one text of a set."""
    for row in _gold_rows(folder):
        if row["file"] != name:
            continue
        start = body.find(row["quote"])
        if start < 0:
            raise SystemExit(f"{name}: the text as read does not hold {row['quote']!r}")
        where = (
            [row["origin_words"], row["destination_words"]]
            if row["measure"] in MOVEMENTS
            else [row["place_words"]]
        )
        yield Mark(
            name,
            start,
            start + len(row["quote"]),
            row["measure"],
            row["unit"],
            *(int(row[f"count_{end}"]) if row[f"count_{end}"] else None for end in _ENDS),
            row["qualifier"],
            _parts(row["group_class"]),
            (row["period_start"], row["period_end"]),
            frozenset(folded for words in where for folded in bare_places(words)),
            row["voice"],
            row["total_or_part"] == "part",
            row["note"].startswith("optional"),
        )


_ENDS = ("low", "best", "high")


@cache
def _gold_rows(folder: Path) -> tuple[dict[str, str], ...]:
    with (folder / "claims.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def found_marks(name: str, claims: pd.DataFrame) -> Iterator[Mark]:
    """Return what the extraction found in one text."""
    for row in claims.to_dict("records"):
        cell = {column: "" if _blank(value) else value for column, value in row.items()}
        if cell["measure"] in ("statement", ""):
            continue
        where = (
            [cell["origin_words"], cell["destination_words"]]
            if cell["measure"] in MOVEMENTS
            else [cell["place_words"]]
        )
        yield Mark(
            name,
            int(cell["char_start"]),
            int(cell["char_end"]),
            cell["measure"],
            cell["unit"],
            *(None if cell[f"count_{end}"] == "" else int(cell[f"count_{end}"]) for end in _ENDS),
            cell["qualifier"],
            _parts(cell["group_class"]) - {"unknown"},
            (_day(cell["period_start"]), _day(cell["period_end"])),
            frozenset(folded for words in where for folded in bare_places(words)),
            cell["voice"] or cell["relay"],
            bool(cell["contained_in"]),
        )


def _blank(value: Any) -> bool:
    return value is None or (not isinstance(value, list | tuple) and bool(pd.isna(value)))


def _parts(cell: str) -> frozenset[str]:
    return frozenset(part for part in cell.split("|") if part)


def _day(value: Any) -> str:
    return "" if value == "" else str(pd.Timestamp(value).date())


def bare_places(words: str) -> list[str]:
    """Return names of places, folded, without the words for their kinds."""
    return [
        bare
        for part in words.split("|")
        if (bare := " ".join(_KIND_WORDS.sub(" ", fold_voice(part)).split()))
    ]


@cache
def aliases(folder: Path) -> dict[str, frozenset[str]]:
    """Return for each name of a voice in a set's ``voices.csv`` all names of that voice.

    A set that has none goes by that of the gold set.
    """
    names: dict[str, set[str]] = {}
    table = folder / "voices.csv"
    table = table if table.is_file() else GOLD / "voices.csv"
    for row in csv.DictReader(table.read_text("utf-8").splitlines()):
        voice = fold_voice(row["name"])
        names.setdefault(voice, {voice}).update(map(fold_voice, row["aliases"].split("|")))
    return {voice: frozenset(others) for voice, others in names.items()}


def same_voice(gold: Mark, found: Mark, names: Mapping[str, frozenset[str]] | None = None) -> bool:
    """Whether two marks name one voice: known, an alias, or the words of one within the other."""
    # Arabic nouns change their ending behind a preposition: سكان محليون, بحسب سكان محليين.
    one, other = (re.sub(r"ون\b", "ين", fold_voice(mark.voice)) for mark in (gold, found))
    known = known_voice(gold.voice), known_voice(found.voice)
    if known[0] is not None and known[0] == known[1]:
        return True
    if not one or not other:
        return one == other
    return any(
        set(name.split()) <= set(other.split()) or set(other.split()) <= set(name.split())
        for name in names.get(one, frozenset({one})) | {one}
    )


def same_dates(gold: Mark, found: Mark, slack: int = 0) -> bool:
    """Whether both periods start and end on the same day, or within some days."""
    if not all(gold.period) or not all(found.period):
        return gold.period == found.period
    return all(
        abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= slack
        for one, other in zip(gold.period, found.period, strict=True)
    )
