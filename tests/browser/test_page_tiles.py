"""Tiles inside the page: pictures and vector tiles, with the network off."""

import gzip

import pytest

from mapper.rendering import Deaths, Map, Tiles
from tests.rendering.test_tiles import EXAMPLIA, archive

COLOUR = """(() => {
    const copy = document.createElement('canvas'), tile = layer.getContainer().querySelector('img, canvas');
    Object.assign(copy, {width: 1, height: 1});
    const ctx = copy.getContext('2d', {willReadFrequently: true});
    ctx.drawImage(tile, 0, 0, 1, 1);
    return Array.from(ctx.getImageData(0, 0, 1, 1).data);
})()"""


def varint(number):
    out = b""
    while number > 127:
        out += bytes([number & 127 | 128])
        number >>= 7
    return out + bytes([number])


def field(number, data):
    if isinstance(data, int):
        return varint(number << 3) + varint(data)
    return varint(number << 3 | 2) + varint(len(data)) + data


def water():
    """Return a vector tile all of water: one square over all of its 4096 units."""
    steps = [(0, 0), (4096, 0), (0, 4096), (-4096, 0)]
    zigzag = [varint(step << 1 ^ step >> 31) for at in steps for step in at]
    geometry = (
        varint(9) + b"".join(zigzag[:2]) + varint(3 << 3 | 2) + b"".join(zigzag[2:]) + varint(15)
    )
    layer = (
        field(15, 2)
        + field(1, b"water")
        + field(2, field(3, 3) + field(4, geometry))
        + field(5, 4096)
    )
    return field(3, layer)


@pytest.mark.parametrize("kind", ["PNG", "MVT"])
def test_tiles_travel_inside_the_page(opened, incidents, tmp_path, kind):
    data = gzip.compress(water()) if kind == "MVT" else None
    file = archive(
        tmp_path / "a.pmtiles", kind=kind, compression="GZIP" if data else "NONE", data=data
    )
    path = tmp_path / "map.html"
    Map([Tiles(file, within=EXAMPLIA), Deaths(incidents)]).save(path)
    page = opened(path)

    assert page.layer("stage.layers.get('tiles').drawn") > 0
    assert page.layer("layer.drawn") == 1
    assert "© Somebody" in page.page.inner_text(".leaflet-control-attribution")
    sea = [223, 231, 236]
    assert page.layer(COLOUR, "tiles")[3] == 255
    assert (page.layer(COLOUR, "tiles")[:3] == sea) == (kind == "MVT")


def test_the_list_of_layers_switches_tiles_off(opened, incidents, tmp_path):
    path = tmp_path / "map.html"
    Map([Tiles(archive(tmp_path / "a.pmtiles"), within=EXAMPLIA), Deaths(incidents)]).save(path)
    page = opened(path)
    page.page.get_by_label("Base map tiles").uncheck()
    page.settled()

    assert not page.layer("map.hasLayer(layer)", "tiles")
    assert "3 entries" in page.page.inner_text(".mapper-status")
