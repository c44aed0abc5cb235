"""Names to places: the package's own gazetteer and the user's."""

from mapper.gazetteer.finding import Mention
from mapper.gazetteer.gazetteer import Gazetteer
from mapper.gazetteer.index import Hit
from mapper.gazetteer.loading import load

__all__ = ["Gazetteer", "Hit", "Mention", "load"]
