"""Which words can take a figure: on which side of them it stands, and how far they reach."""

from collections.abc import Sequence

from mapper.extraction.counting.figure import MOVING, QUOTES, Figure
from mapper.extraction.languages import Side, Trigger
from mapper.extraction.words.lexicon import Item

__all__ = ["joined", "owners", "sides", "word_before", "word_behind"]

# How far a word reaches, in phrases: an object stands close, a subject may be told of first.
_REACH = {Side.OBJECT: 9, Side.EITHER: 9, Side.SUBJECT: 22, Side.TOLL: 26}
# Words that open a clause about the people just named, and what may stand around it.
_RELATIVE = frozenset({"which", "who", "whose", "whom", "that"})
_ASIDES = frozenset({",", "—", "–"})
_PERFECT = frozenset({"have", "has", "had"})


def owners(found: Sequence[Figure]) -> dict[int, int]:
    """Return for each phrase of a figure which figure it is of."""
    return {
        at: index
        for index, figure in enumerate(found)
        for at in range(figure.first, figure.last + 1)
    }


def sides(items: Sequence[Item], owner: dict[int, int]) -> dict[int, str]:
    """Return for each word that says what is counted on which side of it the figure stands."""
    return {
        at: _side(items, at, owner)
        for at, item in enumerate(items)
        if "trigger" in item.roles and at not in owner
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


def word_before(
    items: Sequence[Item], figure: Figure, sides: dict[int, str], owner: dict[int, int]
) -> tuple[int, int] | None:
    """Return the word before a figure that takes it, and how far off it stands."""
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
            if side == Side.SUBJECT and items[figure.first - 1].key == "هم":
                # Arabic "those who were killed are 30 in Redford and 8 in Greenhill".
                return (at, cost) if cost <= _REACH[side] else None
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


def word_behind(
    items: Sequence[Item],
    figure: Figure,
    sides: dict[int, str],
    owner: dict[int, int],
    found: Sequence[Figure],
) -> tuple[int, int] | None:
    """Return the word behind a figure that takes it, and how far off it stands."""
    cost = 0
    at = edge = figure.last + 1
    inside, risen = False, _risen(items, figure)
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
            if side == Side.SUBJECT or (side == Side.TOLL and (risen or at == figure.last + 1)):
                # Arabic also tells its toll behind: "rises to 49 the number of those killed".
                return (at, cost) if cost <= _REACH[side] else None
            if side == Side.ADJECTIVE:
                cost += 1
                at += 1
                continue
            return None
        if at in owner:
            other = found[owner[at]]
            chain = joined(items, edge, at) and not (other.bare and edge > figure.last + 1)
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


def _risen(items: Sequence[Item], figure: Figure) -> bool:
    """Whether something rose to a figure: what, Arabic may tell far behind it."""
    before = items[max(0, figure.first - 2) : figure.first]
    return len(before) > 1 and "change" in before[0] and "range" in before[1]


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


def joined(items: Sequence[Item], first: int, stop: int) -> bool:
    """Whether only what lists figures stands between two of them."""
    return all(
        "and" in item or "including" in item or item.key in (",", "،", "(", "or", "both", "-")
        for item in items[first:stop]
    )
