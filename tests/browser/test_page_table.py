"""The table is the map in words: the same rows, the same sums, and a way into the details and back."""

import pytest

from mapper.rendering import map_of
from mapper.schema import INCIDENTS, conform

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect


def rows(page):
    page.page.wait_for_selector(".mapper-table tbody tr")
    return page.page.locator(".mapper-table tbody tr")


def test_the_table_has_a_row_for_everything_drawn_or_listed(opened, whole):
    page = opened(whole)
    page.page.click(".mapper-opener")
    drawn = page.page.evaluate(
        "(() => { const map = Object.values(window).find(value => value instanceof L.Map);"
        " return [...mapper.stageOf(map).layers.values()].filter(layer => layer.kind !== 'boundaries')"
        ".reduce((sum, layer) => sum + layer.table.rows, 0); })()"
    )

    assert rows(page).count() == drawn == 7
    expect(page.page.locator(".mapper-status")).to_contain_text(
        "7 entries: 6 on the map, 1 without a place"
    )
    assert "Rows are not added up" in page.page.inner_text(".mapper-table tfoot")


def test_a_layer_switched_off_leaves_map_and_table(opened, whole):
    page = opened(whole)
    page.page.click(".mapper-opener")
    page.page.click(".mapper-body-layers >> text=Displacement")

    expect(page.page.locator(".mapper-table tbody tr")).to_have_count(5)
    expect(page.page.locator(".mapper-status")).to_contain_text("5 entries: 4 on the map")


def test_filters_leave_only_what_has_the_word(opened, whole):
    page = opened(whole)
    page.page.click(".mapper-opener")
    page.page.click(".mapper-section-filters > details > summary")
    page.page.click(".mapper-body-filters >> text=Who says so")
    page.page.click(".mapper-body-filters label:has-text('Wire')")

    expect(page.page.locator(".mapper-status")).to_contain_text("of 7 entries shown")
    names = rows(page).locator("th").all_inner_texts()
    assert "Cape base" in names
    assert "Aton" not in names
    assert page.layer("layer.visible[0]") == 0
    assert page.page.evaluate("document.activeElement.type") == "checkbox"
    page.page.click("text=Clear all filters")
    expect(page.page.locator(".mapper-status")).to_contain_text("7 entries: 6 on the map")


def test_columns_sort_both_ways_and_what_has_no_number_comes_last(opened, whole):
    page = opened(whole)
    page.page.click(".mapper-opener")
    rows(page)
    head = page.page.locator(".mapper-table thead button[data-key=number]")
    head.click()
    assert head.locator("xpath=..").get_attribute("aria-sort") == "ascending"
    numbers = page.page.locator(".mapper-number")
    expect(numbers.first).to_have_text("5–9")
    head.click()
    expect(numbers.first).to_have_text("more than 1,000")
    expect(numbers.last).to_have_text("–")
    assert head.evaluate("button => button === document.activeElement")


def test_enter_on_a_row_opens_the_details_and_escape_leads_back(opened, whole):
    page = opened(whole)
    page.page.click(".mapper-opener")
    rows(page)
    button = page.page.locator(".mapper-table tbody button", has_text="Aton")
    assert button.get_attribute("aria-label") == ("Aton: 22 to 45 killed, weak, 7 March 2031")
    button.focus()
    page.page.keyboard.press("Enter")
    page.page.wait_for_selector(".mapper-claim")
    expect(page.page.locator(".mapper-section-details h2")).to_be_focused()
    page.page.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_every_symbol_area_and_flow_is_reached_with_the_arrows(opened, whole):
    page = opened(whole)
    cursor = page.page.locator(".mapper-cursor")
    cursor.focus()
    names = set()
    for _ in range(6):
        page.page.keyboard.press("ArrowRight")
        page.page.wait_for_timeout(80)
        names.add(page.page.evaluate("document.activeElement.ariaLabel"))

    assert len(names) == 6
    assert "Aton: 22 to 45 killed, weak, 7 March 2031" in names
    assert any(name.startswith("From The coast to Neighbourland: ") for name in names)
    page.page.keyboard.press("Home")
    page.page.wait_for_timeout(80)
    page.page.keyboard.press("Enter")
    page.page.wait_for_selector(".mapper-item")
    expect(page.page.locator(".mapper-section-details h2")).to_be_focused()
    page.page.keyboard.press("Escape")
    expect(page.page.locator(".mapper-cursor")).to_be_focused()


