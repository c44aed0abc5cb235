"""Names that are none, and names in wrappings: nothing breaks, nothing is invented."""

import pandas as pd
import pytest

from mapper.gazetteer import load
from mapper.geocoding import Resolver, geocode


@pytest.fixture(scope="module")
def resolver():
    return Resolver(load())


@pytest.mark.parametrize(
    "words",
    [
        "", " ", "village", "the village of", "مدينة", "قرية", "near", "between", "between and", "between X",
        "road", "countryside", "countryside of", "ريف", "rif", "north", "of", "the", "al", "ال", "و", "()", "((((",
        ",,,", "-", "?", "...", "12345", "36.2, 37.1", "5 km", "5 km south of", "5000 km south of Aleppo",
        "<script>alert(1)</script>", "&amp;", "\x00", "\ud800", "=cmd()", "nan", "None", "N/A", "unknown",
        "undisclosed", "x" * 10_000, "ا" * 10_000, "(" * 5_000, "a," * 5_000, "near " * 3_000,
        "Al Bab " * 2_000, "between " * 2_000 + "and",
    ],
)  # fmt: skip
def test_what_names_no_place_is_unknown(resolver, words):
    answer = resolver.resolve(words)
    assert answer.status == "unknown"
    assert answer.place_ids == ()
    assert len(answer.reason) < 500


@pytest.mark.parametrize(
    "words",
    [
        "ALEPPO", "aleppo", "<b>Aleppo</b>", "\u202eAleppo\u202c", "Al\u200beppo", "\ufeffAleppo", "Ａｌｅｐｐｏ",
        "\u200fحلب\u200f", "\u200fمدينة حلب", "ح\u200dل\u200dب", "حَلَب", "حـــلب", "Aleppo<br>city", "Aleppo \U0001f3e0",
        "  Aleppo  ", "Aleppo (SY02)",
    ],
)  # fmt: skip
def test_wrappings_do_not_hide_a_name(resolver, words):
    assert resolver.resolve(words).place_ids == ("geonames:170063",)


@pytest.mark.parametrize(
    "words", ["Aleppo; Homs", "Aleppo|Homs", "Aleppo\nHoms", "Aleppo &amp; Homs"]
)
def test_several_places_in_one_cell(resolver, words):
    assert resolver.resolve(words).place_ids == ("geonames:170063", "geonames:169577")


def test_codes_are_units_and_hints():
    table = pd.DataFrame(
        {
            "name": ["SY02", "Al-Bab", "Al-Bab", "Al-Bab"],
            "adm1": ["", "SY02", "Aleppo (SY02)", "SY10"],
        }
    )
    answers = geocode(table)
    assert answers["place_id"].fillna("").tolist() == ["adm1:SY02", *["geonames:174018"] * 2, ""]


def test_cells_that_are_no_words_are_no_names():
    table = pd.DataFrame(
        {"name": ["Aleppo", None, 5, ["x"]], "adm1": [None, 7, {"a": 1}, float("nan")]}
    )
    assert geocode(table)["status"].tolist() == ["resolved", *["unknown"] * 3]


def test_a_code_is_a_name_only_as_it_stands(resolver):
    assert resolver.resolve("SUR").place_ids == ("country:SR",)
    assert "country:SR" not in resolver.resolve("As Sur").place_ids


def test_what_holds_a_place_in_brackets_is_no_other_name_of_it(resolver):
    assert resolver.resolve("Qwertyville (Lebanon)").status == "unknown"
    assert resolver.resolve("Tripoli (Lebanon)").place_ids == ("geonames:266826",)
