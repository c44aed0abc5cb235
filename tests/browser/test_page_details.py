"""The details: each source on one scale, in its own words, and links that tell nobody where from."""

import pytest

from mapper.rendering import map_of
from mapper.schema import CLAIMS, INCIDENTS, REPORTS, conform
from tests.browser.test_page import HOSTILE

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect


def said(name, voice, low, high, published, **values):
    return {
        "claim_id": name, "report_id": "r1", "voice": voice, "measure": "killed", "unit": "person",
        "kind": "cumulative", "count_low": low, "count_best": low, "count_high": high,
        "published": published, **values,
    }  # fmt: skip


@pytest.fixture
def rivals(tmp_path):
    """Save one place of which three voices say different things."""
    claims = [
        said("a", "Monitor", 683, 683, "2031-03-08", group="civilians"),
        said("b", "Monitor", 700, 700, "2031-03-12", group="civilians"),
        said("c", "Centre", 732, None, "2031-03-14", group="civilians", qualifier="at_least"),
        said("d", "Ministry", 200, 210, "2031-03-10", group="security forces"),
    ]
    row = {"incident_id": "i1", "place_name": "The coast", "deaths_low": 200, "claims": "a|b|c|d",
           "rule": "low and high: envelope", "voices": "Monitor|Centre|Ministry"}  # fmt: skip
    reports = [
        {"report_id": "r1", "publisher": "Daily", "url": "https://example.org/r", "language": "ar"}
    ]
    path = tmp_path / "rivals.html"
    map_of(
        {
            "incidents": conform([row], INCIDENTS),
            "claims": conform([{**claim, "quote": "مقتل 700"} for claim in claims], CLAIMS),
            "reports": conform(reports, REPORTS),
        }
    ).save(path)
    return path


def test_one_row_a_voice_with_its_earlier_figures_hollow(opened, rivals):
    page = opened(f"{rivals}#item=i1")
    page.page.wait_for_selector(".mapper-strips")
    strips = page.page.locator(".mapper-strips > li")

    assert strips.locator(".mapper-strip-voice").all_inner_texts() == [
        "Monitor",
        "Centre",
        "Ministry",
    ]
    monitor, centre, ministry = strips.all()
    assert monitor.locator(".mapper-dot").count() == 2
    assert monitor.locator(".mapper-dot.mapper-hollow").count() == 1
    assert "superseded" in monitor.locator(".mapper-earlier").inner_text()
    assert "683" in monitor.locator(".mapper-earlier").inner_text()
    assert centre.locator(".mapper-range-open").count() == 1
    assert ministry.locator(".mapper-range:not(.mapper-range-open)").count() == 1
    dots = [
        dot.bounding_box()["x"]
        for dot in page.page.locator(".mapper-dot:not(.mapper-hollow)").all()
    ]
    assert dots[2] < dots[0] < dots[1]
    assert "low and high: envelope" in page.page.inner_text(".mapper-disagreement")
    assert "different people (civilians, security forces)" in page.page.inner_text(
        ".mapper-warning"
    )


def test_words_of_others_carry_their_language_and_direction(opened, rivals):
    page = opened(f"{rivals}#item=i1")
    quote = page.page.locator(".mapper-claim blockquote").first
    expect(quote).to_have_attribute("lang", "ar")
    expect(quote).to_have_css("direction", "rtl")


def test_links_lead_only_to_the_web_and_say_not_where_from(
    opened, whole, incidents, claims, tmp_path
):
    page = opened(f"{whole}#item=i2")
    page.page.wait_for_selector(".mapper-claim a")
    link = page.page.locator(".mapper-claim a")
    assert link.get_attribute("rel") == "noreferrer noopener"
    reports = conform(
        [{"report_id": "r1", "publisher": "X", "url": "javascript:window.hit=1"}], REPORTS
    )
    path = tmp_path / "hostile.html"
    map_of({"incidents": incidents, "claims": claims, "reports": reports}).save(path)
    page = opened(f"{path}#item=i2")
    page.page.wait_for_selector(".mapper-claim")
    links = page.page.locator("a[href]").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    assert all(href.startswith("#") for href in links)


@pytest.fixture
def tables(incidents, flows, claims, reports):
    return {"incidents": incidents, "flows": flows, "claims": claims, "reports": reports}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_hostile_words_are_words_in_every_panel(opened, tables, tmp_path, language):
    texts = {
        "incidents": ("title", "place_name", "voices", "reasons", "rule", "grade", "precision"),
        "claims": ("quote", "voice", "relay", "group", "place_name", "count_words", "match_reason",
                   "verification_reason", "measure", "unit", "qualifier", "verification", "precision"),
        "reports": ("publisher", "title", "url", "licence", "language"),
        "flows": ("origin_name", "destination_name", "voices", "kind", "unit"),
    }  # fmt: skip
    for name, columns in texts.items():
        for column in columns:
            tables[name][column] = tables[name][column].astype("object")
            tables[name].loc[tables[name].index[-1], column] = HOSTILE
    path = tmp_path / "map.html"
    map_of(tables, title=HOSTILE, language=language).save(path)
    page = opened(path)
    page.page.click(".mapper-opener")
    page.page.wait_for_selector(".mapper-table tbody tr")
    page.page.evaluate("document.querySelectorAll('details').forEach(box => box.open = true)")
    for row in range(page.page.locator(".mapper-table tbody tr").count()):
        page.page.locator(".mapper-table tbody button").nth(row).click()
        page.page.wait_for_selector(".mapper-item")

    assert page.page.evaluate("window.hit") is None
    assert page.page.locator("img[src='x'], .mapper-page script").count() == 0
    assert "<img src=x" in page.page.inner_text(".mapper-table")


def test_a_map_of_nothing_says_so_and_is_no_sea(opened, tmp_path):
    path = tmp_path / "nothing.html"
    map_of({}).save(path)
    page = opened(path).page

    assert page.inner_text(".mapper-nowhere") == "There is nothing to show here."
    assert page.locator(".leaflet-control-scale").is_hidden()
    assert page.locator(".mapper-section-legend").is_hidden()
