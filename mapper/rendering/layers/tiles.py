"""Tiles: a base map out of a file on this computer, carried inside the page."""

from pathlib import Path

import numpy as np

from mapper.errors import InputError
from mapper.rendering.claims import PageClaims
from mapper.rendering.layers.base import MapperLayer
from mapper.rendering.payload import Payload, Table
from mapper.rendering.tiles_file import PICTURES, Extent, TileFile

__all__ = ["Tiles"]

_MOST = 20.0  # MB of tiles a page carries unless more is asked for


class Tiles(MapperLayer):
    """Map tiles from a local PMTiles archive, vector tiles or pictures, put into the page.

    A page cannot read a file that lies beside it, so the tiles it needs travel inside it: those of the
    extent of the map, from the least zoom to the greatest that fits. Closer in, the deepest are enlarged.

    Parameters
    ----------
    path : str or Path
        A PMTiles archive, version 3: vector tiles (such as Protomaps makes them) or png, jpeg, webp, avif.
    within : tuple of float or None
        West, south, east, north, degrees; by default what the map is about.
    zooms : tuple of int or None
        The least and the greatest zoom; by default as many as weigh no more than `most_mb`.
    most_mb : float
        Megabytes of tiles, before base64, that the page may carry.
    name, show, control
        As in `MapperLayer`.

    Raises
    ------
    InputError
        If the archive cannot be read or holds nothing within the extent; if the tiles weigh too much.
    MissingExtraError
        Without the extra ``tiles``.
    """

    kind = "tiles"
    title = "Base map tiles"

    def __init__(
        self,
        path: str | Path,
        *,
        within: Extent | None = None,
        zooms: tuple[int, int] | None = None,
        most_mb: float = _MOST,
        name: str | None = None,
        show: bool = True,
        control: bool = True,
    ) -> None:
        super().__init__(name=name, show=show, control=control)
        self.file = TileFile.open(path)
        self.scripts = () if self.file.kind in PICTURES else ("vector-tiles.js",)
        self.within = within
        self.around: Extent | None = None
        """What the page is about, as the map says when it renders; given for want of `within`."""
        self.zooms = zooms
        self.most_mb = most_mb

    def payload(self, claims: PageClaims) -> Payload:
        """Return the tiles of the extent as they go into the page, the widest first."""
        del claims
        tiles, zooms = self._chosen(self.within or self.around or self.file.bounds)
        table = Table(len(tiles))
        for index, name in enumerate(("z", "x", "y")):
            table.array(name, [tile[index] for tile in tiles], delta=True)
        table.array("size", [len(tile[3]) for tile in tiles])
        table.array("bytes", np.frombuffer(b"".join(tile[3] for tile in tiles), dtype=np.uint8))
        table.meta = {
            "type": PICTURES.get(self.file.kind, ""),
            "zipped": self.file.zipped,
            "zooms": zooms,
            "attribution": self.file.attribution,
            "unplaced": 0,
        }
        return table.packed()

    def _chosen(self, extent: Extent) -> tuple[list[tuple[int, int, int, bytes]], tuple[int, int]]:
        """Return the tiles to carry, and their least and greatest zoom."""
        least, greatest = self.zooms or self.file.zooms
        found: list[tuple[int, int, int, bytes]] = []
        last, weight = -1, 0
        for zoom in range(max(least, self.file.zooms[0]), min(greatest, self.file.zooms[1]) + 1):
            here = []
            for x, y, data in self.file.within(extent, zoom):
                here.append((zoom, x, y, data))
                weight += len(data)
                if weight > self.most_mb * 1e6:
                    break
            if weight > self.most_mb * 1e6:
                if self.zooms or not found:
                    raise InputError(
                        f"the tiles of {self.file.path.name} up to zoom {zoom} weigh more than the "
                        f"{self.most_mb:g} MB a page may carry; give a greater most_mb, a smaller within or fewer zooms"
                    )
                break
            found += here
            last = zoom if here else last
        if not found:
            around = ", ".join(f"{edge:.2f}" for edge in self.file.bounds)
            raise InputError(
                f"{self.file.path.name} has no tiles within {extent} at zooms {least} to {greatest}; it holds "
                f"zooms {self.file.zooms[0]} to {self.file.zooms[1]} of {around} (west, south, east, north)"
            )
        return found, (found[0][0], last)
