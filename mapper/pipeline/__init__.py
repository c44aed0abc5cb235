"""The steps in order: read, geocode, reconcile, publish. This only hands tables on."""

from mapper.pipeline.cases import keep, remove
from mapper.pipeline.progress import Progress
from mapper.pipeline.reading import Tables, gather, read
from mapper.pipeline.steps import build, edition, placed, places_of, reconciled

__all__ = [
    "Progress",
    "Tables",
    "build",
    "edition",
    "gather",
    "keep",
    "placed",
    "places_of",
    "read",
    "reconciled",
    "remove",
]
