"""How well names inside longer words are placed: ``python tests/benchmarks/compound_names.py GAZETTEER``.

Event tables and incident pages seldom write a bare name. From a gazetteer file of Syria or Lebanon
this makes the forms they do write, in English and Arabic, about places whose name no other place of
the governorate has; so a miss is a misread form and not an ambiguous name. Nothing is asserted;
for each form the shares are printed that were answered, that lie where they should, that are no
finer than the words allow, and whose radius holds the truth.
"""

import random
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from mapper.gazetteer import Gazetteer, load
from mapper.gazetteer.folding import folded, is_arabic
from mapper.gazetteer.gazetteer import Part
from mapper.gazetteer.packaged import packaged_records
from mapper.gazetteer.placing import fill_units
from mapper.gazetteer.readers import read_gazetteer
from mapper.gazetteer.records import Record
from mapper.gazetteer.segment import Segment
from mapper.gazetteer.skeleton import skeletons
from mapper.geocoding import geocode
from mapper.geocoding.distances import kilometres
from mapper.model import Precision

SEED = 7
SAMPLE = 60

# {0} a place, {1} another near it, {2} its governorate, {3} its district, {4} another spelling of
# the place, {5} its name in the other script, {6} its sub-district. Each form with the finest precision it allows.
AT = """
{0}|{0} city|{0} town|{0} village|village of {0}|town of {0}|the village of {0}|the town of {0}
{0} (village)|{0} (town)|{0}, {3}|{0}, {2}|{0}, {2}, Syria|{0}, {3} district, {2} governorate, Syria
{0} - {2}|{2} - {0}|{2}: {0}|{2}, {0}|{2}/{0}|{0}/{2}|{0} ({2})|{0} ({2} governorate)|{0} in {2}
{0} in {2} governorate|{0} in the {2} countryside|{0}, {2} countryside|{0}, northern {2} countryside
{0} village in northern {2} countryside|{0} village in rural {2}|{0} town, rural {2}|rural {2}, {0}
{0} / {4}|{0}/{4}|{0} ({4})|{0} or {4}|{0} [{5}]|{0} ({5})|{0}, {5}|{5} {0}|{0} – {5}
{0} area|area of {0}|in the area of {0}|in {0}|at {0}|{0} municipality|{0} and {1}
{0} village, {6} subdistrict|{0} in {3} district|{0} village ({3} area)|{0}, {2} province
{0} village, {2} governorate, Syrian Arab Republic|villages of {0} and {1}|{0} & {1}|the {0} area
"""
ABOUT = """
near {0}|near {0} town|close to {0}|outskirts of {0}|the outskirts of {0}|on the outskirts of {0} town
{0} outskirts|around {0}|{0} surroundings|vicinity of {0}|in the vicinity of {0}|outside {0}
near {0}, {2}|near {0} village in {2}|(near) {0}|just outside {0}|3 km from {0}
south of {0}|east of {0}|north-west of {0}|southern outskirts of {0}
{0} countryside|countryside of {0}|rural {0}|{0} surrounding area|{0} front line|frontlines near {0}
{0} road|road to {0}|on the road to {0}|farms near {0}|farms around {0}|the farms of {0}|{0} farms
checkpoint near {0}|a checkpoint in {0}|{0} checkpoint|{0} bridge|bridge in {0}|{0} hospital
hospital in {0}|a hospital in {0}|the main hospital in {0}|{0} national hospital|school in {0}
a school in {0}|{0} school|mosque in {0}|the great mosque in {0}|{0} mosque|market in {0}|{0} market
{0} vegetable market|popular market in {0}|bakery in {0}|refinery near {0}|oil refinery in {0}
makeshift oil refinery near {0}|{0} dam|{0} gas station|fuel station in {0}|IDP camp near {0}
IDP camp in {0}|displaced persons camp near {0}|{0} camp|{0} IDP camp|a house in {0}|home in {0}
family home in {0} village|a farm in {0}|a car on the road near {0}|vehicle near {0}
{0} industrial area|silos in {0}|{0} silos|water station in {0}
Sennan neighbourhood, {0}|Sennan neighbourhood in {0}|Sennan neighbourhood of {0} city
{0} city (Sennan neighbourhood)|{0} town (Sennan quarter)|Sennan street in {0} city
{0} city, Sennan neighbourhood|Sennan quarter, {0} town, {2}|Sennan mosque in {0}
Sennan school, {0} town|Sennan hospital in {0} city|Sennan roundabout, {0} city
"""
BETWEEN = """
between {0} and {1}|in between {0} and {1}|area between {0} and {1}|the area between {0} and {1}
between {0} and {1} villages|between the villages of {0} and {1}|between {0} village and {1} village
road between {0} and {1}|the road between {0} and {1}|on the road between {0} and {1}|{0}-{1} road
{0} - {1} road|the {0}-{1} road|road from {0} to {1}|on the {0}-{1} highway|{0} to {1} road
halfway between {0} and {1}
"""
AT_ARABIC = """
{0}|قرية {0}|بلدة {0}|مدينة {0}|في {0}|في قرية {0}|في بلدة {0}|بلدة {0} في {2}|{0} ({2})
قرية {0} في ريف {2}|قرية {0} بريف {2}|{0} بريف {2} الشمالي|بلدة {0} في ريف {2} الغربي
{0} في محافظة {2}|{2} - {0}|{0} - {2}|{2}: {0}|{2}/{0}|{0}، ريف {2}|ريف {2} - {0}|ريف {2}، {0}
ريف {2} الشمالي: {0}|{0}، {2}، سوريا|{0} / {5}|{0} ({5})|{5} - {0}|منطقة {0}|منطقة {0} بريف {2}
قريتي {0} و{1}|{0} و{1}|بلدتي {0} و{1}|قرية {0} التابعة لمحافظة {2}|مزرعة {0}|قرى {0} و{1}
"""
ABOUT_ARABIC = """
قرب {0}|بالقرب من {0}|محيط {0}|في محيط بلدة {0}|أطراف {0}|على أطراف بلدة {0}|جنوب {0}|شرقي بلدة {0}
شمال غرب {0}|طريق {0}|على طريق {0}|مزارع {0}|مزارع بلدة {0}|في مزارع {0}|حاجز {0}|حاجز قرب {0}|جسر {0}
مشفى {0}|مشفى في {0}|مستشفى {0} الوطني|مشفى {0} المركزي|مدرسة في {0}|مدرسة {0}|مسجد في {0}|مسجد في بلدة {0}
سوق {0}|السوق الشعبي في {0}|سوق بلدة {0}|فرن {0}|فرن في مدينة {0}|مخيم {0}|مخيم للنازحين قرب {0}|مخيم للنازحين في {0}
مصفاة قرب {0}|محطة وقود في {0}|سد {0}|منزل في {0}|منزل في بلدة {0}|سيارة على طريق {0}|صوامع {0}
حي السنان في {0}|حي السنان في مدينة {0}|{0} - حي السنان|حي السنان، {0}|حي السنان بمدينة {0}|شارع السنان في مدينة {0}
ريف {0}|الأحياء السكنية في {0}|وسط مدينة {0}|مركز مدينة {0}|أحياء مدينة {0}|الأطراف الشمالية لبلدة {0}
"""
BETWEEN_ARABIC = """
بين {0} و{1}|ما بين {0} و{1}|بين قريتي {0} و{1}|بين بلدتي {0} و{1}|المنطقة الواقعة بين {0} و{1}
الطريق بين {0} و{1}|الطريق الواصل بين {0} و{1}|على الطريق الواصل بين {0} و{1}|طريق {0} - {1}
على طريق {0} - {1}|طريق {0}-{1}
"""
UNITS = """
{2} governorate|{2} province|{2} Governorate, Syria|Governorate of {2}|{2} countryside|rural {2}|countryside of {2}
northern {2} countryside|northern countryside of {2}|{2} northern countryside|western rural {2}
southern {2} governorate|across {2} governorate
"""
UNITS_ARABIC = """
محافظة {2}|ريف {2}|ريف {2} الشمالي|في ريف {2} الشمالي|بريف {2} الغربي|ريف محافظة {2}|شمال محافظة {2}
"""


