"""Names as event tables, incident pages and reports write them."""

import pandas as pd
import pytest

from mapper.errors import InputError
from mapper.gazetteer import load
from mapper.gazetteer.gazetteer import Gazetteer, Part
from mapper.gazetteer.records import Record
from mapper.gazetteer.segment import Segment
from mapper.geocoding import Resolver, geocode
from mapper.geocoding.distances import kilometres


@pytest.fixture(scope="module")
def resolver():
    return Resolver(load())


@pytest.mark.parametrize(
    ("words", "hints", "place_id", "precision"),
    [
        ("Aleppo city", ["Aleppo governorate"], "geonames:170063", "settlement"),
        ("Aleppo governorate", [], "adm1:SY02", "adm1"),
        ("Rif Dimashq governorate", [], "adm1:SY03", "adm1"),
        ("Masyaf district", [], "adm2:SY0504", "adm2"),
        ("Al Bukamal, Deir Ezzor", [], "geonames:174448", "settlement"),
        (
            "Tell Rifaat town",
            ["Aleppo governorate", "Azaz district"],
            "geonames:163476",
            "settlement",
        ),
        (
            "Ayn Issa town",
            ["Raqqa governorate", "Tall Abyad district"],
            "geonames:172134",
            "settlement",
        ),
        ("Eastern Ghouta area", ["Rif Dimashq governorate"], "zone:eastern-ghouta", "zone"),
        ("Deir ez-Zor military airport", [], "airport:OSDZ", "site"),
        ("مطار دير الزور العسكري", [], "airport:OSDZ", "site"),
        ("مدينة الميادين، دير الزور", [], "geonames:173480", "settlement"),
        ("الغوطة الشرقية، ريف دمشق", [], "zone:eastern-ghouta", "zone"),
        ("Syrian-Turkish border", ["Aleppo governorate"], "border:SY-TR", "zone"),
        ("Dūmā (Douma), Rif Dimashq", [], "geonames:170592", "settlement"),
        ("Tripoli (Lebanon)", [], "geonames:266826", "settlement"),
        ("Ma'arrat Misrin / Maaret Misreen, Idlib", [], "geonames:167605", "settlement"),
    ],
)
def test_what_is_meant(resolver, words, hints, place_id, precision):
    answer = resolver.resolve(words, hints)
    assert answer.place_ids == (place_id,), answer
    assert answer.precision == precision


@pytest.mark.parametrize(
    ("words", "town"),
    [
        ("Sheikh Hassan neighbourhood in al Raqqah city", "geonames:172955"),
        ("حي المشلب في مدينة الرقة", "geonames:172955"),
        ("Harat al Badu neighborhood, Raqqa", "geonames:172955"),
        ("Tabqa dam", "geonames:172374"),
    ],
)
def test_a_quarter_or_site_that_is_unknown_lies_about_its_town(resolver, words, town):
    answer = resolver.resolve(words)
    assert answer.place_ids == (town,)
    assert answer.precision == "near"
    assert answer.radius_km > resolver.resolve(load()[town].name).radius_km
    assert "no gazetteer loaded" in answer.reason


@pytest.mark.parametrize(
    "words",
    ["Qwertyville", "Qwertyville, Aleppo", "Qwertyville village, Jableh", "", "   ", "()", "،"],
)
def test_an_unknown_village_is_not_its_governorate_nor_its_capital(resolver, words):
    answer = resolver.resolve(words)
    assert answer.status == "unknown"
    assert answer.place_ids == ()
    assert answer.lat is None


def test_a_name_outside_the_stated_governorate_is_no_answer(resolver):
    assert resolver.resolve("Baniyas town", ["Hasakah governorate"]).status == "unknown"


def test_a_place_far_from_the_stated_district_is_ambiguous(resolver):
    answer = resolver.resolve("Baniyas town", ["Tartus governorate", "Safita district"])
    assert answer.status == "ambiguous"
    assert answer.alternatives[0] == "geonames:171830"


def test_two_ends_of_a_list(resolver):
    answer = resolver.resolve("Latakia and Tartus provinces")
    assert answer.place_ids == ("adm1:SY06", "adm1:SY10")
    assert answer.shape.area == pytest.approx(
        sum(load().geometry(unit).area for unit in answer.place_ids), rel=0.01
    )


def test_between_two_towns_is_a_line(resolver):
    answer = resolver.resolve("between al Shadadi and Markada, Hasaka")
    assert answer.shape.geom_type == "LineString"
    assert set(answer.place_ids) == {"geonames:172837", "geonames:167208"}


