"""What the package's own data must place: seats, air bases and the villages named in reports."""

import csv

import pytest

import geodata
from mapper.gazetteer import load
from mapper.gazetteer.gazetteer import Gazetteer, Part
from mapper.gazetteer.packaged import packaged_records
from mapper.gazetteer.records import Record
from mapper.gazetteer.segment import Segment
from mapper.geocoding import Resolver

COAST = ("SY06", "SY10")


@pytest.fixture(scope="module")
def resolver():
    records = packaged_records()
    return Resolver(Gazetteer([Part(records, Segment.of(records), {})]))


def _seats():
    return [
        record.place_id
        for record in packaged_records()
        if record.kind.endswith("_seat") and record.adm1 in COAST
    ]


def _villages():
    with geodata.path("villages").open(encoding="utf-8", newline="") as file:
        return [
            (name, row["unit_id"])
            for row in csv.DictReader(file)
            for name in (row["name"], *row["names"].split("|"))
        ]


@pytest.mark.parametrize("place_id", _seats())
def test_each_seat_of_the_coast_is_placed_as_a_town(resolver, place_id):
    place = load()[place_id]
    governorate = load()[f"adm1:{place.adm1_pcode}"].name
    for words, hints in (
        (f"{place.name} town", [governorate]),
        (f"{place.name}, {governorate}", []),
    ):
        answer = resolver.resolve(words, hints)
        assert answer.place_ids == (place_id,)
        assert answer.precision == "settlement"


@pytest.mark.parametrize(("name", "unit_id"), _villages())
def test_each_village_named_in_reports_is_placed_in_its_unit_or_finer(resolver, name, unit_id):
    unit = load()[unit_id]
    answer = resolver.resolve(
        name, [f"adm1:{unit.adm1_pcode}", load()[f"adm1:{unit.adm1_pcode}"].name]
    )
    assert answer.status == "resolved"
    assert answer.precision in ("site", "settlement", "near", "adm3")
    assert {load()[place_id].adm1_pcode for place_id in answer.place_ids} == {unit.adm1_pcode}


@pytest.mark.parametrize(
    ("words", "place_id"),
    [
        ("Khmeimim air base", "airport:OSLK"),
        ("Hmeimim", "airport:OSLK"),
        ("قاعدة حميميم الجوية", "airport:OSLK"),
        ("Qlayaat air base", "airport:OLKA"),
        ("Shayrat airfield", "airport:OS65"),
        ("Beit Yashout", "geonames:8609252"),
        ("بارمايا", "village:barmaya"),
        ("Baalback/Hermel", "adm1:LB8"),
        ("zones côtières de la Syrie", "zone:syrian-coast"),
    ],
)
def test_sites_and_spellings_of_ocha(resolver, words, place_id):
    assert resolver.resolve(words).place_ids == (place_id,)


def test_a_finer_gazetteer_places_a_listed_village():
    records = packaged_records()
    finer = [
        Record(
            "x:1",
            "Ar Rusafah",
            "settlement",
            35.0316,
            36.3001,
            "SY",
            "SY05",
            "SY0504",
            "adm3:SY-masyaf",
        )
    ]
    parts = [Part(records, Segment.of(records), {}), Part(finer, Segment.of(finer), {})]
    answer = Resolver(Gazetteer(parts)).resolve("al-Rusafa, Masyaf")
    assert answer.place_ids == ("x:1",)
    assert answer.precision == "settlement"
