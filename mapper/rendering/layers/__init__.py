"""The layers, each in a file of its own."""

from mapper.rendering.layers.boundaries import Boundaries
from mapper.rendering.layers.deaths import Deaths
from mapper.rendering.layers.displacement import Displacement
from mapper.rendering.layers.rates import Rates
from mapper.rendering.layers.refuge import Refuge
from mapper.rendering.layers.statements import Statements
from mapper.rendering.layers.sums import Sums
from mapper.rendering.layers.tiles import Tiles

__all__ = ["Boundaries", "Deaths", "Displacement", "Rates", "Refuge", "Statements", "Sums", "Tiles"]
