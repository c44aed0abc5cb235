"""The page in a real browser: nothing asked for, nothing complained of, everything drawn."""

import base64
import re

import folium
import folium.plugins
import pytest
import shapely

from mapper.rendering import Deaths, Map
from mapper.rendering.assets import asset
from mapper.schema import INCIDENTS, conform
from tests.chromium import Opened

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
HOSTILE = "</script><script>window.hit=1</script><img src=x onerror='window.hit=2'>${window.hit=3}`{{7*7}}\u202e"


def test_all_is_drawn_and_what_has_no_place_is_in_the_tray(opened, whole):
    page = opened(whole)

    assert page.layer("layer.drawn") == 1
    assert page.layer("layer.drawn", "displacement") == 2
    assert page.layer("layer.drawn", "refuge") == 1
    assert "5–9 killed" in page.page.inner_text(".mapper-body-tray")


def test_the_headline_shows_the_part_within_the_whole(opened, whole):
    page = opened(whole)

    voice = page.page.locator(".mapper-voice").first.inner_text()
    assert "more than 1,000 killed" in voice
    assert voice.index("of whom") < voice.index("about 745")
    assert "1,745" not in page.page.inner_text("body")


def test_a_click_shows_quote_voice_and_status(opened, whole):
    page = opened(whole)
    x, y = page.layer("(p => [p.x, p.y])(map.latLngToContainerPoint(layer.place(0)))")
    frame = page.page.locator(".folium-map").bounding_box()
    page.page.mouse.click(frame["x"] + x, frame["y"] + y)
    page.page.wait_for_selector(".mapper-claim")

    details = page.page.inner_text(".mapper-body-details")
    assert "words of aton" in details
    assert "22–45 people reported killed" in details
    assert "not independently verified" in details


def test_both_languages(opened, whole):
    page = opened(whole)
    page.page.click(".mapper-languages button")

    assert page.page.get_attribute("html", "dir") == "rtl"
    assert "أكثر من ١٬٠٠٠" in page.page.inner_text(".mapper-voices")


def test_hostile_words_show_as_words(opened, incidents, claims, tmp_path):
    for column in ("title", "place_name", "voices", "reasons", "rule"):
        incidents.loc[1, column] = HOSTILE
    for column in ("quote", "voice", "relay", "group", "place_name", "count_words",
                   "match_reason", "verification_reason"):  # fmt: skip
        claims.loc[2, column] = HOSTILE
    path = tmp_path / "map.html"
    Map([Deaths(incidents)], claims=claims, title=HOSTILE).save(path)
    page = opened(path)
    page.layer("stage.state.set({selected: [{layer: 'deaths', row: 0}]})")
    page.page.wait_for_selector(".mapper-claim")

    assert "<img src=x" in page.page.inner_text(".mapper-body-details")
    assert page.page.evaluate("window.hit") is None


def test_folium_layers_and_control_work_beside_ours(opened, incidents, tmp_path):
    chart = Map([Deaths(incidents)])
    folium.GeoJson(shapely.box(10, 20, 11, 21), name="A box").add_to(chart)
    folium.FeatureGroup("A group").add_to(chart)
    folium.LayerControl(collapsed=False).add_to(chart)
    path = tmp_path / "map.html"
    chart.save(path)
    page = opened(path)

    assert page.page.locator(".leaflet-control-layers-overlays label").all_inner_texts() == [
        " Boundaries and places", " Deaths", " A box", " A group"]  # fmt: skip
    assert page.page.locator("path.leaflet-interactive").count() == 1


