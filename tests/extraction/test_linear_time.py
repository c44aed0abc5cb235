"""Twice the text takes about twice the time, whatever the text is."""

import time
from dataclasses import replace

import pytest

from mapper.extraction.extracting import claims_of
from mapper.extraction.languages import LANGUAGES
from mapper.extraction.links import link
from mapper.extraction.reading import Reader
from mapper.gazetteer import Gazetteer
from mapper.gazetteer.gazetteer import Part
from mapper.gazetteer.records import Record
from mapper.gazetteer.segment import Segment
from mapper.model import Report

_SMALL = 6_000
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
    _read(_SMALL, name, towns)
    # Were it quadratic, this would be sixteen times as long.
    few, many = (min(_read(size, name, towns) for _ in range(2)) for size in (_SMALL, 4 * _SMALL))
    assert many < 2.2 * 4 * few + 0.05


@pytest.mark.parametrize("name", ["one paragraph", "Arabic paragraph"])
def test_time_grows_with_a_book_in_one_line(towns, name):
    _read(_SMALL, name, towns)
    few, many = (_read(size, name, towns) for size in (10_000, 200_000))
    assert many < 2 * 20 * few


def _read(size, name, towns):
    """Return the seconds that a text of some size takes, which is one piece over and over."""
    language, piece = _PIECES[name]
    body = piece * (size // len(piece))
    report = Report("r", "a", "", "P", language=language, body=body)
    started = time.process_time()
    claims_of(report, towns)
    return time.process_time() - started


def test_the_claims_of_a_long_report_are_linked_in_linear_time():
    sentence = "At least {} people, including {} children, were killed in Redford on {} March.\n"
    page = "".join(sentence.format(at + 20, at % 17 + 2, at % 28 + 1) for at in range(40))
    report = Report("r", "a", "", "P", language="en", body=page)
    found, _ = Reader(report, LANGUAGES["en"], None).read()
    assert len(found) == 80

    def moved(draft, number):
        by, lines = number * len(page), number * 40
        said = draft.sentence
        said = replace(
            said, start=said.start + by, end=said.end + by, paragraph=said.paragraph + lines
        )
        return replace(draft, sentence=said, start=draft.start + by, parents=[], same_as=[])

    def seconds(pages):
        drafts = [moved(draft, number) for number in range(pages) for draft in found]
        started = time.process_time()
        link(page * pages, drafts, LANGUAGES["en"])
        return time.process_time() - started

    few, many = (min(seconds(pages) for _ in range(2)) for pages in (10, 80))
    assert many < 2.2 * 8 * few + 0.05
