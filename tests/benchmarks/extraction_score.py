"""How well the reading of reports does on texts it was not written on.

The sets in ``tests/data/gold`` and ``tests/data/held_out`` were marked by somebody who had not seen
the extraction. Their country, people and deaths are invented. Mistakes in the first may be looked
at and learned from; of the second, look at the figures alone, or it measures nothing any more. Run from the root of the project::

    python tests/benchmarks/extraction_score.py --show

Whoever has marked texts of his own scores those with ``--data DIR``: ``texts/*.md``, ``claims.csv``
in the header of ``tests/data/gold/claims.csv``, and, where voices go by several names, ``voices.csv``
as there. They are read with the gazetteers that one has added.

A prediction meets a gold claim when both stand at the same words of one file, count the same thing
and give the same figure (displaced and arrived are near enough; whether the measure is just the
same is told apart). Claims noted ``optional`` may be found or left. Claims without any number
("a large crowd") count as misses when not found, but not as false alarms.
"""

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from gold_set import (
    DATA,
    Mark,
    aliases,
    bare_places,
    found_marks,
    gold_gazetteer,
    gold_marks,
    same_dates,
    same_voice,
)

from mapper.extraction import extract, read_report
from mapper.gazetteer import Gazetteer, load

_STOPS = re.compile(r"\n|(?<=\.) ")
WANTED = {
    "qualifier": 0.95,
    "dates": 0.85,
    "place": 0.80,
    "voice": 0.80,
    "total or part": 0.80,
}


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
    arguments.add_argument(
        "--set", default="gold", choices=("gold", "held_out"), help="which texts"
    )
    arguments.add_argument(
        "--data", type=Path, help="a marked folder of one's own: texts/*.md and claims.csv"
    )
    arguments.add_argument("--file", default="", help="only files whose name holds this")
    options = arguments.parse_args()

    folder = options.data or DATA / options.set
    if not (folder / "claims.csv").is_file():
        arguments.error(
            f"{folder} holds no claims.csv; marks are kept as tests/data/gold keeps them"
        )
    # One's own texts are of real places: the gazetteer that one reads with.
    gazetteer = gold_gazetteer() if options.data is None else load()
    checks = attribute_checks(gazetteer, folder)
    scored = {
        path.name: score(path, gazetteer)
        for path in sorted((folder / "texts").glob("*.md"))
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


def score(path: Path, gazetteer: Gazetteer) -> Scored:
    """Read one text and set what was found against what a person marked."""
    report = read_report(path)
    gold = list(gold_marks(path.parents[1], path.name, report.body))
    try:
        found = list(found_marks(path.name, extract([report], gazetteer).claims))
    except Exception as problem:  # noqa: BLE001 - a text that breaks the reading is a text unread
        print(f"BROKE  {path.name}: {type(problem).__name__}: {problem}")
        found = []
    wishes = sorted(
        (
            (-mark.overlap(guess), number, at)
            for number, mark in enumerate(gold)
            for at, guess in enumerate(found)
            if mark.overlap(guess) and mark.same_measure(guess) and mark.same_figure(guess)
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


def attribute_checks(
    gazetteer: Gazetteer, folder: Path = DATA / "gold"
) -> dict[str, Callable[[Mark, Mark], bool | None]]:
    """Return what is compared on claims that met; ``None`` where gold leaves it open."""
    names = aliases(folder)
    ids: dict[str, set[str]] = {}
    holders: dict[str, set[str]] = {}
    for record in gazetteer.records:
        if record.place_id.startswith("gold:"):
            for name in (record.name, *record.names):
                for bare in bare_places(name):
                    ids.setdefault(bare, set()).add(record.place_id)
                    holders.setdefault(bare, set()).update({record.adm1, record.adm2})

    @cache
    def meant(name: str) -> tuple[set[str], set[str]]:
        """Return the places that a name may mean, and the units that hold them."""
        if holders:
            return ids.get(name, set()), holders.get(name, set())
        found = {candidate.place.place_id for candidate in gazetteer.search(name)}
        return found, {unit for place_id in found for unit in gazetteer.units(place_id)}

    def same_place(gold: Mark, found: Mark) -> bool | None:
        # A governorate named beside a town in it is no mistake.
        extra = [
            name
            for name in found.places
            if not any(_same_name(name, place) for place in gold.places)
            and not any(meant(name)[0] & meant(place)[1] for place in gold.places)
        ]
        return not extra and all(
            any(_same_name(name, place) for name in found.places) for place in gold.places
        )

    return {
        "measure": lambda gold, found: gold.measure == found.measure,
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
        "voice": lambda gold, found: same_voice(gold, found, names),
        "total or part": lambda gold, found: gold.part == found.part,
        "group": lambda gold, found: gold.groups == found.groups if gold.groups else None,
    }


def _same_name(one: str, other: str) -> bool:
    """Whether one name holds all words of the other: "Lumgarden", "Lumgarden reception centre"."""
    return set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split())


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
        "measure": "measure",
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
    before = _STOPS.split(body[: mark.start])[-1]
    after = _STOPS.split(body[mark.end :], maxsplit=1)[0]
    return f"{before}>>{body[mark.start : mark.end]}<<{after}".strip()


if __name__ == "__main__":
    main()
