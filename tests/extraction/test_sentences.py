"""Hundreds of sentences of our own, good and nasty, and what each must give."""

from pathlib import Path

import pytest

from mapper.extraction.extracting import claims_of
from mapper.model import Claim, Count, Measure, Qualifier, Report, Unit


def cases(name: str) -> list[tuple[str, str]]:
    """Return the sentences of a table with what each must give."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    pairs = (
        line.replace("\\n", "\n").split(" => ")
        for line in lines
        if line and not line.startswith("#")
    )
    return [(sentence.strip(), wanted.strip()) for sentence, wanted in pairs]


def told(sentence: str, language: str) -> str:
    """Return the claims of a sentence in shorthand."""
    report = Report("r", "a.txt", "", language=language, body=sentence)
    claims = [claim for claim in claims_of(report)[0] if claim.measure is not Measure.STATEMENT]
    assert all(sentence[c.char_start : c.char_end] == c.quote for c in claims)
    return "; ".join(_claim(claim) for claim in claims) or "-"


def _claim(claim: Claim) -> str:
    unit = f" {claim.unit}" if claim.unit is Unit.HOUSEHOLD else ""
    part = "> " if claim.contained_in else ""
    return f"{part}{claim.measure} {_figure(claim.count)}{unit}"


def _figure(count: Count) -> str:
    match count.qualifier:
        case Qualifier.EXACT:
            return str(count.best)
        case Qualifier.ABOUT:
            return f"~{count.best}"
        case Qualifier.AT_LEAST | Qualifier.MORE_THAN:
            return f"{count.low}+"
        case Qualifier.UP_TO:
            return f"<{count.high}"
        case Qualifier.RANGE:
            return f"{count.low}-{count.high}"
        case Qualifier.VAGUE:
            return f"{count.words}({count.low})"
    return "?"


@pytest.mark.parametrize(("sentence", "wanted"), cases("sentences_en.txt"))
def test_english(sentence, wanted):
    assert told(sentence, "en").lower() == wanted.lower()


@pytest.mark.parametrize(("sentence", "wanted"), cases("sentences_ar.txt"))
def test_arabic(sentence, wanted):
    assert told(sentence, "ar") == wanted


def test_the_tables_are_long_enough():
    assert len(cases("sentences_en.txt")) >= 150
    assert len(cases("sentences_ar.txt")) >= 150
