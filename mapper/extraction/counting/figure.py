"""A number that may count somebody."""

from dataclasses import dataclass

from mapper.model import Count, GroupClass, Measure, Unit

__all__ = ["MOVING", "QUOTES", "Figure"]

# What people do who go from one place to another.
MOVING = frozenset({Measure.DISPLACED, Measure.ARRIVED, Measure.RETURNED})
QUOTES = frozenset("\"“”'‘’«»„")


@dataclass(slots=True)
class Figure:
    """A number that may count somebody: its items, its count, and who is counted.

    ``bare`` is a figure without a noun of its own ("12 were killed", "30 others"); ``adjective`` a
    measure within the noun phrase ("12 displaced families"); ``stranger`` a noun that no table knows;
    ``instead`` the wrong number that it is told to replace.
    """

    first: int
    last: int
    start: int
    end: int
    count: Count
    unit: Unit = Unit.PERSON
    group: str = ""
    classes: tuple[GroupClass, ...] = ()
    bare: bool = False
    singular: bool = False
    delta: bool = False
    generic: bool = False
    noun_measure: Measure | None = None
    adjective: Measure | None = None
    measure: Measure | None = None
    trigger: int | None = None
    parent: int | None = None
    inherited: bool = False
    of_them: bool = False
    stranger: bool = False
    instead: "Figure | None" = None
