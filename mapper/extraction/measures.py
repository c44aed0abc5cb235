"""What each figure counts: the nearest word that can take it on its side."""

from collections.abc import Sequence

from mapper.extraction.figure import MOVING, QUOTES, Figure
from mapper.extraction.languages import Side, Trigger
from mapper.extraction.lexicon import Item
from mapper.model import Measure

__all__ = ["measure"]

# How far a word reaches, in phrases: an object stands close, a subject may be told of first.
_LOSSES = (Measure.KILLED, Measure.INJURED, Measure.CASUALTIES, Measure.INCIDENTS)
_HARMS = (Measure.KILLED, Measure.INJURED, Measure.DETAINED)
# Words that open a clause about the people just named.
_RELATIVE = frozenset({"which", "who", "whose", "whom", "that"})
_OPENING = 3
_ASIDES = frozenset({",", "—", "–"})
_PERFECT = frozenset({"have", "has", "had"})
_REACH = {Side.OBJECT: 9, Side.EITHER: 9, Side.SUBJECT: 22, Side.TOLL: 26}


def measure(items: Sequence[Item], found: Sequence[Figure]) -> None:
    """Give each figure of a sentence its measure, its trigger and its parent, in place."""
    owner = _owners(items, found)
    sides = {
        at: _side(items, at, owner)
        for at, item in enumerate(items)
        if "trigger" in item.roles and at not in owner
    }
    for index, figure in enumerate(found):
        left = _left(items, figure, sides, owner)
        right = _right(items, figure, sides, owner, found)
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
        close = left is not None and not left[1] and not figure.bare
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
    _parents(items, found)


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
    return _opens(items, start, found[index].first)


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


def _opens(items: Sequence[Item], start: int, first: int) -> bool:
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
    if own is Measure.INCIDENTS or not released:
        figure.measure = own


def _owners(items: Sequence[Item], found: Sequence[Figure]) -> dict[int, int]:
    del items
    return {
        at: index
        for index, figure in enumerate(found)
        for at in range(figure.first, figure.last + 1)
    }


def _side(items: Sequence[Item], at: int, owner: dict[int, int]) -> str:
    """Decide on which side the figure of a participle stands: "killed 12" or "12 were killed"."""
    trigger: Trigger = items[at].roles["trigger"]
    if trigger.side == Side.SUBJECT and _several_did(items, at, owner):
        return Side.OBJECT
    if trigger.side != Side.EITHER:
        return trigger.side
    if trigger.measure is None and _attributive(items, at):
        return Side.ADJECTIVE
    ahead = at + 1
    while ahead < len(items) and items[ahead].key in QUOTES:
        ahead += 1
    while (
        ahead < len(items)
        and ahead <= at + 2
        and not items[ahead].roles
        and items[ahead].key.endswith("ly")
    ):
        ahead += 1
    if ahead in owner:
        return Side.OBJECT
    for back in range(at - 1, max(at - 4, -1), -1):
        if "passive" in items[back]:
            return Side.SUBJECT
        if not items[back].text[:1].isalpha() or "noun" in items[back] or back in owner:
            break
        if "function" in items[back] and not items[back].key.endswith("ly"):
            break
    if (at - 1 in owner and not trigger.things) or (
        at >= 2
        and items[at - 1].key in ("and", "or")
        and at - 2 in owner
        and not (ahead < len(items) and {"possessive", "one"} & items[ahead].roles.keys())
    ):
        return Side.SUBJECT
    if (
        items[at].text.isascii()
        and ahead < len(items)
        and ("function" in items[ahead] or not items[ahead].text[:1].isalpha())
        and not {"possessive", "one"} & items[ahead].roles.keys()
        and any(place < at for place in owner)
    ):
        # "12 people, most of them women, killed in …": nothing behind it can be its object.
        return Side.SUBJECT
    return Side.OBJECT


def _several_did(items: Sequence[Item], at: int, owner: dict[int, int]) -> bool:
    """Whether an Arabic verb of several stands right before those to whom they did it."""
    return items[at].key.endswith("وا") and at + 1 in owner and at - 1 not in owner


def _attributive(items: Sequence[Item], at: int) -> bool:
    """Whether a participle only describes a noun: "in affected areas", "the targeted building"."""
    if not 0 < at < len(items) - 1:
        return False
    before, after = items[at - 1], items[at + 1]
    plain = not {"function", "passive"} & after.roles.keys() and after.text[:1].isalpha()
    return plain and "function" in before and "passive" not in before


def _left(
    items: Sequence[Item], figure: Figure, sides: dict[int, str], owner: dict[int, int]
) -> tuple[int, int] | None:
    cost = 0
    if figure.first and "reached" in items[figure.first - 1]:
        # "The toll of the fighting that drove them out has topped 1,000."
        stated = (at for at in range(figure.first - 2, -1, -1) if sides.get(at) == Side.TOLL)
        toll = next(stated, None)
        if toll is not None and not any(at in owner for at in range(toll, figure.first)):
            return toll, 1
    for at in range(figure.first - 1, -1, -1):
        item = items[at]
        if at in sides:
            side = sides[at]
            if side == Side.ADJECTIVE:
                cost += 1
                continue
            if side == Side.SUBJECT and items[figure.first - 1].key == "(":
                # "They fled to Redford (85 families)."
                moved = items[at].roles["trigger"].measure in MOVING
                return (at, cost) if moved and cost <= _REACH[side] else None
            if side == Side.SUBJECT:
                # "The number of arrivals reached 4,085."
                return (
                    _toll(items, at - 1, sides, owner, cost)
                    if item.key.endswith("reached")
                    else None
                )
            return (at, cost) if cost <= _REACH[side] else None
        if at in owner:
            return _over_figures(items, at, sides, owner, cost)
        if item.key == ":":
            # "The toll goes as follows: 226 villagers, …"
            return _toll(items, at, sides, owner, cost + 2)
        if item.key in (";", "—"):
            return None
        if "break" in item and item.key not in ("with", "into"):
            return _toll(items, at, sides, owner, cost + 2)
        cost += 2 if item.key == "," else 1
    return None


