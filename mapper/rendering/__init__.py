"""Tables -> a map: the only code that knows Folium."""

from mapper.rendering.layers import (
    Boundaries,
    Deaths,
    Displacement,
    Rates,
    Refuge,
    Statements,
    Sums,
    Tiles,
)
from mapper.rendering.map import STORY, Map
from mapper.rendering.whole import map_of

__all__ = [
    "STORY",
    "Boundaries",
    "Deaths",
    "Displacement",
    "Map",
    "Rates",
    "Refuge",
    "Statements",
    "Sums",
    "Tiles",
    "map_of",
]
