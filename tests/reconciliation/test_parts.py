"""What is a part of what: in place, days, people, kind, unit and number; and what that leaves over."""

import pandas as pd
import pytest
import shapely

from mapper.errors import UnlikeFiguresError
from mapper.reconciliation import added, flows, opened, reconcile, totals
from mapper.schema import CLAIMS, conform, split

NORTH = {"place_id": "xx:north", "place_name": "North Example", "precision": "adm1",
         "adm1_pcode": "XXA1", "country": "XXA", "geometry": shapely.box(20, 10, 21, 11)}  # fmt: skip
TOWN = {"place_id": "xx:town", "place_name": "Sampletown", "precision": "settlement",
        "adm1_pcode": "XXA1", "country": "XXA", "geometry": shapely.Point(20.5, 10.5)}  # fmt: skip
SAID = {"voice": "Example Monitor", "measure": "killed", "kind": "cumulative", "unit": "person",
        "qualifier": "exact", "group": "civilians", "period_start": "2031-03-06",
        "period_end": "2031-03-09", "published": "2031-03-10"}  # fmt: skip
BOUNDS = ("count_low", "count_best", "count_high")
LATER = {"published": "2031-03-12"}


def claim(name, low, high=None, **more):
    high = low if high is None else high
    return {"claim_id": name, **SAID, **dict(zip(BOUNDS, (low, low, high), strict=True)), **more}


def whole(low=100, high=None, **more):
    return claim("whole", low, high, **{**NORTH, **more})


def part(low=30, high=None, **more):
    return claim("part", low, high, **{**TOWN, **more})


def link(*rows, column="parent"):
    """Return what the figure named part lies in."""
    books = opened(conform(list(rows), CLAIMS)).rows.set_index("claim_id")
    at = books.loc["part", column]
    return None if at < 0 else books.index[at]


@pytest.mark.parametrize(
    "change",
    [
        {},
        LATER,
        {"kind": "flow"},
        {"kind": "delta", "period_start": "2031-03-09"},
        {"period_end": "2031-03-07"},
        {"group": "women"},
        {"unit": "household"},
        {"group": "civilians from the hills"},
        {"period_start": None, "period_end": None},
        # As many people in fewer days of the same place.
        NORTH | {"kind": "flow", "period_end": "2031-03-07"} | dict.fromkeys(BOUNDS, 100),
        NORTH | {"kind": "flow"},  # fewer people of the same place and days
        {"count_high": None, "qualifier": "at_least"},
    ],
)
def test_what_lies_inside_is_a_part(change):
    assert link(whole(), part(**change)) == "whole"


@pytest.mark.parametrize(
    "change",
    [
        {"voice": "Examplian Network"},
        {"measure": "injured"},
        {"kind": "stock"},
        dict.fromkeys(BOUNDS, 101),
        {"group": "fighters"},
        {"group": ""},
        LATER | {"group": "women"},  # of whom nobody said that they were civilians
        LATER | {"unit": "household"},
        LATER | {"period_start": "2031-03-05"},
        LATER | {"period_end": "2031-03-10"},
        NORTH | {"period_end": "2031-03-07"},  # an earlier figure of one series
        TOWN | {"place_id": "xx:far", "adm1_pcode": "XXA2", "geometry": shapely.Point(25, 10)},
        NORTH | {"kind": "flow"} | dict.fromkeys(BOUNDS, 100),
    ],
)
def test_what_may_lie_elsewhere_is_no_part(change):
    assert link(whole(), part(**change)) is None


@pytest.mark.parametrize(
    ("day", "inside"),
    [({}, "whole"), ({"period_start": "2031-03-08", "period_end": "2031-03-08"}, None)],
)
def test_one_days_news_holds_news_of_that_day_alone(day, inside):
    news = {"kind": "delta", "period_start": "2031-03-09"}
    assert link(whole(**news), part(**{**news, **day})) == inside
    assert link(whole(**news), part(kind="flow", period_start="2031-03-09")) is None


def test_people_are_no_part_of_households():
    assert link(whole(unit="household"), part()) is None


def test_a_whole_without_a_day_holds_only_what_was_said_with_it():
    undated = {"period_start": None, "period_end": None, "published": None, "report_id": "r1"}
    assert link(whole(**undated), part(published=None, report_id="r1")) == "whole"
    assert link(whole(**undated), part(published=None, report_id="r2")) is None


