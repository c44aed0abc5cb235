"""An extractor of another package takes the place of ours, and is held to the same table."""

import importlib
import sys

import pytest

from mapper.errors import InputError
from mapper.extraction import extract
from mapper.extraction.plugins import checked
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


CLAIM = {
    "report_id": "r1",
    "claim_id": "c",
    "measure": "killed",
    "count_low": 12,
    "quote": "Twelve people",
    "char_start": 0,
    "char_end": 13,
}


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"quote": "Twelve  people"}, "does not stand in the report"),
        ({"quote": None}, "does not stand in the report"),
        ({"char_start": -37}, "does not stand in the report"),
        ({"char_start": "first"}, "'first' is no whole number"),
        ({"report_id": "r9"}, "does not stand in the report"),
        ({"measure": "murdered"}, "'murdered' is not one of killed"),
        ({"count_low": -3}, "count_low -3 is less than 0"),
        ({"count_best": 9}, "count_low 12 is more than count_best 9"),
        ({"count_low": 10**30}, "is no whole number"),
        ({"count_low": float("inf")}, "infinity"),
        ({"period_start": "on Friday"}, "'on Friday' is no day"),
        ({"claim_id": "a"}, "it is told twice"),
    ],
)
def test_a_row_that_can_be_no_claim_is_refused_and_the_others_are_taken(said, reason):
    good = {**CLAIM, "claim_id": "a"}
    reading = checked([good, {**CLAIM, **said}], [REPORT])
    assert reading.claims["claim_id"].tolist() == ["a"]
    assert len(reading.refused) == 1
    assert reason in reading.refused["reason"].tolist()[0]


def test_an_extractor_decides_on_nothing_and_its_claims_have_ids_and_its_name():
    bare = {name: value for name, value in CLAIM.items() if name != "claim_id"}
    claims = checked([{**bare, "review": "accepted"}], [REPORT], "parrot").claims
    told = claims[["claim_id", "review", "extractor", "report"]].astype("object")
    assert told.where(told.notna(), None).to_numpy().tolist() == [
        ["r1:0:killed", None, "parrot", "a.txt"]
    ]


@pytest.mark.parametrize("given", [None, "12 people", CLAIM, [1, 2]])
def test_what_is_no_table_is_said(given):
    with pytest.raises(InputError, match=r"parrot gave a .* and not rows of claims"):
        checked(given, [REPORT], "parrot")


def test_an_extractor_that_fails_is_named(parrot, monkeypatch):
    package = importlib.import_module("parrot_reader")
    monkeypatch.setattr(package, "read", lambda reports: reports[0].sorry)
    with pytest.raises(InputError, match="the extractor 'parrot' failed: AttributeError"):
        extract(REPORT, extractor=parrot)
