import csv
import json

import pytest
import shapely

import geodata
from mapper.errors import GazetteerError
from mapper.gazetteer import Gazetteer, load
from mapper.gazetteer.gazetteer import Part
from mapper.gazetteer.records import Record
from mapper.gazetteer.segment import Segment
from mapper.model import Precision


@pytest.fixture(scope="module")
def gazetteer():
    return load()


@pytest.mark.parametrize(
    ("spellings", "place_id"),
    [
        (
            ["Khmeimim", "Hmeimim", "Hmeymim", "حميميم", "Khmeimim Russian military base"],
            "airport:OSLK",
        ),
        (["Baniyas", "Banias", "بانياس"], "geonames:171830"),
        (["Latakia", "Lattakia", "al-Ladhiqiyah", "Lattaquié", "اللاذقية"], "geonames:173576"),
        (["Lebanon", "لبنان", "Liban"], "country:LB"),
        (["Deir Ezzor", "Deir ez-Zor", "دير الزور", "Dayr az Zawr"], "geonames:170794"),
    ],
)
def test_spellings_of_one_place_lead_to_it(gazetteer, spellings, place_id):
    for spelling in spellings:
        assert gazetteer.search(spelling, limit=1)[0].place.place_id == place_id, spelling


def test_every_place_can_be_shown_and_every_member_exists(gazetteer):
    for record in gazetteer.records:
        for member in record.members:
            assert member in gazetteer
        if record.kind != "country":
            assert gazetteer.geometry(record.place_id) is not None, record.place_id


def test_an_unknown_place_names_the_way_out(gazetteer):
    with pytest.raises(GazetteerError, match="gazetteer add"):
        gazetteer["wof:1"]


def test_no_packaged_town_stands_in_a_wrong_governorate():
    features = json.loads(geodata.path("adm1").read_text(encoding="utf-8"))["features"]
    shapes = {
        f["properties"]["adm1_pcode"]: shapely.from_geojson(json.dumps(f["geometry"]))
        for f in features
    }
    with geodata.path("places").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            point = shapely.Point(float(row["lon"]), float(row["lat"]))
            assert shapes[row["adm1_pcode"]].distance(point) < 0.02, row


def test_seats_of_districts_lie_in_them(gazetteer):
    seats = [record for record in gazetteer.records if record.kind == "adm2_seat"]
    assert len(seats) > 40
    for seat in seats:
        assert seat.adm2, seat


def test_a_listed_village_stands_for_its_sub_district(gazetteer):
    village = gazetteer["village:al-mukhtariyah"]
    assert village.precision is Precision.ADM3
    assert gazetteer.geometry(village.place_id).area > 0
    assert village.adm1_pcode == "SY06"


def test_the_coast_is_the_two_governorates(gazetteer):
    zone = gazetteer.geometry("zone:syrian-coast")
    parts = [gazetteer.geometry("adm1:SY06"), gazetteer.geometry("adm1:SY10")]
    assert zone.area == pytest.approx(sum(part.area for part in parts), rel=0.01)


def test_a_report_in_english(gazetteer):
    text = "Hundreds fled Syria's coastal region; some reached the Hmeimim base, others neighbouring Lebanon."
    found = [(m.words, m.place_ids[0]) for m in gazetteer.find(text, "en")]
    assert found == [
        ("Syria's coastal region", "zone:syrian-coast"),
        ("Hmeimim", "airport:OSLK"),
        ("Lebanon", "country:LB"),
    ]


def test_a_report_in_arabic_with_joined_prefixes(gazetteer):
    text = "نزحت عائلات من بانياس وباللاذقية إلى لبنان عبر الحدود اللبنانية"
    found = gazetteer.find(text, "ar")
    assert [text[m.start : m.end] for m in found] == [m.words for m in found]
    assert [m.place_ids[0] for m in found] == [
        "geonames:171830",
        "geonames:173576",
        "country:LB",
        "border:SY-LB",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Alawites and Syrians spoke to a UK-based monitor.",
        "The media has more news. Ali and Hassan were there on Friday.",
        "قال علويون إن قوات الأمن دخلت بعد الظهر",
    ],
)
def test_peoples_and_common_words_are_no_places(gazetteer, text):
    assert gazetteer.find(text) == []


@pytest.fixture(scope="module")
def villages():
    kinds = [("War", "حرب"), ("Shah", "شاه"), ("Kedra", "قدرة"), ("Sumeh", "لجأ")]
    records = [
        Record(f"x:{number}", latin, "settlement", 10.0 + number, 20.0, "XX", names=[arabic])
        for number, (latin, arabic) in enumerate(kinds)
    ]
    return Gazetteer([Part(records, Segment.of(records), {})])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The war went on. War is war.", []),
        ("The Sultan Suleiman Shah Brigade came.", []),
        ("Shah was shelled.", ["Shah"]),
        ("They left the village of Kedra, near Sumeh.", ["Kedra", "Sumeh"]),
        ("they saw kedra", []),
        ("In Kedra, three died", ["Kedra"]),
        ("ولجأ الناس إلى المدرسة", []),
        ("في قرية قدرة", ["قدرة"]),
        ("قصفت قرية قدرة وشاه", ["قدرة", "شاه"]),
    ],
)
def test_a_small_place_counts_only_where_the_text_makes_it_a_place(villages, text, found):
    assert [mention.words for mention in villages.find(text)] == found


def test_a_preposition_is_no_article(gazetteer):
    (mention,) = gazetteer.find("They fled to Akkar in northern Lebanon.")[1:]
    assert mention.words == "northern Lebanon"


@pytest.mark.parametrize(
    "text",
    [
        "قال في تقرير حول العائدين",
        "وبحسب ورقة من الوزارة، زيارة الوفد",
        "السوداء، عودة اللاجئين",
        "في حصيلة جديدة للاشتباكات",
        "في السابع من تشرين الأول",
    ],
)
def test_arabic_words_that_only_look_like_a_name_are_no_places(gazetteer, text):
    assert [mention.words for mention in gazetteer.find(text, "ar")] == []


def test_a_list_of_villages_goes_on_behind_a_comma(gazetteer):
    found = gazetteer.find("في لبنان وتركيا، مصر والأردن", "ar")
    assert [mention.words for mention in found] == ["لبنان", "تركيا", "مصر", "الأردن"]
