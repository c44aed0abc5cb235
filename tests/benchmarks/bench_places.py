"""How well and how fast names are placed: ``python tests/benchmarks/bench_places.py GAZETTEER``.

From a gazetteer file of Syria or Lebanon this makes the kind of names that event tables hold, with
the truth known: for each sampled place one of its names is taken out of the gazetteer and asked
for (leave one name out), beside names left in, places taken out altogether, names in Arabic and
names with the slips of the press. What holds the place (governorate, district) is said as tables
say it, from the polygons. Nothing is asserted; figures are printed.

Only places of one half are asked for, told by a hash of their ids: what the geocoder's thresholds
were chosen on is the other half.
"""

import random
import re
import sys
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from mapper.gazetteer import Gazetteer, load
from mapper.gazetteer.folding import bare, folded, is_arabic
from mapper.gazetteer.gazetteer import Part
from mapper.gazetteer.packaged import packaged_records
from mapper.gazetteer.placing import fill_units
from mapper.gazetteer.readers import read_gazetteer
from mapper.gazetteer.records import Record
from mapper.gazetteer.segment import Segment
from mapper.geocoding import Resolver, geocode
from mapper.geocoding.distances import kilometres

SEED = 7
SAMPLE = 3000


@dataclass(frozen=True)
class Query:
    """A name asked for, with the truth."""

    style: str
    name: str
    adm1: str
    adm2: str
    lat: float
    lon: float
    code: str
    known: bool


def held_out(place_id: str) -> bool:
    """Whether a place may be asked for."""
    return zlib.crc32(place_id.encode()) % 2 == 1


def latin(name: str) -> bool:
    """Whether a name is in plain Latin letters once folded."""
    return folded(name).replace(" ", "").isascii()


def slipped(name: str, chance: random.Random) -> str:
    """Return a name with one slip of transliteration or of the keyboard."""
    swaps = [
        (r"ay", "ei"), (r"aw", "ou"), (r"u", "ou"), (r"i(?=[a-z])", "e"), (r"q", "k"), (r"ah$", "eh"),
        (r"ah$", "a"), (r"iyah", "iyya"), (r"al ", "al-"), (r"al ", "el "), (r"([bdlmnrst])\1", r"\1"),
        (r"kh", "h"), (r"dh", "d"), (r"sh", "ch"), (r"j", "dj"), (r"a", "e"), (r"[aeiou](?=[a-z]$)", ""),
    ]  # fmt: skip
    chance.shuffle(swaps)
    for pattern, put in swaps:
        new = re.sub(pattern, put, name, count=1)
        if new != name:
            return new
    return name


def questions(records: list[Record], chance: random.Random) -> tuple[list[Record], list[Query]]:
    """Return the gazetteer without what is asked, and the questions."""
    kept, asked = [], []
    units = load()
    pool = [
        r
        for r in records
        if r.kind == "settlement" and r.adm1 and r.country == "SY" and held_out(r.place_id)
    ]
    shared = Counter(
        (r.adm1, key) for r in records for key in {bare(name) for name in (r.name, *r.names)}
    )
    chosen = {r.place_id for r in chance.sample(pool, min(SAMPLE, len(pool)))}
    for record in records:
        if record.place_id not in chosen:
            kept.append(record)
            continue
        names = list(dict.fromkeys((record.name, *record.names)))
        latins = [name for name in names if latin(name)]
        arabics = [name for name in names if is_arabic(name)]
        unit1 = units[f"adm1:{record.adm1}"]
        unit2 = units[f"adm2:{record.adm2}"]
        arabic1 = next((n for n in unit1.names if is_arabic(n) and "محافظة" not in n), unit1.name)
        base = Query(
            "",
            "",
            f"{unit1.name} governorate",
            f"{unit2.name} district",
            record.lat,
            record.lon,
            record.adm1,
            known=True,
        )
        fate = chance.random()
        if fate < 0.08:
            # The place is in no gazetteer at all: the right answer is none, which nobody can know
            # if another place of the governorate has the very name.
            gone = "absent, others so called" if shared[record.adm1, bare(record.name)] > 1 else "absent"  # fmt: skip
            asked.append(
                replace(
                    base, style=f"{gone}, event table", name=f"{record.name} village", known=False
                )
            )
            asked.append(
                replace(
                    base,
                    style=f"{gone}, incident page",
                    name=f"{record.name}, {unit1.name}",
                    adm1="",
                    adm2="",
                    known=False,
                )
            )
            continue
        if latins and fate < 0.55:
            name = chance.choice(latins)
            plain = name if name.isascii() else folded(name).title()
            kind = chance.choice([" village", " town", "", " village"])
            asked.append(replace(base, style="left in, event table", name=plain + kind))
            asked.append(
                replace(
                    base,
                    style="left in, incident page",
                    name=f"{plain}, {unit1.name}",
                    adm1="",
                    adm2="",
                )
            )
            asked.append(
                replace(
                    base,
                    style="slipped, event table",
                    name=slipped(plain.lower(), chance).title() + kind,
                )
            )
            asked.append(replace(base, style="left in, no hint", name=plain, adm1="", adm2=""))
            if arabics:
                both = f"{plain}, {arabics[0]}, {unit1.name}, Syria"
                asked.append(
                    replace(base, style="left in, both scripts", name=both, adm1="", adm2="")
                )
        rest = names
        if arabics and fate < 0.55:
            asked.append(
                replace(
                    base,
                    style="left in, Arabic page",
                    name=f"{chance.choice(arabics)}، {arabic1}",
                    adm1="",
                    adm2="",
                )
            )
        elif latins and fate < 0.78:
            out = chance.choice(latins)
            rest = [
                name for name in rest if bare(name).replace(" ", "") != bare(out).replace(" ", "")
            ]
            if any(latin(name) for name in rest):
                asked.append(
                    replace(
                        base,
                        style="one name out, event table",
                        name=f"{folded(out).title()} village",
                    )
                )
                asked.append(
                    replace(
                        base,
                        style="one name out, incident page",
                        name=f"{folded(out).title()}, {unit1.name}",
                        adm1="",
                        adm2="",
                    )
                )
        elif arabics:
            rest = [name for name in rest if not is_arabic(name)]
            if rest:
                asked.append(
                    replace(
                        base,
                        style="Arabic out, Arabic page",
                        name=f"{arabics[0]}، {arabic1}",
                        adm1="",
                        adm2="",
                    )
                )
        if rest:
            kept.append(replace(record, name=rest[0], names=rest[1:]))
    return kept, asked


