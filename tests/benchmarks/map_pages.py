"""Pages to compare: ours, a floor with the same columns and nothing else, and other map tools.

The other tools' pages load scripts from other hosts. `serve` answers for those hosts from
``peers/node_modules``, so that no network is needed: ``npm ci --ignore-scripts`` in ``peers`` puts
them there, and ``pip install -e .[peers]`` the tools themselves.
"""

import base64
import importlib.util
import json
import os
import re
import time
import zlib
from pathlib import Path

import numpy as np

from mapper.rendering import Deaths, Map

LIBRARIES = Path(__file__).parent / "peers" / "node_modules"

FLOOR = """<!DOCTYPE html><meta charset=utf-8><style>body{margin:0}</style>
<canvas id=c width=1280 height=800></canvas><script id=d type=x>%s</script><script id=q type=x>%s</script>
<script>(async () => {
const open = async id => new Uint8Array(await new Response(new Blob([Uint8Array.from(atob(
  document.getElementById(id).textContent), c => c.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream('deflate'))).arrayBuffer());
const bytes = (await open('d')).slice(), n = %d, x = new Uint16Array(bytes.buffer, 0, n), y = new Uint16Array(bytes.buffer, 2 * n, n);
const ctx = c.getContext('2d'), image = new ImageData(1280, 800), pixels = new Uint32Array(image.data.buffer);
let dx = 0, dy = 0, from = null;
const draw = () => { pixels.fill(0); for (let i = 0; i < n; i++) {
  const px = (x[i] * 1277 >> 16) + dx, py = (y[i] * 797 >> 16) + dy;
  if (px < 0 || py < 0 || px > 1277 || py > 797) continue;
  for (let r = 0, at = py * 1280 + px; r < 3; r++, at += 1280) { pixels[at] = pixels[at + 1] = pixels[at + 2] = 0xff303030; } }
  ctx.putImageData(image, 0, 0); };
onmousedown = e => from = [e.x - dx, e.y - dy];
onmouseup = () => from = null;
onmousemove = e => { if (from) { dx = e.x - from[0]; dy = e.y - from[1]; requestAnimationFrame(draw); } };
draw(); performance.mark('mapper:deaths');
})()</script>"""


def made(name, rows, path):
    """Write a page; return the seconds from table to file."""
    start = time.perf_counter()
    PAGES[name](rows, path)
    return time.perf_counter() - start


def ours(rows, path):
    Map([Deaths(rows)]).save(path)


def ours_apart(rows, path):
    Map([Deaths(rows, cluster=False)]).save(path)


def floor(rows, path):
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


def folium_circles(rows, path):
    import folium

    chart = folium.Map([31.2, 21.3], zoom_start=8, tiles=None, prefer_canvas=True)
    for row in _cells(rows):
        folium.CircleMarker(
            [row["lat"], row["lon"]], radius=row["radius"], popup=folium.Popup(_words(row))
        ).add_to(chart)
    chart.save(path)


def fast_marker_cluster(rows, path):
    import folium
    from folium.plugins import FastMarkerCluster

    chart = folium.Map(
        [31.2, 21.3], zoom_start=8
    )  # without tiles it has no greatest zoom, and stops
    cells = [[row["lat"], row["lon"], row["radius"], *_words(row).split(" | ")] for row in _cells(rows)]  # fmt: skip
    callback = (
        "function (row) { return L.circleMarker([row[0], row[1]], {radius: row[2]})"
        ".bindPopup(row.slice(3).join(', ')); }"
    )
    FastMarkerCluster(cells, callback=callback).add_to(chart)
    chart.save(path)


def pydeck(rows, path):
    import pydeck as deck

    frame = rows.drop(columns="geometry").dropna(axis=1, how="all")
    frame = frame.assign(
        lon=rows.geometry.x, lat=rows.geometry.y, period_start=frame["period_start"].astype("str"),
        period_end=frame["period_end"].astype("str"), radius=_radius(rows),
    )  # fmt: skip
    layer = deck.Layer(
        "ScatterplotLayer", frame, get_position="[lon, lat]", get_radius="radius", pickable=True,
        radius_units=deck.types.String("pixels"), get_fill_color=[40, 40, 40],
    )  # fmt: skip
    view = deck.ViewState(latitude=31.2, longitude=21.3, zoom=7)
    # Its own way of a page without a network: the script stands in the file.
    deck.Deck([layer], initial_view_state=view, map_provider=None, map_style=None,
              tooltip={"text": "{quote}"}).to_html(str(path), offline=True, notebook_display=False)  # fmt: skip


