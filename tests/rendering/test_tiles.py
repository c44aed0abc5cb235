import gzip
import struct
import zlib

import pytest

from mapper.errors import InputError
from mapper.rendering import Deaths, Map, Tiles
from mapper.rendering.assets import asset
from mapper.rendering.claims import PageClaims
from mapper.schema import CLAIMS, conform

pmtiles = pytest.importorskip("pmtiles.writer")
EXAMPLIA = (10.0, 20.0, 11.0, 21.0)


def png(red, green, blue, side=256):
    """Return a picture of one colour."""

    def part(name, data):
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    lines = (b"\0" + bytes([red, green, blue]) * side) * side
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(lines)) + part(b"IEND", b"")  # fmt: skip


def archive(path, zooms=(0, 7), kind="PNG", compression="NONE", data=None):
    """Save an archive with a tile at each place that Examplia touches."""
    from pmtiles.tile import Compression, TileType, zxy_to_tileid

    from mapper.rendering.tiles_file import across

    tiles = {zxy_to_tileid(z, x, y): data or png(z * 20, x % 256, y % 256)
             for z in range(zooms[0], zooms[1] + 1) for x, y in across(EXAMPLIA, z)}  # fmt: skip
    with path.open("wb") as file:
        writer = pmtiles.Writer(file)
        for number in sorted(tiles):
            writer.write_tile(number, tiles[number])
        west, south, east, north = (int(edge * 1e7) for edge in EXAMPLIA)
        header = {
            "tile_type": TileType[kind], "tile_compression": Compression[compression],
            "min_lon_e7": west, "min_lat_e7": south, "max_lon_e7": east, "max_lat_e7": north,
            "center_lon_e7": west, "center_lat_e7": south, "center_zoom": 0, "min_zoom": zooms[0], "max_zoom": zooms[1],
        }  # fmt: skip
        writer.finalize(header, {"attribution": '<a href="https://example.org">© Somebody</a>'})
    return path


def payload(layer):
    return layer.payload(PageClaims(conform([], CLAIMS)))


def test_the_tiles_of_an_extent_are_chosen_from_the_widest_on(tmp_path):
    layer = Tiles(archive(tmp_path / "a.pmtiles"), within=EXAMPLIA)
    tiles, zooms = layer._chosen(EXAMPLIA)

    assert zooms == (0, 7)
    assert [tile[0] for tile in tiles] == sorted(tile[0] for tile in tiles)
    assert len({tile[:3] for tile in tiles}) == len(tiles)
    assert layer.file.attribution == "© Somebody"
    assert payload(layer).block == payload(layer).block


def test_as_many_zooms_as_there_is_room_for(tmp_path):
    layer = Tiles(archive(tmp_path / "a.pmtiles"), within=EXAMPLIA, most_mb=0.004)

    assert 0 <= layer._chosen(EXAMPLIA)[1][1] < 7


def test_what_weighs_too_much_says_so_and_how_to_go_on(tmp_path):
    path = archive(tmp_path / "a.pmtiles")
    with pytest.raises(
        InputError, match=r"a.pmtiles up to zoom \d weigh more than the 0.001 MB.*most_mb"
    ):
        payload(Tiles(path, within=EXAMPLIA, zooms=(0, 7), most_mb=0.001))
    with pytest.raises(InputError, match="up to zoom 0 weigh"):
        payload(Tiles(path, within=EXAMPLIA, most_mb=0.0001))


def test_an_extent_without_tiles_says_what_there_is(tmp_path):
    with pytest.raises(InputError, match=r"has no tiles within .* zooms 5 to 7 of 10.00, 20.00"):
        payload(Tiles(archive(tmp_path / "a.pmtiles", zooms=(5, 7)), within=(-60, -30, -59, -29)))


def test_files_that_are_none_and_tiles_no_page_can_draw(tmp_path):
    with pytest.raises(InputError, match="there is no file"):
        Tiles(tmp_path / "none.pmtiles")
    other = tmp_path / "other.pmtiles"
    other.write_bytes(b"not an archive" * 20)
    with pytest.raises(InputError, match="no PMTiles archive"):
        Tiles(other)
    with pytest.raises(InputError, match="are MLT, NONE; a page can draw"):
        Tiles(archive(tmp_path / "mlt.pmtiles", kind="MLT"))


def test_gzipped_vector_tiles_are_taken_as_they_are(tmp_path):
    path = archive(tmp_path / "v.pmtiles", kind="MVT", compression="GZIP", data=gzip.compress(b""))
    layer = Tiles(path, within=EXAMPLIA)

    assert layer.file.zipped
    assert payload(layer).block


def test_only_a_page_with_vector_tiles_carries_what_draws_them(tmp_path):
    drawing = asset("vector-tiles.js")
    vector = archive(tmp_path / "v.pmtiles", kind="MVT", data=b"")
    for layers, carried in (
        ([], False),
        ([Tiles(archive(tmp_path / "a.pmtiles"), within=EXAMPLIA)], False),
        ([Tiles(vector, within=EXAMPLIA)], True),
    ):
        page = Map(layers).get_root().render()
        assert (drawing in page) is carried
        assert "drawVectors=" not in asset("mapper.js")


def test_a_map_that_grows_brings_the_tiles_of_all_it_is_about(tmp_path, incidents):
    layer = Tiles(archive(tmp_path / "a.pmtiles"))
    chart = Map([layer, Deaths(incidents)])
    chart.get_root().render()
    narrow = layer.around
    far = incidents.assign(geometry=incidents.geometry.translate(5.0, 5.0))
    Deaths(far).add_to(chart)
    chart.get_root().render()

    assert layer.around[2] > narrow[2]
