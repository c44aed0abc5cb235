"""What is known, as frozen dataclasses on the standard library alone."""

from mapper.model.claim import Claim, GroupClass, Kind, Measure, Unit, Verification
from mapper.model.count import Count, Qualifier
from mapper.model.incident import Grade
from mapper.model.period import Period, TimePrecision
from mapper.model.place import (
    Candidate,
    CoordinatesAre,
    MatchTier,
    Place,
    PlaceRole,
    Precision,
)
from mapper.model.report import Report
from mapper.model.words import many

__all__ = [
    "Candidate",
    "Claim",
    "CoordinatesAre",
    "Count",
    "Grade",
    "GroupClass",
    "Kind",
    "MatchTier",
    "Measure",
    "Period",
    "Place",
    "PlaceRole",
    "Precision",
    "Qualifier",
    "Report",
    "TimePrecision",
    "Unit",
    "Verification",
    "many",
]