def measure(asked: list[Query], gazetteer: Gazetteer) -> pd.DataFrame:
    """Return one row a question, with what became of it."""
    table = pd.DataFrame(
        [{"name": q.name, "adm1": q.adm1 or None, "adm2": q.adm2 or None} for q in asked]
    )
    answers = geocode(table, gazetteer)
    rows = []
    for query, answer in zip(asked, answers.to_dict("records"), strict=True):
        resolved = answer["status"] == "resolved"
        gap = (
            kilometres(query.lat, query.lon, answer["lat"], answer["lon"])
            if resolved
            else float("nan")
        )
        unit = gazetteer[answer["place_id"].split("|")[0]].adm1_pcode if resolved else ""
        rows.append({
            "style": query.style, "name": query.name, "adm1": query.adm1, "adm2": query.adm2, "status": answer["status"],
            "tier": answer["match_tier"], "resolved": resolved, "near": resolved and gap <= 5,
            "inside": resolved and gap <= answer["radius_km"], "unit": resolved and unit == query.code,
            "gap": gap, "place_id": answer["place_id"], "place": answer["place_name"], "reason": answer["match_reason"], "precision": answer["precision"],
        })  # fmt: skip
    return pd.DataFrame(rows)


def summary(rows: pd.DataFrame) -> pd.DataFrame:
    """Return shares by style: answered, within 5 km of all, and right when answered."""
    groups = rows.groupby("style")
    answered = rows[rows["resolved"]].groupby("style")
    return pd.DataFrame({
        "questions": groups.size(), "answered": groups["resolved"].mean(), "within_5_km": groups["near"].mean(),
        "right_when_answered": answered["near"].mean(), "governorate_right": answered["unit"].mean(),
        "inside_radius": answered["inside"].mean(), "ambiguous": groups["status"].agg(lambda s: (s == "ambiguous").mean()),
    }).round(3)  # fmt: skip


def bilingual(records: list[Record], adm1: tuple[str, ...]) -> pd.DataFrame:
    """Return how often an Arabic name leads to the place that has but its Latin names, in some units."""
    pairs = {
        record.place_id: record
        for record in records
        if record.adm1 in adm1
        and record.kind == "settlement"
        and any(map(is_arabic, (record.name, *record.names)))
        and any(map(latin, (record.name, *record.names)))
    }
    kept = []
    for record in records:
        names = [name for name in (record.name, *record.names) if not is_arabic(name)]
        held = record.place_id in pairs
        kept.append(replace(record, name=names[0], names=names[1:]) if held else record)
    base = packaged_records()
    gazetteer = Gazetteer([Part(base, Segment.of(base), {}), Part(kept, Segment.of(kept), {})])
    asked = []
    for record in pairs.values():
        names = (record.name, *record.names)
        arabic, english = next(filter(is_arabic, names)), next(filter(latin, names))
        unit1, unit2 = load()[f"adm1:{record.adm1}"].name, load()[f"adm2:{record.adm2}"].name
        place = (record.lat, record.lon, record.adm1)
        for style, name, district in (
            ("Arabic, governorate", arabic, ""),
            ("Arabic, district", arabic, f"{unit2} district"),
            ("English (left in), governorate", english, ""),
            ("English (left in), district", english, f"{unit2} district"),
        ):
            asked.append(Query(f"bilingual, {style}", name, unit1, district, *place, known=True))
    rows = measure(asked, gazetteer)
    for level in ("governorate", "district"):
        one = rows[rows["style"] == f"bilingual, Arabic, {level}"].reset_index()
        other = rows[rows["style"] == f"bilingual, English (left in), {level}"].reset_index()
        # A name that two villages of the governorate share is ambiguous in either script.
        told = other["resolved"]
        same = (one["place_id"] == other["place_id"]) & told
        print(
            f"Arabic and English name lead to the same place, {level}: {same.mean():.3f} of all pairs, "
            f"{same.sum() / told.sum():.3f} of those that English tells"
        )
    return summary(rows)


