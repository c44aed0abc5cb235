"""How like two spellings are: pairs of one name, against pairs that share but the consonants."""

import pytest

from mapper.gazetteer.folding import bare, marked
from mapper.gazetteer.likeness import likeness

# (a name, another spelling of it, another name of the same consonants)
_TRIPLES = [
    ("Mashrafah", "Mécherfé", "Mushayrifah"),
    ("Huraybil", "حريبل", "حربل"),
    ("حربل", "Harbal", "Huraybil"),
    ("Salamiyah", "السلمية", "سلمى"),
    ("Kafr Nabl", "كفرنبل", "كفر نبيل"),
    ("Tall Tamr", "Tell Temer", "Tall Tumayr"),
    ("Khirbat al-Jawz", "خربة الجوز", "خربة الجزاء"),
    ("Jubb Abyad", "Joubb Abiad", "Jabib Ubayd"),
    ("Baniyas", "بانياس", "بينوس"),
    ("Bayt Yashut", "Beit Yachout", "Bait Yashita"),
    # Ayn and alif carry vowels; a letter twice at the seam of two words stays two letters.
    ("العوامية", "al-Awwamiyah", "العمية"),
    ("بيدر الرمل", "Baydar ar-Raml", "Badr al-Raml"),
    ("Mu`allaq", "معلق", "مالق"),
    ("وطى الخان", "Wata al-Khan", "Wat al-Khan"),
    ("سنقونس", "Sanqunis", "Sanqanus"),
    # What Arabic writes, it writes: a diminutive is another name.
    ("سودة", "Sawdah", "سويدة"),
]


@pytest.mark.parametrize(("name", "same", "other"), _TRIPLES)
def test_a_spelling_of_a_name_is_liker_than_another_name_of_its_consonants(
    name: str, same: str, other: str
) -> None:
    name, same, other = bare(name), bare(same), bare(other)
    assert likeness(name, same) > likeness(name, other)
    assert likeness(name, same) == likeness(same, name)


def test_a_letter_that_one_script_does_not_write_costs_nothing() -> None:
    assert likeness("hims", "حمص") == 1.0
    assert likeness("dayr zawr", "دير زور") > 0.97


def test_names_of_other_consonants_are_hardly_alike() -> None:
    assert likeness("hama", "طرطوس") <= 0.5
    assert likeness("", "") >= 0


@pytest.mark.parametrize(
    ("arabic", "right", "wrong"),
    [
        ("برج", "Burj", "Birāj"),
        ("برج", "Burj", "Brâj"),
        ("سمكة", "Samakah", "Sammūkah"),
        ("بدرية", "Badrīyah", "Ba‘drīyah"),
    ],
)
def test_what_a_romanization_marks_arabic_has_to_write(arabic, right, wrong):
    assert likeness(bare(arabic), marked(right)) > likeness(bare(arabic), marked(wrong))
    # Without its marks the wrong one is as good.
    assert likeness(bare(arabic), bare(wrong)) >= likeness(bare(arabic), marked(right))


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("معرة النعمان", "Ma‘arrat an Nu‘mān"),
        ("بيت ياشوط", "Bayt Yāshūţ"),
        ("آفس", "Āfis"),
        ("عين البيضا", "‘Ayn al Bayḑā’"),
        ("شعارة", "Sha`ārah"),
        ("الدالية", "Ad Dâliyé"),
    ],
)
def test_marks_that_arabic_writes_cost_nothing(arabic, latin):
    assert likeness(bare(arabic), marked(latin)) == 1.0
