import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.model import Count, Qualifier

bounds = st.lists(st.integers(0, 10**6), min_size=3, max_size=3).map(sorted)
counts = st.builds(
    lambda numbers, known: Count(*(n if k else None for n, k in zip(numbers, known, strict=True))),
    bounds,
    st.tuples(st.booleans(), st.booleans(), st.booleans()),
)


@pytest.mark.parametrize("numbers", [(3, 2, 1), (3, None, 2), (None, 5, 4), (-1, 0, 0)])
def test_numbers_out_of_order_are_refused(numbers):
    with pytest.raises(ValueError, match=r"rise|negative"):
        Count(*numbers)


def test_unknown_is_not_zero():
    assert Count() != Count.exact(0)
    assert not Count().known
    assert str(Count.exact(0)) == "0"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(745, 745, 745, Qualifier.ABOUT), "about 745"),
        (Count(1000, 1000, None, Qualifier.MORE_THAN), "more than 1,000"),
        (Count(12, 12, None, Qualifier.AT_LEAST), "at least 12"),
        (Count(0, None, 46, Qualifier.UP_TO), "up to 46"),
        (Count(22, None, 45, Qualifier.RANGE), "22–45"),
        (Count(12, 12, None, Qualifier.VAGUE, "dozens"), "dozens"),
        (Count(words="a large crowd"), "a large crowd"),
        (Count(12, 12, None), "at least 12"),
        (Count(None, 1700, None), "about 1,700"),
    ],
)
def test_a_figure_shows_its_hedge(count, words):
    assert str(count) == words


@given(counts, counts)
def test_a_sum_keeps_order_and_never_closes_an_open_end(a, b):
    total = a + b

    assert (total.high is None) == (a.high is None or b.high is None)
    known = [n for n in (total.low, total.best, total.high) if n is not None]
    assert known == sorted(known)


@given(counts, counts)
def test_adding_is_symmetric(a, b):
    assert a + b == b + a
