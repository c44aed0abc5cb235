"""A wrong number told beside the right one: "26 people, not 27", "9 instead of 14"."""

from collections.abc import Sequence

from mapper.extraction.counting.figure import Figure
from mapper.extraction.words.lexicon import Item

__all__ = ["contrasted"]

# How many phrases may stand between the right number and the wrong one.
_APART = 9


def contrasted(items: Sequence[Item], found: Sequence[Figure]) -> list[Figure]:
    """Return the figures that hold, each with the wrong one that it stands ``instead`` of.

    A wrong one counts whom the right one counts; what a verb says behind it is said of the right one.
    """
    holding: list[Figure] = []
    for figure in found:
        before = items[figure.first - 1] if figure.first else None
        right = holding[-1] if holding else None
        if (
            before is not None
            and right is not None
            and "instead" in before
            and right.instead is None
            and figure.first - right.last <= _APART
            and (figure.bare or figure.unit is right.unit)
        ):
            right.instead = figure
            if right.bare and not figure.bare:
                # "26, not 27 people": the noun is said once, of both.
                right.bare, right.generic = False, figure.generic
                right.unit, right.group, right.classes = figure.unit, figure.group, figure.classes
                right.noun_measure = figure.noun_measure
        else:
            holding.append(figure)
    return holding