@dataclass(frozen=True)
class Named:
    """A place with what its forms need."""

    record: Record
    english: str
    spelling: str
    arabic: str
    other: "Record"
    other_english: str
    other_arabic: str


def _latin(record: Record) -> list[str]:
    names = (record.name, *record.names)
    return [name for name in names if folded(name).replace(" ", "").isascii()]


def _arabic(record: Record) -> list[str]:
    return [name for name in (record.name, *record.names) if is_arabic(name)]


def told_apart(records: list[Record]) -> list[Named]:
    """Return places whose names no other in the governorate shares, each with a neighbour of the kind."""
    keys: dict[tuple[str, str], set[str]] = {}
    for record in records:
        for name in (record.name, *record.names):
            for key in skeletons(name):
                keys.setdefault((record.adm1, key), set()).add(record.place_id)
    alone = [
        record
        for record in records
        if record.kind == "settlement"
        and record.country == "SY"
        and record.adm1
        and _arabic(record)
        and len(folded(record.name)) > 5
        and all(
            len(keys[record.adm1, key]) == 1
            for name in (record.name, *record.names)
            for key in skeletons(name)
        )
    ]
    found = []
    for record in alone:
        near = [
            other
            for other in alone
            if other is not record
            and other.adm1 == record.adm1
            and 4 < kilometres(record.lat, record.lon, other.lat, other.lon) < 20
        ]
        if near:
            other = min(near, key=lambda other: zlib.crc32(other.place_id.encode()))
            spellings = _latin(record)
            found.append(
                Named(record, folded(record.name).title(), spellings[-1], _arabic(record)[0], other,
                      folded(other.name).title(), _arabic(other)[0])
            )  # fmt: skip
    return found


