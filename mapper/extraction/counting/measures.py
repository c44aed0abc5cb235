"""What each figure counts: the nearest word that can take it on its side."""

from collections.abc import Sequence

from mapper.extraction.counting.figure import MOVING, Figure
from mapper.extraction.counting.reach import joined, owners, sides, word_before, word_behind
from mapper.extraction.counting.wholes import opens, parents
from mapper.extraction.words.lexicon import Item
from mapper.model import Measure

__all__ = ["measure"]

_LOSSES = (Measure.KILLED, Measure.INJURED, Measure.CASUALTIES, Measure.INCIDENTS)
_THAT_IS = frozenset({"اي"})
_HARMS = (Measure.KILLED, Measure.INJURED, Measure.DETAINED)


def measure(items: Sequence[Item], found: Sequence[Figure]) -> None:
    """Give each figure of a sentence its measure, its trigger and its parent, in place."""
    owner = owners(found)
    side = sides(items, owner)
    for index, figure in enumerate(found):
        if (same := _restated(items, found, index)) is not None:
            figure.measure, figure.trigger, figure.inherited = same.measure, same.trigger, True
            continue
        left = word_before(items, figure, side, owner)
        right = word_behind(items, figure, side, owner, found)
        if figure.stranger and not _coordinated(items, found, index):
            left, right = _of_people(items, left, 0), _of_people(items, right, 3)
            if left is None and right is None:
                continue
        if figure.bare and left is not None and _takes_things(items, left):
            left = None
        if figure.noun_measure is not None and not _overruled(items, figure.noun_measure, left):
            _by_noun(items, figure, left, right)
            continue
        # "Bodies of 16 people from under the rubble"; but "dozens of wounded" are the wounded.
        close = left is not None and _clings(items, left) and not figure.bare
        ends = (left, right) if close else (right, left)
        nearest = min((end for end in ends if end is not None), key=_cost, default=None)
        finite = figure.last + 1 < len(items) and "passive" in items[figure.last + 1]
        far = nearest is None or (_cost(nearest) > 2 and not (finite and nearest is right))
        opened = _opened(items, found, index)
        ahead = nearest is not None and nearest is right and _beyond(found, index, right)
        if (far or opened) and (
            nearest is None or (opened and ahead) or _listed(items, found, index, right)
        ):
            if nearest is None and figure.adjective is not None:
                figure.measure = figure.adjective
                continue
            _inherit(items, found, index)
        if figure.measure is None and nearest is not None:
            figure.trigger = nearest[0]
            if figure.bare:
                figure.unit = items[nearest[0]].roles["trigger"].unit or figure.unit
            figure.measure = _meant(items, nearest) or figure.adjective
    _among_more(items, found)
    parents(items, found)


def _restated(items: Sequence[Item], found: Sequence[Figure], index: int) -> Figure | None:
    """Return the figure that another says in other units: "1,476 families, that is 6,078 people"."""
    figure = found[index]
    if not figure.first or items[figure.first - 1].key not in _THAT_IS:
        return None
    others = (f for f in found[:index] if f.measure in MOVING and f.unit is not figure.unit)
    return next(others, None)


def _among_more(items: Sequence[Item], found: Sequence[Figure]) -> None:
    """Take figures before "are among" as parts of the figure behind: "six were among 321 killed"."""
    for index, whole in enumerate(found):
        before = items[whole.first - 1] if whole.first else None
        if before is None or before.key not in ("among", "amongst") or whole.measure is None:
            continue
        for figure in found[:index]:
            if figure.measure is None or figure.trigger == whole.trigger:
                figure.measure, figure.parent = whole.measure, index


def _of_people(
    items: Sequence[Item], end: tuple[int, int] | None, reach: int
) -> tuple[int, int] | None:
    """Return a word that stands close and takes nobody but people: "killing six firefighters"."""
    if end is None or end[1] > reach:
        return None
    trigger = items[end[0]].roles["trigger"]
    return end if trigger.measure in _HARMS and not trigger.things else None


