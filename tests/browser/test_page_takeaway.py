"""What a reader takes along: the same rows as on the map, and nothing a spreadsheet would run."""

import csv
import io
import json

import pytest
import shapely

from mapper.rendering import map_of
from mapper.schema import CLAIMS, REPORTS, conform

sync_api = pytest.importorskip("playwright.sync_api")


def saved(page, button, ending):
    page.page.evaluate("document.querySelector('.mapper-section-takeaway > details').open = true")
    with page.page.expect_download() as download:
        page.page.click(f"text={button}")
    assert download.value.suggested_filename == f"example.{ending}"
    return download.value.path().read_bytes()


def test_csv_has_the_shown_rows_and_no_formula(opened, incidents, claims, tmp_path):
    for column, words in (
        ("place_name", "=1+1"),
        ("title", "+cmd"),
        ("voices", "@x"),
        ("rule", '-2,"'),
    ):
        incidents.loc[1, column] = words
    path = tmp_path / "map.html"
    map_of({"incidents": incidents, "claims": claims}, title="Example").save(path)
    page = opened(f"{path}#from=2031-03-07&to=2031-03-07&off=statements|refuge")
    text = saved(page, "Shown rows as CSV", "csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))

    assert [row["id"] for row in rows] == ["i2", "i1", "i3"]
    hostile = rows[0]
    assert [hostile[name] for name in ("place_name", "title", "voices", "rule")] == ["'=1+1", "'+cmd", "'@x", "'-2,\""]  # fmt: skip
    assert (hostile["count_low"], hostile["count_high"]) == ("22", "45")
    assert rows[1]["count_high"] == ""
    assert rows[1]["qualifier"] == "more_than"


def test_geojson_keeps_areas_areas_and_null_null(opened, whole):
    page = opened(whole)
    found = json.loads(saved(page, "Shown rows as GeoJSON", "geojson"))
    kinds = {feature["id"]: feature["geometry"] for feature in found["features"]}

    assert len(found["features"]) == 7
    assert kinds["i3"] is None
    assert kinds["i2"]["coordinates"] == [10.7, 20.3]
    area = shapely.geometry.shape(kinds["i1"])
    assert area.is_valid
    assert area.area == pytest.approx(1.27, abs=0.15)
    assert shapely.is_ccw(area.geoms[0].exterior)
    assert kinds["f1"]["type"] == "LineString"
    assert "The Daily Example" in found["sources"][0]


def test_the_picture_is_a_png_with_something_drawn(opened, whole):
    page = opened(whole)
    picture = saved(page, "This view as a picture", "png")

    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 30_000


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_one_sheet_with_its_legend(opened, whole, tmp_path, scheme):
    pypdf = pytest.importorskip("pypdf")
    page = opened(whole, color_scheme=scheme)
    page.page.wait_for_selector(".mapper-legend-group")
    path = tmp_path / "sheet.pdf"
    page.page.pdf(path=path, prefer_css_page_size=True, print_background=True)
    sheets = pypdf.PdfReader(path).pages

    assert len(sheets) == 1
    text = sheets[0].extract_text()
    for words in ("Example", "more than 1,000", "LEGEND", "SOURCES", "The Daily Example"):
        assert words.casefold() in text.casefold()


def test_paper_stays_one_sheet_and_counts_the_sources_it_has_no_room_for(opened, incidents, tmp_path):  # fmt: skip
    pypdf = pytest.importorskip("pypdf")
    claims = conform(
        [{"claim_id": f"c{n}-{m}", "voice": f"Voice {n}", "measure": "killed", "unit": "person", "count_low": 90 - n,
          "count_best": 90 - n, "count_high": 90 - n, "qualifier": "exact", "place_name": f"Place {m}",
          "report_id": f"r{n}"} for n in range(30) for m in range(3)], CLAIMS,
    )  # fmt: skip
    reports = conform(
        [{"report_id": f"r{n}", "publisher": f"Paper {n}"} for n in range(30)], REPORTS
    )
    path = tmp_path / "many.html"
    map_of({"incidents": incidents, "claims": claims, "reports": reports}).save(path)
    page = opened(path).page
    page.wait_for_selector(".mapper-legend-group")
    sheet = tmp_path / "sheet.pdf"
    page.pdf(path=sheet, prefer_css_page_size=True)
    sheets = pypdf.PdfReader(sheet).pages

    assert len(sheets) == 1
    text = sheets[0].extract_text()
    assert "Voice 0" in text
    assert "more sources: in the map itself" in text
    assert "Paper 29" in text


def test_a_made_title_of_the_csv_speaks_the_language_of_the_page(opened, incidents, tmp_path):
    made = incidents.assign(
        title="22 people reported killed, Aton, 7 March 2031 (Examplia Monitor)"
    )
    path = tmp_path / "made.html"
    map_of({"incidents": made}, language="ar", title="Example").save(path)
    page = opened(path)
    rows = list(csv.DictReader(io.StringIO(saved(page, "CSV", "csv").decode("utf-8-sig"))))

    assert rows
    assert all("reported" not in row["title"] and row["title"] for row in rows)
