import io

from rich.console import Console

from mapper.cli.summary import print_summary
from mapper.schema import CLAIMS, FLOWS, INCIDENTS, REFUSED, REPORTS, TOTALS, conform


def told(totals, refused=()):
    page = io.StringIO()
    case = {
        "reports": conform([], REPORTS),
        "claims": conform(
            [{"claim_id": "c1", "place_id": "p1", "place_name": "Sampletown"}], CLAIMS
        ),
        "incidents": conform([], INCIDENTS),
        "flows": conform([], FLOWS),
        "refused": conform(list(refused), REFUSED),
        "totals": conform(totals, TOTALS),
    }
    print_summary(case, Console(file=page, width=120))
    return page.getvalue()


def test_figures_keep_their_hedges():
    rows = [
        {"voice": "V", "count_low": 1000, "count_best": 1000, "qualifier": "more_than"},
        {"voice": "V", "count_low": 12, "qualifier": "vague", "count_words": "dozens"},
        {"voice": "V", "count_low": 745, "count_best": 745, "count_high": 745, "within": "c9"},
        {"voice": "V", "count_words": "a large crowd"},
    ]

    text = told(rows)

    for words in ("more than 1,000", "dozens", "745 (within a wider figure)", "a large crowd"):
        assert words in text


def test_places_are_named_and_not_coded():
    assert "Sampletown" in told([{"voice": "V", "place_id": "p1", "count_low": 3}])


def test_a_long_table_is_cut_and_says_so():
    text = told([{"voice": f"V{n:03}", "count_low": n} for n in range(400)])

    assert text.count("\n") < 60
    assert "24 largest of 400" in text
    assert "V399" in text


def test_refusals_are_counted_by_their_reasons():
    refused = [{"reason": "no measure", "value": "[red]x[/red]"}] * 3

    text = told([], refused)

    assert "3 × no measure" in text
    assert "[red]x[/red]" in text
