"""What is drawn and written on the map: numbers count people, words are not covered, one symbol is one thing."""

import pytest
import shapely

from mapper.rendering import Deaths, Displacement, Map
from mapper.schema import FLOWS, INCIDENTS, conform

expect = pytest.importorskip("playwright.sync_api").expect

WRITTEN = """(() => {
    const words = [], real = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...at) { words.push(text.replace(/[\u2068\u2069]/g, '')); return real.call(this, text, ...at); };
    for (const other of stage.layers.values()) other.redraw();
    const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
    return frame().then(frame).then(() => words);
})()"""

COUNTED = """(() => {
    const real = CanvasRenderingContext2D.prototype.setTransform; // twice a drawing
    CanvasRenderingContext2D.prototype.setTransform = function (...matrix) {
        this.canvas.times = (this.canvas.times ?? 0) + 0.5;
        return real.apply(this, matrix);
    };
})()"""

LABELS = "Object.values(map._layers).find(other => other.options?.pane === 'mapper-labels')"


def incident(name, low, high, x, y, **values):
    return {"incident_id": name, "title": name, "place_name": name, "deaths_low": low, "deaths_high": high,
            "precision": "settlement", "voices": "Monitor", "geometry": shapely.Point(x, y), **values}  # fmt: skip


@pytest.fixture
def cluster(tmp_path):
    """Save three incidents side by side, and one far from them."""
    rows = [
        incident("a", 7, 10, 10.5, 20.5),
        incident("b", 8, 11, 10.501, 20.5),
        incident("c", 9, 12, 10.5, 20.501),
        incident("d", 50, 50, 11.4, 21.2, grade="weak"),
    ]
    path = tmp_path / "cluster.html"
    Map([Deaths(conform(rows, INCIDENTS))]).save(path)
    return path


def test_the_parts_of_a_figure_are_written_in_its_area(opened, whole):
    words = opened(whole).layer(WRITTEN)

    assert "Examplia Monitor: more than 1,000 killed" in words
    assert "of whom about 745 · civilians" in words
    assert any("“dozens”" in text and "households" in text for text in words)


def test_numbers_on_the_map_count_people_never_incidents(opened, cluster):
    words = opened(cluster).layer(WRITTEN)

    assert "24–33" in words
    assert "50" in words
    assert not {"3", "×3"} & set(words)


def test_a_cluster_gets_one_ring_and_its_sum(opened, cluster):
    page = opened(cluster)
    x, y = page.layer("(p => [p.x, p.y])(map.latLngToContainerPoint(layer.place(0)))")
    frame = page.page.locator(".folium-map").bounding_box()
    page.page.mouse.click(frame["x"] + x, frame["y"] + y)
    page.page.wait_for_selector(".mapper-sums")

    assert page.page.locator(".mapper-item").count() == 3
    assert page.page.locator(".mapper-ring").count() == 1
    assert "24–33 killed (3 incidents)" in page.page.inner_text(".mapper-sums")


def test_the_pointer_says_what_can_be_clicked(opened, cluster):
    page = opened(cluster)
    frame = page.page.locator(".folium-map")
    x, y = page.layer("(p => [p.x, p.y])(map.latLngToContainerPoint(layer.place(0)))")
    frame.hover(position={"x": x, "y": y})
    expect(page.page.locator(".folium-map.mapper-over")).to_have_count(1)
    frame.hover(position={"x": x + 120, "y": y - 120})
    expect(page.page.locator(".folium-map.mapper-over")).to_have_count(0)


def test_words_keep_clear_of_symbols_arrows_and_each_other(opened, tmp_path):
    incidents = [
        incident(f"i{n}", 3 * n + 1, 4 * n + 1, 10 + n * 37 % 100 / 80, 20 + n * 61 % 100 / 80)
        for n in range(40)
    ]
    lines = [shapely.LineString([(10 + n / 8, 20), (11 - n / 8, 21)]) for n in range(8)]
    flows = [{"flow_id": f"f{n}", "unit": "person", "count_low": 90 * n, "voices": "Monitor", "geometry": line}
             for n, line in enumerate(lines)]  # fmt: skip
    path = tmp_path / "crowded.html"
    Map([Deaths(conform(incidents, INCIDENTS)), Displacement(conform(flows, FLOWS))]).save(path)
    page = opened(path)
    view = f"{LABELS}.view"
    obstacles = page.layer(f"[...stage.layers.values()].flatMap(l => l.boxes?.({view}) ?? [])")
    boxes = page.layer(f"{LABELS}.boxes")
    others = shapely.union_all([shapely.box(*box[:4]) for box in obstacles])
    words = [shapely.box(*box) for box in boxes]

    assert len(words) > 10
    assert not any(word.buffer(-0.1).intersects(others) for word in words)
    assert shapely.union_all(words).area == pytest.approx(sum(word.area for word in words))


def test_the_legend_follows_the_zoom(opened, tmp_path):
    rows = [incident("a", 7, 10, 10, 20, grade="weak"), incident("b", 9, 12, 10.02, 20)]
    villages, far = [(10 + n / 1000, 20) for n in range(45)], (10.8, 20.6)
    flows = [
        {"flow_id": f"f{n}", "unit": "person", "count_low": 10, "voices": "Monitor", "kind": "flow",
         "geometry": shapely.LineString([village, far])}
        for n, village in enumerate(villages)
    ]  # fmt: skip
    flows.append(
        {**flows[0], "flow_id": "back", "geometry": shapely.LineString([far, villages[0]])}
    )
    path = tmp_path / "zoom.html"
    Map([Deaths(conform(rows, INCIDENTS)), Displacement(conform(flows, FLOWS))]).save(path)
    page = opened(path)
    legends = []
    for zoom in (8, 14):
        page.layer(f"map.setView([20, 10.01], {zoom}, {{animate: false}}) && 0")
        page.page.wait_for_timeout(400)
        legends.append(page.page.inner_text(".mapper-body-legend"))

    together, apart = legends
    assert "second edge: several incidents" in together
    assert "second edge: several incidents" not in apart
    assert "in 10 · out 450" in together
    assert "in 10 · out 450" not in apart
    assert "in 450 · out 10" in apart