def test_what_a_source_calls_its_total_holds_the_groups_beside_it():
    assert link(whole(group="people of the hills", total="yes"), part(group="soldiers")) == "whole"
    assert link(whole(group="people of the hills"), part(group="soldiers")) is None


def test_a_crowd_is_a_part_of_another_only_if_it_went_the_same_way():
    left = {"measure": "displaced", "kind": "flow", "origin_words": "the hills"}
    some = part(**left, destination_words="Otherland")
    assert link(whole(**left), some) == "whole"
    assert link(whole(**left, destination_words="Thirdland"), some) is None


def test_a_figure_of_another_voice_is_likely_a_part_only_of_an_area_around_it():
    other = {"voice": "Examplian Network"}
    assert link(whole(**other), part(), column="likely") == "whole"
    assert link(whole(**other), part(), column="parent") is None
    assert link(whole(), part(), column="likely") is None  # it is a part for sure
    assert link(whole(**other), part(**NORTH, kind="flow"), column="likely") is None
    site = {**TOWN, "place_id": "xx:site", "precision": "site"}
    assert link(whole(**other, **TOWN), part(**site), column="likely") is None


def test_a_source_may_say_so_itself_and_any_of_its_relays():
    far = {"place_id": "xx:far", "place_name": "Farham", "adm1_pcode": "XXA2"}
    rows = whole(), part(**far, contained_in="whole")
    assert link(*rows) == "whole"
    relay = {**part(**far), "claim_id": "a-relay", "relay": "Paper B"}
    books = opened(conform([*rows, relay], CLAIMS)).rows.set_index("claim_id")
    assert books.index[books.loc["a-relay", "parent"]] == "whole"


def split_by(*figures, places=("xx:coast", "xx:a", "xx:b")):
    rows = [
        claim(f"c{n}", figure, place_id=place, place_name=place)
        for n, (figure, place) in enumerate(zip(figures, places, strict=True))
    ]
    return opened(conform(rows, CLAIMS)).rows["because"].fillna("").tolist()


def test_a_split_by_its_own_voice_sums_exactly_to_the_total():
    assert split_by(50, 30, 20) == ["", "split", "split"]
    assert split_by(50, 30, 21) == ["", "", ""]
    assert split_by(30, 30, places=("xx:a", "xx:b")) == ["", ""]
    # Two figures of one place are no split by place.
    assert "split" not in split_by(50, 30, 20, places=("xx:coast", "xx:a", "xx:a"))


def total(*rows):
    table = totals(conform(list(rows), CLAIMS))
    found = table[table["claims"] == "whole"]
    assert len(found) == 1
    names = ("located_low", "located_high", "rest_low", "rest_high")
    return [None if pd.isna(found[name].iloc[0]) else int(found[name].iloc[0]) for name in names]


def test_the_rest_is_what_the_parts_leave_whatever_they_are():
    assert total(whole(), part()) == [30, 30, 70, 70]
    assert total(whole(100, 120), part(30, 40)) == [30, 40, 60, 90]
    open_part = part(30, qualifier="at_least", count_high=None)
    assert total(whole(), open_part) == [30, None, 0, 70]
    assert total(whole(40, 50), part(45, 60)) == [45, 60, 0, 5]


def test_parts_that_exceed_the_whole_leave_no_rest_and_are_said_to():
    other = {**TOWN, "place_id": "xx:ville", "place_name": "Ville"}
    rows = whole(50), part(30), {**part(25, **other), "claim_id": "more"}
    assert total(*rows) == [55, 55, None, None]
    table = totals(conform(list(rows), CLAIMS)).set_index("claims")
    assert table.loc["whole", "note"] == "its parts exceed the whole by 5"


@pytest.mark.parametrize(
    "change",
    [
        {"unit": "household"},
        {"kind": "delta", "period_start": "2031-03-09"},
        NORTH | {"group": "women"},
    ],
)
def test_what_is_no_finer_place_of_the_same_kind_is_not_located(change):
    assert total(whole(), part(**change)) == [None] * 4


