"""Links: what is open, when and how, stands in the address; an edition without it says so."""

import pandas as pd
import pytest

from mapper.rendering import map_of

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect

MAP = "Object.values(window).find(value => value instanceof L.Map)"
VIEW = f"() => {{ const map = {MAP}, {{lat, lng}} = map.getCenter(); return [lat, lng, map.getZoom()]; }}"


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
    page.page.wait_for_function(
        "() => ['item=i2', 'q='].every(part => location.hash.includes(part))"
    )
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


def test_back_leads_to_what_was_open_before(opened, whole):
    page = opened(whole).page
    address = "() => location.hash"
    steps = [page.evaluate("() => history.length")]
    page.click(".mapper-opener")
    for name in ("Aton", "Cape base"):
        page.locator(".mapper-table tbody button", has_text=name).first.click()
        page.locator(".mapper-item h3", has_text=name).wait_for()
        page.wait_for_timeout(500)
    page.fill("#mapper-query", "cape")
    page.wait_for_function("() => location.hash.includes('q=')")
    steps.append(page.evaluate("() => history.length"))

    assert steps[1] == steps[0] + 2  # a search is no step
    page.go_back()
    page.locator(".mapper-item h3", has_text="Aton").wait_for()
    assert page.input_value("#mapper-query") == ""
    page.go_back()
    page.wait_for_selector(".mapper-section-details.mapper-empty")
    assert "item" not in page.evaluate(address)
    page.go_forward()
    page.locator(".mapper-item h3", has_text="Aton").wait_for()
    page.wait_for_timeout(600)
    assert page.evaluate("() => history.length") == steps[1]  # going back and forth adds none


def test_back_leaves_focus_somewhere(opened, whole):
    page = opened(whole).page
    page.focus(".mapper-cursor")
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(200)
    page.keyboard.press("Enter")
    page.wait_for_selector(".mapper-item")
    page.wait_for_timeout(300)
    assert page.evaluate("() => document.activeElement.textContent") == "Details"
    page.go_back()
    page.wait_for_selector(".mapper-section-details.mapper-empty")

    assert "mapper-cursor" in page.evaluate("() => document.activeElement.className")


def test_a_map_in_a_frame_leaves_the_history_to_its_page(opened, whole, tmp_path):
    outer = tmp_path / "outer.html"
    outer.write_text(f'<iframe src="{whole.name}" width="900" height="700"></iframe>')
    context = opened(whole).page.context
    page = context.new_page()
    page.goto(f"file://{outer}")
    frame = page.frame_locator("iframe")
    frame.locator(".mapper-legend-group").first.wait_for()
    before = page.evaluate("() => history.length")
    frame.locator(".mapper-opener").click()
    frame.locator(".mapper-table tbody button", has_text="Aton").first.click()
    frame.locator(".mapper-item").first.wait_for()
    page.wait_for_timeout(600)

    assert page.evaluate("() => history.length") == before


@pytest.fixture
def story(tmp_path, incidents, claims):
    path = tmp_path / "story.html"
    steps = pd.DataFrame(
        {
            "title": ["One", "<i>Two</i>"],
            "text": ["A week of it.", "One town."],
            "state": [
                "from=2031-03-01&to=2031-03-07",
                "https://example.org/map.html#item=i2&from=2031-03-07&to=2031-03-07",
            ],
        }
    )
    map_of({"incidents": incidents, "claims": claims}, story=steps).save(path)
    return path


def test_the_steps_of_a_story_are_states_of_the_page(opened, story):
    page = opened(story).page
    window, heading = page.locator(".mapper-time-window"), page.locator(".mapper-story h3")
    assert "Step 1 of 2" in page.inner_text(".mapper-story")
    expect(window).to_have_text("1–7 March 2031")
    whole_view = page.evaluate(VIEW)
    page.click(".mapper-story >> text=Next")
    page.wait_for_selector(".mapper-claim")

    expect(heading).to_have_text("<i>Two</i>")
    expect(heading).to_be_focused()
    expect(window).to_have_text("7 March 2031")
    assert "Aton" in page.inner_text(".mapper-item h3")
    page.wait_for_function("() => location.hash.includes('step=2')")
    page.evaluate(f"() => {{ {MAP}.setView([20, 10], 11, {{animate: false}}); }}")
    page.go_back()
    expect(heading).to_have_text("One")
    expect(window).to_have_text("1–7 March 2031")
    assert page.evaluate(VIEW) == whole_view  # a step that names no place shows all of them


def test_a_story_stands_above_the_map_where_the_page_is_narrow(opened, story):
    for address, width in ((story, 390), (f"{story}#embed", 700)):
        page = opened(address, width=width, height=844).page
        above = page.locator(".mapper-story").bounding_box()
        below = page.locator(".mapper-map").bounding_box()
        assert above["y"] + above["height"] <= below["y"] + 1
        assert above["height"] < 160
    page.set_viewport_size({"width": 390, "height": 844})


def test_nothing_glides_for_those_who_ask_for_less_motion(opened, whole):
    page = opened(whole, reduced_motion="reduce").page
    page.locator(".folium-map").focus()
    moved = page.evaluate(f"""() => {{
        const map = {MAP}, from = map.getCenter(), zoom = map.getZoom();
        map.panBy([50, 0]);
        map.zoomIn();
        return [map.getZoom() > zoom, map.getCenter().lng !== from.lng];
    }}""")

    assert moved == [True, True]
