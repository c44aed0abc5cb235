"""What the claims of one report owe to one another."""

from datetime import date

import pytest

from mapper.extraction.extracting import claims_of
from mapper.model import Report

PUBLISHED = date(2031, 4, 1)
TOTAL = "The Examplian Centre counted 1,169 civilians killed in the west between 6 and 10 March."


def told(body):
    report = Report(
        "r",
        "r.txt",
        "",
        language="en",
        publisher="The Daily Example",
        published=PUBLISHED,
        body=body,
    )
    return claims_of(report)[0]


@pytest.mark.parametrize(
    "following",
    [
        "Of these, 732 were killed in Sardeh and 437 in Redford, it said.",
        "The total includes 732 civilians killed in Sardeh and 437 in Redford, the group said.",
    ],
)
def test_a_part_is_counted_as_its_whole_is(following):
    whole, *parts = told(f"{TOTAL} {following}")

    assert [part.contained_in for part in parts] == [(whole.claim_id,)] * 2
    assert {part.group for part in parts} == {"civilians"}
    assert {part.group_class for part in parts} == {whole.group_class}
    assert {part.kind for part in parts} == {whole.kind}


def test_a_part_keeps_the_people_it_names():
    whole, women = told(f"{TOTAL} Among them were 61 women, it said.")

    assert women.group_class != whole.group_class


def test_who_tells_the_sum_tells_its_parts():
    whole, children = told(f"{TOTAL}\n\nThe dead include 61 children.")

    assert (children.voice, children.contained_in) == (whole.voice, (whole.claim_id,))


def test_a_rival_figure_is_no_part_though_it_adds_up():
    body = (
        "At least 12 people, including three children, were killed in Redford on Friday, the Examplia "
        "Monitor said. The ministry put the toll at 9."
    )
    claims, _ = claims_of(Report("r", "a.txt", "", "P", language="en", body=body))
    told = [(claim.count.low, bool(claim.contained_in)) for claim in claims]
    assert told == [(12, False), (3, True), (9, False)]
