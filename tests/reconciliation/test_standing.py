"""Series and supersession: a later figure of one voice replaces, and is never added."""

import numpy as np
import pandas as pd
import pytest

from mapper.reconciliation import disagreement, opened, reconcile, series, totals
from mapper.reconciliation.disagreement import _inside_another
from mapper.schema import CLAIMS, conform

SAID = {
    "voice": "SOHR",
    "measure": "killed",
    "kind": "cumulative",
    "unit": "person",
    "qualifier": "exact",
    "group": "civilians",
    "place_words": "Examplia coast",
    "period_start": "2025-03-06",
}


def claims(*rows):
    return conform([{**SAID, **row} for row in rows], CLAIMS)


def first_and_later():
    return claims(
        {"claim_id": "a", "count_best": 745, "published": "2025-03-08"},
        {"claim_id": "b", "count_best": 1383, "published": "2025-03-12"},
    )


def test_a_later_figure_supersedes_and_is_not_added():
    incidents = reconcile(first_and_later())
    assert incidents["deaths_best"].tolist() == [1383]
    assert incidents["claims"].tolist() == ["a|b"]
    assert "b replaces a" in incidents["reasons"].iloc[0]


def test_the_value_as_of_a_day_is_the_latest_published_by_then():
    for day, value in (("2025-03-10", 745), ("2025-03-13", 1383)):
        assert totals(first_and_later(), as_of=day)["count_best"].tolist() == [value]


def test_what_was_known_then_and_what_a_figure_counts_up_to_are_two_days():
    late = {"claim_id": "a", "count_best": 745, "as_of": "2025-03-08", "published": "2025-03-12"}
    table = claims(late)
    row = totals(table).iloc[0]
    assert (str(row["as_of"].date()), str(row["counts_to"].date())) == ("2025-03-12", "2025-03-08")
    assert totals(table, as_of="2025-03-11").empty
    assert len(totals(table, as_of="2025-03-12")) == 1


def test_nothing_published_by_then_is_no_row_not_a_zero():
    assert totals(first_and_later(), as_of="2025-03-01").empty


def test_a_fall_is_shown_as_a_revision():
    table = claims(
        {"claim_id": "a", "count_best": 90, "published": "2025-03-08"},
        {"claim_id": "b", "count_best": 80, "published": "2025-03-12"},
    )
    assert series(table)["change"].tolist() == ["first", "revision: fell by 10"]


def test_todays_new_is_a_delta_and_kept_apart():
    table = claims(
        {"claim_id": "a", "count_best": 1383, "published": "2025-03-12"},
        {
            "claim_id": "b",
            "kind": "delta",
            "count_best": 158,
            "published": "2025-03-12",
            "period_start": "2025-03-12",
            "period_end": "2025-03-12",
        },
    )
    out = series(table).set_index("claims")
    assert out.loc["b", "change"].startswith("delta")
    assert totals(table)["count_best"].tolist() == [1383]


def test_two_publishers_of_one_voice_are_one_voice():
    table = claims(
        {"claim_id": "a", "count_best": 745, "published": "2025-03-08", "relay": "BBC News"},
        {
            "claim_id": "b",
            "count_best": 745,
            "published": "2025-03-08",
            "relay": "Reuters",
            "voice": "the Syrian Observatory for Human Rights",
        },
    )
    incident = reconcile(table).iloc[0]
    assert (incident["voices"], incident["grade"], incident["deaths_high"]) == ("SOHR", "weak", 745)
    assert len(series(table)) == 1


@pytest.mark.parametrize(
    ("voices", "told"),
    [
        (["SOHR", "a war monitor"], ["SOHR"]),
        (["SOHR", "Example War Monitor"], ["Example War Monitor", "SOHR"]),
        (["Example War Monitor", "the monitor"], ["Example War Monitor"]),
        (["SOHR", "Example War Monitor", "a monitoring group"],
         ["Example War Monitor", "SOHR", "a monitoring group (Paper A)"]),
    ],
)  # fmt: skip
def test_a_description_is_the_only_voice_of_its_kind_that_its_report_names(voices, told):
    rows = [
        {"claim_id": f"c{n}", "voice": voice, "report_id": "r1", "relay": "Paper A", "count_best": n + 5}
        for n, voice in enumerate(voices)
    ]  # fmt: skip
    assert sorted(opened(claims(*rows)).rows["voice_name"].unique()) == told


