"""Words on the map: everything drawn is said of its own place, in view, and as large as the reader has set letters."""

import pytest
import shapely

from mapper.rendering import Deaths, Map, Statements, map_of
from mapper.schema import CLAIMS, INCIDENTS, conform

# All words written on the map, after everything is drawn anew.
WRITTEN = """(() => {
    const words = [], real = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...at) { words.push(text.replace(/[\u2068\u2069]/g, '')); return real.call(this, text, ...at); };
    for (const other of stage.layers.values()) other.redraw();
    const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
    return frame().then(frame).then(() => { CanvasRenderingContext2D.prototype.fillText = real; return words; });
})()"""

LABELS = "Object.values(map._layers).find(other => other.options?.pane === 'mapper-labels')"


def incident(name, low, high, geometry, **values):
    return {"incident_id": name, "title": name, "place_name": name, "deaths_low": low, "deaths_high": high,
            "precision": "settlement", "voices": "Monitor", "geometry": geometry, **values}  # fmt: skip


def saved(path, rows):
    Map([Deaths(conform(rows, INCIDENTS))]).save(path)
    return path


@pytest.fixture
def areas(tmp_path):
    """Save a governorate where many died, and a district of it where few did."""
    rows = [incident("Wide", 900, 900, shapely.box(10, 20, 11, 21), precision="adm1"),
            incident("Fine", 3, 3, shapely.box(10.1, 20.1, 10.3, 20.3), precision="adm3")]  # fmt: skip
    return saved(tmp_path / "areas.html", rows)


def test_a_wide_area_is_hatched_round_the_finer_ones_in_it(opened, areas):
    page = opened(areas)
    inks = page.layer("""(() => {
        const canvas = layer._areas._container, r = layer._areas.view.ratio, {width, height} = canvas;
        const {data} = canvas.getContext('2d').getImageData(0, 0, width, height);
        return [[20.2, 10.36], [20.2, 10.2]].map(at => {
            const p = map.latLngToLayerPoint(at).subtract(layer._areas._bounds.min).multiplyBy(r);
            let inked = 0;
            for (let x = p.x - 20 * r; x < p.x + 20 * r; x++) for (let y = p.y - 20 * r; y < p.y + 20 * r; y++) {
                inked += Number(data[4 * (Math.round(y) * width + Math.round(x)) + 3] > 0);
            }
            return inked;
        });
    })()""")

    assert inks[0] > 1.5 * inks[1] > 0


def test_the_words_of_a_wide_area_keep_out_of_the_finer_ones_in_it(opened, areas):
    page = opened(areas)
    shared = page.layer(f"""(() => {{
        const {{boxes, view}} = {LABELS}, {{shapes, regions}} = layer, fine = regions.within.findIndex(inner => !inner.length);
        const holds = (x, y) => shapes.holds(fine, (x + view.left) / view.scale, (y + view.top) / view.scale);
        return boxes.map(([x0, y0, x1, y1]) => [holds(x0, (y0 + y1) / 2), holds(x1, (y0 + y1) / 2)]);
    }})()""")

    assert sorted(shared) == [[False, False], [True, True]]


def test_the_legend_has_the_hatches_that_are_drawn(opened, areas):
    legend = opened(areas).page.inner_text(".mapper-body-legend").split("\n")

    assert "1–9" in legend
    assert "100–999" in legend
    assert "10–99" not in legend


def test_what_is_chosen_of_an_area_is_its_edge_and_no_ring_in_its_middle(opened, areas):
    page = opened(areas)
    page.layer("stage.choose([{layer: 'deaths', row: 0}, {layer: 'deaths', row: 1}], null)")
    page.page.wait_for_selector(".mapper-item")

    assert page.page.locator(".mapper-ring").count() == 0
    assert page.layer("layer.chosen().length") == 2
    # An area may hold the people of another: they make no sum.
    assert page.page.locator(".mapper-sums").count() == 0


def test_a_symbol_of_several_voices_says_whose_figure_it_is(opened, tmp_path):
    rows = [incident("a", 7, 10, shapely.Point(10.5, 20.5)),
            incident("b", 30, 40, shapely.Point(10.5, 20.5), voices="Other"),
            incident("c", 5, 5, shapely.Point(11.5, 21.5))]  # fmt: skip
    words = opened(saved(tmp_path / "two.html", rows)).layer(WRITTEN)

    assert "30–40" in words
    assert "Other +1" in words


