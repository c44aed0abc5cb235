"""The map beside a floor: a bare page with the same columns and nothing else, made in the same run.

Run with ``pytest -s tests/benchmarks/test_map.py``; ``MAP_SIZES=10000,100000,1000000`` sets the sizes.
Only ratios to the floor are comparable between machines.
"""

import base64
import json
import os
import time
import zlib
from pydoc_data.topics import topics

import crowd
import numpy as np
import pandas as pd
import pytest

from mapper.rendering import Deaths, Displacement, Map
from mapper.rendering.claims import PageClaims
from mapper.schema import CLAIMS, conform

SIZES = [int(size) for size in os.environ.get("MAP_SIZES", "1000,10000").split(",")]

FLOOR = """<!DOCTYPE html><meta charset=utf-8><style>body{margin:0}</style>
<canvas id=c width=1280 height=800></canvas><script id=d type=x>%s</script><script id=q type=x>%s</script>
<script>(async () => {
const open = async id => new Uint8Array(await new Response(new Blob([Uint8Array.from(atob(
  document.getElementById(id).textContent), c => c.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream('deflate'))).arrayBuffer());
const bytes = (await open('d')).slice(), n = %d, x = new Uint16Array(bytes.buffer, 0, n), y = new Uint16Array(bytes.buffer, 2 * n, n);
const ctx = c.getContext('2d'), image = new ImageData(1280, 800), pixels = new Uint32Array(image.data.buffer);
const draw = () => { for (let i = 0; i < n; i++) { const at = (y[i] * 797 >> 16) * 1280 + (x[i] * 1277 >> 16);
  for (let r = 0; r < 3; r++) { pixels[at + r * 1280] = pixels[at + r * 1280 + 1] = pixels[at + r * 1280 + 2] = 0xff303030; } }
  ctx.putImageData(image, 0, 0); };
draw(); performance.mark('mapper:deaths'); globalThis.redraw = draw;
})()</script>"""


def floor_page(rows, path):
    bounds = rows.total_bounds
    xy = rows.get_coordinates().to_numpy()
    grid = ((xy - bounds[:2]) / (bounds[2:] - bounds[:2]) * 65535).astype("<u2")
    order = np.lexsort([grid[:, 0], grid[:, 1]])
    numbers = rows[["deaths_low", "deaths_best", "deaths_high"]].to_numpy(np.uint16)[order]
    codes = [rows[name].astype("category").cat.codes.to_numpy(np.int16)[order]
             for name in ("place_name", "grade", "voices", "period_start")]  # fmt: skip
    planes = [grid[order, 0], grid[order, 1], *numbers.T, *codes]
    data = b"".join(np.ascontiguousarray(plane).tobytes() for plane in planes)
    quotes = json.dumps(rows["quote"].to_numpy()[order].tolist()).encode()
    packed = [base64.b64encode(zlib.compress(part, 6)).decode() for part in (data, quotes)]
    path.write_text(FLOOR % (*packed, len(rows)))


def timed(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def opened(browser, path, name="mapper:deaths"):
    """Seconds until all is drawn and loaded, of one redraw, and the heap in MB."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    page = context.new_page()
    page.goto(f"file://{path}")
    found = page.evaluate(
        """async name => {
            while (!performance.getEntriesByName(name).length) await new Promise(r => setTimeout(r, 10));
            await new Promise(r => setTimeout(r, 300));
            const load = performance.getEntriesByType('navigation')[0].loadEventEnd;
            const drawn = performance.getEntriesByName(name)[0].startTime;
            const map = globalThis.L && Object.values(globalThis).find(value => value instanceof L.Map);
            const layer = map && mapper.stageOf(map).layers.get(name.slice(7));
            const start = performance.now();
            layer ? layer.redraw() : globalThis.redraw();
            return {open: Math.max(load, drawn) / 1e3, redraw: performance.now() - start,
                drawn: layer ? layer.drawn : -1};
        }""",
        name,
    )
    session = context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    found["heap"] = session.send("Runtime.getHeapUsage")["usedSize"] / 1e6
    context.close()
    return found


@pytest.mark.browser
@pytest.mark.parametrize("cluster", [True, False])
@pytest.mark.parametrize("count", SIZES)
def test_incidents_beside_the_floor(browser, tmp_path, count, cluster):
    rows = crowd.incidents(count)
    ours, floor = tmp_path / "map.html", tmp_path / "floor.html"
    made = {
        "map": timed(lambda: Map([Deaths(rows, cluster=cluster)]).save(ours)),
        "floor": timed(lambda: floor_page(rows, floor)),
    }
    empty = tmp_path / "empty.html"
    Map([Deaths(rows.iloc[:1])]).save(empty)
    seen = {"map": opened(browser, ours), "floor": opened(browser, floor)}
    size = {"map": ours.stat().st_size - empty.stat().st_size, "floor": floor.stat().st_size}
    how = "gathered" if cluster else "each alone"
    print(f"\n{count:,} incidents, {how} (page alone {empty.stat().st_size / 1e3:,.0f} kB)")
    for what, unit, pair in (
        ("table to file", "s", made),
        ("bytes beyond the page", "MB", {key: value / 1e6 for key, value in size.items()}),
        ("open to all drawn", "s", {key: value["open"] for key, value in seen.items()}),
        ("redraw", "ms", {key: value["redraw"] for key, value in seen.items()}),
        ("heap", "MB", {key: value["heap"] for key, value in seen.items()}),
    ):
        ratio = pair["map"] / pair["floor"]
        print(f"  {what:24} {pair['map']:9.2f} {unit:3} floor {pair['floor']:9.2f}  x{ratio:.2f}")
    assert seen["map"]["drawn"] == count


@pytest.mark.browser
@pytest.mark.parametrize("count", [size for size in SIZES if size <= 10_000])
def test_flows(browser, tmp_path, count):
    rows = crowd.flows(count)
    path = tmp_path / "flows.html"
    seconds = timed(lambda: Map([Displacement(rows)]).save(path))
    seen = opened(browser, path, "mapper:displacement")
    print(f"\n{len(rows):,} flows: file {seconds:.2f} s, {path.stat().st_size / 1e6:.2f} MB, "
          f"open {seen['open']:.2f} s, redraw {seen['redraw']:.0f} ms")  # fmt: skip
    assert seen["drawn"] > 0


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
    assert ours < 1.5 * parquet
