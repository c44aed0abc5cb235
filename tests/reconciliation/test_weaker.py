""" "Hundreds" beside 745 is the weaker statement of one figure, not a second one."""

import pytest

from mapper.reconciliation import accounted, explain, flows, opened, reconcile, series, totals
from mapper.schema import CLAIMS, conform, split

SAID = {
    "voice": "Example Monitor",
    "measure": "killed",
    "kind": "cumulative",
    "unit": "person",
    "group": "civilians",
    "place_id": "xx:coast",
    "place_name": "the coast",
    "precision": "zone",
    "period_start": "2031-03-07",
    "period_end": "2031-03-08",
    "published": "2031-03-09",
}


def exact(name="exact", number=745, **more):
    bounds = dict.fromkeys(("count_low", "count_best", "count_high"), number)
    return {**SAID, "claim_id": name, "qualifier": "exact", **bounds, **more}


def vague(name="vague", low=100, words="hundreds", **more):
    said = {"qualifier": "vague", "count_words": words, "count_low": low, "count_best": low}
    return {**SAID, "claim_id": name, **said, **more}


def told(*rows):
    return conform(list(rows), CLAIMS)


@pytest.mark.parametrize(
    "more", [{}, {"kind": "flow"}, {"published": "2031-03-20"}, {"period_end": "2031-03-12"}]
)
def test_a_vague_figure_of_one_scope_is_held_as_the_weaker_statement(more):
    claims = opened(told(exact(), vague(**more)))

    table = totals(claims)
    assert table["count_best"].tolist() == [745]
    assert table["weaker"].tolist() == ["vague"]
    incident = reconcile(claims)
    assert incident["deaths_low"].tolist() == [745]
    assert incident["claims"].tolist() == ["exact|vague"]
    assert "vague says in vaguer words what exact says exactly" in incident["reasons"].iloc[0]
    said = series(claims).set_index("claims")
    assert said.loc["vague", "standing"] == "says more vaguely what exact says"
    assert said.loc["exact", "standing"] == "stands"
    assert "this says in vaguer words what “745 civilians killed, the coast," in explain(
        "vague", claims
    )
    assert accounted(claims)["incidents"].notna().all()


@pytest.mark.parametrize(
    "more",
    [
        {"voice": "Another Monitor"},
        {"group": "soldiers"},
        {"place_id": "xx:elsewhere", "place_name": "elsewhere"},
        {"measure": "injured"},
        {"low": 12, "words": "dozens"},
        {"low": 1000, "words": "thousands"},
    ],
)
def test_what_may_be_something_else_stands_for_itself(more):
    claims = told(exact(), vague(**more))
    assert totals(claims)["weaker"].isna().all()


def test_a_vague_figure_of_an_earlier_day_was_all_that_was_known_and_is_replaced():
    early = vague(period_end="2031-03-07", published="2031-03-07")
    claims = told(early, exact(period_end="2031-03-10", published="2031-03-10"))
    assert series(claims).set_index("claims").loc["vague", "standing"] == "superseded by exact"
    assert totals(claims, as_of="2031-03-08")["count_words"].tolist() == ["hundreds"]


def test_dozens_who_left_beside_sixty_are_one_flow():
    left = {"measure": "displaced", "kind": "flow", "place_role": "origin", "group": "people"}
    claims = told(exact(number=60, **left), vague(low=12, words="dozens", **left))
    moved = flows(claims)
    assert moved["count_low"].tolist() == [60]
    assert split(moved["claims"].iloc[0]) == ["exact", "vague"]


def test_one_voices_many_vague_words_cost_little():
    days = [f"2031-03-{day:02}" for day in range(7, 28)]
    rows = [
        (exact if n % 2 else vague)(f"c{n:05}", 100 + n, published=days[n % 21])
        for n in range(4_000)
    ]
    assert len(totals(told(*rows))) >= 1
