"""How well the reading of reports does on texts it was not written on.

The gold set in ``tests/data/gold`` was marked by somebody who had not seen the extraction. Its
country, people and deaths are invented. Run from the root of the project::

    python tests/benchmarks/extraction_score.py --show

A prediction meets a gold claim when both stand at the same words of one file, count the same thing
and give the same figure. Claims noted ``optional`` may be found or left. Claims without any number
("a large crowd") count as misses when not found, but not as false alarms.
"""

import argparse
import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from mapper.extraction import extract, read_report
from mapper.gazetteer import Gazetteer, load
from mapper.gazetteer.records import Record
from mapper.schema import fold_voice, known_voice

GOLD = Path(__file__).resolve().parents[1] / "data" / "gold"
MOVEMENTS = {"displaced", "arrived", "returned"}
WANTED = {
    "qualifier": 0.95,
    "dates": 0.85,
    "place": 0.80,
    "voice": 0.80,
    "total or part": 0.80,
}
# What a place is, said beside its name, and where in it: "northern Kashba", "Velmar governorate".
_KIND_WORDS = re.compile(
    r"\b(?:the|city|town|village|province|governorate|district|sub|countryside|of|in|near|"
    r"northern|southern|eastern|western)\b|محافظة|مدينة|بلدة|قرية|ريف|منطقة"
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

    def same_figure(self, other: "Mark") -> bool:
        """Whether both give one figure; of two vague or numberless ones that is all one can ask."""
        if self.qualifier == other.qualifier == "vague" or (self.numberless and other.numberless):
            return True
        if self.best is not None and self.best == other.best:
            return True
        if self.low is not None and self.low == other.low:
            return True
        return self.low is None and self.high is not None and self.high == other.high


@dataclass(frozen=True, slots=True)
class Scored:
    """What came of one file."""

    language: str
    body: str
    pairs: list[tuple[Mark, Mark]]
    missed: list[Mark]
    false: list[Mark]


def main() -> None:
    """Read the gold texts, score what was found, print it."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--show", action="store_true", help="list every miss and false alarm")
    arguments.add_argument("--wrong", action="store_true", help="list every wrong attribute")
    arguments.add_argument("--file", default="", help="only files whose name holds this")
    options = arguments.parse_args()

    gazetteer = gold_gazetteer()
    checks = attribute_checks(gazetteer)
    scored = {
        path.name: score(path, gazetteer)
        for path in sorted((GOLD / "texts").glob("*.md"))
        if options.file in path.name
    }
    if not scored:
        arguments.error(f"no gold text has {options.file!r} in its name")
    if options.show:
        for name, result in scored.items():
            show(name, result)
    if options.wrong:
        for name, result in scored.items():
            show_wrong(name, result, checks)
    for language in ("en", "ar", ""):
        print_figures(
            language or "all",
            [result for result in scored.values() if language in ("", result.language)],
        )
    print_attributes(scored.values(), checks)


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
    return Gazetteer([*load().records, *records])


def score(path: Path, gazetteer: Gazetteer) -> Scored:
    """Read one text and set what was found against what a person marked."""
    report = read_report(path)
    gold = list(_gold(path.name, report.body))
    found = list(_found(path.name, extract([report], gazetteer).claims))
    wishes = sorted(
        (
            (-mark.overlap(guess), number, at)
            for number, mark in enumerate(gold)
            for at, guess in enumerate(found)
            if mark.overlap(guess) and mark.measure == guess.measure and mark.same_figure(guess)
        ),
    )
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, number, at in wishes:
        if number not in taken and at not in used:
            taken[number] = at
            used.add(at)
    return Scored(
        report.language,
        report.body,
        [(gold[number], found[at]) for number, at in sorted(taken.items())],
        [mark for number, mark in enumerate(gold) if number not in taken and not mark.optional],
        [mark for at, mark in enumerate(found) if at not in used and not mark.numberless],
    )


def _gold(name: str, body: str) -> Iterator[Mark]:
    for row in _gold_rows():
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
            frozenset(folded for words in where for folded in _places(words)),
            row["voice"],
            row["total_or_part"] == "part",
            row["note"].startswith("optional"),
        )


_ENDS = ("low", "best", "high")


@cache
def _gold_rows() -> tuple[dict[str, str], ...]:
    with (GOLD / "claims.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def _found(name: str, claims: pd.DataFrame) -> Iterator[Mark]:
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
            frozenset(folded for words in where for folded in _places(words)),
            cell["voice"] or cell["relay"],
            bool(cell["contained_in"]),
        )


def _blank(value: Any) -> bool:
    return value is None or (not isinstance(value, list | tuple) and bool(pd.isna(value)))


def _parts(cell: str) -> frozenset[str]:
    return frozenset(part for part in cell.split("|") if part)


def _day(value: Any) -> str:
    return "" if value == "" else str(pd.Timestamp(value).date())


def _places(words: str) -> list[str]:
    return [
        bare
        for part in words.split("|")
        if (bare := " ".join(_KIND_WORDS.sub(" ", fold_voice(part)).split()))
    ]


@cache
def _aliases() -> dict[str, frozenset[str]]:
    """Return for each fictional name of a voice all names of that voice."""
    names: dict[str, set[str]] = {}
    with (GOLD / "voices.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            voice = fold_voice(row["name"])
            names.setdefault(voice, {voice}).update(map(fold_voice, row["aliases"].split("|")))
    return {voice: frozenset(others) for voice, others in names.items()}


def same_voice(gold: Mark, found: Mark) -> bool:
    """Whether two marks name one voice: known, an alias, or the words of one within the other."""
    one, other = fold_voice(gold.voice), fold_voice(found.voice)
    known = known_voice(gold.voice), known_voice(found.voice)
    if known[0] is not None and known[0] == known[1]:
        return True
    if not one or not other:
        return one == other
    return any(
        set(name.split()) <= set(other.split()) or set(other.split()) <= set(name.split())
        for name in _aliases().get(one, frozenset({one})) | {one}
    )


def same_dates(gold: Mark, found: Mark, slack: int = 0) -> bool:
    """Whether both periods start and end on the same day, or within some days."""
    if not all(gold.period) or not all(found.period):
        return gold.period == found.period
    return all(
        abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= slack
        for one, other in zip(gold.period, found.period, strict=True)
    )


def attribute_checks(gazetteer: Gazetteer) -> dict[str, Callable[[Mark, Mark], bool | None]]:
    """Return what is compared on claims that met; ``None`` where gold leaves it open."""
    ids: dict[str, set[str]] = {}
    holders: dict[str, set[str]] = {}
    for record in gazetteer.records:
        if record.place_id.startswith("gold:"):
            for name in (record.name, *record.names):
                for bare in _places(name):
                    ids.setdefault(bare, set()).add(record.place_id)
                    holders.setdefault(bare, set()).update({record.adm1, record.adm2})

    def same_place(gold: Mark, found: Mark) -> bool | None:
        # A governorate named beside a town in it is no mistake.
        extra = {
            name
            for name in found.places - gold.places
            if not any(ids.get(name, set()) & holders.get(place, set()) for place in gold.places)
        }
        return not extra and gold.places <= found.places

    return {
        "qualifier": lambda gold, found: gold.qualifier == found.qualifier,
        "unit": lambda gold, found: gold.unit == found.unit,
        "dates": lambda gold, found: same_dates(gold, found) if any(gold.period) else None,
        "dates within a day": (
            lambda gold, found: same_dates(gold, found, 1) if any(gold.period) else None
        ),
        "undated left so": lambda gold, found: None if any(gold.period) else not any(found.period),
        "place": lambda gold, found: same_place(gold, found) if gold.places else None,
        "place overlaps": (
            lambda gold, found: bool(gold.places & found.places) if gold.places else None
        ),
        "voice": same_voice,
        "total or part": lambda gold, found: gold.part == found.part,
        "group": lambda gold, found: gold.groups == found.groups if gold.groups else None,
    }


def print_figures(label: str, results: Sequence[Scored]) -> None:
    """Print precision, recall and F1 over some files."""
    met = sum(not gold.optional for result in results for gold, _ in result.pairs)
    missed = sum(len(result.missed) for result in results)
    false = sum(len(result.false) for result in results)
    precision = met / (met + false) if met + false else 0.0
    recall = met / (met + missed) if met + missed else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(
        f"{label:>4}: precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"
        f"   ({met} met, {missed} missed, {false} false)"
    )


def print_attributes(
    results: Iterable[Scored], checks: dict[str, Callable[[Mark, Mark], bool | None]]
) -> None:
    """Print how often each attribute was right where the claim was found."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for result in results:
        for gold, found in result.pairs:
            for name, check in checks.items():
                verdict = None if gold.optional else check(gold, found)
                if verdict is not None:
                    asked[name] += 1
                    right[name] += verdict
    for name in checks:
        share = right[name] / asked[name] if asked[name] else 0.0
        wanted = f"   wanted {WANTED[name]:.2f}" if name in WANTED else ""
        print(f"{name:>18}: {share:.3f}  ({right[name]} of {asked[name]}){wanted}")


def show(name: str, result: Scored) -> None:
    """Print each miss and false alarm with the sentence it stands in."""
    for label, marks in (("MISSED", result.missed), ("FALSE ", result.false)):
        for mark in marks:
            print(f"{label} {name} {_told(mark)}\n       {_sentence(result.body, mark)}")


def show_wrong(
    name: str, result: Scored, checks: dict[str, Callable[[Mark, Mark], bool | None]]
) -> None:
    """Print each attribute that was read otherwise than marked."""
    fields = {
        "dates": "period",
        "place": "places",
        "voice": "voice",
        "total or part": "part",
        "qualifier": "qualifier",
        "unit": "unit",
        "group": "groups",
    }
    for gold, found in result.pairs:
        for check, field in fields.items():
            if not gold.optional and checks[check](gold, found) is False:
                wanted, got = (_plain(getattr(mark, field)) for mark in (gold, found))
                print(f"{check}: {name}: wanted {wanted}, got {got}")
                print(f"       {_sentence(result.body, gold)}")


def _plain(value: Any) -> str:
    return ", ".join(sorted(value)) if isinstance(value, frozenset) else repr(value)


def _told(mark: Mark) -> str:
    return f"[{mark.measure} {mark.low}/{mark.best}/{mark.high} {mark.qualifier}]"


def _sentence(body: str, mark: Mark) -> str:
    start = max(body.rfind("\n", 0, mark.start), body.rfind(". ", 0, mark.start) + 1) + 1
    ends = [at for at in (body.find("\n", mark.end), body.find(". ", mark.end)) if at >= 0]
    before, told = body[start : mark.start], body[mark.start : mark.end]
    return f"{before}>>{told}<<{body[mark.end : min(ends, default=len(body))]}".strip()


if __name__ == "__main__":
    main()
