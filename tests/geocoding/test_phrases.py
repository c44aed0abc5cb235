import pytest

import geodata
from mapper.geocoding.phrases import phrase_of

SAID = [
    (row["relation"], row["position"], words)
    for row in geodata.rows("relation_words")
    for words in row["words"].split("|")
]


@pytest.mark.parametrize(("relation", "position", "words"), SAID)
def test_every_word_for_a_relation_is_read(relation, position, words):
    town = "Jableh" if words.isascii() else "جبلة"
    if relation in ("between", "road", "and") or words == "of":
        pytest.skip("it takes two ends, or a kind before it")
    if position == "infix":
        phrase = phrase_of(f"{town} {words} {town}")
        assert phrase.holders == (town,)
        assert phrase.beside == ("" if relation == "in" else relation)
    elif position == "after" and relation not in ("near", "countryside"):
        assert phrase_of(f"ريف {town} {words}").side == relation
    elif relation in ("near", "countryside") or words.endswith(" of") or not words.isascii():
        phrase = phrase_of(f"{words} {town}" if position == "before" else f"{town} {words}")
        assert town in phrase.names
        assert phrase.relation
    else:
        # "Eastern X" may be a name.
        assert phrase_of(f"{words} {town}").names == (f"{words} {town}",)


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("the road between Homs and Palmyra", ("Homs", "Palmyra")),
        ("Homs-Palmyra highway", ("Homs", "Palmyra")),
        ("بين حمص وتدمر", ("حمص", "تدمر")),
    ],
)
def test_what_lies_between_two_ends_has_both(words, ends):
    phrase = phrase_of(words)
    assert (phrase.names[0], phrase.other) == ends


@pytest.mark.parametrize("words", ["مدينة Jableh، Latakia", "town جبلة, Latakia"])
def test_the_kind_may_be_said_in_the_other_script(words):
    phrase = phrase_of(words)
    assert (phrase.kind, phrase.holders) == ("settlement", ("Latakia",))
    assert phrase.names[0] in ("Jableh", "جبلة")
