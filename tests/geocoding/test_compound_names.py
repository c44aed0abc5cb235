"""Names inside the words that sources put about them: where, what, and which part of what."""

import pytest

from mapper.gazetteer import load
from mapper.geocoding import Resolver


@pytest.fixture(scope="module")
def resolver():
    return Resolver(load())


_JABLEH, _SARAQIB, _ALEPPO, _IDLIB, _HOMS = (
    f"geonames:{number}" for number in (169304, 164816, 170063, 169389, 169577)
)


@pytest.mark.parametrize(
    ("words", "hints", "place_ids", "precision"),
    [
        ("in Jableh", [], _JABLEH, "settlement"),
        ("في مدينة جبلة", [], _JABLEH, "settlement"),
        ("وسط مدينة جبلة", [], _JABLEH, "settlement"),
        ("Jableh جبلة", [], _JABLEH, "settlement"),
        ("Latakia - Jableh", ["Latakia governorate"], _JABLEH, "settlement"),
        ("Latakia/Jableh", ["Latakia governorate"], _JABLEH, "settlement"),
        ("Idlib/Saraqib", ["Idlib governorate"], _SARAQIB, "settlement"),
        ("Syria, Idlib, Saraqib", [], _SARAQIB, "settlement"),
        ("مدينة سراقب التابعة لمحافظة إدلب", [], _SARAQIB, "settlement"),
        ("3 km from Saraqib", [], _SARAQIB, "near"),
        ("on the southern outskirts of Saraqib", [], _SARAQIB, "near"),
        ("الأطراف الشمالية لمدينة سراقب", [], _SARAQIB, "near"),
        ("frontlines near Saraqib", [], _SARAQIB, "near"),
        ("road to Saraqib", [], _SARAQIB, "near"),
        ("IDP camp near Saraqib", [], _SARAQIB, "near"),
        ("a house in Saraqib", [], _SARAQIB, "near"),
        ("سيارة على طريق سراقب", [], _SARAQIB, "near"),
        ("محطة وقود في سراقب", [], _SARAQIB, "near"),
        ("Qwerty quarter, Saraqib town, Idlib", [], _SARAQIB, "near"),
        ("حي كورتي بمدينة سراقب", ["إدلب"], _SARAQIB, "near"),
        ("on the Idlib-Saraqib highway", [], f"{_IDLIB}|{_SARAQIB}", "zone"),
        ("Idlib - Saraqib road", [], f"{_IDLIB}|{_SARAQIB}", "zone"),
        ("halfway between Idlib and Saraqib", [], f"{_IDLIB}|{_SARAQIB}", "zone"),
        ("الطريق الواصل بين إدلب وسراقب", [], f"{_IDLIB}|{_SARAQIB}", "zone"),
        ("طريق إدلب - سراقب", [], f"{_IDLIB}|{_SARAQIB}", "zone"),
        ("southern Idlib governorate", [], "adm1:SY07", "adm1"),
        ("western rural Aleppo", [], "adm1:SY02", "adm1"),
        ("across Homs governorate", [], "adm1:SY04", "adm1"),
        ("northern Rif Dimashq countryside", [], "adm1:SY03", "adm1"),
    ],
)
def test_the_words_about_a_name_say_where_and_how_nearly(
    resolver, words, hints, place_ids, precision
):
    answer = resolver.resolve(words, hints)
    assert "|".join(answer.place_ids) == place_ids, answer.reason
    assert answer.precision == precision, answer.reason


@pytest.mark.parametrize(
    "words", ["school in the camp", "بين", "and", "between the villages", "قريتي و", "house", "في"]
)
def test_words_with_no_name_in_them_name_no_place(resolver, words):
    answer = resolver.resolve(words, ["Idlib governorate"])
    assert answer.status == "unknown"
    assert answer.reason


def test_a_name_with_its_kind_in_it_is_read_whole_before_it_is_cut(resolver):
    assert resolver.resolve("Jisr al-Shughur").place_ids == ("geonames:169023",)
    assert resolver.resolve("Rif Dimashq").place_ids == ("adm1:SY03",)