def test_the_scale_stands_where_lines_begin_in_the_digits_of_the_page(opened, cluster):
    page = opened(cluster)
    assert page.page.inner_text(".leaflet-bottom.leaflet-left .leaflet-control-scale").endswith(
        "km"
    )
    page.page.click(".mapper-languages button")

    scale = page.page.inner_text(".leaflet-bottom.leaflet-right .leaflet-control-scale")
    assert scale.endswith("كم")
    assert scale[0] in "٠١٢٣٤٥٦٧٨٩"


def test_a_wider_figure_stands_beside_its_area_not_in_one_of_its_parts(opened, tmp_path):
    west, east = shapely.box(10, 20, 10.5, 21), shapely.box(10.5, 20, 11, 21)
    rows = [
        incident("West", 7, 7, 0, 0, precision="adm1", geometry=west),
        incident("East", 9, 9, 0, 0, precision="adm1", geometry=east),
        incident("West, East", 40, 40, 0, 0, precision="adm1", geometry=west.union(east)),
    ]
    path = tmp_path / "wide.html"
    Map([Deaths(conform(rows, INCIDENTS))]).save(path)
    page = opened(path)
    (x0, _), (x1, _) = page.layer(
        "[[21, 10], [20, 11]].map(at => map.latLngToContainerPoint(at)).map(p => [p.x, p.y])"
    )
    at = page.layer(
        WRITTEN.replace("words.push(text", "words.push([at[0], text").replace(
            ", '')); ", ", '')]); "
        )
    )
    pad = page.layer(f"({LABELS}.view.width - map.getSize().x) / 2")
    spots = {text: x - pad for x, text in at if "killed" in text}

    assert x0 < spots["Monitor: 7 killed"] < (x0 + x1) / 2 < spots["Monitor: 9 killed"] < x1
    assert not x0 < spots["Monitor: 40 killed"] < x1


@pytest.mark.parametrize("width", [1400, 390])
def test_a_page_that_opens_draws_its_map_once(browser, whole, width):
    context = browser.new_context(viewport={"width": width, "height": 900}, offline=True)
    context.add_init_script(COUNTED)
    page = context.new_page()
    page.goto(f"file://{whole}")
    page.wait_for_selector("[aria-busy]", state="detached")
    page.wait_for_timeout(300)
    times = page.evaluate("""[...document.querySelectorAll('.leaflet-pane canvas')].map(
        canvas => [canvas.parentElement.className.split('-').at(-2), canvas.times])""")
    context.close()

    # Of words there may be a frame for the base map, and one for what lies on it.
    assert len(times) == 7
    assert all(count == 1 or (pane == "labels" and count <= 3) for pane, count in times), times


def test_one_figure_for_several_towns_is_seen_said_and_found_at_each(opened, tmp_path):
    path = tmp_path / "several.html"
    towns = shapely.MultiPoint([(10, 20), (10.4, 20)])
    rows = [{"incident_id": "both", "deaths_low": 40, "place_name": "Aton, Beton", "geometry": towns},
            {"incident_id": "one", "deaths_low": 90, "deaths_high": 90, "place_name": "Aton", "geometry": shapely.Point(10, 20)}]  # fmt: skip
    Map([Deaths(conform([{**row, "precision": "settlement", "voices": "M"} for row in rows], INCIDENTS))]).save(path)  # fmt: skip
    page = opened(path)
    hits = page.layer(
        """[[20, 10.4], [20, 10.2], [20, 10], [20.2, 10.2]].map(at => layer.hits(map.latLngToContainerPoint(at)))"""
    )
    assert [len(rows) for rows in hits] == [1, 1, 1, 0]
    assert hits[0] == hits[1] != hits[2]
    inked = """(() => {
        const canvas = layer._container, r = layer.view.ratio, p = map.latLngToLayerPoint([20, 10.4]).subtract(layer._bounds.min).multiplyBy(r);
        const copy = Object.assign(document.createElement('canvas'), {width: 24 * r, height: 24 * r}).getContext('2d', {willReadFrequently: true});
        copy.drawImage(canvas, 12 * r - p.x, 12 * r - p.y);
        const {data} = copy.getImageData(0, 0, 24 * r, 24 * r);
        const blue = data.filter((value, i) => i % 4 === 2 && value > 90 + data[i - 2] && data[i + 1] > 200).length;
        return [data.filter((value, i) => i % 4 === 3 && value > 0).length, blue];
    })()"""
    seen, blue = page.layer(inked)
    assert seen > 100
    assert blue == 0
    page.layer(f"stage.choose([{{layer: 'deaths', row: {hits[0][0]}}}], null)")
    page.page.wait_for_selector(".mapper-item")
    assert page.layer(inked)[1] > 50
    assert "(each a town or village)" in page.page.inner_text(".mapper-item")
    assert "one figure for several places" in page.page.inner_text(".mapper-body-legend")
