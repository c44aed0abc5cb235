from mapper.reconciliation import reconcile
from mapper.schema import CLAIMS, conform, split


def said(claim_id, number, group, place="xx:town", end="2031-03-08"):
    return {
        "claim_id": claim_id,
        "voice": "Example Monitor",
        "measure": "killed",
        "kind": "cumulative",
        "unit": "person",
        "count_low": number,
        "count_best": number,
        "count_high": number,
        "qualifier": "exact",
        "group": group,
        "period_start": "2031-03-06",
        "period_end": end,
        "published": end,
        "place_id": place,
        "place_name": place,
        "precision": "settlement",
    }


def test_children_of_a_town_are_held_by_its_civilians_and_by_all_children():
    claims = [
        said("town", 60, "civilians"),
        said("young", 5, "children"),
        said("all-young", 396, "children", "xx:country", "2031-08-06"),
    ]
    claims[-1] |= {"precision": "country", "country": "XXA"}
    for claim in claims[:2]:
        claim["country"] = "XXA"

    incidents = reconcile(conform(claims, CLAIMS)).set_index("claims")

    wholes = split(incidents.loc["young", "contained_in"])
    assert incidents.loc["town", "incident_id"] in wholes


def test_two_equal_figures_do_not_hold_each_other():
    claims = conform([said("a", 60, "civilians"), said("b", 60, "civilians", "xx:other")], CLAIMS)

    incidents = reconcile(claims)

    assert incidents["contained_in"].isna().all()


def test_the_killed_of_a_figure_of_casualties_are_counted_among_the_killed():
    casualties = said("all", 60, "civilians") | {"measure": "casualties"}
    killed = said("dead", 20, "civilians") | {"contained_in": "all"}

    incidents = reconcile(conform([casualties, killed], CLAIMS))

    [row] = incidents[incidents["claims"].str.contains("dead")].to_dict("records")
    assert row["deaths_best"] == 20
    assert incidents["contained_in"].isna().all()
