"""A claim in the making: what a sentence gives before its relations to others are known."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from mapper.extraction.counting.figure import Figure
from mapper.extraction.dating.days import Day
from mapper.extraction.speaking.voices import Attribution
from mapper.extraction.words.lexicon import Item
from mapper.extraction.words.sentences import Sentence
from mapper.model import Count, GroupClass, Kind, Measure, Period, PlaceRole, Unit, Verification

__all__ = ["Draft", "Refusal", "Scan"]


@dataclass(slots=True, eq=False)
class Draft:
    """A claim whose relations, voice and place may still be filled in."""

    sentence: Sentence
    start: int
    end: int
    measure: Measure
    count: Count
    kind: Kind | None = None
    unit: Unit | None = None
    group: str = ""
    classes: tuple[GroupClass, ...] = ()
    generic: bool = False
    voice: str = ""
    relay: str = ""
    actor: str = ""
    period: Period = field(default_factory=Period)
    as_of: date | None = None
    places: tuple[str, ...] = ()
    role: PlaceRole | None = None
    inherited: str = ""
    spot: bool = False  # a town or a village of its own, no area
    dated_by: str = ""
    origin: str = ""
    destination: str = ""
    via: str = ""
    parents: list["Draft"] = field(default_factory=list)
    same_as: list["Draft"] = field(default_factory=list)
    supersedes: list["Draft"] = field(default_factory=list)
    verification: Verification | None = None
    verification_reason: str = ""
    running: bool = False
    claim_id: str = ""


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found in one sentence, before it is put together."""

    sentence: Sentence
    items: Sequence[Item]
    counted: Sequence[Figure]
    said: Sequence[Attribution]
    when: Sequence[Day]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A figure that is no claim, and why."""

    start: int
    end: int
    reason: str
