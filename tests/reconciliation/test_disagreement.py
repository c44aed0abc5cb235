"""What voices say of one place side by side: who stands on one axis, and how far apart they are."""

import pytest
import shapely

from mapper.errors import InputError
from mapper.reconciliation import disagreement
from mapper.schema import CLAIMS, conform

SAID = {"measure": "killed", "kind": "cumulative", "unit": "person", "qualifier": "exact",
        "group": "civilians", "place_words": "Sampletown", "period_start": "2031-03-06",
        "period_end": "2031-03-09", "published": "2031-03-10"}  # fmt: skip


def claim(voice, number, **more):
    bounds = dict.fromkeys(("count_low", "count_best", "count_high"), number)
    return {**SAID, "claim_id": f"{voice} {number}", "voice": voice, **bounds, **more}


def shown(*rows, place="Sampletown", **asked):
    return disagreement(conform(list(rows), CLAIMS), place, **asked)


def test_the_envelope_is_of_independent_voices_and_open_where_one_is():
    rows = claim("Monitor", 60), claim("Network", 80)
    found = shown(*rows)
    assert (found.low, found.high) == (60, 80)
    assert found.notes == (
        "low and high are of different voices; a sum of them is nobody's figure",
    )
    assert shown(claim("Monitor", 60)).notes == ()
    relay = {**claim("Monitor", 60), "claim_id": "relay", "relay": "Paper B"}
    assert len(shown(*rows, relay).voices) == len(rows)
    least = claim("Centre", 70, qualifier="at_least", count_high=None)
    assert (shown(*rows, least).low, shown(*rows, least).high) == (60, None)


def test_a_party_can_only_raise_the_highest():
    party = "Ministry of Defence"
    for number, ends in ((5, (60, 60)), (90, (60, 90))):
        found = shown(claim("Monitor", 60), claim(party, number))
        assert (found.low, found.high) == ends


def test_other_people_and_one_days_news_stand_apart():
    news = claim("Monitor", 5, kind="delta", period_start="2031-03-09")
    found = shown(claim("Monitor", 60), claim("Network", 7, group="soldiers"), news)
    assert (found.low, found.high) == (60, 60)
    by = found.voices.set_index("claim_id")
    assert by["comparable"].to_dict() == {
        "Monitor 60": True,
        "Monitor 5": False,
        "Network 7": False,
    }
    assert by.loc["Network 7", "note"].endswith("than “civilian”: not on one axis")
    everybody = shown(claim("Monitor", 60, group=""), claim("Network", 7), group="")
    assert everybody.voices["note"].iloc[-1].endswith("than “everybody”: not on one axis")
    assert "figures of other populations stand apart: civilians, soldiers" in found.notes


def test_a_day_of_many_is_a_part_and_narrows_nothing():
    day = {"kind": "flow", "period_start": "2031-03-07", "period_end": "2031-03-07"}
    found = shown(claim("Monitor", 60), claim("Monitor", 8, **day), claim("Network", 70))
    assert (found.low, found.high) == (60, 70)
    part = "a part of another figure of this voice"
    assert found.voices.set_index("claim_id").loc["Monitor 8", "note"] == part
    # Nobody knows how far a total without a last day, of a report without one, reaches.
    endless = claim("Monitor", 60, period_end=None, published=None)
    found = shown(endless, claim("Monitor", 8, **day), claim("Network", 70))
    assert found.voices.set_index("claim_id").loc["Monitor 8", "note"] == part


def test_only_what_lies_in_the_days_asked_for_and_was_known_by_then_is_shown():
    late = claim("Network", 80, period_end="2031-03-20", published="2031-03-21")
    rows = claim("Monitor", 60), late, claim("Centre", 9, period_start="2031-03-01")
    assert shown(*rows, end="2031-03-09", start="2031-03-06").high == 60
    assert shown(*rows, as_of="2031-03-10", start="2031-03-02").high == 60
    assert shown(*rows, start="2031-03-06").high == 80
    assert shown(*rows).voices["voice"].tolist() == ["Centre", "Monitor", "Network"]


def test_a_place_is_asked_for_by_its_name_its_id_or_its_words_in_any_order():
    both = claim(
        "Monitor", 60, place_words="Aton|Beton", place_id="xx:a|xx:b", place_name="A and B"
    )
    for place in ("Aton|Beton", "Beton|Aton", "aton|beton", "xx:a|xx:b", "A and B"):
        assert shown(both, place=place).low == 60
    # One area under two names is one place.
    area = {"precision": "zone", "geometry": shapely.box(20, 10, 21, 11)}
    coast = claim("Network", 70, place_id="xx:coast", place_name="the coast", **area)
    for place in ("the coast", "A and B"):
        found = shown(coast, both | area, place=place)
        assert (found.low, found.high) == (60, 70)
    with pytest.raises(InputError, match=r"nobody says how many were injured in 'Sampletown'"):
        shown(claim("Monitor", 60), measure="injured")


def test_without_a_group_the_one_most_voices_speak_of_is_compared():
    rows = claim("Monitor", 60), claim("Network", 70), claim("Centre", 7, group="soldiers")
    assert (shown(*rows).low, shown(*rows).high) == (60, 70)
    assert (shown(*rows, group="soldiers").low, shown(*rows, group="soldiers").high) == (7, 7)