def _over_figures(
    items: Sequence[Item], at: int, sides: dict[int, str], owner: dict[int, int], cost: int
) -> tuple[int, int] | None:
    """Let a toll reach over one figure ("rose from 30 to 42"); nothing else does."""
    figure = owner[at]
    while at >= 0 and owner.get(at) == figure:
        at -= 1
    return _toll(items, at, sides, owner, cost + 1)


def _toll(
    items: Sequence[Item], at: int, sides: dict[int, str], owner: dict[int, int], cost: int
) -> tuple[int, int] | None:
    while at >= 0:
        if sides.get(at) == Side.TOLL:
            return (at, cost) if cost <= _REACH[Side.TOLL] else None
        if at in sides or at in owner or items[at].key == ";":
            return None
        cost += 1
        at -= 1
    return None


def _right(
    items: Sequence[Item],
    figure: Figure,
    sides: dict[int, str],
    owner: dict[int, int],
    found: Sequence[Figure],
) -> tuple[int, int] | None:
    cost = 0
    at = edge = figure.last + 1
    inside = False
    while at < len(items):
        item = items[at]
        if item.key in _ASIDES and (end := _aside_end(items, at)) is not None:
            at, cost = end, cost + 1
            continue
        if figure.singular and "saying" in item:
            # "A teacher said gunmen entered": it is not the teacher who did.
            return None
        if at in sides:
            side = sides[at]
            if side == Side.SUBJECT:
                return (at, cost) if cost <= _REACH[side] else None
            if side == Side.ADJECTIVE:
                cost += 1
                at += 1
                continue
            return None
        if at in owner:
            other = found[owner[at]]
            chain = _joined(items, edge, at) and not (other.bare and edge > figure.last + 1)
            if not (inside or chain):
                return None
            at = edge = other.last + 1
            if _its_own(items, sides, at):
                return None
            cost += 1
            continue
        if "including" in item:
            inside = True
        elif item.key in (";", ":", "—") or (
            "break" in item
            and item.key
            not in (
                "who",
                "that",
                "which",
                "since",
                "with",
                "during",
                "following",
                "amid",
                "whose",
                "against",
                "into",
            )
        ):
            return None
        cost += 1 if item.text[:1].isalpha() and not ("of" in item and not cost) else 0
        at += 1
    return None


def _aside_end(items: Sequence[Item], at: int) -> int | None:
    """Return where a clause between commas or dashes ends: ", which killed 12 people,"."""
    sign = items[at].key
    if at + 1 >= len(items) or (sign == "," and items[at + 1].key not in _RELATIVE):
        return None
    for end in range(at + 2, min(at + 26, len(items) - 1)):
        if items[end].key == sign:
            follows = items[end + 1]
            verb = {"passive", "trigger"} & follows.roles.keys() or follows.key in _PERFECT
            return end + 1 if verb else None
    return None


def _its_own(items: Sequence[Item], sides: dict[int, str], at: int) -> bool:
    """Whether a word clings to the figure before it alone: the wounded of "7 children and 240 wounded"."""
    if any("leaving" in item for item in items[:at]):
        # "… left 12 soldiers and 4 civilians dead": both.
        return False
    adjective = at in sides and "passive" not in items[at - 1]
    finite = at + 1 < len(items) and items[at].key.endswith(("fled", "died", "perished", "وا"))
    return adjective and not finite and sides[at] == Side.SUBJECT


def _joined(items: Sequence[Item], first: int, stop: int) -> bool:
    """Whether only what lists figures stands between two of them."""
    return all(
        "and" in item or "including" in item or item.key in (",", "،", "(", "or", "both", "-")
        for item in items[first:stop]
    )


def _coordinated(items: Sequence[Item], found: Sequence[Figure], index: int) -> bool:
    if not index:
        return False
    before = found[index - 1]
    return before.measure is not None and _joined(items, before.last + 1, found[index].first)


def _inherit(items: Sequence[Item], found: Sequence[Figure], index: int) -> None:
    """Take the measure of the figure before when both stand in one list."""
    figure = found[index]
    if not index:
        return
    before = found[index - 1]
    if before.measure is None:
        return
    between = items[before.last + 1 : figure.first]
    opened = _opens(items, max(before.last + 1, figure.first - 3), figure.first)
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


def _parents(items: Sequence[Item], found: Sequence[Figure]) -> None:
    """Say which figure of the sentence holds which: "12, including 3"; "12, 3 of them"."""
    head: int | None = None
    for index, figure in enumerate(found):
        if figure.measure is None:
            continue
        start = found[index - 1].last + 1 if index else 0
        opens = _opens(items, start, figure.first) or (index == 1 and _out_of(items, found[0]))
        of_them = figure.of_them
        if (opens or of_them) and index:
            if opens:
                head = _head(found, index)
            if of_them and not opens:
                head = _head(found, index)
        elif head is not None and not _fits(items, found, head, index):
            head = None
        if head is not None and (opens or of_them or _fits(items, found, head, index)):
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
