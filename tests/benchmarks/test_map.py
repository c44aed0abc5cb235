"""The map beside a floor and beside other tools, all made and opened in the same run.

``pytest -s tests/benchmarks/test_map.py`` measures ours beside a floor: a bare page with the same
columns and nothing else. ``MAP_SIZES=10000,100000,1000000`` sets the sizes, ``MAP_PEERS=1`` adds other
tools (see `map_pages`). Only ratios within one run are comparable between machines.
"""

import os
from pydoc_data.topics import topics

import crowd
import map_pages
import map_probe
import pandas as pd
import pytest

from mapper.rendering import Deaths, Displacement, Map
from mapper.rendering.claims import PageClaims
from mapper.schema import CLAIMS, conform

SIZES = [int(size) for size in os.environ.get("MAP_SIZES", "1000,10000").split(",")]

MEASURES = (
    ("made", "table to file", "s"),
    ("bytes", "bytes beyond the page", "MB"),
    ("symbols", "open to all symbols drawn", "s"),
    ("open", "open to all at rest", "s"),
    ("frame", "frame while dragged, half-time", "ms"),
    ("worst", "frame while dragged, worst", "ms"),
    ("heap", "JS heap", "MB"),
    ("buffers", "buffers beside it", "MB"),
    ("click", "click to details", "ms"),
    ("filter", "time filter to drawn", "ms"),
    ("words", "word filter to drawn", "ms"),
    ("layer", "layer switch to drawn", "ms"),
    ("table", "table opened", "ms"),
    ("sort", "table sorted", "ms"),
    ("search", "search", "ms"),
)


@pytest.fixture(scope="module")
def chromium():
    """A browser that can also run what needs WebGL, in software."""
    driver = pytest.importorskip("playwright.sync_api")
    from tests.chromium import BROWSER

    if BROWSER is None:
        pytest.skip("no Chromium is installed")
    with driver.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=BROWSER, args=["--no-sandbox", "--enable-unsafe-swiftshader"]
        )
        yield browser
        browser.close()


@pytest.mark.browser
@pytest.mark.filterwarnings("default")  # other tools' own
@pytest.mark.parametrize("count", SIZES)
def test_incidents_beside_a_floor_and_peers(chromium, tmp_path, count):
    rows = crowd.incidents(count)
    found = {}
    for name in map_pages.wanted(count):
        path = tmp_path / "page.html"
        seconds = map_pages.made(name, rows, path)
        map_pages.made(name, rows.iloc[:2], tmp_path / "alone.html")
        alone = (tmp_path / "alone.html").stat().st_size
        own = name.startswith("ours")
        serve = None if own or name == "floor" else map_pages.serve
        found[name] = {
            "made": seconds,
            "bytes": (path.stat().st_size - alone) / 1e6,
            "alone": alone,
        }
        found[name] |= map_probe.probed(
            chromium,
            path,
            serve=serve,
            inside=own,
            times=3 if count <= 100_000 and not serve else 1,
        )
    _say(count, found)
    for name in ("ours", "ours, each alone"):
        assert not {"failed", "said"} & {*found[name]}, found[name]
        assert found[name]["drawn"] == found[name]["rows"] == count


@pytest.mark.browser
@pytest.mark.parametrize("count", [size for size in SIZES if size <= 10_000])
def test_flows(chromium, tmp_path, count):
    rows = crowd.flows(count)
    path = tmp_path / "flows.html"
    Map([Displacement(rows)]).save(path)
    seen = map_probe.probed(chromium, path, times=3)
    print(f"\n{len(rows):,} flows: {path.stat().st_size / 1e6:.2f} MB, open {seen['open']:.2f} s, "
          f"frames {seen['frame']:.0f} / {seen['worst']:.0f} ms")  # fmt: skip
    assert "failed" not in seen


def test_real_prose_beside_parquet():
    pytest.importorskip("pyarrow")
    text = " ".join(" ".join(topics.values()).split())
    count = len(text) // 160
    rows = crowd.incidents(count)
    rows["quote"] = [text[160 * row : 160 * (row + 1)] for row in range(count)]
    payload = Deaths(rows).payload(PageClaims(conform([], CLAIMS)))
    ours = len(payload.block) + sum(map(len, payload.chunks))
    columns = pd.DataFrame(rows.drop(columns="geometry")).dropna(axis=1, how="all")
    columns = columns.assign(lon=rows.geometry.x.round(5), lat=rows.geometry.y.round(5))
    parquet = len(columns.to_parquet(compression="zstd", compression_level=9))
    print(f"\n{count:,} incidents with real prose: payload {ours / count:.0f} B, "
          f"zstd Parquet {parquet / count:.0f} B, x{ours / parquet:.2f}")  # fmt: skip
    assert ours < 1.4 * parquet


def _say(count, found):
    """Print a table: a line a measure, a column a page, in brackets how many times ours it is."""
    print(f"\n{count:,} incidents; the page alone {found['ours']['alone'] / 1e3:,.0f} kB")
    print(f"  {'':34}" + "".join(f"{name:>22}" for name in found))
    for key, what, unit in MEASURES:
        cells = []
        for page in found.values():
            value, own = page.get(key), found["ours"].get(key)
            if value is None:
                cells.append(f"{'–':>22}")
            else:
                times = f"(x{value / own:.2f})" if own else ""
                cells.append(f"{value:>13,.2f} {times:>8}")
        print(f"  {what + ', ' + unit:34}" + "".join(cells))
    for name, page in found.items():
        for key in ("failed", "said"):
            if key in page:
                print(f"  {name}, {key}: {page[key]}")