def coast(gazetteer: Gazetteer) -> None:
    """Print how well some hundred places of the coast, Hama, Homs and Akkar are found by their spellings.

    The truth is where the first name of a place leads with its district; its other spellings, of
    either script, are asked for with the governorate alone.
    """
    resolver = Resolver(gazetteer)
    counts = dict.fromkeys(("within 5 km", "elsewhere", "area about it", "ambiguous", "unknown"), 0)
    file = Path(__file__).parent.parent / "data" / "places" / "coast.csv"
    for row in pd.read_csv(file, dtype="str").to_dict("records"):
        unit = gazetteer[f"adm2:{row['adm2_pcode']}"]
        governorate = f"{gazetteer[f'adm1:{unit.adm1_pcode}'].name} governorate"
        truth = resolver.resolve(row["name"], [f"{unit.name} district", governorate])
        if truth.lat is None or truth.lon is None:
            print(f"  no truth for {row['name']}: {truth.reason[:100]}")
            continue
        for spelling in row["spellings"].split("|"):
            answer = resolver.resolve(spelling, [governorate])
            if answer.lat is None or answer.lon is None:
                counts[answer.status.value] += 1
                continue
            gap = kilometres(truth.lat, truth.lon, answer.lat, answer.lon)
            inside = not answer.precision.pointlike and gap <= (answer.radius_km or 0)
            what = "within 5 km" if gap <= 5 else "area about it" if inside else "elsewhere"
            counts[what] += 1
    total = sum(counts.values())
    words = ", ".join(f"{what} {count / total:.3f}" for what, count in counts.items())
    print(f"spellings of places of the coast, Hama, Homs and Akkar ({total}): {words}")


def timed(label: str, count: int, call: Callable[[], object], floor: float) -> None:
    """Print how many a second of one core, and as a ratio to a plain pass over the same strings."""
    start = time.process_time()
    call()
    took = time.process_time() - start
    print(f"{label}: {count / took:,.0f} a second, {took / floor:,.1f} times a plain pass")


def speed(names: Iterable[str], gazetteer: Gazetteer) -> None:
    """Print names a second, distinct and repeated."""
    distinct = pd.Series(list(dict.fromkeys(names)))[:10_000]
    repeated = pd.Series(list(distinct[:500]) * 2000)
    start = time.process_time()
    for name in distinct:
        name.casefold().split()
    floor = time.process_time() - start
    timed("distinct names", len(distinct), lambda: geocode(distinct, gazetteer), floor)
    start = time.process_time()
    pd.factorize(repeated)
    floor = time.process_time() - start
    timed("repeated names", len(repeated), lambda: geocode(repeated, gazetteer), floor)


def main(path: str) -> pd.DataFrame:
    """Print the figures of a gazetteer file; return the rows."""
    chance = random.Random(SEED)  # noqa: S311 - a sample, no secret
    records, _ = read_gazetteer(path)
    fill_units(records)
    all_names = [
        f"{r.name}, {load()[f'adm1:{r.adm1}'].name}"
        for r in records
        if r.adm1 and r.kind == "settlement"
    ]
    kept, asked = questions(records, chance)
    base = packaged_records()
    gazetteer = Gazetteer([Part(base, Segment.of(base), {}), Part(kept, Segment.of(kept), {})])
    rows = measure(asked, gazetteer)
    with pd.option_context("display.width", 200, "display.max_columns", 20):
        print(summary(rows))
        print(bilingual(records, ("SY06", "SY10")))
    whole = Gazetteer([Part(base, Segment.of(base), {}), Part(records, Segment.of(records), {})])
    coast(whole)
    speed(all_names, whole)
    return rows


if __name__ == "__main__":
    if len(sys.argv) < 2 or not Path(sys.argv[1]).is_file():
        sys.exit(
            "usage: python tests/benchmarks/bench_places.py GAZETTEER (a file of Syria's places)"
        )
    found = main(sys.argv[1])
    if len(sys.argv) > 2:
        found.to_csv(sys.argv[2], index=False)
