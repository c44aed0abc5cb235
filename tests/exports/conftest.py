"""A case of the fictional Examplia, with everything that is hard to write down."""

import pytest
from shapely import LineString, Point, box

from mapper.schema import TABLES, conform

HOSTILE = '=HYPERLINK("http://x") </script><img src=x onerror=alert(1)> `${1}` \u202eevil'


@pytest.fixture
def tables():
    rows = {
        "reports": [
            {
                "report_id": "r1",
                "publisher": "Example Monitor",
                "title": "Two days in North Example",
                "url": "https://example.org/1",
                "published": "2025-03-09",
                "path": "from-my-source.txt",
            }
        ],
        "texts": [{"report_id": "r1", "body": "40 killed in Sampletown"}],
        "claims": [
            {
                "claim_id": "c1",
                "report_id": "r1",
                "quote": HOSTILE,
                "voice": "Example Monitor",
                "measure": "killed",
                "count_low": 40,
                "count_best": 40,
                "group_class": "civilian",
                "place_id": "x:1",
                "country": "XXA",
                "adm1_pcode": "XA01",
                "adm2_pcode": "XA0101",
                "published": "2025-03-09",
                "precision": "settlement",
                "geometry": Point(20.25, 10.5),
            },
            {
                "claim_id": "c2",
                "report_id": "r1",
                "quote": "=1+1",
                "measure": "killed",
                "place_id": "x:2",
                "adm1_pcode": "XA01|XA02",
                "precision": "zone",
                "geometry": box(20, 10, 21, 11),
            },
            {"claim_id": "c3", "report_id": "r1", "quote": "كثيرون", "measure": "sheltering"},
        ],
        "incidents": [
            {
                "incident_id": "i1",
                "title": HOSTILE,
                "period_start": "2025-03-07",
                "period_end": "2025-03-07",
                "period_precision": "day",
                "place_id": "x:1",
                "place_name": "بلدة مثال",
                "precision": "settlement",
                "deaths_low": 40,
                "deaths_best": 40,
                "injured_low": 12,
                "injured_best": 12,
                "voices": "Example Monitor|Sample Agency",
                "claims": "c1",
                "grade": "fair",
                "geometry": Point(20.25, 10.5),
            },
            {
                "incident_id": "i2",
                "period_start": "2025-03-06",
                "period_end": "2025-03-09",
                "place_id": "x:2",
                "place_name": "North Example",
                "precision": "zone",
                "deaths_low": 100,
                "deaths_best": 120,
                "deaths_high": 150,
                "claims": "c2",
                "geometry": box(20, 10, 21, 11),
            },
            {
                "incident_id": "i3",
                "contained_in": "i2",
                "precision": "near",
                "deaths_low": 3,
                "deaths_best": 3,
                "deaths_high": 3,
                "geometry": Point(20.5, 10.5),
            },
            {"incident_id": "i4"},
        ],
        "flows": [
            {
                "flow_id": "f1",
                "origin_id": "x:1",
                "origin_name": "Sampletown",
                "destination_id": "x:9",
                "destination_name": "Neighbourland",
                "unit": "person",
                "count_low": 300,
                "count_best": 300,
                "kind": "flow",
                "period_start": "2025-03-08",
                "voices": "UNHCR",
                "geometry": LineString([(20.25, 10.5), (20.9, 10.9)]),
            },
            {
                "flow_id": "f2",
                "origin_id": "x:1",
                "origin_name": "Sampletown",
                "destination_id": "x:9",
                "unit": "household",
                "count_low": 12,
                "count_best": 12,
                "geometry": LineString([(20.25, 10.5), (20.9, 10.9)]),
            },
            {"flow_id": "f3", "origin_id": "x:1", "geometry": Point(20.25, 10.5)},
        ],
        "refused": [{"report": "a.csv", "row": 3, "value": "-1", "reason": "negative"}],
        "totals": [
            {
                "voice": "Example Monitor",
                "measure": "killed",
                "as_of": "2025-03-09",
                "counts_to": "2025-03-09",
                "count_low": 100,
                "count_best": 120,
                "count_high": 150,
            }
        ],
    }
    return {name: conform(rows.get(name, []), table) for name, table in TABLES.items()}
