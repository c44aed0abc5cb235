"""Rates on the page: classes with their denominator, no data apart from none."""

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from mapper.rendering import Map, Rates


@pytest.fixture
def rates(tmp_path):
    boxes = [shapely.box(10 + n / 2, 20, 10.5 + n / 2, 20.5) for n in range(4)]
    columns = {
        "place_name": ["Aton", "Beton", "Ceton", "<img src=x onerror='window.hit=1'>"],
        "precision": "adm2",
        "killed": pd.array([3, 0, 20, None], dtype="Int64"),
        "people": [20_000, 9_000, 10_000, 4_000],
    }
    frame = gpd.GeoDataFrame(columns, geometry=boxes, crs="EPSG:4326")
    path = tmp_path / "rates.html"
    layer = Rates(frame, "killed", denominator="people", of="residents", source="Census of Examplia", year=2029)  # fmt: skip
    Map([layer]).save(path)
    return path


def test_the_legend_names_the_denominator_its_source_and_its_year(opened, rates):
    page = opened(rates)
    legend = page.page.inner_text(".mapper-body-legend")

    assert page.layer("layer.drawn", "rates") == 4
    assert "killed per 10,000 residents" in legend
    assert "residents: Census of Examplia, 2029" in legend
    assert "none counted" in legend
    assert "no data" in legend
    page.page.click(".mapper-languages button")
    assert "٢٠٢٩" in page.page.inner_text(".mapper-body-legend")


def test_a_click_tells_rate_and_count(opened, rates):
    page = opened(rates)
    x, y = page.layer("(p => [p.x, p.y])(map.latLngToContainerPoint([20.25, 11.25]))", "rates")
    frame = page.page.locator(".folium-map").bounding_box()
    page.page.mouse.click(frame["x"] + x, frame["y"] + y)
    page.page.wait_for_selector(".mapper-item")

    assert "20 killed per 10,000 residents (20 killed)" in page.page.inner_text(".mapper-item")


def test_each_class_has_its_shade_and_no_data_has_none(opened, rates):
    page = opened(rates)
    shades = page.layer(
        """(() => {
            const copy = document.createElement('canvas'), {width, height} = layer._container;
            Object.assign(copy, {width, height});
            const ctx = copy.getContext('2d', {willReadFrequently: true});
            ctx.drawImage(layer._container, 0, 0);
            const box = layer._container.getBoundingClientRect(), frame = map.getContainer().getBoundingClientRect();
            return [10.25, 10.75, 11.25].map(x => {
                const at = map.latLngToContainerPoint([20.12, x]);
                return ctx.getImageData(at.x + frame.x - box.x, at.y + frame.y - box.y, 1, 1).data.join();
            });
        })()""",
        "rates",
    )

    assert len(set(shades)) == 3
    assert page.page.evaluate("window.hit") is None
