"""Links: what is open, when and how, stands in the address; an edition without it says so."""

import pandas as pd
import pytest

from mapper.rendering import map_of

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect


def test_a_link_to_an_incident_opens_it(opened, whole):
    page = opened(f"{whole}#item=i2&lang=ar")
    page.page.wait_for_selector(".mapper-claim")

    assert "22" not in page.page.inner_text(".mapper-event")  # in its own digits
    assert "٢٢" in page.page.inner_text(".mapper-event")
    assert page.page.get_attribute("html", "dir") == "rtl"


def test_the_address_follows_the_page_and_leads_back_to_the_same(opened, whole):
    page = opened(whole)
    page.page.click(".mapper-opener")
    page.page.fill("#mapper-query", "aton")
    page.page.locator(".mapper-table tbody button", has_text="Aton").click()
    page.page.wait_for_function("() => location.hash.includes('item=i2')")
    address = page.page.evaluate("location.hash")
    assert "q=aton" in address
    again = opened(f"{whole}{address}")
    again.page.wait_for_selector(".mapper-claim")

    assert again.page.inner_text(".mapper-item") == page.page.inner_text(".mapper-item")
    assert again.page.input_value("#mapper-query") == "aton"


def test_a_link_to_what_is_not_in_this_edition_says_so(opened, whole):
    page = opened(f"{whole}#item=<b>withdrawn</b>")

    expect(page.page.locator(".mapper-body-details")).to_contain_text(
        "(<b>withdrawn</b>) is not in this edition"
    )


def test_an_embedded_map_has_no_side_until_something_is_chosen(opened, whole):
    page = opened(f"{whole}#embed", width=600, height=420)
    expect(page.page.locator(".mapper-side")).to_be_hidden()
    page.page.locator(".mapper-cursor").focus()
    page.page.keyboard.press("ArrowDown")
    page.page.wait_for_timeout(150)
    page.page.keyboard.press("Enter")
    expect(page.page.locator(".mapper-section-details")).to_be_visible()
    page.page.keyboard.press("Escape")
    expect(page.page.locator(".mapper-side")).to_be_hidden()


def test_an_embedded_map_leads_to_the_whole_page_as_it_is(opened, whole):
    page = opened(f"{whole}#embed&lang=ar", width=600, height=420).page
    with page.context.expect_page() as fresh:
        page.click(".mapper-whole")
    fresh.value.wait_for_selector(".mapper-legend-group")

    assert fresh.value.get_attribute("html", "lang") == "ar"
    assert fresh.value.locator(".mapper-embed").count() == 0
    assert fresh.value.locator(".mapper-whole").is_hidden()


def test_the_steps_of_a_story_are_states_of_the_page(opened, incidents, claims, tmp_path):
    path = tmp_path / "story.html"
    story = pd.DataFrame(
        {
            "title": ["One", "<i>Two</i>"],
            "text": ["All of it.", "One town."],
            "state": ["", "https://example.org/map.html#item=i2&from=2031-03-07&to=2031-03-07"],
        }
    )
    map_of({"incidents": incidents, "claims": claims}, story=story).save(path)
    page = opened(path)
    assert "Step 1 of 2" in page.page.inner_text(".mapper-story")
    page.page.click(".mapper-story >> text=Next")
    page.page.wait_for_selector(".mapper-claim")

    assert page.page.inner_text(".mapper-story h3") == "<i>Two</i>"
    assert page.page.inner_text(".mapper-time-window") == "7 March 2031"
    assert "Aton" in page.page.inner_text(".mapper-item h3")
