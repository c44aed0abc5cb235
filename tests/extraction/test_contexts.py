"""Short texts of our own: where, when and in whose voice, carried from sentence to sentence."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from mapper.extraction.extracting import claims_of
from mapper.model import Claim, Measure, Place, Precision, Report

MOVING = (Measure.DISPLACED, Measure.ARRIVED, Measure.RETURNED)
PUBLISHED = date(2025, 6, 10)
KNOWN = {
    "Examplia": Precision.COUNTRY,
    "Velmar": Precision.ADM1,
    "Oradin": Precision.ADM1,
    "Kashba": Precision.ADM1,
    **dict.fromkeys(
        (
            "Merabad", "Sardeh", "Deir Hamloun", "Qasr Limun", "Tell Ghuman", "Zurmana",
            "Kafr Madrun", "Ayn Sardun", "Shatt Miran", "Tell Quraif", "Umm Saneb",
            "Jisr Barqan", "Umm Qantur",
        ),
        Precision.SETTLEMENT,
    ),
}  # fmt: skip
ARABIC = {
    "إكزامبليا": Precision.COUNTRY,
    "فلمار": Precision.ADM1,
    "أورادين": Precision.ADM1,
    "الكشبة": Precision.ADM1,
    **dict.fromkeys(
        (
            "ميراباد", "سردة", "دير حملون", "قصر ليمون", "تل غمان", "الزرمانة", "كفر مدرون",
            "عين سردون", "شط ميران", "تل قريف", "أم سانب", "جسر برقان", "أم قنطور",
        ),
        Precision.SETTLEMENT,
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Mention:
    start: int
    end: int
    words: str
    place_ids: tuple[str, ...]


class Atlas:
    """The places of the fictional country."""

    def find(self, text, language):
        names = ARABIC if language == "ar" else KNOWN
        longest = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
        found = re.finditer(rf"(?<!\w)[وبلف]?(?P<n>{longest})(?!\w)", text)
        if language != "ar":
            found = re.finditer(rf"(?<!\w)(?P<n>{longest})(?!\w)", text)
        return [Mention(m.start("n"), m.end("n"), m["n"], (m["n"],)) for m in found]

    def __getitem__(self, name):
        precision = (KNOWN | ARABIC)[name]
        return Place(name, name, precision.value, precision, 0.0, 0.0, country="XXA")


def contexts(name):
    """Return the texts of a file with what each must give."""
    blocks = (Path(__file__).parent / name).read_text(encoding="utf-8").split("\n## ")[1:]
    for block in blocks:
        title, *lines = block.strip().splitlines()
        wanted = [line.removeprefix("=> ") for line in lines if line.startswith("=> ")]
        body = "\n".join(line for line in lines if not line.startswith("=> "))
        yield pytest.param(body, wanted, id=title)


def told(body, language, shorthand):
    """Return the claims of a text, each in one line."""
    publisher = "Examplian Times" if language == "en" else "صحيفة إكزامبليا"
    report = Report(
        "r", "a.md", "", language=language, publisher=publisher, published=PUBLISHED, body=body
    )
    claims = claims_of(report, Atlas())[0]
    return [_line(claim, shorthand) for claim in claims if claim.measure is not Measure.STATEMENT]


def _line(claim: Claim, shorthand) -> str:
    where = "|".join(claim.place_words) or "-"
    if claim.measure in MOVING:
        where = f"{claim.origin_words or '-'} > {claim.destination_words or '-'}"
    return f"{shorthand(claim)} | {where} | {claim.voice or '-'} | {_days(claim)}"


def _days(claim: Claim) -> str:
    start, end = claim.period.start, claim.period.end
    if start is None or end is None:
        return "-"
    return f"{start:%m-%d}" if start == end else f"{start:%m-%d}..{end:%m-%d}"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        *contexts("contexts_en.md"),
        *contexts("contexts_en_days.md"),
        *contexts("contexts_en_places.md"),
        *contexts("contexts_en_voices.md"),
        *contexts("contexts_en_parts.md"),
    ],
)
def test_english(body, wanted, shorthand):
    assert told(body, "en", shorthand) == wanted


@pytest.mark.parametrize(("body", "wanted"), list(contexts("contexts_en_course.md")))
def test_english_days(body, wanted, shorthand):
    lines = (line.split(" | ") for line in told(body, "en", shorthand))
    assert [f"{line[0]} | {line[-1]}" for line in lines] == wanted


@pytest.mark.parametrize(
    ("body", "wanted"), [*contexts("contexts_ar.md"), *contexts("contexts_ar_reports.md")]
)
def test_arabic(body, wanted, shorthand):
    assert told(body, "ar", shorthand) == wanted
