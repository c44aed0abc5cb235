"""Places in the words of event tables and incident pages, with what the package alone knows.

The names are those of places, in the ways that such sources write them; there are no events.
"""

import csv
from pathlib import Path

import pytest

from mapper.gazetteer.gazetteer import Gazetteer, Part
from mapper.gazetteer.index import Segment
from mapper.gazetteer.packaged import packaged_records
from mapper.geocoding import Resolver
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
