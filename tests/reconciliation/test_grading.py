"""Airwars' grades, each by its rule alone."""

import pandas as pd
import pytest

from mapper.reconciliation.grading import grades


def told(*, voice="monitor", party=False, said="", retracted=False):
    return {
        "incident": 1,
        "independent": voice,
        "party": party,
        "verification": "retracted" if retracted else said,
        "retracted": retracted,
    }


OTHER = told(voice="network")


@pytest.mark.parametrize(
    ("claims", "grade"),
    [
        ([told()], "weak"),
        ([told(), told()], "weak"),  # ten relays of one voice are one voice
        ([told(), OTHER], "fair"),
        ([told(said="unverified"), OTHER], "weak"),
        ([told(), told(voice="ministry", party=True)], "weak"),
        ([told(voice="ministry", party=True)], "ungraded"),
        ([told(voice="")], "ungraded"),
        ([told(), told(voice="")], "weak"),
        ([told(said="verified")], "confirmed"),
        ([told(voice="", said="verified")], "confirmed"),
        ([told(said="verified"), told(voice="network", said="unverified")], "confirmed"),
        ([told(said="disputed")], "contested"),
        ([told(said="disputed"), told(voice="network", said="verified")], "contested"),
        ([told(retracted=True)], "discounted"),
        ([told(retracted=True), told(voice="network", retracted=True)], "discounted"),
        # Who took it back is no voice any more.
        ([told(retracted=True), OTHER], "weak"),
        ([told(retracted=True), told(voice="ministry", party=True)], "ungraded"),
    ],
)
def test_a_grade_follows_from_who_stands_by_it(claims, grade):
    assert grades(pd.DataFrame(claims)).to_dict() == {1: grade}
    assert grades(pd.DataFrame(claims[::-1])).to_dict() == {1: grade}


def test_each_incident_has_a_grade_of_its_own():
    claims = pd.DataFrame([told(), {**told(said="verified"), "incident": 7}])
    assert grades(claims).to_dict() == {1: "weak", 7: "confirmed"}