def test_two_figures_of_one_day_are_neither_replaced_nor_added():
    day = {"kind": "flow", "period_start": "2025-03-07", "period_end": "2025-03-07"}
    table = claims(
        {**day, "claim_id": "a", "count_best": 5, "published": "2025-03-07"},
        {**day, "claim_id": "b", "count_best": 3, "published": "2025-03-07"},
    )
    incident = reconcile(table).iloc[0]
    assert (incident["deaths_low"], incident["deaths_high"]) == (3, 5)
    assert "a correction, or two events" in incident["reasons"]
    assert series(table)["standing"].tolist() == ["stands", "stands"]
    later = claims(
        {**day, "claim_id": "a", "count_best": 5, "published": "2025-03-07"},
        {**day, "claim_id": "b", "count_best": 3, "published": "2025-03-08"},
    )
    assert reconcile(later)["deaths_high"].tolist() == [3]


def test_a_hospital_a_mayor_a_monitor_and_a_ministry_are_one_incident():
    day = {"kind": "flow", "period_start": "2025-03-07", "period_end": "2025-03-07"}
    table = claims(
        {**day, "claim_id": "a", "count_best": 12, "voice": "Sampletown Hospital"},
        {**day, "claim_id": "b", "count_low": 10, "qualifier": "at_least", "voice": "Mayor Doe"},
        {**day, "claim_id": "c", "count_best": 12, "relay": "Paper A"},
        {**day, "claim_id": "d", "count_best": 12, "relay": "Paper B"},
        {**day, "claim_id": "e", "count_best": 20, "voice": "Syrian Ministry of Defence"},
    )
    incidents = reconcile(table)
    assert len(incidents) == 1
    one = incidents.iloc[0]
    assert (one["deaths_low"], one["deaths_best"]) == (10, 12)
    assert one["grade"] == "fair"
    assert one["voices"] == "Mayor Doe|SOHR|Sampletown Hospital"


def test_the_title_speaks_of_those_killed():
    day = {"kind": "flow", "period_start": "2025-03-07", "period_end": "2025-03-07"}
    table = claims(
        {**day, "claim_id": "a", "measure": "injured", "count_best": 6, "group": "others"},
        {**day, "claim_id": "b", "count_best": 14, "group": "others"},
    )
    one = reconcile(table).iloc[0]
    assert one["title"].startswith("14 others reported killed, Examplia coast, 7 March 2025")
    assert one[["deaths_best", "injured_best"]].tolist() == [14, 6]


def of_day(name, voice, number, day, **more):
    return {
        "claim_id": name,
        "voice": voice,
        "count_low": number,
        "count_best": number,
        "count_high": number,
        "period_end": day,
        **more,
    }


def test_an_earlier_running_total_that_a_later_one_has_passed_widens_nothing():
    early = of_day("a", "SNHR", 100, "2025-03-09", count_high=None, qualifier="at_least")
    table = claims(early, of_day("b", "SOHR", 1383, "2025-03-12"))

    found = reconcile(table)
    assert found[["deaths_low", "deaths_best", "deaths_high"]].to_numpy().tolist() == [[1383] * 3]
    assert "a counts fewer days than b, a later total" in found["reasons"].iloc[0]
    shown = disagreement(table, "Examplia coast", group="civilians")
    assert (shown.low, shown.high) == (1383, 1383)


def test_a_later_running_total_that_is_lower_is_a_rival():
    table = claims(of_day("a", "SCM", 732, "2025-03-10"), of_day("b", "SOHR", 683, "2025-03-12"))
    shown = disagreement(table, "Examplia coast", group="civilians")
    assert (shown.low, shown.high) == (683, 732)
    assert "fewer days" not in reconcile(table)["reasons"].iloc[0]


