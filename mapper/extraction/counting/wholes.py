"""Which figure of a sentence holds which: "12, including 3"; "12, 3 of them"."""

from collections.abc import Sequence

from mapper.extraction.counting.figure import Figure
from mapper.extraction.words.lexicon import Item
from mapper.model import Measure

__all__ = ["opens", "parents"]

_OPENING = 3


def parents(items: Sequence[Item], found: Sequence[Figure]) -> None:
    """Say which figure of the sentence holds which: "12, including 3"; "12, 3 of them"."""
    head: int | None = None
    for index, figure in enumerate(found):
        if figure.measure is None:
            continue
        start = found[index - 1].last + 1 if index else 0
        opened = opens(items, start, figure.first) or (index == 1 and _out_of(items, found[0]))
        of_them = figure.of_them
        if (opened or of_them) and index:
            head = _head(found, index)
        while head is not None and not (opened or of_them or _fits(items, found, head, index)):
            # "177 civilians, 29 of them children, and 305 soldiers": one step out.
            head = found[head].parent
        if head is not None and (opened or of_them or _fits(items, found, head, index)):
            figure.parent = head
            if figure.measure is Measure.INCIDENTS:
                figure.parent = None


def _out_of(items: Sequence[Item], figure: Figure) -> bool:
    """Whether a sentence opens with its whole: "Of the 83 people killed, 47 …"."""
    before = items[: figure.first]
    return 0 < len(before) <= _OPENING and "of" in before[0]


def _head(found: Sequence[Figure], index: int) -> int | None:
    """Return the nearest figure before that can hold this one."""
    figure = found[index]
    for back in range(index - 1, -1, -1):
        other = found[back]
        if other.measure is figure.measure and other.unit is figure.unit and _holds(other, figure):
            return back
    return None


def _holds(whole: Figure, part: Figure) -> bool:
    if whole.count.low is None or part.count.low is None:
        return whole.count.high is None
    most = whole.count.high
    return (
        most is None
        or part.count.low < most
        or (part.count.low == most and whole.generic and not part.generic)
    )


def _fits(items: Sequence[Item], found: Sequence[Figure], head: int, index: int) -> bool:
    """Whether a figure of a list still belongs to its head: no verb of its own between."""
    whole, part = found[head], found[index]
    if whole.measure is not part.measure or whole.unit is not part.unit or not _holds(whole, part):
        return False
    between = items[found[index - 1].last + 1 : part.first] if index else []
    if any("trigger" in item or item.key == ";" for item in between):
        return False
    if whole.classes and part.classes and not part.generic and head != index - 1:
        fighters = {"fighter", "security_force"}
        if "civilian" in whole.classes and fighters & set(part.classes):
            return False
    known = [found[i].count.low or 0 for i in range(head + 1, index) if found[i].parent == head]
    return (
        whole.count.high is None
        or sum(known) + (part.count.low or 0) <= whole.count.high
        or part.generic
    )


def opens(items: Sequence[Item], start: int, first: int) -> bool:
    """Whether what stands before a figure opens parts: "including", "…: 19 civilians"."""
    between = items[start:first]
    last = len(between) - 1
    if last > 0 and between[last].key == "(":
        # "…: Redford (12)".
        last -= 1
        while last > 0 and between[last].text[:1].isupper() and not between[last].roles:
            last -= 1
    colon = start > 0 and last >= 0 and between[last].key in (":", "–", "—")
    return colon or any("including" in item for item in between)