def test_enter_opens_what_the_arrows_reached(opened, whole):
    page = opened(whole)
    cursor = page.page.locator(".mapper-cursor")
    cursor.focus()
    places = []
    for _ in range(4):
        page.page.keyboard.press("ArrowRight")
        page.page.wait_for_timeout(80)
        label = page.page.evaluate("document.activeElement.ariaLabel")
        page.page.keyboard.press("Enter")
        expect(page.page.locator(".mapper-section-details h2")).to_be_focused()
        expect(page.page.locator(".mapper-at")).to_have_text(label.split(":")[0])
        places.append(label.split(":")[0])
        page.page.keyboard.press("Escape")
        expect(cursor).to_be_focused()

    assert len(set(places)) > 2


def test_click_and_keyboard_reach_the_same_details(opened, whole):
    page = opened(whole)
    x, y = page.layer("(p => [p.x, p.y])(map.latLngToContainerPoint(layer.place(0)))")
    box = page.page.locator(".folium-map").bounding_box()
    page.page.mouse.click(box["x"] + x, box["y"] + y)
    page.page.wait_for_selector(".mapper-claim")
    clicked = page.page.inner_text(".mapper-item")
    page.page.click(".mapper-close")
    page.page.click(".mapper-opener")
    rows(page)
    page.page.locator(".mapper-table tbody button", has_text="Aton").press("Enter")
    page.page.wait_for_selector(".mapper-claim")

    assert page.page.inner_text(".mapper-item") == clicked
    page.page.click(".mapper-close")
    page.page.locator(".mapper-cursor").focus()
    for _ in range(6):
        page.page.keyboard.press("ArrowRight")
        page.page.wait_for_timeout(80)
        if page.page.evaluate("document.activeElement.ariaLabel").startswith("Aton"):
            break
    page.page.keyboard.press("Enter")
    page.page.wait_for_selector(".mapper-claim")
    assert page.page.inner_text(".mapper-item") == clicked


def test_the_skip_link_leads_to_the_table(opened, whole):
    page = opened(whole)
    page.page.keyboard.press("Tab")
    assert page.page.evaluate("document.activeElement.className") == "mapper-skip"
    page.page.keyboard.press("Enter")
    expect(page.page.locator("#mapper-table")).to_be_focused()
    assert rows(page).count() == 7


def test_many_rows_come_page_by_page(opened, tmp_path):
    path = tmp_path / "many.html"
    many = [
        {"incident_id": f"i{n}", "place_name": f"Place {n}", "deaths_low": n} for n in range(120)
    ]
    map_of({"incidents": conform(many, INCIDENTS)}).save(path)
    page = opened(path)
    page.page.click(".mapper-opener")
    assert rows(page).count() == 50
    page.page.click(".mapper-table .mapper-pager >> text=Next")
    expect(page.page.locator(".mapper-table .mapper-pager span")).to_have_text("51–100 of 120")
    expect(page.page.locator(".mapper-table tbody button").first).to_be_focused()


@pytest.mark.parametrize(("query", "found"), [("aton", 1), ("ÁTON", 1), ("نيبر", 0), ("sword", 0)])
def test_search_folds_case_and_accents(opened, whole, query, found):
    page = opened(whole)
    page.page.click(".mapper-opener")
    page.page.fill("#mapper-query", query)

    expect(page.page.locator(".mapper-table tbody tr")).to_have_count(found)


def test_search_finds_arabic_names_however_they_are_spelt(opened, tmp_path):
    path = tmp_path / "arabic.html"
    names = ["اللاذقيّة", "Al-Ladhiqiyah", "حميميم"]
    table = [{"incident_id": str(n), "place_name": name} for n, name in enumerate(names)]
    chart = map_of({"incidents": conform(table, INCIDENTS)})
    chart.save(path)
    page = opened(path)
    page.page.click(".mapper-opener")
    for query, name in (("لاذقيه", names[0]), ("ladhiqiya", names[1]), ("حميميم", names[2])):
        page.page.fill("#mapper-query", query)
        expect(page.page.locator(".mapper-table tbody th")).to_have_text([name])


def test_search_finds_what_the_sources_said(opened, whole):
    page = opened(whole).page
    for words, found in (("words of crowd", 1), ("Wire", 1), ("sword", 0)):
        page.fill("#mapper-query", words)
        expect(page.locator(".mapper-status")).to_contain_text(f"{found} of")
