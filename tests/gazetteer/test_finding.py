"""Names in running text: where one begins, how far it goes, and how long the search takes."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.gazetteer import Gazetteer
from mapper.gazetteer.beginnings import Beginnings
from mapper.gazetteer.gazetteer import Part
from mapper.gazetteer.records import Record
from mapper.gazetteer.segment import Segment

_TOWNS = {
    "Redford": ("ريدفورد",),
    "Deir ez-Zamar": ("دير الزمر",),
    "Ain al-Hilwa Bridge": ("جسر عين الحلوة",),
    "Greenhill": ("التل الأخضر",),
}


@pytest.fixture(scope="module")
def towns():
    records = [
        Record(f"xxa:{number}", name, "adm2_seat", 0.0, 0.0, country="XXA", names=list(names))
        for number, (name, names) in enumerate(_TOWNS.items())
    ]
    records.append(
        Record("xxa:coast", "the Examplian coast", "zone", 0.0, 0.0, names=["coastal Examplia"])
    )
    return Gazetteer([Part(records, Segment.of(records), {})])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They left Deir Zamar, Deir ez-Zamar and DEIR EZ ZAMAR.", ["Deir Zamar", "Deir ez-Zamar", "DEIR EZ ZAMAR"]),
        ("Redford’s mayor spoke of Redford's dead", ["Redford", "Redford"]),
        ("at the Ain Hilwa bridge", ["Ain Hilwa bridge"]),
        ("Deir, ez-Zamar. Deir\n\nZamar", []),
        ("Deir\nez-Zamar", ["Deir\nez-Zamar"]),
        ("redford and the examplian coast", ["the examplian coast"]),
        ("the Examplian Coast’s towns", ["the Examplian Coast"]),
        ("وبدير الزمر وفي التل الأخضر", ["دير الزمر", "التل الأخضر"]),
        ("بالتل الأخضر وبريدفورد", ["التل الأخضر", "ريدفورد"]),
        ("للتل الأخضر", ["تل الأخضر"]),
        ("و دير الزمر", ["دير الزمر"]),
        ("دَيْر الزَّمَر", ["دَيْر الزَّمَر"]),
        ("Redford/Greenhill", ["Redford", "Greenhill"]),
    ],
)  # fmt: skip
def test_names_are_found_as_written(towns, text, words):
    assert [mention.words for mention in towns.find(text)] == words


@given(
    st.lists(
        st.sampled_from(
            [
                *"و،,.'’-ـ \n",
                "Deir",
                "ez",
                "Zamar",
                "the",
                "ال",
                "ب",
                "دير",
                "الزمر",
                "’s",
                "½",
                "ء",
            ]
        )
    )
)
def test_mentions_are_the_text_between_their_offsets_in_order(towns, pieces):
    text = "".join(pieces)
    end = 0
    for mention in towns.find(text):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.words
        end = mention.end


def test_words_forgotten_are_worked_out_again(monkeypatch):
    monkeypatch.setattr("mapper.gazetteer.beginnings._MOST", 2)
    known = Beginnings(["deir zamar"])
    assert [bool(known[word].beginnings) for word in ("Deir", "a", "b", "c", "Deir")] == [
        True, False, False, False, True,
    ]  # fmt: skip
    assert len(known) <= 2


@pytest.mark.parametrize("piece", ["Deir ez ", "Redford ", "دير ال", "word ", "a.", "x" * 9])
def test_twice_the_text_takes_no_more_than_some_twice_the_time(towns, piece):
    def seconds(times):
        text = piece * times
        started = time.process_time()
        towns.find(text)
        return time.process_time() - started

    seconds(1_000)
    assert min(seconds(4_000) for _ in range(3)) < 8 * min(seconds(1_000) for _ in range(3)) + 0.05