def test_two_figures_of_one_place_and_a_place_within_another_are_counted_once():
    women = {**part(12, group="women"), "claim_id": "women"}
    assert total(whole(), part(), women) == [30, 30, 70, 70]
    district = {**NORTH, "place_id": "xx:district", "precision": "adm2", "adm2_pcode": "XXA11",
                "geometry": shapely.box(20.2, 10.2, 20.8, 10.8)}  # fmt: skip
    held = {**part(40, **district), "claim_id": "district"}
    assert total(whole(), part(), held) == [40, 40, 60, 60]


def test_figures_are_added_only_if_none_is_in_another_or_taken_back():
    def refused(*rows):
        with pytest.raises(UnlikeFiguresError) as said:
            added(conform(list(rows), CLAIMS))
        return str(said.value)

    assert "is a part of the second" in refused(whole(), part())
    assert "took it back" in refused(whole(), part(verification="retracted"))
    rounds = {"period_start": "2031-03-07", "period_end": "2031-03-09"}
    assert "both are cumulative figures of one place" in refused(
        whole(30), {**whole(40, **rounds), "claim_id": "again", "published": "2031-03-12"}
    )


def test_nothing_is_a_part_of_itself_by_a_ring_of_voices():
    """One report says that the area is a part of the town; to the other the town is in the area."""
    area = whole(contained_in="part") | dict.fromkeys(BOUNDS)
    rows = [area, part(voice="local sources")]
    found = reconcile(conform(rows, CLAIMS)).set_index("claims")
    assert split(found.loc["whole", "contained_in"]) == [found.loc["part", "incident_id"]]
    assert pd.isna(found.loc["part", "contained_in"])


@pytest.mark.parametrize("kind", ["stock", "cumulative", "delta"])
def test_unlike_kinds_are_never_one_flow(kind):
    left = {"measure": "displaced", "origin_words": "Aton", "destination_words": "Beton"}
    rows = whole(30, **left, kind="flow"), part(40, **{**NORTH, **left}, kind=kind)
    moved = flows(conform(list(rows), CLAIMS))
    assert sorted(moved["kind"]) == sorted(["flow", kind])
    assert sorted(moved["count_high"]) == [30, 40]


def test_a_part_at_the_place_of_its_whole_narrows_nothing():
    parts = [
        claim(f"part {at}", best, **NORTH, contained_in="whole") for at, best in ((1, 58), (2, 54))
    ]
    (row,) = reconcile(conform([whole(112), *parts], CLAIMS)).itertuples()
    assert (row.deaths_low, row.deaths_best, row.deaths_high) == (112, 112, 112)
    assert split(row.claims) == ["part 1", "part 2", "whole"]


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ("civilian deaths", "112 civilian deaths reported, North Example"),
        ("unknown", "112 people reported killed, North Example"),
        ("field executions", "112 field executions reported, North Example"),
        (
            "people, mostly civilians",
            "112 people, mostly civilians, reported killed, North Example",
        ),
        ("women, children and men", "112 women, children and men reported killed, North Example"),
        (
            "a baker and his sons",
            "112 people (a baker and his sons) reported killed, North Example",
        ),
    ],
)
def test_titles_read_as_sentences(group, words):
    (title,) = reconcile(conform([whole(112, group=group)], CLAIMS))["title"]
    assert title.startswith(words)


def exceeding(change):
    """Return the note of a stated total of 50 beside 30 civilians and 25 fighters, as changed."""
    civilians = {**claim("civilians", 30), **NORTH}
    fighters = {**claim("fighters", 25, group="fighters"), **NORTH, **change}
    table = totals(conform([whole(50, group="", total="yes"), civilians, fighters], CLAIMS))
    note = table.set_index("claims").loc["whole", "note"]
    return "" if pd.isna(note) else note


def test_groups_that_exceed_what_their_source_calls_its_total_are_said_to():
    assert exceeding({}) == "its parts by group exceed the whole by 5"


@pytest.mark.parametrize(
    "change",
    [
        {"group": "women"},  # who are among the civilians
        LATER,  # said another time
        TOWN,
        {"period_start": "2031-03-07"},
        {"period_end": "2031-03-08"},
    ],
)
def test_groups_that_may_overlap_or_were_counted_otherwise_exceed_nothing(change):
    assert "by group" not in exceeding(change)
