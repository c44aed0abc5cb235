from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.model import Period

days = st.dates(date(2020, 1, 1), date(2026, 12, 31))
periods = st.builds(
    lambda start, length, known: Period(
        start if known[0] else None, start + timedelta(days=length) if known[1] else None
    ),
    days,
    st.integers(0, 60),
    st.tuples(st.booleans(), st.booleans()),
)


def test_a_period_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match="2025-03-07"):
        Period(date(2025, 3, 8), date(2025, 3, 7))


def test_the_last_day_is_included():
    assert Period(date(2025, 3, 7), date(2025, 3, 8)).days == 2


@given(periods, periods, st.integers(0, 5))
def test_overlap_is_symmetric(a, b, slack):
    assert a.overlaps(b, slack) == b.overlaps(a, slack)


@given(periods, periods)
def test_what_lies_inside_overlaps(a, b):
    if b in a and b.days is not None:
        assert a.overlaps(b)
