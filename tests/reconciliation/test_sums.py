"""A publisher's sums over areas and months are totals of the area, and no incidents."""

import pandas as pd
import pytest

from mapper.adapters import read
from mapper.reconciliation import accounted, opened, reconcile, series, totals
from mapper.rendering import Sums, map_of
from mapper.schema import CLAIMS, are_sums, conform

HDX = (
    "Country,Admin1,Admin2,ISO3,Admin2 Pcode,Admin1 Pcode,Month,Year,Events,Fatalities\n"
    "Examplia,North Example,Sample District,XXA,XXA0101,XXA01,March,2031,4,30\n"
    "Examplia,North Example,Sample District,XXA,XXA0101,XXA01,April,2031,2,12\n"
)
HAPI = (
    "location_code,admin1_code,admin1_name,admin2_code,admin2_name,event_type,events,fatalities,"
    "reference_period_start,reference_period_end\n"
    "XXA,XXA01,North Example,XXA0101,Sample District,political_violence,4,30,2031-03-01,2031-03-31\n"
    "XXA,XXA01,North Example,XXA0101,Sample District,civilian_targeting,2,9,2031-03-01,2031-03-31\n"
)
HXL = (
    "Who,District,Code,Month,Year,Events,Dead\n"
    "#meta+source,#adm2+name,#adm2+code,#date+month,#date+year,#event+num,#affected+killed\n"
    "ACLED,Sample District,XXA0101,March,2031,4,30\n"
    "ACLED,Sample District,XXA0101,April,2031,2,12\n"
)


def placed(claims):
    return claims.assign(place_id="XXA0101", place_name="Sample District")


@pytest.fixture(params=[HDX, HAPI, HXL], ids=["hdx", "hapi", "hxl"])
def claims(request, tmp_path):
    path = tmp_path / "sums.csv"
    path.write_text(request.param, encoding="utf-8")
    return placed(read([path]).claims)


def test_sums_are_figures_of_their_area_and_no_incidents(claims):
    books = opened(claims)
    assert reconcile(books).empty
    killed = series(books).query("measure == 'killed'")
    assert killed["count_best"].max() == 30
    listed = totals(books).query("measure == 'killed'")
    assert listed["note"].str.startswith("a published sum of events").all()
    assert accounted(books)["series"].all()


def test_an_event_beside_a_sum_is_the_only_incident_and_changes_no_sum(claims):
    event = {
        "claim_id": "acled:1:killed",
        "source_schema": "acled",
        "voice": "ACLED",
        "measure": "killed",
        "kind": "flow",
        "unit": "person",
        "count_best": 3,
        "qualifier": "exact",
        "place_id": "town",
        "adm2_pcode": "XXA0101",
        "precision": "settlement",
        "period_start": "2031-03-07",
        "period_end": "2031-03-07",
    }
    both = pd.concat([conform([event], CLAIMS), claims], ignore_index=True)
    found = reconcile(both)
    assert found["deaths_best"].tolist() == [3]
    assert totals(both)["count_best"].max() == 30


def test_a_map_draws_them_beside_the_incidents_and_parts_of_them_once(claims):
    layer = Sums(claims)
    assert 9 not in layer.rows["deaths_best"].tolist()
    assert layer.rows["deaths_best"].max() == 30
    chart = map_of({"claims": claims, "incidents": reconcile(claims)})
    assert [type(one).__name__ for one in chart.layers] == ["Sums"]
    assert chart.layers[0].show


@pytest.mark.parametrize(
    "more",
    [
        {"supersedes": "event"},
        {"same_as": "event"},
        {"count_best": 15},
        {"count_low": 12, "count_best": 12, "qualifier": "vague", "count_words": "dozens"},
    ],
)
def test_a_sum_replaces_no_event_and_repeats_none_whatever_it_says(more):
    said = {"voice": "ACLED", "measure": "killed", "kind": "flow", "unit": "person",
            "qualifier": "exact", "place_id": "XXA0101", "precision": "adm2", "count_best": 30,
            "period_start": "2031-03-01", "period_end": "2031-03-31"}  # fmt: skip
    event = {**said, "claim_id": "event", "published": "2031-04-01"}
    later = {
        **said,
        "claim_id": "sum",
        "published": "2031-04-02",
        "source_schema": "hdx_acled",
        **more,
    }
    books = opened(conform([event, later], CLAIMS))
    assert reconcile(books)[["claims", "deaths_best"]].to_numpy().tolist() == [["event", 30]]
    assert set(series(books)["standing"]) == {"stands"}


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("#adm2+name,#adm2+code", "#loc+name,#loc+code"),  # one town may have one event in a month
        ("XXA0101,April", "XXA0101,March"),  # two rows of one month and district are two events
    ],
)
def test_a_table_that_does_not_count_by_month_and_area_is_no_table_of_sums(tmp_path, was, now):
    path = tmp_path / "rows.csv"
    path.write_text(HXL.replace(was, now), encoding="utf-8")
    assert not are_sums(read([path]).claims).any()
