"""Tolls said in several words: "the number of civilians who were killed since … reached 132"."""

from collections.abc import Sequence

from mapper.extraction.languages import Side, Trigger
from mapper.extraction.words.lexicon import Item
from mapper.model import Unit

__all__ = ["with_tolls"]

_REACH = 6
# Their number may be one of attacks.
_DEEDS = ("killings", "murders", "executions", "assassinations")
_STOPS = frozenset({"counts", "hedge", "including"})


def with_tolls(items: Sequence[Item]) -> list[Item]:
    """Return the phrases with each "number of …" and those it numbers as one: a toll of theirs."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        end = _end(items, at) if "toll_head" in items[at] else None
        if end is None:
            found.append(items[at])
            at += 1
        else:
            found.append(_toll(items[at : end + 1]))
            at = end + 1
    return found


def _end(items: Sequence[Item], at: int) -> int | None:
    """Return the word behind "the number of" that says what befell them."""
    people = False
    for here in range(at + 1, min(at + 1 + _REACH, len(items))):
        item = items[here]
        if item.clung:
            # "The toll of the clashes".
            return None
        trigger, noun = item.roles.get("trigger"), item.roles.get("noun")
        if people and noun is not None and noun.unit is Unit.EVENT:
            # "The number of civilians who escaped the raids."
            return None
        people = people or (noun is not None and noun.unit is not Unit.EVENT)
        if trigger is not None and trigger.measure:
            return _coordinated(items, here, trigger)
        if noun is not None and noun.measure and not item.key.endswith(_DEEDS):
            return here
        if not _STOPS.isdisjoint(item.roles) or not item.text[:1].isalpha():
            return None
    return None


def _coordinated(items: Sequence[Item], at: int, trigger: Trigger) -> int:
    """Return the last of several such words: "the number of those who died and were killed"."""
    while at + 2 < len(items) and "and" in items[at + 1]:
        other = items[at + 2].roles.get("trigger")
        if other is None or other.measure is not trigger.measure:
            break
        at += 2
    return at


def _toll(items: Sequence[Item]) -> Item:
    head, last = items[0], items[-1]
    said = last.roles.get("trigger") or last.roles["noun"]
    units = {item.roles["noun"].unit for item in items if "noun" in item}
    unit = next((unit for unit in units if unit is Unit.HOUSEHOLD), None)
    roles = {**head.roles, "trigger": Trigger(said.measure, Side.TOLL, unit)}
    text = " ".join(item.text for item in items)
    return Item(" ".join(item.key for item in items), head.start, last.end, text, roles)