def _takes_things(items: Sequence[Item], end: tuple[int, int]) -> bool:
    """Whether a word may take anything, so that its figure must say whom it counts."""
    trigger = items[end[0]].roles["trigger"]
    return bool(trigger.things)


def _opened(items: Sequence[Item], found: Sequence[Figure], index: int) -> bool:
    """Whether "including" stands before a figure: it looks back, not ahead."""
    start = found[index - 1].last + 1 if index else 0
    return opens(items, start, found[index].first)


def _listed(
    items: Sequence[Item], found: Sequence[Figure], index: int, right: tuple[int, int] | None
) -> bool:
    """Whether a figure goes on the list before it; "and 32 others" with a verb behind do not."""
    figure = found[index]
    others = items[figure.last].key == "others" and right is not None
    return not others and _coordinated(items, found, index)


def _beyond(found: Sequence[Figure], index: int, end: tuple[int, int] | None) -> bool:
    """Whether the next figure stands before a word: "including a child, and 32 others were hurt"."""
    return end is not None and index + 1 < len(found) and found[index + 1].last < end[0]


def _clings(items: Sequence[Item], left: tuple[int, int]) -> bool:
    """Whether a word stands so close before a figure that it takes it; an Arabic verb comes first."""
    return not left[1] or (left[1] == 1 and not items[left[0]].text.isascii())


def _cost(end: tuple[int, int]) -> int:
    return end[1]


def _meant(items: Sequence[Item], end: tuple[int, int]) -> Measure | None:
    meant: Measure | None = items[end[0]].roles["trigger"].measure
    return meant


def _overruled(items: Sequence[Item], own: Measure, left: tuple[int, int] | None) -> bool:
    """Whether a verb close before says more than the noun: "killed 12 displaced people"."""
    if left is None or own is Measure.INCIDENTS:
        return False
    meant = _meant(items, left)
    if own in _LOSSES and meant in (Measure.ARRIVED, Measure.RETURNED):
        # Bodies that arrive are the dead.
        return False
    reach = 6 if meant is Measure.SHELTERING else 3
    return left[1] <= reach and meant not in (None, own)


def _by_noun(
    items: Sequence[Item],
    figure: Figure,
    left: tuple[int, int] | None,
    right: tuple[int, int] | None,
) -> None:
    """Take the measure that lies in the noun ("12 deaths"), unless a verb of its own takes it."""
    own = figure.noun_measure
    if right is not None and right[1] <= 3 and own not in _LOSSES:
        meant = _meant(items, right)
        if meant is not None:
            figure.measure, figure.trigger = meant, right[0]
            return
    released = left is not None and left[1] <= 2 and _meant(items, left) is None
    if own in (Measure.INCIDENTS, Measure.CASUALTIES) or not released:
        figure.measure = own


def _coordinated(items: Sequence[Item], found: Sequence[Figure], index: int) -> bool:
    if not index:
        return False
    before = found[index - 1]
    return before.measure is not None and joined(items, before.last + 1, found[index].first)


def _inherit(items: Sequence[Item], found: Sequence[Figure], index: int) -> None:
    """Take the measure of the figure before when both stand in one list."""
    figure = found[index]
    if not index:
        return
    before = found[index - 1]
    if before.measure is None:
        return
    between = items[before.last + 1 : figure.first]
    opened = opens(items, max(before.last + 1, figure.first - 3), figure.first)
    ends = not opened and any(
        ("break" in item and item.key not in ("with", "who", "which", "that"))
        or item.key in (";", "—")
        for item in between
    )
    listed = opened or any(
        "including" in item or "and" in item or item.key in (",", "،", ";", "(", "-")
        for item in between
    )
    of_them = figure.last + 1 < len(items) and "of_them" in items[figure.last + 1]
    if before.measure is Measure.INCIDENTS and not figure.bare:
        return
    if (listed or of_them) and (not ends or of_them) and len(between) <= (24 if opened else 14):
        figure.measure = before.measure
        figure.unit = before.unit if figure.bare else figure.unit
        figure.trigger = before.trigger
        figure.inherited = True
