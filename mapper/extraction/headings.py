"""A line that opens a list, and what the figures under it take from it."""

from dataclasses import dataclass

from mapper.extraction.counting.figure import Figure
from mapper.extraction.drafts import Draft
from mapper.model import Measure

__all__ = ["Heading"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that opens a list: where it stands, what is counted, of which total, within which."""

    paragraph: int = -9
    measure: Measure | None = None
    whole: Draft | None = None
    outer: Draft | None = None
    bulleted: bool = False

    def whole_of(self, figure: Figure) -> Draft | None:
        """Return the total that a figure of the list is a part of; a group of its own goes out."""
        own_group = not figure.bare and bool(figure.classes)
        if self.outer is not None and own_group and self.whole is not None and self.whole.classes:
            return self.outer
        return self.whole
