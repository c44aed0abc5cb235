"""Twice the text takes about twice the time, whatever the text is."""

import time

import pytest

from mapper.extraction.extracting import claims_of
from mapper.gazetteer import Gazetteer
from mapper.gazetteer.gazetteer import Part
from mapper.gazetteer.index import Segment
from mapper.gazetteer.records import Record
from mapper.model import Report

_SMALL = 6_000
_TIMES = 4
_NEWS = (
    "At least 12 people, including 3 children, were killed in Redford on Friday, a war monitor said. "
    "Some 200-300 families fled to Greenhill, it added; the ministry put the toll at 9. "
)
_NEWS_AR = "قال مرصد حقوقي إن 12 مدنيا بينهم 3 أطفال قتلوا في ريدفورد يوم الجمعة. ونزحت 200 عائلة إلى غرينهيل. "
_PIECES = {
    "one paragraph": ("en", _NEWS),
    "one sentence": ("en", _NEWS.replace(".", ",")),
    "short lines": ("en", "12 killed in Redford\n"),
    "list": ("en", "- Redford: 12 killed\n"),
    "rows": ("en", "| Redford | 12 |\n"),
    "figures": ("en", "12 killed and 13 "),
    "places": ("en", "Redford, Greenhill and "),
    "capitals": ("en", "Aa "),
    "voices": ("en", "the Observatory said 12 died. "),
    "blanks": ("en", " "),
    "line ends": ("en", "\n"),
    "commas": ("en", ","),
    "hyphens": ("en", "a-"),
    "dates": ("en", "on 12 March "),
    "one word": ("en", "a"),
    "Arabic paragraph": ("ar", _NEWS_AR),
    "Arabic sentence": ("ar", _NEWS_AR.replace(".", "،")),
    "Arabic word": ("ar", "و"),
}


@pytest.fixture(scope="module")
def towns():
    names = {"Redford": "ريدفورد", "Greenhill": "غرينهيل"}
    records = [
        Record(f"xxa:{latin}", latin, "adm2_seat", 0.0, 0.0, country="XXA", names=[arabic])
        for latin, arabic in names.items()
    ]
    return Gazetteer([Part(records, Segment.of(records), {})])


@pytest.mark.parametrize("name", _PIECES)
def test_time_grows_with_the_text(towns, name):
    language, piece = _PIECES[name]

    def seconds(size):
        body = piece * (size // len(piece))
        report = Report("r", "a", "", "P", language=language, body=body)
        started = time.process_time()
        claims_of(report, towns)
        return time.process_time() - started

    seconds(_SMALL)
    # Were it quadratic, this would be sixteen times as long.
    few, many = (min(seconds(size) for _ in range(2)) for size in (_SMALL, _SMALL * _TIMES))
    assert many < 2.2 * _TIMES * few + 0.05
