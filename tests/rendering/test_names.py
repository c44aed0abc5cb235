"""Names in both scripts, of what a page speaks of and of nothing else."""

import pytest

from mapper.rendering.names import place_names, voice_names
from mapper.schema import CLAIMS, FLOWS, conform


def test_places_have_the_name_by_which_the_tables_show_them():
    claims = conform([{"claim_id": "c", "place_id": "adm1:SY06|adm1:SY10"}], CLAIMS)
    flows = conform([{"flow_id": "f", "origin_id": "zone:syrian-coast"}], FLOWS)

    assert place_names([claims, flows]) == {
        "Latakia": "اللاذقية",
        "Tartus": "طرطوس",
        "the Syrian coast": "الساحل السوري",
    }


def test_an_id_of_a_gazetteer_that_is_not_here_has_no_name():
    claims = conform([{"claim_id": "c", "place_id": "elsewhere:1"}], CLAIMS)

    assert place_names([claims]) == {}
    assert place_names([]) == {}


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("SOHR", {"SOHR"}),
        ("local media (BBC News)", {"BBC News"}),
        ("local sources (Al Mayadeen (Arabic))", {"Al Mayadeen"}),
        ("SNHR|SOHR", {"SNHR", "SOHR"}),
        ("UNHCR; Reuters", {"UNHCR", "Reuters"}),
        ("a monitoring group (SOHR)", {"SOHR"}),  # the words before it are no name
        ("somebody", set()),
    ],
)
def test_only_known_voices_are_named_and_only_as_a_whole(cell, names):
    assert set(voice_names([cell])) == names


def test_a_long_name_has_a_short_one_and_a_short_one_is_written_out():
    centre = "Syrian Center for Media and Freedom of Expression"
    names = voice_names([centre, "SOHR", "المرصد السوري"])

    assert names[centre]["short"] == "SCM"
    assert names[centre]["full"] == centre
    assert names["SOHR"]["full"] == "Syrian Observatory for Human Rights"
    assert names["المرصد السوري"]["short"] == "SOHR"
