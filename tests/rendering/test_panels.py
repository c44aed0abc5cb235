"""What heads the page and what it says of its own limits: counted from the tables, never added up."""

import pandas as pd
import pytest

from mapper.rendering.claims import figure_words
from mapper.rendering.headline import headline
from mapper.rendering.limits import limits
from mapper.schema import CLAIMS, TOTALS, conform


def lines(found):
    for voice in found:
        stack = list(voice["lines"])
        while stack:
            line = stack.pop()
            yield voice["voice"], line
            stack += line["parts"]


def test_a_part_stands_below_its_whole_and_never_beside_it(claims):
    monitor = headline(claims)[0]

    assert [(line["claim"], [part["claim"] for part in line["parts"]]) for line in monitor["lines"]] == [
        ("all", ["civilians", "aton"])]  # fmt: skip


def test_every_number_is_one_that_a_voice_gave(claims):
    given = set(zip(claims["voice"], claims["count_low"].fillna(-1), strict=True))

    assert {
        (voice, -1 if line["low"] is None else line["low"])
        for voice, line in lines(headline(claims))
    } <= given


def test_a_later_figure_replaces_the_earlier_one(claims):
    later = claims.iloc[[0]].assign(
        claim_id="later", count_low=1200, supersedes="all", contained_in=None
    )
    found = headline(pd.concat([claims, later], ignore_index=True))

    assert "all" not in {line["claim"] for _, line in lines(found)}


def test_what_is_part_of_itself_does_not_hang(claims):
    claims.loc[0, "contained_in"] = "civilians"

    assert isinstance(headline(claims), list)


def test_the_rows_of_an_event_table_are_no_totals(claims):
    rows = pd.concat([claims.iloc[[2]]] * 40, ignore_index=True)
    rows = rows.assign(
        claim_id=[f"u{row}" for row in range(40)], voice="Events", source_schema="ucdp"
    )
    found = headline(pd.concat([claims, rows], ignore_index=True))

    assert [voice["lines"] for voice in found if voice["voice"] == "Events"] == [
        [{"measure": "killed", "figures": 40}]
    ]


def test_totals_say_how_much_lies_nowhere_finer(claims):
    totals = conform([{"voice": "Examplia Monitor", "claims": "all", "rest_low": 978}], TOTALS)

    assert headline(claims, totals)[0]["lines"][0]["rest"] == (978, None)


@pytest.mark.parametrize(
    ("column", "value", "key"),
    [
        ("precision", "unplaced", "unplaced"),
        ("period_start", None, "undated"),
        ("voice", "Lone voice", "one_voice"),
    ],
)
def test_limits_are_counted(claims, column, value, key):
    claims[column] = value
    if column == "period_start":
        claims["period_end"] = None
    keys = {limit["key"]: limit for limit in limits(claims)}

    assert key in keys
    assert keys[key]["n"] == (1 if key == "one_voice" else len(claims))


def test_none_verified_is_said_plainly(claims):
    assert limits(claims)[0]["key"] == "none_verified"


def said(name, low, **values):
    return {"claim_id": name, "voice": "Monitor", "measure": "killed", "count_low": low, **values}


def test_wholes_come_first_then_the_widest_area_whatever_the_order_of_the_rows():
    claims = conform(
        [
            said("town", 500, precision="settlement", place_name="Aton"),
            said("part", 300, precision="zone", place_name="The coast", group="civilians"),
            said("coast", 400, precision="zone", place_name="The coast"),
            said("replaced", 350, precision="zone", place_name="The coast", contained_in="coast"),
            said("elsewhere", 900, precision="zone", place_name="The hills", group="soldiers"),
        ],
        CLAIMS,
    )
    totals = conform(
        [
            {"voice": "Monitor", "claims": "town"},
            {"voice": "Monitor", "claims": "part", "within": "coast"},
            {"voice": "Monitor", "claims": "coast"},
            # Part of a figure that is no total of its own: shown, but after what is within nothing.
            {"voice": "Monitor", "claims": "elsewhere", "within": "replaced"},
        ],
        TOTALS,
    )
    for rows in (claims, claims.iloc[::-1]):
        [voice] = headline(rows, totals)
        assert [line["claim"] for line in voice["lines"]] == ["coast", "town", "elsewhere"]
        assert [part["claim"] for part in voice["lines"][0]["parts"]] == ["part"]


def test_a_map_without_claims_says_that_nothing_can_be_checked(claims):
    assert [limit["key"] for limit in limits(claims.iloc[:0], told=True)] == ["no_claims", "silent"]
    assert [limit["key"] for limit in limits(claims.iloc[:0])] == ["silent"]


def test_the_hedge_of_a_figure_that_has_but_a_best_is_kept():
    claims = conform(
        [{"claim_id": "c", "measure": "killed", "count_best": 100, "qualifier": "about"}], CLAIMS
    )
    words = figure_words(claims, pd.Series(["c"]), pd.Series([100], dtype="Int64"), "killed")

    assert words["qualifier"].tolist() == ["about"]