def test_tiles_by_name_geojson_control_and_mini_map_on_one_map(
    browser, incidents, claims, tmp_path
):
    chart = Map([Deaths(incidents, claims)], tiles=None)
    folium.TileLayer("https://tiles.example/{z}/{x}/{y}.png", attr="Tiles", name="Tiles").add_to(
        chart
    )
    folium.GeoJson(shapely.box(10, 20, 11, 21), name="A box").add_to(chart)
    folium.plugins.MiniMap(tile_layer=folium.TileLayer("", attr="none", show=False)).add_to(chart)
    folium.LayerControl(collapsed=False).add_to(chart)
    path = tmp_path / "mixed.html"
    chart.save(path)
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    context.route(
        re.compile("^https?://"), lambda route: route.fulfill(content_type="image/png", body=PIXEL)
    )
    page = Opened(context.new_page()).goto(path)
    page.page.wait_for_selector(".leaflet-tile-loaded")
    hosts = {url.split("/")[2] for url in page.requests}

    assert hosts == {"tiles.example"}
    assert page.complaints == []
    assert page.layer("layer.drawn") == 1
    assert page.page.locator(".leaflet-control-minimap").count() == 1
    assert (
        page.page.locator(".folium-map > .leaflet-map-pane path.leaflet-interactive").count() == 1
    )
    page.page.locator(".leaflet-control-layers-overlays label", has_text="Deaths").click()
    assert not page.layer("map.hasLayer(layer)")
    context.close()


@pytest.mark.parametrize("sandbox", ["", 'sandbox="allow-scripts"'])
def test_in_a_frame(opened, whole, tmp_path, sandbox):
    frame = tmp_path / "frame.html"
    text = whole.read_text(encoding="utf-8").replace("&", "&amp;").replace('"', "&quot;")
    frame.write_text(
        f'<!DOCTYPE html><meta charset="utf-8"><iframe {sandbox} width="1000" height="700" srcdoc="{text}"></iframe><div class="folium-map"></div><script>mapper = 1</script>'
    )
    page = opened(frame)
    inner = page.page.frame_locator("iframe")

    assert "more than 1,000" in inner.locator(".mapper-voices").inner_text()


def test_a_mini_map_and_our_own_base_map_need_no_network(opened, incidents, tmp_path):
    chart = Map([Deaths(incidents)])
    folium.plugins.MiniMap(tile_layer=folium.TileLayer("", attr="none", show=False)).add_to(chart)
    path = tmp_path / "map.html"
    chart.save(path)
    page = opened(path)

    assert page.page.locator(".leaflet-control-minimap").count() == 1
    assert page.layer("layer.drawn") == 1


def test_the_view_stays_on_the_base_map(opened, whole):
    page = opened(whole)
    inside = "map.options.maxBounds.pad(0.01).contains(map.getBounds())"
    page.layer("map.setZoom(0, {animate: false})")
    page.layer("map.panTo([80, -170], {animate: false})")
    page.settled()

    assert page.layer(inside)


def test_our_layer_on_a_plain_folium_map_opens_a_popup(browser, incidents, claims, tmp_path):
    chart = folium.Map([20.6, 10.6], tiles=None, zoom_start=8)
    Deaths(incidents, claims).add_to(chart)
    html = chart.get_root().render()
    # Folium's own map loads Leaflet from a host; here it stands beside, as a user would serve it.
    html = re.sub(
        r'<script src="[^"]*leaflet[^"]*leaflet.js"></script>',
        lambda _: f"<script>{asset('leaflet.js')}</script>",
        html,
    )
    html = re.sub(r'<(script src|link rel="stylesheet" href)="http[^>]*>(</script>)?', "", html)
    path = tmp_path / "plain.html"
    path.write_text(html, encoding="utf-8")
    context = browser.new_context(viewport={"width": 1000, "height": 800}, offline=True)
    page = context.new_page()
    page.goto(f"file://{path}")
    page.wait_for_timeout(400)
    x, y = page.evaluate(
        "() => { const map = Object.values(window).find(value => value instanceof L.Map);"
        " const point = map.latLngToContainerPoint([20.3, 10.7]); return [point.x, point.y]; }"
    )
    page.mouse.click(x, y)
    page.wait_for_selector(".mapper-popup blockquote")

    assert "words of aton" in page.inner_text(".mapper-popup")
    context.close()


@pytest.fixture
def many():
    rows = [
        {"incident_id": f"i{number}", "deaths_low": 1 + number % 7, "deaths_high": 1 + number % 9 + 6,
         "precision": "settlement", "voices": "Examplia Monitor", "title": f"Incident {number}",
         "geometry": shapely.Point(10 + (number * 37 % 1000) / 900, 20 + (number * 91 % 1000) / 900)}
        for number in range(2000)
    ]  # fmt: skip
    return conform(rows, INCIDENTS)