def _forms(text: str) -> list[str]:
    return [form.strip() for line in text.split("\n") for form in line.split("|") if form.strip()]


def questions(named: list[Named], *, hinted: bool) -> Iterator[dict[str, object]]:
    """Return names in all forms, each with the truth."""
    units = load()
    groups = (
        ("at", AT, False), ("about", ABOUT, False), ("between", BETWEEN, False), ("unit", UNITS, False),
        ("at", AT_ARABIC, True), ("about", ABOUT_ARABIC, True), ("between", BETWEEN_ARABIC, True),
        ("unit", UNITS_ARABIC, True),
    )  # fmt: skip
    chance = random.Random(SEED)  # noqa: S311 - a sample, no secret
    for group, text, arabic in groups:
        for form in _forms(text):
            for one in chance.sample(named, min(SAMPLE, len(named))):
                unit = units[f"adm1:{one.record.adm1}"]
                title = next((n for n in unit.names if is_arabic(n) and "محافظة" not in n), "") if arabic else unit.name  # fmt: skip
                district = units[f"adm2:{one.record.adm2}"].name
                third = units[one.record.adm3].name if one.record.adm3 in units else district
                parts = (
                    (one.arabic, one.other_arabic, title, district, one.arabic, one.english, third)
                    if arabic
                    else (
                        one.english,
                        one.other_english,
                        title,
                        district,
                        one.spelling,
                        one.arabic,
                        third,
                    )
                )
                several = "{1}" in form
                lat, lon = one.record.lat, one.record.lon
                if several:
                    lat, lon = (lat + one.other.lat) / 2, (lon + one.other.lon) / 2
                yield {
                    "group": f"{group}{', Arabic' if arabic else ''}", "form": form, "name": form.format(*parts), "lat": lat, "lon": lon,
                    "unit": f"adm1:{one.record.adm1}", "several": several,
                    "adm1": f"{unit.name} governorate" if hinted else None, "adm2": f"{district} district" if hinted and group != "unit" else None,
                }  # fmt: skip


def measure(rows: list[dict[str, object]], gazetteer: Gazetteer) -> pd.DataFrame:
    """Return the questions with what became of them."""
    table = pd.DataFrame(rows)
    answers = geocode(table[["name", "adm1", "adm2"]], gazetteer)
    table["status"], table["reason"] = answers["status"], answers["match_reason"]
    table["precision"], table["place_id"] = answers["precision"], answers["place_id"]
    table["answered"] = answers["status"] == "resolved"
    gaps = [
        kilometres(lat, lon, at, on) if done else float("nan")
        for lat, lon, at, on, done in zip(
            table["lat"],
            table["lon"],
            answers["lat"],
            answers["lon"],
            table["answered"],
            strict=True,
        )
    ]
    unit = table["group"].str.startswith("unit")
    table["gap"] = gaps
    table["right"] = table["answered"] & (table["gap"] <= 5.5)
    several = table["several"]
    table.loc[several, "right"] = table["answered"] & (table["gap"] <= 10.5)
    table.loc[unit, "right"] = table["place_id"] == table["unit"]
    table["held"] = table["answered"] & (
        unit | (table["gap"] <= answers["radius_km"].astype(float))
    )
    rank = table["precision"].map(lambda p: Precision(p).rank())
    least = table["group"].str.split(",").str[0].map({"at": 0, "about": 0, "between": Precision.NEAR.rank(), "unit": Precision.ADM1.rank()})  # fmt: skip
    table["honest"] = table["answered"] & (rank >= least)
    return table


def main(path: str, *, hinted: bool = False) -> pd.DataFrame:
    """Print the shares of each form; return the rows."""
    records, _ = read_gazetteer(path)
    fill_units(records)
    base = packaged_records()
    gazetteer = Gazetteer(
        [Part(base, Segment.of(base), {}), Part(records, Segment.of(records), {})]
    )
    rows = measure(list(questions(told_apart(records), hinted=hinted)), gazetteer)
    columns = ["answered", "right", "honest", "held"]
    with pd.option_context(
        "display.width", 160, "display.max_rows", 400, "display.max_colwidth", 60
    ):
        forms = rows.groupby(["group", "form"], sort=False)[columns].mean().round(2)
        print(forms[forms[columns].min(axis=1) < 0.9])
        print(rows.groupby("group", sort=False)[columns].mean().round(3))
    return rows


if __name__ == "__main__":
    if len(sys.argv) < 2 or not Path(sys.argv[1]).is_file():
        sys.exit("usage: python tests/benchmarks/compound_names.py GAZETTEER [hinted] [ROWS.csv]")
    found = main(sys.argv[1], hinted="hinted" in sys.argv)
    if sys.argv[-1].endswith(".csv") and len(sys.argv) > 2:
        found.to_csv(sys.argv[-1], index=False)