@pytest.mark.parametrize(
    ("high", "written"), [(732, "2 sources: 683–732 killed"), (683, "Monitor +1: 683 killed")]
)
def test_what_lies_between_two_voices_is_neither_ones_figure(opened, tmp_path, high, written):
    rows = [incident("Wide", 683, high, shapely.box(10, 20, 11, 21), precision="adm1", voices="Monitor|Other")]  # fmt: skip
    words = " ".join(opened(saved(tmp_path / "between.html", rows)).layer(WRITTEN))

    assert written in words


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_the_figure_of_an_area_is_written_whole_at_every_width(opened, whole, width):
    page = opened(whole, width=width, height=800)
    words = " ".join(page.layer(WRITTEN))

    assert "Examplia Monitor: more than 1,000 killed" in words
    assert "households" in words


def test_no_words_lie_under_the_buttons(opened, tmp_path):
    rows = [
        incident(f"i{n}", 1000 + n, 9000 + n, shapely.Point(10 + n % 5 / 5, 20 + n // 5 / 5))
        for n in range(25)
    ]
    page = opened(saved(tmp_path / "many.html", rows), width=390, height=700)
    shared = page.layer(f"""(() => {{
        const labels = {LABELS}, frame = labels._container.getBoundingClientRect();
        const buttons = [...map.getContainer().querySelectorAll('.leaflet-control')].map(one => one.getBoundingClientRect());
        return labels.boxes.filter(([x0, y0, x1, y1]) => buttons.some(one => x0 + frame.left < one.right - 1 && x1 + frame.left > one.left + 1
            && y0 + frame.top < one.bottom - 1 && y1 + frame.top > one.top + 1)).length;
    }})()""")

    assert page.layer(f"{LABELS}.boxes.length") > 3
    assert shared == 0


def test_a_statement_of_an_area_is_written_beside_it_and_found_in_it(opened, tmp_path):
    rows = [{"claim_id": "s", "voice": "A ministry", "measure": "statement", "quote": "Calm is back.",
             "place_name": "Coast", "precision": "zone", "geometry": shapely.box(10, 20, 11, 21)}]  # fmt: skip
    path = tmp_path / "statement.html"
    Map([Statements(conform(rows, CLAIMS))]).save(path)
    page = opened(path)

    assert "A ministry: statement" in page.layer(WRITTEN)
    assert page.layer("layer.hits(map.latLngToContainerPoint([20.5, 10.5]))", "statements") == [0]


def test_letters_of_the_map_grow_with_those_of_the_page(opened, whole):
    page = opened(whole)
    sizes = """(() => {
        const sizes = [], real = CanvasRenderingContext2D.prototype.fillText;
        CanvasRenderingContext2D.prototype.fillText = function (...all) { sizes.push(parseFloat(this.font.match(/([\\d.]+)px/)[1])); return real.apply(this, all); };
        for (const other of stage.layers.values()) other.redraw();
        return new Promise(done => setTimeout(() => { CanvasRenderingContext2D.prototype.fillText = real; done(Math.max(...sizes)); }, 200));
    })()"""
    usual = page.layer(sizes)
    page.page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert page.layer(sizes) >= 1.9 * usual
    assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.page.evaluate(
        "[...document.querySelectorAll('.mapper-side *, .mapper-head *')].every(one => one.getBoundingClientRect().right <= innerWidth + 1)"
    )


def test_the_headline_says_who_passes_a_voice_on(opened, incidents, claims, reports, tmp_path):
    path = tmp_path / "relay.html"
    told = claims.assign(relay="The Daily Example")
    map_of({"incidents": incidents, "claims": told, "reports": reports}).save(path)

    heading = opened(path).page.locator(".mapper-voice h3").first.inner_text()
    assert "as passed on by The Daily Example" in heading


def test_when_nothing_fits_the_page_says_so(opened, whole):
    page = opened(whole).page
    page.fill(".mapper-search input", "zzzzqq")
    page.locator(".mapper-status", has_text="0 of").wait_for()

    assert "nothing fits" in page.inner_text(".mapper-status")
    assert "on the map" not in page.inner_text(".mapper-status")


def test_the_legend_forgets_what_no_filter_lets_pass(opened, whole):
    page = opened(whole)
    legend = page.page.locator(".mapper-body-legend")
    assert "Displacement" in legend.inner_text()
    page.layer("stage.state.set({filters: {measure: ['killed']}})")
    page.page.locator(".mapper-body-legend h3", has_text="Displacement").wait_for(state="detached")

    assert "Deaths" in legend.inner_text()
