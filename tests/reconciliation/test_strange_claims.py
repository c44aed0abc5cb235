"""What nobody should write, and somebody will: nothing is lost, nothing vanishes, nothing breaks."""

import pytest

from mapper.errors import InputError, TableError
from mapper.reconciliation import accounted, explain, flows, opened, reconcile, series, totals
from mapper.schema import CLAIMS, conform

SAID = {
    "voice": "Example Monitor",
    "measure": "killed",
    "kind": "cumulative",
    "unit": "person",
    "qualifier": "exact",
    "group": "civilians",
    "place_id": "xx:town",
    "place_name": "Sampletown",
    "precision": "settlement",
    "period_start": "2031-03-07",
    "period_end": "2031-03-08",
    "published": "2031-03-09",
}


def claim(name, number, **more):
    bounds = dict.fromkeys(("count_low", "count_best", "count_high"), number)
    return {**SAID, "claim_id": name, **bounds, **more}


def deaths(*rows):
    """Reconcile; every claim must be in an incident, or be refused with a reason, and be explained."""
    books = opened(conform(list(rows), CLAIMS))
    found = reconcile(books)
    where = accounted(books, found, flows(books))
    assert (where["incidents"].notna() | where["not_used_because"].notna()).all()
    assert len(totals(books)) <= len(rows)
    assert len(series(books)) <= len(rows)
    for row in rows:
        assert row["claim_id"] in explain(row["claim_id"], books)
    return found[["deaths_low", "deaths_high"]].values.tolist()


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([claim("a", 42), claim("b", 30, supersedes="a")], [[30, 30]]),
        (
            [claim("a", 42), claim("b", 30, supersedes="a"), claim("c", 35, supersedes="b")],
            [[35, 35]],
        ),
        ([claim("a", 5, supersedes="b"), claim("b", 7, supersedes="a")], [[5, 5]]),
        ([claim("a", 42), claim("b", 30, supersedes="a", verification="retracted")], [[42, 42]]),
        ([claim("a", 42, verification="retracted"), claim("b", 30, supersedes="a")], [[30, 30]]),
        ([claim("a", 5, same_as="b"), claim("b", 5, same_as="a")], [[5, 5]]),
        ([claim("a", 5), claim("b", 9, same_as="a", supersedes="a")], [[5, 5]]),
        (
            [
                claim("a", 5),
                claim("b", 6, supersedes="a"),
                claim("c", 7, same_as="b"),
                claim("d", 8, supersedes="c"),
                claim("e", 9, same_as="d", place_id="xx:other"),
            ],
            [[8, 8]],
        ),
        ([claim("a", 5), claim("b", 6, same_as="a"), claim("c", 7, same_as="b")], [[5, 5]]),
        ([claim("a", 5, contained_in="a", same_as="a", supersedes="a")], [[5, 5]]),
        (
            [claim("a", 5), claim("b", 9, place_id="xx:other", supersedes="a")],
            [[9, 9]],
        ),
    ],
)
def test_what_sources_say_of_their_figures_leaves_one_that_stands(rows, wanted):
    assert deaths(*rows) == wanted


def test_a_figure_that_cannot_be_one_is_kept_and_not_used():
    upside_down = {**claim("b", 5), "count_low": 9, "count_high": 3}
    assert deaths(claim("a", -5), upside_down) == []
    where = accounted(conform([claim("a", -5), upside_down], CLAIMS))
    assert where["not_used_because"].tolist() == [
        "its count is below zero",
        "its low, best and high do not rise",
    ]


def test_a_ring_of_wholes_is_cut():
    ring = [
        claim("a", 5, contained_in="b"),
        claim("b", 7, place_id="xx:u", contained_in="c"),
        claim("c", 9, place_id="xx:v", contained_in="a"),
    ]
    assert sorted(deaths(*ring)) == [[5, 5], [7, 7], [9, 9]]


def test_one_claim_and_no_count_and_no_claim():
    assert deaths(claim("a", 5)) == [[5, 5]]
    assert len(deaths({**SAID, "claim_id": "a"}, {**SAID, "claim_id": "b"})) == 1
    assert deaths() == []


def test_two_claims_of_one_id_are_refused_in_one_line():
    with pytest.raises(TableError, match="claim_id 'a' stands there twice"):
        opened(conform([claim("a", 5), claim("a", 6)], CLAIMS))


@pytest.mark.parametrize("kind", ["cumulative", "flow", "delta"])
def test_a_thousand_of_one_voice_place_and_day_are_one_incident(kind):
    rows = [claim(f"c{n:05}", n % 97 + 1, kind=kind) for n in range(1_000)]
    found = reconcile(conform(rows, CLAIMS))
    assert len(found) == 1
    assert found["deaths_high"].iloc[0] <= 97


def test_two_incidents_of_one_scope_have_ids_of_their_own():
    import pandas as pd

    from mapper.reconciliation.incidents import _ids

    scope = {"voice": "v", "place_key": "p", "group_key": "g", "kind": "flow", "lone": ""}
    days = {"start": 1.0, "spell_end": 1.0, "row_key": None}
    told = pd.DataFrame(
        [{**scope, **days, "incident": number, "claim_id": f"c{number}"} for number in (0, 1)]
    )
    assert _ids(told).is_unique
    assert _ids(told).equals(_ids(told[::-1]))


def test_days_that_run_backwards_are_told_and_not_used():
    backwards = claim("a", 5, period_start="2031-03-09", period_end="2031-03-07")
    assert deaths(backwards) == []
    where = accounted(conform([backwards], CLAIMS))
    assert where["not_used_because"].tolist() == ["its last day lies before its first"]


def test_a_voice_to_follow_must_say_something():
    claims = conform([claim("a", 5)], CLAIMS)
    with pytest.raises(InputError, match=r"'Nobody' says nothing .* those who do: Example Monitor"):
        reconcile(claims, rule="voice", voice="Nobody")
    assert reconcile(claims, rule="voice", voice="the Example Monitor")["deaths_best"].tolist() == [
        5
    ]
    for wrong in ({"rule": "voice"}, {"voice": "Example Monitor"}):
        with pytest.raises(InputError, match="rule '"):
            reconcile(claims, **wrong)


def test_an_old_figure_passed_on_late_replaces_nothing():
    dayless = {"period_end": None}
    rows = [
        claim("a", 745, **dayless, published="2031-03-08"),
        claim("b", 1383, **dayless, published="2031-03-12"),
        claim("c", 745, **dayless, published="2031-03-13", relay="Paper B"),
    ]
    assert deaths(*rows) == [[1383, 1383]]
    # So many sheltering again some days later is another count of those who are there.
    stock = [row | {"kind": "stock", "measure": "sheltering"} for row in rows]
    said = series(conform(stock, CLAIMS))
    assert said["count_best"].tolist() == [745, 1383, 745]
    assert said["standing"].tolist()[-1] == "stands"