def test_very_many_are_gathered_and_each_is_counted_once(opened, many, tmp_path):
    path = tmp_path / "many.html"
    Map([Deaths(many)]).save(path)
    page = opened(path)
    clusters = page.layer("layer._crowd.cells")

    assert page.layer("layer.drawn") == 2000
    assert sum(cluster["count"] for cluster in clusters) == 2000
    assert sum(cluster["low"] for cluster in clusters) == many["deaths_low"].sum()
    assert sum(cluster["high"] for cluster in clusters) == many["deaths_high"].sum()


def test_a_cluster_lists_what_it_stands_for(opened, many, tmp_path):
    path = tmp_path / "many.html"
    Map([Deaths(many)]).save(path)
    page = opened(path)
    # What lies on top of a symbol's middle is what a click there means: most have nothing there.
    page.page.evaluate("""() => {
        globalThis.at = (map, layer, {row}) => map.latLngToContainerPoint(layer.place(row));
    }""")
    own = "layer.clusters.filter(c => c.count > 3 && stage.hits(at(map, layer, c)).length === c.count)"
    x, y, count, low, high = page.layer(
        f"(c => [...Object.values(at(map, layer, c)), c.count, c.low, c.high])({own}.at(-1))"
    )
    frame = page.page.locator(".folium-map").bounding_box()
    page.page.mouse.click(frame["x"] + x, frame["y"] + y)
    page.page.wait_for_selector(".mapper-sums")

    assert page.layer(f"{own}.length > layer.clusters.filter(c => c.count > 3).length / 2")
    assert page.page.inner_text(".mapper-sums li strong").startswith(f"{low}–{high} killed")
    assert page.page.locator(".mapper-item").count() == count > 3


def test_what_is_given_is_drawn_or_listed_and_stands_in_the_table(opened, tmp_path):
    places = [shapely.Point(10 + n / 90, 20 + n * 7 % 80 / 90) for n in range(80)]
    areas = [
        shapely.box(11 + n % 6 / 5, 20 + n // 6 / 5, 11.2 + n % 6 / 5, 20.2 + n // 6 / 5)
        for n in range(30)
    ]
    rows = [
        {"incident_id": f"i{n}", "title": f"Incident {n}", "deaths_low": n % 9, "deaths_high": n % 9 + n % 2,
         "voices": f"Voice {n % 3}", "precision": ["settlement"] * 80 + ["adm2"] * 30 + ["unplaced"] * 10}
        for n in range(120)
    ]  # fmt: skip
    for n, (row, geometry) in enumerate(zip(rows, [*places, *areas, *[None] * 10], strict=True)):
        row |= {"geometry": geometry, "precision": row["precision"][n]}
    path = tmp_path / "all.html"
    Map([Deaths(conform(rows, INCIDENTS))]).save(path)
    page = opened(path)

    assert page.layer("layer.drawn") == 80
    assert page.layer("layer.clusters.reduce((sum, {count}) => sum + count, 0)") == 80
    assert page.layer("layer.regions.rows.reduce((sum, rows) => sum + rows.length, 0)") == 30
    assert page.page.inner_text(".mapper-status").startswith("120 entries: 110 on the map, 10 ")
    page.page.click(".mapper-opener")
    page.page.wait_for_selector(".mapper-table tbody tr")
    assert "120" in page.page.inner_text(".mapper-table caption")
    seen = set()
    while True:
        seen |= {*page.page.locator(".mapper-table tbody tr").evaluate_all("all => all.map(row => row.dataset.item)")}  # fmt: skip
        later = page.page.locator(".mapper-table > .mapper-pager button").last
        if later.is_disabled():
            break
        later.click()
        page.page.wait_for_timeout(150)
    assert seen == {f"deaths:{n}" for n in range(120)}


def test_without_clusters_each_has_its_own_symbol(opened, many, tmp_path):
    path = tmp_path / "many.html"
    Map([Deaths(many, cluster=False)]).save(path)
    page = opened(path)

    assert page.layer("layer.drawn") == 2000
    assert page.layer("layer.clusters") is None
