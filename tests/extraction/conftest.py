"""The shorthand in which the tables of sentences and texts write a claim."""

import pytest

from mapper.model import Claim, Count, Qualifier, Unit


@pytest.fixture
def shorthand():
    """Return a function from a claim to its shorthand: ``> killed 12+``."""
    return _claim


def _claim(claim: Claim) -> str:
    unit = f" {claim.unit}" if claim.unit is Unit.HOUSEHOLD else ""
    part = "> " if claim.contained_in else ""
    return f"{part}{claim.measure} {_figure(claim.count)}{unit}"


def _figure(count: Count) -> str:
    match count.qualifier:
        case Qualifier.EXACT:
            return str(count.best)
        case Qualifier.ABOUT:
            return f"~{count.best}"
        case Qualifier.AT_LEAST | Qualifier.MORE_THAN:
            return f"{count.low}+"
        case Qualifier.UP_TO:
            return f"<{count.high}"
        case Qualifier.RANGE:
            return f"{count.low}-{count.high}"
        case Qualifier.VAGUE:
            return f"{count.words}({count.low})"
    return "?"