def lonboard(rows, path):
    import lonboard as board

    frame = rows.dropna(axis=1, how="all")
    layer = board.ScatterplotLayer.from_geopandas(
        frame, radius_units="pixels", get_radius=_radius(rows).astype(np.float32), pickable=True
    )
    board.Map(layer, basemap=None).to_html(path)
    # The libraries on disk are the same code in other files, which the digests do not know.
    path.write_text(re.sub(r' integrity="[^"]*"', "", path.read_text()))


PAGES = {
    "ours": ours,
    "ours, each alone": ours_apart,
    "floor": floor,
    "Folium circles": folium_circles,
    "FastMarkerCluster": fast_marker_cluster,
    "pydeck": pydeck,
    "lonboard": lonboard,
}

_NEEDS = {"pydeck": "pydeck", "lonboard": "lonboard"}


def wanted(count):
    """Name the pages to make at a size: peers only when asked for, and where they can be had."""
    names = ["ours", "ours, each alone", "floor"]
    if not os.environ.get("MAP_PEERS"):
        return names
    if not LIBRARIES.is_dir():
        raise SystemExit(f"no {LIBRARIES}; run: npm ci --ignore-scripts in {LIBRARIES.parent}")
    for name in ("Folium circles", "FastMarkerCluster", "pydeck", "lonboard"):
        if name in _NEEDS and importlib.util.find_spec(_NEEDS[name]) is None:
            print(f"{name} is not installed: pip install -e .[peers]")
        elif name != "Folium circles" or count <= 10_000:  # 84 s and 131 MB at the next size
            names.append(name)
    return names


def serve(context):
    """Answer what pages ask of other hosts from the libraries on disk; all else finds nothing."""
    files = {
        r"/leaflet@[\d.]+/dist/(.*)": "leaflet/dist/{}",
        r"/jquery-[\d.]+\.min\.js": "jquery/dist/jquery.min.js",
        r"/leaflet\.markercluster/[\d.]+/(.*)": "leaflet.markercluster/dist/{}",
        r"/require\.js/[\d.]+/require\.min\.js": "requirejs/require.js",
        r"/html-manager@[^/]+/dist/(.*)": "@jupyter-widgets/html-manager/dist/{}",
        r"/parquet-wasm@[\d.]+/(.*)": "parquet-wasm/{}",
        r"/anywidget@[^/]+/dist/index(?:\.js)?$": "anywidget/dist/index.js",
    }

    def answer(route):
        for pattern, name in files.items():
            found = re.search(pattern, route.request.url)
            file = found and LIBRARIES / name.format(*found.groups())
            if file and file.is_file():
                kind = {".wasm": "application/wasm", ".js": "text/javascript", ".css": "text/css"}
                route.fulfill(
                    path=file, content_type=kind.get(file.suffix, "application/octet-stream"),
                    headers={"access-control-allow-origin": "*"},
                )  # fmt: skip
                return
        route.fulfill(status=200, content_type="text/css", body="")

    context.route(re.compile(r"^https?://"), answer)


def _cells(rows):
    frame = rows[
        ["deaths_low", "deaths_best", "deaths_high", "grade", "voices", "place_name", "quote"]
    ]
    frame = frame.assign(
        lon=rows.geometry.x, lat=rows.geometry.y, radius=_radius(rows), day=rows["period_start"].astype("str")
    )  # fmt: skip
    return frame.to_dict("records")


def _words(row):
    names = (
        "place_name",
        "day",
        "deaths_low",
        "deaths_best",
        "deaths_high",
        "grade",
        "voices",
        "quote",
    )
    return " | ".join(str(row[name]) for name in names)


def _radius(rows):
    return 2 + 1.5 * np.sqrt(rows["deaths_best"].to_numpy(dtype=float))
