"""Names to places: the package's own gazetteer and the user's."""

from mapper.gazetteer.finding import Mention
from mapper.gazetteer.gazetteer import Gazetteer, load
from mapper.gazetteer.index import Hit

__all__ = ["Gazetteer", "Hit", "Mention", "load"]
