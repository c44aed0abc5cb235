"""One figure or statement by one voice, in its own words."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from mapper.model.count import Count
from mapper.model.period import Period
from mapper.model.place import PlaceRole

__all__ = ["Claim", "GroupClass", "Kind", "Measure", "Unit", "Verification"]


class Measure(StrEnum):
    """What is counted or said."""

    KILLED = "killed"
    INJURED = "injured"
    CASUALTIES = "casualties"
    MISSING = "missing"
    DETAINED = "detained"
    DISPLACED = "displaced"
    ARRIVED = "arrived"
    RETURNED = "returned"
    SHELTERING = "sheltering"
    INCIDENTS = "incidents"
    STATEMENT = "statement"


class Kind(StrEnum):
    """How a figure behaves in time. Unlike kinds are never added."""

    STOCK = "stock"
    FLOW = "flow"
    CUMULATIVE = "cumulative"
    DELTA = "delta"


class Unit(StrEnum):
    """What one of it is. Never converted silently."""

    PERSON = "person"
    HOUSEHOLD = "household"
    EVENT = "event"


class GroupClass(StrEnum):
    """Who is counted, as a class; several may hold at once."""

    CIVILIAN = "civilian"
    FIGHTER = "fighter"
    SECURITY_FORCE = "security_force"
    WOMEN = "women"
    MEN = "men"
    CHILDREN = "children"
    UNKNOWN = "unknown"


class Verification(StrEnum):
    """What was said of a claim's truth."""

    UNVERIFIED = "unverified"
    VERIFIED = "verified"
    DISPUTED = "disputed"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure or statement by one voice, as it was said, before any place is looked up.

    Parameters
    ----------
    claim_id : str
        ``{report}:{char_start}:{measure}``, with a number behind where that is not unique.
    report_id, report : str
        The report, and its file name.
    quote : str
        Verbatim; ``body[char_start:char_end]`` of the report, to the code point.
    char_start, char_end : int
        Half-open offsets in code points.
    voice, relay : str
        Who says it, and the publisher that passes it on.
    measure : Measure
        What is counted.
    kind : Kind or None
        How the figure behaves in time.
    unit : Unit or None
        What one of it is.
    count : Count
        The figure.
    group : str
        The people counted, as written.
    group_class : tuple of GroupClass
        The same as classes.
    actor : str
        Who is alleged to have done it, as written.
    period : Period
        When it happened.
    as_of : datetime.date or None
        The day up to which the figure counts.
    place_words : tuple of str
        Names of the scene (or of where people shelter), as written.
    place_role : PlaceRole or None
        What that place is to the claim.
    period_inherited : str
        Where the period was taken from when the claim has none of its own: total, list, paragraph,
        report.
    place_inherited : str
        Where the place was taken from when the claim has none of its own: sentence, paragraph, report.
    origin_words, destination_words, via_words : str
        Ends of a movement, as written.
    contained_in, same_as, supersedes : tuple of str
        Ids of other claims.
    verification : Verification or None
        What was said of its truth.
    verification_reason : str
        The sentence that said so.
    extractor : str
        Name and version of what read it.
    """

    claim_id: str
    report_id: str
    report: str
    quote: str
    char_start: int
    char_end: int
    measure: Measure
    voice: str = ""
    relay: str = ""
    kind: Kind | None = None
    unit: Unit | None = None
    count: Count = field(default_factory=Count)
    group: str = ""
    group_class: tuple[GroupClass, ...] = ()
    actor: str = ""
    period: Period = field(default_factory=Period)
    as_of: date | None = None
    place_words: tuple[str, ...] = ()
    place_role: PlaceRole | None = None
    place_inherited: str = ""
    period_inherited: str = ""
    origin_words: str = ""
    destination_words: str = ""
    via_words: str = ""
    contained_in: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    verification: Verification | None = None
    verification_reason: str = ""
    extractor: str = ""
