"""Claims are opened once, and every answer is read off the same books."""

from pathlib import Path

import pandas as pd
import pytest

from mapper.reconciliation import (
    accounted,
    decide,
    differences,
    disagreement,
    explain,
    flows,
    opened,
    read_claims,
    reconcile,
    series,
    totals,
)


@pytest.fixture(scope="module")
def claims():
    return read_claims(Path(__file__).parent / "coast.csv")


@pytest.fixture(scope="module")
def books(claims):
    return opened(claims)


@pytest.mark.parametrize("verb", [reconcile, flows, series, totals, differences, accounted])
def test_open_books_answer_as_their_claims_do(claims, books, verb):
    pd.testing.assert_frame_equal(verb(books), verb(claims))


def test_books_are_asked_as_of_a_day_too(claims, books):
    pd.testing.assert_frame_equal(
        totals(books, as_of="2025-03-10"), totals(claims, as_of="2025-03-10")
    )
    shown = disagreement(books, "SY06", group="civilians", start="2025-03-06", end="2025-03-12")
    assert (shown.low, shown.high) == (683, 732)
    assert explain("C110", books) == explain("C110", claims)


def test_opening_open_books_costs_nothing(books):
    assert opened(books) is books


def test_books_remember_what_people_decided(claims):
    log = decide(None, "C110", "retracted", reason="a copy", person="A", day="2025-09-01")
    books = opened(claims, log=log)
    pd.testing.assert_frame_equal(reconcile(books), reconcile(claims, log=log))
    later = reconcile(opened(books, "2025-08-31")).set_index("claims")
    assert later.loc["C110", "grade"] == "discounted"