def test_a_direction_moves_the_point_by_the_stated_distance(resolver):
    town = resolver.resolve("Jableh")
    answer = resolver.resolve("10 km south of Jableh")
    assert answer.precision == "near"
    assert answer.lat < town.lat
    assert kilometres(answer.lat, answer.lon, town.lat, town.lon) == pytest.approx(10, abs=0.1)


def test_near_is_wider_than_in(resolver):
    assert resolver.resolve("near Jableh").radius_km > resolver.resolve("Jableh").radius_km
    assert resolver.resolve("محيط مدينة الرقة").precision == "near"


@pytest.mark.parametrize(
    "words", ["Homs countryside", "ريف حمص", "Homs' countryside", "rural Homs"]
)
def test_the_countryside_of_a_seat_is_its_unit(resolver, words):
    answer = resolver.resolve(words)
    assert answer.place_ids == ("adm1:SY04",)
    assert answer.precision == "adm1"


def test_a_part_of_the_countryside_is_a_part_of_the_area(resolver):
    whole, part = resolver.resolve("ريف حلب"), resolver.resolve("ريف حلب الشمالي")
    assert 0 < part.shape.area < whole.shape.area
    assert part.shape.centroid.y > whole.shape.centroid.y


@pytest.fixture
def homonyms():
    records = [
        Record("x:1", "Kedra", "settlement", 10.0, 20.0, "XX"),
        Record("x:2", "Kedra", "settlement", 11.0, 20.0, "XX"),
        Record("x:3", "Sumeh", "settlement", 10.0, 20.00, "XX"),
        Record("x:4", "Sumeh", "settlement", 10.0, 20.06, "XX"),
        Record("x:5", "Wadra", "settlement", 10.0, 20.0, "XX"),
        Record("y:5", "Wadra", "settlement", 10.01, 20.01, "XX"),
    ]
    return Resolver(Gazetteer([Part(records, Segment.of(records), {})]))


def test_a_tie_is_shown_as_a_tie(homonyms):
    answer = homonyms.resolve("Kedra")
    assert answer.status == "ambiguous"
    assert set(answer.alternatives) == {"x:1", "x:2"}
    assert "may be any of" in answer.reason


def test_two_places_of_one_name_near_each_other_are_answered_with_both_in_reach(homonyms):
    answer = homonyms.resolve("Sumeh")
    assert answer.precision == "near"
    for lon in (20.0, 20.06):
        assert kilometres(answer.lat, answer.lon, 10.0, lon) < answer.radius_km


def test_one_place_in_two_gazetteers_is_one(homonyms):
    assert homonyms.resolve("Wadra").status == "resolved"


def test_a_table_with_hints_keeps_its_rows():
    table = pd.DataFrame(
        {
            "name": ["Suran", "Suran", None, "Suran"],
            "governorate": ["Aleppo", "Hama", "Hama", "Aleppo"],
        },
        index=[3, 1, 4, 1],
    )
    answers = geocode(table)
    assert answers.index.tolist() == [3, 1, 4, 1]
    assert answers["status"].tolist() == ["resolved", "resolved", "unknown", "resolved"]
    assert answers["place_id"].iloc[0] == answers["place_id"].iloc[3] == "geonames:163913"
    assert answers["place_id"].iloc[1] == "geonames:163915"


def test_the_same_table_gives_the_same_answers():
    names = pd.Series(["Suran", "Hama", "الرقة", "Douma"])
    pd.testing.assert_frame_equal(geocode(names), geocode(names))


@pytest.mark.parametrize(
    ("words", "town"),
    [
        ("M4 highway near Saraqib", "geonames:164816"),
        ("a checkpoint near Jableh", "geonames:169304"),
        ("حاجز قرب جبلة", "geonames:169304"),
        ("Qwertyville village outside Idlib city", "geonames:169389"),
    ],
)
def test_what_is_unknown_lies_near_what_it_is_said_to_be_near(resolver, words, town):
    answer = resolver.resolve(words)
    assert answer.place_ids == (town,)
    assert answer.precision == "near"
    assert answer.radius_km > resolver.resolve(load()[town].name).radius_km


@pytest.mark.parametrize(
    ("name", "hint", "place_id"),
    [("Syria", "Lebanon", "country:SY"), ("Lebanon", "Syria", "country:LB")],
)
def test_a_country_is_never_a_village_of_another(resolver, name, hint, place_id):
    assert resolver.resolve(name, [hint]).place_ids == (place_id,)


