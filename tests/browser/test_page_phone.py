"""A phone: nothing is cut off, what is touched is large enough, and the details do not hide what was chosen."""

import pytest
import shapely

from mapper.rendering import Deaths, Map
from mapper.schema import INCIDENTS, conform

SIZE = {"width": 390, "height": 844}


def choose(page, row):
    page.layer(f"stage.choose([{{layer: 'deaths', row: {row}}}], null)")
    page.page.wait_for_selector(".mapper-event")
    page.page.wait_for_timeout(150)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_is_wider_than_the_screen(opened, whole, language):
    page = opened(f"{whole}#lang={language}", **SIZE).page
    page.click(".mapper-opener")
    page.wait_for_selector(".mapper-table tbody tr")

    assert page.evaluate("document.documentElement.scrollWidth") <= SIZE["width"]
    cut = page.evaluate(
        "[...document.querySelectorAll('.mapper-table :is(th, td, caption), .mapper-side *, .mapper-time *')]"
        ".filter(element => { const box = element.getBoundingClientRect();"
        " return box.width && (box.right > innerWidth + 1 || box.left < -1) && !element.closest('.mapper-strip'); })"
        ".map(element => element.outerHTML.slice(0, 80))"
    )
    assert cut == []


def test_each_cell_of_the_table_says_what_it_is(opened, whole):
    page = opened(whole, **SIZE).page
    page.click(".mapper-opener")
    page.wait_for_selector(".mapper-table tbody tr")
    labels = (
        page.locator(".mapper-table tbody tr")
        .first.locator("td")
        .evaluate_all("cells => cells.map(cell => getComputedStyle(cell, '::before').content)")
    )

    assert labels[:3] == ['"What"', '"Number"', '"When"']


def test_what_is_touched_is_large_enough(opened, whole):
    page = opened(whole, **SIZE)
    choose(page, 0)
    page.page.click(".mapper-opener")
    small = page.page.evaluate(
        "[...document.querySelectorAll('button, summary, label, .leaflet-bar a')].filter(element =>"
        " element.checkVisibility() && !element.closest('.mapper-cursor-box, .mapper-search') && element.getBoundingClientRect().height < 43.5)"
        ".map(element => element.outerHTML.slice(0, 90))"
    )
    assert small == []


def test_the_details_are_a_sheet_that_leaves_what_was_chosen_in_view(opened, whole):
    page = opened(whole, **SIZE)
    choose(page, 0)
    sheet = page.page.locator(".mapper-section-details").bounding_box()
    at = page.layer("(p => p.y + map.getContainer().getBoundingClientRect().top)(map.latLngToContainerPoint(layer.place(0)))")  # fmt: skip

    assert sheet["y"] + sheet["height"] == pytest.approx(SIZE["height"], abs=1)
    assert 0 <= at < sheet["y"]
    page.page.keyboard.press("Escape")
    assert page.page.locator(".mapper-event").count() == 0


@pytest.mark.parametrize(("width", "height"), [(320, 568), (640, 400), (1280, 800)])
def test_a_map_opens_on_what_it_is_about_at_every_size(opened, tmp_path, width, height):
    path = tmp_path / "wide.html"
    rows = [{"incident_id": f"i{n}", "deaths_low": 3, "precision": "settlement", "geometry": shapely.Point(at)}
            for n, at in enumerate([(10, 20), (13, 22)])]  # fmt: skip
    Map([Deaths(conform(rows, INCIDENTS))]).save(path)
    page = opened(path, width=width, height=height)
    page.page.wait_for_timeout(300)  # a glide would still be under way

    assert page.layer(
        "map.getZoom() - map.getBoundsZoom(stage.data.bounds, false, [60, 60])"
    ) == pytest.approx(0)
