"""Tables -> a map: the only code that knows Folium."""

from mapper.rendering.layers import Boundaries, Deaths, Displacement, Refuge, Statements
from mapper.rendering.map import Map

__all__ = ["Boundaries", "Deaths", "Displacement", "Map", "Refuge", "Statements"]