def test_two_totals_of_one_day_are_rivals_however_unlike():
    table = claims(of_day("a", "SNHR", 100, "2025-03-11"), of_day("b", "SOHR", 140, "2025-03-12"))
    shown = disagreement(table, "Examplia coast", group="civilians")
    assert (shown.low, shown.high) == (100, 140)


def test_a_partys_later_total_passes_nobodys():
    own = of_day("b", "Ministry of Defence", 900, "2025-03-12")
    found = reconcile(claims(of_day("a", "SNHR", 700, "2025-03-10"), own))
    assert found[["deaths_low", "deaths_best", "deaths_high"]].to_numpy().tolist() == [
        [700, 700, 900]
    ]


def _spell(name, count, end, published, **more):
    return {
        "claim_id": name, "voice": "SOHR", "measure": "killed", "kind": "flow", "unit": "person",
        "count_best": count, "qualifier": "exact", "group": "civilians", "place_words": "the coast",
        "period_start": "2031-03-06", "period_end": f"2031-03-{end:02}", "published": f"2031-03-{published}",
        **more,
    }  # fmt: skip


def test_a_closed_period_that_goes_on_is_one_series():
    told = series(conform([_spell("a", 745, 8, 10), _spell("b", 1383, 12, 13)], CLAIMS))
    assert told["standing"].tolist() == ["superseded by b", "stands"]
    assert told["change"].tolist() == ["first", "rise: 638"]


@pytest.mark.parametrize(
    "later",
    [
        _spell("b", 600, 12, 13),  # a smaller figure contradicts the first and continues nothing
        _spell("b", 1383, 12, 13, period_start="2031-03-07"),
        _spell("b", 1383, 12, 10),  # said at once: a part and its whole
        _spell("b", 1383, 12, 13, voice="SCM"),
        _spell("b", 1383, 12, 13, place_words="the hills"),
        _spell("b", 1383, 12, 13, source_schema="acled", claim_id="acled:1:killed"),
    ],
)
def test_other_closed_periods_stand_for_themselves(later):
    told = series(conform([_spell("a", 745, 8, 10), later], CLAIMS))
    assert set(told["standing"]) == {"stands"}


def test_a_single_day_is_not_continued_by_a_longer_period():
    told = series(conform([_spell("a", 5, 6, 10), _spell("b", 12, 8, 13)], CLAIMS))
    assert set(told["standing"]) == {"stands"}


def test_what_lies_inside_another_spell_is_found_without_looking_at_all_pairs():
    rng = np.random.default_rng(0)
    for _ in range(100):
        number = rng.integers(1, 9)
        start = rng.integers(0, 5, number).astype("float64")
        rows = pd.DataFrame(
            {
                "voice": rng.choice(["a", "b"], number),
                "start": start,
                "end": start + rng.integers(0, 4, number),
                "counts_to": np.nan,
                "known": np.nan,
                "current": rng.random(number) < 0.7,
                "scope": rng.integers(0, 4, number),
            }
        )
        held = [
            one.Index
            for one in rows.itertuples()
            if any(
                other.voice == one.voice
                and other.current
                and other.scope != one.scope
                and other.start <= one.start
                and other.end >= one.end
                and other.end - other.start > one.end - one.start
                for other in rows.itertuples()
            )
        ]
        assert _inside_another(rows) == held


def test_a_verified_figure_goes_before_an_exact_one():
    exact = _spell("a", 7, 6, 10)
    verified = _spell("b", 9, 6, 10, voice="SNHR", qualifier="at_least", verification="verified")
    assert reconcile(conform([exact, verified], CLAIMS))["deaths_best"].tolist() == [9]
    unsure = {**verified, "verification": None}
    assert reconcile(conform([exact, unsure], CLAIMS))["deaths_best"].tolist() == [7]
