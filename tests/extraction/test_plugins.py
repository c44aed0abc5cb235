"""An extractor of another package takes the place of ours, and is held to the same table."""

import importlib
import sys

import pytest

from mapper.errors import InputError
from mapper.extraction import extract
from mapper.model import Report

BODY = "Twelve people were killed in Redford."
REPORT = Report("r1", "a.txt", "", language="en", body=BODY)
CODE = '''
def read(reports):
    """Return one claim that stands in each report, and one that does not."""
    rows = []
    for report in reports:
        quote = report.body[:12]
        row = {"report_id": report.report_id, "measure": "killed", "count_best": 12}
        rows.append({**row, "claim_id": "true", "quote": quote, "char_start": 0, "char_end": 12})
        rows.append({**row, "claim_id": "false", "quote": "Twenty", "char_start": 0, "char_end": 6})
    return rows
'''
ENTRY = "[mapper.extractors]\nparrot = parrot_reader:read\n"
METADATA = "Metadata-Version: 2.1\nName: parrot-reader\nVersion: 1.0\n"


@pytest.fixture
def parrot(tmp_path, monkeypatch):
    """A tiny installed package that offers an extractor by entry point."""
    (tmp_path / "parrot_reader.py").write_text(CODE, encoding="utf-8")
    info = tmp_path / "parrot_reader-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(METADATA, encoding="utf-8")
    (info / "entry_points.txt").write_text(ENTRY, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.invalidate_caches()
    yield "parrot"
    sys.modules.pop("parrot_reader", None)


def test_its_claims_are_taken_and_its_inventions_refused(parrot):
    reading = extract(REPORT, extractor=parrot)
    assert reading.claims["claim_id"].tolist() == ["true"]
    assert reading.claims["count_best"].tolist() == [12]
    assert reading.refused["value"].tolist() == ["Twenty"]
    assert reading.refused["reason"].str.contains("does not stand in the report").all()


@pytest.mark.usefixtures("parrot")
def test_a_name_nobody_offers_is_refused_and_those_offered_are_said():
    with pytest.raises(InputError, match=r"'owl'.*parrot"):
        extract(REPORT, extractor="owl")
