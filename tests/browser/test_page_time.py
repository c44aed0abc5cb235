"""Time: what a window shows, what was known on a day, and what has no date."""

import pytest

from mapper.rendering import map_of
from mapper.schema import CLAIMS, INCIDENTS, conform

sync_api = pytest.importorskip("playwright.sync_api")


def incident(name, start, end, **values):
    return {
        "incident_id": name,
        "place_name": name,
        "deaths_low": 3,
        "deaths_high": 3,
        "voices": "Monitor",
        "precision": "unplaced",
        "period_start": start,
        "period_end": end,
        **values,
    }


@pytest.fixture
def days(tmp_path):
    """Save incidents on the 6th, on 7 to 9, on the 10th, and one without a date."""
    path = tmp_path / "days.html"
    rows = [
        incident("a", "2031-03-06", "2031-03-06"),
        incident("b", "2031-03-07", "2031-03-09"),
        incident("c", "2031-03-10", "2031-03-10"),
        incident("d", None, None),
    ]
    map_of({"incidents": conform(rows, INCIDENTS)}).save(path)
    return path


def shown(page):
    page.page.wait_for_selector(".mapper-table tbody tr")
    page.page.wait_for_timeout(100)
    return sorted(page.page.locator(".mapper-table tbody th").all_inner_texts())


@pytest.mark.parametrize(
    ("window", "names"),
    [
        ("from=2031-03-06&to=2031-03-06", ["a", "d"]),
        ("from=2031-03-07&to=2031-03-07", ["b", "d"]),
        ("from=2031-03-09&to=2031-03-10", ["b", "c", "d"]),
        ("from=2031-03-10&to=2031-03-10", ["c", "d"]),
    ],
)
def test_both_ends_of_a_window_belong_to_it_and_the_undated_stay(opened, days, window, names):
    page = opened(f"{days}#{window}")
    page.page.click(".mapper-opener")

    assert shown(page) == names
    assert "no date" in page.page.inner_text(".mapper-status")
    assert "1 without a date" in page.page.inner_text(".mapper-undated")


def test_the_window_is_set_by_keyboard_and_said_in_words(opened, days):
    page = opened(days)
    page.page.click(".mapper-opener")
    start, end = page.page.locator(".mapper-edge").all()
    start.focus()
    page.page.keyboard.press("ArrowRight")
    assert start.get_attribute("aria-valuetext") == "7 March 2031"
    end.focus()
    page.page.keyboard.press("ArrowLeft")
    assert end.get_attribute("aria-valuetext") == "9 March 2031"

    assert shown(page) == ["b", "d"]
    assert page.page.inner_text(".mapper-status").startswith("2 of 4 entries shown")
    assert page.page.inner_text(".mapper-time-window") == "7–9 March 2031"
    assert page.page.evaluate("document.activeElement.ariaLabel") == "To"


def test_a_brush_over_the_bars_sets_the_window(opened, days):
    page = opened(days)
    page.page.click(".mapper-opener")
    bars = page.page.locator(".mapper-bars").bounding_box()
    day = bars["width"] / 5
    page.page.mouse.move(bars["x"] + 3.5 * day, bars["y"] + 10)
    page.page.mouse.down()
    page.page.mouse.move(bars["x"] + 4.5 * day, bars["y"] + 10)
    page.page.mouse.up()

    assert shown(page) == ["b", "c", "d"]
    page.page.click("text=Whole period")
    assert shown(page) == ["a", "b", "c", "d"]


def test_it_plays_only_on_request_and_stops_at_the_end(opened, days):
    page = opened(days)
    assert page.page.inner_text(".mapper-time-window") == "6–10 March 2031"
    page.page.click(".mapper-play")
    assert page.page.inner_text(".mapper-time-window") == "6 March 2031"
    sync_api.expect(page.page.locator(".mapper-play")).to_have_text("Play", timeout=9000)
    assert page.page.inner_text(".mapper-time-window") == "6–10 March 2031"


@pytest.fixture
def versions(tmp_path):
    """Save one voice that says 745 on the 8th and 1,383 on the 12th, and another on the 14th."""
    said = {"measure": "killed", "kind": "cumulative", "unit": "person", "group": "civilians"}

    def claim(name, voice, count, published):
        counts = {f"count_{end}": count for end in ("low", "best", "high")}
        return {**said, **counts, "claim_id": name, "voice": voice, "published": published}

    claims = [
        claim("a", "Monitor", 745, "2031-03-08"),
        claim("b", "Monitor", 1383, "2031-03-12"),
        claim("c", "Network", 900, "2031-03-14"),
        # Nobody said when this was published; it tells of days up to August.
        {**claim("later", "Annual", 5000, None), "period_end": "2031-08-06"},
    ]
    rows = [
        incident("The coast", "2031-03-06", "2031-03-12", deaths_low=900, deaths_high=1383,
                 claims="a|b|c", voices="Monitor|Network"),
        incident("Elsewhere", "2031-03-06", "2031-03-06", claims="c"),
        incident("The year", "2031-03-06", "2031-08-06", deaths_low=5000, claims="later"),
    ]  # fmt: skip
    path = tmp_path / "versions.html"
    map_of({"incidents": conform(rows, INCIDENTS), "claims": conform(claims, CLAIMS)}).save(path)
    return path


@pytest.mark.parametrize(
    ("day", "figures"),
    [
        ("2031-03-08", ["745"]),
        ("2031-03-11", ["745"]),
        ("2031-03-13", ["1,383"]),
        ("2031-03-14", ["900–1,383", "3"]),
    ],
)
def test_what_was_known_on_a_day_is_what_was_published_by_then(opened, versions, day, figures):
    page = opened(f"{versions}#asof={day}")
    page.page.click(".mapper-opener")
    page.page.wait_for_selector(".mapper-table tbody tr")

    assert sorted(page.page.locator(".mapper-number").all_inner_texts()) == sorted(figures)
    assert "5,000" not in page.page.inner_text("body")
    assert "2,128" not in page.page.inner_text("body")
    headline = page.page.inner_text(".mapper-headline")
    assert ("745" in headline, "1,383" in headline) == (day < "2031-03-12", day >= "2031-03-12")
    assert ("Network" in headline) == (day == "2031-03-14")


def test_the_mode_is_a_button_and_the_day_a_slider(opened, versions):
    page = opened(versions)
    page.page.click("text=What was published")
    assert page.page.evaluate("document.activeElement.textContent") == "What was published"
    page.page.locator(".mapper-edge").focus()
    page.page.keyboard.press("Home")

    assert "8 March 2031" in page.page.inner_text(".mapper-time-window")
    sync_api.expect(page.page.locator(".mapper-status")).to_contain_text("1 of 3 entries shown")
    page.page.click("text=When it happened")
    sync_api.expect(page.page.locator(".mapper-status")).to_contain_text("3 entries: ")
