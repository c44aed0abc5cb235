"""A figure that is no claim is refused in its own words, and why is said."""

import pytest

from mapper.extraction.extracting import claims_of
from mapper.model import Report


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        (f"Some {'9' * 26} people were killed.", f"Some {'9' * 26} people were killed"),
        (f"Up to {'9' * 11} people were killed.", f"Up to {'9' * 11} people were killed"),
        (f"{'9' * 5000} people died.", f"{'9' * 5000} people"),
        ("99999999999 million people died.", "99999999999 million people died"),
        (f"Between 3 and {'9' * 30} fled.", f"Between 3 and {'9' * 30} fled"),
    ],
)
def test_more_than_all_people_alive(body, quote):
    found, refused = claims_of(Report("r", "a.txt", "", language="en", body=body))
    assert not found
    assert [(body[r.start : r.end], r.reason.split(":")[0]) for r in refused] == [
        (quote, "misprint")
    ]
