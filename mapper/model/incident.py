"""What happened, and the claims it rests on."""

from enum import StrEnum

__all__ = ["Grade"]


class Grade(StrEnum):
    """How well an incident is supported: Airwars' grades, and ``ungraded``."""

    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"
    UNGRADED = "ungraded"
