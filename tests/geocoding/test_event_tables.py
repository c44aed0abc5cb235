"""Places in the words of event tables and incident pages, with what the package alone knows.

The names are those of places, in the ways that such sources write them; there are no events.
"""

import csv
import itertools
from pathlib import Path

import pytest

from mapper.gazetteer.gazetteer import Gazetteer, Part
from mapper.gazetteer.packaged import packaged_records
from mapper.gazetteer.segment import Segment
from mapper.geocoding import Resolver
from mapper.geocoding.distances import kilometres
from mapper.geocoding.scope import ScopeReader

PLACES = Path(__file__).parent.parent / "data" / "places"


def _rows(name):
    with (PLACES / name).open(encoding="utf-8", newline="") as file:
        return [tuple(row.values()) for row in csv.DictReader(file)]


@pytest.fixture(scope="module")
def gazetteer():
    records = packaged_records()
    return Gazetteer([Part(records, Segment.of(records), {})])


@pytest.fixture(scope="module")
def resolver(gazetteer):
    return Resolver(gazetteer)


@pytest.fixture(scope="module")
def scopes(gazetteer):
    return ScopeReader(gazetteer)


@pytest.mark.parametrize("row", _rows("event_tables.csv"), ids=lambda row: row[0])
def test_a_name_as_sources_write_it(resolver, row):
    name, adm1, adm2, place_id, precision = row
    answer = resolver.resolve(name, [hint for hint in (adm2, adm1) if hint])
    assert "|".join(answer.place_ids) == place_id, answer.reason
    assert answer.precision == precision
    assert answer.radius_km > 0


@pytest.mark.parametrize(("words", "unit_id"), _rows("unit_spellings.csv"))
def test_a_unit_however_it_is_spelt(scopes, words, unit_id):
    scope = scopes.read((words,))
    said = scope.must if unit_id.startswith("adm1:") else scope.should
    # "Damascus" alone may mean its suburbs too; never any other governorate.
    meant = [units - {"adm1:SY03"} or units for units in said]
    assert meant == [{unit_id}]


@pytest.mark.parametrize("row", _rows("coast.csv"), ids=lambda row: row[0])
def test_spellings_of_one_place_lead_to_one_place_or_to_none(gazetteer, resolver, row):
    name, district, spellings = row
    unit = gazetteer[f"adm2:{district}"]
    governorate = gazetteer[f"adm1:{unit.adm1_pcode}"].name
    answers = [
        resolver.resolve(words, [f"{governorate} governorate"])
        for words in (name, *spellings.split("|"))
    ]
    found = [answer for answer in answers if answer.status == "resolved"]
    assert {gazetteer[i].adm1_pcode for answer in found for i in answer.place_ids} <= {
        unit.adm1_pcode
    }
    for one, other in itertools.pairwise(found):
        gap = kilometres(one.lat, one.lon, other.lat, other.lon)
        assert gap <= max(5.0, one.radius_km, other.radius_km), (one.reason, other.reason)


def test_most_spellings_of_the_seats_of_the_coast_are_known(resolver):
    known = [
        resolver.resolve(words, ["Latakia governorate"]).precision
        for name, district, spellings in _rows("coast.csv")
        if district.startswith("SY06") and resolver.resolve(name).precision == "settlement"
        for words in spellings.split("|")
    ]
    assert len(known) > 60
    assert known.count("settlement") / len(known) >= 0.95