def test_a_governorates_name_is_no_lesser_place_elsewhere(resolver):
    assert resolver.resolve("Latakia", ["Lebanon"]).status == "unknown"


def test_the_holder_may_come_first(resolver):
    assert resolver.resolve("Idlib: Ariha").place_ids == ("geonames:172994",)
    assert resolver.resolve("Homs, Qwerty neighbourhood").precision == "near"


def test_an_article_is_no_preposition(resolver):
    assert resolver.resolve("Umm at Tiyur, Homs").reason.startswith(
        "no gazetteer loaded has Umm at Tiyur"
    )


@pytest.fixture
def villages_of_one_unit():
    unit = Record("adm3:XX-1", "Sumeh", "adm3", country="XX", adm3="adm3:XX-1")
    records = [
        unit,
        Record("x:1", "Kedra", "settlement", 10.1, 20.1, "XX", adm3="adm3:XX-1"),
        Record("x:2", "Kedra", "settlement", 10.9, 20.9, "XX", adm3="adm3:XX-1"),
    ]
    square = {
        "type": "Polygon",
        "coordinates": [[[20, 10], [21, 10], [21, 11], [20, 11], [20, 10]]],
    }
    return Resolver(Gazetteer([Part(records, Segment.of(records), {"adm3:XX-1": square})]))


def test_villages_of_one_name_in_one_unit_are_placed_in_it_where_an_area_will_do(
    villages_of_one_unit,
):
    assert villages_of_one_unit.resolve("Kedra").status == "ambiguous"
    answer = villages_of_one_unit.resolve("Kedra", areas=True)
    assert (answer.place_ids, answer.precision) == (("adm3:XX-1",), "adm3")
    assert answer.shape.area == 1
    assert "may be any of" in answer.reason


def test_a_district_is_believed_before_a_governorate_that_does_not_hold_it(resolver):
    answer = resolver.resolve("Salqin town", ["Harem district", "Aleppo governorate"])
    assert answer.place_name.startswith("Sal")
    assert load()[answer.place_ids[0]].adm1_pcode == "SY07"
    assert "contradict" in answer.reason
    assert resolver.resolve("Salqin town", ["Aleppo governorate"]).status == "unknown"
    assert (
        resolver.resolve("Qwertyville", ["Harem district", "Aleppo governorate"]).status
        == "unknown"
    )


def test_nothing_in_a_governorate_is_a_country_abroad(resolver):
    assert resolver.resolve("China", ["Homs governorate"]).status == "unknown"
    assert resolver.resolve("Lebanon", ["SY"]).place_ids == ("country:LB",)


@pytest.mark.parametrize(
    ("words", "place_id"),
    [
        ("إدلب - كفرنبل", "geonames:168661"),
        ("Idlib - Kafr Nabl", "geonames:168661"),
        ("ريف دمشق - دوما", "geonames:170592"),
        ("الغوطة الشرقية - دوما", "geonames:170592"),
        ("ريف ادلب الجنوبي - خان شيخون", "geonames:168325"),
        ("Syria, Aleppo", "geonames:170063"),
    ],
)
def test_what_holds_a_place_may_be_said_first(resolver, words, place_id):
    assert resolver.resolve(words).place_ids == (place_id,)


def test_a_holder_that_is_unknown_is_not_the_place(resolver):
    assert resolver.resolve("Aleppo, Qwertyville").place_ids == ("geonames:170063",)
    assert resolver.resolve("Qwertyville, Aleppo").status == "unknown"


def test_the_middle_of_a_town_is_the_town(resolver):
    assert resolver.resolve("Old City of Damascus", ["Damascus governorate"]).place_ids == (
        "geonames:170654",
    )
    assert resolver.resolve("Raqqa National Hospital").precision == "near"


def test_ta_marbuta_inside_a_name_sounds_or_not(resolver):
    one = resolver.resolve("Ma'arrat Misrin", ["Idlib governorate"])
    assert one.place_ids == resolver.resolve("Maarra Misrin", ["Idlib governorate"]).place_ids != ()


def test_an_air_base_is_known_without_the_word_for_its_kind(resolver):
    answer = resolver.resolve("Kuweires")
    assert (answer.place_ids, answer.precision) == (("airport:OS66",), "site")
    # Not where a town is called so.
    assert resolver.resolve("Hama").precision == "settlement"


@pytest.mark.parametrize("given", [["Aton"], "Aton", pd.DataFrame({"place_words": ["Aton"]}), None])
def test_what_holds_no_names_is_said(given):
    with pytest.raises(InputError, match="geocode takes a Series of names, a table with a column"):
        geocode(given)
