"""Hundreds of sentences of our own, good and nasty, and what each must give."""

from pathlib import Path

import pytest

from mapper.extraction.extracting import claims_of
from mapper.model import Measure, Report


def cases(name: str) -> list[tuple[str, str]]:
    """Return the sentences of a table with what each must give."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    pairs = (
        line.replace("\\n", "\n").split(" => ")
        for line in lines
        if line and not line.startswith("#")
    )
    return [(sentence.strip(), wanted.strip()) for sentence, wanted in pairs]


def told(sentence: str, language: str, shorthand) -> str:
    """Return the claims of a sentence in shorthand."""
    report = Report("r", "a.txt", "", language=language, body=sentence)
    claims = [claim for claim in claims_of(report)[0] if claim.measure is not Measure.STATEMENT]
    assert all(sentence[c.char_start : c.char_end] == c.quote for c in claims)
    return "; ".join(shorthand(claim) for claim in claims) or "-"


@pytest.mark.parametrize(("sentence", "wanted"), cases("sentences_en.txt"))
def test_english(sentence, wanted, shorthand):
    assert told(sentence, "en", shorthand).lower() == wanted.lower()


@pytest.mark.parametrize(("sentence", "wanted"), cases("sentences_ar.txt"))
def test_arabic(sentence, wanted, shorthand):
    assert told(sentence, "ar", shorthand) == wanted


def test_the_tables_are_long_enough():
    assert len(cases("sentences_en.txt")) >= 150
    assert len(cases("sentences_ar.txt")) >= 150
