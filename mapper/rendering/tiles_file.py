"""Map tiles out of a file on disk: which there are within an extent, and what they weigh."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from mapper.errors import InputError, MissingExtraError

__all__ = ["PICTURES", "Extent", "TileFile", "across"]

PICTURES = {2: "image/png", 3: "image/jpeg", 4: "image/webp", 5: "image/avif"}
"""Kinds of tiles that are pictures, by their number in the format; 1 is vector tiles."""

_VECTOR = 1
_PLAIN, _GZIP = 1, 2  # how tiles may be compressed for a browser to open them

Extent = tuple[float, float, float, float]


@dataclass(frozen=True)
class TileFile:
    """A PMTiles archive on disk.

    Parameters
    ----------
    path : Path
        The file.
    kind : int
        1 vector tiles, else a key of `PICTURES`.
    zipped : bool
        Whether each tile is gzipped.
    zooms : tuple of int
        The least and the greatest zoom in the file.
    bounds : tuple of float
        West, south, east, north of what is in the file, degrees.
    attribution : str
        Whose tiles they are, as the file says it, without markup.
    """

    path: Path
    kind: int
    zipped: bool
    zooms: tuple[int, int]
    bounds: Extent
    attribution: str
    _data: Any
    _header: Any

    @classmethod
    def open(cls, path: str | Path) -> "TileFile":
        """Open an archive.

        Raises
        ------
        MissingExtraError
            Without the library that reads the format.
        InputError
            If there is no such file, it is no archive, or its tiles cannot be drawn by a page.
        """
        try:
            from pmtiles.reader import MmapSource, Reader  # noqa: PLC0415
            from pmtiles.tile import MagicNumberNotFound, SpecVersionUnsupported  # noqa: PLC0415
        except ImportError as error:
            raise MissingExtraError("pmtiles", "tiles", "Reading map tiles") from error
        file = Path(path)
        if not file.is_file():
            raise InputError(f"there is no file {file}; name a PMTiles archive on this computer")
        with file.open("rb") as handle:
            data = MmapSource(handle) if file.stat().st_size else (lambda _at, _size: b"")  # type: ignore[no-untyped-call]
        try:
            reader = Reader(data)  # type: ignore[no-untyped-call]
            header = reader.header()  # type: ignore[no-untyped-call]
            metadata = reader.metadata()  # type: ignore[no-untyped-call]
        except (MagicNumberNotFound, SpecVersionUnsupported, ValueError, IndexError, EOFError) as error:  # fmt: skip
            raise InputError(f"{file} is no PMTiles archive of version 3") from error
        kind, packed = header["tile_type"].value, header["tile_compression"].value
        if (kind != _VECTOR and kind not in PICTURES) or packed not in (_PLAIN, _GZIP):
            raise InputError(
                f"the tiles of {file} are {header['tile_type'].name}, {header['tile_compression'].name}; a page can "
                "draw vector tiles (MVT) and pictures, plain or gzipped"
            )
        west, south, east, north = (
            header[f"{name}_e7"] / 1e7 for name in ("min_lon", "min_lat", "max_lon", "max_lat")
        )
        return cls(
            file, kind, packed == _GZIP, (header["min_zoom"], header["max_zoom"]),
            (west, south, east, north), _plain(metadata.get("attribution", "")), data, header,
        )  # fmt: skip

    def within(self, extent: Extent, zoom: int) -> Iterator[tuple[int, int, bytes]]:
        """Yield column, line and bytes of each tile of a zoom that an extent touches."""
        from pmtiles.tile import deserialize_directory, find_tile, zxy_to_tileid  # noqa: PLC0415

        opened = cache(lambda at, size: deserialize_directory(self._data(at, size)))
        for x, y in across(extent, zoom):
            number = zxy_to_tileid(zoom, x, y)
            at, size = self._header["root_offset"], self._header["root_length"]
            for _ in range(4):  # directories nest no deeper
                entry = find_tile(opened(at, size), number)
                if entry is None:
                    break
                if entry.run_length:
                    yield x, y, self._data(self._header["tile_data_offset"] + entry.offset, entry.length)  # fmt: skip
                    break
                at, size = self._header["leaf_directory_offset"] + entry.offset, entry.length


def across(extent: Extent, zoom: int) -> Iterator[tuple[int, int]]:
    """Yield column and line of each tile of a zoom that an extent touches, from north-west on.

    >>> list(across((35.0, 34.0, 37.0, 36.0), 5))
    [(19, 12)]
    """
    west, south, east, north = extent
    side = 2**zoom
    (left, top), (right, bottom) = _at(west, north, side), _at(east, south, side)
    for y in range(top, bottom + 1):
        for x in range(left, right + 1):
            yield x, y


def _at(lon: float, lat: float, side: int) -> tuple[int, int]:
    sine = math.sin(math.radians(max(-85.05, min(85.05, lat))))
    x = (lon + 180) / 360
    y = 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)
    return tuple(max(0, min(side - 1, int(share * side))) for share in (x, y))  # type: ignore[return-value]


def _plain(markup: str) -> str:
    """Return the words of an attribution: a page of ours holds no markup from outside.

    >>> _plain('<a href="https://example.org">© Somebody</a>')
    '© Somebody'
    """
    words = _Words()
    words.feed(str(markup))
    words.close()
    return " ".join("".join(words.found).split())


class _Words(HTMLParser):
    """What a reader sees of some markup."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)
