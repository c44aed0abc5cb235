"""Tables of the fictional country Examplia (XXA), on which nothing ever happened."""

import pytest
import shapely

from mapper.schema import CLAIMS, FLOWS, INCIDENTS, REPORTS, conform

COAST = shapely.Polygon(
    [(10, 20), (10.5, 19.9), (10.9, 20.1), (10.95, 21), (10.6, 21.6), (10.1, 21.3)]
)


def claim(claim_id, **values):
    return {
        "claim_id": claim_id,
        "report_id": "r1",
        "voice": "Examplia Monitor",
        "relay": "The Daily Example",
        "quote": f"words of {claim_id}",
        "published": "2031-03-09",
        "period_start": "2031-03-07",
        "period_end": "2031-03-08",
        "verification": "unverified",
        **values,
    }


@pytest.fixture
def claims():
    return conform(
        [
            claim("all", measure="killed", unit="person", count_low=1000, count_best=1000,
                  qualifier="more_than", precision="zone", place_name="The coast", geometry=COAST),
            claim("civilians", measure="killed", unit="person", count_low=745, count_best=745,
                  count_high=745, qualifier="about", group="civilians", contained_in="all",
                  precision="zone", place_name="The coast", geometry=COAST),
            claim("aton", measure="killed", unit="person", count_low=22, count_high=45,
                  qualifier="range", precision="settlement", place_name="Aton",
                  contained_in="all", geometry=shapely.Point(10.7, 20.3)),
            claim("families", measure="displaced", unit="household", count_low=12,
                  count_words="dozens", qualifier="vague", voice="local media"),
            claim("crowd", measure="sheltering", count_words="a large crowd", voice="Wire",
                  precision="site", place_name="Cape base", geometry=shapely.Point(10.6, 20.7)),
            claim("ministry", measure="statement", voice="Ministry", precision="settlement",
                  place_name="Capital", geometry=shapely.Point(11.2, 20.4)),
        ],
        CLAIMS,
    )  # fmt: skip


@pytest.fixture
def incidents():
    return conform(
        [
            {"incident_id": "i1", "title": "The coast", "deaths_low": 1000, "deaths_best": 1000,
             "claims": "all|civilians", "voices": "Examplia Monitor", "grade": "weak",
             "precision": "zone", "place_name": "The coast", "period_start": "2031-03-07",
             "period_end": "2031-03-08", "geometry": COAST},
            {"incident_id": "i2", "title": "Aton", "deaths_low": 22, "deaths_high": 45,
             "claims": "aton", "voices": "Examplia Monitor", "grade": "weak",
             "precision": "settlement", "place_name": "Aton", "contained_in": "i1",
             "period_start": "2031-03-07", "period_end": "2031-03-07",
             "geometry": shapely.Point(10.7, 20.3)},
            {"incident_id": "i3", "title": "Somewhere", "deaths_low": 5, "deaths_high": 9,
             "precision": "unplaced", "voices": "Wire"},
        ],
        INCIDENTS,
    )  # fmt: skip


@pytest.fixture
def flows():
    return conform(
        [
            {"flow_id": "f1", "origin_name": "The coast", "destination_name": "Neighbourland",
             "unit": "household", "count_low": 12, "claims": "families",
             "geometry": shapely.LineString([(10.5, 20.2), (10.8, 19.2)])},
            {"flow_id": "f2", "origin_name": "The coast", "unit": "person", "count_low": 100,
             "geometry": shapely.Point(10.5, 20.6)},
        ],
        FLOWS,
    )  # fmt: skip


@pytest.fixture
def reports():
    return conform(
        [{"report_id": "r1", "publisher": "The Daily Example", "title": "A report",
          "url": "https://example.org/report", "published": "2031-03-09"}],
        REPORTS,
    )  # fmt: skip
